// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/context.h"
#include "net/nameserver.h"
#include "publish/recordchanges.h"
#include "publish/tsigkey.h"
#include <QDateTime>

namespace mta
{

/// The server that takes the changes of a zone (its primary), and the key it knows us by.
struct UpdateServer {
    Nameserver server;
    QString zone; ///< normalised
    TsigKey key;
    QDateTime (*clock)() = QDateTime::currentDateTimeUtc; ///< by which messages are signed
};

/// How asking or changing ended. The names are those of JSON, see updateEndName().
enum class UpdateEnd {
    Done,
    ChangedMeanwhile, ///< the zone is no longer as it was seen, so nothing was changed (RFC 2136 §3.2)
    Refused,          ///< the key has not the right to do this
    NotAuthoritative, ///< the server does not have this zone, or cannot change it
    KeyUnknown,       ///< BADKEY (RFC 8945 §5.2.1)
    KeyWrong,         ///< BADSIG (§5.2.2)
    ClockWrong,       ///< BADTIME (§5.2.3)
    ServerFailed,     ///< SERVFAIL, or a code that makes no sense here
    NotSupported,     ///< FORMERR or NOTIMP: no DNS UPDATE there
    Unreachable,
    NoAnswer,  ///< the time is over, or the connection was cut
    NotDns,    ///< something came that is not the answer
    Untrusted, ///< an answer that is not signed with our key, or not rightly
    Cancelled,
};
const char *updateEndName(UpdateEnd end);

struct UpdateOutcome {
    UpdateEnd end = UpdateEnd::Cancelled;
    QString detail; ///< the system's words, or what the server's clock says

    explicit operator bool() const { return end == UpdateEnd::Done; }
    /// Nobody can say from this whether a change was made.
    bool unknown() const
    {
        return end == UpdateEnd::NoAnswer || end == UpdateEnd::NotDns || end == UpdateEnd::Untrusted || end == UpdateEnd::Cancelled;
    }
    bool operator==(const UpdateOutcome &) const = default;
};
/// What happened, why, and what to do, for people.
QString updateSentence(const UpdateOutcome &outcome, const UpdateServer &server);

/// The zone that a name is in, as the server itself says; empty where it has none.
QString zoneAt(const Nameserver &server, const QString &name, const Context &context);

/// What the server has in its zone, asked with the key: a server may show each key another view.
struct ZoneView {
    UpdateOutcome outcome;
    QList<ExactSet> sets; ///< one for each question, when Done
};
ZoneView lookAtZone(const UpdateServer &server, const QList<Question> &questions, const Context &context);

/// Asks for the changes, then looks at what is there now.
struct RecordPublication {
    UpdateOutcome outcome;
    ZoneView now;          ///< of the sets that the changes concern
    bool verified = false; ///< they are as the changes want them, whatever the outcome says
};
RecordPublication publishRecords(const UpdateServer &server, const RecordChanges &changes, const Context &context);

} // namespace mta
