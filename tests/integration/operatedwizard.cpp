// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "operatedwizard.h"

#include "app/gui/planpublisher.h"
#include "base/editabletext.h"
#include "publish/journal.h"
#include "store/plans.h"
#include "store/sightingstore.h"
#include "ui/widgets/codeview.h"
#include "ui/wizard/publishform.h"
#include "ui/wizard/publishpanel.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>

namespace mta::fakes
{

using namespace Qt::Literals::StringLiterals;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

void OperatedWizard::begin(RealUpdateServer::Kind kind)
{
    end();
    m_domain = std::make_unique<OperatedDomain>(kind);
    QVERIFY2(m_domain->running(), qPrintable(m_domain->error()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    Preferences preferences;
    preferences.allowPrivate = true; // all servers are on loopback
    savePreferences(*m_settings, preferences);
    m_ahead = 0;
    openWindow();
    window().protect({m_domain->name(), m_domain->name()});
    MTA_DO(waitUntilDone());
}

void OperatedWizard::end()
{
    m_studio.reset();
    m_settings.reset(); // writes its file, before the folder goes
    m_folder.reset();
    m_domain.reset();
}

void OperatedWizard::openWindow()
{
    m_studio.reset();
    Environment environment;
    environment.live = [this](const Preferences &) { return SocketHandle::make(m_domain->network()); };
    environment.lessons = [] { return QList<PracticeLesson>(); };
    environment.draftFolder = m_folder->filePath(u"drafts"_s);
    environment.historyFolder = m_folder->filePath(u"sightings"_s);
    environment.now = [this] { return now(); };
    environment.publisher = std::make_shared<PlanPublisher>(
        [this]() -> Keyring & { return m_keyring; }, [this](const Preferences &) { return m_domain->network(); }, std::chrono::seconds(5));
    m_studio = std::make_unique<Studio>(*qApp, environment, *m_settings);
    window().resize(1400, 1000);
    window().show();
}

void OperatedWizard::showPage(Page page)
{
    WizardPage *wizard = this->wizard();
    wizard->list()->setFocus();
    while (wizard->currentStep() != page)
        QTest::keyClick(wizard->list(), wizard->currentStep() < page ? Qt::Key_Down : Qt::Key_Up);
    QVERIFY(wizard->step(page)->isVisible());
}

void OperatedWizard::type(QPlainTextEdit *field, const QStringList &lines)
{
    QVERIFY(field && field->isVisible());
    for (const QString &line : lines) {
        if (!field->toPlainText().isEmpty())
            QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClicks(field, line);
    }
}

void OperatedWizard::press(QWidget *in, const QString &text)
{
    for (QPushButton *button : in->findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible()) {
            QVERIFY(button->isEnabled());
            QTest::keyClick(button, Qt::Key_Space);
            return;
        }
    }
    QFAIL(qPrintable(u"there is no button "_s + text));
}

QByteArray OperatedWizard::copied(QWidget *in)
{
    QApplication::clipboard()->clear();
    press(in, u"Copy"_s);
    return QApplication::clipboard()->text().toUtf8();
}

QByteArray OperatedWizard::previewedPolicy()
{
    const QString text = wizard()->preview()->toPlainText();
    const qsizetype from = text.indexOf(u'\n') + 1;
    return octetsOf(QStringView(text).mid(from, text.indexOf(u"\n\n"_s) + 1 - from));
}

QString OperatedWizard::wordsOf(Page page)
{
    WizardStep *step = wizard()->step(page);
    QStringList words{markWords(page)};
    for (const QLabel *label : step->findChildren<QLabel *>()) {
        if (label->isVisibleTo(step))
            words.append(label->text());
    }
    for (const RowsView *view : step->findChildren<RowsView *>()) {
        for (const Row &row : view->isVisibleTo(step) ? view->rowsModel()->rows() : QList<Row>()) {
            for (const Cell &cell : row.cells)
                words.append(cell.text);
        }
    }
    return words.join(u'\n');
}

void OperatedWizard::hostWithNginx()
{
    MTA_DO(showPage(Hosting));
    WizardStep *page = wizard()->step(Hosting);
    QComboBox *names = nullptr;
    for (QComboBox *box : page->findChildren<QComboBox *>())
        names = box->accessibleName() == u"File to put on the server"_s ? box : names;
    QVERIFY(names);
    QList<HostingFile> files;
    for (int i = 0; i < names->count(); ++i) {
        QTest::keyClick(names, i == 0 ? Qt::Key_Home : Qt::Key_Down);
        files.append({names->currentText(), copied(page), {}});
        QCOMPARE(octetsOf(page->findChild<CodeView *>()->toPlainText()), files.last().content);
    }
    QCOMPARE(files.size(), 2);
    QCOMPARE(files.first().name, u".well-known/mta-sts.txt"_s);
    QCOMPARE(files.first().content, previewedPolicy());
    QVERIFY(files.last().content.contains("server_name " + m_domain->policyHost().toLatin1()));
    QVERIFY(m_domain->web().put({files.last()})); // the policy when its turn comes
    QVERIFY2(m_domain->startWeb(), qPrintable(m_domain->error()));
}

/// Whoever leaves the window open sees it, sooner here than after the half minute that it takes.
void OperatedWizard::turnsGreenByItself(int step)
{
    QTimer *again = steps()->findChild<QTimer *>({}, Qt::FindDirectChildrenOnly);
    QVERIFY(again && again->isActive());
    const int usual = again->interval();
    again->start(100);
    const bool green = QTest::qWaitFor([&] { return stateOf(step) == State::Good; }, patience);
    again->start(usual);
    QVERIFY2(green, qPrintable(u"step %1: %2"_s.arg(step).arg(wordsOf(Publish))));
    MTA_DO(waitUntilDone());
}

void OperatedWizard::publishByHand()
{
    MTA_DO(showPage(Publish));
    for (int step = 0; step < steps()->way().steps.size(); ++step) {
        const DeploymentStep what = steps()->way().steps.at(step);
        waitUntil(what.notBefore);
        QVERIFY(stateOf(step) != State::Good);
        QVERIFY(what.remove.isEmpty());
        const QByteArray text = copied(steps());
        if (what.kind == StepKind::PublishPolicy) {
            QCOMPARE(text, previewedPolicy());
            QVERIFY(write(policyFile(), text));
        } else {
            QVERIFY2(m_domain->dns().paste(text + '\n'), qPrintable(m_domain->dns().error()));
        }
        MTA_DO(turnsGreenByItself(step));
    }
}

void OperatedWizard::lookFromHere()
{
    MTA_DO(showPage(Publish));
    PublishPanel *panel = steps()->panel();
    if (!panel->isVisible())
        MTA_DO(press(steps(), u"Publish from here\u2026"_s));
    if (panel->form()->nameserver()->text().isEmpty()) {
        const UpdateServer server = m_domain->dns().server(TsigAlgorithm::HmacSha256);
        const QString key = m_folder->filePath(u"key"_s);
        QVERIFY(write(key, tsigKeyText(server.key).octets().toByteArray()));
        QFile::setPermissions(key, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        QTest::keyClicks(panel->form()->nameserver(), server.server.address.toString());
        panel->takeKey(key);
        QTRY_VERIFY(!panel->running());
        QCOMPARE(panel->form()->keyName()->text(), server.key.name);
        QTest::keyClick(panel->form()->place(), Qt::Key_Down);
        QCOMPARE(panel->form()->where().place, PublishWhere::Place::Folder);
        QTest::keyClicks(panel->form()->path(), m_domain->web().webRoot());
    }
    MTA_DO(press(panel, u"Show what would change"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!panel->running(), patience);
}

void OperatedWizard::publishFromHere()
{
    MTA_DO(lookFromHere());
    QVERIFY(steps()->panel()->changes()->toPlainText().contains(u"+ _mta-sts.%1. "_s.arg(m_domain->name())));
    MTA_DO(agree());
}

void OperatedWizard::agree()
{
    PublishPanel *panel = steps()->panel();
    QVERIFY2(panel->consent()->isVisible(), qPrintable(panel->note()->text()));
    QTest::keyClick(panel->consent(), Qt::Key_Space);
    QTest::keyClick(panel->carryOutButton(), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!panel->running(), patience);
    QVERIFY2(panel->note()->text().startsWith(u"All is "_s), qPrintable(panel->note()->text()));
    // It looks at once.
    QVERIFY(m_studio->desk().running());
    MTA_DO(waitUntilDone());
    MTA_DO(press(panel, u"Back to the steps"_s));
}

void OperatedWizard::daysPass(int days)
{
    MTA_DO(press(wizard(), u"Save the plan"_s));
    m_studio.reset();
    const Result<PlanFile> file = loadPlan(planFile());
    QVERIFY2(file, file ? "" : qPrintable(file.error().text));
    Plan earlier = file->plan;
    for (Publication &publication : earlier.published) {
        publication.from = publication.from.addDays(-days);
        publication.until = publication.until.addDays(-days);
    }
    QVERIFY(savePlan(planFile(), earlier, file->fingerprint));
    const SightingStore seen(m_folder->filePath(u"sightings"_s));
    QList<Sighting> sightings = seen.of(earlier.domain);
    for (Sighting &sighting : sightings) {
        sighting.first = sighting.first.addDays(-days);
        sighting.last = sighting.last.addDays(-days);
    }
    QVERIFY(seen.remember(earlier.domain, sightings));
    if (QFile::exists(journalPath(planFile()))) {
        const Result<PublishJournal> journal = storedJournal(planFile(), earlier.domain);
        QVERIFY2(journal, journal ? "" : qPrintable(journal.error().text));
        PublishJournal then = *journal;
        for (QDateTime *time : {&then.mxSince, &then.hostSince})
            *time = time->addDays(-days);
        if (then.begun)
            then.begun->at = then.begun->at.addDays(-days);
        QVERIFY(keepJournal(planFile(), then));
    }
    m_ahead = 0;
    openWindow();
    window().openPlan(planFile());
    MTA_DO(waitUntilDone());
}

void OperatedWizard::nsupdate(const QByteArrayList &lines)
{
    const UpdateServer server = m_domain->dns().server(TsigAlgorithm::HmacSha256);
    QProcess process;
    process.start(serverProgram("nsupdate"), {u"-k"_s, m_folder->filePath(u"key"_s)});
    process.write("server " + server.server.address.toString().toLatin1() + "\nzone " + server.zone.toLatin1() + ".\n" + lines.join('\n') +
                  "\nsend\n");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(patience));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

} // namespace mta::fakes
