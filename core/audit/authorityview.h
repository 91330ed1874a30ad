// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/authorities.h"

namespace mta
{

/// What came of asking one address of an authoritative server.
enum class ServerState {
    NotAsked, ///< ServerAnswers::notAsked says why
    Silent,   ///< nothing came back: says nothing of the server
    Lame,     ///< it answers, but not for the zone
    Answers,
};
ServerState serverState(const ServerAnswers &answers);

/// Why a server counts as lame, a clause (context "Verdict"): "it refuses to answer (REFUSED)".
QString lameClause(const Lookup &soa);

/// What a sender would make of the answer, as text that is the same for answers that say the same: the record, the words for none, or the
/// alias that leads out of the zone. Raw text from outside. Empty where the server has not answered for the zone.
QString stsAnswer(const Lookup &lookup, const QString &zone);
QString tlsRptAnswer(const Lookup &lookup, const QString &zone);
QString mxAnswer(const Lookup &lookup, const QString &zone);
QString serialAnswer(const Lookup &soa, const QString &zone);

} // namespace mta
