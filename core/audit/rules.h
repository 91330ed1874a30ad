// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/rule.h"

namespace mta
{

// The tables of the catalogue, one function per rule file, in the order of the chain. Each returns a list that lives for ever.
const QList<const Rule *> &domainRules();      ///< rules_domain.cpp: the domain, DNSSEC, this network and this machine
const QList<const Rule *> &recordRules();      ///< rules_record.cpp: _mta-sts TXT
const QList<const Rule *> &policyHostRules();  ///< rules_policyhost.cpp: addresses, TLS, certificate and HTTP of the policy host
const QList<const Rule *> &policyRules();      ///< rules_policy.cpp: the text of the policy
const QList<const Rule *> &mxRules();          ///< rules_mx.cpp: MX records, addresses, SMTP up to EHLO
const QList<const Rule *> &certificateRules(); ///< rules_starttls.cpp and rules_certificate.cpp: STARTTLS, TLS, MX certificates
const QList<const Rule *> &tlsRptRules();      ///< rules_tlsrpt.cpp: _smtp._tls TXT and its destinations

} // namespace mta
