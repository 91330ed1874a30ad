// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Opening, saving, exporting, and what is dropped on the window.

#include "ui/mainwindow.h"

#include "base/filename.h"
#include "scrub/scrub.h"
#include "store/evidence.h"
#include "ui/background.h"
#include "ui/widgets/infobar.h"
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QSettings>
#include <QUrl>

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
    // Last, so that what could be opened does not hide what could not.
    if (!opened.error.isEmpty())
        m_info->tell(State::Broken, opened.error);
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
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Open evidence or a list of domains"),
                                                            m_settings.value("files/folder"_L1, QDir::homePath()).toString(),
                                                            tr("Evidence and lists (*.json *.txt *.csv);;All files (*)"));
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

void MainWindow::exportTo(const QString &path, ExportFormat format)
{
    QList<RunItem> items;
    for (const DomainAudit &audit : chosenAudits())
        items.append({audit.facts.domain.unicode, audit, {}});
    inBackground(
        this, [path, format, items] { return writeExport(path, format, items); },
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
    QStringList files;
    for (const QUrl &url : dropped.urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    if (!files.isEmpty()) {
        openFiles(files);
        return;
    }
    const DomainInput input = readDomainInput(dropped.text().left(maxDomainListSize));
    if (input.domains.isEmpty())
        m_info->tell(State::Attention, tr("No domain was found in what was dropped here."));
    else
        auditInput(input);
}

} // namespace mta
