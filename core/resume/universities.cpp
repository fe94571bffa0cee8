// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/universities.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/degrees.h"
#include "resume/places.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption
        | QRegularExpression::UseUnicodePropertiesOption;

QSet<QString> nameSet(QStringView names)
{
    QSet<QString> set;
    for (const QStringView name : names.split(u'|')) {
        set.insert(name.toString());
    }
    return set;
}

// Known by a short name that no rule would take for a school; folded.
bool isKnownShortName(const QString &folded)
{
    // clang-format off
    static const QSet<QString> names = nameSet(
            u"mit|ucla|usc|nyu|ucsd|ucsb|ucsc|ucsf|uc berkeley|uc davis|uc irvine|uc riverside|uc merced|"
            "uc san diego|uc santa barbara|uc santa cruz|uc los angeles|uiuc|umich|upenn|penn|uva|unc|"
            "unc chapel hill|unc charlotte|ut austin|ut dallas|ut arlington|lse|ucl|kcl|lbs|cmu|gwu|byu|"
            "smu|tcu|lsu|fsu|asu|uga|ucf|usf|fiu|fau|njit|rit|rpi|wpi|suny|cuny|suny buffalo|"
            "suny binghamton|suny albany|stony brook|suny stony brook|vcu|gmu|jmu|umass|umass amherst|"
            "umass boston|umass lowell|uconn|udel|umd|umbc|uw madison|uw seattle|uwaterloo|ubc|eth|"
            "eth zurich|eth zuerich|epfl|tu munchen|tu munich|tum|tu berlin|tu darmstadt|tu dresden|"
            "tu wien|tu delft|tu graz|tu eindhoven|tu dortmund|tu braunschweig|lmu|lmu munchen|"
            "rwth aachen|rwth|fu berlin|hu berlin|kit|whu|hec|hec paris|hec montreal|hec lausanne|insead|"
            "essec|escp|edhec|em lyon|emlyon|sciences po|sciences po paris|centralesupelec|polytechnique|"
            "iese|esade|upf|upc|upm|ie|nus|ntu|smu singapore|hku|hkust|cuhk|kaist|snu|iit|iim|iisc|aiims|"
            "caltech|georgia tech|virginia tech|texas tech|michigan tech|louisiana tech|penn state|"
            "ohio state|michigan state|florida state|arizona state|iowa state|kansas state|oregon state|"
            "washington state|nc state|north carolina state|colorado state|san diego state|"
            "san jose state|cal poly|cal poly slo|cal poly pomona|cal state fullerton|cal state la|"
            "cal state long beach|csulb|csuf|csun|uc|ucd|tcd|dcu|unsw|anu|uts|qut|mcgill|stanford|"
            "harvard|yale|princeton|columbia|cornell|dartmouth|brown|duke|wharton|uchicago|northwestern|"
            "johns hopkins|vanderbilt|georgetown|notre dame|rice|emory|oxford|cambridge|imperial|"
            "bits pilani|vit|nit|dtu|nsut|tsinghua|peking|fudan|sjtu|uct|wits|lums|nust|unam|itam|itesm|"
            "tec de monterrey|usp|unicamp|fgv|bocconi|polimi|luiss|ku leuven|uva amsterdam|vu amsterdam|"
            "kth|dtu denmark|cbs|ntnu|bi|aalto|harvard kennedy school|mit sloan|michigan ross|chicago booth|"
            "ucla anderson|berkeley haas|uva darden|nyu stern|duke fuqua|dartmouth tuck|cornell johnson|risd|"
            "sci arc|juilliard|the juilliard school|juilliard school|pratt institute|art center|bard|sheffield hallam|"
            "scad|berklee|cooper union|the cooper union|courtauld|the courtauld|fletcher school|the fletcher school|"
            "new mexico tech|montana tech|oregon tech|tennessee tech|arkansas tech|jntu|jntu hyderabad|jntu kakinada|"
            "johns hopkins sais|thunderbird|west point|yale school of drama|bread loaf school of english");
    // clang-format on
    static const QRegularExpression branch(u"^(?:iit|iim|nit|iiit|bits|insa) [a-z]+(?: [a-z]+)?$"_s);
    return names.contains(folded) || branch.match(folded).hasMatch();
}

