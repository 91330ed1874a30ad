// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/testca.h"
#include "x509/chainshape.h"
#include <QElapsedTimer>
#include <QTest>
#include <openssl/x509v3.h>

using namespace mta;
using fakes::Identity;

Q_DECLARE_METATYPE(QList<mta::Certificate>)

namespace
{

/// The same name and key, certified by somebody else.
Identity crossSigned(const Identity &authority, const Identity &issuer)
{
    Identity result{{X509_dup(authority.x509.get()), X509_free}, authority.key};
    X509_set_issuer_name(result.x509.get(), X509_get_subject_name(issuer.x509.get()));
    X509_EXTENSION_free(X509_delete_ext(result.x509.get(), X509_get_ext_by_NID(result.x509.get(), NID_authority_key_identifier, -1)));
    X509_sign(result.x509.get(), issuer.key.get(), EVP_sha256());
    return result;
}

} // namespace

class TestChainShape : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatIsOfUse_data();
    void tellsWhatIsOfUse();
    void certifiesByNameAndSignature();
    void longestChainTakesNoTime();

private:
    const Identity m_root = fakes::rootAuthority(QStringLiteral("Test Root"));
    const Identity m_older = fakes::rootAuthority(QStringLiteral("Older Root"));
    const Identity m_upper = fakes::intermediateAuthority(QStringLiteral("Upper"), m_root);
    const Identity m_lower = fakes::intermediateAuthority(QStringLiteral("Lower"), m_upper);
    const Identity m_leaf = fakes::serverIdentity(QStringLiteral("mail.example.com"), m_lower);
    const Identity m_stranger = fakes::serverIdentity(QStringLiteral("other.example.com"), m_older);
};

void TestChainShape::tellsWhatIsOfUse_data()
{
    const Certificate leaf = m_leaf.certificate();
    const Certificate lower = m_lower.certificate();
    const Certificate upper = m_upper.certificate();
    const Certificate root = m_root.certificate();
    const Certificate older = m_older.certificate();
    const Certificate cross = crossSigned(m_upper, m_older).certificate();
    const Certificate namesake = fakes::intermediateAuthority(QStringLiteral("Lower"), m_upper).certificate();
    QTest::addColumn<QList<Certificate>>("sent");
    QTest::addColumn<QList<int>>("early");
    QTest::addColumn<QList<int>>("superfluous");
    QTest::addColumn<QList<int>>("roots");
    const auto row = [](const char *name, const QList<Certificate> &sent, const QList<int> &early, const QList<int> &superfluous,
                        const QList<int> &roots) { QTest::newRow(name) << sent << early << superfluous << roots; };
    row("nothing", {}, {}, {}, {});
    row("the leaf alone", {leaf}, {}, {}, {});
    row("a self-signed leaf is no superfluous root", {root}, {}, {}, {});
    row("whole, without its root", {leaf, lower, upper}, {}, {}, {});
    row("with its root", {leaf, lower, upper, root}, {}, {}, {3});
    row("intermediates the wrong way round", {leaf, upper, lower}, {1}, {}, {});
    row("backwards after the leaf", {leaf, root, upper, lower}, {1, 2}, {}, {1});
    row("a stranger in the middle disturbs no order", {leaf, older, lower, upper}, {}, {1}, {});
    row("a stranger at the end", {leaf, lower, upper, m_stranger.certificate()}, {}, {3}, {});
    row("the leaf twice", {leaf, leaf, lower}, {}, {1}, {});
    row("an intermediate twice", {leaf, lower, upper, lower}, {}, {3}, {});
    row("a gap leaves the rest without a way to it", {leaf, upper, root}, {}, {1, 2}, {});
    row("both signatures over one authority are of use", {leaf, lower, upper, cross}, {}, {}, {});
    row("an authority of the same name with another key", {leaf, namesake, lower}, {}, {1}, {});
    row("octets that are no certificate", {leaf, parseCertificate("junk"), lower}, {}, {1}, {});
    row("a leaf that cannot be read leads nowhere", {parseCertificate("junk"), lower}, {}, {1}, {});
}

void TestChainShape::tellsWhatIsOfUse()
{
    QFETCH(QList<Certificate>, sent);
    const ChainShape shape = chainShape(sent);
    QTEST(shape.early, "early");
    QTEST(shape.superfluous, "superfluous");
    QTEST(shape.roots, "roots");
}

void TestChainShape::certifiesByNameAndSignature()
{
    QVERIFY(certifies(m_lower.certificate(), m_leaf.certificate()));
    QVERIFY(!certifies(m_upper.certificate(), m_leaf.certificate()));
    QVERIFY(!certifies(m_leaf.certificate(), m_leaf.certificate()));
    QVERIFY(certifies(m_root.certificate(), m_root.certificate()));
    QVERIFY(!certifies(fakes::rootAuthority(QStringLiteral("Test Root")).certificate(), m_upper.certificate()));
    QVERIFY(!certifies(Certificate(), Certificate()));
}

void TestChainShape::longestChainTakesNoTime()
{
    QList<Certificate> sent{m_leaf.certificate()};
    while (sent.size() < maxChainLength) // all of one name: the worst there is to compare
        sent.append(fakes::intermediateAuthority(QStringLiteral("Lower"), m_upper).certificate());
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(chainShape(sent).superfluous.size(), maxChainLength - 1);
    QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestChainShape)
#include "tst_chainshape.moc"
