// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "flows/templateflow.h"
#include "flows/voiceflow.h"
#include "store/templatereader.h"
#include "store/voicefacts.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/settings/settingsview.h"
#include "ui/support/workdesk.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::spinUntil;
using test::WorkDesk;

namespace {

const QString text =
        u"I saw that you {{doing}} at {{firm}}. I would like to hear how you found your way into this work, "
        "which of your choices mattered most along the way, and what you would do differently if you were "
        "to start again today.\n\nWould you be open to a call of 15 minutes in the next few weeks? Thank "
        "you for reading this."_s;

/// A shown Settings page with a sender and a contact.
struct Writing
{
    WorkDesk desk;
    ui::SettingsView *view = nullptr;

    ~Writing() { desk.closeView(); }

    bool open()
    {
        if (!desk.open() || !desk.setSender() || !desk.add({test::somebody(1), test::somebody(2)})) {
            return false;
        }
        view = new ui::SettingsView(desk.services(), desk.theme());
        return desk.show(view);
    }
    [[nodiscard]] Profile profile() { return desk.services().reader.profile().value_or(Profile {}); }
    [[nodiscard]] QVector<OwnTemplate> templates()
    {
        return store::ownTemplates(desk.services().reader).value_or(QVector<OwnTemplate>());
    }
    [[nodiscard]] Result<> keep(const VoiceRule &rule)
    {
        store::Operation operation;
        operation.facts.push_back(store::factOf(rule));
        const auto kept = test::await(desk.services().store.apply(std::move(operation)));
        return kept ? Result<> {} : std::unexpected(kept.error());
    }
    // The dialog for a new template, filled in.
    void write(const QString &name, const QString &body)
    {
        desk.child<QAbstractButton>(u"templatesNew"_s)->click();
        desk.child<QLineEdit>(u"template.name"_s)->setText(name);
        desk.child<QLineEdit>(u"template.subject"_s)->setText(u"Your work at {{firm}}"_s);
        desk.child<QPlainTextEdit>(u"template.body"_s)->setPlainText(body);
    }
};

VoiceRule rule(const QString &kind, const QString &from, const QString &to, int seen)
{
    VoiceRule made;
    made.id = kind;
    made.kind = kind;
    made.from = from;
    made.to = to;
    made.seenAt = u"2026-03-0%1T00:00:00.000Z"_s.arg(seen);
    for (int i = 0; i < seen; ++i) {
        made.drafts << QString::number(i);
    }
    return made;
}

} // namespace

void TestWriting::keepsToneLengthAndSignOff()
{
    Writing page;
    QVERIFY(page.open());
    page.view->showWriting();
    page.desk.child<ui::SegmentedControl>(u"writingTone"_s)->findChildren<QAbstractButton *>()[2]->click();
    QVERIFY(spinUntil([&] { return page.profile().writing.tone == Tone::formal; }));
    QTest::keyClicks(page.desk.child<QLineEdit>(u"writingSignOff"_s), u"Cheers"_s);
    QVERIFY(spinUntil([&] { return page.profile().writing.signOff == "Cheers"_L1; }));
    page.desk.child<QCheckBox>(u"writingWithholdSchool"_s)->click();
    QVERIFY(spinUntil([&] { return page.profile().writing.withholdSchool; }));
    QCOMPARE(page.profile().writing.tone, Tone::formal);
}

