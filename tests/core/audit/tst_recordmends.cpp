// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/lint.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray sts = "v=STSv1; id=20260101T000000;";
const QByteArray reports = "v=TLSRPTv1; rua=mailto:a@x.example,https://y.example/r";

int faultsOf(const RecordLint &lint)
{
    return static_cast<int>(std::count_if(lint.findings.cbegin(), lint.findings.cend(),
                                          [](const LintFinding &f) { return f.finding.severity == Severity::Error; }));
}

bool isSubsequence(const QByteArray &part, const QByteArray &whole)
{
    qsizetype at = 0;
    for (const char c : part) {
        at = whole.indexOf(c, at) + 1;
        if (at == 0)
            return false;
    }
    return true;
}

QByteArray decoded(QByteArray text)
{
    for (const auto &[encoded, plain] : {std::pair{"%21", "!"}, {"%2C", ","}, {"%3B", ";"}})
        text.replace(encoded, plain);
    return text;
}

/// What a mend may write into a destination: its scheme, and the characters that RFC 8460 §3 wants encoded.
QByteArray addressOf(const ReportUri &uri)
{
    return decoded(uri.text.mid(uri.text.indexOf(':') + 1));
}

/// What holds for every text in the world. Empty when it does.
QString complaint(const QByteArray &text)
{
    const RecordLint before = lintRecord(text, u"x"_s);
    const QByteArray mended = mendedRecord(text);
    const RecordLint after = lintRecord(mended, u"x"_s);
    if (before.valid && mended != text)
        return u"a valid record was changed"_s;
    if (mendedRecord(mended) != mended)
        return u"mending is not idempotent"_s;
    if (before.kind != after.kind)
        return u"it became a record of another kind"_s;
    if (mended != text && faultsOf(after) > faultsOf(before) && !after.valid && faultsOf(before) > 1)
        return u"there are more errors than before"_s;
    for (const LintFinding &lint : before.findings) {
        for (const TextEdit &edit : lint.mend.edits) {
            if (edit.offset < 0 || edit.length < 0 || edit.offset + edit.length > text.size())
                return u"an edit is outside the text"_s;
        }
        if (!lint.mend.edits.isEmpty() && withEdits(text, lint.mend.edits) == text)
            return u"a mend changes nothing"_s;
    }
    if (after.kind == "mta-sts"_L1 && !isSubsequence(parseStsRecord(mended).id, text) && !text.contains('\\'))
        return u"an id was made up"_s;
    for (const ReportUri &uri : after.kind == "tls-rpt"_L1 ? parseTlsRptRecord(mended).rua : QList<ReportUri>()) {
        if (!isSubsequence(addressOf(uri), decoded(text)) && !text.contains('\\'))
            return u"an address was made up"_s;
    }
    return {};
}

} // namespace

class RecordMendsTest : public QObject
{
    Q_OBJECT

private slots:
    void mendsWhatIsSure_data();
    void mendsWhatIsSure();
    void leavesWhatOnlyTheAuthorKnows_data();
    void leavesWhatOnlyTheAuthorKnows();
    void eachFindingCarriesItsMend_data();
    void eachFindingCarriesItsMend();
    void theSpaceThatTheGrammarAllowsIsTheAuthorsToKeep();
    void holdsForTextsOfTheCorpus_data();
    void holdsForTextsOfTheCorpus();
    void holdsForTextsFromElsewhere();
    void holdsForRandomDamage();
    void hugeTextsAreMendedInTime();
};

