// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/broadzone.h"

#include "base/publicsuffix.h"
#include <algorithm>

namespace mta
{

namespace
{

// Zones in which a provider names the machines of its customers, who can have certificates for these names. Mail services that
// name only their own servers (…mail.protection.outlook.com, …google.com) are not of this kind. Many more zones are in the private
// part of the public suffix list.
constexpr const char *sharedZones[] = {
    "amazonaws.com",          "bc.googleusercontent.com",
    "clients.your-server.de", "cloudapp.azure.com",
    "contaboserver.net",      "googleusercontent.com",
    "hosted-by-vdsina.com",   "kimsufi.com",
    "linodeusercontent.com",  "ovh.net",
    "rev.poneytelecom.eu",    "secureserver.net",
    "startdedicated.com",     "startdedicated.de",
    "static.contabo.net",     "stratoserver.net",
    "vultrusercontent.com",
};

} // namespace

Breadth breadthOf(const MxPattern &pattern)
{
    if (!pattern.valid || !pattern.text.startsWith(QLatin1String("*.")))
        return Breadth::Own;
    const QString zone = pattern.text.mid(2).toLower();
    switch (suffixKind(zone)) {
    case SuffixKind::Registry:
        return Breadth::PublicSuffix;
    case SuffixKind::Provider: // nobody can register such a name, but customers get it
        return Breadth::SharedZone;
    case SuffixKind::Private:
    case SuffixKind::None:
        break;
    }
    const bool shared =
        std::any_of(std::begin(sharedZones), std::end(sharedZones), [&](const char *known) { return zone == QLatin1String(known); });
    return shared ? Breadth::SharedZone : Breadth::Own;
}

} // namespace mta
