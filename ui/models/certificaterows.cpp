// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/certificaterows.h"

#include "audit/catalogue.h"
#include "base/wiretext.h"
#include "ui/words.h"
#include "x509/chainshape.h"
#include <QCoreApplication>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

void collect(QList<CertificateUse> &uses, const DomainAudit &audit, const TlsSession &tls, const QString &user, const QString &pointer)
{
    if (tls.chain.isEmpty())
        return;
    auto use = std::find_if(uses.begin(), uses.end(), [&tls](const CertificateUse &each) { return each.leaf == tls.chain.first(); });
    if (use == uses.end()) {
        uses.append({tls.chain.first(),
                     tls.chain,
                     tls.verdict,
                     {},
                     audit.facts.domain.unicode,
                     pointer,
                     State::Good,
                     {},
                     !tls.ocspResponse.isEmpty()});
        use = uses.end() - 1;
    }
    if (!use->users.contains(user))
        use->users.append(user);
    for (const Finding &finding : audit.findings) {
        const bool about = (finding.ruleId.contains("-cert-"_L1) || finding.ruleId == "dane-other-key"_L1) &&
                           finding.evidence.startsWith(pointer + u"/tls"_s);
        if (!about)
            continue;
        const QString sentence = findingMessage(finding);
        if (!use->problems.contains(sentence))
            use->problems.append(sentence);
        // Broken is worse than attention is worse than good, in the order of the enumeration.
        use->state = std::max(use->state, severityState(finding.severity));
    }
}

QString namesText(const Certificate &certificate)
{
    QStringList names;
    for (const QString &name : certificate.dnsNames)
        names.append(visibleText(name));
    return names.join(u", "_s);
}

Cell whenCell(const CertificateUse &use, const QDateTime &now)
{
    Cell cell{dayWords(use.leaf.notAfter, now), use.state};
    cell.sort = use.leaf.notAfter;
    if (use.leaf.notAfter < now)
        cell.state = State::Broken;
    else if (use.state == State::Good && now.daysTo(use.leaf.notAfter) < 14)
        cell.state = State::Attention;
    return cell;
}

QString keyText(const Certificate &certificate)
{
    return certificate.keyBits > 0 && !certificate.keyType.contains(u"P-"_s)
               ? QCoreApplication::translate("Certificates", "%1, %2 bits", "key type, size")
                     .arg(visibleText(certificate.keyType), QString::number(certificate.keyBits))
               : visibleText(certificate.keyType);
}

QString hex(const QByteArray &octets)
{
    return QString::fromLatin1(octets.toHex(':'));
}

QString trustText(Trust trust)
{
    switch (trust) {
    case Trust::Trusted:
        return QCoreApplication::translate("Certificates", "leads to a trusted root");
    case Trust::SelfSigned:
        return QCoreApplication::translate("Certificates", "signed by itself");
    case Trust::IncompleteChain:
        return QCoreApplication::translate("Certificates", "the intermediate certificate is not sent");
    case Trust::UntrustedRoot:
        return QCoreApplication::translate("Certificates", "leads to a root that is not trusted");
    case Trust::Invalid:
        return QCoreApplication::translate("Certificates", "a signature or constraint does not hold");
    case Trust::Unknown:
        break;
    }
    return QCoreApplication::translate("Certificates", "not known");
}

QString shapeText(const ChainShape &shape)
{
    if (!shape.early.isEmpty())
        return QCoreApplication::translate("Certificates", "out of order");
    if (!shape.superfluous.isEmpty())
        return QCoreApplication::translate("Certificates", "in order, with certificates that nobody needs");
    if (!shape.roots.isEmpty())
        return QCoreApplication::translate("Certificates", "in order, up to the root");
    return QCoreApplication::translate("Certificates", "in order, nothing needless");
}

Row field(const QString &key, const QString &name, const QString &value, bool wire = false, std::optional<State> state = {})
{
    return Row{key, {Cell{name, std::nullopt, false, true}, Cell{value, state, wire}}};
}

