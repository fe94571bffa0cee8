// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/newswords.h"

#include "base/text.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr const char *ordinaryWords =
        // Everyday words.
        "access acorn acorns action active affirm agile air alarm albert alliance ally alpha alpine "
        "altitude amazon amber "
        "american anchor angel anthem apex apollo apple aqua arc arch arena argo ark arm array arrow "
        "asana ascend ascent "
        "ash aspect aspen aspire asset assurance atlas atom aura aurora autumn avalanche avenue axis "
        "azure balance "
        "bamboo banner base basecamp basic bay beacon beam bear bee bell benchmark best beta better "
        "beyond big bird bit "
        "black blackbird blend block bloom blossom blue board bold bolt bond book box brain branch brave "
        "breeze brick "
        "bridge bright brightside broad brook bubble buffer build bumble business butterfly button buzz "
        "cable cactus "
        "calm camber campus canal candid canopy canvas capital care cargo carrot cascade castle catalyst "
        "cedar center "
        "central century champion change chart check cherry chess chime choice cinder circle citizen "
        "citizens city clarity "
        "clay clean clear cliff clipper cloud clover club coach coast cobalt color column comet commerce "
        "common community "
        "compass concept concord condor connect construct copper coral core corner cosmos counter "
        "country cove cradle "
        "craft crane creative credit crescent crest crown crystal cube current curve cypress dash dawn "
        "deep delta depot "
        "depth desert design desktop dev diamond digital direct discord discover discovery dove dragon "
        "dream drift "
        "drive drop dune eagle earth east eastern echo eclipse edge edison electric element elephant "
        "elevate ember emerald "
        "empire encore endeavor endless energy engine enterprise envoy equal equinox era essential ether "
        "evergreen everyday "
        "evolve express extend fable factor fair faire falcon family fast feather fidelity field figure "
        "finch fire "
        "firefly first five flame flash fleet flex flight flint float flow flower fly focus forest forge "
        "formula fort "
        "fortune forward foundation foundry four fox frame free freedom fresh friday front frontier fuel "
        "full fund "
        "fusion future galaxy gap garden gate gateway gem general genesis gentle giant glacier glass "
        "glean glide global "
        "globe glow gold golden good grace grain grand granite grant graph gravity great green grid "
        "grind grit grove "
        "growth guardian guide guild gusto habit half halo hammer harbor harbour harmony harness harvest "
        "haven hawk "
        "hazel headspace health heart hearth helium helix help hero heron high hill hive hive hollow "
        "home honest honey "
        "hope horizon horizons host house hub human hummingbird hunter icon ideal idea igloo ignite "
        "impact impulse "
        "independence index indigo infinite infinity innovation inside insight instant integral "
        "intelligence intercept "
        "international intuit invitation iris iron island ivory ivy jade jasper jet journey joy jungle "
        "juniper jupiter "
        "justice kayak key keystone kind kindred king kite knight lab labs lake lambda lantern laser "
        "lattice launch "
        "laurel leaf leap legacy legend lemonade lens level liberty life lift light lighthouse lightning "
        "lily lime linear "
        "link lion liquid little live local lotus loom loop lucid luna lunar lynx magic magnet magnolia "
        "main mango "
        "maple marathon marble marine mark market mars mason master match matrix matter maven meadow "
        "medium mercury "
        "meridian merit mesa mesh meta method metro micro midnight midway milestone mill mind mint "
        "mirror mission "
        "mobile modern modular moment monarch monday monster moon morning mosaic moss motion motive "
        "mountain mule "
        "mural muse mustang national nationwide native natural nature navigator nebula nest net network "
        "new next "
        "nexus night noble node noon nord north northern northstar nova notion novel number oak oasis "
        "oath object ocean "
        "octopus olive olympus one onyx open opal option optimal oracle orange orbit orchard orchid "
        "origin orion oscar "
        "osprey otter outpost outreach outset owl pacific palm panda panther paper parade paradigm "
        "paragon parallel park "
        "parrot partner partners patch path pathfinder patriot pax peak pearl pebble pelican peloton "
        "penguin people "
        "performance petal phoenix pier pilot pine pinnacle pioneer pipe pivot pixel plaid plain planet "
        "plaza pledge "
        "plume plus point polar pole poppy port portal postal power prairie praxis precision premier "
        "present press pretzel "
        "prime principal prism pro procore progressive prologue promise prosper protein proton "
        "prudential pulse pure "
        "purple puzzle quantum quarry quartz quest quick quill quilt quiver rabbit radiant radius rain "
        "rainbow raven "
        "ranch range rapid ray reach ready real reason rebel record red redwood reef reflex regal "
        "regions regent relay "
        "reliance remedy remote republic resolute resolve resource response ridge rift ring ripple rise "
        "rival river "
        "road robin robinhood rock rocket root roots rose round route rover royal ruby rush safe saga "
        "sage sail salt "
        "samba sand sapphire saturn savvy scale scout sea seed segment sense sentinel sequence sequoia "
        "serene series "
        "service shade shadow shape share sharp shell shield shift shine ship shop shore short sierra "
        "sigma signal "
        "signature silver simple single sirius six skill sky slack slate smart smile snap snow snowflake "
        "social soft "
        "sol solar solid solo solution solutions solstice sonar sonic soul source south southern "
        "southwest space spark "
        "sparrow spectrum speed sphere spin spiral spire spirit splash spot spring sprout spruce square "
        "squire stable stack "
        "stage standard star starling start state station stealth steel stellar stem step sterling stone "
        "storm story strait "
        "strata strategic stream street stride strike string stripe strive strong studio sugar summit "
        "sun sunday sunrise "
        "supreme sure surf surge swan swell swift symphony sync tailor talent tandem tango target task "
        "team tech tempo "
        "ten terra tesla thread three thrive thunder tide tiger timber time titan toast token tonic tool "
        "top topaz torch "
        "total touch tower town trace track trade tradition trail train transit travelers tree trellis "
        "tribe trident "
        "trinity trip triumph true trust twitch two ultra umbra umbrella uniform union unison unit "
        "united unity "
        "universal up upstart uplift urban valley value vanguard vantage vapor vault vector vega "
        "velocity venture "
        "verge vertex vertical vessel vibe victory view village vine vintage violet virgin virtue visa "
        "vision vista vital "
        "vivid voice volt voyage voyager wander wave way web well wells west western whale wheat wheel "
        "whistle white "
        "wild will willow wind window wing wire wise wish wolf wonder wood work works world wren yellow "
        "yield zen zenith "
        "zero zest zip zone zoom "
        // People and places.
        "adams alaska alexander allen anderson andrews austin baker barclay barnes bennett benson boston "
        "bradley "
        "brooks brown burns butler campbell carlyle carter chase chicago clark clayton cole collins cook "
        "cooper crawford "
        "dale dave davidson davis dell denver diego dixon douglas duke eaton edwards elliott ellis evans "
        "fargo fisher "
        "fleming ford foster francis franklin fraser gallagher geneva george gibson goldman graham gray "
        "griffin hall "
        "hamilton harris harrison hart harvey hayes henderson henry hilton holland houston howard hudson "
        "hughes humana "
        "hunt huntington jackson jacobs james jefferson johnson jones jordan kelly kennedy keller kent "
        "kim kirkland "
        "klein knight lambert lane lazard lee lewis lincoln lloyd logan london lopez macy madison marsh "
        "marshall martin "
        "mary mason mercer merrill miller mitchell montana monroe moody moore morgan morris morrison "
        "murphy nelson "
        "newton nielsen nomura norton olson owens palmer parker patterson payne perry peters phillips "
        "porter powell "
        "price quinn ralph raymond reed reynolds rich richards roberts robinson rogers ross russell ryan "
        "sanders "
        "schneider schwab scott shaw simpson sloan smith spencer stanley stephens stewart stuart "
        "sullivan sutton "
        "sydney taylor thomas thompson thomson tucker turner tyler vance victoria vienna virginia wagner "
        "walker wallace "
        "walsh ward warner warren washington watson wayne webb weber webster wells west wheeler wilson "
        "winston "
        "wright york young";

