// SPDX-License-Identifier: GPL-3.0-or-later
#include "makepdf.h"
#include "resume/facts.h"
#include "support/support.h"
#include "tests.h"

#include <QBuffer>
#include <QFile>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <thread>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::resume;
using namespace crema::test;

namespace {

QByteArray bytesOf(const QString &name)
{
    QFile file(fixture(u"resume/files/"_s + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray qtPdf(const QString &text)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    painter.setFont(QFont(u"Noto Sans"_s, 11));
    painter.drawText(QRect(600, 600, 8000, 12000), Qt::AlignLeft | Qt::TextWordWrap, text);
    painter.end();
    return buffer.data();
}

QString plain(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        lines << line.trimmed();
    }
    return lines.join(u'\n');
}

QVector<SetText> interleaved(const QVector<SetText> &left, const QVector<SetText> &right)
{
    QVector<SetText> all;
    for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i) {
        all << left.mid(i, 1) << right.mid(i, 1);
    }
    return all;
}

} // namespace

void PdfTest::printedByQt_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts {u"Zoë Müller-Łukasiewicz"_s,
                             u"Efficient office workflow affinity"_s,
                             u"Nguyễn Thị Minh Khai, Đà Nẵng"_s,
                             u"王小明，清华大学"_s,
                             u"山田 太郎 東京大学"_s,
                             u"Ольга Иванова, МГУ"_s,
                             u"Δημήτρης Παπαδόπουλος"_s,
                             u"• Led a team – 25% growth"_s};
    for (const QString &text : texts) {
        QTest::newRow(qUtf8Printable(text)) << text;
    }
}

void PdfTest::printedByQt()
{
    QFETCH(QString, text);
    const auto found = extractText(qtPdf(text + u"\nsecond line of the page"_s), u"a.pdf"_s);
    VERIFY_OK(found);
    QCOMPARE(plain(found->text), text + u"\nsecond line of the page"_s);
    QCOMPARE(found->pageCount, 1);
    QCOMPARE(found->mediaType, u"application/pdf"_s);
}

void PdfTest::columnsAreReadOneAfterTheOther_data()
{
    QTest::addColumn<QVector<SetText>>("texts");
    QTest::addColumn<QStringList>("lines");
    const QStringList left {u"Education"_s, u"Example University"_s,   u"Bachelor of Arts"_s,
                            u"Skills"_s,    u"Writing and speaking"_s, u"Python and R"_s};
    const QStringList right {u"Experience"_s,
                             u"Acme Incorporated, analyst"_s,
                             u"Prepared reports for the board"_s,
                             u"and presented them each month"_s,
                             u"Volunteering"_s,
                             u"Taught evening classes"_s,
                             u"in the city library"_s};
    QTest::newRow("drawn line by line on one grid")
            << interleaved(column(50, 700, left), column(300, 700, right)) << left + right;
    QTest::newRow("off the grid") << column(300, 705, right) + column(50, 700, left) << left + right;
    const QVector<SetText> header {
            {50, 760, u"Jane Example, a name with a long line of contact details over both columns"_s}};
    QTest::newRow("below a line over both")
            << header + interleaved(column(50, 700, left), column(300, 700, right))
            << QStringList {header.first().text} + left + right;
    const QVector<SetText> beside {{305, 780, u"Jane Example"_s, 18},
                                   {305, 755, u"jane@example.org, Boston"_s}};
    QTest::newRow("below a name beside the left one")
            << beside + interleaved(column(50, 700, left), column(300, 700, right))
            << QStringList {beside[0].text, beside[1].text} + left + right;
    QStringList prose;
    QStringList more;
    for (int i = 0; i < 12; ++i) {
        prose << u"left column prose line number %1 here"_s.arg(i);
        more << u"right column prose line number %1 there"_s.arg(i);
    }
    QTest::newRow("prose on one grid without headings")
            << interleaved(column(50, 700, prose), column(320, 700, more)) << prose + more;
}

