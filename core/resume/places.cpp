// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/places.h"

#include "base/text.h"
#include "resume/words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

QSet<QString> nameSet(QStringView names)
{
    QSet<QString> set;
    for (const QStringView name : names.split(u'|')) {
        set.insert(name.toString());
    }
    return set;
}

const QSet<QString> &stateCodes()
{
    // clang-format off
    static const QSet<QString> codes = nameSet(
            u"AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|"
            "NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|D.C.|PR|ON|QC|BC|AB|MB|NS|NB|"
            "SK|NL|NSW|VIC|QLD");
    // clang-format on
    return codes;
}

const QSet<QString> &countryCodes()
{
    static const QSet<QString> codes = nameSet(
            u"UK|USA|US|UAE|PRC|U.S.A.|U.S.|U.K.|DE|FR|ES|IT|CH|AT|NL|BE|IE|SG|HK|IN|CN|JP|KR");
    return codes;
}

const QSet<QString> &regions()
{
    // clang-format off
    static const QSet<QString> names = nameSet(
            u"alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|"
            "hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|"
            "michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|"
            "new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|"
            "rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|"
            "west virginia|wisconsin|wyoming|district of columbia|ontario|quebec|british columbia|"
            "alberta|manitoba|nova scotia|new south wales|victoria|queensland|england|scotland|wales|"
            "northern ireland|united kingdom|great britain|united states|united states of america|"
            "america|canada|mexico|brazil|brasil|argentina|chile|colombia|peru|ecuador|uruguay|venezuela|"
            "costa rica|panama|guatemala|puerto rico|cuba|jamaica|germany|deutschland|austria|osterreich|"
            "switzerland|schweiz|suisse|france|spain|espana|portugal|italy|italia|netherlands|"
            "the netherlands|nederland|belgium|belgique|belgie|luxembourg|ireland|denmark|danmark|sweden|"
            "sverige|norway|norge|finland|suomi|iceland|poland|polska|czech republic|czechia|slovakia|"
            "hungary|romania|bulgaria|greece|turkey|turkiye|ukraine|russia|estonia|latvia|lithuania|"
            "croatia|serbia|slovenia|cyprus|malta|india|pakistan|bangladesh|sri lanka|nepal|china|japan|"
            "south korea|korea|taiwan|hong kong|hong kong sar|macau|singapore|malaysia|indonesia|"
            "thailand|vietnam|philippines|cambodia|australia|new zealand|south africa|nigeria|kenya|"
            "ghana|ethiopia|egypt|morocco|maroc|algeria|tunisia|senegal|uganda|rwanda|tanzania|israel|"
            "jordan|lebanon|saudi arabia|united arab emirates|qatar|kuwait|bahrain|oman|iran|iraq|"
            "kazakhstan|uzbekistan");
    // clang-format on
    return names;
}

