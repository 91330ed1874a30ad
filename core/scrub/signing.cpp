// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scrub/signing.h"

#include "scrub/der.h"

#include <QCryptographicHash>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

namespace mta
{

namespace
{

using NumberPtr = std::unique_ptr<BIGNUM, FreeWith<BN_free>>;
using NumberContextPtr = std::unique_ptr<BN_CTX, FreeWith<BN_CTX_free>>;
using KeyContextPtr = std::unique_ptr<EVP_PKEY_CTX, FreeWith<EVP_PKEY_CTX_free>>;
using DigestContextPtr = std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>>;
using BuilderPtr = std::unique_ptr<OSSL_PARAM_BLD, FreeWith<OSSL_PARAM_BLD_free>>;
using ParametersPtr = std::unique_ptr<OSSL_PARAM, FreeWith<OSSL_PARAM_free>>;
using GroupPtr = std::unique_ptr<EC_GROUP, FreeWith<EC_GROUP_free>>;
using PointPtr = std::unique_ptr<EC_POINT, FreeWith<EC_POINT_free>>;
using AlgorithmPtr = std::unique_ptr<X509_ALGOR, FreeWith<X509_ALGOR_free>>;

const unsigned char *raw(const QByteArray &octets)
{
    return reinterpret_cast<const unsigned char *>(octets.constData());
}

NumberPtr numberOf(const QByteArray &octets)
{
    return NumberPtr(BN_bin2bn(raw(octets), static_cast<int>(octets.size()), nullptr));
}

QByteArray octetsOf(const BIGNUM *number)
{
    QByteArray octets(BN_num_bytes(number), '\0');
    BN_bn2bin(number, reinterpret_cast<unsigned char *>(octets.data()));
    return octets;
}

KeyPtr keyFrom(const char *type, OSSL_PARAM_BLD *builder, int selection)
{
    const ParametersPtr parameters(OSSL_PARAM_BLD_to_param(builder));
    const KeyContextPtr context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, selection, parameters.get()) != 1)
        return {};
    return KeyPtr(key);
}

/// The first prime at or after a number of so many bits, the two highest set, that RSA can use with this exponent.
NumberPtr primeFrom(const QByteArray &seed, int bits, const BIGNUM *exponent, BN_CTX *context)
{
    NumberPtr prime = numberOf(octetsFrom(seed, (bits + 7) / 8));
    if (!prime)
        return {};
    BN_mask_bits(prime.get(), bits);
    for (const int bit : {bits - 1, bits - 2, 0})
        BN_set_bit(prime.get(), bit);
    const NumberPtr before(BN_new());
    const NumberPtr common(BN_new());
    for (;; BN_add_word(prime.get(), 2)) {
        if (BN_check_prime(prime.get(), context, nullptr) != 1)
            continue;
        BN_copy(before.get(), prime.get());
        BN_sub_word(before.get(), 1);
        if (BN_gcd(common.get(), before.get(), exponent, context) == 1 && BN_is_one(common.get()))
            return prime;
    }
}

struct RsaNumbers {
    NumberPtr modulus;
    NumberPtr secret;
};

RsaNumbers rsaNumbers(const QByteArray &seed, int bits, const BIGNUM *exponent)
{
    const NumberContextPtr context(BN_CTX_new());
    const NumberPtr p = primeFrom(seed + "p", (bits + 1) / 2, exponent, context.get());
    const NumberPtr q = primeFrom(seed + "q", bits / 2, exponent, context.get());
    RsaNumbers made{NumberPtr(BN_new()), NumberPtr(BN_new())};
    BN_mul(made.modulus.get(), p.get(), q.get(), context.get());
    BN_sub_word(p.get(), 1);
    BN_sub_word(q.get(), 1);
    const NumberPtr order(BN_new());
    BN_mul(order.get(), p.get(), q.get(), context.get());
    BN_mod_inverse(made.secret.get(), exponent, order.get(), context.get());
    return made;
}

