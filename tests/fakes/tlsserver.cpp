// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/tlsserver.h"

#include <QtEndian>
#include <arpa/inet.h>
#include <array>
#include <csignal>
#include <netinet/in.h>
#include <openssl/err.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mta::fakes
{
namespace
{

constexpr int tick = 10; // milliseconds between looks at whether the server is over

int listenOn(const QHostAddress &host, quint16 *port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(host.toIPv4Address());
    address.sin_port = htons(*port);
    // A connection of an earlier test that lingers does not matter.
    const int on = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    socklen_t length = sizeof address;
    auto *raw = reinterpret_cast<sockaddr *>(&address);
    if (descriptor < 0 || ::bind(descriptor, raw, length) != 0 || ::listen(descriptor, 64) != 0 ||
        ::getsockname(descriptor, raw, &length) != 0)
        qFatal("cannot listen on %s", qPrintable(host.toString()));
    *port = ntohs(address.sin_port);
    return descriptor;
}

bool readable(int descriptor)
{
    pollfd waiting = {descriptor, POLLIN, 0};
    return ::poll(&waiting, 1, tick) > 0;
}

int selectProtocol(SSL *, const unsigned char **out, unsigned char *length, const unsigned char *offered, unsigned int size, void *protocol)
{
    if (size < 1 || offered[0] >= size)
        return SSL_TLSEXT_ERR_NOACK;
    *out = offered + 1;
    *length = offered[0];
    *static_cast<QByteArray *>(protocol) = QByteArray(reinterpret_cast<const char *>(*out), *length);
    return SSL_TLSEXT_ERR_OK;
}

int staple(SSL *ssl, void *response)
{
    const auto &octets = *static_cast<const QByteArray *>(response);
    if (octets.isEmpty())
        return SSL_TLSEXT_ERR_NOACK;
    auto *copy = static_cast<unsigned char *>(OPENSSL_memdup(octets.constData(), static_cast<size_t>(octets.size())));
    SSL_set_tlsext_status_ocsp_resp(ssl, copy, octets.size());
    return SSL_TLSEXT_ERR_OK;
}

std::shared_ptr<SSL_CTX> makeContext(const TlsOptions &options)
{
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_cipher_list(context.get(), options.ciphers.constData());
    SSL_CTX_set_min_proto_version(context.get(), options.minimum);
    SSL_CTX_set_max_proto_version(context.get(), options.maximum);
    for (const QList<Identity> &chain : {options.chain, options.other}) {
        if (chain.isEmpty())
            continue;
        SSL_CTX_use_certificate(context.get(), chain.first().x509.get());
        SSL_CTX_use_PrivateKey(context.get(), chain.first().key.get());
        for (const Identity &next : chain.mid(1))
            SSL_CTX_add1_chain_cert(context.get(), next.x509.get());
    }
    SSL_CTX_set_mode(context.get(), SSL_MODE_AUTO_RETRY);
    SSL_CTX_set_options(context.get(), SSL_OP_IGNORE_UNEXPECTED_EOF);
    if (options.wantsClientCertificate)
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    return context;
}

} // namespace

TlsPeer::~TlsPeer()
{
    close();
}

int TlsPeer::onClientHello(SSL *ssl, int *, void *self)
{
    const unsigned char *data = nullptr;
    size_t size = 0;
    static_cast<TlsPeer *>(self)->m_askedForStatus = SSL_client_hello_get0_ext(ssl, TLSEXT_TYPE_status_request, &data, &size) == 1;
    return SSL_CLIENT_HELLO_SUCCESS;
}

bool TlsPeer::startTls(const TlsOptions &options)
{
    const auto context = makeContext(options);
    SSL_CTX_set_client_hello_cb(context.get(), onClientHello, this);
    SSL_CTX_set_alpn_select_cb(context.get(), selectProtocol, &m_protocol);
    SSL_CTX_callback_ctrl(context.get(), SSL_CTRL_SET_TLSEXT_STATUS_REQ_CB, reinterpret_cast<void (*)()>(staple));
    SSL_CTX_set_tlsext_status_arg(context.get(), const_cast<QByteArray *>(&options.ocspResponse));
    m_ssl.reset(SSL_new(context.get()));
    SSL_set_fd(m_ssl.get(), m_descriptor);
    if (!waitReadable() || SSL_accept(m_ssl.get()) != 1) {
        m_ssl.reset(); // an alert is on its way already
        ERR_clear_error();
        return false;
    }
    const char *name = SSL_get_servername(m_ssl.get(), TLSEXT_NAMETYPE_host_name);
    m_serverName = name ? name : "";
    return true;
}

bool TlsPeer::waitReadable()
{
    if (m_ssl && SSL_pending(m_ssl.get()) > 0)
        return true;
    while (!m_over && m_descriptor >= 0) {
        if (readable(m_descriptor))
            return true;
    }
    return false;
}

QByteArray TlsPeer::read()
{
    if (!m_buffer.isEmpty())
        return std::exchange(m_buffer, {});
    QByteArray octets(16384, Qt::Uninitialized);
    if (!waitReadable())
        return {};
    const ssize_t size = m_ssl ? SSL_read(m_ssl.get(), octets.data(), static_cast<int>(octets.size()))
                               : ::recv(m_descriptor, octets.data(), static_cast<size_t>(octets.size()), 0);
    octets.truncate(qMax<qsizetype>(size, 0));
    return octets;
}

QByteArray TlsPeer::readExactly(qsizetype size)
{
    QByteArray collected;
    while (collected.size() < size) {
        const QByteArray octets = read();
        if (octets.isEmpty())
            return collected;
        collected += octets;
    }
    m_buffer = collected.mid(size);
    return collected.first(size);
}

QByteArray TlsPeer::readUntil(const QByteArray &separator)
{
    QByteArray collected;
    while (!collected.contains(separator)) {
        const QByteArray octets = read();
        if (octets.isEmpty())
            return collected;
        collected += octets;
    }
    const qsizetype end = collected.indexOf(separator) + separator.size();
    m_buffer = collected.mid(end);
    return collected.first(end);
}

bool TlsPeer::write(const QByteArray &octets)
{
    if (m_descriptor < 0 || m_over)
        return false;
    return m_ssl ? SSL_write(m_ssl.get(), octets.constData(), static_cast<int>(octets.size())) > 0
                 : ::send(m_descriptor, octets.constData(), static_cast<size_t>(octets.size()), 0) > 0;
}

bool TlsPeer::writeSlowly(const QByteArray &octets, std::chrono::milliseconds perOctet)
{
    for (const char octet : octets)
        if (!write(QByteArray(1, octet)) || !pause(perOctet))
            return false;
    return true;
}

bool TlsPeer::sendTicket()
{
    return !m_over && SSL_new_session_ticket(m_ssl.get()) == 1 && SSL_do_handshake(m_ssl.get()) == 1;
}

bool TlsPeer::sendKeyUpdate()
{
    return !m_over && SSL_key_update(m_ssl.get(), SSL_KEY_UPDATE_REQUESTED) == 1 && SSL_do_handshake(m_ssl.get()) == 1;
}

bool TlsPeer::sendHelloRequest()
{
    return !m_over && SSL_renegotiate(m_ssl.get()) == 1 && SSL_do_handshake(m_ssl.get()) == 1;
}

void TlsPeer::waitUntilClosed()
{
    while (!read().isEmpty()) {
    }
}

bool TlsPeer::pause(std::chrono::milliseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (!m_over && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::min(time, std::chrono::milliseconds(5)));
    return !m_over;
}

void TlsPeer::close()
{
    if (m_ssl)
        SSL_shutdown(m_ssl.get());
    cut();
}

void TlsPeer::cut()
{
    m_ssl.reset();
    ERR_clear_error();
    if (m_descriptor >= 0) {
        ::shutdown(m_descriptor, SHUT_WR); // a FIN also when something is left unread
        ::close(std::exchange(m_descriptor, -1));
    }
}

void TlsPeer::reset()
{
    const linger now = {1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_ssl.reset();
    ::close(std::exchange(m_descriptor, -1));
}

TlsServer::TlsServer(Script script, const QHostAddress &address, quint16 port)
    : m_script(std::move(script)), m_port(port), m_listener(listenOn(address, &m_port))
{
    m_acceptor = std::thread([this] { accept(); });
}

TlsServer::~TlsServer()
{
    m_over = true;
    m_acceptor.join();
    for (std::thread &talk : m_talks)
        talk.join();
    ::close(m_listener);
}

void TlsServer::accept()
{
    // A client that is gone must not kill the test; only these threads are spared, for the client itself has to look after that.
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    while (!m_over) {
        if (!readable(m_listener))
            continue;
        const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor < 0)
            continue;
        ++m_connections;
        m_talks.emplace_back([this, descriptor] {
            TlsPeer peer(descriptor, m_over);
            m_script(peer);
        });
    }
}

TlsServer::Script answering(const TlsOptions &options, const QByteArray &answer)
{
    return [options, answer](TlsPeer &peer) {
        if (peer.startTls(options) && peer.readUntil("\r\n\r\n").endsWith("\r\n\r\n"))
            peer.write(answer);
    };
}

QByteArray httpAnswer(const QByteArray &statusAndHeaders, const QByteArray &body)
{
    return "HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

namespace
{

/// Carries octets both ways until one side has no more.
void relay(int left, int right, TlsPeer &peer)
{
    std::array<pollfd, 2> waiting{{{left, POLLIN, 0}, {right, POLLIN, 0}}};
    while (peer.pause(std::chrono::milliseconds(0))) {
        if (::poll(waiting.data(), waiting.size(), tick) <= 0)
            continue;
        for (const auto &[from, to] : {std::pair{&waiting[0], right}, std::pair{&waiting[1], left}}) {
            if (from->revents == 0)
                continue;
            std::array<char, 16384> buffer;
            const ssize_t size = ::recv(from->fd, buffer.data(), buffer.size(), 0);
            if (size <= 0 || ::send(to, buffer.data(), static_cast<size_t>(size), 0) != size)
                return;
        }
    }
}

} // namespace

TlsServer::Script socksProxy(char reply)
{
    return [reply](TlsPeer &peer) {
        const QByteArray methods = peer.readExactly(2);
        peer.readExactly(methods.size() == 2 ? methods.at(1) : 0);
        peer.write(QByteArray("\x05\x00", 2));
        const QByteArray request = peer.readExactly(10); // an IPv4 address
        if (request.size() < 10)
            return;
        sockaddr_in target = {};
        target.sin_family = AF_INET;
        std::memcpy(&target.sin_addr, request.constData() + 4, 4);
        std::memcpy(&target.sin_port, request.constData() + 8, 2);
        const int onward = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        char answer = reply;
        if (answer == 0 && ::connect(onward, reinterpret_cast<const sockaddr *>(&target), sizeof target) != 0)
            answer = 5;
        peer.write(QByteArray("\x05", 1) + answer + QByteArray("\x00\x01\x00\x00\x00\x00\x00\x00", 8));
        if (answer == 0)
            relay(peer.descriptor(), onward, peer);
        ::close(onward);
    };
}

} // namespace mta::fakes
