// SPDX-License-Identifier: GPL-3.0-or-later
// What each attribute of an LDIF entry becomes: the property of a vCard that says the same.
#include "exchange/ldifcard.h"

#include "base/encodings.h"
#include "base/text.h"
#include "exchange/textdecoding.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

/// Attributes that a property of a vCard stands for.
struct Property
{
    const char16_t *attribute; ///< in lower case
    const char16_t *property;
    const char16_t *type = u"";
};

/// Of RFC 4519, RFC 2798, Active Directory and of Thunderbird by its old and its new names
/// (https://wiki.mozilla.org/MailNews:Mozilla_LDAP_Address_Book_Schema).
constexpr std::array properties {
        Property {u"mail", u"EMAIL"},
        Property {u"rfc822mailbox", u"EMAIL"},
        Property {u"emailaddress", u"EMAIL"},
        Property {u"email", u"EMAIL"},
        Property {u"mozillasecondemail", u"EMAIL"},
        Property {u"xmozillasecondemail", u"EMAIL"},
        Property {u"telephonenumber", u"TEL", u"work"},
        Property {u"othertelephone", u"TEL", u"work"},
        Property {u"homephone", u"TEL", u"home"},
        Property {u"hometelephonenumber", u"TEL", u"home"},
        Property {u"mobile", u"TEL", u"cell"},
        Property {u"mobiletelephonenumber", u"TEL", u"cell"},
        Property {u"cellphone", u"TEL", u"cell"},
        Property {u"facsimiletelephonenumber", u"TEL", u"fax"},
        Property {u"fax", u"TEL", u"fax"},
        Property {u"pager", u"TEL", u"pager"},
        Property {u"pagertelephonenumber", u"TEL", u"pager"},
        Property {u"pagerphone", u"TEL", u"pager"},
        Property {u"o", u"ORG"},
        Property {u"organizationname", u"ORG"},
        Property {u"company", u"ORG"},
        Property {u"title", u"TITLE"},
        Property {u"mozillaworkurl", u"URL", u"work"},
        Property {u"workurl", u"URL", u"work"},
        Property {u"mozillahomeurl", u"URL", u"home"},
        Property {u"homeurl", u"URL", u"home"},
        Property {u"wwwhomepage", u"URL"},
        Property {u"url", u"URL"},
        Property {u"description", u"NOTE"},
        Property {u"info", u"NOTE"},
        Property {u"mozillanickname", u"NICKNAME"},
        Property {u"xmozillanickname", u"NICKNAME"},
};

/// What other attributes are kept as.
QString keptName(const LdifAttribute &attribute)
{
    static const QHash<QString, QString> names {
            {u"ou"_s, u"Department"_s},           {u"organizationalunitname"_s, u"Department"_s},
            {u"department"_s, u"Department"_s},   {u"departmentnumber"_s, u"Department number"_s},
            {u"mozillacustom1"_s, u"Custom 1"_s}, {u"mozillacustom2"_s, u"Custom 2"_s},
            {u"mozillacustom3"_s, u"Custom 3"_s}, {u"mozillacustom4"_s, u"Custom 4"_s},
            {u"custom1"_s, u"Custom 1"_s},        {u"custom2"_s, u"Custom 2"_s},
            {u"custom3"_s, u"Custom 3"_s},        {u"custom4"_s, u"Custom 4"_s},
    };
    return names.value(attribute.key, attribute.name);
}

/// What only the directory and the program that wrote it understand.
bool isOfNoUse(const QString &key)
{
    static const QSet<QString> keys {
            u"dn"_s,
            u"version"_s,
            u"control"_s,
            u"changetype"_s,
            u"objectclass"_s,
            u"modifytimestamp"_s,
            u"createtimestamp"_s,
            u"creatorsname"_s,
            u"modifiersname"_s,
            u"entryuuid"_s,
            u"entrycsn"_s,
            u"entrydn"_s,
            u"structuralobjectclass"_s,
            u"hassubordinates"_s,
            u"subschemasubentry"_s,
            u"mozillausehtmlmail"_s,
            u"xmozillausehtmlmail"_s,
            u"distinguishedname"_s,
            u"objectcategory"_s,
            u"objectguid"_s,
            u"objectsid"_s,
            u"instancetype"_s,
            u"usncreated"_s,
            u"usnchanged"_s,
            u"whencreated"_s,
            u"whenchanged"_s,
            u"dscorepropagationdata"_s,
    };
    return keys.contains(key);
}

/// Secrets, pictures and certificates, which no list of contacts is for.
bool isLeftOut(const LdifAttribute &attribute)
{
    static const QSet<QString> keys {u"userpassword"_s,
                                     u"unicodepwd"_s,
                                     u"sambantpassword"_s,
                                     u"sambalmpassword"_s,
                                     u"krb5key"_s,
                                     u"jpegphoto"_s,
                                     u"photo"_s,
                                     u"thumbnailphoto"_s,
                                     u"thumbnaillogo"_s,
                                     u"audio"_s,
                                     u"usercertificate"_s,
                                     u"cacertificate"_s,
                                     u"usersmimecertificate"_s,
                                     u"userpkcs12"_s,
                                     u"sshpublickey"_s};
    return keys.contains(attribute.key);
}

