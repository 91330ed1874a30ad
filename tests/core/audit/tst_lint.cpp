// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/lint.h"

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
