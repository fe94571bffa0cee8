// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"

#include <QDate>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTimer;
class QVBoxLayout;

namespace crema::ui {

class AfterChat;
class Card;
class ChatTimer;
class PromiseList;
class QuestionRow;

/// What is used during the conversation: its time, what the two share, the questions to tick off, notes,
/// promises, and what comes after. Scrolls by itself where it is higher than the window.
class ChatPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `today` is asked whenever a day is typed.
    explicit ChatPanel(std::function<QDate()> today, QWidget *parent = nullptr);

    /// Shows a prep. The one that is shown already keeps what is being typed, and the focus where it is.
    void show(const Prep &prep);
    /// Hands over what was ticked or typed and not yet handed over.
    void flush();
    /// The same with what is half typed: the program ends, or another prep is shown.
    void handOver();
    void startChat();
    [[nodiscard]] bool isInChat() const;

Q_SIGNALS:
    void edited(const crema::Prep &prep);
    /// The conversation of the shown prep began or ended.
    void chatChanged(bool inChat);
    void metNoted(QDate next);
    void thankYouRequested();

private:
    void build();
    void buildQuestions(QVBoxLayout *column);
    void buildNotes(QVBoxLayout *column);
    void buildAfterwards(QVBoxLayout *column);
    void connectParts();
    void addOwnQuestion();
    /// The prep with what is ticked and typed.
    [[nodiscard]] Prep current() const;
    void showShared();
    void showQuestions();
    void addQuestion();
    void touch();
    void flushWithTime();
    void hideEvent(QHideEvent *event) override;

    std::function<QDate()> m_today;
    Prep m_prep;
    Card *m_time = nullptr; ///< around the timer
    ChatTimer *m_timer = nullptr;
    QLineEdit *m_own = nullptr; ///< a question of the user's own
    PromiseList *m_promises = nullptr;
    AfterChat *m_after = nullptr;
    QLabel *m_shared = nullptr;
    QLabel *m_progress = nullptr;
    QVBoxLayout *m_questions = nullptr;
    QVector<QuestionRow *> m_rows;
    QPlainTextEdit *m_notes = nullptr;
    QTimer *m_saveSoon = nullptr;
    int m_minutesBefore = 0; ///< of the prep, when the conversation under way began
    bool m_loading = false;
    bool m_saysMet = false; ///< what is not handed over yet notes the chat
    bool m_isTouched = false; ///< ticked or typed, and not handed over yet
};

} // namespace crema::ui
