// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/danehits.h"
#include "audit/meeting.h"
#include "audit/outcome.h"
#include "audit/phrases.h"
#include "audit/rules.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

/// Some address passes the check of DANE: of the others only mx-address-differs tells.
bool verified(const MxOutcome &host)
{
    return std::any_of(host.addresses.cbegin(), host.addresses.cend(),
                       [](const AddressOutcome &address) { return address.dane == DaneResult::Valid; });
}

/// Some address lets a sender that checks DANE encrypt.
bool encrypts(const MxOutcome &host)
{
    return std::any_of(host.addresses.cbegin(), host.addresses.cend(), [](const AddressOutcome &address) {
        return address.dane == DaneResult::Valid || address.dane == DaneResult::Unusable;
    });
}

Verdict valid(const Situation &situation)
{
    return daneChecks(situation, never, [](const MxAddress &at) -> std::optional<Values> {
        if (at.outcome.dane != DaneResult::Valid)
            return std::nullopt;
        const DaneVerdict &verdict = at.dane.addresses.at(at.index);
        return Values{{QStringLiteral("base"), at.dane.base},
                      {QStringLiteral("record"), tlsaText(at.dane.records.value(verdict.decisive), tlsaDigitsShown)},
                      {QStringLiteral("ttl"), keptFor(at.host, at.dane)}};
    });
}

Verdict mismatch(const Situation &situation)
{
    return daneChecks(situation, verified, [](const MxAddress &at) -> std::optional<Values> {
        if (!at.dane.fails(at.index))
            return std::nullopt;
        const QString meant = meantClause(at.dane.records, at.probe.tls.chain);
        return Values{{QStringLiteral("base"), at.dane.base},
                      {QStringLiteral("records"), tlsaList(at.dane.records)},
                      {QStringLiteral("fitting"), fittingRecord(at.probe.tls.chain)},
                      {QStringLiteral("ttl"), keptFor(at.host, at.dane)},
                      {QStringLiteral("reason"), meant.isEmpty() ? daneClause(at.dane.addresses.at(at.index).outcome) : meant}};
    });
}

/// RFC 7672 §2.2: secure TLSA records, usable for mail or not, make encryption mandatory; so no certificate has to be seen.
Verdict notEncrypted(const Situation &situation)
{
    if (const auto before = beforeMx(situation))
        return *before;
    const bool published = std::any_of(situation.dane.cbegin(), situation.dane.cend(),
                                       [](const HostDane &dane) { return dane.state == DaneState::Published; });
    if (!published)
        return withoutTlsa(situation);
    return addressHits(situation, encrypts, [&](const MxAddress &at) -> std::optional<Values> {
        const bool bySight = at.dane.fails(at.index) || at.outcome.otherKey; // a certificate was seen: others tell
        if (at.outcome.dane != DaneResult::Failing || at.dane.state != DaneState::Published || bySight)
            return std::nullopt;
        return Values{{QStringLiteral("base"), at.dane.base},
                      {QStringLiteral("records"), tlsaList(at.dane.records)},
                      {QStringLiteral("reason"), outcomeClause(situation, at.host, at.index)}};
    });
}

Verdict unusable(const Situation &situation)
{
    return daneHosts(situation, [](const HostDane &dane) { return dane.state == DaneState::Published && !dane.usable; });
}

/// Once for a domain.
Verdict unsignedMx(const Situation &situation)
{
    if (const auto before = beforeMx(situation))
        return *before;
    if (assuranceIsLess(situation))
        return Verdict::of({{situation.facts.domain.ascii, {}, QStringLiteral("/mx"), false}});
    return situation.facts.mx.security == Security::Unknown ? Verdict::undetermined() : Verdict();
}

Verdict unsignedRecords(const Situation &situation)
{
    return daneHosts(situation, [](const HostDane &dane) { return dane.state == DaneState::Ignored; });
}

Verdict failingAnswer(const Situation &situation)
{
    Verdict verdict = daneHosts(situation, [](const HostDane &dane) { return dane.state == DaneState::Failing; });
    for (Hit &hit : verdict.hits) {
        const auto host = std::find_if(situation.facts.mxHosts.cbegin(), situation.facts.mxHosts.cend(),
                                       [&](const MxHost &other) { return other.name == hit.subject; });
        const HostDane &dane = situation.dane.at(host - situation.facts.mxHosts.cbegin());
        hit.values.insert(QStringLiteral("reason"), lookupFailure(host->tlsa.at(dane.lookup)));
    }
    return verdict;
}

