// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/role.h"

#include "base/text.h"
#include "prep/titlehead.h"
#include "truth/articles.h"
#include "truth/segments.h"
#include "truth/standing.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct LevelWords
{
    Level level;
    const char *words; ///< phrases, folded, parted by commas
};

// Trades whose names hold a word of rank without the rank; they are taken out first.
constexpr const char *tradeNames =
        "product manager,project manager,program manager,programme manager,account manager,"
        "community manager,case manager,content manager,social media manager,product owner,"
        "business partner,people partner,account executive,scrum master,fund manager,"
        "portfolio manager,relationship manager,art director,creative director,lead generation,"
        "talent partner,finance partner,client partner,channel partner,hr partner,training partner";

// The first row of which a phrase stands in the title decides.
constexpr std::array levelWords {
        LevelWords {Level::student, "summer analyst,summer associate"},
        LevelWords {Level::junior, "executive assistant,personal assistant,assistant manager"},
        LevelWords {Level::senior, "chief of staff"},
        LevelWords {Level::head, "vice president,vp,svp,evp,avp,editor in chief"},
        LevelWords {Level::top,
                    "ceo,cto,cfo,coo,cmo,cpo,cio,chro,ciso,cdo,chief executive,managing director,"
                    "general manager,partner,president,owner,chairman,chairwoman,chairperson,"
                    "geschaftsfuhrer,geschaftsfuhrerin,vorstand,directeur general,directrice generale,"
                    "director general,directora general,socio,socia,associe,gesellschafter,"
                    "amministratore delegato"},
        LevelWords {Level::head,
                    "head,director,directeur,directrice,directora,direktor,direktorin,direttore,dean,"
                    "abteilungsleiter,abteilungsleiterin,bereichsleiter"},
        LevelWords {Level::lead,
                    "manager,lead,leader,chief,supervisor,teamleiter,teamleiterin,leiter,leiterin,gerente,"
                    "jefe,jefa,responsable"},
        LevelWords {Level::senior,
                    "senior,sr,staff engineer,staff software,staff data,staff machine learning,"
                    "staff product,staff designer,staff developer,staff scientist,staff research,"
                    "staff security,principal,distinguished,specialist,expert,counsel,professor,surgeon"},
        LevelWords {Level::junior,
                    "junior,jr,analyst,associate,assistant,entry level,graduate,resident,analista,asistente,"
                    "assistent,assistentin,analyste"},
};

struct WorkWords
{
    Work work;
    const char *name;
    const char *title; ///< in a title
    const char *text; ///< in a resume line, besides those of titles
};

