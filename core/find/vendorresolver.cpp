// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/vendorresolver.h"

#include "base/text.h"
#include "find/namematch.h"
#include "find/vendorplace.h"
#include "find/vendorquery.h"
#include "find/vendortitle.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::find {

namespace {

constexpr int maxSimilarTitles = 3;

QString tr(const char *words)
{
    return QCoreApplication::translate("find", words);
}

/// What every search needs: the key, the network, a disk to log it on, the user's patience.
bool stopsAll(const Error &error)
{
    return error.kind == ErrorKind::cancelled || error.kind == ErrorKind::offline
            || error.kind == ErrorKind::timeout || error.kind == ErrorKind::unauthorised
            || error.kind == ErrorKind::storage;
}

/// The vendor could say what the words mean, only not now: no reason to pay for a search with raw words.
bool passes(const Error &error)
{
    return error.kind == ErrorKind::rateLimited
            || (error.kind == ErrorKind::badAnswer && error.httpStatus >= 500);
}

/// The cleaner's answer. Without one for good (not part of the data plan) the search goes on with the words
/// as they were typed, and says so.
template <typename Answer>
Result<std::optional<Answer>> cleaned(Result<std::optional<Answer>> answer, const QString &typed,
                                      QStringList &notes)
{
    if (answer || stopsAll(answer.error())) {
        return answer;
    }
    Error error = answer.error();
    if (passes(error)) {
        error.text += u' ' + tr("Nothing was searched or charged.");
        return std::unexpected(std::move(error));
    }
    notes << tr("\"%1\" was looked for as it was typed: %2").arg(typed, error.text);
    return std::optional<Answer>();
}

void addOther(QStringList &names, const QString &first, const QString &name)
{
    if (!name.isEmpty() && name != first && !names.contains(name)) {
        names << name;
    }
}

Task<Result<>> resolveTitle(pdl::Client *client, const truth::DirectoryKnowledge *knowledge, QString title,
                            VendorTargets *targets, pdl::Call call, std::stop_token stop)
{
    auto asking = client->enrichTitle(title, call, stop);
    const auto answer = co_await asking;
    if (!answer && stopsAll(answer.error())) {
        co_return std::unexpected(answer.error());
    }
    // What the user wrote comes first: the vendor's idea of it is one more title, not another wish.
    const VendorTitle wanted = vendorTitle(title, knowledge->titles);
    targets->titles = wanted.spellings;
    targets->levels = wanted.levels;
    targets->titleCore = wanted.core;
    QStringList similar;
    if (answer && *answer) {
        similar = QStringList {(*answer)->title} + (*answer)->similar.mid(0, maxSimilarTitles);
    }
    if (similar.join(QString()).isEmpty()) {
        similar = knowledge->titles.similarTo(title).same.mid(0, maxSimilarTitles);
    }
    for (const QString &other : std::as_const(similar)) {
        addOther(targets->titles, {}, vendorWords(other));
    }
    if (!answer) {
        targets->notes
                << tr("Titles like \"%1\" are from Crema's own list: %2").arg(title, answer.error().text);
    }
    co_return Result<> {};
}

Task<Result<>> resolvePlace(pdl::Client *client, const truth::DirectoryKnowledge *knowledge, QString text,
                            VendorTargets *targets, pdl::Call call, std::stop_token stop)
{
    targets->place = placeFromTables(text, knowledge->places);
    if (!targets->place.metro.isEmpty()) {
        co_return Result<> {};
    }
    auto asking = client->cleanLocation(text, call, stop);
    const auto asked = co_await asking;
    const auto answer = cleaned(asked, text, targets->notes);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    targets->place = placeFrom(text, *answer, knowledge->places);
    if (targets->place.isEmpty()) {
        targets->placeText = vendorWords(text);
    }
    co_return Result<> {};
}

/// The names our tables know the firm by, and the one without its legal form.
void nameCompany(VendorTargets &targets, const QString &typed, const truth::CompanyNames &names)
{
    targets.company = vendorWords(typed);
    const QStringList words = names.words(typed);
    addOther(targets.companyNames, targets.company, words.join(u' '));
    const QVector<int> groups = names.companiesOfWords(words);
    if (groups.size() != 1 || names.isOrdinaryWord(groups.constFirst())) {
        return;
    }
    addOther(targets.companyNames, targets.company,
             vendorWords(names.groups().displayName(groups.constFirst())));
    for (const QString &name : names.groups().names(groups.constFirst())) {
        if (name.size() > 2) { // two letters are many a firm's
            addOther(targets.companyNames, targets.company, name);
        }
    }
}

Task<Result<>> resolveCompany(pdl::Client *client, const truth::DirectoryKnowledge *knowledge, QString typed,
                              VendorTargets *targets, pdl::Call call, std::stop_token stop)
{
    auto asking = client->cleanCompany(typed, call, stop);
    const auto asked = co_await asking;
    const auto answer = cleaned(asked, typed, targets->notes);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    const truth::CompanyNames &names = knowledge->companies;
    const bool guessed = *answer && (*answer)->fuzzy && !CompanyMatch(typed, *knowledge).fit((*answer)->name);
    if (!*answer || guessed || vendorWords((*answer)->name).isEmpty()) {
        nameCompany(*targets, typed, names);
        co_return Result<> {};
    }
    targets->company = vendorWords((*answer)->name);
    targets->companyWebsite = (*answer)->website;
    if (names.words(targets->company) != names.words(typed)) {
        targets->notes << tr("\"%1\" was taken for %2").arg(typed, (*answer)->text);
    }
    co_return Result<> {};
}

/// What our tables make of a school's name.
struct KnownSchool
{
    QVector<int> groups;
    QSet<int> parts; ///< of the one school: "Wharton"
};

KnownSchool knownSchool(const QString &typed, const truth::SchoolNames &names)
{
    KnownSchool known {names.schoolsNamed(typed), {}};
    if (known.groups.size() == 1) {
        known.parts = names.partsNamed(known.groups.constFirst(), truth::SchoolNames::words(typed));
    }
    return known;
}

/// The school as we know it, before the vendor was asked.
void nameSchool(VendorTargets &targets, const QString &typed, const KnownSchool &known,
                const truth::SchoolNames &names)
{
    targets.school = vendorWords(typed);
    if (!known.parts.isEmpty()) {
        for (const QString &name : names.partNames(known.groups.constFirst(), known.parts)) {
            addOther(targets.schoolNames, targets.school, name);
        }
        return;
    }
    for (const int group : known.groups) { // "OSU" is three universities, and nobody's record says "osu"
        const QString name = vendorWords(names.groups().displayName(group));
        if (group == known.groups.constFirst()) {
            targets.school = name;
        } else {
            addOther(targets.schoolNames, targets.school, name);
        }
    }
}

/// Whether the vendor's school is the one that was asked for: not the whole university of a part, and no
/// other one than our tables know.
bool isWanted(const QString &typed, const QString &name, const truth::DirectoryKnowledge &knowledge,
              const KnownSchool &known)
{
    if (known.groups.isEmpty()) {
        return true;
    }
    const Fit fit = SchoolMatch(typed, knowledge).fit(name);
    return fit && fit.closeness != Closeness::wholeOf;
}

Task<Result<>> resolveSchool(pdl::Client *client, const truth::DirectoryKnowledge *knowledge, QString typed,
                             VendorTargets *targets, pdl::Call call, std::stop_token stop)
{
    const KnownSchool known = knownSchool(typed, knowledge->schools);
    nameSchool(*targets, typed, known, knowledge->schools);
    if (known.groups.size() > 1) {
        co_return Result<> {};
    }
    auto asking = client->cleanSchool(targets->school, call, stop);
    const auto asked = co_await asking;
    const auto answer = cleaned(asked, typed, targets->notes);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    const QString name = *answer ? vendorWords((*answer)->name) : QString();
    if (name.isEmpty() || !isWanted(typed, name, *knowledge, known)) {
        co_return Result<> {};
    }
    const QString ours = targets->school;
    targets->school = name;
    // A part may be listed under the address of the whole.
    targets->schoolDomain = known.parts.isEmpty() ? (*answer)->domain : QString();
    if (!known.groups.isEmpty()) {
        targets->schoolNames.removeAll(name);
        addOther(targets->schoolNames, name, ours);
    }
    co_return Result<> {};
}

} // namespace

