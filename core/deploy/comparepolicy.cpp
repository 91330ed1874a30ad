// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/comparepolicy.h"

#include "audit/outcome.h"
#include "base/wiretext.h"
#include "deploy/policyid.h"
#include "dns/message.h"

#include <QRegularExpression>
#include <algorithm>

namespace mta
{

namespace
{

constexpr qsizetype maxHostsNamed = 8;

QString listed(const QStringList &hosts)
{
    return hosts.first(std::min(hosts.size(), maxHostsNamed)).join(QStringLiteral(", ")) +
           (hosts.size() > maxHostsNamed ? QStringLiteral(", …") : QString());
}

/// Live mail servers to which a sender with this policy would not deliver (RFC 8461 §4.1). Null where they are not known.
std::optional<QStringList> notCovered(const PolicyTerms &terms, const LiveDomain &live)
{
    if (!live.mx)
        return std::nullopt;
    QList<MxPattern> patterns;
    for (const QString &pattern : terms.mx)
        patterns.append(parseMxPattern(pattern.toUtf8()));
    QStringList hosts;
    for (const IntendedMx &mx : *live.mx) {
        if (coveringPattern(patterns, mx.host).isNull())
            hosts.append(mx.host);
    }
    return hosts;
}

/// Mail servers that a sender would refuse in enforce, covered or not.
QStringList failing(const DomainAudit &audit)
{
    QStringList hosts;
    for (const MxOutcome &host : audit.mx) {
        if (isFailure(host.result))
            hosts.append(host.host);
    }
    return hosts;
}

/// The publication with this content that ended before another took its place; null without.
const Publication *replacedOne(const Plan &plan, const PolicyTerms &terms)
{
    for (qsizetype i = 0; i + 1 < plan.published.size(); ++i) {
        if (sameMeaning(plan.published.at(i).policy, terms) && !sameMeaning(plan.published.last().policy, terms))
            return &plan.published.at(i);
    }
    return nullptr;
}

void decide(LiveRow &row, LooksRight side, const char *reason, const Values &values = {})
{
    row.right = side;
    row.reason = QLatin1String(reason);
    row.values.insert(values);
}

Values hostValues(const QStringList &hosts)
{
    return {{QStringLiteral("hosts"), listed(hosts)}};
}

/// Both are valid and mean different things: which of them fits the domain as it is?
void decidePolicy(LiveRow &row, const Plan &plan, const PolicyTerms &served, const DomainAudit &audit, const LiveDomain &live)
{
    const std::optional<QStringList> livePassesOver = notCovered(served, live);
    const std::optional<QStringList> planPassesOver = notCovered(*plan.policy, live);
    const bool bothInForce = served.mode != PolicyMode::None && plan.policy->mode != PolicyMode::None;
    if (bothInForce && livePassesOver && planPassesOver && livePassesOver->isEmpty() != planPassesOver->isEmpty()) {
        if (livePassesOver->isEmpty())
            decide(row, LooksRight::Live, "plan-misses-mx", hostValues(*planPassesOver));
        else
            decide(row, LooksRight::Plan, "live-misses-mx", hostValues(*livePassesOver));
        return;
    }
    const QStringList refused = failing(audit);
    const bool liveEnforces = served.mode == PolicyMode::Enforce;
    const bool planEnforces = plan.policy->mode == PolicyMode::Enforce;
    if (!refused.isEmpty() && liveEnforces != planEnforces) {
        if (liveEnforces)
            decide(row, LooksRight::Plan, "live-enforces-too-early", hostValues(refused));
        else
            decide(row, LooksRight::Live, "plan-enforces-too-early", hostValues(refused));
        return;
    }
    if (const Publication *former = replacedOne(plan, served))
        decide(row, LooksRight::Plan, "live-is-former", {{QStringLiteral("from"), former->from.date().toString(Qt::ISODate)}});
    else if (const Publication *replaced = replacedOne(plan, *plan.policy))
        decide(row, LooksRight::Live, "plan-is-former", {{QStringLiteral("from"), replaced->from.date().toString(Qt::ISODate)}});
    else
        decide(row, LooksRight::Nobody, "nobody-knows");
}

/// The lines of a live policy that senders go by, found by what they say.
class Lines
{
public:
    explicit Lines(const Policy &policy) : m_policy(policy)
    {
        for (const PolicyLine &line : policy.lines) {
            // RFC 8461 §3.2: of a repeated field other than mx only the first counts.
            if (!m_first.contains(nameOf(line)))
                m_first.insert(nameOf(line), line.number);
        }
    }

