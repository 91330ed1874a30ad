// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/tlsserver.h"
#include <QHostAddress>

namespace mta::fakes
{

/// Many servers in one: at each address and port a script of its own, or nobody who ever answers. For what real servers cannot be
/// brought to do. IPv4 and IPv6.
class ScriptedServers
{
public:
    using Script = std::function<void(TlsPeer &)>;
    ScriptedServers() = default;
    ~ScriptedServers();
    ScriptedServers(const ScriptedServers &) = delete;
    ScriptedServers &operator=(const ScriptedServers &) = delete;

    /// False when the address cannot be had. All before start().
    bool listen(const QHostAddress &address, quint16 port, Script script);
    /// Connections to it are neither accepted nor refused: its queue is full.
    bool stayAway(const QHostAddress &address, quint16 port);
    void start();

private:
    struct Listener {
        int descriptor;
        Script script;
    };
    void accept();

    std::vector<Listener> m_listeners;
    std::vector<int> m_idle; ///< descriptors that only have to stay open
    std::atomic<bool> m_over = false;
    std::vector<std::thread> m_talks;
    std::thread m_acceptor;
};

/// For a mail server's script: greets and goes along up to the answer to STARTTLS.
void greetAndOffer(TlsPeer &peer);
/// The rest of a good conversation.
void finishInTls(TlsPeer &peer, const TlsOptions &options);

} // namespace mta::fakes
