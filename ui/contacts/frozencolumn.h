// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QModelIndex;
class QTableView;

namespace crema::ui {

/// The column that says whose a row is, at the edge of a table while the table is scrolled away from it. It
/// shows the cells and says what is done to them; everything else is the table's.
class FrozenColumn final : public QWidget
{
    Q_OBJECT

public:
    /// `paint` draws a cell of the table at another place.
    using PaintCell = std::function<void(QPainter &painter, const QModelIndex &index, const QRect &rect)>;
    FrozenColumn(QTableView &table, int column, PaintCell paint);

    /// Comes and goes with the place of the column.
    void follow();

Q_SIGNALS:
    void pressed(int row, Qt::MouseButton button, Qt::KeyboardModifiers modifiers);
    void doubleClicked(int row);
    void headClicked();
    void headMenuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void paintHead(QPainter &painter);
    [[nodiscard]] bool isHead(const QPointF &place) const;
    [[nodiscard]] int rowAt(const QPointF &place) const;

    QTableView &m_table;
    int m_column;
    PaintCell m_paint;
    bool m_isHeadPressed = false;
};

} // namespace crema::ui
