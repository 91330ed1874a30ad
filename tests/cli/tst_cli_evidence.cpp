// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// The commands that work on saved audits, on the recorded domains of tests/domains.
#include "program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

QString recorded(const char *scenario)
{
    return u"%1/tests/domains/%2/evidence.json"_s.arg(QLatin1String(SOURCE_DIR), QLatin1String(scenario));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One file with all these domains in it.
void join(const QString &path, const QStringList &files)
{
    QJsonObject document;
    QJsonArray domains;
    for (const QString &file : files) {
        document = QJsonDocument::fromJson(contentOf(file)).object();
        domains.append(document.value(u"domains"_s).toArray().at(0));
    }
    document[u"domains"_s] = domains;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(document).toJson());
}

QString makePipe(const QString &path)
{
    return ::mkfifo(QFile::encodeName(path).constData(), 0600) == 0 ? path : QString();
}

/// A copy of the file in which one fact stands a second time, with another value.
QString twice(const QString &path, const QString &original)
{
    QFile file(path);
    const QByteArray whole = contentOf(original);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(QByteArray(whole).replace("\"cancelled\"", "\"cancelled\": true, \"cancelled\"")) > whole.size();
    return written ? path : QString();
}

} // namespace

class CommandLineEvidenceTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

private slots:
    void scrubWritesWhatIsJudgedTheSame_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        const QString file = recorded("mail-server-certificate-expired");
        QTest::newRow("from a file to a file") << file << u"without-names.json"_s;
        QTest::newRow("from standard input to a file") << u"-"_s << u"piped.json"_s;
        QTest::newRow("from a file to standard output") << file << u"-"_s;
    }

    void scrubWritesWhatIsJudgedTheSame()
    {
        QFETCH(QString, in);
        QFETCH(QString, out);
        const QString file = recorded("mail-server-certificate-expired");
        const QString path = out == u'-' ? out : m_folder.filePath(out);
        const program::Ran ran = program::run({u"scrub"_s, in, path}, in == u'-' ? contentOf(file) : QByteArray());
        QVERIFY2(ran.complaints.isEmpty(), ran.complaints.constData());
        QCOMPARE(ran.status, 0);
        const QByteArray written = out == u'-' ? ran.output : contentOf(path);
        QVERIFY(written.contains("d1.example") && !written.contains("good.example"));
        QVERIFY(out == u'-' || ran.output.contains(path.toUtf8()));

        const QString again = m_folder.filePath(u"judged.json"_s);
        QFile copy(again);
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write(written);
        copy.close();
        const auto ids = [](const QString &evidence) {
            QStringList lines;
            for (const QJsonValue &finding : program::run({u"judge"_s, evidence, u"--format"_s, u"json"_s}).json()[u"findings"_s].toArray())
                lines.append(finding[u"id"_s].toString());
            return lines;
        };
        QVERIFY(!ids(file).isEmpty());
        QCOMPARE(ids(again), ids(file));
    }

    void scrubbingTellsTheOwnerAloneWhoIsWho()
    {
        const QString map = m_folder.filePath(u"map.json"_s);
        const program::Ran ran =
            program::run({u"scrub"_s, recorded("record-is-absent"), m_folder.filePath(u"mapped.json"_s), u"--map"_s, map});
        QCOMPARE(ran.status, 0);
        QCOMPARE(QJsonDocument::fromJson(contentOf(map)).object().value(u"names"_s)[u"good.example"_s].toString(), u"d1.example"_s);
        QCOMPARE(QFile::permissions(map) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void scrubbingSparesWhatIsThere_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString evidence = m_folder.filePath(u"evidence-with-names.json"_s);
        const QString other = m_folder.filePath(u"another.json"_s);
        const QString fresh = m_folder.filePath(u"fresh.json"_s);
        QTest::newRow("the evidence itself") << QStringList{evidence, evidence};
        QTest::newRow("the evidence itself as the map") << QStringList{evidence, fresh, u"--map"_s, evidence};
        QTest::newRow("other evidence") << QStringList{evidence, other};
        QTest::newRow("evidence and map in one file") << QStringList{evidence, fresh, u"--map"_s, fresh};
        QTest::newRow("a file that is no evidence") << QStringList{QStringLiteral(SOURCE_DIR "/README.md"), fresh};
        QTest::newRow("a file that is not there") << QStringList{m_folder.filePath(u"missing.json"_s), fresh};
        QTest::newRow("one file only") << QStringList{evidence};
    }

    void scrubbingSparesWhatIsThere()
    {
        QFETCH(QStringList, arguments);
        const QByteArray before = contentOf(recorded("record-is-absent"));
        const QStringList kept{m_folder.filePath(u"evidence-with-names.json"_s), m_folder.filePath(u"another.json"_s)};
        for (const QString &path : kept) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(before);
        }
        const program::Ran ran = program::run(QStringList{u"scrub"_s} + arguments);
        QCOMPARE(ran.status, 2);
        QVERIFY2(!ran.complaints.isEmpty(), ran.complaints.constData());
        for (const QString &path : kept)
            QCOMPARE(contentOf(path), before);
        QVERIFY(!QFile::exists(m_folder.filePath(u"fresh.json"_s)));
    }

    void diffTellsWhatChanged()
    {
        const QString before = recorded("policy-is-in-testing");
        const QString after = recorded("mail-server-certificate-expired");
        const program::Ran ran = program::run({u"diff"_s, before, after, u"--format"_s, u"json"_s});
        QCOMPARE(ran.status, 1);
        const QJsonObject object = ran.json().toObject();
        QCOMPARE(object.keys(), (QStringList{u"after"_s, u"before"_s, u"differences"_s, u"domain"_s, u"same"_s}));
        QCOMPARE(object.value(u"same"_s), QJsonValue(false));
        QCOMPARE(object.value(u"before"_s)[u"verdict"_s].toString(), u"testing"_s);
        QCOMPARE(object.value(u"after"_s)[u"verdict"_s].toString(), u"at-risk"_s);
        QCOMPARE(object.value(u"before"_s)[u"file"_s].toString(), before);
        QSet<QString> topics;
        for (const QJsonValue &difference : object.value(u"differences"_s).toArray())
            topics.insert(difference[u"topic"_s].toString());
        QVERIFY(topics.contains(u"verdict"_s) && topics.contains(u"finding"_s) && topics.contains(u"policy"_s) &&
                topics.contains(u"certificate"_s));
        const program::Ran text = program::run({u"diff"_s, before, after});
        QCOMPARE(text.status, 1);
        QVERIFY(text.output.contains("mode: [-testing-]{+enforce+}"));
    }

    void diffOfTheSameIsNothing()
    {
        const QString file = recorded("policy-is-in-testing");
        const program::Ran ran = program::run({u"diff"_s, file, file});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.output.contains("Nothing is different."));
    }

    void diffIsInertAsEverythingElse()
    {
        const QString odd = m_folder.filePath(u"left\u202e\u0085.json"_s);
        QVERIFY(QFile::copy(recorded("policy-is-in-testing"), odd));
        for (const QString &format : {u"text"_s, u"json"_s, u"ndjson"_s}) {
            const program::Ran ran = program::run({u"diff"_s, odd, recorded("mail-server-certificate-expired"), u"--format"_s, format});
            QCOMPARE(ran.status, 1);
            const QString text = QString::fromUtf8(ran.output);
            QVERIFY2(!text.contains(QChar(0x202e)) && !text.contains(QChar(0x85)), qPrintable(format));
            if (format != u"text"_s)
                QCOMPARE(QJsonDocument::fromJson(ran.output)[u"before"_s][u"file"_s].toString(), odd);
        }
    }

    void diffOfSeveralDomainsPairsThemByName()
    {
        const QString one = recorded("policy-is-in-testing");
        const QString both = m_folder.filePath(u"both.json"_s);
        join(both, {one, one});
        // Two audits of one domain in a file: each has its own counterpart.
        QCOMPARE(program::run({u"diff"_s, both, both}).status, 0);
        const program::Ran more = program::run({u"diff"_s, one, both, u"--format"_s, u"json"_s});
        QCOMPARE(more.status, 1);
        QCOMPARE(more.json().toArray().size(), 2);
        QVERIFY(more.json().toArray().at(1)[u"before"_s].isNull());
        QCOMPARE(program::run({u"diff"_s, one, both, u"--format"_s, u"ndjson"_s}).output.count('\n'), 2);
        const program::Ran less = program::run({u"diff"_s, both, one});
        QVERIFY(less.output.contains("is only in"));
        QCOMPARE(less.status, 1);
    }

    void diffOfWhatIsNoAuditIsWrong_data()
    {
        QTest::addColumn<QStringList>("typed");
        const QString good = recorded("policy-is-in-testing");
        QTest::newRow("one file") << QStringList{good};
        QTest::newRow("three files") << QStringList{good, good, good};
        QTest::newRow("a file that is not there") << QStringList{good, u"/nowhere/a.json"_s};
        QTest::newRow("a folder") << QStringList{QDir::tempPath(), good};
        QTest::newRow("a pipe that nobody writes to") << QStringList{good, makePipe(m_folder.filePath(u"deserted"_s))};
        QTest::newRow("a fact that is said twice") << QStringList{twice(m_folder.filePath(u"twice.json"_s), good), good};
        QTest::newRow("no audit") << QStringList{good, QStringLiteral(SOURCE_DIR "/CMakePresets.json")};
        QTest::newRow("another format") << QStringList{good, good, u"--format"_s, u"pdf"_s};
    }
    void diffOfWhatIsNoAuditIsWrong()
    {
        QFETCH(QStringList, typed);
        const program::Ran ran = program::run(QStringList{u"diff"_s} + typed);
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.complainsInOneLine(), ran.complaints.constData());
        QVERIFY(ran.output.isEmpty());
    }

    void judgeOfWhatIsNoAuditIsWrong_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("says");
        const QString good = recorded("policy-is-in-testing");
        QTest::newRow("a file that is not there") << u"/nowhere/a.json"_s << QByteArray("There is no file");
        QTest::newRow("a folder") << m_folder.path() << QByteArray("cannot be read");
        QTest::newRow("a pipe that nobody writes to")
            << makePipe(m_folder.filePath(u"silent"_s)) << QByteArray("nobody writes to this pipe");
        QTest::newRow("a fact that is said twice")
            << twice(m_folder.filePath(u"again.json"_s), good) << QByteArray("it says /domains/0/cancelled twice");
    }
    void judgeOfWhatIsNoAuditIsWrong()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, says);
        const program::Ran ran = program::run({u"judge"_s, file});
        QCOMPARE(ran.status, 2);
        QVERIFY2((ran.output + ran.complaints).contains(says), (ran.output + ran.complaints).constData());
    }

    /// Root may read everything: the program runs as nobody then.
    void whatMayNotBeReadIsSaidToBeSo()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"shut.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions({}));
        QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)));
        QProcess process;
        process.setProcessEnvironment(program::environment());
        process.setChildProcessModifier([] {
            if (::getuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
                ::_exit(1);
        });
        process.start(program::path, {u"judge"_s, file.fileName()});
        if (!process.waitForStarted())
            QSKIP("nobody may not run the program where it was built");
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
        QVERIFY2(said.contains("shut.json cannot be read (Permission denied)"), said.constData());
    }

    void whatACommandWritesIsReadLikeAFile_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("judged") << uR"("$0" judge --fail-on never <(cat "$1"))"_s;
        QTest::newRow("compared") << uR"("$0" diff <(cat "$1") <(sleep 0.2; cat "$1"))"_s;
        QTest::newRow("on standard input") << uR"(cat "$1" | "$0" judge --fail-on never /dev/stdin)"_s;
    }
    void whatACommandWritesIsReadLikeAFile()
    {
        QFETCH(QString, script);
        QProcess shell;
        shell.setProcessEnvironment(program::environment());
        shell.start(u"bash"_s, {u"-c"_s, script, program::path, recorded("policy-is-in-testing")});
        QVERIFY(shell.waitForFinished());
        const QByteArray complaints = shell.readAllStandardError();
        QVERIFY2(shell.exitCode() == 0, complaints.constData());
        QVERIFY(!shell.readAllStandardOutput().isEmpty());
    }
};

QTEST_GUILESS_MAIN(CommandLineEvidenceTest)
#include "tst_cli_evidence.moc"
