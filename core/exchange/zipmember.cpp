// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/zipmember.h"

#include "base/text.h"
#include "contacts/importplan.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QStringList>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace crema::exchange {

namespace {

constexpr int mostMembers = 100'000;
constexpr qsizetype mostNamed = 10;

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

std::unexpected<Error> refused(const QString &text)
{
    return failure(ErrorKind::rejectedInput, text);
}

bool isZip(const QByteArray &bytes)
{
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06");
}

QString baseName(const QString &path)
{
    QString name = path;
    name.replace(u'\\', u'/'); // some old programs of Windows
    return name.sliced(name.lastIndexOf(u'/') + 1);
}

/// What a member is good for, the best first.
enum class Rank {
    connections, ///< of LinkedIn
    allContacts, ///< of Google Takeout
    allContactsTable, ///< the same people once more
    list,
    perhaps, ///< a list or a text about the others
    nothing,
};

/// Google calls the group of all contacts, and its files, in the language of the account.
bool isAllContacts(const QString &stem)
{
    static const QStringList names {
            u"All Contacts"_s,        u"Alle Kontakte"_s,      u"Tous les contacts"_s,
            u"Todos los contactos"_s, u"Todos os contatos"_s,  u"Todos os contactos"_s,
            u"Tutti i contatti"_s,    u"Alle contacten"_s,     u"Alla kontakter"_s,
            u"Alle kontakter"_s,      u"Wszystkie kontakty"_s, u"Все контакты"_s,
            u"すべての連絡先"_s,      u"所有联系人"_s,         u"모든 연락처"_s};
    return names.contains(stem, Qt::CaseInsensitive);
}

Rank rankOf(const QString &path)
{
    static const QStringList lists {u"csv"_s,  u"tsv"_s, u"tab"_s, u"vcf"_s,  u"vcard"_s, u"json"_s,
                                    u"ldif"_s, u"ldi"_s, u"xls"_s, u"xlsx"_s, u"ods"_s};
    static const QStringList texts {u"txt"_s, u"html"_s, u"htm"_s};
    const QString name = baseName(path);
    const QString stem = name.left(name.lastIndexOf(u'.'));
    const QString ending = name.sliced(name.lastIndexOf(u'.') + 1).toLower();
    if (name.compare("Connections.csv"_L1, Qt::CaseInsensitive) == 0) {
        return Rank::connections;
    }
    if (isAllContacts(stem) && ending == "vcf"_L1) {
        return Rank::allContacts;
    }
    if (isAllContacts(stem) && ending == "csv"_L1) {
        return Rank::allContactsTable;
    }
    return lists.contains(ending) ? Rank::list : texts.contains(ending) ? Rank::perhaps : Rank::nothing;
}

/// Folders, and what systems put beside the files: "__MACOSX/._people.csv", "Thumbs.db".
bool isOfSystem(const QString &path)
{
    const QString name = baseName(path);
    return name.isEmpty() || name.startsWith(u'.') || path.startsWith("__MACOSX/"_L1)
            || name.compare("Thumbs.db"_L1, Qt::CaseInsensitive) == 0
            || name.compare("desktop.ini"_L1, Qt::CaseInsensitive) == 0;
}

struct Member
{
    QString path;
    int index = 0; ///< in the ZIP: two may have one name
    Rank rank = Rank::nothing;
};

/// The first ones, as a sentence names them.
QString namesOf(const std::vector<Member> &members)
{
    QStringList names;
    for (const Member &member : std::span(members).first(std::min<size_t>(mostNamed, members.size()))) {
        names << elided(cleanLine(member.path), 100);
    }
    const QString list = names.join(u", "_s);
    const auto more = static_cast<qsizetype>(members.size()) - names.size();
    return more > 0 ? translated(QT_TRANSLATE_NOOP("import", "%1 and %2 more")).arg(list).arg(more) : list;
}

/// Workbooks, word-processor documents, books: ZIPs for their programs alone.
bool isDocument(const std::vector<Member> &members)
{
    return std::ranges::any_of(members, [](const Member &member) {
        return member.path == "[Content_Types].xml"_L1 || member.path == "mimetype"_L1
                || member.path == "Index/Document.iwa"_L1 || member.path == "Index.zip"_L1;
    });
}

/// The same by the names that stand in the bytes, where the directory at the end is missing.
bool looksLikeDocument(const QByteArray &bytes)
{
    constexpr size_t window = 256 * 1024;
    const std::string_view head(bytes.constData(), std::min(static_cast<size_t>(bytes.size()), window));
    return head.contains("[Content_Types].xml"sv) || head.substr(0, 100).contains("mimetype"sv)
            || head.contains("Index/Document.iwa"sv) || head.contains("xl/workbook"sv);
}

bool isBackup(const std::vector<Member> &members)
{
    const auto has = [&](QLatin1StringView name) {
        return std::ranges::any_of(members, [name](const Member &member) { return member.path == name; });
    };
    return has("manifest.json"_L1) && has("crema.db"_L1);
}

std::unexpected<Error> isDamaged()
{
    return refused(translated(QT_TRANSLATE_NOOP(
            "import", "this ZIP was cut off or is damaged; get it once more. Nothing was imported.")));
}

std::unexpected<Error> isDamaged(const QString &name)
{
    return refused(translated(QT_TRANSLATE_NOOP("import",
                                                "\"%1\" in this ZIP is damaged; get the ZIP once more. "
                                                "Nothing was imported."))
                           .arg(name));
}

/// The members of a ZIP in memory.
class Zip final
{
public:
    explicit Zip(const QByteArray &bytes) : m_zip(&m_buffer)
    {
        m_buffer.setData(bytes);
        m_zip.setFileNameCodec("UTF-8"); // where the ZIP itself does not say
    }