    /// A key that stands once: its value may differ.
    void one(const QByteArray &key, const QByteArray &value, bool same) { take(key, key + ": " + value, same); }
    /// One of the mx: it is there or is not.
    void mx(const QByteArray &value) { take("mx " + value.toLower(), "mx: " + value, true); }

    QList<LiveLine> finished()
    {
        for (const PolicyLine &line : m_policy.lines) {
            if (!line.key.isEmpty() && line.key != "version" && m_first.value(nameOf(line)) == line.number)
                m_lines.append({LiveState::Unexpected, {}, line.text, line.number});
        }
        return m_lines;
    }

private:
    static QByteArray nameOf(const PolicyLine &line) { return line.key == "mx" ? "mx " + line.value.toLower() : line.key; }

    void take(const QByteArray &name, const QByteArray &planned, bool same)
    {
        const int number = m_first.take(name); // 0 where there is none
        const LiveState state = number == 0 ? LiveState::Missing : same ? LiveState::Same : LiveState::Differs;
        m_lines.append({state, planned, number == 0 ? QByteArray() : m_policy.lines.at(number - 1).text, number});
    }

    const Policy &m_policy;
    QHash<QByteArray, int> m_first; ///< numbers of lines not spoken for
    QList<LiveLine> m_lines;
};

/// Extension fields are the plan's too, though senders ignore them.
const PolicyField *fieldOf(const QList<PolicyField> &fields, const QByteArray &key)
{
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [&key](const PolicyField &field) { return field.key == key; });
    return found == fields.cend() ? nullptr : &*found;
}

QList<LiveLine> linesOf(const PolicyTerms &planned, const PolicyTerms &served, const Policy &policy)
{
    Lines lines(policy);
    lines.one("mode", policyModeName(planned.mode).toLatin1(), planned.mode == served.mode);
    for (const QString &pattern : planned.mx)
        lines.mx(pattern.toUtf8());
    lines.one("max_age", QByteArray::number(static_cast<qlonglong>(planned.maxAge.count())), planned.maxAge == served.maxAge);
    for (const PolicyField &field : planned.extensions) {
        const PolicyField *live = fieldOf(served.extensions, field.key);
        lines.one(field.key, field.value, live && live->value == field.value);
    }
    return lines.finished();
}

/// Of a policy without a meaning the text is all there is to compare.
QList<LiveLine> asWritten(const QByteArray &planned, const Policy &served)
{
    QList<LiveLine> lines;
    for (const LinePair &pair : alignedLines(parsePolicy(planned).lines, served.lines)) {
        const LiveState state = pair.before == 0  ? LiveState::Unexpected
                                : pair.after == 0 ? LiveState::Missing
                                : pair.same()     ? LiveState::Same
                                                  : LiveState::Differs;
        lines.append({state, pair.textBefore, pair.textAfter, pair.after});
    }
    return lines;
}

/// What senders do not see of the difference between two texts.
QStringList writtenDifferently(const QByteArray &planned, const Policy &served)
{
    QStringList notes;
    QByteArray live = served.raw;
    if (planned == live)
        return notes;
    live.replace("\r\n", "\n");
    QByteArray plain = planned;
    plain.replace("\r\n", "\n");
    if (served.raw != planned && (live == plain || live + '\n' == plain))
        notes.append(QStringLiteral("line-ends"));
    else
        notes.append(QStringLiteral("written-differently"));
    return notes;
}

} // namespace

