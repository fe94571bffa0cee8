// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how long the window stands still with many contacts: CREMA_STALLS=100000 CREMA_GRAB=DIR
// tst_ui_window
#include "tests.h"

#include "flows/services.h"
#include "support/spin.h"
#include "ui/contacts/boardlist.h"
#include "ui/contacts/contactboard.h"
#include "ui/contacts/contactspage.h"
#include "ui/contacts/contactstableview.h"
#include "ui/support/workdesk.h"
#include "window/windowcomposition.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QSettings>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace std::chrono_literals;

namespace {

/// Beats while the event loop runs; what it misses is what the user feels.
class Heart
{
public:
    Heart()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_longest = std::max(m_longest, m_beat.restart()); });
        m_timer.start(2);
    }
    template <typename Action, typename Until>
    void step(const char *name, Action action, Until until)
    {
        m_longest = 0;
        m_beat.start();
        QElapsedTimer clock;
        clock.start();
        action();
        const bool came = test::spinUntil(until, 60s);
        const qint64 took = clock.elapsed();
        (void)test::spinUntil([] { return false; }, 250ms); // what follows by itself
        std::printf("%-44s %6lld ms, still for %5lld ms%s%s\n", name, static_cast<long long>(took),
                    static_cast<long long>(m_longest), m_longest > 100 ? "  STALL" : "",
                    came ? "" : "  never came");
        std::fflush(stdout);
    }

private:
    QTimer m_timer;
    QElapsedTimer m_beat;
    qint64 m_longest = 0;
};

bool fill(test::WorkDesk &desk, int people)
{
    static const QStringList statuses {u""_s,        u"Contacted"_s, u"Followed Up"_s,
                                       u"Replied"_s, u"Met"_s,       u"Closed"_s};
    store::Operation operation;
    operation.label = u"Import of people.csv"_s;
    operation.origin = store::Origin::import;
    for (int i = 0; i < people; ++i) {
        Contact contact = test::somebody(i);
        contact.id = u"p%1"_s.arg(i);
        contact.lastName += u" %1"_s.arg(i);
        contact.status = statuses[i % statuses.size()];
        operation.create(Kind::contact, contact.id, toBody(contact));
    }
    return test::await(desk.services().store.applyBulk(std::move(operation), {}, {}), 10min).has_value();
}

struct Measured
{
    app::WindowComposition &composition;
    Heart heart {};
    ui::ContactsPage *page = nullptr;
    ui::ContactsTableView *table = nullptr;
    ui::ContactBoard *board = nullptr;

    void keys(QWidget *widget, Qt::Key key, int times, Qt::KeyboardModifiers modifiers = {})
    {
        for (int i = 0; i < times; ++i) {
            QTest::keyClick(widget, key, modifiers);
            (void)test::spinUntil([] { return false; }, 1ms);
        }
    }
    ui::BoardList &list(const QString &status) { return board->column(status)->list(); }
};

void measureTable(Measured &m, int people)
{
    const auto rows = [&m] { return m.page->presenter().model().rowCount(); };
    auto *field = m.page->findChild<QLineEdit *>(u"contacts.filter.text"_s);
    m.heart.step("table: 60 pages down", [&] { m.keys(m.table, Qt::Key_PageDown, 60); }, [] { return true; });
    m.heart.step("table: to the end", [&] { m.keys(m.table, Qt::Key_End, 1); }, [] { return true; });
    m.heart.step("table: 40 rows up", [&] { m.keys(m.table, Qt::Key_Up, 40); }, [] { return true; });
    for (const QString &text : {u"a"_s, u"an"_s, u"wis"_s, u"7777"_s}) {
        m.heart.step(
                qUtf8Printable(u"table: filter "_s + text), [&] { QTest::keyClicks(field, text); },
                [&] { return rows() < people && m.page->presenter().query().filter.text == text; });
        m.heart.step(
                "table: filter taken away", [&] { m.page->presenter().clearFilters(); },
                [&] { return rows() == people; });
    }
    for (const ui::ContactColumn column :
         {ui::ContactColumn::company, ui::ContactColumn::school, ui::ContactColumn::name}) {
        const qint64 first = m.page->presenter().model().rowIdAt(0);
        m.heart.step(
                qUtf8Printable(u"table: sort by "_s + ui::specOf(column).title),
                [&] { m.table->sortByColumn(static_cast<int>(column), Qt::DescendingOrder); },
                [&] { return m.page->presenter().model().rowIdAt(0) != first; });
    }
    m.heart.step("table: select all", [&] { m.table->selectAll(); }, [] { return true; });
    m.heart.step(
            "table: five more with Shift", [&] { m.keys(m.table, Qt::Key_Down, 5, Qt::ShiftModifier); },
            [] { return true; });
}

