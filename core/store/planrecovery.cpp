// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "store/planrecovery.h"

#include "base/filename.h"
#include "base/jsontext.h"
#include "base/readatmost.h"
#include "base/wiretext.h"
#include "store/jsonwriter.h"
#include "store/wholefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace mta
{

namespace
{

const QString formatName = QStringLiteral("mta-sts-studio-unsaved-plan");
constexpr int formatVersion = 1;
/// A plan as a string within JSON may be twice as long.
constexpr qint64 maxFileSize = 2 * maxPlanSize + 64 * 1024;

/// The name under which a file is known wherever the program was started.
QString wholePath(const QString &path)
{
    return path.isEmpty() ? QString() : QDir::cleanPath(QDir::current().absoluteFilePath(path));
}

QByteArray octetsOf(const QString &path, qint64 limit)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? readAtMost(file, limit) : QByteArray();
}

std::optional<RecoverablePlan> stateIn(const QString &file)
{
    const QByteArray octets = octetsOf(file, maxFileSize);
    const QJsonObject document = QJsonDocument::fromJson(octets).object();
    if (document.isEmpty() || !repeatedJsonMember(octets).isNull() || document.value(QLatin1String("format")).toString() != formatName ||
        document.value(QLatin1String("version")).toInt() != formatVersion)
        return std::nullopt;
    const Result<Plan> plan = readUnfinishedPlan(document.value(QLatin1String("plan")).toString().toUtf8());
    const QDateTime at = QDateTime::fromString(document.value(QLatin1String("at")).toString(), Qt::ISODateWithMs);
    if (!plan || !at.isValid())
        return std::nullopt;
    return RecoverablePlan{*plan, document.value(QLatin1String("path")).toString(),
                           QByteArray::fromHex(document.value(QLatin1String("fingerprint")).toString().toLatin1()), at.toUTC()};
}

/// Its file holds the very same: it was saved, and the program ended before it could be discarded.
bool isSaved(const RecoverablePlan &state)
{
    if (state.path.isEmpty())
        return false;
    const Result<PlanFile> file = loadPlan(state.path);
    return file && file->plan == state.plan;
}

} // namespace

QString PlanRecovery::nameOf(const QString &path, const DomainName &domain) const
{
    // Two files of one name in different folders stay two.
    const QString key = path.isEmpty()
                            ? QLatin1String("new-") + domain.ascii
                            : QString::fromLatin1(QCryptographicHash::hash(wholePath(path).toUtf8(), QCryptographicHash::Sha256).toHex());
    return m_folder + u'/' + fileNameFor(key, QStringLiteral("json"));
}

Result<bool> PlanRecovery::keep(const RecoverablePlan &state) const
{
    const QJsonObject document{
        {QStringLiteral("format"), formatName},          {QStringLiteral("version"), formatVersion},
        {QStringLiteral("path"), wholePath(state.path)}, {QStringLiteral("fingerprint"), QString::fromLatin1(state.fingerprint.toHex())},
        {QStringLiteral("at"), timeText(state.at)},      {QStringLiteral("plan"), QString::fromUtf8(planText(state.plan))}};
    QDir().mkpath(m_folder);
    if (const QString trouble = writeWhole(nameOf(state.path, state.plan.domain), QJsonDocument(document).toJson()); !trouble.isNull())
        return Error{ErrorCode::Io, QCoreApplication::translate(
                                        "Store", "Unsaved changes to the plan of %1 could not be kept for the case of a crash (%2).")
                                        .arg(visibleText(state.plan.domain.unicode, 300), trouble)};
    return true;
}

void PlanRecovery::discard(const QString &path, const DomainName &domain) const
{
    QFile::remove(nameOf(path, domain));
}

std::optional<RecoverablePlan> PlanRecovery::recoverable(const QString &path) const
{
    if (path.isEmpty())
        return std::nullopt;
    const std::optional<RecoverablePlan> state = stateIn(nameOf(path, {}));
    return state && state->path == wholePath(path) && !isSaved(*state) ? state : std::nullopt;
}

QList<RecoverablePlan> PlanRecovery::all() const
{
    QList<RecoverablePlan> states;
    const QDir folder(m_folder);
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Time); // newest first
    for (const QString &name : names.first(std::min<qsizetype>(names.size(), maxRecoverablePlans))) {
        if (const std::optional<RecoverablePlan> state = stateIn(folder.filePath(name)); state && !isSaved(*state))
            states.append(*state);
    }
    return states;
}

} // namespace mta