std::optional<LiveRow> policyRow(const Plan &plan, const DomainAudit &audit, const LiveDomain &live)
{
    LiveRow row;
    row.item = PlanItem::Policy;
    row.subject = policySubject(plan.domain.ascii);
    row.live = live.policy ? live.policy->raw : QByteArray();
    const bool announced = live.record && live.record->state != StsRecordSet::State::Absent;
    if (!plan.policy) {
        if (!live.policy)
            return std::nullopt;
        // Without a record no sender asks for it (RFC 8461 §3.1).
        row.state = announced ? LiveState::Unexpected : live.record ? LiveState::Same : LiveState::NotTested;
        if (!announced)
            row.notes = {live.record ? QStringLiteral("not-announced") : QStringLiteral("record-unknown")};
        if (row.isDifferent())
            decide(row, LooksRight::Nobody, "nobody-knows");
        return row;
    }
    row.planned = policyText(*plan.policy).value_or(QByteArray());
    if (live.file != LiveDomain::File::There) {
        row.state = live.file == LiveDomain::File::None ? LiveState::Missing : LiveState::NotTested;
        row.notes = row.isDifferent() ? QStringList() : QStringList{QStringLiteral("not-fetched")};
        row.paste = row.isDifferent() ? row.planned : QByteArray();
        if (row.isDifferent())
            decide(row, announced ? LooksRight::Plan : LooksRight::Nobody, announced ? "record-without-policy" : "not-published-yet");
        return row;
    }
    const std::optional<PolicyTerms> served = termsOf(*live.policy);
    if (audit.stsStatus == StsStatus::PolicyUnavailable)
        row.notes.append(QStringLiteral("senders-do-not-get-it"));
    if (!served) {
        row.state = LiveState::Differs;
        row.lines = asWritten(row.planned, *live.policy);
        row.paste = row.planned;
        decide(row, LooksRight::Plan, "live-is-invalid");
        return row;
    }
    row.lines = linesOf(*plan.policy, *served, *live.policy);
    if (sameMeaning(*plan.policy, *served)) {
        const bool otherHosts = plan.policy->mode == PolicyMode::None && plan.policy->mx != served->mx;
        row.notes += otherHosts ? QStringList{QStringLiteral("ignored-by-senders")} : writtenDifferently(row.planned, *live.policy);
        return row;
    }
    if (sendersActAlike(parsePolicy(row.planned), *live.policy)) // a further field, RFC 8461 §3.2
        row.notes.append(QStringLiteral("ignored-by-senders"));
    row.state = LiveState::Differs;
    row.paste = row.planned;
    decidePolicy(row, plan, *served, audit, live);
    const bool valid = live.record && live.record->state == StsRecordSet::State::One && live.record->record.valid();
    if (valid && live.record->record.id == plan.id) // RFC 8461 §3.1: senders that know it would not fetch again
        row.notes.append(QStringLiteral("id-is-the-same"));
    return row;
}

