// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/publisher.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/publishform.h"
#include "ui/wizard/publishpanel.h"
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <atomic>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString secret = u"c2VjcmV0LW9mLXRoZS1rZXk="_s;

/// What the publisher is told to do, and what it was asked.
struct Script {
    QStringList steps{u"Write the file."_s, u"Change the record."_s};
    QString changes = u"The file changes:\n  - mode: testing\n  + mode: enforce\n"_s;
    std::optional<Error> refused;
    QString hindered; ///< why what is proposed must not be done now
    bool mxUnchangedHelps = false;
    bool cutOff = false; ///< an earlier one did not tell the history
    int failAt = -1;     ///< this step fails
    int waitAt = -1;     ///< this step waits until it is let go or stopped
    bool canTakeBack = false;
    QString keyringTrouble;
    std::atomic<bool> letGo = false;
    std::atomic<int> proposed = 0;
    std::atomic<int> backProposed = 0;
    std::atomic<int> carriedOut = 0;
    std::atomic<int> stepsDone = 0;
    PublishRequest request; ///< the last one; read when nothing runs
};

class FakeProposal : public PublishProposal
{
public:
    FakeProposal(Script &script, bool back) : m_script(script), m_back(back) {}
    QStringList steps() const override { return m_script.steps; }
    QString changes() const override { return m_script.changes; }
    QString refusal() const override { return m_script.hindered; }
    bool mxUnchangedHelps() const override { return m_script.mxUnchangedHelps; }
    std::function<Plan(const Plan &)> remember() const override
    {
        if (!m_script.cutOff)
            return {};
        return [](const Plan &plan) {
            Plan then = plan;
            then.notes = u"cut off"_s;
            return then;
        };
    }
    PublishEnd carryOut(const std::function<void(int)> &begun, const Context &context) override
    {
        ++m_script.carriedOut;
        for (int step = 0; step < m_script.steps.size(); ++step) {
            begun(step);
            while (step == m_script.waitAt && !m_script.letGo && !context.over())
                QThread::msleep(2);
            if (context.cancelled())
                return {.failedStep = step, .cancelled = true, .text = u"Stopped before all was published."_s};
            if (step == m_script.failAt)
                return {.failedStep = step, .text = u"The name server refuses the change: the key has not the right."_s};
            ++m_script.stepsDone;
        }
        PublishEnd end{.done = true, .text = m_back ? u"All was taken back."_s : u"All is published."_s};
        if (!m_back)
            end.seen = {{true, u"The name server has all records."_s}, {false, u"192.0.2.1 shows another policy."_s}};
        end.remember = [](const Plan &plan) {
            Plan then = plan;
            then.notes = u"remembered"_s;
            return then;
        };
        return end;
    }

private:
    Script &m_script;
    const bool m_back;
};

class FakePublisher : public Publisher
{
public:
    explicit FakePublisher(Script &script) : m_script(script) {}
    PublishWhereTrouble troubleWith(const PublishWhere &where) const override
    {
        PublishWhereTrouble trouble;
        if (where.nameserver == u"nonsense"_s)
            trouble.nameserver = u"That is no address."_s;
        if (!where.nameserver.isEmpty() && where.keyName.isEmpty())
            trouble.keyName = u"Write the name of a key."_s;
        return trouble;
    }
    bool canTakeBack(const QString &) const override { return m_script.canTakeBack; }
    Proposed propose(const PublishRequest &request, const Context &) override
    {
        ++m_script.proposed;
        return proposal(request, false);
    }
    Proposed proposeTakingBack(const PublishRequest &request, const Context &) override
    {
        ++m_script.backProposed;
        return proposal(request, true);
    }
    Result<TakenKey> takeKey(const QString &, const Context &) override { return TakenKey{u"ddns"_s, m_script.keyringTrouble}; }
    Result<bool> forgetKey(const QString &, const Context &) override { return true; }

private:
    Proposed proposal(const PublishRequest &request, bool back)
    {
        m_script.request = request;
        if (m_script.refused)
            return *m_script.refused;
        return std::static_pointer_cast<PublishProposal>(std::make_shared<FakeProposal>(m_script, back));
    }
    Script &m_script;
};

Plan planOf(const QString &domain)
{
    Plan plan;
    plan.domain = {domain, domain};
    plan.id = "1";
    plan.policy = PolicyTerms{PolicyMode::Enforce, std::chrono::seconds(86400), {u"mx.example.com"_s}, {}};
    return plan;
}

} // namespace

class PublishPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void fieldsTakeAThousandCharacters();
    void nothingIsDoneBeforeItWasShownAndAgreedTo();
    void agreementCountsForWhatWasShown_data();
    void agreementCountsForWhatWasShown();
    void everyStepIsShown();
    void aFailureSaysWhereAndWhatToDo();
    void whatRunsCanBeStopped();
    void whatWasPublishedIsTakenBackTheSameWay();
    void aRefusalIsTold();
    void whatIsNotSafeIsShownAndNotDone();
    void whatWasCutOffIsRememberedAtTheNextLook();
    void whetherThePolicyIsLookedForIsAsked();
    void theKeysAreAskedForWhereThereAreTlsaRecords();
    void whoKnowsTheMxRecordsIsAskedWhereThatHelps();
    void nothingToDoIsSaid();
    void aPlanWithoutAFileIsNotPublished();
    void fieldsThatCannotBeUsedAreTold_data();
    void fieldsThatCannotBeUsedAreTold();
    void whereIsRememberedForEachDomainAndNoSecretIs();
    void aKeyIsTakenFromAFile_data();
    void aKeyIsTakenFromAFile();
    void theHistoryIsKeptWhenTheWindowIsGone();
    void anotherPlanWaitsForWhatRuns();
    void aKeyIsOfThePlanThatItWasReadFor();
    void everyFieldHasAName();

private:
    PublishMeans means();
    void fillIn() const;
    void showChanges();
    QStringList states() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Script> m_script;
    std::unique_ptr<QObject> m_keeper;
    std::unique_ptr<PublishPanel> m_panel;
    Plan m_kept; ///< what the history was put into
    QString m_keptIn;
};

void PublishPanelTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_script = std::make_unique<Script>();
    m_keeper = std::make_unique<QObject>();
    m_kept = {};
    m_keptIn.clear();
    m_panel = std::make_unique<PublishPanel>(means());
    m_panel->resize(800, 900);
    m_panel->QWidget::show();
    m_panel->show(planOf(u"example.com"_s), u"/plans/example.json"_s);
    fillIn();
}

void PublishPanelTest::cleanup()
{
    m_panel.reset();
    m_script->letGo = true;
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    m_keeper.reset();
}

PublishMeans PublishPanelTest::means()
{
    return {std::make_shared<FakePublisher>(*m_script), m_settings.get(), [] { return Preferences(); }, m_keeper.get(),
            [this](const QString &domain, const QString &path, const std::function<Plan(const Plan &)> &remember) {
                m_kept = remember(planOf(domain));
                m_keptIn = path;
            }};
}

void PublishPanelTest::fillIn() const
{
    QTest::keyClicks(m_panel->form()->nameserver(), u"192.0.2.53"_s);
    QTest::keyClicks(m_panel->form()->keyName(), u"ddns"_s);
}

void PublishPanelTest::showChanges()
{
    m_panel->look();
    QTRY_VERIFY(!m_panel->running());
}

QStringList PublishPanelTest::states() const
{
    QStringList states;
    for (const Row &row : m_panel->list()->rowsModel()->rows())
        states.append(row.cells.value(0).text);
    return states;
}

void PublishPanelTest::fieldsTakeAThousandCharacters()
{
    for (const int size : {999, 1000, 1001}) {
        const QString text(size, u'a');
        for (QLineEdit *field : m_panel->form()->findChildren<QLineEdit *>()) {
            field->setText(text);
            QCOMPARE(field->text(), text.left(1000));
        }
        m_settings->setValue("publishing/long.example/nameserver", text);
        m_panel->form()->setDomain(u"long.example"_s);
        QCOMPARE(m_panel->form()->nameserver()->text(), text.left(1000));
    }
}

void PublishPanelTest::nothingIsDoneBeforeItWasShownAndAgreedTo()
{
    QVERIFY(!m_panel->carryOutButton()->isVisible());
    m_panel->carryOut();
    QCOMPARE(m_script->carriedOut.load(), 0);
    showChanges();
    QCOMPARE(m_panel->changes()->toPlainText(), u"The file changes:\n  - mode: testing\n  + mode: enforce"_s);
    QVERIFY(m_panel->changes()->isVisible());
    QVERIFY(!m_panel->consent()->isChecked());
    QVERIFY(!m_panel->carryOutButton()->isEnabled());
    m_panel->carryOut();
    QCOMPARE(m_script->carriedOut.load(), 0);
    m_panel->consent()->click();
    QVERIFY(m_panel->carryOutButton()->isEnabled());
    m_panel->carryOutButton()->click();
    QTRY_COMPARE(m_script->carriedOut.load(), 1);
    QTRY_VERIFY(!m_panel->running());
    // Once.
    QVERIFY(!m_panel->carryOutButton()->isVisible());
    m_panel->carryOut();
    QCOMPARE(m_script->carriedOut.load(), 1);
    QCOMPARE(m_script->request.where, (PublishWhere{u"192.0.2.53"_s, u"ddns"_s, PublishWhere::Place::None, {}}));
    QCOMPARE(m_script->request.planPath, u"/plans/example.json"_s);
}

