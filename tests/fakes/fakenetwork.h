// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "survey/network.h"

#include <QHash>
#include <QMutex>

namespace mta
{

/// A network out of maps: what is not in them does not exist. Notes what was asked.
class FakeNetwork : public Resolver, public PolicyFetcher, public SmtpProber
{
public:
    Network network() { return {*this, *this, *this, {}}; }

    void add(const Lookup &lookup); ///< the plain answer; the validated one is the same unless set
    void addValidated(const Lookup &lookup);
    void addAt(const QString &server, const Lookup &lookup); ///< what the server at this address says itself; otherwise it says nothing
    void add(const QString &host, const QString &address, PolicyFetch fetch);
    void add(const QString &host, const QString &address, MxProbe probe, const TlsOffer &offer = {});

    Lookup lookup(const Question &question, Assurance assurance, const Context &context) override;
    Lookup askServer(const QHostAddress &server, const Question &question, const Context &context) override;
    PolicyFetch fetch(const QString &policyHost, const QHostAddress &address, const Patience &patience, const Context &context) override;
    MxProbe probe(const QString &host, const QHostAddress &address, const TlsOffer &offer, const Patience &patience,
                  const Context &context) override;

    /// "TXT _mta-sts.a.example", "GET mta-sts.a.example 192.0.2.1", "SMTP mx.a.example 192.0.2.1", and with an offer of its own
    /// "SMTP mx.a.example 192.0.2.1 RSA" or "... TLS 1.0", "@192.0.2.1 TXT _mta-sts.a.example", in the order they came.
    QStringList asked() const;
    int count(const QString &question) const { return static_cast<int>(asked().count(question)); }

    std::function<std::optional<Lookup>(const Question &)> otherwise; ///< for names that are in no map, as wildcards answer
    std::chrono::milliseconds delay{0};                               ///< of every operation
    std::chrono::milliseconds validationDelay{0};                     ///< of every validated question, in addition
    Patience lastPatience;

private:
    void note(const QString &what, const Context &context, std::chrono::milliseconds wait);

    mutable QMutex m_mutex;
    QStringList m_asked;
    QHash<QString, Lookup> m_plain;
    QHash<QString, Lookup> m_validated;
    QHash<QString, Lookup> m_direct;
    QHash<QString, PolicyFetch> m_fetches;
    QHash<QString, MxProbe> m_probes;
};

} // namespace mta
