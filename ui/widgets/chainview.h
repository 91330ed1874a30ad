// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"
#include <QAbstractButton>

class QPainter;

namespace mta
{

/// One link: a card with icon, name and a few words. A button, so that keyboard and screen reader reach it.
class ChainLinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChainLinkButton(Area area, QWidget *parent = nullptr);
    Area area() const { return m_area; }
    void setLink(const ChainLink &link, bool pending);
    State state() const { return m_link.state; }
    bool pending() const { return m_pending; }
    QSize sizeHint() const override;
    QString words() const;          ///< below the title
    int heightFor(int width) const; ///< of the whole link, with at least two lines of words
    int contentHeight() const;      ///< of title and words at this width
    bool fits(int width) const;     ///< no word is wider than its place
    void setContentTop(int top);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    static int iconSide();
    struct Places {
        QRect icon; ///< null where there is no room for one
        QRect title;
        QRect state;
        QRect words;
    };
    /// Before mirroring, from the top of the contents.
    Places placesIn(int width) const;

    Area m_area;
    ChainLink m_link;
    bool m_pending = false;
    int m_contentTop = 0;
};

/// The picture of an audit: record, policy host, policy, mail servers, certificates as links of a chain, TLS-RPT beside it.
/// Links fill in while the audit runs; the chain is cut before a broken link.
class ChainView : public QWidget
{
    Q_OBJECT

public:
    explicit ChainView(QWidget *parent = nullptr);
    void setAudit(const DomainAudit *audit, bool running);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    ChainLinkButton *button(Area area) const;

signals:
    void linkClicked(mta::Area area);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Places {
        int gap;    ///< between two links of the chain
        int beside; ///< before TLS-RPT
        int each;   ///< width of a link
        int lines;  ///< two where the words do not fit into one
    };
    Places placesIn(int width) const;
    void paintConnection(QPainter &painter, const ChainLinkButton &from, const ChainLinkButton &to) const;
    void place();

    QList<ChainLinkButton *> m_buttons;
};

QString chainTitle(Area area); ///< "Policy host"
QString areaIconName(Area area);

} // namespace mta