void PublishPanelTest::agreementCountsForWhatWasShown_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<bool>("stands");
    QTest::newRow("the plan says something else") << 0 << false;
    QTest::newRow("the plan is in another file") << 1 << false;
    QTest::newRow("another name server was typed") << 2 << false;
    QTest::newRow("the plan only remembers more") << 3 << true;
}

void PublishPanelTest::agreementCountsForWhatWasShown()
{
    QFETCH(int, change);
    QFETCH(bool, stands);
    showChanges();
    m_panel->consent()->click();
    Plan plan = planOf(u"example.com"_s);
    QString path = u"/plans/example.json"_s;
    if (change == 0)
        plan.policy->mode = PolicyMode::Testing;
    if (change == 1)
        path = u"/plans/other.json"_s;
    if (change == 2)
        QTest::keyClicks(m_panel->form()->nameserver(), u"1"_s);
    if (change == 3)
        plan.published.append({QDateTime::currentDateTimeUtc(), {}, plan.id, *plan.policy});
    m_panel->show(plan, path);
    QCOMPARE(m_panel->carryOutButton()->isVisible() && m_panel->carryOutButton()->isEnabled(), stands);
    QCOMPARE(m_panel->consent()->isChecked(), stands);
    m_panel->carryOut();
    QTRY_VERIFY(!m_panel->running());
    QCOMPARE(m_script->carriedOut.load(), stands ? 1 : 0);
}

void PublishPanelTest::everyStepIsShown()
{
    m_script->waitAt = 1;
    showChanges();
    QVERIFY(!m_panel->list()->isVisible());
    m_panel->consent()->click();
    const QSignalSpy published(m_panel.get(), &PublishPanel::published);
    m_panel->carryOut();
    QTRY_COMPARE(states(), (QStringList{u"done"_s, u"now"_s}));
    QVERIFY(m_panel->list()->isVisible());
    QVERIFY(!m_panel->form()->isEnabled());
    QVERIFY(published.isEmpty());
    m_script->letGo = true;
    QTRY_COMPARE(published.size(), 1);
    QCOMPARE(states(), (QStringList{u"done"_s, u"done"_s, u"seen"_s, u"not yet"_s}));
    QCOMPARE(m_panel->note()->text(), u"All is published."_s);
    QCOMPARE(m_kept.notes, u"remembered"_s);
    QCOMPARE(m_kept.domain.ascii, u"example.com"_s);
    QCOMPARE(m_keptIn, u"/plans/example.json"_s);
    QVERIFY(m_panel->form()->isEnabled());
    // The plan comes back with its history, and what was said stays.
    Plan after = planOf(u"example.com"_s);
    after.notes = u"remembered"_s;
    m_panel->show(after, u"/plans/example.json"_s);
    QCOMPARE(m_panel->note()->text(), u"All is published."_s);
    QVERIFY(m_panel->list()->isVisible());
}

void PublishPanelTest::aFailureSaysWhereAndWhatToDo()
{
    m_script->failAt = 1;
    showChanges();
    m_panel->consent()->click();
    m_panel->carryOut();
    QTRY_VERIFY(!m_panel->running());
    QCOMPARE(states(), (QStringList{u"done"_s, u"failed"_s}));
    QVERIFY(m_panel->note()->text().startsWith(u"The name server refuses the change: the key has not the right."_s));
    QVERIFY(m_panel->note()->text().contains(u"goes on from here"_s));
    QVERIFY(m_kept.notes.isEmpty());
}

void PublishPanelTest::whatRunsCanBeStopped()
{
    m_script->waitAt = 0;
    showChanges();
    m_panel->consent()->click();
    m_panel->carryOut();
    QTRY_COMPARE(states(), (QStringList{u"now"_s, u"to be done"_s}));
    m_panel->stop();
    QTRY_VERIFY(!m_panel->running());
    QCOMPARE(states(), (QStringList{u"stopped"_s, u"not done"_s}));
    QVERIFY(m_panel->note()->text().contains(u"Stopped"_s));
    QCOMPARE(m_script->stepsDone.load(), 0);
}

