// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/broadzone.h"
#include "audit/nearmiss.h"
#include "audit/policyhits.h"
#include "audit/rules.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "ruletable.h"

#include <QStringEncoder>

using namespace mta;

namespace
{

const QByteArray good = policyText("enforce");

Change body(const QByteArray &text)
{
    return [text](DomainFacts &facts) { setPolicy(facts, text); };
}

// The good policy with one stretch replaced.
Change with(const QByteArray &from, const QByteArray &to)
{
    QByteArray text = good;
    if (!text.contains(from))
        qFatal("the good policy does not hold what is to be replaced");
    return body(text.replace(from, to));
}

Change maxAge(const QByteArray &mode, const QByteArray &seconds)
{
    return body("version: STSv1\nmode: " + mode + "\nmx: mx1.good.example\nmx: mx2.good.example\nmax_age: " + seconds + "\n");
}

Change mx(const QByteArray &patterns)
{
    return body(policyText("enforce", patterns));
}

} // namespace

class RulesPolicyTest : public QObject
{
    Q_OBJECT

private slots:
    void outcomes_data();
    void outcomes();
    void together_data();
    void together();
    void nearMissesAreExplained_data();
    void nearMissesAreExplained();
    void patternsAreSuggested_data();
    void patternsAreSuggested();
    void lifetimesAreSuggested_data();
    void lifetimesAreSuggested();
    void broadPatterns_data();
    void broadPatterns();
    void placesAreNamed();
    void cleanupTestCase();

private:
    RuleTable m_table;
};

