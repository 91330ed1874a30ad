// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace mta
{

/// Holds a JSON value against a JSON Schema of draft 2020-12, as far as the schemas of this project use the language: $ref within the
/// document, type, enum, const, pattern, minLength, minimum, maximum, items, properties, required, additionalProperties: false. A keyword
/// beyond these is a complaint itself, so that no rule of a schema is passed over in silence.
/// Returns what is wrong, each with its place; empty when the value is valid.
QStringList schemaComplaints(const QJsonValue &value, const QJsonObject &schema);

} // namespace mta
