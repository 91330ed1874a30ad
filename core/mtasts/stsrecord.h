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

/// What one TXT value at `_mta-sts` is (RFC 8461 §3.1).
struct StsRecord {
    QByteArray raw; ///< the joined strings
    QByteArray id;  ///< the first id's value, also when invalid
    bool hasId = false;
    QList<Tag> extensions;     ///< everything but v and id
    QList<SyntaxError> errors; ///< every departure from the grammar of §3.1, the id's included
    bool idValid = false;      ///< 1 to 32 letters or digits

    bool valid() const { return errors.isEmpty() && idValid; }
    bool operator==(const StsRecord &) const = default;
};

/// Parses a value that begins with "v=STSv1". Lenient; every departure is in `errors`.
StsRecord parseStsRecord(const QByteArray &joined);

/// The record that announces a policy, "v=STSv1; id=...;". Absent where the id is none.
std::optional<QByteArray> stsRecordText(const QByteArray &id);

/// The TXT values at `_mta-sts.<domain>`, sorted the way a sender does (§3.1).
struct StsRecordSet {
    enum class State {
        Absent,       ///< no value begins with v=STSv1: "senders MUST assume the domain has no policy"
        Multiple,     ///< more than one does
        WrongVersion, ///< none does, but one looks like MTA-STS (v=STS... in any case, or an id=)
        One,          ///< exactly one; see record
    };
    State state = State::Absent;
    StsRecord record;             ///< the one, or the first of several, or the one with the wrong version
    QList<QByteArray> candidates; ///< all that begin with v=STSv1
    QList<QByteArray> unrelated;  ///< all others

    bool operator==(const StsRecordSet &) const = default;
};
StsRecordSet selectStsRecord(const QList<QByteArray> &joinedValues);

} // namespace mta
