// SPDX-License-Identifier: GPL-3.0-or-later
// The names programs and people give to the columns of a contact table, in the languages whose exports are
// common.
#include "base/text.h"
#include "exchange/columns.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// Names as they look when folded and stripped of everything but letters, separated by blanks.
struct Spellings
{
    Field field;
    const char16_t *names;
};

constexpr std::array spellings {
        Spellings {Field::firstName,
                   u"firstname fname first givenname given forename forenames christianname vorname rufname "
                   u"prenom nombre "
                   u"nombres primernombre primeironome prenome voornaam imie fornamn fornavn etunimi jmeno "
                   u"krestnijmeno имя "
                   u"名 名字 이름"},
        Spellings {Field::middleName,
                   u"middlename middle mname middleinitial additionalname secondname zweitervorname "
                   u"deuxiemeprenom "
                   u"segundonombre отчество"},
        Spellings {Field::lastName,
                   u"lastname lname last surname familyname family nachname familienname zuname nomdefamille "
                   u"apellido "
                   u"apellidos primerapellido sobrenome apelido cognome achternaam nazwisko efternamn "
                   u"etternavn sukunimi "
                   u"prijmeni фамилия 姓 姓氏 성"},
        Spellings {Field::fullName,
                   u"name fullname contact contactname contacts person personname displayname completename "
                   u"yourname "
                   u"candidatename membername alumnusname alumniname nameofcontact contactperson leadname "
                   u"who people "
                   u"nom naam namn navn vollstandigername vorundnachname namevorname nometprenom prenometnom "
                   u"nomcomplet "
                   u"nombrecompleto "
                   u"nombreyapellidos nomecompleto nomeecognome naam volledigenaam imieinazwisko namn navn "
                   u"nimi имяифамилия "
                   u"фио 姓名 氏名 이름 성명"},
        Spellings {Field::namePrefix,
                   u"nameprefix prefix salutation honorific honorificprefix courtesytitle anrede civilite "
                   u"tratamiento"},
        Spellings {Field::nameSuffix,
                   u"namesuffix suffix honorificsuffix credentials postnominals namenszusatz"},
        Spellings {Field::email,
                   u"email emailaddress emails emailaddresses mail mailaddress emailid emailvalue "
                   u"emailadress emailadresse "
                   u"emailkontakt mailadresse adressemail adresseemail adressemel courriel mel "
                   u"adresseelectronique correo "
                   u"correoelectronico direccioncorreo direcciondecorreoelectronico correoe enderecodeemail "
                   u"enderecodeemails indirizzoemail indirizzodipostaelettronica postaelettronica "
                   u"posteelectronique "
                   u"emailadres mailadres epost epostadress epostadresse sahkoposti adresemail adresmail "
                   u"электроннаяпочта почта "
                   u"电子邮件 邮箱 电子邮件地址 メール メールアドレス 电子邮箱 이메일"},
        Spellings {Field::emailKind, u"emaillabel emailtype emailkind emailaddresstype emailaddresslabel"},
        Spellings {
                Field::phone,
                u"phone phonenumber mobilenumber cellnumber phonenumbers phones phonevalue phoneno tel "
                u"telno telephone "
                u"telephonenumber telefon "
                u"telefonnummer rufnummer telefono numerodetelefono numerodetelephone telefone "
                u"telefoonnummer "
                u"telefoon puhelin puhelinnumero contactnumber contactno callback businessphone firstphone "
                u"numertelefonu "
                u"телефон 电话 电话号码 電話 電話番号 전화번호"},
        Spellings {Field::phoneKind, u"phonelabel phonetype phonekind"},
        Spellings {Field::linkedinUrl,
                   u"linkedin linkedinurl linkedinprofile linkedinprofileurl linkedinlink linkedinpage "
                   u"linkedinaddress "
                   u"linkedinpublicurl linkedinpublicprofileurl linkedinmemberurl linkedinhandle "
                   u"linkedinusername "
                   u"personlinkedinurl personlinkedin contactlinkedinurl profileurl publicprofileurl "
                   u"profilelink linkedinprofilelink "
                   u"urllinkedin "
                   u"profillinkedin liprofile liurl linkedinprofil perfildelinkedin"},
        Spellings {Field::website,
                   u"website webpage web url homepage link websites websiteurl websitevalue siteweb "
                   u"paginaweb sitioweb "
                   u"personalwebsite personalwebpage webseite internet internetseite blog portfolio "
                   u"portfoliourl github "
                   u"githuburl twitter twitterurl"},
        Spellings {Field::websiteKind, u"websitelabel websitetype websitekind"},
        Spellings {Field::company,
                   u"company companyname organization organisation organizationname organisationname org "
                   u"orgname employer "
                   u"employername firm firmname business businessname account accountname workplace "
                   u"workplacename "
                   u"corporation placeofwork associatedcompany companies firma firmenname unternehmen "
                   u"arbeitgeber "
                   u"entreprise societe nomdelasociete nomdelentreprise empresa compania "
                   u"nombredelaempresa organizacion organizacao azienda societa bedrijf bedrijfsnaam "
                   u"werkgever foretag "
                   u"arbetsgivare virksomhed selskap yritys pracodawca spolecnost компания организация "
                   u"公司 单位 会社 会社名 회사"},
        Spellings {Field::jobTitle,
                   u"jobtitle title role position jobrole jobposition jobname occupation designation "
                   u"profession job "
                   u"organizationtitle organisationtitle currenttitle positiontitle worktitle roletitle "
                   u"berufsbezeichnung "
                   u"stelle stellenbezeichnung funktion beruf titel poste fonction intituleduposte titre "
                   u"cargo puesto "
                   u"titulo ruolo posizione qualifica mansione functie functietitel befattning stilling "
                   u"stanowisko pozice "
                   u"tehtavanimike должность 职位 职务 役職 직책 직위"},
        Spellings {
                Field::college,
                u"college university school almamater institution schoolname universityname collegename "
                u"education "
                u"educationschool uni schooluniversity collegeuniversity universitycollege universityschool "
                u"undergrad "
                u"undergraduate undergraduateschool universitat hochschule universite ecole etablissement "
                u"universidad "
                u"universidade faculdade escuela universita scuola universiteit opleiding uniwersytet skola "
                u"университет вуз 大学 学校 학교 대학교"},
        Spellings {Field::degree,
                   u"degree degreename degreetype qualification qualifications abschluss diplome grado "
                   u"titulacion laurea "
                   u"学位"},
        Spellings {Field::major,
                   u"major fieldofstudy studyfield areaofstudy concentration courseofstudy majors program "
                   u"programme studiengang studienfach filiere domainedetudes carrera especialidad "
                   u"corsodistudi 专业"},
        Spellings {
                Field::graduationYear,
                u"graduationyear gradyear yearofgraduation classyear classof graduation yeargraduated gradyr "
                u"graduationdate graduated abschlussjahr anneedediplome anodegraduacion annodilaurea "
                u"毕业年份"},
        Spellings {Field::headline, u"headline linkedinheadline profileheadline tagline"},
        Spellings {Field::industry,
                   u"industry sector industrysector branche secteur secteurdactivite industria settore 行业"},
        Spellings {Field::location,
                   u"location address place region area locationname geography metro metroarea fulladdress "
                   u"formattedaddress "
                   u"addressformatted basedin locality ort standort localisation lieu ubicacion localizacao "
                   u"localita "
                   u"locatie местоположение 地点 所在地"},
        Spellings {Field::city,
                   u"city town addresscity locationcity citytown stadt wohnort ville ciudad cidade citta "
                   u"stad miasto "
                   u"kaupunki mesto город 城市 市 도시"},
        Spellings {Field::state,
                   u"state province stateprovince addressregion addressstate stateregion county bundesland "
                   u"kanton "
                   u"etat departement provincia estado provincie wojewodztwo 省 省份 州"},
        Spellings {Field::country,
                   u"country countryregion countryname addresscountry nation countryorregion land staat pays "
                   u"pais paese "
                   u"kraj maa zeme страна 国家 国 나라"},
        Spellings {Field::hometown, u"hometown placeoforigin heimatort heimatstadt villenatale 家乡"},
        Spellings {Field::status,
                   u"status stage contactstatus leadstatus pipelinestage pipeline outreachstatus "
                   u"statut etapa stato fase"},
        Spellings {Field::tags,
                   u"tags tag labels label groups groupmembership categories category lists list keywords "
                   u"kategorien "
                   u"kategorie schlagworte etiquettes etiquetas etichette gruppen groupes grupos 标签"},
        Spellings {Field::notes,
                   u"notes note comments comment remarks remark description memo notizen notiz bemerkung "
                   u"bemerkungen "
                   u"kommentar kommentare remarques commentaire commentaires notas observaciones comentarios "
                   u"observacoes "
                   u"osservazioni commenti opmerkingen notities anteckningar notatki uwagi poznamka заметки "
                   u"примечание "
                   u"备注 备考 메모"},
        Spellings {
                Field::howMet,
                u"howmet howwemet howyoumet wheremet wheremetfrom metat metthrough howdoiknow howiknowthem"},
        Spellings {Field::introducedBy,
                   u"introducedby introby introduction referredby referral referrer intro"},
        Spellings {Field::nextAction, u"nextaction nextstep nextsteps todo action actionitem"},
        Spellings {Field::nextActionDate,
                   u"nextactiondate nextfollowup followupdate followup followupon nextcontact "
                   u"nextcontactdate reminder "
                   u"reminderdate duedate remindon"},
        Spellings {
                Field::firstContactDate,
                u"firstcontactdate firstcontact firstcontacted datefirstcontacted datecontacted contactedon "
                u"contactdate dateofcontact"},
        Spellings {
                Field::lastContactDate,
                u"lastcontactdate lastcontact lastcontacted datelastcontacted lastcontactedon lastactivity "
                u"lastactivitydate lasttouch lastspoke lastemail lastemailed"},
        Spellings {Field::connectedOn,
                   u"connectedon connected connecteddate dateconnected connectiondate connectedat "
                   u"verbundenam datedeconnexion "
                   u"connecteele fechadeconexion datadeconexao conectadoel datadiconnessione"},
        Spellings {Field::wholeRecord, u"crema"},
        // Names that look like ours and are not: they stay extra fields.
        Spellings {Field::other,
                   u"companyaddress companycity companystate companycountry companyphone companyemail "
                   u"companywebsite "
                   u"companylinkedinurl companylinkedin companyurl companydomain companysize "
                   u"companynameforemails "
                   u"emailstatus emailverified phoneticname contactowner owner source nickname"},
        Spellings {
                Field::ignored,
                u"emaildisplayname photo fileas filename priority sensitivity private initials companyyomi "
                u"givenyomi surnameyomi"},
};

