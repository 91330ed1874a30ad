// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/secret.h"

#include <QByteArray>
#include <openssl/crypto.h>

namespace mta
{

void Secret::wipe()
{
    OPENSSL_cleanse(m_octets.data(), m_octets.size());
}

void wipe(QByteArray &octets)
{
    OPENSSL_cleanse(octets.data(), static_cast<size_t>(octets.size()));
    octets.clear();
}

} // namespace mta
