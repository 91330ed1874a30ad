// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/reportsstep.h"

#include "base/wiretext.h"
#include "tlsrpt/reporturi.h"
#include "ui/wizard/planwork.h"

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// An address alone is what people type; the record wants it as a URI (RFC 8460 §3).
QByteArray asUri(const QString &line)
{
    const bool address = line.contains(u'@') && !line.contains(u':');
    return (address ? QString(u"mailto:"_s + line) : line).toUtf8();
}

QList<QByteArray> urisIn(const QString &text)
{
    QList<QByteArray> uris;
    for (const QString &line : filledLines(text))
        uris.append(asUri(line));
    return uris;
}

QStringList linesOf(const QList<QByteArray> &uris)
{
    QStringList lines;
    for (const QByteArray &uri : uris)
        lines.append(QString::fromUtf8(uri));
    return lines;
}

} // namespace

ReportsStep::ReportsStep(QWidget *parent) : WizardStep(parent), m_destinations(linesField(4)), m_advice(new FieldNote)
{
    auto *note = new FieldNote;
    QVBoxLayout *column =
        beginStep(this, tr("Who is to hear of failures?"),
                  tr("Senders that honour TLS-RPT send a report a day on how delivery to your domain went. Without them, testing tells you "
                     "nothing. A mailbox will do; it should be one whose mail does not depend on what is reported."));
    m_destinations->setObjectName(u"wizardReports"_s);
    m_destinations->setPlaceholderText(u"mailto:tls-reports@example.com\nhttps://reports.example.com/tlsrpt"_s);
    column->addWidget(fieldLabel(tr("&Destinations (rua), one on each line: an address or an https URL"), m_destinations));
    column->addWidget(m_destinations);
    column->addWidget(note);
    column->addWidget(m_advice);
    column->addStretch(1);
    m_field =
        new PlanField(this, m_destinations, note, u"reports"_s, read, [](const Plan &plan) { return linesOf(plan.reports).join(u'\n'); });
}

QString ReportsStep::title() const
{
    return tr("Reports");
}

void ReportsStep::show(const WizardContext &context)
{
    m_field->show(context);
    bool own = !context.plan.reports.isEmpty();
    for (const QByteArray &uri : context.plan.reports) {
        const ReportUri read = parseReportUri(uri);
        own = own && read.mail && isWithin(read.host, context.plan.domain.ascii);
    }
    m_advice->say(State::Attention,
                  own ? tr("All reports go to the domain itself. When its mail fails, so may the reports: add a destination "
                           "elsewhere, or an https URL (RFC 8460 §3).")
                      : QString());
}

Taken ReportsStep::read(const Plan &before, const QString &text)
{
    Plan plan = before;
    plan.reports = urisIn(text);
    for (const QByteArray &uri : std::as_const(plan.reports)) {
        if (!parseReportUri(uri).valid)
            return {before, tr("\u201c%1\u201d is no destination. Write an e-mail address or an https URL; commas, exclamation marks and "
                               "semicolons in it must be percent-encoded (RFC 8460 §3).")
                                .arg(visibleText(uri, 120))};
    }
    return {plan, faultAt(plan, "/reports"_L1)};
}

StepMark ReportsStep::mark(const WizardContext &context) const
{
    if (context.plan.reports.isEmpty())
        return {State::Attention, tr("nobody would hear of failures")};
    return {State::Good, tr("%n destination(s)", nullptr, static_cast<int>(context.plan.reports.size()))};
}

} // namespace mta
