// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/consent.h"

#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include <array>
#include <poll.h>
#include <unistd.h>

namespace mta::cli
{

namespace
{

constexpr int glance = 200; // milliseconds between two looks at the stop
constexpr size_t longestAnswer = 64;

bool isYes(const QString &answer)
{
    const QString word = answer.trimmed().toLower();
    return word == QLatin1String("y") || word == QLatin1String("yes") || word == words(QT_TRANSLATE_NOOP("CommandLine", "y")) ||
           word == words(QT_TRANSLATE_NOOP("CommandLine", "yes"));
}

} // namespace

Consent askForConsent(const QString &question, const std::stop_token &stop)
{
    if (::isatty(STDIN_FILENO) != 1 || !standardOutputIsTerminal())
        return Consent::Nobody;
    writeStandardOutput((question + words(QT_TRANSLATE_NOOP("CommandLine", " [y/N] "))).toUtf8());
    pollfd polled{STDIN_FILENO, POLLIN, 0};
    while (::poll(&polled, 1, glance) <= 0) {
        if (stop.stop_requested())
            return Consent::Denied;
    }
    std::array<char, longestAnswer> buffer{};
    const ssize_t size = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    return size > 0 && isYes(QString::fromUtf8(buffer.data(), size)) ? Consent::Given : Consent::Denied;
}

} // namespace mta::cli
