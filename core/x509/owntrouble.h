// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace mta
{

/// Whether this machine itself failed, for want of memory or of open files, in this thread and since this was made. What was then read
/// or verified says nothing about the peer.
class OwnTrouble
{
public:
    OwnTrouble();
    bool any() const;

private:
    int m_before = 0;
};

/// Forgets OpenSSL's errors of this thread, but not own trouble among them.
void forgetErrors();

} // namespace mta
