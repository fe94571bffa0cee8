// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage.h"
#include "tests.h"

#include "flows/modelserver.h"
#include "flows/resumehelp.h"
#include "support/modelserver.h"
#include "support/support.h"
#include "ui/account/resumedialog.h"
#include "ui/account/textdialog.h"
#include "ui/support/album.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using namespace crema;
using test::Account;
using test::Album;

namespace {

/// Reads a file, opens the view, chooses a fact and takes its picture.
void drawView(Account &account, const QString &file, const QString &password, int fact, const QString &name,
              const Album &album)
{
    if (!test::await(flows::setResume(&account.desk.services(), file, password))) {
        return;
    }
    test::settle();
    (void)account.desk.click(u"resumeOpen"_s);
    auto *view = account.desk.child<ui::ResumeDialog>(u"resumeView"_s);
    if (view == nullptr) {
        return;
    }
    test::settle();
    view->findChild<QTableWidget *>(u"resumeFacts"_s)->setCurrentCell(fact, 1);
    album.keep(*view, name);
    view->findChild<QPlainTextEdit *>(u"factEdit"_s)->setPlainText(u"Northwind Traders Ltd"_s);
    view->findChild<QPlainTextEdit *>(u"factEdit"_s)->document()->setModified(true);
    view->findChild<QPushButton *>(u"factSave"_s)->setEnabled(true);
    view->findChild<QPushButton *>(u"factSave"_s)->click();
    album.keep(*view, name + u"-corrected"_s);
    view->close();
    test::settle(50);
}

QByteArray longText()
{
    QByteArray text = test::resumeText();
    for (int i = 0; i < 60; ++i) {
        text += "\nFirm number " + QByteArray::number(i)
                + " Ltd, Analyst, 2019 - 2021\n- Built and ran the weekly forecast of the harbour's traffic "
                  "for "
                  "the whole of the northern coast, with four people and no budget to speak of\n";
    }
    return text;
}

/// What a model is told, and what it filled in.
void drawHelp(Account &account, const Album &album)
{
    test::ModelServer server;
    server.control({{"facts", {{{"field", "companies"}, {"text", "Halden Pike"}, {"line", 5}}}}});
    (void)test::await(
            flows::setModelServer(&account.desk.services(), server.baseUrl().toString(), u"good"_s));
    const QString file = account.write(u"Short.txt"_s,
                                       "Robin Sample\nrobin@students.example\n\nEXPERIENCE\nHalden "
                                       "Pike\nLisbon Quay\n2024 - 2025\n- Built a model\n");
    const auto resume = test::await(flows::setResume(&account.desk.services(), file, {}));
    test::settle();
    (void)account.desk.click(u"resumeOpen"_s);
    auto *view = account.desk.child<ui::ResumeDialog>(u"resumeView"_s);
    if (!resume || view == nullptr) {
        return;
    }
    view->findChild<QPushButton *>(u"resumeAskModel"_s)->click();
    test::settle();
    if (auto *prompt = view->findChild<QDialog *>(u"promptDialog"_s)) {
        album.keep(*prompt, u"resume-prompt"_s);
        prompt->close();
    }
    if (const auto prompt = test::await(flows::resumePrompt(&account.desk.services(), resume->id))) {
        (void)test::await(flows::askForFacts(&account.desk.services(), resume->id, *prompt, {}));
    }
    test::settle();
    album.keep(*view, u"resume-helped"_s);
    view->close();
    test::settle(50);
}

void drawAll(ui::SchemeChoice scheme, const Album &album)
{
    Account account;
    account.desk.theme().setChoice(scheme);
    if (!account.open()) {
        return;
    }
    album.keep(account.desk.window(), u"resume-card-empty"_s);
    drawView(account, test::fixture(u"resume/files/writer.pdf"_s), {}, 9, u"resume-pdf"_s, album);
    drawView(account, account.write(u"cv.txt"_s, test::resumeText()), {}, 10, u"resume-text"_s, album);
    drawView(account, account.write(u"long.txt"_s, longText()), {}, 70, u"resume-long"_s, album);
    drawView(account, account.write(u"Nothing in it.txt"_s, "hello there\n"), {}, 4, u"resume-nothing"_s,
             album);
    drawView(account, test::fixture(u"resume/files/password.pdf"_s), u"lisboa"_s, 0, u"resume-locked"_s,
             album);
    drawHelp(account, album);
    ui::AccountView *page = account.view;
    test::WorkDesk::bringIntoView(account.desk.child<QWidget>(u"resumeRemove"_s));
    album.keep(account.desk.window(), u"resume-card"_s);
    page->readResume(test::fixture(u"resume/files/scan.pdf"_s));
    test::settle();
    if (auto *dialog = account.desk.child<ui::TextDialog>(u"resumeTextDialog"_s)) {
        album.keep(*dialog, u"resume-scan"_s);
    }
}

} // namespace

void drawResumes(const QString &folder)
{
    drawAll(ui::SchemeChoice::light, {folder, u"-light"_s});
    drawAll(ui::SchemeChoice::dark, {folder, u"-dark"_s});
}
