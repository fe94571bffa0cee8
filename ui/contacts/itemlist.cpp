// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/itemlist.h"

#include "ui/common/chip.h"
#include "ui/common/rows.h"
#include "ui/contacts/menubutton.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

/// One line that opens something: title, note, and its state as a chip.
class LinkRow final : public QAbstractButton
{
public:
    LinkRow(const ItemList::Item &item, QWidget *parent) : QAbstractButton(parent), m_item(item)
    {
        setText(item.title);
        setAccessibleName(item.chip.isEmpty() ? item.title : item.title + u", "_s + statusWords(item.chip));
        setToolTip(item.title);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {200, 2 * fontMetrics().height() + gap::small + gap::tiny}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = colours();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(c.accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? c.hover : QColor(Qt::transparent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius::control, radius::control);
        const auto place = [this](const QRect &r) {
            return style()->visualRect(layoutDirection(), rect(), r);
        };
        QRect words = rect().adjusted(gap::small, gap::tiny + gap::hair, -gap::small, -gap::tiny);
        if (!m_item.chip.isEmpty()) {
            const QString state = statusWords(m_item.chip);
            const int width = std::min(chipSize(state, font()).width(), words.width() / 2);
            paintChip(painter, place(QRect(words.right() - width + 1, 0, width, height())), state,
                      toneOfStatus(m_item.chip), font());
            words.setRight(words.right() - width - gap::small);
        }
        const int line = fontMetrics().height();
        const QRect top(words.left(), words.top(), words.width(), line);
        painter.setPen(c.accent);
        painter.drawText(place(top), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(m_item.title, Qt::ElideRight, words.width()));
        painter.setPen(c.muted);
        painter.drawText(place(top.translated(0, line)), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(m_item.note, Qt::ElideRight, words.width()));
    }

private:
    ItemList::Item m_item;
};

QLabel *wrapped(const QString &text, TextRole role, Tone tone)
{
    QLabel *label = makeLabel(text, role, tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (text.isEmpty()) {
        label->hide(); // shown before it has a parent it would be a window, and take the focus
    }
    return label;
}

QToolButton *smallButton(Glyph glyph, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(icon(glyph, Tone::muted));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    return button;
}

} // namespace

ItemList::ItemList(Kind kind, const QString &addText, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_rows(new QVBoxLayout),
      m_add(new QPushButton(icon(Glyph::add, Tone::muted), addText))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::tiny);
    m_rows->setSpacing(gap::tiny);
    column->addLayout(m_rows);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    setButtonKind(m_add, ButtonKind::quiet);
    m_add->setVisible(kind == Kind::edit);
    connect(m_add, &QPushButton::clicked, this, &ItemList::addRequested);
}

void ItemList::setItems(const QVector<Item> &items)
{
    if (items == m_items) {
        return;
    }
    m_items = items;
    clearRows(*m_rows);
    for (qsizetype i = 0; i < items.size(); ++i) {
        QWidget *row = m_kind == Kind::open ? makeRow(items[i]) : makeEditable(items[i], i);
        m_rows->addWidget(row);
        // The layout would show it one turn of the event loop later: a click that comes at once would go
        // nowhere.
        row->show();
    }
}

QWidget *ItemList::makeRow(const Item &item)
{
    auto *row = new LinkRow(item, this);
    connect(row, &QAbstractButton::clicked, this, [this, id = item.id] { Q_EMIT opened(id); });
    return row;
}

QWidget *ItemList::makeEditable(const Item &item, qsizetype place)
{
    auto *row = new QWidget(this);
    row->setToolTip(item.tip);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(wrapped(item.title, TextRole::strong, Tone::text));
    words->addWidget(wrapped(item.text, TextRole::body, Tone::text));
    words->addWidget(wrapped(item.note, TextRole::caption, Tone::muted));
    auto *edit = smallButton(Glyph::edit, tr("Edit %1").arg(item.title));
    auto *more = smallButton(Glyph::more, tr("More for %1").arg(item.title));
    fillMenu(*addMenu(*more), item, place);
    connect(edit, &QToolButton::clicked, this, [this, id = item.id] { Q_EMIT editRequested(id); });
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, gap::tiny);
    line->setSpacing(0);
    line->addLayout(words, 1);
    line->addWidget(edit, 0, Qt::AlignTop);
    line->addWidget(more, 0, Qt::AlignTop);
    return row;
}

void ItemList::fillMenu(QMenu &menu, const Item &item, qsizetype place)
{
    const auto offerMove = [&](Glyph glyph, const QString &words, qsizetype to, bool possible) {
        QAction *action = menu.addAction(icon(glyph), words);
        action->setEnabled(possible);
        connect(action, &QAction::triggered, this,
                [this, id = item.id, to] { Q_EMIT moveRequested(id, to); });
    };
    offerMove(Glyph::star, tr("Make it the first"), 0, place > 0);
    offerMove(Glyph::chevronUp, tr("Move up"), place - 1, place > 0);
    offerMove(Glyph::chevronDown, tr("Move down"), place + 1, place + 1 < m_items.size());
    menu.addSeparator();
    connect(menu.addAction(icon(Glyph::trash), tr("Remove")), &QAction::triggered, this,
            [this, id = item.id] { Q_EMIT removeRequested(id); });
}

} // namespace crema::ui
