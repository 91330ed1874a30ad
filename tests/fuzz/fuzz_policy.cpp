// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "mtasts/policy.h"

#include <QtGlobal>
#include <cstdint>

namespace
{

// A valid policy in its plainest form.
QByteArray plainForm(const mta::Policy &policy)
{
    QByteArray text = "version: STSv1\nmode: " + mta::policyModeName(*policy.mode).toLatin1() +
                      "\nmax_age: " + QByteArray::number(static_cast<qlonglong>(policy.maxAge->count())) + "\n";
    for (const mta::MxPattern &pattern : policy.mx)
        text += "mx: " + pattern.text.toLatin1() + "\n";
    return text;
}

void checkBounds(const mta::Policy &policy)
{
    if (policy.errors.size() > 100 || policy.unknownKeys.size() > 100 || policy.duplicateKeys.size() > 100 ||
        policy.raw.size() > mta::maxPolicySize || policy.mx.size() != policy.mxLines.size())
        qFatal("a list is not bounded");
    for (const mta::SyntaxError &error : policy.errors) {
        if (error.line < 1 || error.line > policy.lines.size() + 1 || error.column < 1 || error.excerpt.size() > 80 ||
            error.reason.isEmpty())
            qFatal("a complaint points outside the file");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const mta::Policy policy = mta::parsePolicy(body);
    checkBounds(policy);
    if (!policy.valid())
        return 0;
    QByteArray lines;
    for (const mta::PolicyLine &line : policy.lines)
        lines += line.text + line.terminator;
    if (lines != body)
        qFatal("the lines are not the file");
    const mta::Policy again = mta::parsePolicy(plainForm(policy));
    // max_age may have had leading zeros and the plain form may be the longer one: only then may it differ.
    if (plainForm(policy).size() <= mta::maxPolicySize &&
        (!again.valid() || again.mode != policy.mode || again.maxAge != policy.maxAge || again.mx != policy.mx))
        qFatal("the plain form reads differently");
    return 0;
}
