// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "pdl/casing.h"
#include "pdl/wire.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::pdl {

namespace {

/// Equal items keep their order. (std::stable_sort of this library does not compile without warnings.)
template <typename T, typename Before>
void sortStably(QVector<T> &items, Before before)
{
    for (auto it = items.begin(); it != items.end(); ++it) {
        std::rotate(std::upper_bound(items.begin(), it, *it, before), it, it + 1);
    }
}

QString valueAt(const Json &json, const char *key)
{
    return cleanValue(textAt(json, key));
}

/// The texts under `key`, whether it is a list, one text, null or a boolean.
QStringList valuesAt(const Json &json, const char *key)
{
    QStringList result;
    for (const QString &text : textsAt(json, key)) {
        const QString value = cleanValue(text);
        if (!value.isEmpty() && !result.contains(value)) {
            result.append(value);
        }
    }
    return result;
}

/// "2021", "2021-06" or "2021-06-30"; anything else is no date.
QString dateAt(const Json &json, const char *key)
{
    static const QRegularExpression shape(uR"(^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$)"_s);
    const Json &value = member(json, key);
    const QString text = value.is_number_integer() ? QString::number(intAt(json, key))
                                                   : textOf(value).left(10);
    return shape.match(text).hasMatch() ? text : QString();
}

QString webAddress(const QString &bare)
{
    if (bare.isEmpty()) {
        return {};
    }
    if (bare.startsWith("linkedin.com/"_L1)) {
        return u"https://www."_s + bare;
    }
    return bare.contains("://"_L1) ? bare : u"https://"_s + bare;
}

QString kindOf(const QString &vendorType)
{
    if (vendorType == "current_professional"_L1) {
        return u"work"_s;
    }
    if (vendorType == "professional"_L1) {
        return u"formerWork"_s; // of any job, most often an earlier one
    }
    return vendorType;
}

void addEmail(QVector<Email> &emails, const QString &address, const QString &kind)
{
    const QString value = address.toLower();
    if (!value.contains(u'@') || std::ranges::find(emails, value, &Email::address) != emails.end()) {
        return;
    }
    emails.append({value, kind});
}

int rank(const Email &email)
{
    static const QStringList order {u"work"_s, u"personal"_s, {}, u"formerWork"_s};
    const qsizetype at = order.indexOf(email.kind);
    return at < 0 ? static_cast<int>(order.size()) : static_cast<int>(at);
}

QVector<Email> emailsOf(const Json &record)
{
    QVector<Email> emails;
    addEmail(emails, valueAt(record, "work_email"), u"work"_s);
    for (const Json &item : arrayAt(record, "emails")) {
        addEmail(emails, item.is_string() ? textOf(item) : valueAt(item, "address"),
                 kindOf(valueAt(item, "type")));
    }
    addEmail(emails, valueAt(record, "recommended_personal_email"), u"personal"_s);
    for (const QString &address : valuesAt(record, "personal_emails")) {
        addEmail(emails, address, u"personal"_s);
    }
    sortStably(emails, [](const Email &a, const Email &b) { return rank(a) < rank(b); });
    return emails;
}

Job jobFrom(const Json &item)
{
    Job job;
    job.company = properFirm(valueAt(member(item, "company"), "name"));
    const Json &title = member(item, "title");
    job.title = properTitle(title.is_string() ? cleanValue(textOf(title)) : valueAt(title, "name"));
    job.role = valueAt(title, "role");
    job.levels = valuesAt(title, "levels");
    job.from = dateAt(item, "start_date");
    job.to = dateAt(item, "end_date");
    job.current = boolAt(item, "is_primary") && job.to.isEmpty();
    return job;
}

/// The vendor's order says nothing: the marked one is the present job, else the latest that has not ended.
QVector<Job> jobsOf(const Json &record, const Person &person)
{
    QVector<Job> jobs;
    for (const Json &item : arrayAt(record, "experience")) {
        Job job = jobFrom(item);
        if (!job.company.isEmpty() || !job.title.isEmpty()) {
            jobs.append(std::move(job));
        }
    }
    sortStably(jobs, [](const Job &a, const Job &b) {
        return std::tuple(a.current, a.to.isEmpty(), a.from) > std::tuple(b.current, b.to.isEmpty(), b.from);
    });
    if (!jobs.isEmpty() && jobs.first().to.isEmpty()) {
        jobs.first().current = true;
    }
    const bool known = !jobs.isEmpty() && jobs.first().current;
    if (!known && (!person.company.isEmpty() || !person.title.isEmpty())) {
        jobs.prepend({person.company,
                      person.title,
                      person.titleRole,
                      person.titleLevels,
                      dateAt(record, "job_start_date"),
                      {},
                      true});
    }
    return jobs;
}

QVector<Schooling> schoolsOf(const Json &record)
{
    QVector<Schooling> schools;
    for (const Json &item : arrayAt(record, "education")) {
        const Json &school = member(item, "school");
        Schooling schooling;
        schooling.name = properFirm(school.is_string() ? cleanValue(textOf(school))
                                                       : valueAt(school, "name"));
        schooling.domain = valueAt(school, "domain");
        schooling.degrees = valuesAt(item, "degrees");
        schooling.majors = valuesAt(item, "majors");
        schooling.from = dateAt(item, "start_date");
        schooling.to = dateAt(item, "end_date");
        if (!schooling.name.isEmpty()) {
            schools.append(std::move(schooling));
        }
    }
    sortStably(schools, [](const Schooling &a, const Schooling &b) { return a.to > b.to; });
    return schools;
}

void readName(const Json &record, Person &person)
{
    person.firstName = properName(valueAt(record, "first_name"));
    person.middleName = properName(valueAt(record, "middle_name"));
    person.lastName = properName(valueAt(record, "last_name"));
    const QString full = valueAt(record, "full_name");
    if (person.firstName.isEmpty() && person.lastName.isEmpty() && !full.isEmpty()) {
        const qsizetype blank = full.indexOf(u' ');
        person.firstName = properName(blank < 0 ? full : full.left(blank));
        person.lastName = blank < 0 ? QString() : properName(full.mid(blank + 1));
    }
}

void readWork(const Json &record, Person &person)
{
    person.headline = properTitle(valueAt(record, "headline"));
    person.industry = properTitle(valueAt(record, "industry"));
    person.summary = valueAt(record, "summary");
    person.title = properTitle(valueAt(record, "job_title"));
    person.titleRole = valueAt(record, "job_title_role");
    person.titleLevels = valuesAt(record, "job_title_levels");
    person.company = properFirm(valueAt(record, "job_company_name"));
    person.companyWebsite = valueAt(record, "job_company_website");
    person.jobs = jobsOf(record, person);
    if (!person.jobs.isEmpty() && person.jobs.first().current) {
        const Job &job = person.jobs.first();
        person.title = person.title.isEmpty() ? job.title : person.title;
        person.company = person.company.isEmpty() ? job.company : person.company;
    }
}

void readPlace(const Json &record, Person &person)
{
    person.city = properPlace(valueAt(record, "location_locality"));
    person.state = properPlace(valueAt(record, "location_region"));
    person.metro = properPlace(valueAt(record, "location_metro"));
    person.country = properPlace(valueAt(record, "location_country"));
    person.location = properPlace(valueAt(record, "location_name"));
    if (person.location.isEmpty()) { // a free plan hides it and shows the coarse parts
        QStringList parts {person.city, person.state, person.country};
        parts.removeAll(QString());
        person.location = parts.join(u", "_s);
    }
}

void readLinks(const Json &record, Person &person)
{
    person.linkedinUrl = webAddress(valueAt(record, "linkedin_url"));
    const auto add = [&person](const QString &address) {
        if (!address.isEmpty() && address != person.linkedinUrl && !person.links.contains(address)) {
            person.links.append(address);
        }
    };
    for (const char *key : {"github_url", "twitter_url", "facebook_url"}) {
        add(webAddress(valueAt(record, key)));
    }
    for (const Json &profile : arrayAt(record, "profiles")) {
        add(webAddress(valueAt(profile, "url")));
    }
}

void readDates(const Json &record, Person &person)
{
    constexpr std::array fields {std::pair {"job_last_verified", "positions"},
                                 std::pair {"location_last_updated", "location"}};
    for (const auto &[key, field] : fields) {
        const QString date = dateAt(record, key);
        if (!date.isEmpty()) {
            person.dates.insert(QString::fromLatin1(field), date);
        }
    }
}

/// Fields of which a free data plan says only that there is a value.
QStringList hiddenOf(const Json &record)
{
    QStringList hidden;
    for (auto it = record.begin(); it != record.end(); ++it) {
        if (it->is_boolean() && boolAt(record, it.key().c_str())) {
            hidden.append(QString::fromStdString(it.key()));
        }
    }
    return hidden;
}

/// The last part of "linkedin.com/in/x", or the whole of a bare name or number.
void addName(QStringList &names, const QString &value)
{
    const QString last = value.section(u'/', -1, -1, QString::SectionSkipEmpty);
    const QString name = QUrl::fromPercentEncoding(last.toUtf8()).toLower();
    if (!name.isEmpty() && !names.contains(name)) {
        names.append(name);
    }
}

/// People rename their address; the vendor lists the earlier ones as profiles.
QStringList linkedinNames(const Json &record)
{
    QStringList names;
    const auto add = [&names](const Json &json, const char *key) {
        const bool isNumber = member(json, key).is_number_integer();
        addName(names, isNumber ? QString::number(intAt(json, key)) : valueAt(json, key));
    };
    for (const char *key : {"linkedin_url", "linkedin_username", "linkedin_id"}) {
        add(record, key);
    }
    for (const Json &profile : arrayAt(record, "profiles")) {
        if (textAt(profile, "network") != "linkedin"_L1) {
            continue;
        }
        for (const char *key : {"url", "username", "id"}) {
            add(profile, key);
        }
    }
    return names;
}

} // namespace

