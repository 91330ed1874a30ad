// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/context.h"
#include "publish/tsigkey.h"

namespace mta
{

/// Where secrets are kept between two runs: the keyring of the user's session. Never a file, never a log.
class Keyring
{
public:
    virtual ~Keyring() = default;

    /// NotFound where it has no such key; Unsupported where there is no keyring. Blocking; the user may be asked to unlock it.
    virtual Result<TsigKey> read(const QString &keyName, const Context &context) = 0;
    virtual Result<bool> keep(const TsigKey &key, const Context &context) = 0;
    virtual Result<bool> forget(const QString &keyName, const Context &context) = 0;
};

} // namespace mta
