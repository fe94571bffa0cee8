// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/groundedquestions.h"

#include "base/text.h"
#include "prep/questionwords.h"
#include "truth/checker.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::GroundedQuestions)
};

constexpr qsizetype shortestQuestion = 15;
constexpr qsizetype longestQuestion = 240;
constexpr qsizetype mostReasons = 2;
constexpr std::array kinds {"path", "role", "firm", "advice"};

QString kindOf(const QString &proposed)
{
    const bool known = std::ranges::any_of(
            kinds, [&](const char *kind) { return proposed == QLatin1StringView(kind); });
    return known ? proposed : u"advice"_s;
}

QVector<PrepFact> citedBy(const ProposedQuestion &question, const QVector<PrepFact> &facts)
{
    QVector<PrepFact> cited;
    for (const PrepFact &fact : facts) {
        if (question.facts.contains(fact.id)) {
            cited << fact;
        }
    }
    return cited;
}

/// Why a question may not be asked; empty when it may.
QString flawOf(const QString &text, const QVector<PrepFact> &cited,
               const truth::DirectoryKnowledge &knowledge)
{
    if (!text.endsWith(u'?') || text.count(u'?') != 1) {
        return Words::tr("it is not one question");
    }
    if (text.size() < shortestQuestion || text.size() > longestQuestion) {
        return Words::tr("its length");
    }
    if (text.contains(u"http"_s, Qt::CaseInsensitive) || text.contains(u"www."_s, Qt::CaseInsensitive)) {
        return Words::tr("it has a link");
    }
    if (cited.isEmpty()) {
        return Words::tr("it rests on no fact of the list");
    }
    Claim claim {text, {}};
    QString says;
    for (const PrepFact &fact : cited) {
        claim.sources << fact.sources;
        says += fact.says + u'\n';
    }
    const auto unsupported = truth::unsupportedIn(claim, &knowledge);
    if (!unsupported.isEmpty()) {
        return unsupported.constFirst().reason;
    }
    if (asksWhyOfTheUnknown(text)) {
        return Words::tr("it asks why of what is not known to be so");
    }
    const QString unknown = unknownWordIn(text, says, claim.sources);
    return unknown.isEmpty() ? QString() : Words::tr("its facts do not say \"%1\"").arg(unknown);
}

QString reasonOf(const QVector<PrepFact> &cited)
{
    QStringList reasons;
    for (const PrepFact &fact : cited.first(std::min(cited.size(), mostReasons))) {
        reasons << (fact.says.endsWith(u'.') ? fact.says.chopped(1) : fact.says);
    }
    return reasons.join(u"; "_s);
}

bool isThere(const QVector<Question> &questions, const QString &text)
{
    return std::ranges::any_of(questions, [&](const Question &one) { return fold(one.text) == fold(text); });
}

} // namespace

QVector<PrepFact> prepFacts(const Prep &prep)
{
    QVector<PrepFact> facts;
    const auto add = [&facts](QChar side, int number, const QString &says, const QVector<Source> &sources) {
        facts << PrepFact {side + QString::number(number), says, sources};
    };
    const Source name {SourceKind::contactField, prep.person.id, u"name"_s, prep.person.name(), {}, {}};
    int number = 0;
    for (const Claim &claim : prep.brief) {
        add(u'P', ++number, claim.text, claim.sources + QVector<Source> {name});
    }
    number = 0;
    for (const Similarity &similarity : prep.similarities) {
        add(u'B', ++number, similarity.text, similarity.sources);
    }
    number = 0;
    for (const NewsItem &item : prep.news) {
        const QString origin = u"%1, %2"_s.arg(item.publisher, item.date);
        add(u'N', ++number, item.title,
            {{SourceKind::article, item.url, u"title"_s, item.title, origin, item.date}});
    }
    return facts;
}

GroundedQuestions groundedQuestions(const QVector<ProposedQuestion> &proposed, const QVector<PrepFact> &facts,
                                    const truth::DirectoryKnowledge &knowledge)
{
    GroundedQuestions sorted;
    for (const ProposedQuestion &one : proposed) {
        const QString text = one.text.simplified();
        const QVector<PrepFact> cited = citedBy(one, facts);
        const QString flaw = flawOf(text, cited, knowledge);
        if (!flaw.isEmpty()) {
            sorted.refused << u"%1 (%2)"_s.arg(text, flaw);
        } else if (!isThere(sorted.questions, text)) {
            sorted.questions << Question {kindOf(one.kind), text, reasonOf(cited), false, {}};
        }
    }
    return sorted;
}

QVector<Question> filledUp(const QVector<Question> &model, const QVector<Question> &own)
{
    QVector<Question> all = model.first(std::min(model.size(), own.size()));
    for (const Question &question : own) {
        if (all.size() < own.size() && !isThere(all, question.text)) {
            all << question;
        }
    }
    QVector<Question> sorted;
    for (const char *kind : kinds) {
        std::ranges::copy_if(all, std::back_inserter(sorted), [&](const Question &question) {
            return question.kind == QLatin1StringView(kind);
        });
    }
    return sorted;
}

} // namespace crema::prep
