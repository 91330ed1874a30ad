// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/policyfile.h"

#include "base/readatmost.h"
#include "base/wiretext.h"
#include "mtasts/policy.h"
#include "store/wholefile.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace mta
{
namespace
{

constexpr auto everybodyReads = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther;

QString words(const char *text)
{
    return QCoreApplication::translate("Publish", text);
}

Error trouble(const char *sentence, const QString &path, const QString &reason = {})
{
    const QString text = words(sentence);
    return {ErrorCode::Io, reason.isNull() ? text.arg(visibleText(path, 300)) : text.arg(visibleText(path, 300), reason)};
}

/// A link would be written through, to wherever it leads. The folder the user named may be one: that is how releases are switched.
std::optional<Error> unsuitable(const QString &file)
{
    const QFileInfo folder(QFileInfo(file).path());
    if (folder.fileName() == QLatin1String(".well-known") && folder.isSymLink())
        return trouble(QT_TRANSLATE_NOOP("Publish", "%1 is a link. Name the folder it leads to."), folder.filePath());
    const QString above = folder.fileName() == QLatin1String(".well-known") ? folder.path() : folder.filePath();
    if (!folder.isDir() && !QFileInfo(above).isDir())
        return Error{ErrorCode::NotFound, words(QT_TRANSLATE_NOOP("Publish", "There is no folder %1.")).arg(visibleText(above, 300))};
    const QFileInfo info(file);
    if (info.isSymLink())
        return trouble(QT_TRANSLATE_NOOP("Publish", "%1 is a link. Name the file it leads to."), file);
    if (info.exists() && !info.isFile())
        return trouble(QT_TRANSLATE_NOOP("Publish", "%1 is there, but it is no file."), file);
    return std::nullopt;
}

Result<PolicyFileState> readLocal(const QString &path)
{
    if (const std::optional<Error> error = unsuitable(path))
        return *error;
    if (!QFileInfo::exists(path))
        return PolicyFileState{};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return trouble(QT_TRANSLATE_NOOP("Publish", "Cannot read %1: %2."), path, file.errorString());
    PolicyFileState state{true, readAtMost(file, maxPolicySize + 1)};
    if (file.error() != QFileDevice::NoError)
        return trouble(QT_TRANSLATE_NOOP("Publish", "Cannot read %1: %2."), path, file.errorString());
    return state;
}

/// The `.well-known` of a folder that is there.
Result<bool> makeFolder(const QString &file)
{
    const QString folder = QFileInfo(file).path();
    if (QFileInfo(folder).isDir())
        return true;
    constexpr auto everybodyEnters = QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther;
    if (!QDir().mkdir(folder) || !QFile::setPermissions(folder, everybodyReads | everybodyEnters))
        return trouble(QT_TRANSLATE_NOOP("Publish", "Cannot make the folder %1."), folder);
    return true;
}

Result<bool> writeLocal(const QString &path, const PolicyFileState &state)
{
    if (!state.exists) {
        QFile file(path);
        return file.remove() ? Result<bool>(true)
                             : trouble(QT_TRANSLATE_NOOP("Publish", "Cannot remove %1: %2."), path, file.errorString());
    }
    if (const Result<bool> made = makeFolder(path); !made)
        return made;
    const QString why = writeWhole(path, state.text, everybodyReads);
    return why.isNull() ? Result<bool>(true) : trouble(QT_TRANSLATE_NOOP("Publish", "Cannot write %1: %2."), path, why);
}

Result<PolicyFileState> readThere(const SftpPlace &place, const Context &context)
{
    const Result<std::optional<QByteArray>> text = sftpRead(place, maxPolicySize + 1, context);
    if (!text)
        return text.error();
    return *text ? PolicyFileState{true, **text} : PolicyFileState{};
}

} // namespace

QString LocalPlace::file() const
{
    const bool isFile = QFileInfo(path).fileName() == QLatin1String("mta-sts.txt");
    return isFile ? path : QDir(path).filePath(QStringLiteral(".well-known/mta-sts.txt"));
}

QString placeText(const PolicyPlace &place)
{
    if (const auto *local = std::get_if<LocalPlace>(&place))
        return visibleText(local->file(), 300);
    const auto &there = std::get<SftpPlace>(place);
    return visibleText((there.user.isEmpty() ? QString() : QString(there.user + u'@')) + there.host + u':' + there.file(), 600);
}

Result<PolicyFileState> lookAtPolicyFile(const PolicyPlace &place, const Context &context)
{
    const auto *local = std::get_if<LocalPlace>(&place);
    const Result<PolicyFileState> state = local ? readLocal(local->file()) : readThere(std::get<SftpPlace>(place), context);
    if (state && state->text.size() > maxPolicySize)
        return trouble(QT_TRANSLATE_NOOP("Publish", "%1 is larger than a policy can be (RFC 8461 §3.3). See what it is, and move it away."),
                       placeText(place));
    return state;
}

Result<bool> publishPolicyFile(const PolicyPlace &place, const PolicyFileChange &change, const Context &context)
{
    const Result<PolicyFileState> now = lookAtPolicyFile(place, context);
    if (!now)
        return now.error();
    if (*now != change.before)
        return Error{ErrorCode::Changed,
                     words(QT_TRANSLATE_NOOP("Publish", "Somebody else has changed %1 since it was looked at, so nothing was written. Look "
                                                        "again and decide anew."))
                         .arg(placeText(place))};
    if (change.isEmpty())
        return true;
    const auto *local = std::get_if<LocalPlace>(&place);
    const auto *there = std::get_if<SftpPlace>(&place);
    const Result<bool> done = local                 ? writeLocal(local->file(), change.after)
                              : change.after.exists ? sftpWrite(*there, change.after.text, context)
                                                    : sftpRemove(*there, context);
    if (!done)
        return done;
    const Result<PolicyFileState> after = lookAtPolicyFile(place, context);
    if (!after)
        return after.error();
    if (*after != change.after)
        return trouble(QT_TRANSLATE_NOOP("Publish", "%1 is not what was written to it."), placeText(place));
    return true;
}

} // namespace mta
