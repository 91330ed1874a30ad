// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/factsbuilder.h"
#include "hostileitems.h"
#include "samples.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFontDatabase>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

#define NEED(tool)                                                                                                                         \
    if (QStandardPaths::findExecutable(QStringLiteral(tool)).isEmpty())                                                                    \
    QSKIP(tool " is not installed (package poppler-utils)")

namespace
{

/// What a program of poppler says of a PDF.
QString told(const QString &program, const QStringList &options, const QByteArray &pdf, const QStringList &after = {})
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"report.pdf"_qs));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess process;
    process.start(program, options + QStringList{file.fileName()} + after);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString textOf(const QByteArray &pdf)
{
    return told(u"pdftotext"_qs, {u"-enc"_qs, u"UTF-8"_qs}, pdf, {u"-"_qs});
}

QHash<QString, QString> infoOf(const QByteArray &pdf)
{
    QHash<QString, QString> info;
    for (const QString &line : told(u"pdfinfo"_qs, {}, pdf).split(u'\n'))
        info.insert(line.section(u':', 0, 0), line.section(u':', 1).trimmed());
    return info;
}

QByteArray pdfOf(const QList<RunItem> &items, PaperSize paper = PaperSize::A4)
{
    const auto pdf = renderPdf(items, QLocale::c(), paper);
    return pdf ? *pdf : QByteArray();
}

/// Without blanks and line breaks, which depend on the width of a column.
QString dense(QString text)
{
    static const QRegularExpression blanks(u"\\s+"_qs);
    return text.remove(blanks);
}

} // namespace

class TestPdf : public QObject
{
    Q_OBJECT

private slots:
    void metadataAndPaper_data()
    {
        QTest::addColumn<int>("paper");
        QTest::addColumn<QString>("size");
        QTest::newRow("A4") << int(PaperSize::A4) << u"A4"_qs;
        QTest::newRow("Letter") << int(PaperSize::Letter) << u"letter"_qs;
    }
    void metadataAndPaper()
    {
        NEED("pdfinfo");
        QFETCH(int, paper);
        QFETCH(QString, size);
        const auto info = infoOf(pdfOf({brokenItem()}, static_cast<PaperSize>(paper)));
        QCOMPARE(info.value(u"Title"_qs), u"Mail security of good.example"_qs);
        QVERIFY(info.value(u"Creator"_qs).startsWith(u"MTA-STS Studio"_qs));
        QVERIFY2(info.value(u"Page size"_qs).contains(size), qPrintable(info.value(u"Page size"_qs)));
    }

    void everyPageButTheCoverIsNumbered()
    {
        NEED("pdftotext");
        NEED("pdfinfo");
        const QByteArray pdf = pdfOf({brokenItem()});
        const int pages = infoOf(pdf).value(u"Pages"_qs).toInt();
        QVERIFY(pages >= 4 && pages < 10);
        const QStringList texts = textOf(pdf).split(u'\f', Qt::SkipEmptyParts);
        QCOMPARE(texts.size(), pages);
        QVERIFY(!texts.first().contains(u"Page 1 of"_qs));
        for (int page = 2; page <= pages; ++page)
            QVERIFY2(texts.at(page - 1).contains(u"Page %1 of %2"_qs.arg(page).arg(pages)), qPrintable(texts.at(page - 1)));
    }

    void theReportIsWhole()
    {
        NEED("pdftotext");
        const RunItem item = brokenItem();
        const QString text = textOf(pdfOf({item}));
        const QStringList pages = text.split(u'\f');
        for (const QString &part : {u"good.example"_qs, u"at risk"_qs, u"15 June 2026, 12:00 UTC"_qs, item.audit->headline})
            QVERIFY2(dense(pages.at(0)).contains(dense(part)), qPrintable(part));
        for (const QString &part :
             {u"Summary for good.example"_qs, item.audit->nextStep, u"Policy host"_qs, u"First certificate to expire"_qs})
            QVERIFY2(dense(pages.at(1)).contains(dense(part)), qPrintable(part));
        for (const Finding &finding : item.audit->findings) {
            for (const QString &part : {findingMessage(finding), findingExplanation(finding), findingRemedy(finding), finding.ruleId})
                QVERIFY2(dense(text).contains(dense(part)), qPrintable(part));
        }
        for (const QString &part :
             {u"192.0.2.53:53"_qs, u"mx3.other.example"_qs, u"max_age: 2592000"_qs, u"v=STSv1; id=20260601T000000;"_qs, u"CN=Good Root"_qs,
              u"2 days ago, 13 June 2026"_qs, u"in 60 days, 14 August 2026"_qs})
            QVERIFY2(dense(text).contains(dense(part)), qPrintable(part));
    }

