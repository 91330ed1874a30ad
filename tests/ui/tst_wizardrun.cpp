// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/zonerecord.h"
#include "fakes/wizardhand.h"
#include "mtasts/policyterms.h"
#include "practice/scenario.h"
#include "practice/world.h"
#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryDir>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString domain = u"no-mta-sts.example"_s;
const QByteArray policyHost = "mta-sts.no-mta-sts.example";

Result<std::shared_ptr<NetworkHandle>> networkOf(const PracticeWorld &world)
{
    NetworkOptions options;
    options.resolver = world.resolver();
    options.caFile = world.caFile();
    options.trustAnchorFile = world.trustAnchorFile();
    options.smtpPort = world.smtpPort();
    options.httpsPort = world.httpsPort();
    options.dnsPort = world.dnsPort();
    options.ehloName = "auditor.example";
    return SocketHandle::make(options);
}

/// In presentation format, without owner and type.
QByteArray dataOf(const ZoneRecord &record)
{
    switch (record.type) {
    case RecordType::Txt:
        return '"' + record.value + '"';
    case RecordType::Mx:
        return QByteArray::number(record.preference) + ' ' + record.value + '.';
    case RecordType::Cname:
        return record.value + '.';
    default:
        return record.value;
    }
}

} // namespace

/// From a bare domain to enforce and back, over real sockets: whatever the wizard says is published in a small world, and it has to see it.
class WizardRunTest : public QObject, private WizardHand
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_studio.reset(); }
    void fromNothingToEnforceAndBroken();
    void aFinishedDomainThatBreaksIsNotGreen_data();
    void aFinishedDomainThatBreaksIsNotGreen();
    void leavingEndsWithoutATrace_data();
    void leavingEndsWithoutATrace();
    void whoIsLeavingMayComeBack();

private:
    void makeStudio();
    void publish(int step);
    void serve(const PolicyTerms &terms, CertificateKind certificate = CertificateKind::Good);
    void becomeProtected();
    void perform(int step);

    std::shared_ptr<PracticeWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    bool m_nameStays = false; ///< a record for all names gives the policy host an address, whatever is taken away
};

void WizardRunTest::init()
{
    const auto world = PracticeWorld::start();
    QVERIFY2(world, world ? "" : qPrintable(world.error().text));
    m_world = *world;
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_ahead = 0;
    m_nameStays = false;
    makeStudio();
}

void WizardRunTest::makeStudio()
{
    m_studio.reset();
    Environment environment;
    environment.live = [](const Preferences &) -> Result<std::shared_ptr<NetworkHandle>> {
        return Error{ErrorCode::InvalidInput, u"Nobody asks the internet here."_s};
    };
    environment.practice = [this](const Preferences &) { return networkOf(*m_world); };
    environment.lessons = [] { return QList<PracticeLesson>{{domain, u"All is still to be done."_s}}; };
    environment.draftFolder = m_folder->filePath(u"drafts"_s);
    environment.now = [this] { return now(); };
    m_studio = std::make_unique<Studio>(*qApp, environment, *m_settings);
    window().show();
    window().protect({domain, domain});
    waitUntilDone();
    wizard()->showStep(Publish);
}

/// Exactly what the step says: its records, and its file.
void WizardRunTest::publish(int step)
{
    const DeploymentStep what = steps()->way().steps.at(step);
    for (const ZoneRecord &record : what.remove) {
        if (m_nameStays && record.owner.toLatin1() == policyHost)
            continue;
        QVERIFY(m_world->publish(record.owner.toLatin1(), recordTypeName(record.type).toLatin1(), {}));
    }
    QMap<std::pair<QString, RecordType>, QByteArrayList> sets;
    for (const ZoneRecord &record : what.add)
        sets[{record.owner, record.type}].append(dataOf(record));
    for (auto set = sets.cbegin(); set != sets.cend(); ++set)
        QVERIFY(m_world->publish(set.key().first.toLatin1(), recordTypeName(set.key().second).toLatin1(), *set));
    if (what.kind == StepKind::PublishPolicy)
        serve(*what.after.policy);
    if (what.kind == StepKind::RemovePolicy)
        m_world->serve(policyHost, CertificateKind::Good, {});
}

void WizardRunTest::serve(const PolicyTerms &terms, CertificateKind certificate)
{
    m_world->serve(policyHost, certificate, {httpAnswer(*mta::policyText(terms))});
}

