// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "model/status.h"
#include "support/spin.h"
#include "ui/common/avatar.h"
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/chip.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/emptystate.h"
#include "ui/common/errorwords.h"
#include "ui/common/flowlayout.h"
#include "ui/common/formrow.h"
#include "ui/common/keyvaluelist.h"
#include "ui/common/scrollpage.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/splitstate.h"
#include "ui/common/tageditor.h"
#include "ui/support/accessiblenames.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;

void TestWidgets::initials_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("first and last name") << u"Zoë Müller"_s << u"ZM"_s;
    QTest::newRow("middle names are left out") << u"Ana Maria de la Cruz"_s << u"AC"_s;
    QTest::newRow("one name") << u"Plato"_s << u"P"_s;
    QTest::newRow("lower case") << u"bell hooks"_s << u"BH"_s;
    QTest::newRow("Japanese") << u"山田 太郎"_s << u"山"_s;
    QTest::newRow("Korean without a blank") << u"김민준"_s << u"김"_s;
    QTest::newRow("Cyrillic") << u"Лев Толстой"_s << u"ЛТ"_s;
    QTest::newRow("a mark that is not a letter") << u"“Bob” (Robert) Smith"_s << u"BS"_s;
    QTest::newRow("letter with a combining accent") << u"E\u0301mile Zola"_s << u"E\u0301Z"_s;
    QTest::newRow("outside the basic plane") << u"𝒜lan 𝒯uring"_s << u"𝒜𝒯"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("only signs") << u"-- !"_s << QString();
}

void TestWidgets::initials()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    QCOMPARE(initialsOf(name), expected);
}

void TestWidgets::everyStatusHasWordsAndTone()
{
    for (const QString &status : contactStatuses() + prepStatuses()) {
        QVERIFY2(!statusWords(status).isEmpty(), qPrintable(status));
        QVERIFY2(!statusWords(status).contains(u'_'), qPrintable(status));
    }
    QCOMPARE(toneOfStatus(u"Rejected"_s), Tone::bad);
    QCOMPARE(toneOfStatus(u"hired"_s), Tone::good);
    QCOMPARE(statusWords(u"on_holiday"_s), u"On holiday"_s);
    QCOMPARE(toneOfStatus(u"on_holiday"_s), Tone::muted);
}

void TestWidgets::everyErrorKindHasWords()
{
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::internal); ++kind) {
        QVERIFY(!wordsFor(static_cast<ErrorKind>(kind)).heading.isEmpty());
        const bool retry = !wordsFor(static_cast<ErrorKind>(kind)).retry.isEmpty();
        QVERIFY(!isRetryable(static_cast<ErrorKind>(kind)) || retry);
    }
}

void TestWidgets::bannerTellsAnError()
{
    QWidget parent;
    Banner banner(&parent);
    banner.showError({ErrorKind::offline, u"Gmail could not be reached."_s, u"secret detail"_s, {}, 0});
    QVERIFY(!banner.isHidden());
    QVERIFY(banner.accessibleName().contains(u"Gmail could not be reached."_s));
    QVERIFY(!banner.accessibleName().contains(u"secret"_s));
    QSignalSpy again(&banner, &Banner::actionClicked);
    banner.findChild<QPushButton *>()->click();
    QCOMPARE(again.size(), 1);
    QSignalSpy dismissed(&banner, &Banner::dismissed);
    banner.findChild<QToolButton *>()->click();
    QCOMPARE(dismissed.size(), 1);
    QVERIFY(banner.isHidden());
}

void TestWidgets::bannerHidesWhenCancelled()
{
    QWidget parent;
    Banner banner(&parent);
    banner.showError({ErrorKind::storage, u"The disk is full."_s, {}, {}, 0});
    QVERIFY(!banner.isHidden());
    banner.showError({ErrorKind::cancelled, {}, {}, {}, 0});
    QVERIFY(banner.isHidden());
}

