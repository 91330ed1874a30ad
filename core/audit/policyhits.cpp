// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/policyhits.h"

#include "audit/broadzone.h"
#include "audit/gluedlines.h"
#include "audit/nearmiss.h"
#include "audit/texthits.h"
#include "audit/textreasons.h"
#include "base/domainname.h"
#include "dns/message.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

constexpr std::chrono::seconds oneWeek{7 * 24 * 3600};
constexpr std::chrono::seconds twoWeeks{14 * 24 * 3600};

QString words(const char *text)
{
    return QCoreApplication::translate("Verdict", text);
}

Hit policyHit(const Situation &situation, int line, int column, Values values)
{
    const QString evidence = situation.fetch < 0 ? QString() : QStringLiteral("/fetches/%1/body").arg(situation.fetch);
    return hitAt(situation, line, column, evidence, std::move(values));
}

const PolicyLine *firstLine(const Policy &policy, const char *key)
{
    const auto found = std::find_if(policy.lines.cbegin(), policy.lines.cend(), [key](const PolicyLine &line) { return line.key == key; });
    return found == policy.lines.cend() ? nullptr : &*found;
}

Hit hitAtValue(const Situation &situation, const char *key, Values values)
{
    const PolicyLine *line = firstLine(*situation.policy, key);
    return policyHit(situation, line ? line->number : 1, line ? line->valueColumn : 1, std::move(values));
}

bool isEncoding(const SyntaxError &error)
{
    static const QStringList reasons{QStringLiteral("bom"), QStringLiteral("utf-16"), QStringLiteral("bare-cr"), QStringLiteral("control"),
                                     QStringLiteral("not-utf8")};
    return reasons.contains(error.reason);
}

Hit errorHit(const Situation &situation, const SyntaxError &error)
{
    QString reason = syntaxClause(error.reason);
    if (!isEncoding(error) && !error.excerpt.trimmed().isEmpty()) // otherwise there is nothing to be seen
        reason = words(QT_TRANSLATE_NOOP("Verdict", "%1. It reads: %2")).arg(reason, rawText(error.excerpt));
    return policyHit(situation, error.line, error.column, {{QStringLiteral("reason"), reason}});
}

/// For rules about single fields: a file that is something else altogether has no fields, and one finding about that is enough.
std::optional<Verdict> beforeFields(const Situation &situation)
{
    if (const auto before = beforePolicy(situation))
        return before;
    if (!resemblesPolicy(*situation.policy))
        return Verdict::notApplicable();
    return std::nullopt;
}

/// For rules about what a policy does, not how it is written: only one that senders honour does anything.
std::optional<Verdict> beforeEffect(const Situation &situation)
{
    if (const auto before = beforePolicy(situation))
        return before;
    if (!situation.policy->valid())
        return Verdict::notApplicable();
    return std::nullopt;
}

/// "it says “x”" or "there is no such line".
QString saysOrMissing(const QByteArray &text)
{
    if (text.isNull())
        return words(QT_TRANSLATE_NOOP("Verdict", "there is no such line"));
    return words(QT_TRANSLATE_NOOP("Verdict", "it says “%1”")).replace(QLatin1String("%1"), rawText(text));
}

QString wordFrom(const QByteArray &value)
{
    const QByteArrayList parts = value.simplified().split(' ');
    for (const QByteArray &part : parts) { // the first word that looks like a name of several labels
        if (part.contains('.') && !part.startsWith('#'))
            return QString::fromUtf8(part).toLower();
    }
    return QString::fromUtf8(parts.constFirst()).toLower();
}

} // namespace

