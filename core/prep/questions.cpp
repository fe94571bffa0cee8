// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/questions.h"

#include "base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr int newsWeight = 90; // before what fits any firm, after what is theirs alone
constexpr qsizetype longestTitle = 110;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::Questions)
};

/// How many of a kind are asked first, and how many at most when others have nothing to ask.
struct Share
{
    const char *kind;
    int wanted;
    int most;
};

constexpr std::array shares {Share {"path", 3, 4}, Share {"role", 2, 3}, Share {"firm", 2, 3},
                             Share {"advice", 1, 2}};

int countOf(const QVector<Question> &questions, const char *kind)
{
    return static_cast<int>(std::ranges::count(questions, QString::fromLatin1(kind), &Question::kind));
}

/// Takes the heaviest candidates of a kind until `limit` of that kind are there.
void take(QVector<Question> &questions, const QVector<Candidate> &candidates, const char *kind, int limit)
{
    for (const Candidate &candidate : candidates) {
        const bool known = std::ranges::any_of(questions, [&](const Question &question) {
            return question.text == candidate.question.text;
        });
        if (known || candidate.question.kind != QLatin1StringView(kind)) {
            continue;
        }
        if (countOf(questions, kind) >= limit || questions.size() >= questionCount) {
            return;
        }
        questions << candidate.question;
    }
}

void sortByKind(QVector<Question> &questions)
{
    QVector<Question> sorted;
    for (const Share &share : shares) {
        std::ranges::copy_if(questions, std::back_inserter(sorted), [&](const Question &question) {
            return question.kind == QLatin1StringView(share.kind);
        });
    }
    questions = std::move(sorted);
}

/// Heaviest first, in the order they were found where equal.
void sortByWeight(QVector<Candidate> &candidates)
{
    QVector<std::pair<Candidate, qsizetype>> order;
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        order.append({candidates[i], i});
    }
    std::ranges::sort(order, [](const auto &a, const auto &b) {
        return a.first.weight != b.first.weight ? a.first.weight > b.first.weight : a.second < b.second;
    });
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        candidates[i] = order[i].first;
    }
}

} // namespace

QVector<Question> questionsFor(const PrepInput &input, const QVector<Similarity> &similarities)
{
    const Career career = careerOf(input.contact, input.now.date());
    QVector<Candidate> candidates = pathCandidates(input.contact, career)
            + roleCandidates(input.contact, career) + firmCandidates(input.contact, career)
            + adviceCandidates(input, career, similarities) + newsCandidates(input.news);
    sortByWeight(candidates);
    QVector<Question> questions;
    for (const Share &share : shares) {
        take(questions, candidates, share.kind, share.wanted);
    }
    // A kind without any fact gets one question that fits anyone, before others get more than their share.
    const QVector<Candidate> common = fillers(career);
    for (const Share &share : shares) {
        take(questions, common, share.kind, 1);
    }
    for (const Share &share : shares) {
        take(questions, candidates, share.kind, share.most);
    }
    for (const Share &share : shares) {
        take(questions, common, share.kind, share.wanted);
    }
    for (const Share &share : shares) {
        take(questions, common, share.kind, questionCount);
    }
    sortByKind(questions);
    return questions;
}

QVector<Candidate> newsCandidates(const QVector<NewsItem> &news)
{
    const auto sayable = [](const NewsItem &item) {
        return !item.title.isEmpty() && item.title.size() <= longestTitle && !item.title.contains(u'"');
    };
    const auto item = std::ranges::find_if(news, sayable);
    if (item == news.end()) {
        return {};
    }
    QStringList origin {item->publisher, item->date};
    origin.removeAll(QString());
    const QString text = Words::tr("I read \"%1\". What does that mean for your work?").arg(item->title);
    return {Candidate {{u"firm"_s, text, origin.join(u", "_s), false, {}}, newsWeight}};
}

QVector<Candidate> fillers(const Career &career)
{
    const auto of = [](const QString &kind, const QString &text) {
        return Candidate {{kind, text, {}, false, {}}, 0};
    };
    const bool works = career.isAtWork();
    return {
            of(u"path"_s,
               works ? Words::tr("How did you come to the work you do today?")
                     : Words::tr("Who or what has shaped your way most so far?")),
            of(u"path"_s, Words::tr("Which decision on your way mattered most, looking back?")),
            of(u"path"_s, Words::tr("What did you want to become as a child, and what changed?")),
            of(u"role"_s,
               works ? Words::tr("What does a good week look like in your work?")
                     : Words::tr("Which kind of work have you liked best, and what made it so?")),
            of(u"role"_s,
               works ? Words::tr("Which skill do you use every day that nobody taught you?")
                     : Words::tr("Which skill has served you most that nobody taught you?")),
            of(u"firm"_s,
               works ? Words::tr("What would I notice first if I spent a day where you work?")
                     : Words::tr("What makes a place good to work at, in your view?")),
            of(u"firm"_s, Words::tr("What is changing in your field that people outside do not see yet?")),
            of(u"advice"_s, Words::tr("If you were starting today, what would you do in your first year?")),
            of(u"advice"_s, Words::tr("Which mistake do you see people make early on?")),
            of(u"advice"_s, Words::tr("Who else would you advise me to talk to?")),
    };
}

QString firmInWords(const CareerStep &step)
{
    return step.firm.isEmpty() ? Words::tr("your firm") : step.firm;
}

} // namespace crema::prep
