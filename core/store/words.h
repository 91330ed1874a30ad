// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"

namespace mta
{

// The words of saved evidence for the values of enumerations: stable, kebab-case, never translated. Null for a value that is none; the
// compiler warns of a value without a word.
// clang-format off

constexpr const char *word(RecordType type)
{
    switch (type) {
    case RecordType::A: return "A";
    case RecordType::Ns: return "NS";
    case RecordType::Cname: return "CNAME";
    case RecordType::Soa: return "SOA";
    case RecordType::Mx: return "MX";
    case RecordType::Txt: return "TXT";
    case RecordType::Aaaa: return "AAAA";
    case RecordType::Ds: return "DS";
    case RecordType::Dnskey: return "DNSKEY";
    case RecordType::Tlsa: return "TLSA";
    }
    return nullptr;
}

constexpr const char *word(AnswerStatus status)
{
    switch (status) {
    case AnswerStatus::NotAsked: return "not-asked";
    case AnswerStatus::NoError: return "no-error";
    case AnswerStatus::NoData: return "no-data";
    case AnswerStatus::NxDomain: return "nxdomain";
    case AnswerStatus::ServFail: return "servfail";
    case AnswerStatus::Refused: return "refused";
    case AnswerStatus::Timeout: return "timeout";
    case AnswerStatus::Failed: return "failed";
    }
    return nullptr;
}

constexpr const char *word(Security security)
{
    switch (security) {
    case Security::Unknown: return "unknown";
    case Security::Secure: return "secure";
    case Security::Insecure: return "insecure";
    case Security::Bogus: return "bogus";
    }
    return nullptr;
}

constexpr const char *word(TlsVersion version)
{
    switch (version) {
    case TlsVersion::Unknown: return "unknown";
    case TlsVersion::Ssl3: return "ssl-3.0";
    case TlsVersion::Tls10: return "tls-1.0";
    case TlsVersion::Tls11: return "tls-1.1";
    case TlsVersion::Tls12: return "tls-1.2";
    case TlsVersion::Tls13: return "tls-1.3";
    }
    return nullptr;
}

constexpr const char *word(TlsOffer::Key key)
{
    switch (key) {
    case TlsOffer::Key::Any: return "any";
    case TlsOffer::Key::Rsa: return "rsa";
    case TlsOffer::Key::Ecdsa: return "ecdsa";
    }
    return nullptr;
}

constexpr const char *word(Trust trust)
{
    switch (trust) {
    case Trust::Unknown: return "unknown";
    case Trust::Trusted: return "trusted";
    case Trust::SelfSigned: return "self-signed";
    case Trust::IncompleteChain: return "incomplete-chain";
    case Trust::UntrustedRoot: return "untrusted-root";
    case Trust::Invalid: return "invalid";
    }
    return nullptr;
}

constexpr const char *word(FetchEnd end)
{
    switch (end) {
    case FetchEnd::NotTried: return "not-tried";
    case FetchEnd::Complete: return "complete";
    case FetchEnd::NoNetwork: return "no-network";
    case FetchEnd::Refused: return "refused";
    case FetchEnd::Unreachable: return "unreachable";
    case FetchEnd::Reset: return "reset";
    case FetchEnd::Timeout: return "timeout";
    case FetchEnd::ProxyFailed: return "proxy-failed";
    case FetchEnd::TlsFailed: return "tls-failed";
    case FetchEnd::Malformed: return "malformed";
    case FetchEnd::TooLarge: return "too-large";
    case FetchEnd::Truncated: return "truncated";
    }
    return nullptr;
}

constexpr const char *word(FetchStage stage)
{
    switch (stage) {
    case FetchStage::Connect: return "connect";
    case FetchStage::Handshake: return "handshake";
    case FetchStage::Response: return "response";
    case FetchStage::Body: return "body";
    case FetchStage::Done: return "done";
    }
    return nullptr;
}

constexpr const char *word(ProbeEnd end)
{
    switch (end) {
    case ProbeEnd::NotTried: return "not-tried";
    case ProbeEnd::Complete: return "complete";
    case ProbeEnd::NoNetwork: return "no-network";
    case ProbeEnd::Refused: return "refused";
    case ProbeEnd::Unreachable: return "unreachable";
    case ProbeEnd::Reset: return "reset";
    case ProbeEnd::Timeout: return "timeout";
    case ProbeEnd::ProxyFailed: return "proxy-failed";
    case ProbeEnd::TlsFailed: return "tls-failed";
    }
    return nullptr;
}

constexpr const char *word(SmtpDialog::Stage stage)
{
    switch (stage) {
    case SmtpDialog::Stage::Greeting: return "greeting";
    case SmtpDialog::Stage::Ehlo: return "ehlo";
    case SmtpDialog::Stage::StartTls: return "starttls";
    case SmtpDialog::Stage::Handshake: return "handshake";
    case SmtpDialog::Stage::EhloAfterTls: return "ehlo-after-tls";
    case SmtpDialog::Stage::Done: return "done";
    }
    return nullptr;
}

constexpr const char *word(SmtpDialog::Failure failure)
{
    switch (failure) {
    case SmtpDialog::Failure::None: return "none";
    case SmtpDialog::Failure::GreetingTemporary: return "greeting-temporary";
    case SmtpDialog::Failure::GreetingPermanent: return "greeting-permanent";
    case SmtpDialog::Failure::NotSmtp: return "not-smtp";
    case SmtpDialog::Failure::EhloTemporary: return "ehlo-temporary";
    case SmtpDialog::Failure::EhloUnknown: return "ehlo-unknown";
    case SmtpDialog::Failure::EhloRefused: return "ehlo-refused";
    case SmtpDialog::Failure::StartTlsTemporary: return "starttls-temporary";
    case SmtpDialog::Failure::StartTlsRefused: return "starttls-refused";
    case SmtpDialog::Failure::Injection: return "injection";
    case SmtpDialog::Failure::Grammar: return "grammar";
    case SmtpDialog::Failure::Limit: return "limit";
    case SmtpDialog::Failure::EhloAfterTlsFailed: return "ehlo-after-tls-failed";
    }
    return nullptr;
}

constexpr const char *word(TranscriptLine::From from)
{
    switch (from) {
    case TranscriptLine::From::Client: return "client";
    case TranscriptLine::From::Server: return "server";
    case TranscriptLine::From::Note: return "note";
    }
    return nullptr;
}

constexpr const char *word(Depth depth)
{
    switch (depth) {
    case Depth::Quick: return "quick";
    case Depth::Standard: return "standard";
    case Depth::Deep: return "deep";
    }
    return nullptr;
}

} // namespace mta
