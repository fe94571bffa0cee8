// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace crema::ui {

/// Names and values in two columns; rows with an empty value are left out.
class KeyValueList final : public QWidget
{
    Q_OBJECT

public:
    /// One row. Texts are plain, never markup.
    struct Row
    {
        QString key;
        QString value;
        QString source; ///< where the value comes from, small under it
        QString link; ///< makes the value a link, reported with linkActivated

        [[nodiscard]] bool operator==(const Row &) const = default;
    };

    explicit KeyValueList(QWidget *parent = nullptr);
    void setRows(const QVector<Row> &rows);

Q_SIGNALS:
    void linkActivated(const QString &link);

private:
    void changeEvent(QEvent *event) override;
    void addRow(const Row &row);

    QGridLayout *m_grid;
    QVector<Row> m_rows;
};

} // namespace crema::ui
