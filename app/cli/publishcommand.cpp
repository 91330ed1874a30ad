// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/consent.h"
#include "app/cli/objects.h"
#include "app/cli/publishoutput.h"
#include "app/cli/publishtargets.h"
#include "app/cli/stopsignal.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "app/common/keyring.h"
#include "net/realnetwork.h"
#include "publish/preparing.h"
#include "publish/publishing.h"
#include "publish/served.h"
#include "store/plans.h"
#include <QCoreApplication>
#include <QFile>

namespace mta::cli
{

namespace
{

/// What the user gave cannot be used, and no server has to be asked to know that.
bool isUsersOwn(const Error &error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound;
}

/// One run of the command.
class Publishing
{
public:
    Publishing(const Arguments &arguments, QString format) : m_arguments(arguments), m_format(std::move(format)) {}

    int run()
    {
        const QString path = m_arguments.rest().first();
        const Result<PlanFile> file = loadPlan(path);
        if (!file)
            return unusable(file.error());
        m_file = *file;
        m_context = Context{QDeadlineTimer(longestPublishing), m_stop.token()};
        const Result<PublishTargets> targets = publishTargets(m_arguments, m_file.plan, m_context);
        if (!targets)
            return unusable(targets.error());
        m_targets = *targets;
        m_manner = {rollBack(), m_arguments.has("new-keys-in-use"), m_arguments.has("mx-unchanged"), tlsaHosts(m_arguments)};
        const Result<Prepared> prepared = prepare(
            m_file.plan, path, m_targets, m_manner, [this] { return mailServers(); }, QDateTime::currentDateTimeUtc(), m_context);
        if (!prepared)
            return failed(prepared.error().text, isUsersOwn(prepared.error()) ? statusUsage : statusUndetermined);
        m_prepared = *prepared;
        remember(m_prepared.plan);
        if (const Result<bool> kept = keepJournal(path, m_prepared.journal); !kept)
            complain(kept.error().text);
        return decide();
    }

private:
    const QString &planPath() const { return m_arguments.rest().first(); }
    bool rollBack() const { return m_arguments.has("roll-back"); }
    PublishShow show() const
    {
        const QList<ZoneRecord> elsewhere =
            m_targets.dns && !rollBack() ? recordsElsewhere(m_file.plan, m_targets.dns->zone) : QList<ZoneRecord>();
        return {m_file.plan.domain.ascii, rollBack(), m_targets, draft(), m_prepared.refusal, elsewhere};
    }
    const PublishDraft &draft() const { return m_prepared.draft; }

    std::optional<SeenMailServers> mailServers() const
    {
        const Result<std::shared_ptr<RealNetwork>> network = RealNetwork::create(publishNetwork(m_arguments));
        if (!network)
            return std::nullopt;
        return mailServersOf(m_file.plan.domain, (*network)->network().resolver, m_context);
    }

    int unusable(const Error &error)
    {
        complain(error.text);
        return statusUsage;
    }
    int failed(const QString &text, int status, const QString &how = QStringLiteral("failed"))
    {
        complain(text);
        if (isJson())
            emitJson(how, {PublishStage::Policy, UpdateEnd::Done, text}, false);
        return status;
    }
    bool isJson() const { return m_format != QLatin1String("text"); }
    void emitJson(const QString &status, const PublishOutcome &outcome, bool begun)
    {
        QJsonObject object = draftJson(show(), status, outcome);
        if (!begun) { // no step was
            object.remove(QStringLiteral("failedStep"));
            object.remove(QStringLiteral("reason"));
        }
        writeObjects(m_format, {object}, true);
    }
    void say(const QString &text) const
    {
        if (!isJson())
            writeStandardOutput(text.toUtf8());
    }

    int decide()
    {
        say(draftText(draft(), m_targets, show().elsewhere));
        if (draft().isEmpty()) {
            say(words(QT_TRANSLATE_NOOP("CommandLine", "There is nothing to change.")) + u'\n');
            if (isJson())
                emitJson(QStringLiteral("nothing-to-do"), {}, false);
            if (rollBack())
                QFile::remove(undoPath(planPath()));
            return statusGood;
        }
        if (const Refusal &refusal = m_prepared.refusal; !refusal.isEmpty())
            return failed(refusal.text + whatToSay(refusal),
                          refusal.reason == QLatin1String("unknown") ? statusUndetermined : statusFinding, QStringLiteral("refused"));
        if (m_arguments.has("dry-run") || !isAgreed())
            return planned();
        return carryOut();
    }

    /// What somebody may know better than what was seen.
    static QString whatToSay(const Refusal &refusal)
    {
        if (refusal.reason == QLatin1String("former-keys") || refusal.reason == QLatin1String("new-keys"))
            return u' ' + words(QT_TRANSLATE_NOOP("CommandLine", "--new-keys-in-use says so."));
        if (refusal.mxUnchangedHelps)
            return u' ' + words(QT_TRANSLATE_NOOP("CommandLine", "If you know that they have been so for longer, --mx-unchanged says it."));
        return {};
    }

