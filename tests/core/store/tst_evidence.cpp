// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "store/evidence.h"

#include "fakes/factsbuilder.h"
#include "store/factsmembers.h"

#include <QJsonDocument>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace mta;
using namespace Qt::StringLiterals;

/// Converts to everything, in unevaluated code only; not in the nameless namespace, where clang wants a definition.
struct Anything {
    template<class T>
    operator T() const;
};

namespace
{

/// A real certificate: CN=mx1.good.example, P-256, valid ten years.
const QByteArray realDer =
    QByteArray::fromBase64("MIIB6jCCAY+gAwIBAgIUQVEPNcVEo/Uic9PlrwxFtPlOGf0wCgYIKoZIzj0EAwIwMTEZMBcGA1UEAwwQbXgxLmdvb2QuZXhhbXBs"
                           "ZTEUMBIGA1UECgwLRXhhbXBsZSBMdGQwHhcNMjYxMTIzMTc0MjQyWhcNMzYxMTIwMTc0MjQyWjAxMRkwFwYDVQQDDBBteDEuZ29v"
                           "ZC5leGFtcGxlMRQwEgYDVQQKDAtFeGFtcGxlIEx0ZDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGwk286EDA0bXErKalH1Zb/5"
                           "kW1WCOedY1jy54fIzf5N+FskUW8UlZPftjYivRINfXlE4OnqGaZRssmbReFHBVSjgYQwgYEwHQYDVR0OBBYEFCyJ5FWWiZg4uUAd"
                           "omuJKdo4w179MB8GA1UdIwQYMBaAFCyJ5FWWiZg4uUAdomuJKdo4w179MA8GA1UdEwEB/wQFMAMBAf8wLgYDVR0RBCcwJYIQbXgx"
                           "Lmdvb2QuZXhhbXBsZYIRKi5teC5nb29kLmV4YW1wbGUwCgYIKoZIzj0EAwIDSQAwRgIhAKUY83S/PnJeXXbsu45tgieQi/Z3HG9Q"
                           "YawnVn6sgdSyAiEA9fEyT/pB4YGNR8MyWhuDDOM80PfcrlMK5gKbzp/zqRg=");

/// Counts what `members` names, the readable siblings left out.
struct Counter {
    static constexpr bool writing = true;
    int count = 0;

