// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/hostdane.h"

#include <algorithm>

namespace mta
{

namespace
{

/// Of the addresses a sender would use. One family that is not signed spoils the other (RFC 7672 §2.2.2), and so does one of which it is
/// not known.
struct Signed {
    Security security = Security::Unknown;
    bool alias = false;
};

Signed addressSecurity(const HostAddresses &addresses)
{
    Signed result;
    QList<Security> families;
    for (const Lookup &lookup : {addresses.a, addresses.aaaa}) {
        const Answer<AddressRecord> answer = addressRecords(lookup);
        if (answer.records.isEmpty() || lookup.failed())
            continue;
        result.alias = result.alias || !answer.aliases.isEmpty();
        families.append(lookup.security);
    }
    for (const Security spoils : {Security::Secure, Security::Unknown, Security::Insecure}) {
        if (families.contains(spoils))
            result.security = spoils;
    }
    return result;
}

void decide(HostDane &dane, DaneState state, const MxHost &host, int lookup)
{
    static const QString prefix = QStringLiteral("_25._tcp.");
    dane.state = state;
    dane.lookup = lookup;
    const QString name = host.tlsa.at(lookup).question.name;
    dane.base = name.startsWith(prefix) ? name.mid(prefix.size()) : host.name;
    dane.records = host.tlsa.at(lookup).failed() ? QList<TlsaRecord>() : tlsaRecords(host.tlsa.at(lookup)).records;
    dane.usable = std::any_of(dane.records.cbegin(), dane.records.cend(),
                              [](const TlsaRecord &record) { return usabilityForSmtp(record) == TlsaUsability::Usable; });
}

DaneState failureOf(const Lookup &lookup, bool signedAddresses)
{
    // RFC 7672 §2.1.2: a name server that breaks at the question keeps mail as surely as a bad signature; silence may be our network's.
    const bool servers =
        lookup.security == Security::Bogus || lookup.status == AnswerStatus::ServFail || lookup.status == AnswerStatus::Refused;
    return signedAddresses && servers ? DaneState::Failing : DaneState::Unknown;
}

void findRecords(HostDane &dane, const MxHost &host)
{
    const Signed addresses = addressSecurity(host.addresses);
    const bool secure = addresses.security == Security::Secure;
    bool asked = false;
    for (int i = 0; i < host.tlsa.size(); ++i) {
        const Lookup &lookup = host.tlsa.at(i);
        if (!lookup.asked())
            return;
        asked = true;
        if (lookup.failed())
            return decide(dane, failureOf(lookup, secure), host, i);
        if (tlsaRecords(lookup).records.isEmpty())
            continue;
        if (lookup.security == Security::Unknown)
            return decide(dane, DaneState::Unknown, host, i);
        // RFC 7672 §2.2.2: where an unsigned alias target ends DANE, the name as published, itself signed, may still have records.
        if (lookup.security == Security::Secure && (secure || addresses.alias))
            return decide(dane, DaneState::Published, host, i);
        if (lookup.security == Security::Secure && addresses.security == Security::Unknown)
            return decide(dane, DaneState::Unknown, host, i);
        decide(dane, DaneState::Ignored, host, i);
    }
    if (dane.state == DaneState::Ignored)
        return;
    if (addresses.security == Security::Insecure)
        dane.state = DaneState::Unsigned;
    else if (secure && asked)
        dane.state = DaneState::Absent;
}

DaneVerdict verdictOf(const HostDane &dane, const DomainFacts &facts, const MxProbe &probe, const QDateTime &at, bool clockWrong)
{
    DaneVerdict unknown;
    unknown.outcome = DaneOutcome::Unknown;
    const bool offered = probe.plain && probe.plain->startTls;
    if (!offered || !probe.tls.established || probe.tls.chain.isEmpty() || probe.failure == SmtpDialog::Failure::Injection)
        return unknown;
    const DaneVerdict verdict = verifyDane(probe.tls.chain, dane.records, {dane.base, facts.domain.ascii}, at); // RFC 7672 §3.2.2
    const bool dates = verdict.outcome == DaneOutcome::Expired || verdict.outcome == DaneOutcome::NotYetValid;
    return clockWrong && dates ? unknown : verdict;
}

} // namespace

bool HostDane::anyValid() const
{
    return std::any_of(addresses.cbegin(), addresses.cend(),
                       [](const DaneVerdict &verdict) { return verdict.outcome == DaneOutcome::Valid; });
}

bool HostDane::byKeyAlone(qsizetype address) const
{
    if (!valid(address))
        return false;
    const QList<TlsaMatch> &matches = addresses.at(address).matches;
    return std::any_of(matches.cbegin(), matches.cend(),
                       [](const TlsaMatch &match) { return match.record.usage == 3 && match.state == TlsaState::Holds; });
}

bool addressesAreOpen(const MxHost &host)
{
    return !host.addresses.all().isEmpty() && addressSecurity(host.addresses).security == Security::Unknown;
}

bool daneIsOpen(const MxHost &host, const HostDane &dane)
{
    return dane.state == DaneState::Unknown && (!host.tlsa.isEmpty() || addressesAreOpen(host));
}

HostDane hostDane(const DomainFacts &facts, const MxHost &host, const QDateTime &at, bool clockWrong)
{
    HostDane dane;
    // RFC 7672 §2.2.1: no mail server is known by an MX answer that failed; an unsigned one only lowers the assurance.
    if (facts.mx.failed())
        return dane;
    findRecords(dane, host);
    if (dane.state == DaneState::Published) {
        for (const MxProbe &probe : host.probes)
            dane.addresses.append(verdictOf(dane, facts, probe, at, clockWrong));
    }
    return dane;
}

HostDane daneOfProbe(HostDane dane, const DomainFacts &facts, qsizetype address, const MxProbe &probe, const QDateTime &at, bool clockWrong)
{
    if (address < dane.addresses.size())
        dane.addresses[address] = verdictOf(dane, facts, probe, at, clockWrong);
    return dane;
}

} // namespace mta
