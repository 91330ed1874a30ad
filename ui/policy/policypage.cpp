// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/policy/policypage.h"

#include "base/wiretext.h"
#include "ui/background.h"
#include "ui/icons.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/elidedlabel.h"
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QSplitter>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

PolicyPage::PolicyPage(QWidget *parent)
    : AuditPart(parent),
      m_address(new QComboBox),
      m_edit(new QPushButton(icon(u"policy"_s), tr("Edit a copy"))),
      m_url(new ElidedLabel),
      m_summary(textBlock({})),
      m_text(new CodeView(tr("Policy file"))),
      m_lineHeading(mutedLabel({})),
      m_meaning(textBlock({})),
      m_findings(textBlock({})),
      m_head(new CodeView(tr("HTTP answer")))
{
    m_url->setFont(wireFont());
    m_address->setAccessibleName(tr("Address of the policy host"));
    m_address->view()->setAccessibleName(m_address->accessibleName());
    m_text->setNumbered(true);
    m_text->setObjectName(u"policyText"_s);
    m_text->setPlaceholderText(tr("The policy file appears here as it was served."));
    m_head->setFont(wireFont(Type::Small));
    m_head->setPlaceholderText(tr("Status line and headers of the answer appear here."));
    auto *copy = new QPushButton(icon(u"copy"_s), tr("Copy as served"));
    copy->setAutoDefault(false);
    auto *evidence = new QPushButton(icon(u"evidence"_s), tr("Show evidence"));
    evidence->setAutoDefault(false);

    auto *top = new QHBoxLayout;
    top->setSpacing(2 * grid);
    top->addWidget(m_url, 1);
    top->addWidget(m_address);
    m_edit->setAutoDefault(false);
    top->addWidget(m_edit);
    top->addWidget(copy);
    top->addWidget(evidence);
    auto *explained = card();
    explained->setMinimumWidth(220);
    auto *column = new QVBoxLayout(explained);
    column->setContentsMargins(4 * grid, 3 * grid, 4 * grid, 3 * grid);
    column->setSpacing(grid);
    column->addWidget(m_lineHeading);
    column->addWidget(m_meaning);
    column->addSpacing(2 * grid);
    column->addWidget(m_findings);
    column->addStretch(1);
    column->addWidget(mutedLabel(tr("Answer of the web server")));
    column->addWidget(m_head, 2);

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 3 * grid, 0, 0);
    page->setSpacing(2 * grid);
    page->addLayout(top);
    page->addWidget(m_summary);
    page->addWidget(splitter(Qt::Horizontal, u"policySplitter"_s, {m_text, explained}, {3, 2}), 1);
    connect(m_address, &QComboBox::currentIndexChanged, this, &PolicyPage::showFetch);
    connect(m_text, &CodeView::currentLineChanged, this, &PolicyPage::showLine);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(QString::fromUtf8(m_linted)); });
    connect(m_edit, &QPushButton::clicked, this, [this] { emit editWanted(m_linted); });
    connect(evidence, &QPushButton::clicked, this,
            [this] { emit evidenceWanted(u"/fetches/%1"_s.arg(qMax(0, m_address->currentIndex()))); });
    setAudit(nullptr, false);
}

void PolicyPage::setAudit(const DomainAudit *audit, bool running)
{
    const int before = m_audit && audit && m_audit->facts.domain == audit->facts.domain ? m_address->currentIndex() : -1;
    m_audit = audit ? std::optional(*audit) : std::nullopt;
    m_running = running;
    const QSignalBlocker quiet(m_address);
    m_address->clear();
    for (qsizetype i = 0; audit && i < audit->facts.fetches.size(); ++i)
        m_address->addItem(audit->facts.fetches[i].address.toString());
    const int wanted = audit ? fetchToShow(*audit) : -1;
    m_address->setCurrentIndex(before >= 0 && before < m_address->count() && !running ? before : wanted);
    m_address->setVisible(m_address->count() > 1);
    m_url->setText(audit ? visibleText(u"https://mta-sts."_s + audit->facts.domain.ascii + u"/.well-known/mta-sts.txt"_s) : QString());
    showFetch();
}

void PolicyPage::showFetch()
{
    const int index = m_address->currentIndex();
    if (!m_audit || index < 0 || index >= m_audit->facts.fetches.size()) {
        m_summary->setText(m_audit && !m_running ? tr("No policy file was fetched.")
                                                 : tr("The policy says which mail servers are yours and how strict senders should be."));
        m_edit->setEnabled(false);
        m_linted.clear();
        m_lines.clear();
        m_text->setLines({}, {});
        m_head->setLines({}, {});
        showLine();
        return;
    }
    const PolicyFetch &fetch = m_audit->facts.fetches[index];
    m_edit->setEnabled(!fetch.body.isEmpty());
    m_summary->setText(fetchSummary(fetch));
    m_head->setLines(visibleLines(QByteArray(fetch.head).replace("\r\n", "\n")).split(u'\n'), {});
    if (fetch.body == m_linted && !m_lines.isEmpty())
        return;
    m_linted = fetch.body;
    if (fetch.body.isEmpty()) {
        m_lines.clear();
        m_text->setLines({}, {});
        showLine();
        return;
    }
    inBackground(
        this, [body = fetch.body, domain = m_audit->facts.domain.ascii] { return policyLines(lintPolicy(body, domain)); },
        [this, body = fetch.body](const QList<PolicyLineView> &lines) {
            if (body != m_linted)
                return;
            m_lines = lines;
            QStringList texts;
            QMap<int, State> marks;
            for (qsizetype i = 0; i < lines.size(); ++i) {
                texts.append(lines[i].text);
                if (lines[i].mark)
                    marks.insert(static_cast<int>(i), *lines[i].mark);
            }
            m_text->setLines(texts, marks);
            if (!marks.isEmpty())
                m_text->setCurrentLine(marks.firstKey());
            showLine();
        });
}

void PolicyPage::showLine()
{
    const int line = m_text->currentLine();
    if (line < 0 || line >= m_lines.size()) {
        m_lineHeading->setText(tr("What the lines mean"));
        m_meaning->setText(m_lines.isEmpty() ? tr("Each line is explained here.") : QString());
        m_findings->clear();
        return;
    }
    m_lineHeading->setText(tr("Line %1").arg(line + 1));
    m_meaning->setText(m_lines[line].meaning);
    m_findings->setText(m_lines[line].findings.join(u"\n\n"_s));
}

bool PolicyPage::showPointer(const QString &pointer)
{
    if (!pointer.startsWith("/fetches"_L1))
        return false;
    m_address->setCurrentIndex(pointer.section(u'/', 2, 2).toInt());
    return true;
}

} // namespace mta
