// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/publishing.h"

#include "audit/linediff.h"
#include "base/readatmost.h"
#include "base/wiretext.h"
#include "deploy/policyid.h"
#include "deploy/publications.h"
#include "store/wholefile.h"
#include <QCoreApplication>
#include <QFile>
#include <algorithm>

namespace mta
{
namespace
{

QString words(const char *text)
{
    return QCoreApplication::translate("Publish", text);
}

QString line(char sign, const QString &text)
{
    return QLatin1String("  ") + QLatin1Char(sign) + u' ' + text + u'\n';
}

QString fileText(const PolicyFileChange &change)
{
    QString text;
    for (const LinePair &pair : alignedLines(parsePolicy(change.before.text).lines, parsePolicy(change.after.text).lines)) {
        if (pair.same()) {
            text += line(' ', visibleText(pair.textAfter));
            continue;
        }
        if (pair.before > 0)
            text += line('-', visibleText(pair.textBefore));
        if (pair.after > 0)
            text += line('+', visibleText(pair.textAfter));
    }
    return text;
}

/// Where the lines are the same and the octets are not, the ends of the lines are.
bool onlyEndsDiffer(const PolicyFileChange &change)
{
    const QList<LinePair> pairs = alignedLines(parsePolicy(change.before.text).lines, parsePolicy(change.after.text).lines);
    return change.before.exists && change.after.exists && !change.isEmpty() &&
           std::all_of(pairs.cbegin(), pairs.cend(), [](const LinePair &pair) { return pair.same(); });
}

QString recordsText(const RecordChanges &changes)
{
    QString text;
    for (const ExactRecord &record : changes.remove)
        text += line('-', recordText(record));
    for (const ExactRecord &record : changes.add)
        text += line('+', recordText(record));
    return text;
}

/// Some sender may act on a policy that was published, or nobody knows which ones were.
bool mayBeHeld(const QList<Publication> &published, const QDateTime &now)
{
    return published.isEmpty() || std::any_of(published.cbegin(), published.cend(), [&now](const Publication &each) {
               const QDateTime last = each.until.isValid() ? each.until : now;
               return each.policy.mode != PolicyMode::None && last.addSecs(each.policy.maxAge.count()) > now;
           });
}

} // namespace

QString draftText(const PublishDraft &draft, const PublishTargets &targets, const QList<ZoneRecord> &elsewhere)
{
    QString text;
    if (targets.policy && !draft.policy.isEmpty()) {
        const char *heading = !draft.policy.after.exists    ? QT_TRANSLATE_NOOP("Publish", "The policy file %1 is removed:")
                              : !draft.policy.before.exists ? QT_TRANSLATE_NOOP("Publish", "The policy file %1 is made:")
                                                            : QT_TRANSLATE_NOOP("Publish", "The policy file %1 changes:");
        text += words(heading).arg(placeText(*targets.policy)) + u'\n' + fileText(draft.policy);
        if (onlyEndsDiffer(draft.policy))
            text +=
                QLatin1String("    ") + words(QT_TRANSLATE_NOOP("Publish", "Only the ends of lines change (CRLF, RFC 8461 §3.2).")) + u'\n';
    }
    const QString records = recordsText(draft.others) + recordsText(draft.announcement);
    if (!records.isEmpty())
        text += words(QT_TRANSLATE_NOOP("Publish", "Records of the zone %1 change at the name server %2:"))
                    .arg(targets.dns->zone, nameserverText(targets.dns->server)) +
                u'\n' + records;
    for (const ZoneRecord &record : elsewhere) {
        if (const std::optional<ExactRecord> exact = exactRecord(record))
            text += words(QT_TRANSLATE_NOOP("Publish", "Not in this zone, and left to you: %1")).arg(recordText(*exact)) + u'\n';
    }
    return text;
}

QString stageText(PublishStage stage)
{
    switch (stage) {
    case PublishStage::Policy:
        return words(QT_TRANSLATE_NOOP("Publish", "Writing the policy file."));
    case PublishStage::Records:
        return words(QT_TRANSLATE_NOOP("Publish", "Changing the other records."));
    case PublishStage::Served:
        return words(QT_TRANSLATE_NOOP("Publish", "Looking whether every address of the policy host shows the policy."));
    case PublishStage::Announcement:
        return words(QT_TRANSLATE_NOOP("Publish", "Changing the record _mta-sts, which senders look at."));
    }
    return {};
}

QString refusal(const Plan &plan, const PublishDraft &draft, const PublishTargets &targets, const QDateTime &now)
{
    if (keepsOldId(draft, targets) || idFault(plan).problem == IdProblem::Reused)
        return words(QT_TRANSLATE_NOOP("Publish",
                                       "The policy changes and the id of the record does not, so senders that know the old policy "
                                       "would keep it (RFC 8461 §3.3). Give the plan a new id first."));
    if (!plan.policy && !draft.announcement.isEmpty() && mayBeHeld(plan.published, now))
        return words(QT_TRANSLATE_NOOP("Publish",
                                       "The record would go while senders may still hold a policy of this domain: they would act on "
                                       "it, and nobody could tell them otherwise. First publish mode none under a new id and wait "
                                       "until every policy has run out (RFC 8461 §8.3): mta-sts plan steps FILE --for remove says "
                                       "how, and until when."));
    return {};
}

QString undoPath(const QString &planPath)
{
    return planPath + QLatin1String(".undo");
}

Result<Undo> storedUndo(const QString &planPath)
{
    const QString path = undoPath(planPath);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::InvalidInput,
                     words(QT_TRANSLATE_NOOP("Publish", "There is nothing to take back: %1 is not there or cannot be read."))
                         .arg(visibleText(path, 300))};
    const Result<Undo> undo = readUndo(readAtMost(file, maxUndoSize + 1));
    if (undo)
        return undo;
    return Error{ErrorCode::InvalidInput,
                 words(QT_TRANSLATE_NOOP("Publish", "%1 cannot be used. %2")).arg(visibleText(path, 300), undo.error().text)};
}