Verdict emptyDigest(const Situation &situation)
{
    return daneHosts(situation,
                     [](const HostDane &dane) { return std::any_of(dane.records.cbegin(), dane.records.cend(), holdsEmptyDigest); });
}

/// Only where both look at the certificate, and one of the two accepts it.
Verdict conflict(const Situation &situation)
{
    if (!situation.inForce())
        return Verdict::notApplicable();
    return daneChecks(situation, never, [&](const MxAddress &at) -> std::optional<Values> {
        const bool onlySts = at.outcome.result == QLatin1String("tlsa-invalid");
        const bool onlyDane = at.outcome.dane == DaneResult::Valid && isCertificateFailure(at.outcome);
        if (!onlySts && !onlyDane)
            return std::nullopt;
        const auto accepts = [](bool yes) {
            return yes ? QCoreApplication::translate("Verdict", "accept it") : QCoreApplication::translate("Verdict", "refuse it");
        };
        return Values{{QStringLiteral("dane"), accepts(onlyDane)}, {QStringLiteral("sts"), accepts(onlySts)}};
    });
}

/// Once for a domain, whatever is unsigned of it.
Verdict unsignedZones(const Situation &situation)
{
    if (const auto before = beforeMx(situation))
        return *before;
    QStringList names;
    bool unknown = situation.facts.mx.security == Security::Unknown;
    if (situation.facts.mx.security == Security::Insecure)
        names.append(situation.facts.domain.ascii);
    for (int i = 0; i < situation.dane.size(); ++i) {
        unknown = unknown || addressesAreOpen(situation.facts.mxHosts.at(i));
        if (situation.dane.at(i).state == DaneState::Unsigned && names.size() < tlsaRecordsShown)
            names.append(situation.facts.mxHosts.at(i).name);
    }
    names.removeDuplicates();
    if (names.isEmpty())
        return unknown ? Verdict::undetermined() : Verdict();
    return Verdict::of({{situation.facts.domain.ascii,
                         {{QStringLiteral("names"), names.join(QStringLiteral(", "))}},
                         situation.facts.mx.security == Security::Insecure ? QStringLiteral("/mx") : QStringLiteral("/mxHosts"),
                         false}});
}

