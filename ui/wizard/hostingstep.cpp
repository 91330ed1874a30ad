// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/hostingstep.h"

#include "base/editabletext.h"
#include "base/wiretext.h"
#include "deploy/hosting.h"
#include "ui/icons.h"
#include "ui/widgets/codeview.h"
#include "ui/wizard/planwork.h"
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QStringList textsOf(const QList<QHostAddress> &addresses)
{
    QStringList texts;
    for (const QHostAddress &address : addresses)
        texts.append(address.toString());
    return texts;
}

/// Absent where a line is no address; `bad` then holds it.
std::optional<QList<QHostAddress>> addressesIn(const QString &text, QString *bad)
{
    QList<QHostAddress> addresses;
    for (const QString &line : filledLines(text)) {
        const QHostAddress address(line);
        if (address.isNull() || !address.scopeId().isEmpty()) {
            *bad = line;
            return std::nullopt;
        }
        addresses.append(address);
    }
    return addresses;
}

QString numbered(const QString &heading, const QStringList &sentences)
{
    if (sentences.isEmpty())
        return {};
    QStringList lines{heading};
    for (const QString &sentence : sentences)
        lines.append(u"\u2022 "_s + sentence);
    return lines.join(u'\n');
}

} // namespace

HostingStep::HostingStep(QWidget *parent)
    : WizardStep(parent),
      m_server(new QComboBox),
      m_alias(new QLineEdit),
      m_addresses(linesField(2)),
      m_files(new QComboBox),
      m_purpose(textBlock({})),
      m_text(new CodeView(tr("File to put on the server"))),
      m_steps(textBlock({})),
      m_guide(new QWidget),
      m_guideNote(new FieldNote)
{
    QVBoxLayout *column = beginStep(
        this, tr("Who serves the policy file?"),
        tr("Senders fetch it over HTTPS from the host mta-sts of your domain, with a certificate for that very name, and follow no "
           "redirects. Choose what you have; the wizard shows what to put there."));
    m_server->setObjectName(u"wizardServer"_s);
    for (PolicyServer server : QList<PolicyServer>{PolicyServer::Undecided} + policyServers())
        m_server->addItem(policyServerTitle(server), static_cast<int>(server));
    m_server->view()->setAccessibleName(tr("Web server or service"));
    m_files->setAccessibleName(tr("File to put on the server"));
    m_files->view()->setAccessibleName(m_files->accessibleName());
    m_alias->setFont(wireFont());
    m_alias->setObjectName(u"wizardAlias"_s);
    m_addresses->setObjectName(u"wizardAddresses"_s);
    m_alias->setPlaceholderText(u"mta-sts.provider.example"_s);
    m_addresses->setPlaceholderText(u"192.0.2.10\n2001:db8::10"_s);
    column->addWidget(fieldLabel(tr("Web &server or service"), m_server));
    column->addWidget(m_server);
    column->addSpacing(2 * grid);
    column->addWidget(fieldLabel(tr("The host is an &alias of (CNAME)"), m_alias));
    column->addWidget(m_alias);
    auto *aliasNote = new FieldNote;
    column->addWidget(aliasNote);
    column->addWidget(fieldLabel(tr("or has these a&ddresses (A, AAAA), one on each line"), m_addresses));
    column->addWidget(m_addresses);
    auto *addressesNote = new FieldNote;
    column->addWidget(addressesNote);
    column->addSpacing(2 * grid);
    column->addWidget(m_guideNote);
    auto *copy = new QPushButton(icon(u"copy"_s), tr("Copy"));
    copy->setAutoDefault(false);
    auto *files = new QHBoxLayout;
    files->setSpacing(2 * grid);
    files->addWidget(m_files, 1);
    files->addWidget(copy);
    auto *guide = new QVBoxLayout(m_guide);
    guide->setContentsMargins(0, 0, 0, 0);
    guide->setSpacing(2 * grid);
    guide->addWidget(m_steps);
    guide->addLayout(files);
    guide->addWidget(m_purpose);
    m_text->setMinimumHeight(40 * grid);
    guide->addWidget(m_text, 1);
    column->addWidget(m_guide, 1);
    column->addStretch(0);
    connect(m_server, &QComboBox::activated, this, &HostingStep::takeServer);
    m_aliasField = new PlanField(this, m_alias, aliasNote, u"alias"_s, readAlias, [](const Plan &plan) { return plan.hosting.alias; });
    m_addressesField = new PlanField(this, m_addresses, addressesNote, u"addresses"_s, readAddresses,
                                     [](const Plan &plan) { return textsOf(plan.hosting.addresses).join(u'\n'); });
    connect(m_files, &QComboBox::currentIndexChanged, this, &HostingStep::showFile);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(QString::fromUtf8(m_content)); });
}

