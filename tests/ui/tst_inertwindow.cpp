// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "deploy/adopt.h"
#include "fakes/factsbuilder.h"
#include "fakes/hostiletexts.h"
#include "fakes/uifakes.h"
#include "ui/audit/auditpage.h"
#include "ui/compare/comparepage.h"
#include "ui/domaininput.h"
#include "ui/findings/findingspage.h"
#include "ui/live/livepage.h"
#include "ui/mainwindow.h"
#include "ui/plans/plandesk.h"
#include "ui/studio.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/wizardpage.h"
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMetaProperty>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace mta;
using namespace mta::fakes;
using namespace Qt::Literals::StringLiterals;

/// Every hostile text in every place that comes from outside, through the whole window: every property of every widget that is a text,
/// every role of every cell of every list, and the clipboard. A new label or tool tip that shows strangers' text as it is fails here.
class InertWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_studio.reset(); }
    void nothingActs_data();
    void nothingActs();
    void messagesAreMadeVisible_data() { nothingActs_data(); }
    void messagesAreMadeVisible();

private:
    MainWindow &window() { return m_studio->window(); }
    void look();
    void lookAt(const QObject &object);
    void lookAt(const QAbstractItemModel &model, const QModelIndex &parent);
    void showEveryRow();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Studio> m_studio;
    int m_seen = 0; ///< texts that hold the mark
};

void InertWindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_studio = std::make_unique<Studio>(*qApp, fakeEnvironment(std::make_shared<MapHandle>()), *m_settings);
    window().show();
    m_seen = 0;
}

void InertWindowTest::nothingActs_data()
{
    QTest::addColumn<QByteArray>("octets");
    for (const HostileText &text : hostileTexts())
        QTest::newRow(text.name) << text.octets;
}

namespace
{

/// Properties that Qt or a style sheet reads, not people.
bool isForPrograms(const QByteArray &property)
{
    return property == "objectName" || property == "styleSheet" || property == "inputMask" || property == "windowFilePath";
}

/// Shown as HTML where it looks like it.
bool mayBeRich(const QByteArray &property)
{
    return property == "toolTip" || property == "whatsThis" || property == "statusTip" || property == "iconText";
}

} // namespace

void InertWindowTest::lookAt(const QObject &object)
{
    const QMetaObject *meta = object.metaObject();
    for (int i = 0; i < meta->propertyCount(); ++i) {
        const QMetaProperty property = meta->property(i);
        if (property.typeId() != QMetaType::QString || isForPrograms(property.name()))
            continue;
        const QString text = property.read(&object).toString();
        const auto where = [&] {
            return QByteArray(meta->className()) + ' ' + object.objectName().toUtf8() + '.' + property.name() + ": " + text.toUtf8();
        };
        m_seen += text.contains(hostileMark) ? 1 : 0;
        QVERIFY2(!holdsHiddenCharacters(text, u"\n\t\u2060"_s), where().constData());
        if (mayBeRich(property.name()))
            QVERIFY2(!Qt::mightBeRichText(text), where().constData());
        // An ampersand would vanish and make a shortcut of what follows it.
        const bool mnemonics = qobject_cast<const QAbstractButton *>(&object) || qobject_cast<const QAction *>(&object);
        if (mnemonics && qstrcmp(property.name(), "text") == 0)
            QVERIFY2(!text.contains(hostileMark) || !QString(text).remove(u"&&"_s).contains(u'&'), where().constData());
    }
    if (const auto *label = qobject_cast<const QLabel *>(&object))
        QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(),
                 qPrintable(u"a label that takes text for markup where it looks like it: "_s + label->objectName() + u' ' + label->text()));
    QVERIFY2(!qobject_cast<const QTextBrowser *>(&object), "a browser of HTML");
}

void InertWindowTest::lookAt(const QAbstractItemModel &model, const QModelIndex &parent)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {int(Qt::DisplayRole), int(Qt::EditRole), int(Qt::ToolTipRole), int(Qt::StatusTipRole),
                                   int(Qt::WhatsThisRole), int(Qt::AccessibleTextRole), int(Qt::AccessibleDescriptionRole)}) {
                const QVariant value = index.data(role);
                if (value.typeId() != QMetaType::QString)
                    continue;
                const QString text = value.toString();
                m_seen += text.contains(hostileMark) ? 1 : 0;
                QVERIFY2(!holdsHiddenCharacters(text, u"\n\u2060"_s), qPrintable(text));
                QVERIFY2(role != Qt::ToolTipRole || !Qt::mightBeRichText(text), qPrintable(text));
            }
        }
        lookAt(model, model.index(row, 0, parent));
    }
}