    template<class T>
    void member(const char *, const T &)
    {
        ++count;
    }
    template<class... T>
    void octets(const char *, const T &...)
    {
        ++count;
    }
    template<class... T>
    void text(const char *, const T &...)
    {
        ++count;
    }
    template<class... T>
    void list(const char *, const T &...)
    {
        ++count;
    }
    void readable(const QByteArray &, const QJsonValue &) {}
};

/// How many members an aggregate has: as many as can be initialised.
template<class T, class... Known>
constexpr int memberCount()
{
    if constexpr (requires { T{Known{}..., Anything{}}; })
        return memberCount<T, Known..., Anything>();
    else
        return sizeof...(Known);
}

template<class T>
void compareMembers(const char *type)
{
    Counter counter;
    const T value{};
    members(counter, value);
    QVERIFY2(counter.count == memberCount<T>(), type);
}

template<class Enum>
QStringList words()
{
    QStringList result;
    for (int i = 0; i < 256; ++i) {
        if (const char *text = word(static_cast<Enum>(i)))
            result.append(QLatin1String(text));
    }
    return result;
}

Lookup fullLookup()
{
    Lookup lookup;
    lookup.question = {u"_mta-sts.good.example"_qs, RecordType::Txt};
    lookup.status = AnswerStatus::NoError;
    lookup.security = Security::Bogus;
    lookup.bogusReason = u"signature expired"_qs;
    lookup.detail = u"6 DNSSEC Bogus: \u0000 \u202e <b>"_qs;
    lookup.message = QByteArray::fromHex("00ff80deadbeef");
    lookup.elapsed = std::chrono::milliseconds(42);
    return lookup;
}

TlsSession fullSession()
{
    TlsSession session;
    session.attempted = true;
    session.established = true;
    session.failure = u"alert 40"_qs;
    session.timedOut = true;
    session.reset = true;
    session.version = TlsVersion::Tls12;
    session.cipher = u"TLS_AES_256_GCM_SHA384"_qs;
    session.group = u"X25519"_qs;
    session.signature = u"ecdsa_secp256r1_sha256"_qs;
    session.chain = {parseCertificate(realDer), parseCertificate("no certificate")};
    session.verdict = {Trust::IncompleteChain, {parseCertificate(realDer)}, u"unable to get issuer"_qs};
    session.ocspResponse = QByteArray("\x30\x00", 2);
    session.elapsed = std::chrono::milliseconds(7);
    return session;
}

PolicyFetch fullFetch()
{
    PolicyFetch fetch = goodFetch(u"mta-sts.good.example"_qs, u"2001:db8::1"_qs, QByteArray("version: STSv1\n\0\xff\x1b[31m", 22));
    fetch.end = FetchEnd::Truncated;
    fetch.stage = FetchStage::Body;
    fetch.detail = u"cut"_qs;
    fetch.tls = fullSession();
    fetch.redirectTo = "http://elsewhere.example/";
    fetch.contentEncoding = "br";
    fetch.decoded = false;
    fetch.closeNotify = false;
    return fetch;
}

MxProbe fullProbe()
{
    MxProbe probe = goodProbe(u"mx1.good.example"_qs, u"192.0.2.1"_qs);
    probe.end = ProbeEnd::Reset;
    probe.failure = SmtpDialog::Failure::EhloAfterTlsFailed;
    probe.detail = u"cut"_qs;
    probe.reply = SmtpReply{554, {"no", "", "\xff"}};
    probe.injected = "250 injected";
    probe.tls = fullSession();
    probe.transcript = {{TranscriptLine::From::Server, std::chrono::milliseconds(1), "220 mx1 \xfc"},
                        {TranscriptLine::From::Client, std::chrono::milliseconds(2), "EHLO probe.example"},
                        {TranscriptLine::From::Note, std::chrono::milliseconds(3), "TLS"}};
    return probe;
}

/// Every member differs from its default, so that one that is not saved is missed.
DomainFacts fullFacts()
{
    DomainFacts facts = goodFacts();
    facts.domain = {u"xn--bcher-kva.example"_qs, u"bücher.example"_qs};
    facts.observedAt = QDateTime(QDate(2026, 6, 15), QTime(12, 0, 1, 234), Qt::UTC);
    facts.cancelled = true;
    facts.conditions = {
        u"1.2.3"_qs, u"recursive"_qs, true, u"roots.pem"_qs, u"socks5://127.0.0.1:1080"_qs, "probe.example", 2525, 8443, 5353, false, false,
        true,        Depth::Deep,     30};
    facts.sts = fullLookup();
    facts.fetches.append(fullFetch());
    facts.mxHosts[0].probes.append(fullProbe());
    facts.mxHosts[0].tlsa = {fullLookup()};
    facts.mxHosts[0].extraProbes = {{{TlsOffer::Key::Rsa, TlsVersion::Tls11, TlsVersion::Tls12}, fullProbe()}};
    facts.domainAddresses = {fullLookup(), fullLookup()};
    for (Lookup *lookup : {&facts.apexTxt, &facts.policyHostTxt, &facts.underscoreTxt, &facts.tlsRptMisplaced})
        *lookup = fullLookup();
    facts.authorities.cut = fullLookup();
    facts.authorities.ns = fullLookup();
    facts.authorities.servers = {{u"ns1.good.example"_qs,
                                  {fullLookup(), fullLookup()},
                                  {{QHostAddress(u"192.0.2.9"_qs), u"guard"_qs, fullLookup(), fullLookup(), fullLookup(), fullLookup()}}}};
    facts.parentSts = fullLookup();
    facts.subdomains = {{u"news.good.example"_qs, fullLookup(), fullLookup(), fullLookup()}};
    facts.history = {{facts.observedAt.addDays(-9), facts.observedAt.addDays(-1), "v=STSv1; id=1; \xff", QByteArray("version\0", 8)},
                     {facts.observedAt.addDays(-1), facts.observedAt.addDays(-1), {}, {}}};
    facts.witness = {
        true, true, true, u"CN=Proxy"_qs, facts.observedAt.addDays(-3), facts.observedAt.addDays(10), facts.observedAt.addYears(-1)};
    return facts;
}

/// The saved form with one value changed, which stands at `place`.
QByteArray changed(const DomainFacts &facts, const QStringList &place, const QJsonValue &value)
{
    QJsonObject document = QJsonDocument::fromJson(toEvidence({facts})).object();
    auto change = [&](auto &self, const QJsonValue &at, qsizetype depth) -> QJsonValue {
        if (depth == place.size())
            return value;
        if (at.isArray()) {
            QJsonArray array = at.toArray();
            array[place[depth].toInt()] = self(self, array.at(place[depth].toInt()), depth + 1);
            return array;
        }
        QJsonObject object = at.toObject();
        object[place[depth]] = self(self, object.value(place[depth]), depth + 1);
        return object;
    };
    return QJsonDocument(change(change, document, 0).toObject()).toJson();
}

QJsonObject parsed(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

class TestEvidence : public QObject
{
    Q_OBJECT

private slots:
    void pipesAndDevicesAreWrittenToNotReplaced()
    {
        QTemporaryDir folder;
        const QByteArray path = folder.filePath(u"pipe"_s).toLocal8Bit();
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        const int reader = ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(reader >= 0);
        QVERIFY(::fcntl(reader, F_SETPIPE_SZ, 1 << 20) > 0);
        QVERIFY(bool(saveEvidence(QString::fromLocal8Bit(path), {goodFacts()})));
        QByteArray written(1 << 20, Qt::Uninitialized);
        const ssize_t count = ::read(reader, written.data(), static_cast<size_t>(written.size()));
        ::close(reader);
        QVERIFY(count > 0);
        QVERIFY(bool(fromEvidence(written.first(count))));
        struct stat status = {};
        QCOMPARE(::stat(path.constData(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
        QVERIFY(!saveEvidence(u"/dev/full"_s, {goodFacts()}));
    }

    void everyMemberOfEveryStructIsSaved()
    {
        compareMembers<Question>("Question");
        compareMembers<Lookup>("Lookup");
        compareMembers<ChainVerdict>("ChainVerdict");
        compareMembers<TlsSession>("TlsSession");
        compareMembers<HttpHeader>("HttpHeader");
        compareMembers<PolicyFetch>("PolicyFetch");
        compareMembers<SmtpReply>("SmtpReply");
        compareMembers<Capabilities>("Capabilities");
        compareMembers<TranscriptLine>("TranscriptLine");
        compareMembers<MxProbe>("MxProbe");
        compareMembers<Conditions>("Conditions");
        compareMembers<HostAddresses>("HostAddresses");
        compareMembers<TlsOffer>("TlsOffer");
        compareMembers<ExtraProbe>("ExtraProbe");
        compareMembers<MxHost>("MxHost");
        compareMembers<ReportDestination>("ReportDestination");
        compareMembers<ServerAnswers>("ServerAnswers");
        compareMembers<AuthoritativeServer>("AuthoritativeServer");
        compareMembers<Authorities>("Authorities");
        compareMembers<Subdomain>("Subdomain");
        compareMembers<Witness>("Witness");
        compareMembers<Sighting>("Sighting");
        compareMembers<DomainFacts>("DomainFacts");
    }

    void factsComeBackAsTheyWere_data()
    {
        QTest::addColumn<QList<DomainFacts>>("facts");
        DomainFacts bare;
        bare.domain = {u"a.example"_qs, u"a.example"_qs};
        bare.observedAt = observedThen();
        QTest::newRow("a good domain") << QList{goodFacts()};
        QTest::newRow("a domain without MTA-STS") << QList{factsWithoutSts()};
        QTest::newRow("nothing was asked") << QList{bare};
        QTest::newRow("every member set") << QList{fullFacts()};
        QTest::newRow("several domains") << QList{goodFacts(), fullFacts(), bare};
        QTest::newRow("no domain") << QList<DomainFacts>();
    }
    void factsComeBackAsTheyWere()
    {
        QFETCH(QList<DomainFacts>, facts);
        const QByteArray saved = toEvidence(facts);
        const auto loaded = fromEvidence(saved);
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().text));
        QCOMPARE(loaded->size(), facts.size());
        QVERIFY(*loaded == facts);
        if (!facts.isEmpty()) // a difference would be seen
            QVERIFY(!(*loaded == facts.mid(1)));
        // What is made visible of a made-up certificate cannot come back; everything else is the same to the octet.
        QCOMPARE(toEvidence(*fromEvidence(toEvidence(*loaded))), toEvidence(*loaded));
    }

    void timesKeepTheirMilliseconds()
    {
        const auto loaded = fromEvidence(toEvidence({fullFacts()}));
        QCOMPARE(loaded->first().observedAt.time().msec(), 234);
        QCOMPARE(loaded->first().observedAt.timeSpec(), Qt::UTC);
        QVERIFY(toEvidence({fullFacts()}).contains("\"observedAt\": \"2026-06-15T12:00:01.234Z\""));
    }

    void typedValuesAreReadAgainFromTheRawOnes()
    {
        DomainFacts facts = goodFacts();
        facts.mxHosts[0].probes[0].tls.chain = {parseCertificate(realDer)};
        const QStringList leaf{u"domains"_qs, u"0"_qs, u"mxHosts"_qs, u"0"_qs, u"probes"_qs, u"0"_qs, u"tls"_qs, u"chain"_qs, u"0"_qs};
        const auto lied = fromEvidence(changed(facts, leaf + QStringList{u"subject"_qs}, u"CN=somebody else"_qs));
        const Certificate certificate = lied->first().mxHosts[0].probes[0].tls.chain[0];
        QVERIFY(certificate.valid);
        QVERIFY(certificate.subject.contains(u"CN=mx1.good.example"_qs));
        QCOMPARE(certificate.dnsNames, (QStringList{u"mx1.good.example"_qs, u"*.mx.good.example"_qs}));

        const auto disguised = fromEvidence(changed(facts, {u"domains"_qs, u"0"_qs, u"domain"_qs, u"unicode"_qs}, u"bank.example"_qs));
        QCOMPARE(disguised->first().domain.unicode, u"good.example"_qs);
        QVERIFY(*fromEvidence(changed(facts, {u"domains"_qs, u"0"_qs, u"sts"_qs, u"records"_qs}, u"nonsense"_qs)) == QList{facts});
    }

    void readableFormsStandBesideTheOctets()
    {
        const QJsonObject fetch = parsed(evidenceAt(goodFacts(), u"/fetches/0"_qs));
        QCOMPARE(QByteArray::fromBase64(fetch.value(u"body"_qs).toString().toLatin1()), goodFacts().fetches[0].body);
        QVERIFY(fetch.value(u"bodyText"_qs).toString().startsWith(u"version: STSv1\nmode: enforce\n"_qs));
        const QJsonObject record = parsed(evidenceAt(goodFacts(), u"/sts"_qs)).value(u"records"_qs).toArray().at(0).toObject();
        QCOMPARE(record.value(u"owner"_qs).toString(), u"_mta-sts.good.example"_qs);
        QCOMPARE(record.value(u"type"_qs).toString(), u"TXT"_qs);
        QVERIFY(record.value(u"value"_qs).toString().contains(u"v=STSv1"_qs));
    }

    void wordsAreStableKebabCaseAndUnique()
    {
        const QList<QStringList> all{words<AnswerStatus>(),
                                     words<Security>(),
                                     words<TlsVersion>(),
                                     words<TlsOffer::Key>(),
                                     words<Trust>(),
                                     words<FetchEnd>(),
                                     words<FetchStage>(),
                                     words<ProbeEnd>(),
                                     words<SmtpDialog::Stage>(),
                                     words<SmtpDialog::Failure>(),
                                     words<TranscriptLine::From>(),
                                     words<Depth>(),
                                     words<RecordType>()};
        static const QRegularExpression kebab(u"^([a-z]+([-][a-z0-9.]+)*|[A-Z]+)$"_qs);
        for (const QStringList &list : all) {
            QVERIFY(list.size() > 2);
            QCOMPARE(QSet<QString>(list.cbegin(), list.cend()).size(), list.size());
            for (const QString &text : list)
                QVERIFY2(kebab.match(text).hasMatch(), qPrintable(text));
        }
        QCOMPARE(words<Depth>(), (QStringList{u"quick"_qs, u"standard"_qs, u"deep"_qs}));
    }

    void unusableFilesAreRefusedInOneSentence_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("says");
        const auto invalid = ErrorCode::InvalidInput;
        const QByteArray head = R"({"format": "mta-sts-studio-evidence", "version": )";
        const QByteArray whole = toEvidence({goodFacts()});
        auto at = [](const QStringList &place, const QJsonValue &value) {
            return changed(goodFacts(), QStringList{u"domains"_qs, u"0"_qs} + place, value);
        };
        QTest::newRow("empty") << QByteArray() << invalid << u"not a saved audit"_qs;
        QTest::newRow("text") << QByteArray("hello") << invalid << u"not a saved audit"_qs;
        QTest::newRow("array") << QByteArray("[]") << invalid << u"not a saved audit"_qs;
        QTest::newRow("a byte order mark in front") << "\xef\xbb\xbf" + whole << invalid << u"not a saved audit"_s;
        QTest::newRow("UTF-16") << QByteArray(QStringEncoder(QStringEncoder::Utf16).encode(QString::fromUtf8(whole))) << invalid
                                << u"stops being JSON"_s;
        QTest::newRow("zeros") << QByteArray(4096, '\0') << invalid << u"not a saved audit"_s;
        QTest::newRow("a zero between two members")
            << QByteArray(whole).replace(whole.indexOf(','), 1, QByteArray(1, '\0')) << invalid << u"stops being JSON"_s;
        QTest::newRow("cut") << whole.left(whole.size() / 2) << invalid << u"stops being JSON"_qs;
        QTest::newRow("foreign JSON") << QByteArray(R"({"report-id": 1})") << invalid << u"not a saved audit"_qs;
        QTest::newRow("no version") << QByteArray(R"({"format": "mta-sts-studio-evidence", "domains": []})") << invalid
                                    << u"not a saved"_qs;
        QTest::newRow("no domains") << head + "1}" << invalid << u"not a saved audit"_qs;
        QTest::newRow("version zero") << head + "0, \"domains\": []}" << invalid << u"not a saved audit"_qs;
        QTest::newRow("too new") << head + "2, \"domains\": []}" << ErrorCode::Unsupported << u"newer version"_qs;
        QTest::newRow("far too new") << head + "1e300, \"domains\": []}" << ErrorCode::Unsupported << u"newer version"_qs;
        QTest::newRow("nested") << head + "1, \"domains\": " + QByteArray(5000, '[') + QByteArray(5000, ']') + "}" << invalid
                                << u"nested"_qs;
        QTest::newRow("domains no array") << head + "1, \"domains\": 3}" << invalid << u"/domains holds"_qs;
        QTest::newRow("domain no object") << head + "1, \"domains\": [null]}" << invalid << u"/domains/0 holds"_qs;
        QTest::newRow("domain empty") << head + "1, \"domains\": [{}]}" << invalid << u"/domains/0/domain "_qs;
        QTest::newRow("no time") << head + "1, \"domains\": [{\"domain\": {\"ascii\": \"a.example\"}}]}" << invalid
                                 << u"/domains/0/observedAt"_qs;
        QTest::newRow("local time") << at({u"observedAt"_qs}, u"2026-06-15T12:00:00"_qs) << invalid << u"/domains/0/observedAt"_qs;
        QTest::newRow("no such day") << at({u"observedAt"_qs}, u"2026-02-30T12:00:00Z"_qs) << invalid << u"/domains/0/observedAt"_qs;
        QTest::newRow("path for a domain") << at({u"domain"_qs, u"ascii"_qs}, u"../../etc"_qs) << invalid << u"/domains/0/domain/ascii"_qs;
        QTest::newRow("upper case domain") << at({u"domain"_qs, u"ascii"_qs}, u"Good.example"_qs) << invalid << u"/domain/ascii"_qs;
        QTest::newRow("string for a number") << at({u"elapsed"_qs}, u"4"_qs) << invalid << u"/domains/0/elapsed holds"_qs;
        QTest::newRow("fraction of a millisecond") << at({u"elapsed"_qs}, 0.5) << invalid << u"/domains/0/elapsed"_qs;
        QTest::newRow("negative duration") << at({u"elapsed"_qs}, -1) << invalid << u"/domains/0/elapsed"_qs;
        QTest::newRow("endless duration") << at({u"elapsed"_qs}, 1e300) << invalid << u"/domains/0/elapsed"_qs;
        QTest::newRow("number for a truth") << at({u"cancelled"_qs}, 1) << invalid << u"/domains/0/cancelled"_qs;
        QTest::newRow("port 65536") << at({u"conditions"_qs, u"smtpPort"_qs}, 65536) << invalid << u"/domains/0/conditions/smtpPort"_qs;
        QTest::newRow("port -1") << at({u"conditions"_qs, u"smtpPort"_qs}, -1) << invalid << u"/domains/0/conditions/smtpPort"_qs;
        QTest::newRow("unknown word") << at({u"sts"_qs, u"status"_qs}, u"splendid"_qs) << invalid << u"/domains/0/sts/status"_qs;
        QTest::newRow("no base64") << at({u"sts"_qs, u"message"_qs}, u"!!!!"_qs) << invalid << u"/domains/0/sts/message"_qs;
        QTest::newRow("message of 65536 octets") << at({u"sts"_qs, u"message"_qs}, QString::fromLatin1(QByteArray(65536, 'x').toBase64()))
                                                 << invalid << u"/domains/0/sts/message"_qs;
        QTest::newRow("half a surrogate pair") << QByteArray(whole).replace("\"192.0.2.53:53\"", "\"\\ud800\"") << invalid
                                               << u"/domains/0/conditions/resolver"_qs;
        QTest::newRow("endless string") << at({u"sts"_qs, u"detail"_qs}, QString(70000, u'x')) << invalid << u"/domains/0/sts/detail"_qs;
        QTest::newRow("an old spelling of an address")
            << at({u"fetches"_qs, u"0"_qs, u"address"_qs}, u"127.1"_qs) << invalid << u"/domains/0/fetches/0/address"_qs;
        QJsonArray many;
        for (int i = 0; i <= maxTranscriptLines; ++i)
            many.append(QJsonObject());
        QTest::newRow("a line too many") << at({u"mxHosts"_qs, u"0"_qs, u"probes"_qs, u"0"_qs, u"transcript"_qs}, many) << invalid
                                         << u"/domains/0/mxHosts/0/probes/0/transcript"_qs;
        QJsonArray endless;
        for (int i = 0; i <= maxEvidenceDomains; ++i)
            endless.append(QJsonObject());
        QTest::newRow("the version twice") << head + "1, \"version\": 1, \"domains\": []}" << invalid << u"it says /version twice"_s;
        QTest::newRow("a fact twice") << QByteArray(whole).replace("\"cancelled\"", "\"cancelled\": true, \"cancelled\"") << invalid
                                      << u"it says /domains/0/cancelled twice"_s;
        QTest::newRow("a fact twice, once with an escape")
            << QByteArray(whole).replace("\"cancelled\"", "\"\\u0063ancelled\": true, \"cancelled\"") << invalid
            << u"it says /domains/0/cancelled twice"_s;
        QTest::newRow("what no version knows, twice")
            << QByteArray(whole).replace("\"cancelled\"", "\"x\\u001b[2J\": 1, \"x\\u001b[2J\": 1, \"cancelled\"") << invalid
            << u"it says /domains/0/x\\x1b[2J twice"_s;
        QTest::newRow("a domain too many") << head + "1, \"domains\": " + QJsonDocument(endless).toJson() + "}" << invalid
                                           << u"/domains holds"_qs;
    }
    void unusableFilesAreRefusedInOneSentence()
    {
        QFETCH(QByteArray, file);
        QFETCH(ErrorCode, code);
        QFETCH(QString, says);
        const auto loaded = fromEvidence(file);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, code);
        QVERIFY2(loaded.error().text.contains(says), qPrintable(loaded.error().text));
        QVERIFY(!loaded.error().text.contains(u'\n') && loaded.error().text.endsWith(u'.'));
        QVERIFY(!loaded.error().text.contains(u"%1"_qs));
    }

    void boundariesAreStillRead()
    {
        DomainFacts facts = goodFacts();
        facts.sts.message = QByteArray(65535, 'x');
        facts.fetches[0].body = QByteArray(maxPolicySize, 'x');
        facts.mxHosts[0].probes[0].transcript = QList<TranscriptLine>(maxTranscriptLines);
        facts.conditions.smtpPort = 65535;
        const auto loaded = fromEvidence(toEvidence({facts}));
        QVERIFY(loaded && *loaded == QList{facts});
    }

    void limitsOfMembers_data()
    {
        QTest::addColumn<DomainFacts>("facts");
        QTest::addColumn<QString>("place"); // null: it is read as it was
        const auto row = [](const char *what, const char *place, auto most, const auto &change) {
            const auto size = static_cast<qsizetype>(most);
            for (const bool over : {false, true}) {
                DomainFacts facts = goodFacts();
                change(facts, over ? size + 1 : size);
                QTest::addRow("%s: %s", what, over ? "one more than may be" : "as much as may be")
                    << facts << (over ? u"/domains/0/"_s + QLatin1String(place) : QString());
            }
        };
        row("characters", "sts/detail", 64 * 1024, [](DomainFacts &f, qsizetype n) { f.sts.detail = QString(n, u'x'); });
        row("octets of a message", "sts/message", maxDnsMessage, [](DomainFacts &f, qsizetype n) { f.sts.message = QByteArray(n, 'x'); });
        row("octets of a line", "mxHosts/0/probes/0/startTlsReply/lines/0", 64 * 1024, [](DomainFacts &f, qsizetype n) {
            f.mxHosts[0].probes[0].startTlsReply = SmtpReply{220, {QByteArray(n, 'x')}};
        });
        row("lines of a reply", "mxHosts/0/probes/0/startTlsReply/lines", maxReplyLines, [](DomainFacts &f, qsizetype n) {
            f.mxHosts[0].probes[0].startTlsReply = SmtpReply{220, QByteArrayList(n, "x")};
        });
        row("milliseconds", "elapsed", 366LL * 24 * 3600 * 1000,
            [](DomainFacts &f, qsizetype n) { f.elapsed = std::chrono::milliseconds(n); });
        row("octets of an OCSP response", "mxHosts/0/probes/0/tls/ocspResponse", maxSentDer,
            [](DomainFacts &f, qsizetype n) { f.mxHosts[0].probes[0].tls.ocspResponse = QByteArray(n, 'x'); });
        row("octets of a certificate", "mxHosts/0/probes/0/tls/chain/0/der", maxSentDer,
            [](DomainFacts &f, qsizetype n) { f.mxHosts[0].probes[0].tls.chain = {parseCertificate(QByteArray(n, 'x'))}; });
        row("certificates sent", "mxHosts/0/probes/0/tls/chain", maxChainLength,
            [](DomainFacts &f, qsizetype n) { f.mxHosts[0].probes[0].tls.chain = QList<Certificate>(n, goodRoot()); });
        row("certificates of a path", "mxHosts/0/probes/0/tls/verdict/path", maxPathLength,
            [](DomainFacts &f, qsizetype n) { f.mxHosts[0].probes[0].tls.verdict.path = QList<Certificate>(n, goodRoot()); });
        row("names of TLSA records", "mxHosts/0/tlsa", maxTlsaBases,
            [](DomainFacts &f, qsizetype n) { f.mxHosts[0].tlsa = QList<Lookup>(n, f.sts); });
        row("probes of a host", "mxHosts/0/probes", maxAttempts,
            [](DomainFacts &f, qsizetype n) { f.mxHosts[0].probes = QList<MxProbe>(n, MxProbe()); });
        row("attempts at the policy", "fetches", maxAttempts,
            [](DomainFacts &f, qsizetype n) { f.fetches = QList<PolicyFetch>(n, PolicyFetch()); });
        row("addresses that stand for special ones", "conditions/specialAddresses", maxSpecialAddresses, [](DomainFacts &f, qsizetype n) {
            f.conditions.specialAddresses = QList<SpecialAddress>(n, {QHostAddress(u"192.0.2.1"_s), u"private"_s});
        });
        row("earlier sightings", "history", maxSightings, [](DomainFacts &f, qsizetype n) {
            f.history = QList<Sighting>(n, {f.observedAt, f.observedAt, "v", "p"});
        });
    }
    void limitsOfMembers()
    {
        QFETCH(DomainFacts, facts);
        QFETCH(QString, place);
        const auto loaded = fromEvidence(toEvidence({facts}));
        QCOMPARE(bool(loaded), place.isNull());
        if (loaded)
            QVERIFY(*loaded == QList{facts});
        else
            QVERIFY2(loaded.error().text.contains(place + u' '), qPrintable(loaded.error().text));
    }

    void aMissingMemberKeepsItsDefault()
    {
        const auto loaded = fromEvidence(R"({"format": "mta-sts-studio-evidence", "version": 1,
            "domains": [{"domain": {"ascii": "a.example"}, "observedAt": "2026-06-15T14:00:00+02:00", "added later": 1}]})");
        QVERIFY(loaded);
        QCOMPARE(loaded->first().observedAt, observedThen());
        QCOMPARE(loaded->first().conditions.smtpPort, quint16(25));
    }

