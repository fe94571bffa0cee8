// SPDX-License-Identifier: GPL-3.0-or-later
#include "fullpage.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "support/support.h"
#include "ui/common/banner.h"
#include "ui/contacts/contactfields.h"
#include "ui/contacts/contactpane.h"
#include "ui/contacts/importdialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace {

/// The page with one contact in the pane.
struct Kept : Full
{
    bool open(const QString &id) { return Full::open() && show(id); }
    bool show(const QString &id)
    {
        desk.page().showContact(id);
        return spinUntil([&] { return pane().contactId() == id && pane().isVisible(); });
    }
    /// At once, as when the list moves on.
    void showNow(const QString &id) { pane().showContact(*desk.page().presenter().detail(id)); }
    ContactPane &pane() { return *desk.child<ContactPane>(u"contacts.pane"_s); }
    /// The one that can be seen: those of another contact go a moment later, new ones come with their layout.
    QLineEdit *line(const QString &field)
    {
        for (auto *line : pane().findChildren<QLineEdit *>(u"contacts.pane."_s + field)) {
            if (line->isVisible()) {
                return line;
            }
        }
        return nullptr;
    }
    bool hasLine(const QString &field)
    {
        return spinUntil([&] { return line(field) != nullptr; });
    }
    bool type(const QString &field, const QString &text)
    {
        if (!hasLine(field)) {
            return false;
        }
        QLineEdit *at = line(field);
        at->setFocus();
        at->selectAll();
        QTest::keyClicks(at, text);
        return true;
    }
    QString addressOf(const QString &id) { return u"addresses/"_s + desk.contact(id).addresses[0].id; }
    /// As another view or device does it.
    bool write(const QString &id, const flows::FieldValues &values)
    {
        return test::await(flows::setContactFields(&desk.services(), id, values)).has_value();
    }
    void choose(const QString &field, const QString &value)
    {
        Q_EMIT desk.child<ContactFields>({})->fieldChosen(field, value);
    }
    bool answered()
    {
        return spinUntil([&] { return !desk.page().awaitsAnswer(); });
    }
    QString told()
    {
        const auto *banner = desk.child<Banner>({});
        return banner->isVisible() ? banner->accessibleName() : QString();
    }
    QString copyTold()
    {
        desk.child<QPushButton>(u"bannerAction"_s)->click();
        return QGuiApplication::clipboard()->text();
    }
};

} // namespace

void TestContactsKept::enterAddsAndEscapeAsks()
{
    Full full;
    QVERIFY(full.open());
    full.desk.actions().find(u"contacts.add"_s)->trigger();
    QDialog *dialog = dialogNamed(u"contacts.addDialog"_s);
    QVERIFY(dialog != nullptr);
    auto *name = dialog->findChild<QLineEdit *>(u"form.firstName"_s);
    auto *email = dialog->findChild<QLineEdit *>(u"form.email"_s);
    name->setFocus();
    QTest::keyClicks(name, u"Ines"_s);
    QTest::keyClick(name, Qt::Key_Escape);
    auto *question = dialog->findChild<QMessageBox *>(u"form.discardQuestion"_s);
    QVERIFY(question != nullptr && question->isVisible());
    QTest::keyClick(question, Qt::Key_Escape); // goes back
    QVERIFY(dialog->isVisible());
    QCOMPARE(name->text(), u"Ines"_s);
    QTest::keyClicks(email, u"not an address"_s);
    QTest::keyClick(email, Qt::Key_Return);
    QVERIFY(!email->accessibleDescription().isEmpty()); // what is wrong is said
    email->setText(u"ines@nordlicht.example"_s);
    QTest::keyClick(email, Qt::Key_Return);
    QVERIFY(full.desk.waitForRows(everyone + 1));
}

void TestContactsKept::theBarGivesWay_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("words");
    QTest::newRow("wide") << 1500 << true;
    QTest::newRow("a window of 1100") << 840 << false;
    QTest::newRow("a window of 900") << 640 << false;
}

void TestContactsKept::theBarGivesWay()
{
    QFETCH(int, width);
    QFETCH(bool, words);
    Full full;
    QVERIFY(full.open());
    full.desk.page().showContact(u"p0"_s);
    full.desk.page().resize(width, 600);
    auto *write = full.desk.child<QToolButton>(u"contacts.write.tool"_s);
    QTRY_COMPARE(write->toolButtonStyle() == Qt::ToolButtonTextBesideIcon, words);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(full.desk.page().width(), width); // nothing in it wants more
    QVERIFY(write->width() >= write->sizeHint().width());
    auto *count = full.desk.child<QLabel>(u"contacts.count"_s);
    QVERIFY(count->width() >= count->fontMetrics().horizontalAdvance(count->text()));
    for (const auto *segment :
         full.desk.child<QWidget>(u"contacts.layouts"_s)->findChildren<QAbstractButton *>()) {
        QVERIFY(segment->width() >= segment->sizeHint().width());
    }
    const auto *close = full.desk.child<QToolButton>(u"contacts.pane.close"_s);
    const auto right = [&] { return close->mapTo(&full.desk.page(), close->rect().topRight()).x(); };
    QTRY_VERIFY2(right() < width, qPrintable(QString::number(right())));
}

