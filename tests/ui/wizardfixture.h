// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/factsbuilder.h"
#include "fakes/uifakes.h"
#include "ui/mainwindow.h"
#include "ui/plans/plandesk.h"
#include "ui/studio.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/wizardpage.h"
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

/// A window with the wizard for good.example, whose network holds that and other.example. Made anew when a test has spoilt it.
class WizardFixture : public QObject
{
protected:
    void begin()
    {
        m_spoilt = false;
        if (m_studio)
            return protect(u"good.example"_s);
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
        Preferences preferences;
        preferences.allowPrivate = true; // the good facts use documentation addresses
        savePreferences(*m_settings, preferences);
        m_handle = std::make_shared<MapHandle>();
        fill(m_handle->fake, goodFacts());
        fill(m_handle->fake, goodFactsAs(u"other.example"_s));
        m_environment = fakeEnvironment(m_handle);
        m_environment.draftFolder = m_folder->filePath(u"drafts"_s);
        makeStudio();
        protect(u"good.example"_s);
    }

    void end()
    {
        if (m_spoilt || QTest::currentTestFailed())
            return m_studio.reset();
        for (const int id : m_studio->plans().ids())
            m_studio->plans().close(id);
    }

    MainWindow &window() { return m_studio->window(); }
    WizardPage *wizard() { return window().wizardPage(); }
    const OpenPlan *open() { return m_studio->plans().item(wizard()->plan()); }
    Plan plan() { return open()->plan(); }
    QWidget *field(const QString &name) { return window().findChild<QWidget *>(name); }
    RowsView *rows(const QString &name) { return window().findChild<RowsView *>(name); }
    void waitUntilDone() { QTRY_VERIFY_WITH_TIMEOUT(!m_studio->desk().running(), 10000); }

    void makeStudio()
    {
        m_studio.reset();
        m_studio = std::make_unique<Studio>(*qApp, m_environment, *m_settings);
        window().show();
    }

    void protect(const QString &domain)
    {
        window().protect({domain, domain});
        waitUntilDone();
        QCOMPARE(window().page(), MainWindow::Wizard);
        QCOMPARE(plan().domain.ascii, domain);
    }

    void lookAgain()
    {
        emit wizard()->auditWanted(plan().domain, true);
        QVERIFY(m_studio->desk().running());
        waitUntilDone();
    }

    /// The domain is so from now on, with certificates that hold today.
    void become(const DomainFacts &facts)
    {
        DomainFacts today = facts;
        const auto renewed = [](TlsSession &session) {
            if (session.chain.isEmpty())
                return;
            const QDateTime now = QDateTime::currentDateTimeUtc();
            replaceLeaf(session, certificateFor(session.chain.first().dnsNames, now.addDays(-1), now.addDays(60)));
        };
        forPolicySessions(today, renewed);
        forMxSessions(today, renewed);
        m_spoilt = true;
        fill(m_handle->fake, today);
        lookAgain();
    }

    static QString textOf(QWidget *field)
    {
        const auto *line = qobject_cast<QLineEdit *>(field);
        return line ? line->text() : qobject_cast<QPlainTextEdit *>(field)->toPlainText();
    }

    static void setText(QWidget *field, const QString &text)
    {
        if (auto *line = qobject_cast<QLineEdit *>(field))
            line->setText(text);
        else
            qobject_cast<QPlainTextEdit *>(field)->setPlainText(text);
    }

    bool isNoted(const QString &message)
    {
        const QList<FieldNote *> notes = window().findChildren<FieldNote *>();
        return std::any_of(notes.cbegin(), notes.cend(),
                           [&](const FieldNote *note) { return !note->isHidden() && note->text() == message; });
    }

    /// Pages of which the list says that something on them cannot be used.
    int pagesInTrouble()
    {
        int count = 0;
        for (int i = 0; i < wizard()->list()->count(); ++i)
            count += wizard()->list()->item(i)->data(Qt::AccessibleDescriptionRole).toString().contains(u"cannot be used yet"_s);
        return count;
    }

    void press(const QString &text)
    {
        for (QPushButton *button : window().findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button->click();
        }
        QFAIL(qPrintable(text));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::shared_ptr<MapHandle> m_handle;
    Environment m_environment;
    std::unique_ptr<Studio> m_studio;
    bool m_spoilt = false; ///< the next test begins with another window and another network
};

} // namespace mta
