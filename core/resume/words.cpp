// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/words.h"

#include "base/text.h"

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

// In English, then German, French, Spanish, Italian, Portuguese, Dutch.
const QSet<QString> &titleHeads()
{
    // clang-format off
    static const QSet<QString> heads = wordSet(
            u"intern interns trainee apprentice fellow scholar extern analyst associate consultant "
            "engineer developer programmer architect designer manager director officer president vp svp "
            "evp avp ceo cto cfo coo cmo cio cpo chief head lead leader principal partner founder "
            "cofounder owner entrepreneur administrator admin coordinator specialist strategist planner "
            "advisor adviser representative rep agent broker trader banker underwriter actuary "
            "accountant auditor bookkeeper controller treasurer secretary clerk teller cashier assistant "
            "aide receptionist paralegal attorney lawyer counsel solicitor barrister judge clerkship "
            "scientist researcher technician technologist chemist biologist physicist mathematician "
            "statistician economist nurse physician doctor surgeon therapist pharmacist dentist "
            "psychologist counselor counsellor caregiver medic emt paramedic scribe phlebotomist teacher "
            "tutor instructor lecturer professor educator grader proctor librarian mentor coach trainer "
            "facilitator ambassador volunteer docent editor writer copywriter journalist reporter author "
            "producer photographer videographer animator artist illustrator musician translator "
            "interpreter marketer recruiter buyer merchandiser salesperson salesman saleswoman server "
            "waiter waitress host hostess bartender barista barback cook chef dishwasher busser baker "
            "butcher stocker lifeguard nanny babysitter driver courier mechanic electrician carpenter "
            "plumber welder machinist operator operative labourer laborer foreman superintendent "
            "supervisor superviser captain lieutenant sergeant corporal soldier officer chair chairman "
            "chairwoman chairperson chairholder cochair delegate senator member organizer organiser "
            "webmaster tester administratorin freelancer contractor canvasser caddie caddy usher greeter "
            "concierge housekeeper janitor custodian landscaper gardener farmer evangelist forecaster "
            "liaison participant member investigator inspector examiner estimator surveyor dispatcher "
            "scheduler expediter associateship postdoc postdoctoral resident paraprofessional praktikant "
            "praktikantin werkstudent werkstudentin mitarbeiter mitarbeiterin entwickler entwicklerin "
            "softwareentwickler softwareentwicklerin ingenieur ingenieurin berater beraterin leiter "
            "leiterin geschaftsfuhrer geschaftsfuhrerin assistentin hilfskraft referent referentin "
            "sachbearbeiter sachbearbeiterin kaufmann kauffrau auszubildender auszubildende "
            "projektleiter projektleiterin teamleiter teamleiterin abteilungsleiter tutorin lehrer "
            "lehrerin wissenschaftler aushilfe hiwi stagiaire alternant alternante ingenieure "
            "developpeur developpeuse consultante chargee charge chef cheffe responsable directeur "
            "directrice assistante analyste comptable vendeur vendeuse conseiller conseillere professeur "
            "enseignant enseignante gestionnaire technicien technicienne serveur serveuse apprenti "
            "becario becaria practicante pasante ingeniero ingeniera desarrollador desarrolladora "
            "analista consultor consultora gerente directora jefe jefa coordinador coordinadora "
            "asistente auxiliar profesor profesora contador contadora vendedor vendedora administrativo "
            "administrativa investigador investigadora encargado encargada tecnico tecnica camarero "
            "camarera dependiente tirocinante stagista ingegnere sviluppatore responsabile direttore "
            "direttrice assistente impiegato impiegata consulente estagiario estagiaria engenheiro "
            "engenheira desenvolvedor gestor gestora medewerker adviseur stagiair ontwikkelaar "
            "verkoper verkoopster projectleider onderzoeker verpleegkundige leraar docent "
            "ingenieure infirmier infirmiere cuisinier cuisiniere caissier caissiere plongeur formateur "
            "formatrice animateur animatrice educateur educatrice desenvolvedora atendente vendedor "
            "cuoco cuoca cameriere cameriera commesso commessa addetto addetta infermiere infermiera "
            "progettista ricercatore ricercatrice insegnante educatore educatrice "
            "enfermero enfermera cocinero cocinera cajero cajera supervisora "
            "pfleger krankenpfleger krankenpflegerin krankenschwester pflegefachkraft verkaufer "
            "verkauferin koch kochin kellner kellnerin erzieher erzieherin werkstudierende "
            "projektledare utvecklare saljare ingenjor larare sjukskoterska konsult praktikant ekonom "
            "handlaggare kock servitor underskoterska butikssaljare konsulent udvikler saelger "
            "projektleder laerer sygeplejerske utvikler selger prosjektleder ingenior "
            "specjalista specjalistka inzynier programista programistka kierownik kierowniczka asystent "
            "asystentka ksiegowy ksiegowa sprzedawca sprzedawczyni stazysta stazystka praktykant "
            "praktykantka nauczyciel nauczycielka kelner kelnerka magazynier doradca analityk referentka "
            "actor actress dancer singer carer cleaner tiler roofer mason painter decorator rigger fitter "
            "pipefitter millwright lineman sniper infantryman infantrywoman airman seaman petty "
            "trustee treasurer postman watchman guard attendant scooper maker worker naturalist aquarist archivist sommelier stylist hairdresser barber beautician "
            "patissier patissiere inspektor inzenyr inzenyrka pracovnik pracovnice uzman muduru mudur muhendis muhendisi yardimcisi yoneticisi abogado abogada "
            "coder curator bookseller realtor firefighter patroller assembler sitter handler chaplain conductor pilot "
            "veterinarian optometrist hygienist dietitian nutritionist midwife chiropractor registrar deckhand "
            "longshoreman roustabout auditeur auditrice redacteur redactrice juriste avocat avocate adjoint adjointe "
            "hotesse residency internship externship traineeship preceptor esthetician masseuse upholsterer tailor seamstress bricklayer joiner glazier");
    // clang-format on
    return heads;
}

