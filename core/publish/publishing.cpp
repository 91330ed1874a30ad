// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/publishing.h"

#include "audit/linediff.h"
#include "base/readatmost.h"
#include "base/wiretext.h"
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
        if (!draft.policy.after.exists && !targets.dns)
            text += QLatin1String("    ") +
                    words(QT_TRANSLATE_NOOP("Publish", "Its record _mta-sts is not looked at from here. Where it still stands, take that "
                                                       "away first: it leads senders to this file (RFC 8461 §8.3).")) +
                    u'\n';
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
        return words(QT_TRANSLATE_NOOP("Publish", "Writing the policy file, or taking it away."));
    case PublishStage::Records:
        return words(QT_TRANSLATE_NOOP("Publish", "Changing the other records."));
    case PublishStage::Served:
        return words(QT_TRANSLATE_NOOP("Publish", "Looking whether every address of the policy host shows the policy."));
    case PublishStage::Announcement:
        return words(QT_TRANSLATE_NOOP("Publish", "Changing the record _mta-sts, which senders look at."));
    }
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
