// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/timelineview.h"

#include "base/dates.h"
#include "ui/common/rows.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int page = 25;
constexpr int disc = 24;

/// The icon of an entry in a disc, on the line that joins one day's entries.
class TimelineMark final : public QWidget
{
public:
    explicit TimelineMark(Glyph glyph) : m_glyph(glyph) { setFixedWidth(disc); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = colours();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(c.line, 1.5));
        painter.drawLine(QPointF(width() / 2.0, disc + gap::hair), QPointF(width() / 2.0, height()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.tint(Tone::muted));
        painter.drawEllipse(QRectF(0, 0, disc, disc));
        paintGlyph(painter, QRectF(5, 5, disc - 10, disc - 10), m_glyph, c.muted);
    }

private:
    Glyph m_glyph;
};

/// One entry. Its menu can be reached with the mouse and with the keyboard.
class TimelineRow final : public QWidget
{
public:
    explicit TimelineRow(const QString &name) : m_line(new QHBoxLayout(this))
    {
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(name);
        m_line->setContentsMargins(0, 0, 0, 0);
        m_line->setSpacing(gap::small);
    }

    [[nodiscard]] QHBoxLayout &line() { return *m_line; }
    void setMenu(QMenu *menu) { m_menu = menu; }

protected:
    void contextMenuEvent(QContextMenuEvent *event) override { popUp(event->globalPos()); }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) {
            popUp(mapToGlobal(QPoint(disc, height() / 2)));
            return;
        }
        QWidget::keyPressEvent(event);
    }
    void paintEvent(QPaintEvent *) override
    {
        if (hasFocus()) {
            QPainter painter(this);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(colours().accent, 1.5));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius::control, radius::control);
        }
    }
    void focusInEvent(QFocusEvent *event) override
    {
        QWidget::focusInEvent(event);
        update();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QWidget::focusOutEvent(event);
        update();
    }

private:
    void popUp(const QPoint &at)
    {
        if (m_menu != nullptr) {
            m_menu->popup(at);
        }
    }

    QHBoxLayout *m_line;
    QMenu *m_menu = nullptr;
};

QLabel *wrapped(const QString &text, TextRole role, Tone tone)
{
    QLabel *label = makeLabel(text, role, tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    label->setMinimumWidth(1); // a long word must not widen the pane
    if (text.isEmpty()) {
        label->hide(); // shown before it has a parent it would be a window, and take the focus
    }
    return label;
}

QString timeWords(const TimelineEntry &entry)
{
    const QString time = QLocale().toString(entry.at.toLocalTime().time(), QLocale::ShortFormat);
    //: when, and by what: "14:05, Import of Connections.csv"
    return entry.who.isEmpty() ? time : TimelineView::tr("%1 · %2").arg(time, entry.who);
}

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QWidget(parent), m_filter(new QComboBox), m_rows(new QVBoxLayout),
      m_empty(makeLabel({}, TextRole::body, Tone::muted)), m_more(new QPushButton(tr("Show more"))),
      m_limit(page)
{
    setObjectName(u"contacts.pane.timeline"_s);
    setAccessibleName(tr("History"));
    for (int i = 0; i < timelineFilters; ++i) {
        m_filter->addItem(timelineFilterWords(static_cast<TimelineFilter>(i)));
    }
    m_filter->setObjectName(u"contacts.pane.timeline.filter"_s);
    m_filter->setAccessibleName(tr("What the history shows"));
    m_empty->setWordWrap(true);
    m_more->setObjectName(u"contacts.pane.timeline.more"_s);
    setButtonKind(m_more, ButtonKind::quiet);
    m_rows->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::tiny);
    column->addWidget(m_empty);
    column->addLayout(m_rows);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] {
        m_limit = page;
        Q_EMIT wanted();
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_limit += 2 * page;
        Q_EMIT wanted();
    });
}

TimelineFilter TimelineView::filter() const
{
    return static_cast<TimelineFilter>(m_filter->currentIndex());
}

void TimelineView::startOver()
{
    m_limit = page;
}

