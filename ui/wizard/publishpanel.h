// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/publisher.h"
#include "ui/theme.h"
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QSettings;

namespace mta
{

class CodeView;
class FieldNote;
class PublishForm;
class RowsView;

/// What the panel has from the rest of the window.
struct PublishMeans {
    std::shared_ptr<Publisher> publisher;
    QSettings *settings = nullptr;
    std::function<Preferences()> preferences;
    /// Outlives every window: what was published gets into the plan even where its window is gone meanwhile.
    QObject *keeper = nullptr;
    /// `path`: of the file of the plan that was published, which is to hold it too.
    std::function<void(const QString &domain, const QString &path, const std::function<Plan(const Plan &)> &remember)> keep;
};

/// Publishes a plan from here: shows what would change, and after consent does exactly that, step by step; takes it back the same way.
class PublishPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PublishPanel(PublishMeans means, QWidget *parent = nullptr);
    ~PublishPanel() override; ///< stops what runs; it ends in a thread of its own
    /// While something runs, only what it is about is shown. `path`: of the plan's file, empty without. `part`: that this is not all of
    /// what is meant, and why; empty where it is.
    void show(const Plan &plan, const QString &path, const QString &part = {});
    void look();
    void lookBack(); ///< what taking back would change
    void carryOut();
    void stop();
    void takeKey(const QString &file);

    bool running() const { return m_running; }
    PublishForm *form() const { return m_form; }
    CodeView *changes() const { return m_changes; }
    QCheckBox *consent() const { return m_consent; }
    QPushButton *carryOutButton() const { return m_carryOut; }
    QPushButton *takeBackButton() const { return m_takeBack; }
    RowsView *list() const { return m_list; }
    FieldNote *note() const { return m_note; }

signals:
    void backWanted();
    void saveWanted();
    void published(); ///< or taken back: the domain may look another way now

private:
    struct Shown {
        Plan plan;
        QString path;
        QString part;
    };
    void forgetKey(const QString &name);
    void propose(bool back);
    void showProposal(const Publisher::Proposed &proposed);
    void discard(); ///< what was proposed is no longer what would be done
    void begin(const QString &doing);
    void showSteps(int running, const PublishEnd *end);
    void finish(const PublishEnd &end);
    void showNext();
    void showButtons();
    PublishRequest request() const;

    PublishMeans m_means;
    Plan m_plan;
    QString m_path;
    std::optional<Shown> m_next; ///< to be shown when what runs has ended
    std::shared_ptr<PublishProposal> m_proposal;
    QStringList m_steps; ///< of the last proposal
    bool m_back = false; ///< it takes back
    bool m_running = false;
    bool m_changing = false; ///< what runs is more than a look
    int m_round = 0;         ///< answers of an earlier one are not awaited any more
    std::stop_source m_stop;

    QLabel *m_title;
    FieldNote *m_partNote;
    FieldNote *m_fileNote;
    QPushButton *m_save;
    PublishForm *m_form;
    QPushButton *m_look;
    QPushButton *m_takeBack;
    QPushButton *m_stopButton;
    FieldNote *m_note;
    CodeView *m_changes;
    QCheckBox *m_consent;
    QPushButton *m_carryOut;
    RowsView *m_list;
};

} // namespace mta
