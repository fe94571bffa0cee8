// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/nameforms.h"

#include "base/text.h"

#include <QFile>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

struct Letters
{
    char16_t from;
    const char16_t *to;
};

// The usual romanisation of passports, simplified where formOf() makes the variants one anyway.
constexpr std::array scripts {
        Letters {u'а', u"a"},  Letters {u'б', u"b"},  Letters {u'в', u"v"},  Letters {u'г', u"g"},
        Letters {u'ґ', u"g"},  Letters {u'д', u"d"},  Letters {u'е', u"e"},  Letters {u'ё', u"e"},
        Letters {u'є', u"ye"}, Letters {u'ж', u"zh"}, Letters {u'з', u"z"},  Letters {u'и', u"i"},
        Letters {u'і', u"i"},  Letters {u'ї', u"yi"}, Letters {u'й', u"y"},  Letters {u'к', u"k"},
        Letters {u'л', u"l"},  Letters {u'м', u"m"},  Letters {u'н', u"n"},  Letters {u'о', u"o"},
        Letters {u'п', u"p"},  Letters {u'р', u"r"},  Letters {u'с', u"s"},  Letters {u'т', u"t"},
        Letters {u'у', u"u"},  Letters {u'ў', u"u"},  Letters {u'ф', u"f"},  Letters {u'х', u"kh"},
        Letters {u'ц', u"ts"}, Letters {u'ч', u"ch"}, Letters {u'ш', u"sh"}, Letters {u'щ', u"shch"},
        Letters {u'ъ', u""},   Letters {u'ы', u"y"},  Letters {u'ь', u""},   Letters {u'э', u"e"},
        Letters {u'ю', u"yu"}, Letters {u'я', u"ya"}, Letters {u'ј', u"j"},  Letters {u'љ', u"lj"},
        Letters {u'њ', u"nj"}, Letters {u'ћ', u"c"},  Letters {u'ђ', u"dj"}, Letters {u'џ', u"dz"},
        Letters {u'α', u"a"},  Letters {u'β', u"v"},  Letters {u'γ', u"g"},  Letters {u'δ', u"d"},
        Letters {u'ε', u"e"},  Letters {u'ζ', u"z"},  Letters {u'η', u"i"},  Letters {u'θ', u"th"},
        Letters {u'ι', u"i"},  Letters {u'κ', u"k"},  Letters {u'λ', u"l"},  Letters {u'μ', u"m"},
        Letters {u'ν', u"n"},  Letters {u'ξ', u"x"},  Letters {u'ο', u"o"},  Letters {u'π', u"p"},
        Letters {u'ρ', u"r"},  Letters {u'σ', u"s"},  Letters {u'ς', u"s"},  Letters {u'τ', u"t"},
        Letters {u'υ', u"y"},  Letters {u'φ', u"f"},  Letters {u'χ', u"ch"}, Letters {u'ψ', u"ps"},
        Letters {u'ω', u"o"},
};

struct Spelling
{
    std::u16string_view from;
    std::u16string_view to;
};

// Longest first: "sch" before "ch".
constexpr std::array spellings {
        Spelling {u"shch", u"sh"}, Spelling {u"tsch", u"ch"}, Spelling {u"sch", u"sh"},
        Spelling {u"tch", u"ch"},  Spelling {u"ch", u"ch"},   Spelling {u"ph", u"f"},
        Spelling {u"th", u"t"},    Spelling {u"dt", u"t"},    Spelling {u"ck", u"k"},
        Spelling {u"ks", u"x"},    Spelling {u"kh", u"h"},    Spelling {u"tz", u"z"},
        Spelling {u"ts", u"z"},    Spelling {u"ae", u"a"},    Spelling {u"oe", u"o"},
        Spelling {u"ue", u"u"},    Spelling {u"y", u"i"},     Spelling {u"j", u"i"},
        Spelling {u"w", u"v"},     Spelling {u"c", u"k"},
};

} // namespace

bool isGeneration(QStringView word)
{
    static const QSet<QString> generations {u"jr"_s, u"sr"_s,     u"ii"_s,    u"iii"_s,
                                            u"iv"_s, u"junior"_s, u"senior"_s};
    return word.size() <= 6 && generations.contains(word.toString());
}

QString latinised(const QString &folded)
{
    QString latin;
    latin.reserve(folded.size() + 4);
    for (const QChar c : folded) {
        const char16_t u = c.unicode();
        const auto found = u < 0x370 ? scripts.end() : std::ranges::find(scripts, u, &Letters::from);
        if (found == scripts.end()) {
            latin += c;
        } else if (u == u'υ' && latin.endsWith(u'o')) { // "ου" is one sound
            latin += u'u';
        } else {
            latin += QStringView(found->to);
        }
    }
    return latin;
}

QString formOf(const QString &latin)
{
    QString form;
    form.reserve(latin.size());
    const std::u16string_view text(reinterpret_cast<const char16_t *>(latin.utf16()),
                                   static_cast<size_t>(latin.size()));
    for (size_t at = 0; at < text.size();) {
        const auto rule = std::ranges::find_if(spellings, [&](const Spelling &spelling) {
            return text.substr(at).starts_with(spelling.from);
        });
        const std::u16string_view to = rule == spellings.end() ? text.substr(at, 1) : rule->to;
        at += rule == spellings.end() ? 1 : rule->from.size();
        for (const char16_t c : to) {
            if (form.isEmpty() || form.back() != QChar(c) || QChar::isDigit(c)) {
                form += QChar(c);
            }
        }
    }
    return form;
}

NameForms::NameForms(const Json &table)
{
    int number = 0;
    for (const Json &group : arrayAt(table, "groups")) {
        for (const QString &name : textsOf(group)) {
            const QString form = formOf(latinised(foldedWords(name).join(QString())));
            QVector<int> &names = m_names[form];
            if (!names.contains(number)) {
                names << number;
            }
        }
        ++number;
    }
    for (const QString &family : textsAt(table, "families")) {
        m_families.insert(formOf(family));
    }
}

Result<NameForms> NameForms::bundled()
{
    QFile file(u":/contacts/nicknames.json"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::internal,
                       u"The program's own table nicknames.json is missing; reinstall it."_s);
    }
    const auto table = parseJson(file.readAll());
    if (!table) {
        return failure(ErrorKind::internal,
                       u"The program's own table nicknames.json is damaged; reinstall it."_s,
                       table.error().text);
    }
    return NameForms(*table);
}

} // namespace crema::contacts
