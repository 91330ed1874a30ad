// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "smtp/dialog.h"
#include "x509/tlsoffer.h"
#include <QHostAddress>
#include <chrono>

namespace mta
{

/// How the probe of one address of one MX host ended.
enum class ProbeEnd {
    NotTried,    ///< see detail: cancelled, guard, address family not wanted, not needed
    Complete,    ///< the conversation came to its natural end; `failure` tells which
    NoNetwork,   ///< this machine has no route for the address family, or a local error
    Refused,     ///< TCP connection refused
    Unreachable, ///< no route to host, reported from the path
    Reset,       ///< the peer cut the connection; see stage
    Timeout,     ///< see stage
    ProxyFailed, ///< the proxy chosen by the user did not work
    TlsFailed,   ///< see tls.failure
};

/// One line of the transcript: exact octets and when.
struct TranscriptLine {
    enum class From { Client, Server, Note };
    From from = From::Client;
    std::chrono::milliseconds at{0}; ///< since the connection was started
    QByteArray octets;               ///< without the line end; inside TLS too

    bool operator==(const TranscriptLine &) const = default;
};
inline constexpr int maxTranscriptLines = 400;

struct MxProbe {
    QHostAddress address;
    ProbeEnd end = ProbeEnd::NotTried;
    bool connected = false;                                ///< TCP came up: somebody answered on the port
    SmtpDialog::Stage stage = SmtpDialog::Stage::Greeting; ///< how far it came
    SmtpDialog::Failure failure = SmtpDialog::Failure::None;
    QString detail;                    ///< for people
    std::optional<SmtpReply> reply;    ///< the reply that ended it, when one did
    std::optional<Capabilities> plain; ///< before TLS
    std::optional<Capabilities> encrypted;
    std::optional<SmtpReply> startTlsReply;
    QByteArray injected; ///< plaintext after the 220, at most 1 KiB
    TlsSession tls;
    QList<TranscriptLine> transcript;
    std::chrono::milliseconds connectTime{0};
    std::chrono::milliseconds slowestStage{0}; ///< longest wait for one reply after the connection
    std::chrono::milliseconds elapsed{0};

    bool operator==(const MxProbe &) const = default;
};

/// A probe of what no sender's own offer would show.
struct ExtraProbe {
    TlsOffer offer;
    MxProbe probe;

    bool operator==(const ExtraProbe &) const = default;
};

} // namespace mta
