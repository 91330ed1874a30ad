// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace mta
{

/// The same JSON with every character that does not show, or that changes how others show, as \uXXXX: a terminal or an editor that is shown
/// the document is as safe as a program that parses it. (The serialiser escapes C0 controls only; C1 controls drive terminals too.)
QByteArray inertJson(const QByteArray &json);

} // namespace mta