void RecordMendsTest::mendsWhatIsSure_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("mended");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &mended = sts) {
        QTest::newRow(name) << text << mended;
    };
    const auto tls = [](const char *name, const QByteArray &text, const QByteArray &mended = reports) {
        QTest::newRow(name) << text << mended;
    };

    row("nothing to mend", sts);
    row("blanks where the grammar has them", "v=STSv1 \t; id=1 ;\t", "v=STSv1 \t; id=1 ;\t");
    row("a field that senders ignore", "v=STSv1; x=\"a\\b\"; id=1;v=STSv1", "v=STSv1; x=\"a\\b\"; id=1;v=STSv1");

    row("misspelt version", "v=STS1v1; id=20260101T000000;");
    row("version in lower case", "v=stsv1; id=20260101T000000;");
    row("version in capitals", "V=STSV1; id=20260101T000000;");
    row("spaces around the equals sign of the version", "v = STSv1; id=20260101T000000;");
    row("a space in the version", "v=STS v1; id=20260101T000000;");
    row("a version with a point", "v=STSv1.0; id=20260101T000000;");
    row("a colon for the equals sign", "v: STSv1; id=20260101T000000;");
    row("the word version", "version=STSv1; id=20260101T000000;");
    row("no v=", "STSv1; id=20260101T000000;");
    row("version last", "id=20260101T000000; v=STSv1;");
    row("a space in front of everything", "  v=STSv1; id=20260101T000000;");

    row("no semicolon behind the version", "v=STSv1 id=20260101T000000;");
    row("nothing behind the version", "v=STSv1id=20260101T000000;");
    row("a comma behind the version", "v=STSv1, id=20260101T000000;");
    row("a misspelt version without its semicolon", "v=stsv1 id=20260101T000000;");
    row("semicolons without a field", "v=STSv1;; ; id=20260101T000000;;;", "v=STSv1; id=20260101T000000;");
    row("a space at the end", "v=STSv1; id=20260101T000000 ", "v=STSv1; id=20260101T000000");
    row("no semicolon behind the id", "v=STSv1; id=1 x=2", "v=STSv1; id=1; x=2");
    row("a comma behind the id", "v=STSv1; id=1, x=2", "v=STSv1; id=1; x=2");

    row("id in capitals", "v=STSv1; ID=20260101T000000;");
    row("id with a colon", "v=STSv1; id: 20260101T000000;");
    row("id with blanks around its equals sign", "v=STSv1; id = 20260101T000000;");
    row("id behind a blank", "v=STSv1; id= 20260101T000000;");
    row("a time that lacks its id=", "v=STSv1; 20260101T000000;");
    row("id in quotation marks", "v=STSv1; id=\"20260101T000000\";");
    row("id in brackets", "v=STSv1; id=<20260101T000000>;");
    row("id with a dot at its end", "v=STSv1; id=20260101T000000.;");
    row("id that is a time as people write it", "v=STSv1; id=2026-01-01T00:00:00;");
    row("id that is a date", "v=STSv1; id=2026-01-01;", "v=STSv1; id=20260101;");
    row("id that is a UUID", "v=STSv1; id=550e8400-e29b-41d4-a716-446655440000;", "v=STSv1; id=550e8400e29b41d4a716446655440000;");
    row("a dot behind all", "v=STSv1; id=20260101T000000;.");
    row("the same record twice", "v=STSv1; id=1v=STSv1; id=1", "v=STSv1; id=1");

    row("in quotation marks", "\"v=STSv1; id=20260101T000000;\"");
    row("in single ones", "'v=STSv1; id=20260101T000000;'");
    row("in typographic ones", u"\u201ev=STSv1; id=20260101T000000;\u201c"_s.toUtf8());
    row("a quotation mark at the end", "v=STSv1; id=20260101T000000;\"");
    row("a quotation mark at the beginning", "\"v=STSv1; id=20260101T000000;");
    row("two strings", "\"v=STSv1; \" \"id=20260101T000000;\"");
    row("two strings without their outer marks", "v=STSv1; \" \"id=20260101T000000;");
    row("escaped", "v=STSv1\\; id=20260101T000000\\;");
    row("escaped by numbers", "\"v=STSv1\\059 id=20260101T000000\\059\"");
    row("a no-break space", u"v=STSv1;\u00a0id=20260101T000000;"_s.toUtf8());
    row("a byte order mark", "\xef\xbb\xbf" + sts);
    row("a line end", sts + '\n');
    row("line ends of both kinds", "\r\n" + sts + "\r\n\n");
    row("broken over two lines", "v=STSv1;\r\n id=20260101T000000;", "v=STSv1;id=20260101T000000;");
    row("a line of a zone file", "_mta-sts.example.com. 3600 IN TXT \"v=STSv1; id=20260101T000000;\"\n");
    row("with the class first", "_mta-sts IN 1h TXT \"v=STSv1; id=20260101T000000;\"");
    row("in parentheses, with a comment", "_mta-sts TXT ( \"v=STSv1; \"\n\t\"id=20260101T000000;\" ) ; ours");
    row("without quotation marks", "_mta-sts.example.com. IN TXT v=STSv1\\; id=20260101T000000\\;");
    row("without semicolons in it", "_mta-sts.example.com. IN TXT \"v=STSv1, ID=20260101T000000\"", "v=STSv1; id=20260101T000000");
    row("as host prints it", "_mta-sts.example.com descriptive text \"v=STSv1; id=20260101T000000;\"");
    row("as nslookup prints it", "_mta-sts.example.com\ttext = \"v=STSv1; id=20260101T000000;\"\n");
    row("a string that is never closed", "_mta-sts TXT \"v=STSv1; id=20260101T000000;");
    row("a quotation mark too early", "\"v=STSv1\"; id=20260101T000000;");
    row("a quotation mark too early, and an id to mend", "\"v=STSv1\"; id=2026-01-01T00:00:00;");
    row("with a comment that reads like a field", "_mta-sts IN TXT \"v=STSv1; id=20260101T000000;\" ; id=1 was before");
    row("several mistakes", "\"v = stsv1, ID: 2026-01-01T00:00:00.;;\"\r\n");

    tls("nothing to mend in TLS-RPT", reports);
    tls("rua twice", "v=TLSRPTv1; rua=mailto:a@x.example; rua=mailto:b@x.example",
        "v=TLSRPTv1; rua=mailto:a@x.example; rua=mailto:b@x.example");
    tls("misspelt version of TLS-RPT", "v=TLSRPT1; rua=mailto:a@x.example,https://y.example/r");
    tls("version of TLS-RPT in lower case", "v=tlsrptv1;rua=mailto:a@x.example", "v=TLSRPTv1;rua=mailto:a@x.example");
    tls("version of TLS-RPT with a hyphen", "v=TLS-RPTv1; rua=mailto:a@x.example", "v=TLSRPTv1; rua=mailto:a@x.example");
    tls("no semicolon behind the version of TLS-RPT", "v=TLSRPTv1 rua=mailto:a@x.example,https://y.example/r");
    tls("ruf for rua", "v=TLSRPTv1; ruf=mailto:a@x.example,https://y.example/r");
    tls("rua in capitals", "v=TLSRPTv1; RUA=mailto:a@x.example,https://y.example/r");
    tls("rua with a colon", "v=TLSRPTv1; rua:mailto:a@x.example,https://y.example/r");
    tls("rua with blanks around its equals sign", "v=TLSRPTv1; rua = mailto:a@x.example,https://y.example/r");
    tls("rua behind a blank", "v=TLSRPTv1; rua= mailto:a@x.example,https://y.example/r");
    tls("no rua= at all", "v=TLSRPTv1; mailto:a@x.example", "v=TLSRPTv1; rua=mailto:a@x.example");
    tls("no mailto:", "v=TLSRPTv1; rua=a@x.example,https://y.example/r");
    tls("no mailto: in any", "v=TLSRPTv1; rua=a@x.example, b@x.example", "v=TLSRPTv1; rua=mailto:a@x.example, mailto:b@x.example");
    tls("ruf without mailto:", "v=TLSRPTv1; ruf=a@x.example", "v=TLSRPTv1; rua=mailto:a@x.example");
    tls("misspelt mailto", "v=TLSRPTv1; rua=mailo:a@x.example,https://y.example/r");
    tls("misspelt https", "v=TLSRPTv1; rua=mailto:a@x.example,htps://y.example/r");
    tls("a blank behind mailto:", "v=TLSRPTv1; rua=mailto: a@x.example,https://y.example/r");
    tls("a blank in place of the comma", "v=TLSRPTv1; rua=mailto:a@x.example https://y.example/r");
    tls("blanks in place of commas, and no mailto:", "v=TLSRPTv1; rua=a@x.example b@x.example",
        "v=TLSRPTv1; rua=mailto:a@x.example,mailto:b@x.example");
    tls("a semicolon in place of the comma", "v=TLSRPTv1; rua=mailto:a@x.example;https://y.example/r");
    tls("a semicolon in place of the comma, and no mailto:", "v=TLSRPTv1; rua=mailto:a@x.example; b@x.example",
        "v=TLSRPTv1; rua=mailto:a@x.example, mailto:b@x.example");
    tls("a comma too many", "v=TLSRPTv1; rua=mailto:a@x.example,,https://y.example/r");
    tls("a comma at the end", "v=TLSRPTv1; rua=mailto:a@x.example,https://y.example/r,");
    tls("in angle brackets", "v=TLSRPTv1; rua=<mailto:a@x.example>,https://y.example/r");
    tls("in quotation marks of its own", "v=TLSRPTv1; rua=\"mailto:a@x.example,https://y.example/r\"");
    tls("a dot at the end of an address", "v=TLSRPTv1; rua=mailto:a@x.example.,https://y.example/r");
    tls("the size that DMARC knows", "v=TLSRPTv1; rua=mailto:a@x.example!10m,https://y.example/r");
    tls("a bare exclamation mark in an address", "v=TLSRPTv1; rua=mailto:a!b@x.example", "v=TLSRPTv1; rua=mailto:a%21b@x.example");
    tls("a bare exclamation mark in a path", "v=TLSRPTv1; rua=https://y.example/r!s", "v=TLSRPTv1; rua=https://y.example/r%21s");
    tls("a bare comma in a path", "v=TLSRPTv1; rua=https://y.example/r,s", "v=TLSRPTv1; rua=https://y.example/r%2Cs");
    tls("a bare semicolon in a path", "v=TLSRPTv1; rua=https://y.example/r;s", "v=TLSRPTv1; rua=https://y.example/r%3Bs");
    tls("TLS-RPT in quotation marks", '"' + reports + '"');
    tls("TLS-RPT with a line end", reports + "\r\n");
    tls("a line of a zone file with TLS-RPT", "_smtp._tls\t300\tIN\tTXT\t\"v=TLSRPTv1; rua=mailto:a@x.example,\" \"https://y.example/r\"");
}