const QHash<QString, Field> &fieldsByName()
{
    static const QHash<QString, Field> fields = [] {
        QHash<QString, Field> table;
        for (const Spellings &entry : spellings) {
            const auto names = QString::fromUtf16(entry.names).split(u' ', Qt::SkipEmptyParts);
            for (const QString &name : names) {
                if (!table.contains(fold(name))) {
                    table.insert(fold(name), entry.field);
                }
            }
        }
        return table;
    }();
    return fields;
}

/// Words that say which of several a column is, and the kind they stand for.
struct Qualifiers
{
    const char16_t *kind;
    const char16_t *words;
};

constexpr std::array qualifierWords {
        Qualifiers {
                u"work",
                u"work business office corporate professional company geschaftlich dienstlich professionnel "
                u"professionnelle trabajo arbeit"},
        Qualifiers {u"personal", u"personal private privat personnel personale perso"},
        Qualifiers {u"home", u"home"},
        Qualifiers {u"mobile",
                    u"mobile cell cellphone mobil handy handynummer mobilnummer mobiltelefon portable movil "
                    u"celular cellulare mobiel gsm telemovel 手机"},
        Qualifiers {u"school", u"school university edu college student alumni"},
        Qualifiers {u"other", u"other"},
        Qualifiers {u"fax", u"fax"},
        Qualifiers {u"",
                    u"primary main direct current present alternate alternative secondary additional "
                    u"preferred "
                    u"contact contacts recent most latest their your person persons the valid best value s"},
};