    [[nodiscard]] bool open() { return m_zip.open(QuaZip::mdUnzip); }

    Result<std::vector<Member>> members(const std::stop_token &stop)
    {
        std::vector<Member> members;
        int index = 0;
        for (bool more = m_zip.goToFirstFile(); more; more = m_zip.goToNextFile(), ++index) {
            if (stop.stop_requested()) {
                return std::unexpected(contacts::importCancelled());
            }
            if (index >= mostMembers) {
                return refused(translated(QT_TRANSLATE_NOOP(
                        "import",
                        "this ZIP holds more than a hundred thousand files; unpack it and import the one "
                        "with your contacts")));
            }
            const QString path = m_zip.getCurrentFileName();
            if (!isOfSystem(path)) {
                members.push_back({path, index, rankOf(path)});
            }
        }
        const bool isWhole = m_zip.getZipError() == UNZ_OK || m_zip.getZipError() == UNZ_END_OF_LIST_OF_FILE;
        return isWhole ? Result<std::vector<Member>>(std::move(members)) : isDamaged();
    }

    Result<QByteArray> unpacked(const Member &member, qint64 most, const std::stop_token &stop)
    {
        const QString name = elided(cleanLine(member.path), 100);
        bool isThere = m_zip.goToFirstFile();
        for (int i = 0; i < member.index && isThere; ++i) {
            isThere = m_zip.goToNextFile();
        }
        QuaZipFileInfo64 info;
        if (!isThere || !m_zip.getCurrentFileInfo(&info)) {
            return isDamaged();
        }
        if (info.isEncrypted()) {
            return refused(translated(QT_TRANSLATE_NOOP("import",
                                                        "\"%1\" in this ZIP is locked with a password; "
                                                        "unpack it and import the file inside"))
                                   .arg(name));
        }
        constexpr int stored = 0;
        constexpr int deflated = 8;
        if (info.method != stored && info.method != deflated) {
            return refused(translated(QT_TRANSLATE_NOOP("import",
                                                        "\"%1\" in this ZIP is packed in a way that we do "
                                                        "not read; unpack it and import the file inside"))
                                   .arg(name));
        }
        return read(name, most, stop);
    }

private:
    /// What is unpacked is counted; the size that the ZIP says may be anything.
    Result<QByteArray> read(const QString &name, qint64 most, const std::stop_token &stop)
    {
        constexpr qint64 chunk = 1 << 20;
        QuaZipFile file(&m_zip);
        if (!file.open(QIODevice::ReadOnly)) {
            return isDamaged(name);
        }
        QByteArray bytes;
        while (true) {
            const QByteArray part = file.read(std::min(chunk, most + 1 - bytes.size()));
            if (stop.stop_requested()) {
                return std::unexpected(contacts::importCancelled());
            }
            bytes += part;
            if (bytes.size() > most) {
                return refused(
                        translated(QT_TRANSLATE_NOOP(
                                           "import",
                                           "\"%1\" in this ZIP is too large: at most %2 MB can be read"))
                                .arg(name)
                                .arg(most / 1'000'000));
            }
            if (part.isEmpty()) {
                break;
            }
        }
        bool isWhole = file.getZipError() == UNZ_OK;
        file.close(); // compares the checksum
        isWhole = isWhole && file.getZipError() == UNZ_OK;
        return isWhole ? Result<QByteArray>(std::move(bytes)) : isDamaged(name);
    }

