// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk.h"
#include "ui/theme.h"
#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace mta
{

/// The answer first: verdict, one sentence, one next step. Keeps its height while an audit runs.
class VerdictHeader : public QFrame
{
    Q_OBJECT

public:
    explicit VerdictHeader(QWidget *parent = nullptr);
    void setItem(const DeskItem *item);
    QString headline() const;

signals:
    void nextStepWanted();
    void againWanted();
    void cancelWanted();
    void protectWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setVerdict(State state, const QString &word, bool running);

    State m_state = State::NotTested;
    bool m_running = false;
    QLabel *m_icon;
    QLabel *m_verdict;
    QLabel *m_domain;
    QLabel *m_when;
    QLabel *m_headline;
    QLabel *m_next;
    QPushButton *m_protect;
    QPushButton *m_show;
    QPushButton *m_again;
    QProgressBar *m_progress;
};

} // namespace mta
