// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/sharedlookups.h"

#include "base/domainname.h"
#include "net/waiting.h"

namespace mta
{
namespace
{

using namespace std::chrono_literals;

constexpr auto keepAnswer = 5min; // a run sees one state of the world, a window that stays open sees changes
constexpr auto keepFailure = 30s; // long enough for the domains of a batch that share the broken name

} // namespace

Lookup SharedLookups::get(const Question &question, const Context &context, const Ask &ask)
{
    const Key key(normalisedName(question.name), static_cast<quint16>(question.type));
    std::unique_lock lock(m_mutex);
    while (!context.over()) {
        std::shared_ptr<Entry> entry = m_entries.value(key);
        if (!entry || entry->keep.hasExpired()) {
            entry = reserve(key);
            lock.unlock();
            const Lookup lookup = ask(context);
            lock.lock();
            finish(key, entry, lookup, context.over());
            return lookup;
        }
        m_changed.wait_until(lock, context.stop, wakeUpTime(context.deadline), [&] { return entry->done || entry->abandoned; });
        if (entry->done)
            return entry->lookup;
    }
    Lookup unanswered;
    unanswered.question = question;
    unanswered.status = context.cancelled() ? AnswerStatus::NotAsked : AnswerStatus::Timeout;
    return unanswered;
}

std::shared_ptr<SharedLookups::Entry> SharedLookups::reserve(const Key &key)
{
    if (!m_entries.contains(key))
        m_order.enqueue(key);
    // Those who wait for an entry that is pushed out hold on to it.
    while (m_order.size() > maxKeptAnswers)
        forgetOldest();
    if (const auto expired = m_entries.value(key))
        m_octets -= expired->lookup.message.size();
    const auto entry = std::make_shared<Entry>();
    m_entries.insert(key, entry);
    return entry;
}

void SharedLookups::forgetOldest()
{
    if (const auto entry = m_entries.take(m_order.dequeue()))
        m_octets -= entry->lookup.message.size();
}

void SharedLookups::finish(const Key &key, const std::shared_ptr<Entry> &entry, const Lookup &lookup, bool cut)
{
    if (cut) {
        entry->abandoned = true;
        if (m_entries.value(key) == entry)
            entry->keep = QDeadlineTimer(0); // its place in the order stays, for whoever asks next
    } else {
        entry->done = true;
        entry->lookup = lookup;
        entry->keep = QDeadlineTimer(lookup.failed() ? std::chrono::milliseconds(keepFailure) : std::chrono::milliseconds(keepAnswer));
        if (m_entries.value(key) == entry)
            m_octets += lookup.message.size();
        while (m_octets > maxKeptOctets)
            forgetOldest();
    }
    m_changed.notify_all();
}

} // namespace mta
