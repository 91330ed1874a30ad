// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/sharedlookups.h"

#include "systemcalls/clock.h"

#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

class SharedLookupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreKeptUpToALimitOfOctets()
    {
        const auto largest = QByteArray(maxDnsMessage, 'x');
        const qsizetype fitting = maxKeptOctets / maxDnsMessage;
        for (qsizetype i = 0; i < fitting; ++i)
            ask(i, largest);
        ask(0, largest);
        QCOMPARE(m_asked, fitting); // the first is still there
        ask(fitting, largest);
        QCOMPARE(m_asked, fitting + 1);
        ask(1, largest);
        QCOMPARE(m_asked, fitting + 1); // one had to go, and only one
        ask(0, largest);
        QCOMPARE(m_asked, fitting + 2);
    }

    void answersAreKeptUpToANumber()
    {
        for (qsizetype i = 0; i < maxKeptAnswers; ++i)
            ask(i, "x");
        ask(0, "x");
        QCOMPARE(m_asked, maxKeptAnswers);
        ask(maxKeptAnswers, "x");
        ask(1, "x");
        QCOMPARE(m_asked, maxKeptAnswers + 1);
        ask(0, "x");
        QCOMPARE(m_asked, maxKeptAnswers + 2);
    }

    void answersAreKeptForATime_data()
    {
        QTest::addColumn<AnswerStatus>("status");
        QTest::addColumn<std::chrono::milliseconds>("kept");
        QTest::newRow("an answer") << AnswerStatus::NoError << std::chrono::milliseconds(5min);
        QTest::newRow("that there is nothing") << AnswerStatus::NxDomain << std::chrono::milliseconds(5min);
        QTest::newRow("a failure") << AnswerStatus::ServFail << std::chrono::milliseconds(30s);
        QTest::newRow("silence") << AnswerStatus::Timeout << std::chrono::milliseconds(30s);
    }
    void answersAreKeptForATime()
    {
        QFETCH(AnswerStatus, status);
        QFETCH(std::chrono::milliseconds, kept);
        fakes::Clock clock;
        ask(0, "x", status);
        clock.pass(kept - 1ms);
        ask(0, "x", status);
        QCOMPARE(m_asked, 1);
        clock.pass(1ms);
        ask(0, "x", status);
        QCOMPARE(m_asked, 2);
    }

    void init()
    {
        m_lookups = std::make_unique<SharedLookups>();
        m_asked = 0;
    }

private:
    void ask(qsizetype number, const QByteArray &message, AnswerStatus status = AnswerStatus::NoError)
    {
        const Question question{QStringLiteral("n%1.example").arg(number), RecordType::Txt};
        const Lookup lookup = m_lookups->get(question, {}, [&](const Context &) {
            ++m_asked;
            Lookup answer;
            answer.question = question;
            answer.status = status;
            answer.message = message;
            return answer;
        });
        QCOMPARE(lookup.message, message);
    }

    std::unique_ptr<SharedLookups> m_lookups;
    qsizetype m_asked = 0;
};

QTEST_GUILESS_MAIN(SharedLookupsTest)
#include "tst_sharedlookups.moc"
