// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Evidence without names is judged as the evidence it was made of, and nothing of the real names is left in it.

#include "audit/judge.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/spoiltfacts.h"
#include "fakes/testca.h"
#include "scrub/certificates.h"
#include "scrub/factswalk.h"
#include "scrub/leaks.h"
#include "scrub/scrub.h"
#include "scrub/textscrub.h"
#include "store/evidence.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;

Q_DECLARE_METATYPE(std::function<void(mta::DomainFacts &)>)

class tst_Scrub : public QObject
{
    Q_OBJECT

private slots:
    void everyKindOfTroubleStaysWhatItIs_data();
    void everyKindOfTroubleStaysWhatItIs();
    void recordedDomainsStayWhatTheyShow_data();
    void recordedDomainsStayWhatTheyShow();
    void whatFuzzersFoundIsScrubbedOrRefused_data();
    void whatFuzzersFoundIsScrubbedOrRefused();
    void damagedOctetsAreScrubbedOrRefused();
    void aRealDomainLosesItsNames();
    void theSameEvidenceGivesTheSame();
    void severalDomainsShareOneMap();
    void privateAddressesAreStillPrivate_data();
    void privateAddressesAreStillPrivate();
    void namesKeepTheirKind_data();
    void namesKeepTheirKind();
    void textsKeepTheirShape_data();
    void textsKeepTheirShape();
    void aDomainInAnotherAlphabetStaysOne();
    void tooManyAddressesAreRefused();
    void tooManyKeysThatSignAreRefused_data();
    void tooManyKeysThatSignAreRefused();
    void tooManyUnknownIssuersOfOneNameAreRefused_data();
    void tooManyUnknownIssuersOfOneNameAreRefused();
    void whatIsLeftIsFound_data();
    void whatIsLeftIsFound();
    void onlyScrubbedEvidenceIsReplaced();
};

namespace
{

/// As a file would give them back: certificates are what their DER says.
QList<DomainFacts> asSaved(const QList<DomainFacts> &facts)
{
    const Result<QList<DomainFacts>> read = fromEvidence(toEvidence(facts));
    return read ? *read : QList<DomainFacts>();
}

QStringList judged(const DomainFacts &facts)
{
    const DomainAudit audit = judge(facts, facts.observedAt);
    QStringList lines{domainVerdictName(audit.verdict)};
    for (const Finding &finding : audit.findings)
        lines.append(finding.ruleId + u' ' + severityName(finding.severity) + u' ' + finding.evidence);
    return lines + audit.undetermined;
}

/// Makes somebody's domain of good.example: acme.limited, at addresses that are not for documentation, with certificates for it.
class Pretend : public FactsVisitor
{
public:
    void text(const char *, QString &value) override { value = QString::fromUtf8(renamed(value.toUtf8())); }
    void lines(const char *, QByteArray &value) override { value = renamed(value); }
    void octets(const char *member, QByteArray &value) override
    {
        if (qstrcmp(member, "der") == 0)
            value = certificate(value);
        else
            value.replace("\4good\7example", "\4acme\7limited")
                .replace(QByteArray("\xc0\0\2", 3), "\x50\x50\4")
                .replace("\x20\x01\x0d\xb8", "\x2a\x01\x0d\xb8");
    }
    void address(QHostAddress &value) override { value = QHostAddress(QString::fromLatin1(renamed(value.toString().toLatin1()))); }

private:
    static QByteArray renamed(QByteArray text)
    {
        return text.replace("good.example", "acme.limited").replace("192.0.2.", "80.80.4.").replace("2001:db8:", "2a01:db8:");
    }
    static QByteArray certificate(const QByteArray &der)
    {
        const Certificate old = parseCertificate(der);
        if (old.dnsNames.isEmpty())
            return der;
        QStringList names;
        for (const QString &name : old.dnsNames)
            names.append(QString::fromUtf8(renamed(name.toUtf8())));
        return certificateFor(names, old.notBefore, old.notAfter).der;
    }
};

/// Changes some octets of messages, certificates and texts.
class Damage : public FactsVisitor
{
public:
    explicit Damage(quint32 seed) : m_random(seed) {}

