// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"

/// Texts that try to be more than text, and facts in which strangers say nothing else.
namespace mta::fakes
{

struct HostileText {
    const char *name;
    QByteArray octets;
};
QList<HostileText> hostileTexts();

/// A word that stands in every hostile text: where it shows, strangers' text is shown.
inline const QString hostileMark = QStringLiteral("owned");

/// Good facts with this text in every place that comes from outside.
DomainFacts factsFullOf(const QByteArray &octets);

/// Whether a reader would be shown something else than what is there: controls, bidirectional and other invisible characters.
/// `allowed` are those the format itself needs.
bool holdsHiddenCharacters(const QString &text, const QString &allowed = {});

} // namespace mta::fakes
