// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/signedzones.h"

#include <QStringList>

namespace mta::dane
{

/// One domain with one mail server. "{d}" stands for its name, "{leaf 1 1}", "{issuer 0 1}" and "{root 0 0}" for association data of
/// selector and matching type.
struct Domain {
    QString name;
    SignedZones::Kind zone = SignedZones::Kind::Signed; ///< other than Signed: a zone of its own
    bool policy = true;
    QString pattern = QStringLiteral("{mx}");
    QString mx = QStringLiteral("mx1.{d}");
    SignedZones::Kind mxZone = SignedZones::Kind::Signed; ///< when the mail server is not below the domain
    QString addressOwner = QStringLiteral("{mx}");        ///< else the mail server is an alias of it
    QStringList tlsa{};                                   ///< data of the records
    QStringList tlsaOwners{QStringLiteral("_25._tcp.{mx}")};
    bool tlsaZoneExpired = false; ///< the records are in a zone of their own, whose signatures ran out
    bool startTls = true;
    QString certificateName = QStringLiteral("{mx}");
    int daysLeft = 90;
    bool selfSigned = false;
};

struct Scenario {
    const char *label;
    const char *verdict;
    const char *mail;             ///< deliveries of both, DANE, MTA-STS, neither
    QList<const char *> findings; ///< all errors and warnings, and the notes that matter
    QList<const char *> forbidden;
    void (*change)(Domain &);
};

constexpr auto digestOfNothing = "3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr auto stale = "3 1 1 bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
constexpr auto well = "authenticated authenticated authenticated encrypted";
constexpr auto refusedByDane = "refused refused authenticated encrypted";

QList<Scenario> recordScenarios();
QList<Scenario> zoneScenarios();
QList<Scenario> meetingScenarios();

} // namespace mta::dane
