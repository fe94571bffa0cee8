// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfreading.h"
#include "people.h"
#include "tests.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::prep;
using namespace crema::test;

namespace {

Contact minimal()
{
    return person(u"Bo"_s, {});
}

Contact arabic()
{
    Contact contact = person(u"محمد"_s, u"عبد الرحمن"_s,
                             {position(u"مدير البيانات"_s, u"شركة النيل"_s, u"2018"_s)});
    contact.city = u"القاهرة"_s;
    return contact;
}

Contact japanese()
{
    return person(u"太郎"_s, u"田中"_s, {position(u"データ部長"_s, u"株式会社メルカリ"_s, u"2019"_s)});
}

} // namespace

void PrepPdfTest::holdsEverything_data()
{
    QTest::addColumn<QString>("text");
    const Prep prep = prepFor(mariaSilva());
    QTest::newRow("name") << u"Maria Silva"_s;
    QTest::newRow("role and firm") << u"Head of Data at Klarna"_s;
    QTest::newRow("place") << u"Stockholm, Sweden"_s;
    QTest::newRow("email") << u"maria.silva@klarna.example"_s;
    QTest::newRow("link") << u"linkedin.com/in/maria-silva-1"_s;
    QTest::newRow("years of the career") << u"2017 – 2021"_s;
    QTest::newRow("news note") << prep.newsNote;
    QTest::newRow("footer") << u"Made with Crema from data on this computer"_s;
    QTest::newRow("page and date") << u"14 May 2026 • Page 2 of 2"_s;
    for (const Claim &claim : prep.brief) {
        QTest::newRow(qPrintable(u"brief: "_s + claim.text)) << claim.text;
    }
    for (const Similarity &similarity : prep.similarities) {
        QTest::newRow(qPrintable(u"shared: "_s + similarity.text)) << similarity.text;
    }
    for (const Question &question : prep.questions) {
        QTest::newRow(qPrintable(u"question: "_s + question.text)) << question.text;
        QTest::newRow(qPrintable(u"because: "_s + question.because)) << question.because;
    }
    QTest::newRow("talking point") << prep.talkingPoints.value(0);
    QTest::newRow("do") << prep.dos.value(0);
    QTest::newRow("avoid") << prep.avoid.value(0);
}

void PrepPdfTest::holdsEverything()
{
    QFETCH(QString, text);
    static const QString whole = rendered(prepFor(mariaSilva())).text();
    QVERIFY2(whole.contains(text), qPrintable(whole));
}

void PrepPdfTest::fitsOneOrTwoPages_data()
{
    QTest::addColumn<Contact>("contact");
    QTest::addColumn<int>("paper");
    QTest::addColumn<int>("pages");
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("only a name, letter") << minimal() << int(Paper::letter) << 1 << QSizeF(612, 792);
    QTest::newRow("only a name, A4") << minimal() << int(Paper::a4) << 1 << QSizeF(595, 842);
    QTest::newRow("all there is, letter") << mariaSilva() << int(Paper::letter) << 2 << QSizeF(612, 792);
    QTest::newRow("all there is, A4") << mariaSilva() << int(Paper::a4) << 2 << QSizeF(595, 842);
    QTest::newRow("nothing at all") << Contact() << int(Paper::a4) << 1 << QSizeF(595, 842);
}

void PrepPdfTest::fitsOneOrTwoPages()
{
    QFETCH(Contact, contact);
    QFETCH(int, paper);
    const ReadPdf pdf = rendered(prepFor(contact), static_cast<Paper>(paper));
    QTEST(pdf.pages, "pages");
    QTEST(pdf.size, "size");
}

void PrepPdfTest::linksClick()
{
    const QStringList links = linksIn(pdfBytes(prepFor(mariaSilva())));
    QVERIFY2(links.contains(u"mailto:maria.silva@klarna.example"_s), qPrintable(links.join(u' ')));
    QVERIFY(links.contains(u"https://www.linkedin.com/in/maria-silva-1"_s));
    Prep prep = prepFor(minimal());
    prep.linkedinUrl = u"linkedin.com/in/bo-é"_s;
    prep.news = {
            {u"Firm opens office"_s, u"The Paper"_s, u"https://news.example/a?b=1&c=(2)"_s, u"2026-05-01"_s}};
    const QStringList more = linksIn(pdfBytes(prep));
    QVERIFY2(more.contains(u"https://linkedin.com/in/bo-%C3%A9"_s), qPrintable(more.join(u' ')));
    QVERIFY2(more.contains(u"https://news.example/a?b=1&c=(2)"_s), qPrintable(more.join(u' ')));
}

void PrepPdfTest::onlyWebAndMailBecomeLinks()
{
    Contact contact = minimal();
    addPoint(contact.links, u"linkedin"_s, u"javascript:alert(1)"_s);
    addPoint(contact.addresses, u"work"_s, u"not an address"_s);
    Prep prep = prepFor(contact);
    prep.news = {{u"A file"_s, u"x"_s, u"file:///etc/passwd"_s, {}}};
    QCOMPARE(linksIn(pdfBytes(prep)), QStringList());
}

