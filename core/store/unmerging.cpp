// SPDX-License-Identifier: GPL-3.0-or-later
// How a merge is taken back (see planUnmerge in mergereader.h).
//
// Nothing is reverted blindly: for each field that the merge changed, its whole history is played again,
// leaving out the merges that do not hold any more. Whatever a person edited in between stands, and merges
// can be taken back in any order.
#include "store/mergereader.h"

#include "store/readerrows.h"
#include "store/schema.h"

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

const QString contactIdField = u"contactId"_s;
const QString notesField = u"notes"_s;
using Value = std::optional<Json>;

Value valueOf(const Statement &row, int column)
{
    if (row.isNull(column)) {
        return std::nullopt;
    }
    auto json = parseJson(row.view(column));
    return json ? Value(std::move(*json)) : std::nullopt;
}

/// The same but for the place in its list: an item that is handed on goes to the end.
bool sameContent(Value a, Value b)
{
    for (Value *value : {&a, &b}) {
        if (*value && (*value)->is_object()) {
            (*value)->erase("pos");
        }
    }
    return a == b;
}

/// What an operation is to the history of a field.
struct Sort
{
    enum class What { edit, merge, nothing }; ///< nothing: undo, redo, undone, or a merge taken back
    What what = What::edit;
    qint64 loser = 0;
};

struct FieldRow
{
    qint64 operation = 0; ///< 0: an edit of which the history is gone
    Value before;
    Value after;
};

struct Replayed
{
    Value value;
    qint64 by = 0; ///< the operation whose value it is
    bool edited = false; ///< by a person, or by one whose history is gone
};

class Unmerging
{
public:
    explicit Unmerging(Connection &connection) : m_connection(connection) { }

    Result<Unmerge> plan(const QString &contactId);

private:
    struct Target
    {
        qint64 rid = 0;
        QString id;
        QString state;
        Json body;
    };
    std::optional<Target> record(Kind kind, qint64 rid);
    std::optional<Target> contactWithId(const QString &id);
    qint64 mergeOperationOf(qint64 loser, const QString &state);
    Sort sortOf(qint64 operation);
    bool holds(qint64 operation, qint64 loser);
    std::vector<FieldRow> rowsOf(Kind kind, qint64 rid, const QString &field, const Value &present);
    bool isHollow(const FieldRow &row, qint64 loser, const QString &field);
    Replayed replay(const QString &field, const std::vector<FieldRow> &rows);
    void restoreFields(qint64 contact, const std::set<QString> &fields);
    void restoreField(Target &target, const QString &field, std::vector<FieldEdit> &edits);
    void restoreOwner(Kind kind, qint64 rid);
    void note(const Statement &statement);

    Connection &m_connection;
    qint64 m_operation = 0; ///< of the merge that is taken back
    QHash<QString, QString> m_merged; ///< as it will be
    std::map<qint64, Sort> m_sorts;
    Unmerge m_plan;
    Result<> m_problem;
};

void Unmerging::note(const Statement &statement)
{
    if (statement.failed() && m_problem) {
        m_problem = std::unexpected(statement.error());
    }
}

std::optional<Unmerging::Target> Unmerging::record(Kind kind, qint64 rid)
{
    Statement statement(m_connection, selectFrom(kind) + "rid=?1");
    if (!statement.bind(1, rid).step()) {
        note(statement);
        return std::nullopt;
    }
    auto stored = readStored(statement, kind);
    if (!stored) {
        m_problem = std::unexpected(stored.error());
        return std::nullopt;
    }
    return Target {stored->rid, stored->id, stored->state, std::move(stored->body)};
}

std::optional<Unmerging::Target> Unmerging::contactWithId(const QString &id)
{
    Statement statement(m_connection, "SELECT rid FROM contact WHERE id=?1");
    const qint64 rid = statement.bind(1, id).step() ? statement.integer(0) : 0;
    note(statement);
    return rid == 0 ? std::nullopt : record(Kind::contact, rid);
}

/// The operation by which a contact is in its merged state; 0 when it is not, or when nobody knows.
qint64 Unmerging::mergeOperationOf(qint64 loser, const QString &state)
{
    if (!state.startsWith("merged:"_L1)) {
        return 0;
    }
    Statement statement(
            m_connection,
            "SELECT coalesce(max(c.op),0) FROM change c JOIN operation o ON o.seq=c.op WHERE c.kind=?1 "
            "AND c.rid=?2 AND c.field='@state' AND c.after=json_quote(?3) AND o.reverts IS NULL AND "
            "o.undone=0");
    statement.bind(1, static_cast<int>(Kind::contact)).bind(2, loser).bind(3, state);
    const qint64 operation = statement.step() ? statement.integer(0) : 0;
    note(statement);
    return operation;
}

