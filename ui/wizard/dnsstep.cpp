// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/dnsstep.h"

#include "base/editabletext.h"
#include "base/wiretext.h"
#include "deploy/provider.h"
#include "deploy/tlsaproposal.h"
#include "deploy/zoneformats.h"
#include "ui/icons.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/steplayout.h"
#include "ui/words.h"
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

DnsStep::DnsStep(QWidget *parent)
    : WizardStep(parent),
      m_zone(new QLineEdit),
      m_ttl(new QLineEdit),
      m_fields(new RowsView(u"wizardRecords"_s, tr("Records to publish"), {tr("Type"), tr("Name"), tr("Value")})),
      m_tlsa(new QPushButton(tr("Plan TLSA records (DANE)"))),
      m_noTlsa(new QPushButton(tr("Plan none"))),
      m_tlsaNote(new FieldNote),
      m_format(new QComboBox),
      m_use(textBlock({})),
      m_text(new CodeView(tr("Records as text to paste"))),
      m_textNote(new FieldNote)
{
    QVBoxLayout *column = beginStep(this, tr("Which records go into the DNS?"),
                                    tr("Names are shown relative to the zone, as most web pages of providers want them. Publish the record "
                                       "at _mta-sts last, when the policy file can be fetched: the next page says when."));
    m_zone->setFont(wireFont());
    m_zone->setObjectName(u"wizardZone"_s);
    m_ttl->setFont(wireFont());
    m_ttl->setObjectName(u"wizardTtl"_s);
    m_ttl->setMaxLength(10);
    m_ttl->setMaximumWidth(30 * grid);
    m_fields->setColumnWidths({6, 18, 60});
    m_fields->setEmptyText(tr("There is no record to publish yet."));
    m_fields->setMinimumHeight(30 * grid);
    m_text->setMinimumHeight(36 * grid);
    m_format->setObjectName(u"wizardFormat"_s);
    for (const ZoneFormatInfo &info : zoneFormats())
        m_format->addItem(zoneFormatTitle(info.format), static_cast<int>(info.format));
    m_format->view()->setAccessibleName(tr("Form of the text"));
    auto *copy = new QPushButton(icon(u"copy"_s), tr("Copy"));
    copy->setAutoDefault(false);
    for (QPushButton *button : {m_tlsa, m_noTlsa})
        button->setAutoDefault(false);
    m_tlsa->setToolTip(plainToolTip(tr("Records that name the keys your mail servers show today, for senders that check DANE (RFC 7672)")));
    m_zone->setMinimumWidth(40 * grid);
    column->addWidget(flowRow({labelled(tr("&Zone"), m_zone), labelled(tr("&TTL, seconds"), m_ttl)}));
    auto *zoneNote = new FieldNote;
    auto *ttlNote = new FieldNote;
    column->addWidget(zoneNote);
    column->addWidget(ttlNote);
    column->addWidget(m_fields, 1);
    column->addWidget(flowRow({m_tlsa, m_noTlsa}));
    column->addWidget(m_tlsaNote);
    column->addWidget(flowRow({labelled(tr("&Form of the text"), m_format), copy}));
    column->addWidget(m_use);
    column->addWidget(m_textNote);
    column->addWidget(m_text, 1);
    m_zoneField = new PlanField(this, m_zone, zoneNote, u"zone"_s, readZone, [](const Plan &plan) { return plan.zone; });
    m_ttlField = new PlanField(this, m_ttl, ttlNote, u"ttl"_s, readTtl, [](const Plan &plan) { return QString::number(plan.ttl.count()); });
    connect(m_tlsa, &QPushButton::clicked, this, &DnsStep::planTlsa);
    connect(m_noTlsa, &QPushButton::clicked, this, &DnsStep::dropTlsa);
    connect(m_format, &QComboBox::activated, this, [this] {
        m_chosen = true;
        showText();
    });
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(QString::fromUtf8(m_content)); });
}

QString DnsStep::title() const
{
    return tr("DNS");
}

