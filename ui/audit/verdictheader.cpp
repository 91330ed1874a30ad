// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/audit/verdictheader.h"

#include "base/wiretext.h"
#include "ui/icons.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/words.h"
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// What an audit that still runs is doing, from what it already knows.
QString stageText(const DomainFacts &facts)
{
    if (!facts.sts.asked() && !facts.mx.asked())
        return VerdictHeader::tr("Asking the DNS for the domain's records.");
    for (const MxHost &host : facts.mxHosts) {
        if (!host.probes.isEmpty())
            return VerdictHeader::tr("Talking to the mail servers.");
    }
    if (facts.policyHost.a.asked() && facts.fetches.isEmpty())
        return VerdictHeader::tr("Fetching the policy file.");
    return VerdictHeader::tr("Looking up and contacting the servers.");
}

QString whenText(const DeskItem &item)
{
    if (!item.audit || item.stage == DeskItem::Stage::Running)
        return {};
    const DomainFacts &facts = item.audit->facts;
    const QString when = VerdictHeader::tr("%1, took %2", "time of the audit, duration")
                             .arg(momentWords(facts.observedAt, QDateTime::currentDateTimeUtc()), elapsedWords(facts.elapsed));
    if (item.origin == Origin::Practice)
        return VerdictHeader::tr("Sample domain, %1").arg(when);
    if (item.origin == Origin::File)
        return VerdictHeader::tr("From a file, %1").arg(when);
    return when;
}

} // namespace

