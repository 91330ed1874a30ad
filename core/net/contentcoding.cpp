// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/contentcoding.h"

#include <zlib.h>

namespace mta
{
namespace
{

constexpr int gzipOrZlib = 15 + 32; // window bits, and zlib tells the two by their first octets
constexpr int rawDeflate = -15;

/// inflate() to its end, or to the limit.
Decoded inflateAll(const QByteArray &body, int windowBits, qsizetype limit)
{
    const Decoded broken{Decoded::Outcome::Broken, body};
    z_stream stream{};
    if (inflateInit2(&stream, windowBits) != Z_OK)
        return broken;
    QByteArray input = body;
    QByteArray output(limit + 1, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    int result = inflate(&stream, Z_FINISH);
    // RFC 1952 §2.2: a gzip file may have several members.
    while (result == Z_STREAM_END && windowBits > 0 && stream.avail_in > 1 && stream.next_in[0] == 0x1f && inflateReset(&stream) == Z_OK)
        result = inflate(&stream, Z_FINISH);
    const qsizetype size = output.size() - stream.avail_out;
    inflateEnd(&stream);
    output.truncate(std::min(size, limit));
    if (size > limit)
        return {Decoded::Outcome::TooLarge, output};
    return result == Z_STREAM_END ? Decoded{Decoded::Outcome::Unpacked, output} : broken;
}

} // namespace

Decoded decodeContent(const QByteArray &body, const QByteArray &coding, qsizetype limit)
{
    if (coding.isEmpty() || coding == "identity")
        return {Decoded::Outcome::Plain, body};
    if (coding == "gzip" || coding == "x-gzip") // RFC 9110 §8.4.1.3
        return inflateAll(body, gzipOrZlib, limit);
    if (coding != "deflate")
        return {Decoded::Outcome::Unknown, body};
    // RFC 9110 §8.4.1.2: zlib's format; some send the raw one.
    const Decoded result = inflateAll(body, gzipOrZlib, limit);
    return result.outcome == Decoded::Outcome::Broken ? inflateAll(body, rawDeflate, limit) : result;
}

} // namespace mta
