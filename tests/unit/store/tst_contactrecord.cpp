// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contactrecord.h"
#include "tests.h"

#include <random>

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

namespace {

using Chance = std::mt19937;

QString anyText(Chance &chance)
{
    static const QStringList texts {
            {},
            u"Bern"_s,
            u"Zoë Müller"_s,
            u"山田 太郎"_s,
            u"\"quoted\" and \\"_s,
            u"two\nlines\tand \u0001 \u001f \u007f"_s,
            u"O'Neil & Söhne 👍"_s,
            u"ẞ İstanbul"_s,
            QString(QChar(0xD83D)), // half of a character
            u"nul"_s + QChar(0) + u"inside"_s,
    };
    return texts[static_cast<qsizetype>(chance() % static_cast<size_t>(texts.size()))];
}

void addItems(Contact &contact, Chance &chance)
{
    for (unsigned i = 0; i < chance() % 4; ++i) {
        addPoint(contact.addresses, chance() % 2 ? u"work"_s : QString(), anyText(chance));
        addPoint(contact.links, chance() % 2 ? u"linkedin"_s : u"website"_s, anyText(chance));
        addPoint(contact.phones, {}, anyText(chance));
        addPosition(contact.positions, {{}, {}, anyText(chance), anyText(chance), u"2021"_s, {}});
        addSchool(contact.schools, {{}, {}, anyText(chance), anyText(chance), {}, {}, u"2019-06"_s});
        contact.tags << anyText(chance);
    }
}

/// What other programs leave: between our fields, under their names, nothing, and a list out of order.
void addOthers(Contact &contact, Chance &chance)
{
    static const char *keys[] {"a",     "middleName", "columns", "zz",
                               "notes", "phones",     "status",  "hasUnreadReply"};
    for (const char *key : keys) {
        if (chance() % 8 == 0) {
            contact.extra[key] = chance() % 2 ? Json(anyText(chance))
                                              : Json {{"deep", Json::array({1, nullptr})}};
        }
    }
    if (chance() % 4 == 0) {
        contact.extra["introducerIds"] = Json::array({"b", "a", "b"});
        contact.extra["hasUnreadReply"] = true;
        contact.extra["gone"] = nullptr;
    }
}

Contact anyContact(Chance &chance)
{
    Contact contact;
    contact.id = u"id"_s;
    for (QString *text : {&contact.firstName,
                          &contact.lastName,
                          &contact.headline,
                          &contact.location,
                          &contact.city,
                          &contact.state,
                          &contact.country,
                          &contact.status,
                          &contact.notes,
                          &contact.howMet,
                          &contact.nextActionDate,
                          &contact.lastContactDate,
                          &contact.createdAt,
                          &contact.runId,
                          &contact.industry,
                          &contact.hometown,
                          &contact.firstContactDate,
                          &contact.connectedOn,
                          &contact.introducedBy,
                          &contact.nextAction}) {
        *text = chance() % 2 ? anyText(chance) : QString();
    }
    contact.muted = chance() % 4 == 0;
    contact.sample = chance() % 4 == 0;
    addItems(contact, chance);
    if (chance() % 3 == 0) {
        addOthers(contact, chance);
    }
    if (contact.phones.size() > 1 && chance() % 3 == 0) {
        contact.phones[1].id = contact.phones[0].id; // as a damaged file may have it
    }
    if (contact.links.size() > 1 && chance() % 3 == 0) {
        contact.links.swapItemsAt(0, 1);
    }
    if (!contact.schools.isEmpty() && chance() % 5 == 0) {
        contact.schools.first().pos.clear();
    }
    return contact;
}

} // namespace

void ContactRecordTest::isWhatTheBodyWouldGive()
{
    Chance chance(7);
    for (int i = 0; i < 3000; ++i) {
        const Contact contact = anyContact(chance);
        const auto record = prepareContact(contact, {keyHash(u"b"), keyHash(u"a"), keyHash(u"b")});
        const auto expected = prepareRecord(
                {Kind::contact, contact.id, toBody(contact), {}, QStringList {u"a"_s, u"b"_s}}, {});
        QVERIFY(record && expected);
        QCOMPARE(record->body, expected->body);
        QCOMPARE(record->columns, expected->columns);
        QCOMPARE(record->entry.words, expected->entry.words);
        QCOMPARE(record->entry.keys, expected->entry.keys);
        QCOMPARE(record->entry.text, expected->entry.text);
    }
}

void ContactRecordTest::needsAnId()
{
    QVERIFY(!prepareContact(Contact(), {}));
}