void TestWriting::writesATemplateWithErrorsAndPreview()
{
    Writing page;
    QVERIFY(page.open());
    page.write(u"Mine"_s, u"You work at {{frim}}."_s);
    auto *problems = page.desk.child<QLabel>(u"template.problems"_s);
    auto *save = page.desk.child<QAbstractButton>(u"template.save"_s);
    QVERIFY2(problems->text().contains(u"did you mean \"firm\"?"_s), qPrintable(problems->text()));
    QVERIFY(!save->isEnabled());
    QCOMPARE(page.desk.child<QPlainTextEdit>(u"template.body"_s)->extraSelections().size(), 1);
    page.desk.child<QPlainTextEdit>(u"template.body"_s)->setPlainText(text);
    QVERIFY(save->isEnabled());
    QVERIFY(problems->isHidden());
    auto *preview = page.desk.child<QLabel>(u"template.preview"_s);
    const QString firm = test::somebody(1).company();
    QVERIFY(spinUntil([&] {
        return preview->text().contains(u"at "_s + firm)
                || preview->text().contains(test::somebody(2).company());
    }));
    QVERIFY(!preview->text().contains(u"{{"_s));
    page.desk.child<QPlainTextEdit>(u"template.body"_s)->setPlainText(u"You work at {{firm}}."_s);
    auto *findings = page.desk.child<QLabel>(u"template.findings"_s);
    QVERIFY(spinUntil([&] { return findings->text().contains(u"words"_s); }));
    page.desk.child<QPlainTextEdit>(u"template.body"_s)->setPlainText(text);
    save->click();
    QVERIFY(spinUntil([&] { return page.templates().size() == 1; }));
    QVERIFY(page.desk.waitShown(u"template_delete_Mine"_s));
    page.desk.child<QAbstractButton>(u"template_delete_Mine"_s)->click();
    QVERIFY(spinUntil([&] { return page.templates().isEmpty(); }));
    VERIFY_OK(test::await(page.desk.services().store.undo()));
    QVERIFY(page.desk.waitShown(u"template_delete_Mine"_s));
}

void TestWriting::insertsVariablesWhereOneWrites()
{
    Writing page;
    QVERIFY(page.open());
    page.write(u"Mine"_s, text);
    auto *subject = page.desk.child<QLineEdit>(u"template.subject"_s);
    auto *body = page.desk.child<QPlainTextEdit>(u"template.body"_s);
    const auto insertFirst = [&] {
        const auto *button = page.desk.child<QPushButton>(u"template.variables"_s);
        button->menu()->actions()[0]->menu()->actions()[0]->trigger();
    };
    body->setFocus();
    QVERIFY(spinUntil([&] { return body->hasFocus(); }));
    subject->setText(u"Your work"_s); // moves its cursor, and is not where one writes
    insertFirst();
    QVERIFY(!subject->text().contains(u"{{"_s));
    QVERIFY(body->toPlainText() != text);
    subject->setFocus();
    QVERIFY(spinUntil([&] { return subject->hasFocus(); }));
    insertFirst();
    QVERIFY(subject->text().contains(u"{{"_s));
}

void TestWriting::savesATemplateOnce()
{
    Writing page;
    QVERIFY(page.open());
    page.write(u"Mine"_s, text + u" Words\u00a0together."_s);
    auto *save = page.desk.child<QAbstractButton>(u"template.save"_s);
    save->click();
    QVERIFY(!save->isEnabled());
    save->click();
    QVERIFY(spinUntil([&] { return !page.templates().isEmpty(); }));
    QVERIFY(spinUntil(
            [&] { return page.desk.window().findChild<QDialog *>(u"templateDialog"_s) == nullptr; }));
    QCOMPARE(page.templates().size(), 1);
    QVERIFY(page.templates()[0].body.contains(QChar(0xa0))); // no-break spaces are the user's
}

void TestWriting::asksBeforeItLetsATemplateGo()
{
    Writing page;
    QVERIFY(page.open());
    page.write(u"Mine"_s, text);
    auto *dialog = page.desk.child<QDialog>(u"templateDialog"_s);
    dialog->reject();
    QVERIFY(dialog->isVisible());
    QVERIFY(page.desk.waitShown(u"templateDiscardNo"_s));
    page.desk.child<QAbstractButton>(u"templateDiscardNo"_s)->click();
    QVERIFY(spinUntil([&] { return dialog->findChild<QDialog *>(u"templateDiscard"_s) == nullptr; }));
    QVERIFY(dialog->isVisible());
    QCOMPARE(page.desk.child<QPlainTextEdit>(u"template.body"_s)->toPlainText(), text);
    dialog->reject();
    QVERIFY(page.desk.waitShown(u"templateDiscardYes"_s));
    page.desk.child<QAbstractButton>(u"templateDiscardYes"_s)->click();
    QVERIFY(spinUntil(
            [&] { return page.desk.window().findChild<QDialog *>(u"templateDialog"_s) == nullptr; }));
    page.desk.child<QAbstractButton>(u"templatesNew"_s)->click();
    page.desk.child<QDialog>(u"templateDialog"_s)->reject(); // nothing was written
    QVERIFY(spinUntil(
            [&] { return page.desk.window().findChild<QDialog *>(u"templateDialog"_s) == nullptr; }));
    QVERIFY(page.templates().isEmpty());
}