void TestWidgets::segmentsAreChosenByKeyboard()
{
    SegmentedControl control(u"View"_s);
    control.addSegment(u"Table"_s);
    control.addSegment(u"Board"_s);
    QCOMPARE(control.current(), 0);
    QSignalSpy changes(&control, &SegmentedControl::currentChanged);
    control.setCurrent(1);
    QCOMPARE(changes.size(), 0);
    control.setCurrent(0);
    control.show();
    QVERIFY(QTest::qWaitForWindowActive(&control));
    auto *first = control.findChild<QAbstractButton *>();
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    QCOMPARE(control.current(), 1);
    QCOMPARE(changes.size(), 1);
    control.setCount(1, 12);
    QVERIFY(control.findChildren<QAbstractButton *>().at(1)->accessibleName().contains(u"12"_s));
}

void TestWidgets::tagsAreASet()
{
    TagEditor editor(u"Tags"_s);
    editor.setTags({u"Alumni"_s});
    QSignalSpy changes(&editor, &TagEditor::tagsChanged);
    auto *field = editor.findChild<QLineEdit *>();
    editor.show();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    field->setFocus();
    QTest::keyClicks(field, u"alumni"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(editor.tags(), QStringList {u"Alumni"_s});
    QCOMPARE(changes.size(), 0);
    QTest::keyClicks(field, u"banking,"_s);
    QCOMPARE(editor.tags(), (QStringList {u"Alumni"_s, u"banking"_s}));
    QCOMPARE(changes.size(), 1);
    QTest::keyClick(field, Qt::Key_Backspace);
    QCOMPARE(editor.tags(), QStringList {u"Alumni"_s});
    editor.findChild<QAbstractButton *>()->click();
    QVERIFY(editor.tags().isEmpty());
}

void TestWidgets::flowBreaksLines()
{
    QWidget box;
    auto *flow = new FlowLayout(&box, 10);
    for (int i = 0; i < 5; ++i) {
        auto *item = new QWidget;
        item->setMinimumSize(100, 20);
        item->setMaximumSize(100, 20);
        flow->addWidget(item);
    }
    QCOMPARE(flow->heightForWidth(540), 20);
    QCOMPARE(flow->heightForWidth(539), 50);
    QCOMPARE(flow->heightForWidth(100), 5 * 20 + 4 * 10);
    QCOMPARE(flow->count(), 5);
}

void TestWidgets::tagsOfAnotherPersonAreLaidOut()
{
    QWidget pane;
    auto *column = new QVBoxLayout(&pane);
    auto *section = new QWidget; // as the pane has it: a layout between
    auto *inner = new QVBoxLayout(section);
    auto *editor = new TagEditor(u"Tags"_s);
    inner->addWidget(editor);
    column->addWidget(section);
    column->addStretch();
    pane.resize(300, 400);
    pane.show();
    const auto *field = editor->findChild<QLineEdit *>();
    const auto areLaidOut = [&](qsizetype tags) {
        QVector<QRect> places {field->geometry()};
        for (const auto *chip : editor->findChildren<QAbstractButton *>()) {
            if (chip->isVisible()) {
                places << chip->geometry();
            }
        }
        bool isFree = places.size() == tags + 1;
        for (qsizetype i = 0; i < places.size(); ++i) {
            isFree = isFree && editor->rect().contains(places[i]);
            for (qsizetype j = i + 1; j < places.size(); ++j) {
                isFree = isFree && !places[i].intersects(places[j]);
            }
        }
        return isFree;
    };
    for (const QStringList &tags :
         {QStringList {u"alumni"_s, u"finance"_s, u"met at the fair"_s}, QStringList(),
          QStringList {u"vip"_s},
          QStringList {u"alumni"_s, u"banking"_s, u"new york"_s, u"introduced by Grace"_s}}) {
        editor->setTags(tags);
        QVERIFY2(test::spinUntil([&] { return areLaidOut(tags.size()); }), qPrintable(tags.join(u' ')));
        QCoreApplication::sendPostedEvents();
        QVERIFY2(areLaidOut(tags.size()), qPrintable(tags.join(u' '))); // and stay so
    }
}

void TestWidgets::flowCentresALine()
{
    QWidget box;
    auto *flow = new FlowLayout(&box, 10);
    QVector<QWidget *> items;
    for (const int height : {20, 40, 30}) {
        items << new QWidget;
        items.constLast()->setFixedSize(100, height);
        flow->addWidget(items.constLast());
    }
    flow->setGeometry(QRect(0, 0, 210, 100));
    QCOMPARE(items[0]->y(), 10);
    QCOMPARE(items[1]->y(), 0);
    QCOMPARE(items[2]->y(), 50); // alone on the second line
}

void TestWidgets::labelsStandWhereTheLayoutBegins_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<bool>("trailing");
    QTest::addColumn<bool>("right");
    const QString latin = u"Email"_s;
    const QString arabic = u"سارة"_s;
    QTest::newRow("Latin, left to right") << latin << Qt::LeftToRight << false << false;
    QTest::newRow("Latin, right to left") << latin << Qt::RightToLeft << false << true;
    QTest::newRow("Arabic, left to right") << arabic << Qt::LeftToRight << false << false;
    QTest::newRow("Arabic, right to left") << arabic << Qt::RightToLeft << false << true;
    QTest::newRow("at the end, left to right") << arabic << Qt::LeftToRight << true << true;
    QTest::newRow("at the end, right to left") << latin << Qt::RightToLeft << true << false;
}

