// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/profile.h"
#include "ui/common/card.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace crema::ui {

/// The resumes that are kept, one of them the default, and what can be done with the chosen one.
class ResumeCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ResumeCard(QWidget *parent = nullptr);

    void show(const QVector<Resume> &resumes, const QString &defaultId);
    using QWidget::show;
    void setReading(bool reading);

Q_SIGNALS:
    void fileChosen(const QString &path);
    void openRequested(const QString &id);
    void defaultRequested(const QString &id);
    void renamed(const QString &id, const QString &name);
    void copyRequested(const QString &id, const QString &path);
    void removeRequested(const QString &id);

private:
    void build();
    QWidget *buildActions();
    void choose();
    void askName();
    void askCopy();
    void followChoice();
    [[nodiscard]] const Resume *current() const;

    QLabel *m_hint = nullptr;
    QWidget *m_kept = nullptr; ///< hidden while there is none
    QPushButton *m_choose = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_makeDefault = nullptr;
    QVector<Resume> m_resumes;
    QString m_defaultId;
};

} // namespace crema::ui
