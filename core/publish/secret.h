// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <vector>

namespace mta
{

/// Octets that nobody is to see: there is no way to print them, and their memory is overwritten when they are no longer needed. Copies
/// are deep, so that each is overwritten.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView octets) : m_octets(octets.begin(), octets.end()) {}
    ~Secret() { wipe(); }
    Secret(const Secret &) = default;
    Secret(Secret &&other) noexcept { m_octets.swap(other.m_octets); }
    Secret &operator=(Secret other) noexcept
    {
        m_octets.swap(other.m_octets);
        return *this;
    }

    /// To be used at once and not kept.
    QByteArrayView octets() const { return {m_octets.data(), static_cast<qsizetype>(m_octets.size())}; }
    bool isEmpty() const { return m_octets.empty(); }
    bool operator==(const Secret &) const = default;

private:
    void wipe();

    std::vector<char> m_octets;
};

/// Overwrites what a buffer held on the way to or from a Secret.
void wipe(QByteArray &octets);

} // namespace mta