Sort Unmerging::sortOf(qint64 operation)
{
    if (const auto known = m_sorts.find(operation); known != m_sorts.end()) {
        return known->second;
    }
    Sort sort;
    Statement reverted(m_connection, "SELECT reverts IS NOT NULL OR undone>0 FROM operation WHERE seq=?1");
    if (reverted.bind(1, operation).step() && reverted.integer(0) != 0) {
        sort.what = Sort::What::nothing;
    } else {
        Statement states(m_connection,
                         "SELECT rid, before LIKE '\"merged:%' FROM change WHERE op=?1 AND kind=?2 AND "
                         "field='@state' AND (before LIKE '\"merged:%' OR after LIKE '\"merged:%')");
        if (states.bind(1, operation).bind(2, static_cast<int>(Kind::contact)).step()) {
            sort = {states.integer(1) != 0 ? Sort::What::nothing : Sort::What::merge, states.integer(0)};
        }
        note(states);
    }
    note(reverted);
    m_sorts.emplace(operation, sort);
    return sort;
}

/// Whether a merge will still hold when this one is taken back.
bool Unmerging::holds(qint64 operation, qint64 loser)
{
    if (operation == m_operation) {
        return false;
    }
    const auto target = record(Kind::contact, loser);
    return target && mergeOperationOf(loser, target->state) == operation;
}

std::vector<FieldRow> Unmerging::rowsOf(Kind kind, qint64 rid, const QString &field, const Value &present)
{
    std::vector<FieldRow> rows;
    Statement statement(
            m_connection,
            "SELECT op,before,after FROM change WHERE kind=?1 AND rid=?2 AND field=?3 ORDER BY seq");
    statement.bind(1, static_cast<int>(kind)).bind(2, rid).bind(3, field);
    while (statement.step()) {
        FieldRow row {statement.integer(0), valueOf(statement, 1), valueOf(statement, 2)};
        if (!rows.empty() && rows.back().after != row.before) {
            const Value left = rows.back().after;
            rows.push_back({0, left, row.before}); // what happened between is forgotten: take it for an edit
        }
        rows.push_back(std::move(row));
    }
    note(statement);
    if (!rows.empty() && rows.back().after != present) {
        const Value left = rows.back().after;
        rows.push_back({0, left, present});
    }
    return rows;
}

/// Whether a merge handed on what its loser had only from another merge that does not hold any more.
bool Unmerging::isHollow(const FieldRow &row, qint64 loser, const QString &field)
{
    const auto target = record(Kind::contact, loser);
    if (!target) {
        return false;
    }
    const auto rows = rowsOf(Kind::contact, loser, field, fieldValue(Kind::contact, target->body, field));
    const bool borrowed = std::ranges::any_of(rows, [&](const FieldRow &own) {
        if (own.operation == 0 || own.operation >= row.operation || !sameContent(own.after, row.after)) {
            return false;
        }
        const Sort sort = sortOf(own.operation);
        return sort.what == Sort::What::merge && !holds(own.operation, sort.loser);
    });
    return borrowed && !sameContent(replay(field, rows).value, row.after);
}

Replayed Unmerging::replay(const QString &field, const std::vector<FieldRow> &rows)
{
    Replayed result;
    if (rows.empty()) {
        return result;
    }
    result.value = rows.front().before;
    for (const FieldRow &row : rows) {
        const Sort sort = row.operation == 0 ? Sort {} : sortOf(row.operation);
        const bool counts = sort.what == Sort::What::edit
                || (sort.what == Sort::What::merge && holds(row.operation, sort.loser)
                    && !isHollow(row, sort.loser, field));
        if (counts) {
            result = {row.after, row.operation, sort.what == Sort::What::edit};
        }
    }
    return result;
}

