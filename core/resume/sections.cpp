// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/sections.h"

#include "base/text.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

struct Spelling
{
    Section section;
    QStringView headings; ///< folded, parted by '|'
};

// clang-format off
constexpr Spelling spellings[] = {
    {Section::contact,
     u"contact|contact information|contact details|contact info|contacts|personal information|"
     "personal details|personal data|personal|about|personal profile|kontakt|kontaktdaten|"
     "personliche daten|personliche angaben|angaben zur person|zur person|coordonnees|"
     "informations personnelles|etat civil|datos personales|informacion personal|contacto|"
     "informacion de contacto|dati personali|contatti|dados pessoais|contato|联系方式|個人信息|个人信息|个人资料|基本信息|"
     "個人資料|連絡先|基本情報|인적사항|연락처|البيانات الشخصية|معلومات الاتصال|المعلومات الشخصية"},
    {Section::summary,
     u"summary|professional summary|executive summary|career summary|summary of qualifications|profile|"
     "professional profile|career profile|about me|objective|career objective|professional objective|"
     "bio|biography|introduction|overview|qualifications|highlights|career highlights|"
     "highlights of qualifications|personal statement|statement|profil|kurzprofil|uber mich|resume|"
     "a propos|profil professionnel|perfil|perfil profesional|resumen|resumen profesional|sobre mi|"
     "objetivo|profilo|自我评价|个人简介|个人总结|自己pr|자기소개|نبذة|الملخص"},
    {Section::education,
     u"education|schule|aprendizaje|educational background|education background|academic background|academic history|"
     "academics|education history|academic qualifications|educational qualifications|"
     "academic credentials|education details|academic profile|education and training|"
     "studied|where i studied|where i learned|alma mater|university education|higher education|formal education|schooling|school|schools|studies|degrees|university|"
     "ausbildung|bildung|bildungsweg|"
     "studium|akademische ausbildung|schulbildung|schulische ausbildung|hochschulausbildung|"
     "werdegang schule|formation|formations|formation academique|etudes|cursus|cursus universitaire|"
     "antecedentes academicos|schulische und berufliche ausbildung|berufliche und schulische ausbildung|berufliche ausbildung|"
     "schulische ausbildung und studium|parcours academique|parcours universitaire|scolarite|diplomes|educacion|formacion|"
     "formacion academica|estudios|formacao|formacao academica|educacao|istruzione|formazione|"
     "istruzione e formazione|opleiding|opleidingen|utbildning|uddannelse|utdanning|koulutus|"
     "wyksztalcenie|vzdelani|egitim|образование|εκπαιδευση|教育背景|教育经历|教育經歷|学历|學歷|教育|学歴|학력|학력사항|التعليم|"
     "المؤهلات العلمية|المؤهلات|השכלה|शिक्षा"},
    {Section::experience,
     u"experience|experiences|work|occupation|occupations|ministry|pastoral ministry|ministry experience|employment experience|positions|career overview|company work|field placements|field placement|placements|faculty academic appointments|work history|employment|employment history|work experiences|"
     "professional experiences|career history|professional history|professional background|"
     "work background|employment record|career|internships|internship|work placements|jobs|"
     "positions held|current position|current positions|previous position|previous positions|"
     "past positions|other positions|where i've worked|professional career|professional appointments|academic appointments|research|"
     "teaching|research and teaching|appointments|relevant work|berufserfahrung|berufserfahrungen|"
     "postgraduate training|postdoctoral training|residency training|residency|residency and fellowship|training and residency|"
     "work terms|work term|co-op work terms|co op work terms|co-op terms|berufliche tatigkeit|berufliche tatigkeiten|"
     "experience de travail|antecedentes laborales|experiencias laborales|erfarenhet|arbetserfarenhet|yrkeserfarenhet|"
     "beruflicher werdegang|berufspraxis|praktische erfahrung|praktische erfahrungen|praktika|werdegang|"
     "berufstatigkeit|arbeitserfahrung|experience professionnelle|experiences professionnelles|"
     "parcours professionnel|stages|emplois|experiencia|experiencia laboral|experiencia profesional|"
     "experiencia de trabajo|trayectoria profesional|historial laboral|experiencia profissional|"
     "historico profissional|esperienza|esperienze|esperienza lavorativa|esperienze lavorative|"
     "esperienza professionale|esperienze professionali|werkervaring|ervaring|arbetslivserfarenhet|"
     "erhvervserfaring|arbeidserfaring|tyokokemus|doswiadczenie|doswiadczenie zawodowe|"
     "pracovni zkusenosti|is deneyimi|deneyim|опыт работы|опыт|εργασιακη εμπειρια|工作经历|工作經歷|工作经验|工作經驗|"
     "实习经历|實習經歷|实习经验|职业经历|職歴|職務経歴|경력|경력사항|الخبرة|الخبرات|الخبرة العملية|الخبرات العملية|ניסיון|"
     "ניסיון תעסוקתי|अनुभव"},
    {Section::leadership,
     u"leadership|leadership roles|leadership positions|leadership activities|activities|"
     "extracurricular activities|extracurriculars|extracurricular|extra-curricular activities|"
     "extra curricular activities|campus involvement|involvement|campus activities|student activities|"
     "volunteer|volunteering|volunteer work|volunteerism|community service|community involvement|"
     "community engagement|service|organizations|organisations|student organizations|clubs|"
     "positions of responsibility|memberships|affiliations|professional affiliations|"
     "professional memberships|civic engagement|athletics|sports|board service|boards|"
     "board memberships|board and advisory|board and advisory roles|boards and advisory|advisory roles|advisory boards|"
     "advisory|committees|committee work|committee service|philanthropy|mentoring|mentorship|coaching|outreach|community|"
     "uppdrag|fortroendeuppdrag|nevenactiviteiten|nevenfuncties|kolo naukowe|kola naukowe|dzialalnosc studencka|benevolent work|"
     "giving back|service to the profession|professional service|pro bono|ehrenamt|ehrenamtliche tatigkeit|engagement|"
     "ehrenamtliches engagement|ausserschulisches engagement|benevolat|activites|vie associative|"
     "engagement associatif|engagements|voluntariado|actividades|actividades extracurriculares|校园经历|"
     "社团经历|学生工作|社会实践|대외활동|الأنشطة|العمل التطوعي"},
    {Section::projects,
     u"projects|project|academic projects|personal projects|selected projects|technical projects|"
     "key projects|research projects|side projects|course projects|university projects|"
     "relevant projects|notable projects|open source|open source contributions|portfolio|projekte|"
     "projets|projets academiques|proyectos|progetti|projetos|projekty|项目经历|项目经验|專案經歷|プロジェクト|프로젝트|"
     "المشاريع|проекты"},
    {Section::skills,
     u"skills|technical skills|core skills|key skills|professional skills|skill set|skillset|top skills|"
     "soft skills|hard skills|computer skills|it skills|software|software skills|skills summary|"
     "relevant skills|other skills|additional skills|core competencies|competencies|key competencies|"
     "areas of expertise|expertise|specialties|technical expertise|technical proficiencies|"
     "proficiencies|technologies|programming|programming languages|languages|language|language skills|"
     "tools|tools and technologies|technical|interests|hobbies|personal interests|skills summary|"
     "strengths|kenntnisse|fahigkeiten|kompetenzen|sprachen|sprachkenntnisse|edv-kenntnisse|"
     "edv kenntnisse|it-kenntnisse|it kenntnisse|hobbys|interessen|competences|competences techniques|"
     "langues|centres d'interet|centres dinteret|loisirs|informatique|habilidades|competencias|idiomas|"
     "aptitudes|intereses|conocimientos|competenze|lingue|interessi|vaardigheden|talen|jezyki|"
     "umiejetnosci|навыки|языки|技能|专业技能|專業技能|语言|語言|兴趣爱好|スキル|語学|기술|언어|المهارات|اللغات|הכישורים|שפות"},
    {Section::references,
     u"references|referees|reference|professional references|referenzen|references available|"
     "emergency contact|emergency contacts|in case of emergency|representation|notfallkontakt|references upon request|references available upon request|referencias|referenze|recommandations|"
     "recommendations|推荐人|证明人"},
    {Section::other,
     u"awards|honors|honours|honors and awards|awards and honors|achievements|accomplishments|"
     "scholarships|academic honors|academic achievements|distinctions|fellowships|grants|certifications|"
     "certificates|certification|licenses|licenses and certifications|licensure|"
     "professional development|professional certifications|training|trainings|courses|coursework|"
     "relevant coursework|selected coursework|key coursework|courses taken|standardized tests|"
     "test scores|publications|selected publications|presentations|conferences|conference papers|talks|"
     "invited talks|patents|papers|posters|theses|thesis|dissertation|press|additional information|"
     "additional|additional details|miscellaneous|other|other information|links|research interests|"
     "honors-awards|credentials|שירות צבאי|الخدمة العسكرية|supervision|students supervised|military service|hobbies and interests|declaration|availability|additional data|"
     "hackathons|exhibitions|exposiciones|expositions|performances|recitals|clinical rotations|"
     "study abroad|media|media appearances|selected clients|clients|client list|competitions|competition|travel|travels|"
     "interests and pastimes|pastimes|testimonials|speaking|speaking engagements|public speaking|security clearance|"
     "clearance|clearances|certs|keynotes|keynote talks|residencies|artist residencies|training and development|life outside work|"
     "life outside of work|outside work|thesis supervision|jobsites|job sites|references and testimonials|"
     "auszeichnungen|"
     "zertifikate|weiterbildung|weiterbildungen|fortbildungen|stipendien|publikationen|"
     "veroffentlichungen|sonstiges|auslandsaufenthalte|distinctions et prix|certificats|"
     "publications et communications|divers|premios|certificaciones|certificados|publicaciones|cursos|"
     "otros|premi|certificazioni|pubblicazioni|获奖情况|荣誉奖项|证书|資格|免許|免許・資格|수상|자격증|الشهادات|الجوائز"},
};
// clang-format on

