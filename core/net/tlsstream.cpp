// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/tlsstream.h"

#include "net/connection.h"
#include "net/tlsclientdata.h"
#include <array>
#include <cerrno>
#include <openssl/err.h>

namespace mta
{
namespace
{

TlsVersion versionOf(const SSL *ssl)
{
    switch (SSL_version(ssl)) {
    case SSL3_VERSION:
        return TlsVersion::Ssl3;
    case TLS1_VERSION:
        return TlsVersion::Tls10;
    case TLS1_1_VERSION:
        return TlsVersion::Tls11;
    case TLS1_2_VERSION:
        return TlsVersion::Tls12;
    case TLS1_3_VERSION:
        return TlsVersion::Tls13;
    default:
        return TlsVersion::Unknown;
    }
}

/// "X25519", "P-256", or for finite fields their size, "DH 2048".
QString groupOf(SSL *ssl)
{
    EVP_PKEY *key = nullptr;
    if (SSL_get_peer_tmp_key(ssl, &key) != 1)
        return {};
    const std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>> owner(key);
    char name[64] = {};
    size_t size = 0;
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_X25519:
        return QStringLiteral("X25519");
    case EVP_PKEY_X448:
        return QStringLiteral("X448");
    case EVP_PKEY_DH:
        return QStringLiteral("DH %1").arg(EVP_PKEY_get_bits(key));
    default:
        break;
    }
    if (EVP_PKEY_get_group_name(key, name, sizeof name, &size) != 1)
        return {};
    const char *nist = EC_curve_nid2nist(OBJ_txt2nid(name));
    return QString::fromLatin1(nist ? nist : name);
}

/// "ECDSA SHA256", "RSA-PSS SHA256", "Ed25519"; empty with key exchange by RSA, where the server signs nothing.
QString signatureOf(SSL *ssl)
{
    int type = NID_undef;
    int digest = NID_undef;
    if (SSL_get_peer_signature_type_nid(ssl, &type) != 1)
        return {};
    SSL_get_peer_signature_nid(ssl, &digest);
    const char *hash = digest == NID_undef ? nullptr : OBJ_nid2sn(digest);
    const auto with = [hash](QLatin1String name) { return hash ? QStringLiteral("%1 %2").arg(name, QLatin1String(hash)) : QString(name); };
    switch (type) {
    case EVP_PKEY_RSA:
        return with(QLatin1String("RSA"));
    case EVP_PKEY_RSA_PSS:
        return with(QLatin1String("RSA-PSS"));
    case EVP_PKEY_EC:
        return with(QLatin1String("ECDSA"));
    case EVP_PKEY_ED25519:
        return QStringLiteral("Ed25519");
    case EVP_PKEY_ED448:
        return QStringLiteral("Ed448");
    default:
        return with(QLatin1String(OBJ_nid2sn(type)));
    }
}

int wireVersion(TlsVersion version)
{
    switch (version) {
    case TlsVersion::Tls10:
        return TLS1_VERSION;
    case TlsVersion::Tls11:
        return TLS1_1_VERSION;
    case TlsVersion::Tls12:
        return TLS1_2_VERSION;
    default:
        return TLS1_3_VERSION;
    }
}

/// Up to TLS 1.2 the cipher suites force the kind of key (RFC 5246 §7.4.2), in TLS 1.3 the signature algorithms (RFC 8446 §4.2.3). Those of
/// PKCS #1 stay in both lists: in TLS 1.3 they speak of certificates alone, and most ECDSA certificates have an issuer with an RSA key.
void ask(SSL *ssl, TlsOffer::Key key)
{
    if (key == TlsOffer::Key::Any)
        return;
    const bool rsa = key == TlsOffer::Key::Rsa;
    SSL_set_cipher_list(ssl, rsa ? "ALL:!aNULL:!eNULL:!PSK:!SRP:!aECDSA:!aDSS:@SECLEVEL=0"
                                 : "ALL:!aNULL:!eNULL:!PSK:!SRP:!aRSA:!aDSS:@SECLEVEL=0");
    SSL_set1_sigalgs_list(ssl, rsa ? "rsa_pss_rsae_sha256:rsa_pss_rsae_sha384:rsa_pss_rsae_sha512:rsa_pss_pss_sha256:rsa_pss_pss_sha384:"
                                     "rsa_pss_pss_sha512:rsa_pkcs1_sha256:rsa_pkcs1_sha384:rsa_pkcs1_sha512:rsa_pkcs1_sha1"
                                   : "ecdsa_secp256r1_sha256:ecdsa_secp384r1_sha384:ecdsa_secp521r1_sha512:ed25519:ed448:ECDSA+SHA1:"
                                     "rsa_pkcs1_sha256:rsa_pkcs1_sha384:rsa_pkcs1_sha512");
}

} // namespace

TlsStream::TlsStream(const TlsClient &client, TlsApplication application, const QString &serverName, const TlsOffer &offer)
{
    const OwnTrouble trouble;
    if (SSL_CTX *context = client.data().context())
        m_ssl.reset(SSL_new(context));
    if (!m_ssl || !prepare(application, serverName, offer) || trouble.any())
        m_ssl.reset();
}

