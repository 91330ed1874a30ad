// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <memory>

namespace mta
{

/// NSD on loopback with zones of a test's own, signed from a private root down, made anew in a temporary folder.
class SignedZones
{
public:
    enum class Kind {
        Signed,
        Unsigned,
        Tampered, ///< the word "genuine" in its records becomes "altered" after signing
        Expired,  ///< its signatures ran out years ago
        Nsec3,    ///< signed, with hashed names in its proofs of absence (RFC 5155)
    };
    struct Zone {
        QString name; ///< "good.example"; "." must be there, and every parent before its children
        Kind kind = Kind::Signed;
        QStringList records; ///< in zone file format, relative to the zone; SOA, NS and delegations are added
        quint32 serial = 1;
    };

    /// What this system lacks to run it, as a sentence for QSKIP; empty when nothing.
    static QString missing();

    /// On a free port of 127.0.0.1, or on port 53 of these addresses.
    explicit SignedZones(const QList<Zone> &zones, const QStringList &addresses = {});
    ~SignedZones();

    bool isRunning() const { return m_error.isEmpty(); }
    QString error() const { return m_error; }
    quint16 port() const { return m_port; }
    QString resolver() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    QString anchorFile() const { return m_folder.filePath(QStringLiteral("root.key")); }

private:
    bool makeKey(const Zone &zone);
    bool writeZone(const Zone &zone, const QList<Zone> &zones);
    bool sign(const Zone &zone, const QString &plainFile, const QString &signedFile);
    bool startServer(const QList<Zone> &zones, const QStringList &addresses);
    bool run(const QString &program, const QStringList &arguments, QByteArray *output = nullptr);
    bool write(const QString &name, const QByteArray &content);
    QByteArray read(const QString &name) const;

    QTemporaryDir m_folder;
    QProcess m_server;
    QHash<QString, QString> m_keys; ///< by zone, the base name of its key files
    QString m_error;
    quint16 m_port = 0;
};

} // namespace mta
