// SPDX-License-Identifier: GPL-3.0-or-later
// How the window's parts meet the mailbox.
#include "window/windowcomposition.h"

#include "flows/replylog.h"
#include "ui/drafts/draftsview.h"
#include "ui/settings/settingsview.h"
#include "ui/shell/toaststrip.h"
#include "window/mailroom.h"
#include "window/pageids.h"

using namespace Qt::StringLiterals;

namespace crema::app {

void WindowComposition::connectMail()
{
    connect(m_mail.get(), &MailRoom::draftRequested, this,
            [this](const QString &id) { openRecord(u"draft"_s, id); });
    connect(m_mail.get(), &MailRoom::contactRequested, this,
            [this](const QString &id) { openRecord(u"contact"_s, id); });
    connect(m_mail.get(), &MailRoom::gmailRequested, this, &WindowComposition::showGmail);
    connect(m_mail.get(), &MailRoom::told, this, &WindowComposition::tell);
}

void WindowComposition::connectMailbox(ui::DraftsView *view)
{
    connect(view, &ui::DraftsView::gmailRequested, this, &WindowComposition::showGmail);
    ui::MailboxPresenter *mailbox = &view->mailbox();
    connect(mailbox, &ui::MailboxPresenter::queued, m_mail.get(), &MailRoom::checkQueue);
    connect(mailbox, &ui::MailboxPresenter::toast, this, &WindowComposition::showDone);
    connect(mailbox, &ui::MailboxPresenter::failed, this,
            [this](const Error &error) { showFailure(draftsPage, error); });
    connect(mailbox, &ui::MailboxPresenter::takeBackOffered, this,
            [this, mailbox](const QString &text, const QStringList &ids) {
                tell(text, tr("Take back"), [mailbox, ids] { mailbox->takeBack(ids); });
            });
}

void WindowComposition::logReplies(const QStringList &paths)
{
    for (const QString &path : paths) {
        m_scope.launch(flows::logReply(&m_services, path), [this](const Result<flows::LoggedReply> &logged) {
            if (logged) {
                tell(tr("Noted: %1 answered").arg(logged->contact.name()), tr("Open"),
                     [this, id = logged->contact.id] { openRecord(u"contact"_s, id); });
            } else {
                m_window.toasts().show({.text = logged.error().text, .tone = ui::Tone::bad});
            }
        });
    }
}

void WindowComposition::showGmail()
{
    m_window.showPage(settingsPage);
    qobject_cast<ui::SettingsView *>(m_window.page(settingsPage))->showGmail();
}

} // namespace crema::app