/// As a value of a vCard.
QString escaped(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u';', u"\\;"_s).replace(u',', u"\\,"_s);
    return text.remove(u'\r').replace(u'\n', u"\\n"_s);
}

VcardLine lineOf(const QString &name, const QStringList &parts, const QString &type = {})
{
    VcardLine line;
    line.name = name;
    QStringList safe;
    for (const QString &part : parts) {
        safe << escaped(part);
    }
    line.value = safe.join(u';');
    if (!type.isEmpty()) {
        line.parameters.emplace_back(u"TYPE"_s, type);
    }
    return line;
}

} // namespace

/// The texts of an entry by attribute, each once.
class LdifCards::Values final
{
public:
    struct Value
    {
        QString key;
        QString kept; ///< what it is called where it is no field
        QString text;
    };

    Values(const LdifEntry &entry, LdifCards &cards, Card &card)
    {
        // One that says its language is another rendering of the one that does not.
        for (const bool hasOptions : {false, true}) {
            for (const LdifAttribute &attribute : entry.attributes) {
                if (attribute.hasOptions() == hasOptions && !isOfNoUse(attribute.key)) {
                    add(attribute, cards, card);
                }
            }
        }
    }

    /// The first value of the first of these attributes that has one.
    [[nodiscard]] QString take(std::initializer_list<QLatin1StringView> keys)
    {
        for (const QLatin1StringView key : keys) {
            const auto found = std::ranges::find(m_values, key, &Value::key);
            if (found != m_values.end()) {
                const QString text = found->text;
                m_values.erase(found);
                return text;
            }
        }
        return {};
    }

    /// What no one took.
    [[nodiscard]] const std::vector<Value> &rest() const { return m_values; }

private:
    void add(const LdifAttribute &attribute, LdifCards &cards, Card &card)
    {
        if (attribute.source == LdifAttribute::Source::url) {
            const QString url = cleanLine(QString::fromUtf8(attribute.value));
            keepInCard(card, attribute.name, url);
            card.notes << translated(QT_TRANSLATE_NOOP("import",
                                                       "%1 stands in another file or on the web, which was "
                                                       "not read; its address was kept: %2"))
                                  .arg(attribute.name, elided(url, 100));
            return;
        }
        const auto text = isLeftOut(attribute) ? std::nullopt : cards.textOf(attribute);
        if (!text) {
            cards.m_leftOut << (cards.m_leftOut.contains(attribute.name) ? QStringList()
                                                                         : QStringList {attribute.name});
            return;
        }
        const QString clean = cleanText(*text);
        if (!isPlaceholder(clean) && !m_seen.contains({attribute.key, clean})) {
            m_seen.insert({attribute.key, clean});
            m_values.push_back({attribute.key, keptName(attribute), clean});
        }
    }

    std::vector<Value> m_values;
    QSet<std::pair<QString, QString>> m_seen;
};

