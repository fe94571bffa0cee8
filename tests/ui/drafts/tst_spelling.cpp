// SPDX-License-Identifier: GPL-3.0-or-later
#include "page.h"
#include "tests.h"

#include "store/mywords.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/common/spellchecker.h"
#include "ui/drafts/markedlineedit.h"

#include <QDir>
#include <QFile>
#include <QMenu>
#include <QPointer>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace crema;
using test::spinUntil;

namespace {

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// A folder with a dictionary of a few words.
bool makeDictionary(const QTemporaryDir &folder, const QString &language, const QByteArray &words)
{
    const qsizetype count = words.count('\n');
    return write(folder.filePath(language + u".aff"_s), "SET UTF-8\nTRY esianrtolcdugmphbyfvkwzz\n")
            && write(folder.filePath(language + u".dic"_s), QByteArray::number(count) + '\n' + words);
}

QStringList words(const QString &text, const QVector<ui::SpellSpan> &spans)
{
    QStringList found;
    for (const ui::SpellSpan &span : spans) {
        found << text.mid(span.start, span.length);
    }
    return found;
}

/// The marked words of the page's text.
QStringList marked(DraftsPage &page)
{
    QStringList found;
    for (const QTextEdit::ExtraSelection &one : page.body()->extraSelections()) {
        if (one.format.underlineStyle() == QTextCharFormat::WaveUnderline
            && one.format.background().style() == Qt::NoBrush) {
            found << one.cursor.selectedText();
        }
    }
    return found;
}

QMenu *openMenu(DraftsPage &page, qsizetype position)
{
    QTextCursor cursor = page.body()->textCursor();
    cursor.setPosition(static_cast<int>(position));
    page.body()->setTextCursor(cursor);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(page.body(), &event);
    return page.body()->findChild<QMenu *>(u"draftTextMenu"_s);
}

bool canSpell()
{
    return !ui::dictionariesIn({u"/usr/share/hunspell"_s}).isEmpty();
}

} // namespace

void TestSpelling::wordsWorthChecking_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("words") << u"Don't you see?"_s << QStringList {u"Don't"_s, u"you"_s, u"see"_s};
    QTest::newRow("addresses")
            << u"ask@firm.example https://firm.example/x www.firm.example firm.example/jobs me"_s
            << QStringList {u"me"_s};
    QTest::newRow("numbers and letters") << u"15 minutes, 3pm, a B"_s << QStringList {u"minutes"_s};
    QTest::newRow("capitals inside") << u"NASA and LinkedIn and eBay"_s << QStringList {u"and"_s, u"and"_s};
    QTest::newRow("end of a sentence") << u"See you. Bye"_s << QStringList {u"See"_s, u"you"_s, u"Bye"_s};
    QTest::newRow("nothing") << u""_s << QStringList {};
}

void TestSpelling::wordsWorthChecking()
{
    QFETCH(const QString, text);
    QTEST(words(text, ui::wordsToSpell(text)), "expected");
}

void TestSpelling::findsDictionaries()
{
    QTemporaryDir first;
    QTemporaryDir second;
    QVERIFY(makeDictionary(first, u"en_GB"_s, "colour\n"));
    QVERIFY(makeDictionary(second, u"en_GB"_s, "other\n"));
    QVERIFY(makeDictionary(second, u"de_DE"_s, "Farbe\n"));
    QVERIFY(write(second.filePath(u"fr_FR.dic"_s), "1\nmot\n")); // without rules
    const auto found = ui::dictionariesIn({first.path(), u"/nowhere"_s, second.path()});
    if (!canSpell() && found.isEmpty()) {
        QSKIP("built without Hunspell");
    }
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].language, u"de_DE"_s);
    QVERIFY(found[1].words.startsWith(first.path()));
    ui::SpellDictionary dictionary(found[1]);
    QVERIFY(dictionary.knows(u"colour"_s));
    QVERIFY(!dictionary.knows(u"color"_s));
    QCOMPARE(dictionary.suggestions(u"colur"_s, 3), QStringList {u"colour"_s});
}