std::optional<Profile> profileFrom(const Json &answer)
{
    const Json &record = member(answer, "data");
    auto person = personFrom(record);
    if (!person) {
        return std::nullopt;
    }
    return Profile {
            *std::move(person), linkedinNames(record), static_cast<int>(intAt(answer, "likelihood")), {}, {}};
}

std::optional<Person> personFrom(const Json &record)
{
    if (!record.is_object()) {
        return std::nullopt;
    }
    Person person;
    person.id = textAt(record, "id");
    readName(record, person);
    readWork(record, person);
    readPlace(record, person);
    readLinks(record, person);
    readDates(record, person);
    person.emails = emailsOf(record);
    person.phones = valuesAt(record, "mobile_phone");
    for (const QString &phone : valuesAt(record, "phone_numbers")) {
        if (!person.phones.contains(phone)) {
            person.phones.append(phone);
        }
    }
    person.schools = schoolsOf(record);
    person.skills = valuesAt(record, "skills");
    person.interests = valuesAt(record, "interests");
    person.hidden = hiddenOf(record);
    const bool somebody = !person.firstName.isEmpty() || !person.lastName.isEmpty()
            || !person.linkedinUrl.isEmpty() || !person.emails.isEmpty();
    return somebody ? std::optional(std::move(person)) : std::nullopt;
}

} // namespace crema::pdl