const QSet<QString> &organisationWords()
{
    // clang-format off
    static const QSet<QString> words = wordSet(
            u"inc incorporated llc llp lllp pllc ltd limited plc corp corporation co company companies "
            "gmbh ggmbh ag kg ohg mbh se sa sas sarl srl spa bv nv ab oy as aps pty pvt holdings holding group "
            "bank bancorp capital partners ventures securities university universitat universite "
            "universidad universita universiteit universidade college hochschule school academy "
            "institute institut instituto istituto hospital clinic klinikum foundation stiftung "
            "fondation fundacion association society council ministry ministere ministerium ministerio "
            "bureau agency museum library laboratory laboratories labs lab technologies technology tech "
            "solutions systems studios studio consulting advisors advisory associates industries "
            "enterprises international restaurant cafe coffee pizza grill bakery hotel hotels resort "
            "airlines airways motors pharmaceuticals pharma therapeutics biosciences biotech networks "
            "media press news times magazine broadcasting records pictures entertainment games insurance "
            "assurance realty properties logistics energy electric power oil gas mining steel foods "
            "beverages brands stores store market supermarket pharmacy church ymca army navy force "
            "marines police court courts county parliament congress senate embassy nations trust "
            "authority commission consortium practice chambers federation union alliance coalition "
            "cooperative coop center centre club camp zoo theater theatre orchestra ballet gallery cloud "
            "robotics analytics software verein kanzlei verlag sparkasse versicherung banque cabinet "
            "societe banco grupo empresa gruppo banca agence agencia agenzia mairie compagnie gemeente kommun inn pub tavern ltda stadtwerke kk inc. 有限公司 株式会社");
    // clang-format on
    return words;
}

