// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/findingslist.h"

#include "truth/gate.h"
#include "ui/drafts/linkrows.h"
#include "ui/theme/roles.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int wordsPerMinute = 200;
} // namespace

FindingsList::FindingsList(QWidget *parent)
    : QWidget(parent), m_summary(makeLabel({}, TextRole::strong)),
      m_words(makeLabel({}, TextRole::caption, Tone::muted)), m_rows(new LinkRows(u"finding"_s)),
      m_override(new QPushButton(tr("Let it pass anyway…"))), m_hold(new QPushButton(tr("Hold it again")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    m_summary->setObjectName(u"draftGate"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_words->setObjectName(u"draftWords"_s);
    m_words->setWordWrap(true);
    m_override->setObjectName(u"draftOverride"_s);
    m_hold->setObjectName(u"draftHold"_s);
    column->addWidget(m_summary);
    column->addWidget(m_words);
    column->addWidget(m_rows);
    column->addWidget(m_override);
    column->addWidget(m_hold);
    connect(m_rows, &LinkRows::activated, this,
            [this](int row) { Q_EMIT findingClicked(m_problems.value(row)); });
    connect(m_rows, &LinkRows::actionClicked, this,
            [this](int row) { Q_EMIT removalRequested(m_problems.value(row)); });
    connect(m_override, &QPushButton::clicked, this, &FindingsList::overrideRequested);
    connect(m_hold, &QPushButton::clicked, this, &FindingsList::holdRequested);
}

void FindingsList::show(const QVector<GateProblem> &problems, const QString &overrideReason, int words,
                        const std::function<bool(const GateProblem &)> &removable)
{
    const bool passes = problems.isEmpty();
    const bool overridden = !passes && !overrideReason.isEmpty();
    m_summary->setText(passes               ? tr("Ready to send")
                               : overridden ? tr("Let pass: %1").arg(overrideReason)
                                            : tr("%n thing(s) to look at first", nullptr,
                                                 static_cast<int>(problems.size())));
    setTone(m_summary, passes ? Tone::good : Tone::warn);
    const truth::GateBounds bounds;
    m_words->setText(tr("%1 words (%2 to %3), %4 s to read")
                             .arg(words)
                             .arg(bounds.minWords)
                             .arg(bounds.maxWords)
                             .arg(words * 60 / wordsPerMinute));
    m_problems = problems;
    QVector<LinkRows::Row> rows;
    for (const GateProblem &problem : problems) {
        rows << LinkRows::Row {problem.text, {}, removable(problem) ? tr("Remove this sentence") : QString()};
    }
    m_rows->setRows(rows);
    m_override->setVisible(!passes && !overridden);
    m_hold->setVisible(overridden);
}

void FindingsList::showUnchecked(const QString &why)
{
    m_summary->setText(tr("Not checked"));
    setTone(m_summary, Tone::bad);
    m_words->setText(why);
    m_problems.clear();
    m_rows->setRows({});
    m_override->hide();
    m_hold->hide();
}

} // namespace crema::ui
