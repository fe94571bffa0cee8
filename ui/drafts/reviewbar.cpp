// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/reviewbar.h"

#include "ui/common/actionbutton.h"
#include "ui/common/busybar.h"
#include "ui/theme/roles.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

// A bare arrow: the words are in its tool tip and for screen readers.
QPushButton *arrow(QAction *action)
{
    auto *button = new QPushButton(action->icon(), {});
    button->setObjectName(action->objectName() + u".button"_s);
    button->setToolTip(toolTipOf(*action));
    button->setAccessibleName(action->iconText());
    setButtonKind(button, ButtonKind::quiet);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button,
                     [button, action] { button->setEnabled(action->isEnabled()); });
    return button;
}

} // namespace

ReviewBar::ReviewBar(QAction *previous, QAction *next, QAction *skip, QAction *accept, QWidget *parent)
    : QWidget(parent), m_words(makeLabel({}, TextRole::caption, Tone::muted)), m_line(new ProgressLine)
{
    m_words->setObjectName(u"reviewWords"_s);
    auto *progress = new QVBoxLayout;
    progress->setSpacing(gap::tiny);
    progress->addWidget(m_words);
    progress->addWidget(m_line);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::small);
    row->addWidget(arrow(previous));
    row->addWidget(arrow(next));
    row->addLayout(progress, 1);
    row->addWidget(new ActionButton(skip, ButtonKind::quiet));
    row->addWidget(new ActionButton(accept));
}

void ReviewBar::show(const DraftCounts &counts)
{
    m_words->setText(counts.reviewed == counts.open
                             ? tr("All %1 reviewed").arg(counts.open)
                             : tr("%1 of %2 reviewed").arg(counts.reviewed).arg(counts.open));
    m_line->setPercent(counts.open > 0 ? counts.reviewed * 100 / counts.open : 0);
}

} // namespace crema::ui