    void text(const char *, QString &) override {}
    void lines(const char *, QByteArray &value) override { spoil(value); }
    void octets(const char *, QByteArray &value) override { spoil(value); }
    void address(QHostAddress &) override {}

private:
    void spoil(QByteArray &value)
    {
        if (value.isEmpty() || m_random.bounded(8) != 0)
            return;
        for (int i = 0; i < 3; ++i)
            value[m_random.bounded(static_cast<int>(value.size()))] = static_cast<char>(m_random.bounded(256));
        if (m_random.bounded(6) == 0)
            value.truncate(m_random.bounded(static_cast<int>(value.size())));
    }
    QRandomGenerator m_random;
};

DomainFacts realFacts()
{
    DomainFacts facts = asSaved({goodFacts()}).value(0);
    for (MxHost &host : facts.mxHosts) {
        for (MxProbe &probe : host.probes)
            probe.transcript.prepend(
                {TranscriptLine::From::Server, {}, "220 mx1.good.example ESMTP Postfix, ask Erika.Mustermann@acme.limited"});
    }
    Pretend pretend;
    walk(facts, pretend);
    setTlsa(facts, [](const Certificate &shown) { return QList<TlsaRecord>{keyRecord(shown)}; });
    return facts;
}

enum class Times { Once, Twice };

void expectScrubbed(const QList<DomainFacts> &facts, Times times)
{
    QVERIFY(!facts.isEmpty());
    const Result<Scrubbed> scrubbed = scrub(facts);
    QVERIFY2(scrubbed, scrubbed ? "" : qPrintable(scrubbed.error().text));
    const QList<DomainFacts> again = asSaved(scrubbed->facts);
    QCOMPARE(again.size(), facts.size());
    for (qsizetype i = 0; i < facts.size(); ++i) {
        QCOMPARE(judged(again[i]), judged(facts[i]));
        QVERIFY(again[i].conditions.scrubbed);
        QVERIFY2(again[i].domain.ascii.endsWith(QLatin1String(".example")), qPrintable(again[i].domain.ascii));
    }
    QVERIFY(!toEvidence(again).contains("good.example"));

    if (times == Times::Once)
        return;
    const Result<Scrubbed> twice = scrub(again);
    QVERIFY2(twice, twice ? "" : qPrintable(twice.error().text));
    for (qsizetype i = 0; i < facts.size(); ++i) {
        QCOMPARE(twice->facts[i].domain.ascii, again[i].domain.ascii);
        QCOMPARE(judged(twice->facts[i]), judged(facts[i]));
    }
}

} // namespace

void tst_Scrub::everyKindOfTroubleStaysWhatItIs_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < spoiltFacts().size(); ++i)
        QTest::newRow(spoiltFacts()[i].sentence) << i;
}

void tst_Scrub::everyKindOfTroubleStaysWhatItIs()
{
    QFETCH(int, index);
    expectScrubbed(asSaved({spoilt(spoiltFacts()[index])}), Times::Once);
}

void tst_Scrub::recordedDomainsStayWhatTheyShow_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(SOURCE_DIR "/tests/domains"));
    for (const QString &scenario : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        QTest::newRow(qPrintable(scenario)) << folder.filePath(scenario + QStringLiteral("/evidence.json"));
}

void tst_Scrub::recordedDomainsStayWhatTheyShow()
{
    QFETCH(QString, path);
    const Result<QList<DomainFacts>> facts = loadEvidence(path);
    QVERIFY(facts);
    expectScrubbed(*facts, Times::Twice);
}

void tst_Scrub::whatFuzzersFoundIsScrubbedOrRefused_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(SOURCE_DIR "/tests/corpus/evidence"));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void tst_Scrub::whatFuzzersFoundIsScrubbedOrRefused()
{
    QFETCH(QString, path);
    const Result<QList<DomainFacts>> facts = loadEvidence(path);
    if (!facts) // nothing to scrub
        return;
    const Result<Scrubbed> scrubbed = scrub(*facts);
    if (!scrubbed) {
        QVERIFY(!scrubbed.error().text.isEmpty());
        return;
    }
    const QList<DomainFacts> again = asSaved(scrubbed->facts);
    QCOMPARE(again.size(), facts->size());
    for (qsizetype i = 0; i < again.size(); ++i)
        QCOMPARE(judged(again[i]), judged(facts->at(i)));
}

void tst_Scrub::damagedOctetsAreScrubbedOrRefused()
{
    int scrubbedOnes = 0;
    const DomainFacts sound = realFacts();
    for (quint32 seed = 0; seed < 40; ++seed) {
        DomainFacts facts = sound;
        Damage damage(seed);
        walk(facts, damage);
        const QList<DomainFacts> saved = asSaved({facts});
        const Result<Scrubbed> scrubbed = scrub(saved);
        if (!scrubbed)
            continue;
        ++scrubbedOnes;
        QCOMPARE(judged(asSaved(scrubbed->facts).value(0)), judged(saved.value(0)));
        QVERIFY(!toEvidence(scrubbed->facts).toLower().contains("acme.limited"));
    }
    QVERIFY2(scrubbedOnes > 15, qPrintable(QString::number(scrubbedOnes)));
}

