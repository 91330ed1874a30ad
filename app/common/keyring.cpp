// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/common/keyring.h"

#include "app/common/modules.h"
#include "app/keyring/keyringmodule.h"
#include <QCoreApplication>

namespace mta
{

namespace
{

class NoKeyring : public Keyring
{
public:
    Result<TsigKey> read(const QString &, const Context &) override { return missing(); }
    Result<bool> keep(const TsigKey &, const Context &) override { return missing(); }
    Result<bool> forget(const QString &, const Context &) override { return missing(); }

private:
    static Error missing()
    {
        return {ErrorCode::Unsupported,
                QCoreApplication::translate("Keyring", "The part of this program that speaks to the keyring is not installed.")};
    }
};

} // namespace

Keyring &systemKeyring()
{
    static NoKeyring none;
    static const auto entry = reinterpret_cast<decltype(&mtaKeyring)>(moduleEntry("mta-sts-keyring", "mtaKeyring"));
    return entry ? *entry() : none;
}

} // namespace mta