    void noCutMakesItCrash()
    {
        const QByteArray whole = toEvidence({factsWithoutSts()}).trimmed();
        for (qsizetype size = 0; size < whole.size(); size += 499)
            QVERIFY(!fromEvidence(whole.left(size)));
    }

    void noFlippedBitMakesItCrash()
    {
        const QByteArray whole = R"({"format":"mta-sts-studio-evidence","version":1,"domains":[{"domain":{"ascii":"a.example"},)"
                                 R"("observedAt":"2026-06-15T12:00:00.000Z","sts":{"question":{"name":"_mta-sts.a.example","type":"TXT"},)"
                                 R"("status":"no-error","message":"AAAA"},"history":[{"first":"2026-06-01T00:00:00Z",)"
                                 R"("last":"2026-06-02T00:00:00Z","record":"dg==","policy":""}]}]})";
        QVERIFY(fromEvidence(whole));
        int refused = 0;
        for (qsizetype offset = 0; offset < whole.size(); ++offset) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray damaged = whole;
                damaged[offset] = static_cast<char>(damaged.at(offset) ^ (1 << bit));
                const auto loaded = fromEvidence(damaged);
                refused += loaded ? 0 : 1;
                if (!loaded)
                    QVERIFY2(loaded.error().text.endsWith(u'.'), qPrintable(loaded.error().text));
                else
                    QVERIFY(fromEvidence(toEvidence(*loaded)));
            }
        }
        QVERIFY(refused > whole.size());
    }

    void pointersLeadToTheirPart_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("a lookup") << u"/mx"_qs << QStringList{u"question"_qs, u"message"_qs, u"records"_qs};
        QTest::newRow("addresses of the policy host") << u"/policyHost/aaaa"_qs << QStringList{u"question"_qs, u"records"_qs};
        QTest::newRow("a probe") << u"/mxHosts/1/probes/0"_qs << QStringList{u"tls"_qs, u"transcript"_qs};
        QTest::newRow("a certificate") << u"/mxHosts/1/probes/0/tls/chain/0"_qs << QStringList{u"der"_qs, u"subject"_qs, u"notAfter"_qs};
        QTest::newRow("octets with their text") << u"/fetches/0/body"_qs << QStringList{u"body"_qs, u"bodyText"_qs};
        QTest::newRow("a number") << u"/fetches/0/httpStatus"_qs << QStringList{u"httpStatus"_qs};
        QTest::newRow("everything") << QString() << QStringList{u"domain"_qs, u"witness"_qs};
        QTest::newRow("nowhere") << u"/mxHosts/7"_qs << QStringList();
        QTest::newRow("below a number") << u"/fetches/0/httpStatus/x"_qs << QStringList();
        QTest::newRow("no pointer") << u"mx"_qs << QStringList();
    }
    void pointersLeadToTheirPart()
    {
        QFETCH(QString, pointer);
        QFETCH(QStringList, keys);
        const QString text = evidenceAt(goodFacts(), pointer);
        QCOMPARE(text.isEmpty(), keys.isEmpty());
        for (const QString &key : keys)
            QVERIFY2(parsed(text).contains(key), qPrintable(text));
    }

    void aListIsShownAsAList() { QVERIFY(QJsonDocument::fromJson(evidenceAt(goodFacts(), u"/mxHosts"_qs).toUtf8()).isArray()); }

    void filesAreSavedAndOpened()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"audit.json"_qs);
        QVERIFY(saveEvidence(path, {goodFacts()}));
        QVERIFY(saveEvidence(path, {fullFacts()})); // over the old one
        QVERIFY(*loadEvidence(path) == QList{fullFacts()});
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void troubleWithFilesIsToldPlainly()
    {
        QTemporaryDir folder;
        const auto unsaved = saveEvidence(folder.filePath(u"missing/audit.json"_qs), {goodFacts()});
        QVERIFY(!unsaved);
        QCOMPARE(unsaved.error().code, ErrorCode::Io);
        QVERIFY(unsaved.error().text.contains(u"missing/audit.json"_qs));
        const auto missing = loadEvidence(folder.filePath(u"none.json"_qs));
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY(!loadEvidence(folder.path()));
        const QString pipe = folder.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const auto silent = loadEvidence(pipe);
        QVERIFY(!silent && silent.error().code == ErrorCode::Io && silent.error().text.contains(u"nobody writes to this pipe"_s));
    }

    void aFileTooLargeIsNotEvenRead()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"large.json"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(maxEvidenceSize + 1)); // sparse
        const auto loaded = loadEvidence(file.fileName());
        QVERIFY(!loaded && loaded.error().text.contains(u"256 MiB"_qs));
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
