// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/taglist.h"

#include <QByteArrayView>
#include <QList>
#include <optional>

namespace mta
{

// What the TXT records of MTA-STS (RFC 8461 §3.1) and TLS-RPT (RFC 8460 §3) have in common beyond the tag list: a version tag that
// must come first, one grammar for extension values, and one rule for choosing among several records.

/// Begins with the version as a whole word: "v=STSv10" is another version, "v=STSv1 id=1" is this one without its delimiter.
bool beginsWithVersion(const QByteArray &value, QByteArrayView version);

/// The departure at the beginning of a record: "version", "quotes" (pasted with quotes or backslashes), "no-delimiter"; absent when
/// the version stands first and a delimiter or nothing follows.
std::optional<SyntaxError> versionFault(const QByteArray &value, QByteArrayView version);

/// The record without quotes, backslashes and white space around it: what somebody meant who pasted it with its decoration.
QByteArray undecorated(const QByteArray &value);

/// sts-ext-value and tlsrpt-ext-value: 1*(%x21-3A / %x3C / %x3E-7E)
bool isExtensionValue(const QByteArray &value);

/// The departure of an extension's value, if it has one: "bad-value".
std::optional<SyntaxError> extensionFault(const Tag &tag);

struct VersionedSelection {
    enum class State {
        Absent,   ///< nothing of the kind, or one record that is discarded beside others for its "v=... ;"
        Multiple, ///< more than one begins with the version
        Similar,  ///< none begins with the version, but one was meant to
        One,      ///< exactly one
    };
    State state = State::Absent;
    QByteArray chosen;            ///< the one, the first of several, the similar or the discarded one
    QList<QByteArray> candidates; ///< all that begin with the version
    QList<QByteArray> unrelated;  ///< all others
};
/// `version` is the tag without its delimiter, "v=STSv1"; `similar` tells what was meant to be such a record.
VersionedSelection selectVersioned(const QList<QByteArray> &joinedValues, QByteArrayView version, bool (*similar)(const QByteArray &));

} // namespace mta