Row certificateNode(const Certificate &certificate, int depth, const QDateTime &now)
{
    const QString title = depth == 0 ? QCoreApplication::translate("Certificates", "The server's own")
                                     : QCoreApplication::translate("Certificates", "Sent after it (%1)").arg(depth);
    Row node{u"chain%1"_s.arg(depth), {Cell{title}, Cell{visibleText(certificate.subject), std::nullopt, true}}};
    if (!certificate.valid) {
        node.children.append(field(u"unreadable"_s, QCoreApplication::translate("Certificates", "Problem"),
                                   QCoreApplication::translate("Certificates", "The certificate cannot be read."), false, State::Broken));
        return node;
    }
    const auto day = [&now](const QDateTime &time) {
        return QCoreApplication::translate("Certificates", "%1 (%2 UTC)")
            .arg(dayWords(time, now), time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s));
    };
    node.children = {
        field(u"names"_s, QCoreApplication::translate("Certificates", "Names (SAN)"),
              certificate.dnsNames.isEmpty() ? QCoreApplication::translate("Certificates", "none: a common name does not count")
                                             : namesText(certificate),
              true),
        field(u"issuer"_s, QCoreApplication::translate("Certificates", "Issuer"), visibleText(certificate.issuer), true),
        field(u"from"_s, QCoreApplication::translate("Certificates", "Valid from"), day(certificate.notBefore)),
        field(u"until"_s, QCoreApplication::translate("Certificates", "Valid until"), day(certificate.notAfter)),
        field(u"key"_s, QCoreApplication::translate("Certificates", "Key"), keyText(certificate)),
        field(u"signature"_s, QCoreApplication::translate("Certificates", "Signature"), visibleText(certificate.signatureAlgorithm), true),
        field(u"timestamps"_s, QCoreApplication::translate("Certificates", "Timestamps (SCT)"),
              certificate.timestamps > 0
                  ? QCoreApplication::translate("Certificates", "%n embedded", "signed certificate timestamps", certificate.timestamps)
                  : QCoreApplication::translate("Certificates", "none embedded")),
        field(u"issuerUrl"_s, QCoreApplication::translate("Certificates", "Issuer's certificate (AIA)"),
              certificate.issuerUrl.isEmpty() ? QCoreApplication::translate("Certificates", "does not say where")
                                              : visibleText(certificate.issuerUrl),
              !certificate.issuerUrl.isEmpty()),
        field(u"serial"_s, QCoreApplication::translate("Certificates", "Serial number"), visibleText(certificate.serial), true),
        field(u"sha256"_s, QCoreApplication::translate("Certificates", "Fingerprint (SHA-256)"), hex(certificate.sha256), true),
        field(u"spki"_s, QCoreApplication::translate("Certificates", "Key fingerprint (SPKI)"), hex(certificate.spkiSha256), true),
    };
    return node;
}

QString weekText(qint64 days)
{
    if (days < 0)
        return QCoreApplication::translate("Certificates", "Expired");
    const qint64 week = days / 7;
    if (week == 0)
        return QCoreApplication::translate("Certificates", "Within a week");
    if (week == 1)
        return QCoreApplication::translate("Certificates", "In a week");
    if (week < 13)
        return QCoreApplication::translate("Certificates", "In %1 weeks").arg(week);
    return QCoreApplication::translate("Certificates", "Later");
}

} // namespace

QList<CertificateUse> certificatesOf(const DomainAudit &audit)
{
    QList<CertificateUse> uses;
    for (qsizetype i = 0; i < audit.facts.fetches.size(); ++i) {
        const PolicyFetch &fetch = audit.facts.fetches[i];
        const QString user = QCoreApplication::translate("Certificates", "mta-sts.%1 (%2)", "policy host, address")
                                 .arg(audit.facts.domain.unicode, fetch.address.toString());
        collect(uses, audit, fetch.tls, visibleText(user), u"/fetches/%1"_s.arg(i));
    }
    for (qsizetype i = 0; i < audit.facts.mxHosts.size(); ++i) {
        const MxHost &host = audit.facts.mxHosts[i];
        for (qsizetype j = 0; j < host.probes.size(); ++j) {
            const QString user = QCoreApplication::translate("Certificates", "%1 (%2)", "mail server, address")
                                     .arg(visibleText(host.name), host.probes[j].address.toString());
            collect(uses, audit, host.probes[j].tls, user, u"/mxHosts/%1/probes/%2"_s.arg(i).arg(j));
        }
        for (qsizetype j = 0; j < host.extraProbes.size(); ++j) {
            const MxProbe &probe = host.extraProbes[j].probe;
            const QString user = QCoreApplication::translate("Certificates", "%1 (%2)", "mail server, address")
                                     .arg(visibleText(host.name), probe.address.toString());
            collect(uses, audit, probe.tls, user, u"/mxHosts/%1/extraProbes/%2/probe"_s.arg(i).arg(j));
        }
    }
    std::stable_sort(uses.begin(), uses.end(),
                     [](const CertificateUse &left, const CertificateUse &right) { return left.leaf.notAfter < right.leaf.notAfter; });
    return uses;
}

