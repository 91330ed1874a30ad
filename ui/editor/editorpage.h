// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/lint.h"
#include "ui/editor/draft.h"
#include "ui/theme.h"
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTimer;

namespace mta
{

class CodeView;
class FindingDetail;
class InfoBar;
class OctetEdit;
class RowsView;

/// A policy or record is written here: what the catalogue says of it stands beside it while it is typed, with a mend for each finding that
/// has one, which leaves all other octets alone. What was typed survives the program.
class EditorPage : public QWidget
{
    Q_OBJECT

public:
    /// `draftFile` is where the unsaved text is kept; empty: nowhere.
    explicit EditorPage(const QString &draftFile, QWidget *parent = nullptr);
    ~EditorPage() override;

    /// Asks first when something unsaved would go. `path` is the file the text came from, or empty; `kind` is absent where it is to be seen
    /// from the text.
    void open(const QByteArray &octets, const QString &path, std::optional<EditedKind> kind = {});
    bool save(); ///< false when nothing was written
    bool saveTo(const QString &path);
    void mendCurrent();
    void mendAll();
    void tidy();
    Draft draft() const;
    OctetEdit *edit() const { return m_edit; }
    RowsView *list() const { return m_list; }
    QString status() const;

signals:
    void told(State state, const QString &text);

private:
    QWidget *buildBar();
    QWidget *buildDetail();
    void look();
    void followKind(const QByteArray &octets);
    bool isPolicy() const;
    /// What is mended is the text that was judged, or nothing: one click may follow another before the text has been looked at again.
    bool isJudged() const;
    void take(const PolicyLint &lint);
    void take(const RecordLint &lint);
    void show(const QList<LintFinding> &findings, State state, const QString &text);
    void showCurrent();
    void showName();
    const LintFinding *current() const;
    bool mayReplace();
    void chooseAndOpen();
    bool chooseAndSave();
    void restore(Draft kept);
    void keepDraft();

    DraftKeeper m_keeper;
    QString m_path;
    QByteArray m_saved;
    QByteArray m_looked; ///< the text that was looked at last
    QByteArray m_judged; ///< the text that m_findings are about
    QList<LintFinding> m_findings;
    bool m_kindChosen = false; ///< by somebody, not by what the text looks like
    QComboBox *m_kind;
    QLabel *m_name;
    OctetEdit *m_edit;
    QLabel *m_stateIcon;
    QLabel *m_status;
    RowsView *m_list;
    FindingDetail *m_detail;
    QWidget *m_mendCard;
    QLabel *m_mendText;
    CodeView *m_mendPreview;
    QPushButton *m_mend;
    QPushButton *m_mendAll;
    QPushButton *m_tidy;
    QTimer *m_lookSoon;
    QTimer *m_keepSoon;
};

} // namespace mta
