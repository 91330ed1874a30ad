// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/planhistory.h"
#include "store/planrecovery.h"
#include <QMap>
#include <QObject>

class QSettings;
class QTimer;

namespace mta
{

/// A plan that this window has in hand.
struct OpenPlan {
    int id = 0;
    PlanHistory history;
    QString path;           ///< of its file; empty until it is saved
    QByteArray fingerprint; ///< of that file
    int wizardPage = 0;     ///< where somebody left the wizard

    const Plan &plan() const { return history.current(); }
};

/// All plans in hand, across windows and across runs of the program: what is not saved is kept in a folder of its own, and what is saved
/// is opened again.
class PlanDesk : public QObject
{
    Q_OBJECT

public:
    /// `recoveryFolder` empty: nothing is kept.
    PlanDesk(QSettings &settings, const QString &recoveryFolder, QObject *parent = nullptr);
    ~PlanDesk() override;

    QList<int> ids() const { return m_order; }
    const OpenPlan *item(int id) const;
    int find(const QString &domain) const; ///< of this domain (A-labels); 0 without
    /// A new plan; that of a domain which has one already is found and stays as it is.
    int add(const Plan &plan);
    Result<int> open(const QString &path);
    void change(int id, const Plan &plan, const QString &name = {});
    void undo(int id);
    void redo(int id);
    void setWizardPage(int id, int page);
    /// An empty path: into its own file.
    Result<bool> save(int id, const QString &path = {});
    /// Whoever calls it has asked about unsaved changes.
    void close(int id);
    void keepAll(); ///< now, not soon

signals:
    void changed(int id);
    void listChanged();

private:
    int insert(OpenPlan item);
    void touched(int id);
    void rememberFiles();

    QSettings &m_settings;
    PlanRecovery m_recovery;
    bool m_keeps;
    QMap<int, OpenPlan> m_items;
    QList<int> m_order;
    QSet<int> m_toKeep;
    QTimer *m_keepSoon;
    int m_nextId = 1;
};

} // namespace mta
