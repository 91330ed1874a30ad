// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/wizardhand.h"
#include "operateddomain.h"
#include "publish/keyring.h"

#include <QHash>
#include <QSettings>

class QPlainTextEdit;

namespace mta::fakes
{

QByteArray contents(const QString &path);
bool write(const QString &path, const QByteArray &content);

/// That of the session, which outlives the window.
class SessionKeyring : public Keyring
{
public:
    Result<TsigKey> read(const QString &name, const Context &) override
    {
        const auto key = m_keys.constFind(name);
        return key != m_keys.cend() ? Result<TsigKey>(*key) : Error{ErrorCode::NotFound, QStringLiteral("There is no such key.")};
    }
    Result<bool> keep(const TsigKey &key, const Context &) override
    {
        m_keys.insert(key.name, key);
        return true;
    }
    Result<bool> forget(const QString &name, const Context &) override { return m_keys.remove(name) > 0; }

private:
    QHash<QString, TsigKey> m_keys;
};

/// Somebody at the wizard who operates the domain: what its pages say is read, copied and pasted, its buttons and fields are used by keys.
class OperatedWizard : protected WizardHand
{
protected:
    static constexpr int patience = 30000; ///< milliseconds

    ~OperatedWizard() = default;

    /// A new domain, looked at in a new window.
    void begin(RealUpdateServer::Kind kind);
    void end();
    QString planFile() const { return m_folder->filePath(QStringLiteral("plan.json")); }
    QString policyFile() const { return m_domain->web().webRoot() + QStringLiteral("/.well-known/mta-sts.txt"); }

    void showPage(Page page); ///< by the list of pages
    void type(QPlainTextEdit *field, const QStringList &lines);
    void press(QWidget *in, const QString &text); ///< a button
    QByteArray copied(QWidget *in);               ///< what somebody pastes elsewhere
    QByteArray previewedPolicy();                 ///< its octets in "What would be published"
    QString wordsOf(Page page);                   ///< everything that it says

    void hostWithNginx(); ///< gets the configuration that the page "Policy host" shows, by its button for copying
    void turnsGreenByItself(int step);
    /// Each step at the earliest time that is safe: its text into the zone file, the policy where nginx has it.
    void publishByHand();
    void lookFromHere();                        ///< what the panel would change, and may
    void agree();                               ///< to what the panel would change: it is done, and seen
    void publishFromHere();                     ///< everything at once, with the panel
    void nsupdate(const QByteArrayList &lines); ///< by hand, with the program and the key of publishFromHere()
    /// The plan is put away meanwhile, and taken up out of its file. What was seen and published was so many days earlier.
    void daysPass(int days);

    std::unique_ptr<OperatedDomain> m_domain;

private:
    void openWindow();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    SessionKeyring m_keyring;
};

} // namespace mta::fakes
