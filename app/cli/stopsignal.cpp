// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/stopsignal.h"

#include "app/cli/terminal.h"
#include <QCoreApplication>
#include <csignal>
#include <pthread.h>
#include <unistd.h>

namespace mta::cli
{

namespace
{

/// What ends a program, but for what its parent made it ignore (nohup, a shell's background).
sigset_t watched()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction current = {};
        if (sigaction(number, nullptr, &current) == 0 && current.sa_handler != SIG_IGN)
            sigaddset(&set, number);
    }
    sigaddset(&set, SIGUSR2); // how the destructor wakes the watcher
    return set;
}

} // namespace

StopSignal::StopSignal()
{
    const sigset_t set = watched();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_watcher = std::thread([this] { watch(); });
}

StopSignal::~StopSignal()
{
    m_over = true;
    pthread_kill(m_watcher.native_handle(), SIGUSR2);
    m_watcher.join();
    const sigset_t set = watched();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void StopSignal::watch()
{
    const sigset_t set = watched();
    for (;;) {
        int number = 0;
        if (sigwait(&set, &number) != 0)
            continue;
        if (m_over)
            return;
        if (number == SIGUSR2)
            continue;
        if (m_received)
            ::_exit(128 + number);
        m_received = true;
        if (standardErrorIsTerminal())
            complain(QCoreApplication::translate("CommandLine", "Stopping. Press Ctrl-C again to end at once."));
        m_source.request_stop();
    }
}

} // namespace mta::cli