bool TlsStream::prepare(TlsApplication application, const QString &serverName, const TlsOffer &offer)
{
    SSL *ssl = m_ssl.get();
    m_fromPeer = BIO_new(BIO_s_mem());
    m_toPeer = BIO_new(BIO_s_mem());
    SSL_set_bio(ssl, m_fromPeer, m_toPeer);
    if (!m_fromPeer || !m_toPeer)
        return false;
    SSL_set_connect_state(ssl);
    if (!serverName.isEmpty() && QHostAddress(serverName).isNull()) // RFC 6066 §3: names only
        SSL_ctrl(ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, serverName.toLatin1().data());
    SSL_set_tlsext_status_type(ssl, TLSEXT_STATUSTYPE_ocsp); // RFC 6066 §8
    if (offer != TlsOffer()) { // a few calls on this connection cost less than a context of its own for each offer
        SSL_set_min_proto_version(ssl, wireVersion(offer.least));
        SSL_set_max_proto_version(ssl, wireVersion(offer.most));
        ask(ssl, offer.key);
    }
    if (application == TlsApplication::Https) {
        constexpr std::array<unsigned char, 9> http11 = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
        SSL_set_alpn_protos(ssl, http11.data(), http11.size());
    }
    SSL_set_msg_callback(ssl, onMessage);
    SSL_set_msg_callback_arg(ssl, this);
    return true;
}

/// OpenSSL refuses SSL 3.0 with no more than "unsupported protocol"; the ServerHello tells that it was SSL 3.0.
void TlsStream::onMessage(int sent, int, int type, const void *data, size_t size, SSL *, void *self)
{
    const auto *octets = static_cast<const unsigned char *>(data);
    if (!sent && type == SSL3_RT_HANDSHAKE && size >= 6 && octets[0] == SSL3_MT_SERVER_HELLO && octets[4] == 3 && octets[5] == 0)
        static_cast<TlsStream *>(self)->m_ssl3 = true;
}

TlsStream::Step TlsStream::stepAfter(int result)
{
    switch (SSL_get_error(m_ssl.get(), result)) {
    case SSL_ERROR_NONE:
        return Step::Done;
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return Step::WantRead;
    case SSL_ERROR_ZERO_RETURN:
        return Step::Closed;
    default:
        break;
    }
    const char *reason = ERR_reason_error_string(ERR_peek_error());
    m_failure = reason ? QString::fromLatin1(reason) : QStringLiteral("TLS error");
    return Step::Failed;
}

TlsStream::Step TlsStream::handshake()
{
    if (!m_ssl)
        return Step::OwnTrouble;
    const OwnTrouble trouble;
    const Step step = stepAfter(SSL_do_handshake(m_ssl.get()));
    return trouble.any() || !m_fed ? Step::OwnTrouble : step;
}

TlsStream::Step TlsStream::decrypt(QByteArray &plaintext)
{
    plaintext = QByteArray(maxReadChunk, Qt::Uninitialized);
    const OwnTrouble trouble;
    const int size = SSL_read(m_ssl.get(), plaintext.data(), static_cast<int>(plaintext.size()));
    plaintext.truncate(std::max(size, 0));
    const Step step = stepAfter(size);
    return trouble.any() || !m_fed ? Step::OwnTrouble : step;
}

TlsStream::Step TlsStream::encrypt(const QByteArray &plaintext)
{
    if (plaintext.isEmpty())
        return Step::Done;
    const OwnTrouble trouble;
    const Step step = stepAfter(SSL_write(m_ssl.get(), plaintext.constData(), static_cast<int>(plaintext.size())));
    return trouble.any() || !m_fed ? Step::OwnTrouble : step;
}

void TlsStream::closeNotify()
{
    if (m_ssl)
        SSL_shutdown(m_ssl.get());
    forgetErrors();
}

void TlsStream::feed(const QByteArray &octets)
{
    // Without memory for them they are missing, and the peer would seem to have garbled what follows.
    m_fed = m_fed && BIO_write(m_fromPeer, octets.constData(), static_cast<int>(octets.size())) == octets.size();
}

QByteArray TlsStream::takeOutput()
{
    QByteArray result(m_ssl ? static_cast<qsizetype>(BIO_ctrl_pending(m_toPeer)) : 0, Qt::Uninitialized);
    if (!result.isEmpty())
        BIO_read(m_toPeer, result.data(), static_cast<int>(result.size()));
    return result;
}

void TlsStream::describe(TlsSession &session, const TrustStore &trustStore) const
{
    SSL *ssl = m_ssl.get();
    if (!ssl)
        return;
    const OwnTrouble trouble;
    const SSL_CIPHER *cipher = SSL_get_current_cipher(ssl);
    if (!cipher)
        cipher = SSL_get_pending_cipher(ssl);
    if (cipher) { // a server hello has been accepted
        session.version = versionOf(ssl);
        session.cipher = QString::fromLatin1(SSL_CIPHER_standard_name(cipher));
        session.group = groupOf(ssl);
        session.signature = signatureOf(ssl);
    } else if (m_ssl3) {
        session.version = TlsVersion::Ssl3;
    }
    const unsigned char *response = nullptr;
    const long size = SSL_get_tlsext_status_ocsp_resp(ssl, &response);
    if (response && size > 0 && size <= maxOcspResponse)
        session.ocspResponse = QByteArray(reinterpret_cast<const char *>(response), size);
    describeChain(session, trustStore);
    if (trouble.any() || (!session.chain.isEmpty() && session.verdict.trust == Trust::Unknown)) {
        // Half of what was seen would tell of a server that shows no more than that.
        session.ownTrouble = true;
        session.established = false;
        session.failure = qt_error_string(ENOMEM);
        session.chain.clear();
        session.verdict = {};
    }
}

void TlsStream::describeChain(TlsSession &session, const TrustStore &trustStore) const
{
    std::vector<X509 *> parsed;
    const STACK_OF(X509) *chain = SSL_get_peer_cert_chain(m_ssl.get());
    for (int i = 0; chain && i < sk_X509_num(chain) && i < maxChainLength; ++i) {
        parsed.push_back(sk_X509_value(chain, i));
        session.chain.append(readCertificate(parsed.back()));
    }
    session.verdict = verifyParsedChain(session.chain, parsed, trustStore);
}

} // namespace mta
