// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "survey/network.h"

#include <QHash>
#include <QMutex>
#include <QWaitCondition>
#include <memory>

namespace mta
{

/// Probes a host and address once per run, however many domains lead there (RFC 5321 asks nobody to be greeted a thousand times).
class SharedProber : public SmtpProber
{
public:
    explicit SharedProber(SmtpProber &prober) : m_prober(prober) {}

    MxProbe probe(const QString &host, const QHostAddress &address, const Patience &patience, const Context &context) override;

private:
    struct Entry {
        bool done = false;
        MxProbe result;
    };
    using Key = std::pair<QString, QHostAddress>;

    SmtpProber &m_prober;
    QMutex m_mutex;
    QWaitCondition m_finished;
    QHash<Key, std::shared_ptr<Entry>> m_entries;
};

} // namespace mta
