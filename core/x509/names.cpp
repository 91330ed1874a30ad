// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "x509/certificate.h"
#include "x509/tlsoffer.h"

#include "x509/openssl.h"
#include <algorithm>
#include <array>
#include <limits>

namespace mta
{
namespace
{

bool isIpAddress(QStringView host)
{
    // An address is never a DNS-ID (RFC 9525 §6.1.1): digits alone in the last label, or a colon.
    const QStringView last = host.mid(host.lastIndexOf(u'.') + 1);
    return host.contains(u':') || std::all_of(last.begin(), last.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool matchesPresented(QStringView presented, QStringView host)
{
    if (!presented.contains(u'*'))
        return presented.compare(host, Qt::CaseInsensitive) == 0;
    // RFC 9525 §6.3: one wildcard only, as the complete left-most label; it stands for exactly one label.
    if (!presented.startsWith(u"*.") || presented.mid(1).contains(u'*'))
        return false;
    const qsizetype dot = host.indexOf(u'.');
    const QStringView parent = presented.mid(2);
    return dot > 0 && !parent.isEmpty() && host.mid(dot + 1).compare(parent, Qt::CaseInsensitive) == 0;
}

} // namespace

bool namesHost(const Certificate &certificate, const QString &host)
{
    const QStringView name = host.endsWith(u'.') ? QStringView(host).chopped(1) : QStringView(host);
    if (name.isEmpty() || name.contains(u'*') || isIpAddress(name))
        return false;
    const auto matching = [name](const QString &presented) { return matchesPresented(presented, name); };
    const QStringList &kept = certificate.dnsNames;
    if (std::any_of(kept.begin(), kept.end(), matching))
        return true;
    if (kept.size() < maxCertificateNames)
        return false;
    const X509Ptr whole = decodeCertificate(certificate.der); // a sender looks at every name
    const QStringList all = whole ? dnsNamesOf(whole.get(), std::numeric_limits<qsizetype>::max()) : QStringList();
    return std::any_of(all.begin(), all.end(), matching);
}

bool hasWeakKey(const Certificate &certificate)
{
    // Below 112 bits of security (NIST SP 800-57 part 1 §5.6.1). A key that could not be read is not called weak.
    if (certificate.keyBits == 0)
        return false;
    if (certificate.keyType.startsWith(u"RSA") || certificate.keyType.startsWith(u"DSA"))
        return certificate.keyBits < 2048;
    return certificate.keyType.startsWith(u"EC") && certificate.keyBits < 224;
}

bool hasWeakSignature(const Certificate &certificate)
{
    constexpr std::array broken = {"md2", "md4", "md5", "sha1", "mdc2"}; // RFC 6151, RFC 6194
    const QString algorithm = certificate.signatureAlgorithm.toLower();
    return std::any_of(broken.begin(), broken.end(), [&](const char *digest) { return algorithm.contains(QLatin1String(digest)); }) ||
           algorithm == u"dsawithsha";
}

TlsOffer::Key keyKind(const Certificate &certificate)
{
    if (certificate.keyType.startsWith(u"RSA"))
        return TlsOffer::Key::Rsa;
    return certificate.keyType.startsWith(u"EC") || certificate.keyType.startsWith(u"Ed") ? TlsOffer::Key::Ecdsa : TlsOffer::Key::Any;
}

} // namespace mta
