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
#include <QRegularExpression>
#include <QSaveFile>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Two texts in base64, and the path.
constexpr qint64 maxDraftFile = 4 * maxEditedText;

QByteArray octetsIn(const QJsonObject &object, QLatin1String name)
{
    return QByteArray::fromBase64(object.value(name).toString().toLatin1()).left(maxEditedText);
}

bool looksLikeRecord(const QByteArray &octets)
{
    static const QRegularExpression tag(u"^\\s*\"?v\\s*=\\s*(STS|TLSRPT)"_s, QRegularExpression::CaseInsensitiveOption);
    return tag.match(QString::fromLatin1(octets.left(256))).hasMatch();
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

bool looksLikePolicyOrRecord(const QByteArray &beginning)
{
    if (beginning.startsWith("\xff\xfe") || beginning.startsWith("\xfe\xff"))
        return true; // UTF-16: no list of domains that could be read either
    static const QRegularExpression key(u"^[^a-z\\n]{0,8}(e?version|mode|n?mx|max[_-]age)[ \\t]*:"_s,
                                        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return looksLikeRecord(beginning) || key.match(QString::fromLatin1(beginning.left(4096))).hasMatch();
}

EditedKind kindOf(const QByteArray &octets)
{
    return looksLikeRecord(octets) ? EditedKind::Record : EditedKind::Policy;
}

} // namespace mta