void tst_Scrub::aRealDomainLosesItsNames()
{
    const DomainFacts facts = realFacts();
    QVERIFY(judge(facts, facts.observedAt).verdict == DomainVerdict::Protected);
    const Result<Scrubbed> scrubbed = scrub({facts});
    QVERIFY2(scrubbed, scrubbed ? "" : qPrintable(scrubbed.error().text));
    const DomainFacts &made = scrubbed->facts.first();
    QCOMPARE(judged(made), judged(facts));
    QCOMPARE(made.domain.ascii, QStringLiteral("d1.example"));

    const QByteArray json = toEvidence(scrubbed->facts);
    for (const char *original : {"acme", "limited", "80.80.4", "2a01:db8", "Erika", "Mustermann"})
        QVERIFY2(!json.contains(original), original);
    const QByteArray greeting = made.mxHosts.first().probes.first().transcript.first().octets;
    QVERIFY2(greeting.startsWith("220 h"), greeting.constData());
    QVERIFY2(greeting.contains(".d1.example ESMTP Postfix, xxx user"), greeting.constData());

    const Certificate &before = facts.mxHosts.first().probes.first().tls.chain.first();
    const Certificate &after = made.mxHosts.first().probes.first().tls.chain.first();
    QVERIFY(after.valid && before.der != after.der);
    QCOMPARE(after.notBefore, before.notBefore);
    QCOMPARE(after.notAfter, before.notAfter);
    QCOMPARE(after.keyType, before.keyType);
    QCOMPARE(after.keyBits, before.keyBits);
    QCOMPARE(after.signatureAlgorithm, before.signatureAlgorithm);
    QCOMPARE(after.dnsNames.size(), before.dnsNames.size());
    QVERIFY(namesHost(after, made.mxHosts.first().name));
}

void tst_Scrub::theSameEvidenceGivesTheSame()
{
    const Result<Scrubbed> one = scrub({realFacts()});
    const Result<Scrubbed> other = scrub({realFacts()});
    QVERIFY(one && other);
    QCOMPARE(one->facts.first().domain, other->facts.first().domain);
    const DomainFacts facts = realFacts();
    QCOMPARE(toEvidence(scrub({facts})->facts), toEvidence(scrub({facts})->facts));
}

void tst_Scrub::severalDomainsShareOneMap()
{
    DomainFacts other = realFacts();
    other.observedAt = other.observedAt.addDays(1);
    const Result<Scrubbed> scrubbed = scrub({realFacts(), other});
    QVERIFY2(scrubbed, scrubbed ? "" : qPrintable(scrubbed.error().text));
    QCOMPARE(scrubbed->facts.size(), 2);
    QCOMPARE(scrubbed->facts[0].domain, scrubbed->facts[1].domain);
    const QByteArray map = pseudonymsJson(scrubbed->pseudonyms);
    QVERIFY2(map.contains("\"acme.limited\": \"d1.example\""), map.constData());
    QVERIFY(map.contains("erika.mustermann") || map.contains("Erika.Mustermann"));
}

void tst_Scrub::privateAddressesAreStillPrivate_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("special");
    QTest::newRow("an ordinary address") << QStringLiteral("80.80.4.1") << false;
    QTest::newRow("a private address") << QStringLiteral("10.1.2.3") << true;
    QTest::newRow("the loopback address") << QStringLiteral("127.0.0.1") << true;
    QTest::newRow("a documentation address") << QStringLiteral("198.51.100.7") << true;
}

void tst_Scrub::privateAddressesAreStillPrivate()
{
    QFETCH(QString, address);
    QFETCH(bool, special);
    DomainFacts facts = realFacts();
    facts.conditions.allowPrivate = false;
    facts.mxHosts.first().addresses = addressesOf(facts.mxHosts.first().name, {address}, {});
    const auto isSpecial = [](const DomainFacts &domain) { return judged(domain).filter(QStringLiteral("private")).size() > 0; };
    QCOMPARE(isSpecial(facts), special);
    const Result<Scrubbed> once = scrub({facts});
    QVERIFY2(once, once ? "" : qPrintable(once.error().text));
    const QList<DomainFacts> saved = asSaved(once->facts);
    QCOMPARE(isSpecial(saved.first()), special);
    const Result<Scrubbed> twice = scrub(saved);
    QVERIFY2(twice, twice ? "" : qPrintable(twice.error().text));
    QCOMPARE(isSpecial(asSaved(twice->facts).first()), special);
}

