// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/fakenetwork.h"

#include "fakes/dnsmessage.h"

#include <QThread>

namespace mta
{

namespace
{
QString keyOf(const Question &question)
{
    return recordTypeName(question.type) + u' ' + question.name;
}
QString keyOf(const QString &host, const QHostAddress &address)
{
    return host + u' ' + address.toString();
}
QString textOf(const TlsOffer &offer)
{
    if (offer == TlsOffer())
        return {};
    if (offer.key != TlsOffer::Key::Any)
        return offer.key == TlsOffer::Key::Rsa ? u" RSA"_qs : u" ECDSA"_qs;
    return u' ' + tlsVersionName(offer.most);
}
} // namespace

void FakeNetwork::add(const Lookup &lookup)
{
    m_plain.insert(keyOf(lookup.question), lookup);
}

void FakeNetwork::addValidated(const Lookup &lookup)
{
    m_validated.insert(keyOf(lookup.question), lookup);
}

void FakeNetwork::addAt(const QString &server, const Lookup &lookup)
{
    m_direct.insert(u'@' + server + u' ' + keyOf(lookup.question), lookup);
}

void FakeNetwork::add(const QString &host, const QString &address, PolicyFetch fetch)
{
    fetch.address = QHostAddress(address);
    m_fetches.insert(keyOf(host, fetch.address), fetch);
}

void FakeNetwork::add(const QString &host, const QString &address, MxProbe probe, const TlsOffer &offer)
{
    probe.address = QHostAddress(address);
    m_probes.insert(keyOf(host, probe.address) + textOf(offer), probe);
}

void FakeNetwork::note(const QString &what, const Context &context, std::chrono::milliseconds wait)
{
    {
        QMutexLocker lock(&m_mutex);
        m_asked.append(what);
    }
    const QDeadlineTimer until(wait);
    while (!until.hasExpired() && !context.over())
        QThread::msleep(1);
}

QStringList FakeNetwork::asked() const
{
    QMutexLocker lock(&m_mutex);
    return m_asked;
}

Lookup FakeNetwork::lookup(const Question &question, Assurance assurance, const Context &context)
{
    const QString key = keyOf(question);
    const bool validated = assurance == Assurance::Validated;
    note(validated ? u"validated "_qs + key : key, context, validated ? delay + validationDelay : delay);
    if (context.cancelled()) {
        Lookup nothing;
        nothing.question = question;
        return nothing;
    }
    if (validated && m_validated.contains(key))
        return m_validated.value(key);
    if (m_plain.contains(key))
        return m_plain.value(key);
    const std::optional<Lookup> other = otherwise ? otherwise(question) : std::nullopt;
    return other ? *other : nxdomainLookup(question.name, question.type);
}

Lookup FakeNetwork::askServer(const QHostAddress &server, const Question &question, const Context &context)
{
    const QString key = u'@' + server.toString() + u' ' + keyOf(question);
    note(key, context, delay);
    Lookup silence;
    silence.question = question;
    silence.status = context.cancelled() ? AnswerStatus::NotAsked : AnswerStatus::Timeout;
    return m_direct.value(key, silence);
}

PolicyFetch FakeNetwork::fetch(const QString &policyHost, const QHostAddress &address, const Patience &patience, const Context &context)
{
    note(u"GET "_qs + keyOf(policyHost, address), context, delay);
    QMutexLocker lock(&m_mutex);
    lastPatience = patience;
    PolicyFetch missing;
    missing.address = address;
    missing.end = FetchEnd::Refused;
    return m_fetches.value(keyOf(policyHost, address), missing);
}

MxProbe FakeNetwork::probe(const QString &host, const QHostAddress &address, const TlsOffer &offer, const Patience &patience,
                           const Context &context)
{
    const QString key = keyOf(host, address) + textOf(offer);
    note(u"SMTP "_qs + key, context, delay);
    QMutexLocker lock(&m_mutex);
    lastPatience = patience;
    MxProbe missing;
    missing.address = address;
    missing.end = ProbeEnd::Refused;
    return m_probes.value(key, missing);
}

} // namespace mta
