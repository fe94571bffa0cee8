// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactcommands.h"

#include "ui/common/chip.h"
#include "ui/contacts/contactlisting.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

int countOf(const QStringList &ids)
{
    return static_cast<int>(ids.size());
}

} // namespace

ContactCommands::ContactCommands(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
}

template <typename T>
void ContactCommands::report(Result<T> result, const std::function<void(const T &)> &use)
{
    Q_EMIT busy({});
    if (result) {
        use(*result);
    } else {
        Q_EMIT failed(result.error());
    }
}

void ContactCommands::add(const flows::FieldValues &values, const Answer<Contact> &answer)
{
    m_scope.launch(flows::addContact(&m_services, values), answer);
}

void ContactCommands::setFields(const QString &contactId, const flows::FieldValues &values,
                                const Answer<void> &answer)
{
    m_scope.launch(flows::setContactFields(&m_services, contactId, values),
                   [answer](Result<Contact> contact) {
                       answer(contact ? Result<> {} : std::unexpected(contact.error()));
                   });
}

void ContactCommands::save(const Contact &before, const Contact &after)
{
    m_scope.launch(flows::saveContact(&m_services, before, after), [this](Result<> saved) {
        if (!saved) {
            Q_EMIT failed(saved.error());
        }
    });
}

void ContactCommands::withIds(const QVector<qint64> &rids,
                              const std::function<void(const QStringList &)> &use)
{
    m_scope.launch(contactIdsOf(m_services.workspace.databasePath(), rids, m_scope.stopToken()),
                   [this, use](Result<QStringList> ids) { report<QStringList>(std::move(ids), use); });
}

void ContactCommands::setStatus(const QVector<qint64> &rids, const QString &status)
{
    Q_EMIT busy(tr("Setting the status"));
    withIds(rids, [this, status](const QStringList &ids) {
        m_scope.launch(
                flows::setFieldOfMany(&m_services, ids, u"status"_s, status),
                [this, status](Result<int> changed) {
                    report<int>(changed, [this, status](int count) {
                        Q_EMIT done(
                                tr("%n contact(s) set to \"%1\"", nullptr, count).arg(statusWords(status)),
                                {});
                    });
                });
    });
}

void ContactCommands::addTag(const QVector<qint64> &rids, const QString &tag)
{
    Q_EMIT busy(tr("Adding the tag"));
    withIds(rids, [this, tag](const QStringList &ids) {
        m_scope.launch(flows::tagContacts(&m_services, ids, tag), [this, tag](Result<int> changed) {
            report<int>(changed, [this, tag](int count) {
                Q_EMIT done(tr("Tagged %n contact(s) \"%1\"", nullptr, count).arg(tag), {});
            });
        });
    });
}

void ContactCommands::trash(const QVector<qint64> &rids)
{
    Q_EMIT busy(tr("Moving to the trash"));
    withIds(rids, [this](const QStringList &ids) {
        m_scope.launch(
                flows::trashRecords(&m_services, Kind::contact, ids),
                [this, ids](Result<store::Change> change) {
                    report<store::Change>(std::move(change), [this, ids](const store::Change &trashed) {
                        Q_EMIT done(tr("%n contact(s) moved to the trash", nullptr, countOf(ids)),
                                    [this, id = trashed.operationId] { undo(id); });
                    });
                });
    });
}

void ContactCommands::exportTo(const QVector<qint64> &rids, flows::ExportRequest request)
{
    const QString file = QFileInfo(request.path).fileName();
    Q_EMIT busy(tr("Writing %1").arg(file));
    const auto write = [this, file](const flows::ExportRequest &ready) {
        m_scope.launch(flows::exportPeople(&m_services, ready), [this, file](Result<int> written) {
            report<int>(written, [this, file](int count) {
                Q_EMIT done(tr("%n contact(s) written to %1", nullptr, count).arg(file), {});
            });
        });
    };
    if (rids.isEmpty()) {
        write(request);
        return;
    }
    withIds(rids, [this, write, request, file](const QStringList &ids) {
        if (ids.isEmpty()) { // an empty list would mean everyone
            Q_EMIT failed({ErrorKind::notFound,
                           tr("The selected contacts are gone. No file was written."),
                           {},
                           {},
                           0});
            return;
        }
        Q_EMIT busy(tr("Writing %1").arg(file));
        flows::ExportRequest ready = request;
        ready.contactIds = ids;
        write(ready);
    });
}

void ContactCommands::undo(const QString &operationId)
{
    Q_EMIT busy(tr("Taking it back"));
    m_scope.launch(m_services.store.undoOperation(operationId), [this](Result<store::UndoOutcome> outcome) {
        report<store::UndoOutcome>(std::move(outcome), [this](const store::UndoOutcome &undone) {
            Q_EMIT done(undone.conflicts.empty()
                                ? tr("Taken back: %1").arg(undone.label)
                                : tr("Taken back: %1. %n field(s) were changed since and kept.", nullptr,
                                     static_cast<int>(undone.conflicts.size()))
                                          .arg(undone.label),
                        {});
        });
    });
}

} // namespace crema::ui
