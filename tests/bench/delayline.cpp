// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "delayline.h"

#include <QByteArray>
#include <QFile>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace mta
{
namespace
{

using Clock = std::chrono::steady_clock;
constexpr size_t maxPacket = 65536;
constexpr qsizetype addressesAt = 12; ///< source and destination in an IPv4 header (RFC 791 §3.1)

struct Waiting {
    Clock::time_point due;
    QByteArray packet;
};

bool writeTo(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

/// As root directly; others become root of a user namespace of their own.
bool unshareNetwork()
{
    if (geteuid() == 0)
        return unshare(CLONE_NEWNET) == 0;
    const QByteArray user = QByteArray::number(geteuid());
    const QByteArray group = QByteArray::number(getegid());
    return unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 && writeTo("/proc/self/setgroups", "deny") &&
           writeTo("/proc/self/uid_map", "0 " + user + " 1") && writeTo("/proc/self/gid_map", "0 " + group + " 1");
}

int openDevice()
{
    return open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
}

bool attach(int device)
{
    ifreq request = {};
    std::strcpy(request.ifr_name, "delay0");
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    return device >= 0 && ioctl(device, TUNSETIFF, &request) == 0;
}

bool configure()
{
    return std::system("export PATH=\"$PATH:/usr/sbin:/sbin\"; "
                       "ip link set lo up && ip address add 10.1.255.1/32 dev delay0 && ip link set delay0 up && "
                       "ip route add local 10.1.0.0/16 dev lo && ip route add 10.2.0.0/16 dev delay0 src 10.1.255.1") == 0;
}

/// 10.1.a.b -> 10.2.c.d becomes 10.2.a.b -> 10.1.c.d. False for anything else.
bool crossOver(QByteArray &packet)
{
    if (packet.size() < 20 || (static_cast<quint8>(packet.at(0)) >> 4) != 4)
        return false;
    char *source = packet.data() + addressesAt;
    char *destination = source + 4;
    if (source[0] != 10 || source[1] != 1 || destination[0] != 10 || destination[1] != 2)
        return false;
    std::swap(source[1], destination[1]);
    return true;
}

} // namespace

bool DelayLine::open(QString &reason)
{
    // First what may fail without having changed anything: a new namespace has not even a loopback that is up.
    const int trial = openDevice();
    if (trial < 0) {
        reason = QStringLiteral("/dev/net/tun cannot be opened: %1").arg(qt_error_string(errno));
        return false;
    }
    close(trial); // a device belongs to the namespace in which it was opened
    if (!unshareNetwork())
        reason = QStringLiteral("a network namespace is not to be had (it takes root or user namespaces): %1").arg(qt_error_string(errno));
    else if (m_device = openDevice(); !attach(m_device))
        reason = QStringLiteral("a TUN device is not to be had: %1").arg(qt_error_string(errno));
    else if (!configure())
        reason = QStringLiteral("the command ip (package iproute2) could not configure the device");
    else
        return true;
    return false;
}

void DelayLine::start(std::chrono::microseconds roundTrip)
{
    m_thread = std::jthread([this, roundTrip](std::stop_token stop) { carry(stop, roundTrip / 2); });
}

DelayLine::~DelayLine()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
    if (m_device >= 0)
        close(m_device);
}

void DelayLine::carry(std::stop_token stop, std::chrono::microseconds delay) const
{
    std::deque<Waiting> queue; // in order of their time: the delay is the same for all
    char buffer[maxPacket];
    while (!stop.stop_requested()) {
        std::chrono::nanoseconds wait = std::chrono::milliseconds(50);
        if (!queue.empty())
            wait = std::max(std::chrono::nanoseconds(0), std::chrono::nanoseconds(queue.front().due - Clock::now()));
        const timespec timeout{wait.count() / 1000000000, wait.count() % 1000000000};
        pollfd descriptor{m_device, POLLIN, 0};
        ppoll(&descriptor, 1, &timeout, nullptr);
        for (ssize_t size = 0; (size = read(m_device, buffer, sizeof buffer)) > 0;) {
            QByteArray packet(buffer, size);
            if (crossOver(packet))
                queue.push_back({Clock::now() + delay, std::move(packet)});
        }
        for (; !queue.empty() && queue.front().due <= Clock::now(); queue.pop_front()) {
            const QByteArray &packet = queue.front().packet;
            if (write(m_device, packet.constData(), static_cast<size_t>(packet.size())) < 0)
                continue; // a full queue loses packets, as lines do
        }
    }
}

} // namespace mta
