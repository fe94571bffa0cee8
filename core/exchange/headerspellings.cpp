// SPDX-License-Identifier: GPL-3.0-or-later
// The names programs and people give to the columns of a contact table, in the languages whose exports are
// common.
#include "exchange/headerspellings.h"

#include "base/text.h"

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
        Spellings {
                Field::firstName,
                u"firstname fname first givenname given forename forenames christianname vorname rufname "
                u"prenom nombre "
                u"nombres nome primernombre primeironome prenome voornaam imie fornamn fornavn etunimi jmeno "
                u"krestnijmeno имя "
                u"名 名字 이름 keresztnev utonev prenume שםפרטי الاسمالأول namadepan імя eesnimi "
                u"vardas vards eiginnafn krstnemeno نام पहलानाम प्रथमनाम প্রথমনাম முதல்பெயர் முதற்பெயர் "
                u"առաջինանուն"},
        Spellings {Field::middleName,
                   u"middlename middle mname middleinitial additionalname secondname zweitervorname "
                   u"deuxiemeprenom "
                   u"segundonombre отчество"},
        Spellings {Field::lastName,
                   u"lastname lname last surname familyname family nachname familienname zuname nomdefamille "
                   u"apellido "
                   u"apellidos primerapellido sobrenome apelido cognome achternaam nazwisko efternamn "
                   u"etternavn sukunimi "
                   u"prijmeni фамилия 姓 姓氏 성 vezeteknev csaladnev efternavn soyad soyadi soyisim επωνυμο "
                   u"שםמשפחה "
                   u"اسمالعائلة اللقب namabelakang прізвище prezime priimek priezvisko "
                   u"perekonnanimi uzvards pavarde eftirnafn surnames نامخانوادگی นามสกุล उपनाम अंतिमनाम कुलनाम "
                   u"सरनेम आडनाव শেষনাম বংশনাম கடைசிபெயர் கடைசிப்பெயர் குடும்பப்பெயர் குடும்பபெயர் "
                   u"ազգանուն გვარი"},
        Spellings {Field::fullName,
                   u"name fullname contact contactname contacts person personname displayname completename "
                   u"yourname "
                   u"candidatename membername alumnusname alumniname nameofcontact contactperson leadname "
                   u"who people "
                   u"nom naam namn navn vollstandigername vorundnachname namevorname nometprenom prenometnom "
                   u"nomcomplet "
                   u"nombrecompleto "
                   u"nombreyapellidos nomecompleto nomaafficher anzeigename nombreparamostrar nomeecognome "
                   u"naam volledigenaam imieinazwisko namn navn "
                   u"nimi имяифамилия "
                   u"фио 姓名 氏名 이름 성명 nume nev teljesnev ime imeiprezime imeinpriimek meno "
                   u"menoapriezvisko "
                   u"jmenoaprijmeni adsoyad adisoyadi isimsoyisim numesiprenume hoten "
                   u"hovaten ονομα ονοματεπωνυμο שם שםמלא الاسم الاسمالكامل nama namalengkap "
                   u"име піб nafn fuldenavn fullnavn fulltnavn kokonimi ชื่อ 名前 お名前 नाम पूरानाम नाव "
                   u"संपूर्णनाव নাম পুরোনাম পূর্ণনাম সম্পূর্ণনাম பெயர் முழுப்பெயர் முழுபெயர் անուն "
                   u"անունազգանուն ամբողջականանուն სახელი სახელიგვარი სახელიდაგვარი სრულისახელი"},
        Spellings {Field::surnamePrefix,
                   u"surnameprefix lastnameprefix tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels "
                   u"namensvorsatz"},
        Spellings {Field::namePrefix,
                   u"nameprefix prefix salutation honorific honorificprefix courtesytitle anrede civilite "
                   u"tratamiento"},
        Spellings {Field::nameSuffix,
                   u"namesuffix suffix honorificsuffix credentials postnominals namenszusatz suffixe sufijo"},
        Spellings {
                Field::email,
                u"email emailaddress emails emailaddresses mail mailaddress emailid emailvalue "
                u"emailadress emailadresse "
                u"emailkontakt mailadresse adressemail adresseemail adressemel courriel mel "
                u"adresseelectronique correo "
                u"correoelectronico direccioncorreo direcciondecorreoelectronico correoe enderecodeemail "
                u"enderecodeemails indirizzoemail indirizzodipostaelettronica postaelettronica "
                u"posteelectronique "
                u"emailadres mailadres epost epostadress epostadresse sahkoposti adresemail adresmail "
                u"adressedemessagerie adresseelectroniqueprincipale adresseelectroniquesecondaire "
                u"direcciondelcorreoelectronico "
                u"электроннаяпочта почта "
                u"电子邮件 邮箱 电子邮件地址 メール メールアドレス 電子メールアドレス 邮箱地址 电子邮箱 "
                u"이메일 epostaadresi emailcim emailadresa emailadres adresaemail "
                u"ηλεκτρονικοταχυδρομειο דואל البريدالإلكتروني surel alamatemail 電子郵件 "
                u"電子郵件地址 電郵 이메일주소 eメール ईमेल ईमेलपता इमेल इमेलपता ईमेलआईडी ইমেইল ইমেল ইমেইলঠিকানা "
                u"ইমেলঠিকানা மின்னஞ்சல் மின்னஞ்சல்முகவரி இமெயில் էլփոստ էլփոստիհասցե էլհասցե "
                u"էլեկտրոնայինփոստ ელფოსტა ელფოსტისმისამართი ელექტრონულიფოსტა იმეილი მეილი"},
        Spellings {Field::emailKind,
                   u"emaillabel emailtype emailkind emailaddresstype emailaddresslabel emailtyp "
                   u"typedemessagerie tipodecorreoelectronico"},
        Spellings {
                Field::phone,
                u"phone phonenumber mobilenumber haupttelefon cellnumber phonenumbers phones phonevalue "
                u"phoneno tel "
                u"telno telephone "
                u"telephonenumber telefon "
                u"telefonnummer rufnummer telefono numerodetelefono numerodetelephone telefone "
                u"telefoonnummer "
                u"telefoon puhelin puhelinnumero contactnumber contactno callback businessphone firstphone "
                u"numertelefonu "
                u"телефон 电话 电话号码 電話 電話番号 会社電話 自宅電話 携帯電話 전화번호 휴대전화 "
                u"telefonszam telefonnumarasi telefonnumre telefonnummer telefonnicislo "
                u"telefonnibroj telefonskastevilka dienthoai sodienthoai τηλεφωνο טלפון "
                u"الهاتف رقمالهاتف nomortelepon telepon 연락처 फ़ोन फोन फ़ोननंबर फोननंबर फ़ोननम्बर फोननम्बर दूरभाष "
                u"टेलीफ़ोन टेलीफोन ফোন ফোননম্বর ফোননাম্বার টেলিফোন தொலைபேசி தொலைபேசிஎண் հեռախոս "
                u"հեռախոսահամար հեռախոսիհամար ტელეფონი ტელეფონისნომერი मोबाइलनंबर मोबाइलनम्बर "
                u"মোবাইলনম্বর মোবাইলনাম্বার கைபேசிஎண் மொபைல்எண் բջջայինհեռախոս მობილურისნომერი "
                u"მობილურიტელეფონი"},
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
                   u"website webpage web url pageweb homepage link websites websiteurl websitevalue siteweb "
                   u"paginaweb sitioweb "
                   u"personalwebsite personalwebpage webseite internet internetseite blog portfolio "
                   u"portfoliourl github "
                   u"githuburl twitter twitterurl urls"},
        Spellings {Field::websiteKind, u"websitelabel websitetype websitekind"},
        Spellings {Field::company,
                   u"company companyname organization organisation organizationname organisationname org "
                   u"orgname employer "
                   u"employername firm firmname business businessname account accountname workplace "
                   u"workplacename "
                   u"corporation wheredoyouwork whichcompanydoyouworkfor placeofwork associatedcompany "
                   u"companies firma firmenname "
                   u"unternehmen "
                   u"arbeitgeber "
                   u"entreprise societe raisonsociale nomdelasociete nomdelentreprise empresa compania "
                   u"nombredelaempresa organizacion organizacao azienda societa bedrijf bedrijfsnaam "
                   u"werkgever foretag "
                   u"arbetsgivare virksomhed selskap yritys pracodawca spolecnost компания организация "
                   u"公司 单位 会社 会社名 회사 affiliation affiliations whatcompanydoyouworkfor "
                   u"whatcompanydoyouworkat "
                   u"whichcompanydoyouworkat whatisyourcompany jobcompanyname jobcompany "
                   u"workcompany workorganization workemployer ceg cegnev sirket sirketadi "
                   u"companie congty εταιρεια חברה الشركة perusahaan компанія tvrtka "
                   u"podjetje bedrift fyrirtaeki ettevote imone uznemums 公司名稱 公司名称 會社 직장 소속 "
                   u"कंपनी कम्पनी "
                   u"संगठन संस्था কোম্পানি কোম্পানী প্রতিষ্ঠান সংস্থা நிறுவனம் கம்பெனி ընկերություն "
                   u"կազմակերպություն კომპანია ორგანიზაცია"},
        Spellings {Field::jobTitle,
                   u"jobtitle title role position jobrole jobposition jobname occupation designation "
                   u"profession job "
                   u"organizationtitle organisationtitle currenttitle whatdoyoudo positiontitle worktitle "
                   u"roletitle "
                   u"berufsbezeichnung "
                   u"stelle stellenbezeichnung funktion beruf titel poste fonction intituleduposte titre "
                   u"cargo puesto "
                   u"titulo ruolo posizione qualifica mansione functie functietitel befattning stilling "
                   u"stanowisko pozice "
                   u"tehtavanimike должность 职位 职务 役職 직책 직위 workjobtitle businesstitle beosztas "
                   u"munkakor unvan gorev pozisyon "
                   u"functia pozitie chucvu chucdanh θεση תפקיד المسمىالوظيفي الوظيفة المنصب "
                   u"jabatan посада radnomjesto delovnomesto pracovnipozice 職稱 職位 職務 직함 पद पदनाम পদ "
                   u"பதவி "
                   u"պաշտոն თანამდებობა"},
        Spellings {
                Field::college,
                u"college university school schools almamater institution schoolname universityname "
                u"collegename "
                u"education "
                u"educationschool uni schooluniversity collegeuniversity universitycollege universityschool "
                u"undergrad "
                u"undergraduate wheredoyoustudy undergraduateschool universitat hochschule universite ecole "
                u"etablissement "
                u"universidad "
                u"universidade faculdade escuela universita scuola universiteit opleiding uniwersytet skola "
                u"университет вуз 大学 学校 학교 대학교 educationschoolname szkola 學校 学校名"},
        Spellings {Field::degree,
                   u"degree degreename degreetype qualification qualifications abschluss diplome grado "
                   u"titulacion laurea "
                   u"学位 educationdegrees educationdegree"},
        Spellings {Field::major,
                   u"major fieldofstudy studyfield areaofstudy concentration courseofstudy majors program "
                   u"programme studiengang studienfach filiere domainedetudes carrera especialidad "
                   u"corsodistudi 专业 educationmajors educationmajor"},
        Spellings {
                Field::graduationYear,
                u"graduationyear gradyear yearofgraduation classyear classof graduation yeargraduated gradyr "
                u"graduationdate graduated abschlussjahr anneedediplome anodegraduacion annodilaurea "
                u"毕业年份 educationenddate"},
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
                   u"kaupunki mesto город 城市 市 도시 locationlocality "
                   u"citytownvillagelocalityofpostaladdress postalcity "
                   u"varos sehir oras thanhpho πολη עיר المدينة kota miejscowosc 市区町村 शहर শহর நகரம் քաղաք "
                   u"ქალაქი"},
        Spellings {Field::state,
                   u"state province stateprovince provinciaoestado depregion bundeslandkanton addressregion "
                   u"addressstate stateregion county bundesland "
                   u"kanton "
                   u"etat departement provincia estado provincie wojewodztwo 省 省份 州 locationregion "
                   u"都道府県"},
        Spellings {Field::country,
                   u"country countryregion countryname landregion paysregion paisoregion addresscountry "
                   u"nation countryorregion land staat pays "
                   u"pais paese "
                   u"kraj maa zeme страна 国家 国 나라 locationcountry orszag ulke tara quocgia χωρα negara "
                   u"国地域 國家 देश দেশ நாடு երկիր ქვეყანა"},
        Spellings {Field::hometown,
                   u"hometown placeoforigin heimatort "
                   u"heimatstadt villenatale 家乡"},
        Spellings {Field::status,
                   u"status stage contactstatus leadstatus pipelinestage pipeline outreachstatus "
                   u"statut etapa stato fase"},
        Spellings {Field::tags,
                   u"tags tag labels label groups groupmembership categories category lists list keywords "
                   u"kategorien "
                   u"kategorie schlagworte etiquettes etiquetas categorias libelles etichette gruppen "
                   u"groupes grupos 分類 カテゴリ 标签 group címkék etiketter"},
        Spellings {Field::notes,
                   u"notes note comments comment remarks remark description memo notizen notiz bemerkung "
                   u"bemerkungen "
                   u"kommentar kommentare remarques commentaire commentaires notas observaciones comentarios "
                   u"observacoes "
                   u"osservazioni commenti opmerkingen notities anteckningar notatki uwagi poznamka заметки "
                   u"примечание "
                   u"备注 备考 メモ 备注信息 메모 adminnotes megjegyzes megjegyzesek notlar ghichu "
                   u"σημειωσεις הערות "
                   u"ملاحظات catatan observatii noter 備註 備考 टिप्पणी टिप्पणियाँ नोट মন্তব্য নোট குறிப்பு "
                   u"குறிப்புகள் նշում նշումներ შენიშვნა შენიშვნები"},
        Spellings {
                Field::howMet,
                u"howmet howwemet howyoumet wheremet wheremetfrom metat metthrough howdoiknow howiknowthem"},
        Spellings {Field::introducedBy,
                   u"introducedby introby introduction referredby referral referrer intro empfohlenvon "
                   u"recommandepar"},
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
                   u"connectedon connected connecteddate dateofconnection conectadoem dateconnected "
                   u"connectiondate connectedat "
                   u"verbundenam verknupftam datedeconnexion datedemiseenrelation 建立联系时间 "
                   u"connecteele connectele つながった日 fechadeconexion datadeconexao conectadoel "
                   u"datadiconnessione verbondenop 연결날짜"},
        Spellings {Field::wholeRecord, u"crema"},
        // Names that look like ours and are not: they stay extra fields.
        Spellings {Field::other,
                   u"companyaddress companycity companystate companycountry companyphone companyemail "
                   u"companywebsite "
                   u"companylinkedinurl companylinkedin companyurl companydomain companysize "
                   u"companynameforemails "
                   u"emailstatus emailverified phoneticname contactowner owner source nickname preferredname "
                   u"fileas "
                   u"inviterprofileurl inviteeprofileurl"},
        Spellings {Field::ignored,
                   u"emaildisplayname photo emailangezeigtername angezeigtername "
                   u"nomcompletdeladressedemessagerie "
                   u"nombredepantalladecorreoelectronico prioritat priorite prioridad vertraulichkeit "
                   u"criteredediffusion confidencialidad privat prive privado initialen initiales iniciales "
                   u" filename priority sensitivity private initials companyyomi "
                   u"givenyomi surnameyomi"},
};

