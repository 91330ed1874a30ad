// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "practice/authority.h"
#include <QByteArrayList>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <memory>

namespace mta
{

/// One domain of the practice world and what it shows.
struct PracticeDomain {
    QString name;         ///< "expired-policy-certificate.example"
    QString lesson;       ///< one translated sentence (context "Practice")
    QString verdict;      ///< the contract's word an audit must come to
    QStringList findings; ///< ids it must find; notes that follow from the world itself are not listed
};
const QList<PracticeDomain> &practiceDomains();

/// A small mail world in this process, on loopback: DNS, HTTPS, SMTP with STARTTLS, a private CA. Starts in its own threads;
/// stops when destroyed. Nobody outside this machine is contacted, and nobody outside can reach it.
class PracticeWorld
{
public:
    static Result<std::shared_ptr<PracticeWorld>> start();
    virtual ~PracticeWorld() = default;

    virtual QString resolver() const = 0;        ///< "127.0.0.1:PORT", for NetworkOptions::resolver
    virtual QString caFile() const = 0;          ///< PEM of the private CA
    virtual QString trustAnchorFile() const = 0; ///< of the signed root, or empty when nothing is signed
    virtual quint16 smtpPort() const = 0;
    virtual quint16 httpsPort() const = 0;
    virtual quint16 dnsPort() const = 0; ///< of the name servers, for NetworkOptions::dnsPort

    // What a domain's owner would do, at once visible to everybody.

    /// Puts these in the place of all records of that type at `owner` ("_mta-sts.a.example"), data in presentation format; none take them
    /// away. False when they cannot be read.
    virtual bool publish(const QByteArray &owner, const QByteArray &type, const QByteArrayList &data) = 0;
    /// Lets the world's web server, which has the address of its resolver, answer for a host: whole HTTP answers, in turn, the last one
    /// repeated. None: it does not know the host any more.
    virtual void serve(const QByteArray &host, CertificateKind certificate, const QByteArrayList &answers) = 0;
};

} // namespace mta