void TestSpelling::readsOtherEncodings()
{
    QTemporaryDir folder;
    const auto make = [&](const QString &language, const QByteArray &encoding, const QByteArray &word) {
        return write(folder.filePath(language + u".aff"_s), "SET " + encoding + "\nTRY ai\n")
                && write(folder.filePath(language + u".dic"_s), "1\n" + word + '\n');
    };
    QVERIFY(make(u"de_DE"_s, "ISO8859-1", "M\xfcller"));
    QVERIFY(make(u"pl_PL"_s, "ISO8859-2", "\xb1le")); // "ąle"
    QVERIFY(make(u"ru_RU"_s, "microsoft-cp1251", "\xec\xe8\xf0")); // "мир"
    QVERIFY(make(u"uk_UA"_s, "no-such-encoding", "x"));
    const auto found = ui::dictionariesIn({folder.path()});
    if (!canSpell() && found.isEmpty()) {
        QSKIP("built without Hunspell");
    }
    const QHash<QString, QString> words {
            {u"de_DE"_s, u"Müller"_s}, {u"pl_PL"_s, u"ąle"_s}, {u"ru_RU"_s, u"мир"_s}};
    for (const ui::Dictionary &one : found) { // all that is offered works; without ICU that is Latin 1 alone
        ui::SpellDictionary dictionary(one);
        QVERIFY2(dictionary.knows(words.value(one.language)), qPrintable(one.language));
        QVERIFY2(!dictionary.knows(words.value(one.language) + u'a'), qPrintable(one.language));
        QVERIFY(one.language != u"uk_UA"_s);
    }
    QCOMPARE(found.value(0).language, u"de_DE"_s);
}

void TestSpelling::usualLanguages_data()
{
    QTest::addColumn<QStringList>("installed");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("expected");
    QTest::newRow("own English") << QStringList {u"en_GB"_s, u"en_US"_s} << u"en_GB"_s << u"en_GB"_s;
    QTest::newRow("English first") << QStringList {u"de_DE"_s, u"en_US"_s} << u"de_DE"_s << u"en_US"_s;
    QTest::newRow("any English") << QStringList {u"de_DE"_s, u"en_ZA"_s} << u"en_IE"_s << u"en_ZA"_s;
    QTest::newRow("no English") << QStringList {u"de_CH"_s, u"fr_FR"_s} << u"de_DE"_s << u"de_CH"_s;
    QTest::newRow("none that fits") << QStringList {u"fr_FR"_s} << u"de_DE"_s << QString();
}

void TestSpelling::usualLanguages()
{
    QFETCH(const QStringList, installed);
    QFETCH(const QString, locale);
    QVector<ui::Dictionary> dictionaries;
    for (const QString &language : installed) {
        dictionaries << ui::Dictionary {language, {}, {}};
    }
    QTEST(ui::usualLanguage(dictionaries, locale), "expected");
}

void TestSpelling::marksAndSuggests()
{
    if (!canSpell()) {
        QSKIP("no dictionary on this computer");
    }
    DraftsPage page;
    QVERIFY(page.open(1));
    QVERIFY(spinUntil([&] { return marked(page).isEmpty(); }));
    page.typeAtEnd(u" I recieve it"_s);
    QVERIFY(spinUntil([&] { return marked(page) == QStringList {u"recieve"_s}; }));
    QMenu *menu = openMenu(page, page.body()->text().indexOf(u"recieve"_s) + 2);
    QVERIFY(menu != nullptr);
    const auto actions = menu->actions();
    const auto receive = std::ranges::find(actions, u"receive"_s, &QAction::text);
    QVERIFY(receive != actions.end());
    (*receive)->trigger();
    menu->close();
    QVERIFY(page.body()->text().endsWith(u"I receive it"_s));
    QVERIFY(spinUntil([&] { return marked(page).isEmpty(); }));
}

