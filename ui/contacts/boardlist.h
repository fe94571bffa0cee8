// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/contacttablemodel.h"

#include <QTableView>

class QMimeData;

namespace crema::ui {

class ContactCardDelegate;

/// The cards of one column of the board. Only those in sight are ever read.
class BoardList final : public QTableView
{
    Q_OBJECT

public:
    BoardList(const store::Reader &reader, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] ContactTableModel &contacts() { return *m_model; }
    [[nodiscard]] QVector<qint64> selectedRowIds() const;
    void setMatchWords(const QStringList &words);
    /// Selects these cards alone and brings the first of them into sight; false when none is here.
    bool selectRows(const QVector<qint64> &rids);
    /// Shows the beginning, or the first selected card.
    void startOver();
    /// Goes to the card at about this height of the viewport, alone.
    void enterAt(int y);
    [[nodiscard]] int currentHeight() const;

    /// The selected contacts as they are dragged; the caller's.
    [[nodiscard]] QMimeData *dragData() const;
    /// The contacts that are being dragged; empty for anything else.
    [[nodiscard]] static QVector<qint64> draggedRows(const QMimeData *mime);

Q_SIGNALS:
    void rowsSelected();
    /// A click or key chose something here and nothing elsewhere is to stay selected.
    void chosenAlone();
    /// Arrow left or right: to the column on that side, with the cards when `taking`.
    void sideways(int step, bool taking);
    void deleteRequested();
    void copyRequested();
    void openRequested();
    void typed(const QString &text);
    void menuRequested(const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyboardSearch(const QString &text) override { Q_EMIT typed(text); }

private:
    void fitCards();

    ContactTableModel *m_model;
    ContactCardDelegate *m_delegate;
};

} // namespace crema::ui
