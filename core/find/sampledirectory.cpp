// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/sampledirectory.h"

#include "base/ids.h"
#include "model/status.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace crema::find {

namespace {

// The file's rows are arrays to keep it small: [company, title, from, to].
QString cell(const Json &row, size_t index)
{
    return row.is_array() && index < row.size() ? textOf(row[index]) : QString();
}

QString joinedLocation(const Contact &person)
{
    QStringList parts {person.city, person.state, person.country};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QMap<QString, Source> sourcesOf(const Contact &person)
{
    const Source source {SourceKind::sample,
                         person.id,
                         {},
                         {},
                         QCoreApplication::translate("find", "sample directory"),
                         {}};
    QStringList fields {u"firstName"_s, u"lastName"_s, u"links"_s,    u"positions"_s, u"schools"_s,
                        u"headline"_s,  u"industry"_s, u"location"_s, u"country"_s};
    const auto addIf = [&](bool set, const QString &field) {
        if (set) {
            fields << field;
        }
    };
    addIf(!person.addresses.isEmpty(), u"addresses"_s);
    addIf(!person.city.isEmpty(), u"city"_s);
    addIf(!person.state.isEmpty(), u"state"_s);
    addIf(!person.hometown.isEmpty(), u"hometown"_s);
    QMap<QString, Source> sources;
    for (const QString &field : std::as_const(fields)) {
        Source own = source;
        own.field = field;
        sources.insert(field, own);
    }
    return sources;
}

Contact personFrom(const Json &entry)
{
    Contact person;
    const QString slug = textAt(entry, "slug");
    person.id = stableId(u"sample person "_s + slug);
    person.sample = true;
    person.status = initialStatus();
    person.firstName = textAt(entry, "first");
    person.lastName = textAt(entry, "last");
    person.headline = textAt(entry, "headline");
    person.industry = textAt(entry, "industry");
    person.city = textAt(entry, "city");
    person.state = textAt(entry, "state");
    person.country = textAt(entry, "country");
    person.location = textAt(entry, "area");
    if (person.location.isEmpty()) {
        person.location = joinedLocation(person);
    }
    person.hometown = textAt(entry, "hometown");
    addPoint(person.links, u"linkedin"_s, u"https://www.linkedin.com/in/"_s + slug);
    for (const Json &row : arrayAt(entry, "emails")) {
        addPoint(person.addresses, cell(row, 0), cell(row, 1));
    }
    for (const Json &row : arrayAt(entry, "jobs")) {
        addPosition(person.positions, {{}, {}, cell(row, 0), cell(row, 1), cell(row, 2), cell(row, 3)});
    }
    for (const Json &row : arrayAt(entry, "schools")) {
        addSchool(person.schools,
                  {{}, {}, cell(row, 0), cell(row, 1), cell(row, 2), cell(row, 3), cell(row, 4)});
    }
    if (const QStringList skills = textsAt(entry, "skills"); !skills.isEmpty()) {
        person.extra["skills"] = jsonTexts(skills);
    }
    person.sources = sourcesOf(person);
    return person;
}

} // namespace

Result<QVector<Contact>> sampleDirectory()
{
    QFile file(u":/sample/people.json"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::internal,
                       u"The program's own sample directory is missing; reinstall it."_s);
    }
    const Result<Json> json = parseJson(file.readAll());
    if (!json) {
        return failure(ErrorKind::internal, u"The program's own sample directory is damaged; reinstall it."_s,
                       json.error().text);
    }
    const Json &entries = arrayAt(*json, "people");
    QVector<Contact> people;
    people.reserve(static_cast<qsizetype>(entries.size()));
    for (const Json &entry : entries) {
        people << personFrom(entry);
    }
    return people;
}

} // namespace crema::find
