// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/identity.h"

#include "base/foldedline.h"
#include "base/keyhash.h"
#include "base/text.h"
#include "model/contactdocument.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

QSet<QString> wordSet(const char16_t *words)
{
    const auto list = QString::fromUtf16(words).split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

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

/// Slugs that stand for "my own profile" or for a form nobody filled in.
bool isNobodysSlug(const QString &slug)
{
    static const QSet<QString> nobody {u"me"_s,          u"username"_s,  u"user-name"_s, u"your-profile"_s,
                                       u"yourprofile"_s, u"yourname"_s,  u"your-name"_s, u"profile"_s,
                                       u"unavailable"_s, u"undefined"_s, u"null"_s,      u"none"_s,
                                       u"na"_s,          u"unknown"_s};
    return slug.isEmpty() || nobody.contains(slug);
}

bool isLinkedinHost(QStringView host)
{
    if (host.contains(u'@')) { // of somebody else, with a name to log in before it
        return false;
    }
    if (const auto at = host.indexOf(u':'); at >= 0) {
        host = host.left(at);
    }
    return host.compare("linkedin.com"_L1, Qt::CaseInsensitive) == 0
            || host.endsWith(".linkedin.com"_L1, Qt::CaseInsensitive);
}

/// As nearly every profile is written.
bool isPlainSlug(QStringView part)
{
    return std::ranges::all_of(part, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
}

QString decoded(QStringView part)
{
    if (isPlainSlug(part)) {
        return part.toString();
    }
    const QString text = part.contains(u'%')
            ? QString::fromUtf8(QByteArray::fromPercentEncoding(part.toUtf8()))
            : part.toString();
    return cleanLine(text).toLower();
}

/// Takes the first part off a path: "/in/jane" -> "in"; empty at its end.
QStringView takePart(QStringView &path)
{
    while (path.startsWith(u'/')) {
        path = path.sliced(1);
    }
    const auto end = path.indexOf(u'/');
    const QStringView part = end < 0 ? path : path.left(end);
    path = path.sliced(part.size());
    return part;
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
    const qint64 type = crema::keyHash(identityTypeName(key.type));
    return crema::keyHash(key.text, crema::keyHash(u":", type));
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

QString linkedinSlug(QStringView url)
{
    url = url.trimmed();
    if (const auto scheme = url.indexOf("://"_L1); scheme >= 0 && scheme < 10) {
        url = url.sliced(scheme + 3);
    }
    const auto slash = url.indexOf(u'/');
    if (slash < 0 || !isLinkedinHost(url.left(slash))) {
        return {};
    }
    QStringView path = url.sliced(slash);
    if (const auto end = std::ranges::find_if(path, [](QChar c) { return c == u'?' || c == u'#'; });
        end != path.end()) {
        path = path.left(end - path.begin());
    }
    constexpr int deepest = 3; // "/mwlite/in/jane"
    for (int i = 0; i < deepest; ++i) {
        const QStringView part = takePart(path);
        if (part.compare("in"_L1, Qt::CaseInsensitive) == 0) {
            const QString slug = decoded(takePart(path));
            return isNobodysSlug(slug) ? QString() : slug;
        }
        if (part.compare("pub"_L1, Qt::CaseInsensitive) == 0) { // the addresses of before 2013
            const auto rest = path.split(u'/', Qt::SkipEmptyParts);
            QStringList words;
            std::ranges::transform(rest, std::back_inserter(words), decoded);
            return words.isEmpty() ? QString() : u"pub/"_s + words.join(u'/');
        }
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
    QString address = email.trimmed().toString().toLower();
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
    QString local = email.left(email.lastIndexOf(u'@')).toString().toLower();
    if (const auto plus = local.indexOf(u'+'); plus > 0) {
        local.truncate(plus);
    }
    const bool startsWithInfo = local.startsWith("info."_L1) || local.startsWith("info-"_L1)
            || local.startsWith("info_"_L1);
    local.removeIf([](QChar c) { return c == u'-' || c == u'_' || c == u'.'; });
    return startsWithInfo || local.startsWith("noreply"_L1) || local.startsWith("donotreply"_L1)
            || deskNames().contains(local);
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
