// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/dateranges.h"
#include "resume/degrees.h"
#include "resume/facts.h"
#include "resume/glyphs.h"
#include "resume/hyphenation.h"
#include "resume/namefact.h"
#include "resume/places.h"
#include "resume/sections.h"
#include "resume/universities.h"
#include "resume/words.h"
#include "support/support.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::resume;

namespace {

constexpr int none = -1;

QTestData &row(const QString &text)
{
    return QTest::newRow(qUtf8Printable(text.isEmpty() ? u"(empty)"_s : text)) << text;
}

int number(Section section)
{
    return static_cast<int>(section);
}

} // namespace

void RulesTest::headings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("section");
    const QList<QPair<Section, QStringList>> known {
            {Section::experience,
             {u"EXPERIENCE"_s,
              u"Work Experience:"_s,
              u"Professional  Experience"_s,
              u"Relevant Work Experience"_s,
              u"Employment History"_s,
              u"E X P E R I E N C E"_s,
              u"Internships"_s,
              u"Leadership & Work Experience"_s,
              u"Berufserfahrung"_s,
              u"EXPÉRIENCE PROFESSIONNELLE"_s,
              u"Experiencia Laboral"_s,
              u"工作经历"_s,
              u"職歴"_s,
              u"الخبرة"_s,
              u"Опыт работы"_s,
              u"— Experience —"_s,
              u"3. Research Experience"_s,
              u"Experience (continued)"_s,
              u"Work Terms"_s,
              u"Expérience de travail"_s,
              u"Berufliche Tätigkeit"_s,
              u"Erfarenhet"_s,
              u"POSTGRADUATE TRAINING"_s}},
            {Section::education,
             {u"Education"_s, u"ACADEMIC BACKGROUND"_s, u"Education & Training"_s, u"Ausbildung"_s,
              u"Formación académica"_s, u"教育背景"_s, u"Education and Honors"_s,
              u"Education & Credentials"_s, u"Education record"_s, u"Training & Education"_s, u"SCHOOL"_s,
              u"## School"_s, u"Academic Studies"_s}},
            {Section::leadership,
             {u"Leadership"_s, u"Extracurricular Activities"_s, u"Leadership & Activities"_s,
              u"Volunteer Experience"_s, u"Leadership Experience"_s, u"Ehrenamt"_s, u"BOARD AND ADVISORY"_s}},
            {Section::projects, {u"Projects"_s, u"ACADEMIC PROJECTS"_s, u"Projekte"_s}},
            {Section::skills,
             {u"Skills"_s, u"Technical Skills"_s, u"Skills, Languages & Interests"_s, u"Kenntnisse"_s}},
            {Section::summary, {u"Profile"_s, u"Professional Summary"_s, u"Objective"_s}},
            {Section::contact, {u"Contact"_s, u"Persönliche Daten"_s}},
            {Section::other,
             {u"Honors and Awards"_s, u"Publications"_s, u"Additional Data"_s, u"HACKATHONS"_s,
              u"Supervision"_s}},
            {Section::references, {u"References"_s, u"Referenzen"_s}},
    };
    for (const auto &[section, texts] : known) {
        for (const QString &text : texts) {
            row(text) << number(section);
        }
    }
    const QStringList others {u""_s,
                              u"User Experience"_s,
                              u"Customer Experience"_s,
                              u"Skills: Java, C++"_s,
                              u"experience in sales."_s,
                              u"Goldman Sachs"_s,
                              u"Education Pioneers"_s,
                              u"Five years of experience in education and research with many teams"_s};
    for (const QString &text : others) {
        row(text) << none;
    }
}

void RulesTest::headings()
{
    QFETCH(QString, text);
    QFETCH(int, section);
    const auto found = headingOf(text);
    QCOMPARE(found ? number(*found) : none, section);
}