void tst_Scrub::namesKeepTheirKind_data()
{
    QTest::addColumn<QString>("original");
    QTest::addColumn<QString>("made");
    const auto row = [](const char *sentence, const char *original, const char *made) {
        QTest::newRow(sentence) << QString::fromUtf8(original) << QString::fromUtf8(made);
    };
    row("a domain", "acme.com", "d1.example");
    row("a domain below a suffix of two labels", "acme.co.uk", "d1.example");
    row("a host", "mx.acme.com", "h1.d1.example");
    row("a host two labels down", "mx.munich.acme.com", "h1.h2.d1.example");
    row("the policy host", "mta-sts.acme.com", "mta-sts.d1.example");
    row("the record's name", "_mta-sts.acme.com", "_mta-sts.d1.example");
    row("TLSA records of a host", "_25._tcp.mx.acme.com", "_25._tcp.h1.d1.example");
    row("a wildcard", "*.acme.com", "*.d1.example");
    row("a wildcard over a public suffix", "*.co.uk", "*.example");
    row("a wildcard over a provider's shared zone", "*.amazonaws.com", "*.amazonaws.com");
    row("capitals", "MX.Acme.COM", "h1.d1.example");
    row("a final dot", "mx.acme.com.", "h1.d1.example.");
    row("the root", ".", ".");
    row("no name", "", "");
    row("an underscore of its own", "_srv.acme.com", "_h1.d1.example");
    row("an octet that no host name has", "m\\032x.acme.com", "h1\\032.d1.example");
    row("another alphabet", "xn--mller-kva.de", "xn--d1-eka.example");
    row("another alphabet, not as the DNS wants it", "\\208\\191\\208\\190.acme.com", "h1\\255.d1.example");
    row("an address in its place", "80.80.4.1", "192.0.2.1");
    row("a pseudonym already", "h7.d3.example", "h7.d3.example");
}

void tst_Scrub::namesKeepTheirKind()
{
    QFETCH(QString, original);
    Pseudonyms pseudonyms;
    QTEST(pseudonyms.name(original), "made");
    QTEST(pseudonyms.name(original), "made");
}

void tst_Scrub::textsKeepTheirShape_data()
{
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<bool>("grammar");
    QTest::addColumn<QByteArray>("made");
    QTest::newRow("a greeting") << QByteArray("220 mx.acme.com ESMTP Postfix (Erika's box)") << false
                                << QByteArray("220 h1.d1.example ESMTP Postfix (xxxxx's xxx)");
    QTest::newRow("a policy") << QByteArray("version: STSv1\r\nmode: enforce\r\nmx: *.acme.com\nmax_age: 604800\n\n") << true
                              << QByteArray("version: STSv1\r\nmode: enforce\r\nmx: *.d1.example\nmax_age: 604800\n\n");
    QTest::newRow("a misspelt policy") << QByteArray("verison: STS1v1\nMode: enforced\nx-owner: erika") << true
                                       << QByteArray("verison: STS1v1\nMode: enforced\nx-xxxxx: xxxxx");
    QTest::newRow("a record") << QByteArray("v=STSv1; id=20260101T000000Z;") << true << QByteArray("v=STSv1; id=20260101T000000Z;");
    QTest::newRow("reports") << QByteArray("v=TLSRPTv1; rua=mailto:erika+tls@acme.com!10m,https://acme.com/r?k=s3cret") << true
                             << QByteArray("v=TLSRPTv1; rua=mailto:user1@d1.example!10m,https://d1.example/r?k=x0xxxx");
    QTest::newRow("addresses") << QByteArray("[80.80.4.1]:25 IPv6:2a01:db8::1 at 12:34:56, 1.2.3") << false
                               << QByteArray("[192.0.2.1]:25 IPv6:2001:db8:0:1::1 at 12:34:56, 1.2.3");
    QTest::newRow("a telephone number") << QByteArray("call 08912345678") << false << QByteArray("xxxx 00000000000");
    QTest::newRow("other alphabets, and no UTF-8")
        << QByteArray("\xef\xbb\xbfM\xc3\xbcller \xff\x01") << false << QByteArray("\xef\xbb\xbfx\xc3\xb6xxxx \xff\x01");
    QTest::newRow("letters in percent signs, by which addresses of the web hide them")
        << QByteArray("https://acme.com/?d=%65%72%69%6B%61%2e%64%C3%a9%21a%2Cb%zz") << false
        << QByteArray("https://d1.example/?x=%78%78%78%78%78%2e%78%78%78%21a%2Cx%xx");
    QTest::newRow("letters in numbers, by which HTML hides them")
        << QByteArray("&#101;&#x72;&#8364;&#64;&nbsp;") << false << QByteArray("&#120;&#120;&#120;&#64;&xxxx;");
    QTest::newRow("letters in numbers, by which the DNS hides them")
        << QByteArray("\\101\\208\\191\\032\\.") << false << QByteArray("\\120\\120\\120\\032\\.");
    QTest::newRow("addresses with hyphens") << QByteArray("mail-80-80-4-1 80-80-4-2 utf-8 iso-8859-1 2026-01-01") << false
                                            << QByteArray("xxxx-00-00-0-0 00-00-0-0 utf-8 iso-8859-1 2026-01-01");
    QTest::newRow("nothing") << QByteArray() << false << QByteArray();
    QTest::newRow("dots without end") << QByteArray(65536, '.') << false << QByteArray(65536, '.');
    QTest::newRow("labels without end") << QByteArray("1.").repeated(32768) << false << QByteArray("1.").repeated(32768 - 4) + "192.0.2.1.";
}

