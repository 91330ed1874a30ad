// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "mtasts/policy.h"
#include "net/contentcoding.h"
#include "net/httpresponse.h"
#include <QTest>
#include <zlib.h>

using namespace mta;
using State = HttpResponse::State;
using Outcome = Decoded::Outcome;

namespace
{

const QByteArray ok = "HTTP/1.1 200 OK\r\n";

enum class Ending { Open, Orderly, Cut };

struct Read {
    State state;
    int status;
    QByteArray body;
    QByteArray head;
    bool surplus;
    QString reason;
};

Read readIn(const QByteArray &octets, qsizetype piece, Ending ending)
{
    HttpResponse response;
    for (qsizetype at = 0; at < octets.size(); at += piece)
        response.feed(QByteArrayView(octets).sliced(at, std::min(piece, octets.size() - at)));
    if (ending != Ending::Open)
        response.end(ending == Ending::Orderly);
    return {response.state(), response.status(), response.body(), response.head(), response.hasSurplus(), response.reason()};
}

QByteArray packed(const QByteArray &plain, int windowBits)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
    QByteArray input = plain;
    QByteArray output(plain.size() + 128, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    deflate(&stream, Z_FINISH);
    output.truncate(output.size() - stream.avail_out);
    deflateEnd(&stream);
    return output;
}

QByteArray gzipped(const QByteArray &plain)
{
    return packed(plain, 15 + 16);
}

} // namespace

class TestHttpResponse : public QObject
{
    Q_OBJECT

private slots:
    void readsAnswers_data();
    void readsAnswers();
    void keepsHeadAndHeaders();
    void interimResponsesLeaveNoTrace();
    void octetsBehindTheEndAreNoticed();
    void decodesContent_data();
    void decodesContent();
};

