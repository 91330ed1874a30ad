// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/publisher.h"
#include "ui/theme.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSettings;

namespace mta
{

class FieldNote;

/// Where a plan is published: fields that remember for each domain what was typed. What cannot be used is told at its field.
class PublishForm : public QWidget
{
    Q_OBJECT

public:
    PublishForm(const Publisher &publisher, QSettings &settings, QWidget *parent = nullptr);
    void setDomain(const QString &domain); ///< shows what is remembered of it
    PublishWhere where() const;
    /// Says at each field what is wrong with it, also where it is empty and may not be; whether nothing is.
    bool check();
    void setKeyName(const QString &name);
    void setKeysAsked(bool asked); ///< the plan has TLSA records
    void askForMx();               ///< until another domain comes: what publishing waits for, somebody may know better
    bool looks() const;            ///< for the policy at its host, before the record changes
    bool newKeysInUse() const;
    bool mxUnchanged() const;
    void sayOfKey(State state, const QString &text);

    QLineEdit *nameserver() const { return m_nameserver; }
    QLineEdit *keyName() const { return m_keyName; }
    QComboBox *place() const { return m_place; }
    QLineEdit *path() const { return m_path; }
    QCheckBox *looksBox() const { return m_looks; }
    QCheckBox *keysBox() const { return m_keys; }
    QCheckBox *mxBox() const { return m_mx; }

signals:
    void edited();
    void keyFileChosen(const QString &path);
    void forgetKeyWanted(const QString &name);

private:
    void take();
    void showPlace();
    void chooseKeyFile();
    void chooseFolder();

    const Publisher &m_publisher;
    QSettings &m_settings;
    QString m_domain;
    QLineEdit *m_nameserver;
    FieldNote *m_nameserverNote;
    QLineEdit *m_keyName;
    QPushButton *m_readKey;
    QPushButton *m_forgetKey;
    FieldNote *m_keyNote;
    QComboBox *m_place;
    QLineEdit *m_path;
    QPushButton *m_chooseFolder;
    FieldNote *m_pathNote;
    QCheckBox *m_looks;
    QCheckBox *m_keys;
    QCheckBox *m_mx;
};

} // namespace mta