const QHash<QString, QString> &qualifiers()
{
    static const QHash<QString, QString> kinds = [] {
        QHash<QString, QString> table;
        for (const Qualifiers &entry : qualifierWords) {
            const auto words = QString::fromUtf16(entry.words).split(u' ', Qt::SkipEmptyParts);
            for (const QString &word : words) {
                table.insert(word, QString::fromUtf16(entry.kind));
            }
        }
        return table;
    }();
    return kinds;
}

/// The words of a header: at everything that is no letter, at digits, and at the humps of camelCase.
QStringList headerWords(QStringView header)
{
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty()) {
            words << fold(word);
            word.clear();
        }
    };
    QChar before;
    for (const QChar c : header) {
        const bool letter = c.isLetter() || c.isMark() || c.isSurrogate();
        const bool digit = c.isDigit();
        const bool hump = c.isUpper() && before.isLower();
        if ((!letter && !digit) || hump || (digit != before.isDigit() && !word.isEmpty())) {
            finish();
        }
        if (letter || digit) {
            word += c;
        }
        before = c;
    }
    finish();
    return words;
}

bool isPointField(Field field)
{
    return field == Field::email || field == Field::phone || field == Field::website;
}

bool isPlaceField(Field field)
{
    return field == Field::city || field == Field::state || field == Field::country;
}

