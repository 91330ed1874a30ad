// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/tsigkey.h"
#include <QByteArray>
#include <QDateTime>

namespace mta
{

/// How far two clocks may be apart (RFC 8945 §10, the recommended fudge).
inline constexpr std::chrono::seconds tsigFudge{300};

struct SignedMessage {
    QByteArray message; ///< with the TSIG record at its end
    QByteArray mac;     ///< to which the response will be bound (RFC 8945 §5.3.1)
};
/// Signs a request (RFC 8945 §5.1). `message` is whole and has no TSIG record.
SignedMessage signRequest(const QByteArray &message, const TsigKey &key, const QDateTime &now);
/// The same for the answer to a request with `requestMac`; servers of tests answer with it.
SignedMessage signResponse(const QByteArray &message, const TsigKey &key, const QDateTime &now, const QByteArray &requestMac);

/// What the TSIG record of a response says (RFC 8945 §5.3.2, §5.4).
enum class TsigCheck {
    Good,
    Missing,   ///< not signed, or not a DNS message
    WrongMac,  ///< signed with something else than our key, or changed on its way
    WrongTime, ///< rightly signed, but not now: an old answer, or a clock that is wrong
};
struct TsigFinding {
    TsigCheck check = TsigCheck::Missing;
    int error = 0;        ///< the error field: 16 BADSIG, 17 BADKEY, 18 BADTIME; unsigned for the first two (§5.3.2)
    QDateTime serverTime; ///< of BADTIME: what the server's clock says
};
TsigFinding checkResponse(const QByteArray &message, const TsigKey &key, const QDateTime &now, const QByteArray &requestMac);

inline constexpr int tsigBadSig = 16;
inline constexpr int tsigBadKey = 17;
inline constexpr int tsigBadTime = 18;

} // namespace mta
