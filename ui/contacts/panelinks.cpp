// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/panelinks.h"

#include "async/worker.h"
#include "flows/contactflow.h"
#include "flows/historyflow.h"
#include "model/contactitems.h"
#include "ui/contacts/contactpane.h"
#include "ui/contacts/contactpicker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int mostMerges = 20; // one person after the other went up in the next

Result<QStringList> readTagWords(QString databasePath)
{
    const auto reader = store::Reader::open(databasePath);
    return reader ? store::tagsInUse((*reader)->connection()) : std::unexpected(reader.error());
}

bool touchesContacts(const store::Change &change)
{
    return std::ranges::find(change.kinds, Kind::contact) != change.kinds.end();
}

} // namespace

PaneLinks::PaneLinks(flows::Services &services, ContactPane &pane, QObject *parent)
    : QObject(parent), m_services(services), m_pane(pane)
{
    connect(&pane, &ContactPane::timelineWanted, this, &PaneLinks::readTimeline);
    connect(&pane, &ContactPane::introducersWanted, this, &PaneLinks::nameIntroducers);
    connect(&pane, &ContactPane::saveRequested, this,
            [this](const Contact &before, const Contact &after, const SaveAnswer &answer) {
                m_scope.launch(flows::saveContact(&m_services, before, after), answer);
            });
    connect(&pane, &ContactPane::tagWordsWanted, this, &PaneLinks::readTags);
    connect(&pane, &ContactPane::introducerPickRequested, this, &PaneLinks::pickIntroducer);
    connect(&pane, &ContactPane::contactRequested, this, &PaneLinks::contactRequested);
    connect(&pane, &ContactPane::restoreRequested, this, &PaneLinks::restore);
    connect(&pane, &ContactPane::pointRequested, this, &PaneLinks::restorePoint);
    connect(&services.store, &store::Store::changed, this,
            [this](const store::Change &change) { m_tagsKnown = m_tagsKnown && !touchesContacts(change); });
}

void PaneLinks::readTimeline(const QString &contactId, TimelineFilter filter, int limit)
{
    const auto timeline = ui::readTimeline(m_services.reader.connection(), contactId, filter, limit);
    if (!timeline) {
        Q_EMIT failed(timeline.error());
        return;
    }
    m_pane.showTimeline(*timeline);
}

NamedContact PaneLinks::named(const QString &id) const
{
    NamedContact person {id, {}, {}, {}};
    QString next = id;
    for (int i = 0; i < mostMerges; ++i) {
        const auto record = m_services.reader.record(Kind::contact, next);
        if (!record) {
            return person; // deleted for good: there is nothing to show
        }
        const Contact contact = contactFrom(record->id, record->body);
        person.name = contact.name().isEmpty() ? contact.email() : contact.name();
        person.detail = roleWords(contact.jobTitle(), contact.company());
        if (record->state == "live"_L1) {
            person.openId = record->id;
            return person;
        }
        if (record->state == "trashed"_L1) {
            person.detail = tr("in the trash");
            return person;
        }
        next = record->state.section(u':', 1);
    }
    return person;
}

void PaneLinks::nameIntroducers(const Contact &contact)
{
    QVector<NamedContact> people;
    for (const QString &id : introducersOf(contact)) {
        people << named(id);
    }
    m_pane.showIntroducers(people);
}

void PaneLinks::readTags()
{
    if (m_tagsKnown || m_tagScope.running() > 0) {
        return;
    }
    m_tagScope.launch(runOnWorker(readTagWords, m_services.workspace.databasePath()),
                      [this](Result<QStringList> words) {
                          if (words) { // without them a tag is typed in full
                              m_tagsKnown = true;
                              m_pane.setTagWords(*words);
                          }
                      });
}

void PaneLinks::pickIntroducer(const Contact &contact)
{
    auto *picker = new ContactPicker(
            tr("Who could introduce you to %1?")
                    .arg(contact.name().isEmpty() ? tr("this person") : contact.name()),
            m_services.workspace.databasePath(), introducersOf(contact) << contact.id, &m_pane);
    connect(picker, &ContactPicker::failed, this, &PaneLinks::failed);
    connect(picker, &ContactPicker::chosen, this,
            [this, id = contact.id](const QString &introducer) { addIntroducer(id, introducer); });
    picker->open();
}

void PaneLinks::addIntroducer(const QString &contactId, const QString &introducerId)
{
    const auto before = m_services.reader.contact(contactId);
    if (!before) {
        Q_EMIT failed(before.error());
        return;
    }
    Contact after = *before;
    setIntroducers(after, introducersOf(after) << introducerId);
    m_scope.launch(flows::saveContact(&m_services, *before, after), [this](Result<> saved) {
        if (!saved) {
            Q_EMIT failed(saved.error());
        }
    });
}

void PaneLinks::restore(const TimelineEntry &entry)
{
    m_pane.flush(); // what is being typed goes first and stays in the history
    m_scope.launch(
            flows::restoreValues(&m_services, entry.recordKind, entry.recordId, entry.restore, entry.what),
            [this, what = entry.what](Result<store::Change> change) {
                tell(change, tr("Restored: %1").arg(what));
            });
}

void PaneLinks::restorePoint(const QString &contactId, const QString &operationId)
{
    m_pane.flush();
    m_scope.launch(
            flows::restoreContactTo(&m_services, contactId, operationId),
            [this](Result<store::Change> change) { tell(change, tr("Brought back to an earlier state")); });
}

void PaneLinks::tell(const Result<store::Change> &change, const QString &words)
{
    if (!change) {
        Q_EMIT failed(change.error());
    } else if (change->operationId.isEmpty()) {
        Q_EMIT done(tr("It is like that already"), {});
    } else {
        Q_EMIT done(words, change->operationId);
    }
}

} // namespace crema::ui