void RecordMendsTest::mendsWhatIsSure()
{
    QFETCH(QByteArray, text);
    QTEST(mendedRecord(text), "mended");
    QVERIFY(lintRecord(mendedRecord(text), u"x"_s).valid);
    QCOMPARE(complaint(text), QString());
}

void RecordMendsTest::leavesWhatOnlyTheAuthorKnows_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("empty", {});
    row("another record", "v=spf1 -all");
    row("no id", "v=STSv1;");
    row("an empty id", "v=STSv1; id=;");
    row("an id that is too long", "v=STSv1; id=" + QByteArray(33, '1'));
    row("an id with a hyphen", "v=STSv1; id=test-123");
    row("an id with separators where two ids could become one", "v=STSv1; id=2026-1-11;");
    row("an id of other characters", "v=STSv1; id=###;");
    row("an id that is a placeholder", "v=STSv1; id=<your id>;");
    row("an id that is a placeholder of one word", "v=STSv1; id=<id>;");
    row("an id that is a placeholder of a template", "v=STSv1; id={timestamp};");
    row("DMARC, with the line of a zone file", "_dmarc IN TXT \"v=DMARC1; p=none; rua=mailto:a@x.example!10m\"");
    row("two different records in one", "v=STSv1; id=1v=STSv1; id=2");
    row("two records in two lines", "v=STSv1; id=1;\nv=TLSRPTv1; rua=mailto:a@x.example\n");
    row("two records in two strings", "\"v=STSv1; id=1;\"\n\"v=TLSRPTv1; rua=mailto:a@x.example\"\n");
    row("two records of which one is another's", "\"v=STSv1; id=1;\"\n\"x=y\"\n");
    row("two records of which one may be another's", "\"v=STSv1; \"\r\n  \"id=1;\"");
    row("two lines of a zone file", "_mta-sts IN TXT \"v=STSv1; id=1;\"\n_mta-sts IN TXT \"x=y\"\n");
    row("two lines of a zone file without quotation marks", "_mta-sts TXT v=STSv1; id=1;\r\nwww TXT hello=world;\r\n");
    row("all that nslookup prints", "Server:\t192.0.2.53\n\n_mta-sts.x.example\ttext = \"v=STSv1; id=1;\"\n");
    row("two records with a comment between", "\"v=STSv1; id=1;\" ; ours\n\"x=y\"");
    row("another version", "v=STSv2; id=1;");
    row("another version in lower case", "v=stsv2; id=1;");
    row("a version with two digits", "v=STSv11; id=1;");
    row("an id alone", "id=20260101");
    row("an id and a word", "v=STSv1; id=foo include");
    row("a field with a blank in its value", "v=STSv1; id=1; note=has space;");
    row("a field that is none", "v=STSv1; id=1; what");
    row("a time beside an id", "v=STSv1; id=1; 20260101");
    row("a word that may be the id", "v=STSv1; abc");
    row("an address alone", "v=TLSRPTv1; a@x.example");
    row("no rua", "v=TLSRPTv1;");
    row("a rua alone", "rua=mailto:a@x.example");
    row("commas alone", "v=TLSRPTv1; rua=,, ,");
    row("a host for an address", "v=TLSRPTv1; rua=x.example");
    row("http", "v=TLSRPTv1; rua=http://x.example/r");
    row("an address that may be two", "v=TLSRPTv1; rua=mailto:a,b@x.example");
    row("a host behind a URI", "v=TLSRPTv1; rua=https://x.example/r,y.example");
    row("an address behind a mailto without its colon", "v=TLSRPTv1; rua=mailtoa@x.example");
    row("an address with two at signs", "v=TLSRPTv1; rua=a@b@x.example");
    row("two fields that could be rua", "v=TLSRPTv1; ruf=mailto:a@x.example; RUA=mailto:b@x.example");
    row("another version of TLS-RPT", "v=TLSRPTv2; rua=mailto:a@x.example");
}

