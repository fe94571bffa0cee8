// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/sameness.h"

#include "base/text.h"
#include "contacts/nameforms.h"
#include "contacts/placeholders.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("duplicates", text);
}

Sameness same(const char *reason, IdentityType by)
{
    return {Verdict::same, words(reason), by == IdentityType::nameCompany ? 0.9 : 1.0, by};
}

Sameness possible(const char *reason, double score)
{
    return {Verdict::possible, words(reason), score, IdentityType::name};
}

bool share(const QStringList &a, const QStringList &b)
{
    return std::ranges::any_of(a, [&](const QString &text) { return b.contains(text); });
}

/// Both say something and nothing of it is the same.
bool conflict(const QStringList &a, const QStringList &b)
{
    return !a.isEmpty() && !b.isEmpty() && !share(a, b);
}

QStringList slugs(const Contact &contact)
{
    QStringList found;
    for (const ContactPoint &link : contact.links) {
        if (const QString slug = linkedinSlug(link.value); !slug.isEmpty()) {
            found << slug;
        }
    }
    return found;
}

QStringList personalEmails(const Contact &contact)
{
    QStringList found;
    for (const ContactPoint &address : contact.addresses) {
        const QString email = normalisedEmail(address.value);
        if (!email.isEmpty() && !isSharedMailbox(email) && !isNobodysAddress(email)) {
            found << email;
        }
    }
    return found;
}

QStringList phoneKeys(const Contact &contact)
{
    QStringList found;
    for (const ContactPoint &phone : contact.phones) {
        if (const QString key = phoneKey(phone.value); !key.isEmpty()) {
            found << key;
        }
    }
    return found;
}

QStringList companies(const Contact &contact)
{
    QStringList found;
    for (const Position &position : contact.positions) {
        if (const QString key = companyKey(position.company); !key.isEmpty() && !isNoFirm(key)) {
            found << key;
        }
    }
    return found;
}

QStringList titlesAt(const Contact &contact, const QStringList &companyKeys)
{
    QStringList found;
    for (const Position &position : contact.positions) {
        if (!position.title.isEmpty() && companyKeys.contains(companyKey(position.company))) {
            found << foldedWords(position.title).join(u' ');
        }
    }
    return found;
}

QStringList placeWords(const Contact &contact)
{
    static const QStringList common {u"new"_s,     u"san"_s,          u"los"_s,  u"st"_s,
                                     u"the"_s,     u"of"_s,           u"area"_s, u"bay"_s,
                                     u"greater"_s, u"metropolitan"_s, u"city"_s, u"region"_s};
    QStringList found = foldedWords(contact.city + u' ' + contact.location);
    found.removeIf([](const QString &word) { return common.contains(word); });
    return found;
}

/// The words of school names that tell one from another.
QStringList schoolWords(const Contact &contact)
{
    static const QStringList common {u"university"_s, u"college"_s,     u"school"_s, u"of"_s,  u"the"_s,
                                     u"institute"_s,  u"universitat"_s, u"de"_s,     u"and"_s, u"at"_s};
    QStringList found;
    for (const School &school : contact.schools) {
        found << foldedWords(school.name);
    }
    found.removeIf([](const QString &word) { return common.contains(word); });
    return found;
}

bool placesConflict(const Contact &a, const Contact &b)
{
    return conflict(placeWords(a), placeWords(b)) || conflict(foldedWords(a.country), foldedWords(b.country));
}

bool matchesWord(const QString &a, const QString &b)
{
    return a == b || (a.size() == 1 && b.startsWith(a)) || (b.size() == 1 && a.startsWith(b));
}

/// "John Smith" and "John Smith Jr." at different firms: father and son may read one mailbox.
bool mayBeOfTwoGenerations(const Contact &a, const Contact &b)
{
    return std::ranges::any_of(foldedWords(a.name()), isGeneration)
            != std::ranges::any_of(foldedWords(b.name()), isGeneration)
            && conflict(companies(a), companies(b));
}

QStringList latinWords(const Contact &contact)
{
    QStringList words = foldedWords(contact.name());
    std::ranges::transform(words, words.begin(), latinised);
    return words;
}

bool isLatin(const QStringList &words)
{
    return std::ranges::all_of(words.join(QString()),
                               [](QChar c) { return !c.isLetter() || c.script() == QChar::Script_Latin; });
}

/// Not a word in common, not even its beginning: "Ann Lee" and "Bob Roe", but not "Ann Lee" and "Ann Miller".
/// A name in another script may be the same one.
bool areStrangers(const Contact &a, const Contact &b)
{
    const QStringList own = latinWords(a);
    const QStringList others = latinWords(b);
    if (own.size() < 2 || others.size() < 2 || share(companies(a), companies(b))) {
        return false; // "Bob" may be Robert Smith
    }
    return isLatin(own) == isLatin(others) && std::ranges::none_of(own, [&](const QString &word) {
               return std::ranges::any_of(others, [&](const QString &other) {
                   return word.startsWith(other) || other.startsWith(word);
               });
           });
}

bool middleNamesConflict(const Contact &a, const Contact &b)
{
    const QString own = fold(textAt(a.extra, "middleName")).remove(u'.');
    const QString other = fold(textAt(b.extra, "middleName")).remove(u'.');
    return !own.isEmpty() && !other.isEmpty() && !matchesWord(own, other);
}

