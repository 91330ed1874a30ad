// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "senders/lenient.h"
#include "senders/moxcursor.h"
#include "senders/readers.h"

#include <QSet>

namespace mta
{

namespace
{

/// What stands behind "v=STSv1;". The reason when it is refused, or null.
const char *restOfRecord(MoxCursor &cursor)
{
    QSet<QByteArray> seen;
    bool hasId = false;
    do {
        const QByteArray key = cursor.takeWhile(
            [](char c, qsizetype i) { return i < 32 && (isAlphanumeric(c) || c == '-' || c == '.' || (i > 0 && c == '_')); });
        if (key.isEmpty() || !cursor.take("="))
            return key.isEmpty() && cursor.atEnd() && !hasId ? "record-id" : "record-syntax";
        const bool again = seen.contains(key);
        seen.insert(key);
        if (key == "id" && again) {
            // The value of a second id is not skipped, so what follows cannot be a delimiter.
        } else if (key == "id") {
            if (cursor.takeWhile([](char c, qsizetype i) { return i < 32 && isAlphanumeric(c); }).isEmpty())
                return "record-id";
            hasId = true;
        } else if (cursor.takeWhile([](char c, qsizetype) { return c > ' ' && c < 0x7f && c != '=' && c != ';'; }).isEmpty()) {
            return "record-syntax";
        }
    } while (cursor.takeDelimiter() && !cursor.atEnd());
    if (!cursor.atEnd())
        return "record-syntax";
    return hasId ? nullptr : "record-id";
}

} // namespace

SenderVerdict moxRecords(const QByteArrayList &values)
{
    bool found = false;
    for (const QByteArray &value : values) {
        MoxCursor cursor(value);
        if (!cursor.take("v=STSv1") || !cursor.takeDelimiter())
            continue;
        if (const char *reason = restOfRecord(cursor))
            return refused(reason);
        if (std::exchange(found, true))
            return refused("record-several");
    }
    if (!found)
        return refused("record-none");
    return recordHonoured();
}

} // namespace mta
