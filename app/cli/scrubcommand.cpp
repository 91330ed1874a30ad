// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/inputs.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "base/wiretext.h"
#include "scrub/scrub.h"
#include "store/evidence.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace mta::cli
{

namespace
{

const QString standardStream = QStringLiteral("-");

Result<QList<DomainFacts>> readEvidence(const QString &path)
{
    if (path != standardStream)
        return loadEvidence(path);
    const Result<QByteArray> content = readWholeFile(path, maxEvidenceSize);
    return content ? fromEvidence(*content) : Result<QList<DomainFacts>>(content.error());
}

bool sameFile(const QString &one, const QString &other)
{
    const QString place = QFileInfo(one).canonicalFilePath();
    return !place.isEmpty() && place == QFileInfo(other).canonicalFilePath();
}

/// The evidence must survive, whatever goes wrong.
Result<bool> mayWrite(const QString &path, const QString &input)
{
    if (path == standardStream)
        return true;
    if (sameFile(path, input))
        return Error{ErrorCode::InvalidInput,
                     words(QT_TRANSLATE_NOOP("CommandLine", "The evidence itself is not written over; name another file than %1."))
                         .arg(visibleText(input, 200))};
    return mayHoldScrubbed(path);
}

/// Nobody but the owner is to read who is who.
Result<bool> saveMap(const QString &path, const Pseudonyms &pseudonyms)
{
    QSaveFile file(path);
    const QByteArray json = pseudonymsJson(pseudonyms);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
        file.write(json) == json.size() && file.commit())
        return true;
    return Error{ErrorCode::Io,
                 words(QT_TRANSLATE_NOOP("CommandLine", "Cannot write %1: %2.")).arg(visibleText(path, 200), file.errorString())};
}

QString summary(const Scrubbed &scrubbed, const QString &path)
{
    const QString places = path == standardStream ? words(QT_TRANSLATE_NOOP("CommandLine", "standard output")) : visibleText(path, 200);
    return words(QT_TRANSLATE_NOOP("CommandLine", "Written to %1. Names replaced: %2, addresses: %3, certificates: %4."))
               .arg(places)
               .arg(scrubbed.pseudonyms.names().size())
               .arg(scrubbed.pseudonyms.addresses().size())
               .arg(scrubbed.certificates) +
           u'\n';
}

Result<bool> write(const Scrubbed &scrubbed, const QString &path, const QString &map)
{
    if (!map.isEmpty()) {
        if (const Result<bool> saved = saveMap(map, scrubbed.pseudonyms); !saved)
            return saved.error();
    }
    if (path == standardStream)
        return writeStandardOutput(toEvidence(scrubbed.facts));
    return saveEvidence(path, scrubbed.facts);
}

} // namespace

Help scrubHelp()
{
    return {"scrub",
            {"IN|- OUT|- [OPTION...]"},
            QT_TRANSLATE_NOOP("CommandLine",
                              "Writes saved evidence without the names, addresses, texts and certificates of real people and machines, to "
                              "be given to others. It is judged as the original is; where it would not be, nothing is written."),
            withCommonOptions({{"map", "FILE",
                                QT_TRANSLATE_NOOP("CommandLine", "Writes what became of what, readable for you alone: for translating an "
                                                                 "answer back, not for giving away.")}}),
            QT_TRANSLATE_NOOP("CommandLine", "Exit status: 0 written; 1 nothing was written, because something would remain or be judged "
                                             "differently; 2 wrong usage, or a file that cannot be read or written.")};
}

int runScrub(const Arguments &arguments)
{
    const QStringList &files = arguments.rest();
    if (files.size() != 2)
        return wrongUsage(QStringLiteral("scrub"),
                          words(QT_TRANSLATE_NOOP("CommandLine", "Name the evidence, and the file to write it to without its names.")));
    const QString &out = files.at(1);
    const QString map = arguments.value("map");
    const auto complained = [](const Error &error) {
        complain(error.text);
        return statusUsage;
    };
    if (!map.isEmpty() && QFileInfo(map).absoluteFilePath() == QFileInfo(out).absoluteFilePath())
        return wrongUsage(QStringLiteral("scrub"), words(QT_TRANSLATE_NOOP("CommandLine", "Evidence and map need a file each.")));
    for (const QString &path : {out, map}) {
        if (const Result<bool> may = path.isEmpty() ? Result<bool>(true) : mayWrite(path, files.at(0)); !may)
            return complained(may.error());
    }
    const Result<QList<DomainFacts>> facts = readEvidence(files.at(0));
    if (!facts)
        return complained(facts.error());
    const Result<Scrubbed> scrubbed = scrub(*facts);
    if (!scrubbed) {
        complain(scrubbed.error().text);
        return statusFinding;
    }
    if (const Result<bool> written = write(*scrubbed, out, map); !written)
        return complained(written.error());
    if (out != standardStream && !writeStandardOutput(summary(*scrubbed, out).toUtf8()))
        return statusUsage;
    return statusGood;
}

} // namespace mta::cli
