// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/auditrunner.h"
#include "ui/domaininput.h"
#include <QHash>
#include <QMap>
#include <optional>

namespace mta
{

/// One domain that this window has in hand.
struct DeskItem {
    enum class Stage {
        Running, ///< audit holds what is known so far
        Done,
        Cancelled, ///< stopped before it was complete; audit holds what was known
        Failed,    ///< see error: the network could not be used, or the line is no domain
    };
    int id = 0;
    QString input;
    DomainName domain;
    Origin origin = Origin::Live;
    Stage stage = Stage::Running;
    std::optional<DomainAudit> audit;
    std::optional<DomainAudit> previous; ///< the last complete audit, kept while a new one runs
    QString error;
};

/// An audit of a domain on the desk that can be compared with the one shown.
struct OtherAudit {
    DomainAudit audit;
    Origin origin = Origin::Live;
    QString file = {}; ///< the file's name, of one that was opened only to be compared with
};
/// Named limit: the window keeps the last of the audits that were replaced by newer ones, over all domains.
inline constexpr qsizetype maxFormerAudits = 200;

/// Everything the window has audited or opened, and the runs at work. Survives the window when that is made anew.
class Desk : public QObject
{
    Q_OBJECT

public:
    explicit Desk(const Environment &environment, QObject *parent = nullptr);
    ~Desk() override;

    /// Audits the domains, several at a time; a domain that is on the desk already keeps its place. Returns their items.
    QList<int> audit(const QList<DomainName> &domains, Origin origin, const Preferences &preferences);
    /// A line that could not be used, so that it is not lost among the others.
    void addUnusable(const DomainInput::Unusable &line);
    /// Evidence that was judged; returns the items, each once. Of several audits of a domain the latest is shown.
    QList<int> addOpened(const QList<DomainAudit> &audits);
    /// An audit only to compare with: no item shows it.
    void addOther(const OtherAudit &other);
    void cancelAll();
    void clear();

    const DeskItem *item(int id) const;
    /// The item of this domain that was audited last, from a file or live; null without.
    const DeskItem *latest(const DomainName &domain) const;
    QList<int> ids() const { return m_order; }
    QList<DomainAudit> audits() const; ///< complete ones
    /// Everything else that is known of the item's domain: what was here before it, latest first, and what other items show.
    QList<OtherAudit> others(int id) const;
    bool running() const { return !m_runs.isEmpty(); }
    int runningCount() const { return m_total - m_done; }
    int total() const { return m_total; } ///< domains of the runs at work
    int done() const { return m_done; }
    /// Judges everything again, for texts in another language, or with another warning window for certificates.
    void judgeAgain(std::optional<int> expiryDays = std::nullopt);

signals:
    void itemChanged(int id);
    void itemCompleted(int id);
    void itemsAdded();
    void runningChanged();

private:
    int place(const DomainName &domain, Origin origin, const QString &input);
    void take(const QList<int> &ids, const AuditNews &news);
    void finish(AuditRunner *runner, const QList<int> &ids, const QString &error);
    void judgeAgain(DomainAudit &audit, Origin origin, std::optional<int> expiryDays) const;

    std::shared_ptr<NetworkSource> m_source;
    QString m_historyFolder;
    QMap<int, DeskItem> m_items;
    QList<int> m_order;
    QHash<QString, int> m_byKey;
    QList<OtherAudit> m_former; ///< latest first
    QList<AuditRunner *> m_runs;
    int m_nextId = 1;
    int m_total = 0;
    int m_done = 0;
};

} // namespace mta
