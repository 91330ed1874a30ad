// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"

#include <cstdint>

namespace mta::fuzz
{

/// The end of the fuzzer's run, unless the condition holds.
void require(bool condition);

/// What must hold of any facts, whoever made them up: they come back from the evidence as they were, are judged twice the same, never
/// well without trust, and everything that is written about them is bounded and well-formed.
/// A fuzzer has each input judged, and one in five looked at in one way besides, which depends on the input: reports cost ten times what
/// the judgement does. The replay of the corpus looks at everything.
void checkWholeAudit(const DomainFacts &facts, const QByteArray &input);
extern bool looksAtEverything;

QByteArray octetsOf(const uint8_t *data, size_t size);
/// The parts between octets 0xFE, at most `most` of them: the last one holds the rest.
QByteArrayList partsOf(const QByteArray &input, qsizetype most);

} // namespace mta::fuzz