constexpr Rule rules[] = {
    {
        .id = "dane-valid",
        .area = Area::Certificates,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 7672 §2.2",
        .message = QT_TRANSLATE_NOOP("Rules", "DANE protects the mail server {subject} at {address}: its certificate matches the TLSA "
                                              "record {record} at _25._tcp.{base}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders that check DANE encrypt mail to it and know that they talk to the right server. "
                                                  "The others rely on MTA-STS."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Nothing is to be done now. Before the key of the certificate changes, publish the TLSA "
                                             "record for the new one beside the old, and wait until caches have let go of the old answer: "
                                             "{ttl}."),
        .check = valid,
    },
    {
        .id = "dane-mismatch",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 7672 §2.2",
        .message = QT_TRANSLATE_NOOP("Rules", "Senders that check DANE do not deliver to the mail server {subject} at {address}: {reason}. "
                                              "At _25._tcp.{base} stands {records}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Secure TLSA records say which certificate the server must show. When none fits, senders "
                                                  "take the server for an impostor and keep the mail. Most often the certificate was "
                                                  "renewed with a new key and the records were forgotten."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules",
            "If {subject} shows the certificate that it should, publish: _25._tcp.{base}. IN TLSA {fitting} and remove the records "
            "that no longer fit. Caches may keep the old answer for {ttl}; until then, showing the former certificate helps too."),
        .check = mismatch,
    },
    {
        .id = "dane-starttls",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 7672 §2.2",
        .message = QT_TRANSLATE_NOOP("Rules", "Senders that check DANE do not deliver to the mail server {subject} at {address}: its TLSA "
                                              "records ask for encryption, and {reason}. At _25._tcp.{base} stands {records}."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Secure TLSA records tell senders that the server can encrypt. When it then does not, they "
                                       "take it for an attack and keep the mail, whatever the records hold."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules",
            "Turn on STARTTLS with TLS 1.2 or higher on {subject}. If it is not to encrypt, remove the records at _25._tcp.{base}."),
        .check = notEncrypted,
    },
    {
        .id = "dane-mx-insecure",
        .area = Area::Certificates,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 7672 §2.2.1",
        .message =
            QT_TRANSLATE_NOOP("Rules", "DANE holds at the mail servers of {subject}, but with less assurance: the MX records that name "
                                       "them are not signed with DNSSEC."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Somebody on the way could forge the MX records and lead mail to a server of his own, with "
                                       "TLSA records that match. Some senders check DANE all the same, others do not count it."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Have the zone of {subject} signed with DNSSEC and its DS record published in the zone above."),
        .check = unsignedMx,
    },
    {
        .id = "dane-unusable",
        .area = Area::Certificates,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 7672 §2.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "None of the TLSA records of the mail server {subject} can be used for mail: at _25._tcp.{base} stands {records}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "For mail only the usages 2 and 3 count, with data of the right form. Senders that check "
                                                  "DANE encrypt here, but do not check whom they talk to."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Publish a record that holds the SHA-256 digest of the server's public key, and remove the "
                                             "others: _25._tcp.{base}. IN TLSA {fitting}"),
        .check = unusable,
    },
    {
        .id = "dane-insecure",
        .area = Area::Certificates,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 7672 §2.2.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "Senders ignore the TLSA records of the mail server {subject}: they, or its addresses, are not signed with DNSSEC."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Anybody on the way could have put an unsigned TLSA record there, so it protects nothing."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Have the zone of {base} signed with DNSSEC and its DS record published in the zone above, or remove the records."),
        .check = unsignedRecords,
    },
    {
        .id = "dane-bogus",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 7672 §2.1.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules",
            "Senders that check DANE cannot deliver to the mail server {subject}: the TLSA lookup at _25._tcp.{base} failed: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "The zone is signed, so senders must know whether there are TLSA records. Without an "
                                                  "answer that can be believed they keep the mail and try again, for some days."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "See that the name servers answer this question, be it with “no such record”, and that its "
                                             "signatures hold: dig +dnssec _25._tcp.{base} TLSA"),
        .check = failingAnswer,
    },
    {
        .id = "dane-empty-digest",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 6698 §2.1.4",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "A TLSA record of the mail server {subject} holds the digest of nothing at all: at _25._tcp.{base} stands {records}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "No certificate can match it. It comes about when the command that should have printed "
                                                  "the certificate or key failed, and its empty output was hashed."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Make the record again from the certificate that the server shows, and look at each step: "
                                             "openssl x509 -in CERTIFICATE -pubkey -noout | openssl pkey -pubin -outform DER | sha256sum"),
        .check = emptyDigest,
    },
    {
        .id = "dane-conflict",
        .area = Area::Certificates,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §2",
        .message = QT_TRANSLATE_NOOP("Rules", "DANE and MTA-STS disagree about the certificate of the mail server {subject} at {address}: "
                                              "senders that check DANE {dane}, senders that honour MTA-STS alone {sts}."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Whether mail arrives depends on which of the two a sender checks. One that checks both "
                                       "must not deliver where DANE fails; where only MTA-STS fails, some keep the mail and others "
                                       "go by DANE alone."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Use a certificate from a public certification authority that names {subject}, and TLSA "
                                             "records that match it: then both agree."),
        .check = conflict,
    },
    {
        .id = "dnssec-unsigned",
        .area = Area::Domain,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 7672 §2.2",
        .message = QT_TRANSLATE_NOOP("Rules", "Not everything on the way to the mail servers of {subject} is signed with DNSSEC: {names}"),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "DANE works only for mail servers in signed zones, and is worth less where the domain's MX "
                                       "records are not signed. MTA-STS does not need DNSSEC."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Nothing has to be done for MTA-STS. If you want DANE too, have these zones signed."),
        .check = unsignedZones,
    },
};

} // namespace

const QList<const Rule *> &daneRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
