// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mailboxes.h"

#include "base/text.h"
#include "contacts/identity.h"
#include "contacts/nameforms.h"
#include "exchange/addresswords.h"
#include "exchange/emailcells.h"
#include "exchange/personnames.h"
#include "model/contact.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

QStringList latinWords(const QString &text)
{
    QStringList words = foldedWords(text);
    std::ranges::transform(words, words.begin(), contacts::latinised);
    return words;
}

/// "lee", "jr" of "lee2_jr".
QStringList partsOf(QString mailbox)
{
    std::ranges::replace_if(mailbox, [](QChar c) { return !c.isLetter() && !c.isMark(); }, u' ');
    return latinWords(mailbox);
}

/// Both in Latin letters: equal, spelled alike, or forms of one name.
bool areForms(const QString &word, const QString &other)
{
    static const auto names = contacts::NameForms::bundled();
    const QString form = contacts::formOf(word);
    const QString otherForm = contacts::formOf(other);
    if (word == other || (form == otherForm && form.size() > 2)) {
        return true;
    }
    const QVector<int> known = names ? names->namesOf(form) : QVector<int>();
    return std::ranges::any_of(known, [&](int name) { return names->namesOf(otherForm).contains(name); });
}

bool isAtEdge(const QString &part, const QString &word)
{
    return part.startsWith(word) || part.endsWith(word);
}

/// "alee", "ann24" of "ann" and "lee"; "alex" of "alexander", "mueller" of "muller". Two letters tell only
/// alone.
bool tellsOf(const QString &part, const QString &word)
{
    constexpr auto telling = 3; // letters
    if (word.size() < telling || part.size() < telling) {
        return part == word;
    }
    const QString form = contacts::formOf(word);
    return isAtEdge(part, word) || word.startsWith(part) || areForms(part, word)
            || (form.size() >= telling && isAtEdge(contacts::formOf(part), form));
}

QSet<int> scriptsOf(const QString &text)
{
    QSet<int> scripts;
    for (const char32_t c : text.toUcs4()) {
        const QChar::Script script = QChar::script(c);
        const bool isEastAsian = script == QChar::Script_Han || script == QChar::Script_Hiragana
                || script == QChar::Script_Katakana;
        if (QChar::isLetter(c)) {
            scripts.insert(isEastAsian ? QChar::Script_Han : script);
        }
    }
    return scripts;
}

/// "Mary Ann lee@x.example" in the row of Mary Ann Lee: what is left of an address with a blank in it.
bool isRestOfName(const CellAddress &found, const QString &own)
{
    const QStringList names = foldedWords(own);
    const QStringList words = foldedWords(found.words) << fold(mailboxOf(found.address));
    const bool isBare = found.written == found.words + u' ' + found.address
            && hasLetter(found.words.right(1));
    return isBare && !std::ranges::search(names, words).empty();
}

/// "AL", "alee", "ann.lee" of Ann Lee.
bool isHandleOf(const QString &text, const QString &own)
{
    return !text.contains(u' ') && mailboxBears(text + u'@', own);
}

/// "Bob Lee" beside Ann Lee: another given name before the same last one, and no mailbox of hers.
bool isOfFamily(const CellAddress &found, const QString &own)
{
    const QStringList theirs = latinWords(found.name);
    const QString whole = latinWords(own).join(QString());
    QStringList mine = latinWords(own);
    mine.removeIf([](const QString &word) { return word.size() == 1 || isCourtesyTitle(word); });
    const auto isIn = [](const QString &word, const QStringList &words) {
        return std::ranges::any_of(words, [&](const QString &other) { return areForms(word, other); });
    };
    const auto isForeign = [&](const QString &word) {
        return word.size() > 1 && !isCourtesyTitle(word) && !isIn(word, mine) && !whole.contains(word);
    };
    if (mine.size() < 2 || std::ranges::none_of(theirs, isForeign)) {
        return false;
    }
    const QString given = mine.constFirst();
    const bool isInitial = theirs.contains(given.left(1));
    QStringList rest = mine;
    rest.removeIf([&](const QString &word) { return isIn(word, theirs); });
    return rest.contains(given) && !isInitial && !mailboxBears(found.address, rest.join(u' '));
}

bool areLabels(const QString &text)
{
    return std::ranges::all_of(text.split(u' ', Qt::SkipEmptyParts), isLabel);
}

} // namespace

QString mailboxOf(const QString &address)
{
    return address.left(address.lastIndexOf(u'@'));
}

