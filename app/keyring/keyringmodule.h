// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/keyring.h"
#include <QtGlobal>

/// The module's one entry: the keyring of the session. A module of its own, for QtKeychain brings D-Bus and more with it.
extern "C" Q_DECL_EXPORT mta::Keyring *mtaKeyring();
