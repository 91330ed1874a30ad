// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/checks.h"
#include <functional>

namespace mta
{

/// One address of an MX host under a rule's eyes.
struct MxAddress {
    const MxHost &host;
    const MxOutcome &hostOutcome;
    const MxProbe &probe;
    const AddressOutcome &outcome;
    const HostDane &dane;
    int index;       ///< of the address
    bool byKeyAlone; ///< no policy in force, and DANE vouches for the key: names and dates of the certificate do not matter
};
using SayOfAddress = std::function<std::optional<Values>(const MxAddress &)>;
using SkipHost = bool (*)(const MxOutcome &);

/// For rules about MX hosts: why they have nothing to say, or nullopt when there are hosts to look at.
std::optional<Verdict> beforeMx(const Situation &situation);
/// Also not without any address that was tested.
std::optional<Verdict> beforeProbes(const Situation &situation);

/// One hit for all addresses of a host of which the same is to be said. Hosts that no sender would use give mitigated hits; with `checked`
/// so do hosts that no policy makes senders check (findings about certificates). {address} is always there. `say` may put the place of
/// another probe of the host under {pointer}: "/extraProbes/0/probe".
Verdict addressHits(const Situation &situation, SkipHost skip, const SayOfAddress &say, const QString &part = {}, bool checked = false);

/// Some address works: of the others only mx-address-differs and mx-ipv6-failing tell.
bool works(const MxOutcome &host);
/// Some address took part in a conversation, however it ended.
bool wasReached(const MxOutcome &host);
/// The address was tested and no connection came about.
bool isCutOff(const AddressOutcome &outcome);
/// For rules that look at every host.
bool never(const MxOutcome &host);

} // namespace mta
