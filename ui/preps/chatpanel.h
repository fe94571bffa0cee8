// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QTimer;
class QVBoxLayout;

namespace crema::ui {

/// What is used during the conversation: what the two share, the questions to tick off, notes.
class ChatPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ChatPanel(QWidget *parent = nullptr);

    void show(const Prep &prep);
    /// Hands over what was ticked or typed and not yet handed over.
    void flush();

Q_SIGNALS:
    void edited(const crema::Prep &prep);

private:
    void build();
    void showShared();
    void showQuestions();
    void hideEvent(QHideEvent *event) override;

    Prep m_prep;
    QLabel *m_shared = nullptr;
    QVBoxLayout *m_questions = nullptr;
    QVector<QWidget *> m_rows;
    QPlainTextEdit *m_notes = nullptr;
    QTimer *m_saveSoon = nullptr;
    bool m_loading = false;
};

} // namespace crema::ui
