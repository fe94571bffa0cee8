// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/newsnames.h"

#include "base/text.h"
#include "prep/newswords.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

// Folded, without blanks, by country. Towns that are everyday words (Reading, Nice, Bath) are left out.
constexpr const char *regions =
        "us: alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii "
        "idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan "
        "minnesota "
        "mississippi missouri montana nebraska nevada newhampshire newjersey newmexico northcarolina "
        "northdakota "
        "ohio oklahoma oregon pennsylvania rhodeisland southcarolina southdakota tennessee texas utah "
        "vermont "
        "virginia westvirginia wisconsin wyoming siliconvalley newengland midwest;"
        "gb: yorkshire lancashire kent essex surrey sussex devon cornwall norfolk suffolk hampshire "
        "oxfordshire cambridgeshire hertfordshire merseyside midlands northernireland;"
        "ca: ontario quebec britishcolumbia alberta manitoba saskatchewan novascotia newbrunswick "
        "newfoundland;"
        "au: newsouthwales queensland tasmania southaustralia westernaustralia northernterritory;"
        "de: bavaria bayern saxony hesse badenwurttemberg northrhinewestphalia;"
        "fr: normandy brittany provence; es: catalonia andalusia; it: lombardy tuscany sicily veneto;"
        "in: karnataka maharashtra kerala gujarat punjab tamilnadu telangana rajasthan;"
        "cn: guangdong zhejiang sichuan jiangsu";

constexpr const char *towns =
        "us: newyork newyorkcity nyc brooklyn manhattan losangeles sanfrancisco sanjose sandiego sacramento "
        "oakland "
        "paloalto mountainview menlopark cupertino seattle bellevue redmond portland denver boulder austin "
        "dallas "
        "houston sanantonio fortworth phoenix tucson scottsdale lasvegas saltlakecity albuquerque chicago "
        "detroit "
        "minneapolis milwaukee cleveland columbus cincinnati pittsburgh philadelphia baltimore boston "
        "cambridge "
        "atlanta miami tampa orlando jacksonville charlotte raleigh durham nashville memphis louisville "
        "neworleans "
        "stlouis kansascity omaha indianapolis washington washingtondc arlington richmond buffalo rochester "
        "hartford "
        "newark princeton providence honolulu boise spokane tulsa birmingham;"
        "gb: london leeds manchester birmingham liverpool bristol sheffield nottingham newcastle edinburgh "
        "glasgow "
        "aberdeen dundee cardiff swansea belfast cambridge oxford york brighton southampton portsmouth "
        "plymouth "
        "exeter norwich ipswich leicester coventry derby hull bradford wakefield harrogate sunderland durham "
        "middlesbrough bournemouth cheltenham guildford miltonkeynes slough stirling inverness;"
        "ie: dublin cork galway limerick waterford;"
        "ca: toronto vancouver montreal ottawa calgary edmonton winnipeg halifax waterloo kitchener victoria "
        "hamilton;"
        "au: sydney melbourne brisbane perth adelaide canberra hobart darwin goldcoast newcastle geelong;"
        "nz: auckland wellington christchurch dunedin hamilton;"
        "in: mumbai bombay delhi newdelhi bangalore bengaluru hyderabad chennai kolkata pune ahmedabad "
        "gurgaon "
        "gurugram noida jaipur kochi chandigarh lucknow indore surat; pk: karachi lahore islamabad;"
        "de: berlin munich munchen hamburg frankfurt cologne koln stuttgart dusseldorf leipzig dresden "
        "hanover "
        "hannover nuremberg nurnberg bremen essen dortmund bonn karlsruhe heidelberg mannheim;"
        "fr: paris lyon marseille toulouse bordeaux lille nantes strasbourg montpellier grenoble rennes;"
        "es: madrid barcelona valencia seville sevilla malaga bilbao zaragoza;"
        "it: rome roma milan milano turin torino naples napoli florence firenze bologna venice genoa verona;"
        "nl: amsterdam rotterdam utrecht thehague eindhoven delft groningen; be: brussels antwerp ghent "
        "leuven;"
        "ch: zurich geneva basel lausanne bern zug lugano; at: vienna wien graz linz salzburg innsbruck;"
        "se: stockholm gothenburg malmo uppsala lund; no: oslo bergen trondheim stavanger;"
        "dk: copenhagen aarhus odense; fi: helsinki espoo tampere turku oulu; ee: tallinn tartu; lv: riga;"
        "lt: vilnius kaunas; pl: warsaw krakow wroclaw gdansk poznan lodz; cz: prague brno ostrava;"
        "hu: budapest; ro: bucharest cluj timisoara; bg: sofia plovdiv; gr: athens thessaloniki;"
        "pt: lisbon porto braga; tr: istanbul ankara izmir; il: telaviv jerusalem haifa; ru: moscow "
        "stpetersburg;"
        "ua: kyiv kiev lviv odesa kharkiv; cn: beijing shanghai shenzhen guangzhou hangzhou chengdu wuhan "
        "nanjing;"
        "hk: hongkong; tw: taipei taiwan; jp: tokyo osaka kyoto yokohama nagoya fukuoka sapporo;"
        "kr: seoul busan incheon; sg: singapore; my: kualalumpur penang johor; id: jakarta bandung surabaya "
        "bali;"
        "ph: manila cebu makati; vn: hanoi hochiminhcity saigon danang; th: bangkok phuket chiangmai;"
        "ae: dubai abudhabi sharjah; sa: riyadh jeddah saudiarabia; qa: doha qatar; eg: cairo alexandria "
        "giza;"
        "ng: lagos abuja ibadan; ke: nairobi mombasa; za: johannesburg capetown durban pretoria; gh: accra "
        "ghana;"
        "mx: mexicocity guadalajara monterrey tijuana; br: saopaulo riodejaneiro brasilia curitiba "
        "belohorizonte;"
        "ar: buenosaires rosario; cl: santiago valparaiso; co: bogota medellin cali; pe: lima peru";

