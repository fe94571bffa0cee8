// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/drafteditor.h"

#include "ui/common/avatar.h"
#include "ui/common/card.h"
#include "ui/common/chip.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/formrow.h"
#include "ui/drafts/draftmarks.h"
#include "ui/drafts/findingslist.h"
#include "ui/drafts/linkrows.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int savePause = 800; // milliseconds
constexpr int checkPause = 250;
constexpr int asideWidth = 250;
constexpr int letterWidth = 330; // below it the lines get too short, and what is beside goes below
constexpr int lowestBody = 140;
constexpr int lowestBelow = 200;

QScrollArea *clearScroll(QWidget *inside)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // what stands in it takes the focus, and is scrolled to
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false); // what is behind shows through
    inside->setAutoFillBackground(false);
    return scroll;
}

} // namespace

DraftEditor::DraftEditor(DraftsPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter)
{
    build();
    connectParts();
    connectFindings();
}

void DraftEditor::build()
{
    // In a low window with large text the whole scrolls rather than being squeezed.
    auto *whole = new QWidget;
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(clearScroll(whole));
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, whole);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(gap::medium);
    m_row->addWidget(buildLetter(), 3);
    m_row->addWidget(buildAside(), 2);
    m_saveSoon = new QTimer(this);
    m_saveSoon->setSingleShot(true);
    m_saveSoon->setInterval(savePause);
    m_checkSoon = new QTimer(this);
    m_checkSoon->setSingleShot(true);
    m_checkSoon->setInterval(checkPause);
    arrange();
}

QWidget *DraftEditor::buildLetter()
{
    auto *letter = new Card;
    letter->body()->addWidget(buildHead());
    m_subject = new QLineEdit;
    m_subject->setObjectName(u"draftSubject"_s);
    letter->body()->addWidget(new FormRow(tr("Subject"), m_subject));
    m_body = new MarkedTextEdit;
    m_body->setObjectName(u"draftBody"_s);
    m_body->setAccessibleName(tr("Text of the email"));
    m_body->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_body->setMinimumHeight(scaled(lowestBody));
    letter->body()->addWidget(m_body, 1);
    m_resume = new QCheckBox(tr("Attach my resume"));
    m_resume->setObjectName(u"draftResume"_s);
    letter->body()->addWidget(m_resume);
    m_noResume = makeLabel(tr("To attach a resume, add one on the Account page first."), TextRole::caption,
                           Tone::muted);
    m_noResume->setObjectName(u"draftNoResume"_s);
    m_noResume->setWordWrap(true);
    letter->body()->addWidget(m_noResume);
    return letter;
}

QWidget *DraftEditor::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::small + gap::tiny);
    m_avatar = new Avatar;
    auto *words = new QVBoxLayout;
    words->setSpacing(gap::hair);
    m_name = new ElidedLabel;
    m_name->setObjectName(u"draftName"_s);
    setTextRole(m_name, TextRole::strong);
    m_address = new ElidedLabel;
    m_address->setObjectName(u"draftAddress"_s);
    words->addWidget(m_name);
    words->addWidget(m_address);
    m_state = new StatusChip;
    m_recipient = new QPushButton(icon(Glyph::person), {});
    m_recipient->setObjectName(u"draftRecipient"_s);
    m_recipient->setToolTip(tr("Open this contact"));
    m_recipient->setAccessibleName(tr("Open this contact"));
    setButtonKind(m_recipient, ButtonKind::quiet);
    row->addWidget(m_avatar);
    row->addLayout(words, 1);
    row->addWidget(m_state);
    row->addWidget(m_recipient);
    return head;
}

QWidget *DraftEditor::buildAside()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::medium);
    auto *gate = new Card(tr("Before it leaves"));
    m_findings = new FindingsList;
    gate->body()->addWidget(m_findings);
    auto *facts = new Card(tr("Facts and their sources"));
    m_claims = new LinkRows(u"claim"_s);
    facts->body()->addWidget(m_claims);
    m_claimsCard = facts;
    column->addWidget(gate);
    column->addWidget(facts);
    column->addStretch(1);
    m_aside = clearScroll(inside);
    m_aside->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // has the height that is left
    return m_aside;
}

// Beside the letter where there is room for both, else below it.
void DraftEditor::arrange()
{
    const bool beside = width() >= scaled(letterWidth) + scaled(asideWidth) + gap::medium;
    m_row->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_aside->setMinimumHeight(beside ? 0 : scaled(lowestBelow));
    m_aside->setMinimumWidth(beside ? scaled(asideWidth) : 0);
    m_aside->setMaximumWidth(beside ? scaled(asideWidth) : QWIDGETSIZE_MAX);
}

void DraftEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void DraftEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_aside != nullptr) {
        arrange();
    }
}

void DraftEditor::connectParts()
{
    const auto typed = [this] {
        if (!m_loading) {
            m_isTyped = true;
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
    connect(&m_presenter, &DraftsPresenter::saved, this, [this](const Draft &draft) {
        if (draft.id == m_draft.id) {
            m_draft = draft;
            check();
        }
    });
}

void DraftEditor::connectFindings()
{
    connect(m_findings, &FindingsList::findingClicked, this, &DraftEditor::showWords);
    connect(m_findings, &FindingsList::overrideRequested, this, &DraftEditor::askOverride);
    connect(m_findings, &FindingsList::holdRequested, this, [this] {
        flush();
        m_presenter.letPass(m_draft.id, {});
    });
    connect(m_claims, &LinkRows::activated, this, [this](int row) {
        const QString words = m_shownClaims.value(row).text;
        const auto at = static_cast<int>(m_body->text().indexOf(words));
        if (at >= 0) {
            m_body->showWords(at, static_cast<int>(words.size()));
        }
    });
}

void DraftEditor::showWords(const GateProblem &problem)
{
    if (problem.inSubject) {
        m_subject->setFocus();
        m_subject->setSelection(problem.start, problem.length);
    } else {
        m_body->showWords(problem.start, problem.length);
    }
}

void DraftEditor::show(const Draft &draft)
{
    if (draft.id != m_draft.id) {
        flush();
    }
    m_draft = draft;
    m_loading = true;
    // What was typed and not handed over yet is newer than what the presenter has.
    if (!m_isTyped && m_subject->text() != draft.subject) {
        m_subject->setText(draft.subject);
        m_subject->setCursorPosition(0);
    }
    if (!m_isTyped && m_body->text() != draft.body) {
        m_body->setPlainText(draft.body);
    }
    m_loading = false;
    showRecipient();
    showResume();
    check();
}

void DraftEditor::showRecipient()
{
    const auto contact = m_presenter.recipient(m_draft.contactId);
    const QString name = contact ? contact->name() : tr("A deleted contact");
    const QString email = contact ? contact->email() : QString();
    m_avatar->setPerson(name, m_draft.contactId);
    m_name->setText(name);
    m_address->setText(email.isEmpty() ? tr("No email address is known: your mail program will ask for it")
                                       : email);
    setTone(m_address, email.isEmpty() ? Tone::warn : Tone::muted);
    m_state->setStatus(m_draft.state);
    m_state->setVisible(m_draft.state != "draft"_L1);
    m_recipient->setEnabled(contact.has_value());
}

void DraftEditor::showResume()
{
    const bool attached = !m_draft.resumeId.isEmpty();
    const bool can = attached || m_presenter.hasResume();
    m_resume->setChecked(attached);
    m_resume->setVisible(can);
    m_noResume->setVisible(!can);
}

void DraftEditor::showClaims()
{
    const QString text = m_body->text();
    QVector<LinkRows::Row> rows;
    m_shownClaims.clear();
    for (const Claim &claim : std::as_const(m_draft.claims)) {
        if (!claim.text.isEmpty() && text.contains(claim.text)) {
            m_shownClaims << claim;
            rows << LinkRows::Row {claim.text, sourcesInWords(claim)};
        }
    }
    m_claims->setRows(rows);
    m_claimsCard->setVisible(!rows.isEmpty());
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
    draft.body = m_body->text();
    return draft;
}

void DraftEditor::flush()
{
    m_saveSoon->stop();
    if (m_isTyped && !m_draft.id.isEmpty()) {
        m_isTyped = false;
        m_presenter.save(edited());
    }
}

void DraftEditor::check()
{
    if (m_draft.id.isEmpty()) {
        return;
    }
    const Draft draft = edited();
    showClaims();
    const auto problems = m_presenter.problems(draft);
    if (!problems) {
        m_body->setMarks(draft.claims, {});
        m_findings->showUnchecked(problems.error().text);
        return;
    }
    m_body->setMarks(draft.claims, *problems);
    m_findings->show(*problems, draft.overrideReason, m_presenter.countedWords(draft));
}

void DraftEditor::askOverride()
{
    flush();
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"draftOverrideDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Let it pass"));
    dialog->setLabelText(tr("Why is this email right as it is? The reason is kept with the email."));
    dialog->setOkButtonText(tr("Let it pass"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id = m_draft.id](const QString &reason) {
        if (!reason.trimmed().isEmpty()) {
            m_presenter.letPass(id, reason.trimmed());
        }
    });
    dialog->open();
}

void DraftEditor::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

} // namespace crema::ui
