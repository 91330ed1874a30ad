// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "survey/network.h"
#include <QDateTime>
#include <memory>

namespace mta
{

/// The DNS as a survey asks it. A plain question goes straight to the resolver in one datagram; a validated one goes through libunbound
/// as well, which is started by the first of them or by prepare(). The same question is asked once per run: answers are shared while they
/// are on their way and kept afterwards. Thread-safe.
class UnboundResolver : public Resolver
{
public:
    /// `resolver`: empty for the system's (/etc/resolv.conf), an address with or without a port ("192.0.2.53:5300", "[::1]:53"), or
    /// "recursive" for full recursion from the root. `trustAnchorFile` replaces the system's and the built-in anchors of the root.
    /// `dnsPort` is that of servers asked directly. Fails with a clear sentence for an address or a file that cannot be used.
    static Result<std::unique_ptr<UnboundResolver>> create(const QString &resolver, const QString &trustAnchorFile, quint16 dnsPort = 53);
    ~UnboundResolver() override;

    Lookup lookup(const Question &question, Assurance assurance, const Context &context) override;
    Lookup askServer(const QHostAddress &server, const Question &question, const Context &context) override;
    void prepare() override;

    /// "system (192.0.2.1)", "192.0.2.53:5300", "recursive".
    QString description() const;
    /// The resolver hands out no signatures, so nothing can be validated through it: seen by a validated question, false before.
    bool signaturesStripped() const;
    /// The validity of the signature over the root's DNSKEY set as the resolver gave it; invalid until seen.
    QDateTime rootSignedFrom() const;
    QDateTime rootSignedUntil() const;

private:
    struct Parts;
    explicit UnboundResolver(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace mta
