// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/shell/actionregistry.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/resultlist.h"
#include "ui/theme/roles.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int widthInCharacters = 72;
constexpr int mostHeight = 420;
constexpr int recentCount = 8;
constexpr int keywordPenalty = 10;

struct Ranked
{
    ResultRow row;
    int score = 0;
    int order = 0; // as registered, to keep equal ones in place
};

} // namespace

CommandPalette::CommandPalette(ActionRegistry &actions, QWidget *window)
    : FloatingPanel(window), m_actions(actions), m_field(new QLineEdit), m_list(new ResultList),
      m_nothing(makeLabel({}, TextRole::body, Tone::muted))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Commands"));
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->setAccessibleName(tr("Type to find a command"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(Glyph::command, Tone::muted), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands found"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMinimumHeight(64);
    body()->addWidget(m_field);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_nothing);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(m_list, &ResultList::chosen, this, [this](const QString &, const QString &id) { run(id); });
    connect(this, &FloatingPanel::closed, this, [this] {
        if (m_focusBefore) {
            m_focusBefore->setFocus();
        }
    });
}

void CommandPalette::open()
{
    m_focusBefore = QApplication::focusWidget();
    m_field->clear();
    refill();
    show();
    m_field->setFocus();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        if (m_list->steer(static_cast<QKeyEvent *>(event)->key())) {
            return true;
        }
    }
    if (event->type() == QEvent::Resize && watched == window()) {
        place();
    }
    return FloatingPanel::eventFilter(watched, event);
}

void CommandPalette::refill()
{
    QVector<Ranked> found;
    const QString typed = m_field->text();
    for (QAction *action : m_actions.actions()) {
        if (!action->isEnabled() || !action->isVisible() || action->objectName() == "view.palette"_L1) {
            continue;
        }
        Ranked entry;
        entry.row.id = action->objectName();
        entry.row.shortcut = action->shortcut().toString(QKeySequence::NativeText);
        const ActionSpec spec = m_actions.specOf(action);
        entry.row.title = spec.paletteText.isEmpty() ? action->text().remove(u'&') : spec.paletteText;
        entry.row.glyph = action->isCheckable() && action->isChecked() ? Glyph::check : spec.glyph;
        entry.order = static_cast<int>(found.size());
        const qsizetype recency = m_recent.indexOf(entry.row.id);
        const int recent = recency < 0 ? 0 : recentCount - static_cast<int>(recency);
        if (const auto match = fuzzyMatch(typed, entry.row.title)) {
            entry.score = match->score + recent;
            entry.row.emphasis = match->positions;
        } else if (const auto other = fuzzyMatch(typed, spec.keywords)) {
            entry.score = other->score + recent - keywordPenalty;
        } else {
            continue;
        }
        found.append(entry);
    }
    std::sort(found.begin(), found.end(), [](const Ranked &a, const Ranked &b) {
        return a.score != b.score ? a.score > b.score : a.order < b.order;
    });
    QVector<ResultRow> rows;
    for (const Ranked &entry : std::as_const(found)) {
        rows.append(entry.row);
    }
    m_nothing->setText(tr("No command fits “%1”").arg(typed));
    m_nothing->setVisible(rows.isEmpty());
    m_list->setVisible(!rows.isEmpty());
    m_list->setRows(rows);
    place();
}

void CommandPalette::place()
{
    const int width = std::min(parentWidget()->width() - 4 * gap::medium,
                               fontMetrics().averageCharWidth() * widthInCharacters);
    const int content = m_list->rows().isEmpty() ? m_nothing->minimumHeight()
                                                 : m_list->wantedHeight(mostHeight);
    const int height = std::min(m_field->sizeHint().height() + content + 3 * gap::tiny + 2,
                                parentWidget()->height() - 120);
    setSurface(QRect((parentWidget()->width() - width) / 2, 72, width, height));
}

void CommandPalette::run(const QString &id)
{
    hide();
    m_recent.removeAll(id);
    m_recent.prepend(id);
    m_recent = m_recent.mid(0, recentCount);
    if (QAction *action = m_actions.find(id)) {
        action->trigger();
    }
}

} // namespace crema::ui