const QSet<QString> &cities()
{
    // clang-format off
    static const QSet<QString> names = nameSet(
            u"new york|new york city|nyc|brooklyn|manhattan|los angeles|chicago|houston|san francisco|"
            "san jose|san diego|boston|seattle|austin|dallas|miami|atlanta|philadelphia|phoenix|denver|"
            "portland|pittsburgh|washington dc|washington d c|minneapolis|detroit|baltimore|charlotte|"
            "nashville|cambridge|palo alto|mountain view|menlo park|cupertino|sunnyvale|santa clara|"
            "redmond|berkeley|oakland|sacramento|las vegas|salt lake city|columbus|cleveland|cincinnati|"
            "st louis|kansas city|new orleans|tampa|orlando|raleigh|durham|toronto|montreal|vancouver|"
            "ottawa|calgary|london|oxford|manchester|birmingham|edinburgh|glasgow|bristol|leeds|dublin|"
            "cork|galway|limerick|belfast|cardiff|liverpool|newcastle|sheffield|nottingham|southampton|"
            "brighton|aberdeen|paris|lyon|marseille|toulouse|nice|bordeaux|lille|nantes|strasbourg|"
            "grenoble|rennes|berlin|munchen|munich|muenchen|hamburg|frankfurt|frankfurt am main|koln|"
            "cologne|stuttgart|dusseldorf|leipzig|dresden|bonn|mannheim|karlsruhe|heidelberg|nurnberg|"
            "hannover|bremen|aachen|freiburg|wien|vienna|zurich|geneve|geneva|genf|basel|bern|lausanne|"
            "madrid|barcelona|valencia|sevilla|seville|bilbao|malaga|zaragoza|lisboa|lisbon|porto|roma|"
            "rome|milano|milan|torino|turin|bologna|firenze|florence|napoli|naples|amsterdam|rotterdam|"
            "den haag|the hague|utrecht|eindhoven|delft|brussels|bruxelles|brussel|antwerp|copenhagen|"
            "kobenhavn|stockholm|goteborg|oslo|helsinki|warsaw|warszawa|krakow|wroclaw|prague|praha|"
            "budapest|bucharest|sofia|athens|istanbul|ankara|kyiv|moscow|tel aviv|jerusalem|dubai|"
            "abu dhabi|doha|riyadh|cairo|beirut|amman|casablanca|rabat|tunis|lagos|nairobi|accra|"
            "johannesburg|cape town|mumbai|delhi|new delhi|bangalore|bengaluru|hyderabad|chennai|pune|"
            "kolkata|gurgaon|gurugram|noida|karachi|lahore|islamabad|dhaka|colombo|beijing|shanghai|"
            "shenzhen|guangzhou|hangzhou|tokyo|osaka|kyoto|seoul|busan|taipei|hong kong|singapore|"
            "kuala lumpur|jakarta|bangkok|manila|hanoi|ho chi minh city|sydney|melbourne|brisbane|perth|"
            "auckland|mexico city|ciudad de mexico|monterrey|guadalajara|bogota|medellin|lima|santiago|"
            "coventry|leicester|exeter|plymouth|swansea|norwich|milton keynes|dundee|stirling|gothenburg|"
            "malmo|uppsala|linkoping|umea|vasteras|orebro|sundsvall|aarhus|odense|aalborg|trondheim|"
            "bergen|stavanger|tampere|turku|espoo|gdansk|gdynia|poznan|lodz|katowice|lublin|szczecin|brno|"
            "ostrava|bratislava|zagreb|ljubljana|belgrade|beograd|graz|linz|salzburg|innsbruck|st gallen|"
            "luzern|winterthur|lugano|gent|ghent|brugge|leuven|liege|maastricht|groningen|tilburg|breda|"
            "nijmegen|haarlem|leiden|zwolle|arnhem|dortmund|duisburg|bochum|wuppertal|bielefeld|munster|"
            "augsburg|wiesbaden|mainz|kiel|rostock|erfurt|jena|potsdam|kassel|braunschweig|saarbrucken|ulm|"
            "regensburg|wurzburg|erlangen|darmstadt|gelsenkirchen|montpellier|metz|dijon|angers|"
            "reims|rouen|caen|clermont ferrand|aix en provence|annecy|toulon|le havre|brest|granada|murcia|"
            "alicante|palma|valladolid|vigo|gijon|oviedo|pamplona|salamanca|san sebastian|coimbra|"
            "braga|aveiro|genova|genoa|palermo|bari|catania|verona|padova|padua|venezia|venice|trieste|parma|"
            "modena|pisa|siena|perugia|cagliari|thessaloniki|cluj napoca|timisoara|iasi|riga|tallinn|vilnius|"
            "kaunas|tartu|minsk|st petersburg|saint petersburg|kharkiv|lviv|odesa|wellington|christchurch|"
            "dunedin|adelaide|canberra|hobart|darwin|gold coast|winnipeg|edmonton|quebec city|"
            "kitchener|mississauga|durban|pretoria|kampala|dar es salaam|addis ababa|kigali|abuja|ibadan|"
            "kumasi|dakar|algiers|alexandria|izmir|bursa|haifa|jeddah|sharjah|ahmedabad|jaipur|lucknow|kochi|"
            "indore|nagpur|chandigarh|coimbatore|thiruvananthapuram|chengdu|wuhan|nanjing|xian|tianjin|suzhou|"
            "chongqing|fukuoka|nagoya|sapporo|yokohama|kobe|incheon|daejeon|daegu|kaohsiung|hsinchu|taichung|"
            "penang|surabaya|bandung|cebu|chiang mai|da nang|guayaquil|cusco|arequipa|valparaiso|concepcion|"
            "rosario|mendoza|barranquilla|cartagena|caracas|san salvador|managua|tegucigalpa|"
            "santo domingo|havana|belo horizonte|curitiba|porto alegre|recife|fortaleza|brasilia|campinas|"
            "florianopolis|puebla|tijuana|queretaro|merida|cancun|ann arbor|boulder|madison|milwaukee|omaha|"
            "tucson|albuquerque|el paso|san antonio|fort worth|memphis|louisville|indianapolis|richmond|"
            "norfolk|buffalo|rochester|syracuse|albany|hartford|new haven|worcester|newark|"
            "jersey city|hoboken|princeton|stamford|wilmington|bethesda|arlington|reston|mclean|irvine|"
            "santa monica|pasadena|long beach|anaheim|santa barbara|san mateo|fremont|bellevue|tacoma|spokane|"
            "boise|honolulu|anchorage|knoxville|chattanooga|greensboro|winston salem|charleston|savannah|"
            "jacksonville|fort lauderdale|boca raton|gainesville|tallahassee|baton rouge|little rock|tulsa|"
            "oklahoma city|wichita|des moines|fargo|sioux falls|grand rapids|lansing|dayton|toledo|akron|"
            "evanston|springfield|ithaca|college park|chapel hill|santa cruz|"
            "buenos aires|sao paulo|rio de janeiro|montevideo|quito|北京|上海|深圳|广州|杭州|東京|东京|서울|台北");
    // clang-format on
    return names;
}

