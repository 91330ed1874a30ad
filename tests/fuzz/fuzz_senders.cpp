// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// What a domain publishes, read by everybody who sends mail, and by the auditor. The input is, each up to an octet 0xFE: the media type,
// the TXT values at _mta-sts (one a line), the policy file.
#include "audit/lint.h"
#include "fakes/factsbuilder.h"
#include "senders/senders.h"
#include "smallfacts.h"
#include "wholeaudit.h"

using namespace mta;
using fuzz::require;

namespace
{

void checkVerdict(const SenderVerdict &verdict)
{
    require(verdict.reading != Reading::Refused || (!verdict.reason.isEmpty() && !reasonText(verdict).isEmpty()));
    require(verdict.reading == Reading::Honoured || (!verdict.mode && verdict.mx.isEmpty()));
    require(verdict.line >= 0);
}

void checkReaders(const ServedPolicy &served, const QByteArrayList &values)
{
    for (const Sender &sender : senders()) {
        const SenderVerdict policy = assess(sender, served);
        const SenderVerdict record = assessRecords(sender, values);
        require(policy == assess(sender, served) && record == assessRecords(sender, values));
        require(policy.reading != Reading::Honoured || policy.mode);
        require(policy.line <= served.body.count('\n') + served.body.count('\r') + 1);
        checkVerdict(policy);
        checkVerdict(record);
        ServedPolicy nothing = served;
        nothing.delivered = false;
        require(!sender.predicted() || assess(sender, nothing).reading == Reading::Refused);
        for (const QByteArray &pattern : policy.mx)
            sender.matchesHost(pattern, QStringLiteral("mx1.good.example"));
    }
}

void checkLints(const QByteArrayList &values, const QByteArray &body)
{
    const PolicyLint policy = lintPolicy(body, QStringLiteral("policy"));
    QList<LintFinding> findings = policy.findings;
    for (const QByteArray &value : values)
        findings += lintRecord(value, QStringLiteral("record")).findings;
    for (const LintFinding &found : findings)
        require(found.line >= 1 && found.column >= 1 && !findingMessage(found.finding).isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input = fuzz::octetsOf(data, size);
    const QByteArrayList parts = fuzz::partsOf(input, 3);
    const QByteArrayList values = parts.value(1).isEmpty() ? QByteArrayList() : parts.value(1).split('\n').mid(0, 8);
    ServedPolicy served;
    served.contentType = parts.value(0);
    served.body = parts.value(2).left(maxPolicySize);
    checkReaders(served, values);
    checkLints(values, served.body);

    static const DomainFacts small = fuzz::smallFacts();
    DomainFacts facts = small;
    const bool fits = std::all_of(values.cbegin(), values.cend(), [](const QByteArray &value) { return value.size() <= 2048; });
    if (fits)
        setRecord(facts, values);
    facts.fetches.first().body = served.body;
    facts.fetches.first().mediaType = served.contentType.left(1024);
    fuzz::checkWholeAudit(facts, input);
    return 0;
}
