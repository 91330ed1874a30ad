// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tlsrpt/tlsrptrecord.h"

namespace mta
{

/// One value between the commas of a rua field, white space removed.
ReportUri parseReportUri(const QByteArray &text);

} // namespace mta