// Ordered: the first row that matches a title decides, so that "Data Engineer" is data and "Product Designer"
// design.
constexpr std::array workWords {
        WorkWords {Work::data, QT_TRANSLATE_NOOP("crema::prep::Role", "data"),
                   "data,machine learning,ml,ai,artificial intelligence,analytics,statistician,business "
                   "intelligence,bi",
                   "python,sql,statistics,statistical,regression,dashboard,dashboards,tableau,pandas,"
                   "forecasting,dataset"},
        WorkWords {Work::design, QT_TRANSLATE_NOOP("crema::prep::Role", "design"),
                   "design,designer,ux,ui,user experience,art director,creative "
                   "director,illustrator,disenador,disenadora",
                   "figma,wireframes,usability,typography,branding,user research"},
        WorkWords {Work::people, QT_TRANSLATE_NOOP("crema::prep::Role", "people and hiring"),
                   "recruiter,recruiting,recruitment,talent acquisition,talent partner,talent "
                   "management,human resources,hr,people operations,people "
                   "partner,rrhh",
                   "hiring,onboarding,interviews,candidates,retention"},
        WorkWords {
                Work::engineering, QT_TRANSLATE_NOOP("crema::prep::Role", "engineering"),
                "software,engineer,engineering,developer,programmer,devops,sre,backend,frontend,full stack,"
                "software architect,solution architect,solutions architect,cloud architect,cto,chief "
                "technology officer,"
                "ingenieur,ingenieurin,ingeniero,ingeniera,ingegnere,entwickler,entwicklerin,desarrollador,"
                "developpeur,"
                "hardware,firmware,robotics",
                "java,python,kubernetes,api,apis,typescript,javascript,react,embedded,compiler,microservices,"
                "linux,cad,"
                "circuit"},
        WorkWords {
                Work::marketing, QT_TRANSLATE_NOOP("crema::prep::Role", "marketing"),
                "marketing,brand,communications,public relations,pr,content writer,content creator,content "
                "strategist,content manager,social media,seo,advertising,cmo,community manager",
                "campaign,campaigns,followers,audience,newsletter,instagram,copywriting"},
        WorkWords {Work::product, QT_TRANSLATE_NOOP("crema::prep::Role", "product"), "product,cpo",
                   "roadmap,backlog,user stories,launched,mvp,user interviews"},
        WorkWords {Work::finance, QT_TRANSLATE_NOOP("crema::prep::Role", "finance"),
                   "finance,financial,investment,investments,investor,banking,banker,private "
                   "equity,venture,equity,equities,"
                   "credit,portfolio,trader,trading,accountant,accounting,audit,auditor,tax,treasury,cfo,"
                   "wealth,fund manager,"
                   "asset management,m a,actuary,controller,controlling,finanzas,finanzen",
                   "valuation,dcf,lbo,deal,deals,ledger,bloomberg,stocks,fund,capital markets"},
        WorkWords {Work::consulting, QT_TRANSLATE_NOOP("crema::prep::Role", "consulting"),
                   "consultant,consulting,strategy,strategist,engagement "
                   "manager,advisory,berater,beraterin,"
                   "consultor,consultora,consulente",
                   "client,clients,case competition,market entry,market study"},
        WorkWords {Work::sales, QT_TRANSLATE_NOOP("crema::prep::Role", "sales"),
                   "sales,account executive,account manager,business development,partnerships,customer "
                   "success,ventas,vertrieb",
                   "quota,prospects,crm,salesforce,negotiated,fundraising"},
        WorkWords {Work::law, QT_TRANSLATE_NOOP("crema::prep::Role", "law"),
                   "lawyer,attorney,legal,counsel,law,paralegal,solicitor,barrister,judge,compliance,avocat,"
                   "abogado,abogada,"
                   "rechtsanwalt,rechtsanwaltin",
                   "contract,contracts,litigation,moot court,regulation,privacy"},
        WorkWords {Work::health, QT_TRANSLATE_NOOP("crema::prep::Role", "health care"),
                   "doctor,physician,surgeon,nurse,medical,clinical,pharmacist,therapist,psychologist,"
                   "dentist,health,"
                   "healthcare,veterinarian,arzt,arztin,medico,medica",
                   "patient,patients,hospital,clinic"},
        WorkWords {Work::teaching, QT_TRANSLATE_NOOP("crema::prep::Role", "teaching"),
                   "teacher,teaching,lecturer,tutor,educator,education,dean,lehrer,lehrerin,instructor",
                   "curriculum,classroom,tutored,mentored"},
        WorkWords {Work::research, QT_TRANSLATE_NOOP("crema::prep::Role", "research"),
                   "research,researcher,scientist,professor,postdoc,postdoctoral,phd,r "
                   "d,forscher,forscherin,investigador,"
                   "chercheur,profesor,profesora",
                   "laboratory,lab,experiment,experiments,publication,thesis,literature review"},
        WorkWords {Work::media, QT_TRANSLATE_NOOP("crema::prep::Role", "media"),
                   "journalist,reporter,editor,writer,producer,author,correspondent,photographer,filmmaker,"
                   "redakteur,"
                   "redakteurin,periodista",
                   "article,articles,podcast,documentary,interviewed"},
        WorkWords {Work::publicService, QT_TRANSLATE_NOOP("crema::prep::Role", "public service"),
                   "policy,government,diplomat,civil servant,public affairs,ngo,nonprofit,non profit,social "
                   "worker,"
                   "ambassador,prime minister",
                   "volunteer,volunteered,charity,municipality,advocacy"},
        WorkWords {Work::operations, QT_TRANSLATE_NOOP("crema::prep::Role", "operations"),
                   "operations,supply chain,logistics,procurement,project manager,program manager,programme "
                   "manager,"
                   "manufacturing,production,coo,chief of staff,office manager,quality,operaciones",
                   "inventory,warehouse,vendors,six sigma,scheduling"},
};

struct PersonWork
{
    Work work;
    const char *words;
};