void TestContactsKept::aHalfTypedTagIsForWhomItWasTyped()
{
    Full full;
    QVERIFY(full.open());
    const auto *pane = full.desk.child<ContactPane>(u"contacts.pane"_s);
    const auto show = [&](const QString &id) {
        full.desk.page().showContact(id);
        return spinUntil([&] { return pane->contactId() == id && pane->isVisible(); });
    };
    QVERIFY(show(u"p1"_s));
    auto *line = full.desk.child<QWidget>(u"contacts.pane.tags"_s)->findChild<QLineEdit *>();
    const QStringList first = full.desk.contact(u"p1"_s).tags;
    const QStringList second = full.desk.contact(u"p2"_s).tags;
    line->setFocus();
    QTest::keyClicks(line, u"spring"_s);
    QVERIFY(show(u"p2"_s));
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p1"_s).tags == first + QStringList {u"spring"_s}; }));
    QVERIFY(line->text().isEmpty());
    QCOMPARE(full.desk.contact(u"p2"_s).tags, second);
    QTest::keyClicks(line, u"autumn"_s);
    full.desk.page().handOver(); // as when the window closes
    QVERIFY(full.desk.page().awaitsAnswer());
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p2"_s).tags == second + QStringList {u"autumn"_s}; }));
}

void TestContactsKept::whatWasRefusedHasFieldAndPerson()
{
    Full full;
    QVERIFY(full.open());
    full.desk.page().showContact(u"p1"_s);
    const QString id = full.desk.contact(u"p1"_s).addresses.value(0).id;
    QLineEdit *email = nullptr;
    QVERIFY(spinUntil([&] {
        email = full.desk.child<QLineEdit>(u"contacts.pane.addresses/"_s + id);
        return email != nullptr && email->isVisible();
    }));
    email->setFocus();
    email->selectAll();
    QTest::keyClicks(email, u"nowhere"_s);
    full.desk.page().handOver();
    QVERIFY(spinUntil([&] { return !full.desk.page().awaitsAnswer(); }));
    const QVector<UnsavedEdit> expected {{u"Email"_s, full.desk.contact(u"p1"_s).name(), u"nowhere"_s}};
    QCOMPARE(full.desk.page().refused(), expected);
}

void TestContactsKept::tagsThatAreOnTheirWayAreAddedTo()
{
    Kept kept;
    QVERIFY(kept.open(u"p1"_s));
    const QStringList before = kept.desk.contact(u"p1"_s).tags;
    auto *line = kept.desk.child<QWidget>(u"contacts.pane.tags"_s)->findChild<QLineEdit *>();
    QTest::keyClicks(line, u"spring,"_s);
    QVERIFY(kept.desk.page().awaitsAnswer());
    kept.showNow(u"p2"_s);
    kept.showNow(u"p1"_s); // as it is stored
    QTest::keyClicks(line, u"autumn,"_s);
    QVERIFY(kept.answered());
    QStringList both = before + QStringList({u"spring"_s, u"autumn"_s});
    both.sort(); // a set
    QCOMPARE(kept.desk.contact(u"p1"_s).tags, both);
}

void TestContactsKept::whatBelongsToARemovedAddressIsTold_data()
{
    QTest::addColumn<bool>("isKind");
    QTest::newRow("its text, while another contact is shown") << false;
    QTest::newRow("its kind") << true;
}

void TestContactsKept::whatBelongsToARemovedAddressIsTold()
{
    QFETCH(bool, isKind);
    Kept kept;
    QVERIFY(kept.open(u"p1"_s));
    const QString address = kept.addressOf(u"p1"_s);
    const QString text = isKind ? u"assistant"_s : u"sofia@harbour.example"_s;
    if (!isKind) {
        QVERIFY(kept.type(address, text));
    }
    QVERIFY(kept.write(u"p1"_s, {{address, {}}}));
    if (isKind) {
        kept.choose(address + u"/kind"_s, text);
    } else {
        QVERIFY(kept.show(u"p2"_s));
    }
    QVERIFY(kept.answered());
    QCOMPARE(kept.desk.page().refused().size(), 1);
    QVERIFY2(kept.told().startsWith(u"1 text "_s), qPrintable(kept.told()));
    QVERIFY2(kept.told().contains(isKind ? u"Email kind of "_s : u"Email of "_s), qPrintable(kept.told()));
    QVERIFY2(kept.told().contains(text) && kept.told().contains(u"deleted"_s), qPrintable(kept.told()));
    QCOMPARE(kept.copyTold(), text);
    QVERIFY(kept.desk.page().refused().isEmpty());
    QVERIFY2(kept.told().isEmpty(), qPrintable(kept.told()));
}

