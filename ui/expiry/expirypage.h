// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/certificaterows.h"
#include <QWidget>

namespace mta
{

class Desk;
class FilterBar;
class RowsView;
class TimelineView;

/// The certificates of all domains that this window has audited, soonest expiry first.
class ExpiryPage : public QWidget
{
    Q_OBJECT

public:
    explicit ExpiryPage(Desk &desk, QWidget *parent = nullptr);
    void refresh();
    QWidget *filterField() const;
    RowsView *list() const { return m_list; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    Desk &m_desk;
    QList<CertificateUse> m_uses;
    TimelineView *m_timeline;
    RowsView *m_list;
    FilterBar *m_filter;
};

} // namespace mta