QString suggestedPattern(const QByteArray &value)
{
    QString name = wordFrom(value.left(512));
    if (const qsizetype scheme = name.indexOf(QLatin1String("://")); scheme >= 0)
        name = name.mid(scheme + 3);
    name = name.mid(name.lastIndexOf(u'@') + 1);
    for (const QChar end : {QChar(u'/'), QChar(u':'), QChar(u','), QChar(u';'), QChar(u'#')})
        name = name.left(name.indexOf(end) < 0 ? name.size() : name.indexOf(end));
    while (name.startsWith(u'.'))
        name = name.mid(1);
    while (name.endsWith(u'.'))
        name.chop(1);
    // A star inside the first label may become the whole of it; one further right says nothing.
    const qsizetype dot = name.indexOf(u'.');
    if (dot > 1 && name.left(dot).contains(u'*'))
        name = u'*' + name.mid(dot);
    const bool wildcard = name.startsWith(QLatin1String("*."));
    const auto domain = parseDomainName(wildcard ? QStringView(name).mid(2) : QStringView(name));
    if (!domain)
        return QStringLiteral("mx.example.com");
    return wildcard ? QStringLiteral("*.") + domain->ascii : domain->ascii;
}

QByteArray withoutLeadingZeros(const QByteArray &digits)
{
    const auto first = std::find_if(digits.begin(), digits.end(), [](char c) { return c != '0'; });
    return first == digits.end() ? digits.right(1) : digits.mid(first - digits.begin());
}

QString suggestedMaxAge(const QByteArray &value)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto begin = std::find_if(value.begin(), value.end(), isDigit); // "[max_age:1209601]", "+86400"
    const auto end = std::find_if_not(begin, value.end(), isDigit);
    const QByteArray digits = withoutLeadingZeros(QByteArray(begin, end - begin));
    const bool moreDigitsFollow = end != value.end() && (*end == '.' || *end == ',' || *end == '_');
    if (digits.size() > 10 || digits.toLongLong() > maxPolicyAge.count())
        return QString::number(maxPolicyAge.count());
    // "1 week" does not mean one second.
    if (moreDigitsFollow || digits.toLongLong() < 3600)
        return QString::number(oneWeek.count());
    return QString::number(digits.toLongLong());
}

Verdict policySyntax(const Situation &situation)
{
    if (const auto before = beforePolicy(situation))
        return *before;
    QList<Hit> hits;
    const qsizetype limit = resemblesPolicy(*situation.policy) ? maxTextHits : 1;
    for (const SyntaxError &error : situation.policy->errors) {
        if (hits.size() < limit)
            hits.append(errorHit(situation, error));
    }
    return Verdict::of(std::move(hits));
}

Verdict policyEncoding(const Situation &situation)
{
    if (const auto before = beforePolicy(situation))
        return *before;
    QList<Hit> hits;
    for (const SyntaxError &error : situation.policy->errors) {
        if (isEncoding(error) && hits.size() < maxTextHits)
            hits.append(errorHit(situation, error));
    }
    return Verdict::of(std::move(hits));
}

Verdict policyVersion(const Situation &situation)
{
    if (const auto before = beforePolicy(situation))
        return *before;
    const QByteArray &version = situation.policy->version;
    if (version == "STSv1") // RFC 8461 §3.2
        return {};
    return Verdict::of({hitAtValue(situation, "version", {{QStringLiteral("reason"), saysOrMissing(version)}})});
}

Verdict policyModeText(const Situation &situation)
{
    if (const auto before = beforeFields(situation))
        return *before;
    if (situation.policy->mode)
        return {};
    const QByteArray &text = situation.policy->modeText;
    QString reason = saysOrMissing(text);
    if (isChoiceOfModes(text))
        reason = words(QT_TRANSLATE_NOOP("Verdict", "it says “%1”, the choice that a template leaves to you"))
                     .replace(QLatin1String("%1"), rawText(text));
    return Verdict::of({hitAtValue(situation, "mode", {{QStringLiteral("reason"), reason}})});
}

Verdict policyMaxAge(const Situation &situation)
{
    if (const auto before = beforeFields(situation))
        return *before;
    const QByteArray &text = situation.policy->maxAgeText;
    if (situation.policy->maxAge)
        return {};
    return Verdict::of({hitAtValue(
        situation, "max_age", {{QStringLiteral("reason"), saysOrMissing(text)}, {QStringLiteral("suggestion"), suggestedMaxAge(text)}})});
}

