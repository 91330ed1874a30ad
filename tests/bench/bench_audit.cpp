// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
// One audit by the command line, from process start to its end, with 50 ms to every server (DNS, policy host, mail servers): time,
// processor time and memory of the client alone, against their budgets. The practice world and the delayed line (delayline.h) run in a
// process of their own, and this one stays small, since Linux counts a parent's memory in its child until that has started its program.

#include "delayline.h"
#include "practice/placement.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace
{

struct Options {
    QString program;
    QString domain;
    int runs = 0;
    int roundTrip = 0; ///< milliseconds
};

struct Run {
    double wall = 0;   ///< milliseconds
    double cpu = 0;    ///< milliseconds
    double memory = 0; ///< MiB
    QByteArray output;
};

Options parse(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures one audit against its budgets."));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("runs"), QStringLiteral("How often (default 15)."), QStringLiteral("N"), QStringLiteral("15")},
        {QStringLiteral("round-trip"), QStringLiteral("Milliseconds to every server and back (default 50)."), QStringLiteral("MS"),
         QStringLiteral("50")},
        {QStringLiteral("program"), QStringLiteral("The mta-sts to measure."), QStringLiteral("FILE"), QStringLiteral(PROGRAM)},
        {QStringLiteral("domain"), QStringLiteral("The practice domain (default well-run.example)."), QStringLiteral("NAME"),
         QStringLiteral("well-run.example")},
    });
    parser.process(application);
    return {parser.value(QStringLiteral("program")), parser.value(QStringLiteral("domain")),
            std::max(1, parser.value(QStringLiteral("runs")).toInt()), std::max(0, parser.value(QStringLiteral("round-trip")).toInt())};
}

/// The process with the servers: writes the client's options to `output`, one a line, and stays until `input` ends.
int serve(mta::DelayLine &line, bool delayed, int roundTrip, int input, int output)
{
    mta::Placement placement;
    if (delayed) {
        line.start(std::chrono::milliseconds(roundTrip));
        placement = {mta::DelayLine::nearNet, mta::DelayLine::farNet};
    }
    const auto world = mta::startPracticeWorld(placement);
    if (!world) {
        std::fprintf(stderr, "%s\n", qPrintable(world.error().text));
        return 1;
    }
    const QStringList options{QStringLiteral("--resolver"),     (*world)->resolver(),
                              QStringLiteral("--ca-file"),      (*world)->caFile(),
                              QStringLiteral("--trust-anchor"), (*world)->trustAnchorFile(),
                              QStringLiteral("--smtp-port"),    QString::number((*world)->smtpPort()),
                              QStringLiteral("--https-port"),   QString::number((*world)->httpsPort())};
    const QByteArray text = options.join(u'\n').toUtf8();
    if (write(output, text.constData(), static_cast<size_t>(text.size())) != text.size())
        return 1;
    close(output);
    char ignored = 0;
    while (read(input, &ignored, 1) > 0) {
    }
    return 0;
}

QByteArray readAll(int descriptor)
{
    QByteArray all;
    char buffer[4096];
    for (ssize_t size = 0; (size = read(descriptor, buffer, sizeof buffer)) > 0;)
        all.append(buffer, size);
    return all;
}

Run runOnce(const std::vector<QByteArray> &words)
{
    std::vector<char *> arguments;
    for (const QByteArray &word : words)
        arguments.push_back(const_cast<char *>(word.constData()));
    arguments.push_back(nullptr);
    int pipeEnds[2];
    if (pipe2(pipeEnds, O_CLOEXEC) != 0)
        return {};
    QElapsedTimer timer;
    timer.start();
    const pid_t child = fork();
    if (child == 0) {
        dup2(pipeEnds[1], STDOUT_FILENO);
        execv(arguments.front(), arguments.data());
        _exit(127);
    }
    close(pipeEnds[1]);
    Run run;
    run.output = readAll(pipeEnds[0]);
    close(pipeEnds[0]);
    rusage usage = {};
    int status = 0;
    wait4(child, &status, 0, &usage);
    run.wall = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const auto milliseconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    run.cpu = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    run.memory = static_cast<double>(usage.ru_maxrss) / 1024;
    return run;
}

void report(const char *what, const char *unit, double budget, const std::vector<Run> &runs, double Run::*member)
{
    std::vector<double> values;
    for (const Run &run : runs)
        values.push_back(run.*member);
    std::sort(values.begin(), values.end());
    const double median = values[values.size() / 2];
    std::printf("  %-16s %7.1f %-3s  (%.1f to %.1f)   %.2f of the budget of %g %s\n", what, median, unit, values.front(), values.back(),
                median / budget, budget, unit);
}

QString statedVerdict(const QString &name)
{
    for (const mta::PracticeDomain &domain : mta::practiceDomains()) {
        if (domain.name == name)
            return domain.verdict;
    }
    return {};
}

int measure(const Options &options, const QByteArray &worldOptions, bool delayed)
{
    std::vector<QByteArray> words{
        options.program.toLocal8Bit(), "audit", options.domain.toLatin1(), "--allow-private", "--format", "json", "--fail-on", "never"};
    for (const QByteArray &word : worldOptions.split('\n'))
        words.push_back(word);
    std::vector<Run> runs;
    for (int i = 0; i < options.runs; ++i)
        runs.push_back(runOnce(words));
    const QString verdict = QJsonDocument::fromJson(runs.back().output).object().value(QStringLiteral("verdict")).toString();
    if (verdict != statedVerdict(options.domain)) {
        std::fprintf(stderr, "%s came to the verdict \"%s\" instead of \"%s\": there is nothing to measure.\n", qPrintable(options.program),
                     qPrintable(verdict), qPrintable(statedVerdict(options.domain)));
        return 1;
    }
    std::printf("mta-sts audit %s: %s; %d ms round trip to every server; median of %d runs\n", qPrintable(options.domain),
                qPrintable(verdict), delayed ? options.roundTrip : 0, options.runs);
    report("time to verdict", "ms", 450, runs, &Run::wall);
    report("processor time", "ms", 40, runs, &Run::cpu);
    report("memory", "MiB", 50, runs, &Run::memory);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    // Everything that forks comes before there are threads.
    mta::DelayLine line;
    QString reason;
    const bool delayed = line.open(reason);
    int toWorld[2], fromWorld[2];
    if (pipe2(toWorld, O_CLOEXEC) != 0 || pipe2(fromWorld, O_CLOEXEC) != 0)
        return 1;
    const pid_t world = fork();
    const QCoreApplication application(argc, argv);
    const Options options = parse(application);
    if (world == 0) {
        close(toWorld[1]);
        close(fromWorld[0]);
        return serve(line, delayed, options.roundTrip, toWorld[0], fromWorld[1]);
    }
    close(toWorld[0]);
    close(fromWorld[1]);
    if (!delayed)
        std::printf("Without a delayed line, so the time says nothing about its budget: %s.\n", qPrintable(reason));
    const QByteArray worldOptions = readAll(fromWorld[0]);
    const int status = worldOptions.isEmpty() ? 1 : measure(options, worldOptions, delayed);
    close(toWorld[1]);
    waitpid(world, nullptr, 0);
    return status;
}
