// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/mailserversstep.h"

#include "base/wiretext.h"
#include "deploy/live.h"
#include "deploy/patterns.h"
#include "deploy/policyid.h"
#include "deploy/provider.h"
#include "ui/icons.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/planwork.h"

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QStringList hostsOf(const QList<IntendedMx> &mx)
{
    QStringList hosts;
    for (const IntendedMx &each : mx)
        hosts.append(each.host);
    return hosts;
}

QStringList linesOf(const QList<IntendedMx> &mx)
{
    QStringList lines;
    for (const IntendedMx &each : mx)
        lines.append(u"%1 %2"_s.arg(each.preference).arg(each.host));
    return lines;
}

/// "10 mx1.example.com" or the host alone. Absent where a line is neither; `bad` then holds it.
std::optional<QList<IntendedMx>> serversIn(const QString &text, QString *bad)
{
    QList<IntendedMx> mx;
    for (const QString &line : filledLines(text)) {
        const QStringList words = line.simplified().split(u' ');
        bool number = true;
        const ushort preference = words.size() == 2 ? words.first().toUShort(&number) : ushort(10);
        const QString host = normalisedName(words.last());
        if (words.size() > 2 || !number || !isHostName(host)) {
            *bad = line;
            return std::nullopt;
        }
        mx.append({preference, host});
    }
    return mx;
}

const MxOutcome *outcomeOf(const WizardContext &context, const QString &host)
{
    if (!context.audit)
        return nullptr;
    for (const MxOutcome &each : context.audit->mx) {
        if (each.host == host)
            return &each;
    }
    return nullptr;
}

Cell probeCell(const MxOutcome *outcome)
{
    if (!outcome || outcome->result == "untested"_L1)
        return {MailServersStep::tr("not tested"), State::NotTested};
    if (outcome->result == "ok"_L1)
        return {MailServersStep::tr("ready"), State::Good};
    if (outcome->result == "unreachable"_L1)
        return {MailServersStep::tr("cannot be reached"), State::Attention};
    return {MailServersStep::tr("would fail: %1").arg(outcome->result), State::Broken};
}

QString breadthWords(Breadth breadth)
{
    switch (breadth) {
    case Breadth::Own:
        return {};
    case Breadth::SharedZone:
        return MailServersStep::tr("also covers hosts of other customers");
    case Breadth::PublicSuffix:
        break;
    }
    return MailServersStep::tr("covers hosts of anybody: too broad");
}

} // namespace

MailServersStep::MailServersStep(QWidget *parent)
    : WizardStep(parent),
      m_servers(linesField(4)),
      m_serversNote(new FieldNote),
      m_patterns(linesField(4)),
      m_patternsNote(new FieldNote),
      m_hosts(new RowsView(u"wizardHosts"_s, tr("Mail servers and how they fare"), {tr("Mail server"), tr("Covered by"), tr("Today")})),
      m_coverage(new RowsView(u"wizardPatterns"_s, tr("Patterns and what they cover"), {tr("Pattern"), tr("Covers")})),
      m_live(new QPushButton(icon(u"again"_s), tr("Take those in the DNS")))
{
    QVBoxLayout *column = beginStep(
        this, tr("Which mail servers are yours?"),
        tr("The policy names them, by name or by a pattern such as *.mail.example.com, which stands for exactly one label. Senders refuse "
           "every server that no line covers, so name backup servers too, also those that are switched off today."));
    QPushButton *exact = new QPushButton(tr("Suggest exact names"));
    QPushButton *wildcard = new QPushButton(tr("Suggest a pattern"));
    for (QPushButton *button : {m_live, exact, wildcard})
        button->setAutoDefault(false);
    m_servers->setObjectName(u"wizardServers"_s);
    m_patterns->setObjectName(u"wizardPatternLines"_s);
    m_servers->setPlaceholderText(u"10 mx1.example.com\n20 mx2.example.com"_s);
    m_patterns->setPlaceholderText(u"mx1.example.com\n*.mail.example.com"_s);
    m_hosts->setColumnWidths({26, 24, 24});
    m_coverage->setColumnWidths({26, 48});
    m_hosts->setEmptyText(tr("No mail server is named yet."));
    m_coverage->setEmptyText(tr("No pattern is named yet: senders would refuse every server."));
    m_hosts->setMinimumHeight(28 * grid);
    m_coverage->setMinimumHeight(22 * grid);

    column->addWidget(fieldLabel(tr("&Mail servers, one on each line, with their preference"), m_servers));
    column->addWidget(m_servers);
    column->addWidget(m_serversNote);
    column->addWidget(flowRow({m_live}));
    column->addWidget(m_hosts, 1);
    column->addWidget(fieldLabel(tr("&Patterns of the policy (mx), one on each line"), m_patterns));
    column->addWidget(m_patterns);
    column->addWidget(m_patternsNote);
    column->addWidget(flowRow({exact, wildcard}));
    column->addWidget(m_coverage, 1);
    connect(m_servers, &QPlainTextEdit::textChanged, this, &MailServersStep::takeServers);
    connect(m_patterns, &QPlainTextEdit::textChanged, this, &MailServersStep::takePatterns);
    connect(exact, &QPushButton::clicked, this, [this] { suggest(false); });
    connect(wildcard, &QPushButton::clicked, this, [this] { suggest(true); });
    connect(m_live, &QPushButton::clicked, this, &MailServersStep::useLive);
}

QString MailServersStep::title() const
{
    return tr("Mail servers");
}

