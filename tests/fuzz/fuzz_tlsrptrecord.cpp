// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/lint.h"
#include "tlsrpt/tlsrptrecord.h"

#include <QtGlobal>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const mta::TlsRptRecord record = mta::parseTlsRptRecord(text);
    if (record.raw != text || record.rua.size() > 100 || record.ruaColumns.size() != record.rua.size())
        qFatal("raw text or bounds broken");
    QByteArray uris;
    for (qsizetype i = 0; i < record.rua.size(); ++i) {
        const mta::ReportUri &uri = record.rua.at(i);
        if (text.mid(record.ruaColumns.at(i) - 1, uri.text.size()) != uri.text)
            qFatal("a destination is not where it is said to be");
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
    if (text.size() <= 4096) {
        const QByteArray mended = mta::mendedRecord(text);
        if (mta::mendedRecord(mended) != mended || (mended != text && mta::lintRecord(text, {}).valid))
            qFatal("mending has no end, or changes what is valid");
    }
    return 0;
}
