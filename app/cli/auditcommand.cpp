// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/inputs.h"
#include "app/cli/runoutput.h"
#include "app/cli/stopsignal.h"
#include "app/cli/surveyoptions.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "audit/historyhits.h"
#include "audit/judge.h"
#include "base/filename.h"
#include "base/wiretext.h"
#include "store/evidence.h"
#include "store/history.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace mta::cli
{

namespace
{

Error wrong(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

/// Everything `audit` was asked for.
struct Plan {
    OutputOptions output;
    NetworkOptions network;
    BatchOptions batch;
    QString save; ///< empty: nowhere
    EarlierAudits earlier;
    QList<Input> inputs;
};

Result<QList<Input>> gatherInputs(const Arguments &arguments)
{
    const QStringList &typed = arguments.rest();
    if (arguments.has("from") && !typed.isEmpty())
        return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "Name the domains either on the command line or with --from, not both.")));
    if (!arguments.has("from") && typed.isEmpty())
        return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "Which domain is to be audited? Name one, or a list with --from FILE.")));
    if (!arguments.has("from")) {
        QList<Input> inputs;
        for (const QString &domain : typed)
            inputs.append(readInput(domain));
        return inputs;
    }
    const Result<QByteArray> list = readWholeFile(arguments.value("from"), maxListSize);
    if (!list)
        return list.error();
    return readInputs(*list);
}

/// Several domains are saved in a folder, one file each; it is made when it is not there.
Result<QString> readSave(const Arguments &arguments, bool several)
{
    const QString path = arguments.value("save");
    if (path.isEmpty())
        return QString();
    const QFileInfo info(path);
    const bool folder = several || info.isDir() || path.endsWith(u'/');
    if (several && info.exists() && !info.isDir())
        return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "Several domains are saved in a folder, and %1 is a file."))
                         .arg(visibleText(path, 200)));
    if (folder && !QDir().mkpath(path))
        return Error{ErrorCode::Io, words(QT_TRANSLATE_NOOP("CommandLine", "Cannot make the folder %1.")).arg(visibleText(path, 200))};
    if (!folder && !QFileInfo(info.absolutePath()).isDir())
        return Error{ErrorCode::Io,
                     words(QT_TRANSLATE_NOOP("CommandLine", "Cannot save to %1: there is no such folder.")).arg(visibleText(path, 200))};
    if (!folder) {
        if (const Result<QList<DomainFacts>> there = auditsToKeep(path); !there)
            return there.error();
    }
    return folder ? QString(path + u'/') : path;
}

Result<bool> readConditions(const Arguments &arguments, Plan &plan)
{
    if (arguments.has("quick") && arguments.has("deep"))
        return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "--quick and --deep exclude each other.")));
    Conditions &conditions = plan.batch.conditions;
    // A lone domain is looked at by a person, who also wants to know of a policy that nothing announces.
    conditions.depth = arguments.has("deep")                               ? Depth::Deep
                       : arguments.has("quick") || plan.inputs.size() != 1 ? Depth::Quick
                                                                           : Depth::Standard;
    conditions.expiryDays = plan.output.profile.expiryDays.value_or(0);
    return true;
}

Result<Plan> readPlan(const Arguments &arguments)
{
    Plan plan;
    Result<OutputOptions> output = readOutputOptions(arguments);
    if (!output)
        return output.error();
    plan.output = *output;
    const Result<SurveyOptions> survey = readSurveyOptions(arguments);
    if (!survey)
        return survey.error();
    plan.network = survey->network;
    plan.batch = survey->batch;
    Result<QList<Input>> inputs = gatherInputs(arguments);
    if (!inputs)
        return inputs.error();
    plan.inputs = *inputs;
    if (const Result<bool> conditions = readConditions(arguments, plan); !conditions)
        return conditions.error();
    const Result<QString> save = readSave(arguments, plan.inputs.size() > 1);
    if (!save)
        return save.error();
    plan.save = *save;
    if (arguments.has("history")) {
        Result<EarlierAudits> earlier = EarlierAudits::open(arguments.value("history"));
        if (!earlier)
            return earlier.error();
        plan.earlier = *earlier;
    }
    return plan;
}

