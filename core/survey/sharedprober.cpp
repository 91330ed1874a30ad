// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "survey/sharedprober.h"

namespace mta
{

namespace
{
/// Of a run over very many hosts only the latest are remembered; a forgotten one is probed again.
constexpr qsizetype maxRemembered = 20000;
} // namespace

MxProbe SharedProber::probe(const QString &host, const QHostAddress &address, const TlsOffer &offer, const Patience &patience,
                            const Context &context)
{
    const Key key{host, address, offer};
    std::shared_ptr<Entry> entry;
    {
        QMutexLocker lock(&m_mutex);
        if (const auto known = m_entries.constFind(key); known != m_entries.cend()) {
            entry = *known;
            // Whoever came first is at work in its own thread and ends by its own deadline, or by the stop that all share.
            while (!entry->done)
                m_finished.wait(&m_mutex);
            return entry->result;
        }
        if (m_entries.size() >= maxRemembered)
            m_entries.removeIf([](const auto &item) { return item.value()->done; });
        entry = std::make_shared<Entry>();
        m_entries.insert(key, entry);
    }
    MxProbe result = m_prober.probe(host, address, offer, patience, context);
    QMutexLocker lock(&m_mutex);
    entry->result = result;
    entry->done = true;
    m_finished.wakeAll();
    return result;
}

} // namespace mta