void PrepPdfTest::saysWhatItIs()
{
    const ReadPdf pdf = rendered(prepFor(mariaSilva()));
    QCOMPARE(pdf.title, u"Coffee chat prep: Maria Silva"_s);
    QCOMPARE(pdf.author, u"Jo Döe"_s);
    QVERIFY(pdfBytes(prepFor(mariaSilva()))
                    .contains("<dc:creator><rdf:Seq><rdf:li>Jo D\xC3\xB6"
                              "e"));
    QCOMPARE(rendered(prepFor(japanese())).title, u"Coffee chat prep: 太郎 田中"_s);
    Contact markup = person(u"A<b>&"_s, u"\"C\""_s);
    QVERIFY(pdfBytes(prepFor(markup)).contains("A&lt;b&gt;&amp; &quot;C&quot;"));
}

void PrepPdfTest::hasBookmarks()
{
    QVERIFY(pdfBytes(prepFor(mariaSilva())).contains("/Type /Outlines"));
    QVERIFY(!pdfBytes(prepFor(minimal())).contains("/Type /Outlines"));
}

void PrepPdfTest::textOfEveryScriptCanBeRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("accents") << u"Zoë Nuñez-Ångström Łódź"_s;
    QTest::newRow("Vietnamese") << u"Đặng Thị Nguyễn"_s;
    QTest::newRow("Greek") << u"Νικόλαος Παπαδόπουλος"_s;
    QTest::newRow("Cyrillic") << u"Надежда Шевченко"_s;
    QTest::newRow("Japanese") << u"田中 太郎 高橋 東京大学 部長"_s;
    QTest::newRow("Chinese") << u"张伟 李明 金融 长城"_s;
    QTest::newRow("Korean") << u"김철수"_s;
    QTest::newRow("Thai") << u"สมชาย"_s;
}

void PrepPdfTest::textOfEveryScriptCanBeRead()
{
    QFETCH(QString, name);
    const QString text = rendered(prepFor(person(name, {}))).text();
    QVERIFY2(text.contains(name), qPrintable(text.left(200)));
}

void PrepPdfTest::signsCanBeRead()
{
    // Inter draws signs beside capitals and digits with glyphs that have no character of their own.
    const QString signs =
            u"(MIT) A-B 10:30 2019–2021 [X] {Y} Q&A C++ C# 3x4 50% A=B A<B A>B ~A |A A*B @X A/B «É» A•B A·B -> ABC; “A” 'B' A_B"_s;
    Prep prep = prepFor(minimal());
    prep.brief = {{signs, {}}};
    QString text = rendered(prep).text();
    // Blanks between items are a reader's guess.
    QVERIFY2(text.remove(u' ').contains(QString(signs).remove(u' ')), qPrintable(text));
}

void PrepPdfTest::sameAgainAfterOthers()
{
    const Prep prep = prepFor(mariaSilva());
    const ReadPdf first = rendered(prep);
    Contact emoji = mariaSilva();
    emoji.firstName = u"🚀 María 👩‍💻"_s;
    for (const Contact &other : {emoji, arabic(), japanese(), minimal()}) {
        QVERIFY(rendered(prepFor(other), Paper::letter).pages > 0);
    }
    QCOMPARE(rendered(prep), first);
    const ReadPdf odd = rendered(prepFor(emoji));
    QCOMPARE(rendered(prepFor(emoji)), odd);
}

void PrepPdfTest::worksInAThread()
{
    const Prep prep = prepFor(mariaSilva());
    const ReadPdf here = rendered(prep);
    QByteArray there;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        if (const auto pdf = renderPdf(prep, {Paper::a4, u"Jo Döe"_s}); pdf) {
            there = *pdf;
        }
    }));
    thread->start();
    QVERIFY(thread->wait());
    QCOMPARE(readPdf(there), here);
}

void PrepPdfTest::printsAnswersAndTicks()
{
    Prep prep = prepFor(mariaSilva());
    prep.questions[0].asked = true;
    prep.questions[0].answer = u"She wanted to see what happens after the slides."_s;
    prep.notes = u"Send her the deck by Friday."_s;
    const QString text = rendered(prep).text();
    QVERIFY(text.contains(prep.questions[0].answer));
    QVERIFY(text.contains(prep.notes));
}

void PrepPdfTest::isSoundForOtherPrograms()
{
    const QString qpdf = QStandardPaths::findExecutable(u"qpdf"_s);
    if (qpdf.isEmpty()) {
        QSKIP("qpdf is not installed");
    }
    QTemporaryDir folder;
    int number = 0;
    for (const Contact &contact : {minimal(), mariaSilva(), arabic(), japanese()}) {
        const QString path = folder.filePath(u"%1.pdf"_s.arg(number++));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pdfBytes(prepFor(contact)));
        file.close();
        QProcess check;
        check.start(qpdf, {u"--check"_s, path});
        QVERIFY(check.waitForFinished());
        QVERIFY2(check.exitCode() == 0, check.readAll().constData());
    }
}