    void sendersArePartOfTheReport()
    {
        NEED("pdftotext");
        DomainFacts facts = brokenFacts();
        setPolicy(facts, policyText("enforce") + "x-report: https://good.example/\n");
        setTlsa(facts, [](const Certificate &certificate) { return QList{keyRecord(certificate)}; });
        facts.mx.security = Security::Insecure;
        const QString text = dense(textOf(pdfOf({itemOf(facts)})));
        for (const QString &part : {u"What becomes of mail, by what a sender checks"_qs, u"all mail servers, at worst"_qs,
                                    u"encrypted, verified"_qs, u"DANE gives less assurance"_qs, u"ZoneMTA"_qs,
                                    u"second colon in a line (line 6)"_qs, u"Leave out lines that have a colon in their value."_qs})
            QVERIFY2(text.contains(dense(part)), qPrintable(part));
        QVERIFY(dense(textOf(pdfOf({goodItem()}))).contains(dense(u"Nothing needs to be changed to please them all."_qs)));
        QVERIFY(!textOf(pdfOf({itemOf(factsWithoutSts())})).contains(u"ZoneMTA"_qs));
    }

    void severalDomainsShareAnOverview()
    {
        NEED("pdftotext");
        const QStringList pages = textOf(pdfOf({brokenItem(), goodItem(), unusableItem()})).split(u'\f');
        QVERIFY(dense(pages.at(0)).contains(dense(u"Mail security of 3 domains"_qs)));
        for (const QString &part : {u"Overview"_qs, u"at risk"_qs, u"protected"_qs, u"not a domain!"_qs, unusableItem().error})
            QVERIFY2(dense(pages.at(1)).contains(dense(part)), qPrintable(part));
        QCOMPARE(std::count_if(pages.cbegin(), pages.cend(),
                               [](const QString &page) { return dense(page).contains(dense(u"Summary for good.example"_qs)); }),
                 2);
    }

    void aRunOfUnusableLinesAloneIsAReportToo()
    {
        NEED("pdftotext");
        QVERIFY(textOf(pdfOf({unusableItem()})).contains(u"not a domain!"_qs));
        QVERIFY(pdfOf({}).startsWith("%PDF"));
    }

    void fontsAreEmbedded()
    {
        NEED("pdffonts");
        const QStringList fonts = told(u"pdffonts"_qs, {}, pdfOf({brokenItem()})).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        static const QRegularExpression embedded(u"\\s(Identity-H|\\S+)\\s+yes\\s+(yes|no)\\s+yes\\s+\\d+\\s+\\d+$"_qs);
        for (const QString &font : fonts)
            QVERIFY2(embedded.match(font).hasMatch(), qPrintable(font));
    }

    void otherScriptsAreWritten_data()
    {
        QTest::addColumn<int>("system");
        QTest::addColumn<QString>("domain");
        QTest::newRow("Chinese") << int(QFontDatabase::SimplifiedChinese) << u"\u90ae\u4ef6.example"_qs;
        QTest::newRow("Arabic") << int(QFontDatabase::Arabic) << u"\u0628\u0631\u064a\u062f"_qs;
        QTest::newRow("Greek") << int(QFontDatabase::Greek) << u"\u03bc\u03ae\u03bb\u03bf.example"_qs;
    }
    void otherScriptsAreWritten()
    {
        NEED("pdftotext");
        QFETCH(int, system);
        QFETCH(QString, domain);
        if (QFontDatabase::families(static_cast<QFontDatabase::WritingSystem>(system)).isEmpty())
            QSKIP("no font for this script is installed");
        DomainFacts facts = goodFacts();
        facts.domain.unicode = domain;
        QVERIFY(textOf(pdfOf({itemOf(facts)})).normalized(QString::NormalizationForm_KC).contains(domain));
    }

    void longStringsStayOnThePage()
    {
        NEED("pdftotext");
        DomainFacts facts = brokenFacts();
        const QString endless(3000, u'x');
        facts.conditions.resolver = endless;
        facts.sts = txtLookup(u"_mta-sts.good.example"_qs, {"v=STSv1; id=" + QByteArray(2000, 'a')});
        for (MxHost &host : facts.mxHosts)
            host.name = QString(250, u'm') + host.name;
        RunItem item = itemOf(facts);
        item.audit->headline = endless;
        item.audit->nextStep = endless;
        const QByteArray pdf = pdfOf({item});
        static const QRegularExpression word(u"xMin=\"([-0-9.]+)\" yMin=\"([-0-9.]+)\" xMax=\"([-0-9.]+)\" yMax=\"([-0-9.]+)\""_qs);
        int words = 0;
        for (auto match = word.globalMatch(told(u"pdftotext"_qs, {u"-bbox"_qs}, pdf, {u"-"_qs})); match.hasNext(); ++words) {
            const QRegularExpressionMatch box = match.next();
            QVERIFY2(box.captured(1).toDouble() >= 53 && box.captured(3).toDouble() <= 595.3 - 53, qPrintable(box.captured()));
            QVERIFY2(box.captured(2).toDouble() >= 40 && box.captured(4).toDouble() <= 842 - 30, qPrintable(box.captured()));
        }
        QVERIFY(words > 100);
    }