void TimelineView::showTimeline(const Timeline &timeline, const QDateTime &now)
{
    const bool sameDay = m_now.isValid() && m_now.toLocalTime().date() == now.toLocalTime().date();
    const bool same = sameDay && timeline.entries == m_timeline.entries && timeline.more == m_timeline.more;
    m_now = now;
    if (!same || timeline.entries.isEmpty()) {
        m_timeline = timeline;
        rebuild();
    }
}

void TimelineView::rebuild()
{
    clearRows(*m_rows);
    QDate day;
    for (const TimelineEntry &entry : std::as_const(m_timeline.entries)) {
        const QDate own = entry.at.toLocalTime().date();
        if (own != day) {
            day = own;
            QLabel *heading = makeLabel(dayWords(day, m_now.toLocalTime().date()), TextRole::caption,
                                        Tone::muted);
            heading->setContentsMargins(0, m_rows->isEmpty() ? 0 : gap::small, 0, gap::tiny);
            m_rows->addWidget(heading);
        }
        m_rows->addWidget(makeRow(entry));
    }
    const bool none = m_timeline.entries.isEmpty();
    m_empty->setText(filter() == TimelineFilter::everything ? tr("Nothing has happened yet.")
                                                            : tr("Nothing of this kind has happened yet."));
    m_empty->setVisible(none);
    m_more->setVisible(m_timeline.more);
}

QWidget *TimelineView::makeRow(const TimelineEntry &entry)
{
    auto *row = new TimelineRow(entry.title + u", "_s + timeWords(entry));
    auto *words = new QVBoxLayout;
    words->setContentsMargins(0, gap::hair, 0, gap::small + gap::hair);
    words->setSpacing(0);
    words->addWidget(wrapped(entry.title, TextRole::body, Tone::text));
    words->addWidget(wrapped(entry.text, TextRole::body, Tone::muted));
    words->addWidget(wrapped(timeWords(entry), TextRole::caption, Tone::muted));
    row->line().addWidget(new TimelineMark(entry.glyph));
    row->line().addLayout(words, 1);
    auto *menu = new QMenu(row);
    const auto offer = [this, menu](Glyph glyph, const QString &text, const std::function<void()> &act) {
        connect(menu->addAction(icon(glyph), text), &QAction::triggered, this, act);
    };
    if (entry.recordKind != Kind::contact) {
        offer(Glyph::external,
              entry.recordKind == Kind::draft ? tr("Open the email") : tr("Open the coffee chat"),
              [this, entry] { Q_EMIT recordRequested(entry.recordKind, entry.recordId); });
    }
    if (!entry.restore.empty()) {
        offer(Glyph::undo,
              entry.restore.size() == 1 ? tr("Restore the value before") : tr("Restore the values before"),
              [this, entry] { Q_EMIT restoreRequested(entry); });
    }
    if (entry.undoable && !entry.operationId.isEmpty() && entry.restore.empty()) {
        offer(Glyph::undo,
              entry.kind == TimelineKind::merge ? tr("Take the merge back") : tr("Take this back"),
              [this, id = entry.operationId] { Q_EMIT undoRequested(id); });
    }
    if (entry.point) {
        offer(Glyph::clock, tr("Bring this contact back to this point"),
              [this, id = entry.operationId] { Q_EMIT pointRequested(id); });
    }
    if (menu->isEmpty()) {
        return row;
    }
    row->setMenu(menu);
    auto *more = new QToolButton;
    more->setIcon(icon(Glyph::more, Tone::muted));
    more->setAutoRaise(true);
    more->setToolTip(tr("What can be done here"));
    more->setAccessibleName(tr("What can be done with: %1").arg(entry.title));
    more->setFocusPolicy(Qt::NoFocus); // Enter on the row opens the same menu
    connect(more, &QToolButton::clicked, menu,
            [menu, more] { menu->popup(more->mapToGlobal(more->rect().bottomLeft())); });
    row->line().addWidget(more, 0, Qt::AlignTop);
    return row;
}

void TimelineView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LocaleChange) {
        rebuild();
    }
}

} // namespace crema::ui