void RulesPolicyTest::outcomes_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *id, const char *name, const Change &change, const char *answer) {
        QTest::addRow("%s: %s", id, name) << QByteArray(id) << change << QString::fromLatin1(answer);
    };
    const Change nothing = [](DomainFacts &) {};
    const Change noRecord = [](DomainFacts &facts) {
        facts.sts = nxdomainLookup(QStringLiteral("_mta-sts.good.example"), RecordType::Txt);
    };
    const Change recordUnknown = [](DomainFacts &facts) {
        facts.sts = failedLookup(QStringLiteral("_mta-sts.good.example"), RecordType::Txt, AnswerStatus::Timeout);
    };
    const Change notFound = [](DomainFacts &facts) {
        for (PolicyFetch &fetch : facts.fetches)
            fetch.httpStatus = 404;
    };
    const Change html = body("<html>\n<body>\n<p>sorry: nothing here\n</body>\n");

    for (const Rule *rule : policyRules()) {
        row(rule->id, "no record", noRecord, "n/a");
        row(rule->id, "record unknown", recordUnknown, "undetermined");
        row(rule->id, "no file", notFound, "n/a");
    }

    row("policy-syntax", "good", nothing, "pass");
    row("policy-syntax", "CRLF", body(QByteArray(good).replace("\n", "\r\n")), "pass");
    row("policy-syntax", "no final line end", body(good.chopped(1)), "pass");
    row("policy-syntax", "blank line", body(good + "\n"), "fail");
    row("policy-syntax", "two mistakes", body("# a comment\n" + good + "nothing\n"), "fail 2");
    row("policy-syntax", "nineteen mistakes", body(good + QByteArray(19, '\n')), "fail 19");
    row("policy-syntax", "twenty mistakes", body(good + QByteArray(20, '\n')), "fail 20");
    row("policy-syntax", "twenty-one mistakes", body(good + QByteArray(21, '\n')), "fail 20");
    row("policy-syntax", "very many mistakes", body(good + QByteArray(60, '\n')), "fail 20");
    row("policy-syntax", "a web page counts once", html, "fail");
    row("policy-syntax", "empty file", body(""), "fail");
    row("policy-syntax", "bad mode is no matter of syntax", with("enforce", "enforced"), "pass");

    row("policy-encoding", "good", nothing, "pass");
    row("policy-encoding", "UTF-8 in an extension", body(good + "note: caf\xc3\xa9\n"), "pass");
    row("policy-encoding", "blank line is no matter of encoding", body(good + "\n"), "pass");
    row("policy-encoding", "byte order mark", body("\xef\xbb\xbf" + good), "fail");
    row("policy-encoding", "UTF-16", body(QStringEncoder(QStringConverter::Utf16LE)(QString::fromLatin1(good))), "fail");
    row("policy-encoding", "bare CR", body(QByteArray(good).replace("\n", "\r").chopped(1)), "fail 4");
    row("policy-encoding", "zero octet", body(good + QByteArray("x: a\0b\n", 7)), "fail");

    row("policy-version", "good", nothing, "pass");
    row("policy-version", "missing", with("version: STSv1\n", ""), "fail");
    row("policy-version", "empty", with("STSv1", ""), "fail");
    row("policy-version", "version 2", with("STSv1", "STSv2"), "fail");
    row("policy-version", "a web page", html, "fail");

    row("policy-mode", "good", nothing, "pass");
    row("policy-mode", "missing", with("mode: enforce\n", ""), "fail");
    row("policy-mode", "unknown", with("enforce", "pretend"), "fail");
    row("policy-mode", "a web page has no fields", html, "n/a");

    row("policy-max-age", "good", nothing, "pass");
    row("policy-max-age", "zero", maxAge("enforce", "0"), "pass");
    row("policy-max-age", "a year", maxAge("enforce", "31557600"), "pass");
    row("policy-max-age", "one second over a year", maxAge("enforce", "31557601"), "fail");
    row("policy-max-age", "missing", body("version: STSv1\nmode: none\n"), "fail");
    row("policy-max-age", "with a comment", maxAge("enforce", "604800   # a week"), "fail");
    row("policy-max-age", "a web page has no fields", html, "n/a");

    row("policy-max-age-short", "a week", maxAge("enforce", "604800"), "pass");
    row("policy-max-age-short", "one second below one week", maxAge("enforce", "604799"), "fail");
    row("policy-max-age-short", "zero", maxAge("testing", "0"), "fail");
    row("policy-max-age-short", "short in mode none is right", maxAge("none", "86400"), "n/a");
    row("policy-max-age-short", "unreadable", maxAge("enforce", "x"), "n/a");

    row("policy-max-age-advice", "two weeks", maxAge("enforce", "1209600"), "pass");
    row("policy-max-age-advice", "one second below two weeks", maxAge("enforce", "1209599"), "fail");
    row("policy-max-age-advice", "a week", maxAge("enforce", "604800"), "fail");
    row("policy-max-age-advice", "one second below one week is another rule's", maxAge("enforce", "604799"), "n/a");
    row("policy-max-age-advice", "testing", maxAge("testing", "604800"), "n/a");

    row("policy-mx-missing", "good", nothing, "pass");
    row("policy-mx-missing", "none in enforce", body("version: STSv1\nmode: enforce\nmax_age: 1209600\n"), "fail");
    row("policy-mx-missing", "none in testing", body("version: STSv1\nmode: testing\nmax_age: 1209600\n"), "fail");
    row("policy-mx-missing", "none in mode none", body("version: STSv1\nmode: none\nmax_age: 1209600\n"), "pass");
    row("policy-mx-missing", "none and no mode", body("version: STSv1\nmax_age: 1209600\n"), "fail");
    row("policy-mx-missing", "a web page has no fields", html, "n/a");

    row("policy-mx-pattern", "good", nothing, "pass");
    row("policy-mx-pattern", "wildcard", mx("*.good.example"), "pass");
    row("policy-mx-pattern", "trailing dot", mx("mx1.good.example."), "fail");
    row("policy-mx-pattern", "two of three", mx("a.example.\nmx: mx1.good.example\nmx: alt*.good.example"), "fail 2");

    row("policy-near-miss", "good", nothing, "pass");
    row("policy-near-miss", "enforced", with("enforce", "enforced"), "fail");
    row("policy-near-miss", "misspelt version", with("STSv1", "STS1v1"), "fail");
    row("policy-near-miss", "max-age", with("max_age", "max-age"), "fail");
    row("policy-near-miss", "version 2 says what it is", with("STSv1", "STSv2"), "pass");
    row("policy-near-miss", "no idea what was meant", with("enforce", "start_turtles"), "pass");
    row("policy-near-miss", "a near key beside the right one is an extension", body(good + "modes: 1\n"), "pass");
    row("policy-near-miss", "a near mx beside the right one", body(good + "nmx: mx3.good.example\n"), "pass");
    row("policy-near-miss", "a web page has no fields", html, "n/a");

    row("policy-glued-lines", "good", nothing, "pass");
    row("policy-glued-lines", "version and mode", with("\nmode", " mode"), "fail");
    row("policy-glued-lines", "without anything between them", with("\nmode", "mode"), "fail");
    row("policy-glued-lines", "with a line feed in two characters", with("\nmode", "\\nmode"), "fail");
    row("policy-glued-lines", "two lines of two", body("version: STSv1 mode: enforce\nmx: a.example max_age: 1\n"), "fail 2");
    row("policy-glued-lines", "two mx", mx("mx1.good.example mx: mx2.good.example"), "fail");
    row("policy-glued-lines", "a key written twice is one line", with("enforce", "[mode:testing]"), "pass");
    row("policy-glued-lines", "a colon behind the word is needed", with("enforce", "enforce mx"), "pass");
    row("policy-glued-lines", "in an extension it is text", body(good + "note: mode: enforce\n"), "pass");
    row("policy-glued-lines", "a web page has no fields", html, "n/a");

    row("policy-mx-broad", "own hosts", nothing, "pass");
    row("policy-mx-broad", "own zone", mx("*.good.example"), "pass");
    row("policy-mx-broad", "public suffix", mx("*.co.uk"), "fail");
    row("policy-mx-broad", "top-level domain and a cloud", mx("*.com\nmx: *.amazonaws.com\nmx: mx1.good.example"), "fail 2");
    row("policy-mx-broad", "mode none", body("version: STSv1\nmode: none\nmx: *.com\nmax_age: 1\n"), "n/a");
    row("policy-mx-broad", "not valid", mx("*.com."), "n/a");

    row("policy-mx-unused", "all used", nothing, "pass");
    row("policy-mx-unused", "one in reserve", body(good + "mx: backup.good.example\n"), "fail");
    row("policy-mx-unused", "wildcard that matches", mx("*.good.example"), "pass");
    row("policy-mx-unused", "wildcard that spans too little", body(good + "mx: *.example\n"), "fail");
    row(
        "policy-mx-unused", "MX lookup failed",
        [](DomainFacts &facts) { facts.mx = failedLookup(QStringLiteral("good.example"), RecordType::Mx, AnswerStatus::ServFail); },
        "undetermined");
    row(
        "policy-mx-unused", "null MX",
        [](DomainFacts &facts) {
            facts.mx = mxLookup(QStringLiteral("good.example"), {{0, QStringLiteral(".")}});
        },
        "n/a");

    row("policy-duplicate-key", "good", nothing, "pass");
    row("policy-duplicate-key", "several mx are no repetition", mx("mx1.good.example\nmx: mx2.good.example\nmx: mx1.good.example"), "pass");
    row("policy-duplicate-key", "mode twice", body(good + "mode: testing\n"), "fail");
    row("policy-duplicate-key", "mode and version thrice", body(good + "mode: none\nmode: none\nversion: STSv1\nversion: STSv1\n"),
        "fail 2");

    row("policy-unknown-key", "good", nothing, "pass");
    row("policy-unknown-key", "extension", body(good + "x-report: yes\n"), "fail");
    row("policy-unknown-key", "extension twice counts once", body(good + "x: 1\nx: 2\n"), "fail");
    row("policy-unknown-key", "near miss is another rule's", with("max_age", "max-age"), "pass");

    const auto contentType = [](const QByteArray &value, const QByteArray &text) -> Change {
        return [value, text](DomainFacts &facts) {
            setPolicy(facts, text);
            for (PolicyFetch &fetch : facts.fetches)
                fetch.headers = {{"Content-Type", value}};
        };
    };
    row("policy-senders-disagree", "good", nothing, "pass");
    row("policy-senders-disagree", "testing", body(policyText("testing")), "pass");
    row("policy-senders-disagree", "extension", body(good + "x-report: yes\n"), "pass");
    row("policy-senders-disagree", "a colon in an extension", body(good + "x-report: https://good.example/\n"), "fail");
    row("policy-senders-disagree", "max_age zero", maxAge("enforce", "0"), "fail");
    row("policy-senders-disagree", "max_age one", maxAge("enforce", "1"), "pass");
    row("policy-senders-disagree", "a colon and max_age zero",
        body("version: STSv1\nmode: enforce\nmx: mx1.good.example\nmax_age: 0\nx: a:b\n"), "fail 2");
    row("policy-senders-disagree", "all keys within 10 KiB", body(good + "x: " + QByteArray(20000, 'y') + '\n'), "pass");
    row("policy-senders-disagree", "keys behind 10 KiB", body("x: " + QByteArray(10240, 'y') + '\n' + good), "fail");
    row("policy-senders-disagree", "not ASCII without a charset", contentType("text/plain", good + "note: caf\xc3\xa9\n"), "fail");
    row("policy-senders-disagree", "not ASCII with its charset", contentType("text/plain; charset=UTF-8", good + "note: caf\xc3\xa9\n"),
        "pass");
    row("policy-senders-disagree", "the media type has a rule of its own", contentType("text/html", good), "pass");
    row("policy-senders-disagree", "repeated keys have a rule of their own", body(good + "mode: enforced\n"), "pass");
    row("policy-senders-disagree", "no mx in mode none", body("version: STSv1\nmode: none\nmax_age: 86400\n"), "n/a");
    row("policy-senders-disagree", "a mistake that some overlook", body(good + "\n"), "n/a");
    row("policy-senders-disagree", "a trailing dot that some overlook", mx("mx1.good.example."), "n/a");

    row("policy-mode-testing", "enforce", nothing, "pass");
    row("policy-mode-testing", "testing", body(policyText("testing")), "fail");
    row("policy-mode-testing", "testing in a broken file", body(policyText("testing") + "\n"), "n/a");
    row("policy-mode-none", "enforce", nothing, "pass");
    row("policy-mode-none", "none", body("version: STSv1\nmode: none\nmax_age: 86400\n"), "fail");
}

