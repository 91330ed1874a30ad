// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/preparing.h"

#include "base/wiretext.h"
#include "deploy/publications.h"
#include "publish/publishing.h"
#include "publish/refusal.h"
#include "store/wholefile.h"
#include <QCoreApplication>
#include <QFile>

namespace mta
{
namespace
{

QString words(const char *text)
{
    return QCoreApplication::translate("Publish", text);
}

QString placeOf(const PublishTargets &targets)
{
    return targets.policy ? placeText(*targets.policy) : QString();
}

Result<PublishDraft> rollBackDraft(const Undo &undo, const QString &planPath, const Plan &plan, const PublishTargets &targets,
                                   const Context &context)
{
    if (undo.domain != plan.domain.ascii)
        return Error{
            ErrorCode::InvalidInput,
            words(QT_TRANSLATE_NOOP("Publish", "%1 is of another domain than the plan.")).arg(visibleText(undoPath(planPath), 300))};
    if ((!undo.published.policy.isEmpty() && undo.place != placeOf(targets)) ||
        (!targets.dns && !(undo.published.others.isEmpty() && undo.published.announcement.isEmpty())))
        return Error{ErrorCode::InvalidInput,
                     words(QT_TRANSLATE_NOOP("Publish", "The plan was published elsewhere, too, or to another place. Name all the places "
                                                        "of then."))};
    Result<PublishDraft> back = rollBackOf(undo.published, targets, context);
    if (!back || !targets.dns)
        return back;
    const Result<PublishDraft> now = draftFor(plan, {targets.dns, {}}, {}, context);
    if (!now)
        return now.error();
    PublishDraft draft = *back;
    draft.zone = now->zone;
    return draft;
}

/// What was begun and is now to be seen, at least in part.
bool stands(const BegunPublication &begun, const Plan &live, const PublishTargets &targets)
{
    const bool announced = targets.dns && live.id == begun.id;
    return announced || (targets.policy && begun.policy && live.policy && sameMeaning(*live.policy, *begun.policy));
}

Result<bool> keepUndo(const QString &planPath, const Undo &undo)
{
    const QString why = writeWhole(undoPath(planPath), undoText(undo));
    return why.isNull() ? Result<bool>(true)
                        : Error{ErrorCode::Io,
                                words(QT_TRANSLATE_NOOP("Publish", "Cannot write %1: %2.")).arg(visibleText(undoPath(planPath), 300), why)};
}

Error nothingChanged(const Error &error)
{
    return {
        error.code,
        words(QT_TRANSLATE_NOOP("Publish", "Nothing was changed, for what has to be kept beside the plan cannot be. %1")).arg(error.text)};
}

QStringList tlsaHosts(const Plan &plan)
{
    QStringList hosts;
    for (const IntendedTlsa &tlsa : plan.tlsa)
        hosts.append(tlsa.host);
    hosts.removeDuplicates();
    return hosts;
}

} // namespace

Result<Prepared> prepare(const Plan &plan, const QString &planPath, const PublishTargets &targets, const PublishManner &manner,
                         const AskMailServers &ask, const QDateTime &now, const Context &context)
{
    const Result<PublishJournal> journal = storedJournal(planPath, plan.domain);
    if (!journal)
        return journal.error();
    const PublishJournal known = noLaterThan(*journal, now.addDuration(longestPublishing));
    Undo undo;
    if (manner.takesBack) {
        const Result<Undo> stored = storedUndo(planPath);
        if (!stored)
            return stored.error();
        undo = *stored;
    }
    const Result<PublishDraft> draft = manner.takesBack ? rollBackDraft(undo, planPath, plan, targets, context)
                                                        : draftFor(plan, targets, known.tlsa + manner.tlsaHosts, context);
    if (!draft)
        return draft.error();
    Prepared result{plan, *draft, known, {}};
    const std::optional<PolicyTerms> announced = !manner.takesBack ? plan.policy
                                                 : undo.former     ? std::optional(undo.former->policy)
                                                                   : std::nullopt;
    std::optional<SeenMailServers> seen = mailServersIn(draft->zone, plan.domain);
    const auto transition = [&] { return transitionOf(result.plan, announced, *draft, targets, seen.value_or(SeenMailServers{})); };
    const auto isBegun = [&](const BegunPublication &begun) { return stands(begun, transition().live, targets); };
    result.plan = afterCutOff(plan, known, isBegun, now);
    const auto judge = [&] {
        if (seen)
            result.journal = withLook(known, *seen, now);
        const PlanningTimes times = timesBy(result.journal, seen.value_or(SeenMailServers{}).mx);
        result.refusal = draft->isEmpty() ? Refusal{} : refusalOf(transition(), seen, manner, now, times);
    };
    judge();
    if (result.refusal.reason == QLatin1String("unknown") && !seen && ask) {
        seen = ask();
        judge();
    }
    return result;
}

Plan withOutcome(const Plan &plan, const PublishDraft &draft, const PublishManner &manner, const PublishOutcome &outcome, const Undo &undo,
                 const QDateTime &now)
{
    const bool policy = !draft.policy.isEmpty() && outcome.failed != PublishStage::Policy;
    const bool announcement = !draft.announcement.isEmpty() && outcome.done();
    if (!policy && !announcement)
        return plan;
    return manner.takesBack ? withRollBack(plan, undo.former, now) : withPublished(plan, now);
}

Result<Undo> keepBeginning(const Prepared &prepared, const QString &planPath, const PublishTargets &targets, const PublishManner &manner,
                           const QDateTime &now)
{
    const Plan &plan = prepared.plan;
    const Result<Undo> earlier = storedUndo(planPath);
    PublishDraft published = prepared.draft;
    published.zone.clear();
    const Result<Undo> undo = manner.takesBack ? earlier
                                               : begun({plan.domain.ascii, placeOf(targets), published, false, standingPublication(plan)},
                                                       earlier ? std::optional(*earlier) : std::nullopt);
    if (!undo)
        return undo.error();
    PublishJournal journal = prepared.journal;
    if (const Result<PublishJournal> written = storedJournal(planPath, plan.domain))
        journal = withMeanwhile(journal, *written);
    if (movesHost(prepared.draft))
        journal.hostSince = now.toUTC().addDuration(longestPublishing); // until it is known to have ended
    if (targets.dns && !manner.takesBack)
        journal.tlsa += tlsaHosts(plan);
    journal.tlsa.removeDuplicates();
    const Plan then = withOutcome(plan, prepared.draft, manner, {}, *undo, now);
    if (const std::optional<Publication> standing = standingPublication(then); standing && then != plan)
        journal.begun = BegunPublication{now.toUTC(), standing->id, standing->policy};
    else if (then != plan)
        journal.begun = BegunPublication{now.toUTC(), {}, {}};
    if (const Result<bool> kept = keepJournal(planPath, journal); !kept)
        return nothingChanged(kept.error());
    if (manner.takesBack)
        return undo;
    if (const Result<bool> kept = keepUndo(planPath, *undo); !kept)
        return nothingChanged(kept.error());
    return undo;
}

Result<bool> keepEnd(const Prepared &prepared, const QString &planPath, const PublishManner &manner, const PublishOutcome &outcome,
                     const Undo &undo, const QDateTime &now)
{
    const Result<PublishJournal> kept = storedJournal(planPath, prepared.plan.domain);
    if (!kept)
        return kept.error();
    PublishJournal journal = *kept;
    // A new policy host is looked at before names lead there.
    const bool moved = outcome.failed != PublishStage::Policy && outcome.failed != PublishStage::Served;
    if (movesHost(prepared.draft))
        journal.hostSince = moved ? now.toUTC() : prepared.journal.hostSince;
    if (outcome.done() && !manner.takesBack && !prepared.draft.zone.isEmpty()) // the zone is now as the plan has it
        journal.tlsa = tlsaHosts(prepared.plan);
    if (const Result<bool> done = keepJournal(planPath, journal); !done)
        return done;
    if (!outcome.done())
        return true;
    if (manner.takesBack) {
        QFile::remove(undoPath(planPath));
        return true;
    }
    Undo complete = undo;
    complete.complete = true;
    return keepUndo(planPath, complete);
}

} // namespace mta
