// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/lint.h"

#include <QStringEncoder>
#include <QTest>

using namespace mta;

namespace
{

// "policy-mode@2:7": what was found, and where.
QString shown(const QList<LintFinding> &findings)
{
    QStringList parts;
    for (const LintFinding &lint : findings)
        parts.append(QStringLiteral("%1@%2:%3").arg(lint.finding.ruleId).arg(lint.line).arg(lint.column));
    return parts.join(u' ');
}

} // namespace

class LintTest : public QObject
{
    Q_OBJECT

private slots:
    void policies_data();
    void policies();
    void realMistakesAreNamed_data();
    void realMistakesAreNamed();
    void records_data();
    void records();
    void sentencesAreComplete();
    void errorsComeFirst();
    void sameTextSameWords();
};

void LintTest::policies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QString>("findings");
    const auto row = [](const char *name, const QByteArray &body, bool valid, const char *findings) {
        QTest::newRow(name) << body << valid << QString::fromLatin1(findings);
    };
    const QByteArray good = "version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 1209600\n";
    row("good", good, true, "");
    row("enforced", QByteArray(good).replace("enforce", "enforced"), false, "policy-mode@2:7 policy-near-miss@2:7");
    row("testing", QByteArray(good).replace("enforce", "testing"), true, "policy-mode-testing@2:7");
    row("short", QByteArray(good).replace("1209600", "86400"), true, "policy-max-age-short@4:10");
    row("trailing dot", QByteArray(good).replace("example.com", "example.com."), false, "policy-mx-pattern@3:5");
    row("blank line at the end", good + "\n", false, "policy-syntax@5:1");
    row("byte order mark", "\xef\xbb\xbf" + good, false, "policy-syntax@1:1 policy-encoding@1:1");
    row("missing mode stands at the top", QByteArray(good).replace("mode: enforce\n", ""), false, "policy-mode@1:1");
    row("repeated key", good + "mode: none\n", true, "policy-duplicate-key@5:1");
    row("empty", "", false, "policy-syntax@1:1 policy-version@1:1");
    row("too large", good + "x: " + QByteArray(65536, 'y'), false, "policy-syntax@1:1 policy-unknown-key@5:1");
}

void LintTest::policies()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, valid);
    const PolicyLint lint = lintPolicy(body, QStringLiteral("policy.txt"));
    QCOMPARE(lint.policy.valid(), valid);
    QTEST(shown(lint.findings), "findings");
    // An error is exactly what makes a file invalid.
    const bool errors = std::any_of(lint.findings.cbegin(), lint.findings.cend(),
                                    [](const LintFinding &finding) { return finding.finding.severity == Severity::Error; });
    QCOMPARE(errors, !valid);
}

