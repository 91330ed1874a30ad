// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakenetwork.h"
#include "ui/environment.h"

namespace mta
{

/// A network for the window out of maps.
class MapHandle : public NetworkHandle
{
public:
    Network network() override { return fake.network(); }
    void describe(Conditions &conditions) const override;

    FakeNetwork fake;
};

/// Puts every answer that the facts hold into the network, so that an audit finds them again.
void fill(FakeNetwork &network, const DomainFacts &facts);

/// The good facts under another name.
DomainFacts goodFactsAs(const QString &domain);

/// Every text from outside is markup, control characters and bidirectional overrides.
DomainFacts hostileFacts();
/// A piece of every such text.
extern const char *const hostileMarkup;

/// An environment whose networks are the handle; its practice world has one lesson.
Environment fakeEnvironment(const std::shared_ptr<MapHandle> &handle);

} // namespace mta
