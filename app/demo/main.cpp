// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// mta-sts-practice: the practice world for the command line. Prints, on one line, the options with which mta-sts sees it, and stays
// until its standard input ends or it is interrupted.

#include "practice/world.h"

#include <QCoreApplication>
#include <csignal>
#include <cstdio>

namespace
{

volatile std::sig_atomic_t interrupted = 0;

void onSignal(int)
{
    interrupted = 1;
}

/// Without SA_RESTART, so that the waiting read comes back.
void catchSignals()
{
#ifdef Q_OS_UNIX
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
#else
    std::signal(SIGINT, onSignal);
#endif
}

/// POSIX shell quoting: everything within single quotes stands for itself.
QString quoted(const QString &word)
{
    QString inside = word;
    inside.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + inside + u'\'';
}

void print(const QString &line)
{
    std::fputs(line.toUtf8().constData(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

/// One line per domain: name, verdict an audit comes to, findings it has, lesson; parted by tabs.
int list()
{
    for (const mta::PracticeDomain &domain : mta::practiceDomains())
        print(QStringList{domain.name, domain.verdict, domain.findings.join(u','), domain.lesson}.join(u'\t'));
    return 0;
}

int serve()
{
    const auto world = mta::PracticeWorld::start();
    if (!world) {
        std::fputs((world.error().text + u'\n').toUtf8().constData(), stderr);
        return 1;
    }
    const mta::PracticeWorld &running = **world;
    print(QStringLiteral("--resolver %1 --ca-file %2 --trust-anchor %3 --smtp-port %4 --https-port %5 --dns-port %6 --allow-private")
              .arg(running.resolver(), quoted(running.caFile()), quoted(running.trustAnchorFile()))
              .arg(running.smtpPort())
              .arg(running.httpsPort())
              .arg(running.dnsPort()));
    while (!interrupted && std::getchar() != EOF) {
    }
    return 0;
}

int usage(const char *program)
{
    std::fprintf(stderr,
                 "Usage: %s [--list]\n"
                 "Starts a small mail world on this machine and prints the options with which mta-sts audits its domains:\n"
                 "    mta-sts audit OPTIONS well-run.example\n"
                 "It stays until its standard input ends. --list prints the domains and what they show.\n",
                 program);
    return 2;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments == QStringList{QStringLiteral("--list")})
        return list();
    if (!arguments.isEmpty())
        return usage(argv[0]);
    catchSignals();
    return serve();
}
