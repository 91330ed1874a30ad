// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace mta
{

/// The same JSON with every character that does not show, or that changes how others show, as \uXXXX: a terminal or an editor that is shown
/// the document is as safe as a program that parses it. (The serialiser escapes C0 controls only; C1 controls drive terminals too.)
QByteArray inertJson(const QByteArray &json);

/// A name that an object of this document has twice, of which readers see only one (RFC 8259 §4); null where there is none. The document
/// is one that could be parsed.
QString repeatedName(const QByteArray &json);

} // namespace mta
