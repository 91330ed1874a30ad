// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// The program's own definitions come before those of the C library, also for the shared libraries it uses. Where the C library has two
// names for one function (open and open64), both are here.
#undef _FORTIFY_SOURCE // or the headers define some of them
#include "systemcalls/systemcalls.h"

#include "systemcalls/clock.h"
#include "systemcalls/realcall.h"
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mta::fakes
{
namespace
{

thread_local FarEnd *farEnd = nullptr;
thread_local Misfortune *misfortune = nullptr;
thread_local bool spared = false;

unsigned bitOf(Call call)
{
    return 1U << static_cast<unsigned>(call);
}

unsigned bitsOf(std::initializer_list<Call> calls)
{
    unsigned bits = 0;
    for (const Call call : calls)
        bits |= bitOf(call);
    return bits;
}

/// Whether what a call was to find out is bad news.
bool tellsOfFailure(Call call, int option, void *value)
{
    if (option != SO_ERROR || !misfortune || spared || !misfortune->strikes(call))
        return false;
    const int error = misfortune->error();
    std::memcpy(value, &error, sizeof error);
    return true;
}

/// Whether a call goes wrong; errno then says how.
bool fails(Call call)
{
    if (!misfortune || spared || !misfortune->strikes(call) || misfortune->error() == Misfortune::Halfway)
        return false;
    errno = misfortune->error();
    return true;
}

/// What becomes of a transfer of `size` octets: 0 when it fails.
size_t allowed(Call call, size_t size)
{
    if (!misfortune || spared || !misfortune->strikes(call))
        return size;
    if (misfortune->error() == Misfortune::Halfway)
        return size / 2 + size % 2;
    errno = misfortune->error();
    return 0;
}

bool isInternet(int descriptor)
{
    int family = 0;
    socklen_t size = sizeof family;
    return real<decltype(::getsockopt)>("getsockopt")(descriptor, SOL_SOCKET, SO_DOMAIN, &family, &size) == 0 &&
           (family == AF_INET || family == AF_INET6);
}

bool isFarEnds(int descriptor)
{
    return farEnd && !spared && isInternet(descriptor);
}

/// A far end is always ready to hear, and never keeps anybody waiting: with nothing to say it lets the time be up.
int pollFarEnd(pollfd *waiting, nfds_t count, int timeout)
{
    int ready = 0;
    for (nfds_t i = 0; i < count; ++i) {
        waiting[i].revents = 0;
        if (waiting[i].fd < 0 || !isFarEnds(waiting[i].fd))
            continue;
        if (timeout != 0 && waiting[i].events == POLLIN && !farEnd->isReadable()) {
            farEnd->awaited();
            if (Clock *clock = Clock::ofThisThread())
                clock->await(std::chrono::milliseconds(timeout), [] { return farEnd->isReadable(); });
            timeout = 0;
        }
        const int events = (farEnd->isReadable() ? POLLIN : 0) | POLLOUT;
        waiting[i].revents = static_cast<short>(waiting[i].events & events);
        ready += waiting[i].revents != 0;
    }
    return ready;
}

} // namespace

Diverted::Diverted(FarEnd &end)
{
    farEnd = &end;
}

Diverted::~Diverted()
{
    farEnd = nullptr;
}

Misfortune::Misfortune(std::initializer_list<Call> calls, int nth, int error) : m_calls(bitsOf(calls)), m_nth(nth), m_error(error)
{
    misfortune = this;
}

Misfortune::~Misfortune()
{
    misfortune = nullptr;
}

bool Misfortune::strikes(Call call)
{
    return (m_calls & bitOf(call)) != 0 && ++m_seen == m_nth;
}

Spared::Spared() : m_before(spared)
{
    spared = true;
}

Spared::~Spared()
{
    spared = m_before;
}

bool Spared::now()
{
    return spared;
}

} // namespace mta::fakes

using namespace mta::fakes;

