// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/lint.h"
#include "mtasts/policyterms.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace mta;

namespace
{

const QByteArray good = "version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmax_age: 1209600\r\n";

QByteArray with(const QByteArray &from, const QByteArray &to)
{
    if (!good.contains(from))
        qFatal("the good policy does not hold what is to be replaced");
    return QByteArray(good).replace(from, to);
}

int errorsOf(const PolicyLint &lint)
{
    return static_cast<int>(std::count_if(lint.findings.cbegin(), lint.findings.cend(),
                                          [](const LintFinding &f) { return f.finding.severity == Severity::Error; }));
}

/// What holds for every file in the world. Empty when it does.
QString complaint(const QByteArray &body)
{
    const PolicyLint before = lintPolicy(body, QStringLiteral("x"));
    const QByteArray mended = mendedPolicy(body);
    const PolicyLint after = lintPolicy(mended, QStringLiteral("x"));
    if (mendedPolicy(mended) != mended)
        return QStringLiteral("mending is not idempotent");
    if (before.policy.valid() && (!after.policy.valid() || !sameMeaning(*termsOf(before.policy), *termsOf(after.policy))))
        return QStringLiteral("a valid policy lost its meaning");
    // The first twenty of each kind are listed, and one mistake may hide behind another on its line; a small file shows them all.
    if (errorsOf(after) > errorsOf(before))
        return QStringLiteral("there are more errors than before");
    for (const PlacedMend &placed : mendsOf(before.policy)) {
        for (const TextEdit &edit : placed.mend.edits) {
            if (edit.offset < 0 || edit.offset + edit.length > body.size())
                return QStringLiteral("an edit is outside the file");
        }
        if (withEdits(body, placed.mend.edits) == body)
            return QStringLiteral("a mend changes nothing");
    }
    if (const auto terms = termsOf(before.policy)) {
        const auto canonical = policyText(*terms);
        if (canonical && (termsOf(parsePolicy(*canonical)) != terms))
            return QStringLiteral("the canonical form says something else");
        if (!canonical && body.size() < maxPolicySize / 2)
            return QStringLiteral("a valid policy has no canonical form");
    }
    return {};
}

} // namespace

class MendsTest : public QObject
{
    Q_OBJECT

private slots:
    void mendsWhatIsSure_data();
    void mendsWhatIsSure();
    void leavesWhatOnlyTheAuthorKnows_data();
    void leavesWhatOnlyTheAuthorKnows();
    void eachFindingCarriesItsMend();
    void holdsForFilesOfTheCorpus();
    void holdsForPublishedPolicies();
    void holdsForRandomDamage();
    void manyMistakesAreAllMended_data();
    void manyMistakesAreAllMended();
    void whatHidesBehindOthersIsMendedInAThousandPasses();
    void overlappingEditsAreMadeOnce();
};

void MendsTest::mendsWhatIsSure_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("mended");
    const auto row = [](const char *name, const QByteArray &body, const QByteArray &mended = good) {
        QTest::newRow(name) << body << mended;
    };
    row("nothing to mend", good);
    row("byte order mark", "\xef\xbb\xbf" + good);
    row("blank line inside", with("mode", "\r\nmode"));
    row("blank line at the end", good + "\r\n");
    row("blanks at the end without a line end", good + "  ");
    row("comment line", "# our policy\r\n" + good);
    row("indented", with("mode", "  mode"));
    row("space before the colon", with("mode:", "mode :"));
    row("equals sign", with("mode: ", "mode = "));
    row("no colon", with("mode: ", "mode "));
    row("carriage return alone", with("enforce\r\n", "enforce\r"));
    row("two carriage returns", with("enforce\r\n", "enforce\r\r\n"));
    row("carriage returns alone throughout", QByteArray(good).replace("\r\n", "\r"));
    row("misspelt mode", with("enforce", "enforced"));
    row("mode in brackets", with("enforce", "[enforce]"));
    row("mode with a comment", with("enforce", "enforce # at last"));
    row("misspelt version", with("STSv1", "STS1v1"));
    row("version with a point", with("STSv1", "STSv1.0"));
    row("misspelt key", with("max_age", "max-age"));
    row("key in capitals", with("mode", "Mode"));
    row("no version", with("version: STSv1\r\n", ""));
    row("version without a value", with("version: STSv1", "version:"));
    row("max_age with a comment", with("1209600", "1209600 # two weeks"));
    row("max_age in seconds", with("1209600", "1209600s"));
    row("max_age in quotes", with("1209600", "\"1209600\""));
    row("max_age with too many digits, but the same number", with("1209600", "00001209600"));
    row("max_age of nothing but zeros", with("1209600", "00000000000"), with("1209600", "0"));
    row("max_age over a year", with("1209600", "63072000"), with("1209600", "31557600"));
    row("mx with a dot at its end", with("mail.example.com", "mail.example.com."));
    row("mx with its preference", with("mail.example.com", "10 mail.example.com."));
    row("mx with a comment", with("mail.example.com", "mail.example.com # main"));
    row("mx with umlauts",
        with("mail.example.com", "mail.b\xc3\xbc"
                                 "cher.example"),
        with("mail.example.com", "mail.xn--bcher-kva.example"));
    row("several mx on one line", with("mail.example.com", "a.example, b.example"), with("mail.example.com", "a.example\r\nmx: b.example"));
    row("repeated mode", good + "mode: none\r\n");
    row("repeated mode and comment", good + "mode: none\r\n# x\r\nmode: testing\r\n");
    row("several mistakes on one line", with("mode: enforce\r\n", "  mode = enforced\r\r\n"));
    row("two lines in one", with("\r\nmode", " mode"));
    row("all lines in one", "version: STSv1mode: enforce mx: mail.example.com\\nmax_age: 1209600\r\n");
    row("a border of front matter", "---\r\n" + good + "---\r\n");
    row("line feeds stay line feeds", QByteArray(good).replace("\r\n", "\n") + "\n", QByteArray(good).replace("\r\n", "\n"));
    row("extensions stay as they are", good + "x-note:\tkept \xc3\xa4\r\n\r\n", good + "x-note:\tkept \xc3\xa4\r\n");
}