// Towns that say the university too: only where nothing tells that the town is meant.
bool isUniversityTown(const QString &folded)
{
    static const QSet<QString> towns = nameSet(u"cambridge|oxford|princeton|columbia|dartmouth|berkeley");
    return towns.contains(folded);
}

// "University of Central", "University of Cape": the line ended before the name did.
bool isCutOff(const QString &folded)
{
    // clang-format off
    static const QRegularExpression open(
            u"\\b(?:university|college|institute) of (?:central|north|south|east|west|northern|southern|eastern|western|"
            "northwestern|northeastern|southwestern|southeastern|new|cape|san|santa|los|las|saint|st|fort|port|upper|lower|"
            "for|in|of|at|and)$|\\b(?:of|for|in|at|and)$"_s);
    // clang-format on
    return open.match(folded).hasMatch();
}

// These short names are words or people too: they count only where nothing else stands with them.
bool hasUniversityWord(const QStringList &words, const QString &text)
{
    // clang-format off
    static const QSet<QString> own = nameSet(
            u"university|universitat|universitaet|universite|universidad|universitat|universita|"
            "universidade|universiteit|universitet|universitetet|universitatea|univerzita|univerzitet|"
            "uniwersytet|universitas|universiti|universiteti|universitesi|universite|universities|"
            "egyetem|egyetemen|yliopisto|hogskola|hogskolan|hogskole|hogskolen|hojskole|hochschule|fachhochschule|polytechnic|polytechnique|politecnico|"
            "politechnika|polytechnikum|polytechnische|univ|uni|politecnica|ulikool|universitate");
    // clang-format on
    static const QStringList scripts {u"大学"_s,        u"大學"_s,         u"学院"_s,        u"學院"_s,
                                      u"대학교"_s,      u"대학"_s,         u"جامعة"_s,       u"университет"_s,
                                      u"Университет"_s, u"институт"_s,     u"Институт"_s,    u"אוניברסיטת"_s,
                                      u"אוניברסיטה"_s,  u"Πανεπιστήμιο"_s, u"Πολυτεχνείο"_s, u"มหาวิทยาลัย"_s,
                                      u"विश्वविद्यालय"_s, u"університет"_s,  u"Університет"_s, u"دانشگاه"_s,
                                      u"הטכניון"_s,     u"УНИВЕРСИТЕТ"_s};
    return std::ranges::any_of(words, [](const QString &word) { return own.contains(word); })
            || containsWords(text, u"đại học")
            || std::ranges::any_of(scripts, [&text](const QString &word) { return text.contains(word); });
}

bool hasUniversityPhrase(const QString &folded)
{
    // clang-format off
    static const QRegularExpression phrase(
            u"\\b(?:institute of (?:technology|science|management|design|art|information|engineering|"
            "architecture)|school of economics|school of design|technion|school of mines|college london|"
            "conservatory|indian (?:institute|school)|grande ecole|ecole (?:normale|polytechnique|"
            "centrale|superieure|nationale|de commerce|des (?:mines|ponts|hautes)|d ingenieurs|speciale|"
            "federale|42)|institut (?:d etudes politiques|polytechnique|mines|national)|"
            "instituto (?:tecnologico|politecnico|superior)|technische universitat|kunsthochschule|"
            "berufsakademie|school of (?:oriental|advanced)|theological seminary|postgraduate school|"
            "(?:naval|military|air force|coast guard|merchant marine) academy)\\b"_s);
    // clang-format on
    return phrase.match(folded).hasMatch();
}

// "X College", "College of the Holy Cross"; not "College of Engineering", which is part of a university.
SchoolKind collegeKind(const QString &folded)
{
    // clang-format off
    static const QRegularExpression part(
            u"\\b(?:college|school|faculty|department|institute|academy) (?:of|for) (?:the )?(?:applied |"
            "fine |liberal |graduate |computer |natural |social |letters|health |public |"
            "performing )?(?:arts?|sciences?|engineering|business|management|law|medicine|education|"
            "nursing|information|computing|communications?|journalism|humanities|architecture|"
            "agriculture|economics|policy|affairs|health|music|professional|continuing|commerce|"
            "engineers?|letters|media|design|social|technology|public|government|international|foreign|"
            "hospitality|hotel|industrial|accountancy|accounting|finance|pharmacy|environment|data)\\b"_s);
    // clang-format on
    // clang-format off
    static const QRegularExpression namedPart(
            u"\\w+ (?:business|law|medical|graduate|engineering|management|journalism|divinity|dental|veterinary|nursing|film|drama) school\\b|\\b(?:business|"
            "law) school\\b.*\\w|\\bhonors college\\b"_s);
    // clang-format on
    if (part.match(folded).hasMatch() || namedPart.match(folded).hasMatch()) {
        // A name before it ("Marshall School of Business") makes it worth keeping when nothing better stands
        // there.
        return !folded.startsWith(u"college of") && !folded.startsWith(u"school of")
                        && !folded.startsWith(u"department") && !folded.startsWith(u"faculty")
                        && !folded.contains(u"honors")
                ? SchoolKind::part
                : SchoolKind::none;
    }
    static const QRegularExpression whole(u"\\w+ (?:\\w+ )*college\\b|^(?:the )?college of \\w+"_s);
    return whole.match(folded).hasMatch() ? SchoolKind::whole : SchoolKind::none;
}

