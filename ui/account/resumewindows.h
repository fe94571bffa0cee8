// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/resumepresenter.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace crema::ui {

class ResumeDialog;
class TextDialog;

/// The windows that come up over the Account page for a resume: the side-by-side view, the question for a
/// password, the text of a scan.
class ResumeWindows final : public QObject
{
    Q_OBJECT

public:
    ResumeWindows(ResumePresenter &presenter, QWidget *page);

    void open(const QString &id);

private:
    void follow(const QVector<Resume> &resumes);
    void connectView(ResumeDialog *view);
    void showPrompt(const QString &id, const flows::ResumePrompt &prompt);
    void askPassword(const QString &why, const std::function<void(const QString &)> &use);
    void askText(const flows::ResumeOrder &order, const QString &why);
    void connectText(const flows::ResumeOrder &order);

    ResumePresenter &m_presenter;
    QWidget *m_page;
    QVector<Resume> m_resumes;
    QPointer<ResumeDialog> m_view;
    QPointer<TextDialog> m_text;
};

} // namespace crema::ui
