// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"

#include <QHash>
#include <QSet>

namespace mta
{

/// What the domains of a run tell of each other: whether this network lets port 25 through, and whether somebody intercepts TLS.
class Witnesses
{
public:
    /// Takes note of a domain that was surveyed.
    void hear(const DomainFacts &facts);
    /// Fills in the run's part of `facts.witness` as far as it is known now.
    void testify(DomainFacts &facts) const;

    /// A domain whose meaning depends on what others of the run will show: every MX only timed out and nobody else has answered
    /// yet, or its policy host showed a foreign certificate and no other host a trusted one.
    bool isOpen(const DomainFacts &facts) const;

private:
    bool m_smtpAnswered = false;
    bool m_httpsAnswered = false;
    bool m_httpsTrusted = false;
    bool m_dnsAnswered = false;
    QSet<QString> m_silentNetworks;                             ///< of addresses where port 25 only timed out
    QHash<QString, QHash<QString, QString>> m_untrustedIssuers; ///< issuer -> domain -> network of the policy host
};

} // namespace mta
