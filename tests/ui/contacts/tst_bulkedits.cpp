// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of thousands of contacts at once, on the very workspace that the window shows. How long ten
// thousand take is measured by tests/bench/bench_bulk.cpp.
#include "fullpage.h"
#include "tests.h"

#include "model/contactdocument.h"
#include "store/historyreader.h"
#include "support/support.h"
#include "ui/common/busybar.h"
#include "ui/contacts/contactcommands.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

namespace {

constexpr int many = 4000; // enough to see it go on, also where sanitizers and other tests slow it down

/// What commands tell, in the order they do.
struct Told
{
    QStringList words;
    QStringList stages; ///< each once; empty when the bar goes

    explicit Told(ContactCommands &commands)
    {
        QObject::connect(&commands, &ContactCommands::done, &commands,
                         [this](const QString &told) { words << told; });
        QObject::connect(&commands, &ContactCommands::busy, &commands, [this](const QString &stage) {
            if (stages.isEmpty() || stages.constLast() != stage) {
                stages << stage;
            }
        });
    }
    [[nodiscard]] bool wait(qsizetype count)
    {
        return spinUntil([&] { return words.size() == count; }, std::chrono::minutes(3));
    }
};

/// The page with thousands of people, all of them selected; ticks while the event loop runs.
class Crowd
{
public:
    bool open()
    {
        if (!m_desk.open()) {
            return false;
        }
        m_desk.add(manyPeople(many));
        m_desk.show();
        m_table = m_desk.child<ContactsTableView>(u"contacts.table"_s);
        QObject::connect(&m_desk.page(), &ContactsPage::toast, &m_desk.page(),
                         [this](const QString &words, const QString &operationId) {
                             m_told = words;
                             m_undo = operationId;
                         });
        QObject::connect(&m_beat, &QTimer::timeout, &m_desk.page(), [this] {
            m_longest = std::max(m_longest, m_sinceBeat.restart());
            ++m_beats;
        });
        return m_desk.waitForRows(many)
                && spinUntil([this] { return m_desk.page().presenter().counts().all == many; });
    }

    Desk &desk() { return m_desk; }
    ContactsTableView &table() { return *m_table; }
    void begin()
    {
        m_told.clear();
        m_undo.clear();
        m_longest = 0;
        m_beats = 0;
        m_clock.start();
        m_sinceBeat.start();
        m_beat.start(5);
    }
    bool wait(const QString &words)
    {
        const bool told = spinUntil([&] { return m_told.startsWith(words); }, std::chrono::minutes(3));
        qInfo("%s: %lld ms, the window stood still for %lld ms at most", qPrintable(m_told),
              m_clock.elapsed(), static_cast<long long>(m_longest));
        return told;
    }
    [[nodiscard]] QString told() const { return m_told; }
    bool ranMeanwhile() const { return m_beats > 3; }
    bool takeBack() { return !m_undo.isEmpty() && m_desk.undo(m_undo); }
    void trigger(const QString &action, const QString &choice = {})
    {
        QAction *command = m_desk.actions().find(action);
        if (choice.isEmpty()) {
            command->trigger();
            return;
        }
        for (QAction *entry : command->menu<QMenu *>()->actions()) {
            if (entry->text() == choice) {
                entry->trigger();
            }
        }
    }
    void tag(const QString &word)
    {
        trigger(u"contacts.tag"_s);
        QDialog *dialog = dialogNamed(u"contacts.tagDialog"_s);
        dialog->findChild<QLineEdit *>(u"form.tag"_s)->setText(word);
        dialog->findChild<QPushButton *>(u"form.accept"_s)->click();
    }
    /// What the workspace holds: every contact, and what could be undone.
    QByteArray state()
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const auto read = m_desk.services().reader.forEachContact([&hash](const Contact &contact) {
            const std::string text = toBody(contact).dump();
            hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
            return true;
        });
        const auto undo = store::undoState(m_desk.services().reader.connection());
        hash.addData(undo ? undo->undoLabel.toUtf8() : QByteArray("?"));
        return read ? hash.result() : QByteArray();
    }

private:
    Desk m_desk;
    ContactsTableView *m_table = nullptr;
    QString m_told;
    QString m_undo;
    QTimer m_beat;
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceBeat;
    qint64 m_longest = 0;
    int m_beats = 0;
};

} // namespace

