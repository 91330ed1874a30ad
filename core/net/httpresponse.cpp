// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/httpresponse.h"

#include "mtasts/policy.h"
#include <algorithm>

namespace mta
{
namespace
{

constexpr qsizetype maxChunkLine = 1024;
constexpr int maxChunkDigits = 15; // fits into 63 bits
const QString notAStatusLine = QStringLiteral("the first line is not the status line of HTTP/1.1");

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// RFC 9110 §5.6.2
bool isToken(const QByteArray &text)
{
    constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [marks](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
    });
}

/// RFC 9110 §5.5: CR, LF and NUL make a field value dangerous; other controls but the tab are invalid too.
bool isFieldValue(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto octet = static_cast<unsigned char>(c);
        return octet == '\t' || (octet >= ' ' && octet != 0x7f);
    });
}

/// Without the white space RFC 9110 §5.6.3 allows around a field value.
QByteArray withoutOuterSpace(const QByteArray &text)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    while (begin < end && isSpace(text.at(begin)))
        ++begin;
    while (end > begin && isSpace(text.at(end - 1)))
        --end;
    return text.mid(begin, end - begin);
}

bool equalNames(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

HttpResponse::State HttpResponse::feed(QByteArrayView octets)
{
    m_input.append(octets);
    while ((m_state == State::Head || m_state == State::Body) && step()) {
    }
    m_surplus = m_surplus || (m_state == State::Done && m_position < m_input.size());
    m_read += m_position;
    m_input.remove(0, m_position);
    m_position = 0;
    if (m_state != State::Head && m_state != State::Body)
        m_input.clear();
    return m_state;
}

HttpResponse::State HttpResponse::end(bool orderly)
{
    if (m_state == State::Head || m_state == State::Body) {
        // RFC 9112 §8: a body without a length is complete only when the TLS connection was closed in order.
        const bool whole = m_state == State::Body && m_framing == Framing::UntilClose && orderly;
        stop(whole ? State::Done : State::Truncated,
             whole ? QString() : QStringLiteral("the connection ended before the answer was whole"));
    }
    return m_state;
}

QByteArray HttpResponse::value(QByteArrayView name) const
{
    const auto header = std::find_if(m_headers.begin(), m_headers.end(), [name](const HttpHeader &h) { return equalNames(h.name, name); });
    return header == m_headers.end() ? QByteArray() : header->value;
}

/// Always false: nothing more is to be read.
bool HttpResponse::stop(State state, const QString &reason)
{
    m_state = state;
    m_reason = reason;
    return false;
}

/// One line, or one piece of the body. False when more octets are needed, or none any more.
bool HttpResponse::step()
{
    if (m_state == State::Head)
        return readHeadLine();
    if (m_framing == Framing::Chunked)
        return readChunked();
    if (!takeBody(m_framing == Framing::Length ? m_left : maxPolicySize + 1))
        return false;
    return m_framing == Framing::UntilClose || m_left > 0 || stop(State::Done, {});
}

/// A line without its end: CRLF, or a single LF, which RFC 9112 §2.2 lets a recipient take for one.
bool HttpResponse::takeLine(QByteArray &line, qsizetype limit)
{
    const qsizetype end = m_input.indexOf('\n', m_position);
    if ((end < 0 ? m_input.size() : end + 1) - m_position > limit)
        return stop(State::TooLarge, QStringLiteral("more than %1 octets of headers").arg(maxHeadSize));
    if (end < 0)
        return false;
    line = m_input.mid(m_position, end - m_position);
    if (m_state == State::Head)
        m_head += m_input.mid(m_position, end + 1 - m_position);
    m_position = end + 1;
    if (line.endsWith('\r'))
        line.chop(1);
    return true;
}

bool HttpResponse::readHeadLine()
{
    QByteArray line;
    const qsizetype before = m_position;
    // Something else than HTTP/1 need not come to the end of a line.
    const QByteArrayView start = QByteArrayView(m_input).sliced(m_position).first(std::min<qsizetype>(7, m_input.size() - m_position));
    if (!m_statusLineRead && !QByteArrayView("HTTP/1.").startsWith(start))
        return stop(State::Malformed, notAStatusLine);
    if (!takeLine(line, maxHeadSize - m_headOctets))
        return false;
    m_headOctets += m_position - before;
    if (!m_statusLineRead)
        return readStatusLine(line);
    return line.isEmpty() ? endHead() : readHeader(line);
}

/// status-line = HTTP-version SP status-code SP [ reason-phrase ] (RFC 9112 §4); the second SP is often forgotten and does no harm.
bool HttpResponse::readStatusLine(const QByteArray &line)
{
    const bool shape = line.size() >= 12 && line.startsWith("HTTP/1.") && isDigit(line.at(7)) && line.at(8) == ' ' &&
                       std::all_of(line.begin() + 9, line.begin() + 12, isDigit) && (line.size() == 12 || line.at(12) == ' ') &&
                       isFieldValue(line);
    const int status = shape ? line.mid(9, 3).toInt() : 0;
    if (status < 100 || status > 599) // RFC 9110 §15
        return stop(State::Malformed, notAStatusLine);
    m_minorVersion = line.at(7) - '0';
    m_status = status;
    m_statusLineRead = true;
    return true;
}

/// RFC 9112 §5.2: a user agent reads an obs-fold as a space. RFC 9112 §2.2: there is none to read behind the status line.
bool HttpResponse::unfoldHeader(const QByteArray &line)
{
    const QByteArray more = withoutOuterSpace(line);
    if (m_headers.isEmpty() || !isFieldValue(more))
        return stop(State::Malformed, QStringLiteral("a header line is not of the form name: value"));
    QByteArray &value = m_headers.last().value;
    value = value.isEmpty() ? more : QByteArray(value + ' ' + more);
    return true;
}

bool HttpResponse::readHeader(const QByteArray &line)
{
    if (line.startsWith(' ') || line.startsWith('\t'))
        return unfoldHeader(line);
    const qsizetype colon = line.indexOf(':');
    const HttpHeader header{line.left(std::max<qsizetype>(colon, 0)), withoutOuterSpace(line.mid(colon + 1))};
    // RFC 9112 §5.1: no white space between name and colon; a token has none.
    if (colon < 0 || !isToken(header.name) || !isFieldValue(header.value))
        return stop(State::Malformed, QStringLiteral("a header line is not of the form name: value"));
    if (m_headers.size() >= maxHeaderCount)
        return stop(State::TooLarge, QStringLiteral("more than %1 header lines").arg(maxHeaderCount));
    m_headers.append(header);
    return true;
}

bool HttpResponse::endHead()
{
    if (m_status == 101) // RFC 9110 §15.2.2: only for those who asked for an upgrade
        return stop(State::Malformed, QStringLiteral("the server switches protocols unasked"));
    if (m_status < 200) { // RFC 9110 §15.2: an interim response; the final one follows
        m_head.clear();
        m_headers.clear();
        m_status = 0;
        m_statusLineRead = false;
        return true;
    }
    m_headComplete = true;
    return chooseFraming();
}

/// RFC 9112 §6.3, in its order.
bool HttpResponse::chooseFraming()
{
    QByteArrayList codings;
    for (const HttpHeader &header : std::as_const(m_headers))
        if (equalNames(header.name, "Transfer-Encoding"))
            codings += header.value.toLower();
    qsizetype length = 0;
    bool hasLength = false;
    if (!readContentLength(length, hasLength))
        return false;
    m_state = State::Body;
    if (m_status == 204 || m_status == 304)
        return stop(State::Done, {});
    if (!codings.isEmpty()) {
        if (hasLength) // "ought to be handled as an error"
            return stop(State::Malformed, QStringLiteral("both Content-Length and Transfer-Encoding"));
        if (codings.join(',') != "chunked" || m_minorVersion == 0) // RFC 9112 §6.1: nothing else was offered, and nothing in HTTP/1.0
            return stop(State::Malformed, QStringLiteral("an unknown or faulty Transfer-Encoding"));
        m_framing = Framing::Chunked;
        return true;
    }
    m_framing = hasLength ? Framing::Length : Framing::UntilClose;
    m_left = length;
    if (hasLength && length > maxPolicySize)
        return stop(State::TooLarge, QStringLiteral("the body has %1 octets").arg(length));
    return !hasLength || length > 0 || stop(State::Done, {});
}

/// RFC 9110 §8.6: a decimal number; the same one repeated counts once (RFC 9112 §6.3).
bool HttpResponse::readContentLength(qsizetype &length, bool &found)
{
    for (const HttpHeader &header : std::as_const(m_headers)) {
        if (!equalNames(header.name, "Content-Length"))
            continue;
        for (const QByteArray &item : header.value.split(',')) {
            const QByteArray text = withoutOuterSpace(item);
            bool isNumber = false;
            const qsizetype number = text.toLongLong(&isNumber);
            if (text.isEmpty() || !std::all_of(text.begin(), text.end(), isDigit))
                return stop(State::Malformed, QStringLiteral("Content-Length is not a number"));
            if (!isNumber)
                return stop(State::TooLarge, QStringLiteral("Content-Length is beyond all bounds"));
            if (found && number != length)
                return stop(State::Malformed, QStringLiteral("two different values of Content-Length"));
            length = number;
            found = true;
        }
    }
    return true;
}

/// Moves at most `most` octets to the body; false when none is there, or the body is too large.
bool HttpResponse::takeBody(qsizetype most)
{
    const qsizetype count = std::min(most, m_input.size() - m_position);
    if (count == 0)
        return false;
    const qsizetype room = maxPolicySize - m_body.size();
    m_body += m_input.mid(m_position, std::min(count, room));
    m_position += count;
    m_left -= count;
    return count <= room || stop(State::TooLarge, QStringLiteral("the body has more than %1 octets").arg(maxPolicySize));
}

/// RFC 9112 §7.1
bool HttpResponse::readChunked()
{
    switch (m_chunk) {
    case Chunk::Size:
        return readChunkSize();
    case Chunk::Data:
        if (!takeBody(m_left))
            return false;
        m_chunk = m_left > 0 ? Chunk::Data : Chunk::DataEnd;
        return true;
    case Chunk::DataEnd: {
        QByteArray rest;
        if (!takeLine(rest, maxChunkLine))
            return false;
        m_chunk = Chunk::Size;
        return rest.isEmpty() || stop(State::Malformed, QStringLiteral("a chunk is longer than it says"));
    }
    case Chunk::Trailer:
        return readTrailer();
    }
    return false;
}

bool HttpResponse::readChunkSize()
{
    QByteArray line;
    if (!takeLine(line, maxChunkLine))
        return false;
    if (m_read + m_position > maxAnswerSize) // many small chunks, with long extensions
        return stop(State::TooLarge, QStringLiteral("the answer has more than %1 octets").arg(maxAnswerSize));
    const QByteArray digits =
        withoutOuterSpace(line.left(line.indexOf(';') < 0 ? line.size() : line.indexOf(';'))); // extensions are ignored
    bool isNumber = false;
    m_left = digits.toLongLong(&isNumber, 16);
    const bool hexadecimal = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (!hexadecimal)
        return stop(State::Malformed, QStringLiteral("a chunk does not begin with its size"));
    if (!isNumber || digits.size() > maxChunkDigits || m_left > maxPolicySize)
        return stop(State::TooLarge, QStringLiteral("the body has more than %1 octets").arg(maxPolicySize));
    m_chunk = m_left == 0 ? Chunk::Trailer : Chunk::Data;
    return true;
}

/// RFC 9112 §7.1.2: trailer fields, which nobody needs here, until an empty line.
bool HttpResponse::readTrailer()
{
    QByteArray line;
    const qsizetype before = m_position;
    if (!takeLine(line, maxHeadSize - m_headOctets))
        return false;
    m_headOctets += m_position - before;
    return !line.isEmpty() || stop(State::Done, {});
}

} // namespace mta