void MendsTest::mendsWhatIsSure()
{
    QFETCH(QByteArray, body);
    QTEST(mendedPolicy(body), "mended");
    QCOMPARE(complaint(body), QString());
}

void MendsTest::leavesWhatOnlyTheAuthorKnows_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a web page") << QByteArray("<html>\n<body>\n\nnot found\n</body>\n");
    QTest::newRow("no mode") << with("mode: enforce\r\n", "");
    QTest::newRow("a choice of modes") << with("enforce", "enforce|none");
    QTest::newRow("a mode that is none") << with("enforce", "strict");
    QTest::newRow("another version") << with("STSv1", "STSv2");
    QTest::newRow("another version in lower case") << with("STSv1", "stsv2");
    QTest::newRow("max_age in weeks") << with("1209600", "1 week");
    QTest::newRow("no max_age") << with("max_age: 1209600\r\n", "");
    QTest::newRow("no mx") << with("mx: mail.example.com\r\n", "");
    QTest::newRow("star inside a label") << with("mail.example.com", "alt*.example.com");
    QTest::newRow("placeholder") << with("mail.example.com", "<yourdomain>");
    QTest::newRow("mx that is an address") << with("mail.example.com", "192.0.2.1");
    QTest::newRow("unusable mode, repeated") << with("enforce", "strict") + "mode: testing\r\n";
    QTest::newRow("two lines in one, of which one means nothing") << with("enforce\r\nmx", "strict mx");
    QTest::newRow("two lines in one, where the second stands alone too") << with("\r\nmx", " version: STSv1\r\nmx");
    QTest::newRow("short max_age") << with("1209600", "60");
    QTest::newRow("equals sign behind an unknown key") << good + "note=x\r\n";
}

void MendsTest::leavesWhatOnlyTheAuthorKnows()
{
    QFETCH(QByteArray, body);
    QCOMPARE(mendedPolicy(body), body);
    QCOMPARE(complaint(body), QString());
}

void MendsTest::eachFindingCarriesItsMend()
{
    const QByteArray body = with("enforce", "enforced") + "# x\r\n";
    int sure = 0;
    for (const LintFinding &lint : lintPolicy(body, {}).findings) {
        QVERIFY2(lint.mend.sure, qPrintable(lint.finding.ruleId));
        sure += 1;
        const QByteArray mended = withEdits(body, lint.mend.edits);
        QVERIFY(errorsOf(lintPolicy(mended, {})) < errorsOf(lintPolicy(body, {})));
    }
    QCOMPARE(sure, 3); // policy-mode and policy-near-miss share theirs
    const QList<LintFinding> proposed = lintPolicy(with("mail.example.com", "alt*.example.com"), {}).findings;
    QCOMPARE(proposed.size(), 1);
    QVERIFY(!proposed.constFirst().mend.sure);
    QCOMPARE(proposed.constFirst().mend.edits.constFirst().replacement, QByteArray("*.example.com"));
}

