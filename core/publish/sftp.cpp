// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/sftp.h"

#include "base/readatmost.h"
#include "base/wiretext.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace mta
{
namespace
{

using namespace std::chrono_literals;

constexpr auto longestSession = 60s;
constexpr int glance = 50; // milliseconds between two looks at a session

QString words(const char *text)
{
    return QCoreApplication::translate("Publish", text);
}

Error trouble(const SftpPlace &place, const char *sentence, const QString &reason = {})
{
    const QString text = words(sentence);
    return {ErrorCode::Io, reason.isNull() ? text.arg(visibleText(place.host, 100)) : text.arg(visibleText(place.host, 100), reason)};
}

bool isPlainWord(QStringView text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_' || c == u'-';
    });
    return plain && !text.isEmpty() && !text.startsWith(u'-') && text.size() <= 253;
}

/// What one run of sftp said. Its texts are in no language but English.
struct Session {
    QByteArray output;
    QByteArray complaints;
};

QStringList argumentsFor(const SftpPlace &place)
{
    // BatchMode: asks for nothing, be it a password, a passphrase or whether an unknown host is the right one.
    QStringList arguments{QStringLiteral("-b"), QStringLiteral("-"), QStringLiteral("-o"), QStringLiteral("BatchMode=yes")};
    if (!place.configFile.isEmpty())
        arguments += {QStringLiteral("-F"), place.configFile};
    const QString host = place.host.contains(u':') ? QString(u'[' + place.host + u']') : place.host;
    return arguments + QStringList{QStringLiteral("--"), place.user.isEmpty() ? host : QString(place.user + u'@' + host)};
}

void end(QProcess &process)
{
    process.kill();
    process.waitForFinished(1000);
}

/// One run of sftp. `growing` is a file that it may write, `most` the octets that are wanted of it.
Result<Session> runSftp(const SftpPlace &place, const QByteArray &batch, const QString &growing, qsizetype most, const Context &context)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("sftp"));
    if (program.isEmpty())
        return trouble(place, QT_TRANSLATE_NOOP("Publish", "There is no program sftp on this machine; it is part of OpenSSH's client."));
    const Context own = context.within(longestSession);
    QProcess process;
    process.start(program, argumentsFor(place));
    process.write(batch);
    process.closeWriteChannel();
    Session session;
    for (bool finished = false; !finished;) {
        finished = process.waitForFinished(glance);
        session.output += process.readAllStandardOutput();
        session.complaints += process.readAllStandardError();
        const bool tooMuch = session.output.size() > maxSftpOutput || session.complaints.size() > maxSftpOutput ||
                             (!finished && QFileInfo(growing).size() > most);
        if (tooMuch || (!finished && (own.over() || process.error() == QProcess::FailedToStart))) {
            end(process);
            if (tooMuch)
                return trouble(place, QT_TRANSLATE_NOOP("Publish", "sftp brought more from %1 than a policy can be."));
            return trouble(place, context.cancelled() ? QT_TRANSLATE_NOOP("Publish", "Stopped while sftp was at work on %1.")
                                                      : QT_TRANSLATE_NOOP("Publish", "sftp to %1 did not end in time."));
        }
    }
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return session;
    const QByteArray why = session.complaints.trimmed().right(400);
    const QString hint =
        why.contains("Host key verification failed")
            ? words(QT_TRANSLATE_NOOP("Publish", "This machine does not know that host yet, or as another one. Run ssh to it "
                                                 "once, and look at the fingerprint."))
        : why.contains("Permission denied (")
            ? words(QT_TRANSLATE_NOOP("Publish", "No key that the host takes was offered. Load yours with ssh-add."))
            : QString();
    return trouble(place, QT_TRANSLATE_NOOP("Publish", "sftp to %1 failed: %2"), (visibleText(why) + u' ' + hint).trimmed());
}

Error unwritable(const SftpPlace &place)
{
    return trouble(place, QT_TRANSLATE_NOOP("Publish", "The path on %1 cannot be written for sftp."));
}

/// Of "ls -lan" of the folder: a link, which sftp otherwise looks through, is told by its first letter.
bool isLink(const QByteArray &listing)
{
    static const QRegularExpression line(QStringLiteral("^l[-rwxsStT]{9} .*/mta-sts\\.txt$"), QRegularExpression::MultilineOption);
    return line.match(QString::fromUtf8(listing)).hasMatch();
}

/// The folder of a file there.
QString folderOf(const QString &file)
{
    const QString folder = file.section(u'/', 0, -2);
    return !folder.isEmpty() ? folder : file.startsWith(u'/') ? QStringLiteral("/") : QStringLiteral(".");
}

} // namespace

QString SftpPlace::file() const
{
    if (path.section(u'/', -1) == QLatin1String("mta-sts.txt"))
        return path;
    return (path.endsWith(u'/') ? path : QString(path + u'/')) + QLatin1String(".well-known/mta-sts.txt");
}