/// Words that say which of several a column is, and the kind they stand for.
struct Qualifiers
{
    const char16_t *kind;
    const char16_t *words;
};

constexpr std::array qualifierWords {
        Qualifiers {u"work",
                    u"work business office bureau buero corporate professional company geschaftlich "
                    u"dienstlich professionnel "
                    u"professionnelle trabajo arbeit sluzbowy sluzbowe"},
        Qualifiers {u"personal", u"personal private privat personnel personale perso"},
        Qualifiers {u"home", u"home domicile domicilio casa particular residencia"},
        Qualifiers {
                u"mobile",
                u"mobile cell cellphone mobil handy handynummer mobilnummer mobiltelefon portable movil "
                u"celular cellulare mobiel gsm telemovel 手機 komorkowy komorka 手机 मोबाइल मोबाईल মোবাইল "
                u"மொபைல் கைபேசி բջջային მობილური"},
        Qualifiers {u"school", u"school university edu college student alumni"},
        Qualifiers {u"other", u"other"},
        Qualifiers {u"fax", u"fax"},
        // Whom the rows of a list are about.
        Qualifiers {
                u"subject",
                u"attendee invitee participant registrant applicant candidate prospect delegate respondent "
                u"subscriber alumnus alumna alum member lead"},
        Qualifiers {u"",
                    u"primary main direct current present alternate alternative secondary additional "
                    u"preferred "
                    u"contact contacts recent most latest their your person persons the valid best value s "
                    u"mailing de del de la le du des da di der what is are please enter"},
};

} // namespace

