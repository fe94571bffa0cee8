// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/contactlisting.h"

#include <QFrame>
#include <QScrollArea>

#include <optional>

class QHBoxLayout;
class QLabel;

namespace crema {
class Clock;
}

namespace crema::ui {

class BoardList;
class StatusChip;

/// One status of the board: its name, how many are in it, their cards. Cards can be dropped on it.
class BoardColumn final : public QFrame
{
    Q_OBJECT

public:
    BoardColumn(const QString &status, BoardList *list, QWidget *parent = nullptr);

    [[nodiscard]] const QString &status() const { return m_status; }
    [[nodiscard]] BoardList &list() { return *m_list; }
    void showCount(qsizetype count);
    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    void dropped(const QVector<qint64> &rids);
    void dragEntered();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_status;
    BoardList *m_list;
    StatusChip *m_chip;
    QLabel *m_count;
    bool m_dropping = false;
};

/// The contacts as cards in columns by status: dragged, or moved with Ctrl and the arrow keys, from stage to
/// stage. `reader` and `clock` outlive it.
class ContactBoard final : public QScrollArea
{
    Q_OBJECT

public:
    ContactBoard(const store::Reader &reader, const Clock &clock, QWidget *parent = nullptr);

    /// `only`: the statuses that are shown; all when empty. Selection and place stay.
    void showColumns(const QVector<store::StatusPeople> &columns, const QStringList &only);
    /// After another query: each column shows its beginning, or the first card that is selected.
    void startOver();
    /// As ContactsPresenter::rowsTouched has it.
    void refresh(const QVector<qint64> &changed, const QVector<qint64> &gone);
    void setMatchWords(const QStringList &words);

    [[nodiscard]] QVector<qint64> selectedRowIds() const;
    [[nodiscard]] std::optional<store::ContactRow> contactOf(qint64 rid) const;
    void selectContact(qint64 rid);
    /// Those of them who are listed.
    void selectContacts(const QVector<qint64> &rids);
    /// The focus goes to the column where something is selected.
    void focusCards();
    void clearSelection();
    void selectFirst();
    [[nodiscard]] BoardColumn *column(const QString &status) const;

Q_SIGNALS:
    void rowsSelected();
    void moveRequested(const QVector<qint64> &rids, const QString &status);
    void menuRequested(const QPoint &globalPosition);
    void deleteRequested();
    void copyRequested();
    void openRequested();
    void typed(const QString &text);
    void readFailed(const crema::Error &error);

private:
    BoardColumn *addColumn(const QString &status);
    void connectColumn(BoardColumn *column);
    void keepOnly(const BoardColumn *column);
    void goSideways(BoardColumn *from, int step, bool taking);
    [[nodiscard]] BoardColumn *neighbour(BoardColumn *from, int step) const;
    void move(const QVector<qint64> &rids, BoardColumn *to);

    const store::Reader &m_reader;
    const Clock &m_clock;
    QHBoxLayout *m_row;
    QVector<BoardColumn *> m_columns; ///< in their order
    QVector<qint64> m_following; ///< cards on the way to another column
    bool m_quiet = false;
};

} // namespace crema::ui
