// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// TLSA records against a chain. The input is a row of records, each usage, selector, matching type and a length of two octets before
// its data; a row that begins with usage 255 is a certificate that the server sends.

#include "dane/match.h"

#include <cstdint>
#include <cstdlib>

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QList<mta::TlsaRecord> records;
    QList<mta::Certificate> sent;
    for (size_t at = 0; size - at >= 5;) {
        const size_t length = std::min(static_cast<size_t>(data[at + 3] << 8 | data[at + 4]), size - at - 5);
        const QByteArray octets(reinterpret_cast<const char *>(data + at + 5), static_cast<qsizetype>(length));
        if (data[at] == 255)
            sent.append(mta::parseCertificate(octets));
        else
            records.append({data[at], data[at + 1], data[at + 2], octets});
        at += 5 + length;
    }
    const QDateTime at = QDateTime::fromSecsSinceEpoch(1790000000, Qt::UTC);
    const mta::DaneVerdict verdict = mta::verifyDane(sent, records, {QStringLiteral("mx.example.com")}, at);
    require(verdict.matches.size() == std::min<qsizetype>(records.size(), mta::maxRecordsPerAnswer));
    bool holds = false;
    bool usable = false;
    for (const mta::TlsaMatch &match : verdict.matches) {
        holds |= match.state == mta::TlsaState::Holds;
        usable |= match.usability == mta::TlsaUsability::Usable;
        require((match.usability == mta::TlsaUsability::Usable) != (match.state == mta::TlsaState::Unusable));
        require(match.sentAt < mta::maxChainLength && mta::tlsaText(match.record, 64).size() <= 64 + 13);
        require(!mta::holdsEmptyDigest(match.record) || match.state != mta::TlsaState::Holds);
        mta::meantRecord(match.record, sent);
    }
    require(holds == (verdict.outcome == mta::DaneOutcome::Valid));
    require(usable != (verdict.outcome == mta::DaneOutcome::NoRecords || verdict.outcome == mta::DaneOutcome::NoneUsable));
    require(verdict.decisive < verdict.matches.size());
    return 0;
}
