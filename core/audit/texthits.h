// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/situation.h"

namespace mta
{

/// At most so many hits of one rule about one text: a file that is something else altogether does not need a finding per line.
inline constexpr qsizetype maxTextHits = 20;

/// A hit at a place of a text: values "line" and "column" (1-based, octets) are added, and "domain" for texts to paste.
Hit hitAt(const Situation &situation, int line, int column, const QString &evidence, Values values);

/// Raw octets as a value: UTF-8, at most 200 octets of it.
QString rawText(const QByteArray &octets);

/// An id for a record to paste: the judging time, as the RFC's examples have it, so that it differs from the one before. Where only
/// a text is judged, it is made from that text.
QString freshId(const Situation &situation);

} // namespace mta