const QSet<QString> &fieldWords()
{
    // clang-format off
    static const QSet<QString> words = wordSet(
            u"and of the for in on with a to global regional national corporate enterprise division "
            "department dept team teams unit practice office group desk function functions program "
            "programme rotation rotational track marketing sales finance financial risk engineering "
            "product products operations strategy strategic research development human resources hr "
            "people data science sciences analytics analysis technology it information security "
            "cybersecurity legal compliance audit tax advisory assurance markets market capital banking "
            "investment investments equity equities debt credit fixed income wealth asset assets "
            "management mergers acquisitions m&a ma leveraged restructuring healthcare health care "
            "consumer retail industrials tmt energy real estate public private sector policy business "
            "communications communication design ux ui user experience payments platform infrastructure "
            "cloud mobile web backend frontend full stack software hardware machine learning ai "
            "artificial intelligence deep vision robotics growth customer client clients success support "
            "service services supply chain logistics procurement manufacturing quality planning "
            "accounting controlling treasury reporting digital media content social brand creative "
            "editorial partnerships partnership innovation transformation consulting transaction "
            "transactions deals valuation underwriting actuarial claims insurance computer electrical "
            "mechanical civil chemical systems network networks devops reliability site ios android "
            "embedded firmware student affairs admissions alumni relations events community outreach "
            "housing dining library athletics intern internship undergraduate graduate summer winter "
            "part full time entwicklung vertrieb einkauf personal abteilung bereich technologies "
            "solutions lab labs icu nicu picu micu sicu ccu oncology pediatrics paediatrics pediatric "
            "paediatric cardiology radiology neurology orthopedics orthopaedics psychiatry maternity "
            "obstetrics gynecology telemetry surgical medical surgery emergency memory ward floor "
            "inpatient outpatient intensive critical acute rehabilitation rehab behavioral perioperative "
            "ambulatory labor delivery payroll receivable payable accounts store stores region regional "
            "southern northern eastern western southeast southwest northeast northwest district grade "
            "internal medicine infectious disease diseases room night shift nights days float pool geriatrics hospice palliative dialysis");
    // clang-format on
    return words;
}

// Ranks and kinds that may follow the noun: "Engineer II", "Analyst (Intern)", "Associate - Remote".
const QSet<QString> &afterTitle()
{
    // clang-format off
    static const QSet<QString> words = wordSet(
            u"i ii iii iv v 1 2 3 4 5 jr sr junior senior remote hybrid part full time contract temporary co op coop "
            "seasonal summer winter fall spring student internship freelance volunteer m w d f x mwd mfd "
            "wmd");
    // clang-format on
    return words;
}

// Languages that set the adjective behind the noun: "Analityk danych", "Abogada asociada".
const QSet<QString> &leadingHeads()
{
    static const QSet<QString> heads = wordSet(
            u"analityk analityczka specjalista specjalistka kierownik kierowniczka inzynier programista "
            u"asystent asystentka mlodszy "
            "starszy abogado abogada ingeniero ingeniera ingegnere stagista becario becaria enfermero "
            "enfermera infirmier infirmiere "
            "analyste auditeur auditrice conseiller conseillere technicien adjoint adjointe referent "
            "referentin "
            "sachbearbeiter sachbearbeiterin gerente analista coordinador coordinadora "
            "مهندس مهندسة مدير مديرة محاسب محاسبة معلم معلمة مبرمج مبرمجة محلل محللة مساعد مساعدة متدرب "
            "متدربة "
            "ممرض ممرضة مصمم مصممة منسق منسقة باحث باحثة מהנדס מהנדסת מנהל מנהלת מפתח מפתחת מתכנת מתכנתת "
            "עוזר עוזרת רכז רכזת "
            "אנליסט אנליסטית יועץ יועצת מורה מתמחה "
            "cheffe technicienne developpeur developpeuse softwarova vedecka");
    return heads;
}