void PdfTest::columnsAreReadOneAfterTheOther()
{
    QFETCH(QVector<SetText>, texts);
    QFETCH(QStringList, lines);
    const auto found = extractText(makePdf(texts), u"a.pdf"_s);
    VERIFY_OK(found);
    QCOMPARE(plain(found->text).split(u'\n'), lines);
}

void PdfTest::rowsAreReadAcross_data()
{
    QTest::addColumn<QVector<SetText>>("texts");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("dates at the right")
            << column(50, 700, {u"Acme Incorporated"_s, u"Summer Analyst"_s, u"Bolt Limited"_s, u"Intern"_s})
                    + column(430, 700,
                             {u"New York, NY"_s, u"Jun 2023 - Aug 2023"_s, u"Boston, MA"_s, u"2022"_s})
            << QStringList {u"Acme Incorporated\tNew York, NY"_s, u"Summer Analyst\tJun 2023 - Aug 2023"_s,
                            u"Bolt Limited\tBoston, MA"_s, u"Intern\t2022"_s};
    QTest::newRow("dates at the left")
            << column(50, 700, {u"2019 - 2023"_s, u""_s, u"2017 - 2019"_s, u""_s})
                    + column(180, 700,
                             {u"Analyst, Acme Incorporated"_s, u"prepared the monthly report"_s,
                              u"Clerk, Bolt Limited"_s, u"kept the books"_s})
            << QStringList {u"2019 - 2023\tAnalyst, Acme Incorporated"_s, u"prepared the monthly report"_s,
                            u"2017 - 2019\tClerk, Bolt Limited"_s, u"kept the books"_s};
    QTest::newRow("a table of three columns")
            << column(50, 700, {u"Tool"_s, u"Python"_s, u"SQL"_s, u"Excel"_s})
                    + column(200, 700, {u"Level"_s, u"good"_s, u"fair"_s, u"good"_s})
                    + column(350, 700, {u"Years"_s, u"five"_s, u"three"_s, u"six"_s})
            << QStringList {u"Tool\tLevel\tYears"_s, u"Python\tgood\tfive"_s, u"SQL\tfair\tthree"_s,
                            u"Excel\tgood\tsix"_s};
    QTest::newRow("a name beside small contact lines")
            << QVector<SetText> {{50, 700, u"Jane Example"_s, 24},
                                 {400, 708, u"jane@example.com"_s, 9},
                                 {50, 660, u"Profile of a person"_s}}
            << QStringList {u"Jane Example\tjane@example.com"_s, u"Profile of a person"_s};
    QTest::newRow("a large name above a line")
            << QVector<SetText> {{50, 700, u"Jane Example"_s, 26},
                                 {50, 684, u"Analyst with a long record of doing things"_s}}
            << QStringList {u"Jane Example"_s, u"Analyst with a long record of doing things"_s};
}

void PdfTest::rowsAreReadAcross()
{
    columnsAreReadOneAfterTheOther();
}

void PdfTest::lineEnds_data()
{
    QTest::addColumn<QStringList>("drawn");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("a cut word") << QStringList {u"worked on engi-"_s, u"neering tasks all day"_s}
                                << QStringList {u"worked on engineering"_s, u"tasks all day"_s};
    QTest::newRow("a compound") << QStringList {u"led a cross-"_s, u"functional team of five"_s}
                                << QStringList {u"led a cross-functional"_s, u"team of five"_s};
    QTest::newRow("an address") << QStringList {u"www.linkedin.com/in/jane-"_s, u"doe-1234 is the profile"_s}
                                << QStringList {u"www.linkedin.com/in/jane-doe-1234"_s, u"is the profile"_s};
    QTest::newRow("years") << QStringList {u"in the years 2019-"_s, u"2021 and later on"_s}
                           << QStringList {u"in the years 2019-2021"_s, u"and later on"_s};
    QTest::newRow("a dash") << QStringList {u"the end of it -"_s, u"and the beginning"_s}
                            << QStringList {u"the end of it -"_s, u"and the beginning"_s};
}

