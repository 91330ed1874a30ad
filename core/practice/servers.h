// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/dnsserver.h"
#include "practice/httpsserver.h"
#include "practice/placement.h"
#include "practice/scenario.h"
#include "practice/smtpserver.h"
#include <QObject>
#include <memory>
#include <vector>

namespace mta
{

/// The servers of the practice world, built from the scenarios. start() and stop() belong to the thread the object lives in.
class PracticeServers : public QObject
{
public:
    explicit PracticeServers(const Placement &placement) : m_placement(placement) {}

    bool start();
    void stop();

    bool publish(const QByteArray &owner, const QByteArray &type, const QByteArrayList &data);
    void serve(const QByteArray &host, CertificateKind certificate, const QByteArrayList &answers);

    QString resolver() const;
    QByteArray rootPem() const { return m_authority.rootPem(); }
    QByteArray rootKey() const { return m_rootKey + '\n'; }
    quint16 smtpPort() const { return m_smtpPort; }
    quint16 httpsPort() const { return m_https->port(); }
    quint16 dnsPort() const { return m_dns->port(); }

private:
    void addDomain(const PracticeSetup &setup);
    void addRecords(Zone &zone, const PracticeSetup &setup);
    void addMx(Zone &zone, const PracticeMx &mx, const QByteArray &domain);
    bool startDns();
    bool startHttps();
    bool startSmtp();
    bool listenAll(quint16 port);
    Zone &zoneOf(const PracticeSetup &setup);

    struct Mx {
        PracticeMx set;
        quint32 number;
    };
    Placement m_placement;
    Authority m_authority;
    std::vector<Zone> m_zones;
    QHash<QByteArray, HttpsHost> m_policyHosts;
    QList<Mx> m_mx;
    QByteArray m_rootKey;
    std::unique_ptr<DnsServer> m_dns;
    std::unique_ptr<HttpsServer> m_https;
    std::vector<std::unique_ptr<SmtpServer>> m_smtp;
    quint16 m_smtpPort = 0;
};

} // namespace mta