void DnsStep::show(const WizardContext &context)
{
    if (m_context.plan.domain != context.plan.domain) {
        m_tlsaNote->say(State::Good, {}); // it was about the servers of another domain
        m_chosen = false;
    }
    m_context = context;
    m_zoneField->show(context);
    m_zone->setPlaceholderText(zoneForRecords(context.plan));
    m_ttlField->show(context);
    m_tlsa->setEnabled(context.audit.has_value() && !context.running);
    m_noTlsa->setVisible(!context.plan.tlsa.isEmpty());
    if (!m_chosen && context.audit)
        m_format->setCurrentIndex(m_format->findData(static_cast<int>(dnsProviderInfo(dnsProviderOf(context.audit->facts)).format)));
    showText();
}

void DnsStep::planTlsa()
{
    const TlsaProposal proposal = proposeTlsa(*m_context.audit);
    QStringList left;
    if (!proposal.unsignedHosts.isEmpty())
        left.append(tr("Not for %1: the addresses are not signed with DNSSEC, so TLSA records would count for nothing.")
                        .arg(visibleText(proposal.unsignedHosts.join(u", "_s), 400)));
    if (!proposal.unknownHosts.isEmpty())
        left.append(tr("Not for %1: no certificate was seen, or whether the addresses are signed could not be found out.")
                        .arg(visibleText(proposal.unknownHosts.join(u", "_s), 400)));
    if (!proposal.records.isEmpty())
        left.append(tr("From now on, publish the record of a new key before the mail server shows it."));
    if (left.isEmpty())
        left.append(tr("No mail server was seen whose key a record could name."));
    m_tlsaNote->say(State::Attention, left.join(u'\n'));
    // What is planned for other servers stays, such as for one that could not be reached today.
    Plan plan = m_context.plan;
    for (const IntendedTlsa &record : proposal.records)
        plan.tlsa.removeIf([&record](const IntendedTlsa &planned) { return planned.host == record.host; });
    plan.tlsa += proposal.records;
    if (!proposal.records.isEmpty())
        emit changed(plan, {});
}

void DnsStep::dropTlsa()
{
    m_tlsaNote->say(State::Good, {});
    Plan plan = m_context.plan;
    plan.tlsa.clear();
    emit changed(plan, {});
}

Taken DnsStep::readZone(const Plan &before, const QString &text)
{
    Plan plan = before;
    plan.zone = normalisedName(text.trimmed());
    const bool usable = plan.zone.isEmpty() || (isHostName(plan.zone) && isWithin(plan.domain.ascii, plan.zone));
    return {plan,
            usable ? QString() : tr("The zone must be %1 or a name above it: records go where the domain is.").arg(plan.domain.ascii)};
}

Taken DnsStep::readTtl(const Plan &before, const QString &text)
{
    bool number = false;
    const qint64 ttl = text.trimmed().toLongLong(&number);
    if (!number || ttl < 0 || ttl > maxTtl.count())
        return {before, tr("Write a number of seconds; 3600 is an hour.")};
    Plan plan = before;
    plan.ttl = std::chrono::seconds(ttl);
    return {plan, {}};
}

void DnsStep::showText()
{
    const QString zone = zoneForRecords(m_context.plan);
    const ZoneShares shares = divideByZone(zoneRecords(m_context.plan), zone);
    const auto format = static_cast<ZoneFormat>(m_format->currentData().toInt());
    m_use->setText(zoneFormatUse(format));
    QList<Row> rows;
    const Result<QList<PasteFields>> fields = pasteFields(shares.within, zone);
    for (const PasteFields &each : fields ? *fields : QList<PasteFields>()) {
        rows.append({u"%1 %2 %3"_s.arg(each.type, each.owner, each.value),
                     {Cell{each.type}, Cell{each.name, {}, true}, Cell{visibleText(each.value, 1000), {}, true}}});
    }
    m_fields->setRows(rows);
    const Result<QByteArray> text = zoneText(format, shares.within, zone);
    QString note = text ? QString() : text.error().text;
    if (text && !shares.elsewhere.isEmpty())
        note = tr("The TLSA records of mail servers in other zones are not in here: they belong into those zones.");
    m_textNote->say(State::Attention, note);
    m_content = text ? *text : QByteArray();
    m_text->setLines(editableText(m_content).split(u'\n'), {});
}

StepMark DnsStep::mark(const WizardContext &context) const
{
    const QList<ZoneRecord> records = zoneRecords(context.plan);
    if (records.isEmpty())
        return {State::NotTested, tr("no record to publish yet")};
    return {State::Good, tr("%n record(s)", nullptr, static_cast<int>(records.size()))};
}

} // namespace mta