void TestBulkEdits::statusTagAndDeleteAreTakenBack()
{
    Crowd crowd;
    QVERIFY(crowd.open());
    const QByteArray before = crowd.state();
    crowd.table().selectAll();
    crowd.begin();
    crowd.trigger(u"contacts.status"_s, u"Met"_s);
    QVERIFY(crowd.wait(u"3,555 "_s)); // one in nine has it
    QVERIFY(crowd.ranMeanwhile());
    const auto undo = store::undoState(crowd.desk().services().reader.connection());
    const QString told = crowd.told();
    QVERIFY2(undo && undo->undoLabel.contains(u" %1 "_s.arg(told.section(u' ', 0, 0))), // the same number
             qPrintable(told + u" / "_s + undo->undoLabel));
    QCOMPARE(crowd.desk().contact(u"p3333"_s).status, u"Met"_s);
    QCOMPARE(crowd.desk().contact(u"p0"_s).status, u"Met"_s);
    QVERIFY(crowd.takeBack());

    QCOMPARE(crowd.table().selectedRowIds().size(), many);
    crowd.begin();
    crowd.tag(u"spring fair"_s);
    QVERIFY(crowd.wait(u"Tagged"_s));
    QVERIFY(crowd.ranMeanwhile());
    QCOMPARE(crowd.desk().contact(u"p3333"_s).tags, QStringList {u"spring fair"_s});
    QVERIFY(crowd.takeBack());

    crowd.table().selectAll();
    crowd.begin();
    crowd.trigger(u"contacts.delete"_s);
    QVERIFY(crowd.wait(u"4,000 "_s));
    QVERIFY(crowd.desk().waitForRows(0));
    QVERIFY(crowd.ranMeanwhile());
    QVERIFY(crowd.takeBack());
    QVERIFY(crowd.desk().waitForRows(many));
    QCOMPARE(crowd.state(), before);
}

void TestBulkEdits::cancelLeavesTheStoreAsBefore()
{
    Crowd crowd;
    QVERIFY(crowd.open());
    const QByteArray before = crowd.state();
    for (const int percent : {0, 10, 60}) { // at once, while it reads, while it writes
        ContactCommands commands(crowd.desk().services());
        QString told;
        bool cancelled = false;
        connect(&commands, &ContactCommands::done, this, [&](const QString &words) { told = words; });
        connect(&commands, &ContactCommands::busy, this, [&](const QString &, int done, bool cancellable) {
            if (!cancelled && cancellable && done >= percent) {
                cancelled = true;
                commands.cancel();
            }
        });
        commands.setStatus(crowd.desk().model().rowIds(), u"Hired"_s);
        QVERIFY(spinUntil([&] { return !told.isEmpty(); }, std::chrono::minutes(3)));
        QVERIFY(cancelled);
        QCOMPARE(told, u"Cancelled. Nothing was changed."_s);
        QCOMPARE(crowd.state(), before);
        QCOMPARE(crowd.desk().model().rowCount(), many);
    }
}

