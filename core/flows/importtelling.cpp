// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/importtelling.h"

#include "exchange/columns.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// "First name, City": fields as the columns of the preview call them.
QString titlesOf(const QStringList &fields)
{
    QStringList titles;
    for (const QString &name : fields) {
        const exchange::Field field = exchange::fieldFromName(name);
        titles << (field == exchange::Field::other ? name : exchange::fieldTitle(field));
    }
    return titles.join(u", "_s);
}

QString nameOf(const contacts::PersonRef &person, const store::Reader &reader,
               const contacts::ImportPlan &plan)
{
    if (person.id.isEmpty()) {
        const auto created = std::ranges::lower_bound(plan.creates, person.row, {},
                                                      [](const auto &create) { return create->row; });
        return created != plan.creates.end() && (*created)->row == person.row ? (*created)->contact.name()
                                                                              : QString();
    }
    const auto contact = reader.contactValues(person.id);
    return contact ? contact->name() : person.id;
}

} // namespace

QVector<PossibleDuplicate> duplicatesOf(const contacts::ImportPlan &plan, const store::Reader &reader)
{
    QVector<PossibleDuplicate> duplicates;
    for (const contacts::PossiblePair &pair : plan.possible) {
        duplicates << PossibleDuplicate {nameOf(pair.person, reader, plan), pair.person.row,
                                         nameOf(pair.other, reader, plan), pair.other.id, pair.reason};
    }
    return duplicates;
}

QVector<InvalidRow> warningsOf(const contacts::ImportPlan &plan)
{
    QVector<InvalidRow> warnings;
    for (const contacts::LeftOut &left : plan.leftOut) {
        warnings << InvalidRow {left.row,
                                tr("%1 is known already and keeps what is there; the file says otherwise: %2")
                                        .arg(left.name, titlesOf(left.fields))};
    }
    for (const contacts::NewFirm &firm : plan.newFirms) {
        warnings << InvalidRow {firm.row,
                                tr("%1 works at %2 according to the file; %3 stays first")
                                        .arg(firm.name, firm.firm, firm.first)};
    }
    for (const contacts::JoinedNotes &joined : plan.joinedNotes) {
        warnings << InvalidRow {joined.row,
                                tr("%1 is known already; the notes of the file were added to what is there")
                                        .arg(joined.name)};
    }
    return warnings;
}

void tellKept(const std::vector<store::UndoConflict> &kept, const QHash<QString, Completed> &completed,
              ImportOutcome &outcome)
{
    QMap<QString, QStringList> fields;
    QHash<QString, qsizetype> counts;
    for (const store::UndoConflict &field : kept) {
        ++counts[field.id];
        if (const QString name = field.field.section(u'/', 0, 0); !fields[field.id].contains(name)) {
            fields[field.id] << name;
        }
    }
    for (const auto &[id, names] : fields.asKeyValueRange()) {
        const Completed contact = completed.value(id);
        outcome.warnings << InvalidRow {
                contact.row,
                tr("%1 was edited while the file was being imported and keeps what is there; left out: %2")
                        .arg(contact.name, titlesOf(names))};
        if (counts.value(id) >= contact.fields) {
            --outcome.updated;
            ++outcome.skipped;
        }
    }
}

} // namespace crema::flows
