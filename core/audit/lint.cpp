// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/lint.h"

#include "audit/pastedtext.h"
#include "audit/rules.h"
#include "audit/situation.h"

#include <algorithm>
#include <tuple>

namespace mta
{

namespace
{

constexpr int maxRecordPasses = 100; // each leaves fewer mistakes than there were; no record that somebody wrote has so many

/// Facts about which nothing is known but that somebody asked and got an answer: the text stands in for it.
DomainFacts factsOfText(const QString &subject)
{
    DomainFacts facts;
    facts.domain = {subject, subject};
    facts.sts.status = AnswerStatus::NoError;
    facts.tlsRpt.status = AnswerStatus::NoError;
    facts.conditions.depth = Depth::Quick;
    return facts;
}

QList<LintFinding> lint(const Situation &situation, const QList<const Rule *> &rules)
{
    QList<LintFinding> findings;
    for (const Rule *rule : rules) {
        const Verdict verdict = rule->check(situation);
        if (verdict.outcome != Verdict::Outcome::Fail)
            continue;
        for (const Hit &hit : verdict.hits) {
            const Severity severity = hit.mitigated ? rule->mitigated : rule->severity;
            const auto place = [&hit](const QString &name) { return std::max(1, hit.values.value(name).toInt()); };
            findings.append({{QString::fromLatin1(rule->id), severity, hit.subject, hit.values, QString()},
                             place(QStringLiteral("line")),
                             place(QStringLiteral("column")),
                             {}});
        }
    }
    std::stable_sort(findings.begin(), findings.end(), [](const LintFinding &a, const LintFinding &b) {
        return std::tuple(-static_cast<int>(a.finding.severity), a.line, a.column) <
               std::tuple(-static_cast<int>(b.finding.severity), b.line, b.column);
    });
    return findings;
}

void addMends(QList<LintFinding> &findings, const QList<PlacedMend> &mends)
{
    for (LintFinding &lint : findings) {
        const auto fits = [&lint](const PlacedMend &placed) {
            return placed.ruleIds.contains(lint.finding.ruleId) && placed.line == lint.line && placed.column == lint.column;
        };
        if (const auto found = std::find_if(mends.cbegin(), mends.cend(), fits); found != mends.cend())
            lint.mend = found->mend;
    }
}

} // namespace

PolicyLint lintPolicy(const QByteArray &body, const QString &subject)
{
    const DomainFacts facts = factsOfText(subject);
    Situation situation = observe(facts, QDateTime()); // a text alone has no time
    situation.recordUsable = true;
    situation.policyAvailable = true;
    situation.policy = parsePolicy(body);
    const bool valid = situation.policy->valid();
    situation.mode = valid ? situation.policy->mode : std::nullopt;
    situation.stsStatus = valid ? StsStatus::Enforce : StsStatus::PolicyInvalid;
    PolicyLint result{*situation.policy, lint(situation, policyRules())};
    addMends(result.findings, mendsOf(result.policy));
    return result;
}

namespace
{

/// One TXT value, read as what it was meant to be.
struct ReadRecord {
    StsRecordSet sts;
    TlsRptRecordSet tlsRpt;
    bool reports = false; ///< the latter counts

    bool neither() const { return !reports && sts.state == StsRecordSet::State::Absent; }
    bool valid() const
    {
        return reports ? tlsRpt.state == TlsRptRecordSet::State::One && tlsRpt.record.valid()
                       : sts.state == StsRecordSet::State::One && sts.record.valid();
    }
    QList<PlacedMend> mends() const { return neither() ? QList<PlacedMend>() : reports ? mendsOf(tlsRpt.record) : mendsOf(sts.record); }
};

ReadRecord readRecord(const QByteArray &joined)
{
    ReadRecord read{selectStsRecord({joined}), selectTlsRptRecord({joined})};
    // What was copied with its surroundings is no record, but one was meant: the one within, be it ours or not.
    const QByteArray bare = withEdits(joined, unwrapping(joined));
    if (selectStsRecord({bare}).state == StsRecordSet::State::Absent)
        read.sts = {};
    else if (read.sts.state == StsRecordSet::State::Absent)
        read.sts = {StsRecordSet::State::WrongVersion, parseStsRecord(joined), {}, {joined}};
    if (selectTlsRptRecord({bare}).state == TlsRptRecordSet::State::Absent)
        read.tlsRpt = {};
    else if (read.tlsRpt.state == TlsRptRecordSet::State::Absent)
        read.tlsRpt = {TlsRptRecordSet::State::WrongVersion, parseTlsRptRecord(joined), {}, {joined}};
    read.reports = read.tlsRpt.state != TlsRptRecordSet::State::Absent &&
                   (read.sts.state == StsRecordSet::State::Absent || bare.trimmed().toLower().startsWith("v=tlsrpt"));
    return read;
}

} // namespace

RecordLint lintRecord(const QByteArray &joined, const QString &subject)
{
    const ReadRecord read = readRecord(joined);
    if (read.neither())
        return {QStringLiteral("other"), false, {}};
    const DomainFacts facts = factsOfText(subject);
    Situation situation = observe(facts, QDateTime()); // a text alone has no time
    situation.record = read.sts;
    situation.tlsRpt = read.tlsRpt;
    RecordLint result{read.reports ? QStringLiteral("tls-rpt") : QStringLiteral("mta-sts"), read.valid(),
                      lint(situation, read.reports ? tlsRptRules() : recordRules())};
    addMends(result.findings, read.mends());
    return result;
}

QByteArray mendedRecord(const QByteArray &joined)
{
    QByteArray text = joined;
    for (int pass = 0; pass < maxRecordPasses; ++pass) {
        QList<TextEdit> edits;
        Mend last; // one may stand at several places
        for (const PlacedMend &placed : readRecord(text).mends()) {
            if (placed.mend.sure && placed.mend != last)
                edits += placed.mend.edits;
            last = placed.mend;
        }
        if (edits.isEmpty())
            break;
        text = withEdits(text, edits);
    }
    return text;
}

} // namespace mta
