// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/drafteditor.h"

#include "base/clock.h"
#include "ui/common/actionbutton.h"
#include "ui/common/card.h"
#include "ui/common/flowlayout.h"
#include "ui/common/formrow.h"
#include "ui/drafts/drafthead.h"
#include "ui/drafts/draftmarks.h"
#include "ui/drafts/draftspelling.h"
#include "ui/drafts/findingslist.h"
#include "ui/drafts/linkrows.h"
#include "ui/drafts/markedlineedit.h"
#include "ui/drafts/previewdialog.h"
#include "ui/drafts/resumechoice.h"
#include "ui/drafts/versionsdialog.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"
#include "write/sentenceediting.h"

#include <QBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
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
    m_spelling = new DraftSpelling(m_presenter.services(), *m_subject, *m_body, this);
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
    m_head = new DraftHead;
    letter->body()->addWidget(m_head);
    m_subject = new MarkedLineEdit;
    m_subject->setObjectName(u"draftSubject"_s);
    letter->body()->addWidget(new FormRow(tr("Subject"), m_subject));
    m_body = new MarkedTextEdit;
    m_body->setObjectName(u"draftBody"_s);
    m_body->setAccessibleName(tr("Text of the email"));
    m_body->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_body->setMinimumHeight(scaled(lowestBody));
    letter->body()->addWidget(m_body, 1);
    m_resume = new ResumeChoice;
    letter->body()->addWidget(m_resume);
    auto *tools = new QWidget;
    m_tools = new FlowLayout(tools, gap::small);
    letter->body()->addWidget(tools);
    return letter;
}

void DraftEditor::addTools(const QVector<QAction *> &actions)
{
    for (QAction *action : actions) {
        m_tools->addWidget(new ActionButton(action));
    }
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
    return m_aside;
}

// Beside the letter where there is room for both, else below it.
void DraftEditor::arrange()
{
    const bool beside = width() >= scaled(letterWidth) + scaled(asideWidth) + gap::medium;
    m_row->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // Beside it has the height that is left, below it has a height of its own.
    m_aside->setSizePolicy(QSizePolicy::Preferred, beside ? QSizePolicy::Ignored : QSizePolicy::Preferred);
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
    connect(m_head, &DraftHead::contactClicked, this,
            [this] { Q_EMIT m_presenter.contactRequested(m_draft.contactId); });
    connect(m_resume, &ResumeChoice::chosen, this, [this](const QString &resumeId) {
        flush();
        m_presenter.attachResume(m_draft.id, resumeId);
    });
    connect(m_body, &MarkedTextEdit::menuOpening, this, &DraftEditor::fillMenu);
    connect(m_subject, &MarkedLineEdit::menuOpening, this, [this](QMenu *menu, int position) {
        if (!m_subject->isReadOnly()) {
            m_spelling->fillSubjectMenu(*menu, position);
        }
    });
    connect(m_spelling, &DraftSpelling::failed, &m_presenter, &DraftsPresenter::failed);
    connect(&m_presenter, &DraftsPresenter::compared, this, &DraftEditor::check);
    connect(&m_presenter, &DraftsPresenter::saved, this, [this](const Draft &draft) {
        if (draft.id == m_draft.id && m_body->isReadOnly()) {
            show(draft); // in place of what a model was writing
        } else if (draft.id == m_draft.id) {
            m_draft = draft;
            check();
        }
    });
}

void DraftEditor::connectFindings()
{
    connect(m_findings, &FindingsList::findingClicked, this, &DraftEditor::showWords);
    connect(m_findings, &FindingsList::removalRequested, this,
            [this](const GateProblem &problem) { removeSentence({problem.start, problem.length}); });
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
    const bool isOther = draft.id != m_draft.id;
    if (isOther) {
        flush();
    }
    m_draft = draft;
    m_signature = m_presenter.signature();
    showText(draft, isOther);
    const auto contact = m_presenter.recipient(draft.contactId);
    m_head->show(draft, contact ? std::optional(*contact) : std::nullopt);
    m_resume->show(m_presenter.resumes(), draft.resumeId);
    m_spelling->show(draft);
    showClaims();
    check();
}

void DraftEditor::showComing(const QString &subject, const QString &body)
{
    if (m_isTyped) {
        return; // what the user types is not written over; the rewriting ends in a conflict then
    }
    m_loading = true;
    m_subject->setMisspelt({}); // a line that is read only takes no marks away
    m_subject->setReadOnly(true);
    m_body->setReadOnly(true);
    m_body->setUndoRedoEnabled(false); // no way back into half an email
    m_subject->setText(subject);
    m_body->changeText(body);
    m_body->setMarks({}, {});
    m_findings->showUnchecked(tr("A language model is writing this email."));
    m_loading = false;
}

