// SPDX-License-Identifier: GPL-3.0-or-later
// Gmail on the Drafts page: its commands, the line that says how an email stands, the conversation.
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/drafts/conversationdialog.h"
#include "ui/drafts/drafteditor.h"
#include "ui/drafts/draftsview.h"
#include "ui/drafts/mailboxpresenter.h"
#include "ui/drafts/mailstrip.h"
#include "ui/drafts/senddialog.h"
#include "ui/shell/actionregistry.h"
#include "ui/theme/glyph.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

void DraftsView::addMailboxActions()
{
    ActionSpec sending {u"send"_s, tr("Send…"), Glyph::send, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)};
    sending.paletteText = tr("Send the selected emails through Gmail…");
    m_send = pageAction(sending);
    connect(m_send, &QAction::triggered, this, &DraftsView::askToSend);
    ActionSpec pushing {u"push"_s, tr("Put into Gmail"), Glyph::drafts};
    pushing.paletteText = tr("Put the selected emails among my Gmail drafts");
    m_push = pageAction(pushing);
    connect(m_push, &QAction::triggered, this, [this] {
        m_editor->flush();
        m_mailbox->push(chosenIds());
    });
    ActionSpec connecting {u"connectGmail"_s, tr("Connect Gmail…"), Glyph::external};
    m_connectGmail = pageAction(connecting);
    m_connectGmail->setPriority(QAction::LowPriority);
    connect(m_connectGmail, &QAction::triggered, this, &DraftsView::gmailRequested);
    ActionSpec reading {u"conversation"_s, tr("Conversation…"), Glyph::eye};
    reading.paletteText = tr("Read the conversation with this person");
    m_conversation = pageAction(reading);
    m_conversation->setPriority(QAction::LowPriority);
    const auto openOwn = [this] {
        if (const auto draft = m_presenter.draft(currentId())) {
            openConversation(draft->contactId);
        }
    };
    connect(m_conversation, &QAction::triggered, this, openOwn);
}

void DraftsView::connectMailbox()
{
    connect(m_strip, &MailStrip::chosen, this, &DraftsView::takeStep);
    connect(m_mailbox, &MailboxPresenter::changed, this, [this] {
        if (!m_isAway) {
            followMailbox();
        }
    });
    connect(m_mailbox, &MailboxPresenter::failed, this, &DraftsView::showError);
    connect(m_mailbox, &MailboxPresenter::leftOut, this, &DraftsView::showLeftOut);
    connect(m_mailbox, &MailboxPresenter::working, this, [this](const QString &title, int percent) {
        m_busy->setProgress(title, percent);
        m_busy->show();
    });
    connect(m_mailbox, &MailboxPresenter::ended, m_busy, &QWidget::hide);
}

/// One filled button: sending where Gmail is connected, the mail program otherwise.
void DraftsView::rankSending(bool isConnected)
{
    if (m_sendsFirst == isConnected) {
        return;
    }
    m_sendsFirst = isConnected;
    const auto open = std::ranges::find(m_draftActions, u"drafts.open"_s, &QAction::objectName);
    const std::pair<QAction *, Glyph> both[] {{*open, Glyph::external}, {m_send, Glyph::send}};
    for (const auto &[action, glyph] : both) {
        const bool first = (action == m_send) == isConnected;
        action->setPriority(first ? QAction::HighPriority : QAction::NormalPriority);
        action->setIcon(icon(glyph, first ? Tone::onAccent : Tone::text));
        removeAction(action); // the header arranges its buttons anew
        addAction(action);
    }
}

/// What of Gmail can be done with the current email, and how it stands.
void DraftsView::followMailbox()
{
    const QString id = currentId();
    const bool isConnected = m_mailbox->isConnected();
    const auto draft = m_presenter.draft(id);
    const QString state = draft ? draft->state : QString();
    const bool isOpen = state == "draft"_L1 || state == "pushed"_L1 || state == "handed_off"_L1;
    const bool isShown = draft && !m_isAway;
    rankSending(isConnected);
    m_send->setVisible(isShown && isConnected);
    m_push->setVisible(isShown && isConnected);
    m_connectGmail->setVisible(isShown && !isConnected && m_mailbox->isSetUp());
    m_conversation->setVisible(isShown && isConnected && !isOpen);
    m_send->setEnabled(isOpen);
    m_push->setEnabled(isOpen);
    for (QAction *action : std::as_const(m_draftActions)) {
        if (action->objectName() == "drafts.another"_L1) {
            action->setEnabled(draft && !flows::hasGoneOut(*draft));
        }
    }
    m_strip->show(draft ? m_mailbox->lineOf(id) : MailLine {});
}

void DraftsView::showLeftOut(const QVector<flows::PushResult> &results, int there)
{
    const int count = static_cast<int>(results.size());
    const QString first = results.constFirst().reason;
    m_banner->showMessage(Tone::warn, Glyph::warning, tr("Not put into Gmail: %n email(s)", nullptr, count),
                          there > 0 || count > 1
                                  ? tr("In Gmail: %n. The first that is not: %1", nullptr, there).arg(first)
                                  : first);
}

void DraftsView::askToSend()
{
    m_editor->flush();
    auto *dialog = new SendDialog(*m_mailbox, chosenIds(), this);
    connect(dialog, &SendDialog::sendRequested, m_mailbox, &MailboxPresenter::send);
    dialog->open();
}

void DraftsView::openConversation(const QString &contactId)
{
    auto *dialog = new ConversationDialog(m_presenter.services(), contactId, m_presenter.writesWithModel(),
                                          this);
    connect(dialog, &ConversationDialog::replyWritten, this, [this](const QString &id, const QString &note) {
        if (!note.isEmpty()) {
            m_banner->showMessage(Tone::info, Glyph::info, tr("An answer to go on from"), note);
        }
        openDraft(id);
    });
    dialog->open();
}

void DraftsView::takeStep(MailStep step)
{
    const QString id = currentId();
    switch (step) {
    case MailStep::takeBack:
        m_mailbox->takeBack({id});
        break;
    case MailStep::sendNow:
        m_mailbox->sendNow(id);
        break;
    case MailStep::anotherTime:
        askToSend();
        break;
    case MailStep::wasSent:
    case MailStep::wasNotSent:
        m_mailbox->settle(id, step == MailStep::wasSent);
        break;
    case MailStep::lookAgain:
        m_mailbox->settle(id, std::nullopt);
        break;
    case MailStep::showInGmail:
        m_mailbox->showInGmail(id);
        break;
    case MailStep::readAnswer:
        m_conversation->trigger();
        break;
    }
}

} // namespace crema::ui
