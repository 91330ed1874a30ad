// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/plans.h"

#include <QDateTime>

namespace mta
{

/// What had been done to a plan and was not saved when the program ended.
struct RecoverablePlan {
    Plan plan;
    QString path;           ///< of its file; empty where it never had one
    QByteArray fingerprint; ///< of the file as it was loaded, for savePlan()
    QDateTime at;           ///< UTC, when it was kept
};

/// Named limit: of a folder with more the latest are looked at.
inline constexpr int maxRecoverablePlans = 100;

/// Keeps the unsaved state of plans in a folder of its own, so that a crash loses nothing. Plans with a file are told apart by its path,
/// others by their domain.
class PlanRecovery
{
public:
    explicit PlanRecovery(QString folder) : m_folder(std::move(folder)) {}

    /// After every change. Atomic; makes the folder when it is not there. A plan need not be free of faults: it is work under way.
    Result<bool> keep(const RecoverablePlan &state) const;
    /// Once the plan is saved, or its changes are given up.
    void discard(const QString &path, const DomainName &domain) const;
    /// What was kept of the plan in that file and is not in the file; absent when there is nothing, or when it is damaged.
    std::optional<RecoverablePlan> recoverable(const QString &path) const;
    /// All of them, the latest first, also those without a file.
    QList<RecoverablePlan> all() const;

private:
    QString nameOf(const QString &path, const DomainName &domain) const;

    QString m_folder;
};

} // namespace mta
