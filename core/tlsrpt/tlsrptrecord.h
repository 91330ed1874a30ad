// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/taglist.h"
#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace mta
{

/// One report destination (RFC 8460 §3): `mailto:` or `https:`.
struct ReportUri {
    QByteArray text;
    bool valid = false;
    QString reason;    ///< why not, a stable key: "scheme", "unencoded", "syntax", "empty"
    bool mail = false; ///< mailto:, else https:
    QString host;      ///< the mail domain or https host, lower case A-labels; empty when not valid

    bool operator==(const ReportUri &) const = default;
};

struct TlsRptRecord {
    QByteArray raw;
    QList<ReportUri> rua;
    QList<int> ruaColumns; ///< 1-based octets, one for each of rua
    QList<Tag> extensions;
    QList<SyntaxError> errors; ///< departures from the grammar other than those of the rua values

    /// The grammar holds, and there is at least one rua and all of them are valid.
    bool valid() const;
    bool operator==(const TlsRptRecord &) const = default;
};
TlsRptRecord parseTlsRptRecord(const QByteArray &joined);

/// The record with these destinations, "v=TLSRPTv1; rua=...". Absent without any, or where one of them is none.
std::optional<QByteArray> tlsRptRecordText(const QList<QByteArray> &rua);

/// The TXT values at `_smtp._tls.<domain>`, sorted the way a sender does (RFC 8460 §3).
struct TlsRptRecordSet {
    enum class State { Absent, Multiple, WrongVersion, One };
    State state = State::Absent;
    TlsRptRecord record;
    QList<QByteArray> candidates; ///< all that begin with v=TLSRPTv1
    QList<QByteArray> unrelated;

    bool operator==(const TlsRptRecordSet &) const = default;
};
TlsRptRecordSet selectTlsRptRecord(const QList<QByteArray> &joinedValues);

} // namespace mta