QSet<QString> wordsOf(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

/// "family: word word; family: word"
QHash<QString, QString> groupsOf(const char *groups)
{
    QHash<QString, QString> result;
    for (const QString &group : QString::fromLatin1(groups).split(u';', Qt::SkipEmptyParts)) {
        const QString name = group.section(u':', 0, 0).trimmed();
        for (const QString &word : group.section(u':', 1).split(u' ', Qt::SkipEmptyParts)) {
            result.insert(word, name);
        }
    }
    return result;
}

} // namespace

bool isOrdinaryWord(const QString &word)
{
    static const QSet<QString> words = wordsOf(ordinaryWords);
    return word.size() < 2 || words.contains(word);
}

bool isFirmVerb(const QString &word)
{
    static const QSet<QString> words = wordsOf("acquires acquired acquiring buys launches launched unveils "
                                               "unveiled announces announced introduces introduced "
                                               "reports reported posts hires appoints appointed names sues "
                                               "invests invested partners partnered expands files "
                                               "cuts lays debuts recalls recalled forecasts rebrands "
                                               "restructures divests outsources rehires relaunches "
                                               "monetizes ipos slashes overhauls discontinues");
    return words.contains(word);
}

bool isCommonVerb(const QString &word)
{
    static const QSet<QString> words = wordsOf("adds adopts aims agrees allows asks backs becomes begins "
                                               "bets brings builds closes completes confirms creates "
                                               "delays denies doubles drops eliminates ends enters explores "
                                               "extends faces falls fights gains gets gives goes "
                                               "grows halts has hits is joins jumps keeps leads loses makes "
                                               "may misses moves must offers opens orders outlines "
                                               "pauses pays plans plunges prepares promises pulls pushes "
                                               "raises reaches receives releases removes replaces "
                                               "reveals revamps rises rolls says secures seeks sees sells "
                                               "sets settles shares shuts shows signs slides slips "
                                               "soars speeds spends splits starts stops surges taps targets "
                                               "teams tests to tops trims tumbles turns updates "
                                               "upgrades urges wants warns will wins works");
    return words.contains(word);
}

