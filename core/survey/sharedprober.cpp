// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "survey/sharedprober.h"

namespace mta
{

namespace
{

qsizetype weightOf(const MxProbe &probe)
{
    qsizetype octets = 0;
    for (const TranscriptLine &line : probe.transcript)
        octets += line.octets.size();
    for (const Certificate &certificate : probe.tls.chain)
        octets += certificate.der.size();
    return octets;
}

} // namespace

MxProbe SharedProber::probe(const QString &host, const QHostAddress &address, const TlsOffer &offer, const Patience &patience,
                            const Context &context)
{
    const Key key{host, address, offer};
    std::shared_ptr<Entry> entry;
    {
        QMutexLocker lock(&m_mutex);
        while ((entry = m_entries.value(key))) {
            // Whoever came first is at work in its own thread and ends by its own deadline, or by the stop that all share.
            while (!entry->done)
                m_finished.wait(&m_mutex);
            if (!entry->forgotten)
                return entry->result;
        }
        entry = std::make_shared<Entry>();
        m_entries.insert(key, entry);
    }
    const MxProbe result = m_prober.probe(host, address, offer, patience, context);
    finish(key, entry, result);
    return result;
}

void SharedProber::finish(const Key &key, const std::shared_ptr<Entry> &entry, const MxProbe &result)
{
    QMutexLocker lock(&m_mutex);
    entry->result = result;
    entry->done = true;
    // The time of one domain was over before it began: another domain has its own.
    entry->forgotten = result.end == ProbeEnd::NotTried;
    m_octets += weightOf(result);
    if (entry->forgotten)
        m_entries.remove(key);
    if (m_entries.size() > maxRememberedProbes || m_octets > maxRememberedOctets) {
        m_entries.removeIf([](const auto &item) { return item.value()->done; });
        m_octets = 0;
    }
    m_finished.wakeAll();
}

} // namespace mta
