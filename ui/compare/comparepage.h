// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/comparison.h"
#include "ui/audit/auditpart.h"
#include "ui/desk.h"
#include "ui/models/rowsmodel.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace mta
{

class CompareHeader;
class RowsView;

/// The audit shown beside another one of the same domain: what is different, the earlier one always first.
class ComparePage : public AuditPart
{
    Q_OBJECT

public:
    explicit ComparePage(QWidget *parent = nullptr);
    /// What can be chosen to compare with; comes before setAudit().
    void setOthers(const QList<OtherAudit> &others, Origin shown);
    /// Chooses the one that came from a file of this name, when it is there.
    void chooseFile(const QString &file);
    void setAudit(const DomainAudit *audit, bool running) override;
    QWidget *filterField() const override;

    RowsView *list() const { return m_list; }
    FilterBar *filterBar() const { return m_filter; }
    QComboBox *choice() const { return m_choice; }
    CompareHeader *header() const { return m_header; }
    /// The comparison as text; empty without one.
    QString asText() const;

signals:
    void fileWanted();
    void saveWanted();
    void filesDropped(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Compared {
        OtherAudit before;
        OtherAudit after;
        Comparison comparison;
        QList<Row> rows;
    };
    qsizetype chosen() const;
    void compareNow();
    void show(const Compared &compared);
    void showRow();
    void showNothing();

    std::optional<DomainAudit> m_audit;
    Origin m_origin = Origin::Live; ///< of the audit shown
    bool m_running = false;
    QList<OtherAudit> m_others;
    QString m_chosen; ///< key of what somebody chose; empty: whatever stands first
    std::optional<Comparison> m_comparison;
    int m_turn = 0; ///< of the comparison that is wanted now

    QComboBox *m_choice;
    CompareHeader *m_header;
    RowsView *m_list;
    FilterBar *m_filter;
    QPushButton *m_copy;
    QPushButton *m_save;
    QLabel *m_what; ///< the chosen row in full
    QLabel *m_before;
    QLabel *m_after;
};

} // namespace mta