/// Fields that a qualifier may stand before without changing what the column holds.
bool takesQualifier(Field field, const QString &kind)
{
    switch (field) {
    case Field::email:
        return kind != "fax"_L1 && kind != "mobile"_L1;
    case Field::phone:
        return kind != "fax"_L1;
    case Field::emailKind:
    case Field::phoneKind:
    case Field::website:
    case Field::linkedinUrl:
        return true;
    // "Home Street" and "Business City" of Outlook.
    case Field::city:
    case Field::state:
    case Field::country:
        return kind == "work"_L1 || kind == "home"_L1 || kind == "other"_L1 || kind.isEmpty();
    case Field::fullName:
    case Field::firstName:
    case Field::lastName:
    case Field::company:
    case Field::jobTitle:
    case Field::location:
    case Field::industry:
    case Field::notes:
    case Field::status:
        return kind.isEmpty();
    default:
        return false;
    }
}

QString kindFor(Field field, const QString &kind)
{
    if (field == Field::email && kind == "home"_L1) {
        return u"personal"_s;
    }
    return isPointField(field) || isPlaceField(field) ? kind : QString();
}

struct Rest
{
    QString name; ///< what stays of the header
    QString kind;
    bool any = false; ///< whether a qualifier was taken off
};

/// The header without its qualifiers; those that are names themselves ("company") only when `all` are to go.
Rest withoutQualifiers(const QStringList &words, bool all)
{
    Rest rest;
    for (const QString &word : words) {
        const auto found = qualifiers().constFind(word);
        if (found == qualifiers().constEnd() || (!all && !found->isEmpty())) {
            rest.name += word;
            continue;
        }
        rest.any = true;
        if (rest.kind.isEmpty()) {
            rest.kind = *found;
        }
    }
    return rest;
}

FieldTarget qualified(const QStringList &words, int group)
{
    for (const bool all : {false, true}) {
        const Rest rest = withoutQualifiers(words, all);
        const Field field = fieldsByName().value(rest.name, Field::other);
        if (rest.any && takesQualifier(field, rest.kind)) {
            return {field, group, kindFor(field, rest.kind)};
        }
        if (rest.any && rest.name.isEmpty() && rest.kind == "mobile"_L1) {
            return {Field::phone, group, rest.kind};
        }
    }
    return {Field::other, group, {}};
}

FieldTarget targetForWords(QStringList words)
{
    int group = 1;
    words.removeIf([&group](const QString &word) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (isNumber && number > 0 && number < 100) {
            group = number;
        }
        return isNumber;
    });
    if (words.isEmpty()) {
        return {Field::other, group, {}};
    }
    const auto found = fieldsByName().constFind(words.join(QString()));
    if (found != fieldsByName().constEnd()) {
        const bool mobile = *found == Field::phone && qualifiers().value(words.constFirst()) == "mobile"_L1;
        const bool business = *found == Field::phone && words.constFirst() == "business"_L1;
        return {*found, group, mobile ? u"mobile"_s : business ? u"work"_s : QString()};
    }
    return qualified(words, group);
}

bool isNameField(Field field)
{
    return field == Field::firstName || field == Field::middleName || field == Field::lastName
            || field == Field::fullName;
}

/// "Employer / Organization" is the company, "City/State" the place, "First and last name" the name; two
/// different things are neither.
FieldTarget alternatives(const QString &header)
{
    static const QRegularExpression separator(u"\\s*[/|,&]\\s*|\\s+(?:or|and)\\s+"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const QStringList parts = header.split(separator, Qt::SkipEmptyParts);
    if (parts.size() < 2) {
        return {Field::other, 1, {}};
    }
    const FieldTarget first = targetForWords(headerWords(parts.constFirst()));
    bool same = true;
    bool places = true;
    bool names = true;
    for (const QString &part : parts) {
        const Field field = targetForWords(headerWords(part)).field;
        same = same && field == first.field;
        places = places && (isPlaceField(field) || field == Field::location);
        names = names && isNameField(field);
    }
    return same ? first
                : FieldTarget {places          ? Field::location
                                       : names ? Field::fullName
                                               : Field::other,
                               1,
                               {}};
}

} // namespace

FieldTarget targetForHeader(QStringView header)
{
    const QStringView name = header.left(80);
    const FieldTarget whole = targetForWords(headerWords(name));
    if (whole.field != Field::other || fieldsByName().contains(headerWords(name).join(QString()))) {
        return whole;
    }
    // "Company (linked)", "School(s)", "Role [current]"
    static const QRegularExpression brackets(u"\\s*[(\\[][^)\\]]*[)\\]]"_s);
    QString plain = name.toString();
    plain.remove(brackets);
    const FieldTarget bare = plain.size() < name.size() ? targetForWords(headerWords(plain)) : whole;
    const FieldTarget found = bare.field != Field::other ? bare : alternatives(plain);
    return found.field != Field::other ? found : whole;
}

} // namespace crema::exchange