void PublishPanelTest::whatWasPublishedIsTakenBackTheSameWay()
{
    QVERIFY(!m_panel->takeBackButton()->isVisible());
    m_script->canTakeBack = true;
    m_panel->show(planOf(u"example.com"_s), u"/plans/example.json"_s);
    QVERIFY(m_panel->takeBackButton()->isVisible());
    m_panel->takeBackButton()->click();
    QTRY_VERIFY(!m_panel->running());
    QCOMPARE(m_script->backProposed.load(), 1);
    QCOMPARE(m_script->proposed.load(), 0);
    QVERIFY(m_panel->consent()->text().contains(u"taken back"_s));
    QCOMPARE(m_panel->carryOutButton()->text(), u"Take back"_s);
    QVERIFY(!m_panel->carryOutButton()->isEnabled());
    m_panel->carryOut();
    QCOMPARE(m_script->carriedOut.load(), 0);
    m_panel->consent()->click();
    m_script->canTakeBack = false;
    m_panel->carryOutButton()->click();
    QTRY_COMPARE(m_panel->note()->text(), u"All was taken back."_s);
    QVERIFY(!m_panel->takeBackButton()->isVisible());
    QCOMPARE(m_kept.notes, u"remembered"_s);
}

void PublishPanelTest::aRefusalIsTold()
{
    m_script->refused = Error{ErrorCode::Io, u"The name server cannot be reached."_s};
    showChanges();
    QCOMPARE(m_panel->note()->text(), u"The name server cannot be reached."_s);
    QVERIFY(!m_panel->carryOutButton()->isVisible());
    QVERIFY(!m_panel->changes()->isVisible());
}

void PublishPanelTest::whatIsNotSafeIsShownAndNotDone()
{
    m_script->hindered = u"If this were published now, some senders could refuse mail."_s;
    showChanges();
    QVERIFY(m_panel->changes()->isVisible());
    QVERIFY2(m_panel->note()->text().startsWith(m_script->hindered), qPrintable(m_panel->note()->text()));
    QVERIFY(!m_panel->carryOutButton()->isVisible());
    QVERIFY(!m_panel->consent()->isVisible());
    m_panel->carryOut();
    QVERIFY(!m_panel->running());
    QCOMPARE(m_script->carriedOut.load(), 0);
}

void PublishPanelTest::whatWasCutOffIsRememberedAtTheNextLook()
{
    showChanges();
    QVERIFY(m_kept.notes.isEmpty());
    QVERIFY(m_keptIn.isEmpty());
    m_script->cutOff = true;
    m_script->steps.clear(); // also where nothing is left to be done
    showChanges();
    QCOMPARE(m_kept.notes, u"cut off"_s);
    QCOMPARE(m_keptIn, u"/plans/example.json"_s);
}

void PublishPanelTest::whetherThePolicyIsLookedForIsAsked()
{
    showChanges();
    QVERIFY(m_script->request.looks);
    m_panel->form()->looksBox()->click();
    QVERIFY(!m_panel->carryOutButton()->isVisible()); // what was shown is no longer what would be done
    showChanges();
    QVERIFY(!m_script->request.looks);
    // It is said of one domain, once.
    m_panel->show(planOf(u"example.org"_s), u"/plans/org.json"_s);
    QVERIFY(m_panel->form()->looks());
}

void PublishPanelTest::theKeysAreAskedForWhereThereAreTlsaRecords()
{
    QVERIFY(!m_panel->form()->keysBox()->isVisible());
    Plan keyed = planOf(u"example.com"_s);
    keyed.tlsa = {{u"mx.example.com"_s, {3, 1, 1, QByteArray(32, 'a')}}};
    m_panel->show(keyed, u"/plans/example.json"_s);
    QVERIFY(m_panel->form()->keysBox()->isVisible());
    showChanges();
    QVERIFY(!m_script->request.newKeysInUse);
    m_panel->form()->keysBox()->click();
    showChanges();
    QVERIFY(m_script->request.newKeysInUse);
    m_panel->show(planOf(u"example.com"_s), u"/plans/example.json"_s);
    showChanges();
    QVERIFY(!m_script->request.newKeysInUse);
}