/// Publishes it, looks, and sees it turn green, at the earliest time that is safe.
void WizardRunTest::perform(int step)
{
    waitUntil(steps()->way().steps.at(step).notBefore);
    QVERIFY(stateOf(step) != State::Good);
    publish(step);
    look();
    QVERIFY2(stateOf(step) == State::Good, qPrintable(u"step %1: %2"_s.arg(step).arg(trouble())));
}

void WizardRunTest::becomeProtected()
{
    named<QPlainTextEdit>("wizardReports")->setPlainText(u"reports@provider.example"_s);
    named<QPlainTextEdit>("wizardAddresses")->setPlainText(m_world->resolver().section(u':', 0, 0));
    QComboBox *server = named<QComboBox>("wizardServer");
    server->setCurrentIndex(server->findData(static_cast<int>(PolicyServer::Nginx)));
    emit server->activated(server->currentIndex());
    QCOMPARE(ways(), u"publish-reports point-policy-host publish-policy publish-record"_s);
}

void WizardRunTest::fromNothingToEnforceAndBroken()
{
    // A policy in mode testing for the mail servers that are there.
    QCOMPARE(plan().policy->mode, PolicyMode::Testing);
    QCOMPARE(plan().policy->mx, (QStringList{u"mx1.no-mta-sts.example"_s, u"mx2.no-mta-sts.example"_s}));
    QCOMPARE(markOf(MailServers), State::Good);
    becomeProtected();
    QCOMPARE(markOf(Hosting), State::Good);
    QCOMPARE(stateOf(0), State::Attention);

    perform(0);
    // Names lead to a server that does not know the host yet, then to one that redirects, then to one whose certificate has expired.
    publish(1);
    look();
    QVERIFY(stateOf(1) != State::Good);
    QVERIFY2(trouble().contains(QLatin1String(policyHost)), qPrintable(trouble()));
    m_world->serve(policyHost, CertificateKind::Good,
                   {httpAnswer({}, "301 Moved Permanently", "Location: https://www.no-mta-sts.example/\r\n")});
    look();
    QCOMPARE(stateOf(1), State::Good);
    QVERIFY(stateOf(2) != State::Good);
    QVERIFY2(trouble().contains(u"https://www.no-mta-sts.example/"_s), qPrintable(trouble()));
    serve(*plan().policy, CertificateKind::Expired);
    look();
    QVERIFY(stateOf(2) != State::Good);
    QVERIFY2(!trouble().isEmpty(), "an expired certificate is not told");
    QVERIFY(stateOf(3) != State::Good);
    serve({PolicyMode::Testing, std::chrono::seconds(604800), {u"mx1.no-mta-sts.example"_s}, {}});
    look();
    QVERIFY(stateOf(2) != State::Good);
    QVERIFY2(trouble().contains(u"mta-sts.txt"_s), qPrintable(trouble()));
    // What is copied from here is the file to its last octet.
    for (QPushButton *button : steps()->findChildren<QPushButton *>()) {
        if (button->text() == u"Copy"_s)
            button->click();
    }
    QCOMPARE(QApplication::clipboard()->text().toUtf8(), *mta::policyText(*plan().policy));
    perform(2);
    QVERIFY(stateOf(1) == State::Good);

    // Resolvers may remember that there was no policy host.
    QVERIFY(steps()->way().steps.at(3).notBefore > QDateTime::currentDateTimeUtc());
    QCOMPARE(markOf(Publish), State::Attention);
    perform(3);
    QCOMPARE(howFar(), u"All is published as planned."_s);
    QCOMPARE(markOf(Publish), State::Good);
    QCOMPARE(m_studio->desk().latest(plan().domain)->audit->stsStatus, StsStatus::Testing);
    QVERIFY(markOf(Enforce) != State::Good);

    // Two weeks later.
    const QByteArray id = plan().id;
    named<QPushButton>("wizardEnforce")->click();
    QCOMPARE(plan().policy->mode, PolicyMode::Enforce);
    QVERIFY(plan().id != id);
    QCOMPARE(ways(), u"publish-policy publish-record"_s);
    const DeploymentStep enforce = steps()->way().steps.first();
    QCOMPARE(enforce.purpose, PolicyPurpose::Enforce);
    QVERIFY(enforce.notBefore > QDateTime::currentDateTimeUtc().addDays(13));
    m_ahead = 15 * 24 * 3600;
    perform(0);
    QCOMPARE(stateOf(1), State::Attention); // the id is the former one
    perform(1);
    QCOMPARE(markOf(Publish), State::Good);
    QCOMPARE(markOf(Enforce), State::Good);
    QCOMPARE(m_studio->desk().latest(plan().domain)->audit->verdict, DomainVerdict::Protected);

    // It breaks, it says where and why, and it is green again when mended.
    serve(*plan().policy, CertificateKind::SelfSigned);
    look();
    QCOMPARE(stateOf(0), State::Broken);
    QCOMPARE(stateOf(1), State::Good);
    QCOMPARE(markOf(Publish), State::Broken);
    serve(*plan().policy);
    look();
    QCOMPARE(markOf(Publish), State::Good);
    m_world->serve(policyHost, CertificateKind::Good,
                   {httpAnswer({}, "301 Moved Permanently", "Location: https://www.no-mta-sts.example/\r\n")});
    look();
    QCOMPARE(stateOf(0), State::Broken);
    serve(*plan().policy);
    look();
    QCOMPARE(markOf(Publish), State::Good);
    // Senders that got another policy under this id would keep it: only a new id brings them back.
    const QByteArray burnt = plan().id;
    serve({PolicyMode::Enforce, std::chrono::seconds(604800), {u"mx9.no-mta-sts.example"_s}, {}});
    look();
    QVERIFY(markOf(Publish) != State::Good);
    QVERIFY(plan().id != burnt);
    QCOMPARE(ways(), u"publish-policy publish-record publish-policy publish-record"_s); // what senders hold stays covered meanwhile
    for (int step = 0; step < 4; ++step) {
        perform(step);
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(markOf(Publish), State::Good);
    QCOMPARE(m_studio->desk().latest(plan().domain)->audit->record.record.id, plan().id);
    QVERIFY(m_world->publish("_mta-sts.no-mta-sts.example", "TXT", {"\"v=STSv1; id=another;\""}));
    look();
    // Somebody else announced the same policy anew: that is as good, and the plan knows it.
    QCOMPARE(plan().id, QByteArray("another"));
    QCOMPARE(markOf(Publish), State::Good);
    QVERIFY(m_world->publish("_mta-sts.no-mta-sts.example", "TXT", {"\"v=STSv1; id=" + burnt + ";\""}));
    look();
    QVERIFY(plan().id != burnt);
    QVERIFY(markOf(Publish) != State::Good);
}

void WizardRunTest::aFinishedDomainThatBreaksIsNotGreen_data()
{
    using Break = std::function<void(PracticeWorld &, const Plan &)>;
    QTest::addColumn<Break>("spoil");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *sentence, const Break &spoil, const QString &said) { QTest::newRow(sentence) << spoil << said; };
    row(
        "the policy host redirects",
        [](PracticeWorld &world, const Plan &) {
            world.serve(policyHost, CertificateKind::Good, {httpAnswer({}, "302 Found", "Location: https://elsewhere.example/\r\n")});
        },
        u"https://elsewhere.example/"_s);
    row(
        "the certificate has expired",
        [](PracticeWorld &world, const Plan &plan) {
            world.serve(policyHost, CertificateKind::Expired, {httpAnswer(*mta::policyText(*plan.policy))});
        },
        u"mta-sts.no-mta-sts.example"_s);
    row(
        "the web server does not know the host any more",
        [](PracticeWorld &world, const Plan &) { world.serve(policyHost, CertificateKind::Good, {}); }, u"mta-sts.no-mta-sts.example"_s);
    row("another policy is served",
        [](PracticeWorld &world, const Plan &) {
            world.serve(policyHost, CertificateKind::Good, {httpAnswer(mta::policyText("testing", {"mx1.no-mta-sts.example"}))});
        },
        {});
    row("the record is gone", [](PracticeWorld &world, const Plan &) { world.publish("_mta-sts.no-mta-sts.example", "TXT", {}); }, {});
    row("reports are not asked for any more",
        [](PracticeWorld &world, const Plan &) { world.publish("_smtp._tls.no-mta-sts.example", "TXT", {}); }, {});
    row("a mail server is gone",
        [](PracticeWorld &world, const Plan &) { world.publish("no-mta-sts.example", "MX", {"10 mx1.no-mta-sts.example."}); }, {});
}