constexpr const char *givenNames =
        "aaron abigail adam adrian ahmed alan albert alex alexander alexandra alice alison amanda amy andrea "
        "andrew "
        "angela anna anne anthony antonio arthur ashley barbara ben benjamin bernard beth betty brandon "
        "brenda brian "
        "bruce bryan calvin carl carlos carol caroline catherine charles charlie christian christina "
        "christine "
        "christopher claire craig cynthia daniel daniela david deborah dennis diana diane dolly donald donna "
        "dorothy "
        "douglas dylan edward elena eli elizabeth ellen emily emma eric erik erin ethan eugene eva evelyn "
        "fiona "
        "francis frank fred frederick gabriel gareth gary george gerald gloria gordon graham greg gregory "
        "hannah "
        "harold harry heather helen henry howard hugh ian isaac isabel jack jacob jake james jamie jane "
        "janet jason "
        "jean jeff jeffrey jennifer jeremy jerry jessica jim joan joe john johnny jonathan jose joseph "
        "joshua juan "
        "judith judy julia julian julie justin karen karl kate katherine kathleen kathryn keith kelly "
        "kenneth kevin "
        "kimberly kyle larry laura lauren laurence lawrence leo leon leonard leslie liam linda lisa louis "
        "louise lucas "
        "lucy luis luke malcolm marc marcus margaret maria marie mario martha martin mary matt matthew megan "
        "melissa michael michelle miguel mike mohamed mohammed morgan nancy natalie nathan nicholas nicole "
        "nigel noah "
        "oliver olivia oscar pamela patricia patrick paul pedro peter philip phillip rachel ralph raymond "
        "rebecca "
        "richard robert robin roger roland ronald rosemary roy russell ruth ryan samantha samuel sandra sara "
        "sarah "
        "scott sean shannon sharon shirley simon sophia sophie stanley stephanie stephen steve steven stuart "
        "susan "
        "tammy teresa terry theresa thomas tim timothy todd tom tony tracy vanessa vincent virginia walter "
        "wayne "
        "wendy william yvonne zachary";

void add(QHash<QString, QStringList> &places, const char *groups)
{
    for (const QString &group : QString::fromLatin1(groups).split(u';', Qt::SkipEmptyParts)) {
        const QString country = group.section(u':', 0, 0).trimmed();
        for (const QString &place : group.section(u':', 1).split(u' ', Qt::SkipEmptyParts)) {
            places[place] << country;
        }
    }
}

QString keyOf(const QString &place)
{
    return foldedWords(place).join(QString());
}

} // namespace

QStringList countriesOfPlace(const QString &place)
{
    static const QHash<QString, QStringList> places = [] {
        QHash<QString, QStringList> made;
        add(made, regions);
        add(made, towns);
        return made;
    }();
    const QString country = countryKey(place);
    return country.isEmpty() ? places.value(keyOf(place)) : QStringList {country};
}

bool isRegion(const QString &place)
{
    static const QHash<QString, QStringList> names = [] {
        QHash<QString, QStringList> made;
        add(made, regions);
        return made;
    }();
    return names.contains(keyOf(place));
}

QString countryOfDomain(const QString &domain)
{
    // Endings that firms everywhere take for their look (.io, .ai, .co, .me, .tv) are not among them.
    static const QSet<QString> own {
            u"uk"_s, u"de"_s, u"fr"_s, u"it"_s, u"es"_s, u"nl"_s, u"be"_s, u"ch"_s, u"at"_s, u"se"_s,
            u"no"_s, u"dk"_s, u"fi"_s, u"ie"_s, u"pt"_s, u"pl"_s, u"cz"_s, u"gr"_s, u"ru"_s, u"ua"_s,
            u"tr"_s, u"il"_s, u"in"_s, u"pk"_s, u"cn"_s, u"jp"_s, u"kr"_s, u"au"_s, u"nz"_s, u"ca"_s,
            u"mx"_s, u"br"_s, u"ar"_s, u"cl"_s, u"za"_s, u"ng"_s, u"ke"_s, u"eg"_s, u"ae"_s, u"sg"_s,
            u"my"_s, u"ph"_s, u"vn"_s, u"th"_s, u"ee"_s, u"lv"_s, u"lt"_s, u"hu"_s, u"ro"_s, u"bg"_s};
    const QString ending = domain.section(u'.', -1).toLower();
    return !own.contains(ending) ? QString() : ending == "uk"_L1 ? u"gb"_s : ending;
}

bool isGivenName(const QString &word)
{
    static const QSet<QString> names = [] {
        const QStringList list = QString::fromLatin1(givenNames).split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(list.begin(), list.end());
    }();
    return names.contains(word);
}

} // namespace crema::prep
