// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// The file format of PKWARE's APPNOTE.TXT, whose sections are cited.
#include "deploy/zip.h"

#include <QtEndian>
#include <zlib.h>

namespace mta
{

namespace
{

constexpr quint16 version = 20;            // §4.4.3.2: folders
constexpr quint16 utf8Names = 1U << 11U;   // §4.4.4
constexpr quint16 firstDay = (1 << 5) | 1; // §4.4.6: 1980-01-01, the earliest there is
constexpr quint16 fromUnix = 3 << 8;       // §4.4.2: the upper half of the attributes holds permissions
constexpr quint32 fileMode = 0100644;
constexpr quint32 scriptMode = 0100755;

template<class Number>
void append(QByteArray &octets, Number number)
{
    const Number little = qToLittleEndian(number);
    octets.append(reinterpret_cast<const char *>(&little), sizeof little);
}

/// What local header (§4.3.7) and central header (§4.3.12) have in common.
QByteArray commonHeader(const QByteArray &name, const QByteArray &content)
{
    QByteArray header;
    append(header, version);
    append(header, utf8Names);
    append(header, quint16(0)); // stored
    append(header, quint16(0)); // midnight
    append(header, firstDay);
    append(header, quint32(crc32_z(0, reinterpret_cast<const Bytef *>(content.constData()), size_t(content.size()))));
    append(header, quint32(content.size()));
    append(header, quint32(content.size()));
    append(header, quint16(name.size()));
    append(header, quint16(0)); // no extra field
    return header;
}

} // namespace

std::optional<QByteArray> zipArchive(const QList<BundleFile> &files, const QString &folder)
{
    QByteArray archive;
    QByteArray directory;
    for (const BundleFile &file : files) {
        const QByteArray name = (folder + u'/' + file.path).toUtf8();
        if (name.size() > 0xffff || archive.size() + file.content.size() > 0x7fffffff)
            return std::nullopt;
        const QByteArray common = commonHeader(name, file.content);
        append(directory, quint32(0x02014b50));
        append(directory, quint16(fromUnix | version));
        directory += common;
        append(directory, quint16(0)); // no comment
        append(directory, quint16(0)); // the first disk
        append(directory, quint16(0)); // internal attributes
        append(directory, (name.endsWith(".sh") ? scriptMode : fileMode) << 16U);
        append(directory, quint32(archive.size()));
        directory += name;
        append(archive, quint32(0x04034b50));
        archive += common + name + file.content;
    }
    if (files.size() > 0xffff)
        return std::nullopt;
    const qsizetype start = archive.size();
    archive += directory;
    append(archive, quint32(0x06054b50)); // §4.3.16
    append(archive, quint32(0));          // one disk
    append(archive, quint16(files.size()));
    append(archive, quint16(files.size()));
    append(archive, quint32(directory.size()));
    append(archive, quint32(start));
    append(archive, quint16(0));
    return archive;
}

} // namespace mta
