// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/realnetwork.h"
#include "publish/keyring.h"
#include "ui/publisher.h"
#include <QHash>
#include <mutex>

namespace mta
{

/// Publishes by DNS UPDATE, into a folder and by sftp, with the keys of a keyring.
class PlanPublisher : public Publisher
{
public:
    using Options = std::function<NetworkOptions(const Preferences &)>;
    /// `keyring` is asked for when it is first needed.
    PlanPublisher(std::function<Keyring &()> keyring, Options options,
                  std::chrono::milliseconds servedWait = std::chrono::milliseconds::zero());

    PublishWhereTrouble troubleWith(const PublishWhere &where) const override;
    bool canTakeBack(const QString &planPath) const override;
    Proposed propose(const PublishRequest &request, const Context &context) override;
    Proposed proposeTakingBack(const PublishRequest &request, const Context &context) override;
    Result<TakenKey> takeKey(const QString &file, const Context &context) override;
    Result<bool> forgetKey(const QString &name, const Context &context) override;

private:
    Proposed proposal(const PublishRequest &request, bool takesBack, const Context &context);
    Result<TsigKey> key(const QString &name, const Context &context);

    const std::function<Keyring &()> m_keyring;
    const Options m_options;
    const std::chrono::milliseconds m_servedWait;
    std::mutex m_mutex;
    QHash<QString, TsigKey> m_taken; ///< by name: keys of files that no keyring keeps
};

} // namespace mta
