// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// How long the resolver waits for validation, and how much it asks for ahead of time.

#include "fakes/dnsfarend.h"
#include "fakes/dnsmessage.h"
#include "net/unboundresolver.h"

#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

namespace
{

const Question record{QStringLiteral("_mta-sts.good.example"), RecordType::Txt};
constexpr auto validated = Resolver::Assurance::Validated;

QList<FakeReply> silence(const FakeQuery &)
{
    return {};
}

FakeDnsServer::Script code(int rcode)
{
    return [=](const FakeQuery &query) { return QList<FakeReply>{{withId(errorMessage(query.question, rcode), query.id)}}; };
}

std::unique_ptr<UnboundResolver> resolverAt(const FakeDnsServer &server)
{
    auto resolver = UnboundResolver::create(server.resolver(), {});
    if (!resolver)
        qFatal("%s", qPrintable(resolver.error().text));
    return std::move(resolver).value();
}

} // namespace

class TestResolverPatience : public QObject
{
    Q_OBJECT

private slots:
    /// The validator hears nothing, neither the keys that a question is held back for nor an answer.
    void aSilentValidatorIsWaitedFor_data()
    {
        QTest::addColumn<int>("rcode"); ///< of the plain answer
        QTest::addColumn<std::chrono::milliseconds>("limit");
        QTest::addColumn<QList<std::chrono::milliseconds>>("waits");
        using Waits = QList<std::chrono::milliseconds>;
        QTest::newRow("with an answer at hand: as long as may be") << 0 << std::chrono::milliseconds(20s) << Waits{1s, 19s};
        QTest::newRow("with a failure at hand: three seconds more") << 2 << std::chrono::milliseconds(20s) << Waits{1s, 3s};
        QTest::newRow("with a failure at hand, and no time left") << 2 << std::chrono::milliseconds(3500ms) << Waits{1s, 2500ms};
        QTest::newRow("without time for the keys") << 0 << std::chrono::milliseconds(900ms) << Waits{900ms};
    }
    void aSilentValidatorIsWaitedFor()
    {
        QFETCH(int, rcode);
        QFETCH(std::chrono::milliseconds, limit);
        const FakeDnsServer silent(silence); // the validator's threads have sockets and a time of their own
        const auto resolver = resolverAt(silent);
        DnsFarEnd plain(code(rcode));
        const Lookup lookup = resolver->lookup(record, validated, Context().within(limit));
        QCOMPARE(lookup.status, rcode == 0 ? AnswerStatus::NoData : AnswerStatus::ServFail);
        QCOMPARE(lookup.security, Security::Unknown);
        QTEST(plain.clock().waits(), "waits");
    }

    void tenSecondsAreGivenToTheLookForSignatures_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("ago"); ///< it was begun
        QTest::addColumn<bool>("seen");
        QTest::newRow("time is left") << std::chrono::milliseconds(9100ms) << true;
        QTest::newRow("the time is up") << std::chrono::milliseconds(10100ms) << false;
    }
    void tenSecondsAreGivenToTheLookForSignatures()
    {
        QFETCH(std::chrono::milliseconds, ago);
        QFETCH(bool, seen);
        const FakeDnsServer unsignedRoot(code(0));
        const auto resolver = resolverAt(unsignedRoot);
        {
            const fakes::Clock clock(-ago);
            resolver->prepare();
        }
        if (seen) {
            QTRY_VERIFY(resolver->signaturesStripped());
            return;
        }
        QTRY_VERIFY(!unsignedRoot.queries().isEmpty()); // the validator's own
        QTest::qWait(200);
        QVERIFY(!resolver->signaturesStripped());
    }

    void theKeysOfSixZonesAreAskedForAhead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("zones");
        QTest::newRow("one less") << QStringLiteral("_mta-sts.d.c.b.good.example") << 5;
        QTest::newRow("as many as may be") << QStringLiteral("_mta-sts.e.d.c.b.good.example") << 6;
        QTest::newRow("one more") << QStringLiteral("_mta-sts.f.e.d.c.b.good.example") << 6;
    }
    void theKeysOfSixZonesAreAskedForAhead()
    {
        QFETCH(QString, name);
        QFETCH(int, zones);
        // Without the keys of the root the validator asks for none below it.
        const FakeDnsServer server(
            [&](const FakeQuery &query) { return query.question.name == name ? code(0)(query) : QList<FakeReply>(); });
        const auto resolver = resolverAt(server);
        resolver->lookup({name, RecordType::Txt}, validated, Context().within(300ms));
        const auto asked = [&] {
            QStringList names;
            for (const FakeQuery &query : server.queries()) {
                if (query.question.type == RecordType::Dnskey && query.question.name != QLatin1String("."))
                    names.append(query.question.name);
            }
            names.removeDuplicates();
            return names;
        };
        // The top-level domain comes last.
        QTRY_VERIFY(asked().contains(QStringLiteral("example")));
        QTRY_COMPARE(asked().size(), zones);
        QVERIFY(asked().contains(QStringLiteral("good.example")));
        QTest::qWait(100);
        QCOMPARE(asked().size(), zones);
    }
};

QTEST_GUILESS_MAIN(TestResolverPatience)
#include "tst_resolverpatience.moc"
