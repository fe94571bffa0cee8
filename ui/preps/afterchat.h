// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace crema::ui {

/// After the conversation: what came of it, when to be in touch again, the thank-you.
class AfterChat final : public QWidget
{
    Q_OBJECT

public:
    explicit AfterChat(std::function<QDate()> today, QWidget *parent = nullptr);

    void show(const QString &outcome);
    /// Forgets a day that is typed and not used.
    void clearDay();
    [[nodiscard]] QString outcome() const;
    /// Puts the cursor where the outcome is typed.
    void begin();

Q_SIGNALS:
    void outcomeEdited();
    /// The chat was held; `next` is the day to be in touch again, invalid when none was typed.
    void metRequested(QDate next);
    void thankYouRequested();

private:
    void build();
    void note();

    std::function<QDate()> m_today;
    QLineEdit *m_outcome = nullptr;
    QLineEdit *m_next = nullptr;
    QLabel *m_wrong = nullptr;
};

} // namespace crema::ui
