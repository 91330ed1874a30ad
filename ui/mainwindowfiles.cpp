// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Opening, saving, exporting, and what is dropped on the window.

#include "ui/mainwindow.h"

#include "base/filename.h"
#include "scrub/scrub.h"
#include "store/evidence.h"
#include "ui/audit/auditpage.h"
#include "ui/background.h"
#include "ui/compare/comparepage.h"
#include "ui/editor/draft.h"
#include "ui/editor/editorpage.h"
#include "ui/plans/plandesk.h"
#include "ui/widgets/infobar.h"
#include "ui/wizard/wizardpage.h"
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QSettings>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{
QString proposedName(const QList<DomainAudit> &audits, const QString &suffix)
{
    return fileNameFor(audits.size() == 1 ? audits.first().facts.domain.ascii : u"mta-sts-audits"_s, suffix);
}

QString errorOf(const Result<bool> &done)
{
    return done ? QString() : done.error().text;
}

/// Empty when all went well.
QString saveWithoutNames(const QString &path, const QList<DomainFacts> &facts)
{
    if (const Result<bool> may = mayHoldScrubbed(path); !may)
        return may.error().text;
    const Result<Scrubbed> scrubbed = scrub(facts);
    return scrubbed ? errorOf(saveEvidence(path, scrubbed->facts)) : scrubbed.error().text;
}
} // namespace

void MainWindow::take(const OpenedFile &opened)
{
    m_info->hide();
    const QList<int> ids = m_desk.addOpened(opened.audits);
    if (!opened.text.isEmpty())
        auditInput(readDomainInput(opened.text));
    if (ids.size() == 1 && opened.text.isEmpty())
        showItem(ids.first());
    else if (!ids.isEmpty())
        showPage(Results);
    QStringList errors;
    for (const QString &path : opened.plans) {
        const Result<int> plan = m_plans.open(path);
        if (plan)
            showPlan(*plan);
        else
            errors.append(plan.error().text);
    }
    if (!opened.writtenPath.isEmpty())
        edit(opened.written, opened.writtenPath);
    // Last, so that what could be opened does not hide what could not.
    if (!opened.error.isEmpty())
        errors.append(opened.error);
    if (!errors.isEmpty())
        m_info->tell(State::Broken, errors.join(u' '));
}

void MainWindow::edit(const QByteArray &octets, const QString &path, std::optional<EditedKind> kind)
{
    showPage(Editor);
    m_editorPage->open(octets, path, kind);
}

void MainWindow::openFiles(const QStringList &paths)
{
    // Together: several files end in one list of results, not in whichever was read last.
    inBackground(
        this, [paths] { return readAnyFiles(paths); }, [this](const OpenedFile &opened) { take(opened); });
}

void MainWindow::openEvidence(const QString &path)
{
    inBackground(
        this, [path] { return readEvidenceFile(path); }, [this](const OpenedFile &opened) { take(opened); });
}

void MainWindow::chooseAndOpen()
{
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Open evidence, a policy or a list of domains"),
                                                            m_settings.value("files/folder"_L1, QDir::homePath()).toString(),
                                                            tr("Evidence, policies and lists (*.json *.txt *.csv);;All files (*)"));
    if (paths.isEmpty())
        return;
    m_settings.setValue("files/folder"_L1, QFileInfo(paths.first()).absolutePath());
    openFiles(paths);
}

void MainWindow::saveEvidenceTo(const QString &path, Names names)
{
    QList<DomainFacts> facts;
    for (const DomainAudit &audit : chosenAudits())
        facts.append(audit.facts);
    inBackground(
        this, [path, facts, names] { return names == Names::Kept ? errorOf(saveEvidence(path, facts)) : saveWithoutNames(path, facts); },
        [this, path, names](const QString &error) {
            const QString place = QDir::toNativeSeparators(path);
            if (!error.isEmpty())
                m_info->tell(State::Broken, error);
            else if (names == Names::Kept)
                m_info->tell(State::Good, tr("The evidence was saved in %1.").arg(place));
            else
                m_info->tell(State::Good, tr("The evidence was saved in %1, without names, addresses and certificates of real people and "
                                             "machines. Times and counts stay: look at it before you give it away.")
                                              .arg(place));
        });
}

void MainWindow::chooseAndSave(Names names)
{
    if (page() == Editor) {
        m_editorPage->save();
        return;
    }
    if (page() == Wizard) {
        chooseAndSavePlan(m_wizardPage->plan());
        return;
    }
    const QDir folder(m_settings.value("files/folder"_L1, QDir::homePath()).toString());
    const bool kept = names == Names::Kept;
    const QString path = QFileDialog::getSaveFileName(
        this, kept ? tr("Save evidence") : tr("Save evidence without names"),
        folder.filePath(kept ? proposedName(chosenAudits(), u"json"_s) : u"evidence-without-names.json"_s), tr("Evidence (*.json)"));
    if (path.isEmpty())
        return;
    m_settings.setValue("files/folder"_L1, QFileInfo(path).absolutePath());
    saveEvidenceTo(path, names);
}

