// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/start/startpage.h"

#include "ui/icons.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/domainbox.h"
#include "ui/widgets/readingarea.h"
#include "ui/words.h"
#include <QDesktopServices>
#include <QUrl>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QFrame *wayIn(const QString &title, const QString &text, QPushButton *button)
{
    QFrame *frame = card();
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(4 * grid, 4 * grid, 4 * grid, 4 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(plainLabel(title, Type::Heading, true));
    QLabel *words = textBlock(text);
    words->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(words, 1, Qt::AlignTop);
    column->addWidget(button, 0, Qt::AlignLeft);
    return frame;
}

QPushButton *button(const QString &iconName, const QString &text)
{
    auto *result = new QPushButton(icon(iconName), text);
    result->setAutoDefault(false);
    return result;
}

} // namespace

StartPage::StartPage(QAbstractItemModel *recent, QWidget *parent)
    : QWidget(parent), m_box(new DomainBox(recent, true)), m_due(textBlock({})), m_dueNotice(dueNotice())
{
    QLabel *title = plainLabel(tr("Is mail to your domain protected?"), Type::Title, true);
    title->setWordWrap(true);
    QLabel *lead = textBlock(tr("Type a domain, paste an e-mail address or a whole list, and press Enter."), Type::Heading);
    lead->setForegroundRole(QPalette::PlaceholderText);

    QPushButton *practise = button(u"practise"_s, tr("Practise on sample domains"));
    practise->setObjectName(u"practiseButton"_s);
    QPushButton *open = button(u"open"_s, tr("Open saved evidence\u2026"));
    auto *ways = new QHBoxLayout;
    ways->setSpacing(4 * grid);
    ways->addWidget(wayIn(tr("Learn without risk"),
                          tr("A small mail world on this computer, with the mistakes people really make. No live domain is touched."),
                          practise),
                    1);
    ways->addWidget(
        wayIn(tr("Look at a saved audit"),
              tr("Open evidence that was saved before, or drop the file anywhere on this window. Nothing is asked of the network."), open),
        1);

    QFrame *about = card();
    auto *words = new QVBoxLayout(about);
    words->setContentsMargins(4 * grid, 4 * grid, 4 * grid, 4 * grid);
    words->setSpacing(2 * grid);
    words->addWidget(plainLabel(tr("What MTA-STS does"), Type::Heading, true));
    words->addWidget(textBlock(tr(
        "Mail servers encrypt mail to each other when they can, but without MTA-STS anyone on the path can switch that off unnoticed.")));
    words->addWidget(textBlock(tr("With MTA-STS your domain says which mail servers are yours and that they must prove it: senders then "
                                  "refuse to deliver to anyone else.")));
    words->addWidget(textBlock(tr("TLS-RPT adds daily reports, so that you hear of trouble before your users do.")));
    QPushButton *standard = linkButton(tr("Read the standard, RFC 8461"));
    standard->setIcon(icon(u"link"_s));
    words->addWidget(standard, 0, Qt::AlignLeft);

    auto *inside = new QWidget;
    auto *column = new QVBoxLayout;
    column->setSpacing(2 * grid);
    column->addWidget(m_dueNotice);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(lead);
    column->addSpacing(4 * grid);
    column->addWidget(m_box);
    column->addSpacing(6 * grid);
    column->addLayout(ways);
    column->addSpacing(2 * grid);
    column->addWidget(about);
    column->addStretch(3);
    inside->setLayout(column);
    column->setContentsMargins(6 * grid, 6 * grid, 6 * grid, 6 * grid);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(new ReadingArea(inside, 860));

    connect(practise, &QPushButton::clicked, this, &StartPage::practiseWanted);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    connect(standard, &QPushButton::clicked, this, [] { QDesktopServices::openUrl(QUrl(u"https://www.rfc-editor.org/rfc/rfc8461"_s)); });
}

QFrame *StartPage::dueNotice()
{
    QFrame *frame = card();
    m_due->setObjectName(u"dueSentence"_s);
    QLabel *mark = plainLabel({});
    mark->setPixmap(stateIcon(State::Attention).pixmap(QSize(5 * grid, 5 * grid), devicePixelRatioF()));
    mark->setAccessibleName(stateWord(State::Attention));
    QPushButton *plans = button(u"wizard"_s, tr("Show the plans"));
    plans->setObjectName(u"dueShow"_s);
    auto *later = new QPushButton(tr("Remind me tomorrow"));
    later->setObjectName(u"dueTomorrow"_s);
    later->setAutoDefault(false);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(4 * grid, 3 * grid, 4 * grid, 3 * grid);
    row->setSpacing(2 * grid);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(m_due, 1);
    row->addWidget(plans);
    row->addWidget(later);
    connect(plans, &QPushButton::clicked, this, &StartPage::plansWanted);
    connect(later, &QPushButton::clicked, this, &StartPage::putOffWanted);
    return frame;
}

void StartPage::setDue(const QString &sentence)
{
    m_due->setText(sentence);
    m_dueNotice->setAccessibleName(sentence);
    m_dueNotice->setVisible(!sentence.isEmpty());
}

} // namespace mta
