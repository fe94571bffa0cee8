// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactcommands.h"

#include "base/text.h"
#include "ui/common/chip.h"
#include "ui/contacts/contactlisting.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr qsizetype longestWords = 60;

QVector<flows::RowEdit> sameFor(const QVector<qint64> &rids, const flows::FieldValues &values)
{
    QVector<flows::RowEdit> rows;
    rows.reserve(rids.size());
    for (const qint64 rid : rids) {
        rows << flows::RowEdit {rid, values};
    }
    return rows;
}

int countOf(const QVector<qint64> &rids)
{
    return static_cast<int>(rids.size());
}

} // namespace

ContactCommands::ContactCommands(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
}

template <typename T>
void ContactCommands::report(Result<T> result, const std::function<void(const T &)> &use)
{
    Q_EMIT busy({}, -1, false);
    if (result) {
        use(*result);
    } else {
        Q_EMIT failed(result.error());
    }
}

void ContactCommands::add(const flows::FieldValues &values, const Answer<Contact> &answer)
{
    m_writes.launch(flows::addContact(&m_services, values), answer);
}

void ContactCommands::setFields(const QString &contactId, const flows::FieldValues &values,
                                const Answer<void> &answer)
{
    m_writes.launch(flows::setContactFields(&m_services, contactId, values),
                    [answer](Result<Contact> contact) {
                        answer(contact ? Result<> {} : std::unexpected(contact.error()));
                    });
}

void ContactCommands::writeNotes(const QString &contactId, const QString &base, const QString &text,
                                 const Answer<flows::WrittenNotes> &answer)
{
    m_writes.launch(flows::writeNotesOver(&m_services, contactId, base, text), answer);
}

