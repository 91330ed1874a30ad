// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDeadlineTimer>
#include <functional>
#include <optional>
#include <stop_token>
#include <utility>

namespace mta
{

/// A file descriptor that is closed with its owner.
class Descriptor
{
public:
    explicit Descriptor(int number = -1) : m_number(number) {}
    ~Descriptor();
    Descriptor(Descriptor &&other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

    int number() const { return m_number; }
    explicit operator bool() const { return m_number >= 0; }

private:
    int m_number;
};

/// Something to poll() on that becomes readable when somebody calls wake(), from any thread.
class Doorbell
{
public:
    Doorbell();
    void wake() const;
    int number() const { return m_hear.number(); }

private:
    Descriptor m_hear;
    Descriptor m_ring;
};

/// A descriptor that becomes readable when the token is asked to stop; -1, which poll() passes over, when it never can be.
class StopBell
{
public:
    explicit StopBell(const std::stop_token &token);
    int number() const { return m_bell ? m_bell->number() : -1; }

private:
    std::optional<Doorbell> m_bell;
    std::optional<std::stop_callback<std::function<void()>>> m_callback;
};

/// Of a system call on a descriptor: nothing is wrong, what could not be done now is done later.
bool isAgain(int error);

/// The timeout for poll() until a deadline.
int pollTimeout(const QDeadlineTimer &deadline);

} // namespace mta
