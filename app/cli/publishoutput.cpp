// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/publishoutput.h"

#include "app/cli/words.h"
#include "audit/linediff.h"
#include "base/wiretext.h"
#include <QJsonArray>

namespace mta::cli
{

namespace
{

const char *stepName(PublishStep step)
{
    switch (step) {
    case PublishStep::Policy:
        return "policy";
    case PublishStep::Records:
        return "records";
    case PublishStep::Served:
        return "served";
    case PublishStep::Announcement:
        return "announcement";
    }
    return "";
}

QString line(char sign, const QString &text)
{
    return QLatin1String("  ") + QLatin1Char(sign) + u' ' + text + u'\n';
}

QString policyText(const PolicyFileChange &change)
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

QJsonArray recordsJson(const QList<ExactRecord> &others, const QList<ExactRecord> &announcement)
{
    QJsonArray array;
    for (const ExactRecord &record : others + announcement)
        array.append(recordText(record));
    return array;
}

QJsonValue stateJson(const PolicyFileState &state)
{
    return state.exists ? QJsonValue(utf8Text(state.text)) : QJsonValue();
}

} // namespace

QString draftText(const PublishShow &show)
{
    QString text;
    const PublishDraft &draft = show.draft;
    if (show.targets.policy && !draft.policy.isEmpty()) {
        const char *heading = !draft.policy.after.exists    ? QT_TRANSLATE_NOOP("CommandLine", "The policy file %1 is removed:")
                              : !draft.policy.before.exists ? QT_TRANSLATE_NOOP("CommandLine", "The policy file %1 is made:")
                                                            : QT_TRANSLATE_NOOP("CommandLine", "The policy file %1 changes:");
        text += words(heading).arg(placeText(*show.targets.policy)) + u'\n' + policyText(draft.policy);
        if (onlyEndsDiffer(draft.policy))
            text += QLatin1String("    ") +
                    words(QT_TRANSLATE_NOOP("CommandLine", "Only the ends of lines change (CRLF, RFC 8461 §3.2).")) + u'\n';
    }
    const QString records = recordsText(draft.others) + recordsText(draft.announcement);
    if (!records.isEmpty())
        text += words(QT_TRANSLATE_NOOP("CommandLine", "Records of the zone %1 change at the name server %2:"))
                    .arg(show.targets.dns->zone, nameserverText(show.targets.dns->server)) +
                u'\n' + records;
    for (const ZoneRecord &record : show.elsewhere) {
        if (const std::optional<ExactRecord> exact = exactRecord(record))
            text += words(QT_TRANSLATE_NOOP("CommandLine", "Not in this zone, and left to you: %1")).arg(recordText(*exact)) + u'\n';
    }
    return text;
}

QJsonObject draftJson(const PublishShow &show, const QString &status, const PublishOutcome &outcome)
{
    QJsonObject object{{QStringLiteral("domain"), show.domain},
                       {QStringLiteral("action"), show.rollBack ? QStringLiteral("roll-back") : QStringLiteral("publish")},
                       {QStringLiteral("status"), status},
                       {QStringLiteral("policy"), QJsonValue()},
                       {QStringLiteral("dns"), QJsonValue()}};
    const PublishDraft &draft = show.draft;
    if (show.targets.policy)
        object[QLatin1String("policy")] = QJsonObject{{QStringLiteral("file"), placeText(*show.targets.policy)},
                                                      {QStringLiteral("before"), stateJson(draft.policy.before)},
                                                      {QStringLiteral("after"), stateJson(draft.policy.after)},
                                                      {QStringLiteral("changed"), !draft.policy.isEmpty()}};
    if (show.targets.dns) {
        QJsonArray elsewhere;
        for (const ZoneRecord &record : show.elsewhere) {
            if (const std::optional<ExactRecord> exact = exactRecord(record))
                elsewhere.append(recordText(*exact));
        }
        object[QLatin1String("dns")] = QJsonObject{{QStringLiteral("server"), nameserverText(show.targets.dns->server)},
                                                   {QStringLiteral("zone"), show.targets.dns->zone},
                                                   {QStringLiteral("remove"), recordsJson(draft.others.remove, draft.announcement.remove)},
                                                   {QStringLiteral("add"), recordsJson(draft.others.add, draft.announcement.add)},
                                                   {QStringLiteral("elsewhere"), elsewhere}};
    }
    if (outcome.failed) {
        object[QLatin1String("failedStep")] = QLatin1String(stepName(*outcome.failed));
        object[QLatin1String("reason")] = QLatin1String(updateEndName(outcome.end));
    }
    if (!outcome.text.isEmpty())
        object[QLatin1String("message")] = outcome.text;
    return object;
}

QString stepText(PublishStep step)
{
    switch (step) {
    case PublishStep::Policy:
        return words(QT_TRANSLATE_NOOP("CommandLine", "Writing the policy file."));
    case PublishStep::Records:
        return words(QT_TRANSLATE_NOOP("CommandLine", "Changing the other records."));
    case PublishStep::Served:
        return words(QT_TRANSLATE_NOOP("CommandLine", "Looking whether every address of the policy host shows the policy."));
    case PublishStep::Announcement:
        return words(QT_TRANSLATE_NOOP("CommandLine", "Changing the record _mta-sts, which senders look at."));
    }
    return {};
}

} // namespace mta::cli
