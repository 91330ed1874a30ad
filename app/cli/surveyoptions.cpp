// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/surveyoptions.h"

#include "app/cli/words.h"
#include "base/wiretext.h"

namespace mta::cli
{

namespace
{

Result<std::chrono::milliseconds> readTimeout(const Arguments &arguments)
{
    constexpr double mostSeconds = 3600;
    bool ok = false;
    const QString text = arguments.value("timeout", QStringLiteral("20"));
    const double seconds = text.toDouble(&ok);
    if (!ok || !(seconds >= 0.001) || seconds > mostSeconds)
        return Error{ErrorCode::InvalidInput,
                     words(QT_TRANSLATE_NOOP("CommandLine", "The option --timeout takes seconds, up to %1, not \"%2\"."))
                         .arg(QString::number(mostSeconds), visibleText(text, 60))};
    return std::chrono::milliseconds(static_cast<qint64>(seconds * 1000));
}

Result<NetworkOptions> readNetwork(const Arguments &arguments)
{
    NetworkOptions network;
    const Result<int> smtpPort = arguments.number("smtp-port", 25, 1, 65535);
    if (!smtpPort)
        return smtpPort.error();
    const Result<int> httpsPort = arguments.number("https-port", 443, 1, 65535);
    if (!httpsPort)
        return httpsPort.error();
    const Result<int> dnsPort = arguments.number("dns-port", 53, 1, 65535);
    if (!dnsPort)
        return dnsPort.error();
    network.dnsPort = static_cast<quint16>(*dnsPort);
    network.smtpPort = static_cast<quint16>(*smtpPort);
    network.httpsPort = static_cast<quint16>(*httpsPort);
    network.resolver = arguments.value("resolver");
    network.trustAnchorFile = arguments.value("trust-anchor");
    network.caFile = arguments.value("ca-file");
    network.proxy = arguments.value("proxy");
    network.ehloName = arguments.value("ehlo-name").toUtf8();
    return network;
}

} // namespace

QList<Option> surveyOptionTable()
{
    return {
        {"jobs", "N", QT_TRANSLATE_NOOP("CommandLine", "Domains at work at a time; 8 if not said otherwise.")},
        {"timeout", "SECONDS",
         QT_TRANSLATE_NOOP("CommandLine", "For each DNS question, policy fetch and probe of an address; 20 if not said otherwise.")},
        {"resolver", "ADDR[:PORT]",
         QT_TRANSLATE_NOOP("CommandLine", "Asks this DNS resolver; recursive: asks from the root on. Otherwise the system's.")},
        {"trust-anchor", "FILE", QT_TRANSLATE_NOOP("CommandLine", "DNSSEC trust anchors instead of the system's.")},
        {"ca-file", "PEM", QT_TRANSLATE_NOOP("CommandLine", "Root certificates instead of the system's.")},
        {"smtp-port", "N", QT_TRANSLATE_NOOP("CommandLine", "Instead of 25.")},
        {"https-port", "N", QT_TRANSLATE_NOOP("CommandLine", "Instead of 443.")},
        {"dns-port", "N", QT_TRANSLATE_NOOP("CommandLine", "Where the authoritative name servers of a domain listen, instead of 53.")},
        {"ipv4", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Contacts IPv4 addresses only.")},
        {"ipv6", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Contacts IPv6 addresses only.")},
        {"proxy", "socks5://HOST:PORT",
         QT_TRANSLATE_NOOP(
             "CommandLine",
             "Fetches policies and probes mail servers through this proxy. Where port 25 is blocked: ssh -D 1080 SERVER, then "
             "--proxy socks5://127.0.0.1:1080.")},
        {"allow-private", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "Also contacts loopback, private and other special-purpose addresses.")},
        {"ehlo-name", "NAME",
         QT_TRANSLATE_NOOP("CommandLine", "What to call ourselves towards mail servers; otherwise this machine's full name.")},
    };
}

Result<SurveyOptions> readSurveyOptions(const Arguments &arguments)
{
    SurveyOptions options;
    const Result<int> jobs = arguments.number("jobs", options.batch.jobs, 1, 256);
    if (!jobs)
        return jobs.error();
    options.batch.jobs = *jobs;
    const Result<std::chrono::milliseconds> timeout = readTimeout(arguments);
    if (!timeout)
        return timeout.error();
    options.batch.operationTimeout = *timeout;
    const Result<NetworkOptions> network = readNetwork(arguments);
    if (!network)
        return network.error();
    options.network = *network;
    Conditions &conditions = options.batch.conditions;
    conditions.toolVersion = QStringLiteral(MTA_VERSION);
    conditions.ipv4 = arguments.has("ipv4") || !arguments.has("ipv6");
    conditions.ipv6 = arguments.has("ipv6") || !arguments.has("ipv4");
    conditions.allowPrivate = arguments.has("allow-private");
    return options;
}

} // namespace mta::cli
