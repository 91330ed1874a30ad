// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "integration/scenarios.h"

namespace mta::fakes
{

void withoutPolicy(RealDomain &domain)
{
    domain.sts.clear();
    domain.policyAddresses.clear();
}

void setPolicyCertificate(RealDomain &domain, CertificateFault fault)
{
    domain.policyAddresses.first().certificate = fault;
}

void setMxCertificate(RealDomain &domain, CertificateFault fault)
{
    domain.mx.first().addresses.first().certificate = fault;
}

void setMxOptions(RealDomain &domain, const QByteArrayList &options)
{
    domain.mx.first().addresses.first().options = options;
}

void playWeb(RealDomain &domain, RealScript script)
{
    domain.policyAddresses.first().script = std::move(script);
}

void playMail(RealDomain &domain, RealScript script)
{
    domain.mx.first().addresses.first().script = std::move(script);
}

RealMailServer &addMailServer(RealDomain &domain, const QByteArray &label)
{
    domain.mx.append({domain.host(label)});
    domain.policy.replace("max_age", "mx: " + domain.host(label) + "\r\nmax_age");
    return domain.mx.last();
}

void talkWell(TlsPeer &peer, const TlsOptions &options)
{
    greetAndOffer(peer);
    finishInTls(peer, options);
}

RealScript answer(const QByteArray &octets)
{
    return [octets](TlsPeer &peer, const TlsOptions &options) { answering(options, octets)(peer); };
}

RealScript answerFile(const QByteArray &statusAndHeaders, const QByteArray &body)
{
    return answer(httpAnswer(statusAndHeaders, body));
}

} // namespace mta::fakes