    void aHostileDomainFillsNoThousandPages()
    {
        NEED("pdfinfo");
        DomainFacts facts = goodFacts();
        setPolicy(facts, QByteArray(65536, '\n'));
        facts.apexTxt = txtLookup(u"good.example"_qs, QList<QByteArray>(200, QByteArray(250, '\x01')));
        RunItem item = itemOf(facts);
        for (int i = 0; i < 3000; ++i)
            item.audit->findings.append(item.audit->findings.first());
        QElapsedTimer timer;
        timer.start();
        const QByteArray pdf = pdfOf({item});
        QVERIFY(timer.elapsed() < 20000);
        QVERIFY2(infoOf(pdf).value(u"Pages"_qs).toInt() < 150, qPrintable(infoOf(pdf).value(u"Pages"_qs)));
    }

    void aCellTallerThanAPageIsContinued()
    {
        NEED("pdftotext");
        DomainFacts facts = goodFacts();
        QList<QByteArray> values;
        for (int i = 0; i < 20; ++i)
            values.append("value " + QByteArray::number(i) + ' ' + QByteArray(500, 'w') + " end" + QByteArray::number(i));
        facts.apexTxt = txtLookup(u"good.example"_qs, values);
        const QString text = dense(textOf(pdfOf({itemOf(facts)})));
        for (int i = 0; i < 20; ++i)
            QVERIFY2(text.contains(u"value%1"_qs.arg(i)), qPrintable(QString::number(i)));
        QVERIFY(text.count(u'w') >= 20 * 500);
        QVERIFY(text.contains(u"DNSSEC"_qs));
    }

    void nameServersAreListedWhenAsked()
    {
        NEED("pdftotext");
        const QString heading = dense(u"What each name server says"_s);
        QVERIFY(!dense(textOf(pdfOf({goodItem()}))).contains(heading));
        const QString text = dense(textOf(pdfOf({itemOf(askedInDepth())})));
        for (const QString &part : {u"What each name server says"_s, u"ns1.good.example"_s, u"192.0.2.241"_s, u"2026060100"_s,
                                    u"v=STSv1; id=old;"_s, u"it refuses to answer (REFUSED)"_s, u"inside.example"_s})
            QVERIFY2(text.contains(dense(part)), qPrintable(part));
    }

    void certificatesHaveTheirDetails()
    {
        NEED("pdftotext");
        const QString text = dense(textOf(pdfOf({itemOf(certificatesWithDetails())})));
        for (const QString &part : certificateDetails.join(u"; "_s).split(u"; "_s)) // a page may end between two of them
            QVERIFY2(text.contains(dense(part)), qPrintable(part));
    }

    void everyHostileTextIsInert_data()
    {
        QTest::addColumn<QByteArray>("octets");
        for (const fakes::HostileText &text : fakes::hostileTexts())
            QTest::newRow(text.name) << text.octets;
    }
    void everyHostileTextIsInert()
    {
        NEED("pdftotext");
        QFETCH(QByteArray, octets);
        const QByteArray pdf = pdfOf(fakes::itemsFullOf(octets));
        const QString text = textOf(pdf);
        QVERIFY2(!fakes::holdsHiddenCharacters(text, u"\n\f"_s), qPrintable(text));
        QVERIFY(dense(text).contains(fakes::hostileMark) || octets.startsWith("ow\xe2"));
        // Nothing in it that a viewer would do: links, forms, scripts, files. What is drawn is compressed, and says nothing.
        static const QRegularExpression streams(u"\\bstream\\r?\\n.*?\\bendstream"_s, QRegularExpression::DotMatchesEverythingOption);
        const QByteArray objects = QString::fromLatin1(pdf).remove(streams).toLatin1();
        QVERIFY(objects.contains("/Catalog") && objects.contains("endobj"));
        for (const char *action : {"/JavaScript", "/JS", "/URI", "/Launch", "/SubmitForm", "/EmbeddedFile", "/OpenAction", "/AA"})
            QVERIFY2(!objects.contains(action), action);
    }

    void nothingHostileGetsThrough()
    {
        NEED("pdftotext");
        const QString text = textOf(pdfOf({hostileItem(), {hostileText, {}, hostileText}}));
        QVERIFY(!holdsTreacherousCharacters(text, u"\n\f"_qs));
        QVERIFY(text.contains(u"<script>"_qs) && text.contains(u"%1%2"_qs) && text.contains(u"\\u{202e}"_qs));
    }
};

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
