// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "facts/domainfacts.h"

namespace mta
{

/// The saved form of an audit: all raw facts as JSON, octets in base64. Typed values are read again from the raw ones when it is opened.
inline constexpr int evidenceVersion = 1;
/// Larger files are refused before they are parsed.
inline constexpr qint64 maxEvidenceSize = 256LL * 1024 * 1024;
/// A file of more domains is refused: a run over many saves one file each.
inline constexpr int maxEvidenceDomains = 10000;

QByteArray toEvidence(const QList<DomainFacts> &facts);
/// Damaged or foreign files give an Error that says what was wrong and what to do.
Result<QList<DomainFacts>> fromEvidence(const QByteArray &json);

/// Atomic: the old file stays until the new one is whole.
Result<bool> saveEvidence(const QString &path, const QList<DomainFacts> &facts);
Result<QList<DomainFacts>> loadEvidence(const QString &path);

/// The part of the evidence a finding points at (a JSON pointer, RFC 6901), as indented JSON text; empty when the pointer leads nowhere.
/// A single value stands in an object beside its name, octets also as visible text.
QString evidenceAt(const DomainFacts &facts, const QString &pointer);

} // namespace mta
