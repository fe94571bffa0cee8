// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "base/dates.h"
#include "model/status.h"
#include "support/spin.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace crema;

Desk::Desk() : m_settings(m_folder.filePath(u"view.ini"_s), QSettings::IniFormat) { }

Desk::~Desk()
{
    m_page.reset();
}

bool Desk::open()
{
    auto session = app::Session::open(m_folder.filePath(u"workspace"_s), {});
    if (session) {
        m_session = std::move(*session);
    } else {
        qWarning("%s", qUtf8Printable(session.error().text));
    }
    return m_session != nullptr;
}

ui::ContactsPage &Desk::show()
{
    m_page = std::make_unique<ui::ContactsPage>(services(), m_actions, m_settings);
    QObject::connect(
            m_page.get(), &ui::ContactsPage::undoRequested, m_page.get(),
            [this](const QString &operationId) { undo(operationId); }, Qt::QueuedConnection);
    m_page->resize(1100, 700);
    m_page->show();
    return *m_page;
}

bool Desk::undo(const QString &operationId)
{
    return test::await(services().store.undoOperation(operationId), std::chrono::minutes(5)).has_value();
}

void Desk::add(const std::vector<Contact> &people)
{
    store::Operation operation;
    operation.label = u"Import of Connections.csv"_s;
    operation.origin = store::Origin::import;
    for (const Contact &person : people) {
        operation.create(Kind::contact, person.id, toBody(person));
    }
    const auto applied = people.size() < 900
            ? test::await(services().store.apply(std::move(operation)))
            : test::await(services().store.applyBulk(std::move(operation), {}, {}), std::chrono::minutes(5));
    if (!applied) {
        qFatal("%s", qUtf8Printable(applied.error().text));
    }
}

Contact Desk::contact(const QString &id)
{
    return services().reader.contact(id).value_or(Contact {});
}

bool Desk::waitForRows(int count)
{
    return test::spinUntil([this, count] { return model().rowCount() == count; });
}

namespace {

struct Person
{
    const char16_t *first;
    const char16_t *last;
    const char16_t *title;
    const char16_t *company;
    const char16_t *school;
    const char16_t *place;
    const char *status;
};

constexpr std::array people {
        Person {u"Amara", u"Okafor", u"Investment Banking Analyst", u"Hartwell & Stone",
                u"University of Southern California", u"New York", "Replied"},
        Person {u"Sofía", u"Álvarez-Núñez", u"Product Manager", u"Nordlicht Systems", u"ESADE", u"Barcelona",
                "Contacted"},
        Person {u"太郎", u"山田", u"ソフトウェアエンジニア", u"Kitamura Robotics", u"東京大学", u"東京", ""},
        Person {u"Łukasz", u"Wiśniewski", u"Consultant", u"Baltic Advisory", u"Uniwersytet Warszawski",
                u"Warszawa", "Call Scheduled"},
        Person {u"Priya", u"Raghunathan", u"Equity Research Associate", u"Meridian Capital",
                u"Columbia University", u"London", "Followed Up"},
        Person {u"محمد", u"الأنصاري", u"Data Scientist", u"Oasis Analytics", u"AUB", u"Beirut", "Met"},
        Person {u"Grace", u"Delacroix", u"Associate, M&A", u"Hartwell & Stone", u"Université de Montréal",
                u"Montréal", "Rejected"},
        Person {u"Kwame", u"Boateng", u"Portfolio Analyst", u"Savanna Partners", u"University of Ghana",
                u"Accra", "Hired"},
        Person {u"Ελένη", u"Παπαδοπούλου", u"UX Researcher", u"Aegean Studio", u"NTUA", u"Athens", "Closed"},
        Person {u"Jonathan", u"Whitfield-Cavanaugh III",
                u"Vice President, Leveraged Finance, Financial Sponsors", u"Meridian Capital",
                u"University of Pennsylvania, The Wharton School", u"Greater New York City Area",
                "Contacted"},
        Person {u"Zoë", u"Müller", u"Research Engineer", u"Nordlicht Systems", u"TU München", u"München", ""},
        Person {u"Hannah", u"Stone", u"Analyst", u"Aegean Studio", u"Columbia University", u"New York", ""},
};

Contact contactOf(const Person &person, int index)
{
    Contact contact;
    contact.id = u"p%1"_s.arg(index);
    contact.firstName = QString::fromUtf16(person.first);
    contact.lastName = QString::fromUtf16(person.last);
    addPosition(
            contact.positions,
            {{}, {}, QString::fromUtf16(person.company), QString::fromUtf16(person.title), u"2021"_s, {}});
    addSchool(contact.schools,
              {{}, {}, QString::fromUtf16(person.school), u"BSc"_s, u"Economics"_s, u"2015"_s, u"2019"_s});
    contact.location = QString::fromUtf16(person.place);
    contact.status = QString::fromLatin1(person.status);
    contact.createdAt = u"2026-03-%1T09:00:00.000Z"_s.arg(1 + index % 27, 2, 10, QChar(u'0'));
    return contact;
}

} // namespace

std::vector<Contact> somePeople()
{
    std::vector<Contact> all;
    for (int i = 0; i < static_cast<int>(people.size()); ++i) {
        all.push_back(contactOf(people[static_cast<size_t>(i)], i));
    }
    addPoint(all[0].addresses, u"work"_s, u"amara.okafor@hartwell.example"_s);
    addPoint(all[0].links, u"linkedin"_s, u"https://www.linkedin.com/in/amara-okafor"_s);
    addPosition(all[0].positions,
                {{}, {}, u"Bluewater Credit Union"_s, u"Summer Analyst"_s, u"2020-06"_s, u"2020-09"_s});
    all[0].tags = {u"alumni"_s, u"banking"_s};
    all[0].notes = u"Met at the spring mixer. Knows the M&A team well."_s;
    all[0].nextAction = u"Send thank-you"_s;
    all[0].nextActionDate = u"2026-03-02"_s;
    addPoint(all[1].addresses, u"work"_s, u"sofia@nordlicht.example"_s);
    addPoint(all[4].addresses, u"work"_s, u"priya.r@meridian.example"_s);
    all[4].nextActionDate = u"2031-05-20"_s;
    all[7].sample = true;
    all[8].sample = true;
    return all;
}

std::vector<Contact> manyPeople(int count)
{
    std::vector<Contact> all;
    all.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i) {
        Contact contact = contactOf(people[static_cast<size_t>(i) % people.size()], i);
        contact.lastName += u" %1"_s.arg(i);
        contact.status = contactStatuses().at(i * 7 % contactStatuses().size());
        addPoint(contact.addresses, u"work"_s, u"person%1@example.com"_s.arg(i));
        all.push_back(std::move(contact));
    }
    return all;
}
