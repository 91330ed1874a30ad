// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk.h"
#include <QFrame>

class QLabel;

namespace mta
{

struct Comparison;
class ElidedLabel;

/// Which audit is the earlier one and which the later, their verdicts, and how much is different.
class CompareHeader : public QFrame
{
    Q_OBJECT

public:
    explicit CompareHeader(QWidget *parent = nullptr);
    void setAudits(const OtherAudit &before, const OtherAudit &after, const Comparison &comparison);
    QString text() const; ///< as a screen reader says it

private:
    struct Line {
        QLabel *icon;
        QLabel *verdict;
        ElidedLabel *when;
    };
    static Line makeLine();
    static void fill(const Line &line, const OtherAudit &audit);

    Line m_before;
    Line m_after;
    QLabel *m_summary;
};

/// "today 14:02, from before.json"
QString whenAndWhence(const OtherAudit &audit);

} // namespace mta
