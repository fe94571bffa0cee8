// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/chatpanel.h"

#include "ui/common/card.h"
#include "ui/theme/roles.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int savePause = 1200; // milliseconds: the PDF is made again each time
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
            m_saveSoon->start();
        }
    });
}

void ChatPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::medium);
    auto *shared = new Card(tr("What you share"));
    m_shared = makeLabel({});
    m_shared->setWordWrap(true);
    shared->body()->addWidget(m_shared);
    auto *questions = new Card(tr("Questions"));
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Questions to ask"));
    auto *inside = new QWidget;
    m_questions = new QVBoxLayout(inside);
    m_questions->setContentsMargins(0, 0, gap::small, 0);
    m_questions->setSpacing(gap::small);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false); // the card shows through
    inside->setAutoFillBackground(false);
    questions->body()->addWidget(scroll, 1);
    auto *notes = new Card(tr("Notes"));
    m_notes = new QPlainTextEdit;
    m_notes->setObjectName(u"prepNotes"_s);
    m_notes->setAccessibleName(tr("Notes of the conversation"));
    m_notes->setPlaceholderText(tr("What you learned, what you promised"));
    m_notes->setTabChangesFocus(true);
    notes->body()->addWidget(m_notes, 1);
    column->addWidget(shared);
    column->addWidget(questions, 3);
    column->addWidget(notes, 1);
}

void ChatPanel::show(const Prep &prep)
{
    const bool isSame = prep.id == m_prep.id;
    if (!isSame) {
        flush();
    }
    const bool typing = isSame && m_saveSoon->isActive();
    if (typing) {
        return; // what is being typed is newer
    }
    m_prep = prep;
    m_loading = true;
    if (m_notes->toPlainText() != prep.notes) {
        m_notes->setPlainText(prep.notes);
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
    for (QWidget *row : std::as_const(m_rows)) {
        row->deleteLater();
    }
    m_rows.clear();
    for (qsizetype i = 0; i < m_prep.questions.size(); ++i) {
        const Question &question = m_prep.questions[i];
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *tick = new QCheckBox;
        tick->setObjectName(u"question%1"_s.arg(i));
        tick->setAccessibleName(question.text);
        tick->setChecked(question.asked);
        QLabel *text = makeLabel(question.text, TextRole::body, question.asked ? Tone::muted : Tone::text);
        text->setWordWrap(true);
        text->setToolTip(question.because.isEmpty() ? tr("Fits anyone in this role")
                                                    : tr("Because: %1").arg(question.because));
        line->addWidget(tick, 0, Qt::AlignTop);
        line->addWidget(text, 1);
        connect(tick, &QCheckBox::toggled, this, [this, i, text](bool asked) {
            m_prep.questions[i].asked = asked;
            setTone(text, asked ? Tone::muted : Tone::text);
            m_saveSoon->start();
        });
        m_questions->addWidget(row);
        m_rows << row;
    }
    if (m_questions->count() == m_rows.size()) {
        m_questions->addStretch(1);
    }
}

void ChatPanel::flush()
{
    m_saveSoon->stop();
    if (m_prep.id.isEmpty()) {
        return;
    }
    m_prep.notes = m_notes->toPlainText();
    Q_EMIT edited(m_prep);
}

void ChatPanel::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

} // namespace crema::ui
