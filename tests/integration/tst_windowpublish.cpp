// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/planpublisher.h"
#include "realupdates.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace mta::fakes;

namespace
{

/// A session without a keyring.
class NoKeyring : public Keyring
{
public:
    Result<TsigKey> read(const QString &, const Context &) override { return none(); }
    Result<bool> keep(const TsigKey &, const Context &) override { return none(); }
    Result<bool> forget(const QString &, const Context &) override { return none(); }

private:
    static Error none() { return {ErrorCode::Unsupported, QStringLiteral("There is no keyring.")}; }
};

Keyring &noKeyring()
{
    static NoKeyring keyring;
    return keyring;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("absent");
}

} // namespace

/// The window's publisher with a real name server and a folder.
class WindowPublishTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsArePublishedAndTakenBack();
};

void WindowPublishTest::recordsArePublishedAndTakenBack()
{
    if (const QString missing = RealUpdateServer::missing(RealUpdateServer::Bind); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const RealUpdateServer dns(RealUpdateServer::Bind);
    QVERIFY2(dns.running(), qPrintable(dns.error()));
    const QTemporaryDir folder;
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("www"))));
    const UpdateServer server = dns.server(TsigAlgorithm::HmacSha256);
    const QString keyFile = folder.filePath(QStringLiteral("key"));
    {
        QFile file(keyFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(tsigKeyText(server.key).octets().toByteArray());
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    NetworkOptions options;
    options.resolver = QStringLiteral("127.0.0.1:%1").arg(dns.port());
    options.httpsPort = 1; // nobody serves the policy
    PlanPublisher publisher(
        noKeyring, [options](const Preferences &) { return options; }, std::chrono::milliseconds(1500));

    PublishRequest request;
    request.plan.domain = {QStringLiteral("example.com"), QStringLiteral("example.com")};
    request.plan.policy = PolicyTerms{PolicyMode::Testing, std::chrono::seconds(86400), {QStringLiteral("mx.example.com")}, {}};
    request.plan.id = "1";
    request.plan.hosting.addresses = {QHostAddress(QHostAddress::LocalHost)};
    request.planPath = folder.filePath(QStringLiteral("plan.json"));
    request.where = {QStringLiteral("127.0.0.1:%1").arg(dns.port()), server.key.name, PublishWhere::Place::Folder,
                     folder.filePath(QStringLiteral("www"))};
    const Context context{QDeadlineTimer(30000), {}};
    QVERIFY(publisher.troubleWith(request.where).isEmpty());

    // Without the key nothing is asked; read from its file it counts until the program ends.
    QVERIFY(!publisher.propose(request, context));
    const Result<Publisher::TakenKey> taken = publisher.takeKey(keyFile, context);
    QVERIFY(taken);
    QCOMPARE(taken->name, server.key.name);
    QVERIFY(!taken->trouble.isEmpty());

    const QString file = folder.filePath(QStringLiteral("www/.well-known/mta-sts.txt"));
    const Publisher::Proposed proposed = publisher.propose(request, context);
    QVERIFY2(proposed, proposed ? "" : qPrintable(proposed.error().text));
    QVERIFY((*proposed)->changes().contains(QStringLiteral("+ _mta-sts.example.com. 3600 IN TXT \"v=STSv1; id=1;\"")));
    QCOMPARE((*proposed)->steps().size(), 4);
    QCOMPARE(contents(file), QByteArray("absent"));
    QVERIFY(!publisher.canTakeBack(request.planPath));

    // What the planner says is told with the changes, and not done.
    PublishRequest hasty = request;
    hasty.plan.policy->mode = PolicyMode::Enforce;
    const Publisher::Proposed hindered = publisher.propose(hasty, context);
    QVERIFY2(hindered, hindered ? "" : qPrintable(hindered.error().text));
    QVERIFY2((*hindered)->refusal().contains(QStringLiteral("First publish a policy with mode testing")),
             qPrintable((*hindered)->refusal()));
    QVERIFY((*hindered)->changes().contains(QStringLiteral("+ mode: enforce")));
    QVERIFY(!(*hindered)->carryOut([](int) {}, context).done);
    QCOMPARE(contents(file), QByteArray("absent"));

    // The policy host serves nothing, so the record that leads senders there stays away.
    QList<int> begun;
    const PublishEnd end = (*proposed)->carryOut([&](int step) { begun.append(step); }, context);
    QCOMPARE(begun, (QList<int>{0, 1, 2}));
    QVERIFY(!end.done && end.unknown);
    QCOMPARE(end.failedStep, 2);
    QCOMPARE(end.seen.size(), 3);
    QVERIFY(end.seen.at(0).good && !end.seen.at(1).good && !end.seen.at(2).good);
    QVERIFY(contents(file).contains("mode: testing"));
    QVERIFY(end.remember);
    QCOMPARE(end.remember(request.plan).published.size(), 1);
    const ZoneView view = lookAtZone(
        server, {{QStringLiteral("_mta-sts.example.com"), RecordType::Txt}, {QStringLiteral("mta-sts.example.com"), RecordType::A}},
        context);
    QVERIFY(view.sets.at(0).records.isEmpty());
    QCOMPARE(view.sets.at(1).records.size(), 1);

    // Its window was killed before the plan knew: the next look tells.
    const Publisher::Proposed again = publisher.propose(request, context);
    QVERIFY(again && (*again)->remember());
    QCOMPARE((*again)->remember()(request.plan).published.size(), 1);
    QVERIFY((*again)->refusal().isEmpty());

    // Whoever knows better does not look.
    PublishRequest unlooked = request;
    unlooked.looks = false;
    const Publisher::Proposed quick = publisher.propose(unlooked, context);
    QVERIFY(quick);
    QCOMPARE((*quick)->steps().size(), 1);
    QVERIFY((*quick)->carryOut([](int) {}, context).done);
    QCOMPARE(lookAtZone(server, {{QStringLiteral("_mta-sts.example.com"), RecordType::Txt}}, context).sets.first().records.size(), 1);

    QVERIFY(publisher.canTakeBack(request.planPath));
    const Publisher::Proposed back = publisher.proposeTakingBack(request, context);
    QVERIFY2(back, back ? "" : qPrintable(back.error().text));
    QVERIFY((*back)->changes().contains(QStringLiteral("- mode: testing")));
    const PublishEnd undone = (*back)->carryOut([](int) {}, context);
    QVERIFY2(undone.done, qPrintable(undone.text));
    QCOMPARE(contents(file), QByteArray("absent"));
    QVERIFY(!publisher.canTakeBack(request.planPath));
    QVERIFY(lookAtZone(server, {{QStringLiteral("mta-sts.example.com"), RecordType::A}}, context).sets.first().records.isEmpty());

    QVERIFY(publisher.forgetKey(server.key.name, context));
    QVERIFY(!publisher.propose(request, context));
}

QTEST_GUILESS_MAIN(WindowPublishTest)
#include "tst_windowpublish.moc"
