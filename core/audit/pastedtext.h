// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/textedit.h"

namespace mta
{

/// More than one record was copied, each in a line of its own.
bool holdsSeveralLines(const QByteArray &value);

/// The edits that take away what was copied along with a TXT value: the line of a zone file, or of a tool that shows one, around it;
/// quotation marks and escapes; line ends; blanks and quotation marks as word processors write them. None where there is nothing of the
/// kind, and where more than one record is in the text.
QList<TextEdit> unwrapping(const QByteArray &value);

} // namespace mta
