// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/wiretext.h"
#include "x509/openssl.h"
#include <openssl/x509v3.h>

namespace mta
{
namespace
{

constexpr qsizetype maxUrl = 1000;
constexpr long statusRequest = 5; // RFC 6066 §8

using AccessPtr = std::unique_ptr<AUTHORITY_INFO_ACCESS, FreeWith<AUTHORITY_INFO_ACCESS_free>>;
using FeaturesPtr = std::unique_ptr<TLS_FEATURE, FreeWith<TLS_FEATURE_free>>;
using OctetStringPtr = std::unique_ptr<ASN1_OCTET_STRING, FreeWith<ASN1_OCTET_STRING_free>>;

template<class T>
T *extension(X509 *certificate, int nid)
{
    return static_cast<T *>(X509_get_ext_d2i(certificate, nid, nullptr, nullptr));
}

qsizetype lengthAt(const QByteArray &list, qsizetype at)
{
    return static_cast<quint8>(list.at(at)) << 8 | static_cast<quint8>(list.at(at + 1));
}

/// RFC 6962 §3.3: a list with a length of two octets, of entries with a length of two octets each.
int entriesOf(const QByteArray &list)
{
    if (list.size() < 2 || lengthAt(list, 0) != list.size() - 2)
        return 0;
    int count = 0;
    for (qsizetype at = 2; at < list.size(); ++count) {
        if (list.size() - at < 2 || lengthAt(list, at) == 0 || lengthAt(list, at) > list.size() - at - 2)
            return 0;
        at += 2 + lengthAt(list, at);
    }
    return count;
}

/// The extension holds an OCTET STRING, and that the list. Read here: OpenSSL may have been built without Certificate Transparency.
int timestampsOf(X509 *certificate)
{
    const int index = X509_get_ext_by_NID(certificate, NID_ct_precert_scts, -1);
    if (index < 0)
        return 0;
    const ASN1_OCTET_STRING *value = X509_EXTENSION_get_data(X509_get_ext(certificate, index));
    const unsigned char *cursor = ASN1_STRING_get0_data(value);
    const OctetStringPtr list(d2i_ASN1_OCTET_STRING(nullptr, &cursor, ASN1_STRING_length(value)));
    return list ? entriesOf({reinterpret_cast<const char *>(ASN1_STRING_get0_data(list.get())), ASN1_STRING_length(list.get())}) : 0;
}

QString issuerUrlOf(X509 *certificate)
{
    const AccessPtr access(extension<AUTHORITY_INFO_ACCESS>(certificate, NID_info_access));
    for (int i = 0; access && i < sk_ACCESS_DESCRIPTION_num(access.get()); ++i) {
        const ACCESS_DESCRIPTION *description = sk_ACCESS_DESCRIPTION_value(access.get(), i);
        int type = -1;
        const void *value = GENERAL_NAME_get0_value(description->location, &type);
        if (OBJ_obj2nid(description->method) != NID_ad_ca_issuers || type != GEN_URI)
            continue;
        const auto *url = static_cast<const ASN1_STRING *>(value);
        return visibleText(QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(url)), ASN1_STRING_length(url)), maxUrl);
    }
    return {};
}

bool asksForStapling(X509 *certificate)
{
    const FeaturesPtr features(extension<TLS_FEATURE>(certificate, NID_tlsfeature));
    for (int i = 0; features && i < sk_ASN1_INTEGER_num(features.get()); ++i) {
        if (ASN1_INTEGER_get(sk_ASN1_INTEGER_value(features.get(), i)) == statusRequest)
            return true;
    }
    return false;
}

} // namespace

void readExtensions(Certificate &result, X509 *certificate)
{
    result.timestamps = timestampsOf(certificate);
    result.issuerUrl = issuerUrlOf(certificate);
    result.mustStaple = asksForStapling(certificate);
}

} // namespace mta