VerdictHeader::VerdictHeader(QWidget *parent)
    : QFrame(parent),
      m_icon(plainLabel({})),
      m_verdict(plainLabel({}, Type::Title, true)),
      m_domain(new ElidedLabel),
      m_when(new ElidedLabel(Qt::ElideRight)),
      m_headline(textBlock({}, Type::Heading)),
      m_next(textBlock({})),
      m_protect(new QPushButton(icon(u"wizard"_s), tr("Plan\u2026"))),
      m_show(primaryButton(tr("Show me"))),
      m_again(new QPushButton(icon(u"again"_s), tr("Audit again"))),
      m_progress(new QProgressBar)
{
    setObjectName(u"verdictHeader"_s);
    m_headline->setObjectName(u"headline"_s);
    m_verdict->setObjectName(u"verdict"_s);
    m_domain->setFont(typeFont(Type::Heading, true));
    m_when->setFont(typeFont(Type::Small));
    m_when->setForegroundRole(QPalette::PlaceholderText);
    m_when->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_show->setAccessibleName(tr("Show how to do the next step"));
    m_again->setAutoDefault(false);
    m_protect->setAutoDefault(false);
    m_protect->setAccessibleName(tr("Protect this domain with the wizard"));
    m_protect->setToolTip(m_protect->accessibleName());
    m_again->setToolTip(tr("Audit again (F5)"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(grid);
    m_progress->setAccessibleName(tr("The audit is running"));
    QSizePolicy keep = m_progress->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keep);
    for (QPushButton *button : {m_protect, m_show}) {
        keep = button->sizePolicy();
        keep.setRetainSizeWhenHidden(true);
        button->setSizePolicy(keep);
    }
    // Two lines of headline and two of next step have their place from the beginning.
    m_headline->setMinimumHeight(2 * m_headline->fontMetrics().lineSpacing());
    m_headline->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_next->setMinimumHeight(2 * m_next->fontMetrics().lineSpacing());
    m_next->setAlignment(Qt::AlignVCenter | Qt::AlignLeading);

    auto *top = new QHBoxLayout;
    top->setSpacing(2 * grid);
    // The name has room before the time has.
    auto *names = new FlowLayout;
    names->setContentsMargins(0, 0, 0, 0);
    names->setSpacing(3 * grid);
    for (QWidget *widget : {static_cast<QWidget *>(m_icon), static_cast<QWidget *>(m_verdict), static_cast<QWidget *>(m_domain),
                            static_cast<QWidget *>(m_when)})
        names->addWidget(widget);
    top->addLayout(names, 1);
    top->addWidget(m_again);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(3 * grid);
    bottom->addWidget(m_next, 1);
    bottom->addWidget(m_protect);
    bottom->addWidget(m_show);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(5 * grid, 2 * grid, 3 * grid, grid);
    column->setSpacing(grid / 2);
    column->addLayout(top);
    column->addWidget(m_headline);
    column->addLayout(bottom);
    column->addWidget(m_progress);
    connect(m_show, &QPushButton::clicked, this, &VerdictHeader::nextStepWanted);
    connect(m_protect, &QPushButton::clicked, this, &VerdictHeader::protectWanted);
    connect(m_again, &QPushButton::clicked, this, [this] { m_running ? emit cancelWanted() : emit againWanted(); });
    setItem(nullptr);
}

QString VerdictHeader::headline() const
{
    return m_headline->text();
}

void VerdictHeader::setVerdict(State state, const QString &word, bool running)
{
    m_state = state;
    m_running = running;
    const int side = QFontMetrics(typeFont(Type::Title)).height();
    m_icon->setPixmap((running ? icon(u"running"_s) : stateIcon(state)).pixmap(QSize(side, side), devicePixelRatioF()));
    m_icon->setAccessibleName(running ? tr("running") : stateWord(state));
    m_verdict->setText(QString(word.left(1).toUpper() + word.mid(1)));
    QPalette own = palette();
    own.setColor(QPalette::WindowText, running ? coloursOf(palette()).text : coloursOf(palette()).state(state));
    m_verdict->setPalette(own);
    m_progress->setVisible(running);
    m_again->setText(running ? tr("Stop") : tr("Audit again"));
    m_again->setIcon(icon(running ? u"cancel"_s : u"again"_s));
    m_again->setToolTip(running ? tr("Stop (Esc)") : tr("Audit again (F5)"));
    update();
}

void VerdictHeader::setItem(const DeskItem *item)
{
    if (!item) {
        setVerdict(State::NotTested, tr("No domain chosen"), false);
        m_domain->clear();
        m_when->clear();
        m_headline->setText(tr("Type a domain above and press Enter."));
        m_next->clear();
        m_show->hide();
        m_protect->hide();
        m_again->setEnabled(false);
        return;
    }
    m_domain->setText(visibleText(item->domain.ascii.isEmpty() ? item->input : item->domain.unicode));
    m_when->setText(whenText(*item));
    m_again->setEnabled(item->origin != Origin::File || item->stage == DeskItem::Stage::Running);
    const bool running = item->stage == DeskItem::Stage::Running;
    QString next;
    switch (item->stage) {
    case DeskItem::Stage::Running:
        setVerdict(State::NotTested, tr("Auditing"), true);
        m_headline->setText(item->audit ? stageText(item->audit->facts) : stageText({}));
        break;
    case DeskItem::Stage::Failed:
        setVerdict(State::NotTested, tr("Not audited"), false);
        m_headline->setText(item->error);
        break;
    case DeskItem::Stage::Cancelled:
        setVerdict(State::NotTested, tr("Stopped"), false);
        m_headline->setText(tr("The audit was stopped. What was known by then is shown; the rest counts as not tested."));
        break;
    case DeskItem::Stage::Done:
        setVerdict(verdictState(item->audit->verdict), verdictText(item->audit->verdict), false);
        m_headline->setText(item->audit->headline);
        next = item->audit->nextStep;
        break;
    }
    m_next->setText(next.isEmpty() ? item->stage == DeskItem::Stage::Done ? tr("Nothing needs to be done.") : QString()
                                   : tr("Next: %1").arg(next));
    m_protect->setVisible(item->stage == DeskItem::Stage::Done && item->audit->verdict != DomainVerdict::NotApplicable);
    m_show->setVisible(!running && !next.isEmpty() && !item->audit->findings.isEmpty());
    setAccessibleName(tr("%1: %2. %3", "domain: verdict. sentence").arg(m_domain->text(), m_verdict->text(), m_headline->text()));
}

void VerdictHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = coloursOf(palette());
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(m_running ? colours.raised : colours.tint(m_state));
    painter.drawRoundedRect(frame, 8, 8);
    const QRect bar(0, 0, 5, height());
    painter.setClipRect(QStyle::visualRect(layoutDirection(), rect(), bar));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_running ? colours.accent : colours.state(m_state));
    painter.drawRoundedRect(frame, 8, 8);
}

} // namespace mta
