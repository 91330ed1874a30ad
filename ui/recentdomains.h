// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include <QAbstractListModel>

class QSettings;

namespace mta
{

/// The domains audited last, newest first. Nothing but the name, the verdict and the time is remembered.
class RecentDomains : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DomainRole = Qt::UserRole + 1 };
    static constexpr int most = 30;

    explicit RecentDomains(QSettings &settings, QObject *parent = nullptr);

    void remember(const DomainAudit &audit);
    void forget(const QString &domain);
    void forgetAll();
    QStringList domains() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry {
        QString domain; ///< A-labels
        DomainVerdict verdict = DomainVerdict::Undetermined;
        QDateTime at;
    };
    void save();

    QSettings &m_settings;
    QList<Entry> m_entries;
};

} // namespace mta
