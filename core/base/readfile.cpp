// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/readfile.h"

#include "base/readatmost.h"

#include <QCoreApplication>
#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mta
{

namespace
{

/// Milliseconds in which somebody is expected to write to a named pipe: whoever does so is started at about the same time.
constexpr int writerPatience = 2000;

FileContent failed(int error)
{
    return {{}, qt_error_string(error), error == ENOENT};
}

/// Waits until there is something to read in a pipe. Without a writer reading one gives nothing at once, with one that is slow it waits:
/// only an octet read tells the two apart, so it is given back.
FileContent firstOfPipe(int descriptor)
{
    pollfd waiting{descriptor, POLLIN, 0};
    ::poll(&waiting, 1, writerPatience);
    char octet = 0;
    const ssize_t size = ::read(descriptor, &octet, 1);
    if (size > 0)
        return {QByteArray(1, octet), {}, false};
    if (size < 0)
        return errno == EAGAIN ? FileContent() : failed(errno);
    return {{}, QCoreApplication::translate("Store", "nobody writes to this pipe"), false};
}

} // namespace

FileContent readFile(const QString &path, qint64 most)
{
    // Opening a named pipe would otherwise wait until somebody else opens it.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return failed(errno);
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        const QString trouble = file.errorString(); // a folder, for one
        ::close(descriptor);
        return {{}, trouble, false};
    }
    struct stat status = {};
    FileContent content;
    if (::fstat(descriptor, &status) == 0 && S_ISFIFO(status.st_mode))
        content = firstOfPipe(descriptor);
    if (!content.trouble.isNull())
        return content;
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
    content.octets += readAtMost(file, most - content.octets.size());
    if (file.error() != QFileDevice::NoError)
        content.trouble = file.errorString();
    return content;
}

} // namespace mta