void InertWindowTest::look()
{
    QList<QWidget *> widgets = QApplication::allWidgets();
    for (const QWidget *widget : std::as_const(widgets)) {
        lookAt(*widget);
        for (const QAction *action : widget->actions())
            lookAt(*action);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
            lookAt(*view->model(), {});
            for (int section = 0; section < view->model()->columnCount(); ++section)
                QVERIFY(!holdsHiddenCharacters(view->model()->headerData(section, Qt::Horizontal).toString()));
        }
        if (QTest::currentTestFailed())
            return;
    }
}

/// So that every detail is shown once.
void InertWindowTest::showEveryRow()
{
    for (RowsView *view : window().findChildren<RowsView *>()) {
        const auto walk = [&](const auto &self, const QModelIndex &parent) -> void {
            for (int row = 0; row < std::min(view->model()->rowCount(parent), 4); ++row) {
                const QModelIndex index = view->model()->index(row, 0, parent);
                view->setCurrentIndex(index);
                self(self, index);
            }
        };
        walk(walk, {});
        for (const auto &copy : {&RowsView::copyCell, &RowsView::copyRow}) {
            (view->*copy)();
            QVERIFY2(!holdsHiddenCharacters(QApplication::clipboard()->text(), u"\n\t"_s), qPrintable(QApplication::clipboard()->text()));
        }
        QVERIFY(!holdsHiddenCharacters(view->asCsv(), u"\r\n"_s));
        QVERIFY2(!holdsHiddenCharacters(view->asJson(), u"\n"_s), qPrintable(view->asJson()));
    }
}

void InertWindowTest::nothingActs()
{
    QFETCH(QByteArray, octets);
    const DomainFacts facts = factsFullOf(octets);
    DomainFacts before = goodFacts();
    before.domain = facts.domain;
    before.observedAt = facts.observedAt.addSecs(-60);
    // Compared with one that has nothing of it, so that all of it is different.
    m_studio->desk().addOther({judge(before, before.observedAt), Origin::File, QString::fromUtf8(octets)});
    const DomainAudit audit = judge(facts, facts.observedAt);
    const int id = m_studio->desk().addOpened({audit}).first();
    // A plan that wants other things, so that all that is live is beside it.
    Plan plan = planFromLive(judge(before, before.observedAt)).plan;
    plan.domain = facts.domain;
    const int planned = m_studio->plans().add(plan);
    window().showItem(id);
    QTRY_VERIFY(!window().auditPage()->compare()->asText().isEmpty());
    QVERIFY(window().auditPage()->compare()->list()->rowsModel()->rowCount() > 1);
    QVERIFY(!holdsHiddenCharacters(window().auditPage()->compare()->asText(), u"\n"_s));
    for (int tab = 0; tab < window().auditPage()->tabCount(); ++tab) {
        window().auditPage()->showTab(tab);
        QCoreApplication::processEvents();
        showEveryRow();
        look();
        if (QTest::currentTestFailed())
            return;
    }
    LivePage *live = window().auditPage()->live();
    QVERIFY(live->list()->rowsModel()->rowCount() > 3);
    QVERIFY(!holdsHiddenCharacters(live->asText(), u"\n"_s));
    live->adoptAll();
    QCoreApplication::processEvents();
    showEveryRow();
    look();
    m_studio->plans().undo(planned);
    window().auditPage()->findings()->copyFinding();
    QVERIFY2(!holdsHiddenCharacters(QApplication::clipboard()->text(), u"\n\t"_s), qPrintable(QApplication::clipboard()->text()));
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    QVERIFY(!copied->hasHtml());
    // What is live becomes a plan, with names and texts of strangers in its fields.
    window().protect(facts.domain);
    for (int step = 0; step < window().wizardPage()->stepCount(); ++step) {
        window().wizardPage()->showStep(step);
        QCoreApplication::processEvents();
        showEveryRow();
        look();
        if (QTest::currentTestFailed())
            return;
    }
    for (const MainWindow::Page page :
         {MainWindow::Start, MainWindow::Results, MainWindow::Expiry, MainWindow::Practice, MainWindow::Plans}) {
        window().showPage(page);
        QCoreApplication::processEvents();
        look();
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(m_seen > 20, "the hostile texts were not shown at all");
}

/// What the window says of files and input, and what is typed into it.
void InertWindowTest::messagesAreMadeVisible()
{
    QFETCH(QByteArray, octets);
    const QString text = QString::fromUtf8(octets);
    window().infoBar()->tell(State::Broken, text);
    look();
    window().auditInput(readDomainInput(text));
    look();
    window().openFiles({m_folder->filePath(text.left(100).replace(u'/', u'_').remove(QChar(0)))});
    QTRY_VERIFY(window().infoBar()->isVisible());
    look();
}

QTEST_MAIN(InertWindowTest)
#include "tst_inertwindow.moc"
