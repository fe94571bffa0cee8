// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/resumedocument.h"

#include "resume/factplace.h"
#include "ui/common/pdfview.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int passwordWidth = 260;
constexpr int searchedLetters = 60; // of a fact whose place on the page is not known

QString numbered(const QString &whole)
{
    QStringList lines = whole.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        lines[i] = QString::number(i + 1) + u'\t' + lines[i];
    }
    return lines.join(u'\n');
}

} // namespace

ResumeDocument::ResumeDocument(QWidget *parent) : QWidget(parent)
{
    build();
    connect(m_choice, &SegmentedControl::currentChanged, this, [this](int index) {
        showPage(index == 1 ? Page::text : m_locked ? Page::password : Page::document);
    });
    connect(m_pdf, &PdfView::loaded, this, [this] {
        m_locked = false;
        if (m_choice->current() == 0) {
            showPage(Page::document);
        }
    });
    connect(m_pdf, &PdfView::failed, this, [this](PdfProblem problem) {
        if (problem == PdfProblem::password) {
            askPassword(m_locked ? tr("This password does not open it. Try again.") : QString());
        }
    });
}

void ResumeDocument::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    m_choice = new SegmentedControl(tr("What to see of the resume"));
    m_choice->setObjectName(u"resumeAspect"_s);
    m_choice->addSegment(tr("Document"), Glyph::filePdf);
    m_choice->addSegment(tr("Text"), Glyph::list);
    m_pages = new QStackedWidget;
    m_pdf = new PdfView;
    m_pdf->setObjectName(u"resumePdf"_s);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"resumeText"_s);
    m_text->setAccessibleName(tr("Text of the resume"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setTabStopDistance(m_text->fontMetrics().horizontalAdvance(u"00000"_s));
    m_pages->addWidget(m_pdf);
    m_pages->addWidget(m_text);
    m_pages->addWidget(buildPassword());
    column->addWidget(m_choice, 0, Qt::AlignLeft);
    column->addWidget(m_pages, 1);
}

QWidget *ResumeDocument::buildPassword()
{
    auto *panel = new QWidget;
    auto *column = new QVBoxLayout(panel);
    column->addStretch(1);
    column->addWidget(makeLabel(tr("This file is protected by a password"), TextRole::heading), 0,
                      Qt::AlignHCenter);
    m_why = makeLabel({}, TextRole::body, Tone::muted);
    m_why->setObjectName(u"documentPasswordWhy"_s);
    m_why->setWordWrap(true);
    m_why->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_why);
    m_password = new QLineEdit;
    m_password->setObjectName(u"documentPassword"_s);
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setFixedWidth(scaled(passwordWidth));
    auto *open = new QPushButton(tr("Show the document"));
    open->setObjectName(u"documentUnlock"_s);
    open->setAutoDefault(false);
    connect(open, &QPushButton::clicked, this, &ResumeDocument::usePassword);
    connect(m_password, &QLineEdit::returnPressed, this, &ResumeDocument::usePassword);
    column->addWidget(m_password, 0, Qt::AlignHCenter);
    column->addWidget(open, 0, Qt::AlignHCenter);
    column->addStretch(2);
    return panel;
}

void ResumeDocument::showPage(Page page)
{
    m_pages->setCurrentIndex(static_cast<int>(page));
}

void ResumeDocument::show(const Resume &resume, const QByteArray &bytes)
{
    m_bytes = bytes;
    const bool pages = resume.mediaType == "application/pdf"_L1 && !bytes.isEmpty();
    renew(resume);
    m_choice->setVisible(pages);
    m_choice->setCurrent(pages ? 0 : 1);
    showPage(pages ? Page::document : Page::text);
    if (pages && resume.isProtected) {
        askPassword({});
    } else if (pages) {
        m_pdf->loadBytes(bytes);
    }
}

void ResumeDocument::renew(const Resume &resume)
{
    const bool sameText = m_resume.text == resume.text && !m_text->document()->isEmpty();
    m_resume = resume;
    if (!sameText) {
        m_text->setPlainText(numbered(resume.text));
    }
}

void ResumeDocument::askPassword(const QString &why)
{
    m_locked = true;
    m_why->setText(why.isEmpty() ? tr("Its text and what was read from it are kept. The password shows the "
                                      "pages and is not kept.")
                                 : why);
    m_password->clear();
    if (m_choice->current() == 0) {
        showPage(Page::password);
    }
    m_password->setFocus(Qt::OtherFocusReason);
}

void ResumeDocument::usePassword()
{
    if (!m_password->text().isEmpty()) {
        m_pdf->loadBytes(m_bytes, m_password->text());
        m_password->clear();
    }
}

void ResumeDocument::pointAt(const ShownFact &fact)
{
    const QVector<int> lines = resume::linesOfFact(m_resume.text, fact.read);
    pointInText(lines);
    pointInPdf(fact, lines);
}

void ResumeDocument::pointInText(const QVector<int> &lines)
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const int line : lines) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_text->document()->findBlockByNumber(line - 1));
        mark.format.setBackground(colours().selected);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        // A line that is wrapped in the window is lit in full.
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        marks << mark;
    }
    m_text->setExtraSelections(marks);
    if (!marks.isEmpty()) {
        QTextCursor place = marks.constFirst().cursor;
        place.setPosition(place.anchor());
        m_text->setTextCursor(place);
        m_text->centerCursor();
    }
}

void ResumeDocument::pointInPdf(const ShownFact &fact, const QVector<int> &lines)
{
    const QVector<LinePlace> places = resume::placesOfLines(m_resume.places, lines);
    if (places.isEmpty() && !lines.isEmpty() && m_resume.places.isEmpty()) {
        m_pdf->find(fact.read.text.left(searchedLetters)); // read by a version that did not note places
        return;
    }
    QVector<QRectF> areas;
    for (const LinePlace &place : places) {
        areas << place.area.adjusted(-1, -1, 1, 1);
    }
    m_pdf->pointAt(places.isEmpty() ? 0 : places.constFirst().page, areas);
}

} // namespace crema::ui
