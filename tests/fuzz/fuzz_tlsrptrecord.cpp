// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tlsrpt/tlsrptrecord.h"

#include <QtGlobal>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const mta::TlsRptRecord record = mta::parseTlsRptRecord(text);
    if (record.raw != text || record.rua.size() > 100)
        qFatal("raw text or bounds broken");
    QByteArray uris;
    for (const mta::ReportUri &uri : record.rua) {
        if (uri.valid != uri.reason.isEmpty() || uri.valid == uri.host.isEmpty())
            qFatal("a destination is good without a host or bad without a reason");
        uris += (uris.isEmpty() ? "" : ",") + uri.text;
    }
    if (record.valid()) {
        const mta::TlsRptRecord plain = mta::parseTlsRptRecord("v=TLSRPTv1;rua=" + uris);
        if (!plain.valid() || plain.rua != record.rua)
            qFatal("the plain form reads differently");
        if (mta::selectTlsRptRecord({text}).state != mta::TlsRptRecordSet::State::One)
            qFatal("a valid record is not chosen");
    }
    const QList<QByteArray> values = text.split('\n');
    const mta::TlsRptRecordSet set = mta::selectTlsRptRecord(values);
    if (set.candidates.size() + set.unrelated.size() != values.size())
        qFatal("records got lost");
    return 0;
}
