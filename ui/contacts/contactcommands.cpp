// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactcommands.h"

#include "ui/common/chip.h"
#include "ui/contacts/contactlisting.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

QVector<flows::RowEdit> sameFor(const QVector<qint64> &rids, const flows::FieldValues &values)
{
    QVector<flows::RowEdit> rows;
    rows.reserve(rids.size());
    for (const qint64 rid : rids) {
        rows << flows::RowEdit {rid, values};
    }
    return rows;
}

Error goneError()
{
    return {ErrorKind::notFound,
            ContactCommands::tr("The selected contacts are gone. No file was written."),
            {},
            {},
            0};
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

ContactCommands::~ContactCommands()
{
    for (const StepPointer &step : std::as_const(m_steps)) {
        const bool isChange = std::ranges::find(m_bulks, step, &Bulk::step) != m_bulks.end();
        if (!isChange) {
            step->stop.request_stop(); // nobody is there to take what it reads
        }
    }
    for (const Bulk &bulk : std::as_const(m_bulks).sliced(std::min<qsizetype>(1, m_bulks.size()))) {
        m_writes.launch(started(bulk), [](const Result<flows::BulkOutcome> &) { });
    }
}

ContactCommands::StepPointer ContactCommands::begin(const Step &step)
{
    const StepPointer told = toldStep();
    m_steps << std::make_shared<Step>(step);
    const StepPointer begun = m_steps.constLast(); // it may be cancelled when it is told
    if (toldStep() != told) {
        tell(begun);
    }
    return begun;
}

void ContactCommands::end(const StepPointer &step)
{
    const bool isTold = step == toldStep();
    m_steps.removeOne(step);
    if (isTold) {
        Q_EMIT busy({}, -1, false);
        tell(toldStep());
    }
}

ContactCommands::StepPointer ContactCommands::toldStep() const
{
    const auto first = std::ranges::find(m_steps, true,
                                         [](const StepPointer &step) { return step->cancellable; });
    return first != m_steps.end() ? *first : m_steps.value(0);
}

void ContactCommands::tell(const StepPointer &step)
{
    if (step) {
        Q_EMIT busy(step->stage, step->percent, step->cancellable);
    }
}

template <typename T>
void ContactCommands::report(Result<T> result, const std::function<void(const T &)> &use)
{
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

void ContactCommands::change(const Bulk &bulk)
{
    m_bulks << bulk;
    if (m_bulks.size() == 1) {
        startNext();
    }
}

/// Two at a time could be written in another order than they were asked for.
void ContactCommands::startNext()
{
    if (!m_bulks.isEmpty()) {
        const Bulk bulk = m_bulks.constFirst();
        m_writes.launch(started(bulk),
                        [this, bulk](const Result<flows::BulkOutcome> &outcome) { takeBulk(bulk, outcome); });
    }
}

ContactCommands::BulkTask ContactCommands::started(const Bulk &bulk)
{
    const auto progress = [self = QPointer(this), step = bulk.step](int done, int total) {
        if (self && !step->stop.stop_requested()) {
            step->percent = total > 0 ? static_cast<int>(100LL * done / total) : -1;
            if (step == self->toldStep()) { // a late report of one that is over is none any more
                self->tell(step);
            }
        }
    };
    return bulk.start(progress, bulk.step->stop.get_token());
}

void ContactCommands::takeBulk(const Bulk &bulk, const Result<flows::BulkOutcome> &outcome)
{
    end(bulk.step);
    m_bulks.removeFirst();
    startNext();
    if (!outcome) {
        if (outcome.error().kind == ErrorKind::cancelled) {
            Q_EMIT done(tr("Cancelled. Nothing was changed."), {});
        } else {
            Q_EMIT failed(outcome.error());
        }
        return;
    }
    if (bulk.stored) {
        bulk.stored();
    }
    Q_EMIT done(bulk.words(outcome->changed), outcome->operationId);
}

void ContactCommands::edit(const QString &stage, flows::BulkEdit edit, const Words &words,
                           const std::function<void()> &stored)
{
    // Given away when it starts: many rows are let go on the worker that goes through them.
    const auto wanted = std::make_shared<flows::BulkEdit>(std::move(edit));
    const auto start = [services = &m_services, wanted](const store::BulkProgress &progress,
                                                        const std::stop_token &stop) {
        return flows::editMany(services, std::move(*wanted), progress, stop);
    };
    change({begin({stage, 0, true}), start, words, stored});
}

void ContactCommands::cancel()
{
    if (const StepPointer step = toldStep()) {
        step->stop.request_stop();
    }
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

void ContactCommands::trash(const QVector<qint64> &rids, const Words &words)
{
    const auto start = [services = &m_services, rids](const store::BulkProgress &progress,
                                                      const std::stop_token &stop) {
        return flows::trashMany(services, rids, progress, stop);
    };
    change({begin({tr("Moving to the trash"), 0, true}), start, words, {}});
}

void ContactCommands::paste(const PastePlan &plan, const std::function<void()> &pasted)
{
    const int cells = plan.cells;
    const auto label = [cells](int) { return tr("Paste %n cell(s)", nullptr, cells); };
    const auto words = [cells, replaced = plan.replaced](int) {
        const QString told = tr("%n cell(s) pasted", nullptr, cells);
        return replaced.size() != 1 ? told
                                    : tr("%1 in place of \"%2\", which was not saved")
                                              .arg(told, textInNotice(*replaced.cbegin()));
    };
    edit(tr("Pasting"), {label, plan.rows, {}}, words, pasted);
}

void ContactCommands::clearCell(qint64 rid, ContactColumn column, const std::function<void()> &emptied)
{
    const QString title = specOf(column).title;
    const auto label = [title](int) { return tr("Empty \"%1\"").arg(title); };
    edit(
            tr("Emptying cells"), {label, sameFor({rid}, {{specOf(column).field, {}}}), {}},
            [title](int) { return tr("\"%1\" cut").arg(title); }, emptied);
}

void ContactCommands::copyText(const QVector<qint64> &rids, const QVector<ContactColumn> &columns,
                               const CellTexts &unsaved, const std::function<void()> &then)
{
    const StepPointer step = begin({tr("Copying"), -1, true});
    m_scope.launch(
            tableTextOf(m_services.workspace.databasePath(), rids, columns, unsaved, step->stop.get_token()),
            [this, step, then](Result<QString> text) {
                end(step);
                if (step->stop.stop_requested()) { // also when it was too late for the reading
                    Q_EMIT done(tr("Cancelled. Nothing was copied."), {});
                    return;
                }
                report<QString>(std::move(text), [then](const QString &table) {
                    QGuiApplication::clipboard()->setText(table);
                    then();
                });
            });
}

void ContactCommands::copyCellText(qint64 rid, ContactColumn column, const std::optional<QString> &unsaved,
                                   const std::function<void(const QString &text)> &then)
{
    const auto take = [this, column, then](const QString &text) {
        if (text.isEmpty()) {
            Q_EMIT done(tr("\"%1\" is empty: nothing to copy").arg(specOf(column).title), {});
            return;
        }
        QGuiApplication::clipboard()->setMimeData(asClipboardCell(text).release());
        then(text);
    };
    if (unsaved) {
        take(*unsaved);
        return;
    }
    m_scope.launch(cellTextOf(m_services.workspace.databasePath(), rid, column, m_scope.stopToken()),
                   [this, take](Result<QString> cell) { report<QString>(std::move(cell), take); });
}

void ContactCommands::copy(const QVector<qint64> &rids, const QVector<ContactColumn> &columns,
                           const CellTexts &unsaved)
{
    copyText(rids, columns, unsaved,
             [this, count = countOf(rids)] { Q_EMIT done(tr("%n row(s) copied", nullptr, count), {}); });
}

void ContactCommands::cut(const QVector<qint64> &rids, const QVector<ContactColumn> &columns,
                          const CellTexts &unsaved)
{
    copyText(rids, columns, unsaved, [this, rids] {
        trash(rids, [](int count) {
            return tr("%n contact(s) cut: copied and moved to the trash", nullptr, count);
        });
    });
}

void ContactCommands::copyCell(qint64 rid, ContactColumn column, const std::optional<QString> &unsaved)
{
    copyCellText(rid, column, unsaved,
                 [this](const QString &text) { Q_EMIT done(tr("Copied: %1").arg(textInNotice(text)), {}); });
}

void ContactCommands::cutCell(qint64 rid, ContactColumn column, const std::optional<QString> &unsaved,
                              const std::function<void()> &emptied)
{
    copyCellText(rid, column, unsaved,
                 [this, rid, column, emptied](const QString &) { clearCell(rid, column, emptied); });
}

void ContactCommands::exportTo(const QVector<qint64> &rids, flows::ExportRequest request)
{
    const QString file = QFileInfo(request.path).fileName();
    const StepPointer step = begin({tr("Writing %1").arg(file)});
    const auto write = [this, file, step](const flows::ExportRequest &ready) {
        m_scope.launch(flows::exportPeople(&m_services, ready), [this, file, step](Result<int> written) {
            end(step);
            report<int>(written, [this, file](int count) {
                Q_EMIT done(tr("%n contact(s) written to %1", nullptr, count).arg(file), {});
            });
        });
    };
    if (rids.isEmpty()) {
        write(request);
        return;
    }
    m_scope.launch(contactIdsOf(m_services.workspace.databasePath(), rids, m_scope.stopToken()),
                   [this, write, request, step](Result<QStringList> ids) {
                       if (!ids || ids->isEmpty()) { // an empty list would mean everyone
                           end(step);
                           Q_EMIT failed(ids ? goneError() : ids.error());
                           return;
                       }
                       flows::ExportRequest ready = request;
                       ready.contactIds = *ids;
                       write(ready);
                   });
}

} // namespace crema::ui