/// What is going on, in a few words, for the progress line.
QString activity(const DomainFacts &facts)
{
    const QString name = visibleText(facts.domain.unicode, 60);
    int probes = 0;
    int done = 0;
    for (const MxHost &host : facts.mxHosts) {
        probes += static_cast<int>(std::max<qsizetype>(host.probes.size(), 1));
        for (const MxProbe &probe : host.probes)
            done += probe.end != ProbeEnd::NotTried || !probe.detail.isEmpty() ? 1 : 0;
    }
    if (probes == 0)
        return words(QT_TRANSLATE_NOOP("CommandLine", "%1: asking the DNS")).arg(name);
    return words(QT_TRANSLATE_NOOP("CommandLine", "%1: %2 of %3 mail server addresses done"))
        .arg(name, QString::number(done), QString::number(probes));
}

/// One run: every domain is surveyed once, however often it was named.
class Run
{
public:
    Run(const Plan &plan, RunOutput &output) : m_plan(plan), m_output(output), m_progressLine(!plan.output.quiet) {}

    void go(RealNetwork &network)
    {
        for (int i = 0; i < m_plan.inputs.size(); ++i)
            sortIn(i);
        BatchOptions batch = m_plan.batch;
        network.describe(batch.conditions);
        const Context context{QDeadlineTimer(QDeadlineTimer::Forever), m_stop.token()};
        Progress progress;
        if (m_progressLine.wanted())
            progress = [this](const DomainFacts &soFar) { showProgress(soFar); };
        surveyAll(
            m_domains, batch, network.network(), [this](int index, const DomainFacts &facts) { finished(index, facts); }, progress,
            context);
        m_progressLine.clear();
    }
    bool saved() const { return m_saved; }

private:
    void sortIn(int index)
    {
        const Input &input = m_plan.inputs[index];
        if (!input.domain) {
            m_output.add(index, {input.typed, std::nullopt, input.error});
            return;
        }
        const auto known = m_places.constFind(input.domain->ascii);
        if (known != m_places.cend()) {
            m_indices[*known].append(index);
            return;
        }
        m_places.insert(input.domain->ascii, static_cast<int>(m_domains.size()));
        m_domains.append(*input.domain);
        m_indices.append(QList<int>{index});
    }

    void finished(int place, DomainFacts facts)
    {
        m_progressLine.clear();
        ++m_done;
        remember(facts);
        RunItem item{{}, judge(facts, facts.observedAt, m_plan.output.profile), {}};
        for (const int index : m_indices[place]) {
            item.input = m_plan.inputs[index].typed;
            m_output.add(index, item);
        }
        if (m_output.broken())
            m_stop.request();
    }

    void failed(const Error &error)
    {
        m_saved = false;
        complain(error.text);
    }

    /// Gives the facts what was seen of the domain before, and saves them. Where an audit of the domain stands already its sightings are
    /// carried on; audits of other domains in the same file stay.
    void remember(DomainFacts &facts)
    {
        const Result<QList<Sighting>> earlier = m_plan.earlier.of(facts.domain);
        if (!earlier)
            failed(earlier.error());
        QList<Sighting> seen = earlier ? *earlier : QList<Sighting>();
        const QString path =
            m_plan.save.endsWith(u'/') ? QString(m_plan.save + fileNameFor(facts.domain.ascii, QStringLiteral("json"))) : m_plan.save;
        Result<QList<DomainFacts>> there = path.isEmpty() ? QList<DomainFacts>() : auditsToKeep(path);
        if (!there)
            failed(there.error());
        QList<DomainFacts> audits = there ? *there : QList<DomainFacts>();
        for (const DomainFacts &audit : std::as_const(audits)) {
            if (audit.domain == facts.domain)
                seen += historyAfter(audit);
        }
        facts.history = joined(seen, facts.observedAt);
        if (path.isEmpty() || !there)
            return;
        audits.removeIf([&](const DomainFacts &audit) { return audit.domain == facts.domain; });
        if (const Result<bool> done = saveEvidence(path, audits + QList<DomainFacts>{facts}); !done)
            failed(done.error());
    }

