// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactdelegate.h"

#include "base/text.h"
#include "model/status.h"
#include "ui/common/avatar.h"
#include "ui/common/exacttext.h"
#include "ui/contacts/contacttablemodel.h"
#include "ui/contacts/markedtext.h"
#include "ui/theme/glyph.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr auto fieldProperty = "cremaField";
constexpr auto loadedProperty = "cremaLoaded";
constexpr int avatarSide = 26;

using Role = ContactTableModel::Role;
using Due = ContactTableModel::Due;

template <typename T = QVariant>
T valueOf(const QModelIndex &index, Role role)
{
    return index.data(static_cast<int>(role)).template value<T>();
}

QColor inkOf(const QModelIndex &index, ContactColumn column)
{
    const Colours &c = colours();
    if (!valueOf<QString>(index, Role::problem).isEmpty()) {
        return c.bad;
    }
    if (column == ContactColumn::due) {
        const auto due = static_cast<Due>(valueOf<int>(index, Role::due));
        return due == Due::overdue ? c.bad : due == Due::today ? c.warn : c.text;
    }
    return column == ContactColumn::name || column == ContactColumn::title || column == ContactColumn::company
            ? c.text
            : mix(c.text, c.muted, 0.35);
}

/// True the first time. A view sets an editor again whenever its row changes; what is being typed stays.
bool isNew(QWidget *editor)
{
    const bool loaded = editor->property(loadedProperty).toBool();
    editor->setProperty(loadedProperty, true);
    return !loaded;
}

QString fieldOf(const QWidget *editor)
{
    return editor->property(fieldProperty).toString();
}

} // namespace

NameEditor::NameEditor(QWidget *parent) : QWidget(parent), m_first(new QLineEdit), m_last(new QLineEdit)
{
    m_first->setPlaceholderText(tr("First name"));
    m_first->setAccessibleName(tr("First name"));
    m_last->setPlaceholderText(tr("Last name"));
    m_last->setAccessibleName(tr("Last name"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::tiny);
    row->addWidget(m_first);
    row->addWidget(m_last);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(m_first);
}

void NameEditor::setParts(const QStringList &parts)
{
    m_first->setText(parts.value(0));
    m_last->setText(parts.value(1));
    m_first->selectAll();
}

QStringList NameEditor::parts() const
{
    return {cleanLine(m_first->text()), cleanLine(m_last->text())};
}

void ContactDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    const QStyle *style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    cell.text.clear();
    cell.features &= ~QStyleOptionViewItem::HasDisplay;
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    QRect area = cell.rect.adjusted(gap::small, 0, -gap::small, 0);
    const ContactColumn column = contactColumnAt(index.column());
    painter->save();
    painter->setClipRect(cell.rect);
    const auto mirrored = [&](const QRect &rect) {
        return QStyle::visualRect(cell.direction, cell.rect, rect);
    };
    if (column == ContactColumn::name) {
        const QRect disc(area.left(), area.center().y() - avatarSide / 2 + 1, avatarSide, avatarSide);
        paintAvatar(*painter, mirrored(disc), text, valueOf<QString>(index, Role::contactId), cell.font);
        area.setLeft(disc.right() + 1 + gap::small + gap::hair);
        if (valueOf<bool>(index, Role::sample)) {
            const QString word = tr("Sample");
            const int width = std::min(area.width() / 2, chipSize(word, cell.font).width());
            const QRect chip(area.right() + 1 - width, area.top(), width, area.height());
            paintChip(*painter, mirrored(chip), word, Tone::muted, cell.font);
            area.setRight(chip.left() - gap::small);
        }
        cell.font.setWeight(QFont::Medium);
    }
    if (!valueOf<QString>(index, Role::problem).isEmpty()) {
        const QRect sign(area.right() - 15, area.center().y() - 8, 16, 16);
        paintGlyph(*painter, mirrored(sign), Glyph::warning, colours().bad);
        area.setRight(sign.left() - gap::tiny);
    }
    const bool marked = !isDateColumn(column) && column != ContactColumn::source;
    drawMarked(*painter, mirrored(area),
               {text, cell.font, inkOf(index, column), marked ? m_words : QStringList(), cell.direction});
    painter->restore();
}

QWidget *ContactDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                       const QModelIndex &index) const
{
    const ContactColumn column = contactColumnAt(index.column());
    if (column == ContactColumn::name) {
        auto *name = new NameEditor(parent);
        name->setObjectName(u"contacts.cell.name"_s);
        for (QLineEdit *part : name->findChildren<QLineEdit *>()) {
            // Enter and Escape arrive at the field that has the focus.
            part->installEventFilter(const_cast<ContactDelegate *>(this));
        }
        return name;
    }
    if (column == ContactColumn::notes) {
        auto *notes = new QPlainTextEdit(parent);
        notes->setObjectName(u"contacts.cell.notes"_s);
        notes->setAccessibleName(specOf(column).title);
        notes->setTabChangesFocus(true);
        notes->setToolTip(tr("Enter saves, Shift+Enter begins a new line"));
        return notes;
    }
    auto *line = new QLineEdit(parent);
    line->setObjectName(u"contacts.cell.text"_s);
    line->setAccessibleName(specOf(column).title);
    line->setProperty(fieldProperty, specOf(column).field);
    if (isDateColumn(column)) {
        line->setPlaceholderText(column == ContactColumn::due ? tr("20 May, tomorrow, +3")
                                                              : tr("2026-11-23"));
    } else if (column == ContactColumn::tags) {
        line->setPlaceholderText(tr("Separated by commas"));
    }
    return line;
}

void ContactDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (!isNew(editor)) {
        return;
    }
    const QVariant value = index.data(Qt::EditRole);
    if (auto *name = qobject_cast<NameEditor *>(editor)) {
        name->setParts(value.toStringList());
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        line->setText(value.toString());
        line->selectAll();
    } else if (auto *notes = qobject_cast<QPlainTextEdit *>(editor)) {
        notes->setPlainText(value.toString());
        notes->moveCursor(QTextCursor::End);
    }
}

void ContactDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *name = qobject_cast<NameEditor *>(editor)) {
        model->setData(index, name->parts(), Qt::EditRole);
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, cleanLine(line->text()), Qt::EditRole);
    } else if (auto *notes = qobject_cast<QPlainTextEdit *>(editor)) {
        model->setData(index, cleanText(exactText(*notes->document())), Qt::EditRole);
    }
}

void ContactDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &index) const
{
    const ContactColumn column = contactColumnAt(index.column());
    const bool tall = column == ContactColumn::notes;
    const int least = column == ContactColumn::name ? 280 : tall ? 320 : 160;
    const int height = tall ? scaled(120) : std::min(editor->sizeHint().height(), option.rect.height());
    QRect place(option.rect.left(), tall ? option.rect.top() : option.rect.center().y() - height / 2 + 1,
                std::max(option.rect.width(), least), height);
    if (const QWidget *viewport = editor->parentWidget(); viewport != nullptr) {
        if (place.right() > viewport->width()) {
            place.moveRight(std::max(viewport->width() - 1, place.width() - 1));
        }
        if (place.bottom() > viewport->height()) {
            place.moveBottom(std::max(viewport->height() - 1, place.height() - 1));
        }
    }
    editor->setGeometry(place);
}

bool ContactDelegate::isUsable(QWidget *editor) const
{
    const QString field = fieldOf(editor);
    auto *line = qobject_cast<QLineEdit *>(editor);
    const QString problem = line == nullptr || field.isEmpty() ? QString()
                                                               : fieldProblem(field, line->text());
    if (!problem.isEmpty()) {
        QToolTip::showText(editor->mapToGlobal(QPoint(0, editor->height())), problem, editor);
        editor->setAccessibleDescription(problem);
    }
    return problem.isEmpty();
}

/// Enter is handled here and nowhere else: passed on, it would reach the table, where it opens the details.
bool ContactDelegate::takeEnter(QWidget *editor, const QKeyEvent &pressed)
{
    if (qobject_cast<QPlainTextEdit *>(editor) != nullptr && (pressed.modifiers() & Qt::ShiftModifier)) {
        return false; // a new line
    }
    if (isUsable(editor)) { // else what was typed stays in the open editor
        Q_EMIT commitData(editor);
        Q_EMIT closeEditor(editor, SubmitModelCache);
    }
    return true;
}

bool ContactDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *part = qobject_cast<QWidget *>(watched);
    auto *name = part == nullptr ? nullptr : qobject_cast<NameEditor *>(part->parentWidget());
    QWidget *editor = name != nullptr ? name : part;
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    if (editor != nullptr && key != nullptr
        && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        return takeEnter(editor, *key);
    }
    if (name != nullptr) {
        if (key != nullptr && key->key() == Qt::Key_Escape) {
            return QStyledItemDelegate::eventFilter(name, event);
        }
        if (event->type() == QEvent::FocusOut && !name->isAncestorOf(QApplication::focusWidget())) {
            Q_EMIT commitData(name);
            Q_EMIT closeEditor(name, NoHint);
        }
        return false;
    }
    const bool leaves = key != nullptr && (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab);
    if (leaves && editor != nullptr && !isUsable(editor)) {
        return true;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

QWidget *ContactStatusDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                             const QModelIndex &) const
{
    auto *box = new QComboBox(parent);
    box->setObjectName(u"contacts.cell.status"_s);
    box->setAccessibleName(specOf(ContactColumn::status).title);
    for (const QString &status : contactStatuses()) {
        box->addItem(statusWords(status), status);
    }
    auto *self = const_cast<ContactStatusDelegate *>(this);
    connect(box, &QComboBox::activated, self, [self, box] {
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box, NoHint);
    });
    return box;
}

void ContactStatusDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = qobject_cast<QComboBox *>(editor);
    if (!isNew(editor)) {
        return;
    }
    const QString status = index.data(Qt::EditRole).toString();
    if (box->findData(status) < 0 && !status.isEmpty()) {
        box->addItem(statusWords(status), status); // one of another program
    }
    box->setCurrentIndex(box->findData(status));
    // A double click opens it when the button is up: the release would close the list again.
    if (QGuiApplication::mouseButtons() == Qt::NoButton) {
        box->showPopup();
    }
}

void ContactStatusDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                         const QModelIndex &index) const
{
    const auto *box = qobject_cast<QComboBox *>(editor);
    if (box->currentIndex() >= 0) {
        model->setData(index, box->currentData(), Qt::EditRole);
    }
}

} // namespace crema::ui