Task<Result<VendorTargets>> resolveTargets(pdl::Client *client, const truth::DirectoryKnowledge *knowledge,
                                           Criteria criteria, pdl::Call call, std::stop_token stop)
{
    VendorTargets targets;
    if (const QString title = cleanLine(criteria.title); !title.isEmpty()) {
        auto resolving = resolveTitle(client, knowledge, title, &targets, call, stop);
        const auto resolved = co_await resolving;
        if (!resolved) {
            co_return std::unexpected(resolved.error());
        }
    }
    if (const QString company = cleanLine(criteria.company); !company.isEmpty()) {
        auto resolving = resolveCompany(client, knowledge, company, &targets, call, stop);
        const auto resolved = co_await resolving;
        if (!resolved) {
            co_return std::unexpected(resolved.error());
        }
    }
    if (const QString school = cleanLine(criteria.school); !school.isEmpty()) {
        auto resolving = resolveSchool(client, knowledge, school, &targets, call, stop);
        const auto resolved = co_await resolving;
        if (!resolved) {
            co_return std::unexpected(resolved.error());
        }
    }
    if (const QString location = cleanLine(criteria.location); !location.isEmpty()) {
        auto placing = resolvePlace(client, knowledge, location, &targets, call, stop);
        const auto resolved = co_await placing;
        if (!resolved) {
            co_return std::unexpected(resolved.error());
        }
    }
    if (const auto sound = checkTargets(criteria, targets); !sound) {
        co_return std::unexpected(sound.error());
    }
    co_return targets;
}

} // namespace crema::find