// Persons who say what they do, whatever they do it with: "Professor of Law", "Data Privacy Counsel".
constexpr std::array personWords {
        PersonWork {Work::research, "professor,postdoc,postdoctoral,profesor,profesora"},
        PersonWork {Work::teaching, "teacher,lecturer,tutor,lehrer,lehrerin,maestro,maestra"},
        PersonWork {Work::law, "lawyer,attorney,counsel,solicitor,barrister,paralegal"},
        PersonWork {Work::health, "nurse,physician,surgeon,dentist,pharmacist"},
        PersonWork {Work::media, "journalist,reporter,correspondent"},
};

// What holds a word of a kind of work and is another.
constexpr const char *otherTrades =
        "law enforcement,data entry,data center,data centre,data centers,data centres,health and safety,"
        "health safety,safety and health,environmental health,health insurance,insurance producer,"
        "technical writer,grant writer,train engineer,product photographer,product demonstrator,"
        "student recruitment";

/// Phrases with a blank before and after each, to be looked for in a text of such words.
QStringList phrases(const char *list)
{
    QStringList padded;
    for (const QString &phrase : QString::fromLatin1(list).split(u',')) {
        padded << u' ' + phrase + u' ';
    }
    return padded;
}

/// The tables above as texts, made once.
struct Phrases
{
    QStringList trades = phrases(tradeNames);
    QStringList others = phrases(otherTrades);
    std::array<QStringList, personWords.size()> persons;
    std::array<QStringList, levelWords.size()> levels;
    std::array<QStringList, workWords.size()> titles;
    std::array<QStringList, workWords.size()> texts;

    Phrases()
    {
        for (size_t i = 0; i < levels.size(); ++i) {
            levels[i] = phrases(levelWords[i].words);
        }
        for (size_t i = 0; i < persons.size(); ++i) {
            persons[i] = phrases(personWords[i].words);
        }
        for (size_t i = 0; i < titles.size(); ++i) {
            titles[i] = phrases(workWords[i].title);
            texts[i] = phrases(workWords[i].text);
        }
    }
};

const Phrases &allPhrases()
{
    static const Phrases table;
    return table;
}

qsizetype countIn(const QString &text, const QStringList &list)
{
    return std::ranges::count_if(list, [&](const QString &phrase) { return text.contains(phrase); });
}

/// The first of the lists of which a phrase stands in the text; their number when none does.
template <size_t size>
size_t firstIn(const QString &text, const std::array<QStringList, size> &lists)
{
    const auto *it = std::ranges::find_if(lists, [&](const QStringList &list) {
        return std::ranges::any_of(list, [&](const QString &phrase) { return text.contains(phrase); });
    });
    return static_cast<size_t>(it - lists.begin());
}

/// The folded words with a blank before, between and after.
QString paddedWords(QStringView text)
{
    return u' ' + foldedWords(text).join(u' ') + u' ';
}

// Scripts written without blanks have no whole words to look for.
Role unspacedRole(QStringView title)
{
    struct Part
    {
        const char16_t *text;
        Level level;
        Work work;
    };
    constexpr std::array parts {
            Part {u"創業者", Level::founder, Work::unknown},
            Part {u"创始人", Level::founder, Work::unknown},
            Part {u"社長", Level::top, Work::unknown},
            Part {u"代表取締役", Level::top, Work::unknown},
            Part {u"总经理", Level::top, Work::unknown},
            Part {u"总裁", Level::top, Work::unknown},
            Part {u"대표", Level::top, Work::unknown},
            Part {u"部長", Level::head, Work::unknown},
            Part {u"总监", Level::head, Work::unknown},
            Part {u"課長", Level::lead, Work::unknown},
            Part {u"经理", Level::lead, Work::unknown},
            Part {u"マネージャー", Level::lead, Work::unknown},
            Part {u"エンジニア", Level::unknown, Work::engineering},
            Part {u"工程师", Level::unknown, Work::engineering},
            Part {u"データ", Level::unknown, Work::data},
            Part {u"教授", Level::senior, Work::research},
            Part {u"研究", Level::unknown, Work::research},
            Part {u"デザイナー", Level::unknown, Work::design},
            Part {u"営業", Level::unknown, Work::sales},
            Part {u"学生", Level::student, Work::unknown},
    };
    Role role;
    for (const Part &part : parts) {
        if (title.contains(QStringView(part.text))) {
            role.level = role.level == Level::unknown ? part.level : role.level;
            role.work = role.work == Work::unknown ? part.work : role.work;
        }
    }
    return role;
}

