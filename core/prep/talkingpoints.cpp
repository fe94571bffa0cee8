// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/prepcontent.h"

#include "base/text.h"
#include "prep/career.h"
#include "truth/facts.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr qsizetype mostPoints = 4;
constexpr qsizetype longestQuote = 150;
constexpr int closeEnough = 3; ///< one telling word of the title, or two words of the kind of work

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::TalkingPoints)
};

struct Line
{
    QString text;
    QString label;
};

struct Point
{
    QString text;
    int weight = 0;
};

QVector<Line> ownLines(const PrepInput &input)
{
    QVector<Line> lines;
    for (const ResumeLine &line : input.profile.experience) {
        lines << Line {spoken(line.text),
                       truth::profileLineSource(input.profile, u"experience"_s, line).label};
    }
    if (lines.isEmpty() && input.resume) {
        for (const ResumeLine &line : input.resume->facts.experience) {
            // What was corrected by hand stands in no line.
            lines << Line {spoken(line.text),
                           line.line > 0 ? Words::tr("your resume, line %1").arg(line.line)
                                         : Words::tr("your resume")};
        }
    }
    lines.removeIf([](const Line &line) { return line.text.isEmpty(); });
    return lines;
}

/// Words that say what somebody does, without the words that everybody uses.
QSet<QString> tellingWords(const QString &text)
{
    static const QSet<QString> common {
            u"head"_s,    u"senior"_s,        u"junior"_s,  u"manager"_s,   u"director"_s,  u"lead"_s,
            u"leader"_s,  u"chief"_s,         u"officer"_s, u"associate"_s, u"assistant"_s, u"analyst"_s,
            u"partner"_s, u"intern"_s,        u"team"_s,    u"work"_s,      u"with"_s,      u"from"_s,
            u"that"_s,    u"this"_s,          u"over"_s,    u"into"_s,      u"company"_s,   u"group"_s,
            u"global"_s,  u"international"_s, u"vice"_s,    u"president"_s, u"general"_s,   u"managing"_s,
            u"founder"_s, u"services"_s,      u"service"_s, u"solutions"_s, u"member"_s,    u"university"_s,
            u"student"_s, u"principal"_s,
    };
    QSet<QString> words;
    for (const QString &word : foldedWords(text)) {
        if (word.size() >= 4 && !common.contains(word)) {
            words.insert(word);
        }
    }
    return words;
}

/// What of the person a line of the user's can touch: the words that tell it, and how to name it.
struct Topic
{
    QSet<QString> words;
    Work work = Work::unknown;
    QString name;
};

QVector<Topic> topicsOf(const Contact &contact, const Career &career)
{
    QVector<Topic> topics;
    if (const CareerStep *now = career.main(); now != nullptr && !now->title.isEmpty()) {
        const QString name = now->current          ? Words::tr("their work: %1")
                : now->tense == truth::Tense::past ? Words::tr("their earlier work: %1")
                                                   : Words::tr("what is on record: %1");
        topics << Topic {tellingWords(now->title), now->role.work, name.arg(stepText(*now))};
    }
    if (const QString industry = spoken(contact.industry); !industry.isEmpty()) {
        topics << Topic {tellingWords(industry), Work::unknown,
                         Words::tr("their industry: %1").arg(elided(industry, 60))};
    }
    for (const CareerStep &step : career.earlier()) {
        if (!step.title.isEmpty()) {
            topics << Topic {tellingWords(step.title), step.role.work,
                             Words::tr("their earlier work: %1").arg(stepText(step))};
        }
    }
    return topics;
}

/// How closely a text touches a topic; 0 not at all.
int closeness(const QString &text, const Topic &topic)
{
    const QStringList words = foldedWords(text);
    const auto shared = std::ranges::count_if(
            words, [&](const QString &word) { return topic.words.contains(word); });
    return 3 * static_cast<int>(std::min<qsizetype>(shared, 2))
            + 2 * std::min(wordsOfWorkIn(text, topic.work), 3);
}

void addLines(QVector<Point> &points, const PrepInput &input, const QVector<Topic> &topics)
{
    for (const Line &line : ownLines(input)) {
        int best = closeEnough - 1;
        const Topic *closest = nullptr;
        for (const Topic &topic : topics) {
            const int value = closeness(line.text, topic);
            if (value > best) {
                best = value;
                closest = &topic;
            }
        }
        if (closest != nullptr) {
            points << Point {Words::tr("“%1” (%2) touches %3.")
                                     .arg(elided(line.text, longestQuote), line.label, closest->name),
                             best};
        }
    }
}

void addInterests(QVector<Point> &points, const PrepInput &input)
{
    const Contact &contact = input.contact;
    const QStringList theirs {spoken(contact.headline), spoken(contact.industry), spoken(contact.jobTitle())};
    for (const QString &interest : input.profile.interests) {
        const auto match = std::ranges::find_if(theirs, [&](const QString &text) {
            return !spoken(interest).isEmpty() && containsWords(text, interest);
        });
        if (match != theirs.end()) {
            const QString label = truth::profileSource(input.profile, u"interests"_s).label;
            points << Point {Words::tr("You care about %1 (%2); their record says “%3”.")
                                     .arg(elided(interest, 60), label, elided(*match, 90)),
                             7};
        }
    }
}

} // namespace

QVector<QString> talkingPointsFor(const PrepInput &input)
{
    const Career career = careerOf(input.contact, input.now.date());
    QVector<Point> points;
    addLines(points, input, topicsOf(input.contact, career));
    addInterests(points, input);
    // Closest first; the order of the resume where equally close.
    QVector<QString> texts;
    for (int weight = 12; weight > 0 && texts.size() < mostPoints; --weight) {
        for (const Point &point : points) {
            if (point.weight == weight && texts.size() < mostPoints && !texts.contains(point.text)) {
                texts << point.text;
            }
        }
    }
    return texts;
}

} // namespace crema::prep