// Words that turn a university's name into something that happens there.
bool isSomethingElse(const QStringList &words)
{
    // clang-format off
    static const QSet<QString> others = nameSet(
            u"fair|club|clubs|newspaper|press|career|careers|team|government|scholarship|scholarships|"
            "award|awards|coursework|courses|course|society|bookstore|hospital|library|libraries|"
            "ambassador|republicans|democrats|bound|prep|preparatory|advising|readiness|basketball|"
            "football|soccer|orchestra|choir|band|fraternity|sorority|deans|list|gpa|relevant|"
            "activities|exchange|abroad|honors|member|president|volunteer|tutor|assistant|union|"
            "challenge|hackathon|competition|ranked|admission|admitted|transcript|tuition|students|"
            "alumni|board|prize|lab|laboratory|accepted|committee");
    // clang-format on
    return std::ranges::any_of(words, [](const QString &word) { return others.contains(word); });
}

SchoolKind kindOf(const QString &part)
{
    const QStringList words = foldedWords(part);
    const QString folded = words.join(u' ');
    if (words.isEmpty() || words.size() > 11 || part.front().isLower() || isSecondarySchool(part)) {
        return SchoolKind::none;
    }
    if (isCutOff(folded)) {
        return SchoolKind::none;
    }
    if (isKnownShortName(folded)) {
        return SchoolKind::whole;
    }
    if (isSomethingElse(words)) {
        return SchoolKind::none;
    }
    const bool generic = words.size() == 1 && part.front().script() == QChar::Script_Latin;
    if (!generic && (hasUniversityWord(words, part) || hasUniversityPhrase(folded))) {
        return SchoolKind::whole;
    }
    return generic ? SchoolKind::none : collegeKind(folded);
}

// "University of California, Berkeley": the campus is part of the name.
bool isCampusOf(const QString &school, const QString &next)
{
    // clang-format off
    static const QRegularExpression system(
            u"(?:University of (?:California|Illinois|Massachusetts|Michigan|Wisconsin|Texas|"
            "North Carolina|Colorado|Minnesota|Maryland|Nebraska|Missouri|Hawaii|Hawai'i|Alaska|Arkansas|"
            "Tennessee|Houston|Alabama|Maine|South Carolina|New Hampshire|Nevada|Washington)|"
            "California State University|California Polytechnic State University|"
            "California State Polytechnic University|State University of New York|"
            "City University of New York|Rutgers(?: University)?|Purdue University|Indiana University|"
            "Penn(?:sylvania)? State(?: University)?|Indian Institute of Technology|"
            "Indian Institute of Management|National Institute of Technology|SUNY|CUNY|"
            "Texas A&M University|Rutgers, The State University of New Jersey|Miami University|"
            "Trinity College)$"_s,
            anyCase);
    // clang-format on
    // clang-format off
    static const QSet<QString> campuses = nameSet(
            u"berkeley|los angeles|san diego|davis|irvine|santa barbara|santa cruz|riverside|merced|"
            "san francisco|urbana champaign|urbana|chicago|springfield|amherst|boston|lowell|dartmouth|"
            "ann arbor|dearborn|flint|madison|milwaukee|austin|dallas|arlington|san antonio|el paso|"
            "chapel hill|charlotte|greensboro|wilmington|asheville|boulder|denver|colorado springs|"
            "twin cities|duluth|college park|baltimore county|lincoln|omaha|columbia|st louis|"
            "kansas city|manoa|fairbanks|anchorage|fayetteville|little rock|knoxville|chattanooga|"
            "huntsville|birmingham|tuscaloosa|orono|fullerton|long beach|northridge|sacramento|fresno|"
            "san bernardino|chico|east bay|pomona|san luis obispo|stony brook|buffalo|albany|binghamton|"
            "new brunswick|newark|camden|west lafayette|bloomington|indianapolis|fort wayne|"
            "university park|bombay|delhi|madras|kanpur|kharagpur|roorkee|guwahati|hyderabad|bhu|"
            "ahmedabad|bangalore|calcutta|trichy|warangal|surathkal|college station|oxford|dublin|"
            "las vegas|reno|bothell|tacoma|at austin|baruch college|hunter college|city college|"
            "the state university of new jersey");
    // clang-format on
    return system.match(school).hasMatch() && campuses.contains(foldedWords(next).join(u' '));
}

