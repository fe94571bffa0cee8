// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/identity.h"

#include "base/foldedline.h"
#include "base/keyhash.h"
#include "base/text.h"
#include "base/wordset.h"
#include "model/contactdocument.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

const QSet<QString> &legalForms()
{
    static const QSet<QString> forms = wordSet(
            u"inc incorporated llc llp lp ltd limited corp corporation co company gmbh mbh ag kg kgaa "
            u"ohg ug se sa sas sarl srl spa bv nv ab oy oyj as asa aps plc pty pte pvt kk sl slu ltda "
            u"sro spzoo zoo doo kft pllc pc ev");
    return forms;
}

const QSet<QString> &deskNames()
{
    static const QSet<QString> names = wordSet(
            u"info hello hi hey office contact contacts contactus admin administrator administration "
            u"sales hr humanresources career careers job jobs team support noreply donotreply mail "
            u"email help helpdesk service services customerservice customercare enquiries enquiry "
            u"inquiries inquiry marketing press media pr recruiting recruitment recruiter talent "
            u"hiring billing accounts accounting finance legal webmaster postmaster hostmaster abuse "
            u"root security privacy feedback newsletter news general reception frontdesk secretary "
            u"secretariat sekretariat kontakt buero bewerbung bewerbungen personal karriere post "
            u"contacto orders shop booking bookings events alumni admissions registrar notifications "
            u"notification mailerdaemon bounce test user anonymous everyone all staff partners "
            u"partnerships investors ir");
    return names;
}

bool isDeskName(const QString &local)
{
    static const qsizetype longest = std::ranges::max_element(deskNames(), {}, &QString::size)->size();
    return local.size() <= longest && deskNames().contains(local);
}

/// As toLower(), quicker for what most addresses are made of.
QString inSmallLetters(QStringView text)
{
    QString small(text.size(), Qt::Uninitialized);
    unsigned all = 0;
    std::ranges::transform(text, small.begin(), [&all](QChar c) {
        all |= c.unicode();
        return c >= u'A' && c <= u'Z' ? QChar(static_cast<char16_t>(c.unicode() + (u'a' - u'A'))) : c;
    });
    return all < 0x80 ? small : text.toString().toLower();
}

bool isIdeographic(QChar c)
{
    const QChar::Script script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana
            || script == QChar::Script_Hangul;
}

/// Of a folded line.
bool isFullName(const QString &name)
{
    return name.contains(u' ') || (name.size() > 1 && std::ranges::all_of(name, isIdeographic));
}

/// "s", "a" at the end -> "sa", so that "S.A." is recognised.
void joinTrailingLetters(QStringList &words)
{
    qsizetype first = words.size();
    while (first > 0 && words[first - 1].size() == 1) {
        --first;
    }
    if (words.size() - first > 1) {
        const QString joined = words.mid(first).join(QString());
        if (legalForms().contains(joined)) {
            words.resize(first);
            words << joined;
        }
    }
}

void addKey(QVector<IdentityKey> &keys, IdentityType type, const QString &text)
{
    IdentityKey key {type, text};
    if (!text.isEmpty() && !keys.contains(key)) {
        keys << std::move(key);
    }
}

} // namespace

qint64 keyHash(const IdentityKey &key)
{
    const auto begun = [](IdentityType type) {
        return crema::keyHash(u":", crema::keyHash(identityTypeName(type)));
    };
    static const std::array types {begun(IdentityType::linkedin), begun(IdentityType::email),
                                   begun(IdentityType::nameCompany), begun(IdentityType::name)};
    return crema::keyHash(key.text, types[static_cast<size_t>(key.type)]);
}

QVector<IdentityKey> identityKeys(const Contact &contact)
{
    QVector<IdentityKey> keys;
    keys.reserve(4); // of most
    for (const ContactPoint &link : contact.links) {
        addKey(keys, IdentityType::linkedin, linkedinSlug(link.value));
    }
    for (const ContactPoint &address : contact.addresses) {
        const QString email = normalisedEmail(address.value);
        if (!isSharedMailbox(email)) {
            addKey(keys, IdentityType::email, email);
        }
    }
    const QString name = nameKey(contact);
    if (name.isEmpty()) {
        return keys;
    }
    for (const Position &position : contact.positions) {
        const QString company = companyKey(position.company);
        if (!company.isEmpty()) {
            addKey(keys, IdentityType::nameCompany, name + u'\n' + company);
        }
    }
    addKey(keys, IdentityType::name, name);
    return keys;
}

QString identityTypeName(IdentityType type)
{
    switch (type) {
    case IdentityType::linkedin:
        return u"linkedin"_s;
    case IdentityType::email:
        return u"email"_s;
    case IdentityType::nameCompany:
        return u"nameCompany"_s;
    case IdentityType::name:
        return u"name"_s;
    }
    return {};
}

QString phoneKey(QStringView phone)
{
    constexpr qsizetype shortest = 7;
    constexpr qsizetype compared = 9;
    QString digits;
    std::ranges::copy_if(phone, std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits.size() >= shortest ? digits.right(compared) : QString();
}

QString normalisedEmail(QStringView email)
{
    QString address = inSmallLetters(email.trimmed());
    if (address.startsWith("mailto:"_L1)) {
        address.remove(0, 7);
    }
    if (!isEmailAddress(address)) {
        return {};
    }
    const auto at = address.lastIndexOf(u'@');
    const QStringView domain = QStringView(address).sliced(at + 1);
    if (domain != "gmail.com"_L1 && domain != "googlemail.com"_L1) {
        return address;
    }
    QString local = address.left(at);
    if (const auto plus = local.indexOf(u'+'); plus > 0) {
        local.truncate(plus);
    }
    local.remove(u'.');
    return local + "@gmail.com"_L1;
}

bool isSharedMailbox(QStringView email)
{
    QStringView written = email.left(email.lastIndexOf(u'@'));
    if (const auto plus = written.indexOf(u'+'); plus > 0) {
        written.truncate(plus);
    }
    const auto isBetween = [](QChar c) { return c == u'-' || c == u'_' || c == u'.'; };
    QString local = inSmallLetters(written);
    const bool startsWithInfo = local.startsWith("info"_L1) && local.size() > 4 && isBetween(local[4]);
    if (std::ranges::any_of(local, isBetween)) {
        local.removeIf(isBetween);
    }
    return startsWithInfo || local.startsWith("noreply"_L1) || local.startsWith("donotreply"_L1)
            || isDeskName(local);
}

QString companyKey(QStringView company)
{
    const QString line = foldedLine(company);
    if (!line.contains(u' ')) { // one word, as most are
        return line == "and"_L1 || line == "und"_L1 || line == "et"_L1 ? QString() : line;
    }
    QStringList words = line.split(u' ');
    words.removeIf(
            [](const QString &word) { return word == "and"_L1 || word == "und"_L1 || word == "et"_L1; });
    joinTrailingLetters(words);
    if (words.size() > 1 && words.constFirst() == "the"_L1) {
        words.removeFirst();
    }
    while (words.size() > 1 && legalForms().contains(words.constLast())) {
        words.removeLast();
    }
    return words.join(u' ');
}

QString nameKey(const Contact &contact)
{
    const QString name = foldedLine(contact.name());
    return isFullName(name) ? name : QString();
}

} // namespace crema::contacts
