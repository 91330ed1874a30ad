// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/recordset.h"

/// One writer per format, all of them pure. What a format cannot say is an Error.
namespace mta::zonewriters
{

Result<QByteArray> paste(const ZoneContent &content);
Result<QByteArray> bind(const ZoneContent &content);
Result<QByteArray> nsupdate(const ZoneContent &content);
Result<QByteArray> powerShell(const ZoneContent &content);
Result<QByteArray> route53(const ZoneContent &content);
Result<QByteArray> cloudflare(const ZoneContent &content);
Result<QByteArray> terraformCloudflare(const ZoneContent &content);
Result<QByteArray> terraformRoute53(const ZoneContent &content);
Result<QByteArray> octoDns(const ZoneContent &content);
Result<QByteArray> dnsControl(const ZoneContent &content);

/// What stands behind the type in a master file (RFC 1035 §5.1), names whole and with a trailing dot.
QByteArray presentation(const ZoneRecord &record);

/// What a person types into a web page for it; absent where the value does not consist of characters that can be typed.
std::optional<QString> typedValue(const ZoneRecord &record);

} // namespace mta::zonewriters
