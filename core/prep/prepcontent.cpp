// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/prepcontent.h"

#include "base/dates.h"
#include "base/text.h"
#include "prep/career.h"
#include "truth/facts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::Prep)
};

QVector<QString> dosFor(const Contact &contact, const Career &career, const QVector<Similarity> &similarities)
{
    QVector<QString> dos;
    if (const QString introducer = spoken(contact.introducedBy); !introducer.isEmpty()) {
        dos << Words::tr("Thank them for the time, and mention %1, who introduced you.")
                        .arg(elided(introducer, 60));
    }
    if (!similarities.isEmpty()) {
        dos << Words::tr("Open with what you share; it makes the rest easier.");
    }
    dos << Words::tr("Ask for their story first, then for advice.");
    if (career.level() == Level::top || career.level() == Level::head || career.level() == Level::founder) {
        dos << Words::tr("End two minutes before the time you agreed on.");
    }
    dos << Words::tr("Say what you will send, and by when.");
    return dos.first(std::min<qsizetype>(dos.size(), 3));
}

QVector<QString> avoidFor(const Career &career)
{
    QVector<QString> avoid {Words::tr("Asking for a job or a referral in this first talk.")};
    if (career.level() == Level::student || career.level() == Level::junior) {
        avoid << Words::tr("Treating them as a recruiter: they know the work, not the openings.");
    }
    if (career.isAtWork()) {
        avoid << Words::tr("Asking what their profile already says, such as where they work.");
    }
    avoid << Words::tr("Reading the questions out one by one: pick what the talk leads to.");
    return avoid.first(std::min<qsizetype>(avoid.size(), 3));
}

/// What a reader wants to know of a source: the file or search the record came from, not each of its fields.
/// The prep carries it itself, since a contact's sources are not stored with it.
void nameOrigins(QVector<Source> &sources, const Contact &contact)
{
    for (Source &source : sources) {
        if (source.kind == SourceKind::contactField) {
            const QString origin = contact.sources.value(source.field.section(u'/', 0, 0)).label;
            const QString name = spoken(contact.name());
            const QString record = name.isEmpty() ? Words::tr("the contact's record")
                                                  : Words::tr("the record of %1").arg(elided(name, 60));
            source.label = origin.isEmpty() ? record : origin;
        }
    }
}

} // namespace

Prep makePrep(const PrepInput &input, const truth::DirectoryKnowledge &knowledge)
{
    const QDate today = input.now.date();
    const Career career = careerOf(input.contact, today);
    Prep prep;
    prep.id = input.id;
    prep.contactId = input.contact.id;
    prep.linkedinUrl = input.contact.linkedinUrl();
    prep.status = u"generating_pdf"_s;
    prep.person = input.contact;
    prep.brief = briefOf(input.contact, today);
    prep.similarities = similaritiesOf(input.profile, input.contact, knowledge, today);
    prep.questions = questionsFor(input, prep.similarities);
    prep.talkingPoints = talkingPointsFor(input);
    prep.dos = dosFor(input.contact, career, prep.similarities);
    prep.avoid = avoidFor(career);
    prep.news = input.news;
    if (prep.news.isEmpty()) {
        prep.newsNote = Words::tr(
                "News was not looked for: this prep was made from data on this computer alone.");
    }
    prep.createdAt = toStoredTime(input.now);
    prep.preparedOn = input.now.date().toString(Qt::ISODate);
    for (Claim &claim : prep.brief) {
        nameOrigins(claim.sources, input.contact);
    }
    for (Similarity &similarity : prep.similarities) {
        nameOrigins(similarity.sources, input.contact);
    }
    prep.person.sources.clear();
    return prep;
}

} // namespace crema::prep