const QHash<QString, Section> &knownHeadings()
{
    static const QHash<QString, Section> known = [] {
        QHash<QString, Section> map;
        for (const Spelling &spelling : spellings) {
            for (const QStringView heading : spelling.headings.split(u'|')) {
                map.insert(foldedWords(heading).join(u' '), spelling.section);
            }
        }
        return map;
    }();
    return known;
}

// What may stand before "experience" in a heading; "User Experience" and "Customer Experience" are skills.
const QSet<QString> &experienceKinds()
{
    static const QSet<QString> kinds = [] {
        const QString words =
                u"work professional relevant employment internship intern research teaching additional other "
                u"industry "
                "related clinical military academic career consulting business practical entrepreneurial "
                "legal "
                "engineering technical selected prior previous international summer early key full time part "
                "finance "
                "financial banking sales marketing nursing field laboratory lab law government nonprofit "
                "corporate startup "
                "management creative production editorial media recent current significant paid job co op "
                "coop "
                "undergraduate graduate postgraduate postdoctoral medical healthcare hospitality retail and of the my"_s;
        const QStringList list = words.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return kinds;
}

const QSet<QString> &serviceKinds()
{
    static const QSet<QString> kinds {u"leadership"_s, u"volunteer"_s, u"volunteering"_s,
                                      u"community"_s,  u"service"_s,   u"extracurricular"_s,
                                      u"campus"_s,     u"activities"_s};
    return kinds;
}

std::optional<Section> experienceOfSomeKind(const QStringList &words)
{
    if (words.size() < 2 || words.size() > 6
        || (words.last() != u"experience" && words.last() != u"experiences")) {
        return std::nullopt;
    }
    bool service = false;
    bool work = false;
    for (const QString &word : words.first(words.size() - 1)) {
        service = service || serviceKinds().contains(word);
        work = work || word == u"work" || word == u"professional";
        if (!serviceKinds().contains(word) && !experienceKinds().contains(word)) {
            return std::nullopt;
        }
    }
    return service && !work ? Section::leadership : Section::experience;
}

// "Aviation employment", "Day jobs", "Employment summary"
bool isEmploymentOfSomeKind(const QStringList &words)
{
    static const QSet<QString> work {u"employment"_s, u"jobs"_s, u"appointments"_s, u"internships"_s};
    static const QSet<QString> service {u"board"_s, u"committee"_s, u"advisory"_s, u"editorial"_s};
    static const QSet<QString> behind {u"summary"_s,    u"record"_s,      u"records"_s,  u"details"_s,
                                       u"background"_s, u"information"_s, u"overview"_s, u"profile"_s};
    return words.size() == 2
            && ((work.contains(words[1]) && !service.contains(words[0]) && !serviceKinds().contains(words[0]))
                || (words[0] == u"employment" && behind.contains(words[1])));
}

// "University service", "Pharmacy teaching"
std::optional<Section> dutiesOfSomeKind(const QStringList &words)
{
    static const QSet<QString> of {u"university"_s, u"departmental"_s, u"department"_s,    u"academic"_s,
                                   u"college"_s,    u"faculty"_s,      u"institutional"_s, u"editorial"_s,
                                   u"pharmacy"_s,   u"clinical"_s,     u"undergraduate"_s, u"graduate"_s,
                                   u"medical"_s,    u"nursing"_s,      u"legal"_s,         u"professional"_s};
    if (words.size() != 2 || !of.contains(words[0])) {
        return std::nullopt;
    }
    return words[1] == u"service"     ? std::optional(Section::leadership)
            : words[1] == u"teaching" ? std::optional(Section::experience)
                                      : std::nullopt;
}

// "Education & Credentials", "Education record", "Academic Studies".
bool isEducationOfSomeKind(const QStringList &words)
{
    static const QSet<QString> core {u"education"_s, u"educational"_s, u"studies"_s,  u"degrees"_s,
                                     u"academic"_s,  u"academics"_s,   u"schooling"_s};
    static const QSet<QString> beside {u"credentials"_s,
                                       u"record"_s,
                                       u"records"_s,
                                       u"history"_s,
                                       u"background"_s,
                                       u"qualifications"_s,
                                       u"training"_s,
                                       u"formal"_s,
                                       u"professional"_s,
                                       u"university"_s,
                                       u"college"_s,
                                       u"my"_s,
                                       u"degree"_s,
                                       u"certifications"_s,
                                       u"licenses"_s,
                                       u"licensure"_s,
                                       u"honors"_s,
                                       u"honours"_s,
                                       u"awards"_s,
                                       u"and"_s,
                                       u"&"_s,
                                       u"higher"_s,
                                       u"details"_s,
                                       u"summary"_s};
    return std::ranges::any_of(words, [](const QString &word) { return core.contains(word); })
            && std::ranges::all_of(
                    words, [](const QString &word) { return core.contains(word) || beside.contains(word); });
}

std::optional<Section> plainHeading(const QStringList &words)
{
    const auto found = knownHeadings().constFind(words.join(u' '));
    if (found != knownHeadings().cend()) {
        return *found;
    }
    if (isEmploymentOfSomeKind(words)) {
        return Section::experience;
    }
    const auto duties = dutiesOfSomeKind(words);
    return duties ? duties : experienceOfSomeKind(words);
}

// "Skills & Interests", "Education and Training": every part must be a heading of its own.
std::optional<Section> joinedHeading(const QStringList &words)
{
    static const QSet<QString> joints {u"and"_s, u"und"_s, u"et"_s, u"y"_s, u"e"_s, u"en"_s, u"&"_s};
    std::optional<Section> first;
    bool experience = false;
    QStringList part;
    QStringList rest = words;
    rest << u"&"_s;
    for (const QString &word : std::as_const(rest)) {
        if (!joints.contains(word)) {
            part << word;
            continue;
        }
        const auto section = part.isEmpty() ? std::nullopt : plainHeading(part);
        if (!section) {
            return std::nullopt;
        }
        first = first.value_or(*section);
        experience = experience || section == Section::experience;
        part.clear();
    }
    const bool service = first == Section::leadership || first == Section::projects;
    return service && experience ? Section::experience : first;
}

// "E X P E R I E N C E" as letter-spaced type comes out of a PDF.
QString withoutLetterSpacing(QStringView line)
{
    QString joined;
    const auto words = line.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 5 || !std::ranges::all_of(words, [](QStringView w) { return w.size() == 1; })) {
        return line.toString();
    }
    for (const QStringView word : words) {
        joined += word;
    }
    return joined;
}

