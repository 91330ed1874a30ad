// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "deploy/plan.h"

/// Who serves the policy file, and how they are told to: at https://mta-sts.<domain>/.well-known/mta-sts.txt and nowhere else, with status
/// 200 and media type text/plain, octet for octet, over TLS with a certificate for that name (RFC 8461 §3.2, §3.3). A redirect is an
/// error for senders.
namespace mta
{

/// A file to put somewhere.
struct HostingFile {
    QString name;       ///< relative, with slashes: "nginx/mta-sts.example.com.conf"
    QByteArray content; ///< technical, in no language
    QString purpose;    ///< translated: what it is and where it goes

    bool operator==(const HostingFile &) const = default;
};

/// Everything about one way to serve a policy. Sentences are translated.
struct HostingGuide {
    QList<HostingFile> files;
    QStringList steps;       ///< in order
    QStringList certificate; ///< how it comes about and is renewed
    QStringList traps;       ///< what goes wrong at this host

    bool operator==(const HostingGuide &) const = default;
};

/// Those that can be chosen, in the order in which to offer them.
QList<PolicyServer> policyServers();
QString policyServerTitle(PolicyServer server); ///< a name; translated where it is a word

/// What to do for the plan's policy at the plan's server. An Error where nothing is to be served: no policy, a policy that cannot be
/// written, nobody chosen, a delegation without its target.
Result<HostingGuide> hostingGuide(const Plan &plan);

} // namespace mta
