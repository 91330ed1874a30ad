// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/keyring/keyringmodule.h"

#include <QCoreApplication>
#include <QThread>
#include <future>
#include <memory>
#include <qt6keychain/keychain.h>

namespace mta
{

namespace
{

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds longestKeyringCall = 2min; // the user may have to unlock it
constexpr auto glance = 50ms;

QString service()
{
    return QStringLiteral("MTA-STS Studio");
}

QString entryOf(const QString &keyName)
{
    return QLatin1String("tsig/") + keyName;
}

/// What a job ended with.
struct Ended {
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
    Secret secret{};
};

Error errorOf(const Ended &ended, const QString &keyName)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Keyring", text); };
    switch (ended.error) {
    case QKeychain::EntryNotFound:
        return {ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Keyring", "The keyring has no key \"%1\".")).arg(keyName)};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorCode::Unsupported, say(QT_TRANSLATE_NOOP("Keyring", "There is no keyring in this session."))};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::Io, say(QT_TRANSLATE_NOOP("Keyring", "The keyring was not opened."))};
    default:
        return {ErrorCode::Io, say(QT_TRANSLATE_NOOP("Keyring", "The keyring failed: %1")).arg(ended.text)};
    }
}

/// QtKeychain does one job after the other in the thread of the first: all of them run here, and callers in any thread wait for them.
class SystemKeyring : public Keyring
{
public:
    SystemKeyring()
    {
        m_runner.moveToThread(&m_thread);
        m_thread.start();
    }
    ~SystemKeyring() override
    {
        m_thread.quit();
        m_thread.wait();
    }

    Result<TsigKey> read(const QString &keyName, const Context &context) override
    {
        const Ended ended = wait(
            keyName, [] { return new QKeychain::ReadPasswordJob(service()); },
            [](QKeychain::Job *job) {
                QByteArray text = static_cast<QKeychain::ReadPasswordJob *>(job)->binaryData();
                Secret secret{QByteArrayView(text)};
                wipe(text);
                return secret;
            },
            context);
        if (ended.error != QKeychain::NoError)
            return errorOf(ended, keyName);
        return parseTsigKey(ended.secret.octets());
    }
    Result<bool> keep(const TsigKey &key, const Context &context) override
    {
        const auto make = [text = tsigKeyText(key)]() -> QKeychain::Job * {
            auto *job = new QKeychain::WritePasswordJob(service());
            job->setBinaryData(text.octets().toByteArray());
            return job;
        };
        return done(wait(key.name, make, {}, context), key.name);
    }
    Result<bool> forget(const QString &keyName, const Context &context) override
    {
        return done(wait(
                        keyName, [] { return new QKeychain::DeletePasswordJob(service()); }, {}, context),
                    keyName);
    }

private:
    static Result<bool> done(const Ended &ended, const QString &keyName)
    {
        return ended.error == QKeychain::NoError ? Result<bool>(true) : errorOf(ended, keyName);
    }

    /// A job that nobody waits for any more ends by itself.
    Ended wait(const QString &keyName, const std::function<QKeychain::Job *()> &make, const std::function<Secret(QKeychain::Job *)> &take,
               const Context &context)
    {
        const auto promise = std::make_shared<std::promise<Ended>>();
        std::future<Ended> future = promise->get_future();
        QMetaObject::invokeMethod(
            &m_runner,
            [=] {
                QKeychain::Job *job = make();
                job->setKey(entryOf(keyName));
                job->setInsecureFallback(false); // never a file
                QObject::connect(job, &QKeychain::Job::finished, job, [=](QKeychain::Job *ended) {
                    const bool good = ended->error() == QKeychain::NoError;
                    promise->set_value({ended->error(), ended->errorString(), good && take ? take(ended) : Secret()});
                });
                job->start();
            },
            Qt::QueuedConnection);
        const Context own = context.within(longestKeyringCall);
        while (future.wait_for(glance) != std::future_status::ready) {
            if (own.over())
                return {QKeychain::AccessDenied, {}};
        }
        return future.get();
    }

    QThread m_thread;
    QObject m_runner;
};

} // namespace

} // namespace mta

mta::Keyring *mtaKeyring()
{
    // Ends with the process: a job may be waiting for the user.
    static auto *const keyring = new mta::SystemKeyring;
    return keyring;
}
