// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "survey/network.h"
#include "ui/settings/preferences.h"
#include <functional>
#include <memory>

namespace mta
{

/// The outside world as the window sees it. The window itself knows no socket: the program hands these in.
class NetworkHandle
{
public:
    virtual ~NetworkHandle() = default;
    virtual Network network() = 0;
    /// Fills in what it knows of the conditions: resolver, trust store, ports.
    virtual void describe(Conditions &conditions) const = 0;
};

class Notifier;
class Publisher;

/// Called from worker threads; may take a while.
using NetworkFactory = std::function<Result<std::shared_ptr<NetworkHandle>>(const Preferences &)>;

/// A domain of the practice world.
struct PracticeLesson {
    QString domain;
    QString lesson; ///< one translated sentence
};

struct Language {
    QString code; ///< "de"; empty: as the system says
    QString name; ///< in that language
};

struct Environment {
    NetworkFactory live;
    NetworkFactory practice;
    std::function<QList<PracticeLesson>()> lessons;
    QList<Language> languages;
    std::function<void(const QString &code)> useLanguage;
    std::function<QDateTime()> now = QDateTime::currentDateTimeUtc; ///< by which the wizard reckons when a step is safe
    QString historyFolder;                                          ///< where sightings of domains are kept; empty: nowhere
    QString draftFolder;                                            ///< where unsaved texts are kept; empty: nowhere
    std::shared_ptr<Publisher> publisher;                           ///< null: plans are published by hand
    std::shared_ptr<Notifier> notifier;                             ///< null: what is due is told in the window only
};

} // namespace mta
