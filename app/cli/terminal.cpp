// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/terminal.h"

#include "base/wiretext.h"
#include <QCoreApplication>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace mta::cli
{

namespace
{

constexpr int progressWidth = 78;
constexpr char clearLine[] = "\r\x1b[K";

/// A line can be written over there: a terminal that understands clearLine.
bool standardErrorIsScreen()
{
    return standardErrorIsTerminal() && qgetenv("TERM") != "dumb";
}

std::atomic<bool> outputFailed = false;

bool writeAll(int descriptor, const QByteArray &octets)
{
    qsizetype written = 0;
    while (written < octets.size()) {
        const ssize_t now = ::write(descriptor, octets.constData() + written, static_cast<size_t>(octets.size() - written));
        if (now < 0 && errno != EINTR)
            return false;
        written += now < 0 ? 0 : now;
    }
    return true;
}

} // namespace

bool standardOutputIsTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

bool standardErrorIsTerminal()
{
    return ::isatty(STDERR_FILENO) == 1;
}

bool colourWanted(bool forbidden)
{
    return !forbidden && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb" && standardOutputIsTerminal();
}

void fillClosedDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) < 0 && errno == EBADF)
            ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY); // takes the lowest free one
    }
}

bool writeStandardOutput(const QByteArray &octets)
{
    if (writeAll(STDOUT_FILENO, octets))
        return true;
    const int error = errno;
    if (error != EPIPE && !outputFailed.exchange(true))
        complain(QCoreApplication::translate("CommandLine", "Cannot write to %1: %2.")
                     .arg(QCoreApplication::translate("CommandLine", "standard output"), qt_error_string(error)));
    return false;
}

bool standardOutputFailed()
{
    return outputFailed;
}

void complain(const QString &sentence)
{
    // A progress line may stand there.
    const QByteArray clean = standardErrorIsScreen() ? QByteArray(clearLine) : QByteArray();
    // A path, an option or an error text may hold what a terminal would obey.
    writeAll(STDERR_FILENO, clean + "mta-sts: " + visibleText(sentence).toUtf8() + '\n');
}

int wrongUsage(const QString &command, const QString &sentence)
{
    const QString program = QStringLiteral("mta-sts %1").arg(command).trimmed();
    const QString ended = sentence.back().isLetterOrNumber() ? QString(sentence + u'.') : sentence; // the system's words have no full stop
    complain(QCoreApplication::translate("CommandLine", "%1 See %2 --help.").arg(ended, program));
    return statusUsage;
}

ProgressLine::ProgressLine(bool wanted) : m_wanted(wanted && standardErrorIsScreen()) {}

void ProgressLine::show(const QString &text)
{
    if (!m_wanted)
        return;
    const std::scoped_lock lock(m_mutex);
    if (text == m_shown)
        return;
    m_shown = text;
    writeAll(STDERR_FILENO, clearLine + visibleText(text, progressWidth).toUtf8());
}

void ProgressLine::clear()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_shown.isEmpty())
        writeAll(STDERR_FILENO, clearLine);
    m_shown.clear();
}

} // namespace mta::cli
