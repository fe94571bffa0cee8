// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/mailwatch.h"
#include "flows/sendqueue.h"
#include "ui/shell/desktopnotices.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/glyph.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace crema::app {

/// What goes on with the mailbox while the window is open, whatever page is shown: emails that are due go
/// out, answers are noticed and told, a connection that has ended is said.
class MailRoom final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    MailRoom(flows::Services &services, ui::MainWindow &window);

    void start();
    /// Something was put into the queue.
    void checkQueue() { m_queue.check(); }

Q_SIGNALS:
    void draftRequested(const QString &draftId);
    void contactRequested(const QString &contactId);
    void gmailRequested();
    /// A word in the window, with something that can be done.
    void told(const QString &text, const QString &action, const std::function<void()> &then);

private:
    /// Something the user should know and can do something about.
    struct Saying
    {
        QString name; ///< what it replaces when it is said again
        ui::Glyph glyph;
        QString title;
        QString text;
        QString action;
        std::function<void()> then;
    };
    void say(const Saying &saying);
    void connectQueue();
    void connectWatch();
    void tellAnswers(const QVector<flows::AnswerFound> &news);
    void tellTrouble();
    void askAboutMissed(const QStringList &draftIds);
    void open(const QString &noticeId);

    flows::Services &m_services;
    ui::MainWindow &m_window;
    flows::SendQueue m_queue;
    flows::MailWatch m_watch;
    ui::DesktopNotices m_notices;
    QHash<QString, QString> m_contacts; ///< by notice
    QString m_toldTrouble;
};

} // namespace crema::app
