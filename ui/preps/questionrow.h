// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace crema::ui {

/// One question of a chat: a tick, the wrapped text and why it is asked. A click anywhere on it ticks it off.
class QuestionRow final : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the tick's object name.
    explicit QuestionRow(const QString &name, QWidget *parent = nullptr);

    void show(const QString &text, const QString &because, bool asked);

Q_SIGNALS:
    /// The user ticked it, or took the tick back.
    void asked(bool asked);

private:
    void mouseReleaseEvent(QMouseEvent *event) override;

    QCheckBox *m_tick;
    QLabel *m_text;
    QLabel *m_because;
};

} // namespace crema::ui
