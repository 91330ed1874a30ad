// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace mta
{

/// One `name=value` of a semicolon-separated TXT record (RFC 8461 §3.1, RFC 8460 §3), as it stands.
struct Tag {
    QByteArray name;
    QByteArray value;
    qsizetype offset = 0; ///< where the name begins in the record, 0-based octets

    bool operator==(const Tag &) const = default;
};

/// A place where a text leaves its grammar.
struct SyntaxError {
    int line = 1;       ///< 1-based
    int column = 1;     ///< 1-based, in octets
    QString reason;     ///< stable key of the reason, e.g. "missing-equals"; texts live with the rules
    QByteArray excerpt; ///< the offending octets, at most 80

    bool operator==(const SyntaxError &) const = default;
};

struct TagList {
    QList<Tag> tags;           ///< in order, the version tag included
    QList<SyntaxError> errors; ///< empty when the record follows the shared grammar

    bool operator==(const TagList &) const = default;
};

/// Splits a record at *WSP ";" *WSP, an optional final ";" allowed. Lenient: keeps what it can and notes every departure.
/// Values are not checked: their grammar belongs to each record.
TagList parseTagList(const QByteArray &record);

} // namespace mta