void TestWidgets::labelsStandWhereTheLayoutBegins()
{
    QFETCH(QString, text);
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(bool, trailing);
    QFETCH(bool, right);
    QWidget box;
    auto *label = makeLabel(text);
    label->setParent(&box);
    label->resize(400, 40);
    if (trailing) {
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    box.show();
    box.setLayoutDirection(direction);
    const QImage drawn = label->grab().toImage();
    int ink = 0; // right of the middle less left of it
    for (int y = 0; y < drawn.height(); ++y) {
        for (int x = 0; x < drawn.width(); ++x) {
            ink += drawn.pixel(x, y) == drawn.pixel(0, 0) ? 0 : (x > drawn.width() / 2 ? 1 : -1);
        }
    }
    QCOMPARE(ink > 0, right);
}

void TestWidgets::busyBarAsksToCancelOnce()
{
    BusyBar bar;
    bar.setProgress(u"Reading"_s, 140);
    QCOMPARE(bar.percent(), 100);
    QSignalSpy asked(&bar, &BusyBar::cancelRequested);
    auto *cancel = bar.findChild<QPushButton *>();
    cancel->click();
    cancel->click();
    QCOMPARE(asked.size(), 1);
    bar.setProgress(u"Reading"_s, 50);
    QVERIFY(!cancel->isEnabled());
    bar.setProgress(u"Writing"_s);
    QVERIFY(cancel->isEnabled());
    QCOMPARE(bar.percent(), -1);
}

void TestWidgets::busyBarWaitsAMoment()
{
    BusyBar bar;
    bar.showSoon();
    QVERIFY(bar.isHidden());
    QTRY_VERIFY(bar.isVisible());
    bar.showSoon();
    QVERIFY(bar.isVisible());
    bar.finish();
    QVERIFY(bar.isHidden());
}

void TestWidgets::keyValuesLeaveOutWhatIsUnknown()
{
    KeyValueList list;
    list.setRows({{u"Email"_s, u"a@b.example"_s, {}, u"mailto:a@b.example"_s},
                  {u"Phone"_s, {}, {}, {}},
                  {u"Note"_s, u"<b>x</b>"_s, {}, {}}});
    QStringList shown;
    for (const QLabel *label : list.findChildren<QLabel *>()) {
        shown.append(label->text());
    }
    QVERIFY(!shown.contains(u"Phone"_s));
    QVERIFY(shown.contains(u"<b>x</b>"_s));
    for (QLabel *label : list.findChildren<QLabel *>()) {
        if (label->text() == u"<b>x</b>"_s) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }
}

void TestWidgets::formRowShowsTheErrorInPlaceOfTheHint()
{
    auto *field = new QLineEdit;
    FormRow row(u"&Company"_s, field, u"Any will do"_s);
    QCOMPARE(field->accessibleName(), u"Company"_s);
    QCOMPARE(field->accessibleDescription(), u"Any will do"_s);
    row.setError(u"Too long"_s);
    QCOMPARE(field->accessibleDescription(), u"Too long"_s);
    row.setError({});
    QCOMPARE(field->accessibleDescription(), u"Any will do"_s);
}

void TestWidgets::elidedLabelKeepsItsText()
{
    ElidedLabel label(u"A very long name that does not fit into a narrow column"_s);
    label.resize(60, 20);
    QVERIFY(label.minimumSizeHint().width() < 60);
    QVERIFY(!label.grab().isNull());
    QCOMPARE(label.text(), u"A very long name that does not fit into a narrow column"_s);
}

void TestWidgets::panesAreKept()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    const auto make = [&settings](QSplitter &splitter) {
        splitter.addWidget(new QWidget);
        splitter.addWidget(new QWidget);
        splitter.resize(400, 100);
        keepSplitter(&splitter, settings, u"contacts"_s);
        splitter.show();
    };
    QSplitter first;
    make(first);
    first.setSizes({300, 91});
    Q_EMIT first.splitterMoved(300, 1);
    QSplitter second;
    make(second);
    QCOMPARE(second.sizes(), first.sizes());
}

