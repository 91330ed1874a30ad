// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/slots.h"

#include "net/waiting.h"
#include <utility>

namespace mta
{

AddressSlots::Slot::Slot(Slot &&other) noexcept : m_owner(std::exchange(other.m_owner, nullptr)), m_address(other.m_address) {}

AddressSlots::Slot &AddressSlots::Slot::operator=(Slot &&other) noexcept
{
    std::swap(m_owner, other.m_owner);
    m_address.swap(other.m_address);
    return *this;
}

AddressSlots::Slot::~Slot()
{
    if (m_owner)
        m_owner->release(m_address);
}

AddressSlots::Slot AddressSlots::take(const QHostAddress &address, const Context &context)
{
    std::unique_lock lock(m_mutex);
    if (!m_freed.wait_until(lock, context.stop, wakeUpTime(context.deadline), [&] { return m_taken.value(address) < m_perAddress; }))
        return {};
    ++m_taken[address];
    return {this, address};
}

void AddressSlots::release(const QHostAddress &address)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto taken = m_taken.find(address); --taken.value() == 0)
            m_taken.erase(taken);
    }
    m_freed.notify_all(); // those who wait may wait for different addresses
}

} // namespace mta
