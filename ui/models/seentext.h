// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"

namespace mta
{

/// What stands at a place of the evidence, as people read it: records, the policy's lines, a certificate's fields, a conversation;
/// JSON where nothing better is known. Visible text, at most `lines` lines.
QString seenText(const DomainFacts &facts, const QString &pointer, int lines);

} // namespace mta