Verdict policyMaxAgeShort(const Situation &situation)
{
    if (const auto before = beforeFields(situation))
        return *before;
    const Policy &policy = *situation.policy;
    if (!policy.maxAge || !policy.mode || policy.mode == PolicyMode::None) // RFC 8461 §8.3: short is right on the way out
        return Verdict::notApplicable();
    if (*policy.maxAge >= oneWeek)
        return {};
    return Verdict::of({hitAtValue(situation, "max_age", {{QStringLiteral("seconds"), QString::number(policy.maxAge->count())}})});
}

Verdict policyMaxAgeAdvice(const Situation &situation)
{
    if (const auto before = beforeEffect(situation))
        return *before;
    const Policy &policy = *situation.policy;
    if (policy.mode != PolicyMode::Enforce || *policy.maxAge < oneWeek)
        return Verdict::notApplicable(); // under a week policy-max-age-short speaks
    if (*policy.maxAge >= twoWeeks)
        return {};
    return Verdict::of({hitAtValue(situation, "max_age", {{QStringLiteral("seconds"), QString::number(policy.maxAge->count())}})});
}

Verdict policyNearMiss(const Situation &situation)
{
    if (const auto before = beforeFields(situation))
        return *before;
    QList<Hit> hits;
    for (const NearMiss &miss : nearMisses(*situation.policy)) {
        if (hits.size() == maxTextHits)
            break;
        hits.append(policyHit(situation, miss.line, miss.column,
                              {{QStringLiteral("written"), rawText(miss.written)}, {QStringLiteral("meant"), rawText(miss.meant)}}));
    }
    return Verdict::of(std::move(hits));
}

Verdict policyGluedLines(const Situation &situation)
{
    if (const auto before = beforeFields(situation))
        return *before;
    QList<Hit> hits;
    for (const GluedLine &glued : gluedLines(*situation.policy)) {
        if (hits.size() == maxTextHits)
            break;
        hits.append(policyHit(situation, glued.line, glued.column,
                              {{QStringLiteral("first"), rawText(glued.first)},
                               {QStringLiteral("key"), rawText(glued.key)},
                               {QStringLiteral("second"), rawText(glued.key + ": " + glued.value)}}));
    }
    return Verdict::of(std::move(hits));
}

Verdict policyMxMissing(const Situation &situation)
{
    if (const auto before = beforeFields(situation))
        return *before;
    const Policy &policy = *situation.policy;
    if (policy.mode == PolicyMode::None || !policy.mx.isEmpty()) // RFC 8461 §3.2: required unless mode is none
        return {};
    return Verdict::of({policyHit(situation, 1, 1, {})});
}

Verdict policyMxPattern(const Situation &situation)
{
    if (const auto before = beforeFields(situation))
        return *before;
    const Policy &policy = *situation.policy;
    QList<Hit> hits;
    for (qsizetype i = 0; i < policy.mx.size() && hits.size() < maxTextHits; ++i) {
        const MxPattern &pattern = policy.mx.at(i);
        if (pattern.valid)
            continue;
        const PolicyLine &line = policy.lines.at(policy.mxLines.at(i) - 1);
        hits.append(policyHit(situation, line.number, line.valueColumn,
                              {{QStringLiteral("pattern"), rawText(line.value)},
                               {QStringLiteral("reason"), patternClause(pattern.reason)},
                               {QStringLiteral("suggestion"), suggestedPattern(line.value)}}));
    }
    return Verdict::of(std::move(hits));
}