void DraftEditor::showText(const Draft &draft, bool isOther)
{
    m_loading = true;
    const bool wasComing = m_body->isReadOnly();
    // A list that is read anew does not unlock what a model is writing.
    const bool isComing = !m_isTyped && m_presenter.isRewriting(draft.id);
    const bool isGone = flows::hasGoneOut(draft);
    m_subject->setMisspelt({});
    m_subject->setReadOnly(isComing || isGone);
    m_body->setReadOnly(isComing || isGone);
    m_body->setUndoRedoEnabled(!isComing && !isGone);
    if (isGone) {
        m_findings->showUnchecked(tr("This email has gone out as it stands here."));
    }
    if (isComing) {
        m_findings->showUnchecked(tr("A language model is writing this email."));
    }
    if (isComing && !isOther) {
        m_loading = false;
        return; // what has come so far is newer than the draft
    }
    // What was typed and not handed over yet is newer than what the presenter has.
    if (!m_isTyped && m_subject->text() != draft.subject) {
        m_subject->setText(draft.subject);
        m_subject->setCursorPosition(0);
    }
    if (isOther || wasComing) {
        m_body->setPlainText(draft.body); // with nothing of another email to undo
    } else if (!m_isTyped && m_body->text() != draft.body) {
        m_body->changeText(draft.body);
    }
    m_loading = false;
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
    if (m_draft.id.isEmpty() || m_body->isReadOnly()) {
        if (flows::hasGoneOut(m_draft)) {
            showClaims();
            m_body->setMarks(m_draft.claims, {});
        }
        return;
    }
    const Draft draft = edited();
    m_spelling->check();
    showClaims();
    const auto problems = m_presenter.problems(draft);
    if (!problems) {
        m_body->setMarks(draft.claims, {});
        m_findings->showUnchecked(problems.error().text);
        return;
    }
    m_body->setMarks(draft.claims, *problems);
    m_findings->show(*problems, draft.overrideReason, m_presenter.countedWords(draft),
                     [this](const GateProblem &problem) { return canRemove(problem); });
}

// What is wrong with the sentence itself; a sentence that another email has too is not made better by going.
bool DraftEditor::canRemove(const GateProblem &problem) const
{
    static const QStringList rules {u"unsourced"_s, u"placeholder"_s, u"one_ask"_s, u"resume"_s};
    return !problem.inSubject && problem.length > 0 && rules.contains(problem.rule)
            && write::sentenceAt(m_body->text(), m_signature, {problem.start, problem.length});
}

void DraftEditor::removeSentence(const truth::Span &at)
{
    const auto sentence = write::sentenceAt(m_body->text(), m_signature, at);
    if (sentence && !m_body->isReadOnly()) {
        m_body->changeText(write::bodyWithoutSentence(m_body->text(), *sentence));
        flush();
        check();
    }
}

void DraftEditor::fillMenu(QMenu *menu, int position)
{
    if (m_body->isReadOnly()) {
        return;
    }
    QAction *first = menu->actions().value(0);
    const auto add = [&](const QString &name, const QString &words, Glyph glyph) {
        auto *action = new QAction(icon(glyph), words, menu);
        action->setObjectName(name);
        menu->insertAction(first, action);
        return action;
    };
    if (const auto sentence = write::sentenceAt(m_body->text(), m_signature, {position, 0})) {
        connect(add(u"sentenceRemove"_s, tr("Remove this sentence"), Glyph::trash), &QAction::triggered, this,
                [this, at = *sentence] { removeSentence(at); });
        connect(add(u"sentenceAnother"_s, tr("Reword"), Glyph::refresh), &QAction::triggered, this,
                [this, at = *sentence] {
                    flush();
                    m_presenter.reword(m_draft.id, at);
                });
        if (m_presenter.writesWithModel()) {
            connect(add(u"sentencePrompt"_s, tr("Show what is sent to reword it"), Glyph::eye),
                    &QAction::triggered, this, [this, at = *sentence] {
                        flush();
                        m_presenter.readSentencePrompt(m_draft.id, at);
                    });
        }
        menu->insertSeparator(first);
    }
    m_spelling->fillTextMenu(*menu, position);
}

void DraftEditor::openVersions()
{
    flush();
    m_presenter.whenSaved({m_draft.id}, [this, id = m_draft.id] {
        const auto versions = m_presenter.versions(id);
        if (!versions) {
            Q_EMIT m_presenter.failed(versions.error());
            return;
        }
        auto *dialog = new VersionsDialog(flows::withoutTypingSteps(*versions),
                                          m_presenter.services().clock.now().toLocalTime(),
                                          m_presenter.services().deployment.limits.historyDays, this);
        connect(dialog, &VersionsDialog::restoreRequested, &m_presenter,
                [this, id](int number) { m_presenter.restore(id, number); });
        dialog->open();
    });
}

void DraftEditor::openPreview()
{
    const auto mail = m_presenter.mailOf(edited());
    if (!mail) {
        Q_EMIT m_presenter.failed(mail.error());
        return;
    }
    (new PreviewDialog(*mail, this))->open();
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