void RulesTest::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("endYear"); // -1: no date at all; 0: still going on
    QTest::addColumn<QString>("rest");
    row(u"Analyst\tJune 2023 – Present"_s) << 0 << u"Analyst"_s;
    row(u"Analyst, 06/2021 - 08/2022"_s) << 2022 << u"Analyst"_s;
    row(u"Analyst (2019-2021)"_s) << 2021 << u"Analyst"_s;
    row(u"Expected May 2027"_s) << 2027 << u""_s;
    row(u"Class of 2028"_s) << 2028 << u""_s;
    row(u"May 2027 (expected)"_s) << 2027 << u""_s;
    row(u"Sep. 2018 to Dec. 2019"_s) << 2019 << u""_s;
    row(u"June – August 2023"_s) << 2023 << u""_s;
    row(u"Summer 2024 | Intern"_s) << 2024 << u"Intern"_s;
    row(u"Fall 2023 – Spring 2024"_s) << 2024 << u""_s;
    row(u"WS 2019/20"_s) << 2020 << u""_s;
    row(u"seit 03.2020"_s) << 0 << u""_s;
    row(u"10/2019 – heute"_s) << 0 << u""_s;
    row(u"Janvier 2020 – aujourd’hui"_s) << 0 << u""_s;
    row(u"Enero 2021 – Actualidad"_s) << 0 << u""_s;
    row(u"01.09.2016–31.08.2018"_s) << 2018 << u""_s;
    row(u"2019.09 - 2023.06 复旦大学"_s) << 2023 << u"复旦大学"_s;
    row(u"2020年4月～2024年3月"_s) << 2024 << u""_s;
    row(u"January 2020 - Present (4 years 2 months)"_s) << 0 << u""_s;
    row(u"’21 – ’25"_s) << 2025 << u""_s;
    row(u"March 12, 2024"_s) << 2024 << u""_s;
    row(u"Leeds, 2013-17"_s) << 2017 << u"Leeds"_s;
    row(u"2013–17"_s) << 2017 << u""_s;
    row(u"1998 – 02"_s) << 2002 << u""_s;
    row(u"2024-05"_s) << 2024 << u""_s; // a month
    row(u"2008-12"_s) << 0 << u""_s; // a month or four years
    row(u"Depuis 2019 (6 mois)"_s) << 0 << u""_s;
    row(u"Raised $2000 for 2,019 members"_s) << none << u"Raised $2000 for 2,019 members"_s;
    row(u"ISO 27001 and 20251 items"_s) << none << u"ISO 27001 and 20251 items"_s;
    row(u"International intern"_s) << none << u"International intern"_s;
}

void RulesTest::dates()
{
    QFETCH(QString, text);
    QFETCH(int, endYear);
    QFETCH(QString, rest);
    const auto span = dateSpanIn(text);
    QCOMPARE(span ? span->endYear : none, endYear);
    QCOMPARE(withoutDates(text), rest);
}

void RulesTest::places_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("place");
    const QStringList places {u"New York, NY"_s,
                              u"London, UK"_s,
                              u"Remote"_s,
                              u"Berlin"_s,
                              u"Pune, India"_s,
                              u"Austin, TX, USA"_s,
                              u"College Station, TX"_s,
                              u"Cambridge, MA (Remote)"_s,
                              u"San Francisco, CA / Remote"_s,
                              u"Hong Kong"_s,
                              u"St. Louis, Missouri"_s};
    const QStringList others {u"Goldman Sachs"_s,
                              u"Goldman Sachs, New York, NY"_s,
                              u"Goldman Sachs, New York"_s,
                              u"Summer Analyst"_s,
                              u"Analyst, London"_s,
                              u"Bank of America"_s,
                              u"Oakland Partners, CA, Inc."_s};
    for (const QString &text : places) {
        row(text) << true;
    }
    for (const QString &text : others) {
        row(text) << false;
    }
}

void RulesTest::places()
{
    QFETCH(QString, text);
    QFETCH(bool, place);
    QCOMPARE(isPlace(text), place);
}