void RulesPolicyTest::outcomes()
{
    QFETCH(QByteArray, id);
    QFETCH(Change, change);
    DomainFacts facts = goodFacts();
    change(facts);
    QTEST(m_table.answer(id, facts), "answer");
}

void RulesPolicyTest::together_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *name, const Change &change, const char *ids) {
        QTest::newRow(name) << change << QString::fromLatin1(ids);
    };
    row(
        "all is well", [](DomainFacts &) {}, "");
    row("a web page", body("<!doctype html>\n<title>a: b</title>\n"), "policy-syntax policy-version");
    row("equals signs", body("version=STSv1\nmode=enforce\nmx=mx1.good.example\nmax_age=1209600\n"), "policy-syntax policy-version");
    row("empty file", body(""), "policy-syntax policy-version");
    row("byte order mark", body("\xef\xbb\xbf" + good), "policy-encoding policy-syntax");
    row("bare CR", body(QByteArray(good).replace("\n", "\r").chopped(1)), "policy-encoding policy-syntax");
    row("enforced", with("enforce", "enforced"), "policy-mode policy-near-miss");
    row("STS1v1", with("STSv1", "STS1v1"), "policy-near-miss policy-version");
    row("max-age", with("max_age", "max-age"), "policy-max-age policy-near-miss");
    row("nmx alone", body("version: STSv1\nmode: enforce\nnmx: mx1.good.example\nmax_age: 1209600\n"),
        "policy-mx-missing policy-near-miss");
    row("capital keys", body("Version: STSv1\nMode: enforce\nMX: mx1.good.example\nMax_Age: 1209600\n"),
        "policy-max-age policy-mode policy-mx-missing policy-near-miss policy-version");
    row("indented", body("  version: STSv1\n  mode: enforce\n  mx: mx1.good.example\n  mx: mx2.good.example\n  max_age: 1209600\n"),
        "policy-syntax");
    row("testing, short, and a repeated key", body("version: STSv1\nmode: testing\nmx: *.good.example\nmax_age: 60\nversion: STSv1\n"),
        "policy-duplicate-key policy-max-age-short policy-mode-testing");
    row("leaving", body("version: STSv1\nmode: none\nmax_age: 60\n"), "policy-mode-none");
}