void TestContactsKept::aRemovedAddressIsGivenUpInItsLine()
{
    Kept kept;
    QVERIFY(kept.open(u"p1"_s));
    const QString address = kept.addressOf(u"p1"_s);
    QVERIFY(kept.type(address, u"sofia@harbour.example"_s));
    QVERIFY(kept.write(u"p1"_s, {{address, {}}}));
    kept.desk.page().handOver();
    QVERIFY(kept.answered());
    QVERIFY2(kept.told().isEmpty(), qPrintable(kept.told())); // its line does
    QVERIFY(kept.line(address)->accessibleDescription().contains(u"deleted"_s));
    QVERIFY(kept.show(u"p2"_s));
    QVERIFY(kept.show(u"p1"_s));
    QVERIFY(kept.hasLine(address));
    QCOMPARE(kept.line(address)->text(), u"sofia@harbour.example"_s);
    QTest::keyClick(kept.line(address), Qt::Key_Escape);
    QVERIFY(kept.desk.page().refused().isEmpty());
    QVERIFY(spinUntil([&] { return kept.line(address) == nullptr; }));
    QVERIFY(kept.hasLine(u"addresses/+"_s));
}

void TestContactsKept::whatCannotBeChosenIsToldWithItsReason()
{
    Kept kept;
    QVERIFY(kept.open(u"p1"_s));
    QVERIFY(kept.write(u"p1"_s,
                       {{u"links/+"_s, u"https://www.linkedin.com/in/sofia"_s},
                        {kept.addressOf(u"p1"_s), {}},
                        {u"firstName"_s, {}},
                        {u"lastName"_s, {}}}));
    kept.choose(u"links/%1/kind"_s.arg(kept.desk.contact(u"p1"_s).links[0].id), u"website"_s);
    QVERIFY(kept.answered());
    QVERIFY2(kept.told().contains(u"website"_s) && kept.told().contains(u"A contact needs"_s),
             qPrintable(kept.told()));
    QCOMPARE(kept.copyTold(), u"website"_s);
    QVERIFY(kept.desk.page().refused().isEmpty());
}

void TestContactsKept::aRefusedFieldThatIsFoldedAwayIsShownAgain()
{
    Kept kept;
    QVERIFY(kept.open(u"p1"_s));
    const QString field = u"connectedOn"_s;
    auto *all = kept.desk.child<QPushButton>(u"contacts.pane.allFields"_s);
    all->setChecked(true);
    QVERIFY(kept.type(field, u"whenever"_s));
    kept.desk.page().handOver();
    QVERIFY(kept.answered());
    QCOMPARE(kept.desk.page().refused().size(), 1);
    all->setChecked(false);
    QVERIFY(kept.show(u"p2"_s));
    QVERIFY(kept.line(field) == nullptr);
    QVERIFY(kept.show(u"p1"_s));
    QVERIFY(kept.hasLine(field));
    QCOMPARE(kept.line(field)->text(), u"whenever"_s);
}

void TestContactsKept::theHeaderShowsTheSort()
{
    Full full;
    QVERIFY(full.open());
    const QHeaderView *header = full.table->horizontalHeader();
    full.desk.page().presenter().setSort(ContactColumn::company, Qt::DescendingOrder);
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(ContactColumn::company));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
}

void TestContactsKept::theNewestAreSelectedOnce()
{
    Full full;
    QVERIFY(full.open());
    ContactsPresenter &presenter = full.desk.page().presenter();
    const auto chosen = [&] { return full.table->selectionModel()->selectedRows().size(); };
    full.desk.actions().findChild<QAction *>(u"contacts.import"_s)->trigger();
    auto *dialog = full.desk.page().findChild<ImportDialog *>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->showRequested(3);
    QVERIFY(spinUntil([&] { return chosen() == 3; }));
    full.table->clearSelection();
    Q_EMIT dialog->showRequested(2);
    presenter.setSort(ContactColumn::name, Qt::AscendingOrder); // the user has something else in mind
    QSignalSpy listed(&presenter, &ContactsPresenter::listed);
    presenter.setSort(ContactColumn::added, Qt::DescendingOrder);
    QVERIFY(listed.wait());
    QCOMPARE(chosen(), 0);
}

void TestContactsKept::theHeadOfThePaneKeepsTheFocus()
{
    ContactPane pane;
    pane.resize(380, 700);
    pane.show();
    auto *status = pane.findChild<QPushButton *>(u"contacts.pane.status"_s);
    const QWidget *head = status->parentWidget();
    QCOMPARE(head->parentWidget(), &pane);
    status->setFocus();
    pane.resize(380, 1); // as low as it gets
    QTRY_VERIFY(head->parentWidget() != &pane); // it scrolls with the rest
    QVERIFY(status->isVisible());
    QCOMPARE(pane.focusWidget(), status);
}
