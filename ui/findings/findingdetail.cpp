// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/findings/findingdetail.h"

#include "audit/catalogue.h"
#include "base/wiretext.h"
#include "ui/icons.h"
#include "ui/models/findingrows.h"
#include "ui/models/seentext.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/codeview.h"
#include "ui/words.h"
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{
constexpr int excerptLines = 12;

} // namespace

FindingDetail::FindingDetail(QWidget *parent)
    : QScrollArea(parent),
      m_empty(new QWidget),
      m_emptyText(textBlock({})),
      m_content(new QWidget),
      m_badgeIcon(plainLabel({})),
      m_badge(plainLabel({}, Type::Small, true)),
      m_title(textBlock({}, Type::Heading)),
      m_subject(textBlock({})),
      m_whyHeading(mutedLabel(tr("Why it matters"))),
      m_why(textBlock({})),
      m_remedyHeading(mutedLabel(tr("What to do"))),
      m_remedy(textBlock({})),
      m_seenHeading(mutedLabel(tr("What was seen"))),
      m_seen(new CodeView(tr("What was seen"))),
      m_citations(new QHBoxLayout),
      m_rule(mutedLabel({})),
      m_evidence(new QPushButton(icon(u"evidence"_s), tr("Show evidence"))),
      m_copy(new QPushButton(icon(u"copy"_s), tr("Copy as text")))
{
    setObjectName(u"findingDetail"_s);
    setAccessibleName(tr("The finding in detail"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(260);
    m_title->setFont(typeFont(Type::Heading, true));
    m_subject->setFont(wireFont());
    m_rule->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_seen->setFont(wireFont(Type::Small));
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);

    auto *badges = new QHBoxLayout;
    badges->setSpacing(grid);
    badges->addWidget(m_badgeIcon);
    badges->addWidget(m_badge);
    badges->addStretch(1);
    badges->addWidget(m_rule);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * grid);
    buttons->addWidget(m_evidence);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    m_citations->setSpacing(2 * grid);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(4 * grid, 3 * grid, 4 * grid, 3 * grid);
    column->setSpacing(grid);
    column->addLayout(badges);
    column->addWidget(m_title);
    column->addWidget(m_subject);
    column->addSpacing(3 * grid);
    column->addWidget(m_whyHeading);
    column->addWidget(m_why);
    column->addSpacing(3 * grid);
    column->addWidget(m_remedyHeading);
    column->addWidget(m_remedy);
    column->addSpacing(3 * grid);
    column->addWidget(m_seenHeading);
    column->addWidget(m_seen);
    column->addSpacing(2 * grid);
    column->addLayout(m_citations);
    column->addSpacing(2 * grid);
    column->addLayout(buttons);
    column->addStretch(1);

    auto *emptyColumn = new QVBoxLayout(m_empty);
    emptyColumn->setContentsMargins(6 * grid, 4 * grid, 6 * grid, 4 * grid);
    emptyColumn->addStretch(1);
    emptyColumn->addWidget(m_emptyText);
    emptyColumn->addStretch(1);

    auto *inside = new QWidget;
    inside->setObjectName(u"scrolled"_s);
    auto *both = new QVBoxLayout(inside);
    both->setContentsMargins(0, 0, 0, 0);
    both->addWidget(m_content);
    both->addWidget(m_empty);
    setWidget(inside);
    viewport()->setAutoFillBackground(false);

    connect(m_evidence, &QPushButton::clicked, this, [this] { emit evidenceWanted(m_pointer); });
    connect(m_copy, &QPushButton::clicked, this, &FindingDetail::copyWanted);
    showNothing({});
}

void FindingDetail::setBadge(const QIcon &badge, const QString &word, const QColor &colour)
{
    m_badgeIcon->setPixmap(badge.pixmap(QSize(4 * grid + 2, 4 * grid + 2), devicePixelRatioF()));
    m_badge->setText(word);
    QPalette own = m_badge->palette();
    own.setColor(QPalette::WindowText, colour);
    m_badge->setPalette(own);
}

void FindingDetail::setCitations(const QString &citation)
{
    while (QLayoutItem *item = m_citations->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const Citation &each : citationsOf(citation)) {
        QPushButton *button = linkButton(each.text);
        button->setIcon(icon(u"link"_s));
        button->setToolTip(each.url.toString());
        button->setAccessibleName(tr("Open %1 at rfc-editor.org").arg(each.text));
        // Nothing is opened but by the user's own click.
        connect(button, &QPushButton::clicked, button, [url = each.url] { QDesktopServices::openUrl(url); });
        m_citations->addWidget(button);
    }
    m_citations->addStretch(1);
}

void FindingDetail::showFinding(const DomainAudit &audit, const Finding &finding)
{
    const Colours &colours = coloursOf(palette());
    const bool note = finding.severity == Severity::Note;
    setBadge(severityIcon(finding.severity), severityText(finding.severity),
             note ? colours.text : colours.state(severityState(finding.severity)));
    m_title->setText(findingMessage(finding));
    m_subject->setText(visibleText(finding.subject));
    m_subject->setVisible(!finding.subject.isEmpty());
    m_why->setText(findingExplanation(finding));
    m_remedy->setText(findingRemedy(finding));
    m_remedyHeading->show();
    m_remedy->show();
    const QString seen = seenText(audit.facts, finding.evidence, excerptLines);
    m_seen->setLines(seen.split(u'\n'), {});
    m_seen->setFixedHeight(m_seen->fontMetrics().lineSpacing() * qMin(excerptLines + 1, int(seen.count(u'\n')) + 1) + 8 * grid);
    m_seen->setVisible(!seen.isEmpty());
    m_seenHeading->setVisible(!seen.isEmpty());
    m_rule->setText(finding.ruleId);
    const Rule *rule = findRule(finding.ruleId);
    setCitations(rule ? QString::fromUtf8(rule->citation) : QString());
    m_pointer = finding.evidence;
    m_evidence->setVisible(!finding.evidence.isEmpty());
    m_copy->show();
    m_content->show();
    m_empty->hide();
}

void FindingDetail::showUndetermined(const DomainAudit &, const QString &ruleId)
{
    const Rule *rule = findRule(ruleId);
    setBadge(stateIcon(State::NotTested), stateWord(State::NotTested), coloursOf(palette()).notTested);
    m_title->setText(tr("This could not be tested"));
    m_subject->hide();
    m_why->setText(tr("A fact that this check needs is missing: it was not reached, not answered in time, or not to be had from this "
                      "network. So it is neither good nor bad."));
    m_remedy->setText(rule ? QCoreApplication::translate("Rules", rule->explanation) : QString());
    m_remedyHeading->setVisible(false);
    m_remedy->setVisible(rule && !m_remedy->text().contains(u'{'));
    m_seen->hide();
    m_seenHeading->hide();
    m_rule->setText(ruleId);
    setCitations(rule ? QString::fromUtf8(rule->citation) : QString());
    m_evidence->hide();
    m_copy->hide();
    m_content->show();
    m_empty->hide();
}

void FindingDetail::showNothing(const QString &text)
{
    m_emptyText->setText(text);
    m_content->hide();
    m_empty->show();
}

} // namespace mta
