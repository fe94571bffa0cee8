// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfreading.h"
#include "people.h"
#include "prep/pdffinish.h"
#include "tests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::prep;
using namespace crema::test;

namespace {

QString longName(int number)
{
    return u"Internationale Gesellschaft für außerordentlich lange Firmennamen und Beteiligungsverwaltung mbH & Co. KGaA %1"_s
            .arg(number);
}

Contact longEverything()
{
    Contact contact = mariaSilva();
    contact.lastName = u"von und zu Hohenzollern-Sigmaringen-Wittgenstein-Berleburg y Rodríguez de la Vega"_s
                               .repeated(2);
    contact.positions.clear();
    for (int i = 0; i < 60; ++i) {
        addPosition(contact.positions,
                    position(u"Senior Executive Vice President of Strategic Transformation %1"_s.arg(i),
                             longName(i), QString::number(2024 - i),
                             i == 0 ? QString() : QString::number(2025 - i)));
        addSchool(contact.schools,
                  school(longName(i), u"Doctor of Philosophy (summa cum laude)"_s, longName(i), u"1990"_s,
                         u"2000"_s));
    }
    contact.city = QString(300, u'W');
    addPoint(contact.phones, u"work"_s, QString(200, u'7'));
    return contact;
}

Prep fullPrep(const QString &text)
{
    Prep prep = prepFor(mariaSilva());
    for (int i = 0; i < 40; ++i) {
        prep.questions << Question {u"path"_s, text, text, false, i % 2 == 0 ? text : QString()};
        prep.similarities << Similarity {u"school"_s, text, prep.similarities.value(0).sources};
        prep.brief << Claim {text, {}};
        prep.talkingPoints << text;
        prep.dos << text;
        prep.avoid << text;
        prep.news << NewsItem {text, text, u"https://news.example/"_s + QString::number(i), text};
    }
    prep.notes = text;
    return prep;
}

} // namespace

void PdfHostileTest::staysOnThePage_data()
{
    QTest::addColumn<Prep>("prep");
    QTest::newRow("long names and sixty positions") << prepFor(longEverything());
    QTest::newRow("one word of 400 letters everywhere") << fullPrep(QString(400, u'Q'));
    QTest::newRow("forty of everything")
            << fullPrep(u"A question of a reasonable length that fills more than a line of the page?"_s);
    QTest::newRow("megabytes") << fullPrep(u"many words "_s.repeated(100000));
    QTest::newRow("Arabic without an end") << fullPrep(u"الجامعة والشركة والمدينة "_s.repeated(60));
    QTest::newRow("Chinese without blanks") << fullPrep(u"東京大学大学院情報理工学系研究科"_s.repeated(30));
    QTest::newRow("marks piled on a letter") << fullPrep(u"a"_s + QString(300, QChar(0x0301)));
    QTest::newRow("direction overrides and joiners")
            << fullPrep(u"\u202Eabc\u2066\u200D\u200F\u061C "_s.repeated(50));
    QTest::newRow("only emoji") << fullPrep(u"👩‍💻🚀"_s.repeated(20));
    QTest::newRow("PDF syntax") << fullPrep(u") Tj ET endstream endobj trailer << >> startxref 0 %%EOF ("_s);
    Prep empty = fullPrep(QString());
    empty.person = Contact();
    QTest::newRow("empty texts") << empty;
    Contact years = mariaSilva();
    years.positions.clear();
    addPosition(years.positions, position(u"A"_s, u"B"_s, u"1940"_s, u"2060"_s));
    addPosition(years.positions, position(u"C"_s, u"D"_s, u"2060"_s));
    addPosition(years.positions, position(u"E"_s, u"F"_s, u"2026-12"_s));
    QTest::newRow("years far apart") << prepFor(years);
    Contact oneMoment = person(u"A"_s, u"B"_s, {position(u"A"_s, u"B"_s, u"2026"_s, u"2026"_s)});
    QTest::newRow("one moment") << prepFor(oneMoment);
    Prep undated = prepFor(mariaSilva());
    undated.createdAt.clear();
    QTest::newRow("without a date of its own") << undated;
}

void PdfHostileTest::staysOnThePage()
{
    QFETCH(Prep, prep);
    for (const Paper paper : {Paper::a4, Paper::letter}) {
        const ReadPdf pdf = rendered(prep, paper);
        QVERIFY(pdf.pages == 1 || pdf.pages == 2);
        QVERIFY(pdf.text().contains(u"Made with Crema"_s));
        const qreal footer = pdf.size.height() - 48;
        for (const QVector<QRectF> &boxes : pdf.boxes) {
            for (const QRectF &box : boxes) {
                const QByteArray where = QByteArray::number(box.left()) + " " + QByteArray::number(box.top());
                QVERIFY2(box.left() >= 40 && box.right() <= pdf.size.width() - 40, where.constData());
                QVERIFY2(box.top() >= 6 && box.bottom() <= pdf.size.height() - 24, where.constData());
                QVERIFY2(box.bottom() <= footer || box.top() >= footer,
                         where.constData()); // nothing across the footer
            }
        }
    }
}

void PdfHostileTest::finishingLeavesAStrangePdfAlone_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no PDF") << QByteArray("hello");
    QTest::newRow("table beyond the end") << QByteArray("%PDF-1.4\nstartxref\n99999\n%%EOF\n");
    QTest::newRow("too many objects") << QByteArray(
            "%PDF-1.4\nxref\n0 99999999\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF\n");
    QTest::newRow("negative") << QByteArray("%PDF-1.4\nxref\n0 -4\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n");
    QTest::newRow("a table as a stream")
            << QByteArray("%PDF-1.5\n1 0 obj\n<</Type /XRef>>\nendobj\nstartxref\n9\n%%EOF\n");
}

void PdfHostileTest::finishingLeavesAStrangePdfAlone()
{
    QFETCH(QByteArray, pdf);
    QCOMPARE(finishedPdf(pdf, {}), pdf);
}
