// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// What Route 53 and Cloudflare take over their interfaces: JSON documents.
#include "deploy/zonequoting.h"
#include "deploy/zonewriters.h"
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mta::zonewriters
{

namespace
{

QJsonObject cloudflareRecord(const RecordSet &set, const ZoneRecord &record)
{
    QJsonObject object{{QStringLiteral("type"), recordTypeName(set.type)},
                       {QStringLiteral("name"), set.owner},
                       {QStringLiteral("ttl"), qint64(set.ttl.count())}};
    switch (set.type) {
    case RecordType::Tlsa: {
        const TlsaFields tlsa = tlsaFields(record);
        object[QLatin1String("data")] = QJsonObject{{QStringLiteral("usage"), tlsa.usage},
                                                    {QStringLiteral("selector"), tlsa.selector},
                                                    {QStringLiteral("matching_type"), tlsa.matchingType},
                                                    {QStringLiteral("certificate"), tlsa.data}};
        break;
    }
    case RecordType::Txt:
        object[QLatin1String("content")] = QString::fromLatin1(quotedStrings(record.value));
        break;
    case RecordType::Mx:
        object[QLatin1String("content")] = QString::fromLatin1(record.value);
        object[QLatin1String("priority")] = record.preference;
        break;
    default: // an address or alias: a proxy of Cloudflare's before it would serve what it pleases
        object[QLatin1String("content")] = QString::fromLatin1(record.value);
        object[QLatin1String("proxied")] = false;
    }
    return object;
}

/// Between single quotes of the shell nothing but a single quote has a meaning.
QByteArray shellJson(const QJsonDocument &document)
{
    return '\'' + document.toJson(QJsonDocument::Indented).trimmed().replace('\'', "\\u0027") + '\'';
}

} // namespace

Result<QByteArray> route53(const ZoneContent &content)
{
    QJsonArray changes;
    for (const RecordSet &set : content.sets) {
        QJsonArray values;
        for (const ZoneRecord &record : set.records) {
            const QByteArray value = set.type == RecordType::Txt ? quotedStringsOctal(record.value) : presentation(record);
            values.append(QJsonObject{{QStringLiteral("Value"), QString::fromLatin1(value)}});
        }
        changes.append(QJsonObject{{QStringLiteral("Action"), QStringLiteral("UPSERT")},
                                   {QStringLiteral("ResourceRecordSet"), QJsonObject{{QStringLiteral("Name"), QString(set.owner + u'.')},
                                                                                     {QStringLiteral("Type"), recordTypeName(set.type)},
                                                                                     {QStringLiteral("TTL"), qint64(set.ttl.count())},
                                                                                     {QStringLiteral("ResourceRecords"), values}}}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("Changes"), changes}}).toJson(QJsonDocument::Indented);
}

Result<QByteArray> cloudflare(const ZoneContent &content)
{
    QJsonArray posts;
    QStringList names;
    QHash<QString, QByteArray> types;
    for (const Replaced &replaced : replacedBy(content)) {
        names.append(replaced.set->owner);
        types[replaced.set->owner] += ' ' + recordTypeName(replaced.type).toLatin1();
    }
    names.removeDuplicates();
    QByteArray older;
    for (const QString &name : names)
        older += name.toLatin1() + types[name] + '\n';
    for (const RecordSet &set : content.sets)
        for (const ZoneRecord &record : set.records)
            posts.append(cloudflareRecord(set, record));
    return R"sh(#!/usr/bin/env bash
# Needs bash, curl and jq. The token needs the permission "Zone, DNS, Edit", for this zone alone.
set -euo pipefail
: "${CLOUDFLARE_API_TOKEN:?}" "${CLOUDFLARE_ZONE_ID:?}"
records="https://api.cloudflare.com/client/v4/zones/$CLOUDFLARE_ZONE_ID/dns_records"

call() { # the token goes in by standard input, where no list of processes shows it
    curl --fail-with-body --silent --show-error --header @- "$@" <<END
Authorization: Bearer $CLOUDFLARE_API_TOKEN
Content-Type: application/json
END
}

# Older records that make way: a name and its types. Whatever else an answer holds stays.
deletes='[]'
while read -r name types; do
    found=$(call --get --data-urlencode "name.exact=$name" "$records")
    deletes=$(jq --argjson found "$found" --arg name "$name" --arg types "$types" '
        ($types | split(" ")) as $wanted | . + [$found.result[] | select(.name == $name and (.type | IN($wanted[]))) | {id}]' <<<"$deletes")
done <<'END'
)sh" + older +
           R"sh(END

posts=)sh" +
           shellJson(QJsonDocument(posts)) +
           R"sh(

# All at once: the whole list comes into force, or nothing of it.
changes=$(jq --null-input --argjson deletes "$deletes" --argjson posts "$posts" '{deletes: $deletes, posts: $posts}')
call --request POST --data "$changes" "$records/batch"
)sh";
}

} // namespace mta::zonewriters
