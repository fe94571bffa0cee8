// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/conversationdialog.h"

#include "base/dates.h"
#include "flows/answersflow.h"
#include "flows/sendchecks.h"
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/card.h"
#include "ui/common/rows.h"
#include "ui/common/scrollpage.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int wide = 720;
constexpr int high = 640;

QString kindWords(const flows::ConversationMessage &message)
{
    switch (message.kind) {
    case mail::AnswerKind::own:
        return ConversationDialog::tr("sent by you");
    case mail::AnswerKind::automatic:
        return ConversationDialog::tr("automatic");
    case mail::AnswerKind::bounce:
        return ConversationDialog::tr("came back");
    case mail::AnswerKind::delayed:
        return ConversationDialog::tr("delayed");
    case mail::AnswerKind::challenge:
        return ConversationDialog::tr("asks for a confirmation");
    case mail::AnswerKind::human:
        break;
    }
    return message.isUnread ? ConversationDialog::tr("unread") : QString();
}

QLabel *textLabel(const QString &text, Tone tone)
{
    QLabel *label = makeLabel(text, TextRole::body, tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ConversationDialog::ConversationDialog(flows::Services &services, const QString &contactId, bool withModel,
                                       QWidget *parent)
    : QDialog(parent), m_services(services), m_contactId(contactId), m_withModel(withModel),
      m_banner(new Banner), m_busy(new BusyBar), m_subject(makeLabel({}, TextRole::heading))
{
    setObjectName(u"conversationDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const auto contact = services.reader.contact(contactId);
    setWindowTitle(contact ? tr("Conversation with %1").arg(contact->name()) : tr("Conversation"));
    resize(scaled(wide), scaled(high));
    build();
    load();
}

void ConversationDialog::build()
{
    m_subject->setObjectName(u"conversationSubject"_s);
    m_subject->setTextFormat(Qt::PlainText);
    m_subject->setWordWrap(true);
    auto *page = new ScrollPage;
    m_messages = page->body();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_answer = buttons->addButton(tr("Write an answer"), QDialogButtonBox::ActionRole);
    m_answer->setObjectName(u"conversationAnswer"_s);
    m_answer->setEnabled(false);
    setButtonKind(m_answer, ButtonKind::primary);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_inGmail = buttons->addButton(tr("Open in Gmail"), QDialogButtonBox::ActionRole);
    m_inGmail->setObjectName(u"conversationInGmail"_s);
    m_inGmail->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(gap::small);
    column->addWidget(m_banner);
    column->addWidget(m_busy);
    column->addWidget(m_subject);
    column->addWidget(page, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_answer, &QPushButton::clicked, this, &ConversationDialog::suggest);
    connect(m_inGmail, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_link); });
    connect(m_banner, &Banner::actionClicked, this, [this] {
        m_banner->clear();
        load();
    });
    connect(m_busy, &BusyBar::cancelRequested, this, [this] {
        m_scope.requestStop();
        m_busy->hide();
    });
}

void ConversationDialog::load()
{
    m_busy->setProgress(tr("Reading the conversation"), -1);
    m_busy->show();
    m_scope.launch(flows::readConversation(&m_services, m_contactId, m_scope.stopToken()),
                   [this](const Result<flows::Conversation> &conversation) {
                       m_busy->hide();
                       if (conversation) {
                           showConversation(*conversation);
                       } else {
                           m_banner->showError(conversation.error());
                       }
                   });
}

void ConversationDialog::showConversation(const flows::Conversation &conversation)
{
    m_subject->setText(conversation.subject);
    m_link = mail::gmailThreadUrl(conversation.account, conversation.threadId);
    m_inGmail->setEnabled(true);
    clearRows(*m_messages);
    if (conversation.leftOut > 0) {
        m_messages->addWidget(textLabel(
                tr("%n older message(s) are not shown.", nullptr, conversation.leftOut), Tone::muted));
    }
    for (const flows::ConversationMessage &message : conversation.messages) {
        m_messages->addWidget(makeMessage(message));
    }
    m_messages->addStretch(1);
    m_answer->setEnabled(!conversation.messages.isEmpty()
                         && conversation.messages.constLast().kind != mail::AnswerKind::own);
    // Whoever reads it here has read it.
    m_scope.launch(flows::markAnswerRead(&m_services, m_contactId), [this](const Result<> &marked) {
        if (!marked) {
            m_banner->showError(marked.error());
        }
    });
}

QWidget *ConversationDialog::makeMessage(const flows::ConversationMessage &message)
{
    auto *card = new Card;
    const QString when = flows::localTimeWords(toStoredTime(message.at));
    const QString kind = kindWords(message);
    auto *head = textLabel(message.from, Tone::text);
    setTextRole(head, TextRole::strong);
    card->body()->addWidget(head);
    card->body()->addWidget(textLabel(kind.isEmpty() ? when : tr("%1, %2").arg(when, kind), Tone::muted));
    card->body()->addWidget(textLabel(message.text, Tone::text));
    if (!message.quoted.isEmpty()) {
        auto *more = new QPushButton(tr("Show what it quotes"));
        setButtonKind(more, ButtonKind::quiet);
        auto *quote = textLabel(message.quoted, Tone::muted);
        quote->hide();
        connect(more, &QPushButton::clicked, quote, [more, quote] {
            quote->show();
            more->hide();
        });
        card->body()->addWidget(more, 0, Qt::AlignLeft);
        card->body()->addWidget(quote);
    }
    if (!message.attachments.isEmpty()) {
        card->body()->addWidget(textLabel(
                tr("Attached: %1 (open it in Gmail)").arg(message.attachments.join(u", "_s)), Tone::muted));
    }
    return card;
}

void ConversationDialog::suggest()
{
    m_answer->setEnabled(false);
    m_busy->setProgress(tr("Writing an answer"), -1);
    m_busy->show();
    m_scope.launch(flows::suggestReply(&m_services, m_contactId, m_withModel, m_scope.stopToken()),
                   [this](const Result<flows::SuggestedReply> &reply) {
                       m_busy->hide();
                       m_answer->setEnabled(true);
                       if (!reply) {
                           m_banner->showError(reply.error());
                           return;
                       }
                       Q_EMIT replyWritten(reply->draft.id, reply->note);
                       accept();
                   });
}

} // namespace crema::ui