bool isFirmNoun(const QString &word)
{
    static const QSet<QString> words = wordsOf(
            "ceo cfo cto coo cmo ciso ipo stock stocks shares share earnings revenue revenues profit profits "
            "valuation "
            "layoffs employees executives executive exec execs chief founder founders cofounder cofounders "
            "investors investor "
            "shareholders shareholder board headquarters hq startup subsidiary spinoff acquisition takeover "
            "merger "
            "funding bankruptcy buyback dividend guidance outlook chairman president");
    return words.contains(word);
}

bool isFirmKind(const QString &word)
{
    static const QSet<QString> words = wordsOf("startup company firm fintech giant maker retailer chipmaker "
                                               "automaker carmaker unicorn rival competitor lender "
                                               "insurer insurtech biotech drugmaker brokerage consultancy "
                                               "conglomerate manufacturer airline carrier bank "
                                               "parent subsidiary vendor provider developer platform "
                                               "processor employer corporation agency chain "
                                               "supplier operator edtech healthtech proptech");
    return words.contains(word);
}

bool isFirmRelation(const QString &word)
{
    static const QSet<QString> words = wordsOf(
            "acquires acquired acquire acquiring buys sues sued invests invested backs shares stock stake "
            "ceo cfo cto coo "
            "founder cofounder founders chairman president acquisition purchase takeover board employees "
            "investors customers "
            "investment valuation investor layoffs partnership partners job jobs");
    return words.contains(word);
}

bool isTradeWord(const QString &word)
{
    static const QSet<QString> words = wordsOf(
            "advisor advisors adviser advisers analyst analysts assets bank banker bankers banking bankers "
            "billion "
            "bond bonds brand brands branch branches broker brokers brokerage business client clients "
            "customer "
            "customers deal deals economy equities equity financial forecast fund funds growth hedge hire "
            "hires "
            "hiring inflation invest investing investment investments job jobs loan loans market markets "
            "million "
            "mortgage office offices portfolio price prices pricing product products quarter quarterly rate "
            "rates "
            "recession retail results salary sales savings sector store stores tariffs trade traders trading "
            "trillion wealth workers workforce");
    return words.contains(word);
}

bool isLeadWord(const QString &word)
{
    static const QSet<QString> words = wordsOf("a about after against ahead all amid an and another are "
                                               "around as ask at because before behind beyond "
                                               "breaking but by can could did do does during every ex "
                                               "exclusive for former forget from has have here "
                                               "how if in inside into is latest like may meet more most new "
                                               "no not now of off on once only or our "
                                               "over report should since so some that the their these they "
                                               "this those through to today top under "
                                               "until up update us via was watch we were what when where "
                                               "whether which while who whose why will with "
                                               "without would you your");
    return words.contains(word);
}

