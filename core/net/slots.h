// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/context.h"
#include <QHash>
#include <QHostAddress>
#include <condition_variable>
#include <mutex>

namespace mta
{

/// At most so many connections to one address at a time. Thread-safe. Take a slot before the clock of an operation is started:
/// waiting for others is not the peer's slowness.
class AddressSlots
{
public:
    explicit AddressSlots(int perAddress) : m_perAddress(perAddress) {}

    /// Holds a place at an address and gives it back when destroyed. False when the wait was in vain.
    class Slot
    {
    public:
        Slot() = default;
        Slot(Slot &&other) noexcept;
        Slot &operator=(Slot &&other) noexcept;
        ~Slot();
        explicit operator bool() const { return m_owner != nullptr; }

    private:
        friend class AddressSlots;
        Slot(AddressSlots *owner, const QHostAddress &address) : m_owner(owner), m_address(address) {}
        AddressSlots *m_owner = nullptr;
        QHostAddress m_address;
    };

    /// Waits until there is a place or the context is over.
    Slot take(const QHostAddress &address, const Context &context);

private:
    void release(const QHostAddress &address);

    const int m_perAddress;
    std::mutex m_mutex;
    std::condition_variable_any m_freed;
    QHash<QHostAddress, int> m_taken;
};

} // namespace mta
