// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/context.h"
#include "base/result.h"
#include "publish/sftp.h"
#include <QByteArray>
#include <variant>

namespace mta
{

/// A policy file as it stands where it is served from.
struct PolicyFileState {
    bool exists = false;
    QByteArray text;

    bool operator==(const PolicyFileState &) const = default;
};

/// What is done to it, worked out before anything is done.
struct PolicyFileChange {
    PolicyFileState before; ///< as it was seen; where it is no longer so, nothing is written
    PolicyFileState after;

    bool isEmpty() const { return before == after; }
    bool operator==(const PolicyFileChange &) const = default;
};
inline PolicyFileChange inverse(const PolicyFileChange &change)
{
    return {change.after, change.before};
}

/// A file of this machine: that path where it ends in mta-sts.txt, or else `.well-known/mta-sts.txt` in that folder (RFC 8461 §3.3).
struct LocalPlace {
    QString path;

    QString file() const;
    bool operator==(const LocalPlace &) const = default;
};
using PolicyPlace = std::variant<LocalPlace, SftpPlace>;
QString placeText(const PolicyPlace &place); ///< the file, for people

/// What stands there. Refuses what is no file of its own: a link, a folder, a device; and what is larger than a policy can be.
Result<PolicyFileState> lookAtPolicyFile(const PolicyPlace &place, const Context &context);

/// Makes the change if what was seen is still so, as a whole or not at all: the old file stays until the new one is complete. Everybody may
/// read the new one. Then looks again: an Error where it is not what was written.
Result<bool> publishPolicyFile(const PolicyPlace &place, const PolicyFileChange &change, const Context &context);

} // namespace mta
