// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/checks.h"
#include "audit/rules.h"
#include "audit/texthits.h"
#include "audit/textreasons.h"
#include "base/versionedrecord.h"
#include "dns/message.h"

#include <QCoreApplication>
#include <algorithm>

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

Verdict absent(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (situation.record.state != State::Absent || !situation.record.candidates.isEmpty())
        return {};
    return Verdict::of({recordHit(situation, 1, {})});
}

Verdict multiple(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (situation.record.state != State::Multiple)
        return {};
    const QList<QByteArray> &all = situation.record.candidates;
    return Verdict::of({recordHit(
        situation, 1, {{QStringLiteral("count"), QString::number(all.size())}, {QStringLiteral("records"), rawText(all.join(" | "))}})});
}

Verdict version(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    if (situation.record.state != State::WrongVersion || isReadable(situation))
        return {};
    return Verdict::of({recordHit(situation, 1, {})});
}

Verdict syntax(const Situation &situation)
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
    }
    return Verdict::of(std::move(hits));
}

Verdict idMissing(const Situation &situation)
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

Verdict idInvalid(const Situation &situation)
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

Verdict dnsError(const Situation &situation)
{
    if (!situation.facts.sts.asked())
        return Verdict::undetermined();
    if (!situation.facts.sts.failed())
        return {};
    return Verdict::of({recordHit(situation, 1, {{QStringLiteral("reason"), lookupFailure(situation.facts.sts)}})});
}

/// The alias chain ends where there is no TXT record at all.
Verdict cnameBroken(const Situation &situation)
{
    if (const auto before = beforeRecord(situation))
        return *before;
    const Answer<TxtRecord> answer = txtRecords(situation.facts.sts);
    if (answer.aliases.isEmpty())
        return {};
    if (situation.facts.sts.status == AnswerStatus::NoError)
        return {};
    return Verdict::of({recordHit(situation, 1, {{QStringLiteral("target"), answer.aliases.constLast()}})});
}

Verdict delegated(const Situation &situation)
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

Verdict fragile(const Situation &situation)
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
Verdict misplaced(const Situation &situation)
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
    bool told = false;
    for (const Place &place : places) {
        told = told || (place.lookup.asked() && !place.lookup.failed());
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
    if (hits.isEmpty() && !told)
        return facts.conditions.depth == Depth::Quick ? Verdict::notApplicable() : Verdict::undetermined();
    return Verdict::of(std::move(hits));
}

constexpr Rule rules[] = {
    {
        .id = "sts-dns-error",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The MTA-STS record of {subject} could not be looked up: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders that get no answer cannot tell whether there is a policy. Those without one in their cache deliver "
                     "without its protection."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "See that every name server of the zone answers for _mta-sts.{domain}: dig +dnssec _mta-sts.{domain} TXT"),
        .check = dnsError,
    },
    {
        .id = "sts-record-absent",
        .area = Area::Record,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} has no MTA-STS record: no TXT record at _mta-sts.{domain} begins with v=STSv1."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Without it senders do not look for a policy: an attacker on the way can strip the encryption of mail to you, or "
                     "lead it to another server."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Serve a policy file first, in mode testing. Then publish: _mta-sts.{domain}. IN TXT \"v=STSv1; id={newId};\""),
        .check = absent,
    },
    {
        .id = "sts-record-multiple",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} has {count} MTA-STS records: {records}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "With more than one, senders must assume that the domain has no policy at all."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Delete all TXT records at _mta-sts.{domain} but the current one."),
        .check = multiple,
    },
    {
        .id = "sts-record-version",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The MTA-STS record of {subject} does not begin with v=STSv1: {record}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "The version comes first and is written exactly so, capitals included. Senders do not take anything else for an "
                     "MTA-STS record."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Replace the record with: v=STSv1; id={newId};"),
        .check = version,
    },
    {
        .id = "sts-record-syntax",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message =
            QT_TRANSLATE_NOOP("Rules", "The MTA-STS record of {subject} is malformed at character {column}: {reason}. It reads: {record}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders must treat a malformed record as if the domain had no policy."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Replace the record with: v=STSv1; id={newId}; (without quotation marks around it where the form of your DNS provider "
                     "adds them itself)."),
        .check = syntax,
    },
    {
        .id = "sts-id-missing",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The MTA-STS record of {subject} has no id: {record}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "By the id senders see that the policy has changed. A record without it is malformed, and counts as no record."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Replace the record with: v=STSv1; id={newId};"),
        .check = idMissing,
    },
    {
        .id = "sts-id-invalid",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The id “{id}” in the MTA-STS record of {subject} cannot be used: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "An id has 1 to 32 letters or digits. With any other the record is malformed, and counts as no record."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Replace the record with: v=STSv1; id={newId};"),
        .check = idInvalid,
    },
    {
        .id = "sts-cname-broken",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §8.2",
        .message = QT_TRANSLATE_NOOP("Rules",
                                     "The MTA-STS record of {subject} is an alias (CNAME) that leads nowhere: {target} has no TXT record."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders find no record, and so no policy. If the name can be had by somebody else, that person can announce a policy "
                     "for you."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Point the CNAME at _mta-sts.{domain} to the name that your provider gives you, or remove it "
                                             "and publish a TXT record of your own."),
        .check = cnameBroken,
    },
    {
        .id = "policy-without-record",
        .area = Area::Record,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} serves a policy (mode {mode}), but no MTA-STS record announces it."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules",
            "Senders ask the DNS first. Without the record they never look at the policy: your mail is not protected, although the "
            "file is there."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Publish: _mta-sts.{domain}. IN TXT \"v=STSv1; id={newId};\""),
        .check = policyWithoutRecord,
    },
    {
        .id = "sts-record-fragile",
        .area = Area::Record,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "Some senders will not read the MTA-STS record of {subject}: {reason}. It reads: {record}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "The standard lets senders discard what does not begin with “v=STSv1;” when there are several records, and not every "
                     "program is as patient as it should be."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules",
            "Leave a single TXT record at _mta-sts.{domain}, and write it without a space in front of the semicolon: v=STSv1; id={newId};"),
        .check = fragile,
    },
    {
        .id = "sts-record-misplaced",
        .area = Area::Record,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §3.1",
        .message = QT_TRANSLATE_NOOP("Rules", "There is an MTA-STS record at {place}, where no sender looks: {record}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders ask for a TXT record at _mta-sts.{domain} and nowhere else."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Move the record to _mta-sts.{domain}"),
        .check = misplaced,
    },
    {
        .id = "sts-record-delegated",
        .area = Area::Record,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 8461 §8.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The MTA-STS record of {subject} is an alias (CNAME): {target} publishes it."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules",
            "That is how providers run MTA-STS for their customers. Whoever runs that name decides about the id, and by it about when "
            "senders fetch the policy again."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Nothing needs to be done. When you change provider, change this CNAME and that of mta-sts.{domain} together."),
        .check = delegated,
    },
};

} // namespace

const QList<const Rule *> &recordRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