void PdfTest::lineEnds()
{
    QFETCH(QStringList, drawn);
    QFETCH(QStringList, lines);
    const auto found = extractText(makePdf(column(50, 700, drawn)), u"a.pdf"_s);
    VERIFY_OK(found);
    QCOMPARE(plain(found->text).split(u'\n'), lines);
}

void PdfTest::letterSpacingIsClosed()
{
    const auto found = extractText(makePdf({{50, 700, u"JANE EXAMPLE"_s, 18, 6},
                                            {50, 660, u"EXPERIENCE"_s, 11, 3},
                                            {50, 640, u"plain words below"_s}}),
                                   u"a.pdf"_s);
    VERIFY_OK(found);
    QCOMPARE(plain(found->text), u"JANE EXAMPLE\nEXPERIENCE\nplain words below"_s);
}

void PdfTest::linksKeepTheirLine()
{
    const auto found = extractText(
            makePdf({{50, 700, u"Jane Example"_s, 20},
                     {50, 670, u"Boston"_s},
                     {150, 670, u"LinkedIn"_s, 10, 0, u"https://www.linkedin.com/in/jane"_s},
                     {50, 655, u"third line of words"_s}}),
            u"a.pdf"_s);
    VERIFY_OK(found);
    QCOMPARE(found->links.size(), 1);
    const TextLink link = found->links.first();
    QCOMPARE(link.url, u"https://www.linkedin.com/in/jane"_s);
    QVERIFY(found->text.split(u'\n').value(link.line - 1).contains(u"LinkedIn"));
    QCOMPARE(found->titleLine, 1);
    QCOMPARE(readFacts(*found).linkedinUrl.line, link.line);
}

void PdfTest::passwords()
{
    const QByteArray bytes = bytesOf(u"password.pdf"_s); // AES-256, made with qpdf
    QVERIFY(!bytes.isEmpty());
    const auto without = extractText(bytes, u"locked.pdf"_s);
    QVERIFY(!without);
    QCOMPARE(without.error().kind, ErrorKind::rejectedInput);
    QVERIFY(without.error().text.contains(u"a password is needed"));
    const auto wrong = extractText(bytes, u"locked.pdf"_s, u"porto"_s);
    QVERIFY(!wrong);
    QVERIFY(wrong.error().text.contains(u"does not open \"locked.pdf\""));
    const auto right = extractText(bytes, u"locked.pdf"_s, u"lisboa"_s);
    VERIFY_OK(right);
    QVERIFY(right->text.contains(u"Jane Example"));
}

void PdfTest::brokenFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QByteArray good = makePdf({{50, 700, u"Jane Example, analyst"_s}});
    QTest::newRow("a header only") << QByteArray("%PDF-1.7\n") << u"damaged"_s;
    QTest::newRow("a header and noise")
            << QByteArray("%PDF-1.7\n") + QByteArray(3000, '\x81') << u"damaged"_s;
    QTest::newRow("no text on the page") << makePdf({}) << u"no text"_s;
    QTest::newRow("a scan") << bytesOf(u"scan.pdf"_s) << u"scanned"_s;
    QTest::newRow("pages lost") << QByteArray(good).replace("/Kids [3 0 R]", "/Kids [9 0 R]") << u"damaged"_s;
}

void PdfTest::brokenFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto text = extractText(bytes, u"mine.pdf"_s);
    QVERIFY(!text);
    QCOMPARE(text.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(text.error().text.contains(says) && text.error().text.contains(u"mine.pdf"),
             qUtf8Printable(text.error().text));
}

void PdfTest::manyThreads()
{
    const QByteArray bytes = makePdf(column(
            50, 700, {u"Jane Example"_s, u"jane@example.com"_s, u"Education"_s, u"Yale University"_s}));
    const auto expected = extractText(bytes, u"a.pdf"_s);
    VERIFY_OK(expected);
    const ResumeFacts facts = readFacts(*expected);
    std::atomic<int> right = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 8; ++round) {
                const auto text = extractText(bytes, u"a.pdf"_s);
                right += text && *text == *expected && readFacts(*text) == facts;
            }
        });
    }
    threads.clear();
    QCOMPARE(right.load(), 32);
}
