// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// The sentences of findings: the catalogue's texts, translated, with the values of what was seen put in.

#include "audit/catalogue.h"
#include "audit/domainaudit.h"
#include "base/wiretext.h"

#include <QCoreApplication>

namespace mta
{

namespace
{

constexpr qsizetype maxValueShown = 1000;

QString filled(const Finding &finding, const char *Rule::*text)
{
    const Rule *rule = findRule(finding.ruleId);
    if (!rule)
        return finding.ruleId; // evidence of a newer version
    Values visible;
    for (auto value = finding.values.cbegin(); value != finding.values.cend(); ++value)
        visible.insert(value.key(), visibleText(value.value(), maxValueShown)); // strangers wrote it
    visible.insert(QStringLiteral("subject"), visibleText(finding.subject, maxValueShown));
    return fillPlaceholders(QCoreApplication::translate("Rules", rule->*text), visible);
}

} // namespace

QString findingMessage(const Finding &finding)
{
    return filled(finding, &Rule::message);
}
QString findingExplanation(const Finding &finding)
{
    return filled(finding, &Rule::explanation);
}
QString findingRemedy(const Finding &finding)
{
    return filled(finding, &Rule::remedy);
}

} // namespace mta
