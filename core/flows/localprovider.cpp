// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/localprovider.h"

#include "async/worker.h"
#include "contacts/identity.h"
#include "find/directorysearch.h"
#include "find/sampledirectory.h"
#include "store/reader.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

/// Marks what was found in contacts, so that nobody is saved twice.
void noteKnown(find::FindAnswer &answer, const QSet<QString> &contactIds)
{
    for (FoundPerson &found : answer.people) {
        if (contactIds.contains(found.person.id)) {
            found.contactId = found.person.id;
        }
    }
}

Result<find::FindAnswer> searchDirectory(QString databasePath, Criteria criteria,
                                         const truth::DirectoryKnowledge *knowledge, std::stop_token stop)
{
    const auto reader = store::Reader::open(databasePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    find::DirectorySearch search(criteria, {}, *knowledge);
    QSet<QString> contactIds;
    QSet<QString> profiles; // LinkedIn slugs of the people in contacts: a saved sample person is found once
    const auto read = (*reader)->forEachContact([&](const Contact &contact) {
        contactIds << contact.id;
        profiles << contacts::linkedinSlug(contact.linkedinUrl());
        search.offer(contact);
        return !stop.stop_requested();
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    if (stop.stop_requested()) {
        return failure(ErrorKind::cancelled, u"Cancelled."_s);
    }
    if (criteria.includeSample) {
        const auto sample = find::sampleDirectory();
        if (!sample) {
            return std::unexpected(sample.error());
        }
        for (const Contact &person : *sample) {
            if (!profiles.contains(contacts::linkedinSlug(person.linkedinUrl()))) {
                search.offer(person);
            }
        }
    }
    find::FindAnswer answer = search.finish();
    noteKnown(answer, contactIds);
    return answer;
}

} // namespace

LocalProvider::LocalProvider(QString databasePath, const truth::DirectoryKnowledge &knowledge)
    : m_databasePath(std::move(databasePath)), m_knowledge(knowledge)
{
}

QString LocalProvider::name() const
{
    return u"local"_s;
}

Task<Result<find::FindAnswer>> LocalProvider::find(Criteria criteria, std::stop_token stop)
{
    return runOnWorker(searchDirectory, m_databasePath, criteria, &m_knowledge, stop);
}

} // namespace crema::flows
