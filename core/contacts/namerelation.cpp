// SPDX-License-Identifier: GPL-3.0-or-later
// How two names stand to each other (see pairjudge.h).
#include "contacts/pairjudge.h"

#include "base/text.h"

#include <algorithm>

namespace crema::contacts {

namespace {

constexpr qsizetype shortestTypo = 4; // in shorter words one letter makes another name
constexpr qsizetype shortestDoubleTypo = 8;
constexpr qsizetype shortestPrefix = 3;

/// How two parts of a name stand to each other.
enum class Part { same, share, nickname, oneLetter, twoLetters, initial, missing, different };

bool sharesWord(const QStringList &a, const QStringList &b)
{
    return std::ranges::any_of(a, [&](const QString &word) {
        return !isNameParticle(word) && word.size() > 1 && b.contains(word);
    });
}

bool hasWordsOfLetters(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) {
        return c.isDigit() || c.script() == QChar::Script_Han || c.script() == QChar::Script_Hangul
                || c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana;
    });
}

Part typo(const QStringList &a, const QStringList &b)
{
    const QString first = a.join(QString());
    const QString second = b.join(QString());
    const qsizetype shorter = std::min(first.size(), second.size());
    if (shorter < shortestTypo || !hasWordsOfLetters(first) || !hasWordsOfLetters(second)) {
        return Part::different;
    }
    const int distance = editDistance(first, second, 2);
    if (distance <= 1) {
        return Part::oneLetter;
    }
    return distance == 2 && shorter >= shortestDoubleTypo ? Part::twoLetters : Part::different;
}

Part familyPart(const PersonTraits &a, const PersonTraits &b)
{
    if (a.family.isEmpty() || b.family.isEmpty()) {
        return Part::missing;
    }
    if (a.familyForms == b.familyForms || a.familyForms.join(QString()) == b.familyForms.join(QString())) {
        return Part::same;
    }
    if (sharesWord(a.familyForms, b.familyForms)) {
        return Part::share;
    }
    const bool initial = a.family.constFirst().size() == 1 || b.family.constFirst().size() == 1;
    if (initial && a.family.constFirst().front() == b.family.constFirst().front()) {
        return Part::initial;
    }
    return typo(a.family, b.family);
}

/// "Mario" and "Maria", "Daniel" and "Daniela" are two people, not a slip.
bool differInGender(const QString &a, const QString &b)
{
    const QString &longer = a.size() >= b.size() ? a : b;
    const QString &shorter = a.size() >= b.size() ? b : a;
    if (longer.size() == shorter.size() + 1) {
        return longer.startsWith(shorter) && (longer.endsWith(u'a') || longer.endsWith(u'e'));
    }
    const bool sameStem = longer.size() == shorter.size() && longer.chopped(1) == shorter.chopped(1);
    return sameStem && (longer.endsWith(u'a') || shorter.endsWith(u'a'));
}

bool isPrefix(const QString &a, const QString &b)
{
    const QString &longer = a.size() >= b.size() ? a : b;
    const QString &shorter = a.size() >= b.size() ? b : a;
    return shorter.size() >= shortestPrefix && longer.size() > shorter.size() + 1
            && longer.startsWith(shorter);
}

Part givenPart(const PersonTraits &a, const PersonTraits &b)
{
    if (a.given.isEmpty() || b.given.isEmpty()) {
        return Part::missing;
    }
    if (a.givenForms.join(QString()) == b.givenForms.join(QString())) {
        return Part::same;
    }
    if (sharesWord(a.givenForms, b.givenForms)) {
        return Part::share;
    }
    if (std::ranges::any_of(a.names, [&](int name) { return b.names.contains(name); })) {
        return Part::nickname;
    }
    const QString &first = a.given.constFirst();
    const QString &second = b.given.constFirst();
    if (first.size() == 1 || second.size() == 1) {
        return first.front() == second.front() ? Part::initial : Part::different;
    }
    if (!a.names.isEmpty() && !b.names.isEmpty()) {
        return Part::different; // two known names that have nothing to do with each other
    }
    if (isPrefix(first, second)) {
        return Part::nickname;
    }
    return differInGender(first, second) ? Part::different : typo(a.given, b.given);
}

NameRelation relationOfTypo(Part part)
{
    return part == Part::oneLetter ? NameRelation::oneLetter : NameRelation::twoLetters;
}

bool isTypo(Part part)
{
    return part == Part::oneLetter || part == Part::twoLetters;
}

NameRelation byParts(Part given, Part family)
{
    const bool familyFits = family == Part::same || family == Part::share;
    if (given == Part::same || given == Part::share) {
        if (familyFits || family == Part::missing) {
            return NameRelation::part;
        }
        if (isTypo(family)) {
            return relationOfTypo(family);
        }
        return family == Part::initial ? NameRelation::initial : NameRelation::otherFamily;
    }
    if (given == Part::nickname && familyFits) {
        return NameRelation::nickname;
    }
    if (given == Part::nickname && family == Part::different) {
        return NameRelation::different;
    }
    if (family != Part::same) {
        return NameRelation::different;
    }
    if (given == Part::initial) {
        return NameRelation::initial;
    }
    return isTypo(given)             ? relationOfTypo(given)
            : given == Part::missing ? NameRelation::part
                                     : NameRelation::different;
}

QStringList sorted(QStringList words)
{
    words.sort();
    return words;
}

} // namespace

NameRelation relationOf(const PersonTraits &a, const PersonTraits &b)
{
    const QStringList own = a.given + a.family;
    const QStringList others = b.given + b.family;
    if (own.isEmpty() || others.isEmpty()) {
        return NameRelation::unknown;
    }
    if (own == others) {
        // "O'Neil" and "ONeil" or a title more are the same name; only letters can differ in their accents.
        return latinised(fold(a.written)) == latinised(fold(b.written)) && a.written != b.written
                ? NameRelation::accents
                : NameRelation::same;
    }
    const QStringList ownForms = a.givenForms + a.familyForms;
    const QStringList otherForms = b.givenForms + b.familyForms;
    if (ownForms == otherForms) {
        return NameRelation::spelling;
    }
    if (sorted(own) == sorted(others) || sorted(ownForms) == sorted(otherForms)) {
        return NameRelation::swapped;
    }
    const NameRelation relation = byParts(givenPart(a, b), familyPart(a, b));
    const bool spelledTogether = ownForms.join(QString()) == otherForms.join(QString());
    return spelledTogether ? NameRelation::spelling : relation;
}

} // namespace crema::contacts
