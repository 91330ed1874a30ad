// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/domainstep.h"

#include "base/wiretext.h"
#include "deploy/provider.h"
#include "ui/icons.h"
#include "ui/wizard/steplayout.h"
#include "ui/words.h"

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString recordWords(const DomainAudit &audit)
{
    switch (audit.stsStatus) {
    case StsStatus::Absent:
        return DomainStep::tr("There is no record of MTA-STS yet.");
    case StsStatus::Undetermined:
        return audit.facts.sts.asked() && !audit.facts.sts.failed()
                   ? DomainStep::tr("There is a record of MTA-STS: %1").arg(visibleText(audit.record.record.raw, 200))
                   : DomainStep::tr("Whether there is a record of MTA-STS could not be found out.");
    case StsStatus::RecordInvalid:
        return DomainStep::tr("There is a record of MTA-STS, but senders cannot use it: %1").arg(visibleText(audit.record.record.raw, 200));
    default:
        return DomainStep::tr("There is a record of MTA-STS: %1").arg(visibleText(audit.record.record.raw, 200));
    }
}

QString policyWords(const DomainAudit &audit)
{
    if (!audit.policy)
        return DomainStep::tr("There is no policy file that could be fetched.");
    if (!audit.policy->valid())
        return DomainStep::tr("There is a policy file, but senders cannot use it.");
    if (audit.stsStatus == StsStatus::PolicyUnavailable)
        return DomainStep::tr("There is a policy file in mode %1, but senders do not get it as it is served.")
            .arg(policyModeName(*audit.policy->mode));
    return DomainStep::tr("There is a policy file in mode %1.").arg(policyModeName(*audit.policy->mode));
}

QString reportWords(const DomainAudit &audit)
{
    switch (audit.tlsRptStatus) {
    case TlsRptStatus::Absent:
        return DomainStep::tr("Nobody is told of failures yet: there is no record of TLS-RPT.");
    case TlsRptStatus::Valid:
        return DomainStep::tr("Failures are reported: there is a record of TLS-RPT.");
    case TlsRptStatus::Invalid:
        return DomainStep::tr("There is a record of TLS-RPT, but senders cannot use it.");
    case TlsRptStatus::Undetermined:
        break;
    }
    return DomainStep::tr("Whether there is a record of TLS-RPT could not be found out.");
}

} // namespace

DomainStep::DomainStep(QWidget *parent)
    : WizardStep(parent),
      m_stateIcon(plainLabel({})),
      m_headline(textBlock({})),
      m_mail(textBlock({}, Type::Heading)),
      m_mailAdvice(textBlock({})),
      m_dns(textBlock({}, Type::Heading)),
      m_dnsAdvice(textBlock({})),
      m_there(textBlock({})),
      m_again(new QPushButton(icon(u"again"_s), tr("Look again")))
{
    QVBoxLayout *column = beginStep(this, tr("How things are today"),
                                    tr("MTA-STS tells senders which mail servers are yours, and that mail may go to no others. To say so "
                                       "you publish a small file on a web server and a record in the DNS. Nothing is changed by this "
                                       "wizard unless you ask for it."));
    m_again->setAutoDefault(false);
    auto *said = new QHBoxLayout;
    said->setSpacing(2 * grid);
    said->addWidget(m_stateIcon, 0, Qt::AlignTop);
    said->addWidget(m_headline, 1);
    column->addLayout(said);
    column->addWidget(m_there);
    column->addWidget(m_again, 0, Qt::AlignLeading);
    column->addSpacing(2 * grid);
    column->addWidget(m_mail);
    column->addWidget(m_mailAdvice);
    column->addSpacing(2 * grid);
    column->addWidget(m_dns);
    column->addWidget(m_dnsAdvice);
    column->addStretch(1);
    connect(m_again, &QPushButton::clicked, this, [this] { emit auditWanted(true); });
}

QString DomainStep::title() const
{
    return tr("Domain");
}

void DomainStep::show(const WizardContext &context)
{
    m_again->setEnabled(!context.running);
    const StepMark said = mark(context);
    m_stateIcon->setPixmap(stateIcon(said.state).pixmap(QSize(4 * grid + 2, 4 * grid + 2), devicePixelRatioF()));
    m_stateIcon->setAccessibleName(stateWord(said.state));
    for (QLabel *label : {m_mail, m_mailAdvice, m_dns, m_dnsAdvice, m_there})
        label->setVisible(context.audit.has_value());
    if (!context.audit) {
        m_headline->setText(context.running             ? tr("The domain is being looked at\u2026")
                            : context.trouble.isEmpty() ? tr("The domain was not looked at yet.")
                                                        : context.trouble);
        return;
    }
    const DomainAudit &audit = *context.audit;
    m_headline->setText(context.running ? tr("The domain is being looked at again. Before that: %1").arg(audit.headline)
                        : context.trouble.isEmpty()
                            ? audit.headline
                            : tr("The domain could not be looked at again: %1 Before that: %2").arg(context.trouble, audit.headline));
    const QString when = tr("Seen %1.", "day and time").arg(momentWords(audit.facts.observedAt, context.now));
    m_there->setText(QStringList{when, recordWords(audit), policyWords(audit), reportWords(audit)}.join(u'\n'));
    const MailProvider mail = mailProviderOf(audit.facts);
    m_mail->setText(tr("Mail: %1").arg(mailProviderTitle(mail)));
    m_mailAdvice->setText(mailProviderAdvice(mail));
    const DnsProvider dns = dnsProviderOf(audit.facts);
    m_dns->setText(tr("DNS: %1").arg(dnsProviderTitle(dns)));
    m_dnsAdvice->setText(dnsProviderAdvice(dns));
}

StepMark DomainStep::mark(const WizardContext &context) const
{
    if (!context.audit)
        return {State::NotTested, context.running ? tr("being looked at") : tr("not looked at yet")};
    // What the last look could not find again is no news.
    return {context.trouble.isEmpty() ? verdictState(context.audit->verdict) : State::NotTested, context.audit->headline};
}

} // namespace mta
