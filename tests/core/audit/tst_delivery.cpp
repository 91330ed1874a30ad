// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/delivery.h"

#include <QTest>

using namespace mta;

namespace
{

const QList<Channel> channels{Channel::NotTested, Channel::Unreachable, Channel::Plain, Channel::OldTls, Channel::Tls};
const QList<DaneDemand> daneDemands{DaneDemand::Unknown, DaneDemand::None,      DaneDemand::Withhold, DaneDemand::Encrypt,
                                    DaneDemand::Matched, DaneDemand::Unmatched, DaneDemand::Unjudged};
const QList<PolicyDemand> policyDemands{PolicyDemand::Unknown, PolicyDemand::None,      PolicyDemand::Uncovered,
                                        PolicyDemand::Matched, PolicyDemand::Unmatched, PolicyDemand::Unjudged};

struct Combination {
    Channel channel;
    DaneDemand dane;
    PolicyDemand policy;
    Deliveries result;
};
QList<Combination> everything()
{
    QList<Combination> all;
    for (const Channel channel : channels) {
        for (const DaneDemand dane : daneDemands) {
            for (const PolicyDemand policy : policyDemands)
                all.append({channel, dane, policy, deliveriesAt(channel, dane, policy)});
        }
    }
    return all;
}

bool delivers(Delivery delivery)
{
    return delivery >= Delivery::Clear;
}

/// In the order of the channels, one letter each: ? not tested, - unreachable, x refused, c clear, e encrypted, A authenticated.
QString letters(const std::function<Delivery(Channel)> &at)
{
    QString text;
    for (const Channel channel : channels)
        text += QLatin1String("?-xceA").at(static_cast<int>(at(channel)));
    return text;
}

} // namespace

class tst_Delivery : public QObject
{
    Q_OBJECT

private slots:
    void whoChecksNothingTakesWhatThereIs()
    {
        QCOMPARE(letters([](Channel channel) { return deliveriesAt(channel, DaneDemand::Withhold, PolicyDemand::Uncovered).neither; }),
                 QStringLiteral("?-cee"));
    }

    void daneAsks_data()
    {
        QTest::addColumn<int>("demand");
        QTest::addColumn<QString>("expected"); // not tested, unreachable, plain, old TLS, TLS
        const auto row = [](const char *sentence, DaneDemand demand, const char *expected) {
            QTest::newRow(sentence) << static_cast<int>(demand) << QString::fromLatin1(expected);
        };
        row("whether there are records is not known", DaneDemand::Unknown, "?-???");
        row("without records all is as before", DaneDemand::None, "?-cee");
        row("a lookup that fails keeps the mail, whatever the server does", DaneDemand::Withhold, "xxxxx");
        row("unusable records ask for encryption and no more", DaneDemand::Encrypt, "?-xxe");
        row("a record that matches authenticates", DaneDemand::Matched, "?-xxA");
        row("records of which none matches keep the mail", DaneDemand::Unmatched, "?-xxx");
        row("records whose match is not known leave it open, but not whether to encrypt", DaneDemand::Unjudged, "?-xx?");
    }
    void daneAsks()
    {
        QFETCH(int, demand);
        QFETCH(QString, expected);
        for (const PolicyDemand policy : policyDemands)
            QCOMPARE(letters([&](Channel channel) { return deliveriesAt(channel, static_cast<DaneDemand>(demand), policy).dane; }),
                     expected);
    }