/// Neither in the run in which it was finished nor in a later one, in which nothing is left to do.
void WizardRunTest::aFinishedDomainThatBreaksIsNotGreen()
{
    using Break = std::function<void(PracticeWorld &, const Plan &)>;
    QFETCH(Break, spoil);
    QFETCH(QString, said);
    becomeProtected();
    for (int step = 0; step < steps()->way().steps.size(); ++step)
        publish(step);
    look();
    QCOMPARE(markOf(Publish), State::Good);
    makeStudio();
    look();
    QCOMPARE(ways(), QString());
    QCOMPARE(markOf(Publish), State::Good);
    spoil(*m_world, plan());
    look();
    QVERIFY2(markOf(Publish) == State::Broken || !ways().isEmpty(), qPrintable(howFar()));
    QVERIFY(markOf(Publish) != State::Good);
    QVERIFY(howFar() != u"All is published as planned."_s);
    QVERIFY2((howFar() + trouble()).contains(said), qPrintable(ways() + u'\n' + howFar() + u'\n' + trouble()));
}

void WizardRunTest::leavingEndsWithoutATrace_data()
{
    QTest::addColumn<bool>("nameStays");
    QTest::newRow("the name of the policy host goes") << false;
    QTest::newRow("a name for all hosts stays") << true;
}

