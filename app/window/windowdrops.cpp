// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of files that are dropped on the window, on whatever page.
#include "window/windowcomposition.h"

#include "ui/account/accountview.h"
#include "ui/contacts/contactspage.h"
#include "ui/shell/dropcover.h"
#include "ui/shell/toaststrip.h"
#include "window/pageids.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

/// Dropped files by what they are good for.
struct Dropped
{
    QStringList contacts;
    QString resume;
    QStringList messages; ///< saved emails: answers to log
    QStringList others;
};

enum class FileUse { contacts, resume, message, none };

FileUse useOf(const QFileInfo &file, const QString &page)
{
    static const QStringList tables {u"csv"_s,  u"tsv"_s,  u"xlsx"_s, u"xlsm"_s,  u"xltx"_s, u"ods"_s,
                                     u"fods"_s, u"ots"_s,  u"vcf"_s,  u"vcard"_s, u"json"_s, u"ldif"_s,
                                     u"ldi"_s,  u"html"_s, u"htm"_s,  u"xls"_s,   u"zip"_s};
    static const QStringList texts {u"pdf"_s, u"docx"_s, u"md"_s};
    const QString ending = file.suffix().toLower();
    if (file.isDir()) {
        return FileUse::none;
    }
    if (ending == "txt"_L1) { // both a table and a resume may be called that
        return page == accountPage ? FileUse::resume : FileUse::contacts;
    }
    return tables.contains(ending)   ? FileUse::contacts
            : texts.contains(ending) ? FileUse::resume
            : ending == "eml"_L1     ? FileUse::message
                                     : FileUse::none;
}

Dropped sorted(const QStringList &paths, const QString &page)
{
    Dropped dropped;
    for (const QString &path : paths) {
        const FileUse use = useOf(QFileInfo(path), page);
        if (use == FileUse::contacts) {
            dropped.contacts << path;
        } else if (use == FileUse::resume && dropped.resume.isEmpty()) {
            dropped.resume = path;
        } else if (use == FileUse::message) {
            dropped.messages << path;
        } else {
            dropped.others << path;
        }
    }
    if (!dropped.contacts.isEmpty() && !dropped.resume.isEmpty()) {
        dropped.others << std::exchange(dropped.resume, {}); // one thing at a time
    }
    return dropped;
}

QString nameOf(const QString &path)
{
    constexpr qsizetype longest = 48;
    const QString name = QFileInfo(path).fileName();
    return name.size() <= longest ? name : name.left(longest / 2) + u'…' + name.right(longest / 2 - 1);
}

/// What to do instead with a file that cannot be taken.
QString adviceFor(const QString &path)
{
    const QFileInfo file(path);
    const QString ending = file.suffix().toLower();
    if (file.isDir()) {
        return WindowComposition::tr("It is a folder: drop the files themselves.");
    }
    if (ending == "xlsb"_L1 || ending == "numbers"_L1) {
        return WindowComposition::tr("Save the spreadsheet as .xlsx or CSV and drop that, or copy its cells "
                                     "and paste them on the Contacts page.");
    }
    return WindowComposition::tr("Contacts come as CSV, XLSX, ODS, vCard or JSON, a resume as PDF or DOCX.");
}

QString othersIn(const Dropped &dropped)
{
    constexpr qsizetype mostNamed = 3;
    QStringList names;
    for (const QString &path : dropped.others.first(std::min(mostNamed, dropped.others.size()))) {
        names << nameOf(path);
    }
    return WindowComposition::tr("%n file(s) left out: %1", nullptr, static_cast<int>(dropped.others.size()))
            .arg(names.join(u", "_s));
}

ui::DropWords wordsFor(const Dropped &dropped)
{
    if (!dropped.contacts.isEmpty()) {
        const auto count = static_cast<int>(dropped.contacts.size());
        const QString text = WindowComposition::tr("You see what would happen before anything is written.");
        return {ui::Glyph::importFile, ui::Tone::accent,
                count == 1 ? WindowComposition::tr("Drop to import contacts from %1")
                                     .arg(nameOf(dropped.contacts.constFirst()))
                           : WindowComposition::tr("Drop to import contacts from %n file(s)", nullptr, count),
                dropped.others.isEmpty() ? text : text + u'\n' + othersIn(dropped)};
    }
    if (!dropped.resume.isEmpty()) {
        const QString text = WindowComposition::tr("It takes the place of the present one and stays on this "
                                                   "computer. Undo brings the present one back.");
        return {ui::Glyph::person, ui::Tone::accent,
                WindowComposition::tr("Drop to read %1 as your resume").arg(nameOf(dropped.resume)),
                dropped.others.isEmpty() ? text : text + u'\n' + othersIn(dropped)};
    }
    if (!dropped.messages.isEmpty()) {
        return {ui::Glyph::mail, ui::Tone::accent,
                WindowComposition::tr("Drop to note the answer in %1")
                        .arg(nameOf(dropped.messages.constFirst())),
                WindowComposition::tr(
                        "It is noted with the contact who wrote it: their stage moves on and their "
                        "follow-up is called off.")};
    }
    return {ui::Glyph::error, ui::Tone::bad,
            WindowComposition::tr("%1 cannot be used here").arg(nameOf(dropped.others.value(0))),
            adviceFor(dropped.others.value(0))};
}

} // namespace

void WindowComposition::connectDrops()
{
    ui::DropCover &cover = m_window.dropCover();
    cover.setDescribe(
            [this](const QStringList &paths) { return wordsFor(sorted(paths, m_window.currentPage())); });
    connect(&cover, &ui::DropCover::dropped, this, &WindowComposition::takeFiles);
}

void WindowComposition::takeFiles(const QStringList &paths)
{
    const Dropped dropped = sorted(paths, m_window.currentPage());
    if (!dropped.contacts.isEmpty()) {
        m_window.showPage(contactsPage);
        qobject_cast<ui::ContactsPage *>(m_window.page(contactsPage))->openImports(dropped.contacts);
    } else if (!dropped.resume.isEmpty()) {
        m_window.showPage(accountPage);
        qobject_cast<ui::AccountView *>(m_window.page(accountPage))->readResume(dropped.resume);
    } else if (!dropped.messages.isEmpty()) {
        logReplies(dropped.messages);
    } else if (!dropped.others.isEmpty()) {
        const ui::DropWords words = wordsFor(dropped);
        m_window.toasts().show({.text = words.title + u". "_s + words.text, .tone = ui::Tone::bad});
        return;
    }
    if (!dropped.others.isEmpty()) {
        m_window.toasts().show({.text = othersIn(dropped), .tone = ui::Tone::warn});
    }
}

} // namespace crema::app
