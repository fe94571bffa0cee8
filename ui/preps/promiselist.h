// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"

#include <QDate>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace crema::ui {

/// What was promised in the chat: each with a tick, the day and a way to take it back; a line to add one.
class PromiseList final : public QWidget
{
    Q_OBJECT

public:
    /// `today` is asked whenever a day is typed.
    explicit PromiseList(std::function<QDate()> today, QWidget *parent = nullptr);

    void show(const QVector<Promise> &promises);
    /// Adds what is typed and not added yet, so that it does not go to another prep; a day that is none is
    /// dropped.
    void takeTyped();
    void addPromise(const Promise &promise);
    [[nodiscard]] const QVector<Promise> &promises() const { return m_promises; }

Q_SIGNALS:
    void changed();

private:
    void build();
    void add();
    void showRows();
    [[nodiscard]] QWidget *rowOf(qsizetype number);

    std::function<QDate()> m_today;
    QVector<Promise> m_promises;
    QVBoxLayout *m_rows = nullptr;
    QLineEdit *m_text = nullptr;
    QLineEdit *m_due = nullptr;
    QLabel *m_wrong = nullptr;
};

} // namespace crema::ui
