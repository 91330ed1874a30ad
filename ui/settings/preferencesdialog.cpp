// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/settings/preferencesdialog.h"

#include "audit/domainaudit.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/readingarea.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QLabel *problemLabel()
{
    QLabel *label = textBlock({}, Type::Small);
    label->setForegroundRole(QPalette::BrightText);
    label->hide();
    return label;
}

/// A field, a hint below it, and the place of its problem.
QWidget *withHint(QWidget *field, const QString &hint, QLabel *problem)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 2 * grid);
    column->setSpacing(grid / 2);
    column->addWidget(field);
    if (problem)
        column->addWidget(problem);
    QLabel *words = textBlock(hint, Type::Small);
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setVisible(!hint.isEmpty());
    column->addWidget(words);
    return box;
}

QFormLayout *form(QWidget *page, const QString &title)
{
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 3 * grid);
    outer->setSpacing(2 * grid);
    outer->addWidget(plainLabel(title, Type::Heading, true));
    auto *layout = new QFormLayout;
    layout->setFormAlignment(Qt::AlignTop | Qt::AlignLeading);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    layout->setHorizontalSpacing(4 * grid);
    layout->setVerticalSpacing(2 * grid);
    outer->addLayout(layout);
    return layout;
}

void addRow(QFormLayout *layout, const QString &label, QWidget *field, QWidget *buddy)
{
    QLabel *name = plainLabel(label);
    name->setMinimumWidth(46 * grid);
    name->setBuddy(buddy);
    QString plain = label;
    buddy->setAccessibleName(plain.remove(u'&'));
    layout->addRow(name, field);
}

void setUpLine(QLineEdit *field, const QString &text, const QString &placeholder)
{
    field->setText(text);
    field->setPlaceholderText(placeholder);
    field->setFont(wireFont());
}

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences &preferences, const QList<Language> &languages, QWidget *parent)
    : QDialog(parent),
      m_language(new QComboBox),
      m_theme(new QComboBox),
      m_resolver(new QLineEdit),
      m_resolverProblem(problemLabel()),
      m_ehlo(new QLineEdit),
      m_ehloProblem(problemLabel()),
      m_proxy(new QLineEdit),
      m_proxyProblem(problemLabel()),
      m_allowPrivate(new QCheckBox(tr("Contact private addresses too"))),
      m_ipv4(new QCheckBox(tr("IPv4"))),
      m_ipv6(new QCheckBox(tr("IPv6"))),
      m_familyProblem(problemLabel()),
      m_timeout(new QSpinBox),
      m_depth(new QComboBox),
      m_expiryDays(new QSpinBox),
      m_keepHistory(new QCheckBox(tr("Remember how domains looked"))),
      m_remind(new QCheckBox(tr("Remind me of what is due"))),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults))
{
    setWindowTitle(tr("Preferences"));
    setObjectName(u"preferencesDialog"_s);
    auto *inside = new QWidget;
    auto *sections = new QVBoxLayout(inside);
    sections->setContentsMargins(2 * grid, 2 * grid, 4 * grid, 2 * grid);
    sections->addWidget(appearance(languages));
    sections->addWidget(network());
    sections->addWidget(depth());
    sections->addWidget(plans());
    sections->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * grid, 4 * grid, 4 * grid, 4 * grid);
    column->setSpacing(3 * grid);
    column->addWidget(new ReadingArea(inside), 1);
    column->addWidget(m_buttons);
    resize(620, 660);

    const auto fill = [this](const Preferences &from) {
        m_language->setCurrentIndex(qMax(0, m_language->findData(from.language)));
        m_theme->setCurrentIndex(static_cast<int>(from.theme));
        m_resolver->setText(from.resolver);
        m_ehlo->setText(from.ehloName);
        m_proxy->setText(from.proxy);
        m_allowPrivate->setChecked(from.allowPrivate);
        m_ipv4->setChecked(from.ipv4);
        m_ipv6->setChecked(from.ipv6);
        m_timeout->setValue(from.timeoutSeconds);
        m_depth->setCurrentIndex(static_cast<int>(from.depth));
        m_expiryDays->setValue(from.expiryDays);
        m_keepHistory->setChecked(from.keepHistory);
        m_remind->setChecked(from.remind);
    };
    fill(preferences);
    for (QLineEdit *field : {m_resolver, m_ehlo, m_proxy})
        connect(field, &QLineEdit::textChanged, this, &PreferencesDialog::check);
    connect(m_ipv4, &QCheckBox::toggled, this, &PreferencesDialog::check);
    connect(m_ipv6, &QCheckBox::toggled, this, &PreferencesDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [fill] { fill(Preferences()); });
    check();
}

QWidget *PreferencesDialog::appearance(const QList<Language> &languages)
{
    auto *page = new QWidget;
    QFormLayout *layout = form(page, tr("Appearance"));
    m_language->addItem(tr("As the system"), QString());
    for (const Language &language : languages)
        m_language->addItem(language.name, language.code);
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast")});
    addRow(layout, tr("&Language"), m_language, m_language);
    addRow(layout, tr("&Theme"), m_theme, m_theme);
    return page;
}

