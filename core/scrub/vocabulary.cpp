// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scrub/vocabulary.h"

#include "base/editdistance.h"

#include <QByteArrayList>
#include <QSet>
#include <algorithm>

namespace mta
{

namespace
{

// Words of the texts that stay readable: commands and keywords of SMTP, HTTP, TLS and DNS, the formats of MTA-STS and TLS-RPT, the messages
// of OpenSSL and of resolvers, names of mail and web servers, and the plain words around them.
constexpr const char *smtpWords =
    "smtp esmtp esmtps esmtpsa lmtp ehlo helo starttls mail rcpt data rset noop quit vrfy expn help etrn turn auth size pipelining "
    "chunking "
    "binarymime 8bitmime 7bit 8bit smtputf8 dsn deliverby enhancedstatuscodes mt-priority limits rcptmax mailmax requiretls xclient "
    "xforward "
    "login plain cram digest md5 gssapi ntlm scram xoauth xoauth2 oauthbearer future release burl checkpoint conneg mtrk no-soliciting "
    "submitter verb xexps xrdst xxxxxxxa xlongaddr rdst bdat atrn queued greylisted greylisting postscreen";
constexpr const char *serverWords =
    "postfix exim sendmail qmail opensmtpd courier dovecot haraka maddy mox stalwart zimbra exchange microsoft icewarp mdaemon "
    "mailenable hmailserver cisco ironport proofpoint barracuda fortimail sophos symantec trendmicro rspamd spamassassin "
    "nginx apache iis caddy lighttpd openresty litespeed envoy varnish haproxy traefik openssl "
    "unbound bind named knot powerdns dnsmasq nsd ubuntu debian centos redhat fedora freebsd openbsd gnu linux unix win64 win32 windows "
    "php "
    "system recursive socks5 socks iterator validator";
constexpr const char *tlsWords =
    "tls tlsv1 tlsv12 tlsv13 tls1 tls12 tls13 ssl sslv3 ecdhe dhe rsa ecdsa eddsa dsa ecdh dh psk with null anon export aes aes128 aes256 "
    "gcm ccm cbc "
    "sha sha1 sha256 sha384 sha512 sha224 md5 chacha20 poly1305 camellia aria des 3des rc4 x25519 x448 secp256r1 secp384r1 secp521r1 "
    "prime256v1 p-256 p-384 p-521 ffdhe2048 ffdhe3072 ffdhe4096 ed25519 ed448 pss pkcs1 kyber768 mlkem768 x25519mlkem768 ec kx mac prf "
    "ocsp "
    "crl ct sct sni alpn cn ou dns alert handshake certificate certificates cert chain issuer intermediate root leaf self signed "
    "self-signed verify verification failed failure unknown authority ca expired revoked purpose basic constraints path length key usage "
    "weak signature algorithm digest decrypt error decode bad record unexpected eof eof illegal parameter protocol version unsupported "
    "insufficient security internal inappropriate fallback renegotiation extension unrecognized name local get found find unable wrong "
    "number length shutdown while reading cipher ciphers shared common no peer routines library lib reason code err sslv3_alert "
    "tlsv1_alert";
constexpr const char *httpWords =
    "http https www html head body title meta charset utf utf-8 iso us-ascii ascii div span p a href src br hr h1 h2 h3 center script "
    "style link "
    "doctype xhtml dtd en content content-type content-length content-encoding transfer-encoding chunked gzip deflate br identity "
    "connection "
    "close keep-alive keep alive server date location last-modified etag accept ranges accept-ranges bytes cache-control max-age no-cache "
    "no-store must-revalidate public private pragma expires vary strict-transport-security includesubdomains preload x-frame-options deny "
    "sameorigin x-content-type-options nosniff age via set-cookie cookie expect accept-encoding user-agent referrer-policy text "
    "application "
    "octet-stream json xml javascript css image png ok moved permanently found see other not modified temporary redirect forbidden "
    "unauthorized requested range gateway timeout proxy authentication required gone too many requests precondition payload large method "
    "allowed acceptable conflict well-known mta-sts.txt txt get post put gmt utc mon tue wed thu fri sat sun jan feb mar apr may jun jul "
    "aug sep oct nov dec monday tuesday wednesday thursday friday saturday sunday";
constexpr const char *policyWords = "version mode max_age maxage mx mxs none testing enforce stsv1 tlsrptv1 v id rua mailto sts mta "
                                    "mta-sts tls-rpt spf1 spf include redirect "
                                    "all ip4 ip6 ptr exists exp dmarc1 dkim1 dmarc dkim pct sp adkim aspf fo rf ri ruf p s t k h n r";
constexpr const char *dnsWords =
    "dnssec dnskey ds rrsig nsec nsec3 soa ns cname aaaa tlsa txt srv caa opt edns ede nxdomain nodata noerror servfail refused formerr "
    "notimp bogus secure insecure indeterminate validation trust anchor zone zones signatures signature missing expired inception key keys "
    "delegation referral lame glue authoritative nameserver nameservers resolver upstream stale answer prohibited blocked censored "
    "filtered "
    "cached network other synthesized ready supported unreachable reachable rrset rrsets records record from for proof nonexistence "
    "wildcard";
constexpr const char *addressWords =
    "private use link link-local loopback documentation test net multicast reserved shared address addresses space benchmarking this "
    "network "
    "ipv4 ipv6 service continuity prefix dummy discard-only discard block unique unique-local protocol assignments teredo deprecated 6to4 "
    "relay "
    "anycast nat64 dns64 discovery previously orchid site-local site unicast segment routing srv6 sids translation broadcast limited ietf "
    "unspecified guard family";
constexpr const char *plainWords =
    "a about above after again against all allow allows already also an and another any are as asks at available back bad banner be "
    "because been before "
    "begin being below between both but by bye can cannot cancelled change check client closed closing come command commands complete "
    "computer configuration configured connect connected contact could current delivery denied destination deferred did disabled do does "
    "domain done down due "
    "each early either else email empty enabled encrypted encryption end ended enough every exceeded expected family fail fast few field "
    "file "
    "first follow following format full further general go goes goodbye good greeting greetings guard had has have header headers hello "
    "here "
    "hi host hostname hosts how id if in inbound incoming incorrect input instead invalid is isn it its just know known later least less "
    "limit line "
    "lines list local localhost long longer mailbox mails make maximum may me memory message messages min minutes more most must my name "
    "names nearly need needed never new "
    "next no none nor not nothing now number octet octets of off often ok old on once one only open opening or order our out output over "
    "own page parse parsed "
    "part per please pleased port possible problem process program put queue quota rate read ready received recipient recipients reject "
    "rejected "
    "relay relaying rely reply request required requires reserved reset resource resources response rest retry running same second seconds "
    "secure security see seem send sender sending sent server servers service services set should shutting shut since site size slow so "
    "some "
    "sorry soon spam start started starting state status still stop string such supports syntax take talk temporarily temporary test text "
    "than thank thanks that the their them then there these they this those time times to today too transaction transmission traffic try "
    "trying two type unasked unavailable under unexpected unfortunately until up upon use used user users using valid value verified very "
    "via wait waiting want was way we welcome well went were what when where whether which who whole why will within without word words "
    "work working would write written yes yet you your error errors denied dropping drop policy abuse blacklist blocklist listed "
    "octets behind ignored unpacks beyond bounds chunk begin says faulty different values switches protocols";

QSet<QByteArray> split(std::initializer_list<const char *> lists)
{
    QSet<QByteArray> words;
    for (const char *list : lists) {
        for (const QByteArray &word : QByteArray(list).split(' '))
            words.insert(word);
    }
    return words;
}

const QSet<QByteArray> &vocabulary()
{
    static const QSet<QByteArray> words =
        split({smtpWords, serverWords, tlsWords, httpWords, policyWords, dnsWords, addressWords, plainWords});
    return words;
}

} // namespace

bool isKnownWord(const QByteArray &word)
{
    const QByteArray lower = word.toLower();
    if (vocabulary().contains(lower))
        return true;
    if (!lower.contains('-') && !lower.contains('_'))
        return false;
    QByteArray parts = lower;
    parts.replace('_', '-');
    const QByteArrayList pieces = parts.split('-');
    const auto isNumber = [](const QByteArray &piece) {
        return piece.size() <= 4 && std::all_of(piece.cbegin(), piece.cend(), isAsciiDigit);
    };
    constexpr int partsOfAnAddress = 4; // 192-0-2-1
    return std::count_if(pieces.cbegin(), pieces.cend(), isNumber) < partsOfAnAddress &&
           std::all_of(pieces.cbegin(), pieces.cend(),
                       [&](const QByteArray &piece) { return isNumber(piece) || (piece.size() > 1 && vocabulary().contains(piece)); });
}

bool resemblesKeyword(const QByteArray &word)
{
    QByteArray plain = word.left(32).toLower();
    plain.removeIf([](char c) { return c == '_' || c == '-'; });
    if (plain.startsWith("mx") && std::all_of(plain.cbegin() + 2, plain.cend(), isAsciiDigit))
        return true;
    static const QByteArrayList keywords = {"version", "mode", "maxage",   "mxhost", "mxhosts", "mxrecord", "stsv1",   "enforce",
                                            "testing", "none", "tlsrptv1", "mailto", "https",   "report",   "disabled"};
    return std::any_of(keywords.cbegin(), keywords.cend(), [&](const QByteArray &known) {
        return plain.size() > 2 && editDistance(plain, known) <= (known.size() >= 6 ? 2 : 1);
    });
}

} // namespace mta
