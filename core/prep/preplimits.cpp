// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/preplimits.h"

#include <initializer_list>

namespace crema::prep {

namespace {

constexpr qsizetype longestValue = 1000; ///< a name, a title, an address
constexpr qsizetype longestText = 4000; ///< a sentence, an answer
constexpr qsizetype longestNotes = 12000;

void cut(std::initializer_list<QString *> texts, qsizetype length)
{
    for (QString *text : texts) {
        text->truncate(length);
    }
}

void cutPerson(Contact &person)
{
    cut({&person.firstName, &person.lastName, &person.headline, &person.location, &person.city, &person.state,
         &person.country},
        longestValue);
    for (Position &position : person.positions) {
        cut({&position.title, &position.company, &position.from, &position.to}, longestValue);
    }
    for (School &school : person.schools) {
        cut({&school.name, &school.degree, &school.field, &school.from, &school.to}, longestValue);
    }
    for (QVector<ContactPoint> *points : {&person.addresses, &person.phones, &person.links}) {
        for (ContactPoint &point : *points) {
            cut({&point.value}, longestValue);
        }
    }
}

void cutSources(QVector<Source> &sources)
{
    for (Source &source : sources) {
        cut({&source.label}, longestValue);
    }
}

} // namespace

Prep withinLimits(Prep prep)
{
    cutPerson(prep.person);
    cut({&prep.linkedinUrl, &prep.newsNote}, longestValue);
    cut({&prep.notes}, longestNotes);
    for (Claim &claim : prep.brief) {
        cut({&claim.text}, longestText);
        cutSources(claim.sources);
    }
    for (Similarity &similarity : prep.similarities) {
        cut({&similarity.text}, longestText);
        cutSources(similarity.sources);
    }
    for (Question &question : prep.questions) {
        cut({&question.kind, &question.text, &question.because, &question.answer}, longestText);
    }
    for (QVector<QString> *texts : {&prep.talkingPoints, &prep.dos, &prep.avoid}) {
        for (QString &text : *texts) {
            cut({&text}, longestText);
        }
    }
    for (NewsItem &item : prep.news) {
        cut({&item.title, &item.publisher, &item.url, &item.date}, longestValue);
    }
    return prep;
}

} // namespace crema::prep