QStringList wordsOfHeader(QStringView header)
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

const QHash<QString, QString> &qualifiers()
{
    static const QHash<QString, QString> kinds = [] {
        QHash<QString, QString> table;
        for (const Qualifiers &entry : qualifierWords) {
            const auto words = QString::fromUtf16(entry.words).split(u' ', Qt::SkipEmptyParts);
            for (const QString &word : words) {
                table.insert(fold(word), QString::fromUtf16(entry.kind));
            }
        }
        return table;
    }();
    return kinds;
}

const QSet<QString> &somebodyElseWords()
{
    static const QSet<QString> words = [] {
        const QString text = QString::fromUtf16(
                u"owner manager assistant supervisor assigned assignee creator created modified updated by "
                u"spouse partner wife husband parent mother father guardian emergency referrer referred "
                u"refer "
                u"referral introduced mentor mentee coach advisor adviser sponsor boss chief teacher "
                u"professor "
                u"recruiter interviewer buyer seller agent broker sender recipient inviter organizer "
                u"organiser "
                u"host guest collaborator colleague mutual connection connections sales rep team cc bcc "
                u"besitzer vorgesetzter assistentin assistent betreuer ansprechpartner zustandig eltern "
                u"responsable proprietaire parrain tuteur responsabile referente encargado propietario "
                u"responsavel contactpersoon eigenaar");
        const QStringList list = text.split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(list.begin(), list.end());
    }();
    return words;
}

} // namespace crema::exchange
