// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace mta
{

/// An id as a record of MTA-STS may have it.
bool isStsId(const QByteArray &text);

/// The id that was surely meant by one that is none: without what stands around it, and without the separators of a time or a UUID, where
/// no two are the same without them. An id is never shortened or made up.
QByteArray meantId(const QByteArray &written);

/// "20260101T000000": what else stands in a record of MTA-STS does not look so.
bool isDated(const QByteArray &text);

} // namespace mta