Sameness compareColleagues(const Contact &a, const Contact &b, const QStringList &shared)
{
    if (middleNamesConflict(a, b)) {
        return possible(
                QT_TRANSLATE_NOOP("duplicates", "the same name and company, but different middle names"),
                0.5);
    }
    if (conflict(slugs(a), slugs(b))) {
        return possible(
                QT_TRANSLATE_NOOP("duplicates", "the same name and company, but different LinkedIn profiles"),
                0.4);
    }
    if (conflict(personalEmails(a), personalEmails(b))) {
        return possible(
                QT_TRANSLATE_NOOP("duplicates", "the same name and company, but different email addresses"),
                0.6);
    }
    if (conflict(titlesAt(a, shared), titlesAt(b, shared))) {
        return possible(
                QT_TRANSLATE_NOOP("duplicates", "the same name and company, but different job titles"), 0.7);
    }
    if (conflict(schoolWords(a), schoolWords(b))) {
        return possible(QT_TRANSLATE_NOOP("duplicates", "the same name and company, but different schools"),
                        0.6);
    }
    if (placesConflict(a, b)) {
        return possible(QT_TRANSLATE_NOOP("duplicates", "the same name and company, but different places"),
                        0.6);
    }
    if (conflict(phoneKeys(a), phoneKeys(b))) {
        return possible(
                QT_TRANSLATE_NOOP("duplicates", "the same name and company, but different phone numbers"),
                0.7);
    }
    return same(QT_TRANSLATE_NOOP("duplicates", "the same name and company"), IdentityType::nameCompany);
}

Sameness compareNamesakes(const Contact &a, const Contact &b)
{
    const QStringList own = companies(a);
    const QStringList others = companies(b);
    QStringList shared;
    std::ranges::copy_if(own, std::back_inserter(shared),
                         [&](const QString &key) { return others.contains(key); });
    if (!shared.isEmpty()) {
        return compareColleagues(a, b, shared);
    }
    if (share(phoneKeys(a), phoneKeys(b))) {
        return possible(QT_TRANSLATE_NOOP("duplicates", "the same name and phone number"), 0.85);
    }
    if (conflict(slugs(a), slugs(b))) {
        return {};
    }
    if (share(schoolWords(a), schoolWords(b))) {
        return possible(QT_TRANSLATE_NOOP("duplicates", "the same name and school"), 0.6);
    }
    if (!a.city.isEmpty() && fold(a.city) == fold(b.city)) {
        return possible(QT_TRANSLATE_NOOP("duplicates", "the same name and city"), 0.5);
    }
    if (own.isEmpty() || others.isEmpty()) {
        return possible(QT_TRANSLATE_NOOP("duplicates", "the same name"), 0.4);
    }
    return {};
}

Sameness compareProfileOwners(const Contact &a, const Contact &b, NameMatch names)
{
    // As when a spreadsheet's cell was dragged down over other people.
    if (names == NameMatch::different
        && (areStrangers(a, b) || conflict(personalEmails(a), personalEmails(b)))) {
        return possible(QT_TRANSLATE_NOOP("duplicates", "the same LinkedIn profile, but different names"),
                        0.6);
    }
    return same(QT_TRANSLATE_NOOP("duplicates", "the same LinkedIn profile"), IdentityType::linkedin);
}

Sameness compareMailboxOwners(const Contact &a, const Contact &b, NameMatch names)
{
    if (names == NameMatch::different || mayBeOfTwoGenerations(a, b)) {
        Sameness found = possible(
                QT_TRANSLATE_NOOP("duplicates", "the same email address, but different names"), 0.7);
        found.by = IdentityType::email;
        return found;
    }
    return same(QT_TRANSLATE_NOOP("duplicates", "the same email address"), IdentityType::email);
}

} // namespace

NameMatch compareNames(const Contact &a, const Contact &b)
{
    QStringList own = foldedWords(a.name());
    QStringList others = foldedWords(b.name());
    if (own.isEmpty() || others.isEmpty()) {
        return NameMatch::unknown;
    }
    own.sort();
    others.sort();
    if (own == others) {
        return NameMatch::same;
    }
    const bool ownIsShort = own.size() <= others.size();
    const QStringList &few = ownIsShort ? own : others;
    QStringList left = ownIsShort ? others : own;
    bool fullWord = false;
    for (const QString &word : few) {
        auto found = std::ranges::find(left, word);
        if (found == left.end()) {
            found = std::ranges::find_if(left,
                                         [&](const QString &other) { return matchesWord(word, other); });
        }
        if (found == left.end()) {
            return NameMatch::different;
        }
        fullWord = fullWord || (word.size() > 1 && *found == word);
        left.erase(found);
    }
    return fullWord ? NameMatch::agreeing : NameMatch::different;
}

Sameness compare(const Contact &a, const Contact &b)
{
    if (a.sample != b.sample) {
        return {};
    }
    const bool nobodys = isNobodysName(foldedWords(a.name())) || isNobodysName(foldedWords(b.name()));
    const NameMatch names = nobodys ? NameMatch::unknown : compareNames(a, b);
    if (share(slugs(a), slugs(b))) {
        return compareProfileOwners(a, b, names);
    }
    if (share(personalEmails(a), personalEmails(b))) {
        return compareMailboxOwners(a, b, names);
    }
    const bool namesakes = names == NameMatch::same && !nameKey(a).isEmpty();
    return namesakes ? compareNamesakes(a, b) : Sameness {};
}

} // namespace crema::contacts
