// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workspacearchive.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr qsizetype mostMembers = 300'000;
constexpr qint64 largestMember = qint64(1) << 42; // sums of sizes stay far from the end of the number

bool isHash(const QByteArray &hash)
{
    return hash.size() == 64 && std::ranges::all_of(hash, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::unexpected<Error> wrong(const QString &what)
{
    return failure(ErrorKind::rejectedInput, u"Its manifest is damaged: %1."_s.arg(what));
}

} // namespace

bool isMemberName(const QString &name)
{
    static const QRegularExpression known(u"\\A(crema\\.db(-wal)?|files/[0-9a-f]{2}/[0-9a-f]{64})\\z"_s);
    return known.match(name).hasMatch();
}

int archiveFormat()
{
    return 1;
}

qint64 ArchiveManifest::totalSize() const
{
    qint64 total = 0;
    for (const ArchiveMember &member : members) {
        total += member.size;
    }
    return total;
}

Json toJson(const ArchiveManifest &manifest)
{
    Json json {{"format", manifest.format},   {"program", manifest.program},
               {"created", manifest.created}, {"schema", manifest.schema},
               {"damaged", manifest.damaged}, {"mark", manifest.mark},
               {"counts", Json::object()},    {"problems", jsonTexts(manifest.problems)},
               {"members", Json::array()}};
    for (const auto &[kind, count] : manifest.counts.asKeyValueRange()) {
        json["counts"][kind.toStdString()] = count;
    }
    for (const ArchiveMember &member : manifest.members) {
        json["members"].push_back({{"name", member.name},
                                   {"size", member.size},
                                   {"sha256", QString::fromLatin1(member.sha256)}});
    }
    return json;
}

Result<ArchiveManifest> manifestFrom(const Json &json)
{
    ArchiveManifest manifest;
    manifest.format = static_cast<int>(intAt(json, "format"));
    manifest.program = textAt(json, "program");
    if (manifest.format > archiveFormat()) {
        return failure(ErrorKind::rejectedInput,
                       u"It was made by a newer Crema (%1); please update."_s.arg(manifest.program));
    }
    if (manifest.format < 1 || !manifest.program.startsWith("crema"_L1)) {
        return wrong(u"it is not one of Crema"_s);
    }
    manifest.created = textAt(json, "created");
    manifest.schema = static_cast<int>(intAt(json, "schema"));
    manifest.damaged = boolAt(json, "damaged");
    manifest.mark = textAt(json, "mark");
    manifest.problems = textsAt(json, "problems");
    const Json &counts = member(json, "counts");
    for (auto it = counts.begin(); counts.is_object() && it != counts.end(); ++it) {
        manifest.counts.insert(QString::fromStdString(it.key()), intOf(it.value()).value_or(0));
    }
    QSet<QString> names;
    for (const Json &one : arrayAt(json, "members")) {
        const ArchiveMember own {textAt(one, "name"), intAt(one, "size", -1),
                                 textAt(one, "sha256").toLatin1()};
        if (!isMemberName(own.name)) {
            return wrong(u"\"%1\" is no file of a workspace"_s.arg(own.name));
        }
        if (own.size < 0 || own.size > largestMember || !isHash(own.sha256) || names.contains(own.name)
            || names.size() > mostMembers) {
            return wrong(u"the entry of \"%1\" makes no sense"_s.arg(own.name));
        }
        names.insert(own.name);
        manifest.members.push_back(own);
    }
    if (!names.contains(u"crema.db"_s)) {
        return wrong(u"it names no database"_s);
    }
    return manifest;
}

} // namespace crema::exchange
