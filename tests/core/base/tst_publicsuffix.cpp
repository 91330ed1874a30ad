// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/publicsuffix.h"

#include "base/domainname.h"
#include <QTest>

using namespace mta;

class TestPublicSuffix : public QObject
{
    Q_OBJECT

private slots:
    void suffixes_data();
    void suffixes();
    void namesLieWithinZones_data();
    void namesLieWithinZones();
};

void TestPublicSuffix::suffixes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("registrable");
    const auto row = [](const char *title, const char *name, SuffixKind kind, const char *registrable) {
        QTest::newRow(title) << QString::fromLatin1(name) << static_cast<int>(kind) << QString::fromLatin1(registrable);
    };
    row("a top-level domain", "com", SuffixKind::Registry, "");
    row("a suffix of two labels", "co.uk", SuffixKind::Registry, "");
    row("a registered domain", "example.co.uk", SuffixKind::None, "example.co.uk");
    row("below it", "a.b.example.co.uk", SuffixKind::None, "example.co.uk");
    row("a provider's zone", "github.io", SuffixKind::Provider, "");
    row("a customer's name", "someone.github.io", SuffixKind::None, "someone.github.io");
    row("a wildcard rule", "x.kawasaki.jp", SuffixKind::Registry, "");
    row("its exception", "city.kawasaki.jp", SuffixKind::None, "city.kawasaki.jp");
    row("a top-level domain outside the list", "example", SuffixKind::Registry, "");
    row("one for private networks", "internal", SuffixKind::Private, "");
    row("the domain for homes", "home.arpa", SuffixKind::Private, "home.arpa");
    row("a name in a private network", "a.b.corp", SuffixKind::None, "b.corp");
    row("below that", "a.b.example", SuffixKind::None, "b.example");
    row("a name in A-labels", "mail.xn--bcher-kva.example", SuffixKind::None, "xn--bcher-kva.example");
    row("nothing", "", SuffixKind::None, "");
}

void TestPublicSuffix::suffixes()
{
    QFETCH(QString, name);
    QTEST(static_cast<int>(suffixKind(name)), "kind");
    QTEST(registrableDomain(name), "registrable");
}

void TestPublicSuffix::namesLieWithinZones_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<bool>("within");
    QTest::newRow("itself") << QStringLiteral("a.example") << QStringLiteral("a.example") << true;
    QTest::newRow("below") << QStringLiteral("_mta-sts.a.example") << QStringLiteral("a.example") << true;
    QTest::newRow("above") << QStringLiteral("a.example") << QStringLiteral("b.a.example") << false;
    QTest::newRow("only alike") << QStringLiteral("nota.example") << QStringLiteral("a.example") << false;
    QTest::newRow("the root") << QStringLiteral("a.example") << QStringLiteral(".") << true;
}

void TestPublicSuffix::namesLieWithinZones()
{
    QFETCH(QString, name);
    QFETCH(QString, zone);
    QTEST(isWithin(name, zone), "within");
}

QTEST_APPLESS_MAIN(TestPublicSuffix)
#include "tst_publicsuffix.moc"
