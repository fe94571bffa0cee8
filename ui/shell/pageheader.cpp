// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageheader.h"

#include "ui/common/actionbutton.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/taborder.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace crema::ui {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent), m_title(new ElidedLabel), m_row(new QHBoxLayout(this))
{
    setTextRole(m_title, TextRole::title);
    m_row->setContentsMargins(gap::large, gap::medium, gap::large, gap::small + gap::tiny);
    m_row->setSpacing(gap::small);
    m_row->addWidget(m_title, 1);
    keepHeight();
}

// Pages with and without buttons begin at the same height.
void PageHeader::keepHeight()
{
    const QMargins margins = m_row->contentsMargins();
    setMinimumHeight(QPushButton(u"X"_s).sizeHint().height() + margins.top() + margins.bottom());
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        keepHeight();
    }
}

void PageHeader::showPage(const QString &title, QWidget *page)
{
    m_title->setText(title);
    if (page != m_page) {
        if (m_page) {
            m_page->removeEventFilter(this);
        }
        m_page = page;
        if (m_page) {
            m_page->installEventFilter(this);
        }
    }
    rebuild();
}

bool PageHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ActionAdded || event->type() == QEvent::ActionRemoved) {
        rebuild();
    }
    return QWidget::eventFilter(watched, event);
}

QPushButton *PageHeader::moreButton(QMenu *menu)
{
    auto *button = new QPushButton(icon(Glyph::more, Tone::muted), QString());
    button->setAccessibleName(tr("More actions"));
    button->setToolTip(tr("More actions"));
    connect(button, &QPushButton::clicked, menu, [button, menu] {
        const int left = button->width() - menu->sizeHint().width();
        menu->popup(button->mapToGlobal(QPoint(left, button->height() + gap::hair)));
    });
    return button;
}

void PageHeader::rebuild()
{
    if (m_buttons != nullptr) {
        // A button in the middle of its own click may be among them.
        m_buttons->hide();
        m_buttons->deleteLater();
    }
    m_buttons = new QWidget;
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::small);
    const QList<QAction *> actions = m_page ? m_page->actions() : QList<QAction *>();
    auto *more = new QMenu(m_buttons);
    for (QAction *action : actions) {
        if (action->priority() == QAction::LowPriority) {
            more->addAction(action);
        } else if (action->priority() == QAction::NormalPriority && !action->isSeparator()) {
            row->addWidget(new ActionButton(action));
        }
    }
    if (!more->isEmpty()) {
        row->addWidget(moreButton(more));
    }
    // The filled button stands last, where the eye ends.
    for (QAction *action : actions) {
        if (action->priority() == QAction::HighPriority) {
            row->addWidget(new ActionButton(action, ButtonKind::primary));
        }
    }
    m_row->addWidget(m_buttons);
    if (m_page) {
        QList<QWidget *> buttons;
        for (int i = 0; i < row->count(); ++i) {
            buttons << row->itemAt(i)->widget();
        }
        placeInTabOrder(*m_page, buttons);
    }
}

} // namespace crema::ui
