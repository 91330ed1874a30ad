// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/hostiletexts.h"

#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include <algorithm>

namespace mta::fakes
{

using namespace std::chrono_literals;

QList<HostileText> hostileTexts()
{
    return {
        {"markup", "<b>owned</b> &lt;i&gt; <h1>"},
        {"script", "<script>alert('owned')</script>"},
        {"image with a handler", "owned\"><img src=x onerror=alert(1)>"},
        {"attribute", "owned\" onmouseover=\"alert(1)\" x='"},
        {"link", "<a href=\"https://owned.example/\">click</a>"},
        {"local file", "<img src=\"file:///etc/owned\">file:///etc/owned"},
        {"formula", "=HYPERLINK(\"https://owned.example\")"},
        {"formula with a blank in front", "  +owned"},
        {"formula with a tab in front", "\t@owned"},
        {"formula of another width", "\xef\xbc\x9downed"},
        {"formula in the next cell", "owned\",\"=1+1\n=2+2;=3+3"},
        {"minus", "-owned"},
        {"window title", "\x1b]0;owned\x07"},
        {"clear screen", "\x1b[2J\x1b[Howned"},
        {"C1 controls", "\xc2\x9b\x32Jowned\xc2\x9d"},
        {"lone C1 octets", "\x9bowned\x9d"},
        {"right to left", "owned\xe2\x80\xae.com.evil"},
        {"isolates", "\xe2\x81\xa6owned\xe2\x81\xa9\xe2\x80\x8f"},
        {"zero width", "ow\xe2\x80\x8bned owned\xef\xbb\xbf\xc2\xad"},
        {"NUL", QByteArray("owned\0after", 11)},
        {"invalid UTF-8", "owned\xff\xfe\xc0\x80"},
        {"half a surrogate pair", "owned\xed\xa0\x80"},
        {"line ends", "owned\r\n\r\nowned\nmta-sts: owned\xe2\x80\xa8\xe2\x80\xa9"},
        {"backspaces", "owned\b\b\b\b\b\x7f\x7f"},
        {"placeholders", "owned %1 %2 %n %L1 {subject} {host} {count}"},
        {"mnemonics", "&owned & &File &&"},
        {"path", "../../../owned/../con"},
        {"very long", QByteArray("owned ") + QByteArray(3000, 'x')},
        {"very long words", QByteArray("owned,").repeated(500)},
    };
}

namespace
{

void fill(TlsSession &session, const QString &text)
{
    session.failure = text;
    session.cipher = text;
    session.group = text;
    session.signature = text;
    session.verdict.detail = text;
    for (Certificate &certificate : session.chain) {
        certificate.subject = text;
        certificate.issuer = text;
        certificate.commonName = text;
        certificate.dnsNames = {text, text};
        certificate.keyType = text;
        certificate.signatureAlgorithm = text;
    }
}

void fill(Lookup &lookup, const QString &text)
{
    lookup.detail = text;
    lookup.bogusReason = text;
}

} // namespace

DomainFacts factsFullOf(const QByteArray &octets)
{
    const QString text = QString::fromUtf8(octets);
    DomainFacts facts = goodFacts();
    setRecord(facts, {"v=STSv1; id=" + octets, octets.left(255)});
    setTlsRpt(facts, {"v=TLSRPTv1; rua=mailto:" + octets + ",https://" + octets});
    setPolicy(facts, "version: STSv1\nmode: " + octets + "\nmx: " + octets + "\nmax_age: 86400\n" + octets + "\n" + octets + ": x\n");
    facts.domain.unicode = text;
    Conditions &conditions = facts.conditions;
    for (QString *member : {&conditions.toolVersion, &conditions.resolver, &conditions.trustStore, &conditions.proxy})
        *member = text;
    conditions.ehloName = octets;
    facts.witness.interceptingIssuer = text;
    for (Lookup *lookup : {&facts.sts, &facts.tlsRpt, &facts.mx, &facts.policyHost.a, &facts.policyHost.aaaa})
        fill(*lookup, text);
    for (PolicyFetch &fetch : facts.fetches) {
        fetch.detail = text;
        fetch.redirectTo = octets;
        fetch.mediaType = octets;
        fetch.contentEncoding = octets;
        fetch.head = "HTTP/1.1 200 " + octets + "\r\nServer: " + octets + "\r\n\r\n";
        fetch.headers.append({octets, octets});
        fill(fetch.tls, text);
    }
    for (MxHost &host : facts.mxHosts) {
        host.name = text + host.name;
        fill(host.addresses.a, text);
        fill(host.addresses.aaaa, text);
        for (MxProbe &probe : host.probes) {
            probe.detail = text;
            probe.reply = SmtpReply{554, {octets, octets}};
            probe.startTlsReply = SmtpReply{220, {octets}};
            probe.injected = octets;
            for (auto *capabilities : {&probe.plain, &probe.encrypted}) {
                if (*capabilities) {
                    (*capabilities)->greeting = octets;
                    (*capabilities)->keywords.append(octets);
                }
            }
            probe.transcript = {{TranscriptLine::From::Client, 1ms, octets},
                                {TranscriptLine::From::Server, 2ms, octets},
                                {TranscriptLine::From::Note, 3ms, octets}};
            fill(probe.tls, text);
        }
    }
    return facts;
}

bool holdsHiddenCharacters(const QString &text, const QString &allowed)
{
    return std::any_of(text.cbegin(), text.cend(), [&](QChar c) {
        switch (c.category()) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            return !allowed.contains(c);
        default:
            return false;
        }
    });
}

} // namespace mta::fakes
