// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/facts.h"
#include "support/support.h"
#include "tests.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <map>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::resume;

namespace {

QString fixtures()
{
    return test::fixture(u"resume/facts/"_s);
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

using Named = QPair<QString, ResumeLine>;

QVector<Named> named(const ResumeFacts &facts)
{
    QVector<Named> all {
            {u"name"_s, facts.name},
            {u"email"_s, facts.email},
            {u"phone"_s, facts.phone},
            {u"linkedin"_s, facts.linkedinUrl},
            {u"university"_s, facts.university},
            {u"degree"_s, facts.degree},
            {u"major"_s, facts.major},
            {u"year"_s, facts.graduationYear},
            {u"hometown"_s, facts.hometown},
    };
    for (const ResumeLine &line : facts.companies) {
        all.append({u"company"_s, line});
    }
    for (const ResumeLine &line : facts.experience) {
        all.append({u"did"_s, line});
    }
    return all;
}

QStringList words(const ResumeFacts &facts)
{
    QStringList lines;
    for (const Named &fact : named(facts)) {
        if (!fact.second.text.isEmpty()) {
            lines << fact.first + u": "_s + fact.second.text;
        }
    }
    return lines;
}

// The order counts among employers and among lines, not between kinds of fact.
QStringList byKind(const QStringList &facts)
{
    std::map<QString, QStringList> sorted;
    for (const QString &fact : facts) {
        sorted[fact.section(u':', 0, 0)] << fact;
    }
    QStringList lines;
    for (const auto &[kind, ofKind] : sorted) {
        lines << ofKind;
    }
    return lines;
}

void addFixtures()
{
    QTest::addColumn<QString>("path");
    const QStringList files = QDir(fixtures()).entryList({u"*.txt"_s});
    QVERIFY(files.size() >= 18);
    for (const QString &file : files) {
        QTest::newRow(qUtf8Printable(QString(file).chopped(4).replace(u'_', u' '))) << fixtures() + file;
    }
}

// Rows "input => expected" of a fixture; '#' begins a remark.
void addCases(const QString &name)
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expected");
    const QStringList lines = textOf(test::fixture(u"resume/"_s + name)).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(!lines.isEmpty());
    for (const QString &line : lines) {
        if (!line.startsWith(u'#')) {
            QString input = line.section(u"=>"_s, 0, 0);
            const QByteArray row = input.toUtf8();
            input.replace(u"\\n"_s, u"\n"_s).replace(u"\\t"_s, u"\t"_s);
            QTest::newRow(row.constData()) << input << line.section(u"=>"_s, 1);
        }
    }
}

} // namespace

void FactsTest::resumes_data()
{
    addFixtures();
}

void FactsTest::resumes()
{
    QFETCH(QString, path);
    const QStringList expected = textOf(QString(path).replace(u".txt"_s, u".expected"_s))
                                         .split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(byKind(words(readFacts(textOf(path)))), byKind(expected));
}

void FactsTest::files_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(test::fixture(u"resume/files"_s));
    const QStringList expectations = folder.entryList({u"*.expected"_s});
    QVERIFY(!expectations.isEmpty());
    for (const QString &name : expectations) {
        QTest::newRow(qUtf8Printable(name.chopped(9))) << folder.filePath(name.chopped(9));
    }
}

// Files as LaTeX, a browser and LibreOffice write them.
void FactsTest::files()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = extractText(file.readAll(), path);
    VERIFY_OK(text);
    const QStringList expected = textOf(path + u".expected"_s).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(byKind(words(readFacts(*text))), byKind(expected));
}

void FactsTest::factsStandInTheirLines_data()
{
    addFixtures();
}

void FactsTest::factsStandInTheirLines()
{
    QFETCH(QString, path);
    const QString text = textOf(path);
    const QStringList lines = text.split(u'\n');
    for (const Named &fact : named(readFacts(text))) {
        const ResumeLine &claimed = fact.second;
        if (claimed.text.isEmpty()) {
            QCOMPARE(claimed.line, 0);
            continue;
        }
        QVERIFY2(claimed.line >= 1 && claimed.line <= lines.size(), qUtf8Printable(claimed.text));
        // A wrapped line goes on below, so the lines from there on are taken together.
        const QString from = lines.sliced(claimed.line - 1,
                                          std::min<qsizetype>(3, lines.size() - claimed.line + 1))
                                     .join(u' ')
                                     .simplified();
        // Names in capitals are given as they are written in a sentence.
        QVERIFY2(from.contains(claimed.text, Qt::CaseInsensitive),
                 qUtf8Printable(claimed.text + u" is not in: "_s + from));
        QVERIFY2(lines[claimed.line - 1].contains(claimed.text.section(u' ', 0, 0), Qt::CaseInsensitive),
                 qUtf8Printable(claimed.text));
    }
}

