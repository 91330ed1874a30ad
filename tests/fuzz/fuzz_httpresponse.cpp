// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "mtasts/policy.h"
#include "net/contentcoding.h"
#include "net/httpresponse.h"
#include <cstdint>
#include <cstdlib>

namespace
{

using mta::HttpResponse;

HttpResponse read(const QByteArray &octets, qsizetype piece)
{
    HttpResponse response;
    for (qsizetype at = 0; at < octets.size(); at += piece)
        response.feed(QByteArrayView(octets).sliced(at, std::min(piece, octets.size() - at)));
    response.end(true);
    return response;
}

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

/// An answer reads the same in one piece and in many, and keeps its limits.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const HttpResponse whole = read(octets, std::max<qsizetype>(octets.size(), 1));
    const HttpResponse pieces = read(octets, 3);
    require(whole.state() == pieces.state() && whole.body() == pieces.body() && whole.status() == pieces.status());
    require(whole.headers() == pieces.headers());
    require(whole.state() != HttpResponse::State::Head && whole.state() != HttpResponse::State::Body);
    require(whole.body().size() <= mta::maxPolicySize && whole.head().size() <= mta::maxHeadSize);
    require(whole.headers().size() <= mta::maxHeaderCount);
    const QByteArray coding = whole.value("Content-Encoding").toLower();
    require(mta::decodeContent(whole.body(), coding, mta::maxPolicySize).body.size() <= mta::maxPolicySize);
    return 0;
}
