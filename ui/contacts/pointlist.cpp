// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/pointlist.h"

#include "model/contactitems.h"
#include "ui/contacts/contactcolumns.h"
#include "ui/contacts/editablefield.h"
#include "ui/contacts/fieldbook.h"
#include "ui/contacts/formdialog.h"
#include "ui/contacts/menubutton.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

const QString emptyLine = u"+"_s;

/// The kind of an item as a quiet word where other fields have their name; opens a menu.
class KindButton final : public QAbstractButton
{
public:
    explicit KindButton(QMenu *menu) : m_menu(menu)
    {
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        setFixedWidth(EditableField::leadWidth(*this));
        menu->setParent(this, menu->windowFlags());
        connect(this, &QAbstractButton::clicked, this,
                [this] { m_menu->popup(mapToGlobal(rect().bottomLeft())); });
    }

    QSize sizeHint() const override
    {
        return {EditableField::leadWidth(*this), fontMetrics().height() + 2 * gap::tiny};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = colours();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool lively = hasFocus() || underMouse();
        if (hasFocus()) {
            painter.setPen(QPen(c.accent, 1.5));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), radius::control,
                                    radius::control);
        }
        const auto place = [this](const QRect &r) {
            return style()->visualRect(layoutDirection(), rect(), r);
        };
        const int room = width() - (lively ? chevron : 0);
        painter.setPen(lively ? c.text : c.muted);
        painter.drawText(place(QRect(0, 0, room, height())), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(text(), Qt::ElideRight, room));
        if (lively) {
            paintGlyph(painter, place(QRect(room, (height() - chevron) / 2, chevron, chevron)),
                       Glyph::chevronDown, c.muted);
        }
    }

private:
    static constexpr int chevron = 14;
    QMenu *m_menu;
};

QToolButton *smallButton(Glyph glyph, Tone tone, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(icon(glyph, tone));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    return button;
}

QStringList kindsOf(const QString &list)
{
    if (list == "addresses"_L1) {
        return {u"work"_s, u"personal"_s, u"school"_s};
    }
    return list == "phones"_L1 ? QStringList {u"mobile"_s, u"work"_s, u"home"_s}
                               : QStringList {u"linkedin"_s, u"website"_s, u"blog"_s, u"github"_s};
}

QString kindWords(const QString &kind)
{
    const QHash<QString, QString> words {{u"work"_s, PointList::tr("Work")},
                                         {u"personal"_s, PointList::tr("Personal")},
                                         {u"former work"_s, PointList::tr("Former work")},
                                         {u"school"_s, PointList::tr("School")},
                                         {u"mobile"_s, PointList::tr("Mobile")},
                                         {u"home"_s, PointList::tr("Home")},
                                         {u"linkedin"_s, PointList::tr("LinkedIn")},
                                         {u"website"_s, PointList::tr("Website")},
                                         {u"blog"_s, PointList::tr("Blog")},
                                         {u"github"_s, PointList::tr("GitHub")}};
    return words.value(kind, kind);
}

/// "Email", "Work email" would be longer than the column: the kind alone tells, beside others of its list.
QString leadWords(const QString &list, const QString &kind)
{
    return kind.isEmpty() || (list != "links"_L1 && kind == "other"_L1) ? fieldWords(list) : kindWords(kind);
}

} // namespace

PointList::PointList(FieldBook &book, const QString &list, QWidget *parent)
    : QWidget(parent), m_book(book), m_list(list), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(gap::hair);
    connect(
            &m_book, &FieldBook::fieldGivenUp, this,
            [this](const QString &, const QString &field) {
                if (field.section(u'/', 0, 0) == m_list) {
                    refresh();
                }
            },
            Qt::QueuedConnection); // the line may go
}

const QVector<ContactPoint> &PointList::points() const
{
    return m_book.detail().contact.*pointListNamed(m_list);
}

void PointList::refresh()
{
    const QString &contactId = m_book.detail().contact.id;
    if (contactId != m_contactId) {
        m_contactId = contactId;
        m_adding = false;
        for (const Row &row : std::exchange(m_rows, {})) {
            dropRow(row);
        }
    }
    QStringList wanted;
    for (const ContactPoint &point : points()) {
        wanted << point.id;
    }
    if (wanted.isEmpty() || m_adding) {
        wanted << emptyLine;
    }
    QStringList typed = m_book.unsavedItems(m_list);
    for (const Row &row : std::as_const(m_rows)) {
        if (row.line->holdsText()) {
            typed << row.id;
        }
    }
    for (const QString &id : std::as_const(typed)) {
        if (!wanted.contains(id)) {
            wanted << id; // gone from the store, but what was typed there has its place
        }
    }
    QVector<Row> rows;
    for (const QString &id : std::as_const(wanted)) {
        const auto known = std::ranges::find(m_rows, id, &Row::id);
        rows << (known == m_rows.end() ? makeRow(id) : *known);
    }
    for (const Row &row : std::as_const(m_rows)) {
        if (!wanted.contains(row.id)) {
            dropRow(row);
        }
    }
    m_rows = rows;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        m_column->insertWidget(static_cast<int>(i), row.line);
        const QString kind = contactItem(m_book.detail().contact, m_list + u'/' + row.id + u"/kind"_s);
        row.kind->setText(leadWords(m_list, kind));
        row.kind->setAccessibleName(tr("Kind: %1").arg(row.kind->text()));
        row.kind->setEnabled(i < points().size()); // the lines that are no items come last
        row.star->setVisible(i == 0 && points().size() > 1);
        m_book.refresh(*row.line);
    }
}

