// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

namespace mta
{

/// Scrolls its widget up and down when the window is too small for it, and never sideways: as high as the words need at that width,
/// at least as high as the area, at most `widest` pixels wide and then in the middle.
class ReadingArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit ReadingArea(QWidget *content, int widest = QWIDGETSIZE_MAX, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    int m_widest;
};

} // namespace mta