void WizardRunTest::leavingEndsWithoutATrace()
{
    QFETCH(bool, nameStays);
    becomeProtected();
    for (int step = 0; step < steps()->way().steps.size(); ++step)
        publish(step);
    look();
    const Plan published = plan();
    named<QPushButton>("wizardLeave")->click();
    QVERIFY(!plan().policy);
    QCOMPARE(plan().published, published.published);
    QCOMPARE(plan().reports, published.reports);
    QCOMPARE(ways(), u"publish-policy publish-record remove-record remove-policy"_s);
    QCOMPARE(markOf(Policy), State::Attention);
    QCOMPARE(markOf(MailServers), State::Good); // no policy asks for a pattern
    // Back by undo, and by the button: nothing is left to do.
    m_studio->plans().undo(wizard()->plan());
    QCOMPARE(plan(), published);
    m_studio->plans().redo(wizard()->plan());
    named<QPushButton>("wizardReturn")->click();
    QCOMPARE(plan(), published);
    QCOMPARE(ways(), QString());
    QCOMPARE(markOf(Publish), State::Good);
    named<QPushButton>("wizardLeave")->click();
    named<QPlainTextEdit>("wizardReports")->clear(); // they are a matter of their own
    QCOMPARE(ways(), u"publish-policy publish-record remove-record remove-policy remove-reports"_s);
    const DeploymentStep removal = steps()->way().steps.at(2);
    QVERIFY(removal.notBefore >= now().addDuration(published.policy->maxAge));
    m_nameStays = nameStays;
    for (int step = 0; step < steps()->way().steps.size(); ++step) {
        perform(step);
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(markOf(Publish), State::Good);
    QCOMPARE(howFar(), u"All is published as planned."_s);
    QCOMPARE(m_studio->desk().latest(plan().domain)->audit->stsStatus, StsStatus::Absent);
    QCOMPARE(markOf(Policy), State::NotTested);
}

/// On the way, with mode none published: the former policy is planned again, and the steps lead there in the safe order.
void WizardRunTest::whoIsLeavingMayComeBack()
{
    becomeProtected();
    for (int step = 0; step < steps()->way().steps.size(); ++step)
        publish(step);
    look();
    const Plan published = plan();
    named<QPushButton>("wizardLeave")->click();
    for (int step = 0; step < 2; ++step) {
        perform(step);
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(m_studio->desk().latest(plan().domain)->audit->stsStatus, StsStatus::None);
    named<QPushButton>("wizardReturn")->click();
    QVERIFY(plan().policy && sameMeaning(*plan().policy, *published.policy));
    QCOMPARE(plan().hosting, published.hosting);
    QVERIFY(plan().id != published.id && !plan().id.isEmpty());
    QCOMPARE(ways(), u"publish-policy publish-record"_s);
    for (int step = 0; step < 2; ++step) {
        perform(step);
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(howFar(), u"All is published as planned."_s);
    QCOMPARE(m_studio->desk().latest(plan().domain)->audit->stsStatus, StsStatus::Testing);
}

QTEST_MAIN(WizardRunTest)
#include "tst_wizardrun.moc"