void RecordMendsTest::leavesWhatOnlyTheAuthorKnows()
{
    QFETCH(QByteArray, text);
    QCOMPARE(mendedRecord(text), text);
    QCOMPARE(complaint(text), QString());
}

void RecordMendsTest::eachFindingCarriesItsMend_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("finding"); // rule@column
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("replacement");
    const auto row = [](const char *name, const QByteArray &text, const char *finding, int offset, int length,
                        const QByteArray &replacement) {
        QTest::newRow(name) << text << QString::fromLatin1(finding) << offset << length << replacement;
    };
    row("version", "v=STS1v1; id=1", "sts-record-version@1", 5, 1, "");
    row("semicolon", "v=STSv1 id=1", "sts-record-syntax@9", 7, 0, ";");
    row("name of the id", "v=STSv1; ID=1", "sts-id-missing@14", 9, 2, "id");
    row("id", "v=STSv1; id=1.", "sts-id-invalid@13", 13, 1, "");
    row("name of rua", "v=TLSRPTv1; ruf=mailto:a@x.example", "tlsrpt-rua@35", 14, 1, "a");
    row("the second destination", "v=TLSRPTv1; rua=mailto:a@x.example, a@x.example", "tlsrpt-rua@37", 36, 0, "mailto:");
    row("a destination that stands elsewhere, too", "v=TLSRPTv1; x=a@x.example; rua=a@x.example", "tlsrpt-rua@32", 31, 0, "mailto:");
}

