// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactdelegate.h"

#include "base/text.h"
#include "model/status.h"
#include "ui/common/avatar.h"
#include "ui/contacts/contacttablemodel.h"
#include "ui/theme/glyph.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTextLayout>
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

/// How many characters of the word make up the folded beginning `part`.
int lengthOf(QStringView word, const QString &part)
{
    for (qsizetype length = 1; length < word.size(); ++length) {
        if (fold(word.first(length)).size() >= part.size()) {
            return static_cast<int>(length);
        }
    }
    return static_cast<int>(word.size());
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

QColor inkOf(const QModelIndex &index, ContactColumn column)
{
    const Colours &c = colours();
    if (!valueOf<QString>(index, Role::problem).isEmpty()) {
        return c.bad;
    }
    if (column == ContactColumn::nextAction) {
        const auto due = static_cast<Due>(valueOf<int>(index, Role::due));
        return due == Due::overdue ? c.bad : due == Due::today ? c.warn : c.text;
    }
    return column == ContactColumn::name || column == ContactColumn::title || column == ContactColumn::company
            ? c.text
            : mix(c.text, c.muted, 0.35);
}

void drawMarked(QPainter &painter, const QRect &area, const QString &text, const QFont &font,
                const QColor &ink, const QStringList &words, Qt::LayoutDirection direction)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width());
    painter.setFont(font);
    painter.setPen(ink);
    const auto matches = words.isEmpty() ? QVector<std::pair<int, int>> {} : matchesIn(shown, words);
    if (matches.isEmpty()) {
        const auto side = QStyle::visualAlignment(direction, Qt::AlignLeft);
        painter.drawText(area, static_cast<int>(Qt::AlignVCenter | side), shown);
        return;
    }
    QVector<QTextLayout::FormatRange> ranges;
    for (const auto &[start, length] : matches) {
        QTextCharFormat format;
        format.setBackground(mix(colours().accent, colours().surface, 0.28));
        format.setForeground(colours().text);
        ranges << QTextLayout::FormatRange {start, length, format};
    }
    QTextLayout layout(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(direction);
    layout.setTextOption(option);
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(area.width());
    layout.endLayout();
    layout.draw(&painter, QPointF(area.left(), area.center().y() - line.height() / 2 + 1));
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

QVector<std::pair<int, int>> matchesIn(const QString &text, const QStringList &foldedWords)
{
    QVector<std::pair<int, int>> matches;
    const QStringView whole(text);
    for (qsizetype start = 0; start < whole.size();) {
        if (!isWordPart(whole[start])) {
            ++start;
            continue;
        }
        qsizetype end = start;
        while (end < whole.size() && isWordPart(whole[end])) {
            ++end;
        }
        const QStringView word = whole.sliced(start, end - start);
        const QString folded = fold(word);
        int longest = 0;
        for (const QString &part : foldedWords) {
            if (!part.isEmpty() && folded.startsWith(part)) {
                longest = std::max(longest, lengthOf(word, part));
            }
        }
        if (longest > 0) {
            matches << std::pair(static_cast<int>(start), longest);
        }
        start = end;
    }
    return matches;
}

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
    QRect area = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget);
    cell.text.clear();
    cell.features &= ~QStyleOptionViewItem::HasDisplay;
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    area = QRect(cell.rect.left() + gap::small, cell.rect.top(), cell.rect.width() - 2 * gap::small,
                 cell.rect.height());
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
    const bool marked = column == ContactColumn::name || column == ContactColumn::title
            || column == ContactColumn::company || column == ContactColumn::email
            || column == ContactColumn::school || column == ContactColumn::location;
    drawMarked(*painter, mirrored(area), text, cell.font, inkOf(index, column),
               marked ? m_words : QStringList(), cell.direction);
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
    auto *line = new QLineEdit(parent);
    line->setObjectName(u"contacts.cell.text"_s);
    line->setAccessibleName(specOf(column).title);
    line->setProperty(fieldProperty, specOf(column).field);
    if (column == ContactColumn::nextAction) {
        line->setPlaceholderText(tr("2026-11-23"));
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
    }
}

void ContactDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *name = qobject_cast<NameEditor *>(editor)) {
        model->setData(index, name->parts(), Qt::EditRole);
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, cleanLine(line->text()), Qt::EditRole);
    }
}

void ContactDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &index) const
{
    const int least = contactColumnAt(index.column()) == ContactColumn::name ? 280 : 160;
    const int height = std::min(editor->sizeHint().height(), option.rect.height());
    QRect place(option.rect.left(), option.rect.center().y() - height / 2 + 1,
                std::max(option.rect.width(), least), height);
    if (const QWidget *viewport = editor->parentWidget();
        viewport != nullptr && place.right() > viewport->width()) {
        place.moveRight(std::max(viewport->width() - 1, place.width() - 1));
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

bool ContactDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<QWidget *>(watched);
    auto *name = editor == nullptr ? nullptr : qobject_cast<NameEditor *>(editor->parentWidget());
    if (name != nullptr) {
        const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
        if (key != nullptr
            && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter
                || key->key() == Qt::Key_Escape)) {
            return QStyledItemDelegate::eventFilter(name, event);
        }
        if (event->type() == QEvent::FocusOut && !name->isAncestorOf(QApplication::focusWidget())) {
            Q_EMIT commitData(name);
            Q_EMIT closeEditor(name, NoHint);
        }
        return false;
    }
    if (editor != nullptr && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool commits = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab
                || key == Qt::Key_Backtab;
        if (commits && !isUsable(editor)) {
            return true; // what was typed stays in the open editor
        }
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
    box->showPopup();
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
