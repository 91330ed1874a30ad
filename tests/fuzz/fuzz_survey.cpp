// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// A hostile name server, through the survey to the report. The input is up to eight answers, each with a length of two octets before it:
// one for each kind of question. An answer is a DNS message without its id and its question, which are those of whoever asks.
#include "dns/message.h"
#include "fakes/factsbuilder.h"
#include "survey/survey.h"
#include "wholeaudit.h"

#include <QThreadPool>
#include <array>

using namespace mta;

namespace
{

constexpr qsizetype afterId = 2;
constexpr qsizetype header = 12;

class HostileNetwork : public Resolver, public PolicyFetcher, public SmtpProber
{
public:
    explicit HostileNetwork(QByteArray input)
    {
        for (QByteArray &answer : m_answers) {
            if (input.size() < 2)
                break;
            const qsizetype size = static_cast<unsigned char>(input.at(0)) << 8 | static_cast<unsigned char>(input.at(1));
            answer = input.mid(2, size);
            input.remove(0, 2 + answer.size());
        }
    }

    Lookup lookup(const Question &question, Assurance assurance, const Context &) override
    {
        const QByteArray &answer = m_answers.at(kindOf(question));
        QByteArray message = makePlainQuery(question, 0, Asked::Resolver);
        if (message.isEmpty() || answer.size() < header - afterId)
            return readLookup(question, {});
        message.replace(afterId, header - afterId, answer.first(header - afterId));
        message.replace(4, 2, QByteArray("\0\1", 2)); // one question
        Lookup lookup = readLookup(question, message + answer.mid(header - afterId));
        if (assurance == Assurance::Validated) // for want of keys as the answer has it, in its AD and CD bits
            lookup.security = static_cast<Security>(static_cast<unsigned char>(answer.at(1)) >> 4 & 3);
        return lookup;
    }

    Lookup askServer(const QHostAddress &, const Question &question, const Context &context) override
    {
        return lookup(question, Assurance::Plain, context);
    }

    PolicyFetch fetch(const QString &host, const QHostAddress &address, const Patience &, const Context &) override
    {
        return goodFetch(host, address.toString(), policyText("enforce"));
    }

    MxProbe probe(const QString &host, const QHostAddress &address, const TlsOffer &, const Patience &, const Context &) override
    {
        const bool known = host == QLatin1String("mx1.good.example") || host == QLatin1String("mx2.good.example");
        return goodProbe(known ? host : QStringLiteral("mx1.good.example"), address.toString()); // certificates take long to make
    }

private:
    static size_t kindOf(const Question &question)
    {
        switch (question.type) {
        case RecordType::Mx:
            return 1;
        case RecordType::A:
            return 2;
        case RecordType::Aaaa:
            return 3;
        case RecordType::Tlsa:
            return 4;
        case RecordType::Txt:
            return question.name.startsWith(QLatin1String("_mta-sts.")) ? 0 : question.name.startsWith(QLatin1String("_smtp")) ? 5 : 6;
        default:
            return 7;
        }
    }

    std::array<QByteArray, 8> m_answers;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    // Before the pool, so that it ends after it: OpenSSL frees what belongs to a thread when the thread ends.
    [[maybe_unused]] static const DomainFacts first = goodFacts();
    static QThreadPool pool;
    pool.setMaxThreadCount(1); // the same input, the same order
    const QByteArray input = fuzz::octetsOf(data, size);
    HostileNetwork hostile(input);
    Conditions conditions;
    conditions.allowPrivate = true;
    conditions.depth = Depth::Deep;
    const QString domain = QStringLiteral("good.example");
    DomainFacts facts = survey({domain, domain}, conditions, {hostile, hostile, hostile, {}}, std::chrono::seconds(10), pool, {}, {});
    fuzz::require(facts.mxHosts.size() <= maxMxHosts && !facts.cancelled);
    for (const MxHost &host : facts.mxHosts)
        fuzz::require(host.probes.size() == host.addresses.all().size() && host.tlsa.size() <= 2);
    facts.observedAt = observedThen();
    fuzz::checkWholeAudit(facts, input);
    return 0;
}
