// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/certificaterows.h"
#include <QAbstractScrollArea>

namespace mta
{

/// Bars from not-before to not-after with today's line; the current one is marked.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);
    void setCertificates(const QList<CertificateUse> &uses, const QDateTime &now);
    void setEmptyText(const QString &text);
    int current() const { return m_current; }
    void setCurrent(int index);
    QSize sizeHint() const override;

signals:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    int rowHeight() const;
    int axisHeight() const;
    double xOf(const QDateTime &time) const;
    int rowAt(int y) const;
    QString sentence(int index) const;
    void updateScrollBar();
    void paintAxis(QPainter &painter) const;
    void paintRow(QPainter &painter, int index) const;

    QList<CertificateUse> m_uses;
    QDateTime m_now;
    QDateTime m_from;
    QDateTime m_until;
    QString m_emptyText;
    int m_current = 0;
};

} // namespace mta
