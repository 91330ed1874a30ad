// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/recordhits.h"

#include "audit/checks.h"
#include "audit/claim.h"
#include "audit/texthits.h"
#include "audit/textreasons.h"
#include "base/versionedrecord.h"
#include "dns/message.h"

#include <QCoreApplication>
#include <algorithm>
#include <tuple>

namespace mta
{

namespace
{

using State = StsRecordSet::State;

QString evidence()
{
    return QStringLiteral("/sts");
}

/// Why nothing can be said about the record, or nullopt.
std::optional<Verdict> beforeRecord(const Situation &situation)
{
    if (!situation.facts.sts.asked() || situation.facts.sts.failed())
        return Verdict::undetermined();
    return std::nullopt;
}

bool hasFault(const StsRecord &record, const char *reason)
{
    return std::any_of(record.errors.cbegin(), record.errors.cend(),
                       [reason](const SyntaxError &error) { return error.reason == QLatin1String(reason); });
}

/// One record that senders look into, or one that fails only because of what was pasted around it.
bool isReadable(const Situation &situation)
{
    const StsRecordSet &set = situation.record;
    return set.state == State::One || (set.state == State::WrongVersion && !hasFault(set.record, "version"));
}

Hit recordHit(const Situation &situation, int column, Values values)
{
    values.insert(QStringLiteral("record"), rawText(situation.record.record.raw));
    values.insert(QStringLiteral("newId"), freshId(situation));
    return hitAt(situation, 1, column, evidence(), std::move(values));
}

} // namespace

Verdict recordAbsent(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (situation.record.state != State::Absent || !situation.record.candidates.isEmpty())
        return {};
    return Verdict::of({recordHit(situation, 1, {})});
}

Verdict recordMultiple(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (situation.record.state != State::Multiple)
        return {};
    const QList<QByteArray> &all = situation.record.candidates;
    return Verdict::of({recordHit(
        situation, 1, {{QStringLiteral("count"), QString::number(all.size())}, {QStringLiteral("records"), rawText(all.join(" | "))}})});
}

Verdict recordVersion(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (situation.record.state != State::WrongVersion || isReadable(situation))
        return {};
    return Verdict::of({recordHit(situation, 1, {})});
}

Verdict recordSyntax(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (!isReadable(situation))
        return Verdict::notApplicable();
    QList<Hit> hits;
    for (const SyntaxError &error : situation.record.record.errors) {
        if (error.reason.startsWith(QLatin1String("id-")) || hits.size() == maxTextHits)
            continue; // the id has rules of its own
        hits.append(recordHit(situation, error.column,
                              {{QStringLiteral("reason"), syntaxClause(error.reason)}, {QStringLiteral("text"), rawText(error.excerpt)}}));
        if (error.reason == QLatin1String("quotes"))
            break; // what follows comes of it
    }
    return Verdict::of(std::move(hits));
}

Verdict recordIdMissing(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    const StsRecord &record = situation.record.record;
    // Where the beginning is broken the id may be there all the same, out of a parser's reach.
    if (!isReadable(situation) || hasFault(record, "no-delimiter") || hasFault(record, "quotes"))
        return Verdict::notApplicable();
    if (record.hasId)
        return {};
    return Verdict::of({recordHit(situation, static_cast<int>(record.raw.size()) + 1, {})});
}

Verdict recordIdInvalid(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    const StsRecord &record = situation.record.record;
    if (!isReadable(situation) || !record.hasId || hasFault(record, "quotes"))
        return Verdict::notApplicable();
    if (record.idValid)
        return {};
    const auto fault = std::find_if(record.errors.cbegin(), record.errors.cend(),
                                    [](const SyntaxError &error) { return error.reason.startsWith(QLatin1String("id-")); });
    return Verdict::of({recordHit(situation, fault->column,
                                  {{QStringLiteral("id"), rawText(record.id)}, {QStringLiteral("reason"), syntaxClause(fault->reason)}})});
}

Verdict recordDnsError(const Situation &situation)
{
    if (!situation.facts.sts.asked())
        return Verdict::undetermined();
    if (!situation.facts.sts.failed())
        return {};
    return Verdict::of({recordHit(situation, 1, {{QStringLiteral("reason"), lookupFailure(situation.facts.sts)}})});
}

/// The alias chain ends where there is no TXT record at all.
Verdict recordAliasBroken(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    const Answer<TxtRecord> answer = txtRecords(situation.facts.sts);
    if (answer.aliases.isEmpty())
        return {};
    if (situation.facts.sts.status == AnswerStatus::NoError)
        return {};
    const QString target = answer.aliases.constLast();
    const QString claim = situation.facts.sts.status == AnswerStatus::NxDomain
                              ? claimOn(target, situation.facts.sts, situation.facts.domain.ascii).clause()
                              : QCoreApplication::translate("Verdict", "the name is there, but has no TXT record");
    return Verdict::of({recordHit(situation, 1, {{QStringLiteral("target"), target}, {QStringLiteral("claim"), claim}})});
}

Verdict recordDelegated(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    const Answer<TxtRecord> answer = txtRecords(situation.facts.sts);
    if (answer.aliases.isEmpty() || situation.facts.sts.status != AnswerStatus::NoError)
        return {};
    return Verdict::of({recordHit(situation, 1, {{QStringLiteral("target"), answer.aliases.constLast()}})});
}

/// A file that only fails for want of a record. Mode none announces nothing that senders could miss (RFC 8461 §8.3).
Verdict policyWithoutRecord(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (situation.record.state != State::Absent)
        return Verdict::notApplicable();
    const DomainFacts &facts = situation.facts;
    if (!situation.policy) {
        const bool tested = std::any_of(facts.fetches.cbegin(), facts.fetches.cend(), [&](const PolicyFetch &fetch) {
            return fetchTrouble(fetch, situation.policyHostName(), situation.at) != FetchTrouble::Untested;
        });
        if (tested || hasNoAddress(facts.policyHost))
            return {};
        return facts.conditions.depth == Depth::Quick ? Verdict::notApplicable() : Verdict::undetermined();
    }
    if (!situation.policy->valid() || situation.policy->mode == PolicyMode::None)
        return {};
    Hit hit = recordHit(situation, 1, {{QStringLiteral("mode"), policyModeName(*situation.policy->mode)}});
    hit.evidence = QStringLiteral("/fetches/%1/body").arg(situation.fetch);
    return Verdict::of({hit});
}

Verdict recordFragile(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    const StsRecordSet &set = situation.record;
    const bool discarded = set.state == State::Absent && !set.candidates.isEmpty();
    if (set.state != State::One && !discarded)
        return Verdict::notApplicable();
    QList<Hit> hits;
    const auto add = [&](const char *reason) {
        hits.append(recordHit(situation, 1, {{QStringLiteral("reason"), QCoreApplication::translate("Verdict", reason)}}));
    };
    // RFC 8461 §3.1: beside others, only records that begin with "v=STSv1;" are kept.
    if (discarded)
        add(QT_TRANSLATE_NOOP("Verdict", "it does not begin with “v=STSv1;”, and beside other TXT records senders must discard it"));
    else if (!set.record.raw.startsWith("v=STSv1;") && !versionFault(set.record.raw, "v=STSv1") && set.record.hasId)
        add(QT_TRANSLATE_NOOP("Verdict", "there is a space in front of the first semicolon"));
    if (!discarded && set.candidates.size() + set.unrelated.size() > 1)
        add(QT_TRANSLATE_NOOP("Verdict", "there are other TXT records beside it"));
    return Verdict::of(std::move(hits));
}

/// Where a record lies that belongs to `_mta-sts`.
Verdict recordMisplaced(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (situation.record.state != State::Absent)
        return {};
    struct Place {
        const Lookup &lookup;
        const char *evidence;
    };
    const DomainFacts &facts = situation.facts;
    const Place places[] = {{facts.apexTxt, "/apexTxt"}, {facts.policyHostTxt, "/policyHostTxt"}, {facts.underscoreTxt, "/underscoreTxt"}};
    QList<Hit> hits;
    bool unknown = false;
    for (const Place &place : places) {
        unknown = unknown || !place.lookup.asked() || place.lookup.failed();
        if (place.lookup.failed())
            continue;
        for (const TxtRecord &record : txtRecords(place.lookup).records) {
            if (!beginsWithVersion(record.joined(), "v=STSv1"))
                continue;
            Hit hit = recordHit(situation, 1, {{QStringLiteral("place"), place.lookup.question.name}});
            hit.values.insert(QStringLiteral("record"), rawText(record.joined()));
            hit.evidence = QLatin1String(place.evidence);
            hits.append(hit);
            break;
        }
    }
    if (hits.isEmpty() && unknown)
        return facts.conditions.depth == Depth::Quick ? Verdict::notApplicable() : Verdict::undetermined();
    return Verdict::of(std::move(hits));
}

namespace
{

bool hasRecord(const Lookup &lookup)
{
    QList<QByteArray> values;
    for (const TxtRecord &record : txtRecords(lookup).records)
        values.append(record.joined());
    const StsRecordSet set = selectStsRecord(values);
    return set.state != State::Absent || !set.candidates.isEmpty();
}

/// MX records of the name's own: no null MX (RFC 7505), and not what a wildcard gives to every name (RFC 4592).
bool takesMail(const Subdomain &subdomain)
{
    QList<MxRecord> records = mxRecords(subdomain.mx).records;
    const bool null =
        std::all_of(records.cbegin(), records.cend(), [](const MxRecord &record) { return record.exchange == QLatin1String("."); });
    if (subdomain.mx.failed() || null)
        return false;
    QList<MxRecord> anybodys = mxRecords(subdomain.wildcard).records;
    const auto order = [](const MxRecord &a, const MxRecord &b) {
        return std::tie(a.preference, a.exchange) < std::tie(b.preference, b.exchange);
    };
    std::sort(records.begin(), records.end(), order);
    std::sort(anybodys.begin(), anybodys.end(), order);
    return records != anybodys;
}

Hit uncoveredHit(const Situation &situation, const QString &name, const QString &parent, const QString &evidence)
{
    return {name, {{QStringLiteral("parent"), parent}, {QStringLiteral("newId"), freshId(situation)}}, evidence, false};
}

} // namespace

/// RFC 8461 §3.4: nothing is inherited. Of the domain below one with a record, or of those below this one.
Verdict recordUncovered(const Situation &situation)
{
    if (situation.facts.conditions.depth == Depth::Quick)
        return Verdict::notApplicable();
    if (const auto before = beforeRecord(situation))
        return *before;
    const DomainFacts &facts = situation.facts;
    if (situation.record.state == State::Absent) {
        if (!facts.parentSts.asked() || situation.mxKind == MxKind::Null || situation.mxKind == MxKind::Absent)
            return Verdict::notApplicable();
        if (facts.parentSts.failed())
            return Verdict::undetermined();
        const QString parent = facts.parentSts.question.name.section(u'.', 1);
        return hasRecord(facts.parentSts) ? Verdict::of({uncoveredHit(situation, facts.domain.ascii, parent, QStringLiteral("/parentSts"))})
                                          : Verdict{};
    }
    if (facts.conditions.depth != Depth::Deep)
        return Verdict::notApplicable();
    QList<Hit> hits;
    bool unknown = facts.subdomains.isEmpty();
    for (qsizetype i = 0; i < facts.subdomains.size() && hits.size() < maxTextHits; ++i) {
        const Subdomain &subdomain = facts.subdomains.at(i);
        const bool taking = takesMail(subdomain);
        const bool told =
            taking && subdomain.sts.asked() && !subdomain.sts.failed() && subdomain.wildcard.asked() && !subdomain.wildcard.failed();
        unknown = unknown || subdomain.mx.failed() || (taking && !told);
        if (told && !hasRecord(subdomain.sts))
            hits.append(uncoveredHit(situation, subdomain.name, facts.domain.ascii, QStringLiteral("/subdomains/%1/sts").arg(i)));
    }
    return hits.isEmpty() && unknown ? Verdict::undetermined() : Verdict::of(std::move(hits));
}

} // namespace mta
