// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/vendortitle.h"

#include "base/text.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::find {

namespace {

/// Where in a title the words are a rank: an assistant professor is one, an administrative assistant is not.
enum class Where { anywhere, first, last };

struct Rank
{
    QStringList words;
    QString level; ///< the vendor's word; empty for a rank that has none
    Where where = Where::anywhere;
};

// Longer ones before the shorter ones that they begin with.
const QVector<Rank> &ranks()
{
    static const QVector<Rank> table = [] {
        QVector<Rank> all;
        const auto add = [&all](const QString &level, Where where, const QStringList &names) {
            for (const QString &name : names) {
                all << Rank {name.split(u' '), level, where};
            }
        };
        add(u"vp"_s, Where::anywhere,
            {u"senior vice president"_s, u"executive vice president"_s, u"assistant vice president"_s,
             u"associate vice president"_s, u"group vice president"_s, u"vice president"_s});
        add(u"director"_s, Where::anywhere,
            {u"managing director"_s, u"executive director"_s, u"associate director"_s,
             u"assistant director"_s, u"director"_s, u"head"_s});
        add(u"partner"_s, Where::anywhere, {u"managing partner"_s, u"general partner"_s, u"partner"_s});
        add(u"manager"_s, Where::anywhere, {u"general manager"_s, u"manager"_s});
        add(u"owner"_s, Where::anywhere, {u"co founder"_s, u"cofounder"_s, u"founder"_s, u"owner"_s});
        add(u"cxo"_s, Where::first, {u"chief"_s});
        add(u"senior"_s, Where::anywhere, {u"senior"_s, u"lead"_s, u"principal"_s});
        add(u"senior"_s, Where::first, {u"staff"_s});
        add(u"training"_s, Where::anywhere,
            {u"intern"_s, u"interns"_s, u"internship"_s, u"trainee"_s, u"apprentice"_s});
        add(u"entry"_s, Where::anywhere, {u"entry level"_s, u"junior"_s, u"associate"_s});
        add(u"entry"_s, Where::first, {u"graduate"_s});
        add({}, Where::anywhere, {u"mid level"_s, u"distinguished"_s});
        add({}, Where::first, {u"assistant"_s, u"group"_s, u"global"_s, u"experienced"_s, u"summer"_s});
        add({}, Where::last, {u"i"_s, u"ii"_s, u"iii"_s, u"iv"_s, u"1"_s, u"2"_s, u"3"_s});
        return all;
    }();
    return table;
}

bool standsAt(const QStringList &words, qsizetype at, const QStringList &run)
{
    return words.mid(at, run.size()) == run;
}

/// How many words at this place name a job although one of them is a rank elsewhere.
qsizetype jobAt(const QStringList &words, qsizetype at)
{
    static const QVector<QStringList> jobs {
            {u"chief"_s, u"of"_s, u"staff"_s}, {u"business"_s, u"partner"_s}, {u"channel"_s, u"partner"_s},
            {u"product"_s, u"owner"_s},        {u"process"_s, u"owner"_s},    {u"lead"_s, u"generation"_s},
    };
    const auto found = std::ranges::find_if(jobs,
                                            [&](const QStringList &job) { return standsAt(words, at, job); });
    return found == jobs.end() ? 0 : found->size();
}

/// "chief information security officer": how many words, 0 when there is no such title at this place.
qsizetype chiefOfficerAt(const QStringList &words, qsizetype at)
{
    constexpr qsizetype mostBetween = 4;
    if (words[at] != "chief"_L1) {
        return 0;
    }
    const qsizetype end = words.indexOf(u"officer"_s, at);
    return end > at + 1 && end - at <= mostBetween ? end - at + 1 : 0;
}

const Rank *rankAt(const QStringList &words, qsizetype at, bool first)
{
    const auto found = std::ranges::find_if(ranks(), [&](const Rank &rank) {
        const bool here = rank.where == Where::anywhere || (rank.where == Where::first && first)
                || (rank.where == Where::last && at > 0 && at + rank.words.size() == words.size());
        return here && standsAt(words, at, rank.words);
    });
    return found == ranks().end() ? nullptr : &*found;
}

const QSet<QString> &fillers()
{
    static const QSet<QString> words {u"of"_s, u"the"_s, u"and"_s, u"for"_s, u"a"_s, u"in"_s, u"at"_s};
    return words;
}

/// As the vendor's index cuts a text: "v.p." is two.
QStringList pieces(const QString &text)
{
    static const QRegularExpression gaps(uR"([^\p{L}\p{N}\p{M}+#]+)"_s);
    return text.split(gaps, Qt::SkipEmptyParts);
}

/// The words of a title; "v.p." is one.
QStringList wordsIn(const QString &title)
{
    static const QRegularExpression initials(uR"((?<![\p{L}\p{N}])(?:\p{L}\.)+)"_s);
    QString text = title;
    for (auto match = initials.match(text); match.hasMatch(); match = initials.match(text)) {
        text.replace(match.capturedStart(), match.capturedLength(), match.captured().remove(u'.') + u' ');
    }
    return pieces(text);
}

QStringList writtenOut(const QStringList &words, const truth::TitleTable &titles)
{
    QStringList result;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QStringList pair = i + 1 < words.size()
                ? titles.meaningOf(fold(words[i]) + u' ' + fold(words[i + 1]))
                : QStringList();
        const QStringList one = titles.meaningOf(fold(words[i]));
        if (!pair.isEmpty()) {
            result += pair;
            ++i;
        } else if (!one.isEmpty()) {
            result += one;
        } else {
            result << words[i];
        }
    }
    return result;
}

