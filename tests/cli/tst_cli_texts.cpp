// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include "audit/catalogue.h"
#include <QTemporaryDir>

namespace
{

const QByteArray goodPolicy = "version: STSv1\r\nmode: enforce\r\nmax_age: 1209600\r\nmx: mx.example.com\r\nmx: *.example.net\r\n";

} // namespace

class CommandLineTextsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file(const QString &name, const QByteArray &content)
    {
        QFile target(m_folder.filePath(name));
        if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(target.fileName()));
        return target.fileName();
    }
    static QByteArray content(const QString &name)
    {
        QFile target(name);
        return target.open(QIODevice::ReadOnly) ? target.readAll() : QByteArray("unreadable");
    }
    static program::Ran typed(const QString &line, const QStringList &more = {}, const QByteArray &input = {})
    {
        return program::run(line.split(u' ') + more, input);
    }

private Q_SLOTS:
    void inputsAreBounded_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<qsizetype>("most");
        QTest::addColumn<bool>("piped");
        const qsizetype mebibyte = 1024 * 1024;
        QTest::newRow("a policy") << QStringLiteral("policy lint") << mebibyte << false;
        QTest::newRow("a policy on standard input") << QStringLiteral("policy lint") << mebibyte << true;
        QTest::newRow("a list of domains") << QStringLiteral("audit --from") << 64 * mebibyte << false;
    }
    void inputsAreBounded()
    {
        QFETCH(QString, line);
        QFETCH(qsizetype, most);
        QFETCH(bool, piped);
        for (const bool over : {false, true}) {
            const QByteArray octets(over ? most + 1 : most, '#'); // a comment, and no domain
            const QString path = piped ? QStringLiteral("-") : file(QStringLiteral("bounded"), octets);
            const program::Ran ran = typed(line, {path}, piped ? octets : QByteArray());
            QCOMPARE((ran.output + ran.complaints).contains("it is larger than"), over);
            QCOMPARE(ran.status == 2, over);
        }
    }

    void rulesAreThoseOfTheCatalogue()
    {
        const program::Ran ran = typed(QStringLiteral("rules --format json"));
        QCOMPARE(ran.status, 0);
        const QJsonArray rules = ran.json().toArray();
        QCOMPARE(rules.size(), mta::catalogue().size());
        for (const QJsonValue &rule : rules) {
            for (const char *key : {"id", "severity", "citation", "message", "explanation", "remedy"})
                QVERIFY2(!rule[QLatin1String(key)].toString().isEmpty(), key);
        }
        QCOMPARE(typed(QStringLiteral("rules --format ndjson")).lines().size(), rules.size());
        QCOMPARE(typed(QStringLiteral("rules")).output.count('\n'), rules.size());
    }

    void oneRuleIsToldInFull()
    {
        const mta::Rule &rule = *mta::catalogue().first();
        const program::Ran object = typed(QStringLiteral("rules --format json"), {QLatin1String(rule.id)});
        QVERIFY(object.json().isObject());
        QCOMPARE(object.json()[QLatin1String("id")].toString(), QLatin1String(rule.id));
        QCOMPARE(object.json()[QLatin1String("severity")].toString(), mta::severityName(rule.severity));
        const QByteArray text = typed(QStringLiteral("rules"), {QLatin1String(rule.id)}).output;
        QVERIFY(text.contains(rule.remedy));
        QVERIFY(text.contains(rule.citation));
    }

    void goodPolicyIsValid()
    {
        const QString name = file(QStringLiteral("good.txt"), goodPolicy);
        const program::Ran ran = typed(QStringLiteral("policy lint --format json"), {name});
        QCOMPARE(ran.status, 0);
        const QJsonObject object = ran.json().toObject();
        QCOMPARE(object.value(QLatin1String("file")).toString(), name);
        QCOMPARE(object.value(QLatin1String("valid")), QJsonValue(true));
        const QJsonObject policy = object.value(QLatin1String("policy")).toObject();
        QCOMPARE(policy.value(QLatin1String("mode")).toString(), QStringLiteral("enforce"));
        QCOMPARE(policy.value(QLatin1String("maxAge")).toInt(), 1209600);
        QCOMPARE(policy.value(QLatin1String("mx")).toArray().size(), 2);
        QVERIFY(typed(QStringLiteral("policy lint"), {name}).output.contains("a valid policy"));
    }

    void badPolicyHasFindingsWithTheirPlace()
    {
        const program::Ran ran = typed(QStringLiteral("policy lint - --format ndjson"), {},
                                       "version: STSv1\nmode: enforced\nmax_age: soon\nmx: mx.example.com\n");
        QCOMPARE(ran.status, 1);
        const QJsonObject object = ran.lines().value(0);
        QCOMPARE(object.value(QLatin1String("file")).toString(), QStringLiteral("-"));
        QCOMPARE(object.value(QLatin1String("valid")), QJsonValue(false));
        const QJsonObject policy = object.value(QLatin1String("policy")).toObject();
        QVERIFY(policy.value(QLatin1String("mode")).isNull());
        QVERIFY(policy.value(QLatin1String("maxAge")).isNull());
        QSet<QString> ids;
        for (const QJsonValue &finding : object.value(QLatin1String("findings")).toArray()) {
            ids.insert(finding[QLatin1String("id")].toString());
            QVERIFY(finding[QLatin1String("line")].toInt() >= 1);
            QVERIFY(finding[QLatin1String("column")].toInt() >= 1);
            QVERIFY(!finding[QLatin1String("message")].toString().isEmpty());
            QVERIFY(!finding[QLatin1String("remedy")].toString().isEmpty());
            if (finding[QLatin1String("id")].toString() == QLatin1String("policy-mode"))
                QCOMPARE(finding[QLatin1String("line")].toInt(), 2);
        }
        QVERIFY(ids.contains(QStringLiteral("policy-mode")));
        QVERIFY(ids.contains(QStringLiteral("policy-max-age")));
    }

    void severalPoliciesAreAnArrayAndTheWorstCounts()
    {
        const QString good = file(QStringLiteral("good.txt"), goodPolicy);
        const QString bad = file(QStringLiteral("bad.txt"), "mode: none\n");
        const program::Ran ran = typed(QStringLiteral("policy lint --format json"), {good, bad});
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.json().toArray().size(), 2);
        const program::Ran unreadable =
            typed(QStringLiteral("policy lint --format ndjson"), {bad, m_folder.filePath(QStringLiteral("none")), good});
        QCOMPARE(unreadable.status, 2);
        QCOMPARE(unreadable.lines().size(), 3);
        QVERIFY(unreadable.lines()[1].contains(QLatin1String("error")));
    }

    void textNamesFileLineAndColumn()
    {
        const QString bad = file(QStringLiteral("bad.txt"), "version: STSv1\nmode: enforced\nmax_age: 86400\nmx: mx.example.com\n");
        const QByteArray text = typed(QStringLiteral("policy lint"), {bad}).output;
        QVERIFY2(text.contains(bad.toUtf8() + ":2:"), text.constData());
        QVERIFY(text.contains("[policy-mode]"));
    }

    void fixPrintsTheMendedPolicyAndLeavesTheFile()
    {
        const QByteArray bad = QByteArray(goodPolicy).replace("enforce", "enforced") + "\r\n";
        const QString name = file(QStringLiteral("fix.txt"), bad);
        const program::Ran ran = typed(QStringLiteral("policy fix"), {name});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.output, goodPolicy);
        QCOMPARE(content(name), bad);
        QCOMPARE(typed(QStringLiteral("policy fix -"), {}, bad).output, goodPolicy);
        const QJsonObject object = typed(QStringLiteral("policy fix --format json"), {name}).json().toObject();
        QCOMPARE(object.value(QLatin1String("valid")), QJsonValue(true));
        QCOMPARE(object.value(QLatin1String("changed")), QJsonValue(true));
        QCOMPARE(object.value(QLatin1String("text")).toString().toUtf8(), goodPolicy);
        QVERIFY(object.value(QLatin1String("mended")).toArray().size() >= 2);
        QCOMPARE(object.value(QLatin1String("findings")).toArray().size(), 0);
    }

    void fixInPlaceReplacesTheFilesAndSaysSo()
    {
        const QString mended = file(QStringLiteral("inplace.txt"), "\xef\xbb\xbf" + goodPolicy);
        const QString hopeless = file(QStringLiteral("hopeless.txt"), "\r\nmode: strict\r\n");
        const program::Ran ran = typed(QStringLiteral("policy fix --in-place"), {mended, hopeless});
        QCOMPARE(ran.status, 1);
        QCOMPARE(content(mended), goodPolicy);
        QCOMPARE(content(hopeless), QByteArray("mode: strict\r\n"));
        QVERIFY2(ran.output.contains("a valid policy") && ran.output.contains("still not a valid policy"), ran.output.constData());
        QVERIFY(typed(QStringLiteral("policy fix --in-place"), {mended}).output.contains("nothing to change"));
    }

    void formatWritesTheCanonicalForm()
    {
        const QByteArray odd = "max_age: 01209600\nmx: MX.example.com\nmode: enforce  \nversion: STSv1\nmode: none\nmx: *.example.net";
        const program::Ran ran = typed(QStringLiteral("policy format -"), {}, odd);
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.output,
                 QByteArray("version: STSv1\r\nmode: enforce\r\nmx: mx.example.com\r\nmx: *.example.net\r\nmax_age: 1209600\r\n"));
        const QByteArray bad = "mode: enforce\n";
        const QString name = file(QStringLiteral("format.txt"), bad);
        const program::Ran refused = typed(QStringLiteral("policy format --in-place"), {name});
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.complainsInOneLine());
        QCOMPARE(content(name), bad);
    }

    void lintTellsTheMend()
    {
        const QByteArray bad = QByteArray(goodPolicy).replace("enforce", "enforced");
        const QJsonObject object = typed(QStringLiteral("policy lint - --format json"), {}, bad).json().toObject();
        const QJsonValue mend = object.value(QLatin1String("findings")).toArray().at(0)[QLatin1String("mend")];
        QCOMPARE(mend[QLatin1String("sure")], QJsonValue(true));
        const QJsonValue edit = mend[QLatin1String("edits")].toArray().at(0);
        QCOMPARE(edit[QLatin1String("offset")].toInt(), bad.indexOf("enforced"));
        QCOMPARE(edit[QLatin1String("length")].toInt(), 8);
        QCOMPARE(QByteArray::fromBase64(edit[QLatin1String("replacement")].toString().toLatin1()), QByteArray("enforce"));
    }

    void records_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("valid");
        QTest::newRow("good MTA-STS") << QStringLiteral("v=STSv1; id=20260101;") << QStringLiteral("mta-sts") << true;
        QTest::newRow("bad MTA-STS") << QStringLiteral("v=STSv1; id=;") << QStringLiteral("mta-sts") << false;
        QTest::newRow("good TLS-RPT") << QStringLiteral("v=TLSRPTv1; rua=mailto:tls@example.com") << QStringLiteral("tls-rpt") << true;
        QTest::newRow("bad TLS-RPT") << QStringLiteral("v=TLSRPTv1; rua=ftp://example.com") << QStringLiteral("tls-rpt") << false;
        QTest::newRow("neither") << QStringLiteral("v=spf1 -all") << QStringLiteral("other") << false;
    }

    void records()
    {
        QFETCH(QString, text);
        QFETCH(QString, kind);
        QFETCH(bool, valid);
        const program::Ran ran = typed(QStringLiteral("record lint --format json --text"), {text});
        QCOMPARE(ran.json()[QLatin1String("kind")].toString(), kind);
        QCOMPARE(ran.json()[QLatin1String("valid")].toBool(), valid);
        QVERIFY(ran.json()[QLatin1String("file")].isNull());
        QCOMPARE(ran.status, valid ? 0 : 1);
    }

    void nothingIsStrippedFromARecordFile()
    {
        const QString exact = file(QStringLiteral("exact"), "v=STSv1; id=1;");
        const QString withLineEnd = file(QStringLiteral("line"), "v=STSv1; id=1;\n");
        QCOMPARE(typed(QStringLiteral("record lint"), {exact}).status, 0);
        QCOMPARE(typed(QStringLiteral("record lint"), {withLineEnd}).status, 1);
    }

    void recordFixPrintsTheMendedValueAndLeavesTheFile()
    {
        const QByteArray bad = "_mta-sts.example.com. IN TXT \"v=STSv1, ID=1;\"\n";
        const QString name = file(QStringLiteral("zone"), bad);
        const program::Ran ran = typed(QStringLiteral("record fix"), {name});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.output, QByteArray("v=STSv1; id=1;"));
        QCOMPARE(content(name), bad);
        QCOMPARE(typed(QStringLiteral("record fix -"), {}, bad).output, QByteArray("v=STSv1; id=1;"));
        const QJsonObject object = typed(QStringLiteral("record fix --format json"), {name}).json().toObject();
        QCOMPARE(object.value(QLatin1String("kind")).toString(), QStringLiteral("mta-sts"));
        QCOMPARE(object.value(QLatin1String("valid")), QJsonValue(true));
        QCOMPARE(object.value(QLatin1String("changed")), QJsonValue(true));
        QCOMPARE(object.value(QLatin1String("text")).toString(), QStringLiteral("v=STSv1; id=1;"));
        QVERIFY(!object.value(QLatin1String("mended")).toArray().isEmpty());
        QVERIFY(object.value(QLatin1String("findings")).toArray().isEmpty());
    }

    void recordFixAnswersALineWithALine()
    {
        const program::Ran ran = typed(QStringLiteral("record fix --text"), {QStringLiteral("v=TLSRPTv1; ruf=a@example.com")});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.output, QByteArray("v=TLSRPTv1; rua=mailto:a@example.com\n"));
        const program::Ran hopeless = typed(QStringLiteral("record fix --text"), {QStringLiteral("v=STSv1; id=;")});
        QCOMPARE(hopeless.status, 1);
        QCOMPARE(hopeless.output, QByteArray("v=STSv1; id=;\n"));
        QCOMPARE(typed(QStringLiteral("record fix --text"), {QStringLiteral("v=spf1 -all")}).status, 1);
    }

    void recordFixInPlaceReplacesTheFilesAndSaysSo()
    {
        const QString mended = file(QStringLiteral("record"), "\"v=STSv1; id=1;\"");
        const QString hopeless = file(QStringLiteral("hopeless"), " v=STSv1; id=;");
        const program::Ran ran = typed(QStringLiteral("record fix --in-place"), {mended, hopeless});
        QCOMPARE(ran.status, 1);
        QCOMPARE(content(mended), QByteArray("v=STSv1; id=1;"));
        QCOMPARE(content(hopeless), QByteArray("v=STSv1; id=;"));
        QVERIFY2(ran.output.contains("changed; a valid record now") && ran.output.contains("still not a valid record"),
                 ran.output.constData());
        QVERIFY(typed(QStringLiteral("record fix --in-place"), {mended}).output.contains("nothing to change"));
    }

    void recordLintTellsTheMend()
    {
        const program::Ran ran = typed(QStringLiteral("record lint --format json --text"), {QStringLiteral("v=STSv1; ID=1")});
        const QJsonValue mend = ran.json()[QLatin1String("findings")].toArray().at(0)[QLatin1String("mend")];
        QCOMPARE(mend[QLatin1String("sure")], QJsonValue(true));
        const QJsonValue edit = mend[QLatin1String("edits")].toArray().at(0);
        QCOMPARE(edit[QLatin1String("offset")].toInt(), 9);
        QCOMPARE(edit[QLatin1String("length")].toInt(), 2);
        QCOMPARE(QByteArray::fromBase64(edit[QLatin1String("replacement")].toString().toLatin1()), QByteArray("id"));
    }

    void matches_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("status");
        QTest::newRow("same name") << QStringLiteral("mx.example.com") << QStringLiteral("MX.example.com") << QStringLiteral("exact") << 0;
        QTest::newRow("wildcard") << QStringLiteral("*.example.com") << QStringLiteral("mx.example.com") << QStringLiteral("wildcard") << 0;
        QTest::newRow("too deep") << QStringLiteral("*.example.com") << QStringLiteral("a.b.example.com")
                                  << QStringLiteral("wildcard-too-deep") << 1;
        QTest::newRow("no label") << QStringLiteral("*.example.com") << QStringLiteral("example.com") << QStringLiteral("wildcard-no-label")
                                  << 1;
        QTest::newRow("other") << QStringLiteral("mx.example.com") << QStringLiteral("mx.example.net") << QStringLiteral("other-name") << 1;
    }

    void matches()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, host);
        QFETCH(QString, reason);
        QFETCH(int, status);
        const program::Ran ran = typed(QStringLiteral("match --format json"), {pattern, host});
        QCOMPARE(ran.status, status);
        QCOMPARE(ran.json()[QLatin1String("pattern")].toString(), pattern);
        QCOMPARE(ran.json()[QLatin1String("host")].toString(), host);
        QCOMPARE(ran.json()[QLatin1String("matches")].toBool(), status == 0);
        QCOMPARE(ran.json()[QLatin1String("reason")].toString(), reason);
    }

    void severalHostsAllHaveToMatch()
    {
        const program::Ran ran = typed(QStringLiteral("match *.example.com a.example.com example.com --format ndjson"));
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.lines().size(), 2);
        QCOMPARE(typed(QStringLiteral("match *.example.com a.example.com b.example.com")).status, 0);
    }

    void germanWhereGermanIsAskedFor()
    {
        const QStringList wrong{QStringLiteral("audit")};
        const QByteArray english = program::run(wrong).complaints;
        const QByteArray german = program::run(wrong + QStringList{QStringLiteral("--lang"), QStringLiteral("de")}).complaints;
        const auto in = [&](const char *variable, const char *value) {
            return program::run(wrong, {}, {{QLatin1String(variable), QLatin1String(value)}}).complaints;
        };
        QVERIFY(german != english);
        QCOMPARE(in("LANG", "de_AT.UTF-8"), german);
        QCOMPARE(in("LANGUAGE", "fr:de"), german);
        QCOMPARE(in("LC_ALL", "C"), english);
        QCOMPARE(in("LANG", "fr_FR.UTF-8"), english);
    }
};

QTEST_GUILESS_MAIN(CommandLineTextsTest)
#include "tst_cli_texts.moc"
