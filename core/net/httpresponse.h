// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mtasts/policyfetch.h"

namespace mta
{

/// Reads the answer to one GET (RFC 9112): strict, bounded, in any pieces. No socket in here.
class HttpResponse
{
public:
    enum class State {
        Head,      ///< status line and headers are not complete
        Body,      ///< the body is not complete
        Done,      ///< the answer is whole
        Malformed, ///< see reason()
        TooLarge,  ///< head over maxHeadSize or maxHeaderCount, body over maxPolicySize, or all over maxAnswerSize; see reason()
        Truncated, ///< the connection ended before the answer was whole
    };

    State feed(QByteArrayView octets);
    /// The connection has ended, `orderly` with close_notify: only then may it end a body that has no length.
    State end(bool orderly);

    State state() const { return m_state; }
    bool isHeadComplete() const { return m_headComplete; } ///< of the final response
    int status() const { return m_status; }
    const QByteArray &head() const { return m_head; } ///< of the final response, as sent, as far as it came
    const QList<HttpHeader> &headers() const { return m_headers; }
    const QByteArray &body() const { return m_body; } ///< transfer coding removed, as far as it came, at most maxPolicySize
    QByteArray value(QByteArrayView name) const;      ///< of the first header of that name; empty without
    bool hasSurplus() const { return m_surplus; }     ///< octets behind the end of the answer
    QString reason() const { return m_reason; }       ///< for people

private:
    enum class Framing { None, Length, Chunked, UntilClose };
    enum class Chunk { Size, Data, DataEnd, Trailer };

    bool step();
    bool takeLine(QByteArray &line, qsizetype limit);
    bool readHeadLine();
    bool readStatusLine(const QByteArray &line);
    bool unfoldHeader(const QByteArray &line);
    bool readHeader(const QByteArray &line);
    bool endHead();
    bool chooseFraming();
    bool readContentLength(qsizetype &length, bool &found);
    bool readChunked();
    bool readChunkSize();
    bool readTrailer();
    bool takeBody(qsizetype most);
    bool stop(State state, const QString &reason);

    QByteArray m_input;
    qsizetype m_position = 0;   ///< in m_input; what is before it has been read
    qsizetype m_read = 0;       ///< octets of the answer before m_input
    qsizetype m_headOctets = 0; ///< of all heads and trailers, interim responses included
    State m_state = State::Head;
    Framing m_framing = Framing::None;
    Chunk m_chunk = Chunk::Size;
    qsizetype m_left = 0; ///< of the body or the chunk
    int m_status = 0;
    int m_minorVersion = 1;
    bool m_statusLineRead = false;
    bool m_headComplete = false;
    bool m_surplus = false;
    QByteArray m_head;
    QList<HttpHeader> m_headers;
    QByteArray m_body;
    QString m_reason;
};

} // namespace mta
