// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/drafteditor.h"

#include "ui/common/avatar.h"
#include "ui/common/card.h"
#include "ui/common/formrow.h"
#include "ui/drafts/draftmarks.h"
#include "ui/drafts/findingslist.h"
#include "ui/theme/roles.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int savePause = 800; // milliseconds
constexpr int checkPause = 250;
constexpr int asideWidth = 250;
} // namespace

DraftEditor::DraftEditor(DraftsPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter)
{
    build();
    connectParts();
}

void DraftEditor::build()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::medium);
    auto *letter = new Card;
    letter->body()->addWidget(buildHead());
    m_subject = new QLineEdit;
    m_subject->setObjectName(u"draftSubject"_s);
    letter->body()->addWidget(new FormRow(tr("Subject"), m_subject));
    m_body = new MarkedTextEdit;
    m_body->setObjectName(u"draftBody"_s);
    m_body->setAccessibleName(tr("Text of the email"));
    letter->body()->addWidget(m_body, 1);
    row->addWidget(letter, 1);
    row->addWidget(buildAside());
    m_saveSoon = new QTimer(this);
    m_saveSoon->setSingleShot(true);
    m_saveSoon->setInterval(savePause);
    m_checkSoon = new QTimer(this);
    m_checkSoon->setSingleShot(true);
    m_checkSoon->setInterval(checkPause);
}

QWidget *DraftEditor::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    m_avatar = new Avatar;
    m_recipient = new QPushButton;
    m_recipient->setObjectName(u"draftRecipient"_s);
    m_recipient->setToolTip(tr("Open this contact"));
    setButtonKind(m_recipient, ButtonKind::quiet);
    row->addWidget(m_avatar);
    row->addWidget(m_recipient);
    row->addStretch(1);
    return head;
}

QWidget *DraftEditor::buildAside()
{
    auto *aside = new QWidget;
    aside->setFixedWidth(asideWidth);
    auto *column = new QVBoxLayout(aside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::medium);
    auto *gate = new Card(tr("Before it leaves"));
    m_findings = new FindingsList;
    gate->body()->addWidget(m_findings);
    auto *attach = new Card(tr("Attachment"));
    m_resume = new QCheckBox(tr("Attach my resume"));
    m_resume->setObjectName(u"draftResume"_s);
    attach->body()->addWidget(m_resume);
    QLabel *legend = makeLabel(tr("Dotted words are facts: rest the pointer on them to see where each comes "
                                  "from. Wavy words need a look."),
                               TextRole::caption, Tone::muted);
    legend->setWordWrap(true);
    column->addWidget(gate);
    column->addWidget(attach);
    column->addWidget(legend);
    column->addStretch(1);
    return aside;
}

void DraftEditor::connectParts()
{
    const auto typed = [this] {
        if (!m_loading) {
            m_saveSoon->start();
            m_checkSoon->start();
        }
    };
    connect(m_subject, &QLineEdit::textChanged, this, typed);
    connect(m_body, &QPlainTextEdit::textChanged, this, typed);
    connect(m_subject, &QLineEdit::editingFinished, this, &DraftEditor::flush);
    connect(m_saveSoon, &QTimer::timeout, this, &DraftEditor::flush);
    connect(m_checkSoon, &QTimer::timeout, this, &DraftEditor::check);
    connect(m_recipient, &QPushButton::clicked, this,
            [this] { Q_EMIT m_presenter.contactRequested(m_draft.contactId); });
    connect(m_resume, &QCheckBox::clicked, this, [this](bool checked) {
        flush();
        m_presenter.attachResume(m_draft.id, checked);
    });
    connect(m_findings, &FindingsList::findingClicked, this, [this](const GateProblem &problem) {
        if (problem.inSubject) {
            m_subject->setFocus();
            m_subject->setSelection(problem.start, problem.length);
        } else {
            m_body->showWords(problem.start, problem.length);
        }
    });
    connect(m_findings, &FindingsList::overrideRequested, this, &DraftEditor::askOverride);
    connect(&m_presenter, &DraftsPresenter::saved, this, [this](const Draft &draft) {
        if (draft.id == m_draft.id) {
            m_draft = draft;
            check();
        }
    });
}

void DraftEditor::show(const Draft &draft)
{
    const bool isSame = draft.id == m_draft.id;
    if (!isSame) {
        flush();
    }
    m_draft = draft;
    const auto contact = m_presenter.recipient(draft.contactId);
    const QString name = contact ? contact->name() : tr("A deleted contact");
    const QString email = contact ? contact->email() : QString();
    m_avatar->setPerson(name, draft.contactId);
    m_recipient->setText(email.isEmpty() ? tr("To %1 (no address)").arg(name)
                                         : tr("To %1 <%2>").arg(name, email));
    m_recipient->setEnabled(contact.has_value());
    // What was typed since the last save is newer than what the store has.
    const bool typing = isSame && m_saveSoon->isActive();
    m_loading = true;
    if (!typing && m_subject->text() != draft.subject) {
        m_subject->setText(draft.subject);
        m_subject->setCursorPosition(0);
    }
    if (!typing && m_body->toPlainText() != draft.body) {
        m_body->setPlainText(draft.body);
    }
    m_loading = false;
    m_resume->setChecked(!draft.resumeId.isEmpty());
    m_resume->setEnabled(m_presenter.hasResume() || !draft.resumeId.isEmpty());
    m_resume->setToolTip(m_resume->isEnabled() ? QString() : tr("Add a resume on the Account page first"));
    check();
}

void DraftEditor::clear()
{
    flush();
    m_draft = {};
}

Draft DraftEditor::edited() const
{
    Draft draft = m_draft;
    draft.subject = m_subject->text();
    draft.body = m_body->toPlainText();
    return draft;
}

void DraftEditor::flush()
{
    m_saveSoon->stop();
    if (!m_draft.id.isEmpty()) {
        m_presenter.save(edited());
    }
}

void DraftEditor::check()
{
    if (m_draft.id.isEmpty()) {
        return;
    }
    const Draft draft = edited();
    const auto problems = m_presenter.problems(draft);
    const QVector<GateProblem> found = problems.value_or(QVector<GateProblem>());
    m_body->setMarks(draft.claims, found);
    m_findings->show(found, draft.overrideReason, m_presenter.countedWords(draft));
}

void DraftEditor::askOverride()
{
    bool ok = false;
    const QString reason = QInputDialog::getText(
            this, tr("Let it pass"), tr("Why is this email right as it is?"), QLineEdit::Normal, {}, &ok);
    if (ok && !reason.trimmed().isEmpty()) {
        flush();
        m_presenter.letPass(m_draft.id, reason.trimmed());
    }
}

void DraftEditor::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

} // namespace crema::ui
