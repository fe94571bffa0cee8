// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTimer;
class QVBoxLayout;

namespace crema::ui {

class QuestionRow;

/// What is used during the conversation: what the two share, the questions to tick off, notes. Scrolls by
/// itself where it is higher than the window.
class ChatPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ChatPanel(QWidget *parent = nullptr);

    /// Shows a prep. The one that is shown already keeps what is being typed, and the focus where it is.
    void show(const Prep &prep);
    /// Hands over what was ticked or typed and not yet handed over.
    void flush();

Q_SIGNALS:
    void edited(const crema::Prep &prep);

private:
    void build();
    void buildQuestions(QVBoxLayout *column);
    void buildNotes(QVBoxLayout *column);
    void showShared();
    void showQuestions();
    void addQuestion();
    void touch();
    void hideEvent(QHideEvent *event) override;

    Prep m_prep;
    QLabel *m_shared = nullptr;
    QLabel *m_progress = nullptr;
    QVBoxLayout *m_questions = nullptr;
    QVector<QuestionRow *> m_rows;
    QPlainTextEdit *m_notes = nullptr;
    QTimer *m_saveSoon = nullptr;
    bool m_loading = false;
    bool m_isTouched = false; ///< ticked or typed, and not handed over yet
};

} // namespace crema::ui
