// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// mta-sts-practice as ./dev demo and learners use it.

#include "fakes/auditdomain.h"
#include "practice/world.h"

#include <QFileInfo>
#include <QProcess>
#include <QTest>
#include <csignal>

using namespace mta;

namespace
{

QString program()
{
    return QStringLiteral(BINARY_DIR "/app/mta-sts-practice");
}

/// What stands behind an option in the line it prints, unquoted as a shell would.
QString valueOf(const QStringList &words, const char *option)
{
    return words.value(words.indexOf(QLatin1String(option)) + 1);
}

} // namespace

class TestPracticeProgram : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_process.start(program(), {});
        QVERIFY2(m_process.waitForStarted(), qPrintable(m_process.errorString()));
        while (!m_process.canReadLine())
            QVERIFY(m_process.waitForReadyRead(10000));
        QString line = QString::fromUtf8(m_process.readLine()).trimmed();
        m_words = QProcess::splitCommand(line.replace(u'\'', u'"'));
    }

    void printedOptionsWork()
    {
        NetworkOptions options;
        options.resolver = valueOf(m_words, "--resolver");
        options.caFile = valueOf(m_words, "--ca-file");
        options.trustAnchorFile = valueOf(m_words, "--trust-anchor");
        options.smtpPort = valueOf(m_words, "--smtp-port").toUShort();
        options.httpsPort = valueOf(m_words, "--https-port").toUShort();
        QVERIFY(m_words.contains(QStringLiteral("--allow-private")));
        options.dnsPort = valueOf(m_words, "--dns-port").toUShort();
        QCOMPARE(m_words.size(), 13);
        const auto audits = auditDomains({QStringLiteral("well-run.example")}, options, Depth::Deep);
        QCOMPARE(audits.size(), 1);
        QCOMPARE(audits.first().verdict, DomainVerdict::Protected);
        QCOMPARE(audits.first().facts.authorities.servers.value(0).answers.value(0).sts.status, AnswerStatus::NoError);
    }

    void endsWithItsInput()
    {
        m_process.closeWriteChannel();
        QVERIFY(endsCleanly());
    }

    void endsWhenInterrupted()
    {
        kill(static_cast<pid_t>(m_process.processId()), SIGINT);
        QVERIFY(endsCleanly());
    }

    void listsWhatThereIs()
    {
        QProcess list;
        list.start(program(), {QStringLiteral("--list")});
        QVERIFY(list.waitForFinished(10000));
        const QStringList lines = QString::fromUtf8(list.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), practiceDomains().size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const PracticeDomain &domain = practiceDomains().at(i);
            QCOMPARE(lines.at(i).split(u'\t'), (QStringList{domain.name, domain.verdict, domain.findings.join(u','), domain.lesson}));
        }
    }

    void refusesWhatItDoesNotKnow()
    {
        QProcess wrong;
        wrong.start(program(), {QStringLiteral("--lst")});
        QVERIFY(wrong.waitForFinished(10000));
        QCOMPARE(wrong.exitCode(), 2);
        QVERIFY(wrong.readAllStandardError().startsWith("Usage:"));
    }

    void cleanup()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
    }

private:
    bool endsCleanly()
    {
        return m_process.waitForFinished(5000) && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0 &&
               !QFileInfo::exists(valueOf(m_words, "--ca-file"));
    }

    QProcess m_process;
    QStringList m_words;
};

QTEST_GUILESS_MAIN(TestPracticeProgram)
#include "tst_practiceprogram.moc"
