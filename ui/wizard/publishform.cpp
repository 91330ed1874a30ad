// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/publishform.h"

#include "ui/widgets/fieldnote.h"
#include "ui/wizard/steplayout.h"
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QSettings>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int longestField = 1000; ///< characters

/// The group of the settings that remembers where a domain is published. No member of it is a secret.
QString groupOf(const QString &domain)
{
    return u"publishing/"_s + domain;
}

} // namespace

PublishForm::PublishForm(const Publisher &publisher, QSettings &settings, QWidget *parent)
    : QWidget(parent),
      m_publisher(publisher),
      m_settings(settings),
      m_nameserver(new QLineEdit),
      m_nameserverNote(new FieldNote),
      m_keyName(new QLineEdit),
      m_readKey(new QPushButton(tr("Read a key file\u2026"))),
      m_forgetKey(new QPushButton(tr("Forget the key"))),
      m_keyNote(new FieldNote),
      m_place(new QComboBox),
      m_path(new QLineEdit),
      m_chooseFolder(new QPushButton(tr("Choose\u2026"))),
      m_pathNote(new FieldNote),
      m_looks(new QCheckBox(tr("&Look for the policy before the record changes"))),
      m_keys(new QCheckBox(tr("The mail servers show the keys of the &TLSA records"))),
      m_mx(new QCheckBox(tr("The &MX records have not changed since yesterday")))
{
    m_nameserver->setPlaceholderText(tr("192.0.2.53, or empty"));
    m_nameserver->setToolTip(tr("The zone\u2019s primary name server, which takes DNS UPDATE (RFC 2136) over TCP"));
    m_keyName->setPlaceholderText(tr("its name"));
    m_readKey->setToolTip(tr("A file as tsig-keygen writes it. The key goes into the keyring of your session; the file is not needed "
                             "any more."));
    m_forgetKey->setToolTip(tr("Takes the key out of the keyring"));
    m_place->addItem(tr("Not from here"), static_cast<int>(PublishWhere::Place::None));
    m_place->addItem(tr("In a folder of this computer"), static_cast<int>(PublishWhere::Place::Folder));
    m_place->addItem(tr("On another computer, by SFTP"), static_cast<int>(PublishWhere::Place::Sftp));
    m_place->view()->setAccessibleName(tr("Policy file"));
    m_path->setAccessibleName(tr("Place of the policy file"));
    for (QLineEdit *field : {m_nameserver, m_keyName, m_path}) {
        field->setFont(wireFont());
        field->setMaxLength(longestField);
        connect(field, &QLineEdit::textEdited, this, &PublishForm::take);
    }
    for (QPushButton *button : {m_readKey, m_forgetKey, m_chooseFolder})
        button->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addWidget(fieldLabel(tr("Na&me server for the records"), m_nameserver));
    column->addWidget(m_nameserver);
    column->addWidget(m_nameserverNote);
    column->addWidget(fieldLabel(tr("&Key it knows you by (TSIG)"), m_keyName));
    column->addWidget(m_keyName);
    column->addWidget(flowRow({m_readKey, m_forgetKey}));
    column->addWidget(m_keyNote);
    column->addWidget(fieldLabel(tr("Policy &file"), m_place));
    column->addWidget(m_place);
    column->addWidget(m_path);
    column->addWidget(m_chooseFolder, 0, Qt::AlignLeft);
    column->addWidget(m_pathNote);
    column->addWidget(m_looks);
    column->addWidget(m_keys);
    column->addWidget(m_mx);
    m_mx->setVisible(false);
    m_looks->setChecked(true);
    m_looks->setToolTip(tr("Every address of the policy host has to show the policy first. Without this look senders may be led to a file "
                           "that is not there yet; do without it only where this computer cannot reach the policy host."));
    m_keys->setToolTip(tr("Every address of every mail server shows the key that its TLSA records in the plan match. Then first records "
                          "may come, and those of former keys may go (RFC 7671 §8.1)."));
    m_mx->setToolTip(tr("They have been as they are for as long as resolvers keep them, although that was not seen from here. Say it "
                        "only if you know it: while others are remembered, mode enforce would refuse mail to them."));
    for (QCheckBox *box : {m_looks, m_keys, m_mx})
        connect(box, &QCheckBox::toggled, this, &PublishForm::edited);
    connect(m_place, &QComboBox::activated, this, [this] {
        showPlace();
        take();
    });
    connect(m_readKey, &QPushButton::clicked, this, &PublishForm::chooseKeyFile);
    connect(m_forgetKey, &QPushButton::clicked, this, [this] { emit forgetKeyWanted(where().keyName); });
    m_forgetKey->setEnabled(false);
    connect(m_keyName, &QLineEdit::textChanged, this, [this] { m_forgetKey->setEnabled(!where().keyName.isEmpty()); });
    connect(m_chooseFolder, &QPushButton::clicked, this, &PublishForm::chooseFolder);
    showPlace();
}