bool looksLikeName(QStringView part)
{
    const auto words = part.split(u' ', Qt::SkipEmptyParts);
    static const QSet<QString> small {u"of"_s,  u"de"_s,  u"la"_s, u"le"_s,  u"am"_s,  u"an"_s,
                                      u"der"_s, u"sur"_s, u"do"_s, u"the"_s, u"den"_s, u"del"_s};
    return !words.isEmpty() && words.size() <= 4 && std::ranges::all_of(words, [](QStringView word) {
        return word.front().isUpper() || word.front().script() == QChar::Script_Han
                || small.contains(word.toString());
    });
}

QString withoutBrackets(QStringView text)
{
    static const QRegularExpression brackets(u"\\s*\\([^)]*\\)\\s*$"_s);
    return QString(text.toString().trimmed()).remove(brackets).trimmed();
}

bool isRegion(QStringView part)
{
    // "NY 10003": the postal code belongs to the state.
    static const QRegularExpression zip(u"\\s+\\d{4,5}(?:-\\d{4})?$"_s);
    const QString name = QString(part.toString().trimmed()).remove(zip);
    return stateCodes().contains(name) || countryCodes().contains(name)
            || regions().contains(foldedWords(name).join(u' '));
}

bool isCity(QStringView part)
{
    return cities().contains(foldedWords(part).join(u' '));
}

