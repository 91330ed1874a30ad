// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/context.h"
#include "dns/answer.h"
#include "net/descriptor.h"
#include "net/nameserver.h"
#include "net/trustanchor.h"
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_set>

struct ub_ctx;
struct ub_result;

namespace mta
{

/// What libunbound says of a question. `bogus` is to be looked at first: bogus data comes with rcode 0 and records.
struct UnboundAnswer {
    QString trouble; ///< libunbound itself failed; nothing else is set
    int rcode = 2;   ///< SERVFAIL stands for timeouts and refusals as well
    bool secure = false;
    bool bogus = false;
    QString whyBogus;
    QByteArray message;
};

/// One libunbound context: its worker thread resolves, a thread of ours takes the answers from it. Thread-safe.
class UnboundContext
{
public:
    struct Options {
        QList<Nameserver> forwarders; ///< empty: full recursion from the root
        TrustAnchors anchors;         ///< without records nothing is validated
    };
    explicit UnboundContext(const Options &options);
    ~UnboundContext(); ///< what is still under way is dropped
    UnboundContext(const UnboundContext &) = delete;
    UnboundContext &operator=(const UnboundContext &) = delete;

    struct Pending; ///< a question under way; may be let go at any time
    std::shared_ptr<Pending> submit(const Question &question);
    /// Nothing when the deadline came first or the asker wants no more.
    static std::optional<UnboundAnswer> wait(const std::shared_ptr<Pending> &pending, const Context &context);

private:
    struct Ticket; ///< what libunbound hands back to us with an answer
    static void answered(void *ticket, int error, ub_result *result);

    void configure(const Options &options);
    void setOption(const char *name, const char *value);
    void pump(const std::stop_token &stop);

    ub_ctx *m_context = nullptr;
    QString m_trouble;  ///< why there is no context
    std::mutex m_mutex; ///< guards m_tickets, and submits one question at a time
    std::unordered_set<Ticket *> m_tickets;
    Doorbell m_bell;
    std::jthread m_pump;
};

} // namespace mta