Result<SftpPlace> parseSftpPlace(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(?:([^@:/]+)@)?(\\[[^\\]]*\\]|[^:@/\\[\\]]+):(.+)$"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(text);
    SftpPlace place{match.captured(1), match.captured(2), match.captured(3)};
    bool good = match.hasMatch() && !text.startsWith(QLatin1String("sftp://")) && (place.user.isEmpty() || isPlainWord(place.user));
    if (place.host.startsWith(u'[')) {
        place.host = place.host.mid(1).chopped(1);
        const QHostAddress address(place.host);
        good = good && address.protocol() == QAbstractSocket::IPv6Protocol && address.scopeId().isEmpty();
    } else {
        good = good && isPlainWord(place.host);
    }
    if (!good || !sftpWord(place.path))
        return Error{ErrorCode::InvalidInput,
                     words(QT_TRANSLATE_NOOP("Publish", "\"%1\" is no place for sftp. Write it as [USER@]HOST:PATH, such as "
                                                        "web@www.example.com:/var/www/mta-sts."))
                         .arg(visibleText(text, 200))};
    return place;
}

std::optional<QByteArray> sftpWord(const QString &path)
{
    const QByteArray octets = path.toUtf8();
    const bool control = std::any_of(path.begin(), path.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (octets.isEmpty() || octets.size() > maxSftpPath || control || !path.isValidUtf16())
        return std::nullopt;
    QByteArray word = octets.startsWith('-') ? "\"./" : "\""; // what begins with a hyphen would be an option
    for (const char c : octets) {
        if (c == '"' || c == '\\')
            word += '\\';
        word += c;
    }
    return word + '"';
}

Result<std::optional<QByteArray>> sftpRead(const SftpPlace &place, qsizetype most, const Context &context)
{
    const QTemporaryDir folder;
    const QString local = folder.filePath(QStringLiteral("policy"));
    const std::optional<QByteArray> remoteWord = sftpWord(place.file());
    const std::optional<QByteArray> localWord = sftpWord(local);
    const std::optional<QByteArray> folderWord = sftpWord(folderOf(place.file()));
    if (!folder.isValid() || !remoteWord || !localWord || !folderWord)
        return unwritable(place);
    // A hyphen before a command: its failure is not the end.
    const QByteArray batch = "-ls -lan " + *folderWord + "\n-get " + *remoteWord + ' ' + *localWord + '\n';
    const Result<Session> session = runSftp(place, batch, local, most, context);
    if (!session)
        return session.error();
    if (isLink(session->output))
        return trouble(place, QT_TRANSLATE_NOOP("Publish", "The file on %1 is a link. Name the file it leads to."));
    QFile file(local);
    if (file.open(QIODevice::ReadOnly))
        return std::optional(readAtMost(file, most));
    if (session->complaints.contains("not found"))
        return std::optional<QByteArray>();
    return trouble(place, QT_TRANSLATE_NOOP("Publish", "What stands on %1 cannot be read: %2"),
                   visibleText(session->complaints.trimmed().right(400)));
}

Result<bool> sftpWrite(const SftpPlace &place, const QByteArray &text, const Context &context)
{
    const QTemporaryDir folder;
    QFile local(folder.filePath(QStringLiteral("policy")));
    const QString target = place.file();
    const QString targetFolder = folderOf(target);
    const QString random = QString::number(QRandomGenerator::system()->generate64(), 16);
    const std::optional<QByteArray> localWord = sftpWord(local.fileName());
    const std::optional<QByteArray> targetWord = sftpWord(target);
    const std::optional<QByteArray> folderWord = sftpWord(targetFolder);
    const std::optional<QByteArray> newWord = sftpWord(targetFolder + QLatin1String("/.mta-sts.txt.") + random);
    if (!localWord || !targetWord || !folderWord || !newWord)
        return unwritable(place);
    if (!local.open(QIODevice::WriteOnly) || local.write(text) != text.size() || !local.flush())
        return trouble(place, QT_TRANSLATE_NOOP("Publish", "Cannot write what is to be sent to %1: %2."), local.errorString());
    // First whole under another name, then in its place: nobody sees half of it. OpenSSH renames over what is there, at once.
    const QByteArray make = place.path == target ? QByteArray() : QByteArray("-mkdir " + *folderWord + '\n');
    const QByteArray batch =
        make + "put " + *localWord + ' ' + *newWord + "\nchmod 644 " + *newWord + "\nrename " + *newWord + ' ' + *targetWord + '\n';
    const Result<Session> session = runSftp(place, batch, {}, 0, context);
    if (session)
        return true;
    runSftp(place, "-rm " + *newWord + '\n', {}, 0, Context{QDeadlineTimer(longestSession), {}});
    return session.error();
}

Result<bool> sftpRemove(const SftpPlace &place, const Context &context)
{
    const std::optional<QByteArray> word = sftpWord(place.file());
    if (!word)
        return unwritable(place);
    const Result<Session> session = runSftp(place, "rm " + *word + '\n', {}, 0, context);
    return session ? Result<bool>(true) : session.error();
}

} // namespace mta