void TestWidgets::controlsHaveNames()
{
    QWidget box;
    auto *column = new QVBoxLayout(&box);
    auto *tags = new TagEditor(u"Tags"_s);
    tags->setTags({u"a"_s});
    auto *empty = new EmptyState;
    empty->setPrimary(u"Import"_s);
    auto *segments = new SegmentedControl(u"View"_s);
    segments->addSegment(u"Table"_s);
    for (QWidget *widget : std::initializer_list<QWidget *> {tags, empty, segments, new BusyBar, new Banner,
                                                             new FormRow(u"Title"_s, new QLineEdit)}) {
        column->addWidget(widget);
    }
    QCOMPARE(test::unnamedControls(&box).join(u' '), QString());
}

void TestWidgets::theWheelTurnsNothingWithoutFocus()
{
    const Theme theme(SchemeChoice::light);
    ScrollPage page;
    auto *spin = new QSpinBox;
    auto *combo = new QComboBox;
    combo->addItems({u"one"_s, u"two"_s, u"three"_s});
    combo->setCurrentIndex(1);
    spin->setValue(5);
    page.body()->addWidget(new QLineEdit); // has the focus
    page.body()->addWidget(spin);
    page.body()->addWidget(combo);
    page.body()->addSpacing(2000);
    page.resize(300, 200);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const auto turn = [](QWidget *over) {
        QWheelEvent event(over->rect().center(), over->mapToGlobal(over->rect().center()), {}, {0, -120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(over, &event);
    };
    turn(spin);
    turn(combo);
    QCOMPARE(spin->value(), 5);
    QCOMPARE(combo->currentIndex(), 1);
    QVERIFY(!spin->hasFocus() && !combo->hasFocus());
    spin->setFocus();
    turn(spin);
    QCOMPARE(spin->value(), 4);
}

void TestWidgets::aBusyButtonKeepsThePlace()
{
    ScrollPage page;
    auto *first = new QLineEdit;
    auto *button = new QPushButton(u"Back up"_s);
    auto *after = new QPushButton(u"After"_s);
    page.body()->addWidget(first);
    page.body()->addSpacing(2000);
    page.body()->addWidget(button);
    page.body()->addWidget(after);
    page.resize(300, 200);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    after->setEnabled(false); // the next in line would be the first field
    button->setFocus();
    page.verticalScrollBar()->setValue(page.verticalScrollBar()->maximum());
    const int place = page.verticalScrollBar()->value();
    button->setEnabled(false);
    QVERIFY(!first->hasFocus());
    QTest::keyClicks(&page, u"abc"_s);
    QVERIFY(first->text().isEmpty());
    QCOMPARE(page.verticalScrollBar()->value(), place);
    button->setEnabled(true);
    QVERIFY(button->hasFocus());
    button->setEnabled(false);
    QTest::keyClick(button, Qt::Key_Tab); // the user may go on all the same
    QVERIFY(first->hasFocus());
}

void TestWidgets::theFocusOfAFlatToolButtonIsSeen()
{
    const Theme theme(SchemeChoice::light);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *field = new QLineEdit;
    auto *button = new QToolButton;
    button->setText(u"Columns"_s);
    button->setAutoRaise(true);
    column->addWidget(field);
    column->addWidget(button);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field->setFocus();
    const QImage without = button->grab().toImage();
    QTest::keyClick(field, Qt::Key_Tab);
    QVERIFY(button->hasFocus());
    QVERIFY(button->grab().toImage() != without);
}
