// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "factsbuilder.h"
#include "spoiltfacts.h"

/// The parts of spoiltFacts(), by what is spoilt, and what they share.
namespace mta::spoiling
{

inline const QString domain = QStringLiteral("good.example");
inline const QString policyHost = QStringLiteral("mta-sts.good.example");
inline const QString mx1 = QStringLiteral("mx1.good.example");

void keepOneMx(DomainFacts &facts);
/// The same end for every address of the first mail server.
void endFirst(DomainFacts &facts, ProbeEnd end, SmtpDialog::Stage stage, SmtpDialog::Failure failure = SmtpDialog::Failure::None,
              std::optional<SmtpReply> reply = std::nullopt);
void forFirst(DomainFacts &facts, const std::function<void(TlsSession &)> &change);
void endFetches(DomainFacts &facts, FetchEnd end, FetchStage stage);
void answerWith(DomainFacts &facts, const std::function<void(PolicyFetch &)> &change);
Certificate leafFor(const QString &host, int fromDay, int toDay);
void changeLeaf(TlsSession &session, const std::function<void(Certificate &)> &change);
void selfSign(TlsSession &session);
void distrust(TlsSession &session, Trust trust);
/// A session whose server says itself, by a stapled response, that its certificate is revoked.
void revoke(TlsSession &session, const QString &host);
void weaken(TlsSession &session);

QList<Spoilt> domainCases();
QList<Spoilt> nameserverCases();
QList<Spoilt> recordCases();
QList<Spoilt> policyHostCases();
QList<Spoilt> policyCertificateCases();
QList<Spoilt> policyCases();
QList<Spoilt> mxRecordCases();
QList<Spoilt> mxCases();
QList<Spoilt> startTlsCases();
QList<Spoilt> certificateCases();
QList<Spoilt> tlsGridCases();
QList<Spoilt> daneCases();
QList<Spoilt> tlsRptCases();
QList<Spoilt> historyCases();

} // namespace mta::spoiling
