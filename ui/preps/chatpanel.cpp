// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/chatpanel.h"

#include "ui/common/card.h"
#include "ui/common/exacttext.h"
#include "ui/preps/questionrow.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int savePause = 1200; // milliseconds: the PDF is made again each time
constexpr int lowestQuestions = 200;
constexpr int lowestNotes = 96;

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

ChatPanel::ChatPanel(QWidget *parent) : QWidget(parent)
{
    build();
    m_saveSoon = new QTimer(this);
    m_saveSoon->setSingleShot(true);
    m_saveSoon->setInterval(savePause);
    connect(m_saveSoon, &QTimer::timeout, this, &ChatPanel::flush);
    connect(m_notes, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_loading) {
            touch();
        }
    });
}

void ChatPanel::build()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::medium);
    auto *shared = new Card(tr("What you share"));
    m_shared = makeLabel({});
    m_shared->setObjectName(u"prepShared"_s);
    m_shared->setTextFormat(Qt::PlainText);
    m_shared->setWordWrap(true);
    shared->body()->addWidget(m_shared);
    column->addWidget(shared);
    buildQuestions(column);
    buildNotes(column);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(clearScroll(inside));
}

void ChatPanel::buildQuestions(QVBoxLayout *column)
{
    auto *questions = new Card(tr("Questions"));
    m_progress = makeLabel({}, TextRole::caption, Tone::muted);
    m_progress->setObjectName(u"prepProgress"_s);
    questions->setCorner(m_progress);
    auto *inside = new QWidget;
    m_questions = new QVBoxLayout(inside);
    m_questions->setContentsMargins(0, 0, gap::small, 0);
    m_questions->setSpacing(gap::small + gap::tiny);
    m_questions->addStretch(1);
    QScrollArea *scroll = clearScroll(inside);
    // Their own height does not count: they share what the window has and scroll.
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    scroll->setMinimumHeight(scaled(lowestQuestions));
    questions->body()->addWidget(scroll, 1);
    column->addWidget(questions, 3);
}

void ChatPanel::buildNotes(QVBoxLayout *column)
{
    auto *notes = new Card(tr("Notes"));
    m_notes = new QPlainTextEdit;
    m_notes->setObjectName(u"prepNotes"_s);
    m_notes->setAccessibleName(tr("Notes of the conversation"));
    m_notes->setPlaceholderText(tr("What you learned, what you promised"));
    m_notes->setTabChangesFocus(true);
    m_notes->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_notes->setMinimumHeight(scaled(lowestNotes));
    notes->body()->addWidget(m_notes, 1);
    column->addWidget(notes, 1);
}

void ChatPanel::show(const Prep &prep)
{
    if (prep.id != m_prep.id) {
        flush();
    }
    Prep own = prep;
    if (m_isTouched) {
        // What is being ticked and typed is newer; the questions themselves may have been made anew.
        own.notes = exactText(*m_notes->document());
        for (Question &question : own.questions) {
            const auto ticked = std::ranges::find(m_prep.questions, question.text, &Question::text);
            if (ticked != m_prep.questions.end()) {
                question.asked = ticked->asked;
            }
        }
    }
    m_prep = own;
    m_loading = true;
    if (exactText(*m_notes->document()) != own.notes) {
        m_notes->setPlainText(own.notes);
    }
    m_loading = false;
    showShared();
    showQuestions();
}

void ChatPanel::showShared()
{
    QStringList lines;
    for (const Similarity &similarity : std::as_const(m_prep.similarities)) {
        lines << similarity.text;
    }
    m_shared->setText(lines.isEmpty()
                              ? tr("Nothing you share is on record. Ask where they grew up and studied.")
                              : lines.join(u'\n'));
    setTone(m_shared, lines.isEmpty() ? Tone::muted : Tone::text);
}

void ChatPanel::showQuestions()
{
    while (m_rows.size() > m_prep.questions.size()) {
        QuestionRow *last = m_rows.takeLast();
        last->hide();
        last->deleteLater();
    }
    while (m_rows.size() < m_prep.questions.size()) {
        addQuestion();
    }
    int asked = 0;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Question &question = m_prep.questions[i];
        m_rows[i]->show(question.text, question.because, question.asked);
        asked += question.asked;
    }
    m_progress->setText(asked == 0 ? QString() : tr("%1 of %2 asked").arg(asked).arg(m_rows.size()));
}

void ChatPanel::addQuestion()
{
    const qsizetype number = m_rows.size();
    auto *row = new QuestionRow(u"question%1"_s.arg(number));
    connect(row, &QuestionRow::asked, this, [this, number](bool asked) {
        m_prep.questions[number].asked = asked;
        touch();
        showQuestions();
    });
    m_questions->insertWidget(static_cast<int>(number), row);
    m_rows << row;
}

void ChatPanel::touch()
{
    m_isTouched = true;
    m_saveSoon->start();
}

void ChatPanel::flush()
{
    m_saveSoon->stop();
    if (m_isTouched && !m_prep.id.isEmpty()) {
        m_isTouched = false;
        m_prep.notes = exactText(*m_notes->document());
        Q_EMIT edited(m_prep);
    }
}

void ChatPanel::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

} // namespace crema::ui