QStringList headingWords(QStringView line)
{
    while (line.startsWith(u'#')) { // of Markdown
        line = line.sliced(1).trimmed();
    }
    QString text = withoutLetterSpacing(line);
    for (QChar &c : text) {
        if (c == u'/' || c == u'|' || c == u',' || c == u'+' || c == u'·' || c == u'•') {
            c = u'&';
        }
    }
    text.replace(u"&"_s, u" xandx "_s);
    QStringList words = foldedWords(text);
    words.replaceInStrings(u"xandx"_s, u"&"_s);
    while (words.size() > 1
           && (words.last() == u"&" || words.last() == u"continued" || words.last() == u"contd"
               || words.last() == u"cont")) {
        words.removeLast();
    }
    // "1. Education", "II. Experience"
    static const QSet<QString> numbers {u"1"_s, u"2"_s, u"3"_s,  u"4"_s,   u"5"_s,  u"6"_s, u"7"_s,  u"8"_s,
                                        u"9"_s, u"i"_s, u"ii"_s, u"iii"_s, u"iv"_s, u"v"_s, u"vi"_s, u"&"_s};
    while (words.size() > 1 && numbers.contains(words.first())) {
        words.removeFirst();
    }
    return words;
}

} // namespace

std::optional<Section> headingOf(QStringView line)
{
    const QStringView text = line.trimmed();
    // A sentence, a label with its value, or a lower-case word of running text is no heading.
    if (text.isEmpty() || text.size() > 60 || text.endsWith(u'.') || text.endsWith(u';')
        || text.front().isLower()) {
        return std::nullopt;
    }
    const qsizetype colon = text.indexOf(u':');
    if ((colon >= 0 && !text.sliced(colon + 1).trimmed().isEmpty()) || text.contains(u'\t')) {
        return std::nullopt;
    }
    const QStringList words = headingWords(text);
    if (words.isEmpty() || words.size() > 7) {
        return std::nullopt;
    }
    if (const auto plain = plainHeading(words)) {
        return plain;
    }
    return isEducationOfSomeKind(words) ? Section::education : joinedHeading(words);
}

} // namespace crema::resume