QList<CertificateUse> certificatesOf(const QList<DomainAudit> &audits)
{
    QList<CertificateUse> all;
    for (const DomainAudit &audit : audits)
        all.append(certificatesOf(audit));
    std::stable_sort(all.begin(), all.end(),
                     [](const CertificateUse &left, const CertificateUse &right) { return left.leaf.notAfter < right.leaf.notAfter; });
    return all;
}

QStringList certificateHeaders()
{
    return {QCoreApplication::translate("Certificates", "Used by"), QCoreApplication::translate("Certificates", "Expires"),
            QCoreApplication::translate("Certificates", "Names"), QCoreApplication::translate("Certificates", "Issuer"),
            QCoreApplication::translate("Certificates", "Key")};
}

QList<Row> certificateRows(const QList<CertificateUse> &uses, const QDateTime &now)
{
    QList<Row> rows;
    for (const CertificateUse &use : uses) {
        Row row{use.pointer,
                {Cell{use.users.join(u", "_s), std::nullopt, true}, whenCell(use, now), Cell{namesText(use.leaf), std::nullopt, true},
                 Cell{visibleText(use.leaf.issuer), std::nullopt, true}, Cell{keyText(use.leaf)}}};
        row.pointer = use.pointer;
        row.tag = static_cast<int>(rows.size());
        rows.append(row);
    }
    return rows;
}

QStringList certificateDetailHeaders()
{
    return {QCoreApplication::translate("Certificates", "Field"), QCoreApplication::translate("Certificates", "Value")};
}

QList<Row> certificateDetail(const CertificateUse &use, const QDateTime &now)
{
    QList<Row> rows;
    for (const QString &problem : use.problems)
        rows.append(field(u"problem:"_s + problem, QCoreApplication::translate("Certificates", "Problem"), problem, false, use.state));
    rows.append(field(u"trust"_s, QCoreApplication::translate("Certificates", "Chain"), trustText(use.verdict.trust), false,
                      use.verdict.trust == Trust::Trusted   ? State::Good
                      : use.verdict.trust == Trust::Unknown ? State::NotTested
                                                            : State::Broken));
    rows.append(field(u"shape"_s, QCoreApplication::translate("Certificates", "Order of the chain"), shapeText(chainShape(use.sent))));
    const QString stapled = use.stapled ? QCoreApplication::translate("Certificates", "an OCSP response was sent with it")
                            : use.leaf.mustStaple
                                ? QCoreApplication::translate("Certificates", "no OCSP response, though the certificate demands one")
                                : QCoreApplication::translate("Certificates", "no OCSP response was sent with it");
    rows.append(field(u"stapled"_s, QCoreApplication::translate("Certificates", "Revocation (OCSP)"), stapled, false,
                      use.leaf.mustStaple && !use.stapled ? std::optional(State::Attention) : std::nullopt));
    for (const QString &user : use.users)
        rows.append(field(u"user:"_s + user, QCoreApplication::translate("Certificates", "Used by"), user, true));
    for (qsizetype i = 0; i < use.sent.size(); ++i)
        rows.append(certificateNode(use.sent[i], static_cast<int>(i), now));
    return rows;
}

QStringList expiryHeaders()
{
    return {QCoreApplication::translate("Certificates", "Expires"), QCoreApplication::translate("Certificates", "Domain"),
            QCoreApplication::translate("Certificates", "Used by"), QCoreApplication::translate("Certificates", "Issuer")};
}

QList<Row> expiryRows(const QList<CertificateUse> &uses, const QDateTime &now)
{
    QList<Row> groups;
    for (qsizetype i = 0; i < uses.size(); ++i) {
        const CertificateUse &use = uses[i];
        const QString title = weekText(use.leaf.notAfter < now ? -1 : now.daysTo(use.leaf.notAfter));
        if (groups.isEmpty() || groups.last().cells.first().text != title) {
            Cell heading{title};
            heading.sort = use.leaf.notAfter;
            groups.append(Row{u"group:"_s + title, {heading, Cell{{}}, Cell{{}}, Cell{{}}}});
            groups.last().group = true;
        }
        Row row{use.domain + use.pointer,
                {whenCell(use, now), Cell{visibleText(use.domain), std::nullopt, true}, Cell{use.users.join(u", "_s), std::nullopt, true},
                 Cell{visibleText(use.leaf.issuer), std::nullopt, true}}};
        row.tag = static_cast<int>(i);
        groups.last().children.append(row);
    }
    return groups;
}

} // namespace mta