PointList::Row PointList::makeRow(const QString &id)
{
    Row row;
    row.id = id;
    row.line = m_book.add(m_list + u'/' + id, fieldWords(m_list));
    auto *kinds = new QMenu;
    row.kind = new KindButton(kinds);
    connect(kinds, &QMenu::aboutToShow, this, [this, kinds, id] { fillKinds(kinds, id); });
    row.line->setLead(row.kind);
    row.line->setTail(makeTail(row));
    if (id == emptyLine) {
        connect(&row.line->edit(), &QLineEdit::editingFinished, this, [this] {
            m_adding = false;
            QTimer::singleShot(0, this, &PointList::refresh); // this very line may go
        });
    }
    return row;
}

QWidget *PointList::makeTail(Row &row)
{
    auto *tail = new QWidget;
    auto *line = new QHBoxLayout(tail);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    row.star = smallButton(Glyph::star, Tone::accent, tr("Preferred"));
    row.star->setFocusPolicy(Qt::NoFocus);
    line->addWidget(row.star);
    if (row.id != emptyLine) {
        auto *more = smallButton(Glyph::more, Tone::muted, tr("More"));
        more->setObjectName(u"contacts.pane.%1/%2.more"_s.arg(m_list, row.id));
        QMenu *menu = addMenu(*more);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, id = row.id] { fillMore(menu, id); });
        line->addWidget(more);
    }
    return tail;
}

void PointList::dropRow(const Row &row)
{
    m_book.remove(row.line);
    row.line->hide();
    row.line->deleteLater(); // it may be the sender of what removes it
}

void PointList::fillKinds(QMenu *menu, const QString &id)
{
    menu->clear();
    const QString field = m_list + u'/' + id + u"/kind"_s;
    const QString present = contactItem(m_book.detail().contact, field);
    const auto offer = [&](const QString &kind, const QString &words) {
        QAction *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(kind == present);
        connect(action, &QAction::triggered, this, [this, field, kind] { Q_EMIT kindChosen(field, kind); });
    };
    for (const QString &kind : kindsOf(m_list)) {
        offer(kind, kindWords(kind));
    }
    if (!present.isEmpty() && !kindsOf(m_list).contains(present)) {
        offer(present, kindWords(present));
    }
    offer({}, tr("No kind"));
    connect(menu->addAction(tr("Another word…")), &QAction::triggered, this, [this, id] { askForKind(id); });
}

void PointList::askForKind(const QString &id)
{
    auto *dialog = new FormDialog(tr("Kind"), tr("Save"), {{u"kind"_s, tr("Kind"), {}, tr("assistant")}},
                                  this);
    connect(dialog, &FormDialog::submitted, this, [this, dialog, id](const flows::FieldValues &values) {
        Q_EMIT kindChosen(m_list + u'/' + id + u"/kind"_s, values.constFirst().second);
        dialog->answer({});
    });
    dialog->open();
}

void PointList::fillMore(QMenu *menu, const QString &id)
{
    menu->clear();
    const auto found = std::ranges::find(points(), id, &ContactPoint::id);
    if (found == points().end()) {
        return;
    }
    const qsizetype place = found - points().begin();
    const QString value = found->value;
    connect(menu->addAction(icon(Glyph::copy), tr("Copy")), &QAction::triggered, this,
            [this, value] { Q_EMIT copyRequested(value); });
    if (m_list == "links"_L1) {
        connect(menu->addAction(icon(Glyph::external), tr("Open")), &QAction::triggered, this,
                [this, value] { Q_EMIT openRequested(value); });
    }
    menu->addSeparator();
    const auto offerMove = [&](const QString &words, Glyph glyph, qsizetype to, bool possible) {
        QAction *action = menu->addAction(icon(glyph), words);
        action->setEnabled(possible);
        connect(action, &QAction::triggered, this, [this, id, to] { move(id, to); });
    };
    offerMove(tr("Make preferred"), Glyph::star, 0, place > 0);
    offerMove(tr("Move up"), Glyph::chevronUp, place - 1, place > 0);
    offerMove(tr("Move down"), Glyph::chevronDown, place + 1, place + 1 < points().size());
    menu->addSeparator();
    connect(menu->addAction(icon(Glyph::trash), tr("Remove")), &QAction::triggered, this,
            [this, id] { erase(id); });
}

void PointList::startAdding()
{
    m_adding = true;
    refresh();
    const auto row = std::ranges::find(m_rows, emptyLine, &Row::id);
    if (row != m_rows.end()) {
        row->line->edit().setFocus();
    }
}

void PointList::move(const QString &id, qsizetype place)
{
    Contact after = m_book.detail().contact;
    moveItem(after.*pointListNamed(m_list), id, place);
    Q_EMIT contactEdited(m_book.detail().contact, after);
}

void PointList::erase(const QString &id)
{
    Contact after = m_book.detail().contact;
    (after.*pointListNamed(m_list)).removeIf([&id](const ContactPoint &point) { return point.id == id; });
    Q_EMIT contactEdited(m_book.detail().contact, after);
}

} // namespace crema::ui
