// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "tlsrpt/reporturi.h"

#include "base/domainname.h"
#include "wholeaudit.h"

#include <QHostAddress>

/// One place for reports, as it stands between the commas of rua=.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using mta::fuzz::require;
    const QByteArray text = mta::fuzz::octetsOf(data, size);
    const mta::ReportUri uri = mta::parseReportUri(text);
    require(uri.text == text && uri == mta::parseReportUri(text));
    require(uri.valid == uri.reason.isEmpty() && uri.valid != uri.host.isEmpty());
    if (!uri.valid)
        return 0;
    QString literal = uri.host;
    if (literal.startsWith(u'[') && literal.endsWith(u']'))
        literal = literal.mid(1).chopped(1);
    require(mta::isHostName(uri.host) || !QHostAddress(literal).isNull());
    require(uri.host == uri.host.toLower() && !text.contains('!')); // RFC 8460 §3: written %21
    require(text.left(text.indexOf(':')).toLower() == (uri.mail ? "mailto" : "https"));
    return 0;
}