/// "chief executive officer" -> "ceo", "vice president" -> "vp".
QStringList abbreviated(const QStringList &words)
{
    QStringList result;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (const qsizetype length = chiefOfficerAt(words, i); length > 0) {
            QString letters;
            for (const QString &word : words.mid(i, length)) {
                letters += word.front();
            }
            result << letters;
            i += length - 1;
        } else if (standsAt(words, i, {u"vice"_s, u"president"_s})) {
            result << u"vp"_s;
            ++i;
        } else {
            result << words[i];
        }
    }
    return result;
}

QStringList withoutFillers(QStringList words)
{
    words.removeIf([](const QString &word) { return fillers().contains(word); });
    return words;
}

void describeRank(const QStringList &words, VendorTitle &title)
{
    QStringList core;
    for (qsizetype i = 0; i < words.size();) {
        if (const qsizetype length = jobAt(words, i); length > 0) {
            core += words.mid(i, length);
            i += length;
            continue;
        }
        const qsizetype officer = chiefOfficerAt(words, i);
        const Rank *rank = officer > 0 ? nullptr : rankAt(words, i, core.isEmpty());
        const QString level = officer > 0 ? u"cxo"_s : rank ? rank->level : QString();
        if (!level.isEmpty() && !title.levels.contains(level)) {
            title.levels << level;
        }
        if (officer == 0 && !rank) {
            core << words[i];
        }
        i += officer > 0 ? officer : rank ? rank->words.size() : 1;
    }
    while (!core.isEmpty() && fillers().contains(core.constFirst())) {
        core.removeFirst();
    }
    while (!core.isEmpty() && fillers().contains(core.constLast())) {
        core.removeLast();
    }
    title.core = core.join(u' ');
}

} // namespace

VendorTitle vendorTitle(const QString &title, const truth::TitleTable &titles)
{
    VendorTitle result;
    const QString typed = vendorWords(title);
    const QStringList words = wordsIn(typed);
    if (words.isEmpty()) {
        return result;
    }
    const QStringList whole = writtenOut(words, titles);
    result.spellings << typed;
    for (const QStringList &spelling :
         {words, whole, abbreviated(whole), withoutFillers(whole), withoutFillers(abbreviated(whole))}) {
        const QString text = spelling.join(u' ');
        const bool same = std::ranges::any_of(
                result.spellings, [&](const QString &other) { return pieces(other) == spelling; });
        if (!text.isEmpty() && !same) {
            result.spellings << text;
        }
    }
    // The assistant to the chief executive is of another rank and kind of work than what these words say.
    if (!whole.contains(u"to"_s)) {
        describeRank(whole, result);
    }
    return result;
}

QString vendorWords(QStringView text)
{
    return cleanLine(text).toLower();
}

} // namespace crema::find
