// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/unboundcontext.h"

#include "net/waiting.h"
#include <array>
#include <condition_variable>
#include <poll.h>
#include <unbound.h>

namespace mta
{
namespace
{

/// Zones libunbound answers by itself, without asking (RFC 6761, RFC 6303, RFC 7686, RFC 8375). A resolver that the user chose may well
/// know them: then what it says is what counts.
constexpr const char *builtInZones[] = {
    "localhost.",           "test.", "invalid.", "onion.", "home.arpa.", "127.in-addr.arpa.", "10.in-addr.arpa.", "168.192.in-addr.arpa.",
    "254.169.in-addr.arpa."};

} // namespace

struct UnboundContext::Pending {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<UnboundAnswer> answer;

    void settle(UnboundAnswer value)
    {
        const std::lock_guard lock(mutex);
        answer = std::move(value);
        changed.notify_all();
    }
};

struct UnboundContext::Ticket {
    UnboundContext *owner;
    std::shared_ptr<Pending> pending;
};

UnboundContext::UnboundContext(const Options &options) : m_context(ub_ctx_create())
{
    if (!m_context) {
        m_trouble = QStringLiteral("libunbound: ub_ctx_create");
        return;
    }
    configure(options);
    m_pump = std::jthread([this](const std::stop_token &stop) { pump(stop); });
}

UnboundContext::~UnboundContext()
{
    if (!m_context)
        return;
    m_pump.request_stop();
    m_bell.wake();
    m_pump.join();
    ub_ctx_delete(m_context); // calls nobody back
    for (Ticket *ticket : m_tickets) {
        ticket->pending->settle({QStringLiteral("libunbound: stopped"), 2, false, false, {}, {}});
        delete ticket;
    }
}

void UnboundContext::setOption(const char *name, const char *value)
{
    if (const int error = ub_ctx_set_option(m_context, name, value); error != 0 && m_trouble.isEmpty())
        m_trouble = QStringLiteral("libunbound: %1 %2").arg(QLatin1String(name), QLatin1String(ub_strerror(error)));
}

void UnboundContext::configure(const Options &options)
{
    ub_ctx_async(m_context, 1); // a thread, not a process
    const bool validates = !options.anchors.records.isEmpty();
    setOption("module-config:", validates ? "validator iterator" : "iterator");
    setOption("do-not-query-localhost:", "no"); // forwarders on this machine are common
    setOption("outgoing-range:", "512");
    setOption("num-queries-per-thread:", "1024");
    setOption("edns-buffer-size:", "1232"); // RFC 9715 §3
    if (options.forwarders.isEmpty()) {
        // A server that is down costs 2.3 s; by default 17 s, and it is not asked again for a quarter of an hour.
        setOption("infra-cache-max-rtt:", "1000");
        setOption("infra-host-ttl:", "60");
    } else {
        // Silence about one domain must not make libunbound give the forwarder up for all others; whoever asks has a deadline anyway.
        setOption("infra-host-ttl:", "0");
    }
    // An audit is about what the servers say now and to a plain question.
    setOption("aggressive-nsec:", "no");
    setOption("qname-minimisation:", "no");
    // Telling the root which anchors we trust (RFC 8145, RFC 8509) is for resolvers that serve others: a question and a signature each
    // time.
    setOption("trust-anchor-signaling:", "no");
    setOption("root-key-sentinel:", "no");
    for (const Nameserver &server : options.forwarders) {
        const QString address = QStringLiteral("%1@%2").arg(server.address.toString()).arg(server.port);
        ub_ctx_set_fwd(m_context, address.toLatin1().constData());
    }
    for (const QByteArray &record : options.anchors.records) {
        if (const int error = ub_ctx_add_ta(m_context, record.constData()); error != 0)
            m_trouble = QStringLiteral("libunbound: %1: %2").arg(QString::fromLatin1(record), QLatin1String(ub_strerror(error)));
    }
    if (options.forwarders.isEmpty() || !m_trouble.isEmpty())
        return;
    for (const char *zone : builtInZones)
        ub_ctx_zone_remove(m_context, zone); // ends the configuration, so it comes last
}

std::shared_ptr<UnboundContext::Pending> UnboundContext::submit(const Question &question)
{
    auto pending = std::make_shared<Pending>();
    if (!m_trouble.isEmpty()) {
        pending->settle({m_trouble, 2, false, false, {}, {}});
        return pending;
    }
    const std::lock_guard lock(m_mutex);
    auto *ticket = new Ticket{this, pending};
    m_tickets.insert(ticket);
    constexpr int internetClass = 1;
    const int error = ub_resolve_async(m_context, question.name.toUtf8().constData(), static_cast<int>(question.type), internetClass,
                                       ticket, answered, nullptr);
    if (error != 0) {
        m_tickets.erase(ticket);
        delete ticket;
        pending->settle({QLatin1String("libunbound: ") + QLatin1String(ub_strerror(error)), 2, false, false, {}, {}});
    }
    return pending;
}

/// Called from pump(). The ticket is ours alone from here on.
void UnboundContext::answered(void *data, int error, ub_result *result)
{
    auto *raw = static_cast<Ticket *>(data);
    {
        const std::lock_guard lock(raw->owner->m_mutex);
        raw->owner->m_tickets.erase(raw);
    }
    const std::unique_ptr<Ticket> ticket(raw);
    UnboundAnswer answer;
    if (error != 0 || !result) {
        answer.trouble = QLatin1String("libunbound: ") + QLatin1String(ub_strerror(error));
    } else {
        answer.rcode = result->rcode;
        answer.bogus = result->bogus != 0;
        answer.secure = result->secure != 0 && !answer.bogus;
        answer.whyBogus = QString::fromUtf8(result->why_bogus);
        answer.message = QByteArray(static_cast<const char *>(result->answer_packet), result->answer_len);
    }
    ub_resolve_free(result);
    ticket->pending->settle(std::move(answer));
}

void UnboundContext::pump(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        std::array<pollfd, 2> polled{{{ub_fd(m_context), POLLIN, 0}, {m_bell.number(), POLLIN, 0}}};
        ::poll(polled.data(), polled.size(), -1);
        if (polled.front().revents != 0)
            ub_process(m_context);
    }
}

std::optional<UnboundAnswer> UnboundContext::wait(const std::shared_ptr<Pending> &pending, const Context &context)
{
    std::unique_lock lock(pending->mutex);
    pending->changed.wait_until(lock, context.stop, wakeUpTime(context.deadline), [&] { return pending->answer.has_value(); });
    return pending->answer;
}

} // namespace mta
