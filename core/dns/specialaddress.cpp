// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dns/specialaddress.h"

#include <QtEndian>
#include <array>
#include <cstring>
#include <span>

namespace mta
{
namespace
{

using Octets = std::array<quint8, 16>;

/// One line of the registries. Of the lines that cover an address the longest prefix decides; a nullptr as name means that the block
/// is globally reachable although it lies within one that is not.
struct Block {
    Octets prefix;
    int length;
    const char *name;
};

constexpr Octets v4(quint8 a, quint8 b, quint8 c, quint8 d)
{
    return {a, b, c, d};
}

/// The first four groups and the last of an IPv6 address.
constexpr Octets v6(quint16 a, quint16 b = 0, quint16 c = 0, quint16 d = 0, quint16 last = 0)
{
    const auto high = [](quint16 group) { return static_cast<quint8>(group >> 8); };
    const auto low = [](quint16 group) { return static_cast<quint8>(group & 0xff); };
    return {high(a), low(a), high(b), low(b), high(c), low(c), high(d), low(d), 0, 0, 0, 0, 0, 0, high(last), low(last)};
}

/// IANA IPv4 Special-Purpose Address Registry (RFC 6890 §2.2.2, RFC 8190), and multicast (RFC 5771).
constexpr Block ipv4Blocks[] = {
    {v4(0, 0, 0, 0), 8, "This network"},                         // RFC 791 §3.2
    {v4(10, 0, 0, 0), 8, "Private-Use"},                         // RFC 1918
    {v4(100, 64, 0, 0), 10, "Shared Address Space"},             // RFC 6598
    {v4(127, 0, 0, 0), 8, "Loopback"},                           // RFC 1122 §3.2.1.3
    {v4(169, 254, 0, 0), 16, "Link Local"},                      // RFC 3927
    {v4(172, 16, 0, 0), 12, "Private-Use"},                      // RFC 1918
    {v4(192, 0, 0, 0), 24, "IETF Protocol Assignments"},         // RFC 6890 §2.1
    {v4(192, 0, 0, 0), 29, "IPv4 Service Continuity Prefix"},    // RFC 7335
    {v4(192, 0, 0, 8), 32, "IPv4 dummy address"},                // RFC 7600
    {v4(192, 0, 0, 9), 32, nullptr},                             // RFC 7723: Port Control Protocol Anycast
    {v4(192, 0, 0, 10), 32, nullptr},                            // RFC 8155: Traversal Using Relays around NAT Anycast
    {v4(192, 0, 0, 170), 31, "NAT64/DNS64 Discovery"},           // RFC 8880, RFC 7050 §2.2
    {v4(192, 0, 2, 0), 24, "Documentation (TEST-NET-1)"},        // RFC 5737
    {v4(192, 88, 99, 0), 24, "Deprecated (6to4 Relay Anycast)"}, // RFC 7526
    {v4(192, 168, 0, 0), 16, "Private-Use"},                     // RFC 1918
    {v4(198, 18, 0, 0), 15, "Benchmarking"},                     // RFC 2544
    {v4(198, 51, 100, 0), 24, "Documentation (TEST-NET-2)"},     // RFC 5737
    {v4(203, 0, 113, 0), 24, "Documentation (TEST-NET-3)"},      // RFC 5737
    {v4(224, 0, 0, 0), 4, "Multicast"},                          // RFC 5771
    {v4(240, 0, 0, 0), 4, "Reserved"},                           // RFC 1112 §4
    {v4(255, 255, 255, 255), 32, "Limited Broadcast"},           // RFC 8190, RFC 919 §7
};

/// IANA IPv6 Special-Purpose Address Registry (RFC 6890 §2.2.3, RFC 8190), and what IANA's IPv6 address space registry sets aside.
/// 64:ff9b::/96, ::ffff:0:0/96 and 2002::/16 are judged by the IPv4 address inside.
constexpr Block ipv6Blocks[] = {
    {v6(0), 0, "Reserved by IETF"},                                 // RFC 4291 §4: global unicast is 2000::/3 alone
    {v6(0x2000), 3, nullptr},                                       // RFC 4291 §2.5.4
    {v6(0, 0, 0, 0, 0), 128, "Unspecified Address"},                // RFC 4291 §2.5.2
    {v6(0, 0, 0, 0, 1), 128, "Loopback Address"},                   // RFC 4291 §2.5.3
    {v6(0x64, 0xff9b, 1), 48, "IPv4-IPv6 Translation (local use)"}, // RFC 8215
    {v6(0x100), 64, "Discard-Only Address Block"},                  // RFC 6666
    {v6(0x100, 0, 0, 1), 64, "Dummy IPv6 Prefix"},                  // RFC 9780
    {v6(0x2001), 23, "IETF Protocol Assignments"},                  // RFC 2928
    {v6(0x2001), 32, "TEREDO"},                                     // RFC 4380
    {v6(0x2001, 1, 0, 0, 1), 128, nullptr},                         // RFC 7723: Port Control Protocol Anycast
    {v6(0x2001, 1, 0, 0, 2), 128, nullptr},                         // RFC 8155: Traversal Using Relays around NAT Anycast
    {v6(0x2001, 1, 0, 0, 3), 128, nullptr},                         // RFC 9665: DNS-SD Service Registration Protocol Anycast
    {v6(0x2001, 2), 48, "Benchmarking"},                            // RFC 5180
    {v6(0x2001, 3), 32, nullptr},                                   // RFC 7450: AMT
    {v6(0x2001, 4, 0x112), 48, nullptr},                            // RFC 7535: AS112-v6
    {v6(0x2001, 0x10), 28, "Deprecated (previously ORCHID)"},       // RFC 4843
    {v6(0x2001, 0x20), 28, nullptr},                                // RFC 7343: ORCHIDv2
    {v6(0x2001, 0x30), 28, nullptr},                                // RFC 9374: Drone Remote ID Protocol Entity Tags
    {v6(0x2001, 0xdb8), 32, "Documentation"},                       // RFC 3849
    {v6(0x3fff), 20, "Documentation"},                              // RFC 9637
    {v6(0x5f00), 16, "Segment Routing (SRv6) SIDs"},                // RFC 9602
    {v6(0xfc00), 7, "Unique-Local"},                                // RFC 4193
    {v6(0xfe80), 10, "Link-Local Unicast"},                         // RFC 4291 §2.5.6
    {v6(0xfec0), 10, "Deprecated (Site-Local Unicast)"},            // RFC 3879
    {v6(0xff00), 8, "Multicast"},                                   // RFC 4291 §2.7
};

bool covers(const Block &block, const Octets &address)
{
    const int whole = block.length / 8;
    const int bits = block.length % 8;
    if (std::memcmp(block.prefix.data(), address.data(), static_cast<size_t>(whole)) != 0)
        return false;
    if (bits == 0)
        return true;
    const auto at = static_cast<size_t>(whole);
    const auto mask = static_cast<quint8>(0xff << (8 - bits));
    return (block.prefix[at] & mask) == (address[at] & mask);
}

QString longestMatch(std::span<const Block> blocks, const Octets &address)
{
    const Block *best = nullptr;
    for (const Block &block : blocks) {
        if (covers(block, address) && (!best || block.length > best->length))
            best = &block;
    }
    return best ? QString::fromLatin1(best->name) : QString();
}

QString ofIpv4(quint32 address)
{
    Octets octets{};
    qToBigEndian(address, octets.data());
    return longestMatch(ipv4Blocks, octets);
}

/// Where within an IPv6 address the IPv4 address stands that decides, or -1.
int embeddedIpv4(const Octets &address)
{
    constexpr Block mapped{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96, nullptr}; // RFC 4291 §2.5.5.2
    constexpr Block nat64{v6(0x64, 0xff9b), 96, nullptr};                            // RFC 6052 §2.1
    constexpr Block sixToFour{v6(0x2002), 16, nullptr};                              // RFC 3056 §2
    if (covers(mapped, address) || covers(nat64, address))
        return 12;
    return covers(sixToFour, address) ? 2 : -1;
}

} // namespace

QString specialPurpose(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return ofIpv4(address.toIPv4Address());
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return QStringLiteral("Unspecified Address"); // null, or "any": nothing that could be contacted
    const Q_IPV6ADDR raw = address.toIPv6Address();
    Octets octets{};
    std::memcpy(octets.data(), raw.c, octets.size());
    const int embedded = embeddedIpv4(octets);
    return embedded < 0 ? longestMatch(ipv6Blocks, octets) : ofIpv4(qFromBigEndian<quint32>(octets.data() + embedded));
}

} // namespace mta
