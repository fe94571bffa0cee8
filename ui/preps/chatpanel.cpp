// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/chatpanel.h"

#include "flows/chatflow.h"
#include "ui/common/card.h"
#include "ui/common/exacttext.h"
#include "ui/preps/afterchat.h"
#include "ui/preps/chattimer.h"
#include "ui/preps/prepedits.h"
#include "ui/preps/promiselist.h"
#include "ui/preps/questionrow.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
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
constexpr int longestQuestion = 500;

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

ChatPanel::ChatPanel(std::function<QDate()> today, QWidget *parent)
    : QWidget(parent), m_today(std::move(today))
{
    build();
    m_saveSoon = new QTimer(this);
    m_saveSoon->setSingleShot(true);
    m_saveSoon->setInterval(savePause);
    connectParts();
}

void ChatPanel::connectParts()
{
    connect(m_saveSoon, &QTimer::timeout, this, &ChatPanel::flush);
    connect(m_notes, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_loading) {
            touch();
        }
    });
    connect(m_own, &QLineEdit::returnPressed, this, &ChatPanel::addOwnQuestion);
    connect(m_promises, &PromiseList::changed, this, &ChatPanel::touch);
    connect(m_after, &AfterChat::outcomeEdited, this, &ChatPanel::touch);
    connect(m_after, &AfterChat::metRequested, this, [this](QDate next) {
        flush(); // what was typed before is an edit of its own
        flows::setMetOn(m_prep, m_today().toString(Qt::ISODate));
        m_saysMet = true;
        if (next.isValid()) {
            m_promises->addPromise({flows::touchAgain(), next.toString(Qt::ISODate), false});
        }
        touch();
        flush();
        Q_EMIT metNoted(next);
    });
    connect(m_after, &AfterChat::thankYouRequested, this, &ChatPanel::thankYouRequested);
    connect(m_timer, &ChatTimer::started, this, [this] {
        m_minutesBefore = m_prep.chatMinutes;
        m_time->show();
        Q_EMIT chatChanged(true);
    });
    connect(m_timer, &ChatTimer::ended, this, [this](int minutes) {
        flows::setChatMinutes(m_prep, m_minutesBefore + minutes);
        m_timer->setEarlierMinutes(m_prep.chatMinutes);
        touch();
        Q_EMIT chatChanged(false);
        if (!m_loading) {
            m_after->begin();
        }
    });
}

void ChatPanel::build()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::medium);
    m_time = new Card;
    m_timer = new ChatTimer;
    m_time->body()->addWidget(m_timer);
    column->addWidget(m_time);
    auto *shared = new Card(tr("What you share"));
    m_shared = makeLabel({});
    m_shared->setObjectName(u"prepShared"_s);
    m_shared->setTextFormat(Qt::PlainText);
    m_shared->setWordWrap(true);
    shared->body()->addWidget(m_shared);
    column->addWidget(shared);
    buildQuestions(column);
    buildNotes(column);
    buildAfterwards(column);
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
    m_own = new QLineEdit;
    m_own->setObjectName(u"ownQuestion"_s);
    m_own->setAccessibleName(tr("A question of your own"));
    m_own->setPlaceholderText(tr("Add a question of your own"));
    m_own->setMaxLength(longestQuestion);
    questions->body()->addWidget(m_own);
    column->addWidget(questions, 3);
}

void ChatPanel::addOwnQuestion()
{
    const QString text = m_own->text().simplified();
    if (text.isEmpty()) {
        return;
    }
    m_own->clear();
    if (std::ranges::find(m_prep.questions, text, &Question::text) == m_prep.questions.end()) {
        m_prep.questions << Question {ownQuestionKind, text, {}, false, {}};
        touch();
        showQuestions();
    }
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

void ChatPanel::buildAfterwards(QVBoxLayout *column)
{
    auto *promises = new Card(tr("Promises"));
    m_promises = new PromiseList(m_today);
    promises->body()->addWidget(m_promises);
    column->addWidget(promises);
    m_after = new AfterChat(m_today);
    auto *after = new Card(tr("After the chat"));
    after->body()->addWidget(m_after);
    column->addWidget(after);
}

Prep ChatPanel::current() const
{
    Prep prep = m_prep;
    prep.notes = exactText(*m_notes->document());
    prep.promises = m_promises->promises();
    prep.outcome = m_after->outcome();
    if (!m_saysMet) {
        flows::dropMetOn(prep); // noted before, and perhaps taken back since
    }
    if (m_timer->isOpen()) {
        flows::setChatMinutes(prep, m_minutesBefore + m_timer->minutes());
    }
    return prep;
}

void ChatPanel::startChat()
{
    m_timer->start();
}

bool ChatPanel::isInChat() const
{
    return m_timer->isOpen();
}

void ChatPanel::show(const Prep &prep)
{
    if (prep.id != m_prep.id && !m_prep.id.isEmpty()) {
        m_loading = true;
        m_timer->end(); // the conversation was the other one's: its minutes are kept there
        m_loading = false;
        handOver();
        m_after->clearDay();
    }
    // What is being ticked and typed is newer; the questions themselves may have been made anew.
    m_prep = m_isTouched ? withChatEdits(prep, current()) : prep;
    m_loading = true;
    if (exactText(*m_notes->document()) != m_prep.notes) {
        m_notes->setPlainText(m_prep.notes);
    }
    m_promises->show(m_prep.promises);
    m_after->show(m_prep.outcome);
    m_timer->setEarlierMinutes(m_prep.chatMinutes);
    m_time->setVisible(m_timer->isOpen() || m_prep.chatMinutes > 0); // nothing to tell otherwise
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
        m_prep = current();
        m_saysMet = false;
        Q_EMIT edited(m_prep);
    }
}

void ChatPanel::handOver()
{
    addOwnQuestion();
    m_promises->takeTyped();
    flushWithTime();
}

/// The time so far is kept if the program ends now.
void ChatPanel::flushWithTime()
{
    m_isTouched = m_isTouched || m_timer->isOpen();
    flush();
}

void ChatPanel::hideEvent(QHideEvent *event)
{
    flushWithTime(); // what is half typed waits in its line; no row is added to what may be going away
    QWidget::hideEvent(event);
}

} // namespace crema::ui
