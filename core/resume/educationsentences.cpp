// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/educationsentences.h"

#include "resume/degrees.h"
#include "resume/universities.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

// "holds an MPH from ...", "received her Master of ...": who has taken a degree.
QRegularExpressionMatch verbIn(const QString &sentence)
{
    static const QRegularExpression verb(
            u"\\b(?:holds?|earned|received|has|have|completed|obtained|graduated\\s+with)\\s+(?:an?|h[ei]r|his|their|my|both\\s+an?)\\s+"_s);
    return verb.match(sentence);
}

bool hasSchool(const QString &text)
{
    return universityIn(text).kind == SchoolKind::whole;
}

QStringList sentencesOf(const QString &text)
{
    static const QRegularExpression stop(u"(?<=\\p{Ll}{2}|\\d)[.!?]\\s+(?=\\p{Lu})"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return text.split(stop, Qt::SkipEmptyParts);
}

// What is told first behind the verb, where it is a degree and its school.
QString degreeToldIn(const QString &sentence)
{
    static const QRegularExpression next(u"\\s*(?:,|;|,?\\s+and)\\s+(?:an?|h[ei]r|his|their|my)\\s.*$"_s);
    static const QRegularExpression stop(u"[.\\s]+$"_s);
    const auto verb = verbIn(sentence);
    if (!verb.hasMatch() || hasSchool(sentence.first(verb.capturedStart()))) {
        return {};
    }
    QString told = oneDegreeAPiece(sentence.mid(verb.capturedEnd())).constFirst();
    told.remove(next).remove(stop);
    return degreeStart(told) == 0 && hasSchool(told) ? told : QString();
}

} // namespace

bool isProse(const QString &text)
{
    static const QRegularExpression prose(u"(?<![(/])\\b(?:I|I['’]m|my|me|we|our|us|their|they|[Ss]he|[Hh]e|"
                                          u"her|his|him)\\b(?!/)"_s);
    const auto verb = verbIn(text);
    return prose.match(text).hasMatch()
            || (verb.hasMatch() && degreeStart(text.mid(verb.capturedEnd())) >= 0);
}

QStringList oneDegreeAPiece(const QString &text)
{
    static const QRegularExpression joint(
            u"\\s*(?:[,;&]|\\b(?:and|und|et))?\\s*(?:\\b(?:an?|h[ei]r|his|their|my))?\\s*$"_s);
    const qsizetype end = degreeEnd(text);
    const qsizetype second = end > 0 ? degreeStart(text.mid(end)) : -1;
    if (second < 0) {
        return {text};
    }
    const QString first = text.first(end + second).remove(joint);
    const bool schoolBetween = hasSchool(first.mid(std::min(end, first.size())));
    if (!schoolBetween || hasSchool(text.first(degreeStart(text)))) {
        return {text};
    }
    return QStringList {first} + oneDegreeAPiece(text.mid(end + second));
}

std::vector<Line> degreeInSentences(const std::vector<Line> &lines)
{
    for (size_t from = 0; from < lines.size();) {
        QString paragraph = lines[from].text;
        size_t to = from + 1;
        for (; to < lines.size() && !lines[to].gapBefore && !lines[to].bullet; ++to) {
            paragraph += u' ' + lines[to].text;
        }
        for (const QString &sentence : sentencesOf(paragraph)) {
            const QString told = degreeToldIn(sentence);
            const QString word = told.section(u' ', 0, 0);
            const auto first = lines.begin() + static_cast<long>(from);
            const auto line = std::find_if(first, lines.begin() + static_cast<long>(to),
                                           [&word](const Line &l) { return l.text.contains(word); });
            if (!told.isEmpty() && line != lines.begin() + static_cast<long>(to)) {
                Line only = *line;
                only.text = told;
                return {only};
            }
        }
        from = to;
    }
    return {};
}

} // namespace crema::resume
