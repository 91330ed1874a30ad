// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/domaininput.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

DomainInput readDomainInput(const QString &text)
{
    static const QRegularExpression lineEnds(u"[\\r\\n\\x{2028}\\x{2029}]+"_s);
    static const QRegularExpression commas(u"[,;]+"_s);
    static const QRegularExpression blanks(u"\\s+"_s);
    DomainInput input;
    QSet<QString> seen;
    const auto take = [&](const QString &piece) {
        const Result<DomainName> domain = parseDomainInput(piece);
        if (!domain)
            return false;
        if (!seen.contains(domain->ascii)) {
            seen.insert(domain->ascii);
            input.domains.append(*domain);
        }
        return true;
    };
    const auto takeWords = [&](const QString &piece) {
        for (const QString &word : piece.split(blanks, Qt::SkipEmptyParts)) {
            if (!take(word))
                input.unusable.append({word, parseDomainInput(word).error().text});
        }
    };
    const auto isDomain = [](const QString &word) { return bool(parseDomainInput(word)); };
    for (const QString &raw : text.split(lineEnds, Qt::SkipEmptyParts)) {
        const QString line = raw.trimmed();
        // "Doe, Ann <ann@example.com>" is one address, whatever stands in the name.
        if (line.isEmpty() || line.startsWith(u'#') || (line.count(u'<') == 1 && take(line)))
            continue;
        for (const QString &piece : line.split(commas, Qt::SkipEmptyParts)) {
            const QStringList words = piece.split(blanks, Qt::SkipEmptyParts);
            if (std::count_if(words.cbegin(), words.cend(), isDomain) > 1 || !take(piece))
                takeWords(piece);
        }
    }
    return input;
}

} // namespace mta
