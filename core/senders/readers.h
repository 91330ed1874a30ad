// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "senders/senders.h"

namespace mta
{

// One reader per program, each in a file of its own.
SenderVerdict moxPolicy(const ServedPolicy &policy);
SenderVerdict moxRecords(const QByteArrayList &values);
bool moxMatches(const QByteArray &pattern, const QString &host);

SenderVerdict tlspolPolicy(const ServedPolicy &policy);
SenderVerdict tlspolRecords(const QByteArrayList &values);

SenderVerdict goMtaStsPolicy(const ServedPolicy &policy);
SenderVerdict goMtaStsRecords(const QByteArrayList &values);
bool goMtaStsMatches(const QByteArray &pattern, const QString &host);

SenderVerdict resolverPolicy(const ServedPolicy &policy);
SenderVerdict resolverRecords(const QByteArrayList &values);

SenderVerdict chasquidPolicy(const ServedPolicy &policy);
SenderVerdict chasquidRecords(const QByteArrayList &values);
bool chasquidMatches(const QByteArray &pattern, const QString &host);

SenderVerdict stalwartPolicy(const ServedPolicy &policy);
SenderVerdict stalwartRecords(const QByteArrayList &values);
bool stalwartMatches(const QByteArray &pattern, const QString &host);

SenderVerdict mailauthPolicy(const ServedPolicy &policy);
SenderVerdict mailauthRecords(const QByteArrayList &values);
bool mailauthMatches(const QByteArray &pattern, const QString &host);

} // namespace mta
