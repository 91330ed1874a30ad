// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Where the text comes from and goes to: files, and the draft that outlives the program.

#include "ui/editor/editorpage.h"

#include "base/wiretext.h"
#include "ui/editor/octetedit.h"
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QSaveFile>
#include <QTimer>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

Draft EditorPage::draft() const
{
    return {m_edit->octets(), static_cast<EditedKind>(m_kind->currentIndex()), m_path, m_saved};
}

/// A text that was not changed here is read again: somebody else may have changed its file since.
void EditorPage::restore(Draft kept)
{
    QFile file(kept.path);
    if (!kept.modified() && QFileInfo(file).isFile() && file.size() <= maxEditedText && file.open(QIODevice::ReadOnly)) {
        kept.octets = file.read(maxEditedText);
        kept.saved = kept.octets;
    }
    m_path = kept.path;
    m_saved = kept.saved;
    m_kind->setCurrentIndex(static_cast<int>(kept.kind));
    m_kindChosen = recognisedKind(kept.octets).value_or(kept.kind) != kept.kind;
    m_edit->reset(kept.octets);
}

void EditorPage::keepDraft()
{
    m_keepSoon->stop();
    if (!m_keeper.keep(draft()))
        emit told(State::Attention, tr("What you type is not kept in case the program ends: %1 cannot be written. Save the text as a file.")
                                        .arg(visibleText(QDir::toNativeSeparators(m_keeper.file()))));
}

void EditorPage::showName()
{
    const bool modified = m_edit->octets() != m_saved;
    const QString name = m_path.isEmpty() ? tr("Not saved in a file") : QDir::toNativeSeparators(m_path);
    m_name->setText(modified && !m_path.isEmpty() ? tr("%1 (changed)").arg(visibleText(name)) : visibleText(name));
}

bool EditorPage::mayReplace()
{
    if (!draft().modified() || m_edit->document()->isEmpty())
        return true;
    QMessageBox question(QMessageBox::Question, tr("The text was changed"),
                         tr("The text in the editor is not saved. What is to become of it?"),
                         QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    question.setObjectName(u"unsavedQuestion"_s);
    question.setDefaultButton(QMessageBox::Save);
    const int answer = question.exec();
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

void EditorPage::open(const QByteArray &octets, const QString &path, std::optional<EditedKind> kind)
{
    if (octets.size() > maxEditedText) {
        emit told(State::Attention,
                  tr("%1 is larger than any policy or record may be, and was not opened. The text in the editor is unchanged.")
                      .arg(visibleText(QDir::toNativeSeparators(path))));
        return;
    }
    if (!mayReplace())
        return;
    m_path = path;
    m_saved = octets;
    m_kindChosen = kind.has_value();
    m_kind->setCurrentIndex(static_cast<int>(kind ? *kind : recognisedKind(octets).value_or(EditedKind::Policy)));
    m_edit->reset(octets);
    m_edit->setFocus();
    showName();
    look();
    keepDraft();
}

void EditorPage::chooseAndOpen()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a policy or record"), QFileInfo(m_path).absolutePath(),
                                                      tr("Texts (*.txt);;All files (*)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        emit told(State::Broken, tr("%1 cannot be read: %2").arg(visibleText(QDir::toNativeSeparators(path)), file.errorString()));
        return;
    }
    open(file.read(maxEditedText + 1), path);
}

bool EditorPage::save()
{
    if (m_path.isEmpty())
        return chooseAndSave();
    // Somebody else may have written the file since.
    QFile file(m_path);
    if (file.exists() && (!file.open(QIODevice::ReadOnly) || file.read(maxEditedText + 1) != m_saved)) {
        emit told(State::Attention, tr("%1 was changed by somebody else since it was opened, and was not overwritten. Save the text under "
                                       "another name, and compare.")
                                        .arg(visibleText(QDir::toNativeSeparators(m_path))));
        return false;
    }
    return saveTo(m_path);
}

bool EditorPage::chooseAndSave()
{
    const QString proposed = m_path.isEmpty() ? QDir::home().filePath(u"mta-sts.txt"_s) : m_path;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the text"), proposed, tr("Texts (*.txt);;All files (*)"));
    return !path.isEmpty() && saveTo(path);
}

bool EditorPage::saveTo(const QString &path)
{
    const QByteArray octets = m_edit->octets();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size() || !file.commit()) {
        emit told(State::Broken, tr("%1 was not written: %2").arg(visibleText(QDir::toNativeSeparators(path)), file.errorString()));
        return false;
    }
    m_path = path;
    m_saved = octets;
    showName();
    keepDraft();
    emit told(State::Good, tr("The text was saved in %1.").arg(visibleText(QDir::toNativeSeparators(path))));
    return true;
}

} // namespace mta