bool mailboxBears(const QString &address, const QString &name)
{
    const QStringList parts = partsOf(mailboxOf(address));
    const QStringList words = latinWords(name);
    QString initials;
    for (const QString &word : words) {
        initials += word.front();
    }
    return (words.size() > 1 && parts == QStringList {initials})
            || std::ranges::any_of(words, [&](const QString &word) {
                   return std::ranges::any_of(parts,
                                              [&](const QString &part) { return tellsOf(part, word); });
               });
}

bool isMadeOfNames(const QString &address, const QString &words)
{
    const QString mailbox = partsOf(mailboxOf(address)).join(QString());
    const QStringList names = latinWords(words);
    constexpr qsizetype most = 4; // names of one person
    for (qsizetype count = 2; count <= std::min(most, names.size()); ++count) {
        const QStringList own = names.last(count);
        const QString &first = own.constFirst();
        const QString &last = own.constLast();
        if (QStringList {own.join(QString()), first + last, last + first, first.front() + last,
                         first + last.front(), last + first.front()}
                    .contains(mailbox)) {
            return true;
        }
    }
    return false;
}

bool shareName(const QString &name, const QString &other)
{
    const QStringList words = latinWords(other);
    return std::ranges::any_of(latinWords(name), [&](const QString &word) {
        return std::ranges::any_of(words, [&](const QString &o) { return areForms(word, o); });
    });
}

bool areOfOneScript(const QString &text, const QString &other)
{
    return scriptsOf(text).intersects(scriptsOf(other));
}

bool areWordsOf(const QString &words, const QString &name)
{
    const QStringList names = foldedWords(name);
    return std::ranges::all_of(foldedWords(words), [&](const QString &word) { return names.contains(word); });
}

QString ownName(const Contact &contact)
{
    const Json &extra = contact.extra;
    const QStringList parts {textAt(extra, "namePrefix"),  contact.firstName,
                             textAt(extra, "middleName"),  contact.lastName,
                             textAt(extra, "credentials"), textAt(extra, "nameAside")};
    return contact.name().isEmpty() ? QString() : parts.join(u' ').simplified();
}

bool isOthers(const CellAddress &found, const QString &own, bool isInList)
{
    if (own.isEmpty() || found.beside == Beside::nothing) {
        return !found.isUsable();
    }
    const bool isOwnName = areWordsOf(found.words, own);
    if (found.beside != Beside::name && isRestOfName(found, own)) {
        return true;
    }
    if (!found.isUsable()) {
        const bool isOwnBox = mailboxBears(found.address, own);
        const bool isHers = found.beside == Beside::half ? isOwnBox && !shareName(found.words, own)
                : found.beside == Beside::others ? isOwnBox && !mailboxBears(found.address, found.words)
                                                 : false;
        return !isOwnName && !isHers;
    }
    if (found.name.isEmpty() || !areOfOneScript(found.name, own)) {
        return false;
    }
    const bool mayBe = !shareName(found.name, own) && !mailboxBears(found.address, own);
    const bool isTold = found.beside == Beside::words && mailboxBears(found.address, found.name)
            && !contacts::isSharedMailbox(found.address);
    // What stands before "<>" says whose it is: "Bob Roe <b77@x.example>".
    const bool isSaid = found.beside == Beside::name && !isHandleOf(found.name, own)
            && !areLabels(found.name);
    return (mayBe && (isInList || isTold || isSaid)) || (isSaid && isOfFamily(found, own));
}

QString whyLeftOut(const CellAddress &found)
{
    if (found.beside == Beside::warning) {
        return QCoreApplication::translate("import",
                                           "\"%1\" warns against its address; it was kept as an extra field")
                .arg(found.written);
    }
    if (!found.isUsable() || found.name.isEmpty()) {
        return noAddress(found.written);
    }
    return QCoreApplication::translate("import",
                                       "the address %1 bears another name, %2; it was kept as an extra field")
            .arg(found.address, found.name);
}

QString doubtOf(const CellAddress &found)
{
    return found.beside != Beside::others
            ? QString()
            : QCoreApplication::translate("import",
                                          "\"%1\" may be another's address; the words were kept as "
                                          "an extra field")
                      .arg(found.written);
}

QString noAddress(const QString &words)
{
    return QCoreApplication::translate("import", "\"%1\" is no email address; it was kept as an extra field")
            .arg(words);
}

} // namespace crema::exchange
