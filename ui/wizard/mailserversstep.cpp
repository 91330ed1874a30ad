// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/mailserversstep.h"

#include "audit/outcome.h"
#include "base/wiretext.h"
#include "deploy/adopt.h"
#include "deploy/live.h"
#include "deploy/patterns.h"
#include "deploy/policyid.h"
#include "deploy/provider.h"
#include "report/render.h"
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

Taken readServers(const Plan &before, const QString &text)
{
    QString bad;
    const std::optional<QList<IntendedMx>> mx = serversIn(text, &bad);
    if (!mx)
        return {before, MailServersStep::tr("\u201c%1\u201d is no mail server. Write a number and a host name, such as "
                                            "10 mx1.example.com; an address or a pattern cannot stand here.")
                            .arg(visibleText(bad, 80))};
    Plan plan = before;
    plan.mx = *mx;
    return {plan, faultAt(plan, "/mx"_L1)};
}

QStringList patternsOf(const Plan &plan)
{
    return plan.policy ? plan.policy->mx : QStringList();
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

/// Without a policy, or in mode none, no sender asks for one (RFC 8461 §5).
bool needsPatterns(const Plan &plan)
{
    return plan.policy && plan.policy->mode != PolicyMode::None;
}

/// Senders keep mail back from it today (RFC 8461 §5).
bool isRefused(const WizardContext &context, const MxOutcome *outcome)
{
    return outcome && isFailure(outcome->result) && context.audit && context.audit->stsStatus == StsStatus::Enforce;
}

Cell probeCell(const MxOutcome *outcome)
{
    if (!outcome || outcome->result == "untested"_L1)
        return {MailServersStep::tr("not tested"), State::NotTested};
    for (const AddressOutcome &address : outcome->addresses) {
        // Which of its addresses a sender takes is chance.
        if (outcome->result == "ok"_L1 && isFailure(address.result))
            return {MailServersStep::tr("would fail at %1: %2 (%3)", "address: what is wrong (its name in RFC 8460)")
                        .arg(address.address.toString(), resultText(address.result), address.result),
                    State::Broken};
    }
    if (outcome->result == "ok"_L1)
        return {MailServersStep::tr("ready"), State::Good};
    if (outcome->result == "unreachable"_L1)
        return {MailServersStep::tr("cannot be reached"), State::Attention};
    return {MailServersStep::tr("would fail: %1 (%2)", "what is wrong (its name in RFC 8460)")
                .arg(resultText(outcome->result), outcome->result),
            State::Broken};
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
      m_patterns(linesField(4)),
      m_hosts(new RowsView(u"wizardHosts"_s, tr("Mail servers and how they fare"), {tr("Mail server"), tr("Covered by"), tr("Today")})),
      m_failing(new FieldNote),
      m_coverage(new RowsView(u"wizardPatterns"_s, tr("Patterns and what they cover"), {tr("Pattern"), tr("Covers")})),
      m_live(new QPushButton(icon(u"again"_s), tr("Take those in the DNS"))),
      m_exact(new QPushButton(tr("Suggest exact names"))),
      m_wildcard(new QPushButton(tr("Suggest a pattern")))
{
    QVBoxLayout *column = beginStep(
        this, tr("Which mail servers are yours?"),
        tr("The policy names them, by name or by a pattern such as *.mail.example.com, which stands for exactly one label. Senders refuse "
           "every server that no line covers, so name backup servers too, also those that are switched off today."));
    for (QPushButton *button : {m_live, m_exact, m_wildcard})
        button->setAutoDefault(false);
    m_servers->setObjectName(u"wizardServers"_s);
    m_patterns->setObjectName(u"wizardPatternLines"_s);
    m_servers->setPlaceholderText(u"10 mx1.example.com\n20 mx2.example.com"_s);
    m_patterns->setPlaceholderText(u"mx1.example.com\n*.mail.example.com"_s);
    m_hosts->setColumnWidths({26, 24, 24});
    m_coverage->setColumnWidths({26, 48});
    m_hosts->setEmptyText(tr("No mail server is named yet."));
    m_hosts->setMinimumHeight(28 * grid);
    m_coverage->setMinimumHeight(22 * grid);

    column->addWidget(fieldLabel(tr("&Mail servers, one on each line, with their preference"), m_servers));
    column->addWidget(m_servers);
    auto *serversNote = new FieldNote;
    column->addWidget(serversNote);
    column->addWidget(flowRow({m_live}));
    column->addWidget(m_hosts, 1);
    column->addWidget(m_failing);
    column->addWidget(fieldLabel(tr("&Patterns of the policy (mx), one on each line"), m_patterns));
    column->addWidget(m_patterns);
    auto *patternsNote = new FieldNote;
    column->addWidget(patternsNote);
    column->addWidget(flowRow({m_exact, m_wildcard}));
    column->addWidget(m_coverage, 1);
    m_serversField = new PlanField(this, m_servers, serversNote, u"servers"_s, readServers,
                                   [](const Plan &plan) { return linesOf(plan.mx).join(u'\n'); });
    m_patternsField = new PlanField(
        this, m_patterns, patternsNote, u"patterns"_s, [this](const Plan &plan, const QString &text) { return readPatterns(plan, text); },
        [](const Plan &plan) { return patternsOf(plan).join(u'\n'); });
    connect(m_exact, &QPushButton::clicked, this, [this] { suggest(false); });
    connect(m_wildcard, &QPushButton::clicked, this, [this] { suggest(true); });
    connect(m_live, &QPushButton::clicked, this, &MailServersStep::useLive);
}

QString MailServersStep::title() const
{
    return tr("Mail servers");
}

void MailServersStep::show(const WizardContext &context)
{
    m_context = context;
    m_serversField->show(context);
    m_patternsField->show(context);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_patterns, m_exact, m_wildcard})
        widget->setEnabled(!isWithoutFormerPolicy(context.plan));
    showTables(context);
}