void PublishForm::setDomain(const QString &domain)
{
    m_domain = domain;
    m_settings.beginGroup(groupOf(domain));
    m_nameserver->setText(m_settings.value("nameserver"_L1).toString().left(longestField));
    m_keyName->setText(m_settings.value("key"_L1).toString().left(longestField));
    m_place->setCurrentIndex(qMax(0, m_place->findData(m_settings.value("place"_L1).toInt())));
    m_path->setText(m_settings.value("path"_L1).toString().left(longestField));
    m_settings.endGroup();
    for (FieldNote *note : {m_nameserverNote, m_keyNote, m_pathNote})
        note->say(State::Good, {});
    m_looks->setChecked(true); // what was said of another domain does not count for this one
    m_keys->setChecked(false);
    m_mx->setChecked(false);
    m_mx->setVisible(false);
    showPlace();
}

PublishWhere PublishForm::where() const
{
    PublishWhere where;
    where.nameserver = m_nameserver->text().trimmed();
    where.keyName = m_keyName->text().trimmed();
    where.place = static_cast<PublishWhere::Place>(m_place->currentData().toInt());
    if (where.place != PublishWhere::Place::None)
        where.path = m_path->text().trimmed();
    return where;
}

void PublishForm::take()
{
    const PublishWhere now = where();
    m_settings.beginGroup(groupOf(m_domain));
    m_settings.setValue("nameserver"_L1, now.nameserver);
    m_settings.setValue("key"_L1, now.keyName);
    m_settings.setValue("place"_L1, static_cast<int>(now.place));
    m_settings.setValue("path"_L1, m_path->text().trimmed());
    m_settings.endGroup();
    // What is still being typed is told when it is to be used; what was wrong and is mended, at once.
    const PublishWhereTrouble trouble = m_publisher.troubleWith(now);
    const auto mend = [](FieldNote *note, const QString &text, QWidget *field) {
        if (text.isEmpty())
            note->say(State::Good, {}, field);
    };
    mend(m_nameserverNote, trouble.nameserver, m_nameserver);
    mend(m_keyNote, trouble.keyName, m_keyName);
    mend(m_pathNote, trouble.path, m_path);
    emit edited();
}

bool PublishForm::check()
{
    const PublishWhere now = where();
    PublishWhereTrouble trouble = m_publisher.troubleWith(now);
    if (now.nameserver.isEmpty() && now.place == PublishWhere::Place::None)
        trouble.nameserver = tr("Say where: a name server that takes changes of the zone, a place for the policy file, or both.");
    m_nameserverNote->say(State::Broken, trouble.nameserver, m_nameserver);
    m_keyNote->say(State::Broken, trouble.keyName, m_keyName);
    m_pathNote->say(State::Broken, trouble.path, m_path);
    if (!trouble.isEmpty())
        (!trouble.nameserver.isEmpty() ? m_nameserver : !trouble.keyName.isEmpty() ? m_keyName : m_path)->setFocus();
    return trouble.isEmpty();
}

void PublishForm::setKeyName(const QString &name)
{
    m_keyName->setText(name);
    take();
}

void PublishForm::setKeysAsked(bool asked)
{
    m_keys->setVisible(asked);
}

void PublishForm::askForMx()
{
    m_mx->setVisible(true);
}

bool PublishForm::mxUnchanged() const
{
    return m_mx->isVisibleTo(this) && m_mx->isChecked();
}

bool PublishForm::looks() const
{
    return m_looks->isChecked();
}

bool PublishForm::newKeysInUse() const
{
    return m_keys->isVisibleTo(this) && m_keys->isChecked();
}

void PublishForm::sayOfKey(State state, const QString &text)
{
    m_keyNote->say(state, text, m_keyName);
}

void PublishForm::showPlace()
{
    const auto place = static_cast<PublishWhere::Place>(m_place->currentData().toInt());
    m_path->setVisible(place != PublishWhere::Place::None);
    m_chooseFolder->setVisible(place == PublishWhere::Place::Folder);
    m_path->setPlaceholderText(place == PublishWhere::Place::Sftp ? u"user@web.example.com:/var/www/mta-sts"_s : u"/var/www/mta-sts"_s);
    m_path->setToolTip(place == PublishWhere::Place::Sftp
                           ? tr("With the system\u2019s sftp and your own keys; no password is asked for. The file becomes "
                                ".well-known/mta-sts.txt in that folder.")
                           : tr("The folder that the web server serves. The file becomes .well-known/mta-sts.txt in it."));
}

void PublishForm::chooseKeyFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Read a key file"), QDir::homePath(), tr("All files (*)"));
    if (!path.isEmpty())
        emit keyFileChosen(path);
}

void PublishForm::chooseFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("The folder that the web server serves"), m_path->text());
    if (path.isEmpty())
        return;
    m_path->setText(QDir::toNativeSeparators(path));
    take();
}

} // namespace mta