bool isTitleHead(const QString &word)
{
    static const QStringList endings {u"ologist"_s,   u"ologists"_s,   u"ographer"_s,  u"ician"_s,
                                      u"ingenieur"_s, u"entwickler"_s, u"leiter"_s,    u"leiterin"_s,
                                      u"berater"_s,   u"assistent"_s,  u"adviseur"_s,  u"ingenjor"_s,
                                      u"physicist"_s, u"kraft"_s,      u"techniker"_s, u"arbeiter"_s,
                                      u"pfleger"_s,   u"mechaniker"_s, u"manager"_s};
    const auto isHead = [](const QString &noun) {
        return titleHeads().contains(noun) || std::ranges::any_of(endings, [&noun](const QString &ending) {
                   return noun.size() > ending.size() && noun.endsWith(ending);
               });
    };
    return isHead(word) || (word.endsWith(u"in") && isHead(word.chopped(2))); // "Controllerin"
}

// "Director of Marketing", "Assistant to the CEO": the noun stands before the small word.
bool hasHeadBeforeSmallWord(const QStringList &words)
{
    static const QSet<QString> small {u"of"_s,  u"for"_s, u"to"_s,    u"in"_s,  u"de"_s, u"du"_s, u"des"_s,
                                      u"für"_s, u"fur"_s, u"der"_s,   u"en"_s,  u"di"_s, u"im"_s, u"d"_s,
                                      u"da"_s,  u"del"_s, u"della"_s, u"van"_s, u"et"_s, u"e"_s,  u"und"_s};
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (small.contains(words[i + 1]) && isTitleHead(words[i])) {
            return true;
        }
    }
    return false;
}

bool isEastAsianTitle(QStringView text)
{
    static const QStringList endings {
            u"实习生"_s,       u"工程师"_s,     u"經理"_s,   u"经理"_s,   u"分析师"_s,     u"助理"_s,
            u"主管"_s,         u"总监"_s,       u"顾问"_s,   u"教师"_s,   u"老师"_s,       u"研究员"_s,
            u"专员"_s,         u"开发"_s,       u"工程師"_s, u"實習生"_s, u"エンジニア"_s, u"インターン"_s,
            u"マネージャー"_s, u"アルバイト"_s, u"인턴"_s,   u"개발자"_s, u"매니저"_s,     u"연구원"_s,
            u"대리"_s,         u"사원"_s,       u"과장"_s,   u"차장"_s,   u"부장"_s,       u"팀장"_s,
            u"주임"_s};
    return std::ranges::any_of(endings, [text](const QString &ending) { return text.endsWith(ending); });
}

} // namespace

bool isJobTitle(QStringView text)
{
    if (isEastAsianTitle(text.trimmed())) {
        return true;
    }
    QStringList words = foldedWords(text);
    // "student" alone says who somebody is, these say what they do.
    static const QSet<QString> studentJobs {
            u"working student"_s, u"student worker"_s,    u"phd student"_s,      u"doctoral student"_s,
            u"dual student"_s,    u"placement student"_s, u"op student"_s,       u"coop student"_s,
            u"study student"_s,   u"reu student"_s,       u"practicum student"_s};
    if (words.size() >= 2 && studentJobs.contains(words.mid(words.size() - 2).join(u' '))) {
        return true;
    }
    while (words.size() > 1 && afterTitle().contains(words.last()) && !isTitleHead(words.last())) {
        words.removeLast();
    }
    while (words.size() > 1 && words.last() == u"volunteer") {
        words.removeLast();
    }
    if (words.isEmpty() || words.size() > 12) {
        return false;
    }
    if (isTitleHead(words.last()) || hasHeadBeforeSmallWord(words)
        || leadingHeads().contains(words.first())) {
        return true;
    }
    // "VP Engineering", "Intern Data Science", "Team Lead Logistics"
    const auto head = std::ranges::find_if(words, isTitleHead);
    const bool organisation = std::any_of(words.begin(), head, [](const QString &word) {
        return organisationWords().contains(word) && !fieldWords().contains(word);
    });
    const auto isField = [](const QString &word) { return fieldWords().contains(word); };
    return head != words.end() && !organisation && std::all_of(head + 1, words.end(), isField);
}

bool hasOrganisationWord(QStringView text)
{
    const QStringList words = foldedWords(text);
    return text.contains(u"株式会社") || text.contains(u"公司") || text.contains(u"银行")
            || std::ranges::any_of(words,
                                   [](const QString &word) { return organisationWords().contains(word); });
}