/// RFC 8017 §A.1.1: the public key is SEQUENCE { modulus, exponent }.
std::optional<NewKey> newRsa(const EVP_PKEY *old, const QByteArray &algorithm, const QByteArray &seed, bool signs)
{
    BIGNUM *given = nullptr;
    EVP_PKEY_get_bn_param(old, OSSL_PKEY_PARAM_RSA_E, &given);
    const NumberPtr exponent(given);
    const int bits = EVP_PKEY_get_bits(old);
    if (!exponent || bits < 16)
        return {};
    NewKey made;
    NumberPtr modulus;
    if (!signs) { // nobody can tell a number of that size from one with two prime factors
        modulus = numberOf(octetsFrom(seed, (bits + 7) / 8));
        BN_mask_bits(modulus.get(), bits);
        BN_set_bit(modulus.get(), bits - 1);
        BN_set_bit(modulus.get(), 0);
    } else {
        if (bits > maxSigningBits || bits < 512 || !BN_is_odd(exponent.get()) || BN_is_one(exponent.get()) ||
            BN_num_bits(exponent.get()) > 64)
            return {};
        RsaNumbers numbers = rsaNumbers(seed, bits, exponent.get());
        const BuilderPtr builder(OSSL_PARAM_BLD_new());
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, numbers.modulus.get());
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_D, numbers.secret.get());
        made.secret = keyFrom("RSA", builder.get(), EVP_PKEY_KEYPAIR);
        modulus = std::move(numbers.modulus);
        if (!made.secret)
            return {};
    }
    made.spki = derSequence(algorithm + derBits(derSequence(derNumber(octetsOf(modulus.get())) + derNumber(octetsOf(exponent.get())))));
    return made;
}

GroupPtr groupOf(const EVP_PKEY *key)
{
    char name[80] = {};
    size_t length = 0;
    if (EVP_PKEY_get_group_name(key, name, sizeof name, &length) != 1)
        return {};
    return GroupPtr(EC_GROUP_new_by_curve_name(OBJ_txt2nid(name)));
}

/// A number from 1 to below the order of the group.
NumberPtr scalarFrom(const QByteArray &seed, const BIGNUM *order, BN_CTX *context)
{
    const NumberPtr wide = numberOf(octetsFrom(seed, BN_num_bytes(order) + 8));
    const NumberPtr below(BN_dup(order));
    NumberPtr scalar(BN_new());
    BN_sub_word(below.get(), 1);
    BN_mod(scalar.get(), wide.get(), below.get(), context);
    BN_add_word(scalar.get(), 1);
    return scalar;
}

std::optional<NewKey> newEc(const EVP_PKEY *old, const QByteArray &algorithm, const QByteArray &oldPoint, const QByteArray &seed)
{
    const GroupPtr group = groupOf(old);
    const NumberContextPtr context(BN_CTX_new());
    const PointPtr point(group ? EC_POINT_new(group.get()) : nullptr);
    if (!point || oldPoint.isEmpty())
        return {};
    const NumberPtr secret = scalarFrom(seed, EC_GROUP_get0_order(group.get()), context.get());
    EC_POINT_mul(group.get(), point.get(), secret.get(), nullptr, nullptr, context.get());
    const auto form = oldPoint.front() == '\x04' ? POINT_CONVERSION_UNCOMPRESSED : POINT_CONVERSION_COMPRESSED;
    QByteArray octets(200, '\0');
    octets.resize(
        static_cast<qsizetype>(EC_POINT_point2oct(group.get(), point.get(), form, reinterpret_cast<unsigned char *>(octets.data()),
                                                  static_cast<size_t>(octets.size()), context.get())));
    const BuilderPtr builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, OBJ_nid2sn(EC_GROUP_get_curve_name(group.get())), 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, octets.constData(), static_cast<size_t>(octets.size()));
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get());
    NewKey made{derSequence(algorithm + derBits(octets)), keyFrom("EC", builder.get(), EVP_PKEY_KEYPAIR)};
    return made.secret ? std::optional(std::move(made)) : std::nullopt;
}

