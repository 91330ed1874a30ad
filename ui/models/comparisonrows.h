// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/comparison.h"
#include "ui/models/rowsmodel.h"

namespace mta
{

/// Tags of the rows.
enum class DifferenceKind { Gone, Appeared, Changed, Same };
QString changeWord(DifferenceKind kind); ///< "new"; colour and sign alone say nothing
QString changeIconName(DifferenceKind kind);
QList<DifferenceKind> changeKinds();

/// Marks in both cells, which show the octets by visiblePolicyText(), what is different between them.
void markDifference(Cell &before, Cell &after, const QByteArray &octetsBefore, const QByteArray &octetsAfter);

QStringList comparisonHeaders();
/// Topic by topic what is different, a changed policy whole, and at last the findings that stayed.
QList<Row> comparisonRows(const Comparison &comparison);
/// "Nothing is different.", or how many differences, and what became of the findings.
QString comparisonSentence(const Comparison &comparison);

} // namespace mta
