// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/knowledge.h"

#include "base/text.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

Result<Json> bundled(const QString &name)
{
    QFile file(u":/knowledge/"_s + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::internal,
                       u"The program's own table %1 is missing; reinstall it."_s.arg(name));
    }
    Result<Json> json = parseJson(file.readAll());
    if (!json) {
        return failure(ErrorKind::internal,
                       u"The program's own table %1 is damaged; reinstall it."_s.arg(name),
                       json.error().text);
    }
    return json;
}

bool sameWords(const QStringList &a, const QStringList &b)
{
    return !a.isEmpty() && a == b;
}

} // namespace

Result<DirectoryKnowledge> loadKnowledge()
{
    const auto schools = bundled(u"schools.json"_s);
    const auto companies = bundled(u"companies.json"_s);
    const auto metros = bundled(u"metros.json"_s);
    const auto titles = bundled(u"titles.json"_s);
    for (const auto *table : {&schools, &companies, &metros, &titles}) {
        if (!*table) {
            return std::unexpected(table->error());
        }
    }
    DirectoryKnowledge knowledge;
    knowledge.places.read(*metros);
    knowledge.schools.read(*schools);
    knowledge.companies.read(*companies, knowledge.places.words());
    knowledge.titles.read(*titles);
    return knowledge;
}

const DirectoryKnowledge &BundledKnowledge::get() const
{
    std::call_once(m_read, [this] {
        auto tables = loadKnowledge();
        if (!tables) {
            qFatal("%s", qPrintable(tables.error().text));
        }
        m_tables = std::move(*tables);
    });
    return m_tables;
}

bool sameSchool(QStringView a, QStringView b, const DirectoryKnowledge &knowledge)
{
    if (isPlaceholder(a) || isPlaceholder(b)) {
        return false;
    }
    const QVector<int> first = knowledge.schools.schoolsNamed(a);
    const QVector<int> second = knowledge.schools.schoolsNamed(b);
    if (!first.isEmpty() || !second.isEmpty()) {
        return first.size() == 1 && first == second;
    }
    return sameWords(SchoolNames::words(a), SchoolNames::words(b));
}

bool sameCompany(QStringView a, QStringView b, const DirectoryKnowledge &knowledge)
{
    if (isPlaceholder(a) || isPlaceholder(b)) {
        return false;
    }
    const QVector<int> first = knowledge.companies.companiesNamed(a);
    const QVector<int> second = knowledge.companies.companiesNamed(b);
    if (!first.isEmpty() || !second.isEmpty()) {
        return first.size() == 1 && first == second;
    }
    return sameWords(knowledge.companies.words(a), knowledge.companies.words(b));
}

bool sameTown(QStringView a, QStringView b, const DirectoryKnowledge &knowledge)
{
    const QVector<Place> first = knowledge.places.readings(a);
    const QVector<Place> second = knowledge.places.readings(b);
    if (isPlaceholder(a) || isPlaceholder(b) || first.size() != 1 || second.size() != 1) {
        return false;
    }
    const Place &place = first.constFirst();
    return !place.city.isEmpty() && place.metro < 0 && place == second.constFirst()
            && !knowledge.places.isAmbiguous(place);
}

} // namespace crema::truth
