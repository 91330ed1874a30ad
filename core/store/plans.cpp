// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "store/plans.h"

#include "base/jsontext.h"
#include "base/readatmost.h"
#include "base/wiretext.h"
#include "deploy/planfault.h"
#include "store/jsonreader.h"
#include "store/jsonwriter.h"
#include "store/planmembers.h"
#include "store/wholefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace mta
{

namespace
{

Error foreign()
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Store", "This file is not a plan. Open one that MTA-STS Studio or mta-sts plan new wrote.")};
}

Error tooLarge()
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Store", "This file is larger than %1 MiB, too large for a plan.").arg(maxPlanSize / 1024 / 1024)};
}

QString sentenceOfPlan(JsonReading::Fault fault)
{
    switch (fault) {
    case JsonReading::Fault::Kind:
        return QCoreApplication::translate("Store", "This plan cannot be used: %1 holds another kind of value than it should.");
    case JsonReading::Fault::Value:
        return QCoreApplication::translate("Store", "This plan cannot be used: the value of %1 means nothing there.");
    case JsonReading::Fault::TooLong:
        return QCoreApplication::translate("Store", "This plan cannot be used: %1 holds more than a plan can.");
    case JsonReading::Fault::Unknown:
        return QCoreApplication::translate("Store",
                                           "This plan cannot be used: no plan has %1, and it would be lost when the plan is saved. "
                                           "Correct the name, or remove it.");
    case JsonReading::Fault::Missing:
        return QCoreApplication::translate("Store", "This plan cannot be used: %1 is missing.");
    }
    return {};
}

/// The same octets in each of its sentences about one file.
Error about(const QString &path, const Error &error)
{
    return {error.code,
            QCoreApplication::translate("Store", "%1: %2", "file, what is wrong with it").arg(visibleText(path, 300), error.text)};
}

Error faulty(const PlanFault &fault)
{
    return {ErrorCode::InvalidInput, QCoreApplication::translate("Store", "This plan cannot be used, because of %1. %2")
                                         .arg(visibleText(fault.place, 200), planFaultText(fault))};
}

/// The version that a document says it has; 0 when it is no plan.
qint64 versionOf(const QJsonObject &document)
{
    const QJsonValue version = document.value(QLatin1String("planVersion"));
    return version.toDouble() > planVersion ? planVersion + 1 : version.toInteger() == planVersion ? planVersion : 0;
}

QByteArray fingerprintOf(const QByteArray &octets)
{
    return QCryptographicHash::hash(octets, QCryptographicHash::Sha256);
}

Result<QByteArray> octetsOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Store", "There is no file %1. Check its name and folder.").arg(visibleText(path, 300))};
    const bool opened = !QFileInfo(path).isDir() && file.open(QIODevice::ReadOnly);
    QByteArray octets;
    if (opened)
        octets = readAtMost(file, maxPlanSize + 1);
    if (!opened || file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Io, QCoreApplication::translate("Store", "%1 cannot be read (%2). Check that it is a file you may read.")
                                        .arg(visibleText(path, 300), file.errorString())};
    return octets;
}

} // namespace

QByteArray planText(const Plan &plan)
{
    QJsonObject document = JsonWriter::toJson(plan).toObject();
    document.insert(QStringLiteral("planVersion"), planVersion);
    return inertJson(QJsonDocument(document).toJson());
}

Result<Plan> readUnfinishedPlan(const QByteArray &json)
{
    if (json.size() > maxPlanSize)
        return tooLarge();
    QJsonParseError parseError;
    const QJsonDocument parsed = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Store", "This file cannot be read as a plan: it stops being JSON at octet %1.")
                         .arg(parseError.offset)};
    const QJsonObject document = parsed.object();
    const qint64 version = versionOf(document);
    if (version == 0)
        return foreign();
    if (version > planVersion)
        return Error{
            ErrorCode::Unsupported,
            QCoreApplication::translate("Store", "A newer version of MTA-STS Studio wrote this plan. Update MTA-STS Studio to open it.")};
    if (const QString name = repeatedName(json); !name.isNull())
        return Error{ErrorCode::InvalidInput, QCoreApplication::translate("Store", "This plan cannot be used: “%1” stands twice in one "
                                                                                   "place, and only one of them would be kept. Remove one.")
                                                  .arg(visibleText(name, 200))};
    JsonReading reading;
    reading.strict = true;
    reading.sentence = sentenceOfPlan;
    const JsonPlace top;
    Plan plan;
    JsonReader reader(document, top, reading);
    int ignored = 0;
    reader.member("planVersion", ignored);
    members(reader, plan);
    reader.finish();
    if (reading.error)
        return *reading.error;
    return plan;
}

Result<Plan> readPlan(const QByteArray &json)
{
    Result<Plan> plan = readUnfinishedPlan(json);
    if (!plan)
        return plan;
    const QList<PlanFault> faults = faultsOf(*plan);
    return faults.isEmpty() ? plan : Result<Plan>(faulty(faults.first()));
}

Result<PlanFile> loadPlan(const QString &path)
{
    const Result<QByteArray> octets = octetsOf(path);
    if (!octets)
        return octets.error();
    const Result<Plan> plan = readPlan(*octets);
    if (!plan)
        return about(path, plan.error());
    return PlanFile{*plan, fingerprintOf(*octets)};
}

Result<QByteArray> savePlan(const QString &path, const Plan &plan, const QByteArray &fingerprint)
{
    if (const QList<PlanFault> faults = faultsOf(plan); !faults.isEmpty())
        return about(path, faulty(faults.first()));
    const QByteArray octets = planText(plan);
    if (octets.size() > maxPlanSize)
        return about(path, tooLarge());
    const QFileInfo there(path);
    if (there.isFile()) {
        const Result<QByteArray> present = octetsOf(path);
        if (!present)
            return present.error();
        if (fingerprint.isEmpty() && *present != octets)
            return Error{ErrorCode::Changed,
                         QCoreApplication::translate("Store", "%1 is there already, and is not replaced. Choose another name, or move it "
                                                              "away.")
                             .arg(visibleText(path, 300))};
        if (!fingerprint.isEmpty() && fingerprintOf(*present) != fingerprint && *present != octets)
            return Error{ErrorCode::Changed, QCoreApplication::translate(
                                                 "Store", "%1 has been changed by somebody else since it was read, and is not replaced. "
                                                          "Save under another name, or open it again.")
                                                 .arg(visibleText(path, 300))};
    }
    if (const QString trouble = writeWhole(path, octets); !trouble.isNull())
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("Store", "The plan could not be saved as %1 (%2). Choose another folder or name.")
                         .arg(visibleText(path, 300), trouble)};
    return fingerprintOf(octets);
}

} // namespace mta
