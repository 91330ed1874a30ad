// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// The way from a top-level domain's servers to those of a zone, and where it ends.

#include "net/authoritative.h"

#include "fakes/dnsfarend.h"
#include "fakes/dnsmessage.h"

#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

namespace
{

const Question question{QStringLiteral("_mta-sts.good.example"), RecordType::Txt};

QStringList numbered(const QString &pattern, int count)
{
    QStringList names;
    for (int i = 1; i <= count; ++i)
        names.append(pattern.arg(i));
    return names;
}

/// What the recursion knows: the servers of "example", and the addresses of hosts.
struct Known {
    QStringList servers{QStringLiteral("ns1.example")};
    QHash<QString, QStringList> addresses{{QStringLiteral("ns1.example"), {QStringLiteral("192.0.2.1")}}};

    Lookup operator()(const Question &asked) const
    {
        if (asked.type == RecordType::Ns && asked.name == QLatin1String("example"))
            return nsLookup(asked.name, servers);
        const QStringList found = asked.type == RecordType::A ? addresses.value(asked.name) : QStringList();
        return found.isEmpty() ? noDataLookup(asked.name, asked.type) : addressLookup(asked.name, found);
    }
};

Lookup ask(const Known &known)
{
    return askAuthoritative(question, 53, known, Context().within(1h));
}

QList<FakeReply> saying(const QByteArray &message, const FakeQuery &query)
{
    return {{withId(message, query.id)}};
}

QByteArray answer()
{
    return authoritative(txtLookup(question.name, {"text"})).message;
}

QByteArray refusal()
{
    return errorMessage(question, 5);
}

QByteArray referral(const QStringList &glue = {QStringLiteral("192.0.2.2")})
{
    return referralMessage(question, QStringLiteral("good.example"), QStringLiteral("ns.good.example"), glue);
}

/// Each server is asked twice when it refuses, the second time in the oldest form.
int askedBy(const DnsFarEnd &refusing)
{
    return static_cast<int>(refusing.times().size()) / 2;
}

} // namespace

class TestAuthoritative : public QObject
{
    Q_OBJECT

private slots:
    /// Servers that point to each other for ever are among them.
    void sixReferralsAreFollowed_data()
    {
        QTest::addColumn<int>("referrals");
        QTest::addColumn<AnswerStatus>("status");
        QTest::newRow("one less") << 5 << AnswerStatus::NoError;
        QTest::newRow("as many as may be") << 6 << AnswerStatus::NoError;
        QTest::newRow("one more") << 7 << AnswerStatus::Failed;
    }
    void sixReferralsAreFollowed()
    {
        QFETCH(int, referrals);
        int left = referrals;
        DnsFarEnd servers([&](const FakeQuery &query) { return saying(left-- > 0 ? referral() : answer(), query); });
        const Lookup lookup = ask({});
        QTEST(lookup.status, "status");
        QCOMPARE(lookup.detail, lookup.failed() ? QStringLiteral("referral") : QString());
        QCOMPARE(servers.times().size(), std::min(referrals + 1, 7));
    }

    /// Two, three and four of them.
    void threeServersAreAskedAtEachStep_data()
    {
        QTest::addColumn<int>("there");
        QTest::addColumn<int>("asked");
        QTest::newRow("one less") << 2 << 2;
        QTest::newRow("as many as may be") << 3 << 3;
        QTest::newRow("one more") << 4 << 3;
    }
    void threeServersAreAskedAtEachStep()
    {
        QFETCH(int, there);
        const QStringList addresses = numbered(QStringLiteral("192.0.2.%1"), there);
        {
            DnsFarEnd refusing([](const FakeQuery &query) { return saying(refusal(), query); });
            Known known;
            known.addresses.insert(QStringLiteral("ns1.example"), addresses);
            QCOMPARE(ask(known).status, AnswerStatus::Refused);
            QTEST(askedBy(refusing), "asked");
        }
        {
            int question = 0;
            DnsFarEnd refusing([&](const FakeQuery &query) { return saying(question++ == 0 ? referral(addresses) : refusal(), query); });
            QCOMPARE(ask({}).status, AnswerStatus::Refused);
            QTEST(askedBy(refusing), "asked"); // the first question is the odd one
        }
    }

    void theAddressesOfThreeServersAreLookedUp_data()
    {
        QTest::addColumn<int>("reachable"); ///< the first server with an address
        QTest::addColumn<AnswerStatus>("status");
        QTest::newRow("the second has one") << 2 << AnswerStatus::NoError;
        QTest::newRow("the third has one") << 3 << AnswerStatus::NoError;
        QTest::newRow("the fourth has one") << 4 << AnswerStatus::NotAsked;
    }
    void theAddressesOfThreeServersAreLookedUp()
    {
        QFETCH(int, reachable);
        DnsFarEnd server([](const FakeQuery &query) { return saying(answer(), query); });
        const Known known{numbered(QStringLiteral("ns%1.example"), reachable),
                          {{QStringLiteral("ns%1.example").arg(reachable), {QStringLiteral("192.0.2.1")}}}};
        QTEST(ask(known).status, "status");
    }

    /// All steps together.
    void fiveSecondsAreGivenToIt_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("delay");
        QTest::addColumn<AnswerStatus>("status");
        QTest::newRow("an answer a millisecond before") << 2999ms << AnswerStatus::NoError;
        QTest::newRow("an answer too late") << 3000ms << AnswerStatus::Timeout;
    }
    void fiveSecondsAreGivenToIt()
    {
        QFETCH(std::chrono::milliseconds, delay);
        int question = 0;
        DnsFarEnd slow([&](const FakeQuery &query) {
            const bool first = question++ == 0;
            return QList<FakeReply>{{withId(first ? referral() : answer(), query.id), first ? 500ms : delay}};
        });
        const Known known;
        const Lookup lookup = askAuthoritative(::question, 53,
                                               [&](const Question &asked) {
                                                   if (asked.type == RecordType::A)
                                                       slow.clock().pass(1500ms);
                                                   return known(asked);
                                               },
                                               {});
        QTEST(lookup.status, "status");
        QCOMPARE(slow.clock().elapsed(), std::min<std::chrono::milliseconds>(2s + delay, 5s));
    }
};

QTEST_GUILESS_MAIN(TestAuthoritative)
#include "tst_authoritative.moc"
