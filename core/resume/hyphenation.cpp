// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/hyphenation.h"

#include "resume/glyphs.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

QSet<QString> wordSet(QStringView words)
{
    QSet<QString> set;
    for (const QStringView word : words.split(u' ', Qt::SkipEmptyParts)) {
        set.insert(word.toString());
    }
    return set;
}

// First and second halves of compounds that resumes write with a hyphen; a break inside a word leaves no such
// half.
const QSet<QString> &firstHalves()
{
    // clang-format off
    static const QSet<QString> words = wordSet(
            u"all anti best better big billion bottom brand business buy case class client close cloud co "
            "company community cost county cross customer data day decision deep detail double drug east "
            "e eight eleven employee end energy entry ever evidence event ex existing extra face fast "
            "field first five fixed follow four free front full fully future general goal good grade "
            "group half hand hard health higher high home hour human in industry inter kick large last "
            "late lead left less level life light like line live long longer low lower mail main market "
            "mid million mission mobile month more multi near new newly night nine non north object off "
            "office on one open out over part peer people performance person phone post pre price "
            "problem process product project quality question quick rapid rapidly re read real remote "
            "research result results right role rule run sales sales second self semi service seven "
            "short side single site six small so socio south speed stand start state step street student "
            "sub team tech ten test third thirty thousand three time tool top two under up user value "
            "vice walk water web week well west wide win word work world write year zero twenty forty "
            "fifty risk revenue publicly privately globally highly fortune patient policy"_s);
    // clang-format on
    return words;
}

const QSet<QString> &secondHalves()
{
    // clang-format off
    static const QSet<QString> words = wordSet(
            u"a accuracy active added adjusted agnostic and art as aware backed based basis board bound "
            "boarding bottom box branch built by campus capital card case center centered centric chain "
            "chair class cloud code commerce compliant country course critical cutting cycle date day "
            "deep depth dimensional disciplinary down driven edge effective efficient end equity ended "
            "ever face facing fact family first fit five fold founded founder free friendly functional "
            "fund funded generation grade ground growth half hand hoc home hour house impact income in "
            "intensive investment known label language large latency layer lead leader leading led level "
            "life line linear list long looking looped loop made making market mail mile minded minute "
            "month monthly national net notch new off office of old on one oriented out over owned page "
            "paid parametric party people performing person phase phone platform plane point premises "
            "president price prepared processing profit quality quarter range ranked rate read ready "
            "related relational rich right run saving scale sector series service setting shelf shot "
            "side size sided sized skilled solving source specific speed spoken stack stage standing "
            "standard start state step stop store structured style sum supervised tail tax team tech "
            "tenant term the thinking thought threaded ticket tier time times to top topic touch trained "
            "tuned turn type up us use user value variate version view ware way week weekly wide winning "
            "wise word work worker world writing year yield up ups"_s);
    // clang-format on
    return words;
}

// The letters at the end (or start) of a text.
QString lettersAtEnd(QStringView text)
{
    qsizetype from = text.size();
    while (from > 0 && text[from - 1].isLetter()) {
        --from;
    }
    return text.sliced(from).toString();
}

QString lettersAtStart(QStringView text)
{
    qsizetype to = 0;
    while (to < text.size() && text[to].isLetter()) {
        ++to;
    }
    return text.first(to).toString();
}

bool isAddress(QStringView word)
{
    return word.contains(u'@') || word.contains(u'/') || word.contains(u"www.");
}

bool mayContinue(const PageLine &line, const PageLine &next)
{
    const QString text = next.text.trimmed();
    const bool oneCell = !line.text.contains(u'\t') && !text.contains(u'\t');
    return oneCell && !next.gapBefore && !text.isEmpty() && !isBulletGlyph(text.front());
}

// The next line gives its first word away.
void takeFirstWord(PageLine &line, PageLine &next, bool keepHyphen)
{
    qsizetype from = 0;
    while (from < next.text.size() && next.text[from] == u' ') {
        ++from;
    }
    qsizetype to = from;
    while (to < next.text.size() && !next.text[to].isSpace()) {
        ++to;
    }
    if (!keepHyphen) {
        line.text.chop(1);
    }
    line.text += QStringView(next.text).sliced(from, to - from);
    const QString rest = next.text.sliced(to).trimmed();
    next.text = rest.isEmpty() ? QString() : QString(from, u' ') + rest;
}

} // namespace

bool keepsHyphen(QStringView before, QStringView after)
{
    const QString head = lettersAtEnd(before);
    const QString tail = lettersAtStart(after);
    const qsizetype start = before.size() - head.size();
    const bool compoundAlready = start > 0 && before[start - 1] == u'-'; // "state-of-" / "the-art"
    const bool furtherHyphen = tail.size() < after.size() && after[tail.size()] == u'-';
    return head.size() < 2 || tail.size() < 2 || compoundAlready || furtherHyphen || !tail.front().isLower()
            || head.back().isUpper() || firstHalves().contains(head.toLower())
            || secondHalves().contains(tail);
}

void joinHyphenated(std::vector<PageLine> &lines)
{
    for (size_t i = 0; i + 1 < lines.size(); ++i) {
        PageLine &line = lines[i];
        PageLine &next = lines[i + 1];
        const QStringView text = line.text;
        const bool soft = text.endsWith(QChar(0x00AD));
        const bool hyphen = text.endsWith(u'-') || text.endsWith(QChar(0x2010)) || soft;
        if (!hyphen || text.size() < 2 || text[text.size() - 2].isSpace() || !mayContinue(line, next)) {
            continue;
        }
        const qsizetype blank = text.lastIndexOf(u' ');
        const QStringView word = text.sliced(blank + 1).chopped(1);
        const QStringView rest = QStringView(next.text).trimmed();
        if (!rest.front().isLetterOrNumber() || !(word.back().isLetterOrNumber())) {
            continue;
        }
        takeFirstWord(line, next, !soft && (isAddress(word) || keepsHyphen(word, rest)));
    }
    std::erase_if(lines, [](const PageLine &line) { return line.text.trimmed().isEmpty(); });
}

} // namespace crema::resume
