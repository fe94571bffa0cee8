// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/profile.h"
#include "ui/common/card.h"

#include <optional>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace crema::ui {

/// The resume: its text with line numbers beside what was read from it, and how to take a wrong reading back.
class ResumeCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ResumeCard(QWidget *parent = nullptr);

    void showResume(const std::optional<Resume> &resume);
    void showProfile(const Profile &profile);
    void setReading(bool reading);

Q_SIGNALS:
    void fileChosen(const QString &path);
    void lineDropped(bool company, const crema::ResumeLine &line);

private:
    void build();
    void showWhatIsThere();
    void choose();
    void dropCurrent();
    void goToLine(int line);

    QLabel *m_title = nullptr;
    QWidget *m_reading = nullptr; ///< hidden while there is nothing to show in it
    QPushButton *m_choose = nullptr;
    QListWidget *m_facts = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_drop = nullptr;
};

} // namespace crema::ui
