// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/glyph.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>
#include <QVector>

namespace crema::ui {

/// One line of the palette or of the search results.
struct ResultRow
{
    QString id {};
    QString kind {};
    QString title {};
    QString subtitle {};
    QString shortcut {}; ///< as shown: "Ctrl+K"
    Glyph glyph = Glyph::none;
    QVector<int> emphasis {}; ///< positions in the title that were typed
    bool heading = false; ///< a title between groups; cannot be chosen

    [[nodiscard]] bool operator==(const ResultRow &) const = default;
};

/// The rows as a model; setting other rows resets it, since they answer another question.
class ResultModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(QVector<ResultRow> rows);
    [[nodiscard]] const QVector<ResultRow> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QVector<ResultRow> m_rows;
};

/// A list that is steered from the line edit above it: the edit keeps the focus, up and down move here, Enter
/// chooses.
class ResultList final : public QListView
{
    Q_OBJECT

public:
    explicit ResultList(QWidget *parent = nullptr);

    void setRows(QVector<ResultRow> rows);
    [[nodiscard]] const QVector<ResultRow> &rows() const { return m_model->rows(); }
    /// Moves by `step` lines over headings, around at the ends.
    void moveBy(int step);
    /// Chooses the current row, if there is one.
    void choose();
    /// True when the key was one that steers a list.
    bool steer(int key);
    /// The height that shows all rows, up to `most` pixels.
    [[nodiscard]] int wantedHeight(int most) const;

Q_SIGNALS:
    void chosen(const QString &kind, const QString &id);

private:
    ResultModel *m_model;
};

} // namespace crema::ui
