// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/tlsgridrows.h"

#include "audit/checks.h"
#include "audit/outcome.h"
#include "base/wiretext.h"
#include "facts/tlsgrid.h"
#include "ui/words.h"
#include <QCoreApplication>
#include <algorithm>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// The columns of mailServerHeaders() that say something here; the others are empty.
struct GridCells {
    Cell name;
    Cell tls;
    Cell certificate;
    Cell expires;
};

Row gridRow(const QString &key, const GridCells &cells, const QString &pointer)
{
    Row row{key, {cells.name, Cell{{}}, Cell{{}}, Cell{{}}, cells.tls, cells.certificate, cells.expires, Cell{{}}}};
    row.pointer = pointer;
    return row;
}

Cell offeredCell(Offered offered)
{
    switch (offered) {
    case Offered::Yes:
        return Cell{QCoreApplication::translate("MailServers", "offered"), State::Good};
    case Offered::No:
        return Cell{QCoreApplication::translate("MailServers", "not offered"), std::nullopt, false, true};
    case Offered::NotTested:
        break;
    }
    return Cell{QCoreApplication::translate("MailServers", "not tested"), State::NotTested};
}

Cell expiryCell(const Certificate &leaf, const QDateTime &now)
{
    Cell cell{dayWords(leaf.notAfter, now)};
    cell.sort = leaf.notAfter;
    if (leaf.notAfter < now)
        cell.state = State::Broken;
    else if (now.daysTo(leaf.notAfter) < 14)
        cell.state = State::Attention;
    return cell;
}

/// Where the address is good in spite of a certificate, DANE has excused it, or a wrong clock leaves it open.
Cell certificateCell(const AddressOutcome &outcome, const CertificateProblems &problems)
{
    const bool excused = isOk(outcome.result) && outcome.dane == DaneResult::Valid;
    if (excused || !problems.any())
        return Cell{QCoreApplication::translate("MailServers", "valid"), State::Good};
    return isOk(outcome.result) || isUntested(outcome.result)
               ? offeredCell(Offered::NotTested)
               : Cell{QCoreApplication::translate("MailServers", "not accepted"), State::Broken};
}

Row keyRow(const DomainAudit &audit, const MxHost &host, const AddressOutcome &outcome, const QString &hostPointer, TlsOffer::Key kind)
{
    const bool rsa = kind == TlsOffer::Key::Rsa;
    GridCells cells;
    cells.name =
        Cell{rsa ? QCoreApplication::translate("MailServers", "RSA key") : QCoreApplication::translate("MailServers", "ECDSA key")};
    const ProbePlace place = probeShowing(host, outcome.address, kind);
    if (!place) {
        cells.certificate = offeredCell(offersKey(host, outcome.address, kind));
        return gridRow(rsa ? u"rsa"_s : u"ecdsa"_s, cells, {});
    }
    const TlsSession &tls = place.probe->tls;
    cells.tls = Cell{tlsVersionName(tls.version), std::nullopt, false, true};
    cells.certificate = certificateCell(outcome, certificateProblems(tls, host.name, audit.judgedAt));
    cells.expires = expiryCell(tls.chain.first(), audit.judgedAt);
    return gridRow(rsa ? u"rsa"_s : u"ecdsa"_s, cells, hostPointer + place.pointer);
}

Row versionRow(const MxHost &host, const QHostAddress &address, const QString &hostPointer, TlsVersion version)
{
    GridCells cells;
    cells.name = Cell{tlsVersionName(version)};
    const Offered offered = offersVersion(host, address, version);
    cells.tls = offeredCell(offered);
    if (offered == Offered::Yes && version < TlsVersion::Tls12) // RFC 8996
        cells.tls.state = State::Attention;
    const QList<ProbePlace> places = probesOf(host, address);
    const auto shown = std::find_if(places.cbegin(), places.cend(), [version](const ProbePlace &place) {
        return place.probe->tls.established && place.probe->tls.version == version;
    });
    if (shown == places.cend())
        return gridRow(tlsVersionName(version), cells, {});
    cells.certificate = Cell{visibleText(shown->probe->tls.cipher), std::nullopt, true, true};
    return gridRow(tlsVersionName(version), cells, hostPointer + shown->pointer);
}

} // namespace

QList<Row> tlsGridRows(const DomainAudit &audit, const MxHost &host, const AddressOutcome &outcome, const QString &hostPointer)
{
    const QHostAddress &address = outcome.address;
    const bool asked = std::any_of(host.extraProbes.cbegin(), host.extraProbes.cend(),
                                   [&address](const ExtraProbe &extra) { return extra.probe.address == address; });
    if (!asked)
        return {};
    QList<Row> rows;
    for (const TlsOffer::Key kind : {TlsOffer::Key::Ecdsa, TlsOffer::Key::Rsa})
        rows.append(keyRow(audit, host, outcome, hostPointer, kind));
    for (const TlsVersion version : {TlsVersion::Tls13, TlsVersion::Tls12, TlsVersion::Tls11, TlsVersion::Tls10})
        rows.append(versionRow(host, address, hostPointer, version));
    return rows;
}

} // namespace mta