void RecordMendsTest::eachFindingCarriesItsMend()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, finding);
    const QList<LintFinding> findings = lintRecord(text, u"x"_s).findings;
    const auto found = std::find_if(findings.cbegin(), findings.cend(), [&](const LintFinding &lint) {
        return u"%1@%2"_s.arg(lint.finding.ruleId).arg(lint.column) == finding && lint.line == 1;
    });
    QVERIFY2(found != findings.cend(), findings.isEmpty() ? "" : qPrintable(findings.constFirst().finding.ruleId));
    QVERIFY(found->mend.sure);
    QCOMPARE(found->mend.edits.size(), 1);
    const TextEdit edit = found->mend.edits.constFirst();
    QTEST(int(edit.offset), "offset");
    QTEST(int(edit.length), "length");
    QTEST(edit.replacement, "replacement");
}

void RecordMendsTest::theSpaceThatTheGrammarAllowsIsTheAuthorsToKeep()
{
    const QByteArray text = "v=STSv1 ; id=1;";
    const QList<LintFinding> findings = lintRecord(text, u"x"_s).findings;
    QCOMPARE(findings.size(), 1);
    QVERIFY(!findings.constFirst().mend.sure);
    QCOMPARE(withEdits(text, findings.constFirst().mend.edits), QByteArray("v=STSv1; id=1;"));
    QCOMPARE(mendedRecord(text), text);
}

void RecordMendsTest::holdsForTextsOfTheCorpus_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("MTA-STS") << u"stsrecord"_s;
    QTest::newRow("TLS-RPT") << u"tlsrptrecord"_s;
    QTest::newRow("tag lists") << u"taglist"_s;
    QTest::newRow("destinations") << u"reporturi"_s;
}

