// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/context.h"
#include "base/result.h"
#include "deploy/plan.h"
#include "ui/settings/preferences.h"
#include <functional>
#include <memory>

namespace mta
{

/// Where a plan is published, as typed, and remembered as such. Names a key, and never holds one.
struct PublishWhere {
    enum class Place { None, Folder, Sftp };

    QString nameserver; ///< empty: no records are published
    QString keyName;    ///< as the name server knows it
    Place place = Place::None;
    QString path; ///< the folder, or [USER@]HOST:PATH

    bool operator==(const PublishWhere &) const = default;
};

/// What is wrong with each field, for people; empty where nothing is.
struct PublishWhereTrouble {
    QString nameserver;
    QString keyName;
    QString path;

    bool isEmpty() const { return nameserver.isEmpty() && keyName.isEmpty() && path.isEmpty(); }
};

struct PublishRequest {
    Plan plan;
    QString planPath; ///< of its file: what takes a publishing back is kept beside it
    PublishWhere where;
    Preferences preferences;   ///< of the network through which the policy is looked for
    bool looks = true;         ///< whether every address of the policy host shows the policy, before the record changes
    bool newKeysInUse = false; ///< somebody says that every mail server shows the keys that the plan's TLSA records match
    bool mxUnchanged = false;  ///< somebody says that the MX records have been as they are for as long as resolvers keep them
};

/// Something that was looked at when all was done.
struct PublishSight {
    bool good = false;
    QString text; ///< visible text
};

struct PublishEnd {
    bool done = false;      ///< all of it, and seen to be so
    int failedStep = -1;    ///< of PublishProposal::steps(); -1 too where none was begun
    bool cancelled = false; ///< somebody wanted it to stop
    bool unknown = false;   ///< nobody can say whether the failed step was made
    QString text = {};      ///< what happened and what to do
    QList<PublishSight> seen = {};
    /// Puts into the history of a plan what senders may remember now. Null where nothing changed for them.
    std::function<Plan(const Plan &)> remember = {};
};

/// What publishing would do, or taking it back: shown first, agreed to, and then done exactly so.
class PublishProposal
{
public:
    virtual ~PublishProposal() = default;
    virtual QStringList steps() const = 0;         ///< none: there is nothing to do
    virtual QString changes() const = 0;           ///< line by line, "-" goes and "+" comes; visible text
    virtual QString refusal() const { return {}; } ///< why it must not be carried out, until when, and what to do instead; visible text
    virtual bool mxUnchangedHelps() const { return false; } ///< it is refused only because nobody saw the MX records for long enough
    /// What an earlier publishing was cut off from telling the history of the plan. Null where there is nothing.
    virtual std::function<Plan(const Plan &)> remember() const { return {}; }
    /// Once. `begun` is told the index of each step before it is done. Blocking.
    virtual PublishEnd carryOut(const std::function<void(int)> &begun, const Context &context) = 0;
};

/// Publishes plans, for the window, which has no socket and no keyring. All but the first two block and are called from worker threads.
class Publisher
{
public:
    virtual ~Publisher() = default;

    virtual PublishWhereTrouble troubleWith(const PublishWhere &where) const = 0;
    /// Whether an earlier publishing of this plan can be taken back.
    virtual bool canTakeBack(const QString &planPath) const = 0;

    using Proposed = Result<std::shared_ptr<PublishProposal>>;
    /// Looks what is there, and changes nothing.
    virtual Proposed propose(const PublishRequest &request, const Context &context) = 0;
    virtual Proposed proposeTakingBack(const PublishRequest &request, const Context &context) = 0;

    /// A key that was read from a file.
    struct TakenKey {
        QString name;
        QString trouble; ///< why the keyring does not keep it; it can be used until the program ends all the same
    };
    virtual Result<TakenKey> takeKey(const QString &file, const Context &context) = 0;
    virtual Result<bool> forgetKey(const QString &name, const Context &context) = 0;
};

} // namespace mta
