// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "smtp/dialog.h"

#include <QTest>

using mta::SmtpDialog;
using Action = SmtpDialog::Action;
using Failure = SmtpDialog::Failure;
using Stage = SmtpDialog::Stage;

Q_DECLARE_METATYPE(mta::SmtpDialog::Action)
Q_DECLARE_METATYPE(mta::SmtpDialog::Failure)
Q_DECLARE_METATYPE(mta::SmtpDialog::Stage)

namespace
{

/// What became of a conversation: everything a prober reads from the dialog.
struct Outcome {
    QByteArrayList sent;
    Action last = Action::Read;
    Failure failure = Failure::None;
    Stage stage = Stage::Greeting;
    std::optional<mta::SmtpReply> lastReply;
    std::optional<mta::Capabilities> plain;
    std::optional<mta::Capabilities> encrypted;
    QByteArray injected;

    bool operator==(const Outcome &) const = default;
};

/// Plays the server's octets: `plain`, then, once a handshake is asked for, `inTls`. The handshake always succeeds.
Outcome play(const QByteArray &plain, const QByteArray &inTls, qsizetype piece)
{
    SmtpDialog dialog("probe.example");
    Outcome outcome;
    bool tls = false;
    QByteArray rest = plain;
    Action action = Action::Read;
    for (;;) {
        if (action == Action::Send)
            outcome.sent.append(dialog.output());
        if (action == Action::Finish || action == Action::Abort)
            break;
        if (action == Action::Handshake && rest.isEmpty() && !tls) {
            tls = true;
            rest = inTls;
            action = dialog.tlsEstablished();
            continue;
        }
        if (action == Action::Send) {
            action = dialog.feed({});
            continue;
        }
        if (rest.isEmpty())
            break;
        const QByteArray now = rest.first(qMin(piece, rest.size()));
        rest.remove(0, now.size());
        action = dialog.feed(now);
    }
    if (action == Action::Finish)
        outcome.sent.append(dialog.output());
    outcome.last = action;
    outcome.failure = dialog.failure();
    outcome.stage = dialog.stage();
    outcome.lastReply = dialog.lastReply();
    outcome.plain = dialog.plain();
    outcome.encrypted = dialog.encrypted();
    outcome.injected = dialog.injected();
    return outcome;
}

} // namespace

class DialogTest : public QObject
{
    Q_OBJECT

private:
    SmtpDialog m_dialog{"probe.example"};
    Action m_action = Action::Read;

    void server(const QByteArray &octets) { m_action = m_dialog.feed(octets); }
    void expectSent(const QByteArray &command)
    {
        QCOMPARE(m_action, Action::Send);
        QCOMPARE(m_dialog.output(), command + "\r\n");
    }

private Q_SLOTS:
    void init()
    {
        m_dialog = SmtpDialog("probe.example");
        m_action = Action::Read;
    }

    void goodServerIsFollowedToTheEnd()
    {
        server("220 mx ready\r\n");
        expectSent("EHLO probe.example");
        QCOMPARE(m_dialog.greeting()->lines, QByteArrayList{"mx ready"});
        server("250-mx.example greets\r\n250-SIZE 1000\r\n250 STARTTLS\r\n");
        expectSent("STARTTLS");
        QVERIFY(m_dialog.plain()->startTls);
        QCOMPARE(m_dialog.plain()->greeting, QByteArray("mx.example greets"));
        QCOMPARE(m_dialog.plain()->keywords, (QByteArrayList{"SIZE 1000", "STARTTLS"}));
        server("220 go ahead\r\n");
        QCOMPARE(m_action, Action::Handshake);
        QCOMPARE(m_dialog.startTlsReply()->code, 220);
        m_action = m_dialog.tlsEstablished();
        expectSent("EHLO probe.example");
        QCOMPARE(m_dialog.stage(), Stage::EhloAfterTls);
        server("250-mx.example\r\n250 SIZE 1000\r\n");
        QCOMPARE(m_action, Action::Finish);
        QCOMPARE(m_dialog.output(), QByteArray("QUIT\r\n"));
        QCOMPARE(m_dialog.stage(), Stage::Done);
        QCOMPARE(m_dialog.failure(), Failure::None);
        QVERIFY(!m_dialog.encrypted()->startTls);
    }

    void startTlsIsTriedEvenWhenItIsNotOffered()
    {
        server("220 mx\r\n");
        server("250 mx.example\r\n");
        expectSent("STARTTLS");
        QVERIFY(!m_dialog.plain()->startTls);
        server("220 go\r\n");
        QCOMPARE(m_action, Action::Handshake);
    }