void TestSpelling::correctsOnlyTheWordItWasAskedFor()
{
    if (!canSpell()) {
        QSKIP("no dictionary on this computer");
    }
    DraftsPage page;
    QVERIFY(page.open(1));
    page.typeAtEnd(u" I recieve them"_s);
    QVERIFY(spinUntil([&] { return marked(page) == QStringList {u"recieve"_s}; }));
    const qsizetype at = page.body()->text().indexOf(u"recieve"_s);
    const auto writeAtStart = [&](const QString &words) {
        QTextCursor cursor(page.body()->document());
        cursor.insertText(words);
    };
    const auto suggestion = [](QMenu *menu) {
        const auto actions = menu->actions();
        const auto it = std::ranges::find(actions, u"receive"_s, &QAction::text);
        return it == actions.end() ? nullptr : *it;
    };
    QMenu *menu = openMenu(page, at + 2);
    QAction *receive = suggestion(menu);
    QVERIFY(receive != nullptr);
    writeAtStart(u"Now: "_s); // by somebody else, while the menu is open
    const QString text = page.body()->text();
    receive->trigger();
    const QPointer<QMenu> closing = menu;
    menu->close();
    QVERIFY(spinUntil([&] { return closing.isNull(); }));
    QCOMPARE(page.body()->text(), text);
    QVERIFY(suggestion(openMenu(page, at + 2)) == nullptr); // there is another word now
}

void TestSpelling::namesAndOwnWordsAreRight()
{
    if (!canSpell()) {
        QSKIP("no dictionary on this computer");
    }
    DraftsPage page;
    QVERIFY(page.open(1));
    page.typeAtEnd(u" Zoë Müller's MÜLLER 你好 Привет qwrtz"_s);
    QVERIFY(spinUntil([&] { return marked(page) == QStringList {u"qwrtz"_s}; }));
    QMenu *menu = openMenu(page, page.body()->text().indexOf(u"qwrtz"_s) + 2);
    auto *add = menu->findChild<QAction *>(u"spellAdd"_s);
    QVERIFY(add != nullptr);
    add->trigger();
    menu->close();
    QVERIFY(marked(page).isEmpty());
    QVERIFY(spinUntil([&] {
        return store::myWords(page.desk.services().reader).value_or(QStringList())
                == QStringList {u"qwrtz"_s};
    }));
    page.desk.closeView();
    QVERIFY(page.show());
    QVERIFY(spinUntil([&] { return page.body()->text().contains(u"qwrtz"_s); })); // saved as the page went
    page.typeAtEnd(u" asdfgh"_s);
    QVERIFY(spinUntil([&] { return marked(page) == QStringList {u"asdfgh"_s}; }));
    VERIFY_OK(test::await(page.desk.services().store.apply(store::forgettingWord(u"qwrtz"_s))));
    QCOMPARE(store::myWords(page.desk.services().reader)->size(), 0);
}

void TestSpelling::theSubjectIsCheckedToo()
{
    if (!canSpell()) {
        QSKIP("no dictionary on this computer");
    }
    DraftsPage page;
    QVERIFY(page.open(1));
    auto *subject = page.desk.child<ui::MarkedLineEdit>(u"draftSubject"_s);
    const auto wrong = [&] { return words(subject->text(), subject->misspelt()); };
    QTest::keyClick(subject, Qt::Key_End);
    QTest::keyClicks(subject, u" to recieve"_s);
    page.typeAtEnd(u" qwrtz"_s);
    // Each of the two is checked in its own time.
    QVERIFY(spinUntil([&] { return wrong() == QStringList {u"recieve"_s}; }));
    QVERIFY(spinUntil([&] { return marked(page) == QStringList {u"qwrtz"_s}; }));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(subject, &event);
    auto *menu = subject->findChild<QMenu *>(u"draftSubjectMenu"_s);
    QVERIFY(menu != nullptr);
    const auto actions = menu->actions();
    const auto receive = std::ranges::find(actions, u"receive"_s, &QAction::text);
    QVERIFY(receive != actions.end());
    (*receive)->trigger();
    menu->close();
    QVERIFY(subject->text().endsWith(u"to receive"_s));
    QVERIFY(spinUntil([&] { return wrong().isEmpty(); }));
    subject->undo();
    QVERIFY(subject->text().endsWith(u"to recieve"_s));
}