void MailServersStep::show(const WizardContext &context)
{
    m_context = context;
    showLines(m_servers, m_serversNote, m_shownServers, context.plan, linesOf(context.plan.mx), [](const QString &text) {
        QString bad;
        return linesOf(serversIn(text, &bad).value_or(QList<IntendedMx>{{0, bad}}));
    });
    showLines(m_patterns, m_patternsNote, m_shownPatterns, context.plan, context.plan.policy ? context.plan.policy->mx : QStringList(),
              [](const QString &text) { return filledLines(text.toLower()); });
    showTables(context);
}

void MailServersStep::takeServers()
{
    QString bad;
    const std::optional<QList<IntendedMx>> mx = serversIn(m_servers->toPlainText(), &bad);
    m_serversNote->say(
        State::Broken,
        mx ? QString()
           : tr("\u201c%1\u201d is no mail server. Write a number and a host name, such as 10 mx1.example.com; an address or a "
                "pattern cannot stand here.")
                 .arg(visibleText(bad, 80)),
        m_servers);
    if (!mx)
        return;
    Plan plan = m_context.plan;
    plan.mx = *mx;
    const QString fault = faultAt(plan, "/mx"_L1);
    m_serversNote->say(State::Broken, fault, m_servers);
    if (!fault.isEmpty())
        return;
    emit changed(plan, u"servers"_s);
}

void MailServersStep::takePatterns()
{
    QStringList patterns;
    for (const QString &line : filledLines(m_patterns->toPlainText())) {
        const MxPattern pattern = parseMxPattern(line.toUtf8());
        if (!pattern.valid) {
            m_patternsNote->say(
                State::Broken,
                tr("\u201c%1\u201d is no pattern. Write a host name, or *. and a host name (RFC 8461 §3.2).").arg(visibleText(line, 80)),
                m_patterns);
            return;
        }
        patterns.append(pattern.text.toLower());
    }
    const Plan plan = withPolicy(
        m_context.plan, [&](PolicyTerms &terms) { terms.mx = patterns; }, m_context.now);
    const QString fault = faultAt(plan, "/policy"_L1);
    m_patternsNote->say(State::Broken, fault, m_patterns);
    if (fault.isEmpty())
        emit changed(plan, u"patterns"_s);
}

void MailServersStep::suggest(bool wildcard)
{
    const QStringList patterns = suggestPatterns(hostsOf(m_context.plan.mx), wildcard ? PatternStyle::Wildcard : PatternStyle::Exact);
    m_shownPatterns.forget();
    emit changed(withPolicy(
                     m_context.plan, [&](PolicyTerms &terms) { terms.mx = patterns; }, m_context.now),
                 {});
    show(m_context); // also where it is what was planned before, and something else stands in the field
}

void MailServersStep::useLive()
{
    if (!m_context.audit)
        return;
    if (const std::optional<QList<IntendedMx>> mx = liveDomain(*m_context.audit).mx) {
        Plan plan = m_context.plan;
        plan.mx = *mx;
        m_shownServers.forget();
        emit changed(plan, {});
        show(m_context);
    }
}

void MailServersStep::showTables(const WizardContext &context)
{
    m_live->setEnabled(context.audit.has_value());
    const QStringList patterns = context.plan.policy ? context.plan.policy->mx : QStringList();
    const Coverage covered = coverage(patterns, hostsOf(context.plan.mx));
    QList<Row> hosts;
    for (const IntendedMx &mx : context.plan.mx) {
        QString by;
        for (const PatternCoverage &each : covered.patterns) {
            if (by.isEmpty() && each.hosts.contains(mx.host))
                by = each.pattern.text;
        }
        Cell cover = by.isEmpty() ? Cell{tr("nothing: senders would refuse it"), State::Broken} : Cell{by, State::Good, true};
        hosts.append({mx.host, {Cell{mx.host, {}, true}, cover, probeCell(outcomeOf(context, mx.host))}});
    }
    m_hosts->setRows(hosts);
    QList<Row> rows;
    for (const PatternCoverage &each : covered.patterns) {
        const QString broad = breadthWords(each.breadth);
        const QString what = each.hosts.isEmpty() ? tr("no server that is named above") : each.hosts.join(u", "_s);
        Cell cell{broad.isEmpty() ? what : tr("%1; %2").arg(what, broad)};
        cell.state = each.breadth == Breadth::PublicSuffix      ? State::Broken
                     : each.hosts.isEmpty() || !broad.isEmpty() ? State::Attention
                                                                : State::Good;
        rows.append({each.pattern.text, {Cell{each.pattern.text, {}, true}, cell}});
    }
    m_coverage->setRows(rows);
}

StepMark MailServersStep::mark(const WizardContext &context) const
{
    const QStringList patterns = context.plan.policy ? context.plan.policy->mx : QStringList();
    if (context.plan.mx.isEmpty())
        return {State::NotTested, tr("no mail server yet")};
    const Coverage covered = coverage(patterns, hostsOf(context.plan.mx));
    if (!covered.uncovered.isEmpty())
        return {State::Broken, tr("not covered: %1").arg(covered.uncovered.join(u", "_s))};
    bool tested = true;
    for (const IntendedMx &mx : context.plan.mx) {
        const Cell cell = probeCell(outcomeOf(context, mx.host));
        if (cell.state == State::Broken)
            return {State::Attention, tr("%1 would fail today").arg(mx.host)};
        tested = tested && cell.state == State::Good;
    }
    return {tested ? State::Good : State::Attention, tested ? tr("all covered and ready") : tr("all covered, not all could be tested")};
}

} // namespace mta
