// SPDX-License-Identifier: GPL-3.0-or-later
#include "workdesk.h"

#include "flows/prepflow.h"
#include "flows/profileflow.h"
#include "flows/writeflow.h"
#include "store/connection.h"
#include "support/spin.h"
#include "ui/shell/pageheader.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::test {

WorkDesk::WorkDesk() = default;

WorkDesk::~WorkDesk()
{
    m_window.reset();
}

bool WorkDesk::open()
{
    const Deployment usual;
    for (QUrl Deployment::*outside : {&Deployment::newsUrl, &Deployment::serpApiUrl}) {
        if (m_deployment.*outside == usual.*outside) {
            (m_deployment.*outside).clear(); // no test leaves this computer
        }
    }
    auto session = app::Session::open(m_folder.filePath(u"workspace"_s), m_deployment);
    if (session) {
        m_session = std::move(*session);
    } else {
        qWarning("%s", qUtf8Printable(session.error().text));
    }
    return m_session != nullptr;
}

bool WorkDesk::open(const Deployment &deployment)
{
    m_deployment = deployment;
    return open();
}

bool WorkDesk::reopen()
{
    closeView();
    m_session.reset();
    return open();
}

bool WorkDesk::show(QWidget *view, const QSize &size)
{
    m_window = std::make_unique<QWidget>();
    auto *header = new ui::PageHeader;
    auto *column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(header);
    column->addWidget(view, 1);
    m_window->resize(size);
    m_window->show();
    header->showPage(u"Page"_s, view);
    return QTest::qWaitForWindowActive(m_window.get());
}

void WorkDesk::bringIntoView(QWidget *widget)
{
    const QPointer held(widget); // a list that is filled anew meanwhile has another one
    // A page that was just filled gets its height with the next event.
    QCoreApplication::processEvents();
    for (QWidget *parent = held ? held->parentWidget() : nullptr; parent != nullptr;
         parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent)) {
            area->ensureWidgetVisible(held);
        }
    }
    QCoreApplication::processEvents();
}

QAbstractButton *WorkDesk::clickable(const QString &name)
{
    for (auto *button : m_window->findChildren<QAbstractButton *>(name)) {
        if (button->isVisible() && button->isEnabled()) {
            return button;
        }
    }
    return nullptr;
}

bool WorkDesk::click(const QString &name)
{
    // A page that was just filled gets its height with the next event; what has none yet takes no click. It
    // is looked up each time: a list may be filled anew meanwhile.
    const auto tall = [&] {
        QAbstractButton *button = clickable(name);
        return button != nullptr && button->height() > 0 ? button : nullptr;
    };
    if (clickable(name) != nullptr && spinUntil([&] { return tall() != nullptr; })) {
        bringIntoView(tall());
        if (QAbstractButton *button = clickable(name)) {
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
    }
    qWarning("no button to click: %s", qUtf8Printable(name));
    return false;
}

bool WorkDesk::isShown(const QString &name)
{
    const auto named = m_window->findChildren<QWidget *>(name);
    return std::ranges::any_of(named, [](const QWidget *widget) { return widget->isVisible(); });
}

bool WorkDesk::waitShown(const QString &name)
{
    return spinUntil([&] { return isShown(name); });
}

QString WorkDesk::text(const QString &name)
{
    const auto *label = child<QLabel>(name);
    return label != nullptr && label->isVisible() ? label->text() : QString();
}

QString WorkDesk::allText()
{
    QStringList lines;
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible()) {
            lines << label->text();
        }
    }
    return lines.join(u'\n');
}

bool WorkDesk::add(const std::vector<Contact> &people)
{
    store::Operation operation;
    operation.label = u"Import of Connections.csv"_s;
    for (const Contact &person : people) {
        operation.create(Kind::contact, person.id, toBody(person));
    }
    return await(services().store.apply(std::move(operation))).has_value();
}

bool WorkDesk::setSender()
{
    const flows::FieldValues values {{u"name"_s, u"Robin Sample"_s},
                                     {u"email"_s, u"robin@students.example"_s},
                                     {u"university"_s, u"University of Michigan"_s},
                                     {u"major"_s, u"Economics"_s},
                                     {u"graduationYear"_s, u"2027"_s}};
    return await(flows::setProfile(&services(), values)).has_value();
}

QStringList WorkDesk::write(const QStringList &contactIds)
{
    flows::WriteOrder order;
    order.contactIds = contactIds;
    const auto outcome = await(flows::writeDrafts(&services(), order, {}));
    return outcome ? outcome->draftIds : QStringList();
}

QString WorkDesk::prepare(const QString &contactId)
{
    const auto prep = await(flows::makePrep(&services(), {contactId}, {}));
    return prep ? prep->id : QString();
}

bool WorkDesk::runSql(const char *sql)
{
    const auto connection = store::Connection::open(services().workspace.databasePath(),
                                                    store::Access::readWrite);
    return connection && (*connection)->run(sql).has_value();
}

bool WorkDesk::breakWrites()
{
    return runSql("CREATE TRIGGER full_disk BEFORE INSERT ON operation BEGIN SELECT RAISE(FAIL, 'the disk is "
                  "full'); END");
}

bool WorkDesk::mendWrites()
{
    return runSql("DROP TRIGGER full_disk");
}

namespace {

struct Career
{
    const char16_t *first;
    const char16_t *last;
    const char16_t *title;
    const char16_t *company;
    const char16_t *school;
};

constexpr std::array careers {
        Career {u"Zoë", u"Müller", u"Consultant", u"Nordlicht Beratung", u"University of Michigan"},
        Career {u"太郎", u"山田", u"Product Manager", u"Kitamura Robotics", u"University of Tokyo"},
        Career {u"Łukasz", u"Wiśniewski", u"Research Engineer", u"Baltic Labs", u"University of Warsaw"},
        Career {u"محمد", u"الأنصاري", u"Data Scientist", u"Oasis Analytics",
                u"American University of Beirut"},
};

} // namespace

Contact somebody(int number)
{
    const Career &career = careers[static_cast<size_t>(number) % careers.size()];
    Contact contact;
    contact.id = u"p%1"_s.arg(number);
    contact.firstName = QString::fromUtf16(career.first);
    contact.lastName = QString::fromUtf16(career.last);
    const QString company = QString::fromUtf16(career.company);
    addPosition(contact.positions, {{}, {}, company, QString::fromUtf16(career.title), u"2022"_s, {}});
    addPosition(contact.positions, {{}, {}, u"Harbour %1"_s.arg(number), u"Analyst"_s, u"2019"_s, u"2022"_s});
    addSchool(contact.schools,
              {{}, {}, QString::fromUtf16(career.school), u"BA"_s, u"Economics"_s, u"2015"_s, u"2019"_s});
    addPoint(contact.addresses, u"work"_s, u"person%1@firm.example"_s.arg(number));
    contact.location = u"Berlin, Germany"_s;
    contact.createdAt = u"2026-03-0%1T09:00:00.000Z"_s.arg(1 + number % 9);
    return contact;
}

} // namespace crema::test
