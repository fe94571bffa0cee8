// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/resumedialog.h"

#include "ui/account/factspanel.h"
#include "ui/account/resumedocument.h"
#include "ui/account/resumepresenter.h"
#include "ui/account/textdialog.h"
#include "ui/common/banner.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr QSize usualSize(1180, 780);
constexpr int narrowest = 320; // of each side
} // namespace

ResumeDialog::ResumeDialog(const Resume &resume, const QByteArray &bytes, QWidget *parent)
    : QDialog(parent), m_resume(resume)
{
    build();
    connect(m_facts, &FactsPanel::factChosen, m_document, &ResumeDocument::pointAt);
    connect(m_facts, &FactsPanel::corrected, this, &ResumeDialog::corrected);
    connect(m_facts, &FactsPanel::reverted, this, &ResumeDialog::reverted);
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_facts->flush();
        Q_EMIT readAgainRequested();
    });
    connect(m_ask, &QPushButton::clicked, this, [this] {
        m_facts->flush();
        if (m_isAsking) {
            Q_EMIT modelStopped();
        } else {
            Q_EMIT modelRequested();
        }
    });
    connect(m_editText, &QPushButton::clicked, this, &ResumeDialog::editText);
    m_document->show(resume, bytes);
    show(resume);
    m_facts->setFocus(Qt::OtherFocusReason);
    if (bytes.isEmpty()) {
        m_banner->showMessage(Tone::warn, Glyph::warning, tr("The file is not there any more"),
                              tr("Its text and what was read from it are."));
    }
}

void ResumeDialog::build()
{
    setObjectName(u"resumeView"_s);
    const QSize room = screen() ? screen()->availableSize() * 0.95 : usualSize;
    resize(QSize(scaled(usualSize.width()), scaled(usualSize.height())).boundedTo(room));
    m_name = makeLabel({}, TextRole::heading);
    m_name->setObjectName(u"resumeViewName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_note = makeLabel({}, TextRole::body, Tone::warn);
    m_note->setObjectName(u"resumeViewNote"_s);
    m_note->setWordWrap(true);
    m_banner = new Banner;
    m_document = new ResumeDocument;
    m_facts = new FactsPanel;
    m_document->setMinimumWidth(scaled(narrowest));
    m_facts->setMinimumWidth(scaled(narrowest));
    auto *sides = new QSplitter;
    sides->setChildrenCollapsible(false);
    sides->addWidget(m_document);
    sides->addWidget(m_facts);
    sides->setStretchFactor(0, 5);
    sides->setStretchFactor(1, 5);
    sides->setHandleWidth(gap::medium);
    m_again = new QPushButton(tr("Read again"));
    m_again->setObjectName(u"resumeReadAgain"_s);
    m_again->setToolTip(tr("Reads the file once more; your corrections stay"));
    m_ask = new QPushButton;
    m_ask->setObjectName(u"resumeAskModel"_s);
    m_ask->setToolTip(tr("Has a language model look for what was not found; you see first what it is told"));
    setAsking(false);
    m_editText = new QPushButton(tr("Edit the text…"));
    m_editText->setObjectName(u"resumeEditText"_s);
    auto *save = new QPushButton(tr("Save a copy…"));
    save->setObjectName(u"resumeSave"_s);
    connect(save, &QPushButton::clicked, this, &ResumeDialog::saveRequested);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"resumeViewClose"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_again, m_ask, m_editText, save, close}) {
        button->setAutoDefault(false);
        if (button == close) {
            buttons->addStretch(1);
        }
        buttons->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::medium, gap::large, gap::medium);
    column->setSpacing(gap::small);
    column->addWidget(m_name);
    column->addWidget(m_note);
    column->addWidget(m_banner);
    column->addWidget(sides, 1);
    column->addLayout(buttons);
}

void ResumeDialog::show(const Resume &resume)
{
    m_resume = resume;
    setWindowTitle(resume.name());
    m_name->setText(resume.name());
    m_document->renew(resume);
    m_facts->show(resume);
    m_editText->setVisible(resume.textOrigin != TextOrigin::file);
    showNotes();
}

void ResumeDialog::showNotes()
{
    QStringList notes;
    if (m_resume.textOrigin == TextOrigin::recognised) {
        notes << tr("Read by text recognition: please check.");
    } else if (m_resume.textOrigin == TextOrigin::typed) {
        notes << tr("The file has no text in it; what is read is what you typed.");
    }
    if (ResumePresenter::isReadByOlderRules(m_resume)) {
        notes << tr("An earlier version read this. \"Read again\" uses the rules of this one; your "
                    "corrections stay.");
    }
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
}

void ResumeDialog::showRefusal(const QString &why)
{
    m_facts->showRefusal(why);
}

void ResumeDialog::showError(const Error &error)
{
    m_banner->showError(error);
}

void ResumeDialog::setReading(bool reading)
{
    m_again->setEnabled(!reading);
    m_again->setText(reading ? tr("Reading…") : tr("Read again"));
}

void ResumeDialog::setAsking(bool asking)
{
    m_isAsking = asking;
    m_ask->setText(asking ? tr("Stop the model") : tr("Ask a model…"));
}

void ResumeDialog::editText()
{
    auto *dialog = new TextDialog(m_resume.fileName, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setText(m_resume.text);
    connect(dialog, &TextDialog::textGiven, this, &ResumeDialog::textEdited);
    dialog->open();
}

void ResumeDialog::done(int result)
{
    m_facts->flush(); // what was typed is kept, however the window is closed
    QDialog::done(result);
}

} // namespace crema::ui
