// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/realnetwork.h"

#include "base/domainname.h"
#include "base/wiretext.h"
#include "net/policyfetcher.h"
#include "net/socks5.h"
#include "net/starttlsprober.h"
#include "net/tlsclient.h"
#include "net/unboundresolver.h"
#include <QCoreApplication>

namespace mta
{

namespace
{

/// RFC 5321 §4.1.1.1: a domain name or an address literal. Anything else could smuggle commands into the conversation.
bool isEhloName(const QByteArray &name)
{
    const QString text = QString::fromLatin1(name);
    if (!name.startsWith('['))
        return isHostName(text);
    const QString inside = text.mid(1).chopped(text.endsWith(u']') ? 1 : 0);
    return text.endsWith(u']') && !QHostAddress(inside.startsWith(QLatin1String("IPv6:")) ? inside.mid(5) : inside).isNull();
}

/// When this file was compiled, in the build machine's time; near enough to tell a clock that is years off.
QDateTime buildTime()
{
    const QString text = QString::fromLatin1(__DATE__ " " __TIME__).simplified();
    QDateTime time = QLocale::c().toDateTime(text, QStringLiteral("MMM d yyyy HH:mm:ss"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

class SocketNetwork : public RealNetwork
{
public:
    SocketNetwork(const NetworkOptions &options, std::unique_ptr<UnboundResolver> resolver, const TrustStore &trustStore,
                  const std::optional<Socks5Proxy> &proxy)
        : m_options(options),
          m_trustStore(trustStore.description()),
          m_resolver(std::move(resolver)),
          m_tls(std::make_shared<TlsClient>(trustStore)),
          m_fetcher(m_tls, {options.httpsPort, proxy}),
          m_prober(m_tls, {options.smtpPort, proxy, options.ehloName})
    {
    }

    Network network() override
    {
        return {*m_resolver, m_fetcher, m_prober, [this](DomainFacts &facts) { testify(facts); }};
    }

    void describe(Conditions &conditions) const override
    {
        conditions.resolver = m_resolver->description();
        conditions.trustStore = m_trustStore;
        conditions.proxy = m_options.proxy;
        // Empty when each connection calls itself by its own address; then the transcripts tell.
        conditions.ehloName = m_options.ehloName.isEmpty() ? qualifiedMachineName() : m_options.ehloName;
        conditions.smtpPort = m_options.smtpPort;
        conditions.httpsPort = m_options.httpsPort;
        conditions.dnsPort = m_options.dnsPort;
    }

private:
    void testify(DomainFacts &facts) const
    {
        facts.conditions.signaturesStripped = m_resolver->signaturesStripped();
        facts.witness.rootSignedFrom = m_resolver->rootSignedFrom();
        facts.witness.rootSignedUntil = m_resolver->rootSignedUntil();
        facts.witness.programBuilt = buildTime();
    }

    const NetworkOptions m_options;
    const QString m_trustStore;
    const std::unique_ptr<UnboundResolver> m_resolver;
    const std::shared_ptr<const TlsClient> m_tls;
    HttpsPolicyFetcher m_fetcher;
    StartTlsProber m_prober;
};

} // namespace

Result<std::shared_ptr<RealNetwork>> RealNetwork::create(const NetworkOptions &options)
{
    if (!options.ehloName.isEmpty() && !isEhloName(options.ehloName))
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Network",
                                                 "\"%1\" cannot be an EHLO name. Use a host name such as mail.example.com, or an "
                                                 "address in brackets such as [192.0.2.1].")
                         .arg(visibleText(options.ehloName, 80))};
    std::optional<Socks5Proxy> proxy;
    if (!options.proxy.isEmpty()) {
        const Result<Socks5Proxy> parsed = parseProxy(options.proxy);
        if (!parsed)
            return parsed.error();
        proxy = *parsed;
    }
    Result<TrustStore> trustStore =
        options.caFile.isEmpty() ? Result<TrustStore>(TrustStore::system()) : TrustStore::fromFile(options.caFile);
    if (!trustStore)
        return trustStore.error();
    Result<std::unique_ptr<UnboundResolver>> resolver = UnboundResolver::create(options.resolver, options.trustAnchorFile, options.dnsPort);
    if (!resolver)
        return resolver.error();
    return std::shared_ptr<RealNetwork>(std::make_shared<SocketNetwork>(options, std::move(resolver).value(), *trustStore, proxy));
}

} // namespace mta