/// The text without the phrases.
QString without(QString text, const QStringList &phrases)
{
    for (const QString &phrase : phrases) {
        text.replace(phrase, u" "_s);
    }
    return text;
}

/// The words of a title, without those that are part of a name only: a "Chief Data Officer" is a chief, a
/// "Partner Marketing Manager" no partner.
QString wordsOfRank(QStringView title)
{
    static const QRegularExpression chief(u" chief (?!warrant |petty )(?:\\w+ ){1,4}?officer "_s);
    static const QRegularExpression partner(
            u" partner(?= (?!(?:of|at|in|for|and|with|to|bei) )(?:\\w+ )*"
            "(?:manager|director|lead|head|engineer|architect|specialist|executive|associate|analyst|"
            "coordinator|consultant|strategist|representative|officer|advisor|adviser|recruiter) $)"_s);
    QString text;
    for (const QStringView segment : truth::segmentsOf(title)) {
        const QString words = paddedWords(segment.toString().replace(u'&', u" and "_s));
        text += without(words, allPhrases().trades).replace(chief, u" ceo "_s).remove(partner);
    }
    return text;
}

Level levelOf(const QString &title)
{
    if (saysStudent(title)) {
        return Level::student;
    }
    if (truth::isDepartment(title)) { // "Partner Success"
        return Level::unknown;
    }
    // The assistant to the CEO is not the CEO.
    const QString text = wordsOfRank(title);
    const qsizetype to = text.indexOf(u" to "_s, 1);
    const size_t level = firstIn(to > 0 ? text.first(to + 1) : text, allPhrases().levels);
    return level < levelWords.size() ? levelWords[level].level : Level::unknown;
}

Work workIn(const QString &text)
{
    if (const size_t person = firstIn(text, allPhrases().persons); person < personWords.size()) {
        return personWords[person].work;
    }
    const size_t work = firstIn(text, allPhrases().titles);
    return work < workWords.size() ? workWords[work].work : Work::unknown;
}

quint32 bitOf(Work work)
{
    return work == Work::unknown ? 0 : 1U << static_cast<quint32>(work);
}

/// Every kind of work that a word speaks of.
quint32 worksIn(const QString &text)
{
    quint32 works = bitOf(workIn(text));
    for (size_t i = 0; i < workWords.size(); ++i) {
        works |= countIn(text, allPhrases().titles[i]) > 0 ? bitOf(workWords[i].work) : 0;
    }
    return works;
}

} // namespace

bool mayBeOneWork(const Role &a, const Role &b)
{
    return (a.works & b.works) != 0;
}

Role roleOf(QStringView record, QStringView firm)
{
    // Remarks behind the title say nothing of it: "Engineer | MBA Student".
    const QString title = truth::plainTitle(record.toString());
    Role role = unspacedRole(title);
    const Level level = saysFounder(record, firm) ? Level::founder : levelOf(title);
    role.level = level == Level::unknown ? role.level : level;
    role.works = bitOf(role.work);
    Work said = Work::unknown;
    // What they do stands first, for whom or with what behind a comma.
    for (const QStringView segment : truth::segmentsOf(title)) {
        const QString text = without(paddedWords(segment), allPhrases().others);
        said = said == Work::unknown ? workIn(text) : said;
        role.works |= worksIn(text);
    }
    role.work = said == Work::unknown ? role.work : said;
    return role;
}

QString workName(Work work)
{
    const auto *row = std::ranges::find(workWords, work, &WorkWords::work);
    return row == workWords.end() ? QString() : QCoreApplication::translate("crema::prep::Role", row->name);
}

int wordsOfWorkIn(QStringView text, Work work)
{
    const auto *row = std::ranges::find(workWords, work, &WorkWords::work);
    if (row == workWords.end()) {
        return 0;
    }
    const auto index = static_cast<size_t>(row - workWords.begin());
    const QString words = paddedWords(text);
    return static_cast<int>(countIn(words, allPhrases().titles[index])
                            + countIn(words, allPhrases().texts[index]));
}

} // namespace crema::prep
