// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace mta
{

/// The destinations of reports (RFC 8460 §3) that were surely meant by what stands between two commas and is none: several where blanks
/// stand for commas. Empty where nobody but the author can know.
QByteArray meantReportUris(const QByteArray &written);

/// Behind the comma or semicolon after a complete https URI, and surely still a part of it: no address, no host and no field.
bool continuesUri(const QByteArray &uri, const QByteArray &next);

} // namespace mta
