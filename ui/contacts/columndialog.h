// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QVector>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace crema::ui {

/// Which columns a table shows and in which order: ticked, dragged or moved with buttons, all in one list.
class ColumnDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Entry
    {
        int column = 0;
        QString title;
        bool shown = true;
        bool fixed = false; ///< cannot be hidden

        [[nodiscard]] bool operator==(const Entry &) const = default;
    };

    /// `entries` in their order; `usual` is what the "Usual columns" button brings back.
    ColumnDialog(const QVector<Entry> &entries, const QVector<Entry> &usual, QWidget *parent = nullptr);

    [[nodiscard]] QVector<Entry> entries() const;

Q_SIGNALS:
    void chosen(const QVector<crema::ui::ColumnDialog::Entry> &entries);

private:
    void fill(const QVector<Entry> &entries);
    void move(int step);
    void narrow(const QString &words);
    void showButtons();

    QLineEdit *m_search;
    QListWidget *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace crema::ui