namespace {

/// The name as its owner wants it shown; other renderings of it that say more are kept.
template <typename Values>
void takeNames(Card &card, Values &values, const QString &dn)
{
    const QString last = values.take({"sn"_L1, "surname"_L1});
    const QString first = values.take({"givenname"_L1, "gn"_L1});
    const QString middle = values.take({"middlename"_L1});
    const QString suffix = values.take({"generationqualifier"_L1});
    const QString prefix = values.take({"personaltitle"_L1});
    const QString shown = values.take({"displayname"_L1});
    QString common = values.take({"cn"_L1, "commonname"_L1, "name"_L1});
    if (last.isEmpty() && first.isEmpty() && shown.isEmpty() && common.isEmpty()) {
        common = nameInDn(dn);
    }
    if (!(last + first).isEmpty()) {
        addToCard(card, lineOf(u"N"_s, {last, first, middle, prefix, suffix}));
    }
    addToCard(card, lineOf(u"FN"_s, {shown.isEmpty() ? common : shown}));
    const bool isWhole = !first.isEmpty() && !last.isEmpty(); // what else is a name says something else
    const QString known =
            QStringList {prefix, first, middle, last, suffix, shown, isWhole ? QString() : common}.join(u' ');
    QStringList others;
    for (; !common.isEmpty(); common = values.take({"cn"_L1, "commonname"_L1, "name"_L1})) {
        const QStringList words = foldedWords(common);
        if (std::ranges::any_of(words, [&](const QString &word) { return !containsWords(known, word); })) {
            others << common;
        }
    }
    keepInCard(card, u"cn"_s, others.join(u'\n'));
}

template <typename Values>
void takePlaces(Card &card, Values &values)
{
    const auto lines = [](const QString &one, const QString &two) {
        return one.isEmpty() || two.isEmpty() ? one + two : one + u", "_s + two;
    };
    const QString street = values.take({"street"_L1, "streetaddress"_L1});
    const QStringList work {values.take({"postofficebox"_L1}),
                            {},
                            lines(street, values.take({"mozillaworkstreet2"_L1})),
                            values.take({"l"_L1, "locality"_L1, "localityname"_L1}),
                            values.take({"st"_L1, "stateorprovincename"_L1, "region"_L1}),
                            values.take({"postalcode"_L1, "zip"_L1}),
                            values.take({"co"_L1, "friendlycountryname"_L1, "c"_L1, "countryname"_L1})};
    const QString homeStreet = values.take({"mozillahomestreet"_L1, "homestreet"_L1});
    const QStringList home {{},
                            {},
                            lines(homeStreet, values.take({"mozillahomestreet2"_L1})),
                            values.take({"mozillahomelocalityname"_L1}),
                            values.take({"mozillahomestate"_L1}),
                            values.take({"mozillahomepostalcode"_L1}),
                            values.take({"mozillahomecountryname"_L1})};
    for (const QStringList &place : {work, home}) {
        if (!place.join(QString()).isEmpty()) {
            addToCard(card, lineOf(u"ADR"_s, place));
        }
    }
}

/// As a vCard has it: "1980-05-01", "--05-01".
template <typename Values>
void takeBirthday(Card &card, Values &values)
{
    const QString year = values.take({"birthyear"_L1});
    const QString month = values.take({"birthmonth"_L1});
    const QString day = values.take({"birthday"_L1});
    if (month.isEmpty() != day.isEmpty() || day.size() > 2) {
        keepInCard(card, u"BDAY"_s, QStringList {year, month, day}.join(u' ').trimmed());
        return;
    }
    const auto twoDigits = [](const QString &text) { return text.rightJustified(2, u'0'); };
    const QString ofYear = day.isEmpty() ? QString() : u'-' + twoDigits(month) + u'-' + twoDigits(day);
    keepInCard(card, u"BDAY"_s, year.isEmpty() && !ofYear.isEmpty() ? u'-' + ofYear : year + ofYear);
}

/// "https://x.example Home page": the address and what it is called (RFC 2079).
void takeUri(Card &card, const QString &uri)
{
    const qsizetype blank = uri.indexOf(u' ');
    addToCard(card, lineOf(u"URL"_s, {uri.left(blank)}));
    keepInCard(card, u"labeledURI"_s, blank > 0 ? uri : QString());
}

} // namespace

/// The first part of a name such as "cn=Lee\, Ann,ou=People": the value of its cn (RFC 4514).
QString nameInDn(const QString &dn)
{
    if (!dn.startsWith("cn="_L1, Qt::CaseInsensitive)) {
        return {};
    }
    QByteArray name;
    const QByteArray bytes = dn.sliced(3).toUtf8();
    for (qsizetype i = 0; i < bytes.size() && bytes[i] != ',' && bytes[i] != '+'; ++i) {
        const QByteArray code = bytes[i] == '\\' ? bytes.mid(i + 1, 2) : QByteArray();
        bool isHex = false;
        const uint value = code.size() == 2 ? code.toUInt(&isHex, 16) : 0;
        if (isHex) {
            name += static_cast<char>(value);
            i += 2;
        } else {
            i += bytes[i] == '\\' && i + 1 < bytes.size() ? 1 : 0;
            name += bytes[i];
        }
    }
    return cleanLine(QString::fromUtf8(name));
}

std::optional<QString> LdifCards::textOf(const LdifAttribute &attribute)
{
    const std::string_view bytes(attribute.value.constData(), static_cast<size_t>(attribute.value.size()));
    const bool isBinary = std::ranges::any_of(
            bytes, [](char c) { return c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t'; });
    if (isBinary) {
        return std::nullopt;
    }
    if (isValidUtf8(bytes)) {
        return QString::fromUtf8(attribute.value);
    }
    m_guessed = true;
    const auto text = m_encoding.isEmpty() ? std::nullopt : decoded(bytes, m_encoding);
    return text ? *text : fromWindows1252(bytes);
}

Card LdifCards::cardOf(const LdifEntry &entry, const QString &dn)
{
    Card card;
    Values values(entry, *this, card);
    takeNames(card, values, dn);
    takePlaces(card, values);
    takeBirthday(card, values);
    QMap<QString, QStringList> kept;
    for (const Values::Value &value : values.rest()) {
        const auto known = std::ranges::find_if(
                properties, [&](const Property &p) { return QStringView(p.attribute) == value.key; });
        if (value.key == "labeleduri"_L1) {
            takeUri(card, value.text);
        } else if (known == properties.end()) {
            kept[value.kept] << value.text;
        } else {
            addToCard(card,
                      lineOf(QString::fromUtf16(known->property), {value.text},
                             QString::fromUtf16(known->type)));
        }
    }
    for (const auto &[name, texts] : kept.asKeyValueRange()) {
        keepInCard(card, name, texts.join(u'\n'));
    }
    if (!entry.strayLines.isEmpty()) {
        keepInCard(card, u"Other lines"_s, cleanText(entry.strayLines.join(u'\n')));
        card.notes << translated(QT_TRANSLATE_NOOP("import",
                                                   "\"%1\" is no attribute; it was kept as an extra field"))
                              .arg(elided(cleanLine(entry.strayLines.constFirst()), 60));
    }
    return card;
}

} // namespace crema::exchange
