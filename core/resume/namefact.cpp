// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/namefact.h"

#include "base/text.h"
#include "resume/places.h"
#include "resume/sections.h"
#include "resume/words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr size_t topLines = 8; // a name stands no lower, unless the email or the type says it is one
constexpr size_t searchedLines = 120;

bool isParticle(QStringView word)
{
    static const QSet<QString> particles {
            u"de"_s, u"da"_s,  u"do"_s,  u"dos"_s, u"das"_s, u"di"_s,  u"del"_s, u"della"_s, u"la"_s,
            u"le"_s, u"van"_s, u"von"_s, u"der"_s, u"den"_s, u"zu"_s,  u"bin"_s, u"ibn"_s,   u"bint"_s,
            u"al"_s, u"el"_s,  u"y"_s,   u"e"_s,   u"ter"_s, u"ten"_s, u"of"_s,  u"af"_s,    u"av"_s,
            u"du"_s, u"dal"_s, u"ben"_s, u"st."_s, u"vom"_s, u"ní"_s,  u"nic"_s, u"uí"_s};
    return particles.contains(word.toString());
}

bool isNameWord(QStringView word)
{
    if (word.isEmpty()) {
        return false;
    }
    if (isParticle(word) || word.startsWith(u"al-") || word.startsWith(u"el-") || word.startsWith(u"d'")
        || word.startsWith(u"d’")) {
        return true;
    }
    const bool letters = std::ranges::all_of(word, [](QChar c) {
        return c.isLetter() || c.isMark() || c.isSurrogate() || c == u'\'' || c == u'’' || c == u'-'
                || c == u'.' || c == QChar(0x2010) || c == QChar(0x2011) || c == QChar(0x00B7)
                || c == QChar(0x200C);
    });
    const bool uncased = !word.front().isUpper() && !word.front().isLower();
    return letters && (word.front().isUpper() || uncased || word.front() == u'\'') && word.front() != u'-';
}

bool isCasedScript(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isUpper() || c.isLower(); });
}

// "Jane Doe, MBA, CPA" -> "Jane Doe"; "Jr." and "III" belong to the name.
QString withoutCredentials(const QString &text)
{
    static const QRegularExpression afterComma(
            u"\\s*,\\s*(?!(?:Jr|Sr|I{1,3}|IV)\\b)(?:[A-Z][A-Za-z]{0,4}\\.?){1,4}(?:[®™])?(?:\\s*[,/]\\s*.*)?$"_s);
    static const QRegularExpression bare(
            u"\\s+(?:MBA|Ph\\.?D\\.?|CPA|CFA|M\\.D\\.|J\\.D\\.|Esq\\.?|P\\.E\\.|PMP|RN)$"_s);
    static const QRegularExpression turned(u"^[\\p{L}'’-]+,\\s*\\p{Lu}\\p{Ll}+$"_s); // "Sommer, Lena"
    QString name = text;
    if (turned.match(name).hasMatch()) {
        return name;
    }
    return name.remove(afterComma).remove(bare).trimmed();
}

