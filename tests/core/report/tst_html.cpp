// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/factsbuilder.h"
#include "samples.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

/// Text and tags of a page. The page is written so that it reads as XML but for its doctype and void elements.
struct Page {
    bool wellFormed = false;
    QString error;
    QStringList elements;
    QString text;
    QHash<QString, QStringList> attributes; ///< values by name
};

Page read(const QByteArray &html)
{
    QString source = QString::fromUtf8(html);
    static const QRegularExpression voidElement(u"<(meta|br)([^>]*)>"_qs);
    source.remove(u"<!DOCTYPE html>"_qs).replace(voidElement, u"<\\1\\2/>"_qs);
    static const QRegularExpression style(u"<style>.*</style>"_qs, QRegularExpression::DotMatchesEverythingOption);
    source.remove(style);
    QXmlStreamReader reader(source);
    Page page;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            page.elements.append(reader.name().toString());
            for (const QXmlStreamAttribute &attribute : reader.attributes())
                page.attributes[attribute.name().toString()].append(attribute.value().toString());
        } else if (reader.isCharacters()) {
            page.text += reader.text();
        }
    }
    page.wellFormed = !reader.hasError();
    page.error = reader.errorString();
    return page;
}

} // namespace

class TestHtml : public QObject
{
    Q_OBJECT

private slots:
    void pagesAreWellFormed()
    {
        for (const QList<RunItem> &items :
             {QList{goodItem()}, QList{brokenItem(), goodItem(), unusableItem()}, QList{hostileItem()}, QList<RunItem>()}) {
            const Page page = read(renderHtml(items, QLocale::c()));
            QVERIFY2(page.wellFormed, qPrintable(page.error));
        }
    }

    void sendersAreListedWithWhatWouldPleaseThem()
    {
        DomainFacts facts = goodFacts();
        setPolicy(facts, policyText("enforce") + "x-report: https://good.example/\n");
        const QString text = read(renderHtml({itemOf(facts)}, QLocale::c())).text.simplified();
        for (const QString &part : {u"ZoneMTA, WildDuck, EmailEngine"_qs, u"second colon in a line (line 6)"_qs,
                                    u"Leave out lines that have a colon in their value."_qs})
            QVERIFY2(text.contains(part), qPrintable(part));
        const QString good = read(renderHtml({goodItem()}, QLocale::c())).text;
        QVERIFY(good.contains(u"ZoneMTA"_qs) && !good.contains(u"What to change"_qs));
        QVERIFY(!read(renderHtml({itemOf(factsWithoutSts())}, QLocale::c())).text.contains(u"ZoneMTA"_qs));
    }

    void whatSendersDoIsToldByWhatTheyCheck()
    {
        DomainFacts facts = brokenFacts();
        setTlsa(facts, [](const Certificate &certificate) { return QList{keyRecord(certificate)}; });
        facts.mx.security = Security::Insecure;
        const QString text = read(renderHtml({itemOf(facts)}, QLocale::c())).text.simplified();
        for (const QString &part : {u"DANE and MTA-STS"_qs, u"all mail servers, at worst"_qs, u"encrypted, verified"_qs,
                                    u"not delivered"_qs, u"DANE gives less assurance"_qs, u"_25._tcp.mx2.good.example"_qs})
            QVERIFY2(text.contains(part), qPrintable(part));
        const QString good = read(renderHtml({goodItem()}, QLocale::c())).text;
        QVERIFY(good.contains(u"encrypted, not verified"_qs) && !good.contains(u"less assurance"_qs));
    }

    void theReportIsWhole()
    {
        const RunItem item = brokenItem();
        const Page page = read(renderHtml({item}, QLocale::c()));
        const QString text = page.text.simplified();
        QVERIFY(text.contains(item.audit->headline.simplified()));
        for (const Finding &finding : item.audit->findings) {
            for (const QString &part : {findingMessage(finding), findingExplanation(finding), findingRemedy(finding), finding.ruleId})
                QVERIFY2(text.contains(part.simplified()), qPrintable(part));
        }
        for (const QString &part :
             {u"at risk"_qs, u"192.0.2.53:53"_qs, u"mx3.other.example"_qs, u"max_age: 2592000"_qs, u"v=STSv1; id=20260601T000000;"_qs,
              u"15 June 2026, 12:00 UTC"_qs, u"2 days ago, 13 June 2026"_qs, u"CN=Good Root"_qs})
            QVERIFY2(text.contains(part), qPrintable(part));
    }