Result<bool> keepUndo(const QString &planPath, const Undo &undo)
{
    const QString why = writeWhole(undoPath(planPath), undoText(undo));
    if (why.isNull())
        return true;
    const QString sentence = undo.complete ? words(QT_TRANSLATE_NOOP("Publish", "Cannot write %1: %2."))
                                           : words(QT_TRANSLATE_NOOP("Publish", "Nothing was changed: what is needed to take it back "
                                                                                "cannot be kept in %1: %2."));
    return Error{ErrorCode::Io, sentence.arg(visibleText(undoPath(planPath), 300), why)};
}

Result<PublishDraft> rollBackDraft(const QString &planPath, const DomainName &domain, const PublishTargets &targets, const Context &context)
{
    const Result<Undo> undo = storedUndo(planPath);
    if (!undo)
        return undo.error();
    if (undo->domain != domain.ascii)
        return Error{
            ErrorCode::InvalidInput,
            words(QT_TRANSLATE_NOOP("Publish", "%1 is of another domain than the plan.")).arg(visibleText(undoPath(planPath), 300))};
    const QString place = targets.policy ? placeText(*targets.policy) : QString();
    if ((!undo->published.policy.isEmpty() && undo->place != place) ||
        (!targets.dns && !(undo->published.others.isEmpty() && undo->published.announcement.isEmpty())))
        return Error{ErrorCode::InvalidInput,
                     words(QT_TRANSLATE_NOOP("Publish", "The plan was published elsewhere, too, or to another place. Name all the places "
                                                        "of then."))};
    return rollBackOf(undo->published, targets, context);
}

Plan withOutcome(const Plan &plan, const PublishDraft &draft, const PublishOutcome &outcome, bool rollBack, const QDateTime &now)
{
    const bool policy = !draft.policy.isEmpty() && outcome.failed != PublishStage::Policy;
    const bool announcement = !draft.announcement.isEmpty() && outcome.done();
    if (!policy && !announcement)
        return plan;
    return rollBack ? withRollBack(plan, now) : withPublished(plan, now);
}

bool mayBeKept(const PublishDraft &back)
{
    return !back.announcement.isEmpty() && !back.policy.isEmpty() && back.policy.after.exists;
}

QString mayBeKeptSentence()
{
    return words(QT_TRANSLATE_NOOP("Publish", "A sender that fetched the policy before the record had changed may keep it for up to its "
                                              "max_age. A new id for the old policy would end that."));
}

} // namespace mta
