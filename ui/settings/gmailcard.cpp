// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/gmailcard.h"

#include "flows/mailboxcheck.h"
#include "ui/common/card.h"
#include "ui/common/flowlayout.h"
#include "ui/common/rows.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

QString abilities(const flows::GmailAccount &account)
{
    return account.canRead() ? GmailCard::tr("Drafts, sending, and who answered")
                             : GmailCard::tr("Drafts and sending; not who answered");
}

} // namespace

GmailCard::GmailCard(flows::Services &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_open(&QDesktopServices::openUrl), m_accounts(new QVBoxLayout),
      m_result(makeLabel({}, TextRole::body)), m_reads(new QCheckBox(tr("Also see who answered"))),
      m_connect(new QPushButton(tr("Connect Gmail…"))), m_cancel(new QPushButton(tr("Cancel"))),
      m_copy(new QPushButton(tr("Copy the address")))
{
    build();
    connect(m_connect, &QPushButton::clicked, this, [this] { connectAccount({}, m_reads->isChecked()); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_connecting.requestStop();
        endWaiting(std::unexpected(
                Error {ErrorKind::cancelled, tr("Cancelled; nothing was connected."), {}, {}, 0}));
    });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_address.toString(QUrl::FullyEncoded)); });
    showAccounts();
    follow();
}

void GmailCard::build()
{
    auto *card = new Card(tr("Gmail"));
    QLabel *words = makeLabel(tr("Puts your emails into your own mailbox and sends them from there. Crema "
                                 "reads only the conversations "
                                 "it wrote; everything stays on this computer, and the permission is kept in "
                                 "the system's keychain. "
                                 "Without Gmail, emails go out through your mail program or as files."),
                              TextRole::body, Tone::muted);
    words->setWordWrap(true);
    m_accounts->setSpacing(gap::medium);
    m_result->setObjectName(u"gmailResult"_s);
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    m_result->hide();
    m_reads->setObjectName(u"gmailReads"_s);
    m_reads->setChecked(true);
    m_reads->setToolTip(tr("Asks Google for the permission to read as well"));
    m_connect->setObjectName(u"gmailConnect"_s);
    m_cancel->setObjectName(u"gmailCancel"_s);
    m_cancel->setAccessibleName(tr("Stop waiting for the browser"));
    m_copy->setObjectName(u"gmailCopyAddress"_s);
    m_copy->setToolTip(tr("For a browser that did not open by itself"));
    auto *controls = new QWidget;
    auto *flow = new FlowLayout(controls);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_connect, m_reads, m_copy, m_cancel}) {
        flow->addWidget(widget);
    }
    card->body()->addWidget(words);
    card->body()->addLayout(m_accounts);
    card->body()->addWidget(controls);
    card->body()->addWidget(m_result);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
}

void GmailCard::begin()
{
    m_connect->setFocus(Qt::OtherFocusReason);
}

void GmailCard::follow()
{
    const bool isSetUp = flows::isGmailSetUp(m_services.deployment);
    m_connect->setVisible(!m_isWaiting);
    m_connect->setEnabled(isSetUp);
    m_reads->setVisible(!m_isWaiting && isSetUp);
    m_cancel->setVisible(m_isWaiting);
    m_copy->setVisible(m_isWaiting);
    if (!isSetUp) {
        tell(Tone::muted, flows::gmailNotSetUp());
    }
}

void GmailCard::tell(Tone tone, const QString &words)
{
    setTone(m_result, tone);
    m_result->setText(words);
    m_result->setVisible(!words.isEmpty());
}

void GmailCard::showAccounts()
{
    clearRows(*m_accounts);
    const auto accounts = flows::gmailAccounts(m_services.reader);
    if (!accounts) {
        tell(Tone::bad, accounts.error().text);
        return;
    }
    for (const flows::GmailAccount &account : *accounts) {
        const bool isUsual = account == accounts->constFirst();
        m_accounts->addWidget(makeRow(account, isUsual, accounts->size() == 1));
    }
    m_connect->setText(accounts->isEmpty() ? tr("Connect Gmail…") : tr("Connect another account…"));
}

QWidget *GmailCard::makeRow(const flows::GmailAccount &account, bool isUsual, bool isOnly)
{
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::tiny);
    QLabel *email = makeLabel(account.email, TextRole::strong);
    email->setObjectName(u"gmailAccount"_s);
    email->setTextFormat(Qt::PlainText);
    const bool works = account.problem.isEmpty();
    const QString state = !works ? account.problem
            : isUsual && !isOnly ? tr("%1. New emails go through it.").arg(abilities(account))
                                 : tr("%1.").arg(abilities(account));
    QLabel *words = makeLabel(state, TextRole::body, works ? Tone::muted : Tone::bad);
    words->setObjectName(u"gmailState"_s);
    words->setWordWrap(true);
    column->addWidget(email);
    column->addWidget(words);
    addButtons(row, account, isUsual, isOnly);
    return row;
}

