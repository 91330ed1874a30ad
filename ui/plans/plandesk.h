// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/planhistory.h"
#include "store/planrecovery.h"
#include <QMap>
#include <QObject>
#include <QVariantMap>
#include <functional>

class QSettings;
class QTimer;

namespace mta
{

/// What somebody left in the wizard and is in no plan: it is found again, also by the next run of the program.
struct WizardNotes {
    int page = 0;
    QMap<QString, QString> unusable; ///< texts that cannot be used, by the names of their fields
    QVariantMap way;                 ///< how far the steps are, as the wizard keeps it

    bool operator==(const WizardNotes &) const = default;
};

/// Named limits: what is longer is not found by the next run.
inline constexpr qsizetype maxUnusableText = 64 * 1024;
inline constexpr qsizetype maxKeptWay = 256 * 1024; ///< octets of the two states between which a way leads

/// A plan that this window has in hand.
struct OpenPlan {
    int id = 0;
    PlanHistory history;
    QString path;           ///< of its file; empty until it is saved
    QByteArray fingerprint; ///< of that file
    WizardNotes notes;

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
    int find(const QString &domain) const; ///< of this domain (A-labels), the first of them; 0 without
    QList<int> of(const QString &domain) const;
    /// A new plan; that of a domain which has one already is found and stays as it is.
    int add(const Plan &plan);
    Result<int> open(const QString &path);
    void change(int id, const Plan &plan, const QString &name = {});
    void undo(int id);
    void redo(int id);
    /// What is found out of a domain, and is so whatever somebody wishes for: see PlanHistory::learn().
    void learn(int id, const std::function<Plan(const Plan &)> &know);
    void note(int id, const std::function<void(WizardNotes &)> &change);
    /// An empty path: into its own file.
    Result<bool> save(int id, const QString &path = {});
    /// Whoever calls it has asked about unsaved changes.
    void close(int id);
    void keepAll(); ///< now, not soon

signals:
    void changed(int id);
    void listChanged();
    void notKept(const QString &why); ///< unsaved changes would be lost in a crash

private:
    int insert(OpenPlan item);
    void touched(int id);
    void rememberFiles();
    void keepNotes(const OpenPlan &open);
    WizardNotes keptNotes(const QString &domain) const;

    QSettings &m_settings;
    PlanRecovery m_recovery;
    bool m_keeps;
    QMap<int, OpenPlan> m_items;
    QList<int> m_order;
    QSet<int> m_toKeep;
    QTimer *m_keepSoon;
    QString m_trouble; ///< why something was not kept, as it was told
    int m_nextId = 1;
};

} // namespace mta
