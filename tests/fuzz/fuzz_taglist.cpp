// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/taglist.h"

#include <QtGlobal>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray record(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const mta::TagList list = mta::parseTagList(record);
    if (list.errors.size() > 100)
        qFatal("complaints are not bounded");
    QByteArray again;
    for (const mta::Tag &tag : list.tags) {
        if (record.mid(tag.offset, tag.name.size() + 1 + tag.value.size()) != tag.name + "=" + tag.value)
            qFatal("a tag is not where it says it is");
        again += (again.isEmpty() ? "" : "; ") + tag.name + "=" + tag.value;
    }
    for (const mta::SyntaxError &error : list.errors) {
        if (error.line != 1 || error.column < 1 || error.column > record.size() + 1 || error.excerpt.size() > 80 || error.reason.isEmpty())
            qFatal("a complaint points outside the record");
    }
    // What follows the grammar reads the same in its plain form.
    if (list.errors.isEmpty()) {
        const mta::TagList second = mta::parseTagList(again);
        if (!second.errors.isEmpty() || second.tags.size() != list.tags.size())
            qFatal("the plain form reads differently");
    }
    return 0;
}
