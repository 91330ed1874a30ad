// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/wiretext.h"
#include "report/digest.h"
#include "report/pdfparts.h"
#include "report/terminal.h"

namespace mta
{

namespace
{

const QColor ink(0x1b, 0x1f, 0x24);
const QColor navy(0x1f, 0x3a, 0x5f);
const QColor muted(0x57, 0x60, 0x6a);

/// What the verdict means for somebody who has never heard of MTA-STS.
QString meaning(DomainVerdict verdict)
{
    switch (verdict) {
    case DomainVerdict::Protected:
        return Report::tr("Mail to this domain travels encrypted, to servers that prove who they are. Senders that honour MTA-STS accept "
                          "nothing less, so "
                          "nobody on the way can read or redirect mail by taking the encryption away.");
    case DomainVerdict::Testing:
        return Report::tr("The domain rehearses: senders that honour MTA-STS check its mail servers and report failures, but deliver all "
                          "the same. Until the "
                          "policy is switched to enforce, somebody on the way could still read or redirect mail.");
    case DomainVerdict::Unprotected:
        return Report::tr("No working MTA-STS policy tells senders to insist on encryption. Unless something else does, such as DANE, "
                          "somebody who controls "
                          "the network on the way can read or redirect mail to this domain without being noticed.");
    case DomainVerdict::AtRisk:
        return Report::tr("A mail server fails a check that senders make, or none can be reached. Depending on the policy and on the "
                          "sender, mail is late, "
                          "is returned, or is delivered without the protection that was meant.");
    case DomainVerdict::Undetermined:
        return Report::tr("What decides could not be tested, so nothing is claimed: this is neither good nor bad. The findings say what "
                          "stood in the way.");
    case DomainVerdict::NotApplicable:
        return Report::tr("This domain takes no mail, so there is nothing to protect on the way to it.");
    }
    return {};
}

/// The five links as boxes on a line, and TLS-RPT beside them.
void chainPicture(Sheet &sheet, const QList<ChainLink> &links)
{
    if (links.isEmpty())
        return;
    constexpr qreal gap = 9;
    const qreal width = (sheet.width() - gap * static_cast<qreal>(links.size() - 1)) / static_cast<qreal>(links.size());
    const TextStyle name{8.5, true, false, ink};
    qreal height = 0;
    auto words = [](const ChainLink &link) {
        const QString text = link.text.isEmpty() ? linkStateText(link.state) : visibleText(link.text, 40);
        return Report::tr("%1 %2", "mark and state").arg(stateMark(link.state), text);
    };
    for (const ChainLink &link : links)
        height =
            std::max(height, sheet.heightOf(areaText(link.area), name, width - 10) + sheet.heightOf(words(link), {8.5}, width - 10) + 16);
    for (qsizetype i = 0; i < links.size(); ++i) {
        const ChainLink &link = links.at(i);
        const QRectF box(sheet.left() + static_cast<qreal>(i) * (width + gap), sheet.y(), width, height);
        if (i > 0 && link.area != Area::TlsRpt)
            sheet.line({box.left() - gap, box.center().y()}, {box.left(), box.center().y()}, muted, 2);
        sheet.fill(box, stateTint(link.state), 3);
        sheet.fill({box.left(), box.top(), box.width(), 3}, stateColour(link.state));
        const qreal taken = sheet.textIn({box.left() + 5, box.top() + 7, width - 10, height}, areaText(link.area), name);
        sheet.textIn({box.left() + 5, box.top() + 8 + taken, width - 10, height}, words(link),
                     {8.5, false, false, stateColour(link.state)});
    }
    sheet.moveTo(sheet.y() + height + 18);
}

/// How many findings of each severity, as three tiles.
void countTiles(Sheet &sheet, const DomainAudit &audit)
{
    struct Tile {
        Severity severity;
        QString label;
    };
    const QList<Tile> tiles{{Severity::Error, Report::tr("Errors: a rule is broken, mail is lost or unprotected")},
                            {Severity::Warning, Report::tr("Warnings: advice is not followed, or trouble is to come")},
                            {Severity::Note, Report::tr("Notes: good to know")}};
    constexpr qreal gap = 10;
    constexpr qreal height = 46;
    const qreal width = (sheet.width() - 2 * gap) / 3;
    for (qsizetype i = 0; i < tiles.size(); ++i) {
        const int number = audit.count(tiles.at(i).severity);
        const ChainLink::State state = number > 0 ? stateOfSeverity(tiles.at(i).severity) : ChainLink::State::NotTested;
        const QRectF box(sheet.left() + static_cast<qreal>(i) * (width + gap), sheet.y(), width, height);
        sheet.frame(box, QColor(0xd0, 0xd7, 0xde), 3, 0.75);
        sheet.textIn({box.left() + 8, box.top() + 9, 38, 30}, QString::number(number), {20, true, false, stateColour(state)});
        sheet.textIn({box.left() + 42, box.top() + 8, width - 48, height - 10}, tiles.at(i).label, {8, false, false, muted});
    }
    sheet.moveTo(sheet.y() + height + 18);
}

void caption(Sheet &sheet, const QString &text)
{
    sheet.text(text, {10.5, true, false, navy});
    sheet.space(4);
}

/// The gravest findings, a line or two each.
void gravest(Sheet &sheet, const DomainAudit &audit)
{
    if (audit.findings.isEmpty())
        return;
    caption(sheet, Report::tr("What was found"));
    constexpr int shown = 5;
    for (const Finding &finding : audit.findings.mid(0, shown)) {
        const QString severity = severityText(finding.severity);
        const qreal before = sheet.y();
        sheet.textIn({sheet.left(), before, 60, 14}, severity, {9, true, false, stateColour(stateOfSeverity(finding.severity))});
        sheet.text(visibleText(findingMessage(finding), 180), {9}, 62);
        sheet.space(4);
    }
    if (audit.findings.size() > shown)
        sheet.text(Report::tr("and %n more on the pages that follow.", nullptr, static_cast<int>(audit.findings.size() - shown)),
                   {9, false, false, muted}, 62);
    sheet.space(10);
}

/// When something must be renewed next.
void nextExpiry(Sheet &sheet, const DomainAudit &audit, const QLocale &locale)
{
    const QList<CertificateDigest> certificates = certificateDigests(audit.facts);
    const auto first = std::find_if(certificates.cbegin(), certificates.cend(),
                                    [](const CertificateDigest &certificate) { return certificate.until.isValid(); });
    if (first == certificates.cend())
        return;
    caption(sheet, Report::tr("First certificate to expire"));
    const QString text = Report::tr("%1 (%2)", "date (who shows the certificate)")
                             .arg(dayText(first->until, audit.judgedAt, locale), visibleText(first->usedBy.join(QLatin1String(", ")), 160));
    sheet.text(text, {9.5, false, false, stateColour(stateOfDates(*first, audit.judgedAt))});
}

} // namespace

void summaryPage(Sheet &sheet, const DomainAudit &audit, const QLocale &locale)
{
    sheet.newPage();
    sheet.heading(Report::tr("Summary for %1").arg(visibleText(domainText(audit.facts.domain), 120)));
    const ChainLink::State state = stateOfVerdict(audit.verdict);
    const QSizeF box = badge(sheet, {sheet.left(), sheet.y()}, state, verdictText(audit.verdict), 13);
    sheet.moveTo(sheet.y() + box.height() + 10);
    sheet.text(visibleText(audit.headline, 240), {12, true});
    sheet.space(6);
    sheet.text(meaning(audit.verdict), {9.5});
    sheet.space(12);
    if (!audit.nextStep.isEmpty()) {
        const QString step = visibleText(audit.nextStep, 240);
        const qreal height = sheet.heightOf(step, {10.5}, sheet.width() - 24) + 34;
        sheet.fill({sheet.left(), sheet.y(), sheet.width(), height}, stateTint(state), 3);
        sheet.textIn({sheet.left() + 12, sheet.y() + 8, sheet.width() - 24, 14}, Report::tr("What to do next"),
                     {9, true, false, stateColour(state)});
        sheet.textIn({sheet.left() + 12, sheet.y() + 23, sheet.width() - 24, height}, step, {10.5});
        sheet.moveTo(sheet.y() + height + 16);
    }
    caption(sheet, Report::tr("The chain that protects mail, link by link"));
    chainPicture(sheet, audit.links);
    countTiles(sheet, audit);
    gravest(sheet, audit);
    nextExpiry(sheet, audit, locale);
}

} // namespace mta
