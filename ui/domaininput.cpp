// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/domaininput.h"

#include <QRegularExpression>
#include <QSet>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

DomainInput readDomainInput(const QString &text)
{
    static const QRegularExpression lineEnds(u"[\\r\\n\\x{2028}\\x{2029}]+"_s);
    static const QRegularExpression separators(u"[\\s,;]+"_s);
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
    for (const QString &raw : text.split(lineEnds, Qt::SkipEmptyParts)) {
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || take(line))
            continue;
        const QStringList words = line.split(separators, Qt::SkipEmptyParts);
        for (const QString &word : words) {
            if (!take(word))
                input.unusable.append({word, parseDomainInput(word).error().text});
        }
    }
    return input;
}

} // namespace mta
