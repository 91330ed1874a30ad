// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "x509/owntrouble.h"

#include <cerrno>
#include <cstdlib>
#include <openssl/crypto.h>
#include <openssl/err.h>

namespace mta
{
namespace
{

thread_local int troubles = 0;

// OpenSSL often says no more than "init fail" when it runs out of memory: so its memory comes from here.
void *noted(void *block)
{
    troubles += block ? 0 : 1;
    return block;
}

void *allocate(size_t size, const char *, int)
{
    return size > 0 ? noted(std::malloc(size)) : nullptr;
}

void release(void *block, const char *, int)
{
    std::free(block);
}

void *reallocate(void *block, size_t size, const char *file, int line)
{
    if (size > 0)
        return noted(std::realloc(block, size));
    release(block, file, line);
    return nullptr;
}

/// Before main(), while OpenSSL has asked for nothing yet: later it would refuse.
[[maybe_unused]] const bool installed = CRYPTO_set_mem_functions(allocate, reallocate, release) == 1;

/// Other than memory it is files that may be lacking: roots are read when they are asked for.
bool isOwnTrouble(unsigned long error)
{
    return ERR_SYSTEM_ERROR(error) ? ERR_GET_REASON(error) != ENOENT : ERR_GET_REASON(error) == ERR_R_MALLOC_FAILURE;
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

} // namespace mta
