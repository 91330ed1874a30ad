// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mtasts/policy.h"
#include "mtasts/policyfetch.h"
#include "store/x509members.h"

namespace mta
{

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const HttpHeader, HttpHeader> &value)
{
    archive.text("name", value.name, 2 * maxHeadSize);
    archive.text("value", value.value, 2 * maxHeadSize);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const PolicyFetch, PolicyFetch> &value)
{
    archive.member("address", value.address);
    archive.member("end", value.end);
    archive.member("stage", value.stage);
    archive.member("detail", value.detail);
    archive.member("tls", value.tls);
    archive.member("httpStatus", value.httpStatus);
    archive.text("head", value.head, 2 * maxHeadSize);
    archive.list("headers", value.headers, maxHeaderCount);
    archive.text("mediaType", value.mediaType, 2 * maxHeadSize);
    archive.text("redirectTo", value.redirectTo, 2 * maxHeadSize);
    archive.text("contentEncoding", value.contentEncoding, 2 * maxHeadSize);
    archive.text("body", value.body, maxPolicySize);
    archive.member("decoded", value.decoded);
    archive.member("closeNotify", value.closeNotify);
    archive.member("elapsed", value.elapsed);
}

} // namespace mta
