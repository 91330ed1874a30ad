// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "x509/owntrouble.h"

#include <cerrno>
#include <openssl/err.h>

namespace mta
{
namespace
{

thread_local int troubles = 0;

bool isOwnTrouble(unsigned long error)
{
    if (ERR_SYSTEM_ERROR(error))
        return ERR_GET_REASON(error) != ENOENT; // a root that is not in the folder of roots
    return ERR_GET_REASON(error) == ERR_R_MALLOC_FAILURE;
}

} // namespace

OwnTrouble::OwnTrouble()
{
    forgetErrors();
    m_before = troubles;
}

bool OwnTrouble::any() const
{
    forgetErrors();
    return troubles != m_before;
}

void forgetErrors()
{
    while (const unsigned long error = ERR_get_error())
        troubles += isOwnTrouble(error) ? 1 : 0;
}

void noteOwnTrouble()
{
    ++troubles;
}

} // namespace mta