void MendsTest::holdsForFilesOfTheCorpus()
{
    const QDir folder(QStringLiteral(SOURCE_DIR "/tests/corpus/policy"));
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(complaint(file.readAll()).isEmpty(), qPrintable(name));
    }
}

void MendsTest::holdsForPublishedPolicies()
{
    const QDir folder(QStringLiteral(VECTORS_DIR "/real-policies"));
    if (!folder.exists())
        QSKIP("the published policies are not at hand");
    int repaired = 0;
    for (const QString &name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray body = file.readAll();
        const QString wrong = complaint(body);
        QVERIFY2(wrong.isEmpty(), qPrintable(name + QStringLiteral(": ") + wrong));
        repaired += !parsePolicy(body).valid() && parsePolicy(mendedPolicy(body)).valid() ? 1 : 0;
    }
    QVERIFY2(repaired >= 20, qPrintable(QString::number(repaired)));
    QFile table(QStringLiteral(VECTORS_DIR "/tables/mta-sts-policy.json"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QJsonArray rows = QJsonDocument::fromJson(table.readAll()).array();
    for (const QJsonValue &row : rows) {
        const QString wrong = complaint(row[QLatin1String("body")].toString().toUtf8());
        QVERIFY2(wrong.isEmpty(), qPrintable(row[QLatin1String("id")].toString() + QStringLiteral(": ") + wrong));
    }
}

void MendsTest::holdsForRandomDamage()
{
    QRandomGenerator random(20260101); // the same damage in every run
    const QByteArrayList pieces{"\r",
                                "\n",
                                "\r\n",
                                " ",
                                "\t",
                                ":",
                                "=",
                                "#",
                                "mx",
                                "mode",
                                "version: STSv1",
                                "\xef\xbb\xbf",
                                "x: y\r\n",
                                "enforce",
                                "*",
                                ".",
                                ",",
                                "mode: none\n",
                                "MAX_AGE: 1\n",
                                "\xff",
                                "<",
                                "//",
                                "STSv1",
                                "a.example"};
    for (int round = 0; round < 4000; ++round) {
        QByteArray body = good;
        for (int i = 0; i < 1 + random.bounded(5); ++i) {
            const qsizetype at = random.bounded(static_cast<int>(body.size()) + 1);
            const qsizetype gone = random.bounded(4);
            body.replace(at, gone, pieces.at(random.bounded(static_cast<int>(pieces.size()))));
        }
        const QString wrong = complaint(body);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong + QStringLiteral(": ") + QString::fromLatin1(body.toPercentEncoding(" :"))));
    }
}

void MendsTest::manyMistakesAreAllMended_data()
{
    QTest::addColumn<QByteArray>("filling"); ///< up to the size that senders read
    QTest::newRow("blank lines") << QByteArray("\n");
    QTest::newRow("comments") << QByteArray("#\n");
    QTest::newRow("fields that are there already") << QByteArray("mode: none\n");
    QTest::newRow("mistakes that hide behind others") << QByteArray(" mode = none\n");
}

void MendsTest::manyMistakesAreAllMended()
{
    QFETCH(QByteArray, filling);
    const QByteArray body = good + filling.repeated((maxPolicySize - good.size()) / filling.size());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(mendedPolicy(body), good);
    // A pass for every hundred of them took 4 seconds.
    QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
}

void MendsTest::whatHidesBehindOthersIsMendedInAThousandPasses()
{
    // Of lines that were written as one, each pass takes the first off.
    const QByteArray one = "mx: a.b";
    for (const int glued : {1000, 1001}) {
        const QByteArray body = with("mx: mail.example.com", one + (" " + one).repeated(glued));
        const QByteArray whole = with("mx: mail.example.com", one + ("\r\n" + one).repeated(std::min(glued, 1000)));
        QCOMPARE(mendedPolicy(body), glued <= 1000 ? whole : QByteArray(whole).replace("\r\nmax_age", " " + one + "\r\nmax_age"));
    }
}

void MendsTest::overlappingEditsAreMadeOnce()
{
    QCOMPARE(withEdits("abcdef", {{1, 2, "X"}, {1, 2, "Y"}, {2, 1, "Z"}, {5, 1, {}}, {0, 0, ">"}, {9, 1, "!"}, {4, 9, "!"}}),
             QByteArray(">aXde"));
}

QTEST_APPLESS_MAIN(MendsTest)
#include "tst_mends.moc"