void RulesTest::names_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    const QStringList names {u"Jane Doe"_s,
                             u"JOSÉ MARÍA DE LA CRUZ"_s,
                             u"Łukasz Żółć"_s,
                             u"Nguyễn Thị Minh Khai"_s,
                             u"O’Brien-Smith Zoë"_s,
                             u"王小明"_s,
                             u"山田 太郎"_s,
                             u"김민수"_s,
                             u"محمد بن سلمان العتيبي"_s,
                             u"Ольга Иванова"_s,
                             u"Δημήτρης Παπαδόπουλος"_s,
                             u"अनन्या शर्मा"_s,
                             u"Robert Downs Jr."_s,
                             u"J. R. R. Tollers"_s};
    for (const QString &name : names) {
        row(name) << name;
    }
    row(u"Name: Jane Doe"_s) << u"Jane Doe"_s;
    row(u"Jane Doe, MBA, CPA"_s) << u"Jane Doe"_s;
    row(u"Jane Doe, Ph.D."_s) << u"Jane Doe"_s;
    row(u"Jane Doe (she/her)"_s) << u"Jane Doe"_s;
    row(u"M. Night Doe"_s) << u"M. Night Doe"_s;
    row(u"Mr. Jonas Doe"_s) << u"Jonas Doe"_s;
    row(u"Doe, Jane Ann"_s) << u"Jane Ann Doe"_s;
    row(u"Curriculum Vitae of Jane Doe"_s) << u"Jane Doe"_s;
    const QStringList others {u"Curriculum Vitae"_s,   u"Software Engineer"_s,
                              u"Work Experience"_s,    u"New York, NY"_s,
                              u"jane@example.com"_s,   u"12 Oak Street"_s,
                              u"led a team of five"_s, u"Jane"_s,
                              u"Human Resources"_s,    u"个人简历"_s,
                              u"of Jane Doe"_s,        u"Boston, Massachusetts"_s};
    for (const QString &text : others) {
        row(text) << QString();
    }
}

void RulesTest::names()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(asName(text), name);
}

void RulesTest::universities_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    const QStringList names {u"University of Southern California"_s,
                             u"Boston College"_s,
                             u"MIT"_s,
                             u"UCLA"_s,
                             u"École Polytechnique"_s,
                             u"Universität Wien"_s,
                             u"ETH Zürich"_s,
                             u"Politecnico di Milano"_s,
                             u"Georgia Institute of Technology"_s,
                             u"The University of Texas at Austin"_s,
                             u"University of California, Los Angeles"_s,
                             u"College of William & Mary"_s,
                             u"IIT Bombay"_s,
                             u"University of North Carolina at Chapel Hill"_s,
                             u"清华大学"_s,
                             u"جامعة القاهرة"_s,
                             u"서울대학교"_s,
                             u"Московский государственный университет"_s,
                             u"Virginia Tech"_s,
                             u"Rhode Island School of Design"_s,
                             u"Universidade de São Paulo"_s,
                             u"King's College London"_s};
    for (const QString &name : names) {
        row(name) << name;
    }
    row(u"Harvard University, Cambridge, MA"_s) << u"Harvard University"_s;
    row(u"Stanford University\tStanford, CA"_s) << u"Stanford University"_s;
    row(u"Marshall School of Business, University of Southern California"_s)
            << u"University of Southern California"_s;
    row(u"B.S. in Physics from Example State University, 2020"_s) << u"Example State University"_s;
    row(u"Massachusetts Institute of Technology (MIT) – Cambridge"_s)
            << u"Massachusetts Institute of Technology"_s;
    row(u"University of Illinois, Urbana-Champaign"_s) << u"University of Illinois, Urbana-Champaign"_s;
    const QStringList others {u"Lincoln High School"_s,
                              u"Phillips Academy"_s,
                              u"University Career Fair"_s,
                              u"Lycée Henri-IV"_s,
                              u"St.-Anna-Gymnasium"_s,
                              u"studied at a university"_s,
                              u"College Republicans"_s,
                              u"Study Abroad: University of Oxford"_s,
                              u"Mitigation"_s,
                              u"College of Engineering"_s,
                              u"Goldman Sachs"_s,
                              u"University Orchestra, first violin"_s};
    for (const QString &text : others) {
        row(text) << QString();
    }
}

void RulesTest::universities()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(universityIn(text).name, name);
}

