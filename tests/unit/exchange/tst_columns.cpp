// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/columns.h"
#include "tests.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace crema::exchange;

Q_DECLARE_METATYPE(crema::exchange::Field)

void ColumnsTest::header_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<int>("group");
    QTest::addColumn<QString>("kind");
    const auto rows = [](Field field, const QStringList &headers, int group = 1, const QString &kind = {}) {
        for (const QString &header : headers) {
            QTest::newRow(header.toUtf8().constData()) << field << group << kind;
        }
    };
    rows(Field::firstName,
         {u"First Name"_s, u"first_name"_s, u"firstName"_s, u"fname"_s, u"FNAME"_s, u"Given Name"_s,
          u"Vorname"_s, u"Prénom"_s, u"nombre"_s, u"Nombres"_s, u"Förnamn"_s, u"Имя"_s, u"名"_s,
          u"Contact First Name"_s});
    // Two names for one thing, and remarks in brackets.
    rows(Field::company, {u"Employer / Organization"_s, u"Company (linked)"_s, u"Firm or Employer"_s});
    rows(Field::notes, {u"Notes / Comments"_s});
    rows(Field::college, {u"School(s)"_s, u"College/University"_s});
    rows(Field::location, {u"City/State"_s, u"CITY, STATE, COUNTRY"_s});
    rows(Field::fullName, {u"First & Last Name"_s, u"Name (First/Last)"_s});
    rows(Field::other, {u"Email / Phone"_s, u"Mergers & Acquisitions"_s, u"Company / Title"_s});
    rows(Field::phone, {u"First Phone"_s});
    rows(Field::linkedinUrl, {u"Profile link"_s});
    rows(Field::connectedOn, {u"Date de connexion"_s});
    rows(Field::lastName,
         {u"Last Name"_s, u"last-name"_s, u"surname"_s, u"Family Name"_s, u"Nachname"_s, u"Nom de famille"_s,
          u"apellidos"_s, u"cognome"_s, u"姓"_s});
    rows(Field::fullName,
         {u"Name"_s, u"Full Name"_s, u"Contact"_s, u"Contact Name"_s, u"Person"_s, u"Display Name"_s});
    rows(Field::email,
         {u"email"_s, u"E-mail"_s, u"E-Mail Address"_s, u"EmailAddress"_s, u"mail"_s, u"E-Mail-Adresse"_s,
          u"Adresse e-mail"_s, u"Correo electrónico"_s, u"Primary Email"_s, u"courriel"_s, u"email_id"_s,
          u"E-mail 1 - Value"_s});
    rows(Field::email,
         {u"Work Email"_s, u"Business E-mail"_s, u"WorkEmail"_s, u"Email (work)"_s,
          u"Company Email Address"_s},
         1, u"work"_s);
    rows(Field::email, {u"Personal Email"_s, u"PersonalEmail"_s, u"Home Email"_s}, 1, u"personal"_s);
    rows(Field::email, {u"E-mail 2 Address"_s, u"Email 2"_s, u"email2"_s, u"E-mail 2 - Value"_s}, 2);
    rows(Field::emailKind, {u"E-mail 3 - Label"_s, u"E-mail 3 Type"_s}, 3);
    rows(Field::phone,
         {u"Phone"_s, u"Phone Number"_s, u"tel."_s, u"Telephone"_s, u"Telefon"_s, u"téléphone"_s});
    rows(Field::phone,
         {u"mobile"_s, u"Mobile Phone"_s, u"Cell"_s, u"Cell Phone"_s, u"Handy"_s, u"mobile number"_s}, 1,
         u"mobile"_s);
    rows(Field::phone,
         {u"Work Phone"_s, u"Business Phone"_s, u"Company Main Phone"_s, u"Work Direct Phone"_s}, 1,
         u"work"_s);
    rows(Field::phone, {u"Home Phone 2"_s}, 2, u"home"_s);
    rows(Field::linkedinUrl,
         {u"LinkedIn"_s, u"LinkedIn URL"_s, u"linkedin_url"_s, u"LinkedInUrl"_s, u"Person Linkedin Url"_s,
          u"LinkedIn Profile"_s, u"Profile URL"_s});
    rows(Field::website, {u"Web Page"_s, u"URL"_s, u"Website"_s, u"Website 1 - Value"_s});
    rows(Field::company,
         {u"Company"_s, u"organization"_s, u"Organisation"_s, u"employer"_s, u"Firma"_s, u"société"_s,
          u"empresa"_s, u"Organization Name"_s, u"Organization 1 - Name"_s, u"Current Company"_s,
          u"Unternehmen"_s, u"会社"_s});
    rows(Field::jobTitle,
         {u"Title"_s, u"role"_s, u"Position"_s, u"Job Title"_s, u"Organization 1 - Title"_s, u"Funktion"_s,
          u"poste"_s, u"cargo"_s, u"Current Position"_s});
    rows(Field::college, {u"university"_s, u"College"_s, u"School"_s, u"Alma Mater"_s, u"Hochschule"_s});
    rows(Field::graduationYear, {u"Grad Year"_s, u"Graduation Year"_s, u"Class of"_s});
    rows(Field::city, {u"City"_s, u"Ville"_s, u"Address 1 - City"_s});
    rows(Field::city, {u"Business City"_s}, 1, u"work"_s);
    rows(Field::city, {u"Home City"_s}, 1, u"home"_s);
    rows(Field::hometown, {u"Hometown"_s, u"home town"_s});
    rows(Field::country, {u"Business Country/Region"_s}, 1, u"work"_s);
    rows(Field::tags, {u"Labels"_s, u"Group Membership"_s, u"Categories"_s, u"Tags"_s});
    rows(Field::notes, {u"Notes"_s, u"Comments"_s, u"Notizen"_s});
    rows(Field::connectedOn, {u"Connected On"_s});
    rows(Field::lastContactDate, {u"last_contacted"_s, u"Last Contact Date"_s});
    rows(Field::other,
         {u"Company Linkedin Url"_s, u"Company Name for Emails"_s, u"# Employees"_s, u"Birthday"_s,
          u"Business Fax"_s, u"Assistant's Phone"_s, u"Email Status"_s, u"Phonetic First Name"_s,
          u"Previous Company"_s, u""_s, u"uuid"_s, u"Business Street"_s, u"Spouse"_s, u"Mileage"_s});
    // Other languages, and parts of a person with their container in front.
    rows(Field::firstName, {u"Keresztnév"_s, u"Prenume"_s, u"שם פרטי"_s, u"الاسم الأول"_s});
    rows(Field::lastName,
         {u"Vezetéknév"_s, u"Soyad"_s, u"Efternavn"_s, u"Επώνυμο"_s, u"שם משפחה"_s, u"اسم العائلة"_s});
    rows(Field::fullName, {u"Nama"_s, u"Όνομα"_s, u"Ad Soyad"_s, u"Person - Name"_s});
    rows(Field::fullName,
         {u"नाम"_s, u"पूरा नाम"_s, u"নাম"_s, u"பெயர்"_s, u"முழுப் பெயர்"_s, u"Անուն"_s, u"Անուն Ազգանուն"_s,
          u"სახელი"_s, u"სახელი და გვარი"_s});
    rows(Field::firstName, {u"पहला नाम"_s, u"প্রথম নাম"_s, u"முதல் பெயர்"_s});
    rows(Field::lastName,
         {u"उपनाम"_s, u"अंतिम नाम"_s, u"শেষ নাম"_s, u"கடைசி பெயர்"_s, u"குடும்பப் பெயர்"_s, u"Ազգանուն"_s,
          u"გვარი"_s});
    rows(Field::email,
         {u"ईमेल"_s, u"ई-मेल पता"_s, u"ইমেইল"_s, u"ই-মেইল ঠিকানা"_s, u"மின்னஞ்சல்"_s, u"மின்னஞ்சல் முகவரி"_s,
          u"Էլ. փոստ"_s, u"Էլեկտրոնային փոստ"_s, u"ელ. ფოსტა"_s});
    rows(Field::phone,
         {u"फ़ोन"_s, u"फ़ोन नंबर"_s, u"ফোন নম্বর"_s, u"தொலைபேசி எண்"_s, u"Հեռախոս"_s, u"ტელეფონი"_s,
          u"ტელეფონის ნომერი"_s});
    rows(Field::phone, {u"मोबाइल"_s, u"मोबाइल नंबर"_s, u"মোবাইল নম্বর"_s, u"கைபேசி எண்"_s, u"მობილური"_s}, 1,
         u"mobile"_s);
    rows(Field::company, {u"कंपनी"_s, u"কোম্পানি"_s, u"நிறுவனம்"_s, u"Ընկերություն"_s, u"კომპანია"_s});
    rows(Field::company,
         {u"Cég"_s, u"Şirket"_s, u"Công ty"_s, u"Affiliation"_s, u"What company do you work for?"_s,
          u"Current position - Company name"_s, u"job_company_name"_s});
    rows(Field::jobTitle,
         {u"Beosztás"_s, u"Chức vụ"_s, u"職稱"_s, u"Work Job Title"_s, u"Current position - Title"_s});
    rows(Field::connectedOn, {u"Verbonden op"_s, u"연결 날짜"_s});
    rows(Field::city, {u"Postal address - City"_s, u"location_locality"_s, u"市区町村 (会社)"_s});
    rows(Field::phone, {u"Telefon komórkowy"_s}, 1, u"mobile"_s);
    rows(Field::phone, {u"Telefon służbowy"_s}, 1, u"work"_s);
    rows(Field::tags, {u"Person - Label"_s, u"Group"_s});
    rows(Field::college, {u"education.0.school.name"_s}, 0);
    rows(Field::city, {u"Position - City"_s}, 1, u"job"_s);
    rows(Field::degree, {u"Education - Degree"_s});
    rows(Field::industry, {u"Work: Industry"_s});
    rows(Field::status, {u"Contact - Status"_s});
    rows(Field::other,
         {u"Employment - Status"_s, u"Education - City"_s, u"Education - Country"_s, u"Job - Notes"_s,
          u"Address: Label"_s});
    rows(Field::other, {u"Education - Name"_s, u"Ad"_s, u"Position / Company"_s});
    rows(Field::ignored, {u"E-mail Display Name"_s, u"Photo"_s});
    rows(Field::other, {u"Business Street 2"_s, u"E-mail 2 Notes"_s}, 2);
}

void ColumnsTest::header()
{
    const FieldTarget target = targetForHeader(QString::fromUtf8(QTest::currentDataTag()));
    QFETCH(Field, field);
    QCOMPARE(fieldName(target.field), fieldName(field));
    QTEST(target.group, "group");
    QTEST(target.kind, "kind");
}

void ColumnsTest::fieldNamesRoundTrip()
{
    QSet<QString> titles;
    for (const Field field : allFields()) {
        QVERIFY(fieldFromName(fieldName(field)) == field);
        titles << fieldTitle(field);
    }
    QCOMPARE(titles.size(), allFields().size());
    QVERIFY(fieldFromName(u"nonsense") == Field::other);
}
