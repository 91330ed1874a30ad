// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/domainbox.h"

#include "ui/icons.h"
#include "ui/widgets/basics.h"
#include <QAction>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

DomainBox::DomainBox(QAbstractItemModel *recent, bool large, QWidget *parent)
    : QWidget(parent), m_field(new QLineEdit), m_button(primaryButton(tr("Audit"))), m_message(plainLabel({}, Type::Small))
{
    m_field->setObjectName(large ? u"domainFieldLarge"_s : u"domainField"_s);
    m_field->setAccessibleName(tr("Domain, e-mail address or list of domains"));
    m_field->setPlaceholderText(tr("Domain, e-mail address or list"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(1 << 20);
    m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    if (large) {
        m_field->setProperty("hero", true);
        m_field->setFont(typeFont(Type::Heading));
        m_button->setFont(typeFont(Type::Heading));
        m_button->setProperty("hero", true);
    }
    auto *completer = new QCompleter(recent, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_field->setCompleter(completer);
    m_button->setAccessibleDescription(tr("Audits what stands in the domain field"));

    auto *row = new QHBoxLayout;
    row->setSpacing(2 * grid);
    row->addWidget(m_field, 1);
    row->addWidget(m_button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid / 2);
    column->addLayout(row);
    column->addWidget(m_message);
    // The message has its place from the beginning: nothing jumps when it comes.
    m_message->setMinimumHeight(m_message->fontMetrics().height());
    m_message->setObjectName(u"domainMessage"_s);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);

    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::returnPressed, this, &DomainBox::submit);
    connect(m_button, &QPushButton::clicked, this, &DomainBox::submit);
    connect(m_field, &QLineEdit::textChanged, this, &DomainBox::explain);
    explain();
}

void DomainBox::setText(const QString &text)
{
    m_field->setText(text);
}

void DomainBox::takeOne(const QString &doing, const QString &description)
{
    m_one = true;
    m_button->setText(doing);
    m_button->setAccessibleDescription(description);
    m_field->setAccessibleName(tr("Domain or e-mail address"));
    m_field->setPlaceholderText(tr("Domain or e-mail address"));
}

QString DomainBox::text() const
{
    return m_field->text();
}

QString DomainBox::message() const
{
    return m_message->text();
}

void DomainBox::activate()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void DomainBox::explain()
{
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_field->setAccessibleDescription({});
    const bool several = m_field->text().contains(u' ') || m_field->text().contains(u',');
    const DomainInput input = several ? readDomainInput(m_field->text()) : DomainInput();
    if (input.domains.size() > 1 && m_one)
        m_message->setText(tr("Type one domain: the wizard takes them one at a time."));
    else if (input.domains.size() > 1)
        m_message->setText(tr("%1 domains: Enter audits them all.").arg(input.domains.size()));
    else
        m_message->clear();
}

bool DomainBox::eventFilter(QObject *watched, QEvent *event)
{
    // With X11 a line takes Ctrl+E for its own end, and the way to the editor would be dead where everybody begins.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->keyCombination() == (Qt::CTRL | Qt::Key_E)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void DomainBox::submit()
{
    const DomainInput input = readDomainInput(m_field->text());
    if (m_one && input.domains.size() + input.unusable.size() > 1) {
        say(tr("Type one domain: the wizard takes them one at a time."));
        return;
    }
    if (!input.domains.isEmpty()) {
        emit submitted(input);
        return;
    }
    say(input.unusable.isEmpty() ? tr("Type the part after the @ of an e-mail address, for instance example.com.")
                                 : input.unusable.first().reason);
}

void DomainBox::say(const QString &trouble)
{
    m_message->setForegroundRole(QPalette::BrightText);
    m_message->setText(trouble);
    m_field->setAccessibleDescription(trouble);
    m_field->setFocus();
}

} // namespace mta
