// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/publishtargets.h"

#include "app/cli/words.h"
#include "app/common/keyring.h"
#include "base/domainname.h"
#include "base/wiretext.h"
#include "publish/publishing.h"

namespace mta::cli
{

namespace
{

constexpr int longestWait = 3600;
constexpr int usualWait = usualServedWait.count();

Error wrong(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

Result<TsigKey> readKey(const Arguments &arguments, const Context &context)
{
    if (arguments.has("key-file"))
        return loadTsigKey(arguments.value("key-file"));
    const Result<TsigKey> key = systemKeyring().read(normalisedName(arguments.value("key")), context);
    if (key)
        return key;
    return Error{key.error().code, key.error().text + u' ' +
                                       words(QT_TRANSLATE_NOOP("CommandLine", "--key-file FILE reads the key from a "
                                                                              "file, and --keep-key puts it into the "
                                                                              "keyring."))};
}

Result<UpdateServer> readServer(const Arguments &arguments, const Plan &plan, const Context &context)
{
    const Result<Nameserver> server = parseNameserver(arguments.value("dns"));
    if (!server)
        return server.error();
    const QString owner = QLatin1String("_mta-sts.") + plan.domain.ascii;
    QString zone = normalisedName(arguments.value("zone", plan.zone));
    if (zone.isEmpty())
        zone = zoneAt(*server, owner, context);
    if (zone.isEmpty())
        return wrong(
            words(QT_TRANSLATE_NOOP("CommandLine", "The name server %1 does not say which of its zones holds %2. Name it with --zone."))
                .arg(nameserverText(*server), owner));
    if (!isWithin(owner, zone))
        return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "%1 is not in the zone %2.")).arg(owner, visibleText(zone, 300)));
    const Result<TsigKey> key = readKey(arguments, context);
    if (!key)
        return key.error();
    UpdateServer result{*server, zone, *key};
    return result;
}

} // namespace

QList<Option> publishOptions()
{
    return {
        {"dns", "ADDR[:PORT]", QT_TRANSLATE_NOOP("CommandLine", "The zone's primary name server, which takes DNS UPDATE over TCP.")},
        {"zone", "ZONE", QT_TRANSLATE_NOOP("CommandLine", "The zone; otherwise that of the plan, or what the server says.")},
        {"key", "NAME", QT_TRANSLATE_NOOP("CommandLine", "The TSIG key of that name in the system's keyring.")},
        {"key-file", "FILE",
         QT_TRANSLATE_NOOP("CommandLine", "The TSIG key in a file as tsig-keygen writes it, which others must not be able to read.")},
        {"keep-key", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Keeps the key in the system's keyring once it has worked.")},
        {"folder", "DIR",
         QT_TRANSLATE_NOOP("CommandLine", "Writes the policy to DIR/.well-known/mta-sts.txt, or to DIR where that is a path to "
                                          "mta-sts.txt.")},
        {"sftp", "[USER@]HOST:PATH",
         QT_TRANSLATE_NOOP("CommandLine",
                           "The same on another machine, with the system's sftp and your own keys; no password is asked for.")},
        {"ssh-config", "FILE", QT_TRANSLATE_NOOP("CommandLine", "Settings of ssh instead of your own.")},
        {"dry-run", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Shows the exact changes and ends.")},
        {"yes", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Makes the changes without asking.")},
        {"roll-back", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "Takes back what the last publishing of this plan changed, kept in FILE.undo.")},
        {"no-wait", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "Changes the record without looking whether every address of the policy host shows the policy.")},
        {"new-keys-in-use", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "Every address of the mail servers shows the keys that the TLSA records of the plan match: first "
                                          "records may come, and those of former keys may go (RFC 7671 §8.1).")},
        {"mx-unchanged", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "The MX records have been as they are for as long as resolvers keep them, although that was not "
                                          "seen from here.")},
        {"tlsa-of", "HOST[,HOST...]",
         QT_TRANSLATE_NOOP("CommandLine", "Takes away the TLSA records of these mail servers that the plan does not have, although they "
                                          "were not published from here.")},
        {"wait", "SECONDS", QT_TRANSLATE_NOOP("CommandLine", "How long to look for that; 120 if not said otherwise.")},
        {"resolver", "ADDR[:PORT]",
         QT_TRANSLATE_NOOP("CommandLine", "Asks this DNS resolver; recursive: asks from the root on. Otherwise the system's.")},
        {"ca-file", "PEM", QT_TRANSLATE_NOOP("CommandLine", "Root certificates instead of the system's.")},
        {"https-port", "N", QT_TRANSLATE_NOOP("CommandLine", "Instead of 443.")},
        {"proxy", "socks5://HOST:PORT", QT_TRANSLATE_NOOP("CommandLine", "Looks for the policy through this proxy.")},
    };
}

