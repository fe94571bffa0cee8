// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "base/textdiff.h"

#include <QRandomGenerator>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

/// "same [-gone-] {+new+}"
QString written(const QVector<DiffPiece> &pieces)
{
    QString text;
    for (const DiffPiece &piece : pieces) {
        text += piece.kind == DiffPiece::Kind::same    ? piece.text
                : piece.kind == DiffPiece::Kind::added ? u"{+"_s + piece.text + u"+}"_s
                                                       : u"[-"_s + piece.text + u"-]"_s;
    }
    return text;
}

QString without(const QVector<DiffPiece> &pieces, DiffPiece::Kind kind)
{
    QString text;
    for (const DiffPiece &piece : pieces) {
        text += piece.kind == kind ? QString() : piece.text;
    }
    return text;
}

} // namespace

void TextDiffTest::words_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("both empty") << u""_s << u""_s << u""_s;
    QTest::newRow("equal") << u"Hi Zoë,"_s << u"Hi Zoë,"_s << u"Hi Zoë,"_s;
    QTest::newRow("from nothing") << u""_s << u"Hi"_s << u"{+Hi+}"_s;
    QTest::newRow("to nothing") << u"Hi"_s << u""_s << u"[-Hi-]"_s;
    QTest::newRow("one word") << u"a short call"_s << u"a quick call"_s << u"a [-short-]{+quick+} call"_s;
    QTest::newRow("a phrase is one change") << u"I study history at Yale."_s << u"I read physics at Yale."_s
                                            << u"I [-study history-]{+read physics+} at Yale."_s;
    QTest::newRow("punctuation alone") << u"Thanks. Bye"_s << u"Thanks! Bye"_s << u"Thanks[-.-]{+!+} Bye"_s;
    QTest::newRow("a sentence goes") << u"One. Two. Three."_s << u"One. Three."_s
                                     << u"One. [-Two. -]Three."_s;
    QTest::newRow("a paragraph comes")
            << u"One.\n\nThree."_s << u"One.\n\nTwo.\n\nThree."_s << u"One.\n\n{+Two.\n\n+}Three."_s;
    QTest::newRow("without spaces") << u"你好世界"_s << u"你好人界"_s << u"你好[-世-]{+人+}界"_s;
}

void TextDiffTest::words()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QTEST(written(wordDiff(before, after)), "expected");
}

void TextDiffTest::makesUpBothTexts()
{
    const QStringList words {u"a"_s,    u"bee"_s, u" "_s, u"  "_s, u"\n"_s,
                             u"\n\n"_s, u"."_s,   u"é"_s, u"好"_s, u"😀"_s};
    QRandomGenerator random(7);
    const auto text = [&] {
        QString made;
        for (int i = random.bounded(30); i > 0; --i) {
            made += words[random.bounded(static_cast<int>(words.size()))];
        }
        return made;
    };
    for (int i = 0; i < 3000; ++i) {
        const QString before = text();
        const QString after = text();
        const auto pieces = wordDiff(before, after);
        QCOMPARE(without(pieces, DiffPiece::Kind::added), before);
        QCOMPARE(without(pieces, DiffPiece::Kind::removed), after);
        for (qsizetype at = 1; at < pieces.size(); ++at) {
            QVERIFY(pieces[at].kind != pieces[at - 1].kind);
        }
    }
}

void TextDiffTest::longTextsAreBounded()
{
    const QString before = u"Start "_s + u"x y "_s.repeated(20000) + u"end"_s;
    const QString after = u"Start "_s + u"y z "_s.repeated(20000) + u"end"_s;
    const auto pieces = wordDiff(before, after);
    QCOMPARE(without(pieces, DiffPiece::Kind::added), before);
    QCOMPARE(without(pieces, DiffPiece::Kind::removed), after);
    QVERIFY(pieces.size() <= 4);
}

void TextDiffTest::countsWhatWent()
{
    QCOMPARE(wordsRemoved(wordDiff(u"One two three."_s, u"One three, and more."_s)), 1);
    QCOMPARE(wordsRemoved(wordDiff(u"One"_s, u"One two"_s)), 0);
}
