// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/gui/planpublisher.h"

#include "base/domainname.h"
#include "base/wiretext.h"
#include "publish/preparing.h"
#include "publish/publishing.h"
#include "publish/served.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace mta
{

namespace
{

QString words(const char *text)
{
    return QCoreApplication::translate("PlanPublisher", text);
}

Result<std::optional<PolicyPlace>> placeOf(const PublishWhere &where)
{
    if (where.place == PublishWhere::Place::None)
        return std::optional<PolicyPlace>();
    if (where.place == PublishWhere::Place::Folder) {
        if (!QDir::isAbsolutePath(where.path))
            return Error{ErrorCode::InvalidInput,
                         words(QT_TRANSLATE_NOOP("PlanPublisher", "Write the whole path of the folder that the web server serves."))};
        return std::optional<PolicyPlace>(LocalPlace{where.path});
    }
    const Result<SftpPlace> place = parseSftpPlace(where.path);
    return place ? Result<std::optional<PolicyPlace>>(std::optional<PolicyPlace>(*place)) : place.error();
}

Result<UpdateServer> serverOf(const PublishRequest &request, const TsigKey &key, const Context &context)
{
    const Result<Nameserver> server = parseNameserver(request.where.nameserver);
    if (!server)
        return server.error();
    const QString owner = QLatin1String("_mta-sts.") + request.plan.domain.ascii;
    const QString zone = request.plan.zone.isEmpty() ? zoneAt(*server, owner, context) : request.plan.zone;
    if (zone.isEmpty())
        return Error{ErrorCode::InvalidInput,
                     words(QT_TRANSLATE_NOOP("PlanPublisher", "The name server %1 does not say which of its zones holds %2. It may not "
                                                              "be reachable, or not be the zone's own. Check the address, or name the "
                                                              "zone on the page “DNS”."))
                         .arg(nameserverText(*server), owner)};
    UpdateServer result{*server, zone, key};
    return result;
}

/// A proposal out of what was found out.
class Proposal : public PublishProposal
{
public:
    Proposal(PublishRequest request, PublishTargets targets, Prepared prepared, PublishManner manner, NetworkOptions network,
             std::chrono::milliseconds servedWait)
        : m_request(std::move(request)),
          m_targets(std::move(targets)),
          m_prepared(std::move(prepared)),
          m_manner(std::move(manner)),
          m_network(std::move(network)),
          m_servedWait(servedWait)
    {
    }

    QStringList steps() const override
    {
        QStringList texts;
        for (const PublishStage stage : stages())
            texts.append(stageText(stage));
        return texts;
    }
    QString changes() const override
    {
        const bool named = m_targets.dns && !m_manner.takesBack;
        return draftText(m_prepared.draft, m_targets, named ? recordsElsewhere(m_request.plan, m_targets.dns->zone) : QList<ZoneRecord>());
    }
    QString refusal() const override { return m_prepared.refusal.text; }
    bool mxUnchangedHelps() const override { return m_prepared.refusal.mxUnchangedHelps; }
    std::function<Plan(const Plan &)> remember() const override
    {
        if (m_prepared.plan == m_request.plan)
            return {};
        return [journal = m_prepared.journal](const Plan &current) { return told(current, journal); };
    }
    PublishEnd carryOut(const std::function<void(int)> &begun, const Context &context) override
    {
        if (!m_prepared.refusal.isEmpty())
            return {.text = m_prepared.refusal.text};
        const Result<Undo> undo = keepBeginning(m_prepared, m_request.planPath, m_targets, m_manner, QDateTime::currentDateTimeUtc());
        if (!undo)
            return {.text = undo.error().text};
        const Context own = context.within(longestPublishing);
        const PublishOutcome outcome = publish(
            m_prepared.draft, m_targets, servedCheck(),
            [&](PublishStage stage) {
                if (const qsizetype index = stages().indexOf(stage); index >= 0)
                    begun(static_cast<int>(index));
            },
            own);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const Result<bool> kept = keepEnd(m_prepared, m_request.planPath, m_manner, outcome, *undo, now);
        PublishEnd end{.done = outcome.done(), .text = outcome.text, .remember = history(outcome, *undo, now)};
        if (outcome.failed) {
            end.failedStep = static_cast<int>(stages().indexOf(*outcome.failed));
            end.cancelled = context.cancelled();
            end.unknown = outcome.failed == PublishStage::Served || UpdateOutcome{outcome.end, {}}.unknown();
        } else {
            succeeded(end);
        }
        if (!kept)
            end.text += u' ' + kept.error().text;
        if (!m_manner.takesBack && !context.cancelled())
            lookAgain(end, own);
        return end;
    }

private:
    /// Looking at the policy host belongs to what is published, not to what is taken back.
    QList<PublishStage> stages() const
    {
        QList<PublishStage> stages = stepsOf(m_prepared.draft);
        if (!servedCheck())
            stages.removeAll(PublishStage::Served);
        return stages;
    }
    ServedCheck servedCheck() const
    {
        if (m_manner.takesBack || !m_request.looks || !m_request.plan.policy)
            return {};
        return [this](const Context &context) {
            const Result<std::shared_ptr<RealNetwork>> network = RealNetwork::create(m_network);
            if (!network)
                return network.error().text;
            Network world = (*network)->network();
            return waitUntilServed(m_request.plan, *policyText(*m_request.plan.policy), world, m_servedWait, context);
        };
    }
    void succeeded(PublishEnd &end) const
    {
        end.text = m_manner.takesBack ? words(QT_TRANSLATE_NOOP("PlanPublisher", "All was taken back, and seen to be as it was before."))
                   : m_request.plan.policy ? words(QT_TRANSLATE_NOOP("PlanPublisher", "All is published, and was seen to be there."))
                                           : words(QT_TRANSLATE_NOOP("PlanPublisher", "All is as the plan says, and was seen to be so."));
        if (m_manner.takesBack && mayBeKept(m_prepared.draft))
            end.text += u' ' + mayBeKeptSentence();
    }
    /// With what was cut off, if that is not known yet.
    static Plan told(const Plan &current, const PublishJournal &journal)
    {
        return afterCutOff(
            current, journal, [](const BegunPublication &) { return true; }, QDateTime::currentDateTimeUtc());
    }
    /// What a plan with other changes since remembers of this one.
    std::function<Plan(const Plan &)> history(const PublishOutcome &outcome, const Undo &undo, const QDateTime &now) const
    {
        if (withOutcome(m_prepared.plan, m_prepared.draft, m_manner, outcome, undo, now) == m_request.plan)
            return {};
        return [prepared = m_prepared, asked = m_request.plan, manner = m_manner, outcome, undo, now](const Plan &current) {
            Plan then = asked;
            then.published = prepared.plan == asked ? current.published : told(current, prepared.journal).published;
            Plan result = current;
            result.published = withOutcome(then, prepared.draft, manner, outcome, undo, now).published;
            return result;
        };
    }
    /// The same look as before, and one at every address of the policy host: what is there now, whatever was done.
    void lookAgain(PublishEnd &end, const Context &context) const
    {
        const Result<PublishDraft> left = draftFor(m_request.plan, m_targets, m_prepared.journal.tlsa, context);
        if (!left) {
            end.seen.append({false, left.error().text});
            return;
        }
        const auto see = [&end](bool good, const char *yes, const char *no, const QString &what) {
            end.seen.append({good, words(good ? yes : no).arg(what)});
        };
        if (m_targets.policy && !m_request.plan.policy)
            see(left->policy.isEmpty(), QT_TRANSLATE_NOOP("PlanPublisher", "%1 is gone."),
                QT_TRANSLATE_NOOP("PlanPublisher", "%1 is still there."), placeText(*m_targets.policy));
        else if (m_targets.policy)
            see(left->policy.isEmpty(), QT_TRANSLATE_NOOP("PlanPublisher", "%1 holds the policy of the plan."),
                QT_TRANSLATE_NOOP("PlanPublisher", "%1 does not hold the policy of the plan yet."), placeText(*m_targets.policy));
        if (m_targets.dns)
            see(left->others.isEmpty() && left->announcement.isEmpty(),
                QT_TRANSLATE_NOOP("PlanPublisher", "The name server %1 has all records of the plan."),
                QT_TRANSLATE_NOOP("PlanPublisher", "The name server %1 does not have all records of the plan yet."),
                nameserverText(m_targets.dns->server));
        const Result<std::shared_ptr<RealNetwork>> network = RealNetwork::create(m_network);
        if (!network || !m_request.plan.policy)
            return;
        Network world = (*network)->network();
        const QList<ServedSight> sights = lookAtServedPolicy(m_request.plan, *policyText(*m_request.plan.policy), world, context);
        for (const ServedSight &sight : sights)
            end.seen.append(
                {sight.shown,
                 sight.shown ? words(QT_TRANSLATE_NOOP("PlanPublisher", "%1 serves the policy to senders.")).arg(sight.address.toString())
                             : sight.trouble});
        if (sights.isEmpty())
            see(false, "",
                QT_TRANSLATE_NOOP("PlanPublisher", "The policy host mta-sts.%1 has no address yet, so no sender gets the policy."),
                m_request.plan.domain.ascii);
    }

    const PublishRequest m_request;
    const PublishTargets m_targets;
    const Prepared m_prepared;
    const PublishManner m_manner;
    const NetworkOptions m_network;
    const std::chrono::milliseconds m_servedWait;
};

} // namespace

PlanPublisher::PlanPublisher(std::function<Keyring &()> keyring, Options options, std::chrono::milliseconds servedWait)
    : m_keyring(std::move(keyring)),
      m_options(std::move(options)),
      m_servedWait(servedWait > std::chrono::milliseconds::zero() ? servedWait : usualServedWait)
{
}

PublishWhereTrouble PlanPublisher::troubleWith(const PublishWhere &where) const
{
    PublishWhereTrouble trouble;
    if (!where.nameserver.isEmpty()) {
        if (const Result<Nameserver> server = parseNameserver(where.nameserver); !server)
            trouble.nameserver = server.error().text;
        if (normalisedName(where.keyName).isEmpty())
            trouble.keyName = words(QT_TRANSLATE_NOOP("PlanPublisher", "The name server takes changes from whoever has a key. Write the "
                                                                       "name of one that the keyring keeps, or read one from a file."));
    }
    if (const Result<std::optional<PolicyPlace>> place = placeOf(where); !place)
        trouble.path = place.error().text;
    return trouble;
}

bool PlanPublisher::canTakeBack(const QString &planPath) const
{
    return !planPath.isEmpty() && QFile::exists(undoPath(planPath));
}

Result<TsigKey> PlanPublisher::key(const QString &name, const Context &context)
{
    const QString normalised = normalisedName(name);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto taken = m_taken.constFind(normalised); taken != m_taken.cend())
            return *taken;
    }
    const Result<TsigKey> key = m_keyring().read(normalised, context);
    if (key)
        return key;
    return Error{key.error().code,
                 key.error().text + u' ' +
                     words(QT_TRANSLATE_NOOP("PlanPublisher", "Without it the name server takes no change. Read the key from a file."))};
}