void TestBulkEdits::eachStepHasAStopOfItsOwn()
{
    Crowd crowd;
    QVERIFY(crowd.open());
    const QVector<qint64> all = crowd.desk().model().rowIds();
    const QString before = crowd.desk().contact(u"p3333"_s).status;
    ContactCommands commands(crowd.desk().services());
    Told told(commands);
    bool cancelled = false;
    connect(&commands, &ContactCommands::busy, this, [&](const QString &stage, int percent) {
        if (!cancelled && stage == "Setting the status"_L1 && percent >= 10) {
            cancelled = true;
            commands.cancel();
        }
    });
    commands.setStatus(all, u"Hired"_s);
    commands.addTag(all, u"fair"_s); // while the other one is under way
    QVERIFY(told.wait(2));
    QVERIFY(cancelled);
    QCOMPARE(told.words,
             (QStringList {u"Cancelled. Nothing was changed."_s, u"Tagged 4,000 contacts \"fair\""_s}));
    QCOMPARE(told.stages, (QStringList {u"Setting the status"_s, QString(), u"Adding the tag"_s, QString()}));
    QCOMPARE(crowd.desk().contact(u"p3333"_s).status, before);
    QCOMPARE(crowd.desk().contact(u"p3333"_s).tags, QStringList {u"fair"_s});
}

void TestBulkEdits::editsAreWrittenInTheOrderAskedFor()
{
    Crowd crowd;
    QVERIFY(crowd.open());
    const qint64 one = crowd.desk().page().presenter().rowIdOf(u"p3333"_s);
    ContactCommands commands(crowd.desk().services());
    Told told(commands);
    commands.setStatus(crowd.desk().model().rowIds(), u"Hired"_s);
    commands.setStatus({one}, u"Met"_s); // sooner ready than the other
    QVERIFY(commands.awaitsAnswer());
    QVERIFY(told.wait(2));
    QVERIFY(!commands.awaitsAnswer());
    QCOMPARE(crowd.desk().contact(u"p3333"_s).status, u"Met"_s);
    QCOMPARE(crowd.desk().contact(u"p3332"_s).status, u"Hired"_s);
}

void TestBulkEdits::theBarStaysWithItsStep()
{
    Crowd crowd;
    QVERIFY(crowd.open());
    const QVector<qint64> all = crowd.desk().model().rowIds();
    QGuiApplication::clipboard()->setText(u"before"_s);
    ContactCommands commands(crowd.desk().services());
    Told told(commands);
    commands.setStatus(all, u"Hired"_s);
    commands.copyCell(all[0], ContactColumn::company);
    commands.copy(all.first(3), {ContactColumn::company});
    commands.withIds(all.first(3), [](const QStringList &) { });
    QVERIFY(told.wait(3));
    QCOMPARE(told.stages, (QStringList {u"Setting the status"_s, QString()}));
    QVERIFY2(told.words.constLast().contains(u"set to"_s), qPrintable(told.words.join(u'/')));
}

void TestBulkEdits::copyingIsCancelled()
{
    Crowd crowd;
    QVERIFY(crowd.open());
    const QVector<qint64> all = crowd.desk().model().rowIds();
    QGuiApplication::clipboard()->setText(u"before"_s);
    ContactCommands commands(crowd.desk().services());
    Told told(commands);
    commands.copy(all, {ContactColumn::company, ContactColumn::phone});
    commands.cancel();
    QVERIFY(told.wait(1));
    QCOMPARE(told.words[0], u"Cancelled. Nothing was copied."_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    commands.cut(all, {ContactColumn::company});
    commands.cancel();
    QVERIFY(told.wait(2));
    QCOMPARE(crowd.desk().model().rowCount(), many); // and nothing is cut
    commands.copy(all, {ContactColumn::company, ContactColumn::phone});
    QVERIFY(told.wait(3));
    QCOMPARE(told.words[2], u"4,000 rows copied"_s);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), many + 1);
}

void TestBulkEdits::whatWaitsGoesOutWhenThePageGoes()
{
    Crowd crowd;
    QVERIFY(crowd.open());
    const QVector<qint64> all = crowd.desk().model().rowIds();
    auto commands = std::make_unique<ContactCommands>(crowd.desk().services());
    commands->setStatus(all, u"Hired"_s);
    commands->addTag(all, u"fair"_s);
    commands.reset();
    QVERIFY(spinUntil(
            [&] {
                const Contact contact = crowd.desk().contact(u"p3333"_s);
                return contact.status == "Hired"_L1 && contact.tags == QStringList {u"fair"_s};
            },
            std::chrono::minutes(3)));
}