/// What is wrong with policies that are published, each with its place, and with what was meant where that can be known.
void LintTest::realMistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("finding");
    QTest::addColumn<QString>("says"); // in the message or the remedy
    const QByteArray good = "version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n";
    const auto row = [](const QByteArray &name, const QByteArray &body, const char *finding, const char *says) {
        QTest::newRow(name.constData()) << body << QString::fromLatin1(finding) << QString::fromUtf8(says);
    };
    const auto with = [&good](const char *from, const char *to) { return QByteArray(good).replace(from, to); };
    const auto mx = [&row, &with](const char *value, const char *says) {
        row(QByteArray("mx: ") + value, with("mail.example.com", value), "policy-mx-pattern@3:5", says);
    };
    row("mode: enforced", with("enforce", "enforced"), "policy-near-miss@2:7", "“enforce” must have been meant");
    row("mode: test", with("enforce", "test"), "policy-near-miss@2:7", "“testing” must have been meant");
    row("mode: [testing]", with("enforce", "[testing]"), "policy-near-miss@2:7", "“testing” must have been meant");
    row("mode: [enforce|testing|none]", with("enforce", "[enforce|testing|none]"), "policy-mode@2:7",
        "the choice that a template leaves to you");
    row("max_age: enforce", with("604800", "enforce"), "policy-max-age@4:10", "it says “enforce”");
    row("comment behind max_age", with("604800", "604800 # comment"), "policy-max-age@4:10", "max_age: 604800");
    row("comment behind the mode", with("enforce", "enforce # comment"), "policy-near-miss@2:7", "“enforce” must have been meant");
    mx(".", "it is a single dot");
    mx("://google.com", "mx: google.com");
    mx("alt*.google.com", "mx: *.google.com");
    mx("Priority 5: ALT2.ASPMX.L.GOOGLE.COM", "mx: alt2.aspmx.l.google.com");
    mx("mail.example.com.", "mx: mail.example.com");
    mx("<yourdomain>", "a placeholder of a template");
    mx("your_domain.tld", "a placeholder of a template");
    mx("mail.example.com # comment", "there is a comment behind it");
    row("byte order mark", "\xef\xbb\xbf" + good, "policy-encoding@1:1", "byte order mark");
    row("UTF-16", QByteArray(QStringEncoder(QStringEncoder::Utf16LE).encode(QString::fromUtf8(good))), "policy-encoding@1:1", "UTF-16");
    row("carriage return alone", with("enforce\n", "enforce\r"), "policy-encoding@2:14", "a carriage return alone");
    row("blank line inside", with("mode", "\nmode"), "policy-syntax@2:1", "the line is blank");
    row("blank line at the end", good + "\n", "policy-syntax@5:1", "the line is blank");
    row("indentation", with("mode", "  mode"), "policy-syntax@2:1", "the line begins with white space");
    row("comment line", "# comment\n" + good, "policy-syntax@1:1", "it is a comment");
    row("front matter", "---\n" + good + "---\n", "policy-syntax@1:1", "a border of front matter");
    row("eversion", with("version", "eversion"), "policy-near-miss@1:1", "“version” must have been meant");
    row("nmx", with("mx:", "nmx:"), "policy-near-miss@3:1", "“mx” must have been meant");
    row("max-age", with("max_age", "max-age"), "policy-near-miss@4:1", "“max_age” must have been meant");
    row("STS1v1", with("STSv1", "STS1v1"), "policy-near-miss@1:10", "“STSv1” must have been meant");
    row("STSV1", with("STSv1", "STSV1"), "policy-near-miss@1:10", "“STSv1” must have been meant");
    row("empty file", "", "policy-syntax@1:1", "the file is empty");
    row("lines glued together", with("\nmode", " mode"), "policy-glued-lines@1:16", "behind “STSv1” stands “mode: enforce”");
    row("lines glued without a space", QByteArray(good).replace('\n', ""), "policy-glued-lines@1:15",
        "behind “STSv1” stands “mode: enforce”");
}

void LintTest::realMistakesAreNamed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, finding);
    QFETCH(QString, says);
    const PolicyLint lint = lintPolicy(body, QStringLiteral("policy.txt"));
    QVERIFY(!lint.policy.valid());
    for (const LintFinding &found : lint.findings) {
        const QString text = findingMessage(found.finding) + u' ' + findingRemedy(found.finding);
        if (shown({found}) == finding && text.contains(says))
            return;
    }
    QStringList texts;
    for (const LintFinding &found : lint.findings)
        texts.append(shown({found}) + u' ' + findingMessage(found.finding) + u' ' + findingRemedy(found.finding));
    QFAIL(qPrintable(texts.join(u'\n')));
}

