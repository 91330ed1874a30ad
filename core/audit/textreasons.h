// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace mta
{

// The stable reason keys of the text parsers as short translated clauses (context "Verdict") that stand behind a colon.

/// Of a SyntaxError in a record or a policy.
QString syntaxClause(const QString &reason);
/// Of an MxPattern that is not valid.
QString patternClause(const QString &reason);
/// Of a ReportUri that is not valid.
QString uriClause(const QString &reason);

} // namespace mta