    void showProgress(const DomainFacts &soFar)
    {
        if (m_domains.size() == 1)
            m_progressLine.show(activity(soFar));
        else
            m_progressLine.show(words(QT_TRANSLATE_NOOP("CommandLine", "%1 of %2 domains done; %3"))
                                    .arg(m_done)
                                    .arg(m_domains.size())
                                    .arg(activity(soFar)));
    }

    const Plan &m_plan;
    RunOutput &m_output;
    StopSignal m_stop;
    ProgressLine m_progressLine;
    QList<DomainName> m_domains;
    QList<QList<int>> m_indices; ///< of the inputs that named each domain
    QHash<QString, int> m_places;
    std::atomic<int> m_done = 0;
    bool m_saved = true;
};

} // namespace

Help auditHelp()
{
    QList<Option> options = outputOptionTable();
    options += {
        {"from", "FILE|-",
         QT_TRANSLATE_NOOP("CommandLine", "Reads the domains from a file or standard input, one per line; # begins a comment line.")},
        {"save", "FILE|FOLDER",
         QT_TRANSLATE_NOOP("CommandLine", "Saves the evidence; a folder for several domains. What an audit that stands there already has "
                                          "seen is carried on.")},
        {"history", "FILE|FOLDER",
         QT_TRANSLATE_NOOP("CommandLine", "Earlier saved audits, which are only read: tells what has changed since. In a folder those of a "
                                          "domain have names that begin with it.")},
        {"quick", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Asks nothing beyond what a sender asks; the default for several domains.")},
        {"deep", nullptr,
         QT_TRANSLATE_NOOP("CommandLine",
                           "Also asks what no sender asks, of every domain: the policy host where there is no record, misplaced "
                           "records, report destinations, each authoritative name server, subdomains that take mail; of every mail server, "
                           "with up to four connections more to each address, the certificate for the other kind of key (RSA or ECDSA) "
                           "and TLS 1.0, 1.1 and 1.2.")},
    };
    options += surveyOptionTable();
    return {"audit",
            {"DOMAIN... [OPTION...]", "--from FILE|- [OPTION...]"},
            QT_TRANSLATE_NOOP(
                "CommandLine",
                "Asks the DNS, the policy host and every mail server of each domain, and says what a sending server would do, what is "
                "wrong, why, and how to mend it. An e-mail address or a URL counts as its domain."),
            withCommonOptions(options),
            exitStatuses};
}

int runAudit(const Arguments &arguments)
{
    const Result<Plan> plan = readPlan(arguments);
    if (!plan)
        return wrongUsage(QStringLiteral("audit"), plan.error().text);
    // Static, for it ends with the process: taking libunbound down would only keep the caller waiting.
    static const Result<std::shared_ptr<RealNetwork>> network = RealNetwork::create(plan->network);
    if (!network)
        return wrongUsage(QStringLiteral("audit"), network.error().text);
    RunOutput output(plan->output, static_cast<int>(plan->inputs.size()), plan->inputs.size() == 1);
    if (const Result<bool> opened = output.open(); !opened) {
        complain(opened.error().text);
        return statusUsage;
    }
    bool saved = true;
    {
        Run run(*plan, output);
        run.go(**network);
        saved = run.saved();
    }
    if (const Result<bool> closed = output.close(); !closed) {
        complain(closed.error().text);
        return statusUsage;
    }
    return saved ? output.status() : statusUsage;
}

} // namespace mta::cli