std::optional<NewKey> newEdwards(int type, const QByteArray &algorithm, qsizetype size, const QByteArray &seed)
{
    const QByteArray secret = octetsFrom(seed, size);
    NewKey made;
    made.secret.reset(EVP_PKEY_new_raw_private_key(type, nullptr, raw(secret), static_cast<size_t>(secret.size())));
    QByteArray octets(size, '\0');
    auto length = static_cast<size_t>(size);
    if (!made.secret || EVP_PKEY_get_raw_public_key(made.secret.get(), reinterpret_cast<unsigned char *>(octets.data()), &length) != 1)
        return {};
    made.spki = derSequence(algorithm + derBits(octets));
    return made;
}

/// RFC 6979's aim by simpler means: the number that must never be the same for two texts comes from key and text.
QByteArray ecdsa(const EVP_PKEY *key, const QByteArray &digest)
{
    const GroupPtr group = groupOf(key);
    const NumberContextPtr context(BN_CTX_new());
    BIGNUM *given = nullptr;
    EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_PRIV_KEY, &given);
    const NumberPtr secret(given);
    if (!group || !secret)
        return {};
    const BIGNUM *order = EC_GROUP_get0_order(group.get());
    const NumberPtr once = scalarFrom(octetsOf(secret.get()) + digest, order, context.get());
    const PointPtr point(EC_POINT_new(group.get()));
    const NumberPtr r(BN_new());
    const NumberPtr s(BN_new());
    EC_POINT_mul(group.get(), point.get(), once.get(), nullptr, nullptr, context.get());
    EC_POINT_get_affine_coordinates(group.get(), point.get(), s.get(), nullptr, context.get());
    BN_nnmod(r.get(), s.get(), order, context.get());
    const NumberPtr hash = numberOf(digest); // FIPS 186-4 §6.4: the left-most bits of the digest
    if (const int spare = static_cast<int>(digest.size()) * 8 - BN_num_bits(order); spare > 0)
        BN_rshift(hash.get(), hash.get(), spare);
    BN_mod_mul(s.get(), r.get(), secret.get(), order, context.get());
    BN_mod_add(s.get(), s.get(), hash.get(), order, context.get());
    const NumberPtr inverse(BN_mod_inverse(nullptr, once.get(), order, context.get()));
    BN_mod_mul(s.get(), s.get(), inverse.get(), order, context.get());
    return derSequence(derNumber(octetsOf(r.get())) + derNumber(octetsOf(s.get())));
}

QByteArray digestOf(const EVP_MD *type, const QByteArray &octets)
{
    QByteArray digest(EVP_MAX_MD_SIZE, '\0');
    unsigned int size = 0;
    EVP_Digest(octets.constData(), static_cast<size_t>(octets.size()), reinterpret_cast<unsigned char *>(digest.data()), &size, type,
               nullptr);
    return digest.left(size);
}

/// RFC 4055 §3.1: of the parameters the digest [0] and the length of the salt [2]; both have defaults.
struct PssParameters {
    const EVP_MD *digest = EVP_sha1();
    int salt = 20;
};

PssParameters pssParameters(const QByteArray &algorithm)
{
    PssParameters result;
    const QList<DerElement> parts = readDer(algorithm).value(0).children();
    for (const DerElement &field : parts.value(1).children()) {
        const DerElement inner = field.children().value(0);
        if (field.tag == 0xa0) {
            const QByteArray oid = inner.children().value(0).encoded();
            const unsigned char *cursor = raw(oid);
            ASN1_OBJECT *object = d2i_ASN1_OBJECT(nullptr, &cursor, static_cast<long>(oid.size()));
            result.digest = object ? EVP_get_digestbynid(OBJ_obj2nid(object)) : nullptr;
            ASN1_OBJECT_free(object);
        } else if (field.tag == 0xa2 && inner.content.size() == 1) {
            result.salt = static_cast<quint8>(inner.content.front());
        }
    }
    return result;
}

} // namespace

QByteArray octetsFrom(const QByteArray &seed, qsizetype count)
{
    QByteArray octets;
    for (quint32 block = 0; octets.size() < count; ++block)
        octets += QCryptographicHash::hash(seed + '/' + QByteArray::number(block), QCryptographicHash::Sha256);
    return octets.left(count);
}

