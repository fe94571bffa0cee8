// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/relations.h"

#include "base/text.h"
#include "truth/framing.h"
#include "truth/knowledge.h"
#include "truth/sourcesides.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("checker", text);
}

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
}

enum class Side { sender, recipient };

/// Words that tie somebody to a kind of fact: "I studied", "your role".
struct TieRule
{
    SourceTopic topic;
    QString verbs; ///< after "I" or "you"
    QString nouns; ///< after "my" or "your"
};

const QVector<TieRule> &tieRules()
{
    static const QVector<TieRule> rules {
            {SourceTopic::work,
             u"work(?:ed|ing)?|join(?:ed|ing)?|intern(?:ed|ing)?|am employed|are employed|were employed|consult(?:ed)? (?:at|for)"_s,
             u"jobs?|roles?|positions?|employers?|compan(?:y|ies)|firms?|internships?|colleagues"_s},
            {SourceTopic::study,
             u"stud(?:y|ied|ying)|graduat(?:e|ed|ing)|attend(?:ed|ing)?|major(?:ed|ing)?|minor(?:ed|ing)? in|earned"_s,
             u"degrees?|stud(?:y|ies)|major|minor|alma mater|university|college|school|classes|professors?"_s},
            {SourceTopic::origin, u"grew up|come from|came from|was born|were born|was raised|were raised"_s,
             u"hometown|home town|childhood|roots"_s},
            {SourceTopic::anything, u"spent|started|began|left|volunteered|trained|helped|did|went|moved"_s,
             u"time|summer|team|work"_s},
            {SourceTopic::place, u"live[sd]?|am based|are based|am living|are living|reside"_s, u"city"_s},
    };
    return rules;
}

/// One such tie in a claim: from its first word up to where the next begins, the names are its objects.
struct Tie
{
    Side side = Side::sender;
    SourceTopic topic = SourceTopic::anything;
    Span span;
};

QVector<Tie> tiesIn(const QString &text)
{
    static const QString between =
            uR"((?:\s+(?:am|are|was|were|have|had|now|also|currently|just|recently|then|both|been|used to)|['’](?:m|ve|re|d))*\s+)"_s;
    QVector<Tie> ties;
    for (const TieRule &rule : tieRules()) {
        const QString verbs = uR"(\b(?<who>I|you)%1(?:%2)\b)"_s.arg(between, rule.verbs);
        const QString nouns = uR"(\b(?<whose>my|your)\s+(?:\w+\s+)?(?:%1)\b(?!\s+(?:of interest|paper)))"_s
                                      .arg(rule.nouns);
        for (const QString &source : {verbs, nouns}) {
            auto matches = pattern(source).globalMatch(text);
            while (matches.hasNext()) {
                const auto match = matches.next();
                const QChar first = match.captured(0)[0].toLower();
                ties << Tie {first == u'y' ? Side::recipient : Side::sender, rule.topic,
                             Span {match.capturedStart(), match.capturedLength()}};
            }
        }
    }
    std::ranges::sort(ties, {}, [](const Tie &tie) { return tie.span.start; });
    return ties;
}

/// Verbs and adjectives that say more than any field of a record: they must stand in a quote themselves.
const QStringList &strongWords()
{
    static const QStringList words {
            u"led"_s,         u"lead"_s,       u"leading"_s,     u"leads"_s,        u"founded"_s,
            u"cofounded"_s,   u"founding"_s,   u"built"_s,       u"building"_s,     u"launched"_s,
            u"managed"_s,     u"managing"_s,   u"ran"_s,         u"running"_s,      u"designed"_s,
            u"created"_s,     u"promoted"_s,   u"promotion"_s,   u"interned"_s,     u"internship"_s,
            u"volunteered"_s, u"published"_s,  u"authored"_s,    u"won"_s,          u"awarded"_s,
            u"award"_s,       u"retired"_s,    u"headed"_s,      u"directed"_s,     u"supervised"_s,
            u"mentored"_s,    u"taught"_s,     u"teaching"_s,    u"researched"_s,   u"expert"_s,
            u"expertise"_s,   u"specialize"_s, u"specialise"_s,  u"specialized"_s,  u"specialised"_s,
            u"pioneered"_s,   u"scaled"_s,     u"successful"_s,  u"successfully"_s, u"renowned"_s,
            u"leadership"_s,  u"veteran"_s,    u"seasoned"_s,    u"senior"_s,       u"junior"_s,
            u"sophomore"_s,   u"freshman"_s,   u"honors"_s,      u"honours"_s,      u"scholarship"_s,
            u"summa"_s,       u"dean's"_s,     u"president"_s,   u"captain"_s,      u"chair"_s,
            u"father"_s,      u"mother"_s,     u"brother"_s,     u"sister"_s,       u"friend"_s,
            u"cousin"_s,      u"referred"_s,   u"recommended"_s, u"introduced"_s,
    };
    return words;
}

