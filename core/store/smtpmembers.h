// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "smtp/mxprobe.h"
#include "store/x509members.h"

namespace mta
{

inline QJsonArray readableLines(const QByteArrayList &lines)
{
    QJsonArray array;
    for (const QByteArray &line : lines)
        array.append(visibleText(line));
    return array;
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const SmtpReply, SmtpReply> &value)
{
    archive.member("code", value.code);
    archive.list("lines", value.lines, maxReplyLines);
    if constexpr (Archive::writing)
        archive.readable("linesText", readableLines(value.lines));
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const Capabilities, Capabilities> &value)
{
    archive.text("greeting", value.greeting, 2 * maxReplyLine);
    archive.list("keywords", value.keywords, maxReplyLines);
    archive.member("startTls", value.startTls);
    if constexpr (Archive::writing)
        archive.readable("keywordsText", readableLines(value.keywords));
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const TranscriptLine, TranscriptLine> &value)
{
    archive.member("from", value.from);
    archive.member("at", value.at);
    archive.text("octets", value.octets, 2 * maxReplyLine);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const MxProbe, MxProbe> &value)
{
    archive.member("address", value.address);
    archive.member("end", value.end);
    archive.member("connected", value.connected);
    archive.member("stage", value.stage);
    archive.member("failure", value.failure);
    archive.member("detail", value.detail);
    archive.member("reply", value.reply);
    archive.member("plain", value.plain);
    archive.member("encrypted", value.encrypted);
    archive.member("startTlsReply", value.startTlsReply);
    archive.text("injected", value.injected, maxInjected);
    archive.member("tls", value.tls);
    archive.list("transcript", value.transcript, maxTranscriptLines);
    archive.member("connectTime", value.connectTime);
    archive.member("slowestStage", value.slowestStage);
    archive.member("elapsed", value.elapsed);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const ExtraProbe, ExtraProbe> &value)
{
    archive.member("offer", value.offer);
    archive.member("probe", value.probe);
}

} // namespace mta
