// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/publishoutput.h"

#include "app/cli/words.h"
#include "base/wiretext.h"
#include <QJsonArray>

namespace mta::cli
{

namespace
{

const char *stepName(PublishStage step)
{
    switch (step) {
    case PublishStage::Policy:
        return "policy";
    case PublishStage::Records:
        return "records";
    case PublishStage::Served:
        return "served";
    case PublishStage::Announcement:
        return "announcement";
    }
    return "";
}

QJsonArray recordsJson(const QList<ExactRecord> &others, const QList<ExactRecord> &announcement)
{
    QJsonArray array;
    for (const ExactRecord &record : others + announcement)
        array.append(recordText(record));
    return array;
}

QString timeOf(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QJsonValue stateJson(const PolicyFileState &state)
{
    return state.exists ? QJsonValue(utf8Text(state.text)) : QJsonValue();
}

} // namespace

QJsonObject draftJson(const PublishShow &show, const QString &status, const PublishOutcome &outcome)
{
    QJsonObject object{{QStringLiteral("schemaVersion"), 1},
                       {QStringLiteral("tool"), QStringLiteral("MTA-STS Studio " MTA_VERSION)},
                       {QStringLiteral("domain"), show.domain},
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
    if (status == QLatin1String("refused"))
        object[QLatin1String("refusal")] = QJsonObject{
            {QStringLiteral("reason"), show.refusal.reason},
            {QStringLiteral("notBefore"), show.refusal.notBefore.isValid() ? QJsonValue(timeOf(show.refusal.notBefore)) : QJsonValue()}};
    if (!outcome.text.isEmpty())
        object[QLatin1String("message")] = outcome.text;
    return object;
}

} // namespace mta::cli