extern "C" {

int socket(int domain, int type, int protocol)
{
    return fails(Call::Socket) ? -1 : real<int(int, int, int)>("socket")(domain, type, protocol);
}

int getsockopt(int descriptor, int level, int option, void *value, socklen_t *size)
{
    if (tellsOfFailure(Call::Outcome, option, value))
        return 0;
    return fails(Call::Option) ? -1 : real<int(int, int, int, void *, socklen_t *)>("getsockopt")(descriptor, level, option, value, size);
}

int setsockopt(int descriptor, int level, int option, const void *value, socklen_t size)
{
    return fails(Call::Option) ? -1
                               : real<int(int, int, int, const void *, socklen_t)>("setsockopt")(descriptor, level, option, value, size);
}

int connect(int descriptor, const sockaddr *address, socklen_t size)
{
    if (fails(Call::Connect))
        return -1;
    return isFarEnds(descriptor) ? 0 : real<int(int, const sockaddr *, socklen_t)>("connect")(descriptor, address, size);
}

int poll(pollfd *waiting, nfds_t count, int timeout)
{
    if (fails(Call::Poll))
        return -1;
    for (nfds_t i = 0; i < count; ++i)
        if (waiting[i].fd >= 0 && isFarEnds(waiting[i].fd))
            return pollFarEnd(waiting, count, timeout);
    auto *const realPoll = real<int(pollfd *, nfds_t, int)>("poll");
    Clock *clock = Clock::ofThisThread();
    if (!clock || timeout <= 0)
        return realPoll(waiting, count, timeout);
    int ready = 0;
    clock->await(std::chrono::milliseconds(timeout), [&] { return (ready = realPoll(waiting, count, 0)) != 0; });
    return ready;
}

/// As Qt waits for processes, which have a time of their own: of that they get a little for every ten milliseconds.
int ppoll(pollfd *waiting, nfds_t count, const timespec *timeout, const sigset_t *mask)
{
    constexpr timespec none{0, 0};
    constexpr timespec little{0, 50'000};
    auto *const realPoll = real<int(pollfd *, nfds_t, const timespec *, const sigset_t *)>("ppoll");
    Clock *clock = Clock::ofThisThread();
    if (!clock || !timeout)
        return realPoll(waiting, count, timeout, mask);
    Clock::Span left = std::chrono::seconds(timeout->tv_sec) + Clock::Span(timeout->tv_nsec);
    int ready = realPoll(waiting, count, &none, mask);
    while (ready == 0 && left > Clock::Span(0)) {
        ready = realPoll(waiting, count, &little, mask);
        const Clock::Span passed = std::min<Clock::Span>(left, std::chrono::milliseconds(10));
        clock->pass(passed);
        left -= passed;
    }
    return ready;
}

ssize_t recv(int descriptor, void *octets, size_t size, int flags)
{
    const size_t most = allowed(Call::Receive, size);
    if (most == 0 && size > 0)
        return -1;
    if (!isFarEnds(descriptor))
        return real<ssize_t(int, void *, size_t, int)>("recv")(descriptor, octets, most, flags);
    const Spared noFailures;
    const QByteArray said = farEnd->say(static_cast<qsizetype>(most));
    std::memcpy(octets, said.constData(), static_cast<size_t>(said.size()));
    return said.size();
}

ssize_t send(int descriptor, const void *octets, size_t size, int flags)
{
    const size_t most = allowed(Call::Send, size);
    if (most == 0 && size > 0)
        return -1;
    if (!isFarEnds(descriptor))
        return real<ssize_t(int, const void *, size_t, int)>("send")(descriptor, octets, most, flags);
    const Spared noFailures;
    farEnd->hear(QByteArray(static_cast<const char *>(octets), static_cast<qsizetype>(most)));
    return static_cast<ssize_t>(most);
}

int pipe(int ends[2])
{
    return fails(Call::Pipe) ? -1 : real<int(int *)>("pipe")(ends);
}

static int openWith(const char *name, const char *path, int flags, va_list arguments)
{
    const bool creates = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    const mode_t mode = creates ? va_arg(arguments, mode_t) : 0;
    return fails(Call::Open) ? -1 : real<int(const char *, int, ...)>(name)(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const int result = openWith("open", path, flags, arguments);
    va_end(arguments);
    return result;
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const int result = openWith("open64", path, flags, arguments);
    va_end(arguments);
    return result;
}

ssize_t read(int descriptor, void *octets, size_t size)
{
    const size_t most = allowed(Call::Read, size);
    return most == 0 && size > 0 ? -1 : real<ssize_t(int, void *, size_t)>("read")(descriptor, octets, most);
}

ssize_t write(int descriptor, const void *octets, size_t size)
{
    const size_t most = allowed(Call::Write, size);
    return most == 0 && size > 0 ? -1 : real<ssize_t(int, const void *, size_t)>("write")(descriptor, octets, most);
}

int fsync(int descriptor)
{
    return fails(Call::Sync) ? -1 : real<int(int)>("fsync")(descriptor);
}

int fdatasync(int descriptor)
{
    return fails(Call::Sync) ? -1 : real<int(int)>("fdatasync")(descriptor);
}

int rename(const char *from, const char *to)
{
    return fails(Call::Rename) ? -1 : real<int(const char *, const char *)>("rename")(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    return fails(Call::Rename)
               ? -1
               : real<int(int, const char *, int, const char *, unsigned)>("renameat2")(fromFolder, from, toFolder, to, flags);
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags)
{
    return fails(Call::Rename) ? -1 : real<int(int, const char *, int, const char *, int)>("linkat")(fromFolder, from, toFolder, to, flags);
}
}
