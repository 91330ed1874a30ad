// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/recordchanges.h"

namespace mta
{

/// The DNS UPDATE message (RFC 2136 §2) that makes the changes if all that was seen is still so. Unsigned.
QByteArray updateMessage(const RecordChanges &changes, const QString &zone, quint16 id);

} // namespace mta
