// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace crema::ui {

class LinkButton;

/// Wrapping lines of text, each a link that is reached with Tab and followed with Enter or a click, with an
/// optional muted note under it. A line that stays keeps the focus when the others change.
class LinkRows final : public QWidget
{
    Q_OBJECT

public:
    /// Plain texts, never markup.
    struct Row
    {
        QString text;
        QString note;
        QString action {}; ///< a button under it; empty for none

        [[nodiscard]] bool operator==(const Row &) const = default;
    };

    /// `name` and the row's number make the object name of each link, "finding0", and of its button,
    /// "finding0Action".
    explicit LinkRows(const QString &name, QWidget *parent = nullptr);

    void setRows(const QVector<Row> &rows);

Q_SIGNALS:
    void activated(int row);
    /// The button of a row.
    void actionClicked(int row);

private:
    struct Line
    {
        QWidget *whole = nullptr;
        LinkButton *link = nullptr;
        QLabel *note = nullptr;
        QPushButton *action = nullptr;
    };
    void addRow();
    void fill(int row);

    QString m_name;
    QVBoxLayout *m_column;
    QVector<Row> m_rows;
    QVector<Line> m_lines;
};

} // namespace crema::ui