Taken MailServersStep::readPatterns(const Plan &before, const QString &text) const
{
    QStringList patterns;
    for (const QString &line : filledLines(text)) {
        const MxPattern pattern = parseMxPattern(line.toUtf8());
        if (!pattern.valid)
            return {
                before,
                tr("\u201c%1\u201d is no pattern. Write a host name, or *. and a host name (RFC 8461 §3.2).").arg(visibleText(line, 80))};
        patterns.append(pattern.text.toLower());
    }
    if (patterns == patternsOf(before))
        return {before, {}};
    const Plan plan = withPolicy(
        before, [&](PolicyTerms &terms) { terms.mx = patterns; }, m_context.now);
    return {plan, faultAt(plan, "/policy"_L1)};
}

void MailServersStep::suggest(bool wildcard)
{
    const QStringList patterns = suggestPatterns(hostsOf(m_context.plan.mx), wildcard ? PatternStyle::Wildcard : PatternStyle::Exact);
    m_patternsField->forget();
    emit changed(withPolicy(
                     m_context.plan, [&](PolicyTerms &terms) { terms.mx = patterns; }, m_context.now),
                 {});
    show(m_context); // also where it is what was planned before, and something else stands in the field
}

void MailServersStep::useLive()
{
    if (!m_context.audit)
        return;
    if (liveDomain(*m_context.audit).mx) {
        Plan plan = m_context.plan;
        plan.mx = planFromLive(*m_context.audit).plan.mx; // those that a plan can hold
        m_serversField->forget();
        emit changed(plan, {});
        show(m_context);
    }
}

void MailServersStep::showTables(const WizardContext &context)
{
    m_live->setEnabled(context.audit.has_value());
    const QStringList patterns = patternsOf(context.plan);
    const Coverage covered = coverage(patterns, hostsOf(context.plan.mx));
    QList<Row> hosts;
    QStringList failing; // in full: a cell of the table has no room for it
    bool refused = false;
    for (const IntendedMx &mx : context.plan.mx) {
        QString by;
        for (const PatternCoverage &each : covered.patterns) {
            if (by.isEmpty() && each.hosts.contains(mx.host))
                by = each.pattern.text;
        }
        const Cell cover = !by.isEmpty()                 ? Cell{by, State::Good, true}
                           : needsPatterns(context.plan) ? Cell{tr("nothing: senders would refuse it"), State::Broken}
                                                         : Cell{tr("nothing, and nothing is asked for"), std::nullopt, false, true};
        const MxOutcome *outcome = outcomeOf(context, mx.host);
        const Cell today = probeCell(outcome);
        if (today.state == State::Broken)
            failing.append(tr("%1 %2", "mail server; what it does: would fail: ...").arg(mx.host, today.text));
        refused = refused || isRefused(context, outcome);
        hosts.append({mx.host, {Cell{mx.host, {}, true}, cover, today}});
    }
    m_failing->say(refused ? State::Broken : State::Attention, failing.join(u'\n'));
    m_hosts->setRows(hosts);
    m_coverage->setEmptyText(needsPatterns(context.plan) ? tr("No pattern is named yet: senders would refuse every server.")
                                                         : tr("No pattern is needed: the plan has no policy that senders would act on."));
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
    const QStringList patterns = patternsOf(context.plan);
    if (context.plan.mx.isEmpty())
        return {State::NotTested, tr("no mail server yet")};
    const Coverage covered = coverage(patterns, hostsOf(context.plan.mx));
    if (!covered.uncovered.isEmpty() && needsPatterns(context.plan))
        return {State::Broken, tr("not covered: %1").arg(covered.uncovered.join(u", "_s))};
    State state = State::Good;
    for (const IntendedMx &mx : context.plan.mx) {
        if (isRefused(context, outcomeOf(context, mx.host)))
            return {State::Broken, tr("senders would not deliver to %1 today").arg(mx.host)};
    }
    for (const IntendedMx &mx : context.plan.mx) {
        const Cell cell = probeCell(outcomeOf(context, mx.host));
        if (cell.state == State::Broken)
            return {State::Attention, tr("%1 would fail today").arg(mx.host)};
        if (cell.state == State::Attention)
            return {State::Attention, tr("%1 cannot be reached").arg(mx.host)};
        if (cell.state != State::Good)
            state = State::NotTested;
    }
    if (!needsPatterns(context.plan))
        return {state, state == State::Good ? tr("all ready") : tr("not all could be tested")};
    return {state, state == State::Good ? tr("all covered and ready") : tr("all covered, not all could be tested")};
}

} // namespace mta
