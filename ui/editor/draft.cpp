// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/editor/draft.h"

#include "base/readatmost.h"
#include "ui/editor/octetedit.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <chrono>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// A text may grow a little beyond maxEditedText while it is typed or mended.
constexpr qsizetype maxKeptText = 4 * maxEditedText;
/// Two texts in base64, and the path.
constexpr qint64 maxDraftFile = 4 * maxKeptText;
/// More windows than anybody has open; the next ones share the first file.
constexpr int maxDrafts = 20;

QByteArray octetsIn(const QJsonObject &object, QLatin1String name)
{
    return QByteArray::fromBase64(object.value(name).toString().toLatin1()).left(maxKeptText);
}

/// Also as it was copied from a zone file or from a tool that shows records.
bool looksLikeRecord(const QByteArray &octets)
{
    static const QRegularExpression tag(
        u"\\A[\\s\\x{feff}]*(?:[^\\n]{0,300}\\s(?:TXT|text|=)[\\s(]*)?[\"'\u201c\u201d\u201e\u2018\u201a]?\\s*v\\s*[=:]\\s*(?:STS|TLS-?RPT)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return tag.match(QString::fromUtf8(octets.left(512))).hasMatch();
}

/// "editor.json", "editor-2.json"
QString neighbour(const QString &file, int number)
{
    const QFileInfo info(file);
    return number == 1 ? file : info.path() + u'/' + info.completeBaseName() + u'-' + QString::number(number) + u'.' + info.suffix();
}

std::unique_ptr<QLockFile> lockOf(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(file + u".lock"_s);
    lock->setStaleLockTime(std::chrono::milliseconds(0)); // only those of programs that have ended
    return lock->tryLock(std::chrono::milliseconds(0)) ? std::move(lock) : nullptr;
}

} // namespace

std::optional<Draft> loadDraft(const QString &file)
{
    QFile input(file);
    if (file.isEmpty() || !QFileInfo(file).isFile() || input.size() > maxDraftFile || !input.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(input.readAll()).object();
    if (object.value("draftVersion"_L1).toInt() != 1)
        return std::nullopt;
    Draft draft;
    draft.octets = octetsIn(object, "octets"_L1);
    draft.saved = octetsIn(object, "saved"_L1);
    draft.path = object.value("path"_L1).toString();
    draft.kind = object.value("kind"_L1).toString() == "record"_L1 ? EditedKind::Record : EditedKind::Policy;
    return draft;
}

bool saveDraft(const QString &file, const Draft &draft)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    const QJsonObject object{{u"draftVersion"_s, 1},
                             {u"kind"_s, draft.kind == EditedKind::Record ? u"record"_s : u"policy"_s},
                             {u"path"_s, draft.path},
                             {u"octets"_s, QString::fromLatin1(draft.octets.toBase64())},
                             {u"saved"_s, QString::fromLatin1(draft.saved.toBase64())}};
    QSaveFile output(file);
    return output.open(QIODevice::WriteOnly) && output.write(QJsonDocument(object).toJson()) >= 0 && output.commit();
}

DraftKeeper::DraftKeeper(const QString &file) : m_file(file)
{
    if (file.isEmpty())
        return;
    QDir().mkpath(QFileInfo(file).absolutePath());
    for (int number = 1; number <= maxDrafts; ++number) {
        const QString candidate = neighbour(file, number);
        if (m_lock && !QFileInfo::exists(candidate))
            continue; // nothing to be found there
        std::unique_ptr<QLockFile> lock = lockOf(candidate);
        const std::optional<Draft> draft = lock ? loadDraft(candidate) : std::nullopt;
        const bool unsaved = draft && draft->modified();
        if (lock && (unsaved || !m_lock)) {
            m_lock = std::move(lock);
            m_file = candidate;
        }
        if (unsaved)
            break;
    }
}

DraftKeeper::~DraftKeeper() = default;

std::optional<Draft> DraftKeeper::load()
{
    m_kept = loadDraft(m_file);
    return m_kept;
}

bool DraftKeeper::keep(const Draft &draft)
{
    if (m_file.isEmpty() || m_kept.value_or(Draft()) == draft)
        return true;
    if (!saveDraft(m_file, draft))
        return false;
    m_kept = draft;
    return true;
}

std::optional<EditedKind> recognisedKind(const QByteArray &octets)
{
    if (octets.startsWith("\xff\xfe") || octets.startsWith("\xfe\xff"))
        return EditedKind::Policy; // UTF-16: no list of domains that could be read either
    if (looksLikeRecord(octets))
        return EditedKind::Record;
    static const QRegularExpression key(u"^[^a-z\\n]{0,8}(e?version|mode|n?mx|max[_-]age)[ \\t]*:"_s,
                                        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return key.match(QString::fromLatin1(octets.left(4096))).hasMatch() ? std::optional(EditedKind::Policy) : std::nullopt;
}

} // namespace mta
