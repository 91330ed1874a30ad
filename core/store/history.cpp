// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "store/history.h"

#include "audit/historyhits.h"
#include "base/filename.h"
#include "store/evidence.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace mta
{

Result<EarlierAudits> EarlierAudits::open(const QString &path)
{
    EarlierAudits earlier;
    if (QFileInfo(path).isDir()) {
        earlier.m_folder = path;
        return earlier;
    }
    const Result<QList<DomainFacts>> audits = loadEvidence(path);
    if (!audits)
        return audits.error();
    for (const DomainFacts &facts : *audits)
        earlier.m_known[facts.domain.ascii] += historyAfter(facts);
    return earlier;
}

Result<QList<Sighting>> EarlierAudits::of(const DomainName &domain) const
{
    QList<Sighting> sightings = m_known.value(domain.ascii);
    if (m_folder.isEmpty() || domain.ascii.isEmpty())
        return sightings;
    const QDir folder(m_folder);
    const QString name = fileNameFor(domain.ascii, QStringLiteral("json")); // as it is saved, or with something before the suffix
    QStringList names = folder.entryList({name.chopped(5) + QLatin1String("*.json")}, QDir::Files, QDir::Name);
    names = names.mid(std::max<qsizetype>(0, names.size() - maxHistoryFiles));
    for (const QString &each : std::as_const(names)) {
        const Result<QList<DomainFacts>> audits = loadEvidence(folder.filePath(each));
        if (!audits)
            return audits.error();
        for (const DomainFacts &facts : *audits) {
            if (facts.domain == domain)
                sightings += historyAfter(facts);
        }
    }
    return sightings;
}

Result<QList<DomainFacts>> auditsToKeep(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() || !info.isFile() || info.size() == 0)
        return QList<DomainFacts>();
    const Result<QList<DomainFacts>> audits = loadEvidence(path);
    if (!audits)
        return Error{audits.error().code,
                     QCoreApplication::translate("Store", "Nothing is saved over what is there and is no audit that can be read; choose "
                                                          "another name, or move it away. %1")
                         .arg(audits.error().text)};
    return audits;
}

} // namespace mta
