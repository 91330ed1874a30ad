// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/mxhits.h"

namespace mta
{

// What the rules about DANE share.

inline constexpr qsizetype tlsaDigitsShown = 16;
inline constexpr qsizetype tlsaRecordsShown = 4;

/// For rules about what the DNS says of a host: one hit for each host that is wrong, with {base}, {records} and {fitting}.
Verdict daneHosts(const Situation &situation, const std::function<bool(const HostDane &)> &wrong);
/// For rules that need secure TLSA records, where none were found: nothing to say, or nobody knows.
Verdict withoutTlsa(const Situation &situation);
/// For rules about certificates under secure TLSA records that are for mail.
Verdict daneChecks(const Situation &situation, SkipHost skip, const SayOfAddress &say);

/// "3 1 1 ab12…, 2 1 1 cd34…": not more of them, nor of each, than a reader takes in.
QString tlsaList(const QList<TlsaRecord> &records);
/// The record that matches the first certificate of a chain: the form that survives a renewal with the same key.
QString fittingRecord(const QList<Certificate> &chain);
/// Half a sentence about the first record that holds the right data under the wrong numbers; empty when there is none.
QString meantClause(const QList<TlsaRecord> &records, const QList<Certificate> &chain);
/// How long caches may keep the TLSA answer: "5 minutes".
QString keptFor(const MxHost &host, const HostDane &dane);

} // namespace mta