void TestWriting::aBadSignOffKeepsNothingElseBack()
{
    Writing page;
    QVERIFY(page.open());
    page.view->showWriting();
    auto *signOff = page.desk.child<QLineEdit>(u"writingSignOff"_s);
    const QString wordy = u"With the very best of all wishes"_s;
    QTest::keyClicks(signOff, wordy);
    page.desk.child<QCheckBox>(u"writingWithholdSchool"_s)->click();
    QVERIFY(spinUntil([&] { return page.profile().writing.withholdSchool; }));
    auto *problem = page.desk.child<QLabel>(u"writingProblem"_s);
    QVERIFY(problem->isVisible() && !problem->text().isEmpty());
    QCOMPARE(signOff->text(), wordy);
    QVERIFY(page.profile().writing.signOff.isEmpty());
    signOff->clear();
    QTest::keyClicks(signOff, u"Kind "_s); // the space before the next word
    QVERIFY(spinUntil([&] { return page.profile().writing.signOff == "Kind"_L1; }));
    QTest::qWait(20);
    QCOMPARE(signOff->text(), u"Kind "_s);
    QVERIFY(problem->isHidden());
}

void TestWriting::pinsAndDeletesRules()
{
    Writing page;
    QVERIFY(page.desk.open());
    VERIFY_OK(page.keep(rule(u"sign_off"_s, u"Best regards"_s, u"Cheers"_s, 1)));
    page.view = new ui::SettingsView(page.desk.services(), page.desk.theme());
    QVERIFY(page.desk.show(page.view));
    const auto rules = [&] {
        return flows::listedVoiceRules(page.desk.services().reader).value_or(QVector<VoiceRule>());
    };
    page.desk.child<QAbstractButton>(u"voice_pin_sign_off"_s)->click();
    QVERIFY(spinUntil([&] { return rules().value(0).pinned; }));
    page.desk.child<QAbstractButton>(u"voice_delete_sign_off"_s)->click();
    QVERIFY(spinUntil([&] { return rules().isEmpty(); }));
}

void TestWriting::inPictures()
{
    const QString folder = qEnvironmentVariable("CREMA_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("CREMA_PICTURES names no folder.");
    }
    Writing page;
    QVERIFY(page.open());
    VERIFY_OK(page.keep(rule(u"sign_off"_s, u"Best regards"_s, u"Cheers"_s, 3)));
    VERIFY_OK(page.keep(rule(u"drop"_s, u"Thank you for your time."_s, {}, 2)));
    VERIFY_OK(page.keep(rule(u"replace"_s, u"I would like"_s, u"I'd love"_s, 1)));
    for (const QString &name : {u"Alumni"_s, u"Short and plain"_s}) {
        OwnTemplate own;
        own.name = name;
        own.subject = u"Your work at {{firm}}"_s;
        own.body = text;
        VERIFY_OK(test::await(flows::saveTemplate(&page.desk.services(), {}, own)));
    }
    page.desk.closeView();
    page.view = new ui::SettingsView(page.desk.services(), page.desk.theme());
    QVERIFY(page.desk.show(page.view));
    const auto keepBoth = [&](const QString &name, const std::function<QWidget *()> &widget) {
        for (const auto &[scheme, word] :
             {std::pair(ui::SchemeChoice::light, u"light"_s), std::pair(ui::SchemeChoice::dark, u"dark"_s)}) {
            page.desk.theme().setChoice(scheme);
            QTest::qWait(300);
            QVERIFY(widget()->grab().save(QDir(folder).filePath(name + u'-' + word + u".png"_s)));
        }
    };
    page.view->showWriting();
    keepBoth(u"writing"_s, [&] { return &page.desk.window(); });
    page.view->showTemplates();
    keepBoth(u"templates"_s, [&] { return &page.desk.window(); });
    page.write(u"Mine"_s, text + u" You live in {{citty}}."_s);
    keepBoth(u"template-wrong"_s,
             [&]() -> QWidget * { return page.desk.child<QDialog>(u"templateDialog"_s); });
    page.desk.child<QPlainTextEdit>(u"template.body"_s)->setPlainText(text + u" I study astrology."_s);
    keepBoth(u"template"_s, [&]() -> QWidget * { return page.desk.child<QDialog>(u"templateDialog"_s); });
}
