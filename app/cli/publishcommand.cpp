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
#include "base/readatmost.h"
#include "base/wiretext.h"
#include "deploy/policyid.h"
#include "deploy/publications.h"
#include "net/realnetwork.h"
#include "publish/served.h"
#include "publish/undo.h"
#include "store/plans.h"
#include "store/wholefile.h"
#include <QCoreApplication>
#include <QFile>

namespace mta::cli
{

namespace
{

constexpr std::chrono::minutes longestPublishing{10};

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
        const Result<PublishDraft> draft = m_arguments.has("roll-back") ? rollBackDraft() : draftFor(m_file.plan, m_targets, m_context);
        if (!draft)
            return failed(draft.error().text, isUsersOwn(draft.error()) ? statusUsage : statusUndetermined);
        m_draft = *draft;
        return decide();
    }

private:
    QString undoPath() const { return m_arguments.rest().first() + QLatin1String(".undo"); }
    bool rollBack() const { return m_arguments.has("roll-back"); }
    PublishShow show() const
    {
        const QList<ZoneRecord> elsewhere =
            m_targets.dns && !rollBack() ? recordsElsewhere(m_file.plan, m_targets.dns->zone) : QList<ZoneRecord>();
        return {m_file.plan.domain.ascii, rollBack(), m_targets, m_draft, elsewhere};
    }

    QString place() const { return m_targets.policy ? placeText(*m_targets.policy) : QString(); }

    int unusable(const Error &error)
    {
        complain(error.text);
        return statusUsage;
    }
    int failed(const QString &text, int status)
    {
        complain(text);
        if (isJson())
            emitJson(QStringLiteral("failed"), {PublishStep::Policy, UpdateEnd::Done, text}, false);
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

    Result<Undo> storedUndo() const
    {
        QFile file(undoPath());
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::InvalidInput,
                         words(QT_TRANSLATE_NOOP("CommandLine", "There is nothing to take back: %1 is not there or cannot be read."))
                             .arg(visibleText(undoPath(), 300))};
        const Result<Undo> undo = readUndo(readAtMost(file, maxUndoSize + 1));
        if (undo)
            return undo;
        return Error{ErrorCode::InvalidInput,
                     words(QT_TRANSLATE_NOOP("CommandLine", "%1 cannot be used. %2")).arg(visibleText(undoPath(), 300), undo.error().text)};
    }

    /// What the last publishing of this plan left to be taken back.
    Result<PublishDraft> rollBackDraft() const
    {
        const Result<Undo> undo = storedUndo();
        if (!undo)
            return undo.error();
        if (undo->domain != m_file.plan.domain.ascii)
            return Error{
                ErrorCode::InvalidInput,
                words(QT_TRANSLATE_NOOP("CommandLine", "%1 is of another domain than the plan.")).arg(visibleText(undoPath(), 300))};
        if ((!undo->published.policy.isEmpty() && undo->place != place()) ||
            (!m_targets.dns && !(undo->published.others.isEmpty() && undo->published.announcement.isEmpty())))
            return Error{
                ErrorCode::InvalidInput,
                words(QT_TRANSLATE_NOOP("CommandLine", "The plan was published elsewhere, too, or to another place. Name all the places "
                                                       "of then."))};
        return rollBackOf(undo->published, m_targets, m_context);
    }

    int decide()
    {
        say(draftText(show()));
        if (m_draft.isEmpty()) {
            say(words(QT_TRANSLATE_NOOP("CommandLine", "There is nothing to change.")) + u'\n');
            if (isJson())
                emitJson(QStringLiteral("nothing-to-do"), {}, false);
            if (rollBack())
                QFile::remove(undoPath());
            return statusGood;
        }
        if (!rollBack() && (keepsOldId(m_draft, m_targets) || idFault(m_file.plan).problem == IdProblem::Reused))
            return failed(
                words(QT_TRANSLATE_NOOP("CommandLine", "The policy changes and the id of the record does not, so senders that know the "
                                                       "old policy would keep it (RFC 8461 §3.3). Give the plan a new id first.")),
                statusFinding);
        if (m_arguments.has("dry-run") || !isAgreed())
            return planned();
        return carryOut();
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
        if (!rollBack()) {
            const Result<Undo> earlier = storedUndo();
            m_undo = begun({m_file.plan.domain.ascii, place(), m_draft, false}, earlier ? std::optional(*earlier) : std::nullopt);
            const QString why = writeWhole(undoPath(), undoText(m_undo));
            if (!why.isNull())
                return failed(
                    words(QT_TRANSLATE_NOOP("CommandLine", "Nothing was changed: what is needed to take it back cannot be kept in %1: "
                                                           "%2."))
                        .arg(visibleText(undoPath(), 300), why),
                    statusUsage);
        }
        const PublishOutcome outcome = publish(
            m_draft, m_targets, rollBack() ? ServedCheck() : servedCheck(), [this](PublishStep step) { say(stepText(step) + u'\n'); },
            m_context);
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
        rememberInPlan({});
        rememberKey();
        m_undo.complete = true;
        if (rollBack()) {
            QFile::remove(undoPath());
            say(words(QT_TRANSLATE_NOOP("CommandLine", "Taken back, and seen to be as it was before.")) + u'\n');
            if (!m_draft.announcement.isEmpty() && !m_draft.policy.isEmpty() && m_draft.policy.after.exists)
                say(words(QT_TRANSLATE_NOOP("CommandLine",
                                            "A sender that fetched the policy before the record had changed may keep it for up to "
                                            "its max_age. A new id for the old policy would end that.")) +
                    u'\n');
        } else {
            if (const QString why = writeWhole(undoPath(), undoText(m_undo)); !why.isNull())
                complain(words(QT_TRANSLATE_NOOP("CommandLine", "Cannot write %1: %2.")).arg(visibleText(undoPath(), 300), why));
            say(words(QT_TRANSLATE_NOOP("CommandLine", "Published, and seen to be there. --roll-back takes it back.")) + u'\n');
        }
        if (isJson())
            emitJson(rollBack() ? QStringLiteral("rolled-back") : QStringLiteral("published"), {}, true);
        return standardOutputFailed() ? statusUsage : statusGood;
    }

    int stopped(const PublishOutcome &outcome)
    {
        complain(outcome.text);
        rememberInPlan(outcome);
        if (!rollBack())
            say(words(QT_TRANSLATE_NOOP("CommandLine",
                                        "Not all was published. The same command goes on from here; --roll-back takes back what was "
                                        "done.")) +
                u'\n');
        if (isJson())
            emitJson(QStringLiteral("failed"), outcome, true);
        const bool unsure = outcome.failed == PublishStep::Served || UpdateOutcome{outcome.end, {}}.unknown();
        return unsure ? statusUndetermined : statusFinding;
    }

    /// The history of a plan says what senders may still remember: what could be had for a moment as well.
    void rememberInPlan(const PublishOutcome &outcome)
    {
        const bool policy = !m_draft.policy.isEmpty() && outcome.failed != PublishStep::Policy;
        const bool announcement = !m_draft.announcement.isEmpty() && outcome.done();
        if (!policy && !announcement)
            return;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const Plan remembered = rollBack() ? withRollBack(m_file.plan, now) : withPublished(m_file.plan, now);
        if (remembered == m_file.plan)
            return;
        if (const Result<QByteArray> saved = savePlan(m_arguments.rest().first(), remembered, m_file.fingerprint); !saved)
            complain(saved.error().text);
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
    PublishDraft m_draft;
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