    void unofferedAndRefusedIsANaturalEnd()
    {
        for (const char *reply : {"502 what?\r\n", "454 no\r\n", "421 bye\r\n", "250 ok\r\n", "354 go\r\n"}) {
            init();
            server("220 mx\r\n");
            server("250-mx\r\n250 SIZE\r\n");
            server(reply);
            QCOMPARE(m_action, Action::Finish);
            QCOMPARE(m_dialog.failure(), Failure::None);
            QCOMPARE(m_dialog.stage(), Stage::Done);
            QCOMPARE(m_dialog.startTlsReply()->code, QByteArray(reply).first(3).toInt());
        }
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("inTls");
        QTest::addColumn<Failure>("failure");
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<Action>("last");
        const QByteArray hello = "220 mx\r\n";
        const QByteArray offer = hello + "250-mx\r\n250 STARTTLS\r\n";
        const QByteArray go = offer + "220 go\r\n";
        const QByteArray longest(mta::maxReplyLine - 4, 'x');
        const auto row = [](const char *name, const QByteArray &plain, const QByteArray &inTls, Failure failure, Stage stage, Action last) {
            QTest::newRow(name) << plain << inTls << failure << stage << last;
        };

        row("greeted with 421", "421 busy\r\n", {}, Failure::GreetingTemporary, Stage::Greeting, Action::Finish);
        row("greylisted with 450", "450 later\r\n", {}, Failure::GreetingTemporary, Stage::Greeting, Action::Finish);
        row("greeted with 554", "554 listed\r\n", {}, Failure::GreetingPermanent, Stage::Greeting, Action::Finish);
        row("greeted with 521", "521 no mail here\r\n", {}, Failure::GreetingPermanent, Stage::Greeting, Action::Finish);
        row("greeted with 354", "354 go\r\n", {}, Failure::Grammar, Stage::Greeting, Action::Finish);
        row("SSH", "SSH-2.0-OpenSSH_9.2\r\n", {}, Failure::NotSmtp, Stage::Greeting, Action::Abort);
        row("IMAP", "* OK ready\r\n", {}, Failure::NotSmtp, Stage::Greeting, Action::Abort);
        row("HTTP", "HTTP/1.1 400 Bad Request\r\n", {}, Failure::NotSmtp, Stage::Greeting, Action::Abort);
        row("TLS from the start", QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7), {}, Failure::NotSmtp, Stage::Greeting, Action::Abort);
        row("code without separator", "220x mx\r\n", {}, Failure::NotSmtp, Stage::Greeting, Action::Abort);
        row("a code of two digits", "22\r\n", {}, Failure::NotSmtp, Stage::Greeting, Action::Abort);
        row("a code that begins with 6", "620 mx\r\n", {}, Failure::NotSmtp, Stage::Greeting, Action::Abort);
        row("an empty line first", "\r\n220 mx\r\n", {}, Failure::NotSmtp, Stage::Greeting, Action::Abort);
        row("garbage within the greeting", "220-mx\r\nhello\r\n", {}, Failure::Grammar, Stage::Greeting, Action::Finish);
        row("EHLO answered 421", hello + "421 bye\r\n", {}, Failure::EhloTemporary, Stage::Ehlo, Action::Finish);
        row("EHLO answered 450", hello + "450 later\r\n", {}, Failure::EhloTemporary, Stage::Ehlo, Action::Finish);
        row("EHLO answered 500", hello + "500 what?\r\n", {}, Failure::EhloUnknown, Stage::Ehlo, Action::Finish);
        row("EHLO answered 502", hello + "502 what?\r\n", {}, Failure::EhloUnknown, Stage::Ehlo, Action::Finish);
        row("EHLO answered 504", hello + "504 what?\r\n", {}, Failure::EhloUnknown, Stage::Ehlo, Action::Finish);
        row("EHLO answered 501", hello + "501 bad name\r\n", {}, Failure::EhloRefused, Stage::Ehlo, Action::Finish);
        row("EHLO answered 550", hello + "550 go away\r\n", {}, Failure::EhloRefused, Stage::Ehlo, Action::Finish);
        row("EHLO answered 354", hello + "354 go\r\n", {}, Failure::Grammar, Stage::Ehlo, Action::Finish);
        row("EHLO answered with text", hello + "hello there\r\n", {}, Failure::Grammar, Stage::Ehlo, Action::Finish);
        row("codes differ within a reply", hello + "250-mx\r\n220 STARTTLS\r\n", {}, Failure::Grammar, Stage::Ehlo, Action::Finish);
        row("STARTTLS answered 421", offer + "421 bye\r\n", {}, Failure::StartTlsTemporary, Stage::StartTls, Action::Finish);
        row("STARTTLS answered 454", offer + "454 TLS not available\r\n", {}, Failure::StartTlsTemporary, Stage::StartTls, Action::Finish);
        row("STARTTLS answered 554", offer + "554 no\r\n", {}, Failure::StartTlsRefused, Stage::StartTls, Action::Finish);
        row("STARTTLS answered 501", offer + "501 syntax\r\n", {}, Failure::StartTlsRefused, Stage::StartTls, Action::Finish);
        row("STARTTLS answered 354", offer + "354 go\r\n", {}, Failure::Grammar, Stage::StartTls, Action::Finish);
        row("a reply injected", go + "250 injected\r\n", {}, Failure::Injection, Stage::Handshake, Action::Abort);
        row("one octet injected", go + "\n", {}, Failure::Injection, Stage::Handshake, Action::Abort);
        row("second EHLO answered 550", go, "550 no\r\n", Failure::EhloAfterTlsFailed, Stage::EhloAfterTls, Action::Finish);
        row("second EHLO answered 421", go, "421 bye\r\n", Failure::EhloAfterTlsFailed, Stage::EhloAfterTls, Action::Finish);
        row("second EHLO answered with text", go, "ok\r\n", Failure::Grammar, Stage::EhloAfterTls, Action::Finish);
        row("a line one octet too long", "220 " + longest + "x\r\n", {}, Failure::Limit, Stage::Greeting, Action::Abort);
        row("a line that never ends", "220 " + QByteArray(100000, 'x'), {}, Failure::Limit, Stage::Greeting, Action::Abort);
        row("one line too many", QByteArray("220-mx\r\n").repeated(mta::maxReplyLines) + "220 mx\r\n", {}, Failure::Limit, Stage::Greeting,
            Action::Abort);
        row("a reply that never ends", QByteArray("220-mx\r\n").repeated(5000), {}, Failure::Limit, Stage::Greeting, Action::Abort);
        row("the longest line", "220 " + longest + "\r\n", {}, Failure::None, Stage::Ehlo, Action::Read);
        row("as many lines as may be", QByteArray("220-mx\r\n").repeated(mta::maxReplyLines - 1) + "220 mx\r\n", {}, Failure::None,
            Stage::Ehlo, Action::Read);
        const QByteArray wordy = ("220-" + QByteArray(506, 'x') + "\r\n").repeated(mta::maxReplyLines - 1); // 512 octets each
        row("as much talk as may be", wordy + "220 " + QByteArray(506, 'x') + "\r\n", {}, Failure::None, Stage::Ehlo, Action::Read);
        row("one octet too much talk", wordy + "220 " + QByteArray(507, 'x') + "\r\n", {}, Failure::Limit, Stage::Greeting, Action::Abort);
        row("too much talk in several replies",
            hello + QByteArray(wordy).replace("220-", "250-") + "250 STARTTLS\r\n220 go" + QByteArray(506, 'x') + "\r\n", {},
            Failure::Limit, Stage::StartTls, Action::Abort);
        row("silence after the greeting", hello, {}, Failure::None, Stage::Ehlo, Action::Read);
    }

    void failures()
    {
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, inTls);
        QFETCH(Failure, failure);
        QFETCH(Stage, stage);
        QFETCH(Action, last);
        const Outcome outcome = play(plain, inTls, plain.size() + inTls.size());
        QCOMPARE(outcome.failure, failure);
        QCOMPARE(outcome.stage, stage);
        QCOMPARE(outcome.last, last);
        QCOMPARE(outcome.sent.contains("QUIT\r\n"), last == Action::Finish);
    }

    void tolerated_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("inTls");
        QTest::newRow("bare LF") << QByteArray("220 mx\n250-mx\n250 STARTTLS\n220 go\n") << QByteArray("250 mx\n");
        QTest::newRow("CR CR LF") << QByteArray("220 mx\r\r\n250-mx\r\r\n250 STARTTLS\r\r\n220 go\r\r\n") << QByteArray("250 mx\r\r\n");
        QTest::newRow("greeting of several lines")
            << QByteArray("220-no\r\n220-spam\r\n220 mx\r\n250-mx\r\n250 STARTTLS\r\n220 go\r\n") << QByteArray("250 mx\r\n");
        QTest::newRow("codes alone") << QByteArray("220\r\n250-\r\n250 STARTTLS\r\n220\r\n") << QByteArray("250\r\n");
        QTest::newRow("lower case") << QByteArray("220 mx\r\n250-mx\r\n250 starttls\r\n220 go\r\n") << QByteArray("250 mx\r\n");
        QTest::newRow("octets outside ASCII") << QByteArray("220 m\xfc\xff\0\x01 x\r\n250-\x80\r\n250 STARTTLS\r\n220 \xe2\x82\r\n", 42)
                                              << QByteArray("250 \xff\r\n");
    }

    void tolerated()
    {
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, inTls);
        const Outcome outcome = play(plain, inTls, 4096);
        QCOMPARE(outcome.failure, Failure::None);
        QCOMPARE(outcome.stage, Stage::Done);
        QCOMPARE(outcome.sent, (QByteArrayList{"EHLO probe.example\r\n", "STARTTLS\r\n", "EHLO probe.example\r\n", "QUIT\r\n"}));
        QVERIFY(outcome.plain->startTls);
        QVERIFY(outcome.encrypted.has_value());
    }

    void piecesMakeNoDifference_data() { failures_data(); }
    void piecesMakeNoDifference()
    {
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, inTls);
        Outcome atOnce = play(plain, inTls, plain.size() + inTls.size());
        for (const qsizetype piece : {1, 2, 3, 7}) {
            Outcome inPieces = play(plain, inTls, piece);
            // Injected octets are those that were there when the connection was dropped: of them the first are the same.
            QVERIFY(atOnce.injected.startsWith(inPieces.injected));
            QCOMPARE(inPieces.injected.isEmpty(), atOnce.injected.isEmpty());
            inPieces.injected = atOnce.injected;
            QVERIFY(inPieces == atOnce);
        }
    }

    void earlyRepliesWaitForTheirCommand()
    {
        server("220 mx\r\n250-mx\r\n250 STARTTLS\r\n");
        expectSent("EHLO probe.example");
        server({});
        expectSent("STARTTLS");
        server({});
        QCOMPARE(m_action, Action::Read);
    }

    void injectedOctetsAreKeptUpToALimit()
    {
        const QByteArray flood(5000, 'x');
        server("220 mx\r\n");
        server("250-mx\r\n250 STARTTLS\r\n");
        server("220 go\r\n" + flood);
        QCOMPARE(m_action, Action::Abort);
        QCOMPARE(m_dialog.injected(), flood.first(mta::maxInjected));
        QVERIFY(m_dialog.output().isEmpty());
    }

    void octetsFedBeforeTheHandshakeAreInjected()
    {
        server("220 mx\r\n");
        server("250-mx\r\n250 STARTTLS\r\n");
        server("220 go\r\n");
        server({});
        QCOMPARE(m_action, Action::Handshake);
        server("250 late\r\n");
        QCOMPARE(m_action, Action::Abort);
        QCOMPARE(m_dialog.failure(), Failure::Injection);
        QCOMPARE(m_dialog.injected(), QByteArray("250 late\r\n"));
    }

    void nothingIsReadAfterTheEnd()
    {
        server("554 no\r\n");
        server("220 mx\r\n");
        QCOMPARE(m_action, Action::Finish);
        QCOMPARE(m_dialog.failure(), Failure::GreetingPermanent);
        QCOMPARE(m_dialog.lastReply()->code, 554);
    }

    void startTlsKeyword_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("offered");
        QTest::newRow("plain") << QByteArray("STARTTLS") << true;
        QTest::newRow("mixed case") << QByteArray("StartTLS") << true;
        QTest::newRow("blanks around") << QByteArray(" STARTTLS ") << true;
        QTest::newRow("with a parameter") << QByteArray("STARTTLS required") << true;
        QTest::newRow("blotted out on the way") << QByteArray("XXXXXXXA") << false;
        QTest::newRow("part of a word") << QByteArray("STARTTLSX") << false;
        QTest::newRow("as a parameter") << QByteArray("AUTH STARTTLS") << false;
        QTest::newRow("empty") << QByteArray() << false;
    }

    void startTlsKeyword()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, offered);
        QCOMPARE(mta::parseCapabilities({250, {"mx", line}}).startTls, offered);
    }

    void greetingLineOffersNothing()
    {
        QVERIFY(!mta::parseCapabilities({250, {"STARTTLS"}}).startTls);
        QCOMPARE(mta::parseCapabilities({250, {}}), mta::Capabilities{});
    }
};

QTEST_APPLESS_MAIN(DialogTest)
#include "tst_dialog.moc"