void FactsTest::employers_data()
{
    addCases(u"employers.txt"_s);
}

void FactsTest::employers()
{
    QFETCH(QString, input);
    QFETCH(QString, expected);
    const ResumeFacts facts = readFacts(
            u"Jane Doe\n\nWORK EXPERIENCE\n"_s + input
            + u"\n• Improved the thing\n• Wrote another\n\nEDUCATION\nYale University"_s);
    QStringList names;
    for (const ResumeLine &company : facts.companies) {
        names << company.text;
    }
    QCOMPARE(names.join(u'|'), expected);
    QCOMPARE(facts.experience.size(), 2);
}

void FactsTest::education_data()
{
    addCases(u"education.txt"_s);
}

void FactsTest::education()
{
    QFETCH(QString, input);
    QFETCH(QString, expected);
    const ResumeFacts facts = readFacts(u"Jane Doe\n\nEDUCATION\n"_s + input + u"\n\nSKILLS\nPython"_s);
    const QStringList found {facts.university.text, facts.degree.text, facts.major.text,
                             facts.graduationYear.text};
    QCOMPARE(found.join(u'|'), expected);
}

void FactsTest::owner_data()
{
    addCases(u"owner.txt"_s);
}

void FactsTest::owner()
{
    QFETCH(QString, input);
    QFETCH(QString, expected);
    const ResumeFacts facts = readFacts(input);
    const QStringList found {facts.name.text, facts.email.text, facts.phone.text, facts.linkedinUrl.text,
                             facts.hometown.text};
    QCOMPARE(found.join(u'|'), expected);
}

void FactsTest::wholeTexts_data()
{
    addCases(u"texts.txt"_s);
}

void FactsTest::wholeTexts()
{
    QFETCH(QString, input);
    QFETCH(QString, expected);
    const ResumeFacts facts = readFacts(input);
    QStringList found {facts.name.text, facts.university.text};
    for (const ResumeLine &company : facts.companies) {
        found << company.text;
    }
    QCOMPARE(found.join(u'|'), expected);
}

void FactsTest::hiddenLinksCount()
{
    ExtractedText extracted;
    extracted.text = u"Jane Example\nEmail | LinkedIn\n\nEducation\nYale University"_s;
    extracted.links = {{u"mailto:jane@example.com"_s, 2}, {u"https://www.linkedin.com/in/jane-example"_s, 2}};
    const ResumeFacts facts = readFacts(extracted);
    QCOMPARE(facts.email, (ResumeLine {u"jane@example.com"_s, 2}));
    QCOMPARE(facts.linkedinUrl, (ResumeLine {u"https://www.linkedin.com/in/jane-example"_s, 2}));
}

void FactsTest::largestTypeHelpsToFindTheName()
{
    ExtractedText extracted;
    extracted.text = u"Skills\nPublic Speaking\nPower Tools\n\nGrace Church\nCarpenter\n\nExperience"_s;
    QVERIFY(readFacts(extracted).name.text.isEmpty());
    extracted.text = u"Skills\nPublic Speaking\nPower Tools\n\nMarisol Vega\nCarpenter\n\nExperience"_s;
    extracted.titleLine = 5;
    QCOMPARE(readFacts(extracted).name, (ResumeLine {u"Marisol Vega"_s, 5}));
}

void FactsTest::randomTextNeverCrashes()
{
    const QString alphabet =
            u"aZé王ع9 .,;:-–—|•\t\n@/()'12020–Present EDUCATION\nExperience\nUniversity of "_s;
    QRandomGenerator random(7);
    for (int round = 0; round < 150; ++round) {
        QString text;
        const int length = random.bounded(400);
        for (int i = 0; i < length; ++i) {
            text += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
        }
        const qsizetype lines = text.count(u'\n') + 1;
        for (const Named &fact : named(readFacts(text))) {
            QVERIFY(fact.second.line >= 0 && fact.second.line <= lines);
        }
    }
}