void RulesPolicyTest::together()
{
    QFETCH(Change, change);
    DomainFacts facts = goodFacts();
    change(facts);
    QStringList ids = idsIn(Area::Policy, facts);
    QTEST(ids.join(u' '), "ids");
}

void RulesPolicyTest::nearMissesAreExplained_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("meant"); // of the first near miss; empty for none
    QTest::addColumn<bool>("isKey");
    const auto row = [](const QByteArray &text, const char *meant, bool isKey) {
        QTest::newRow(text.constData()) << text << QByteArray(meant) << isKey;
    };
    row("eversion: STSv1", "version", true);
    row("Version: STSv1", "version", true);
    row("versoin: STSv1", "version", true);
    row("max-age: 1", "max_age", true);
    row("maxage: 1", "max_age", true);
    row("MAX_AGE: 1", "max_age", true);
    row("Mode: none", "mode", true);
    row("modes: none", "mode", true);
    row("nmx: a.example", "mx", true);
    row("MX: a.example", "mx", true);
    row("mx1: a.example", "mx", true);
    row("mail: a.example", "", true);
    row("comment: a", "", true);
    row("x-mode: a", "", true);
    row("version: STSV1", "STSv1", false);
    row("version: STS1v1", "STSv1", false);
    row("version: STSv 1", "STSv1", false);
    row("version: STSv1.", "STSv1", false);
    row("version: STSv99", "", false);
    row("version: 1", "", false);
    row("version: TLSRPTv1", "", false);
    row("mode: Enforce", "enforce", false);
    row("mode: enforcing", "enforce", false);
    row("mode: enforce # for now", "enforce", false);
    row("mode: test", "testing", false);
    row("mode: [testing]", "testing", false);
    row("mode: [mode:testing]", "testing", false);
    row("mode: report", "testing", false);
    row("mode: None", "none", false);
    row("mode: off", "none", false);
    row("mode: [enforce|testing|none]", "", false);
    row("mode: pretend", "", false);
    row("mode: ", "", false);
}

