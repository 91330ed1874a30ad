// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// How an attempt to connect ends, and what a probe and a fetch make of it.

#include "net/connection.h"
#include "net/policyfetcher.h"
#include "net/starttlsprober.h"
#include "systemcalls/systemcalls.h"

#include <QTcpServer>
#include <QTest>
#include <cerrno>

using namespace mta;
using namespace std::chrono_literals;
using fakes::Call;
using fakes::Misfortune;

namespace
{

struct Ends {
    ConnectEnd connect;
    ProbeEnd probe;
    FetchEnd fetch;
};
constexpr Ends refused{ConnectEnd::Refused, ProbeEnd::Refused, FetchEnd::Refused};
constexpr Ends timeout{ConnectEnd::Timeout, ProbeEnd::Timeout, FetchEnd::Timeout};
constexpr Ends unreachable{ConnectEnd::Unreachable, ProbeEnd::Unreachable, FetchEnd::Unreachable};
constexpr Ends reset{ConnectEnd::Reset, ProbeEnd::Reset, FetchEnd::Reset};
constexpr Ends noNetwork{ConnectEnd::NoNetwork, ProbeEnd::NoNetwork, FetchEnd::NoNetwork};

} // namespace

Q_DECLARE_METATYPE(Ends)

class TestConnecting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_server.listen(QHostAddress::LocalHost)); }

    void theSystemsErrorTellsHowItEnded_data()
    {
        QTest::addColumn<Call>("call");
        QTest::addColumn<int>("error");
        QTest::addColumn<Ends>("ends");
        const auto outcome = [](const char *name, int error, const Ends &ends) { QTest::newRow(name) << Call::Outcome << error << ends; };
        outcome("refused", ECONNREFUSED, refused);
        outcome("no answer in the system's time", ETIMEDOUT, timeout);
        outcome("no route to the host", EHOSTUNREACH, unreachable);
        outcome("no route to its network", ENETUNREACH, unreachable);
        outcome("the host is down", EHOSTDOWN, unreachable);
        outcome("cut as soon as it came up", ECONNRESET, reset);
        outcome("an error that says nothing of the peer", ENOBUFS, noNetwork);
        const auto local = [](const char *name, int error) { QTest::newRow(name) << Call::Connect << error << noNetwork; };
        local("no route from here", ENETUNREACH);
        local("no way to the host from here", EHOSTUNREACH);
        local("this machine cut it", ECONNRESET);
    }
    void theSystemsErrorTellsHowItEnded()
    {
        QFETCH(Call, call);
        QFETCH(int, error);
        QFETCH(Ends, ends);
        {
            const Misfortune misfortune({call}, 1, error);
            const Connected result = Connection({m_address, m_server.serverPort(), {}}).connect(Context().within(5s));
            QCOMPARE(result.end, ends.connect);
            QCOMPARE(result.text, qt_error_string(error));
        }
        {
            const Misfortune misfortune({call}, 1, error);
            const MxProbe probe = StartTlsProber(m_tls, {m_server.serverPort(), {}, "probe.example"})
                                      .probe(QStringLiteral("mx.example"), m_address, {}, {}, {});
            QCOMPARE(probe.end, ends.probe);
            QCOMPARE(probe.connected, ends.probe == ProbeEnd::Reset);
            QVERIFY(probe.transcript.isEmpty());
        }
        {
            const Misfortune misfortune({call}, 1, error);
            const PolicyFetch fetch =
                HttpsPolicyFetcher(m_tls, {m_server.serverPort(), {}}).fetch(QStringLiteral("mta-sts.a.example"), m_address, {}, {});
            QCOMPARE(fetch.end, ends.fetch);
            QCOMPARE(fetch.stage, FetchStage::Connect);
        }
    }

private:
    const QHostAddress m_address{QHostAddress::LocalHost};
    const std::shared_ptr<const TlsClient> m_tls = std::make_shared<const TlsClient>(TrustStore::fromCertificates({}));
    QTcpServer m_server; ///< the system takes connections for it
};

QTEST_GUILESS_MAIN(TestConnecting)
#include "tst_connecting.moc"
