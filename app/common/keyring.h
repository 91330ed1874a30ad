// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/keyring.h"

namespace mta
{

/// The keyring of the user's session (Secret Service, KWallet). Never null: where the module that speaks to it is not installed, each call
/// says so. Calls may come from any thread.
Keyring &systemKeyring();

} // namespace mta