namespace
{

Result<PublishTargets> targetsOf(const PublishRequest &request, const std::function<Result<TsigKey>()> &key, const Context &context)
{
    PublishTargets targets;
    const Result<std::optional<PolicyPlace>> place = placeOf(request.where);
    if (!place)
        return place.error();
    targets.policy = *place;
    if (request.where.nameserver.isEmpty())
        return targets;
    const Result<TsigKey> known = key();
    if (!known)
        return known.error();
    const Result<UpdateServer> server = serverOf(request, *known, context);
    if (!server)
        return server.error();
    targets.dns = *server;
    return targets;
}

} // namespace

Publisher::Proposed PlanPublisher::propose(const PublishRequest &request, const Context &context)
{
    return proposal(request, false, context);
}

Publisher::Proposed PlanPublisher::proposeTakingBack(const PublishRequest &request, const Context &context)
{
    return proposal(request, true, context);
}

Publisher::Proposed PlanPublisher::proposal(const PublishRequest &request, bool takesBack, const Context &context)
{
    const Context own = context.within(longestPublishing);
    const Result<PublishTargets> targets = targetsOf(
        request, [&] { return key(request.where.keyName, own); }, own);
    if (!targets)
        return targets.error();
    const NetworkOptions options = m_options(request.preferences);
    const AskMailServers ask = [&]() -> std::optional<SeenMailServers> {
        const Result<std::shared_ptr<RealNetwork>> network = RealNetwork::create(options);
        return network ? mailServersOf(request.plan.domain, (*network)->network().resolver, own) : std::nullopt;
    };
    const PublishManner manner{takesBack, request.newKeysInUse, request.mxUnchanged};
    const Result<Prepared> prepared = prepare(request.plan, request.planPath, *targets, manner, ask, QDateTime::currentDateTimeUtc(), own);
    if (!prepared)
        return prepared.error();
    if (const Result<bool> kept = keepJournal(request.planPath, prepared->journal); !kept)
        return kept.error();
    if (takesBack && prepared->draft.isEmpty()) // nothing of it stands any more
        QFile::remove(undoPath(request.planPath));
    return std::static_pointer_cast<PublishProposal>(
        std::make_shared<Proposal>(request, *targets, *prepared, manner, options, m_servedWait));
}

Result<Publisher::TakenKey> PlanPublisher::takeKey(const QString &file, const Context &context)
{
    const Result<TsigKey> key = loadTsigKey(file);
    if (!key)
        return key.error();
    const Result<bool> kept = m_keyring().keep(*key, context);
    const std::lock_guard lock(m_mutex);
    if (kept)
        m_taken.remove(key->name); // an older one of that name
    else
        m_taken.insert(key->name, *key);
    return TakenKey{key->name, kept ? QString() : kept.error().text};
}

Result<bool> PlanPublisher::forgetKey(const QString &name, const Context &context)
{
    const QString normalised = normalisedName(name);
    bool taken = false;
    {
        const std::lock_guard lock(m_mutex);
        taken = m_taken.remove(normalised);
    }
    const Result<bool> forgotten = m_keyring().forget(normalised, context);
    return taken ? Result<bool>(true) : forgotten;
}

} // namespace mta
