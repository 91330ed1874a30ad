// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/checks.h"

namespace mta
{

// Short translated clauses (context "Verdict") that stand behind a colon: "its certificate has expired". Raw text from outside is left
// as it is; whoever shows the sentence makes it visible.

/// Why a sender does not get the policy from this fetch.
QString fetchClause(const Situation &situation, const PolicyFetch &fetch);
/// Why a sender could not be served at this address, or why it could not be tested.
QString outcomeClause(const Situation &situation, const MxHost &host, int address);
/// Why a fetch or a probe says nothing: a NotTried detail, the network, the proxy.
QString untestedClause(const QString &reason);
/// What a sender objects to first in a certificate, in the order of RFC 8460 §4.3.1.
QString certificateClause(const CertificateProblems &problems, const QDateTime &at, bool datesCount);
/// "RSA", "ECDSA"
QString keyKindName(TlsOffer::Key key);
/// What the TLSA records say of the certificate.
QString daneClause(DaneOutcome outcome);
/// Like outcomeClause() for the host's deciding address, or for its missing addresses.
QString hostClause(const Situation &situation, int host);
/// "450 4.3.2 try again later": the reply as it came, on one line.
QString replyText(const SmtpReply &reply);

} // namespace mta
