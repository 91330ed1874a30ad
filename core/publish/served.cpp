// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/served.h"

#include "audit/checks.h"
#include "base/wiretext.h"
#include "dns/message.h"
#include <QCoreApplication>
#include <QThread>

namespace mta
{
namespace
{

using namespace std::chrono_literals;

constexpr auto betweenLooks = 2s;
constexpr std::chrono::milliseconds glance = 100ms;
constexpr qsizetype maxServedAddresses = 16;

QString words(const char *text)
{
    return QCoreApplication::translate("Publish", text);
}

QString policyHost(const Plan &plan)
{
    return QLatin1String("mta-sts.") + plan.domain.ascii; // RFC 8461 §3.3
}

QList<QHostAddress> addressesOf(const Plan &plan, Resolver &resolver, const Context &context)
{
    QList<QHostAddress> addresses = plan.hosting.addresses;
    // The alias itself may be as new as the policy; where it leads has been there before.
    const QString name = plan.hosting.alias.isEmpty() ? policyHost(plan) : plan.hosting.alias;
    for (const RecordType type : {RecordType::A, RecordType::Aaaa}) {
        if (!plan.hosting.addresses.isEmpty())
            break;
        for (const AddressRecord &record : addressRecords(resolver.lookup({name, type}, Resolver::Assurance::Plain, context)).records)
            addresses.append(record.address);
    }
    return addresses.first(std::min(addresses.size(), maxServedAddresses));
}

/// The sentence of what keeps a sender from the policy at an address; {address} and {status} are filled in.
const char *sentenceOf(FetchTrouble trouble)
{
    switch (trouble) {
    case FetchTrouble::None:
        return QT_TRANSLATE_NOOP("Publish", "%1 shows another policy.");
    case FetchTrouble::Untested:
        return QT_TRANSLATE_NOOP("Publish", "%1 cannot be asked from here.");
    case FetchTrouble::Connection:
        return QT_TRANSLATE_NOOP("Publish", "%1 takes no connection.");
    case FetchTrouble::Timeout:
        return QT_TRANSLATE_NOOP("Publish", "%1 does not answer in time.");
    case FetchTrouble::Tls:
    case FetchTrouble::OldTls:
        return QT_TRANSLATE_NOOP("Publish", "%1 does not speak TLS as senders ask for it.");
    case FetchTrouble::Certificate:
        return QT_TRANSLATE_NOOP("Publish", "%1 has no certificate that senders accept (RFC 8461 §3.3).");
    case FetchTrouble::Http:
        return QT_TRANSLATE_NOOP("Publish", "%1 does not answer as a web server does.");
    case FetchTrouble::Status:
        return QT_TRANSLATE_NOOP("Publish", "%1 answers with another status than 200 (RFC 8461 §3.3).");
    }
    return "";
}

ServedSight lookAt(const QHostAddress &address, const Plan &plan, const QByteArray &text, Network &network, const Context &context)
{
    ServedSight sight;
    sight.address = address;
    sight.fetch = network.policyFetcher.fetch(policyHost(plan), address, {}, context);
    const FetchTrouble trouble = fetchTrouble(sight.fetch, policyHost(plan), QDateTime::currentDateTimeUtc());
    sight.shown = trouble == FetchTrouble::None && sight.fetch.body == text;
    if (!sight.shown)
        sight.trouble = words(sentenceOf(trouble)).arg(address.toString());
    return sight;
}

void rest(std::chrono::milliseconds time, const Context &context)
{
    const Context own = context.within(time);
    while (!own.over())
        QThread::msleep(static_cast<unsigned long>(std::clamp<qint64>(own.deadline.remainingTime(), 1, glance.count())));
}

} // namespace

QList<ServedSight> lookAtServedPolicy(const Plan &plan, const QByteArray &text, Network &network, const Context &context)
{
    QList<ServedSight> sights;
    for (const QHostAddress &address : addressesOf(plan, network.resolver, context))
        sights.append(lookAt(address, plan, text, network, context));
    return sights;
}

QString waitUntilServed(const Plan &plan, const QByteArray &text, Network &network, std::chrono::milliseconds limit, const Context &context)
{
    const Context own = context.within(limit);
    for (;;) {
        QStringList troubles;
        const QList<ServedSight> sights = lookAtServedPolicy(plan, text, network, own);
        for (const ServedSight &sight : sights) {
            if (!sight.shown)
                troubles.append(sight.trouble);
        }
        if (sights.isEmpty())
            troubles.append(words(QT_TRANSLATE_NOOP("Publish", "The policy host %1 has no address.")).arg(policyHost(plan)));
        if (troubles.isEmpty())
            return {};
        rest(betweenLooks, own);
        if (own.over())
            return words(QT_TRANSLATE_NOOP("Publish",
                                           "Senders do not get the new policy yet, so they were not told of it: the record is as it "
                                           "was. %1"))
                .arg(troubles.join(u' '));
    }
}

} // namespace mta
