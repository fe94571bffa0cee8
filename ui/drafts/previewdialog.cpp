// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/previewdialog.h"

#include "mail/htmlbody.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

QString addressWords(const QString &name, const QString &email, const QString &none)
{
    if (email.isEmpty()) {
        return name.isEmpty() ? none : u"%1 (%2)"_s.arg(name, none);
    }
    return name.isEmpty() ? email : u"%1 <%2>"_s.arg(name, email);
}

// Mail programs show mail on white with dark text unless told otherwise, and ours does not tell.
QTextBrowser *paper(const QString &text)
{
    auto *page = new QTextBrowser;
    page->setObjectName(u"previewText"_s);
    page->setAccessibleName(PreviewDialog::tr("Text of the email"));
    page->setOpenLinks(false);
    page->document()->setDocumentMargin(gap::medium);
    QPalette colour = page->palette();
    colour.setColor(QPalette::Base, Qt::white);
    colour.setColor(QPalette::Text, Qt::black);
    page->setPalette(colour);
    page->document()->setDefaultStyleSheet(u"a { color: #1155cc }"_s);
    page->setHtml(mail::htmlFromText(text));
    return page;
}

QString fileWords(const mail::OutgoingAttachment &file)
{
    return u"%1 (%2)"_s.arg(file.fileName, QLocale().formattedDataSize(file.bytes.size(), 0));
}

} // namespace

PreviewDialog::PreviewDialog(const mail::OutgoingMail &mail, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"previewDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preview"));
    resize(scaled(640), scaled(620));
    build(mail);
}

void PreviewDialog::build(const mail::OutgoingMail &mail)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::small + gap::tiny);
    QLabel *subject = makeLabel(mail.subject.isEmpty() ? tr("(no subject)") : mail.subject,
                                TextRole::heading);
    subject->setObjectName(u"previewSubject"_s);
    subject->setTextFormat(Qt::PlainText);
    subject->setWordWrap(true);
    column->addWidget(subject);
    const std::pair<QString, QString> lines[] {
            {tr("From: %1"), addressWords(mail.fromName, mail.fromEmail, tr("your mail program's address"))},
            {tr("To: %1"), addressWords(mail.toName, mail.toEmail, tr("no address is known"))}};
    for (const auto &[words, who] : lines) {
        QLabel *line = makeLabel(words.arg(who), TextRole::body, Tone::muted);
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        column->addWidget(line);
    }
    column->addWidget(paper(mail.textBody), 1);
    for (const mail::OutgoingAttachment &file : mail.attachments) {
        auto *row = new QHBoxLayout;
        auto *picture = new QLabel;
        picture->setPixmap(icon(Glyph::attach, Tone::muted).pixmap(scaled(16)));
        QLabel *name = makeLabel(fileWords(file));
        name->setObjectName(u"previewFile"_s);
        name->setTextFormat(Qt::PlainText);
        row->addWidget(picture);
        row->addWidget(name, 1);
        column->addLayout(row);
    }
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"previewClose"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    QLabel *note = makeLabel(tr("Mail programs use their own typeface."), TextRole::caption, Tone::muted);
    note->setWordWrap(true);
    buttons->addWidget(note, 1);
    buttons->addWidget(close);
    column->addLayout(buttons);
}

} // namespace crema::ui
