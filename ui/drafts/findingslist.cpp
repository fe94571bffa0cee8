// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/findingslist.h"

#include "truth/gate.h"
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
      m_words(makeLabel({}, TextRole::caption, Tone::muted)), m_rows(new QVBoxLayout),
      m_override(new QPushButton(tr("Let it pass anyway…")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    m_summary->setWordWrap(true);
    m_words->setWordWrap(true);
    m_override->setObjectName(u"draftOverride"_s);
    setButtonKind(m_override, ButtonKind::quiet);
    column->addWidget(m_summary);
    column->addWidget(m_words);
    column->addLayout(m_rows);
    column->addWidget(m_override);
    column->addStretch(1);
    connect(m_override, &QPushButton::clicked, this, &FindingsList::overrideRequested);
}

void FindingsList::show(const QVector<GateProblem> &problems, const QString &overrideReason, int words)
{
    for (QWidget *row : std::as_const(m_shown)) {
        row->deleteLater();
    }
    m_shown.clear();
    const bool passes = problems.isEmpty();
    m_summary->setText(passes                             ? tr("Ready to send")
                               : overrideReason.isEmpty() ? tr("%n thing(s) to look at first", nullptr,
                                                               static_cast<int>(problems.size()))
                                                          : tr("Let pass: %1").arg(overrideReason));
    setTone(m_summary, passes ? Tone::good : Tone::warn);
    const truth::GateBounds bounds;
    m_words->setText(tr("%1 words (%2 to %3), %4 s to read")
                             .arg(words)
                             .arg(bounds.minWords)
                             .arg(bounds.maxWords)
                             .arg(words * 60 / wordsPerMinute));
    for (const GateProblem &problem : problems) {
        auto *row = new QLabel;
        row->setWordWrap(true);
        row->setTextFormat(Qt::RichText);
        row->setFocusPolicy(Qt::StrongFocus);
        row->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        row->setText(u"<a href=\"#\">"_s + problem.text.toHtmlEscaped() + u"</a>"_s);
        row->setAccessibleName(problem.text);
        connect(row, &QLabel::linkActivated, this, [this, problem] { Q_EMIT findingClicked(problem); });
        m_rows->addWidget(row);
        m_shown << row;
    }
    m_override->setVisible(!passes && overrideReason.isEmpty());
}

} // namespace crema::ui
