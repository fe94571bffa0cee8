// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/noteview.h"

#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QImage>
#include <QKeyEvent>
#include <QPointer>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int mostLines = 30;
constexpr int indent = 18;
const QString lineEnd = u" \u2028 "_s;

/// Puts the words of pictures in their place, before anything is laid out.
void replacePictures(QTextDocument &document)
{
    struct Picture
    {
        int position = 0;
        QString words;
    };
    QVector<Picture> pictures;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextImageFormat image = it.fragment().charFormat().toImageFormat();
            if (!image.isValid()) {
                continue;
            }
            const QString words = image.property(QTextFormat::ImageAltText).toString();
            for (int i = 0; i < it.fragment().length(); ++i) {
                pictures << Picture {it.fragment().position() + i, words.isEmpty() ? image.name() : words};
            }
        }
    }
    for (const Picture &picture : std::as_const(pictures) | std::views::reverse) {
        QTextCursor cursor(&document);
        cursor.setPosition(picture.position);
        cursor.setPosition(picture.position + 1, QTextCursor::KeepAnchor);
        cursor.insertText(NoteView::tr("[picture: %1]").arg(picture.words), QTextCharFormat());
    }
}

/// Qt's importer draws links and code in colours of its own.
void colour(QTextDocument &document)
{
    const Colours &c = colours();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            if (!format.isAnchor()) {
                continue;
            }
            QTextCursor cursor(&document);
            cursor.setPosition(it.fragment().position());
            cursor.setPosition(it.fragment().position() + it.fragment().length(), QTextCursor::KeepAnchor);
            QTextCharFormat link;
            link.setForeground(c.accent);
            link.setFontUnderline(true);
            link.setToolTip(format.anchorHref());
            cursor.mergeCharFormat(link);
        }
    }
}

/// Thin lines instead of the importer's double ones, and no empty line before the first heading.
void frameTables(QTextDocument &document)
{
    const auto frames = document.rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (table == nullptr) {
            continue;
        }
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(colours().line);
        format.setBorderCollapse(true);
        format.setCellSpacing(0);
        format.setCellPadding(gap::tiny);
        table->setFormat(format);
        for (int column = 0; column < table->columns(); ++column) {
            QTextCursor cursor = table->cellAt(0, column).firstCursorPosition();
            if (cursor.block().text().isEmpty()
                && table->cellAt(0, column).lastPosition() > cursor.position()) {
                cursor.deleteChar();
            }
        }
    }
}

/// Whether text of the line goes on in the next one for Markdown, which would run the two together.
bool goesOn(const QString &line, const QString &next)
{
    // What is a whole of its own: empty, code, heading, row of a table, rule, target of a link.
    static const QRegularExpression whole(u"^\\s*$|^( {4}|\\t)|^\\s*(#{1,6}(\\s|$)|\\||\\[[^\\]]+\\]:)"_s);
    static const QRegularExpression rule(u"^\\s*(([-*_]\\s*){3,}|=+|-+)\\s*$"_s);
    static const QRegularExpression begins(u"^\\s*$|^\\s*(([-*+]|\\d+[.)]|#{1,6})(\\s|$)|[>|])"_s);
    return !whole.match(line).hasMatch() && !rule.match(line).hasMatch() && !begins.match(next).hasMatch()
            && !rule.match(next).hasMatch();
}

/// What was typed on two lines is shown on two: a line end inside a paragraph, as Qt has it.
QString withLineEnds(const QString &markdown)
{
    static const QRegularExpression fence(u"^\\s*(```|~~~)"_s);
    QStringList lines = markdown.split(u'\n');
    bool isCode = false;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const bool isFence = fence.match(lines[i]).hasMatch();
        isCode = isCode != isFence;
        if (!isCode && !isFence && !fence.match(lines[i + 1]).hasMatch() && goesOn(lines[i], lines[i + 1])) {
            lines[i] += lineEnd.chopped(1);
        }
    }
    return lines.join(u'\n');
}

/// Markdown makes a blank of the line end itself, and ours has one before it to end addresses.
void dropBlanksAtLineEnds(QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (qsizetype at = block.text().lastIndexOf(lineEnd); at >= 0;
             at = block.text().lastIndexOf(lineEnd)) {
            QTextCursor cursor(block);
            cursor.setPosition(block.position() + static_cast<int>(at));
            cursor.deleteChar();
            cursor.movePosition(QTextCursor::NextCharacter);
            cursor.deleteChar();
        }
    }
}

} // namespace

NoteView::NoteView(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &url) { Q_EMIT linkRequested(url.toString()); });
}

void NoteView::showNote(const QString &markdown)
{
    if (markdown != m_markdown) {
        m_markdown = markdown;
        render();
    }
}

void NoteView::render()
{
    // Made without a layout, which would ask for pictures before they are gone.
    auto *made = new QTextDocument(this);
    made->setDefaultFont(font());
    made->setIndentWidth(indent);
    made->setMarkdown(withLineEnds(m_markdown),
                      QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                              | QTextDocument::MarkdownNoHTML);
    dropBlanksAtLineEnds(*made);
    replacePictures(*made);
    colour(*made);
    frameTables(*made);
    const QPointer<QTextDocument> old = document(); // the very first one goes with the change
    setDocument(made);
    if (old) {
        old->deleteLater();
    }
    moveCursor(QTextCursor::Start);
    fitHeight();
}

QVariant NoteView::loadResource(int type, const QUrl &)
{
    // A valid answer keeps Qt from looking on the disk.
    return type == QTextDocument::ImageResource ? QVariant(QImage(1, 1, QImage::Format_ARGB32)) : QVariant();
}

void NoteView::fitHeight()
{
    document()->setTextWidth(viewport()->width());
    const int most = mostLines * fontMetrics().lineSpacing();
    const int wanted = static_cast<int>(document()->size().height()) + 2 * frameWidth();
    const int height = std::clamp(wanted, fontMetrics().lineSpacing(), most);
    if (height != minimumHeight() || height != maximumHeight()) {
        setFixedHeight(height);
    }
}

void NoteView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        render();
    }
}

void NoteView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitHeight();
}

void NoteView::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
    Q_EMIT editRequested();
}

void NoteView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return && event->modifiers() == Qt::NoModifier
        && textCursor().charFormat().anchorHref().isEmpty()) {
        Q_EMIT editRequested();
        return;
    }
    QTextBrowser::keyPressEvent(event);
}

} // namespace crema::ui
