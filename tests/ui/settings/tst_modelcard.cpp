// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "flows/modelserver.h"
#include "support/modelserver.h"
#include "support/spin.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/settings/modelcard.h"
#include "ui/support/workdesk.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace crema;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<ModelServer> stand;

/// The card in a window, with the stand-in typed as the server.
struct Card
{
    WorkDesk desk;
    ui::ModelCard *card = nullptr;

    ~Card() { desk.closeView(); }

    bool open()
    {
        if (!desk.open()) {
            return false;
        }
        card = new ui::ModelCard(desk.services());
        return desk.show(card);
    }
    void type(const QString &server, const QString &model)
    {
        desk.child<QComboBox>(u"modelServer"_s)->setCurrentText(server);
        desk.child<QComboBox>(u"modelName"_s)->setCurrentText(model);
    }
    QString words() { return desk.text(u"modelWords"_s); }
    [[nodiscard]] Result<llm::Server> chosen()
    {
        return flows::modelServer(desk.services().reader, desk.services().deployment);
    }
};

} // namespace

void TestModelCard::initTestCase()
{
    stand = std::make_unique<ModelServer>();
    if (!stand->isRunning()) {
        QSKIP("There is no /usr/bin/python3 for the stand-in of the model server.");
    }
}

void TestModelCard::cleanupTestCase()
{
    stand.reset();
}

void TestModelCard::aServerIsChosen()
{
    Card card;
    QVERIFY(card.open());
    QCOMPARE(card.desk.child<QComboBox>(u"modelServer"_s)->currentText(), u"https://api.openai.com/v1"_s);
    QVERIFY(!card.desk.child<QPushButton>(u"modelSave"_s)->isEnabled());
    const QString address = stand->baseUrl().toString();
    card.type(address, u"good"_s);
    QSignalSpy changed(card.card, &ui::ModelCard::serverChanged);
    QVERIFY(card.desk.click(u"modelSave"_s));
    QVERIFY(spinUntil([&] { return card.words().startsWith(u"Saved."_s); }));
    QCOMPARE(changed.size(), 1);
    const auto server = card.chosen();
    QVERIFY(server);
    QCOMPARE(server->baseUrl.toString(), address);
    QCOMPARE(server->model, u"good"_s);
}

void TestModelCard::aWrongAddressIsToldAndChangesNothing()
{
    Card card;
    QVERIFY(card.open());
    card.type(u"http://llm.example/v1"_s, u"good"_s);
    QVERIFY(card.desk.click(u"modelSave"_s));
    QVERIFY(spinUntil([&] { return card.words().contains(u"https"_s); }));
    QCOMPARE(card.chosen()->baseUrl.toString(), u"https://api.openai.com/v1"_s);
    QCOMPARE(card.desk.child<QComboBox>(u"modelServer"_s)->currentText(), u"http://llm.example/v1"_s);
}

void TestModelCard::modelsAreListed()
{
    Card card;
    QVERIFY(card.open());
    card.type(stand->baseUrl().toString(), u"mine"_s);
    QVERIFY(card.desk.click(u"modelList"_s));
    auto *models = card.desk.child<QComboBox>(u"modelName"_s);
    QVERIFY(spinUntil([&] { return models->findText(u"invented"_s) >= 0; }));
    QCOMPARE(models->currentText(), u"mine"_s); // what was typed stays
}

void TestModelCard::theWriterIsChosen()
{
    Card card;
    QVERIFY(card.open());
    QCOMPARE(flows::preferredWriter(card.desk.services().reader), u"template"_s);
    auto *writer = card.desk.child<ui::SegmentedControl>(u"settingsWriter"_s);
    const auto segments = writer->findChildren<QAbstractButton *>();
    QCOMPARE(segments.size(), 2);
    segments[1]->click();
    QVERIFY(spinUntil([&] { return flows::preferredWriter(card.desk.services().reader) == u"llm"_s; }));
}
