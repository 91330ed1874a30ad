// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment.h"
#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace mta
{

/// Language, looks and how audits ask. What cannot be used is said below its field.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    PreferencesDialog(const Preferences &preferences, const QList<Language> &languages, QWidget *parent = nullptr);
    Preferences preferences() const;
    bool isUsable() const;

private:
    void check();
    QWidget *appearance(const QList<Language> &languages);
    QWidget *network();
    QWidget *depth();
    QWidget *plans();

    QComboBox *m_language;
    QComboBox *m_theme;
    QLineEdit *m_resolver;
    QLabel *m_resolverProblem;
    QLineEdit *m_ehlo;
    QLabel *m_ehloProblem;
    QLineEdit *m_proxy;
    QLabel *m_proxyProblem;
    QCheckBox *m_allowPrivate;
    QCheckBox *m_ipv4;
    QCheckBox *m_ipv6;
    QLabel *m_familyProblem;
    QSpinBox *m_timeout;
    QComboBox *m_depth;
    QSpinBox *m_expiryDays;
    QCheckBox *m_keepHistory;
    QCheckBox *m_remind;
    QDialogButtonBox *m_buttons;
};

} // namespace mta