void RulesPolicyTest::nearMissesAreExplained()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, meant);
    QFETCH(bool, isKey);
    const QList<NearMiss> misses = nearMisses(parsePolicy(text));
    QCOMPARE(misses.isEmpty(), meant.isEmpty());
    if (meant.isEmpty())
        return;
    QCOMPARE(misses.constFirst().meant, meant);
    QCOMPARE(misses.constFirst().isKey, isKey);
    QCOMPARE(misses.constFirst().column, isKey ? 1 : static_cast<int>(text.indexOf(": ")) + 3);
}

void RulesPolicyTest::patternsAreSuggested_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("suggestion");
    const auto row = [](const char *value, const char *suggestion) {
        QTest::newRow(*value ? value : "nothing") << QByteArray(value) << QString::fromLatin1(suggestion);
    };
    row("mail.tutanota.de.", "mail.tutanota.de");
    row(".example.org", "example.org");
    row("Priority 5: ALT2.ASPMX.L.GOOGLE.COM", "alt2.aspmx.l.google.com");
    row("10 mail.example.org", "mail.example.org");
    row("alt*.google.com", "*.google.com");
    row("https://mail.example.org/", "mail.example.org");
    row("://google.com", "google.com");
    row("mail.example.org # primary", "mail.example.org");
    row("postmaster@example.org", "example.org");
    row("a.example.org, b.example.org", "a.example.org");
    row("mail.example.org:25", "mail.example.org");
    row("m\xc3\xbcller.example", "xn--mller-kva.example");
    row("mx1.your_domain.tld", "mx.example.com");
    row("192.0.2.1", "mx.example.com");
    row(".", "mx.example.com");
    row("", "mx.example.com");
    row("mx.*.com", "mx.example.com");
}

