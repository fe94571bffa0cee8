// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace crema::ui {

/// A rounded surface with a thin border, an optional heading and a column for content.
class Card final : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &heading = {}, QWidget *parent = nullptr);

    /// An empty heading leaves the line out.
    void setHeading(const QString &heading);
    /// A small control at the right of the heading; it becomes a child.
    void setCorner(QWidget *widget);
    /// Where the content goes.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

private:
    void paintEvent(QPaintEvent *event) override;

    QLabel *m_heading;
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
};

} // namespace crema::ui