void tst_Scrub::textsKeepTheirShape()
{
    QFETCH(QByteArray, original);
    QFETCH(bool, grammar);
    Pseudonyms pseudonyms;
    QTEST(scrubbedText(original, pseudonyms, grammar ? TextKind::Grammar : TextKind::Free), "made");
}

void tst_Scrub::aDomainInAnotherAlphabetStaysOne()
{
    DomainFacts facts;
    facts.domain = *parseDomainName(u"müller.de");
    facts.observedAt = observedThen();
    facts.sts = txtLookup(QStringLiteral("_mta-sts.xn--mller-kva.de"), {"v=STSv1; id=1"});
    facts.mx = mxLookup(facts.domain.ascii, {{10, QStringLiteral("mx.xn--mller-kva.de")}});
    const Result<Scrubbed> scrubbed = scrub({facts});
    QVERIFY2(scrubbed, scrubbed ? "" : qPrintable(scrubbed.error().text));
    const DomainFacts made = asSaved(scrubbed->facts).value(0);
    QCOMPARE(made.domain.unicode, QStringLiteral("öd1.example"));
    QCOMPARE(judged(made), judged(facts));
}

void tst_Scrub::tooManyAddressesAreRefused()
{
    QList<DomainFacts> all;
    for (int zone = 0; zone < 4; ++zone) {
        QStringList addresses;
        for (int i = 0; i < 250; ++i)
            addresses.append(QStringLiteral("80.90.%1.%2").arg(zone).arg(i));
        DomainFacts facts = asSaved({goodFacts()}).value(0);
        facts.domainAddresses = addressesOf(facts.domain.ascii, addresses, {});
        all.append(facts);
    }
    const Result<Scrubbed> scrubbed = scrub(all);
    QVERIFY(!scrubbed);
    QVERIFY2(scrubbed.error().text.contains(QLatin1String("762")), qPrintable(scrubbed.error().text));
}

namespace
{

/// Whether certificates that are all of the same name can be made anew.
bool areIssued(const QList<QByteArray> &certificates)
{
    CertificateScrubber scrubber("seed");
    Pseudonyms pseudonyms;
    for (const QByteArray &der : certificates)
        scrubber.learn(der);
    scrubber.issueAll(pseudonyms);
    return !scrubber.exhausted() && !scrubber.failed();
}

} // namespace

void tst_Scrub::tooManyKeysThatSignAreRefused_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("issued");
    QTest::newRow("as many as are made") << maxSigningEffort << true;
    QTest::newRow("one more") << maxSigningEffort + 1 << false;
}

void tst_Scrub::tooManyKeysThatSignAreRefused()
{
    QFETCH(int, count);
    QFETCH(bool, issued);
    QList<QByteArray> certificates;
    for (int i = 0; i < count; ++i)
        certificates.append(fakes::selfSigned({.commonName = QStringLiteral("localhost")}).der());
    QCOMPARE(areIssued(certificates), issued);
}

