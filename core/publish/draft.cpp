// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/draft.h"

#include "publish/mailservers.h"
#include <QCoreApplication>

namespace mta
{
namespace
{

QString words(const char *text)
{
    return QCoreApplication::translate("Publish", text);
}

Error failed(const UpdateOutcome &outcome, const UpdateServer &server)
{
    return {outcome.end == UpdateEnd::ChangedMeanwhile ? ErrorCode::Changed : ErrorCode::Io, updateSentence(outcome, server)};
}

/// The policy file as it is to be: none where the plan has no policy (RFC 8461 §8.3).
Result<PolicyFileState> fileOf(const Plan &plan)
{
    if (!plan.policy)
        return PolicyFileState{};
    const std::optional<QByteArray> text = policyText(*plan.policy);
    if (!text)
        return Error{ErrorCode::InvalidInput,
                     words(QT_TRANSLATE_NOOP("Publish", "No policy says what the plan says (RFC 8461 §3.2). Mend the plan first."))};
    return PolicyFileState{true, *text};
}

/// Only what still stands as it was published is undone. Of a publishing that was cut off some sets were changed and others were not.
Result<RecordChanges> undoing(const RecordChanges &made, const UpdateServer &server, const Context &context)
{
    RecordChanges back;
    for (const RecordChanges &part : setBySet(inverse(made))) {
        const ZoneView now = lookAtZone(server, questionsOf(part), context);
        if (!now.outcome)
            return failed(now.outcome, server);
        if (isDone(part, now.sets))
            continue;
        if (!isDone(inverse(part), now.sets))
            return failed({UpdateEnd::ChangedMeanwhile, {}}, server);
        back.seen += part.seen;
        back.remove += part.remove;
        back.add += part.add;
    }
    return back;
}

PublishOutcome publishStage(PublishStage step, const PublishDraft &draft, const PublishTargets &targets, const ServedCheck &served,
                            const Context &context)
{
    if (step == PublishStage::Served) {
        const QString why = served ? served(context) : QString();
        return why.isNull() ? PublishOutcome{} : PublishOutcome{step, UpdateEnd::Done, why};
    }
    if (step == PublishStage::Policy) {
        const Result<bool> done = publishPolicyFile(*targets.policy, draft.policy, context);
        return done ? PublishOutcome{} : PublishOutcome{step, UpdateEnd::Done, done.error().text};
    }
    const RecordChanges &changes = step == PublishStage::Announcement ? draft.announcement : draft.others;
    const RecordPublication publication = publishRecords(*targets.dns, changes, context);
    if (publication.verified)
        return {};
    if (publication.outcome)
        return {
            step, publication.now.outcome.end,
            publication.now.outcome
                ? words(QT_TRANSLATE_NOOP("Publish", "The name server says that the change is made, but the records are not there. Other "
                                                     "records of the same name may be in the way (RFC 2136 §3.4.2.2)."))
                : updateSentence(publication.now.outcome, *targets.dns)};
    QString text = updateSentence(publication.outcome, *targets.dns);
    if (publication.outcome.unknown() && publication.now.outcome)
        text += u' ' + words(QT_TRANSLATE_NOOP("Publish", "The records were looked at: the change was not made."));
    else if (publication.outcome.unknown())
        text += u' ' + words(QT_TRANSLATE_NOOP("Publish", "Whether the change was made is not known."));
    return {step, publication.outcome.end, text};
}

} // namespace

Result<PublishDraft> draftFor(const Plan &plan, const PublishTargets &targets, const QStringList &tlsaHosts, const Context &context)
{
    PublishDraft draft;
    if (targets.policy) {
        const Result<PolicyFileState> file = fileOf(plan);
        if (!file)
            return file.error();
        const Result<PolicyFileState> now = lookAtPolicyFile(*targets.policy, context);
        if (!now)
            return now.error();
        draft.policy = {*now, *file};
    }
    if (targets.dns) {
        const QString &zone = targets.dns->zone;
        const ZoneView head = lookAtZone(*targets.dns, {{zone, RecordType::Soa}}, context);
        if (!head.outcome)
            return failed(head.outcome, *targets.dns);
        if (head.sets.first().records.isEmpty()) // no zone begins there
            return failed({UpdateEnd::NotAuthoritative, {}}, *targets.dns);
        const QList<Question> questions = questionsFor(plan, zone, tlsaHosts);
        const ZoneView now = lookAtZone(*targets.dns, questions + mailQuestions(plan.domain, zone), context);
        if (!now.outcome)
            return failed(now.outcome, *targets.dns);
        draft.zone = now.sets;
        const SplitChanges changes = split(changesTowards(plan, zone, now.sets.first(questions.size())), plan.domain);
        draft.others = changes.others;
        draft.announcement = changes.announcement;
    }
    return draft;
}

Result<PublishDraft> rollBackOf(const PublishDraft &published, const PublishTargets &targets, const Context &context)
{
    PublishDraft back;
    if (targets.policy && !published.policy.isEmpty()) {
        const Result<PolicyFileState> now = lookAtPolicyFile(*targets.policy, context);
        if (!now)
            return now.error();
        if (*now != published.policy.before && *now != published.policy.after)
            return Error{ErrorCode::Changed, words(QT_TRANSLATE_NOOP("Publish", "%1 has been changed since it was published, so it is not "
                                                                                "taken back."))
                                                 .arg(placeText(*targets.policy))};
        if (*now == published.policy.after)
            back.policy = inverse(published.policy);
    }
    for (const auto part : {&PublishDraft::others, &PublishDraft::announcement}) {
        if (!targets.dns || (published.*part).isEmpty())
            continue;
        const Result<RecordChanges> changes = undoing(published.*part, *targets.dns, context);
        if (!changes)
            return changes.error();
        back.*part = *changes;
    }
    return back;
}

bool movesHost(const PublishDraft &draft)
{
    const auto isAbout = [](const char *label) {
        return [label](const auto &entry) { return entry.owner.startsWith(QLatin1String(label)); }; // RFC 8461 §3.1, §3.3
    };
    const auto isAnnounced = [&](const ExactSet &set) { return isAbout("_mta-sts.")(set) && !set.records.isEmpty(); };
    const auto ledSomewhere = [&](const ExactSet &set) { return isAbout("mta-sts.")(set) && !set.records.isEmpty(); };
    return std::any_of(draft.others.add.cbegin(), draft.others.add.cend(), isAbout("mta-sts.")) &&
           std::any_of(draft.others.seen.cbegin(), draft.others.seen.cend(), ledSomewhere) &&
           std::any_of(draft.zone.cbegin(), draft.zone.cend(), isAnnounced);
}

QList<PublishStage> stepsOf(const PublishDraft &draft)
{
    QList<PublishStage> steps;
    const bool announces = !draft.announcement.add.isEmpty();
    const bool moves = movesHost(draft);
    if (!draft.announcement.isEmpty() && !announces)
        steps.append(PublishStage::Announcement); // RFC 8461 §8.3: without the record nobody comes for the rest
    if (!draft.policy.isEmpty())
        steps.append(PublishStage::Policy);
    if (moves)
        steps.append(PublishStage::Served);
    if (!draft.others.isEmpty())
        steps.append(PublishStage::Records);
    if (announces && !moves)
        steps.append(PublishStage::Served);
    if (announces)
        steps.append(PublishStage::Announcement);
    return steps;
}

PublishOutcome publish(const PublishDraft &draft, const PublishTargets &targets, const ServedCheck &served,
                       const std::function<void(PublishStage)> &progress, const Context &context)
{
    for (const PublishStage step : stepsOf(draft)) {
        if (context.cancelled())
            return {step, UpdateEnd::Cancelled, words(QT_TRANSLATE_NOOP("Publish", "Stopped before all was published."))};
        if (progress)
            progress(step);
        const PublishOutcome outcome = publishStage(step, draft, targets, served, context);
        if (!outcome.done())
            return outcome;
    }
    return {};
}

} // namespace mta
