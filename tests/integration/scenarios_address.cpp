// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// IPv6, alone and beside IPv4, in a network of the test's own.

#include "integration/scenarios.h"

namespace mta::fakes
{

QList<Scenario> addressScenarios()
{
    const auto ipv6 = Needs::PrivateNetwork;
    return {
        {"ipv6-only",
         {"protected", "enforce", {}, {"mx-no-address", "policy-host-no-address", "mx-ipv6-failing", "mx-untestable"}, {"mx1 address ok"}},
         [](RealDomain &domain) {
             domain.policyAddresses.first().ipv6 = true;
             domain.mx.first().addresses.first().ipv6 = true;
         },
         ipv6},
        {"ipv6-only-mx-down",
         {"at-risk", "enforce", {"mx-unreachable"}, {"mx-no-address", "mx-ipv6-failing"}, {"mx1 unreachable"}},
         [](RealDomain &domain) { domain.mx.first().addresses = {{.presence = Presence::Down, .ipv6 = true}}; },
         ipv6},
        {"ipv6-only-policy-host-down",
         {"unprotected", "policy-unavailable", {"policy-host-unreachable"}, {"policy-host-no-address"}},
         [](RealDomain &domain) { domain.policyAddresses = {{.presence = Presence::Down, .ipv6 = true}}; },
         ipv6},
        {"both-families",
         {"protected",
          "enforce",
          {},
          {"mx-address-differs", "mx-ipv6-failing", "policy-host-address-differs"},
          {"mx1 address ok", "mx1 address ok"}},
         [](RealDomain &domain) {
             domain.policyAddresses.append(RealAddress{.ipv6 = true});
             domain.mx.first().addresses.append(RealAddress{.ipv6 = true});
         },
         ipv6},
        {"mx-ipv6-down",
         {"protected", "enforce", {"mx-ipv6-failing"}, {"mx-unreachable", "mx-address-differs"}, {"mx1 ok"}},
         [](RealDomain &domain) { domain.mx.first().addresses.append(RealAddress{.presence = Presence::Down, .ipv6 = true}); },
         ipv6},
        {"mx-ipv6-silent",
         {"protected", "enforce", {"mx-ipv6-failing"}, {"mx-timeout", "mx-address-differs"}, {"mx1 ok"}},
         [](RealDomain &domain) { domain.mx.first().addresses.append(RealAddress{.presence = Presence::Silent, .ipv6 = true}); },
         ipv6},
        {"mx-ipv4-down",
         {"protected", "enforce", {"mx-ipv6-failing"}, {"mx-unreachable", "mx-address-differs"}, {"mx1 ok"}},
         [](RealDomain &domain) {
             domain.mx.first().addresses = {{.presence = Presence::Down}, {.ipv6 = true}};
         },
         ipv6},
        {"mx-ipv6-expired",
         {"protected", "enforce", {"mx-address-differs"}, {"mx-cert-expired", "mx-ipv6-failing"}, {"mx1 ok"}},
         [](RealDomain &domain) {
             domain.mx.first().addresses.append(RealAddress{.ipv6 = true, .certificate = CertificateFault::Expired});
         },
         ipv6},
        {"policy-ipv6-down",
         {"protected", "enforce", {"policy-host-address-differs"}, {"policy-host-unreachable"}},
         [](RealDomain &domain) { domain.policyAddresses.append(RealAddress{.presence = Presence::Down, .ipv6 = true}); },
         ipv6},
        {"policy-ipv4-down",
         {"protected", "enforce", {"policy-host-address-differs"}, {"policy-host-unreachable"}},
         [](RealDomain &domain) {
             domain.policyAddresses = {{.presence = Presence::Down}, {.ipv6 = true}};
         },
         ipv6},
    };
}

} // namespace mta::fakes
