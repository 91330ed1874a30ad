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

/// Named limits of what is remembered of a run: beyond them everything finished is forgotten, and probed again when it is wanted again.
inline constexpr qsizetype maxRememberedProbes = 20000;
inline constexpr qsizetype maxRememberedOctets = 32 * 1024 * 1024; ///< of transcripts and certificates

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
        bool forgotten = false; ///< not begun, for a reason that was its asker's own
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

    void finish(const Key &key, const std::shared_ptr<Entry> &entry, const MxProbe &result);

    SmtpProber &m_prober;
    QMutex m_mutex;
    QWaitCondition m_finished;
    QHash<Key, std::shared_ptr<Entry>> m_entries;
    qsizetype m_octets = 0; ///< of the results remembered
};

} // namespace mta