void PublishPanelTest::whoKnowsTheMxRecordsIsAskedWhereThatHelps()
{
    QVERIFY(!m_panel->form()->mxBox()->isVisible());
    m_script->hindered = u"Too early."_s;
    showChanges();
    QVERIFY(!m_panel->form()->mxBox()->isVisible());
    m_script->mxUnchangedHelps = true;
    showChanges();
    QVERIFY(!m_script->request.mxUnchanged);
    QVERIFY(m_panel->form()->mxBox()->isVisible());
    m_panel->form()->mxBox()->click();
    m_script->hindered.clear();
    showChanges();
    QVERIFY(m_script->request.mxUnchanged);
    m_panel->show(planOf(u"example.org"_s), u"/plans/org.json"_s); // it was said of the other domain
    QVERIFY(!m_panel->form()->mxBox()->isVisible());
    QVERIFY(!m_panel->form()->mxUnchanged());
}

void PublishPanelTest::nothingToDoIsSaid()
{
    m_script->steps.clear();
    m_script->changes.clear();
    showChanges();
    QCOMPARE(m_panel->note()->text(), u"There is nothing to change: all is as the plan says."_s);
    QVERIFY(!m_panel->carryOutButton()->isVisible());
}

void PublishPanelTest::aPlanWithoutAFileIsNotPublished()
{
    m_panel->show(planOf(u"example.com"_s), {});
    m_panel->look();
    QVERIFY(!m_panel->running());
    QCOMPARE(m_script->proposed.load(), 0);
    const QSignalSpy saved(m_panel.get(), &PublishPanel::saveWanted);
    for (QPushButton *button : m_panel->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == u"Save the plan"_s)
            button->click();
    }
    QCOMPARE(saved.size(), 1);
}

void PublishPanelTest::fieldsThatCannotBeUsedAreTold_data()
{
    QTest::addColumn<QString>("nameserver");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("said");
    QTest::newRow("no place at all") << QString() << QString()
                                     << u"Say where: a name server that takes changes of the zone, a place for "
                                        "the policy file, or both."_s;
    QTest::newRow("a name server that is none") << u"nonsense"_s << u"ddns"_s << u"That is no address."_s;
    QTest::newRow("no key") << u"192.0.2.53"_s << QString() << u"Write the name of a key."_s;
}

void PublishPanelTest::fieldsThatCannotBeUsedAreTold()
{
    QFETCH(QString, nameserver);
    QFETCH(QString, key);
    QFETCH(QString, said);
    for (const auto &[field, text] : {std::pair(m_panel->form()->nameserver(), nameserver), std::pair(m_panel->form()->keyName(), key)}) {
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
    }
    m_panel->look();
    QCOMPARE(m_script->proposed.load(), 0);
    QStringList notes;
    for (const FieldNote *note : m_panel->form()->findChildren<FieldNote *>()) {
        if (note->isVisible())
            notes.append(note->text());
    }
    QCOMPARE(notes, QStringList{said});
    QCOMPARE(m_panel->form()->nameserver()->text(), nameserver); // nothing typed is lost
}

void PublishPanelTest::whereIsRememberedForEachDomainAndNoSecretIs()
{
    m_panel->form()->place()->setCurrentIndex(m_panel->form()->place()->findData(static_cast<int>(PublishWhere::Place::Folder)));
    emit m_panel->form()->place()->activated(m_panel->form()->place()->currentIndex());
    QTest::keyClicks(m_panel->form()->path(), u"/var/www"_s);
    m_panel->show(planOf(u"example.org"_s), u"/plans/org.json"_s);
    QCOMPARE(m_panel->form()->where(), PublishWhere());
    m_panel->show(planOf(u"example.com"_s), u"/plans/example.json"_s);
    const PublishWhere wanted{u"192.0.2.53"_s, u"ddns"_s, PublishWhere::Place::Folder, u"/var/www"_s};
    QCOMPARE(m_panel->form()->where(), wanted);
    PublishPanel again(means());
    again.show(planOf(u"example.com"_s), u"/plans/example.json"_s);
    QCOMPARE(again.form()->where(), wanted);

    QFile key(m_folder->filePath(u"key"_s));
    QVERIFY(key.open(QIODevice::WriteOnly));
    key.write("key \"ddns\" { algorithm hmac-sha256; secret \"" + secret.toLatin1() + "\"; };\n");
    key.close();
    m_panel->takeKey(key.fileName());
    QTRY_VERIFY(!m_panel->running());
    m_settings->sync();
    QFile stored(m_settings->fileName());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QByteArray text = stored.readAll();
    QVERIFY(text.contains("192.0.2.53"));
    QVERIFY(!text.contains("secret") && !text.contains(secret.toLatin1()));
    for (const QString &name : m_settings->allKeys())
        QVERIFY2(QStringList({u"nameserver"_s, u"key"_s, u"place"_s, u"path"_s}).contains(name.section(u'/', -1)), qPrintable(name));
}