    void thePolicyAsks_data()
    {
        QTest::addColumn<int>("demand");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *sentence, PolicyDemand demand, const char *expected) {
            QTest::newRow(sentence) << static_cast<int>(demand) << QString::fromLatin1(expected);
        };
        row("what the policy is is not known", PolicyDemand::Unknown, "?-???");
        row("none, or one in testing, refuses nothing", PolicyDemand::None, "?-cee");
        row("a host that is not covered is not even asked", PolicyDemand::Uncovered, "xxxxx");
        row("a certificate that holds", PolicyDemand::Matched, "?-xxA");
        row("a certificate that does not", PolicyDemand::Unmatched, "?-xxx");
        row("one that could not be judged", PolicyDemand::Unjudged, "?-xx?");
    }
    void thePolicyAsks()
    {
        QFETCH(int, demand);
        QFETCH(QString, expected);
        for (const DaneDemand dane : daneDemands)
            QCOMPARE(letters([&](Channel channel) { return deliveriesAt(channel, dane, static_cast<PolicyDemand>(demand)).mtaSts; }),
                     expected);
    }

    void theyMeet_data()
    {
        QTest::addColumn<int>("dane");
        QTest::addColumn<int>("policy");
        QTest::addColumn<QString>("expected"); // of a sender that checks both
        const auto row = [](const char *sentence, DaneDemand dane, PolicyDemand policy, const char *expected) {
            QTest::newRow(sentence) << static_cast<int>(dane) << static_cast<int>(policy) << QString::fromLatin1(expected);
        };
        row("neither is there", DaneDemand::None, PolicyDemand::None, "?-cee");
        row("both are content", DaneDemand::Matched, PolicyDemand::Matched, "?-xxA");
        row("DANE fails, and the policy cannot override it", DaneDemand::Unmatched, PolicyDemand::Matched, "?-xxx");
        row("a TLSA lookup that fails is a failure of DANE", DaneDemand::Withhold, PolicyDemand::Matched, "xxxxx");
        row("the policy fails, and DANE does not override it", DaneDemand::Matched, PolicyDemand::Unmatched, "?-xxx");
        row("a host that only DANE vouches for is not covered", DaneDemand::Matched, PolicyDemand::Uncovered, "xxxxx");
        row("DANE alone", DaneDemand::Matched, PolicyDemand::None, "?-xxA");
        row("MTA-STS alone", DaneDemand::None, PolicyDemand::Matched, "?-xxA");
        row("unusable records leave the checking to the policy", DaneDemand::Encrypt, PolicyDemand::Matched, "?-xxA");
        row("unusable records under a policy in testing", DaneDemand::Encrypt, PolicyDemand::None, "?-xxe");
        row("what is not known of DANE may refuse", DaneDemand::Unknown, PolicyDemand::Matched, "?-xx?");
        row("what is not known of the policy may refuse", DaneDemand::Matched, PolicyDemand::Unknown, "?-xx?");
    }
    void theyMeet()
    {
        QFETCH(int, dane);
        QFETCH(int, policy);
        QFETCH(QString, expected);
        QCOMPARE(letters([&](Channel channel) {
                     return deliveriesAt(channel, static_cast<DaneDemand>(dane), static_cast<PolicyDemand>(policy)).both;
                 }),
                 expected);
    }

    void whatHoldsForAllOfThem()
    {
        for (const Combination &c : everything()) {
            const QByteArray text = QByteArray::number(static_cast<int>(c.channel)) + ' ' + QByteArray::number(static_cast<int>(c.dane)) +
                                    ' ' + QByteArray::number(static_cast<int>(c.policy));
            const char *where = text.constData();
            const Deliveries &r = c.result;
            // RFC 8461 §2, in both directions.
            QVERIFY2(r.dane != Delivery::Refused || r.both == Delivery::Refused, where);
            QVERIFY2(r.mtaSts != Delivery::Refused || r.both == Delivery::Refused, where);
            QVERIFY2(!delivers(r.both) || (delivers(r.dane) && delivers(r.mtaSts)), where);
            // Who checks more gets no less.
            QVERIFY2(!delivers(r.both) || r.both == std::max(r.dane, r.mtaSts), where);
            for (const Delivery checked : {r.dane, r.mtaSts, r.both})
                QVERIFY2(!delivers(checked) || checked >= r.neither, where);
            // Who checks nothing delivers wherever a server answers, and never knows to whom.
            QVERIFY2(r.neither != Delivery::Refused && r.neither != Delivery::Authenticated, where);
            QVERIFY2(delivers(r.neither) == (c.channel >= Channel::Plain), where);
            // Nobody authenticates what was not seen, or was seen without encryption.
            if (c.channel != Channel::Tls)
                QVERIFY2(std::max({r.dane, r.mtaSts, r.both}) < Delivery::Authenticated, where);
            // Not tested is not good.
            if (c.channel == Channel::NotTested)
                QVERIFY2(std::max({r.dane, r.mtaSts, r.both, r.neither}) <= Delivery::Refused, where);
        }
        QCOMPARE(everything().size(), 210);
    }

    void ofTwoAddressesTheOneThatWorksCounts()
    {
        QCOMPARE(betterOf(Delivery::Refused, Delivery::Authenticated), Delivery::Authenticated);
        QCOMPARE(betterOf(Delivery::NotTested, Delivery::Refused), Delivery::Refused);
        QCOMPARE(betterOf(Delivery::NotTested, Delivery::Unreachable), Delivery::NotTested);
        QCOMPARE(betterOf(Delivery::Clear, Delivery::Encrypted), Delivery::Encrypted);
    }

    void namesAreStable()
    {
        QStringList names;
        for (const Delivery delivery :
             {Delivery::NotTested, Delivery::Unreachable, Delivery::Refused, Delivery::Clear, Delivery::Encrypted, Delivery::Authenticated})
            names.append(deliveryName(delivery));
        for (const SenderKind kind : allSenderKinds)
            names.append(senderKindName(kind));
        QCOMPARE(names.join(u' '), QStringLiteral("not-tested unreachable refused clear encrypted authenticated both dane mtaSts neither"));
    }
};

QTEST_APPLESS_MAIN(tst_Delivery)
#include "tst_delivery.moc"