    void certificatesHaveTheirDetails()
    {
        const QString text = read(renderHtml({itemOf(certificatesWithDetails())}, QLocale::c())).text.simplified();
        for (const QString &part : certificateDetails)
            QVERIFY2(text.contains(part), qPrintable(part));
    }

    void nameServersAreListedWhenAsked()
    {
        const QString heading = QStringLiteral("What each name server says");
        QVERIFY(!QString::fromUtf8(renderHtml({goodItem()}, QLocale::c())).contains(heading));
        const QString page = QString::fromUtf8(renderHtml({itemOf(askedInDepth())}, QLocale::c()));
        QVERIFY(page.contains(heading));
        QVERIFY(page.contains(QStringLiteral("v=STSv1; id=old;")));
        QVERIFY(page.contains(QStringLiteral("it refuses to answer (REFUSED)")));
    }

    void itStandsAlone()
    {
        const Page page = read(renderHtml({brokenItem()}, QLocale::c()));
        for (const char *element : {"script", "link", "img", "iframe", "object", "form"})
            QVERIFY2(!page.elements.contains(QLatin1String(element)), element);
        for (const QString &name : page.attributes.keys())
            QVERIFY2(!name.startsWith(u"on"_qs) && name != u"src"_qs && name != u"style"_qs, qPrintable(name));
        QVERIFY(page.attributes.value(u"content"_qs).join(u' ').contains(u"default-src 'none'"_qs));
    }

    void itIsSemantic()
    {
        const Page page = read(renderHtml({goodItem(), brokenItem()}, QLocale::c()));
        for (const char *element : {"header", "main", "nav", "article", "h1", "h2", "h3", "caption", "th", "ol", "footer", "title"})
            QVERIFY2(page.elements.contains(QLatin1String(element)), element);
        QCOMPARE(page.elements.count(u"article"_qs), 2);
        QCOMPARE(page.elements.count(u"h1"_qs), 1);
        QCOMPARE(page.elements.count(u"th"_qs), page.attributes.value(u"scope"_qs).size());
        for (const QString &target : page.attributes.value(u"href"_qs))
            QVERIFY(page.attributes.value(u"id"_qs).contains(target.mid(1)));
    }

    void languageAndDirectionAreTold()
    {
        QVERIFY(renderHtml({goodItem()}, QLocale(QLocale::German)).contains("<html lang=\"de\" dir=\"ltr\">"));
        QVERIFY(renderHtml({goodItem()}, QLocale(QLocale::Arabic)).contains("dir=\"rtl\">"));
    }

    void itHasStylesForDarkAndPrint()
    {
        const QByteArray page = renderHtml({goodItem()}, QLocale::c());
        QVERIFY(page.contains("prefers-color-scheme: dark") && page.contains("@media print"));
    }

    void withoutAGraphicalSystemAPdfIsRefusedPlainly()
    {
        const auto pdf = renderPdf({goodItem()}, QLocale::c(), PaperSize::A4);
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().code, ErrorCode::Unsupported);
    }

    void nothingHostileIsMarkup()
    {
        const QByteArray html = renderHtml({hostileItem(), {hostileText, {}, hostileText}}, QLocale::c());
        const Page page = read(html);
        QVERIFY2(page.wellFormed, qPrintable(page.error));
        QVERIFY(!page.elements.contains(u"script"_qs));
        QVERIFY(!html.contains("<script"));
        QVERIFY(page.text.contains(u"<script>alert('x')</script>"_qs)); // shown, not run
        QVERIFY(page.text.contains(u"\\u{202e}"_qs) && page.text.contains(u"\\x1b[31m"_qs));
        QVERIFY(page.text.contains(u"%1%2"_qs)); // not taken for a placeholder
        QVERIFY(!holdsTreacherousCharacters(QString::fromUtf8(html), u"\n"_qs));
    }
};

QTEST_GUILESS_MAIN(TestHtml)
#include "tst_html.moc"