QWidget *PreferencesDialog::network()
{
    auto *page = new QWidget;
    QFormLayout *layout = form(page, tr("Network"));
    setUpLine(m_resolver, {}, tr("the system's"));
    setUpLine(m_ehlo, {}, tr("this computer's name"));
    setUpLine(m_proxy, {}, u"socks5://127.0.0.1:1080"_s);
    addRow(layout, tr("&Resolver"),
           withHint(m_resolver, tr("The name server that is asked: an address, or the word recursive to ask from the root."),
                    m_resolverProblem),
           m_resolver);
    addRow(layout, tr("&EHLO name"),
           withHint(m_ehlo, tr("The name by which this program introduces itself to mail servers."), m_ehloProblem), m_ehlo);
    // A line of its own, to be copied as it stands.
    QLabel *command = textBlock(u"ssh -D 1080 server.example.com"_s, Type::Small);
    command->setFont(wireFont(Type::Small));
    auto *proxy = new QWidget;
    auto *column = new QVBoxLayout(proxy);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid / 2);
    column->addWidget(
        withHint(m_proxy,
                 tr("Many networks block outgoing port 25. If you can log in to a server elsewhere, run this command here and write "
                    "socks5://127.0.0.1:1080 above:"),
                 m_proxyProblem));
    column->addWidget(command);
    addRow(layout, tr("SOCKS &proxy"), proxy, m_proxy);
    auto *families = new QWidget;
    auto *row = new QHBoxLayout(families);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_ipv4);
    row->addWidget(m_ipv6);
    row->addStretch(1);
    m_ipv4->setAccessibleName(tr("Use IPv4"));
    m_ipv6->setAccessibleName(tr("Use IPv6"));
    QLabel *addresses = plainLabel(tr("Addresses"));
    addresses->setMinimumWidth(46 * grid);
    layout->addRow(addresses, withHint(families, {}, m_familyProblem));
    m_allowPrivate->setAccessibleName(m_allowPrivate->text());
    layout->addRow(
        plainLabel({}),
        withHint(
            m_allowPrivate,
            tr("For domains inside your own network. While this is off, no name in the DNS can lead this program to machines of yours."),
            nullptr));
    return page;
}

QWidget *PreferencesDialog::depth()
{
    auto *page = new QWidget;
    QFormLayout *layout = form(page, tr("Audits"));
    m_timeout->setRange(1, 600);
    m_timeout->setSuffix(tr(" s", "seconds, after a number"));
    m_depth->addItems({tr("Quick: only what a sender asks"), tr("Standard"), tr("Deep: also what no sender asks")});
    addRow(layout, tr("Longest &wait for one answer"), m_timeout, m_timeout);
    addRow(layout, tr("&Depth"),
           withHint(m_depth,
                    tr("Standard also looks for a policy without a record, for misplaced records, and whether report addresses work. Lists "
                       "of domains are audited quickly unless Deep is chosen."),
                    nullptr),
           m_depth);
    m_expiryDays->setRange(0, maxExpiryDays);
    m_expiryDays->setSuffix(tr(" days", "after a number"));
    m_expiryDays->setSpecialValueText(tr("14 days, as always"));
    addRow(layout, tr("Warn of certificates &before"),
           withHint(m_expiryDays, tr("Certificates of mail servers that expire within so many days give a warning."), nullptr),
           m_expiryDays);
    m_keepHistory->setAccessibleName(m_keepHistory->text());
    layout->addRow(plainLabel({}),
                   withHint(m_keepHistory,
                            tr("Record and policy of the domains that you audit are kept on this computer, so that the next audit can tell "
                               "what changed and what senders may still remember; of those with a plan also when certificates end. "
                               "Switching this off also forgets them."),
                            nullptr));
    return page;
}

QWidget *PreferencesDialog::plans()
{
    auto *page = new QWidget;
    QFormLayout *layout = form(page, tr("Plans"));
    m_remind->setAccessibleName(m_remind->text());
    QLabel *unnamed = plainLabel({});
    unnamed->setMinimumWidth(46 * grid);
    layout->addRow(unnamed,
                   withHint(m_remind,
                            tr("While this program runs, and when it starts, a notification tells which step of a plan may be done, when "
                               "to look again after the time in mode testing, and which certificates end. Each is told once. The pages "
                               "Start and Plans show it in any case."),
                            nullptr));
    return page;
}

void PreferencesDialog::check()
{
    const auto show = [](QLabel *label, const QString &problem) {
        label->setText(problem);
        label->setVisible(!problem.isEmpty());
    };
    show(m_resolverProblem, resolverProblem(m_resolver->text().trimmed()));
    show(m_ehloProblem, ehloNameProblem(m_ehlo->text().trimmed()));
    show(m_proxyProblem, proxyProblem(m_proxy->text().trimmed()));
    show(m_familyProblem, m_ipv4->isChecked() || m_ipv6->isChecked() ? QString() : tr("Choose at least one kind of address."));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isUsable());
}

bool PreferencesDialog::isUsable() const
{
    return m_resolverProblem->text().isEmpty() && m_ehloProblem->text().isEmpty() && m_proxyProblem->text().isEmpty() &&
           m_familyProblem->text().isEmpty();
}

Preferences PreferencesDialog::preferences() const
{
    Preferences result;
    result.language = m_language->currentData().toString();
    result.theme = static_cast<ThemeChoice>(m_theme->currentIndex());
    result.resolver = m_resolver->text().trimmed();
    result.ehloName = m_ehlo->text().trimmed();
    result.proxy = m_proxy->text().trimmed();
    result.allowPrivate = m_allowPrivate->isChecked();
    result.ipv4 = m_ipv4->isChecked();
    result.ipv6 = m_ipv6->isChecked();
    result.timeoutSeconds = m_timeout->value();
    result.depth = static_cast<Depth>(m_depth->currentIndex());
    result.expiryDays = m_expiryDays->value();
    result.keepHistory = m_keepHistory->isChecked();
    result.remind = m_remind->isChecked();
    return result;
}

} // namespace mta
