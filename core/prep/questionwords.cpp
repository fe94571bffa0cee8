// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/questionwords.h"

#include "base/text.h"
#include "truth/relations.h"
#include "truth/sentences.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

QSet<QString> wordSet(const char *list)
{
    const QStringList words = QString::fromLatin1(list).split(u' ', Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

// An open list of accusations cannot be written down, a list of what good questions are made of can. It has
// no word for luck or misfortune, for praise or blame, for body, family, money or faith.
const QSet<QString> &ordinaryWords()
{
    static const QSet<QString> words = wordSet(
            // who, what, where
            "a an the this that these those there here it its itself i me my mine we us our you your "
            "yours yourself younger self they them their someone somebody anyone anybody anything something "
            "everything everyone everybody others other another each every any some all both most "
            "more much many few fewer less least several enough same such own one ones else what "
            "which who whom whose when where how why whether and or but if then than as so because "
            "while until before after during through across among between within into onto in on at "
            "by for from of to with about over up out outside inside beyond besides beside along "
            "around near toward towards behind ahead forward back together apart is are was were am "
            "be been being do does did done doing have has had having can could will would shall "
            "should may might must not dont doesnt didnt isnt arent wasnt werent cant couldnt wouldnt "
            "shouldnt hasnt havent hadnt wont youre youve youd youll im ive id ill thats whats whos "
            "theres theyre wed weve "
            // how and how often
            "closely initially originally really very quite rather just still yet already even also "
            "too only ever often usually typically generally mostly mainly especially actually today "
            "nowadays currently now early earlier earliest later first last next once again always "
            "sometimes perhaps maybe well best better good great easy easier hard harder hardest able "
            "big bigger biggest careful certain clear clearer close common comfortable complex "
            "concrete critical crucial daily different differently challenging curious ideal "
            "strategic technical essential exciting fast favourite favorite fun fulfilling general "
            "helpful hidden important interesting key large larger largest long longer main "
            "meaningful memorable motivating natural necessary new open particular possible practical "
            "professional proud proudest ready real rewarding right satisfying short similar simple "
            "small smaller specific strong stronger surprising typical unexpected unique unusual "
            "useful valuable whole wide "
            // to do
            "add adds adding apply applied applies applying attract attracted break collaborate "
            "communicate define describe drive drives driven encourage encouraged enter entering "
            "evolve evolved evolves evolving excite excites explore hoping play plays played proven "
            "pursue pursued tend tends walk wonder ask advise avoid become became becoming approach "
            "begin believe bring brings brought build builds care change changes changed changing "
            "choose chose chosen choosing combine come comes came coming compare consider considering "
            "contribute create decide decided decides deciding develop developing differ differs draw "
            "draws drew drawn enjoy enjoyed enjoying expect expected explain feel feels felt find "
            "finds found finding focus follow get gets getting give gives gave given go goes going "
            "grow growing guide guided handle happens happen help helped helps helpful hope imagine "
            "improve influence influenced inspire inspired involve involves join joined joining keep "
            "keeps kept know knew known knows learn learned learnt learning led lead leads like likes "
            "look looked looks looking make makes made making matter matters mattered mean means "
            "meant measure meet motivate motivated motivates need needs needed notice noticed offer "
            "offers organise organize pick picked plan prefer prepare prepared prepares prioritise "
            "prioritize read recommend reflect rely remember require requires say says see sees saw "
            "seen seek set sets shape shaped shapes share show shows solve solved solves speak "
            "speaking talk talking spend spends spent stand stands start starts started starting stay "
            "stayed stick suggest suit suits support surprise surprised surprises take takes took "
            "taken taking taught teach teaches tell tells think thinking thought thrive thrives try "
            "trying turn turned understand understood use used uses using value want wanted wants "
            "watch wish wished work works worked working worth write "
            // things
            "background collaboration communication department departments growth hands mentor "
            "mentors misconception misconceptions qualities quality recommendation recommendations "
            "strategies technologies technology advice answer answers area areas art aspect aspects "
            "balance beginner beginners book books career careers challenge challenges chat choice "
            "choices coffee colleague colleagues company companies conversation conversations craft "
            "culture customer customers client clients day days decision decisions detail details "
            "difference differences direction discipline effort environment example examples "
            "expectation expectations experience experiences factor factors feedback field fields "
            "firm firms future goal goals habit habits idea ideas impact impression industry "
            "industries information insight insights interest interested interests job jobs journey "
            "kind kinds knowledge lesson lessons level life lot market markets mindset mistake "
            "mistakes moment moments month months motivation newcomer newcomers opinion opportunity "
            "opportunities organisation organization part parts path paths people person perspective "
            "perspectives piece pieces place places point points position positions priorities "
            "priority problem problems process processes profession project projects question "
            "questions reason reasons resource resources responsibility responsibilities result "
            "results role roles routine sector sense side situation skill skills sort stage step "
            "steps story student students style success task tasks team teams thing things time times "
            "tip tips tool tools topic topics track trend trends type types view views way ways week "
            "weeks workday world year years ");
    return words;
}

struct Condition
{
    bool (*holds)(const QVector<Source> &sources);
    const char *words;
};

bool speakOf(const QVector<Source> &sources, std::initializer_list<truth::SourceTopic> topics)
{
    return std::ranges::any_of(sources, [&](const Source &source) {
        return std::ranges::find(topics, truth::topicOf(source)) != topics.end();
    });
}

bool haveSteps(const QVector<Source> &sources)
{
    QSet<QString> positions;
    for (const Source &source : sources) {
        if (source.field.startsWith("positions/"_L1)) {
            positions.insert(source.field.section(u'/', 1, 1));
        }
    }
    return positions.size() > 1;
}

bool haveStudies(const QVector<Source> &sources)
{
    return speakOf(sources, {truth::SourceTopic::study});
}

bool havePlaces(const QVector<Source> &sources)
{
    return speakOf(sources, {truth::SourceTopic::place, truth::SourceTopic::origin});
}

bool haveArticles(const QVector<Source> &sources)
{
    return std::ranges::any_of(sources,
                               [](const Source &source) { return source.kind == SourceKind::article; });
}

const QVector<Condition> &conditions()
{
    static const QVector<Condition> list {
            {haveSteps,
             "move moved moving switch switched transition leap leave left leaving return returned "
             "shift shifted went previous previously earlier"},
            {haveStudies,
             "study studies studied studying degree degrees major school university college course "
             "courses campus class classes graduate graduated graduating graduation academic"},
            {havePlaces, "live living lives move moved moving city town hometown grew region local based"},
            {haveArticles, "news article announcement announced headline report launch"},
    };
    return list;
}

/// "plumbing" for "Plumber", "consult" for "Consultant"; not "hired" for "hire", since what was done to
/// somebody is another thing than what they do.
bool isOfOneFamily(const QString &word, const QString &known)
{
    static const QSet<QString> endings = wordSet(
            "s es e y er ers or ors r rs ing ings ion ions ation ant ants ancy ment al ist ists ies t is tic "
            "tics ics ical n ns ian ians");
    constexpr qsizetype shortestStem = 4;
    const auto parted = std::ranges::mismatch(word, known);
    const qsizetype stem = parted.in1 - word.begin();
    const QString rest = word.sliced(stem);
    const QString other = known.sliced(stem);
    return word == known
            || (stem >= shortestStem && (rest.isEmpty() || endings.contains(rest))
                && (other.isEmpty() || endings.contains(other)));
}

/// Ordinary words that say something of somebody behind a certain other: "your new", "your problems", "your
/// own company".
bool isPresumed(const QString &word, const QString &before)
{
    static const QSet<QString> theirs = wordSet("new problem problems mistake mistakes");
    static const QSet<QString> owned = wordSet("company companies firm firms organisation organization");
    return (before == "your"_L1 && theirs.contains(word)) || (before == "own"_L1 && owned.contains(word));
}

class WordCheck
{
public:
    WordCheck(const QString &facts, const QVector<Source> &sources) : m_facts(foldedWords(facts))
    {
        for (const Source &source : sources) {
            m_facts += foldedWords(source.quote);
        }
        m_facts.removeDuplicates();
        for (const Condition &condition : conditions()) {
            if (condition.holds(sources)) {
                m_allowed.unite(wordSet(condition.words));
            }
        }
    }

    [[nodiscard]] bool mayBeSaid(const QString &word, const QString &before) const
    {
        // Not "why people leave" or "were asked to leave".
        if (word == "leave"_L1 || word == "left"_L1 || word == "leaving"_L1) {
            return m_allowed.contains(word) && before == "you"_L1;
        }
        return (ordinaryWords().contains(word) && !isPresumed(word, before)) || m_allowed.contains(word)
                || std::ranges::any_of(m_facts,
                                       [&](const QString &known) { return isOfOneFamily(word, known); });
    }

private:
    QStringList m_facts;
    QSet<QString> m_allowed;
};

} // namespace

QString unknownWordIn(const QString &question, const QString &facts, const QVector<Source> &sources)
{
    const WordCheck check(facts, sources);
    QString before;
    for (const truth::Word &word : truth::wordsOf(question)) {
        const QStringView own = word.span.of(question);
        const bool isName = truth::isNameLike(word.startsSentence ? own.sliced(1) : own);
        for (const QString &part : foldedWords(truth::withoutPossessive(own.toString()))) {
            if (!isName && !truth::hasDigit(part) && !check.mayBeSaid(part, before)) {
                return own.toString();
            }
            before = part;
        }
    }
    return {};
}

bool asksWhyOfTheUnknown(const QString &question)
{
    static const QRegularExpression why(u"\\bwhy\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression known(
            u"\\bwhy (?:(?:did|do|have|would) )?you (?:\\w+ "
            u")?(?:choose|chose|choosing|pick|join|become|became|stay|"
            "study|come|came|go|went|move|switch|decide|work|think|enjoy|like|value|left|leave)|\\bwhy "
            "(?:that|this)(?: one)?\\?|\\bexplain why\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression denied(u"\\b(?:not|no|\\w+n['’]t)\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return why.match(question).hasMatch()
            && (!known.match(question).hasMatch() || denied.match(question).hasMatch());
}

} // namespace crema::prep