bool sharesStem(const QString &a, const QString &b)
{
    constexpr qsizetype stem = 5; // "led" is not in "Ledgerfox"
    return a == b
            || (a.size() >= stem && b.size() >= stem
                && QStringView(a).left(stem) == QStringView(b).left(stem));
}

bool isIrregular(const QString &word, const QString &quoted)
{
    static const QVector<QPair<QString, QString>> pairs {
            {u"led"_s, u"lead"_s},         {u"built"_s, u"build"_s}, {u"ran"_s, u"run"_s},
            {u"taught"_s, u"teach"_s},     {u"won"_s, u"win"_s},     {u"lead"_s, u"led"_s},
            {u"cofounded"_s, u"founder"_s}};
    return std::ranges::any_of(
            pairs, [&](const auto &pair) { return word == pair.first && quoted.startsWith(pair.second); });
}

class RelationCheck
{
public:
    RelationCheck(const Claim &claim, const DirectoryKnowledge *knowledge, bool withTies)
        : m_claim(claim), m_text(claim.text), m_knowledge(knowledge)
    {
        if (withTies) {
            checkTies();
        }
        checkStrongWords();
        checkTimes();
        checkShared();
    }

    [[nodiscard]] QVector<Unsupported> take() { return std::move(m_found); }

private:
    [[nodiscard]] static bool isOf(const Source &source, Side side)
    {
        return isAboutAnybody(source)
                || (side == Side::sender ? isAboutSender(source) : !isAboutSender(source));
    }

    [[nodiscard]] static bool speaksOf(const Source &source, SourceTopic topic)
    {
        const SourceTopic own = topicOf(source);
        return topic == SourceTopic::anything || own == SourceTopic::anything
                || own == topic
                // "I live in" and "I come from" are told apart; where somebody went to school is no home.
                || (topic == SourceTopic::study && own == SourceTopic::interest);
    }

    void checkTies()
    {
        const QVector<Tie> ties = tiesIn(withoutFraming(m_text));
        for (qsizetype i = 0; i < ties.size(); ++i) {
            const Tie &tie = ties[i];
            const bool any = std::ranges::any_of(m_claim.sources, [&](const Source &source) {
                return isOf(source, tie.side) && speaksOf(source, tie.topic);
            });
            if (!any) {
                m_found << Unsupported {tie.span, reasonFor(tie)};
                continue;
            }
            const qsizetype end = i + 1 < ties.size() ? ties[i + 1].span.start : m_text.size();
            checkTurn(tie, m_text.sliced(tie.span.end(), end - tie.span.end()));
            checkObjects(tie, end);
        }
    }