void TestSpelling::marksOfALineMoveWithItsText()
{
    ui::MarkedLineEdit line;
    line.setText(u"one wrogn word"_s);
    const QImage plain = line.grab().toImage();
    line.setMisspelt({{4, 5}});
    QVERIFY(line.grab().toImage() != plain);
    QTest::keyClick(&line, Qt::Key_Home);
    QTest::keyClicks(&line, u"Just "_s);
    QCOMPARE(words(line.text(), line.misspelt()), QStringList {u"wrogn"_s});
    QTest::keyClick(&line, Qt::Key_End);
    QTest::keyClicks(&line, u"s"_s);
    QCOMPARE(words(line.text(), line.misspelt()), QStringList {u"wrogn"_s});
    line.setCursorPosition(14);
    QTest::keyClicks(&line, u"s"_s); // another word now
    QCOMPARE(line.text(), u"Just one wrogns words"_s);
    QVERIFY(line.misspelt().isEmpty());
    line.setText(u"one wrogn word"_s);
    QCOMPARE(line.grab().toImage(), plain);
}

void TestSpelling::aLineThatIsComposedKeepsItsLetters()
{
    ui::MarkedLineEdit line;
    line.setText(u"wrogn "_s);
    QInputMethodEvent composing(u"ka"_s, {});
    QCoreApplication::sendEvent(&line, &composing);
    const QImage composed = line.grab().toImage();
    line.setMisspelt({{0, 5}}); // the answer of a check comes meanwhile
    QCOMPARE(line.grab().toImage(), composed);
    QInputMethodEvent done;
    done.setCommitString(u"か"_s);
    QCoreApplication::sendEvent(&line, &done);
    QCOMPARE(line.text(), u"wrogn か"_s);
    QCOMPARE(words(line.text(), line.misspelt()), QStringList {u"wrogn"_s});
    line.undo();
    QCOMPARE(line.text(), u"wrogn "_s); // marks are nothing to undo
}

void TestSpelling::offStaysOff()
{
    if (!canSpell()) {
        QSKIP("no dictionary on this computer");
    }
    DraftsPage page;
    QVERIFY(page.open(1));
    page.typeAtEnd(u" qwrtz"_s);
    QVERIFY(spinUntil([&] { return marked(page) == QStringList {u"qwrtz"_s}; }));
    QMenu *menu = openMenu(page, 5);
    auto *languages = menu->findChild<QMenu *>(u"spellLanguages"_s);
    QVERIFY(languages != nullptr);
    languages->actions().constLast()->trigger();
    menu->close();
    QVERIFY(marked(page).isEmpty());
    QVERIFY(spinUntil([&] {
        return store::spellingLanguage(page.desk.services().reader).value_or(QString()) == u"off"_s;
    }));
    page.desk.closeView();
    QVERIFY(page.show());
    page.typeAtEnd(u" asdfgh"_s);
    QVERIFY(spinUntil([&] { return page.stored(page.ids[0]).body.endsWith(u"asdfgh"_s); }));
    QVERIFY(marked(page).isEmpty());
}

void TestSpelling::withoutDictionariesOneLineSaysSo()
{
    const auto found = ui::dictionariesIn({u"/nowhere"_s});
    QVERIFY(found.isEmpty());
    ui::SpellChecker checker(found);
    checker.setLanguage(u"en_US"_s);
    QCOMPARE(checker.language(), QString());
    QVector<ui::SpellSpan> wrong {{1, 2}};
    connect(&checker, &ui::SpellChecker::checked, this,
            [&](const QString &, const QVector<ui::SpellSpan> &spans) { wrong = spans; });
    checker.check(u"qwrtz"_s, {});
    QVERIFY(wrong.isEmpty());
    QVERIFY(checker.suggestions(u"qwrtz"_s).isEmpty());
}