    QBuffer m_buffer;
    QuaZip m_zip;
};

/// As `memberWithPeople` sees it: what is one there is looked into no further.
bool isDocument(const QByteArray &bytes, const std::stop_token &stop)
{
    Zip zip(bytes);
    if (!zip.open()) {
        return looksLikeDocument(bytes);
    }
    const auto members = zip.members(stop);
    return members && isDocument(*members);
}

std::unexpected<Error> holdsNone(const std::vector<Member> &members)
{
    if (members.empty()) {
        return refused(translated(QT_TRANSLATE_NOOP("import", "this ZIP is empty.")));
    }
    const bool hasZip = std::ranges::any_of(members, [](const Member &member) {
        return member.path.endsWith(".zip"_L1, Qt::CaseInsensitive);
    });
    return refused((hasZip ? translated(QT_TRANSLATE_NOOP("import",
                                                          "this ZIP holds another one (it holds: %1); unpack "
                                                          "it and import what is inside"))
                           : translated(QT_TRANSLATE_NOOP("import",
                                                          "this ZIP holds no list of contacts (it holds: "
                                                          "%1). Nothing was imported.")))
                           .arg(namesOf(members)));
}

/// The one to be read.
Result<Member> chosenOf(const std::vector<Member> &members)
{
    const Rank best = members.empty() ? Rank::nothing
                                      : std::ranges::min_element(members, {}, &Member::rank)->rank;
    if (best == Rank::nothing) {
        return holdsNone(members);
    }
    std::vector<Member> candidates;
    std::ranges::copy_if(members, std::back_inserter(candidates),
                         [best](const Member &member) { return member.rank == best; });
    if (candidates.size() > 1) {
        return refused(translated(QT_TRANSLATE_NOOP("import",
                                                    "this ZIP holds several files that may list contacts "
                                                    "(%1); unpack it and import the right one"))
                               .arg(namesOf(candidates)));
    }
    return candidates.front();
}

QString toldOf(const Member &chosen, std::vector<Member> members)
{
    const QString read = translated(QT_TRANSLATE_NOOP("import", "of this ZIP \"%1\" was read"))
                                 .arg(elided(cleanLine(chosen.path), 100));
    std::erase_if(members, [&](const Member &member) {
        return member.rank == Rank::nothing || member.index == chosen.index
                || (chosen.rank == Rank::allContacts && member.rank == Rank::allContactsTable);
    });
    return members.empty()
            ? read
            : translated(QT_TRANSLATE_NOOP("import", "%1, and not: %2")).arg(read, namesOf(members));
}

} // namespace

Result<std::optional<ZipMember>> memberWithPeople(const QByteArray &bytes, const Limits &limits,
                                                  const std::stop_token &stop)
{
    if (!isZip(bytes)) {
        return std::nullopt;
    }
    if (bytes.startsWith("PK\x05\x06")) { // nothing but the end
        return holdsNone({});
    }
    Zip zip(bytes);
    if (!zip.open()) {
        return looksLikeDocument(bytes) ? Result<std::optional<ZipMember>>(std::nullopt) : isDamaged();
    }
    auto members = zip.members(stop);
    if (!members) {
        return std::unexpected(members.error());
    }
    if (isDocument(*members)) {
        return std::nullopt;
    }
    if (isBackup(*members)) {
        return refused(translated(QT_TRANSLATE_NOOP(
                "import",
                "this is a backup of Crema, not a list of contacts; it is restored in Settings, Backup (on "
                "the command line: crema-cli restore)")));
    }
    const auto chosen = chosenOf(*members);
    if (!chosen) {
        return std::unexpected(chosen.error());
    }
    auto inside = zip.unpacked(*chosen, limits.importBytes, stop);
    if (!inside) {
        return std::unexpected(inside.error());
    }
    if (isZip(*inside) && !isDocument(*inside, stop)) { // nor would it ever end with one that holds itself
        return refused(translated(QT_TRANSLATE_NOOP("import",
                                                    "\"%1\" in this ZIP is a ZIP itself; unpack it and "
                                                    "import the file inside"))
                               .arg(elided(cleanLine(chosen->path), 100)));
    }
    return ZipMember {elided(cleanLine(baseName(chosen->path)), 100), std::move(*inside),
                      toldOf(*chosen, std::move(*members))};
}

} // namespace crema::exchange