int signingEffort(const QByteArray &spki)
{
    const unsigned char *cursor = raw(spki);
    const KeyPtr key(d2i_PUBKEY(nullptr, &cursor, static_cast<long>(spki.size())));
    const int type = key ? EVP_PKEY_get_base_id(key.get()) : EVP_PKEY_NONE;
    if (type != EVP_PKEY_RSA && type != EVP_PKEY_RSA_PSS)
        return 1;
    // Twice the bits: half as many primes among the numbers, each eight times as slow to test.
    const int size = std::clamp((EVP_PKEY_get_bits(key.get()) + 1023) / 1024, 2, maxSigningBits / 1024);
    return size * size * size * size / 16;
}

std::optional<NewKey> newKeyLike(const QByteArray &spki, const QByteArray &seed, bool signs)
{
    const QList<DerElement> parts = readDer(spki).value(0).children();
    if (parts.size() != 2 || parts[1].content.isEmpty())
        return {};
    const QByteArray algorithm = parts[0].encoded();
    const QByteArray bits = parts[1].content.mid(1);
    const unsigned char *cursor = raw(spki);
    const KeyPtr old(d2i_PUBKEY(nullptr, &cursor, static_cast<long>(spki.size())));
    const int type = old ? EVP_PKEY_get_base_id(old.get()) : EVP_PKEY_NONE;
    std::optional<NewKey> made;
    if (type == EVP_PKEY_RSA || type == EVP_PKEY_RSA_PSS)
        made = newRsa(old.get(), algorithm, seed, signs);
    else if (type == EVP_PKEY_EC)
        made = newEc(old.get(), algorithm, bits, seed);
    else if (type == EVP_PKEY_ED25519 || type == EVP_PKEY_ED448)
        made = newEdwards(type, algorithm, bits.size(), seed);
    if (made || signs)
        return made;
    // Of other kinds there is only the look: an INTEGER (RFC 3279 §2.3.2) or plain octets, as many as before.
    const DerElement number = readDer(bits).value(0);
    QByteArray filler = octetsFrom(seed, number.tag == 0x02 ? number.content.size() : bits.size());
    if (number.tag == 0x02)
        filler = der(0x02, '\x01' + filler.mid(1));
    return NewKey{derSequence(algorithm + derBits(filler)), {}};
}

QByteArray signatureBy(const NewKey &key, const QByteArray &algorithm, const QByteArray &octets)
{
    const unsigned char *cursor = raw(algorithm);
    const AlgorithmPtr parsed(d2i_X509_ALGOR(nullptr, &cursor, static_cast<long>(algorithm.size())));
    if (!parsed || !key.secret)
        return {};
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, parsed.get());
    int digestId = NID_undef;
    int keyId = NID_undef;
    OBJ_find_sigid_algs(OBJ_obj2nid(object), &digestId, &keyId);
    const bool pss = OBJ_obj2nid(object) == NID_rsassaPss;
    const PssParameters parameters = pss ? pssParameters(algorithm) : PssParameters();
    const EVP_MD *digest = pss ? parameters.digest : digestId == NID_undef ? nullptr : EVP_get_digestbynid(digestId);
    if (EVP_PKEY_get_base_id(key.secret.get()) == EVP_PKEY_EC)
        return digest ? ecdsa(key.secret.get(), digestOf(digest, octets)) : QByteArray();
    const DigestContextPtr context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *settings = nullptr;
    if (!context || EVP_DigestSignInit(context.get(), &settings, digest, nullptr, key.secret.get()) != 1)
        return {};
    if (pss && (EVP_PKEY_CTX_set_rsa_padding(settings, RSA_PKCS1_PSS_PADDING) != 1 ||
                EVP_PKEY_CTX_set_rsa_pss_saltlen(settings, parameters.salt) != 1))
        return {};
    QByteArray signature(EVP_PKEY_get_size(key.secret.get()), '\0');
    auto size = static_cast<size_t>(signature.size());
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, raw(octets),
                       static_cast<size_t>(octets.size())) != 1)
        return {};
    return signature.left(static_cast<qsizetype>(size));
}

} // namespace mta
