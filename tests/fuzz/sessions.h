// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/tlsclient.h"
#include "systemcalls/scriptedserver.h"

namespace mta::fuzz
{

/// What a whole session of a fuzzer's input is like: its first three octets choose the server's certificate, in which pieces its octets
/// arrive, and how TLS is spoken and ends; the rest is what it says.
struct Session {
    fakes::Turns turns;
    QByteArray rest;
};
Session sessionOf(const QByteArray &input, const QString &host);

/// Trusts what issued the good certificate.
std::shared_ptr<const TlsClient> tlsClient();

} // namespace mta::fuzz