void MainWindow::compareWith(const QStringList &paths)
{
    const DeskItem *item = m_desk.item(m_auditPage->item());
    if (!item || item->domain.ascii.isEmpty())
        return;
    m_info->hide();
    inBackground(
        this,
        [paths, domain = item->domain] {
            QList<OpenedFile> opened;
            for (const QString &path : paths)
                opened.append(readEvidenceOf(path, domain));
            return opened;
        },
        [this, paths, id = item->id](const QList<OpenedFile> &opened) {
            QString name;
            for (qsizetype i = 0; i < opened.size(); ++i) {
                if (!opened[i].error.isEmpty())
                    m_info->tell(State::Broken, opened[i].error);
                else
                    name = QFileInfo(paths[i]).fileName();
                for (const DomainAudit &audit : opened[i].audits)
                    m_desk.addOther({audit, Origin::File, name});
            }
            if (!name.isEmpty() && m_auditPage->item() == id)
                m_auditPage->compareWithFile(name);
        });
}

void MainWindow::chooseAndCompare()
{
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, tr("Compare with a saved audit"), m_settings.value("files/folder"_L1, QDir::homePath()).toString(), tr("Evidence (*.json)"));
    if (paths.isEmpty())
        return;
    m_settings.setValue("files/folder"_L1, QFileInfo(paths.first()).absolutePath());
    compareWith(paths);
}

void MainWindow::saveComparisonTo(const QString &path)
{
    inBackground(
        this, [path, octets = m_auditPage->compare()->asText().toUtf8()] { return writeText(path, octets); },
        [this, path](const QString &error) {
            if (error.isEmpty())
                m_info->tell(State::Good, tr("The comparison was written to %1.").arg(QDir::toNativeSeparators(path)));
            else
                m_info->tell(State::Broken, error);
        });
}

void MainWindow::chooseAndSaveComparison()
{
    const QDir folder(m_settings.value("files/folder"_L1, QDir::homePath()).toString());
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the comparison"),
                                                      folder.filePath(proposedName(chosenAudits(), u"txt"_s)), tr("Text (*.txt)"));
    if (path.isEmpty())
        return;
    m_settings.setValue("files/folder"_L1, QFileInfo(path).absolutePath());
    saveComparisonTo(path);
}

void MainWindow::exportTo(const QString &path, ExportFormat format)
{
    QList<RunItem> items;
    QList<LiveComparison> plans;
    for (const DomainAudit &audit : chosenAudits()) {
        items.append({audit.facts.domain.unicode, audit, {}});
        if (const OpenPlan *open = format == ExportFormat::Pdf ? m_plans.item(m_plans.find(audit.facts.domain.ascii)) : nullptr)
            plans.append(compareWithLive(open->plan(), audit));
    }
    inBackground(
        this, [path, format, items, plans] { return writeExport(path, format, items, plans); },
        [this, path](const QString &error) {
            if (error.isEmpty())
                m_info->tell(State::Good, tr("The report was written to %1.").arg(QDir::toNativeSeparators(path)));
            else
                m_info->tell(State::Broken, error);
        });
}

void MainWindow::chooseAndExport(ExportFormat format)
{
    const QDir folder(m_settings.value("files/folder"_L1, QDir::homePath()).toString());
    const QString suffix = exportSuffix(format);
    const QString path = QFileDialog::getSaveFileName(this, tr("Export"), folder.filePath(proposedName(chosenAudits(), suffix)),
                                                      u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
    if (path.isEmpty())
        return;
    m_settings.setValue("files/folder"_L1, QFileInfo(path).absolutePath());
    exportTo(path, format);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    takeDropped(*event->mimeData());
}

void MainWindow::takeDropped(const QMimeData &dropped)
{
    const QStringList files = localFiles(dropped);
    if (!files.isEmpty()) {
        openFiles(files);
        return;
    }
    if (const QByteArray octets = dropped.text().left(maxDomainListSize).toUtf8(); recognisedKind(octets)) {
        edit(octets, {});
        return;
    }
    const DomainInput input = readDomainInput(dropped.text().left(maxDomainListSize));
    if (input.domains.isEmpty())
        m_info->tell(State::Attention, tr("No domain was found in what was dropped here."));
    else
        auditInput(input);
}

} // namespace mta