bool isTownWord(const QString &word)
{
    static const QSet<QString> words = wordsOf(
            "boy boys bypass cemetery council councillor councillors couple farmer farmers flood floods girl "
            "girls man mayor men motorist murder murders neighbours neighbors parish pensioner "
            "police pupil pupils resident residents schoolboy schoolgirl teen teenager toddler town "
            "townsfolk village villager villagers woman women");
    return words.contains(word);
}

bool isNamePart(const QString &word)
{
    static const QSet<QString> words = wordsOf(
            "academy associates association bakery bank bankshares brewery brewing capital care church "
            "cinemas clinic club "
            "college council county credit dental district energy engineering estate estates farm farms "
            "federal field "
            "financial foundation fund gallery garden gardens health healthcare heights high hill hills "
            "hospital hospitality "
            "hotel hotels industries inn institute insurance international island lake library logistics "
            "manufacturing media "
            "medical memorial mining motors museum oil park partners pharma pharmaceuticals pharmacy pie "
            "plumbing properties "
            "radio realty records resources restaurant river road rugby school schools security society "
            "solutions stadium "
            "steel street studios systems therapeutics theater theatre township trust union university "
            "valley ventures "
            "village water wealth winery");
    return words.contains(word);
}

QString legalFamily(const QString &word)
{
    static const QHash<QString, QString> families = groupsOf(
            "us: inc incorporated corp corporation llc lp pllc; gb: plc; ltd: ltd limited; llp: llp; de: "
            "gmbh mbh ug "
            "kgaa ohg kg; ag: ag; se: se; sa: sa; fr: sas sarl sasu; es: sl slu; it: spa srl; nl: bv nv; br: "
            "ltda; "
            "se-nordic: ab; fi: oy oyj; no: asa; dk: aps; jp: kk; au: pty; in: pvt; sg: pte; cz: sro");
    return families.value(word);
}

QString countryOfPeople(const QString &word)
{
    static const QHash<QString, QString> countries = groupsOf(
            "us: american; gb: british english scottish welsh; de: german; fr: french; it: italian; es: "
            "spanish; "
            "nl: dutch; be: belgian; ch: swiss; at: austrian; se: swedish; no: norwegian; dk: danish; fi: "
            "finnish; "
            "ie: irish; pt: portuguese; pl: polish; cz: czech; gr: greek; ru: russian; ua: ukrainian; tr: "
            "turkish; "
            "il: israeli; in: indian; pk: pakistani; cn: chinese; jp: japanese; kr: korean; au: australian; "
            "nz: zealand; ca: canadian; mx: mexican; br: brazilian; ar: argentine; cl: chilean; co: "
            "colombian; "
            "za: african; ng: nigerian; ke: kenyan; eg: egyptian; ae: emirati; sg: singaporean; my: "
            "malaysian; "
            "id: indonesian; ph: philippine; vn: vietnamese; th: thai; ee: estonian; lv: latvian; lt: "
            "lithuanian; "
            "hu: hungarian; ro: romanian; bg: bulgarian");
    return countries.value(word);
}

QString countryKey(const QString &country)
{
    static const QHash<QString, QString> names = groupsOf(
            "us: unitedstates unitedstatesofamerica usa us america; gb: unitedkingdom uk gb greatbritain "
            "britain england "
            "scotland wales; de: germany deutschland; fr: france; it: italy italia; es: spain espana; nl: "
            "netherlands "
            "thenetherlands holland; be: belgium; ch: switzerland; at: austria; se: sweden; no: norway; dk: "
            "denmark; "
            "fi: finland; ie: ireland; pt: portugal; pl: poland; cz: czechia czechrepublic; gr: greece; ru: "
            "russia; "
            "ua: ukraine; tr: turkey turkiye; il: israel; in: india; pk: pakistan; cn: china; jp: japan; kr: "
            "southkorea "
            "korea; au: australia; nz: newzealand; ca: canada; mx: mexico; br: brazil; ar: argentina; cl: "
            "chile; "
            "co: colombia; za: southafrica; ng: nigeria; ke: kenya; eg: egypt; ae: unitedarabemirates uae; "
            "sg: singapore; my: malaysia; id: indonesia; ph: philippines; vn: vietnam; th: thailand; ee: "
            "estonia; "
            "lv: latvia; lt: lithuania; hu: hungary; ro: romania; bg: bulgaria");
    return names.value(foldedWords(country).join(QString()));
}

} // namespace crema::prep
