// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "x509/tlssession.h"
#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <chrono>

namespace mta
{

/// How one attempt to fetch the policy file from one address ended (RFC 8461 §3.3).
enum class FetchEnd {
    NotTried,    ///< see detail: cancelled, guard, address family not wanted
    Complete,    ///< a whole HTTP answer, whatever its status
    NoNetwork,   ///< this machine has no route for the address family, or failed itself
    Refused,     ///< connection refused
    Unreachable, ///< no route to host, reported from the path
    Reset,       ///< the peer cut the connection before the answer was whole
    Timeout,     ///< see stage
    ProxyFailed, ///< the proxy chosen by the user did not work: not the domain's fault
    TlsFailed,   ///< see tls.failure
    Malformed,   ///< not well-formed HTTP/1.1; see detail
    TooLarge,    ///< body over maxPolicySize, or head over maxHeadSize; see detail
    Truncated,   ///< the body ended before Content-Length or the last chunk, or was close-delimited and cut without close_notify
};
enum class FetchStage { Connect, Handshake, Response, Body, Done };

inline constexpr qsizetype maxHeadSize = 16 * 1024;
inline constexpr int maxHeaderCount = 100;
/// The answer as sent, chunk sizes and their extensions included: a body of maxPolicySize in chunks of one octet still fits.
inline constexpr qsizetype maxAnswerSize = 512 * 1024;

struct HttpHeader {
    QByteArray name;  ///< as sent
    QByteArray value; ///< without surrounding white space

    bool operator==(const HttpHeader &) const = default;
};

struct PolicyFetch {
    QHostAddress address;
    FetchEnd end = FetchEnd::NotTried;
    FetchStage stage = FetchStage::Connect; ///< how far it came
    QString detail;                         ///< for people
    TlsSession tls;
    int httpStatus = 0; ///< 0 when no status line was read
    QByteArray head;    ///< status line and headers, as sent
    QList<HttpHeader> headers;
    QByteArray mediaType;       ///< lower case, without parameters; empty without Content-Type
    QByteArray redirectTo;      ///< Location of a 3xx, never followed (§3.3)
    QByteArray contentEncoding; ///< empty or "identity" in a good answer; we ask for identity
    QByteArray body;            ///< transfer coding removed and content coding unpacked, at most maxPolicySize
    bool decoded = true;        ///< false when contentEncoding is one we cannot unpack: body is then as sent
    bool closeNotify = true;    ///< false when the connection was cut without close_notify
    std::chrono::milliseconds elapsed{0};

    bool operator==(const PolicyFetch &) const = default;
    const HttpHeader *header(QByteArrayView name) const; ///< first of that name, case-insensitive
};

} // namespace mta
