// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "x509/openssl.h"
#include <mutex>

namespace mta
{

/// The roots behind a TrustStore. OpenSSL's store locks itself, so one is enough for all threads.
struct TrustStore::Data {
    enum class Source { System, Given };

    Source source = Source::Given;
    QString description;
    bool empty = true;

    X509_STORE *store() const; ///< the system's is set up at the first call; null when this machine cannot, now

    mutable std::mutex mutex;
    mutable X509StorePtr roots;
};

} // namespace mta
