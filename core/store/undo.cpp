// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reverting.h"
#include "store/undostack.h"
#include "store/writesession.h"

#include "base/dates.h"

using namespace Qt::StringLiterals;

namespace crema::store {

Result<UndoOutcome> WriteSession::undo(const Step &step)
{
    return revert(nextUndo, {}, true, step);
}

Result<UndoOutcome> WriteSession::undoOperation(const QString &operationId, const Step &step)
{
    return revert(undoById, operationId, true, step);
}

Result<UndoOutcome> WriteSession::redo(const Step &step)
{
    return revert(nextRedo, {}, false, step);
}

Result<UndoOutcome> WriteSession::revert(const char *select, const QString &id, bool undo, const Step &step)
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    Statement find(*m_connection, select);
    if (!id.isEmpty()) {
        find.bind(1, id);
    }
    if (!find.step()) {
        return find.failed()
                ? Result<UndoOutcome>(std::unexpected(find.error()))
                : failure(ErrorKind::notFound,
                          undo ? u"There is nothing to undo."_s : u"There is nothing to redo."_s);
    }
    const qint64 operation = find.integer(0);
    UndoOutcome outcome {find.text(1), find.text(2), {}, {}};
    find.reset();
    auto reverted = revertOperation(operation, std::move(outcome), undo, step);
    if (!reverted) {
        return reverted;
    }
    const auto committed = transaction.commit();
    return committed ? reverted : Result<UndoOutcome>(std::unexpected(committed.error()));
}

Result<UndoOutcome> WriteSession::revertOperation(qint64 operation, UndoOutcome outcome, bool undo,
                                                  const Step &step)
{
    const auto seq = insertOperation(outcome.label, Origin::user, operation, false, outcome.change);
    if (!seq) {
        return std::unexpected(seq.error());
    }
    const RecordWriter::Context context = contextFor(*seq, Origin::user);
    m_writer.begin(context);
    Reverting reverting(*m_connection, m_writer, context, step);
    const auto reverted = undo ? reverting.undo(operation) : reverting.redo(operation);
    if (!reverted) {
        return std::unexpected(reverted.error());
    }
    reverting.report(outcome);
    Statement markUndone(*m_connection, "UPDATE operation SET undone=?2 WHERE seq=?1");
    if (const auto marked = markUndone.bind(1, operation).bind(2, undo ? *seq : 0).run(); !marked) {
        return std::unexpected(marked.error());
    }
    if (const auto saved = saveClock(); !saved) {
        return std::unexpected(saved.error());
    }
    return outcome;
}

} // namespace crema::store