void Unmerging::restoreField(Target &target, const QString &field, std::vector<FieldEdit> &edits)
{
    const Value present = fieldValue(Kind::contact, target.body, field);
    const auto rows = rowsOf(Kind::contact, target.rid, field, present);
    if (rows.empty()) {
        return; // of a contact further on, which got nothing of it
    }
    const Replayed without = replay(field, rows);
    if (without.value != present) {
        edits.push_back({field, without.value});
        return;
    }
    if (!without.edited) {
        return;
    }
    // An edit since stands. Of notes only the part that the merge brought goes, when it is still there as it
    // was.
    const auto merge = std::ranges::find(rows, m_operation, &FieldRow::operation);
    if (merge == rows.end() || merge->before == present) {
        return;
    }
    const QString brought = merge->after ? textOf(*merge->after) : QString();
    const QString now = present ? textOf(*present) : QString();
    if (field == notesField && !brought.isEmpty() && now.startsWith(brought)) {
        const QString own = (merge->before ? textOf(*merge->before) : QString()) + now.mid(brought.size());
        const QString kept = own.trimmed();
        edits.push_back({field, kept.isEmpty() ? Value() : Value(Json(kept))});
        return;
    }
    m_plan.conflicts.push_back({Kind::contact, target.id, field});
}

/// The fields of a contact, and the same fields of whom it was merged into: what was handed on goes too.
void Unmerging::restoreFields(qint64 contact, const std::set<QString> &fields)
{
    std::set<qint64> seen;
    while (contact != 0 && seen.insert(contact).second) {
        auto target = record(Kind::contact, contact);
        if (!target) {
            break;
        }
        std::vector<FieldEdit> edits;
        for (const QString &field : fields) {
            restoreField(*target, field, edits);
        }
        if (!edits.empty()) {
            m_plan.operation.patches.push_back({Kind::contact, target->id, std::move(edits), {}});
        }
        const auto next = m_merged.constFind(target->id);
        const auto winner = next == m_merged.cend() ? std::nullopt : contactWithId(*next);
        contact = winner ? winner->rid : 0;
    }
}

/// A draft or prep goes to whom it was made for, or to whom that one is merged into.
void Unmerging::restoreOwner(Kind kind, qint64 rid)
{
    const auto target = record(kind, rid);
    if (!target) {
        return; // deleted for good
    }
    const Value present = fieldValue(kind, target->body, contactIdField);
    const auto rows = rowsOf(kind, rid, contactIdField, present);
    Value owner = rows.empty() ? present : rows.front().before;
    for (const FieldRow &row : rows) {
        if (row.operation == 0 || sortOf(row.operation).what == Sort::What::edit) {
            owner = row.after;
        }
    }
    QString id = owner ? textOf(*owner) : QString();
    for (qsizetype hops = 0; hops <= m_merged.size() && m_merged.contains(id); ++hops) {
        id = m_merged.value(id);
    }
    if (!id.isEmpty() && present != Value(Json(id))) {
        m_plan.operation.patches.push_back({kind, target->id, {{contactIdField, Json(id)}}, {}});
    }
}

Result<Unmerge> Unmerging::plan(const QString &contactId)
{
    const auto merged = mergedContacts(m_connection);
    if (!merged) {
        return std::unexpected(merged.error());
    }
    const auto loser = contactWithId(contactId);
    if (!loser || !merged->contains(contactId)) {
        return m_problem ? failure(ErrorKind::notFound,
                                   u"The contact \"%1\" is not merged into another."_s.arg(contactId))
                         : Result<Unmerge>(std::unexpected(m_problem.error()));
    }
    m_merged = *merged;
    m_merged.remove(contactId);
    m_plan.winnerId = merged->value(contactId);
    m_plan.operation.keepForGood = true;
    m_plan.operation.setState(Kind::contact, contactId, u"live"_s);
    m_operation = mergeOperationOf(loser->rid, loser->state);
    const auto winner = contactWithId(m_plan.winnerId);
    if (!winner) {
        m_plan.conflicts.push_back({Kind::contact, m_plan.winnerId, purgedField()});
    }
    std::set<QString> fields;
    Statement changes(m_connection,
                      "SELECT DISTINCT kind, rid, field FROM change WHERE op=?1 AND field IS NOT NULL AND "
                      "field<>'@state' ORDER BY seq");
    changes.bind(1, m_operation);
    while (changes.step()) {
        const auto kind = static_cast<Kind>(changes.integer(0));
        if (kind != Kind::contact && changes.text(2) == contactIdField) {
            restoreOwner(kind, changes.integer(1));
        } else if (winner && kind == Kind::contact && changes.integer(1) == winner->rid) {
            fields.insert(changes.text(2));
        }
    }
    note(changes);
    if (winner) {
        restoreFields(winner->rid, fields);
    }
    return m_problem ? Result<Unmerge>(std::move(m_plan)) : std::unexpected(m_problem.error());
}

} // namespace

Result<Unmerge> planUnmerge(Connection &connection, const QString &contactId)
{
    return Unmerging(connection).plan(contactId);
}

} // namespace crema::store
