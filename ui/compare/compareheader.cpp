// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/compare/compareheader.h"

#include "audit/comparison.h"
#include "base/wiretext.h"
#include "ui/icons.h"
#include "ui/models/comparisonrows.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/words.h"
#include <QGridLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

QString whenAndWhence(const OtherAudit &audit)
{
    const QString when = momentWords(audit.audit.facts.observedAt, QDateTime::currentDateTimeUtc());
    if (!audit.file.isEmpty())
        return CompareHeader::tr("%1, from %2", "time, name of a file").arg(when, visibleText(audit.file, 60));
    return audit.origin == Origin::File ? CompareHeader::tr("%1, from a file").arg(when) : CompareHeader::tr("%1, audited here").arg(when);
}

CompareHeader::CompareHeader(QWidget *parent) : QFrame(parent), m_before(makeLine()), m_after(makeLine()), m_summary(textBlock({}))
{
    setObjectName(u"card"_s);
    m_summary->setObjectName(u"comparisonSummary"_s);
    auto *lines = new QGridLayout(this);
    lines->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    lines->setHorizontalSpacing(2 * grid);
    lines->setVerticalSpacing(grid);
    lines->setColumnStretch(3, 1);
    int row = 0;
    for (const auto &[word, line] : {std::pair(tr("Earlier"), m_before), std::pair(tr("Later"), m_after)}) {
        lines->addWidget(mutedLabel(word, Type::Body), row, 0);
        lines->addWidget(line.icon, row, 1);
        lines->addWidget(line.verdict, row, 2);
        lines->addWidget(line.when, row, 3);
        ++row;
    }
    lines->addWidget(m_summary, row, 0, 1, 4);
}

CompareHeader::Line CompareHeader::makeLine()
{
    return {plainLabel({}), plainLabel({}, Type::Body, true), new ElidedLabel(Qt::ElideRight)};
}

void CompareHeader::fill(const Line &line, const OtherAudit &audit)
{
    const State state = verdictState(audit.audit.verdict);
    const int side = line.verdict->fontMetrics().height();
    line.icon->setPixmap(stateIcon(state).pixmap(QSize(side, side), line.icon->devicePixelRatioF()));
    line.icon->setAccessibleName(stateWord(state));
    line.verdict->setText(verdictText(audit.audit.verdict));
    QPalette own = line.verdict->palette();
    own.setColor(QPalette::WindowText, coloursOf(own).state(state));
    line.verdict->setPalette(own);
    QString when = whenAndWhence(audit);
    if (audit.audit.facts.cancelled)
        when = tr("%1; stopped before it was complete").arg(when);
    line.when->setText(when);
}

void CompareHeader::setAudits(const OtherAudit &before, const OtherAudit &after, const Comparison &comparison)
{
    fill(m_before, before);
    fill(m_after, after);
    m_summary->setText(comparisonSentence(comparison));
    setAccessibleName(
        tr("Earlier: %1, %2. Later: %3, %4. %5", "verdict, time, verdict, time, summary")
            .arg(m_before.verdict->text(), m_before.when->text(), m_after.verdict->text(), m_after.when->text(), m_summary->text()));
}

QString CompareHeader::text() const
{
    return accessibleName();
}

} // namespace mta
