// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <initializer_list>

/// Programs that link mta_systemcalls stand between themselves and the system: their calls for sockets and files, those of Qt included,
/// go on to the system unless one of these is alive in the calling thread.
namespace mta::fakes
{

/// The far end of every connection, without a network and in the thread of the near end.
class FarEnd
{
public:
    virtual ~FarEnd() = default;
    virtual void hear(const QByteArray &octets) = 0; ///< the near end sent this
    virtual bool isReadable() const = 0;             ///< there is something to read, or the end
    virtual void awaited() {}                        ///< the near end waits for it to say something, and it has nothing to say
    virtual QByteArray say(qsizetype most) = 0;      ///< what comes next; empty at the end
};

/// While it lives, connections of this thread lead to `end`, whatever their address.
class Diverted
{
public:
    explicit Diverted(FarEnd &end);
    ~Diverted();
    Diverted(const Diverted &) = delete;
    Diverted &operator=(const Diverted &) = delete;
};

enum class Call {
    Socket,
    Option,
    Connect,
    Outcome, ///< of an attempt to connect (SO_ERROR): the call itself goes well
    Poll,
    Receive,
    Send,
    Pipe,
    Open,
    Read,
    Write,
    Sync,
    Rename
};

/// While it lives, the nth call of this thread to one of `calls`, counted from 1, fails.
class Misfortune
{
public:
    /// With this for an error the call does no more than half of what it was asked to do, and says so: only Receive, Send, Read, Write.
    static constexpr int Halfway = -1;

    Misfortune(std::initializer_list<Call> calls, int nth, int error);
    ~Misfortune();
    Misfortune(const Misfortune &) = delete;
    Misfortune &operator=(const Misfortune &) = delete;

    bool struck() const { return m_seen >= m_nth; } ///< there were as many calls as that
    bool strikes(Call call);
    int error() const { return m_error; }

private:
    const unsigned m_calls;
    const int m_nth;
    const int m_error;
    int m_seen = 0;
};

/// While it lives, nothing of this thread fails: for the far end's own work.
class Spared
{
public:
    Spared();
    ~Spared();
    Spared(const Spared &) = delete;
    Spared &operator=(const Spared &) = delete;
    static bool now();

private:
    const bool m_before;
};

} // namespace mta::fakes
