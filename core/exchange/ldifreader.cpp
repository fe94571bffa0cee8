// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ldifreader.h"

#include "base/text.h"
#include "contacts/importplan.h"
#include "exchange/ldifcard.h"
#include "exchange/ldifentries.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

struct ClassWord
{
    const char16_t *name;
    const char *what;
};

/// Entries of a directory that are nobody.
constexpr std::array nobodies {
        ClassWord {u"computer", QT_TRANSLATE_NOOP("import", "a computer, not a person")},
        ClassWord {u"organizationalunit",
                   QT_TRANSLATE_NOOP("import", "a unit of the directory, not a person")},
        ClassWord {u"container", QT_TRANSLATE_NOOP("import", "a unit of the directory, not a person")},
        ClassWord {u"organization", QT_TRANSLATE_NOOP("import", "an organisation, not a person")},
        ClassWord {u"domain", QT_TRANSLATE_NOOP("import", "a domain, not a person")},
        ClassWord {u"dcobject", QT_TRANSLATE_NOOP("import", "a domain, not a person")},
        ClassWord {u"organizationalrole", QT_TRANSLATE_NOOP("import", "a role, not a person")},
        ClassWord {u"simplesecurityobject", QT_TRANSLATE_NOOP("import", "an account, not a person")},
        ClassWord {u"applicationprocess", QT_TRANSLATE_NOOP("import", "a program, not a person")},
        ClassWord {u"device", QT_TRANSLATE_NOOP("import", "a place or a thing, not a person")},
        ClassWord {u"room", QT_TRANSLATE_NOOP("import", "a place or a thing, not a person")},
        ClassWord {u"locality", QT_TRANSLATE_NOOP("import", "a place or a thing, not a person")},
        ClassWord {u"country", QT_TRANSLATE_NOOP("import", "a place or a thing, not a person")},
};

bool isPerson(const QStringList &classes)
{
    static const QStringList people {
            u"person"_s,       u"organizationalperson"_s, u"inetorgperson"_s, u"user"_s,
            u"contact"_s,      u"mozillaabpersonalpha"_s, u"abperson"_s,      u"evolutionperson"_s,
            u"officeperson"_s, u"posixaccount"_s};
    return !classes.contains("computer"_L1)
            && std::ranges::any_of(people, [&](const QString &name) { return classes.contains(name); });
}

QString reasonOfList(const LdifEntry &entry, const QString &name)
{
    const auto members = std::ranges::count_if(entry.attributes, [](const LdifAttribute &attribute) {
        return attribute.key == "member"_L1 || attribute.key == "uniquemember"_L1
                || attribute.key == "memberuid"_L1;
    });
    return translated(QT_TRANSLATE_NOOP("import",
                                        "a list (%1, members: %2), not a person; only the members with "
                                        "entries of their own are read"))
            .arg(elided(name, 60))
            .arg(members);
}

/// Why nobody is made of an entry; nothing when it is to be read.
std::optional<QString> reasonAgainst(const LdifEntry &entry, const QString &dn, const QString &name)
{
    const LdifAttribute *change = entry.find("changetype"_L1);
    const QString what = change ? QString::fromUtf8(change->value).toLower() : QString();
    if (!what.isEmpty() && what != "add"_L1) {
        return translated(QT_TRANSLATE_NOOP("import", "a change (%1) of %2, not an entry"))
                .arg(elided(what, 20), elided(dn, 100));
    }
    static const QStringList lists {u"groupofnames"_s, u"groupofuniquenames"_s, u"group"_s,
                                    u"posixgroup"_s,   u"groupofurls"_s,        u"mailgroup"_s};
    const QStringList classes = entry.classes();
    if (std::ranges::any_of(lists, [&](const QString &list) { return classes.contains(list); })) {
        return reasonOfList(entry, name.isEmpty() ? dn : name);
    }
    if (!isPerson(classes)) {
        for (const ClassWord &word : nobodies) {
            if (classes.contains(QStringView(word.name))) {
                return translated(word.what);
            }
        }
    }
    return std::nullopt;
}

/// The lines that a search prints below its entries ("search: 2", "result: 0 Success"), or a version alone.
bool isNoEntry(const LdifEntry &entry)
{
    static const QStringList keys {u"version"_s, u"search"_s, u"result"_s, u"matcheddn"_s,
                                   u"text"_s,    u"ref"_s,    u"control"_s};
    return std::ranges::all_of(entry.attributes,
                               [](const LdifAttribute &attribute) { return keys.contains(attribute.key); });
}

void readEntry(const LdifEntry &entry, LdifCards &cards, ReadPeople &read)
{
    constexpr size_t mostAttributes = 5000;
    const auto isNobody = [&](const QString &reason) { read.invalid << RowNote {entry.line, reason}; };
    const LdifAttribute *dn = entry.find("dn"_L1);
    if (!dn) {
        if (!isNoEntry(entry) || !entry.strayLines.isEmpty()) {
            isNobody(translated(QT_TRANSLATE_NOOP("import", "lines that belong to no entry")));
        }
        return;
    }
    const LdifAttribute *cn = entry.find("cn"_L1);
    const QString path = cards.textOf(*dn).value_or(QString());
    const QString name = cn ? cards.textOf(*cn).value_or(QString()) : nameInDn(path);
    if (const auto reason = reasonAgainst(entry, path, name)) {
        isNobody(*reason);
    } else if (entry.attributes.size() > mostAttributes) {
        isNobody(translated(QT_TRANSLATE_NOOP("import", "an entry of thousands of lines, not a person")));
    } else {
        finishCard(read, cards.cardOf(entry, path), entry.line);
    }
}

void tellOfFile(ReadPeople &read, const LdifCards &cards)
{
    if (!cards.leftOut().isEmpty()) {
        read.warnings.prepend(
                {1,
                 translated(QT_TRANSLATE_NOOP("import",
                                              "pictures, certificates, passwords and other data that is no "
                                              "text are not kept: %1"))
                         .arg(elided(cards.leftOut().join(u", "_s), 200))});
    }
    if (cards.guessed()) {
        read.warnings.prepend(
                {1,
                 translated(QT_TRANSLATE_NOOP("import",
                                              "some values are not UTF-8, as they should be, and were read "
                                              "as Windows-1252; if letters look wrong, import the file "
                                              "again with the encoding that it has (--encoding)"))});
    }
}

} // namespace

bool isLdif(std::string_view text)
{
    constexpr size_t window = 64 * 1024;
    for (text = text.substr(0, window); !text.empty();) {
        const size_t end = std::min(text.find('\n'), text.size());
        const QByteArray line =
                QByteArrayView(text.data(), static_cast<qsizetype>(end)).toByteArray().toLower();
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool isAbove = line.trimmed().isEmpty() || line.startsWith('#') || line.startsWith(' ')
                || line.startsWith("version:");
        if (!isAbove) {
            return line.startsWith("dn:");
        }
    }
    return false;
}

Result<ReadPeople> readLdif(std::string_view text, const ReadOptions &options)
{
    ReadPeople read;
    read.format = Format::ldif;
    LdifEntries entries(text);
    LdifEntry entry;
    LdifCards cards(options.encoding);
    for (int count = 1; entries.next(entry); ++count) {
        readEntry(entry, cards, read);
        if (options.stop.stop_requested()) {
            return std::unexpected(contacts::importCancelled());
        }
        if (options.progress && count % 256 == 0) {
            options.progress(static_cast<qint64>(entries.position()), static_cast<qint64>(text.size()));
        }
    }
    tellOfFile(read, cards);
    return read;
}

} // namespace crema::exchange
