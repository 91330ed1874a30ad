// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/undo.h"

#include "base/domainname.h"
#include "base/jsontext.h"
#include "base/wiretext.h"
#include "deploy/publications.h"
#include "store/jsonreader.h"
#include "store/jsonwriter.h"
#include "store/planmembers.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mta
{
namespace
{

constexpr int undoVersion = 1;
constexpr RecordType publishedTypes[] = {RecordType::A, RecordType::Aaaa, RecordType::Cname, RecordType::Txt, RecordType::Tlsa};

QJsonObject toJson(const ExactRecord &record)
{
    return {{QStringLiteral("owner"), record.owner},
            {QStringLiteral("type"), recordTypeName(record.type)},
            {QStringLiteral("ttl"), static_cast<qint64>(record.ttl.count())},
            {QStringLiteral("data"), QString::fromLatin1(record.data.toHex())}};
}

QJsonArray toJson(const QList<ExactRecord> &records)
{
    QJsonArray array;
    for (const ExactRecord &record : records)
        array.append(toJson(record));
    return array;
}

QJsonObject toJson(const RecordChanges &changes)
{
    QJsonArray seen;
    for (const ExactSet &set : changes.seen)
        seen.append(QJsonObject{{QStringLiteral("owner"), set.owner},
                                {QStringLiteral("type"), recordTypeName(set.type)},
                                {QStringLiteral("records"), toJson(set.own())}});
    return {
        {QStringLiteral("seen"), seen}, {QStringLiteral("remove"), toJson(changes.remove)}, {QStringLiteral("add"), toJson(changes.add)}};
}

/// Policies need not be text: base64. Null where there is no file.
QJsonValue toJson(const PolicyFileState &state)
{
    return state.exists ? QJsonValue(QString::fromLatin1(state.text.toBase64())) : QJsonValue();
}

/// Reads with one flag: whatever is not as it was written makes the whole unusable.
class Reader
{
public:
    bool good = true;

    QString name(const QJsonValue &value)
    {
        const QString text = value.toString();
        good = good && !text.isEmpty() && normalisedName(text) == text;
        return text;
    }
    RecordType type(const QJsonValue &value)
    {
        for (const RecordType known : publishedTypes) {
            if (value.toString() == recordTypeName(known))
                return known;
        }
        good = false;
        return RecordType::Txt;
    }
    QList<ExactRecord> records(const QJsonValue &value)
    {
        QList<ExactRecord> result;
        good = good && value.isArray() && value.toArray().size() <= maxRecordsPerMessage;
        for (const QJsonValue &entry : good ? value.toArray() : QJsonArray()) {
            const QByteArray hex = entry[QLatin1String("data")].toString().toLatin1();
            const QByteArray data = QByteArray::fromHex(hex);
            const double ttl = entry[QLatin1String("ttl")].toDouble(-1);
            good = good && data.toHex() == hex && data.size() <= 0xffff && ttl >= 0 && ttl <= 0x7fffffff;
            result.append({name(entry[QLatin1String("owner")]), std::chrono::seconds(static_cast<qint64>(ttl)),
                           type(entry[QLatin1String("type")]), data});
        }
        return result;
    }
    RecordChanges changes(const QJsonValue &value)
    {
        RecordChanges result;
        const QJsonArray seen = value[QLatin1String("seen")].toArray();
        good = good && seen.size() <= maxRecordsPerMessage;
        for (const QJsonValue &set : good ? seen : QJsonArray())
            result.seen.append(
                {name(set[QLatin1String("owner")]), type(set[QLatin1String("type")]), records(set[QLatin1String("records")])});
        result.remove = records(value[QLatin1String("remove")]);
        result.add = records(value[QLatin1String("add")]);
        return result;
    }
    std::optional<Publication> former(const QJsonObject &root)
    {
        std::optional<Publication> publication;
        JsonReading reading;
        const JsonPlace top;
        JsonReader(root, top, reading).member("former", publication);
        good = good && !reading.error;
        return publication;
    }
    PolicyFileState state(const QJsonValue &value)
    {
        good = good && (value.isNull() || value.isString());
        const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        good = good && (value.isNull() || decoded);
        return good && value.isString() ? PolicyFileState{true, *decoded} : PolicyFileState{};
    }
};

} // namespace

Result<Undo> begun(const Undo &now, const std::optional<Undo> &earlier)
{
    if (!earlier || earlier->complete || earlier->domain != now.domain)
        return now;
    if (!earlier->place.isEmpty() && !now.place.isEmpty() && earlier->place != now.place)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Publish",
                                                 "An earlier publishing wrote to %1 and did not come to its end. Go on there, or "
                                                 "take it back first.")
                         .arg(visibleText(earlier->place, 600))};
    Undo result = now;
    result.former = earlier->former;
    if (now.place.isEmpty())
        result.place = earlier->place;
    PolicyFileChange &policy = result.published.policy;
    const PolicyFileChange &before = earlier->published.policy;
    if (policy.isEmpty())
        policy = before;
    else if (policy.before == before.after)
        policy.before = before.before;
    for (const auto part : {&PublishDraft::others, &PublishDraft::announcement})
        result.published.*part = joined(earlier->published.*part, now.published.*part);
    return result;
}

std::optional<Publication> standingPublication(const Plan &plan)
{
    const bool stands = !plan.published.isEmpty() && !plan.published.last().until.isValid();
    return stands ? std::optional(plan.published.last()) : std::nullopt;
}

Plan withRollBack(const Plan &plan, const std::optional<Publication> &former, const QDateTime &now)
{
    Plan then = plan;
    then.policy = former ? std::optional(former->policy) : std::nullopt;
    then.id = former ? former->id : QByteArray();
    Plan result = plan;
    result.published = withPublished(then, now).published;
    return result;
}

QByteArray undoText(const Undo &undo)
{
    const PublishDraft &published = undo.published;
    const QJsonObject policy{{QStringLiteral("before"), toJson(published.policy.before)},
                             {QStringLiteral("after"), toJson(published.policy.after)}};
    return QJsonDocument(QJsonObject{{QStringLiteral("undoVersion"), undoVersion},
                                     {QStringLiteral("domain"), undo.domain},
                                     {QStringLiteral("place"), undo.place},
                                     {QStringLiteral("complete"), undo.complete},
                                     {QStringLiteral("former"), JsonWriter::toJson(undo.former)},
                                     {QStringLiteral("policy"), policy},
                                     {QStringLiteral("records"), toJson(published.others)},
                                     {QStringLiteral("announcement"), toJson(published.announcement)}})
        .toJson();
}

Result<Undo> readUndo(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    Reader reader;
    reader.good =
        json.size() <= maxUndoSize && root.value(QLatin1String("undoVersion")).toInt() == undoVersion && repeatedJsonMember(json).isNull();
    const QJsonValue policy = root.value(QLatin1String("policy"));
    const Undo undo{reader.name(root.value(QLatin1String("domain"))),
                    root.value(QLatin1String("place")).toString(),
                    {{reader.state(policy[QLatin1String("before")]), reader.state(policy[QLatin1String("after")])},
                     reader.changes(root.value(QLatin1String("records"))),
                     reader.changes(root.value(QLatin1String("announcement")))},
                    root.value(QLatin1String("complete")).toBool(),
                    reader.former(root)};
    if (reader.good)
        return undo;
    return Error{ErrorCode::InvalidInput,
                 QCoreApplication::translate("Publish", "This does not say what was published: it is damaged, or of another kind.")};
}

} // namespace mta
