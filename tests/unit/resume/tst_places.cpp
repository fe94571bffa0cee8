// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "resume/factplace.h"
#include "resume/facts.h"
#include "resume/recognisedwords.h"
#include "support/support.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::resume;
using namespace crema::test;

namespace {

QString letters(QStringView text)
{
    QString kept;
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) {
            kept += c.toLower();
        }
    }
    return kept;
}

} // namespace

void PlacesTest::everyLineHasItsPlace_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"writer.pdf", "latex_two_columns.pdf", "browser_side_bar.pdf", "linkedin_export.pdf"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

// The words that another program finds in the rectangle are the line's.
void PlacesTest::everyLineHasItsPlace()
{
    QFETCH(QString, name);
    const QString path = fixture(u"resume/files/"_s + name);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = extractText(file.readAll(), name);
    VERIFY_OK(text);
    const QStringList lines = text->text.split(u'\n');
    const auto filled = std::ranges::count_if(lines, [](const QString &line) { return !line.isEmpty(); });
    QCOMPARE(text->places.size(), filled);
    for (const LinePlace &place : text->places) {
        QVERIFY(!lines.value(place.line - 1).isEmpty());
        QVERIFY(place.page >= 0 && place.page < text->pageCount && place.area.isValid());
    }
    QProcess reader;
    const LinePlace place = text->places[text->places.size() / 2];
    const auto at = [](double points) { return QString::number(qRound(points)); };
    const QRectF area = place.area.adjusted(-1, 1, 1, -1);
    const QString page = QString::number(place.page + 1);
    reader.start(u"pdftotext"_s,
                 {u"-f"_s, page, u"-l"_s, page, u"-r"_s, u"72"_s, u"-x"_s, at(area.left()), u"-y"_s,
                  at(area.top()), u"-W"_s, at(area.width() + 2), u"-H"_s, at(area.height()), path, u"-"_s});
    if (!reader.waitForFinished() || reader.error() == QProcess::FailedToStart) {
        QSKIP("pdftotext (poppler-utils), which reads a part of a page, is not installed");
    }
    const QString there = letters(QString::fromUtf8(reader.readAllStandardOutput()));
    const QString line = letters(lines[place.line - 1]);
    QVERIFY2(there.contains(line.left(12)), qUtf8Printable(line + u" | "_s + there));
}

void PlacesTest::aFactRunsOverItsLines()
{
    const QString text =
            u"Ann\n\n• Built the model of ferry pri-\n  ces for the whole\n\n  coast\nHarbour Bank, Analyst"_s;
    using Lines = QVector<int>;
    QCOMPARE(linesOfFact(text, {u"Built the model of ferry prices for the whole coast"_s, 3}),
             (Lines {3, 4, 6}));
    QCOMPARE(linesOfFact(text, {u"Harbour Bank"_s, 7}), Lines {7});
    QCOMPARE(linesOfFact(text, {u"Something put otherwise"_s, 3}), Lines {3});
    QCOMPARE(linesOfFact(text, {u"Ann"_s, 0}), Lines {});
    QCOMPARE(linesOfFact(text, {u"Ann"_s, 70}), Lines {});
    const QVector<LinePlace> places {{3, 0, {}}, {4, 0, {}}, {6, 1, {}}};
    QCOMPARE(placesOfLines(places, {3, 4, 6}).size(), 2); // those on the first one's page
}

void PlacesTest::recognisedWordsAreTaken()
{
    const QByteArray tsv =
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
            "4\t1\t1\t1\t1\t0\t100\t200\t900\t60\t-1\t\n"
            "5\t1\t1\t1\t1\t1\t100\t210\t20\t30\t60\te\n"
            "5\t1\t1\t1\t1\t2\t160\t200\t300\t60\t96\tBuilt\n"
            "5\t1\t1\t1\t1\t3\t500\t215\t100\t30\t95\tan\n"
            "5\t1\t1\t1\t1\t4\t700\t200\t300\t60\t12\t~~|\n"
            "broken row\n";
    const std::vector<PageWord> words = recognisedWords(tsv, 0.24);
    QCOMPARE(words.size(), 3U); // without what it was not sure of
    QCOMPARE(words[0].text, u"•"_s);
    QCOMPARE(words[1].box, QRectF(38.4, 48, 72, 14.4));
    QCOMPARE(words[2].box.height(), words[1].box.height()); // one line, one size
    QVERIFY(recognisedWords({}, 1).empty());
}
