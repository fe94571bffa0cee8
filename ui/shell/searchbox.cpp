// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/searchbox.h"

#include "ui/common/floatingpanel.h"
#include "ui/theme/roles.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int mostHeight = 460;

} // namespace

SearchBox::SearchBox(QWidget *parent)
    : QLineEdit(parent), m_list(new ResultList(this)), m_note(new QLabel(this))
{
    setObjectName(u"searchBox"_s);
    setAccessibleName(tr("Search everything"));
    setPlaceholderText(tr("Search people, notes, drafts and chats"));
    setClearButtonEnabled(true);
    addAction(icon(Glyph::search, Tone::muted), QLineEdit::LeadingPosition);
    m_list->setAccessibleName(tr("Search results"));
    m_list->hide();
    m_note->hide();
    setTone(m_note, Tone::muted);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setMargin(gap::medium);
    connect(this, &QLineEdit::textChanged, this, &SearchBox::edited);
    connect(m_list, &ResultList::chosen, this, [this](const QString &kind, const QString &id) {
        panel()->hide();
        const QString query = m_query;
        clear();
        Q_EMIT activated(kind, id, query);
    });
}

void SearchBox::describeKind(const QString &kind, const QString &heading, Glyph glyph)
{
    m_kinds.append(KindWords {kind, heading, glyph});
}

void SearchBox::showResults(const QString &query, const QVector<SearchHit> &hits)
{
    if (query != m_query) {
        return;
    }
    QVector<ResultRow> rows;
    QVector<KindWords> kinds = m_kinds;
    for (const SearchHit &hit : hits) {
        const bool known = std::any_of(kinds.cbegin(), kinds.cend(),
                                       [&hit](const KindWords &k) { return k.kind == hit.kind; });
        if (!known) {
            kinds.append(KindWords {hit.kind, hit.kind, Glyph::file});
        }
    }
    for (const KindWords &words : std::as_const(kinds)) {
        bool first = true;
        for (const SearchHit &hit : hits) {
            if (hit.kind != words.kind) {
                continue;
            }
            if (first) {
                ResultRow heading;
                heading.title = words.heading;
                heading.heading = true;
                rows.append(heading);
                first = false;
            }
            rows.append(ResultRow {hit.id, hit.kind, hit.title, hit.subtitle, {}, words.glyph, {}, false});
        }
    }
    m_list->setRows(rows);
    present(rows.isEmpty() ? tr("Nothing found for “%1”").arg(query) : QString());
}

void SearchBox::showFailure(const QString &query, const QString &text)
{
    if (query == m_query) {
        m_list->setRows({});
        present(text);
    }
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    const bool open = m_panel != nullptr && m_panel->isVisible();
    if (event->key() == Qt::Key_Escape) {
        if (open) {
            m_panel->hide();
        } else {
            clear();
        }
        return;
    }
    if (!open && event->key() == Qt::Key_Down && !m_query.isEmpty()) {
        edited();
        return;
    }
    if (open && m_list->steer(event->key())) {
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchBox::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::ShortcutFocusReason) {
        selectAll();
    }
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_panel != nullptr && m_panel->isVisible()) {
        place();
    }
    return QLineEdit::eventFilter(watched, event);
}

// The panel is a child of the window, which the box has only once it stands in one.
FloatingPanel *SearchBox::panel()
{
    if (m_panel == nullptr) {
        m_panel = new FloatingPanel(window(), this);
        m_panel->setAccessibleName(tr("Search results"));
        m_panel->body()->addWidget(m_list, 1);
        m_panel->body()->addWidget(m_note);
        window()->installEventFilter(this);
    }
    return m_panel;
}

void SearchBox::edited()
{
    m_query = text().trimmed();
    if (m_query.isEmpty()) {
        if (m_panel != nullptr) {
            m_panel->hide();
        }
        return;
    }
    Q_EMIT queryChanged(m_query);
}

void SearchBox::present(const QString &note)
{
    panel();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_list->setVisible(note.isEmpty());
    place();
    if (hasFocus()) {
        m_panel->show();
    }
}

void SearchBox::place()
{
    const QPoint corner = mapTo(window(), QPoint(0, height() + gap::tiny));
    const int room = window()->height() - corner.y() - 2 * gap::large;
    const int content = m_list->isHidden() ? m_note->heightForWidth(width() - 2 * gap::small)
                                           : m_list->wantedHeight(std::min(mostHeight, room));
    m_panel->setSurface(QRect(corner, QSize(width(), content + 2 * gap::tiny)));
}

} // namespace crema::ui
