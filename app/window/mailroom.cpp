// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mailroom.h"

#include "ui/shell/standingnotices.h"
#include "ui/shell/statusline.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

constexpr qsizetype mostNotices = 3;
const QString connectionNotice = u"mail/connection"_s;

QString nameOf(const Contact &contact)
{
    return contact.name().isEmpty() ? contact.email() : contact.name();
}

} // namespace

MailRoom::MailRoom(flows::Services &services, ui::MainWindow &window)
    : m_services(services), m_window(window), m_queue(services), m_watch(services)
{
    connectQueue();
    connectWatch();
    connect(&m_notices, &ui::DesktopNotices::activated, this, &MailRoom::open);
    connect(&m_notices, &ui::DesktopNotices::undeliverable, this, [this](const ui::Notice &notice) {
        Q_EMIT told(notice.title, tr("Open"), [this, id = notice.id] { open(id); });
    });
}

void MailRoom::start()
{
    m_queue.start();
    m_watch.start();
    tellTrouble();
}

void MailRoom::connectQueue()
{
    connect(&m_queue, &flows::SendQueue::sent, this, [this](const flows::SendResult &result) {
        const auto draft = m_services.reader.draft(result.draftId);
        const auto contact = draft ? m_services.reader.contact(draft->contactId)
                                   : Result<Contact>(std::unexpected(draft.error()));
        Q_EMIT told(contact ? tr("Sent to %1").arg(nameOf(*contact)) : tr("Sent"), {}, {});
    });
    connect(&m_queue, &flows::SendQueue::stayed, this, [this](const flows::SendResult &result) {
        Q_EMIT told(tr("Not sent: %1").arg(result.reason), tr("Show"),
                    [this, id = result.draftId] { Q_EMIT draftRequested(id); });
    });
    connect(&m_queue, &flows::SendQueue::missed, this, &MailRoom::askAboutMissed);
    connect(&m_queue, &flows::SendQueue::failed, this, [this](const Error &error) {
        m_window.statusLine().showMessage(tr("Sending waits: %1").arg(error.text));
        tellTrouble();
    });
}

void MailRoom::say(const Saying &saying)
{
    m_window.notices().show(saying.name,
                            {.rank = ui::StandingNotices::Rank::question,
                             .glyph = saying.glyph,
                             .heading = saying.title,
                             .text = saying.text,
                             .action = saying.action,
                             .act = [this, name = saying.name, then = saying.then] {
                                 m_window.notices().withdraw(name);
                                 then();
                             }});
}

void MailRoom::askAboutMissed(const QStringList &draftIds)
{
    say({u"mail/missed/"_s + draftIds.constFirst(), ui::Glyph::clock,
         tr("Not sent in time: %n email(s)", nullptr, static_cast<int>(draftIds.size())),
         tr("They were due while Crema was closed or the computer slept. Nothing is sent late without you: "
            "open each "
            "one to send it now or take it back."),
         tr("Show the first"), [this, id = draftIds.constFirst()] { Q_EMIT draftRequested(id); }});
}

void MailRoom::connectWatch()
{
    connect(&m_watch, &flows::MailWatch::answersCame, this, &MailRoom::tellAnswers);
    connect(&m_watch, &flows::MailWatch::looked, this, [this](const std::optional<Error> &error) {
        if (error || !m_toldTrouble.isEmpty()) { // which may be over
            tellTrouble();
        }
    });
}

void MailRoom::tellAnswers(const QVector<flows::AnswerFound> &news)
{
    qsizetype told = 0;
    for (const flows::AnswerFound &found : news) {
        const auto contact = m_services.reader.contact(found.contactId);
        if (!contact || contact->muted || told >= mostNotices) {
            continue;
        }
        ++told;
        const QString id = u"answer:"_s + found.contactId;
        m_contacts.insert(id, found.contactId);
        const bool bounced = found.answer.state == flows::AnswerState::bounced;
        m_notices.show({id,
                        bounced ? tr("The email to %1 came back").arg(nameOf(*contact))
                                : tr("%1 answered").arg(nameOf(*contact)),
                        contact->company()});
    }
    if (news.size() > mostNotices) {
        m_window.statusLine().showMessage(tr("%n answer(s) came", nullptr, static_cast<int>(news.size())));
    }
}

void MailRoom::open(const QString &noticeId)
{
    m_window.present();
    if (m_contacts.contains(noticeId)) {
        Q_EMIT contactRequested(m_contacts.value(noticeId));
    }
}

/// A connection that has ended is said once, not with every look.
void MailRoom::tellTrouble()
{
    const auto accounts = flows::gmailAccounts(m_services.reader);
    if (!accounts) {
        return; // nothing is known of them
    }
    QString trouble;
    for (const flows::GmailAccount &account : *accounts) {
        trouble = trouble.isEmpty() ? account.problem : trouble;
    }
    if (trouble == m_toldTrouble) {
        return;
    }
    m_toldTrouble = trouble;
    if (trouble.isEmpty()) {
        m_window.notices().withdraw(connectionNotice);
        return;
    }
    say({connectionNotice, ui::Glyph::warning, tr("Gmail has to be connected again"), trouble,
         tr("Connect again"), [this] { Q_EMIT gmailRequested(); }});
}

} // namespace crema::app