    // That somebody left or began something is said only where the record has its end or its beginning.
    void checkTurn(const Tie &tie, const QString &object)
    {
        static const QRegularExpression turn = pattern(uR"(\b(?:(?<left>left)|started|began)$)"_s);
        const auto match = turn.match(tie.span.of(m_text).toString());
        if (tie.side != Side::recipient || !match.hasMatch()) {
            return;
        }
        const bool left = !match.captured(u"left"_s).isEmpty();
        const QString member = left ? u"to"_s : u"from"_s;
        QStringList named; // the positions and schools it is about
        QStringList dated;
        for (const Source &source : m_claim.sources) {
            const QString entry = source.field.section(u'/', 0, 1);
            if (source.field.section(u'/', 2, 2) == member) {
                dated << entry;
            } else if (entry.contains(u'/') && containsWords(object, source.quote)) {
                named << entry;
            }
        }
        const bool says = named.isEmpty()
                ? !dated.isEmpty()
                : std::ranges::any_of(named, [&](const QString &entry) { return dated.contains(entry); });
        if (!says) {
            m_found << Unsupported {tie.span,
                                    left ? said("Nothing on record says that this has ended.")
                                         : said("Nothing on record says when this began.")};
        }
    }

    // "I work at X and you study at Y": X must not be on record for the recipient only, nor as a school only.
    void checkObjects(const Tie &tie, qsizetype end)
    {
        const QString object = m_text.sliced(tie.span.end(), end - tie.span.end());
        static const QRegularExpression at(uR"(^\s*(?:\w+\s+){0,4}?(?:at|for|in|from|with)\s+)"_s);
        const auto match = at.match(object);
        if (!match.hasMatch()) {
            return;
        }
        const QString name = nameAtStart(object.sliced(match.capturedLength()));
        bool somewhere = false;
        bool rightly = false;
        for (const Source &source : m_claim.sources) {
            if (!name.isEmpty() && !containsWords(source.quote, name)
                && !beginsWith(object.sliced(match.capturedLength()), source.quote)) {
                continue;
            }
            if (name.isEmpty() && !beginsWith(object.sliced(match.capturedLength()), source.quote)) {
                continue;
            }
            somewhere = true;
            rightly = rightly || (isOf(source, tie.side) && speaksOf(source, tie.topic))
                    || topicOf(source) == SourceTopic::place; // "I work in Chicago"
        }
        checkPosition(tie, object);
        if (somewhere && !rightly) {
            m_found << Unsupported {Span {tie.span.end() + match.capturedLength(), 0}, reasonFor(tie)};
            m_found.back().span.length = std::min<qsizetype>(40, end - m_found.back().span.start);
        }
    }

    /// The first run of words written as names: "Google" of "Google, where you".
    [[nodiscard]] static QString nameAtStart(const QString &text)
    {
        QStringList run;
        for (const Word &word : wordsOf(text)) {
            const QString own = word.span.of(text).toString();
            if (own.compare("the"_L1, Qt::CaseInsensitive) == 0 && run.isEmpty()) {
                continue;
            }
            if (!isNameLike(own) || isPlainWord(own)) {
                break;
            }
            run << own;
            if (!word.joinsNext) {
                break;
            }
        }
        return run.join(u' ');
    }

    /// A job that has ended is not held today, and a title belongs to the firm of its own position.
    void checkPosition(const Tie &tie, const QString &object)
    {
        if (tie.side != Side::recipient || tie.topic != SourceTopic::work) {
            return;
        }
        static const QRegularExpression present = pattern(uR"(\b(?:work|working)$)"_s);
        const QString verb = tie.span.of(m_text).toString();
        QStringList ofTitles;
        QStringList ofFirms;
        for (const Source &source : m_claim.sources) {
            if (!source.field.startsWith("positions/"_L1) || !containsWords(object, source.quote)) {
                continue;
            }
            const QString member = source.field.section(u'/', 2, 2);
            if (member == "title"_L1 || member == "company"_L1) {
                (member == "title"_L1 ? ofTitles : ofFirms) << source.field.section(u'/', 1, 1);
            }
        }
        const auto isOver = [&](const QString &id) {
            return std::ranges::any_of(m_claim.sources, [&](const Source &source) {
                return source.field == u"positions/%1/to"_s.arg(id);
            });
        };
        const QStringList named = ofFirms.isEmpty() ? ofTitles : ofFirms;
        if (present.match(verb).hasMatch() && !named.isEmpty() && std::ranges::all_of(named, isOver)) {
            m_found << Unsupported {tie.span, said("On record this job has ended.")};
        } else if (!ofTitles.isEmpty() && !ofFirms.isEmpty()
                   && std::ranges::none_of(ofTitles,
                                           [&](const QString &id) { return ofFirms.contains(id); })) {
            m_found << Unsupported {tie.span, said("On record this title belongs to another firm.")};
        }
    }

