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

/// Probes a host and address once per run and offer, however many domains lead there (RFC 5321 asks nobody to be greeted a thousand times).
class SharedProber : public SmtpProber
{
public:
    explicit SharedProber(SmtpProber &prober) : m_prober(prober) {}

    MxProbe probe(const QString &host, const QHostAddress &address, const TlsOffer &offer, const Patience &patience,
                  const Context &context) override;

private:
    struct Entry {
        bool done = false;
        MxProbe result;
    };
    struct Key {
        QString host;
        QHostAddress address;
        TlsOffer offer;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.host, key.address, static_cast<int>(key.offer.key), static_cast<int>(key.offer.least),
                              static_cast<int>(key.offer.most));
        }
    };

    SmtpProber &m_prober;
    QMutex m_mutex;
    QWaitCondition m_finished;
    QHash<Key, std::shared_ptr<Entry>> m_entries;
};

} // namespace mta