void TestHttpResponse::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<State>("state");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &octets, State state, const QByteArray &body = {},
                        Ending ending = Ending::Open) { QTest::newRow(name) << octets << ending << state << body; };
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    const QByteArray most(maxPolicySize, 'x');

    row("a body with its length", ok + "Content-Length: 5\r\n\r\nhello", State::Done, "hello");
    row("a body without an end", ok + "\r\nhello", State::Body, "hello");
    row("a body ended by close_notify", ok + "\r\nhello", State::Done, "hello", Ending::Orderly);
    row("a body ended by a cut", ok + "\r\nhello", State::Truncated, "hello", Ending::Cut);
    row("an empty body ended by close_notify", ok + "\r\n", State::Done, "", Ending::Orderly);
    row("an empty body with its length", ok + "Content-Length: 0\r\n\r\n", State::Done);
    row("a body shorter than its length", ok + "Content-Length: 6\r\n\r\nhello", State::Truncated, "hello", Ending::Orderly);
    row("a body longer than its length", ok + "Content-Length: 4\r\n\r\nhello", State::Done, "hell");
    row("nothing", "", State::Truncated, "", Ending::Orderly);
    row("half a head", ok + "Content-Le", State::Truncated, "", Ending::Orderly);
    row("lines ended by LF alone", "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", State::Done, "hello");
    row("HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello", State::Done, "hello");
    row("no reason phrase", "HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nhello", State::Done, "hello");
    row("no space after the status", "HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello", State::Done, "hello");
    row("no content", "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", State::Done);
    row("not modified", "HTTP/1.1 304 Not Modified\r\n\r\n", State::Done);
    row("not found, with a body", "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno", State::Done, "no");

    row("HTTP/2 in words", "HTTP/2 200\r\n\r\n", State::Malformed);
    row("HTTP/2.0 in words", "HTTP/2.0 200 OK\r\n\r\n", State::Malformed);
    row("HTTP/0.9: a bare file", "version: STSv1\nmode: enforce\n", State::Malformed);
    row("another protocol", "220 mail.example.com ESMTP\r\n", State::Malformed);
    row("HTTP/2 in binary, without an end of line", QByteArray("\0\0\0\4\0\0\0\0\0", 9), State::Malformed);
    row("another protocol, unfinished", "220 mail", State::Malformed);
    row("a status line, unfinished", "HTTP/1", State::Head);
    row("status 99", "HTTP/1.1 099 No\r\n\r\n", State::Malformed);
    row("status 600", "HTTP/1.1 600 No\r\n\r\n", State::Malformed);
    row("a status of four digits", "HTTP/1.1 2000 No\r\n\r\n", State::Malformed);
    row("a status of two digits", "HTTP/1.1 20 No\r\n\r\n", State::Malformed);
    row("a control in the reason phrase", "HTTP/1.1 200 O\x01K\r\n\r\n", State::Malformed);

    row("a folded header", ok + "X: a\r\n b\r\nContent-Length: 0\r\n\r\n", State::Done);
    row("a length that is folded", ok + "Content-Length:\r\n\t0\r\n\r\n", State::Done);
    row("lengths that differ, one behind a fold", ok + "Content-Length: 0,\r\n 1\r\n\r\n", State::Malformed);
    row("a fold behind the status line", ok + " X: a\r\nContent-Length: 0\r\n\r\n", State::Malformed);
    row("a fold with a control character", ok + "X: a\r\n b\x01\r\nContent-Length: 0\r\n\r\n", State::Malformed);
    row("white space before the colon", ok + "Content-Length : 5\r\n\r\nhello", State::Malformed);
    row("a header without a colon", ok + "Content-Length 5\r\n\r\nhello", State::Malformed);
    row("a header without a name", ok + ": 5\r\n\r\nhello", State::Malformed);
    row("a name that is no token", ok + "Content(Length: 5\r\n\r\nhello", State::Malformed);
    row("a NUL in a value", ok + QByteArray("X: a\0b\r\n\r\n", 10), State::Malformed);
    row("a bare CR in a value", ok + "X: a\rb\r\n\r\n", State::Malformed);
    row("octets above ASCII in a value", ok + "X: \xc3\xa4\r\nContent-Length: 0\r\n\r\n", State::Done);
    row("white space around a value", ok + "Content-Length: \t 5 \t\r\n\r\nhello", State::Done, "hello");
    row("an empty value", ok + "X:\r\nContent-Length: 0\r\n\r\n", State::Done);

    row("the same length twice", ok + "Content-Length: 5\r\ncontent-length: 5\r\n\r\nhello", State::Done, "hello");
    row("the same length twice in one line", ok + "Content-Length: 5, 5\r\n\r\nhello", State::Done, "hello");
    row("two lengths", ok + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", State::Malformed);
    row("two lengths in one line", ok + "Content-Length: 5, 6\r\n\r\nhello", State::Malformed);
    row("a negative length", ok + "Content-Length: -5\r\n\r\nhello", State::Malformed);
    row("a length with a sign", ok + "Content-Length: +5\r\n\r\nhello", State::Malformed);
    row("a hexadecimal length", ok + "Content-Length: 0x5\r\n\r\nhello", State::Malformed);
    row("an empty length", ok + "Content-Length:\r\n\r\nhello", State::Malformed);
    row("a length beyond all bounds", ok + "Content-Length: 99999999999999999999\r\n\r\n", State::TooLarge);
    row("the largest length", ok + "Content-Length: 65536\r\n\r\n" + most, State::Done, most);
    row("one octet above the largest length", ok + "Content-Length: 65537\r\n\r\n", State::TooLarge);
    row("the largest body without a length", ok + "\r\n" + most, State::Done, most, Ending::Orderly);
    row("one octet above the largest body without a length", ok + "\r\n" + most + 'x', State::TooLarge, most);

    row("chunks", chunked + "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n", State::Done, "hello");
    row("chunks, sizes in hexadecimal", chunked + "00A\r\n0123456789\r\n0\r\n\r\n", State::Done, "0123456789");
    row("chunks with extensions", chunked + "5;a=\"b\"\r\nhello\r\n0;x\r\n\r\n", State::Done, "hello");
    row("chunks with trailers", chunked + "5\r\nhello\r\n0\r\nA: b\r\nC: d\r\n\r\n", State::Done, "hello");
    row("chunks in upper case", ok + "transfer-encoding: CHUNKED\r\n\r\n0\r\n\r\n", State::Done);
    row("chunks without the last", chunked + "5\r\nhello\r\n", State::Truncated, "hello", Ending::Orderly);
    row("chunks without the last empty line", chunked + "5\r\nhello\r\n0\r\n", State::Truncated, "hello", Ending::Orderly);
    row("a chunk's line of 1024 octets", chunked + "5;" + QByteArray(1020, 'x') + "\r\nhello\r\n0\r\n\r\n", State::Done, "hello");
    row("a chunk's line of 1025 octets", chunked + "5;" + QByteArray(1021, 'x') + "\r\nhello\r\n0\r\n\r\n", State::TooLarge);
    row("a chunk's size of 15 digits", chunked + QByteArray(14, '0') + "5\r\nhello\r\n0\r\n\r\n", State::Done, "hello");
    row("a chunk's size of 16 digits", chunked + QByteArray(15, '0') + "5\r\nhello\r\n0\r\n\r\n", State::TooLarge);
    row("a chunk longer than it says", chunked + "4\r\nhello\r\n0\r\n\r\n", State::Malformed, "hell");
    row("a chunk without a size", chunked + "\r\nhello\r\n", State::Malformed);
    row("a chunk with a negative size", chunked + "-5\r\nhello\r\n", State::Malformed);
    row("a chunk with 0x", chunked + "0x5\r\nhello\r\n", State::Malformed);
    row("a chunk size of sixteen digits", chunked + "FFFFFFFFFFFFFFFF\r\n", State::TooLarge);
    row("a chunk above the limit", chunked + "10001\r\n", State::TooLarge);
    row("chunks that add up to the limit", chunked + "8000\r\n" + most.left(0x8000) + "\r\n8000\r\n" + most.left(0x8000) + "\r\n0\r\n\r\n",
        State::Done, most);
    row("chunks that add up to more", chunked + "8000\r\n" + most.left(0x8000) + "\r\n8001\r\n" + most.left(0x8001), State::TooLarge, most);
    row("a chunk line without end", chunked + "5;" + QByteArray(2000, 'x'), State::TooLarge);
    row("trailers without end", chunked + "0\r\n" + QByteArray("A: b\r\n").repeated(4000), State::TooLarge);
    row("the longest chunk line", chunked + "5;" + QByteArray(1020, 'x') + "\r\nhello\r\n0\r\n\r\n", State::Done, "hello");
    row("a chunk line one octet too long", chunked + "5;" + QByteArray(1021, 'x') + "\r\nhello\r\n0\r\n\r\n", State::TooLarge);
    // Many chunks of one octet, a thousand octets of extension each: their last line ends where the answer may end.
    const auto wordy = [&chunked](qsizetype end) {
        const auto chunk = [](qsizetype size) -> QByteArray { return "1;" + QByteArray(size - 7, 'e') + "\r\nx\r\n"; };
        QByteArray octets = chunked;
        while (end - octets.size() > 2000)
            octets += chunk(1000);
        octets += chunk((end - octets.size()) / 2);
        return QByteArray(octets + chunk(end - octets.size() - 3) + "0\r\n\r\n");
    };
    const qsizetype chunks = wordy(maxAnswerSize).count("\r\nx\r\n");
    row("as much between the chunks as allowed", wordy(maxAnswerSize), State::Done, QByteArray(chunks, 'x'));
    row("one octet more between the chunks", wordy(maxAnswerSize + 1), State::TooLarge, QByteArray(chunks, 'x'));
    row("the largest body in chunks of one octet", chunked + QByteArray("1\r\nx\r\n").repeated(maxPolicySize) + "0\r\n\r\n", State::Done,
        most);
    const QByteArray last = chunked + "0\r\nA: ";
    const qsizetype trailer = maxHeadSize - chunked.size() - 3 - 4;
    row("the largest trailer", last + QByteArray(trailer, 'b') + "\r\n\r\n", State::Done);
    row("one octet above the largest trailer", last + QByteArray(trailer + 1, 'b') + "\r\n\r\n", State::TooLarge);
    row("chunks and a length", ok + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", State::Malformed);
    row("chunks in HTTP/1.0", "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", State::Malformed);
    row("a transfer coding nobody offered", ok + "Transfer-Encoding: gzip, chunked\r\n\r\n", State::Malformed);
    row("chunked twice", ok + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", State::Malformed);

    row("an interim response", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + ok + "Content-Length: 5\r\n\r\nhello", State::Done, "hello");
    row("switching protocols", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", State::Malformed);
    row("interim responses without end", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(1000), State::TooLarge);

    const QByteArray plainEnd = ok + "Content-Length: 0\r\n\r\n";
    const QByteArray hint = "HTTP/1.1 103 Early Hints\r\nLink: ";
    const qsizetype hints = maxHeadSize - plainEnd.size() - hint.size() - 4;
    row("the largest interim response", hint + QByteArray(hints, 'x') + "\r\n\r\n" + plainEnd, State::Done);
    row("one octet above the largest interim response", hint + QByteArray(hints + 1, 'x') + "\r\n\r\n" + plainEnd, State::TooLarge);

    row("as many headers as allowed", ok + QByteArray("A: b\r\n").repeated(maxHeaderCount - 1) + "Content-Length: 0\r\n\r\n", State::Done);
    row("one header too many", ok + QByteArray("A: b\r\n").repeated(maxHeaderCount) + "Content-Length: 0\r\n\r\n", State::TooLarge);
    const QByteArray rest = "\r\nContent-Length: 0\r\n\r\n";
    const qsizetype filling = maxHeadSize - ok.size() - 3 - rest.size();
    row("the largest head", ok + "A: " + QByteArray(filling, 'b') + rest, State::Done);
    row("one octet above the largest head", ok + "A: " + QByteArray(filling + 1, 'b') + rest, State::TooLarge);
    row("a header line without end", ok + "A: " + QByteArray(maxHeadSize, 'b'), State::TooLarge);
}

void TestHttpResponse::readsAnswers()
{
    QFETCH(QByteArray, octets);
    QFETCH(Ending, ending);
    for (const qsizetype piece : {std::max<qsizetype>(octets.size(), 1), qsizetype(1), qsizetype(7)}) {
        const Read read = readIn(octets, piece, ending);
        QTEST(read.state, "state");
        QTEST(read.body, "body");
        const bool trouble = read.state == State::Malformed || read.state == State::TooLarge || read.state == State::Truncated;
        QCOMPARE(!read.reason.isEmpty(), trouble);
    }
}

void TestHttpResponse::keepsHeadAndHeaders()
{
    HttpResponse response;
    const QByteArray head = ok + "Content-Type:  Text/Plain; charset=utf-8 \r\nX-Twice: 1\r\nx-twice: 2\r\nContent-Length: 2\r\n\r\n";
    response.feed(head + "hi");
    QCOMPARE(response.status(), 200);
    QCOMPARE(response.head(), head);
    QCOMPARE(response.headers().size(), 4);
    QCOMPARE(response.headers().at(0), (HttpHeader{"Content-Type", "Text/Plain; charset=utf-8"}));
    QCOMPARE(response.value("X-TWICE"), "1");
    QCOMPARE(response.value("missing"), QByteArray());
}

void TestHttpResponse::interimResponsesLeaveNoTrace()
{
    HttpResponse response;
    response.feed("HTTP/1.1 100 Continue\r\nX: early\r\n\r\nHTTP/1.1 301 Moved\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n");
    QCOMPARE(response.status(), 301);
    QCOMPARE(response.value("X"), QByteArray());
    QVERIFY(response.head().startsWith("HTTP/1.1 301"));
}

void TestHttpResponse::octetsBehindTheEndAreNoticed()
{
    QVERIFY(readIn(ok + "Content-Length: 2\r\n\r\nhi!", 1000, Ending::Open).surplus);
    QVERIFY(!readIn(ok + "Content-Length: 2\r\n\r\nhi", 1000, Ending::Open).surplus);
    QVERIFY(readIn("HTTP/1.1 204 No\r\n\r\nhi", 1000, Ending::Open).surplus);
}

void TestHttpResponse::decodesContent_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QByteArray>("decoded");
    const QByteArray plain = "version: STSv1\nmode: enforce\n";
    const QByteArray gzip = gzipped(plain);
    const QByteArray large(1001, 'x');
    QTest::newRow("no coding") << plain << QByteArray() << Outcome::Plain << plain;
    QTest::newRow("identity") << plain << QByteArray("identity") << Outcome::Plain << plain;
    QTest::newRow("gzip") << gzip << QByteArray("gzip") << Outcome::Unpacked << plain;
    QTest::newRow("x-gzip") << gzip << QByteArray("x-gzip") << Outcome::Unpacked << plain;
    QTest::newRow("gzip in two members") << gzip + gzip << QByteArray("gzip") << Outcome::Unpacked << plain + plain;
    QTest::newRow("deflate as zlib has it") << packed(plain, 15) << QByteArray("deflate") << Outcome::Unpacked << plain;
    QTest::newRow("deflate, raw") << packed(plain, -15) << QByteArray("deflate") << Outcome::Unpacked << plain;
    QTest::newRow("br") << plain << QByteArray("br") << Outcome::Unknown << plain;
    QTest::newRow("gzip twice") << gzip << QByteArray("gzip, gzip") << Outcome::Unknown << gzip;
    QTest::newRow("gzip that is none") << plain << QByteArray("gzip") << Outcome::Broken << plain;
    QTest::newRow("gzip, cut") << gzip.chopped(9) << QByteArray("gzip") << Outcome::Broken << gzip.chopped(9);
    QTest::newRow("gzip, empty") << QByteArray() << QByteArray("gzip") << Outcome::Broken << QByteArray();
    QTest::newRow("as large as allowed") << gzipped(large.chopped(1)) << QByteArray("gzip") << Outcome::Unpacked << large.chopped(1);
    QTest::newRow("one octet larger") << gzipped(large) << QByteArray("gzip") << Outcome::TooLarge << large.chopped(1);
    QTest::newRow("a bomb") << gzipped(QByteArray(10'000'000, 'x')) << QByteArray("gzip") << Outcome::TooLarge << large.chopped(1);
}

void TestHttpResponse::decodesContent()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, coding);
    const Decoded decoded = decodeContent(body, coding, 1000);
    QTEST(decoded.outcome, "outcome");
    QTEST(decoded.body, "decoded");
}

QTEST_GUILESS_MAIN(TestHttpResponse)
#include "tst_httpresponse.moc"