namespace
{

/// Digits of an id made of a date and time, as most are; empty for another kind.
QString datedId(const QByteArray &id)
{
    static const QRegularExpression dated(QStringLiteral("^(20[0-9]{6})T?([0-9]{0,9})Z?$"));
    const QRegularExpressionMatch match = dated.match(QString::fromLatin1(id));
    return match.hasMatch() ? match.captured(1) + match.captured(2) : QString();
}

/// Where the id stands among those published; -1 where it is unknown.
qsizetype placeOf(const Plan &plan, const QByteArray &id)
{
    for (qsizetype i = plan.published.size() - 1; i >= 0; --i) {
        if (plan.published.at(i).id == id)
            return i;
    }
    return -1;
}

Values idValues(const Plan &plan, const QByteArray &liveId)
{
    return {{QStringLiteral("live"), QString::fromUtf8(liveId)}, {QStringLiteral("plan"), QString::fromUtf8(plan.id)}};
}

void decideRecord(LiveRow &row, const Plan &plan, const QByteArray &liveId, const std::optional<LiveRow> &policy)
{
    const Values values = idValues(plan, liveId);
    const qsizetype livePlace = placeOf(plan, liveId);
    const qsizetype planPlace = placeOf(plan, plan.id);
    const QString liveTime = datedId(liveId);
    const QString planTime = datedId(plan.id);
    const bool dated = liveTime.size() == planTime.size() && !liveTime.isEmpty();
    if (policy && policy->state == LiveState::Same && !stoodForAnother(plan, liveId))
        decide(row, LooksRight::Live, "policy-is-the-same", values); // senders know this id; a new one changes nothing
    else if (policy && policy->state == LiveState::Differs && policy->right != LooksRight::Nobody)
        decide(row, policy->right, policy->right == LooksRight::Live ? "as-live-policy" : "as-planned-policy", values);
    else if (livePlace >= 0 && planPlace >= 0 && livePlace != planPlace)
        decide(row, livePlace < planPlace ? LooksRight::Plan : LooksRight::Live, livePlace < planPlace ? "live-id-older" : "live-id-newer",
               values);
    else if (dated)
        decide(row, liveTime < planTime ? LooksRight::Plan : LooksRight::Live, liveTime < planTime ? "live-id-older" : "live-id-newer",
               values);
    else
        decide(row, LooksRight::Nobody, "nobody-knows", values);
}

} // namespace

LiveRow recordRow(const Plan &plan, const DomainAudit &audit, const LiveDomain &live, const std::optional<LiveRow> &policy)
{
    LiveRow row;
    row.item = PlanItem::Record;
    row.subject = recordSubject(plan.domain.ascii);
    row.type = QStringLiteral("TXT");
    row.planned = plan.policy ? stsRecordText(plan.id).value_or(QByteArray()) : QByteArray();
    if (!live.record) {
        row.state = LiveState::NotTested;
        row.notes.append(notLookedUp(audit.facts.sts));
        return row;
    }
    const StsRecordSet &set = *live.record;
    const bool one = set.state == StsRecordSet::State::One;
    if (set.state != StsRecordSet::State::Absent)
        row.live = one || set.candidates.isEmpty() ? set.record.raw : QByteArrayList(set.candidates).join('\n');
    if (set.state == StsRecordSet::State::Absent) {
        row.state = row.planned.isEmpty() ? LiveState::Same : LiveState::Missing;
        if (row.isDifferent())
            decide(row, LooksRight::Nobody, "not-published-yet");
    } else if (row.planned.isEmpty()) {
        row.state = LiveState::Unexpected;
        decide(row, LooksRight::Nobody, "nobody-knows");
    } else if (!one || !set.record.valid()) {
        row.state = LiveState::Differs;
        decide(row, LooksRight::Plan, set.state == StsRecordSet::State::Multiple ? "live-is-several" : "live-is-invalid");
    } else if (set.record.id != plan.id && policy && policy->state == LiveState::Same && announcesPolicy(plan, set.record.id)) {
        row.notes.append(QStringLiteral("another-id"));
        row.values = idValues(plan, set.record.id);
    } else if (set.record.id != plan.id) {
        row.state = LiveState::Differs;
        decideRecord(row, plan, set.record.id, policy);
    } else if (set.record.raw != row.planned) {
        row.notes.append(set.record.extensions.isEmpty() ? QStringLiteral("written-differently") : QStringLiteral("extensions"));
    }
    if (row.isDifferent())
        row.paste = row.planned;
    for (const TxtRecord &record : txtRecords(audit.facts.sts).records) {
        if (row.state == LiveState::Same && record.joined() == set.record.raw && record.strings.size() > 1)
            row.notes.append(QStringLiteral("split")); // RFC 8461 §3.1: the strings are joined
    }
    return row;
}

} // namespace mta
