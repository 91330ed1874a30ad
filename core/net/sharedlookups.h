// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/context.h"
#include "dns/answer.h"
#include <QHash>
#include <QQueue>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace mta
{

/// Named limits: older answers are forgotten, and asked for again when somebody wants them.
inline constexpr qsizetype maxKeptAnswers = 8192;
inline constexpr qsizetype maxKeptOctets = 16 * 1024 * 1024; ///< of their messages

/// Asks every question once: who asks it while it is on its way waits for the same answer, who asks it later gets the one kept.
/// An answer that was cut short by the asker's own stop or deadline is nobody else's: the next in line asks again. Thread-safe.
class SharedLookups
{
public:
    using Ask = std::function<Lookup(const Context &)>;
    Lookup get(const Question &question, const Context &context, const Ask &ask);

private:
    struct Entry {
        bool done = false;
        bool abandoned = false;
        Lookup lookup;
        QDeadlineTimer keep{QDeadlineTimer::Forever};
    };
    using Key = std::pair<QString, quint16>; ///< name and type

    std::shared_ptr<Entry> reserve(const Key &key);
    void forgetOldest();
    void finish(const Key &key, const std::shared_ptr<Entry> &entry, const Lookup &lookup, bool cut);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    QHash<Key, std::shared_ptr<Entry>> m_entries;
    QQueue<Key> m_order;    ///< oldest first, for the bounds
    qsizetype m_octets = 0; ///< of the messages kept
};

} // namespace mta