void RecordMendsTest::holdsForTextsOfTheCorpus()
{
    QFETCH(QString, folder);
    const QDir files(QStringLiteral(SOURCE_DIR "/tests/corpus/") + folder);
    const QStringList names = files.entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(files.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(complaint(text).isEmpty(), qPrintable(name + u": "_s + complaint(text)));
        QVERIFY2(complaint("v=TLSRPTv1; rua=" + text).isEmpty(), qPrintable(name));
    }
}

void RecordMendsTest::holdsForTextsFromElsewhere()
{
    int repaired = 0;
    for (const char *name : {"mta-sts-txt.json", "tlsrpt-txt.json"}) {
        QFile table(QStringLiteral(VECTORS_DIR "/tables/") + QLatin1String(name));
        if (!table.open(QIODevice::ReadOnly))
            QSKIP("the tables are not at hand");
        const QJsonArray rows = QJsonDocument::fromJson(table.readAll()).array();
        for (const QJsonValue &row : rows) {
            const QByteArray text = row[u"txt"].toString().toUtf8();
            QVERIFY2(complaint(text).isEmpty(), qPrintable(row[u"id"].toString() + u": "_s + complaint(text)));
            repaired += !lintRecord(text, {}).valid && lintRecord(mendedRecord(text), {}).valid ? 1 : 0;
        }
    }
    QVERIFY2(repaired >= 12, qPrintable(QString::number(repaired)));
}

void RecordMendsTest::holdsForRandomDamage()
{
    QRandomGenerator random(20260102); // the same damage in every run
    const QByteArrayList pieces{
        "\r",   "\n",           " ",          "\t",       ":",         "=", ";",        ",",    "\"",          "\\",    "\\;",  "id",
        "rua=", "v=STSv1",      "mailto:",    "https://", "!",         "%", "\xc2\xa0", "\xff", "a@x.example", "<",     ">",    ".",
        "-",    "ID=",          "ruf=",       "\" \"",    "IN TXT \"", "(", ")",        "'",    "x=y; ",       "http:", "!10m", "\\032",
        "\\\"", "\xe2\x80\x9c", "2026-01-01", "/"};
    for (int round = 0; round < 6000; ++round) {
        QByteArray text = round % 2 == 0 ? sts : reports;
        for (int i = 0; i < 1 + random.bounded(4); ++i) {
            const qsizetype at = random.bounded(static_cast<int>(text.size()) + 1);
            text.replace(at, random.bounded(4), pieces.at(random.bounded(static_cast<int>(pieces.size()))));
        }
        const QString wrong = complaint(text);
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(wrong + u": "_s + QString::fromUtf8(text) + u" -> "_s + QString::fromUtf8(mendedRecord(text))));
    }
}

void RecordMendsTest::hugeTextsAreMendedInTime()
{
    const QByteArray floods[] = {
        "v=STSv1; id=1" + QByteArray(60000, ';'),
        "v=STSv1; id=1;" + QByteArray(" ;").repeated(30000),
        "v=STSv1; id=1;" + QByteArray(".;a;").repeated(15000),
        "v=TLSRPTv1; rua=" + QByteArray("a@x.example,").repeated(5000),
        "v=TLSRPTv1; rua=" + QByteArray("a@x.example ").repeated(5000),
        "v=TLSRPTv1; rua=https://x.example/" + QByteArray(",a").repeated(30000),
        "v=TLSRPTv1" + QByteArray(60000, '"'),
        QByteArray("_mta-sts TXT \"") + "v=STSv1; id=1\\;" + QByteArray("\\\\").repeated(30000),
        "v=STSv1; id=1;" + QByteArray(1024 * 1024, ';'),
    };
    for (const QByteArray &text : floods) {
        const qint64 start = QDateTime::currentMSecsSinceEpoch();
        mendedRecord(text);
        const qint64 took = QDateTime::currentMSecsSinceEpoch() - start;
        QVERIFY2(took < 5000, qPrintable(QString::fromLatin1(text.left(40)) + u' ' + QString::number(took)));
    }
    QCOMPARE(mendedRecord(floods[0]), QByteArray("v=STSv1; id=1;"));
}

QTEST_APPLESS_MAIN(RecordMendsTest)
#include "tst_recordmends.moc"