// Splits at commas and joins what belongs together: "Acme, Inc." and "University of California, Berkeley".
QStringList commaParts(QStringView text)
{
    QStringList parts;
    static const QRegularExpression comma(u"\\s*[,，،]\\s*(?![^(]*\\))"_s);
    for (const QString &part : text.toString().split(comma, Qt::SkipEmptyParts)) {
        const bool state = part == u"CO" || part == u"NV"; // no firm writes "Acme, CO"
        if (!parts.isEmpty() && isLegalForm(part) && !state) {
            parts.last() += u", "_s + part;
        } else {
            parts << part.trimmed();
        }
    }
    return parts;
}

// "Pune, India" and "Brooklyn, New York, USA", but neither "Acme, New York" nor "Acme, New York, NY".
bool isCommaPlace(const QStringList &parts)
{
    if (parts.size() < 2 || parts.size() > 3 || !looksLikeName(parts.first()) || isJobTitle(parts.first())) {
        return false;
    }
    static const QRegularExpression state(u"^[A-Z]{2}$"_s);
    if (parts.size() == 2 && state.match(parts.last()).hasMatch() && isRegion(parts.last())) {
        return !isLegalForm(parts.first().section(u' ', -1)); // "College Station, TX"
    }
    if (hasOrganisationWord(parts.first())) {
        return false;
    }
    static const QRegularExpression area(u"\\b(?:Area|Metropolitan|Metro|Region)$"_s);
    const QString &last = parts.last();
    if (isKindOfEmployment(last) || area.match(last).hasMatch()) {
        return parts.size() == 2 ? isPlaceName(parts.first()) || isRegion(last) : isRegion(parts[1]);
    }
    if (parts.size() == 3) {
        const bool country = isRegion(last)
                && (!state.match(last).hasMatch() || last == u"US" || last == u"UK");
        return country && (isRegion(parts[1]) || isCity(parts[1]) || isCity(parts.first()));
    }
    return isCity(last) ? isPlaceName(parts.first()) : isRegion(last);
}

} // namespace

bool isPlaceName(QStringView text)
{
    return isRegion(text) || isCity(text);
}

bool isPlace(QStringView text)
{
    const QString bare = withoutBrackets(text);
    if (bare.isEmpty() || bare.size() > 60 || isKindOfEmployment(bare)) {
        return isKindOfEmployment(bare);
    }
    // "New York, NY / Remote"
    const auto alternatives = QStringView(bare).split(u'/', Qt::SkipEmptyParts);
    if (alternatives.size() > 1) {
        return std::ranges::all_of(alternatives, [](QStringView part) { return isPlace(part.trimmed()); });
    }
    const QStringList parts = commaParts(bare);
    if (parts.size() == 1) {
        static const QRegularExpression cityState(u"^(\\p{Lu}[\\p{L}.' -]+?) +([A-Z]{2})$"_s);
        const auto match = cityState.match(bare);
        return isPlaceName(bare) || (match.hasMatch() && stateCodes().contains(match.captured(2)));
    }
    return isCommaPlace(parts);
}

QStringList partsWithoutPlace(QStringView text)
{
    QStringList parts = commaParts(text);
    const auto mayBeCity = [&parts] {
        return looksLikeName(parts.last()) && !hasOrganisationWord(parts.last())
                && !isUnitOrField(parts.last()) && !isJobTitle(parts.last());
    };
    while (parts.size() > 1 && isKindOfEmployment(parts.last())) {
        parts.removeLast();
    }
    if (parts.size() > 1 && isRegion(parts.last())) {
        const bool alsoCity = isCity(parts.last());
        parts.removeLast();
        if (parts.size() > 1 && isRegion(parts.last()) && !isCity(parts.last())) { // "Austin, TX, USA"
            parts.removeLast();
        }
        // A city stands before its state or country, known to us or not; "New York" alone is its own city.
        if (parts.size() > 1 && (isCity(parts.last()) || (!alsoCity && mayBeCity()))) {
            parts.removeLast();
        }
    } else if (parts.size() > 1 && isCity(parts.last())) {
        parts.removeLast();
    }
    return parts;
}

} // namespace crema::resume