Result<bool> checkPublishOptions(const Arguments &arguments)
{
    if (arguments.rest().size() != 1)
        return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "Which plan is to be published? Name its file.")));
    if (!arguments.has("dns") && !arguments.has("folder") && !arguments.has("sftp"))
        return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "Where is it to be published? Say --dns, --folder or --sftp.")));
    if (arguments.has("folder") && arguments.has("sftp"))
        return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "--folder and --sftp exclude each other.")));
    if (arguments.has("dns") && arguments.has("key") == arguments.has("key-file"))
        return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "--dns needs a key: either --key or --key-file.")));
    if (arguments.has("dry-run") && arguments.has("yes"))
        return wrong(words(QT_TRANSLATE_NOOP("CommandLine", "--dry-run and --yes exclude each other.")));
    for (const QString &host : arguments.list("tlsa-of")) {
        if (!isHostName(normalisedName(host)))
            return wrong(
                words(QT_TRANSLATE_NOOP("CommandLine", "\"%1\" is no name of a mail server (--tlsa-of).")).arg(visibleText(host, 60)));
    }
    for (const auto &[name, least, most] : {std::tuple("https-port", 1, 65535), std::tuple("wait", 1, longestWait)}) {
        if (const Result<int> number = arguments.number(name, least, least, most); !number)
            return number.error();
    }
    return true;
}

QStringList tlsaHosts(const Arguments &arguments)
{
    QStringList hosts = arguments.list("tlsa-of");
    std::transform(hosts.begin(), hosts.end(), hosts.begin(), [](const QString &host) { return normalisedName(host); });
    return hosts;
}

Result<PublishTargets> publishTargets(const Arguments &arguments, const Plan &plan, const Context &context)
{
    PublishTargets targets;
    if (arguments.has("folder"))
        targets.policy = LocalPlace{arguments.value("folder")};
    if (arguments.has("sftp")) {
        Result<SftpPlace> place = parseSftpPlace(arguments.value("sftp"));
        if (!place)
            return place.error();
        SftpPlace there = *place;
        there.configFile = arguments.value("ssh-config");
        targets.policy = there;
    }
    if (arguments.has("dns")) {
        const Result<UpdateServer> server = readServer(arguments, plan, context);
        if (!server)
            return server.error();
        targets.dns = *server;
    }
    return targets;
}

NetworkOptions publishNetwork(const Arguments &arguments)
{
    NetworkOptions network;
    network.resolver = arguments.value("resolver");
    network.caFile = arguments.value("ca-file");
    network.proxy = arguments.value("proxy");
    if (const Result<int> port = arguments.number("https-port", network.httpsPort, 1, 65535))
        network.httpsPort = static_cast<quint16>(*port);
    return network;
}

std::chrono::seconds publishWait(const Arguments &arguments)
{
    const Result<int> seconds = arguments.number("wait", usualWait, 1, longestWait);
    return std::chrono::seconds(seconds ? *seconds : usualWait);
}

} // namespace mta::cli
