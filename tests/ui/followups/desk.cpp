// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

using namespace Qt::StringLiterals;
using namespace crema;

Desk::Desk() : m_settings(m_folder.filePath(u"view.ini"_s), QSettings::IniFormat) { }

bool Desk::open()
{
    auto session = app::Session::open(m_folder.filePath(u"workspace"_s), {});
    if (!session) {
        qWarning("%s", qUtf8Printable(session.error().text));
        return false;
    }
    m_session = std::move(*session);
    return true;
}

QString Desk::add(const QString &name, int days, const QString &what, const QString &company)
{
    Contact contact;
    contact.id = services().ids.next();
    contact.firstName = name.section(u' ', 0, 0);
    contact.lastName = name.section(u' ', 1);
    contact.status = u"Contacted"_s;
    contact.nextAction = what;
    contact.nextActionDate = today().addDays(days).toString(Qt::ISODate);
    Position position;
    position.company = company;
    addPosition(contact.positions, position);
    store::Operation operation;
    operation.label = u"Add"_s;
    operation.create(Kind::contact, contact.id, toBody(contact));
    if (const auto added = test::await(services().store.apply(std::move(operation))); !added) {
        qFatal("%s", test::describe(added.error()).constData());
    }
    return contact.id;
}

Contact Desk::contact(const QString &id)
{
    return services().reader.contact(id).value_or(Contact {});
}
