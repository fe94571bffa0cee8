// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/chip.h"

#include <QStringList>
#include <QStyledItemDelegate>

class QKeyEvent;
class QLineEdit;

namespace crema::ui {

/// First and last name side by side, as a cell's editor.
class NameEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit NameEditor(QWidget *parent);

    void setParts(const QStringList &parts);
    [[nodiscard]] QStringList parts() const;

private:
    QLineEdit *m_first;
    QLineEdit *m_last;
};

/// Draws the text cells of the contacts table (avatar before the name, matches of the filter marked, unsaved
/// text and due dates toned) and edits them. Enter keeps the editor open while the text is not usable, and
/// says why.
class ContactDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The words of the filter, folded.
    void setMatchWords(const QStringList &words) { m_words = words; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool takeEnter(QWidget *editor, const QKeyEvent &pressed);
    [[nodiscard]] bool isUsable(QWidget *editor) const;

    QStringList m_words;
};

/// The status as a chip, edited with a list of the stages.
class ContactStatusDelegate final : public StatusDelegate
{
    Q_OBJECT

public:
    using StatusDelegate::StatusDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

} // namespace crema::ui