void ContactCommands::save(const Contact &before, const Contact &after)
{
    m_writes.launch(flows::saveContact(&m_services, before, after), [this](Result<> saved) {
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

store::BulkProgress ContactCommands::progressOf(const QString &stage)
{
    return [self = QPointer(this), stage](int done, int total) {
        if (self && self->m_bulk.stop_possible() && !self->m_bulk.stop_requested()) {
            Q_EMIT self->busy(stage, total > 0 ? static_cast<int>(100LL * done / total) : -1, true);
        }
    };
}

void ContactCommands::takeBulk(const Result<flows::BulkOutcome> &outcome,
                               const std::function<QString(int)> &words)
{
    m_bulk = std::stop_source(std::nostopstate); // a late report of progress is none any more
    Q_EMIT busy({}, -1, false);
    if (!outcome) {
        if (outcome.error().kind == ErrorKind::cancelled) {
            Q_EMIT done(tr("Cancelled. Nothing was changed."), {});
        } else {
            Q_EMIT failed(outcome.error());
        }
        return;
    }
    Q_EMIT done(words(outcome->changed), outcome->operationId);
}

void ContactCommands::edit(const QString &stage, flows::BulkEdit edit,
                           const std::function<QString(int changed)> &words)
{
    m_bulk = std::stop_source();
    Q_EMIT busy(stage, 0, true);
    m_writes.launch(flows::editMany(&m_services, std::move(edit), progressOf(stage), m_bulk.get_token()),
                    [this, words](Result<flows::BulkOutcome> outcome) { takeBulk(outcome, words); });
}

void ContactCommands::cancel()
{
    m_bulk.request_stop();
}

void ContactCommands::setStatus(const QVector<qint64> &rids, const QString &status)
{
    const auto label = [status](int changed) {
        return tr("Set %n contact(s) to \"%1\"", nullptr, changed).arg(statusWords(status));
    };
    edit(tr("Setting the status"), {label, sameFor(rids, {{u"status"_s, status}}), {}}, [status](int count) {
        return tr("%n contact(s) set to \"%1\"", nullptr, count).arg(statusWords(status));
    });
}

void ContactCommands::addTag(const QVector<qint64> &rids, const QString &tag)
{
    auto tagging = flows::taggingOf(rids, tag);
    if (!tagging) {
        Q_EMIT failed(tagging.error());
        return;
    }
    const QString word = tagging->addTag;
    edit(tr("Adding the tag"), std::move(*tagging),
         [word](int count) { return tr("Tagged %n contact(s) \"%1\"", nullptr, count).arg(word); });
}

void ContactCommands::trash(const QVector<qint64> &rids)
{
    trash(rids, [](int count) { return tr("%n contact(s) moved to the trash", nullptr, count); });
}

void ContactCommands::trash(const QVector<qint64> &rids, const std::function<QString(int)> &words)
{
    const QString stage = tr("Moving to the trash");
    m_bulk = std::stop_source();
    Q_EMIT busy(stage, 0, true);
    m_writes.launch(flows::trashMany(&m_services, rids, progressOf(stage), m_bulk.get_token()),
                    [this, words](Result<flows::BulkOutcome> outcome) { takeBulk(outcome, words); });
}

void ContactCommands::paste(const PastePlan &plan)
{
    const int cells = plan.cells;
    edit(tr("Pasting"), {[cells](int) { return tr("Paste %n cell(s)", nullptr, cells); }, plan.rows, {}},
         [cells](int) { return tr("%n cell(s) pasted", nullptr, cells); });
}

void ContactCommands::clearCell(qint64 rid, ContactColumn column)
{
    const QString title = specOf(column).title;
    const auto label = [title](int) { return tr("Empty \"%1\"").arg(title); };
    edit(tr("Emptying cells"), {label, sameFor({rid}, {{specOf(column).field, {}}}), {}},
         [title](int) { return tr("\"%1\" cut").arg(title); });
}

void ContactCommands::copyText(const QVector<qint64> &rids, const QVector<ContactColumn> &columns,
                               const std::function<void()> &then)
{
    Q_EMIT busy(tr("Copying"), -1, false);
    m_scope.launch(tableTextOf(m_services.workspace.databasePath(), rids, columns, m_scope.stopToken()),
                   [this, then](Result<QString> text) {
                       report<QString>(std::move(text), [then](const QString &table) {
                           QGuiApplication::clipboard()->setText(table);
                           then();
                       });
                   });
}

void ContactCommands::copyCellText(qint64 rid, ContactColumn column,
                                   const std::function<void(const QString &text)> &then)
{
    m_scope.launch(cellTextOf(m_services.workspace.databasePath(), rid, column, m_scope.stopToken()),
                   [this, column, then](Result<QString> cell) {
                       report<QString>(std::move(cell), [this, column, then](const QString &text) {
                           if (text.isEmpty()) {
                               Q_EMIT done(tr("\"%1\" is empty: nothing to copy").arg(specOf(column).title),
                                           {});
                               return;
                           }
                           QGuiApplication::clipboard()->setMimeData(asClipboardCell(text).release());
                           then(text);
                       });
                   });
}

void ContactCommands::copy(const QVector<qint64> &rids, const QVector<ContactColumn> &columns)
{
    copyText(rids, columns,
             [this, count = countOf(rids)] { Q_EMIT done(tr("%n row(s) copied", nullptr, count), {}); });
}

void ContactCommands::cut(const QVector<qint64> &rids, const QVector<ContactColumn> &columns)
{
    copyText(rids, columns, [this, rids] {
        trash(rids, [](int count) {
            return tr("%n contact(s) cut: copied and moved to the trash", nullptr, count);
        });
    });
}

void ContactCommands::copyCell(qint64 rid, ContactColumn column)
{
    copyCellText(rid, column, [this](const QString &text) {
        Q_EMIT done(tr("Copied: %1").arg(elided(cleanLine(text), longestWords)), {});
    });
}

void ContactCommands::cutCell(qint64 rid, ContactColumn column)
{
    copyCellText(rid, column, [this, rid, column](const QString &) { clearCell(rid, column); });
}

void ContactCommands::exportTo(const QVector<qint64> &rids, flows::ExportRequest request)
{
    const QString file = QFileInfo(request.path).fileName();
    Q_EMIT busy(tr("Writing %1").arg(file), -1, false);
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
        Q_EMIT busy(tr("Writing %1").arg(file), -1, false);
        flows::ExportRequest ready = request;
        ready.contactIds = ids;
        write(ready);
    });
}

} // namespace crema::ui