Verdict policyMxBroad(const Situation &situation)
{
    if (const auto before = beforeEffect(situation))
        return *before;
    const Policy &policy = *situation.policy;
    if (policy.mode == PolicyMode::None)
        return Verdict::notApplicable();
    QList<Hit> hits;
    for (qsizetype i = 0; i < policy.mx.size() && hits.size() < maxTextHits; ++i) {
        const Breadth breadth = breadthOf(policy.mx.at(i));
        if (breadth == Breadth::Own)
            continue;
        const QString reason = breadth == Breadth::PublicSuffix
                                   ? words(QT_TRANSLATE_NOOP("Verdict", "anybody can register a name that matches"))
                                   : words(QT_TRANSLATE_NOOP("Verdict", "every customer of that provider gets host names that match"));
        const PolicyLine &line = policy.lines.at(policy.mxLines.at(i) - 1);
        hits.append(policyHit(situation, line.number, line.valueColumn,
                              {{QStringLiteral("pattern"), policy.mx.at(i).text}, {QStringLiteral("reason"), reason}}));
    }
    return Verdict::of(std::move(hits));
}

Verdict policyMxUnused(const Situation &situation)
{
    if (const auto before = beforeEffect(situation))
        return *before;
    const Policy &policy = *situation.policy;
    if (policy.mode == PolicyMode::None || situation.mxKind == MxKind::Null || situation.mxKind == MxKind::Absent)
        return Verdict::notApplicable();
    if (situation.mxKind == MxKind::Unknown)
        return Verdict::undetermined();
    QStringList hosts;
    for (const MxRecord &record : mxRecords(situation.facts.mx).records)
        hosts.append(record.exchange);
    if (situation.mxKind == MxKind::Implicit)
        hosts.append(situation.facts.domain.ascii); // RFC 5321 §5.1
    QList<Hit> hits;
    for (qsizetype i = 0; i < policy.mx.size() && hits.size() < maxTextHits; ++i) {
        const MxPattern &pattern = policy.mx.at(i);
        if (std::any_of(hosts.cbegin(), hosts.cend(), [&](const QString &host) { return matches(pattern, host); }))
            continue;
        const PolicyLine &line = policy.lines.at(policy.mxLines.at(i) - 1);
        hits.append(policyHit(situation, line.number, line.valueColumn, {{QStringLiteral("pattern"), pattern.text}}));
    }
    return Verdict::of(std::move(hits));
}

Verdict policyDuplicateKey(const Situation &situation)
{
    if (const auto before = beforeFields(situation))
        return *before;
    QList<Hit> hits;
    for (const QByteArray &key : situation.policy->duplicateKeys) {
        const auto &lines = situation.policy->lines;
        const auto isKey = [&key](const PolicyLine &line) { return line.key == key; };
        const auto first = std::find_if(lines.cbegin(), lines.cend(), isKey);
        const auto second = std::find_if(std::next(first), lines.cend(), isKey);
        if (hits.size() < maxTextHits)
            hits.append(policyHit(situation, second->number, 1,
                                  {{QStringLiteral("key"), rawText(key)}, {QStringLiteral("value"), rawText(first->value)}}));
    }
    return Verdict::of(std::move(hits));
}

Verdict policyUnknownKey(const Situation &situation)
{
    if (const auto before = beforeFields(situation))
        return *before;
    const QList<NearMiss> misses = nearMisses(*situation.policy);
    QList<Hit> hits;
    for (const QByteArray &key : situation.policy->unknownKeys) {
        const bool meant =
            std::any_of(misses.cbegin(), misses.cend(), [&](const NearMiss &miss) { return miss.isKey && miss.written == key; });
        const PolicyLine *line = firstLine(*situation.policy, key.constData());
        if (!meant && hits.size() < maxTextHits)
            hits.append(policyHit(situation, line->number, 1, {{QStringLiteral("key"), rawText(key)}}));
    }
    return Verdict::of(std::move(hits));
}

namespace
{

Verdict hasMode(const Situation &situation, PolicyMode mode)
{
    if (const auto before = beforeEffect(situation))
        return *before;
    if (situation.policy->mode != mode)
        return {};
    return Verdict::of({hitAtValue(situation, "mode", {})});
}

} // namespace

Verdict policyModeTesting(const Situation &situation)
{
    return hasMode(situation, PolicyMode::Testing);
}

Verdict policyModeNone(const Situation &situation)
{
    return hasMode(situation, PolicyMode::None);
}

} // namespace mta