void LintTest::records_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QString>("findings");
    const auto row = [](const char *name, const QByteArray &text, const char *kind, bool valid, const char *findings) {
        QTest::newRow(name) << text << QString::fromLatin1(kind) << valid << QString::fromLatin1(findings);
    };
    row("good", "v=STSv1; id=1;", "mta-sts", true, "");
    row("line feed at the end is not stripped", "v=STSv1; id=1\n", "mta-sts", false, "sts-id-invalid@1:13");
    row("fragile", "v=STSv1 ; id=1;", "mta-sts", true, "sts-record-fragile@1:1");
    row("no id", "v=STSv1;", "mta-sts", false, "sts-id-missing@1:9");
    row("other version", "v=STSv2; id=1", "mta-sts", false, "sts-record-version@1:1");
    row("bad extension", "v=STSv1; id=1; x=a b", "mta-sts", false, "sts-record-syntax@1:18");
    row("reports", "v=TLSRPTv1; rua=mailto:a@example.com", "tls-rpt", true, "");
    row("reports to http", "v=TLSRPTv1; rua=http://example.com/", "tls-rpt", false, "tlsrpt-rua@1:17");
    row("reports with an id are still reports", "v=TLSRPTv1; id=1", "tls-rpt", false, "tlsrpt-rua@1:17");
    row("reports to nothing, in commas", "v=TLSRPTv1; rua=,, ,", "tls-rpt", false, "tlsrpt-rua@1:17");
    row("reports to what stands elsewhere, too", "v=TLSRPTv1; x=a@b; rua=a@b", "tls-rpt", false, "tlsrpt-rua@1:24");
    row("reports, wrong version", "v=TLSRPTv2; rua=mailto:a@example.com", "tls-rpt", false, "tlsrpt-syntax@1:1");
    row("other", "v=spf1 -all", "other", false, "");
    row("empty", "", "other", false, "");
}

void LintTest::records()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const RecordLint lint = lintRecord(text, QStringLiteral("record.txt"));
    QTEST(lint.kind, "kind");
    QCOMPARE(lint.valid, valid);
    QTEST(shown(lint.findings), "findings");
}

void LintTest::sentencesAreComplete()
{
    const QByteArray bad = "Version: STSv1\nmode: enforced\nmode: x\n\nmx: a.example.\nfoo: 1\nmax-age: 1 week\n";
    const QList<LintFinding> findings = lintPolicy(bad, QStringLiteral("{odd}.txt")).findings;
    QVERIFY(findings.size() >= 7);
    for (const LintFinding &lint : findings) {
        QVERIFY(findingMessage(lint.finding).contains(QLatin1String("{odd}.txt")));
        const QStringList sentences{findingMessage(lint.finding), findingExplanation(lint.finding), findingRemedy(lint.finding)};
        const QString rest = sentences.join(u' ').remove(QLatin1String("{odd}"));
        QVERIFY2(!rest.contains(u'{'), qPrintable(rest));
        QVERIFY(!findingRemedy(lint.finding).isEmpty());
    }
    // What a text is called is no name to publish anything at.
    const QList<LintFinding> spaced = lintRecord("v=STSv1 ; id=1;", QStringLiteral("record.txt")).findings;
    QCOMPARE(spaced.size(), 1);
    QVERIFY(findingRemedy(spaced.first().finding).contains(QLatin1String("_mta-sts.example.com")));
}

void LintTest::errorsComeFirst()
{
    const QList<LintFinding> findings =
        lintPolicy("version: STSv1\nmode: testing\nmx: *.com\nmx: a.example.\nmax_age: 60\nx: 1\n", {}).findings;
    QVERIFY(findings.size() >= 3);
    for (qsizetype i = 1; i < findings.size(); ++i)
        QVERIFY(findings.at(i - 1).finding.severity >= findings.at(i).finding.severity);
}

void LintTest::sameTextSameWords()
{
    const auto remedy = [] { return findingRemedy(lintRecord("v=STSv1; id=a-b", QStringLiteral("x")).findings.constFirst().finding); };
    QCOMPARE(remedy(), remedy());
    const QString id = remedy().section(QLatin1String("id="), 1).section(u';', 0, 0);
    QVERIFY2(parseStsRecord("v=STSv1; id=" + id.toLatin1()).valid(), qPrintable(id));
}

QTEST_APPLESS_MAIN(LintTest)
#include "tst_lint.moc"