bool isUnitOrField(QStringView text)
{
    const QStringList words = foldedWords(text);
    const bool named = words.size() == 2 && words.first() == "the"_L1; // "The Treasury"
    return !words.isEmpty() && !named && !words.first().front().isDigit()
            && std::ranges::all_of(words, [](const QString &word) {
                   return fieldWords().contains(word) || word.front().isDigit(); // "Ward 4B", "Store 114"
               });
}

bool isPartOfFirm(QStringView text)
{
    // clang-format off
    static const QSet<QString> parts = wordSet(
            u"unit ward floor wing division department dept region regiment battalion brigade squadron "
            "platoon detachment abteilung bereich avdelning oddzial dzial reparto");
    // clang-format on
    const QStringList words = foldedWords(text);
    return words.size() > 1 && parts.contains(words.last());
}

bool beginsWithDeed(QStringView text)
{
    // clang-format off
    static const QSet<QString> deeds = wordSet(
            u"led built ran wrote made drove grew won taught sold set cut held kept oversaw took began "
            "brought gave met rebuilt redesigned spoke spearheaded lead build run write make drive grow "
            "teach sell manage develop design create support provide conduct coordinate assist analyze "
            "analyse prepare plan organize organise research maintain ensure implement deliver launch "
            "collaborate communicate draft edit train mentor monitor review test own serve handle operate "
            "oversee direct produce present perform process report schedule ship negotiate advise assess "
            "evaluate improve increase reduce automate collect compile deploy diagnose document educate "
            "facilitate forecast guide identify inspect install interview investigate migrate model "
            "optimize optimise resolve sold spent swept threw sang rode dealt did found gained put "
            "reset saved set sought shot spun won helped");
    // clang-format on
    const QStringView word = text.trimmed().split(u' ').value(0);
    const bool capital = !word.isEmpty() && word.front().isUpper();
    return capital && word.size() > 2
            && (deeds.contains(word.toString().toLower())
                || (word.size() > 4 && (word.endsWith(u"ed") || word.endsWith(u"ing"))));
}

bool tellsDeed(QStringView text)
{
    constexpr qsizetype longestJoint = 3; // "of", "and", "für"
    const auto words = text.trimmed().split(u' ', Qt::SkipEmptyParts);
    return words.size() >= 3 && beginsWithDeed(text) && !isJobTitle(text)
            && std::ranges::any_of(words, [](QStringView word) {
                   return word.size() > longestJoint
                           && std::ranges::all_of(word, [](QChar c) { return c.isLower() || c.isPunct(); });
               });
}

bool isLegalForm(QStringView text)
{
    // clang-format off
    static const QSet<QString> forms = wordSet(
            u"inc incorporated llc llp lllp pllc ltd limited plc corp corporation gmbh ggmbh ag kg ohg mbh se "
            "sa sas sarl srl spa bv nv ab oy aps pty pvt co lp pc na");
    // clang-format on
    const QStringList words = foldedWords(text);
    // "S.A.", "L.L.C.", "& Co. KG"
    QString joined;
    for (const QString &word : words) {
        joined += word;
    }
    return !words.isEmpty() && words.size() <= 4
            && (forms.contains(joined)
                || std::ranges::all_of(words, [](const QString &word) { return forms.contains(word); }));
}

bool isKindOfEmployment(QStringView text)
{
    // clang-format off
    static const QSet<QString> words = wordSet(
            u"full part time fulltime parttime internship contract contractor freelance remote hybrid on "
            "site onsite temporary seasonal self employed permanent volunteer apprenticeship co op coop "
            "summer paid unpaid vollzeit teilzeit praktikum stage cdi cdd alternance jornada completa "
            "parcial hours week hrs wk per virtual");
    // clang-format on
    const QStringList parts = foldedWords(text);
    return !parts.isEmpty() && std::ranges::all_of(parts, [](const QString &part) {
        return words.contains(part) || part.front().isDigit();
    });
}

} // namespace crema::resume
