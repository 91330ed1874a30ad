// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// What publishing reads from others: answers of a name server, key files, what was published before, places for sftp. The same input as
// each of them.

#include "publish/exactrecord.h"
#include "publish/journal.h"
#include "publish/sftp.h"
#include "publish/tsig.h"
#include "publish/undo.h"

#include <cstdint>
#include <cstdlib>

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const mta::TsigKey key{QStringLiteral("key.example"), mta::TsigAlgorithm::HmacSha256, mta::Secret(QByteArrayView("secret"))};
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1800000000, Qt::UTC);

    // Nobody else knows the secret, so nothing holds.
    require(mta::checkResponse(octets, key, now, QByteArray(32, 'm')).check != mta::TsigCheck::Good);

    mta::Lookup lookup;
    lookup.question = {QStringLiteral("_mta-sts.example.com"), mta::RecordType::Txt};
    lookup.message = octets;
    const mta::ExactSet set = mta::recordSet(lookup);
    require(set.records.size() <= mta::maxRecordsPerAnswer);
    for (const mta::ExactRecord &record : set.records) {
        require(record.owner == lookup.question.name && set.has(record));
        const QString text = mta::recordText(record);
        require(!text.contains(u'\n') && !text.contains(u'\x1b'));
        require(mta::joinedText(record).size() <= record.data.size());
    }

    if (const mta::Result<mta::TsigKey> read = mta::parseTsigKey(octets)) {
        const mta::Result<mta::TsigKey> again = mta::parseTsigKey(mta::tsigKeyText(*read).octets());
        require(again && *again == *read);
    }
    if (const mta::Result<mta::Undo> undo = mta::readUndo(octets)) {
        const mta::Result<mta::Undo> again = mta::readUndo(mta::undoText(*undo));
        require(again && *again == *undo);
    }
    if (const mta::Result<mta::PublishJournal> journal = mta::readJournal(octets)) {
        const mta::Result<mta::PublishJournal> again = mta::readJournal(mta::journalText(*journal));
        require(again && *again == *journal);
    }
    if (const mta::Result<mta::SftpPlace> place = mta::parseSftpPlace(QString::fromUtf8(octets))) {
        require(!place->host.startsWith(u'-') && !place->user.startsWith(u'-'));
        const std::optional<QByteArray> word = mta::sftpWord(place->path);
        require(word && word->startsWith('"') && !word->startsWith("\"-") && word->endsWith('"') && !word->contains('\n'));
    }
    return 0;
}