    [[nodiscard]] static bool beginsWith(const QString &name, const QString &quote)
    {
        QStringList words = foldedWords(name);
        const QStringList wanted = foldedWords(quote);
        if (!words.isEmpty() && words.constFirst() == "the"_L1) {
            words.removeFirst();
        }
        return !wanted.isEmpty() && words.size() >= wanted.size() && words.first(wanted.size()) == wanted;
    }

    [[nodiscard]] static QString reasonFor(const Tie &tie)
    {
        const bool sender = tie.side == Side::sender;
        switch (tie.topic) {
        case SourceTopic::work:
            return sender ? said("Nothing in your profile or resume says that you worked there.")
                          : said("Nothing in their record says that they work or worked there.");
        case SourceTopic::study:
            return sender ? said("Nothing in your profile or resume says that you studied there.")
                          : said("Nothing in their record says that they studied there.");
        case SourceTopic::origin:
            return sender ? said("Your profile does not say that you come from there.")
                          : said("Their record does not say that they come from there.");
        default:
            return sender ? said("Your profile does not say where you live.")
                          : said("Their record does not say that they live there.");
        }
    }

    void checkStrongWords()
    {
        QStringList quoted;
        for (const Source &source : m_claim.sources) {
            quoted += foldedWords(source.quote);
        }
        for (const Word &word : wordsOf(m_text)) {
            const QString text = word.span.of(m_text).toString();
            if (!strongWords().contains(text.toLower()) || isNameLike(text) || leadsSomewhere(word.span)) {
                continue; // as a name it is checked as one
            }
            const bool stands = std::ranges::any_of(quoted, [&](const QString &other) {
                return sharesStem(fold(text), other) || isIrregular(text.toLower(), other);
            });
            if (!stands) {
                m_found << Unsupported {word.span, said("No source of this sentence says \"%1\".").arg(text)};
            }
        }
    }

    // "What led you to" tells of nobody's lead.
    [[nodiscard]] bool leadsSomewhere(const Span &word) const
    {
        static const QRegularExpression way = pattern(uR"(^(?:led|leads?)\s+(?:you|me|us|to)\b)"_s);
        return way.match(m_text.sliced(word.start)).hasMatch();
    }

    // When something began, ended or how long it took is said only where a date is on record.
    void checkTimes()
    {
        static const QRegularExpression times = pattern(
                uR"(\b(?:recent(?:ly)?|newly|just (?:joined|started|moved|graduated)|former(?:ly)?|previous(?:ly)?|for (?:many |several |some |a few |the past )?years|over the (?:past|last|years)|years of|decades?|long[- ]time|early in (?:your|my) career|since|ago|last (?:year|month|week|summer|spring|fall|winter))\b)"_s);
        auto matches = times.globalMatch(m_text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const Span span {match.capturedStart(), match.capturedLength()};
            static const QRegularExpression before = pattern(uR"(\b(?:former|previous))"_s);
            const bool byOrder = before.match(match.captured(0)).hasMatch() && countOfPositions() > 1;
            if (!hasDate() && !byOrder && !isQuoted(match.captured(0))) {
                m_found << Unsupported {span,
                                        said("No date on record bears out \"%1\".").arg(match.captured(0))};
            }
        }
    }

    [[nodiscard]] bool hasDate() const
    {
        static const QRegularExpression date(uR"(\b(?:19|20)\d\d\b)"_s);
        return std::ranges::any_of(m_claim.sources,
                                   [](const Source &source) { return date.match(source.quote).hasMatch(); });
    }