void RulesTest::degrees_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("degree");
    QTest::addColumn<QString>("major");
    row(u"Bachelor of Science in Computer Science"_s) << u"Bachelor of Science"_s << u"Computer Science"_s;
    row(u"B.S. Computer Science, GPA 3.9"_s) << u"B.S."_s << u"Computer Science"_s;
    row(u"BSc (Hons) Economics, First Class"_s) << u"BSc (Hons)"_s << u"Economics"_s;
    row(u"B.A., Economics and Mathematics (double major)"_s) << u"B.A."_s << u"Economics and Mathematics"_s;
    row(u"Economics, B.A."_s) << u"B.A."_s << u"Economics"_s;
    row(u"Master of Business Administration"_s) << u"Master of Business Administration"_s << u""_s;
    row(u"MBA, Concentration in Finance"_s) << u"MBA"_s << u""_s;
    row(u"Ph.D. in Chemistry"_s) << u"Ph.D."_s << u"Chemistry"_s;
    row(u"Bachelor's degree, Economics · (2015 - 2019)"_s) << u"Bachelor's degree"_s << u"Economics"_s;
    row(u"BACHELOR OF ARTS IN POLITICAL SCIENCE"_s) << u"BACHELOR OF ARTS"_s << u"POLITICAL SCIENCE"_s;
    row(u"Major: Finance; Minor: Spanish"_s) << u""_s << u"Finance"_s;
    row(u"Double Major in History and French"_s) << u""_s << u"History and French"_s;
    row(u"MEng in Electrical Engineering and Computer Science, May 2024"_s)
            << u"MEng"_s << u"Electrical Engineering and Computer Science"_s;
    row(u"B.S. in Biology with a minor in Chemistry"_s) << u"B.S."_s << u"Biology"_s;
    row(u"Grado en Matemáticas"_s) << u"Grado"_s << u"Matemáticas"_s;
    row(u"M.Sc. Informatik"_s) << u"M.Sc."_s << u"Informatik"_s;
    row(u"MA Communication Design"_s) << u"MA"_s << u"Communication Design"_s;
    row(u"B.S. in Computer Science and B.A. in Music"_s) << u"B.S."_s << u"Computer Science"_s;
    row(u"B.S. in Hotel, Restaurant and Tourism Administration"_s)
            << u"B.S."_s << u"Hotel, Restaurant and Tourism Administration"_s;
    row(u"MSc Eng., Computer Science"_s) << u"MSc"_s << u""_s;
    row(u"Diplôme d'ingénieur, INSA Lyon"_s) << u"Diplôme d'ingénieur"_s << u""_s;
    row(u"MA 02139"_s) << u""_s << u""_s;
    row(u"Boston, MA"_s) << u""_s << u""_s;
    row(u"Jackson, MS 39201"_s) << u""_s << u""_s;
    row(u"Basketball team captain"_s) << u""_s << u""_s;
}

void RulesTest::degrees()
{
    QFETCH(QString, text);
    QFETCH(QString, degree);
    QFETCH(QString, major);
    const DegreeWords found = degreeIn(text);
    QCOMPARE(found.degree, degree);
    QCOMPARE(found.major, major);
}

void RulesTest::titles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("title");
    const QStringList titles {u"Summer Analyst"_s,
                              u"Software Engineer II"_s,
                              u"VP Engineering"_s,
                              u"Director of Marketing"_s,
                              u"Research Assistant to Prof. Lee"_s,
                              u"Intern"_s,
                              u"Head of Sales"_s,
                              u"Werkstudentin"_s,
                              u"Cheffe de projet"_s,
                              u"软件工程师实习生"_s,
                              u"Co-Founder"_s,
                              u"Teaching Assistant (part-time)"_s};
    const QStringList others {
            u"International Paper"_s, u"Internal Revenue Service"_s,           u"Boston Consulting Group"_s,
            u"Goldman Sachs"_s,       u"Management Leadership for Tomorrow"_s, u"Disney"_s};
    for (const QString &text : titles) {
        row(text) << true;
    }
    for (const QString &text : others) {
        row(text) << false;
    }
}

void RulesTest::titles()
{
    QFETCH(QString, text);
    QFETCH(bool, title);
    QCOMPARE(isJobTitle(text), title);
}

