// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/persontraits.h"

#include "base/text.h"
#include "base/wordset.h"
#include "contacts/identity.h"
#include "contacts/placeholders.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

bool isTitleWord(const QString &word)
{
    static const QSet<QString> titles = wordSet(
            u"dr prof professor mr mrs ms miss mx sir dame herr frau sr sra jr ii iii iv phd md mba cfa "
            u"cpa esq dipl ing mag mme mlle");
    return titles.contains(word);
}

void dropTitles(QStringList &given, QStringList &family)
{
    const auto left = [&] { return given.size() + family.size(); };
    while (given.size() > 1 && left() > 2 && isTitleWord(given.constFirst())) {
        given.removeFirst();
    }
    while (!family.isEmpty() && left() > 2 && isTitleWord(family.constLast())) {
        family.removeLast();
    }
    if (family.isEmpty() && given.size() > 1) {
        family << given.takeLast();
    }
}

QStringList latinWords(const QString &text)
{
    if (isPlaceholder(text)) {
        return {};
    }
    QStringList words = foldedWords(text);
    for (QString &word : words) {
        word = latinised(word);
    }
    words.removeAll(QString());
    return words;
}

QStringList formsOf(const QStringList &words)
{
    QStringList forms;
    std::ranges::transform(words, std::back_inserter(forms), formOf);
    return forms;
}

void readName(PersonTraits &traits, const Contact &contact, const NameForms &forms)
{
    traits.given = latinWords(contact.firstName);
    traits.family = latinWords(contact.lastName);
    if (traits.family.isEmpty() && traits.given.size() > 1) {
        traits.family << traits.given.takeLast();
    } else if (traits.given.isEmpty() && traits.family.size() > 1) {
        traits.given << traits.family.takeFirst();
    }
    dropTitles(traits.given, traits.family);
    if (isNobodysName(traits.given + traits.family)) {
        traits.given.clear();
        traits.family.clear();
        return;
    }
    traits.written = cleanLine(contact.name()).toLower();
    traits.givenForms = formsOf(traits.given);
    traits.familyForms = formsOf(traits.family);
    if (!traits.given.isEmpty()) {
        traits.names = forms.namesOf(traits.givenForms.join(QString()));
        if (traits.names.isEmpty()) {
            traits.names = forms.namesOf(traits.givenForms.constFirst());
        }
    }
}

void add(PersonTraits::Numbers &numbers, quint32 number)
{
    if (std::ranges::find(numbers, number) == numbers.end()) {
        numbers.push_back(number);
    }
}

/// "0000000", "1234567890": typed to get past a form.
bool isNobodysPhone(const QString &digits)
{
    const bool oneDigit = std::ranges::all_of(digits, [&](QChar c) { return c == digits.front(); });
    return oneDigit || u"01234567890123456789"_s.contains(digits);
}

void readPoints(PersonTraits &traits, const Contact &contact, TextNumbers &numbers)
{
    for (const ContactPoint &link : contact.links) {
        if (const QString slug = linkedinSlug(link.value); !slug.isEmpty()) {
            add(traits.slugs, numbers.of(u"l:"_s + slug));
        }
    }
    for (const ContactPoint &address : contact.addresses) {
        const QString email = normalisedEmail(address.value);
        if (!email.isEmpty() && !isSharedMailbox(email) && !isNobodysAddress(email)) {
            add(traits.emails, numbers.of(u"e:"_s + email));
        }
    }
    for (const ContactPoint &phone : contact.phones) {
        if (const QString key = phoneKey(phone.value); !key.isEmpty() && !isNobodysPhone(key)) {
            add(traits.phones, numbers.of(u"p:"_s + key));
        }
    }
}

void readPositions(PersonTraits &traits, const Contact &contact, TextNumbers &numbers)
{
    for (const Position &position : contact.positions) {
        const QString key = isPlaceholder(position.company) ? QString() : companyKey(position.company);
        if (key.isEmpty() || isNoFirm(key)) {
            continue;
        }
        const quint32 company = numbers.of(u"c:"_s + key);
        add(traits.companies, company);
        if (!isPlaceholder(position.title)) {
            traits.titles.emplace_back(company, numbers.of(u"t:"_s + foldedWords(position.title).join(u' ')));
        }
    }
}

void readSchools(PersonTraits &traits, const Contact &contact, TextNumbers &numbers)
{
    static const QSet<QString> common = wordSet(
            u"university college school of the institute universitat universite universidad de and at");
    for (const School &school : contact.schools) {
        if (isPlaceholder(school.name)) {
            continue;
        }
        QStringList words = foldedWords(school.name);
        words.removeIf([](const QString &word) { return common.contains(word); });
        if (words.isEmpty()) {
            continue;
        }
        add(traits.schools, numbers.of(u"s:"_s + words.join(u' ')));
        for (const QString &word : words) {
            add(traits.schoolWords, numbers.of(u"w:"_s + word));
        }
    }
}

void readPlaces(PersonTraits &traits, const Contact &contact, TextNumbers &numbers)
{
    static const QSet<QString> common = wordSet(
            u"new san los st the of area bay greater metropolitan city region");
    for (const QString &text : {contact.city, contact.location}) {
        if (isPlaceholder(text)) {
            continue;
        }
        for (const QString &word : foldedWords(text)) {
            if (!common.contains(word)) {
                add(traits.places, numbers.of(u"w:"_s + word));
            }
        }
    }
    if (!isPlaceholder(contact.city)) {
        traits.city = numbers.of(u"y:"_s + fold(contact.city));
    }
    if (!isPlaceholder(contact.country)) {
        traits.country = numbers.of(u"o:"_s + fold(contact.country));
    }
}

} // namespace

quint32 TextNumbers::of(const QString &text)
{
    const auto found = m_numbers.constFind(text);
    if (found != m_numbers.cend()) {
        return *found;
    }
    const auto number = static_cast<quint32>(m_numbers.size()) + 1;
    m_numbers.insert(text, number);
    return number;
}

bool isNameParticle(const QString &word)
{
    static const QSet<QString> particles = wordSet(
            u"de la las los del della di da do dos das du des le van von der den dem zu zum zur af av ten "
            u"ter el al ul bin bint ibn ben abu y e i and st san santa mc mac o");
    return particles.contains(word);
}

PersonTraits traitsOf(const Contact &contact, const NameForms &forms, TextNumbers &numbers)
{
    PersonTraits traits;
    traits.id = contact.id;
    traits.name = contact.name().isEmpty() ? contact.email() : contact.name();
    traits.company = contact.company();
    traits.sample = contact.sample;
    readName(traits, contact, forms);
    readPoints(traits, contact, numbers);
    readPositions(traits, contact, numbers);
    readSchools(traits, contact, numbers);
    readPlaces(traits, contact, numbers);
    return traits;
}

} // namespace crema::contacts
