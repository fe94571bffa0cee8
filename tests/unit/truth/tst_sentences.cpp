// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "truth/sentences.h"

using namespace Qt::StringLiterals;
using namespace crema::truth;

void SentencesTest::splitsSentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("sentences");
    QTest::newRow("two") << u"One is here. Two is there?"_s
                         << QStringList {u"One is here."_s, u"Two is there?"_s};
    QTest::newRow("an abbreviation") << u"You work at Apple Inc. Would you talk?"_s
                                     << QStringList {u"You work at Apple Inc. Would you talk?"_s};
    QTest::newRow("an abbreviation before small letters")
            << u"At Acme Co. you sell. Good."_s << QStringList {u"At Acme Co. you sell."_s, u"Good."_s};
    QTest::newRow("initials") << u"At J. Crew and the U.S. Bank. Yes."_s
                              << QStringList {u"At J. Crew and the U.S. Bank."_s, u"Yes."_s};
    QTest::newRow("I at the end") << u"So do I. Good."_s << QStringList {u"So do I."_s, u"Good."_s};
    QTest::newRow("a domain") << u"At Booking.com you work. Yes."_s
                              << QStringList {u"At Booking.com you work."_s, u"Yes."_s};
    QTest::newRow("a name with a mark")
            << u"At Yahoo! in May. Yes."_s << QStringList {u"At Yahoo! in May."_s, u"Yes."_s};
    QTest::newRow("quotes") << u"He said \"yes.\" Then he left."_s
                            << QStringList {u"He said \"yes.\""_s, u"Then he left."_s};
    QTest::newRow("a blank line") << u"No mark here\n\nNext"_s << QStringList {u"No mark here"_s, u"Next"_s};
    QTest::newRow("a line end is no sentence end") << u"One\ntwo."_s << QStringList {u"One\ntwo."_s};
    QTest::newRow("Chinese") << u"你好。再见。"_s << QStringList {u"你好。"_s, u"再见。"_s};
    QTest::newRow("dots") << u"Well... Fine."_s << QStringList {u"Well..."_s, u"Fine."_s};
    QTest::newRow("empty") << QString() << QStringList {};
    QTest::newRow("white space") << u" \n\n \t"_s << QStringList {};
}

void SentencesTest::splitsSentences()
{
    QFETCH(QString, text);
    QStringList found;
    for (const Span &span : sentencesOf(text)) {
        found << span.of(text).toString();
    }
    QTEST(found, "sentences");
}

void SentencesTest::findsWords()
{
    const QString text = u"(Hello) Zoë, \"Ernst & Young\". You too!"_s;
    QStringList words;
    QStringList starts;
    for (const Word &word : wordsOf(text)) {
        words << word.span.of(text).toString();
        if (word.startsSentence) {
            starts << words.constLast();
        }
    }
    QCOMPARE(words, QStringList({u"Hello"_s, u"Zoë"_s, u"Ernst"_s, u"Young"_s, u"You"_s, u"too"_s}));
    QCOMPARE(starts, QStringList({u"Hello"_s, u"You"_s}));
}

void SentencesTest::countsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("words");
    QTest::newRow("English") << u"one two  three\nfour"_s << 4;
    QTest::newRow("a Chinese name among English") << u"You work at 株式会社日立製作所 in Tokyo"_s << 6;
    QTest::newRow("Chinese") << u"我想向您请教您的工作"_s << 6;
    QTest::newRow("Russian") << u"Я пишу вам"_s << 3;
    QTest::newRow("Arabic") << u"أكتب إليك اليوم"_s << 3;
    QTest::newRow("empty") << QString() << 0;
}

void SentencesTest::countsWords()
{
    QFETCH(QString, text);
    QTEST(::crema::truth::countWords(text), "words");
}