// "Dalhousie University MBA", "서울대학교 경영학과 졸업": the name ends before what was studied there.
QString withoutStudies(const QString &name)
{
    static const QRegularExpression korean(u"^(\\S*(?:대학교|대학원|대학))\\s.*$"_s);
    const qsizetype degree = degreeStart(name);
    if (degree > 0 && kindOf(name.first(degree).trimmed()) == SchoolKind::whole) {
        return name.first(degree).trimmed();
    }
    const auto match = korean.match(name);
    return match.hasMatch() ? match.captured(1) : name;
}

// "Columbia University and Jewish Theological Seminary": of two the first.
QString firstOfTwo(const QString &name)
{
    static const QRegularExpression joint(u"\\s+(?:and|&|und|et|y)\\s+"_s);
    const auto match = joint.match(name);
    const bool two = match.hasMatch() && kindOf(name.first(match.capturedStart())) == SchoolKind::whole
            && kindOf(name.mid(match.capturedEnd())) == SchoolKind::whole;
    return two ? name.first(match.capturedStart()) : name;
}

// "Georgia State University Atlanta" before ", GA": the town belongs to the state.
QString withoutTown(const QString &name, const QString &next)
{
    static const QRegularExpression town(u"^(.*\\b(?:University|College))(?:\\s\\p{Lu}[\\p{L}.'’-]+){1,2}$"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression state(u"^(?!UK|US)[A-Z]{2}\\b(?!\\.)"_s);
    const auto match = town.match(name);
    const bool stands = match.hasMatch() && state.match(next).hasMatch()
            && isPlaceName(QStringView(next).first(2)) && kindOf(match.captured(1)) == SchoolKind::whole;
    return stands ? match.captured(1) : name;
}

QString tidied(const QString &part)
{
    static const QRegularExpression brackets(u"\\s*[(\\[][^)\\]]*[)\\]]\\s*$"_s);
    // clang-format off
    static const QRegularExpression lead(
            u"^(?:(?:.*\\b(?:at|from|with|an der|à l['’]|en la)\\s+(?-i:the\\s+)?)(?=(?:the\\s+)?\\p{Lu})|(?:joint\\s+degree|dual\\s+degree|university|"
            "college|school|institution|universität|hochschule|学校|毕业院校|大学)\\s*[:：]\\s*)"_s,
            anyCase);
    // clang-format on
    static const QRegularExpression edges(u"^[\\s|,;:·•–—/-]+|[\\s|,;:·•–—.(/-]+$"_s);
    static const QRegularExpression number(
            u"^\\d{1,2}[.)]\\s+|\\s+in$"_s); // "3. MIT", "Yale University in" 2014
    // "Northeastern University and lives in Jamaica Plain": the sentence goes on.
    static const QRegularExpression sentence(
            u"\\s+(?:and|who|where|with|while|in)\\s+(?:(?:the|an?)\\s+)?\\p{Ll}.*$"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    QString name = part;
    name.remove(number).remove(brackets);
    if (const auto tail = sentence.match(name);
        kindOf(name.first(std::max<qsizetype>(tail.capturedStart(), 0))) == SchoolKind::whole) {
        name.truncate(tail.capturedStart());
    }
    // "University of Texas at Austin" keeps its "at": only a school behind the word makes it a preposition.
    if (const auto match = lead.match(name); match.hasMatch()) {
        const QString rest = name.mid(match.capturedLength());
        if (kindOf(rest) == SchoolKind::whole && !isKnownShortName(foldedWords(rest).join(u' '))) {
            name = rest;
        }
    }
    return firstOfTwo(withoutStudies(name.remove(edges).trimmed())).remove(edges);
}

bool isAbroad(const QString &line)
{
    // clang-format off
    static const QRegularExpression abroad(
            u"\\b(?:study(?:ing)?[\\s-]abroad|studied abroad|exchange|semester (?:at|in|abroad)|"
            "auslandssemester|erasmus(?! (?:university|universiteit|school|mc))|summer (?:school|program|"
            "session)|visiting student|semestre (?:en|à|d['’][ée]change)|[ée]change|intercambio|coursera|edx|udemy|online course|"
            "bootcamp|non-degree|pre-college)\\b"_s,
            anyCase);
    // clang-format on
    static const QRegularExpression course(u"(?:^|\\t)\\s*certificate\\b"_s, anyCase);
    return abroad.match(line).hasMatch() || course.match(line).hasMatch();
}

// "Cambridge, MA", or the town beside some other name; not "BA, Cambridge, 2012".
bool isOnlyTown(const QString &name, const QString &next, const QString &line)
{
    const QStringList words = foldedWords(name);
    const bool besideOther = degreeStart(line) < 0 && foldedWords(withoutDates(line)).size() > words.size();
    return isUniversityTown(words.join(u' '))
            && (besideOther || (!next.isEmpty() && isPlace(name + u", "_s + next)));
}

} // namespace

bool endsInsideSchool(const QString &line)
{
    static const QRegularExpression school(u"\\b(?:university|college|institute)\\s+of\\s+[^,]*$"_s, anyCase);
    return school.match(line).hasMatch() && isCutOff(foldedWords(line).join(u' '));
}

bool isSecondarySchool(QStringView line)
{
    // clang-format off
    static const QRegularExpression secondary(
            u"\\b(?:high[\\s-]?school|secondary (?:school|education|certificate|diploma)|preparatory|"
            "prep school|middle school|grammar school|comprehensive school|sixth form|gymnasium|"
            "gesamtschule|realschule|lyc[ée]e|coll[èe]ge priv[ée]|instituto de educaci[óo]n secundaria|"
            "bachillerato|liceo|liceum|lyceum|technikum|mittelschule|hauptschule|gymnasiet|gymnasieskola|ensino m[ée]dio|abitur|baccalaur[ée]at|a[\\s-]levels?|gcses?|matura|hsc|cbse|icse|"
            "senior school|international baccalaureate|ib diploma|advanced placement|ged|day school|"
            "country day)\\b|高中|高級中學|중학교|고등학교"_s,
            anyCase);
    // clang-format on
    return secondary.match(line).hasMatch();
}

SchoolName universityIn(const QString &line)
{
    if (isAbroad(line) || isSecondarySchool(line)) {
        return {};
    }
    static const QRegularExpression separator(
            u"\\t|\\s{3,}|\\s*[|•·◆]\\s*|(?:^|\\s+)/\\s+|\\s+[–—-]\\s+|\\s*;\\s+|(?<=\\p{Ll}{3})\\.\\s+(?=\\p{Lu})|(?<=[\\x{3040}-\\x{9FFF}])\\s+"_s);
    SchoolName best;
    for (const QString &cell : withoutDates(line).split(separator, Qt::SkipEmptyParts)) {
        static const QRegularExpression comma(u"\\s*[,，،]\\s*(?![^(]*\\))"_s);
        const QStringList parts = cell.split(comma, Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const QString next = i + 1 < parts.size() ? parts[i + 1] : QString();
            const QString name = withoutTown(tidied(parts[i].trimmed()), next);
            if (isOnlyTown(name, next, line)) {
                continue;
            }
            const SchoolKind kind = name.isEmpty() ? SchoolKind::none : kindOf(name);
            if (kind <= best.kind) {
                continue;
            }
            const bool hasNext = i + 1 < parts.size() && isCampusOf(name, tidied(parts[i + 1]));
            // "University of Michigan, Ann Arbor, MI" only says where; a Californian campus is a university
            // of its own.
            const bool where = i + 2 < parts.size() && isPlaceName(parts[i + 2])
                    && !name.contains(u"California");
            const bool campus = hasNext && !where;
            best = {campus ? name + u", "_s + tidied(parts[i + 1]) : name, kind};
        }
    }
    return best;
}

} // namespace crema::resume
