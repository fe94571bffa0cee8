// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "write/sentenceediting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::write;

namespace {

const QString signature = u"Ada Lovelace"_s;

QString letter(const QString &text)
{
    return u"Hi Zoë,\n\n"_s + text + u"\n\nBest regards,\n"_s + signature;
}

truth::Span wordsIn(const QString &body, const QString &words)
{
    return {body.indexOf(words), words.size()};
}

} // namespace

void SentenceEditingTest::takesOutASentence_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("left");
    QTest::newRow("in the middle") << u"One is here. Two is too. Three."_s << u"Two"_s
                                   << u"One is here. Three."_s;
    QTest::newRow("first of a paragraph") << u"One.\n\nTwo here. Three."_s << u"Two"_s << u"One.\n\nThree."_s;
    QTest::newRow("last of a paragraph") << u"One. Two.\n\nThree."_s << u"Two"_s << u"One.\n\nThree."_s;
    QTest::newRow("a paragraph of its own") << u"One.\n\nTwo.\n\nThree."_s << u"Two"_s << u"One.\n\nThree."_s;
    QTest::newRow("the first") << u"One. Two."_s << u"One"_s << u"Two."_s;
    QTest::newRow("the last") << u"One. Two."_s << u"Two"_s << u"One."_s;
    QTest::newRow("an abbreviation ends none") << u"I know Dr. Who well. Bye."_s << u"Who"_s << u"Bye."_s;
    QTest::newRow("words of two sentences") << u"One is. Two is. Three."_s << u"is. Two"_s << u"Three."_s;
    QTest::newRow("a single line end") << u"One.\nTwo.\nThree."_s << u"Two"_s << u"One.\nThree."_s;
    QTest::newRow("without spaces") << u"一。二。三。"_s << u"二"_s << u"一。三。"_s;
}

void SentenceEditingTest::takesOutASentence()
{
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    QFETCH(const QString, left);
    Draft draft;
    draft.body = letter(text);
    const Draft shorter = withoutSentence(draft, signature, wordsIn(draft.body, words));
    QCOMPARE(shorter.body, letter(left));
}

void SentenceEditingTest::leavesGreetingAndSignatureAlone()
{
    Draft draft;
    draft.body = letter(u"One."_s);
    for (const QString &words : {u"Zoë"_s, u"Best regards"_s, u"Ada"_s}) {
        QVERIFY(!sentenceAt(draft.body, signature, wordsIn(draft.body, words)));
        QCOMPARE(withoutSentence(draft, signature, wordsIn(draft.body, words)), draft);
    }
    draft = withoutSentence(draft, signature, wordsIn(draft.body, u"One"_s));
    QCOMPARE(draft.body, u"Hi Zoë,\n\nBest regards,\nAda Lovelace"_s);
}

void SentenceEditingTest::claimsGoWithTheirWords()
{
    Draft draft;
    draft.subject = u"From one Badger to another"_s;
    draft.body = letter(u"We both went to Yale. You work at Acme."_s);
    draft.claims = {{u"We both went to Yale"_s, {}}, {u"You work at Acme"_s, {}}, {u"one Badger"_s, {}}};
    const Draft shorter = withoutSentence(draft, signature, wordsIn(draft.body, u"Acme"_s));
    QCOMPARE(shorter.claims.size(), 2);
    QCOMPARE(shorter.claims[0].text, u"We both went to Yale"_s);
    QCOMPARE(shorter.claims[1].text, u"one Badger"_s);
}
