// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "mtasts/policyterms.h"

#include <algorithm>

namespace mta
{

namespace
{

bool isStandardKey(const QByteArray &key)
{
    return key == "version" || key == "mode" || key == "max_age" || key == "mx";
}

/// The same terms always in the same order.
PolicyTerms sorted(PolicyTerms terms)
{
    if (terms.mode == PolicyMode::None) // RFC 8461 §5: as no policy, whatever it lists
        terms.mx.clear();
    terms.mx.sort();
    std::sort(terms.extensions.begin(), terms.extensions.end(), [](const PolicyField &a, const PolicyField &b) { return a.key < b.key; });
    return terms;
}

} // namespace

std::optional<PolicyTerms> termsOf(const Policy &policy)
{
    if (!policy.valid())
        return std::nullopt;
    PolicyTerms terms{*policy.mode, *policy.maxAge, {}, {}};
    for (const MxPattern &pattern : policy.mx)
        terms.mx.append(pattern.text.toLower());
    terms.mx.removeDuplicates();
    for (const PolicyLine &line : policy.lines) {
        const auto isKey = [&line](const PolicyField &field) { return field.key == line.key; };
        // RFC 8461 §3.2: of a repeated field all but the first are ignored.
        if (!isStandardKey(line.key) && std::none_of(terms.extensions.cbegin(), terms.extensions.cend(), isKey))
            terms.extensions.append({line.key, line.value});
    }
    return terms;
}

bool sameMeaning(const PolicyTerms &a, const PolicyTerms &b)
{
    return sorted(a) == sorted(b);
}

std::optional<QByteArray> policyText(const PolicyTerms &terms)
{
    QByteArray text = "version: STSv1\r\nmode: " + policyModeName(terms.mode).toLatin1() + "\r\n";
    for (const QString &pattern : terms.mx)
        text += "mx: " + pattern.toUtf8() + "\r\n";
    text += "max_age: " + QByteArray::number(static_cast<qlonglong>(terms.maxAge.count())) + "\r\n";
    for (const PolicyField &field : terms.extensions)
        text += field.key + ": " + field.value + "\r\n";
    // What does not read back as what was meant is not written: no value from outside becomes a line of its own.
    if (text.size() > maxPolicySize || termsOf(parsePolicy(text)) != terms)
        return std::nullopt;
    return text;
}

} // namespace mta