void tst_Scrub::tooManyUnknownIssuersOfOneNameAreRefused_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("issued");
    QTest::newRow("as many as are tried") << 128 << true;
    QTest::newRow("one more") << 129 << false;
}

/// Everyone could have signed everyone, and nobody did.
void tst_Scrub::tooManyUnknownIssuersOfOneNameAreRefused()
{
    QFETCH(int, count);
    QFETCH(bool, issued);
    QCOMPARE(maxSignatureTrials, 128 * 128);
    const fakes::Identity unknown = fakes::rootAuthority(QStringLiteral("localhost"));
    QList<QByteArray> certificates;
    for (int i = 0; i < count; ++i)
        certificates.append(fakes::issue({.commonName = QStringLiteral("localhost")}, unknown).der());
    QCOMPARE(areIssued(certificates), issued);
}

void tst_Scrub::whatIsLeftIsFound_data()
{
    QTest::addColumn<std::function<void(DomainFacts &)>>("plant");
    using Plant = std::function<void(DomainFacts &)>;
    const MxHost host = realFacts().mxHosts.first();
    const QByteArray der = host.probes.first().tls.chain.first().der;
    const QHostAddress ipv4 = host.probes[0].address;
    const QHostAddress ipv6 = host.probes[1].address;
    QTest::newRow("a name in a banner") << Plant(
        [](DomainFacts &f) { f.mxHosts[0].probes[0].transcript[0].octets = "220 MX1.acme.limited"; });
    QTest::newRow("a name within a longer one")
        << Plant([](DomainFacts &f) { f.conditions.resolver = QStringLiteral("ns.acme.limited.d1.example"); });
    QTest::newRow("an address in a text") << Plant(
        [ipv4](DomainFacts &f) { f.mxHosts[0].probes[0].detail = QStringLiteral("no route to ") + ipv4.toString(); });
    QTest::newRow("an IPv6 address") << Plant([ipv6](DomainFacts &f) { f.mxHosts[0].probes[0].address = ipv6; });
    QTest::newRow("a name in a DNS message") << Plant([](DomainFacts &f) {
        f.mx = mxLookup(f.domain.ascii, {{10, QStringLiteral("mx1.acme.limited")}});
    });
    QTest::newRow("a local part") << Plant([](DomainFacts &f) { f.mxHosts[0].probes[0].injected = "erika.mustermann"; });
    QTest::newRow("the old certificate") << Plant([der](DomainFacts &f) { f.mxHosts[0].probes[0].tls.chain[0] = parseCertificate(der); });
    QTest::newRow("a fingerprint") << Plant(
        [der](DomainFacts &f) { f.mxHosts[0].probes[0].detail = QString::fromLatin1(parseCertificate(der).sha256.toHex()); });
    QTest::newRow("a name in the history") << Plant([](DomainFacts &f) {
        f.history = {{f.observedAt.addDays(-9), f.observedAt.addDays(-2), "v=STSv1; id=1", "mx: mx1.acme.limited"}};
    });
}

void tst_Scrub::whatIsLeftIsFound()
{
    QFETCH(std::function<void(DomainFacts &)>, plant);
    const DomainFacts facts = realFacts();
    const Result<Scrubbed> scrubbed = scrub({facts});
    QVERIFY(scrubbed);
    QList<QByteArray> ders;
    for (const MxHost &host : facts.mxHosts) {
        for (const MxProbe &probe : host.probes) {
            for (const Certificate &each : probe.tls.chain)
                ders.append(each.der);
        }
    }
    const Originals originals = originalsIn(scrubbed->pseudonyms, ders);
    QVERIFY(!leakIn(scrubbed->facts, originals));
    QList<DomainFacts> planted = scrubbed->facts;
    plant(planted.first());
    QVERIFY(leakIn(planted, originals));
}

void tst_Scrub::onlyScrubbedEvidenceIsReplaced()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("evidence.json"));
    QVERIFY(mayHoldScrubbed(path));
    QVERIFY(saveEvidence(path, {goodFacts()}));
    QVERIFY(!mayHoldScrubbed(path));
    const Result<Scrubbed> scrubbed = scrub({goodFacts()});
    QVERIFY(scrubbed);
    QVERIFY(saveEvidence(path, scrubbed->facts));
    QVERIFY(mayHoldScrubbed(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a letter");
    file.close();
    QVERIFY(!mayHoldScrubbed(path));
}

QTEST_GUILESS_MAIN(tst_Scrub)
#include "tst_scrub.moc"
