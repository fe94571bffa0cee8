// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/framing.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace crema::truth {

QString withoutFraming(const QString &text)
{
    static const QRegularExpression framing(
            uR"(\bI(?: am|'m|’m)(?: \w+ly| very| also| so)? (?:writing|reaching out|asking|curious|wondering|eager|keen|glad|happy|grateful|looking forward|hoping|contacting|getting in touch|interested in|excited (?:about|by|to)|drawn to|exploring|considering|thinking (?:about|of))\b)"
            uR"(|\bI(?: would|'d|’d| could| can| may| might| hope| wonder| want| wish| ask| write| think| understand| appreciate| value| look forward| noticed| see)\b)"
            uR"(|\bmy (?:questions?|email|message|note|reason|next step|career|interest in)\b|\b(?:help|tell|give|teach|advise|show|let|for|to|with|interests) me\b)"
            uR"(|\b(?:would|could|can|might|may|shall|do|thank|to|with|from) (?:you|we)\b)"
            uR"(|\byour (?:advice|thoughts?|perspective|time|views?|help|insights?|answers?|guidance|opinion|reply|calendar|schedule|convenience|consideration)\b)"_s,
            QRegularExpression::CaseInsensitiveOption);
    QString blanked = text;
    auto matches = framing.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        blanked.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u' '));
    }
    return blanked;
}

bool isNameOfTime(const QString &word)
{
    static const QStringList list = u"monday tuesday wednesday thursday friday saturday sunday january "
                                    u"february march april may june july "
                                    u"august september october november december am pm gmt utc est edt cst "
                                    u"cdt mst mdt pst pdt cet cest bst "
                                    u"ist jst"_s.split(u' ');
    static const QSet<QString> names(list.begin(), list.end());
    return names.contains(word.toLower());
}

bool isCommonName(const QString &word)
{
    static const QSet<QString> media {u"zoom"_s,     u"linkedin"_s, u"skype"_s, u"teams"_s,
                                      u"whatsapp"_s, u"facetime"_s, u"meet"_s,  u"google"_s,
                                      u"gmail"_s,    u"english"_s,  u"ps"_s,    u"p.s"_s};
    return isNameOfTime(word) || media.contains(word.toLower());
}

bool isNumberOfAsk(const QString &text, qsizetype start, qsizetype length)
{
    static const QRegularExpression own(
            uR"(^\d+(?:[-–]\d+)?[-–](?:minutes?|mins?|hours?|weeks?|days?)$|^\d{1,2}(?::\d\d|\.\d\d)?(?:am|pm|h)?$|^\d+[-–]\d+$|^\d{1,2}(?:st|nd|rd|th)$)"_s,
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression unit(
            uR"(^(?:\s*(?:or|to|and|[-–])\s*\d+)?[\s-]*(?:minutes?|mins?|hours?|questions?|weeks?|days?|am|pm|o'clock|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|monday|tuesday|wednesday|thursday|friday)\b)"_s,
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression timeOrSpan(
            uR"(^\d{1,2}(?::\d\d|am|pm|h)|[-–](?:minute|min|hour|week|day))"_s,
            QRegularExpression::CaseInsensitiveOption);
    const QString number = text.sliced(start, length);
    if (!own.match(number).hasMatch()) {
        return false;
    }
    return timeOrSpan.match(number).hasMatch()
            || unit.match(text.sliced(start + length, std::min<qsizetype>(40, text.size() - start - length)))
                       .hasMatch();
}

} // namespace crema::truth