    bool isAgreed()
    {
        if (m_arguments.has("yes"))
            return true;
        // Between the lines of JSON nobody would see a question.
        const Consent consent = isJson() ? Consent::Nobody
                                         : askForConsent(rollBack() ? words(QT_TRANSLATE_NOOP("CommandLine", "Take all this back?"))
                                                                    : words(QT_TRANSLATE_NOOP("CommandLine", "Publish all this?")),
                                                         m_stop.token());
        if (consent == Consent::Nobody)
            complain(
                words(QT_TRANSLATE_NOOP("CommandLine", "Nothing was changed: there is no terminal to ask on. Say --yes when the changes "
                                                       "above are what you want.")));
        return consent == Consent::Given;
    }
    int planned()
    {
        say(words(QT_TRANSLATE_NOOP("CommandLine", "Nothing was changed.")) + u'\n');
        if (isJson())
            emitJson(QStringLiteral("planned"), {}, false);
        return statusFinding;
    }

    int carryOut()
    {
        m_context = Context{QDeadlineTimer(longestPublishing), m_stop.token()}; // whoever was asked may have taken their time
        const Result<Undo> undo = keepBeginning(m_prepared, planPath(), m_targets, m_manner, QDateTime::currentDateTimeUtc());
        if (!undo)
            return failed(undo.error().text, statusUsage);
        m_undo = *undo;
        const PublishOutcome outcome = publish(
            draft(), m_targets, rollBack() ? ServedCheck() : servedCheck(), [this](PublishStage stage) { say(stageText(stage) + u'\n'); },
            m_context);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        remember(withOutcome(m_prepared.plan, draft(), m_manner, outcome, m_undo, now));
        if (const Result<bool> kept = keepEnd(m_prepared, planPath(), m_manner, outcome, m_undo, now); !kept)
            complain(kept.error().text);
        return outcome.done() ? succeeded() : stopped(outcome);
    }

    /// Null with --no-wait.
    ServedCheck servedCheck()
    {
        if (m_arguments.has("no-wait") || !m_file.plan.policy)
            return {};
        return [this](const Context &context) {
            const Result<std::shared_ptr<RealNetwork>> network = RealNetwork::create(publishNetwork(m_arguments));
            if (!network)
                return network.error().text;
            Network world = (*network)->network();
            return waitUntilServed(m_file.plan, *policyText(*m_file.plan.policy), world, publishWait(m_arguments), context);
        };
    }

    int succeeded()
    {
        rememberKey();
        if (rollBack()) {
            say(words(QT_TRANSLATE_NOOP("CommandLine", "Taken back, and seen to be as it was before.")) + u'\n');
            if (mayBeKept(draft()))
                say(mayBeKeptSentence() + u'\n');
        } else if (m_file.plan.policy) {
            say(words(QT_TRANSLATE_NOOP("CommandLine", "Published, and seen to be there. --roll-back takes it back.")) + u'\n');
        } else {
            say(words(QT_TRANSLATE_NOOP("CommandLine", "All is as the plan says, and was seen to be so. --roll-back takes it back.")) +
                u'\n');
        }
        if (isJson())
            emitJson(rollBack() ? QStringLiteral("rolled-back") : QStringLiteral("published"), {}, true);
        return standardOutputFailed() ? statusUsage : statusGood;
    }

    int stopped(const PublishOutcome &outcome)
    {
        complain(outcome.text);
        if (!rollBack())
            say(words(QT_TRANSLATE_NOOP("CommandLine",
                                        "Not all was published. The same command goes on from here; --roll-back takes back what was "
                                        "done.")) +
                u'\n');
        if (isJson())
            emitJson(QStringLiteral("failed"), outcome, true);
        const bool unsure = outcome.failed == PublishStage::Served || UpdateOutcome{outcome.end, {}}.unknown();
        return unsure ? statusUndetermined : statusFinding;
    }

    void remember(const Plan &plan)
    {
        if (plan == m_file.plan)
            return;
        const Result<QByteArray> saved = savePlan(planPath(), plan, m_file.fingerprint);
        if (!saved)
            return complain(saved.error().text);
        m_file = {plan, *saved};
    }
    void rememberKey()
    {
        if (!m_arguments.has("keep-key") || !m_targets.dns)
            return;
        if (const Result<bool> kept = systemKeyring().keep(m_targets.dns->key, m_context); !kept)
            complain(kept.error().text);
    }

    const Arguments &m_arguments;
    const QString m_format;
    StopSignal m_stop;
    Context m_context;
    PlanFile m_file;
    PublishTargets m_targets;
    PublishManner m_manner;
    Prepared m_prepared;
    Undo m_undo;
};

} // namespace

Help planPublishHelp()
{
    return {
        "plan publish",
        {"FILE --dns SERVER --key NAME [OPTION...]", "FILE --folder DIR | --sftp [USER@]HOST:PATH [OPTION...]"},
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Publishes a plan where that is standard: records by DNS UPDATE (RFC 2136) signed with TSIG, the policy file in a "
            "folder or by sftp. Shows the exact changes first and asks; what somebody else changed since is never "
            "overwritten; looks at the result; can take it back."),
        withCommonOptions(publishOptions() + QList<Option>{objectFormatOption()}),
        QT_TRANSLATE_NOOP("CommandLine",
                          "Exit status: 0 all is as the plan says, or taken back; 1 it is not: dry run, no consent, or refused; 2 wrong "
                          "usage or an unusable file; 3 nobody can say, or the policy is not served yet.")};
}

int runPlanPublish(const Arguments &arguments)
{
    const QString command = QStringLiteral("plan publish");
    const Result<QString> format = readObjectFormat(arguments);
    if (!format)
        return wrongUsage(command, format.error().text);
    if (const Result<bool> good = checkPublishOptions(arguments); !good)
        return wrongUsage(command, good.error().text);
    return Publishing(arguments, *format).run();
}

} // namespace mta::cli