void RulesTest::contact_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("hometown");
    QTest::addColumn<QString>("linkedin");
    row(u"(617) 555-0182 | Boston"_s) << u"(617) 555-0182"_s << u""_s << u""_s;
    row(u"(+1) 617-555-0182"_s) << u"(+1) 617-555-0182"_s << u""_s << u""_s;
    row(u"+44 20 7946 0991"_s) << u"+44 20 7946 0991"_s << u""_s << u""_s;
    row(u"Tel: 0221 5550178"_s) << u"0221 5550178"_s << u""_s << u""_s;
    row(u"6175550182"_s) << u"6175550182"_s << u""_s << u""_s;
    row(u"MA 02139 617-555-0133"_s) << u"617-555-0133"_s << u""_s << u""_s;
    row(u"27 06 55 50 14 22"_s) << u"06 55 50 14 22"_s << u""_s << u""_s;
    row(u"Tel/Fax: 0221 5550178"_s) << u"0221 5550178"_s << u""_s << u""_s;
    row(u"Fax: 0221 5550178"_s) << u""_s << u""_s << u""_s;
    row(u"SSN 078-05-1120"_s) << u""_s << u""_s << u""_s;
    row(u"License No. 555-123-4567"_s) << u""_s << u""_s << u""_s;
    row(u"Student ID 20231234567"_s) << u""_s << u""_s << u""_s;
    row(u"IBAN DE89 3704 0044 0532 0130 00"_s) << u""_s << u""_s << u""_s;
    row(u"2019 - 2023"_s) << u""_s << u""_s << u""_s;
    row(u"01/09/2019 - 31/05/2020"_s) << u""_s << u""_s << u""_s;
    row(u"Cambridge, MA 02138-1234"_s) << u""_s << u""_s << u""_s;
    row(u"linkedin.com/in/jane-doe-123456789"_s) << u""_s << u""_s << u"linkedin.com/in/jane-doe-123456789"_s;
    row(u"LinkedIn: /in/jane-doe"_s) << u""_s << u""_s << u"linkedin.com/in/jane-doe"_s;
    row(u"https://uk.linkedin.com/in/zoë-m%C3%BCller, more"_s)
            << u""_s << u""_s << u"https://uk.linkedin.com/in/zoë-m%C3%BCller"_s;
    row(u"Hometown: Porto, Portugal"_s) << u""_s << u"Porto, Portugal"_s << u""_s;
    row(u"Originally from Graz."_s) << u""_s << u"Graz"_s << u""_s;
    row(u"Born and raised in Aberdeen, Scotland; now in London"_s)
            << u""_s << u"Aberdeen, Scotland"_s << u""_s;
    row(u"12 Oak Street, Cambridge, MA"_s) << u""_s << u""_s << u""_s;
    row(u"Funds raised in three rounds"_s) << u""_s << u""_s << u""_s;
}

void RulesTest::contact()
{
    QFETCH(QString, text);
    QFETCH(QString, phone);
    QFETCH(QString, hometown);
    QFETCH(QString, linkedin);
    const ResumeFacts facts = readFacts(text);
    QCOMPARE(facts.phone.text, phone);
    QCOMPARE(facts.hometown.text, hometown);
    QCOMPARE(facts.linkedinUrl.text, linkedin);
}

void RulesTest::hyphens_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("kept");
    const auto add = [](const QString &before, const QString &after, bool kept) {
        QTest::newRow(qUtf8Printable(before + u"-|"_s + after)) << before << after << kept;
    };
    add(u"engi"_s, u"neering"_s, false);
    add(u"imple"_s, u"mented"_s, false);
    add(u"responsi"_s, u"bilities,"_s, false);
    add(u"cross"_s, u"functional"_s, true);
    add(u"data"_s, u"driven"_s, true);
    add(u"state-of"_s, u"the-art"_s, true);
    add(u"e"_s, u"commerce"_s, true);
    add(u"Anglo"_s, u"American"_s, true);
    add(u"2019"_s, u"2021"_s, true);
    add(u"Führungs"_s, u"kräfte"_s, false);
}

void RulesTest::hyphens()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(bool, kept);
    QCOMPARE(keepsHyphen(before, after), kept);
}

void RulesTest::signsOfTexFonts()
{
    QCOMPARE(asTyped(u"\u0088 Built a\u0015b \u0010of\u001Cce\u0011\u0007"_s), u"• Built a–b “office”"_s);
    const ResumeFacts facts = readFacts(
            u"Jane Doe\n\nEXPERIENCE\nAnalyst, Acme Corp\t2020 – 2021\n{ Cut errors by half\n"_s);
    QCOMPARE(facts.companies.size(), 1);
    QCOMPARE(facts.companies.first().text, u"Acme Corp"_s);
    QCOMPARE(facts.experience.size(), 1);
}

void RulesTest::whatIsSomebodyElsesStaysTheirs()
{
    const ResumeFacts facts = readFacts(
            u"Jane Doe\n\nEXPERIENCE\nAnalyst, Acme Corp\t2020 – 2021\n• Built reports\n"
            u"• Took over linkedin.com/in/somebody-else from the agency that had run the page\n"
            u"Bob Stone, referee, bob@acme.example\n"_s);
    QVERIFY2(facts.email.text.isEmpty(), qPrintable(facts.email.text));
    QVERIFY2(facts.linkedinUrl.text.isEmpty(), qPrintable(facts.linkedinUrl.text));
}