    [[nodiscard]] qsizetype countOfPositions() const
    {
        QStringList positions;
        for (const Source &source : m_claim.sources) {
            if (source.field.startsWith("positions/"_L1)) {
                positions << source.field.section(u'/', 1, 1);
            }
        }
        positions.removeDuplicates();
        return positions.size();
    }

    [[nodiscard]] bool isQuoted(const QString &words) const
    {
        return std::ranges::any_of(m_claim.sources,
                                   [&](const Source &source) { return containsWords(source.quote, words); });
    }

    // "We both studied at Michigan" needs the same school in both records.
    void checkShared()
    {
        static const QRegularExpression together = pattern(
                uR"(\b(?:we both|both of us|we share|we shared|in common|the same (?:school|university|college|firm|company|employer|town|city|hometown|program|degree|major|field)|fellow|like you|as you did|our (?:school|university|college|hometown|alma mater|former employer)|(?:I|you) also (?:stud|work|attend|graduat|grew|went|major)\w*)\b)"_s);
        // A "Research Fellow" shares nothing by that.
        QString text = m_text;
        for (const Source &source : m_claim.sources) {
            if (source.quote.size() > 2) {
                text.replace(source.quote, QString(source.quote.size(), u'x'), Qt::CaseInsensitive);
            }
        }
        const auto match = together.match(text);
        if (match.hasMatch() && !hasSharedSource()) {
            m_found << Unsupported {Span {match.capturedStart(), match.capturedLength()},
                                    said("The two records do not show that you have this in common.")};
        }
    }

    [[nodiscard]] bool hasSharedSource() const
    {
        return std::ranges::any_of(m_claim.sources, [this](const Source &mine) {
            return isAboutSender(mine) && std::ranges::any_of(m_claim.sources, [&](const Source &theirs) {
                       return !isAboutSender(theirs) && areSame(mine, theirs);
                   });
        });
    }

    [[nodiscard]] bool areSame(const Source &mine, const Source &theirs) const
    {
        return containsWords(mine.quote, theirs.quote) || containsWords(theirs.quote, mine.quote)
                || (m_knowledge
                    && (sameSchool(mine.quote, theirs.quote, *m_knowledge)
                        || sameCompany(mine.quote, theirs.quote, *m_knowledge)
                        || sameTown(mine.quote, theirs.quote, *m_knowledge)));
    }

    const Claim &m_claim;
    const QString &m_text;
    const DirectoryKnowledge *m_knowledge;
    QVector<Unsupported> m_found;
};

} // namespace

SourceTopic topicOf(const Source &source)
{
    const QString top = source.field.section(u'/', 0, 0);
    if (source.kind == SourceKind::contactField) {
        if (top == "positions"_L1 || top == "industry"_L1) {
            return SourceTopic::work;
        }
        if (top == "schools"_L1) {
            return SourceTopic::study;
        }
        if (top == "hometown"_L1) {
            return SourceTopic::origin;
        }
        if (top == "city"_L1 || top == "location"_L1 || top == "state"_L1 || top == "country"_L1) {
            return SourceTopic::place;
        }
        return top == "firstName"_L1 || top == "lastName"_L1 ? SourceTopic::person : SourceTopic::anything;
    }
    if (source.kind == SourceKind::profileField) {
        if (top == "university"_L1 || top == "degree"_L1 || top == "major"_L1 || top == "graduationYear"_L1) {
            return SourceTopic::study;
        }
        if (top == "companies"_L1) {
            return SourceTopic::work;
        }
        if (top == "hometown"_L1) {
            return SourceTopic::origin;
        }
        return top == "name"_L1         ? SourceTopic::person
                : top == "interests"_L1 ? SourceTopic::interest
                                        : SourceTopic::anything;
    }
    return SourceTopic::anything;
}

QVector<Unsupported> unprovenRelations(const Claim &claim, const DirectoryKnowledge *knowledge)
{
    return RelationCheck(claim, knowledge, true).take();
}

QVector<Unsupported> unprovenWords(const Claim &claim, const DirectoryKnowledge *knowledge)
{
    return RelationCheck(claim, knowledge, false).take();
}

} // namespace crema::truth
