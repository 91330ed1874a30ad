// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "danescenarios.h"

namespace mta::dane
{

QList<Scenario> recordScenarios()
{
    return {
        {"ee-key-256",
         "protected",
         well,
         {"dane-valid"},
         {"dane-rollover-missing", "dnssec-unsigned"},
         [](Domain &d) { d.tlsa = {QStringLiteral("3 1 1 {leaf 1 1}")}; }},
        {"ee-key-512", "protected", well, {"dane-valid"}, {}, [](Domain &d) { d.tlsa = {QStringLiteral("3 1 2 {leaf 1 2}")}; }},
        {"ee-key-full", "protected", well, {"dane-valid"}, {}, [](Domain &d) { d.tlsa = {QStringLiteral("3 1 0 {leaf 1 0}")}; }},
        {"ee-cert-256",
         "protected",
         well,
         {"dane-valid", "dane-rollover-missing"},
         {},
         [](Domain &d) { d.tlsa = {QStringLiteral("3 0 1 {leaf 0 1}")}; }},
        {"ee-cert-512",
         "protected",
         well,
         {"dane-valid", "dane-rollover-missing"},
         {},
         [](Domain &d) { d.tlsa = {QStringLiteral("3 0 2 {leaf 0 2}")}; }},
        {"ee-cert-full",
         "protected",
         well,
         {"dane-valid", "dane-rollover-missing"},
         {},
         [](Domain &d) { d.tlsa = {QStringLiteral("3 0 0 {leaf 0 0}")}; }},
        {"ta-key-256",
         "protected",
         well,
         {"dane-valid"},
         {"dane-rollover-missing"},
         [](Domain &d) { d.tlsa = {QStringLiteral("2 1 1 {issuer 1 1}")}; }},
        {"ta-cert-512", "protected", well, {"dane-valid"}, {}, [](Domain &d) { d.tlsa = {QStringLiteral("2 0 2 {issuer 0 2}")}; }},
        {"ta-cert-full-not-sent", "protected", well, {"dane-valid"}, {}, [](Domain &d) { d.tlsa = {QStringLiteral("2 0 0 {root 0 0}")}; }},
        {"ta-key-full-not-sent", "protected", well, {"dane-valid"}, {}, [](Domain &d) { d.tlsa = {QStringLiteral("2 1 0 {root 1 0}")}; }},
        {"ta-digest-not-sent",
         "at-risk",
         refusedByDane,
         {"dane-mismatch", "dane-conflict"},
         {"dane-valid"},
         [](Domain &d) { d.tlsa = {QStringLiteral("2 1 1 {root 1 1}")}; }},
        {"advised-pair",
         "protected",
         well,
         {"dane-valid"},
         {"dane-rollover-missing"},
         [](Domain &d) {
             d.tlsa = {QStringLiteral("3 1 1 {leaf 1 1}"), QStringLiteral("2 1 1 {issuer 1 1}")};
         }},
        {"pkix-only",
         "protected",
         "authenticated encrypted authenticated encrypted",
         {"dane-unusable"},
         {"dane-mismatch", "dane-valid"},
         [](Domain &d) {
             d.tlsa = {QStringLiteral("1 1 1 {leaf 1 1}"), QStringLiteral("0 0 1 {issuer 0 1}")};
         }},
        {"usable-among-unusable",
         "protected",
         well,
         {"dane-valid"},
         {"dane-unusable"},
         [](Domain &d) {
             d.tlsa = {QStringLiteral("1 1 1 {leaf 1 1}"), QStringLiteral("3 1 1 {leaf 1 1}")};
         }},
        {"stale-among-unusable",
         "at-risk",
         refusedByDane,
         {"dane-mismatch", "dane-conflict"},
         {"dane-unusable"},
         [](Domain &d) {
             d.tlsa = {QStringLiteral("1 1 1 {leaf 1 1}"), QLatin1String(stale)};
         }},
        {"empty-digest",
         "at-risk",
         refusedByDane,
         {"dane-empty-digest", "dane-mismatch", "dane-conflict"},
         {"dane-valid"},
         [](Domain &d) { d.tlsa = {QLatin1String(digestOfNothing)}; }},
        {"stale",
         "at-risk",
         refusedByDane,
         {"dane-mismatch", "dane-conflict"},
         {"dane-valid", "mx-cert-untrusted"},
         [](Domain &d) { d.tlsa = {QLatin1String(stale)}; }},
        {"stale-beside-matching",
         "protected",
         well,
         {"dane-valid"},
         {"dane-mismatch"},
         [](Domain &d) {
             d.tlsa = {QLatin1String(stale), QStringLiteral("3 1 1 {leaf 1 1}")};
         }},
        {"wrong-selector",
         "at-risk",
         refusedByDane,
         {"dane-mismatch", "dane-conflict"},
         {},
         [](Domain &d) { d.tlsa = {QStringLiteral("3 0 1 {leaf 1 1}")}; }},
    };
}

QList<Scenario> zoneScenarios()
{
    using Kind = SignedZones::Kind;
    return {
        {"tlsa-by-alias", "protected", well, {"dane-valid"}, {}, [](Domain &d) { d.tlsa = {QStringLiteral("CNAME")}; }},
        {"mx-alias-target",
         "protected",
         well,
         {"dane-valid", "mx-is-cname"},
         {"dane-mismatch"},
         [](Domain &d) {
             d.addressOwner = QStringLiteral("relay.{d}");
             d.tlsaOwners = {QStringLiteral("_25._tcp.relay.{d}")};
             d.tlsa = {QStringLiteral("3 1 1 {leaf 1 1}")};
         }},
        {"mx-alias-original",
         "protected",
         well,
         {"dane-valid", "mx-is-cname"},
         {"dane-mismatch"},
         [](Domain &d) {
             d.addressOwner = QStringLiteral("relay.{d}");
             d.tlsa = {QStringLiteral("3 1 1 {leaf 1 1}")};
         }},
        {"mx-in-unsigned-zone",
         "protected",
         "authenticated encrypted authenticated encrypted",
         {"dane-insecure"},
         {"dane-mismatch", "dane-valid"},
         [](Domain &d) {
             d.mx = QStringLiteral("mx1.plain-host.example");
             d.mxZone = Kind::Unsigned;
             d.tlsa = {QLatin1String(stale)};
         }},
        {"mx-records-unsigned",
         "protected",
         well,
         {"dane-valid", "dane-mx-insecure", "dnssec-unsigned"},
         {"dane-insecure"},
         [](Domain &d) {
             d.zone = Kind::Unsigned;
             d.mx = QStringLiteral("mx1.signed-host.example");
             d.tlsa = {QStringLiteral("3 1 1 {leaf 1 1}")};
         }},
        {"tlsa-bogus",
         "at-risk",
         refusedByDane,
         {"dane-bogus"},
         {"dane-mismatch", "dane-valid", "dnssec-bogus"},
         [](Domain &d) {
             d.tlsaZoneExpired = true;
             d.tlsa = {QStringLiteral("3 1 1 {leaf 1 1}")};
         }},
        {"mx-bogus",
         "undetermined",
         "refused refused not-tested not-tested",
         {"dnssec-bogus", "mx-dns-error", "sts-dns-error", "tlsrpt-dns-error"},
         {"dane-valid", "dane-mismatch"},
         [](Domain &d) { d.zone = Kind::Expired; }},
        {"none-by-nsec",
         "protected",
         "authenticated encrypted authenticated encrypted",
         {},
         {"dane-bogus", "dnssec-unsigned"},
         [](Domain &) {}},
        {"none-by-nsec3",
         "protected",
         "authenticated encrypted authenticated encrypted",
         {},
         {"dane-bogus", "dnssec-unsigned"},
         [](Domain &d) { d.zone = Kind::Nsec3; }},
    };
}

} // namespace mta::dane
