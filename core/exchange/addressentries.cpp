// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/addressentries.h"

#include "base/text.h"
#include "exchange/addresswords.h"
#include "exchange/columncontent.h"
#include "exchange/mailboxes.h"
#include "exchange/personnames.h"
#include "model/contactdocument.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// Where what opens at `at` closes: `"Roe, Jane"`, "<jane@x.example>"; -1 when that is not nearby.
qsizetype closingOf(QStringView text, qsizetype at)
{
    constexpr qsizetype longest = 320; // no name and no address is longer
    const QStringView ahead = text.sliced(at + 1, std::min(longest, text.size() - at - 1));
    const auto end = ahead.indexOf(text[at] == u'<' ? u'>' : u'"');
    if (end < 0) {
        return -1;
    }
    const QStringView within = ahead.left(end);
    return within.contains(u'<') || within.contains(u'\n') ? -1 : at + 1 + end;
}

QStringList splitAt(const QString &value, QStringView separators)
{
    QStringList parts;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value[i];
        if (c == u'<' || c == u'"') {
            i = std::max(i, closingOf(value, i));
        } else if (separators.contains(c)) {
            parts << value.sliced(begin, i - begin);
            begin = i + 1;
        }
    }
    return parts << value.sliced(begin);
}

/// The words that somebody is called by: no title, no initial, no degree.
QStringList namesIn(const QString &text)
{
    QStringList names = text.split(u' ', Qt::SkipEmptyParts);
    while (names.size() > 1 && isCourtesyTitle(names.constFirst())) {
        names.removeFirst();
    }
    names.removeIf([](const QString &word) {
        const bool isInitial = word.size() == 1 || (word.size() == 2 && word[1] == u'.');
        return !hasLetter(word) || (isInitial && !isEastAsian(word)) || isCredential(word)
                || isGeneration(word);
    });
    return names;
}

/// True for "山田太郎", a name as a whole.
bool isWholeEastAsian(const QString &text)
{
    constexpr auto familyName = 2; // characters at most, nearly always
    return isEastAsian(text) && text.size() > familyName;
}

/// "Roe" before "Jane", "Garcia Lopez" before "Maria Jose" where the mailbox tells of them. Two people are
/// "Ann Lee" and "Bob Roe".
bool isLastNameOf(const QString &before, const QString &first, const QString &address, bool isOnly)
{
    const QStringList last = namesIn(before);
    const QStringList given = namesIn(first);
    if (last.isEmpty() || areWordsOf(first, before) || isWholeEastAsian(before)) {
        return false;
    }
    QStringList own = last; // what tells of the last name alone
    own.removeIf([&](const QString &word) { return given.contains(word, Qt::CaseInsensitive); });
    if (!own.isEmpty() && mailboxBears(address, own.join(u' '))) {
        return true;
    }
    // "Acme, Ann Lee <ann.lee@acme.example>"
    const bool isFirmOrTitle = given.size() > 1
            && (isMadeOfNames(address, first) || isFirm(before) || isFirmOfAddress(before, address));
    const bool mayBe = !isFirmOrTitle
            && (last.size() == 1 || given.size() < 2 || isParticle(last.constFirst()));
    const bool areHalves = last.size() == 1 && given.size() == 1 && !isLabel(before);
    return isOnly ? mayBe : areHalves;
}

/// Nothing but degrees behind the comma of "Jane, MBA".
bool isOneName(const QString &text)
{
    const QStringList parts = text.split(u',');
    return std::all_of(parts.begin() + 1, parts.end(), [](const QString &part) {
        return isCredential(part.trimmed()) || isGeneration(part.trimmed());
    });
}

/// What stands in front of the address in "Ann Lee, ann@x.example", "Roe, Jane <jane@x.example>" and "Al Fox,
/// CFA al@x.example" belongs to its name.
bool belongsTo(const QString &before, const QString &part, bool isOnly)
{
    const bool mayBe = !before.trimmed().isEmpty() && !before.contains(u'@') && part.contains(u'@')
            && std::ranges::none_of(before, [](QChar c) { return c.isDigit(); });
    if (!mayBe) {
        return false;
    }
    const QString last = part.trimmed().section(u' ', -1);
    const QString address = addressIn(last);
    const QStringList words = before.split(u' ', Qt::SkipEmptyParts);
    const Beside beside = address.isEmpty() ? Beside::nothing : besideOf(words, address);
    if (beside == Beside::nothing || beside == Beside::warning || beside == Beside::others) {
        return false;
    }
    const QString behind = part.trimmed().chopped(last.size()).trimmed();
    const QString next = behind.section(u' ', 0, 0);
    if (isCredential(next) || isGeneration(next)) {
        return true;
    }
    if (behind.isEmpty()) {
        return !nameIn(words, address).isEmpty() && mailboxBears(address, before);
    }
    return !isLabel(next) && (last.startsWith(u'<') || mailboxBears(address, behind)) && isOneName(behind)
            && isLastNameOf(before.trimmed(), behind.section(u',', 0, 0), address, isOnly);
}

} // namespace

QString bareAddress(QString address)
{
    if (address.startsWith("mailto:"_L1, Qt::CaseInsensitive)) {
        address = address.sliced(7);
    }
    if (address.startsWith("smtp:"_L1, Qt::CaseInsensitive)) { // Exchange's proxy addresses
        address = address.sliced(5);
    }
    address = address.section(u'?', 0, 0);
    while (address.endsWith(u'.') || address.endsWith(u'>')) {
        address.chop(1);
    }
    return address;
}

QString addressIn(const QString &word)
{
    if (!word.contains(u'@')) {
        return {};
    }
    qsizetype begin = 0;
    qsizetype end = word.size();
    while (begin < end && u"<([{\""_s.contains(word[begin])) {
        ++begin;
    }
    while (begin < end && u">)]}\""_s.contains(word[end - 1])) {
        --end;
    }
    const QString address = bareAddress(word.sliced(begin, end - begin));
    return isEmailAddress(address) ? address : QString();
}

QStringList joinedEntries(const QStringList &parts, const QString &separator, bool isOnly)
{
    QStringList whole;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if (!whole.isEmpty() && belongsTo(*part, whole.constLast(), isOnly)) {
            whole.last().prepend(part->trimmed() + separator);
        } else {
            whole << *part;
        }
    }
    std::ranges::reverse(whole);
    return whole;
}

QStringList addressEntries(const QString &value)
{
    constexpr QStringView strong = u";|\n；؛";
    constexpr QStringView weak = u",，、،";
    QStringList entries;
    for (const QString &block : joinedEntries(splitAt(value, strong), u" "_s, false)) {
        entries += joinedEntries(splitAt(block, weak), u", "_s, block.count(u'@') == 1);
    }
    return entries;
}

} // namespace crema::exchange
