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

/// The first member that an object has twice, as a JSON pointer (RFC 6901); null when all have their own names. RFC 8259 §4 leaves open
/// what such a document means, and parsers differ: Qt's keeps the last one. Only for a document that it has parsed without an error.
QString repeatedJsonMember(const QByteArray &json);

} // namespace mta
