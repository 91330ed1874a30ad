// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "store/evidence.h"

#include "base/jsontext.h"
#include "base/readatmost.h"
#include "store/factsmembers.h"
#include "store/jsonreader.h"
#include "store/wholefile.h"
#include "x509/owntrouble.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace mta
{

namespace
{

const QString formatName = QStringLiteral("mta-sts-studio-evidence");

Error foreign()
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Store",
                                        "This file is not a saved audit. Open one that MTA-STS Studio or mta-sts audit --save wrote.")};
}

Error tooLarge()
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Store",
                                        "This file is larger than %1 MiB, too large for a saved audit. Open the file of a single domain.")
                .arg(maxEvidenceSize / 1024 / 1024)};
}

Error unreadable(const QJsonParseError &error)
{
    if (error.error == QJsonParseError::DocumentTooLarge)
        return tooLarge();
    if (error.error == QJsonParseError::DeepNesting)
        return {ErrorCode::InvalidInput,
                QCoreApplication::translate("Store", "This file is nested too deeply for a saved audit. "
                                                     "Open one that MTA-STS Studio or mta-sts audit --save wrote.")};
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Store", "This file cannot be read as a saved audit: it stops being JSON at octet %1. "
                                                 "Open an undamaged copy, or audit the domain again.")
                .arg(error.offset)};
}

Error noMemory()
{
    return {ErrorCode::Io, QCoreApplication::translate("Store", "This computer has not enough memory to read this audit. "
                                                                "Close other programs, then open it again.")};
}

Error tooNew()
{
    return {ErrorCode::Unsupported,
            QCoreApplication::translate("Store", "A newer version of MTA-STS Studio wrote this audit. Update MTA-STS Studio to open it.")};
}

} // namespace

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QByteArray toEvidence(const QList<DomainFacts> &facts)
{
    QJsonArray domains;
    for (const DomainFacts &domain : facts)
        domains.append(JsonWriter::toJson(domain));
    const QJsonObject document{{QStringLiteral("format"), formatName},
                               {QStringLiteral("version"), evidenceVersion},
                               {QStringLiteral("tool"), QStringLiteral("MTA-STS Studio " MTA_VERSION)},
                               {QStringLiteral("domains"), domains}};
    return inertJson(QJsonDocument(document).toJson());
}

Result<QList<DomainFacts>> fromEvidence(const QByteArray &json)
{
    if (json.size() > maxEvidenceSize)
        return tooLarge();
    // One text is told from another by its first octet, before anything is parsed.
    if (!json.trimmed().startsWith('{'))
        return foreign();
    QJsonParseError parseError;
    const QJsonObject document = QJsonDocument::fromJson(json, &parseError).object();
    if (parseError.error != QJsonParseError::NoError)
        return unreadable(parseError);
    const QJsonValue version = document.value(QLatin1String("version"));
    if (document.value(QLatin1String("format")).toString() != formatName || !version.isDouble())
        return foreign();
    if (version.toDouble() > evidenceVersion)
        return tooNew();
    if (version.toInteger() != evidenceVersion || !document.contains(QLatin1String("domains")))
        return foreign();

    const OwnTrouble trouble;
    JsonReading reading;
    const JsonPlace top;
    QList<DomainFacts> facts;
    JsonReader(document, top, reading).list("domains", facts, maxEvidenceDomains);
    if (reading.error)
        return *reading.error;
    if (trouble.any()) // certificates that were not read would be taken for ones that cannot be
        return noMemory();
    return facts;
}

Result<bool> saveEvidence(const QString &path, const QList<DomainFacts> &facts)
{
    if (const QString trouble = writeWhole(path, toEvidence(facts)); !trouble.isNull()) {
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("Store", "The audit could not be saved as %1 (%2). Choose another folder or name.")
                         .arg(path, trouble)};
    }
    return true;
}

Result<QList<DomainFacts>> loadEvidence(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Store", "There is no file %1. Check its name and folder.").arg(path)};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, QCoreApplication::translate("Store", "%1 cannot be read (%2). Check that it is a file you may read.")
                                        .arg(path, file.errorString())};
    // A device or pipe has no size; it is bounded all the same.
    const QByteArray octets = readAtMost(file, maxEvidenceSize + 1);
    if (file.error() != QFileDevice::NoError) // what came before it broke is no whole audit
        return Error{ErrorCode::Io, QCoreApplication::translate("Store", "%1 cannot be read (%2). Check that it is a file you may read.")
                                        .arg(path, file.errorString())};
    Result<QList<DomainFacts>> facts = fromEvidence(octets);
    if (!facts) // of several files it must be clear which one is meant
        return Error{
            facts.error().code,
            QCoreApplication::translate("Store", "%1: %2", "file, what is wrong with it").arg(visibleText(path, 300), facts.error().text)};
    return facts;
}

namespace
{

/// Follows a JSON pointer (RFC 6901); undefined where it leads nowhere. `parent` and `key` tell where it ended.
QJsonValue follow(const QJsonObject &root, const QString &pointer, QJsonValue &parent, QString &key)
{
    QJsonValue place = root;
    for (const QString &step : pointer.mid(1).split(u'/')) {
        parent = place;
        key = QString(step).replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        bool isIndex = false;
        const int index = key.toInt(&isIndex);
        place = parent.isArray() && isIndex ? parent.toArray().at(index)
                : parent.isObject()         ? parent.toObject().value(key)
                                            : QJsonValue(QJsonValue::Undefined);
    }
    return place;
}

} // namespace

QString evidenceAt(const DomainFacts &facts, const QString &pointer)
{
    if (!pointer.isEmpty() && !pointer.startsWith(u'/'))
        return {};
    const QJsonObject root = JsonWriter::toJson(facts).toObject();
    if (pointer.isEmpty())
        return QString::fromUtf8(QJsonDocument(root).toJson());
    QJsonValue parent;
    QString key;
    const QJsonValue value = follow(root, pointer, parent, key);
    if (value.isUndefined())
        return {};
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson());
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson());
    // A single value stands beside its name, and octets beside their text.
    QJsonObject leaf{{key, value}};
    const QString text = key + QLatin1String("Text");
    if (parent.toObject().contains(text))
        leaf.insert(text, parent.toObject().value(text));
    return QString::fromUtf8(QJsonDocument(leaf).toJson());
}

} // namespace mta