void GmailCard::addButtons(QWidget *row, const flows::GmailAccount &account, bool isUsual, bool isOnly)
{
    auto *controls = new QWidget;
    auto *flow = new FlowLayout(controls);
    const auto add = [&](const QString &name, const QString &text, const QString &accessible,
                         const auto &then) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        button->setAccessibleName(accessible);
        connect(button, &QPushButton::clicked, this, then);
        flow->addWidget(button);
        return button;
    };
    const QString email = account.email;
    if (!account.problem.isEmpty() || !account.canRead()) {
        const QString text = account.problem.isEmpty() ? tr("Let Crema see answers…") : tr("Connect again…");
        add(u"gmailAgain"_s, text, tr("Connect %1 again").arg(email),
            [this, email] { connectAccount(email, true); });
    }
    add(u"gmailTest"_s, tr("Test"), tr("Test the connection of %1").arg(email),
        [this, email] { test(email); });
    if (!isUsual && !isOnly) {
        add(u"gmailPrefer"_s, tr("Use for new emails"), tr("Send new emails through %1").arg(email),
            [this, email] {
                m_scope.launch(flows::preferGmail(&m_services, email), [this](const Result<> &done) {
                    tell(Tone::bad, done ? QString() : done.error().text);
                    showAccounts();
                });
            });
    }
    if (account.canRead()) {
        QPushButton *compare = add(u"gmailCompare"_s, tr("Compare"),
                                   tr("Compare the mailbox %1 with Crema").arg(email),
                                   [this] { compareMailboxes(); });
        compare->setToolTip(tr("Looks into every conversation and says what is missing here or there"));
    }
    QPushButton *leave = add(u"gmailDisconnect"_s, tr("Disconnect"), tr("Disconnect %1").arg(email),
                             [this, email] { disconnectAccount(email); });
    setButtonKind(leave, ButtonKind::danger);
    row->layout()->addWidget(controls);
}

void GmailCard::connectAccount(const QString &email, bool readsAnswers)
{
    if (m_isWaiting) {
        return;
    }
    m_isWaiting = true;
    tell(Tone::muted,
         tr("Your browser opens. Choose the account there and allow the access; Crema waits here."));
    follow();
    const auto open = [this, browser = m_open](const QUrl &url) {
        m_address = url;
        if (!browser(url)) {
            tell(Tone::warn,
                 tr("No browser opened. Copy the address, open it in a browser of this computer and "
                    "allow the access there; Crema waits."));
        }
        return true; // the address can be copied
    };
    m_connecting.launch(
            flows::connectGmail(&m_services, {email, readsAnswers}, open, m_connecting.stopToken()),
            [this](const Result<flows::Connected> &connected) { endWaiting(connected); });
}

void GmailCard::endWaiting(const Result<flows::Connected> &connected)
{
    m_isWaiting = false;
    m_address.clear();
    showAccounts();
    follow();
    if (!connected) {
        const bool cancelled = connected.error().kind == ErrorKind::cancelled;
        tell(cancelled ? Tone::muted : Tone::bad, connected.error().text);
        return;
    }
    const QStringList words = QStringList(tr("%1 is connected.").arg(connected->account.email))
            + connected->notes;
    tell(connected->notes.isEmpty() ? Tone::good : Tone::warn, words.join(u' '));
}

void GmailCard::disconnectAccount(const QString &email)
{
    m_scope.launch(
            flows::disconnectGmail(&m_services, email, m_scope.stopToken()),
            [this](const Result<flows::Disconnected> &done) {
                showAccounts();
                if (!done) {
                    tell(Tone::bad, done.error().text);
                } else if (!done->note.isEmpty()) {
                    tell(Tone::warn, done->note);
                } else {
                    tell(Tone::muted,
                         tr("%1 is disconnected. What was sent and answered stays here.").arg(done->email));
                }
            });
}

void GmailCard::compareMailboxes()
{
    tell(Tone::muted, tr("Looking into every conversation…"));
    m_scope.launch(flows::checkMailboxes(&m_services, {}, m_scope.stopToken()),
                   [this](const Result<QVector<flows::MailboxCheck>> &checks) {
                       showAccounts();
                       if (!checks) {
                           tell(Tone::bad, checks.error().text);
                           return;
                       }
                       QStringList words;
                       bool isWhole = true;
                       for (const flows::MailboxCheck &check : *checks) {
                           words << flows::checkInWords(check);
                           isWhole = isWhole && (check.isWhole() || check.conversations == 0);
                       }
                       tell(isWhole ? Tone::good : Tone::warn, words.join(u'\n'));
                   });
}

void GmailCard::test(const QString &email)
{
    tell(Tone::muted, tr("Asking Gmail…"));
    m_scope.launch(flows::testGmail(&m_services, email, m_scope.stopToken()),
                   [this, email](const Result<> &works) {
                       showAccounts();
                       tell(works ? Tone::good : Tone::bad,
                            works ? tr("The mailbox %1 answers.").arg(email) : works.error().text);
                   });
}

} // namespace crema::ui