void PublishPanelTest::aKeyIsTakenFromAFile_data()
{
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("said");
    QTest::newRow("the keyring keeps it") << QString() << u"The keyring keeps the key now; the file is not needed any more."_s;
    QTest::newRow("there is no keyring")
        << u"There is no keyring in this session."_s
        << u"The key is used until the program ends, and then its file is needed again: the keyring does not keep it. There is no "
           "keyring in this session."_s;
}

void PublishPanelTest::aKeyIsTakenFromAFile()
{
    QFETCH(QString, trouble);
    QFETCH(QString, said);
    m_script->keyringTrouble = trouble;
    const auto canForget = [this] {
        for (const QPushButton *button : m_panel->form()->findChildren<QPushButton *>()) {
            if (button->text() == u"Forget the key"_s)
                return button->isEnabled();
        }
        return false;
    };
    QVERIFY(canForget());
    m_panel->form()->keyName()->clear();
    QVERIFY(!canForget()); // which key?
    emit m_panel->form()->keyFileChosen(u"/keys/ddns"_s);
    QTRY_VERIFY(!m_panel->running());
    QCOMPARE(m_panel->form()->keyName()->text(), u"ddns"_s);
    QVERIFY(canForget());
    QStringList notes;
    for (const FieldNote *note : m_panel->form()->findChildren<FieldNote *>())
        notes.append(note->text());
    QVERIFY2(notes.contains(said), qPrintable(notes.join(u'\n')));
}

void PublishPanelTest::theHistoryIsKeptWhenTheWindowIsGone()
{
    m_script->waitAt = 1;
    showChanges();
    m_panel->consent()->click();
    m_panel->carryOut();
    QTRY_COMPARE(states(), (QStringList{u"done"_s, u"now"_s}));
    m_script->letGo = true;
    QTRY_COMPARE(m_script->stepsDone.load(), 2);
    m_panel.reset(); // before it heard of the end
    QTRY_COMPARE(m_kept.notes, u"remembered"_s);
}

void PublishPanelTest::anotherPlanWaitsForWhatRuns()
{
    m_script->waitAt = 0;
    showChanges();
    m_panel->consent()->click();
    const QSignalSpy saved(m_panel.get(), &PublishPanel::saveWanted); // would be of the plan that is shown
    m_panel->carryOut();
    m_panel->show(planOf(u"example.org"_s), u"/plans/org.json"_s);
    QCOMPARE(m_panel->form()->where().nameserver, u"192.0.2.53"_s);
    m_script->letGo = true;
    QTRY_VERIFY(!m_panel->running());
    QCOMPARE(m_kept.domain.ascii, u"example.com"_s);
    QCOMPARE(m_keptIn, u"/plans/example.json"_s);
    QCOMPARE(saved.size(), 0);
    QCOMPARE(m_panel->form()->where(), PublishWhere());
    QVERIFY(!m_panel->list()->isVisible());
    QVERIFY(!m_panel->note()->isVisible());
}

/// The keyring may ask for long.
void PublishPanelTest::aKeyIsOfThePlanThatItWasReadFor()
{
    m_panel->form()->keyName()->clear();
    emit m_panel->form()->keyFileChosen(u"/keys/ddns"_s);
    m_panel->show(planOf(u"example.org"_s), u"/plans/org.json"_s);
    QTRY_VERIFY(!m_panel->running());
    QCOMPARE(m_panel->form()->where(), PublishWhere());
    m_panel->show(planOf(u"example.com"_s), u"/plans/example.json"_s);
    QCOMPARE(m_panel->form()->keyName()->text(), u"ddns"_s);
}

void PublishPanelTest::everyFieldHasAName()
{
    showChanges();
    for (const QWidget *widget : m_panel->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<const QLabel *>(widget) || widget->objectName().startsWith(u"qt_"_s))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                     qobject_cast<const QWidget *>(widget->parent())->inherits("QComboBox"),
                 widget->metaObject()->className());
    }
}

QTEST_MAIN(PublishPanelTest)
#include "tst_publishpanel.moc"