const QString contacted = u"Contacted"_s;
const QString followedUp = u"Followed Up"_s;

void measureBoard(Measured &m, int people)
{
    m.heart.step(
            "to the board", [&] { m.page->showAs(ui::ContactsLayout::board); },
            [&] { return m.page->presenter().count() == people && m.board->isVisible(); });
    m.heart.step(
            "board: to the end of a column",
            [&] {
                m.list(contacted).setFocus();
                m.keys(&m.list(contacted), Qt::Key_End, 1);
            },
            [] { return true; });
    m.heart.step(
            "board: 40 pages up", [&] { m.keys(&m.list(contacted), Qt::Key_PageUp, 40); },
            [] { return true; });
    const int before = m.list(followedUp).contacts().rowCount();
    m.heart.step(
            "board: one card to the right",
            [&] {
                m.list(contacted).enterAt(0);
                m.keys(&m.list(contacted), Qt::Key_Right, 1, Qt::ControlModifier);
            },
            [&] { return m.list(followedUp).contacts().rowCount() == before + 1; });
    const int whole = m.list(contacted).contacts().rowCount();
    m.heart.step(
            "board: a whole column to the right",
            [&] {
                m.list(contacted).setFocus();
                QTest::keySequence(&m.list(contacted), QKeySequence::SelectAll);
                m.keys(&m.list(contacted), Qt::Key_Right, 1, Qt::ControlModifier);
            },
            [&] { return m.list(followedUp).contacts().rowCount() == before + 1 + whole; });
    m.heart.step(
            "board: filter an", [&] { m.page->presenter().setText(u"an"_s); },
            [&] { return m.page->presenter().count() < people; });
    m.heart.step(
            "board: filter taken away", [&] { m.page->presenter().clearFilters(); },
            [&] { return m.page->presenter().count() == people; });
    m.heart.step(
            "back to the table", [&] { m.page->showAs(ui::ContactsLayout::table); },
            [&] { return m.page->presenter().model().rowCount() == people; });
}

} // namespace

int measureStalls(int people, const QString &pictures)
{
    test::WorkDesk desk;
    if (!desk.open() || !fill(desk, people)) {
        return 1;
    }
    QSettings settings(desk.file(u"view.ini"_s), QSettings::IniFormat);
    app::WindowComposition composition(desk.services(), desk.theme(), settings);
    composition.window().resize(1280, 820);
    composition.window().show();
    composition.start();
    Measured m {composition};
    m.heart.step(
            "contacts page",
            [&] {
                composition.window().showPage(u"contacts"_s);
                m.page = qobject_cast<ui::ContactsPage *>(composition.window().page(u"contacts"_s));
                m.table = m.page->findChild<ui::ContactsTableView *>(u"contacts.table"_s);
                m.board = m.page->findChild<ui::ContactBoard *>(u"contacts.board"_s);
            },
            [&] { return m.page->presenter().counts().all == people; });
    m.table->setFocus();
    const auto keep = [&](const QString &name) {
        if (!pictures.isEmpty()) {
            (void)test::spinUntil([] { return false; }, 400ms);
            composition.window().grab().save(pictures + u'/' + name);
        }
    };
    keep(u"table-many.png"_s);
    measureTable(m, people);
    keep(u"table-all-selected.png"_s);
    m.table->clearSelection();
    m.page->showAs(ui::ContactsLayout::board);
    (void)test::spinUntil([&] { return m.page->presenter().count() == people; }, 60s);
    keep(u"board-many.png"_s);
    m.page->showAs(ui::ContactsLayout::table);
    (void)test::spinUntil([&] { return m.page->presenter().model().rowCount() == people; }, 60s);
    measureBoard(m, people);
    keep(u"table-after.png"_s);
    return 0;
}
