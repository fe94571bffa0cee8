// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "base/textmerge.h"

#include <QRandomGenerator>

using namespace crema;
using namespace Qt::StringLiterals;

void TextMergeTest::merges_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("merged");
    QTest::addColumn<bool>("clean");
    const auto row = [](const char *name, const QString &base, const QString &mine, const QString &theirs,
                        const QString &merged, bool clean = true) {
        QTest::newRow(name) << base << mine << theirs << merged << clean;
    };
    row("only mine", u"One"_s, u"One more"_s, u"One"_s, u"One more"_s);
    row("only theirs", u"One"_s, u"One"_s, u"One\n\nTwo"_s, u"One\n\nTwo"_s);
    row("the same", u"One"_s, u"One two"_s, u"One two"_s, u"One two"_s);
    row("the line and a paragraph below it", u"One"_s, u"One more"_s, u"One\n\nTwo"_s, u"One more\n\nTwo"_s);
    row("and the other way round", u"One"_s, u"One\n\nTwo"_s, u"One more"_s, u"One more\n\nTwo"_s);
    row("a paragraph of each", u"One"_s, u"One\n\nMine"_s, u"One\n\nTheirs"_s, u"One\n\nMine\n\nTheirs"_s);
    row("above and below", u"One"_s, u"Zero\nOne"_s, u"One\nTwo"_s, u"Zero\nOne\nTwo"_s);
    row("different lines", u"a\nb\nc"_s, u"a1\nb\nc"_s, u"a\nb\nc2"_s, u"a1\nb\nc2"_s);
    row("one goes, one comes", u"a\nb\nc"_s, u"a\nc"_s, u"a\nb\nc\nd"_s, u"a\nc\nd"_s);
    row("both from nothing", u""_s, u"Mine"_s, u"Theirs"_s, u"Mine\n\nTheirs"_s, false);
    row("the same line", u"Met at NYU"_s, u"Met at Yale"_s, u"Met at Columbia"_s,
        u"Met at Yale\n\nMet at Columbia"_s, false);
    row("typed into what they delete", u"a\nb c\nd"_s, u"a\nb more c\nd"_s, u"a\nd"_s, u"a\nb more c\nd"_s,
        false);
    row("other scripts", u"緑茶\nمرحبا"_s, u"緑茶が好き\nمرحبا"_s, u"緑茶\nمرحبا\nΓεια"_s,
        u"緑茶が好き\nمرحبا\nΓεια"_s);
}

void TextMergeTest::merges()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(QString, merged);
    QFETCH(bool, clean);
    const MergedText found = mergedText(base, mine, theirs);
    QCOMPARE(found.text, merged);
    QCOMPARE(found.isClean, clean);
}

/// Whatever two writers add to lines of their own is there afterwards.
void TextMergeTest::losesNothing()
{
    QRandomGenerator random(7);
    const auto edited = [&random](QStringList lines, const QString &mark) {
        for (int edits = 0; edits < 4; ++edits) {
            const auto at = static_cast<qsizetype>(random.bounded(static_cast<int>(lines.size())));
            const QString added = u"%1%2"_s.arg(mark).arg(edits);
            if (random.bounded(2) == 0) {
                lines.insert(at, added);
            } else {
                lines[at] += u' ' + added;
            }
        }
        return lines;
    };
    for (int round = 0; round < 300; ++round) {
        QStringList base;
        for (int line = 0; line < 6; ++line) {
            base << u"word%1 of line"_s.arg(random.bounded(4));
        }
        const QString mine = edited(base, u"mine"_s).join(u'\n');
        const QString theirs = edited(base, u"theirs"_s).join(u'\n');
        const QString merged = mergedText(base.join(u'\n'), mine, theirs).text;
        for (int edit = 0; edit < 4; ++edit) {
            QVERIFY2(merged.contains(u"mine%1"_s.arg(edit)), qPrintable(merged));
            QVERIFY2(merged.contains(u"theirs%1"_s.arg(edit)), qPrintable(merged));
        }
    }
}