void RulesPolicyTest::patternsAreSuggested()
{
    QFETCH(QByteArray, value);
    const QString suggestion = suggestedPattern(value);
    QTEST(suggestion, "suggestion");
    QVERIFY(parseMxPattern(suggestion.toLatin1()).valid);
}

void RulesPolicyTest::lifetimesAreSuggested_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("suggestion");
    const auto row = [](const char *value, const char *suggestion) {
        QTest::newRow(*value ? value : "nothing") << QByteArray(value) << QString::fromLatin1(suggestion);
    };
    row("604800   # 4. a week", "604800");
    row("86400version: STSv1", "86400");
    row("86400s", "86400");
    row("1 week", "604800");
    row("1,209,600", "604800");
    row("", "604800");
    row("enforce", "604800");
    row("-1", "604800");
    row("+86400", "86400");
    row("[max_age:1209601]", "1209601");
    row("31557601", "31557600");
    row("99999999999999999999", "31557600");
    row("00001209600", "1209600"); // one digit more than there may be
    row("000000000001209600", "1209600");
    row("0000000000031557601", "31557600");
    row("00000000000", "604800");
}

void RulesPolicyTest::lifetimesAreSuggested()
{
    QFETCH(QByteArray, value);
    QTEST(suggestedMaxAge(value), "suggestion");
}

void RulesPolicyTest::broadPatterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<int>("breadth");
    const auto row = [](const char *pattern, Breadth breadth) {
        QTest::newRow(pattern) << QByteArray(pattern) << static_cast<int>(breadth);
    };
    row("*.com", Breadth::PublicSuffix);
    row("*.CO.UK", Breadth::PublicSuffix);
    row("*.kawasaki.jp", Breadth::PublicSuffix);
    row("*.corp", Breadth::Own); // nobody can register a name there
    row("*.city.kawasaki.jp", Breadth::Own);
    row("*.invented", Breadth::PublicSuffix);
    row("*.github.io", Breadth::SharedZone);
    row("*.azurewebsites.net", Breadth::SharedZone);
    row("*.compute.amazonaws.com", Breadth::SharedZone);
    row("*.amazonaws.com", Breadth::SharedZone);
    row("*.contaboserver.net", Breadth::SharedZone);
    row("*.example.com", Breadth::Own);
    row("*.mail.protection.outlook.com", Breadth::Own);
    row("*.b-v1.mx.microsoft", Breadth::Own);
    row("*.aspmx.l.google.com", Breadth::Own);
    row("*.google.com", Breadth::Own);
    row("mx.co.uk", Breadth::Own);
    row("com", Breadth::Own);
    row("*.com.", Breadth::Own);
}

void RulesPolicyTest::broadPatterns()
{
    QFETCH(QByteArray, pattern);
    QTEST(static_cast<int>(breadthOf(parseMxPattern(pattern))), "breadth");
}

void RulesPolicyTest::placesAreNamed()
{
    DomainFacts facts = goodFacts();
    setPolicy(facts, "version: STSv1\nmode: enforce\nmx: mx1.good.example.\nmax_age: 1209600\n");
    const Verdict verdict = policyMxPattern(observe(facts, facts.observedAt));
    QCOMPARE(verdict.hits.size(), 1);
    const Hit &hit = verdict.hits.constFirst();
    QCOMPARE(hit.values.value(QStringLiteral("line")), QStringLiteral("3"));
    QCOMPARE(hit.values.value(QStringLiteral("column")), QStringLiteral("5"));
    QCOMPARE(hit.values.value(QStringLiteral("suggestion")), QStringLiteral("mx1.good.example"));
    QCOMPARE(hit.evidence, QStringLiteral("/fetches/0/body"));
}

void RulesPolicyTest::cleanupTestCase()
{
    QCOMPARE(m_table.untested(policyRules()), QStringList());
}

QTEST_APPLESS_MAIN(RulesPolicyTest)
#include "tst_rules_policy.moc"
