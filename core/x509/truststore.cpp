// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "x509/truststoredata.h"

#include "base/readfile.h"
#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <cerrno>

namespace mta
{
namespace
{

constexpr qint64 maxRootsFile = 16 * 1024 * 1024; // Debian's whole bundle has 0.2 MiB

/// OpenSSL's search path for trusted roots, in the order in which it is honoured.
QStringList systemFolders()
{
    QStringList folders;
    const QString chosen = qEnvironmentVariable(X509_get_default_cert_dir_env());
    if (!chosen.isEmpty())
        folders += chosen.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    folders << QString::fromLocal8Bit(X509_get_default_cert_dir()) << QStringLiteral("/etc/ssl/certs");
    folders.removeDuplicates();
    return folders;
}

/// Roots under the hash of their subject, "5f15c80c.0": one is read when it is asked for.
bool isHashed(const QString &folder)
{
    return QDirIterator(folder, {QStringLiteral("????????.[0-9]")}, QDir::Files).hasNext();
}

/// Where a system keeps no hashed folder, its bundle has to do.
QString systemBundle()
{
    const QStringList files{qEnvironmentVariable(X509_get_default_cert_file_env()), QString::fromLocal8Bit(X509_get_default_cert_file()),
                            QStringLiteral("/etc/pki/tls/certs/ca-bundle.crt"), QStringLiteral("/etc/ssl/cert.pem")};
    for (const QString &file : files)
        if (!file.isEmpty() && QFileInfo(file).isFile())
            return file;
    return {};
}

void loadSystem(X509_STORE *store)
{
    bool hashed = false;
    for (const QString &folder : systemFolders()) {
        if (isHashed(folder))
            hashed = X509_STORE_load_path(store, QFile::encodeName(folder).constData()) == 1 || hashed;
    }
    if (const QString bundle = hashed ? QString() : systemBundle(); !bundle.isEmpty())
        X509_STORE_load_file(store, QFile::encodeName(bundle).constData());
    forgetErrors();
}

std::shared_ptr<TrustStore::Data> given(const QList<QByteArray> &roots, const QString &description)
{
    auto data = std::make_shared<TrustStore::Data>();
    data->description = description;
    const OwnTrouble trouble;
    data->roots.reset(X509_STORE_new());
    for (const QByteArray &root : roots)
        if (const X509Ptr certificate = decodeCertificate(root);
            certificate && data->roots && X509_STORE_add_cert(data->roots.get(), certificate.get()) == 1)
            data->empty = false;
    if (trouble.any())
        data->roots.reset();
    return data;
}

} // namespace

X509_STORE *TrustStore::Data::store() const
{
    const std::scoped_lock lock(mutex);
    if (!roots && source == Source::System) {
        const OwnTrouble trouble;
        roots.reset(X509_STORE_new());
        if (roots)
            loadSystem(roots.get());
        if (trouble.any()) // a store with roots missing would blame those who are not to blame
            roots.reset();
    }
    return roots.get();
}

TrustStore TrustStore::system()
{
    const auto data = std::make_shared<Data>();
    data->source = Data::Source::System;
    data->description = QStringLiteral("system");
    const QStringList folders = systemFolders();
    data->empty = std::none_of(folders.begin(), folders.end(), isHashed) && systemBundle().isEmpty();
    TrustStore store;
    store.m_data = data;
    return store;
}

Result<TrustStore> TrustStore::fromFile(const QString &path)
{
    const FileContent content = readFile(path, maxRootsFile + 1);
    if (!content.trouble.isNull())
        return Error{
            ErrorCode::Io,
            QCoreApplication::translate("TrustStore", "The file of trusted certificates %1 cannot be read: %2").arg(path, content.trouble)};
    if (content.octets.size() > maxRootsFile) // the rest would be roots that nothing is verified against
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("TrustStore", "The file of trusted certificates %1 is larger than %2 MiB. "
                                                               "Keep the certificates that are needed in a smaller one.")
                         .arg(path, QString::number(maxRootsFile / 1024 / 1024))};
    TrustStore store;
    store.m_data = given(certificatesInPem(content.octets), path);
    if (!store.data()->store())
        return Error{ErrorCode::Io, QCoreApplication::translate("TrustStore", "The file of trusted certificates %1 cannot be read: %2")
                                        .arg(path, qt_error_string(ENOMEM))};
    if (store.isEmpty())
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate(
                         "TrustStore", "The file %1 holds no certificate. A PEM file with the trusted root certificates is needed.")
                         .arg(path)};
    return store;
}

TrustStore TrustStore::fromCertificates(const QList<Certificate> &roots)
{
    QList<QByteArray> octets;
    for (const Certificate &root : roots)
        octets.append(root.der);
    TrustStore store;
    store.m_data = given(octets, QStringLiteral("given certificates"));
    return store;
}

bool TrustStore::isEmpty() const
{
    return !m_data || m_data->empty;
}

QString TrustStore::description() const
{
    return m_data ? m_data->description : QString();
}

} // namespace mta