QString withoutLabels(QStringView text)
{
    // clang-format off
    static const QRegularExpression label(
            u"^(?:(?:full\\s+)?name|naam|namn|navn|nama(?:\\s+lengkap)?|nimi|név|jméno|ad[ıi](?:\\s+soyad[ıi])?|ad\\s+soyad|ονοματεπώνυμο|họ\\s+và\\s+tên|"
            "שם(?:\\s+מלא)?|नाम|candidate(?:\\s+name)?|applicant|nom(?:\\s+(?:et\\s+)?pr[ée]nom)?|nombre(?:\\s+(?:completo|"
            "y\\s+apellidos))?|nome|vor-?\\s*und\\s+(?:nach|zu)name|姓名|氏名|名前|이름|성명|الاسم|имя|фио|"
            "imi[ęe]\\s+i\\s+nazwisko|ф\\.и\\.о\\.)\\s*(?:[:：]\\s*|\\t\\s*)|^(?:姓名|氏名|名前|이름|성명)\\s+|^(?:informazioni\\s+personali|"
            "personal\\s+information|informations\\s+personnelles|informaci[óo]n\\s+personal|datos\\s+personales|pers[öo]nliche\\s+angaben|"
            "informa[çc][õo]es\\s+pessoais)\\s+(?=\\p{Lu})|^(?:nome|nombre|nom)\\s+(?=\\p{Lu}\\p{L}+\\s+\\p{Lu})|^(?:r[ée]sum[ée]|cv|c\\.v\\.|curriculum\\s+vitae|"
            "lebenslauf)\\s*(?:(?:of|de|von)\\b\\s*:?|[-–—:|])\\s*"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    // clang-format on
    // clang-format off
    static const QRegularExpression tail(
            u"\\s*(?:\\((?:she|he|they|hers?|his|him|them|theirs?|elle|il|sie|er)\\b[^)]*\\)|"
            "\\b(?:she/her(?:/hers)?|he/him(?:/his)?|they/them(?:/theirs)?)\\b|[-–—|"
            ":]\\s*(?:r[ée]sum[ée]|cv|curriculum vitae)|(?:'s)?\\s+r[ée]sum[ée])\\s*$"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    // clang-format on
    return text.toString().trimmed().remove(label).remove(tail).trimmed();
}

QString withoutSalutation(const QString &text)
{
    static const QRegularExpression salutation(
            u"^(?:Mr|Mrs|Ms|Miss|Mx|Herr|Frau|Mme)\\.?\\s+(?=\\p{Lu}\\p{L}*\\s)"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    return QString(text).remove(salutation);
}

// "Marlow, Jane Ann" -> "Jane Ann Marlow"
QString inSpokenOrder(const QString &text)
{
    static const QRegularExpression turned(
            u"^(\\p{Lu}\\p{L}[\\p{L}'’-]*), (\\p{Lu}\\p{Ll}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’.-]*){0,2})$"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    const auto match = turned.match(text);
    return match.hasMatch() && !isPlace(text) ? match.captured(2) + u' ' + match.captured(1) : text;
}

// "About Jane Doe", "Speaker bio: Jane Doe"
QString withoutTitleWords(const QString &text)
{
    static const QRegularExpression lead(
            u"^(?:about|(?:(?:speaker|author|artist|short)\\s+)?bio(?:graphy)?(?:\\s+of\\b|\\s*:)?|"
            u"(?:r[ée]sum[ée]|cv|curriculum\\s+vitae|profile)\\s+of\\b)\\s*:?\\s+(?=\\p{Lu}\\p{L}+\\s+\\p{Lu})"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return QString(text).remove(lead);
}

bool isLabelled(QStringView text)
{
    return withoutLabels(text) != text.trimmed();
}

bool isDocumentTitle(QStringView text)
{
    static const QSet<QString> titles {u"resume"_s,
                                       u"curriculum vitae"_s,
                                       u"cv"_s,
                                       u"lebenslauf"_s,
                                       u"hoja de vida"_s,
                                       u"个人简历"_s,
                                       u"簡歷"_s,
                                       u"简历"_s,
                                       u"履歴書"_s,
                                       u"職務経歴書"_s,
                                       u"이력서"_s,
                                       u"السيرة الذاتية"_s,
                                       u"резюме"_s,
                                       u"kontakt"_s,
                                       u"c v"_s,
                                       u"curriculum"_s,
                                       u"personal resume"_s,
                                       u"vitae"_s,
                                       u"references"_s,
                                       u"europass curriculum vitae"_s,
                                       u"curriculum vitae europass"_s,
                                       u"europass cv"_s,
                                       u"europass"_s,
                                       u"קורות חיים"_s,
                                       u"ozgecmis"_s,
                                       u"رزومه"_s,
                                       u"履歷"_s,
                                       u"個人簡歷"_s,
                                       u"βιογραφικο σημειωμα"_s,
                                       u"so yeu ly lich"_s,
                                       u"daftar riwayat hidup"_s,
                                       u"speaker bio"_s,
                                       u"bio"_s,
                                       u"zyciorys"_s,
                                       u"zyciorys zawodowy"_s,
                                       u"levensloop"_s,
                                       u"meritforteckning"_s,
                                       u"ansioluettelo"_s,
                                       u"zivotopis"_s,
                                       u"oneletrajz"_s,
                                       u"氏名"_s,
                                       u"姓名"_s,
                                       u"이름"_s,
                                       u"성명"_s};
    const QStringList words = foldedWords(text);
    const bool spaced = std::ranges::all_of(words, [](const QString &word) { return word.size() == 1; });
    return titles.contains(words.join(u' '))
            || (spaced && titles.contains(words.join(QString()))); // "履 歴 書"
}

// How well a name fits the email's local part or the LinkedIn slug: a given and a family name, or an initial
// and one.
bool fitsAddress(const QString &name, const ResumeFacts &facts)
{
    const QString local = fold(facts.email.text.section(u'@', 0, 0));
    const QString slug = fold(facts.linkedinUrl.text.section(u'/', -1));
    const QStringList words = foldedWords(name);
    const auto fits = [&words](const QString &address) {
        return std::ranges::any_of(
                words, [&address](const QString &w) { return w.size() >= 3 && address.contains(w); });
    };
    return (!local.isEmpty() && fits(local)) || (!slug.isEmpty() && fits(slug));
}

struct NameCandidate
{
    ResumeLine name;
    int score = 0;
};

int scoreOf(const QString &name, const Line &line, size_t index, int titleLine, const ResumeFacts &facts)
{
    const bool fits = fitsAddress(name, facts);
    int score = isLabelled(line.text) ? 6 : 0;
    score += fits ? 5 : 0;
    score += line.number == titleLine ? 4 : 0;
    score += index == 0 ? 4 : index < 3 ? 2 : index < topLines ? 1 : 0;
    // "Grace Church" may be a person, but then something must speak for her.
    score -= hasOrganisationWord(name) ? 5 : 0;
    score -= line.bullet ? 3 : 0;
    return score;
}

QStringList piecesOf(const Line &line)
{
    static const QRegularExpression separator(u"\\t|\\s{3,}|\\s*[|•·◆⋄]\\s*|\\s+[–—-]\\s+"_s);
    return line.text.split(separator, Qt::SkipEmptyParts);
}

// A name in two lines of large type: "JANE" / "DOE".
QString nameOverTwoLines(const std::vector<Line> &lines, size_t i)
{
    if (i + 1 >= lines.size() || lines[i + 1].number > lines[i].number + 2) {
        return {};
    }
    const QString &first = lines[i].text;
    const QString &second = lines[i + 1].text;
    const bool single = wordCount(first) <= 2 && wordCount(second) <= 2
            && wordCount(first) + wordCount(second) <= 3;
    const bool sameCase = first.isUpper() == second.isUpper() && first.size() > 1 && second.size() > 1;
    // Lower down the line above is something else: "Tableau" / "Jane Doe".
    const bool whole = i > 0 && !asName(second).isEmpty();
    const bool word = !whole && isCasedScript(first) && !headingOf(second) && !isDocumentTitle(first)
            && !isJobTitle(second);
    return single && sameCase && word ? asName(first + u' ' + second) : QString();
}

// "氏名\t高橋\t美咲", "高橋　美咲": family and given name in cells of their own.
QString nameOverTwoCells(const Line &line)
{
    static const QRegularExpression name(
            u"^(?:(?:氏名|姓名|名前|이름|성명)\\s*[:：]?\\s*)?(\\p{Han}{1,3})\\t\\s*([\\p{Han}\\p{Hiragana}\\p{Katakana}]{1,3})$"_s);
    const auto match = name.match(line.text);
    return match.hasMatch() ? asName(match.captured(1) + u' ' + match.captured(2)) : QString();
}

// What may be a name in the line, each with how much less it is likely.
QVector<QPair<QString, int>> namesIn(const std::vector<Line> &lines, size_t i)
{
    QVector<QPair<QString, int>> names;
    const auto add = [&names](const QString &name, int handicap) {
        if (!name.isEmpty()) {
            names.append({name, handicap});
        }
    };
    if (!lines[i].text.contains(u"   "_s)) {
        add(asName(lines[i].text), 0);
    }
    if (names.isEmpty()) {
        add(nameOverTwoCells(lines[i]), 0);
    }
    const QStringList pieces = piecesOf(lines[i]);
    for (qsizetype k = 0; names.isEmpty() && k < pieces.size(); ++k) {
        add(asName(pieces[k]), k == 0 ? 0 : 2);
    }
    if (names.isEmpty() && pieces.size() == 1) {
        add(nameOverTwoLines(lines, i), 0);
    }
    return names;
}

} // namespace

namespace {

// A name by its form; it may be a job title or half a name too.
QString likeName(QStringView text)
{
    const QString name = inSpokenOrder(
            withoutCredentials(withoutSalutation(withoutTitleWords(withoutLabels(text)))));
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const bool cased = isCasedScript(name);
    if (words.isEmpty() || words.size() > 6 || name.size() > 60 || (cased && words.size() < 2)
        || (!cased && (name.size() < 2 || (words.size() == 1 && name.size() > 12)))) {
        return {};
    }
    const bool nickname = name.contains(u'(') || name.contains(u'"') || name.contains(u'“');
    QString bare = name;
    if (nickname) {
        static const QRegularExpression quoted(u"\\s*[(\"“][\\p{L} .'-]+[)\"”]"_s);
        bare.remove(quoted);
    }
    const QStringList plain = bare.split(u' ', Qt::SkipEmptyParts);
    const bool named = std::ranges::all_of(plain, [](const QString &word) {
        return isNameWord(word.endsWith(u',') ? word.chopped(1) : word);
    });
    const bool something = headingOf(name) || isDocumentTitle(name) || isPlace(name);
    return named && !plain.isEmpty() && plain.first() != u"of"_s && !something ? name : QString();
}

// "Maria de", which goes on in the line below; not "Bo Do", "Minh Le".
bool endsInside(const QString &name)
{
    static const QSet<QString> families {u"Do"_s, u"Le"_s, u"La"_s, u"Du"_s, u"Y"_s};
    const QString last = name.section(u' ', -1);
    return isParticle(last.toLower()) && !(wordCount(name) == 2 && families.contains(last));
}

} // namespace

QString asName(QStringView text)
{
    const QString name = likeName(text);
    return isJobTitle(name) || isUnitOrField(name) || endsInside(name) ? QString() : name;
}

namespace {

// "joy.baker@...", "jbaker@..." for Joy Baker
bool spellsAddress(const QString &name, const ResumeFacts &facts)
{
    static const QRegularExpression notLetter(u"\\P{L}"_s);
    const QString local = fold(facts.email.text.section(u'@', 0, 0)).remove(notLetter);
    const QStringList words = foldedWords(name);
    const QString first = words.value(0);
    const QString last = words.value(words.size() - 1);
    return words.size() >= 2
            && (local.contains(first + last) || local.contains(last + first)
                || local == first.first(1) + last);
}

// Joy Baker, Summer Winter, BO DO: another word as well, but the address says that it is a name.
ResumeLine nameLikeAddress(const std::vector<Part> &parts, const ResumeFacts &facts)
{
    for (const Part &part : parts) {
        const bool top = part.section == Section::contact || part.section == Section::summary;
        for (size_t i = 0; top && i < std::min(part.lines.size(), topLines); ++i) {
            const QString name = likeName(piecesOf(part.lines[i]).value(0));
            if (spellsAddress(name, facts)) {
                return {name, part.lines[i].number};
            }
        }
    }
    return {};
}

// "Maria Fernanda" / "Gutierrez": the line below goes on with the name where the address has that word too.
ResumeLine wholeName(const ResumeLine &name, const std::vector<Part> &parts, const ResumeFacts &facts)
{
    const QString addresses = fold(facts.email.text + u' ' + facts.linkedinUrl.text);
    for (const Part &part : parts) {
        for (const Line &line : part.lines) {
            const bool next = line.number == name.line + 1 && !line.gapBefore && !line.bullet;
            if (!next || wordCount(line.text) > 2 || isJobTitle(line.text) || headingOf(line.text)) {
                continue;
            }
            const QString word = foldedWords(line.text).join(QString());
            const QString whole = asName(name.text + u' ' + line.text);
            const bool said = fold(name.text).remove(u' ').contains(word);
            if (!said && word.size() >= 4 && addresses.contains(word) && !whole.isEmpty()) {
                return {whole, name.line};
            }
        }
    }
    return name;
}

// "Surname: Doe    First names: Jane Ann", "Vorname: Jane" / "Nachname: Doe"
ResumeLine labelledName(const std::vector<Line> &lines)
{
    constexpr auto options = QRegularExpression::CaseInsensitiveOption
            | QRegularExpression::UseUnicodePropertiesOption;
    const QString value =
            u"\\s*[:\\t]\\s*(?-i:(\\p{Lu}[\\p{L}'’.-]*(?: [\\p{L}'’.-]+){0,3}))(?=\\s{2}|\\s*[\\t,;|]|\\s*$)"_s;
    static const QRegularExpression given(
            u"\\b(?:(?:first|given)\\s*names?(?:\\(s\\))?|forenames?|vornamen?|pr[ée]noms?|imi[ęe]|voornaam)"_s
                    + value,
            options);
    static const QRegularExpression family(
            u"\\b(?:(?:last|family)\\s*name|surname|nachname|familienname|nom\\s+de\\s+famille|apellidos?|cognome|nazwisko|achternaam)"_s
                    + value,
            options);
    for (size_t i = 0; i < lines.size(); ++i) {
        const auto last = family.match(lines[i].text);
        for (size_t k = i > 0 ? i - 1 : 0; last.hasMatch() && k < std::min(i + 2, lines.size()); ++k) {
            if (const auto first = given.match(lines[k].text); first.hasMatch()) {
                return {first.captured(1) + u' ' + last.captured(1), lines[std::min(i, k)].number};
            }
        }
    }
    return {};
}

} // namespace

ResumeLine nameIn(const std::vector<Part> &parts, int titleLine, const ResumeFacts &facts)
{
    NameCandidate best;
    size_t index = 0; // among lines that could be a name by their place
    for (const Part &part : parts) {
        const bool top = part.section == Section::contact || part.section == Section::summary;
        if (const ResumeLine labelled = labelledName(part.lines); top && labelled.line > 0) {
            return labelled;
        }
        for (size_t i = 0; i < part.lines.size() && i < searchedLines; ++i) {
            const Line &line = part.lines[i];
            if (isDocumentTitle(line.text)) {
                continue;
            }
            for (const auto &[name, handicap] : namesIn(part.lines, i)) {
                const int score = scoreOf(name, line, top ? index : searchedLines, titleLine, facts)
                        - handicap;
                if (score > best.score) {
                    best = {{name, line.number}, score};
                }
            }
            index += top;
        }
    }
    return best.score >= 4 ? wholeName(best.name, parts, facts) : nameLikeAddress(parts, facts);
}

} // namespace crema::resume
