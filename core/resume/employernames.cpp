// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/employernames.h"

#include "resume/namefact.h"
#include "resume/words.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption
        | QRegularExpression::UseUnicodePropertiesOption;

// One word that names nobody: what is left of a name that was cut off, any firm, the head of a column.
bool isNoName(const QString &text)
{
    static const QRegularExpression word(
            u"^(?:the\\s+)?(?:trust|cent(?:er|re)|group|bank|hospital|clinic|"
            u"institute|foundation|department|division|"
            "inc|ltd|llc|gmbh|various|clients?|freelance|duties|dates?|employers?|locations?|roles?|"
            "positions?|titles?|"
            "기간|회사명|직위|담당업무|학교명|전공|期間|会社名|職務内容|公司|职位|时间)\\.?$"_s,
            anyCase);
    return word.match(text).hasMatch();
}

// "Edge certificate automation": names write their words with capitals, in languages that do not at least the
// word that says what they are.
bool isPhrase(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return words.size() >= 3 && !hasOrganisationWord(text)
            && std::all_of(words.begin() + 1, words.end(), [](const QString &word) {
                   const bool latin = word.front().script() == QChar::Script_Latin;
                   return !word.front().isLetter() || (latin && !word.front().isUpper());
               });
}

// "Pharmacy teaching", "University service": what stands over jobs.
bool isKindOfWork(const QString &text)
{
    static const QRegularExpression kind(
            u"^\\p{Lu}[\\p{L} ]*\\s(?:service|teaching|employment|internships|jobs|positions|appointments|activities|involvement)$"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    return kind.match(text).hasMatch();
}

} // namespace

// A time without work: what stands beside it is no employer.
bool isTimeOff(const QString &text)
{
    // clang-format off
    static const QRegularExpression off(
            u"\\b(?:laid\\s+off|full[- ]time\\s+(?:carer|caregiver|parent|mother|father)|carer\\s+for\\s+(?:my|a|family)|"
            "working\\s+holiday|homemaker|stay[- ]at[- ]home|unemployed|job[- ]seeking|between\\s+jobs|"
            "(?:career|employment|work)\\s+(?:break|gap)|sabbatical|gap\\s+year|time\\s+off|(?:parental|maternity|paternity|family|"
            "medical|sick)\\s+leave|elternzeit|auszeit|arbeits(?:suchend|los)|mutterschutz|cong[ée]\\s+(?:maternit[ée]|parental)|"
            "recherche\\s+d['’]emploi|urlop\\s+macierzy[ńn]ski|f[öo]r[äa]ldraledig\\p{L}*|maternidad|desempleo)\\b"_s,
            anyCase);
    // clang-format on
    return off.match(text).hasMatch();
}

// What no firm is called: the rest of a sentence, a lone month or season, a word for any firm.
bool cannotBeFirm(const QString &text)
{
    // clang-format off
    static const QRegularExpression none(
            u"^(?:(?:depuis|since|seit|desde|dal)\\s+\\p{L}+|(?:january|jan|januar|janvier|janv|february|feb|februar|f[ée]vrier|f[ée]v|"
            "märz|april|apr|avril|avr|june|juni|juin|july|juli|juillet|juil|august|aug|ao[uû]t|september|septembre|sept?|october|oktober|"
            "octobre|oct|okt|november|novembre|nov|december|dezember|d[ée]cembre|d[ée]c|dez|f[ée]vr|enero|ene|abr|ago|dic|gen|giu|lug|ott|"
            "summers?|winters?|springs?|falls?|autumns?|sommer|[ée]t[ée]|verano|estate)\\.?|"
            "(?:various|several|multiple|different|diverse)\\s(?:(?-i:\\p{Ll}).*|(?:\\p{L}+\\s)?(?:clients|companies|employers|firms|organi[sz]ations|agencies|locations|sites|venues|roles|positions|projects|restaurants|stores|shops|schools|hospitals|hotels|homes|families)\\b.*)|(?:verschiedene|divers(?:es)?|vari[oae]s?|diversi)\\s.*|schools?|university|college|company|employer|"
            "firm|institution|organi[sz]ation|vocational|general|other)$"_s,
            anyCase);
    // clang-format on
    static const QRegularExpression running(
            u"\\s(?:with|using|into|through|across|such as|that|which|my|your|their|(?:by|a|an)(?=\\s\\P{Lu}))\\s"_s);
    const QChar first = text.front();
    const bool brand = first.isLower() && text.size() > 1
            && (text.at(1).isUpper() || !text.contains(u' ')
                || isLegalForm(text.section(u' ', -1))); // "eBay", "adidas"
    const bool startsInside = (first.isLower() && !brand) || (!first.isLetterOrNumber() && first != u'#');
    const bool labelled = text.contains(u": ");
    const bool openBracket = text.count(u'(') != text.count(u')');
    return startsInside || labelled || isNoName(text) || isPhrase(text) || isKindOfWork(text) || openBracket
            || running.match(text).hasMatch() || tellsDeed(text) || none.match(text).hasMatch();
}

bool isPersonWithTitle(const QString &text)
{
    static const QRegularExpression professor(
            u"^Prof\\.?\\s+(?:Dr\\.?\\s+)?\\p{Lu}|^Professor\\s+\\p{Lu}[\\p{L} .-]*['’]s\\s"_s);
    static const QRegularExpression other(u"^(?:Professor|Dr|Mr|Mrs|Ms|Mx|Herr|Frau|Mme|Rev)\\.?\\s+"_s);
    // "Dr. Alan Braverman DDS" is a practice.
    static const QRegularExpression practice(u"\\b(?:DDS|DMD|MD|DO|OD|DVM|DPM|PC|PA|Esq)\\.?$"_s);
    const auto match = other.match(text);
    const QString name = text.mid(std::max<qsizetype>(match.capturedLength(), 0));
    return professor.match(text).hasMatch()
            || (match.hasMatch() && !practice.match(text).hasMatch() && !hasOrganisationWord(name)
                && !asName(name).isEmpty());
}

bool isColumnHead(const QString &text)
{
    static const QRegularExpression head(u"^(?:(?:job\\s+)?titles?|from|to|dates?|company|compan(?:y|ies)\\s+"
                                         u"name|employers?|organi[sz]ations?|firm|institutions?|"
                                         "schools?|university|colleges?|locations?|city|place|roles?|"
                                         "positions?|designations?|duration|period|years?|degrees?|"
                                         "diplomas?|course|qualifications?|graduated|start|end|board(?:/"
                                         "university)?|year\\s+of\\s+passing|percentage|"
                                         "zeitraum|supervisors?|firma|arbeitgeber|position|von|bis)$"_s,
                                         anyCase);
    return head.match(text.trimmed()).hasMatch();
}

bool isTownColumn(const QString &text)
{
    static const QRegularExpression town(u"^(?:locations?|city|town|place)$"_s, anyCase);
    return town.match(text.trimmed()).hasMatch();
}

} // namespace crema::resume
