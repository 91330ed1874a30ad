// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/lint.h"
#include "mtasts/stsrecord.h"

#include <QtGlobal>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const mta::StsRecord record = mta::parseStsRecord(text);
    if (record.raw != text || record != mta::parseStsRecord(text))
        qFatal("reading is not repeatable");
    if (record.valid()) {
        // What is valid alone is what a sender chooses, and stays valid in its plain form.
        const mta::StsRecordSet set = mta::selectStsRecord({text});
        if (set.state != mta::StsRecordSet::State::One || set.record != record)
            qFatal("a valid record is not chosen");
        const mta::StsRecord plain = mta::parseStsRecord("v=STSv1; id=" + record.id + ";");
        if (!plain.valid() || plain.id != record.id)
            qFatal("a valid id does not survive");
    }
    // Lines as several TXT records.
    const QList<QByteArray> values = text.split('\n');
    const mta::StsRecordSet set = mta::selectStsRecord(values);
    if (set.candidates.size() + set.unrelated.size() != values.size())
        qFatal("records got lost");
    if (set.state == mta::StsRecordSet::State::One && !set.record.raw.startsWith("v=STSv1"))
        qFatal("a foreign record was chosen");
    if (text.size() <= 4096) {
        const QByteArray mended = mta::mendedRecord(text);
        if (mta::mendedRecord(mended) != mended || (mended != text && mta::lintRecord(text, {}).valid))
            qFatal("mending has no end, or changes what is valid");
    }
    return 0;
}