QString HostingStep::title() const
{
    return tr("Policy host");
}

void HostingStep::show(const WizardContext &context)
{
    m_context = context;
    const PolicyHosting &hosting = context.plan.hosting;
    m_server->setCurrentIndex(m_server->findData(static_cast<int>(hosting.server)));
    m_aliasField->show(context);
    m_addressesField->show(context);
    showGuide();
}

void HostingStep::takeServer()
{
    Plan plan = m_context.plan;
    plan.hosting.server = static_cast<PolicyServer>(m_server->currentData().toInt());
    emit changed(plan, {});
}

Taken HostingStep::readAlias(const Plan &before, const QString &text)
{
    Plan plan = before;
    plan.hosting.alias = normalisedName(text.trimmed());
    if (!plan.hosting.alias.isEmpty())
        plan.hosting.addresses.clear(); // RFC 1034 §3.6.2: an alias has no other data
    return {plan, faultAt(plan, "/hosting"_L1)};
}

Taken HostingStep::readAddresses(const Plan &before, const QString &text)
{
    QString bad;
    const std::optional<QList<QHostAddress>> addresses = addressesIn(text, &bad);
    if (!addresses)
        return {before, tr("\u201c%1\u201d is no IP address.").arg(visibleText(bad, 80))};
    Plan plan = before;
    plan.hosting.addresses = *addresses;
    if (!addresses->isEmpty())
        plan.hosting.alias.clear();
    return {plan, faultAt(plan, "/hosting"_L1)};
}

void HostingStep::showGuide()
{
    const Result<HostingGuide> guide = hostingGuide(m_context.plan);
    m_guide->setVisible(bool(guide));
    m_guideNote->say(State::Attention, guide ? QString() : guide.error().text);
    if (!guide)
        return;
    const QString before = m_files->currentText();
    const QSignalBlocker quiet(m_files);
    m_files->clear();
    for (const HostingFile &file : guide->files) {
        m_files->addItem(file.name, file.content);
        m_files->setItemData(m_files->count() - 1, file.purpose, Qt::UserRole + 1);
    }
    m_files->setCurrentIndex(qMax(0, m_files->findText(before)));
    QStringList parts{numbered(tr("What to do"), guide->steps), numbered(tr("The certificate"), guide->certificate),
                      numbered(tr("What goes wrong here"), guide->traps)};
    parts.removeAll(QString());
    m_steps->setText(parts.join(u"\n\n"_s));
    showFile();
}

void HostingStep::showFile()
{
    m_content = m_files->currentData().toByteArray();
    m_purpose->setText(m_files->currentData(Qt::UserRole + 1).toString());
    m_text->setLines(editableText(m_content).split(u'\n'), {});
}

StepMark HostingStep::mark(const WizardContext &context) const
{
    const PolicyHosting &hosting = context.plan.hosting;
    if (hosting.server == PolicyServer::Undecided)
        return {State::NotTested, tr("nobody chosen yet")};
    if (hosting.alias.isEmpty() && hosting.addresses.isEmpty())
        return {State::Attention, tr("%1, without an address yet").arg(policyServerTitle(hosting.server))};
    return {State::Good, policyServerTitle(hosting.server)};
}

} // namespace mta
