// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "store/sightingstore.h"

#include "audit/historyhits.h"
#include "base/filename.h"
#include "base/jsontext.h"
#include "store/factsmembers.h"
#include "store/jsonreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace mta
{

namespace
{

const QString formatName = QStringLiteral("mta-sts-studio-sightings");
constexpr int formatVersion = 1;
/// As many sightings as there can be, each with the largest policy in octets and as text.
constexpr qint64 maxFileSize = 32 * 1024 * 1024;

} // namespace

QString SightingStore::pathOf(const DomainName &domain) const
{
    return m_folder + u'/' + fileNameFor(domain.ascii, QStringLiteral("json"));
}

QList<Sighting> SightingStore::of(const DomainName &domain) const
{
    QFile file(pathOf(domain));
    if (domain.ascii.isEmpty() || !QFileInfo(file.fileName()).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > maxFileSize)
        return {};
    const QByteArray octets = file.read(maxFileSize);
    const QJsonObject document = QJsonDocument::fromJson(octets).object();
    if (document.isEmpty() || !repeatedJsonMember(octets).isNull() || document.value(QLatin1String("format")).toString() != formatName ||
        document.value(QLatin1String("version")).toInt() != formatVersion ||
        document.value(QLatin1String("domain")).toString() != domain.ascii)
        return {};
    JsonReading reading;
    QList<Sighting> sightings;
    JsonReader(document, {}, reading).list("sightings", sightings, maxSightings);
    return reading.error ? QList<Sighting>() : sightings;
}

Result<bool> SightingStore::remember(const DomainName &domain, const QList<Sighting> &sightings) const
{
    QJsonArray array;
    for (const Sighting &sighting : sightings)
        array.append(JsonWriter::toJson(sighting));
    const QJsonObject document{{QStringLiteral("format"), formatName},
                               {QStringLiteral("version"), formatVersion},
                               {QStringLiteral("domain"), domain.ascii},
                               {QStringLiteral("sightings"), array}};
    const QByteArray octets = QJsonDocument(document).toJson();
    QDir().mkpath(m_folder);
    QSaveFile file(pathOf(domain));
    if (domain.ascii.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size() || !file.commit())
        return Error{ErrorCode::Io, QCoreApplication::translate("Store", "What was seen of %1 could not be remembered (%2).")
                                        .arg(domain.unicode, file.errorString())};
    return true;
}

Result<bool> SightingStore::carryOn(DomainFacts &facts) const
{
    const QList<Sighting> known = of(facts.domain);
    facts.history = joined(known + facts.history, facts.observedAt);
    const std::optional<Sighting> now = sightingOf(facts);
    if (!now)
        return true;
    return remember(facts.domain, joined(known + facts.history + QList<Sighting>{*now}));
}

void SightingStore::tidy(int most) const
{
    QDir folder(m_folder);
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Time); // newest first
    for (const QString &name : names.mid(most))
        folder.remove(name);
}

} // namespace mta
