// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "facts/domainfacts.h"

#include <QHash>

namespace mta
{

/// Named limit: of a folder with more audits of one domain the last by name are read.
inline constexpr int maxHistoryFiles = 400;

/// What saved audits tell of how domains looked before. Nothing is written.
class EarlierAudits
{
public:
    /// A file of saved audits, read at once, or a folder in which those of a domain have names that begin with it: "example.com.json",
    /// "example.com-2026-01-31.json".
    static Result<EarlierAudits> open(const QString &path);
    /// Sightings in no order, see joined(). An Error when a file of the folder is damaged or foreign.
    Result<QList<Sighting>> of(const DomainName &domain) const;

private:
    QString m_folder; ///< empty: all is in m_known
    QHash<QString, QList<Sighting>> m_known;
};

/// The audits in a file that is going to be saved to. None when it is not there, is empty, or is a pipe or device; an Error when it holds
/// something else, which must not be lost.
Result<QList<DomainFacts>> auditsToKeep(const QString &path);

} // namespace mta
