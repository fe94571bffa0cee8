// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/egressmodel.h"

#include "base/dates.h"
#include "base/error.h"
#include "ui/common/errorwords.h"
#include "ui/theme/theme.h"

#include <QBrush>
#include <QLocale>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr std::array kinds {ErrorKind::cancelled,     ErrorKind::offline,     ErrorKind::timeout,
                            ErrorKind::unauthorised,  ErrorKind::forbidden,   ErrorKind::notFound,
                            ErrorKind::conflict,      ErrorKind::rateLimited, ErrorKind::outOfCredits,
                            ErrorKind::rejectedInput, ErrorKind::badAnswer,   ErrorKind::storage,
                            ErrorKind::internal};
constexpr int firstRefusal = 400;

QString sizeInWords(qint64 bytes)
{
    return bytes == 0 ? u"–"_s : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

bool isTrouble(const store::EgressRow &row)
{
    return row.status >= firstRefusal || (row.outcome != "answered"_L1 && row.outcome != "under way"_L1);
}

} // namespace

QString outcomeInWords(const store::EgressRow &row)
{
    if (row.outcome == "under way"_L1) {
        return EgressModel::tr("Under way");
    }
    if (row.outcome == "answered"_L1) {
        return row.status >= firstRefusal ? EgressModel::tr("Refused (%1)").arg(row.status)
                                          : EgressModel::tr("Answered");
    }
    if (row.outcome == "interrupted"_L1) {
        return EgressModel::tr("Crema ended first");
    }
    if (row.outcome == "not sent"_L1) {
        return EgressModel::tr("Not sent");
    }
    const auto kind = std::ranges::find(kinds, row.outcome, errorCode);
    return kind == kinds.end() ? row.outcome : wordsFor(*kind).heading;
}

EgressModel::Line EgressModel::lineOf(const store::EgressRow &row)
{
    const QDateTime at = fromStoredTime(row.at).toLocalTime();
    Line line {row, {}, {}};
    line.texts = {tr("%1, %2").arg(QLocale().toString(at.date(), QLocale::ShortFormat),
                                   at.time().toString(u"HH:mm"_s)),
                  row.service.isEmpty() ? row.host : row.service,
                  row.why,
                  row.personal.isEmpty() ? tr("None") : row.personal,
                  sizeInWords(row.bytesOut),
                  sizeInWords(row.bytesIn),
                  row.cost > 0 ? QLocale().toString(row.cost, 'g', 6) : u"–"_s,
                  outcomeInWords(row)};
    line.toolTip = tr("%1 at %2").arg(row.request, row.host);
    return line;
}

/// Whether the lines from `at` on are the ones that are shown now, as far as both go.
bool EgressModel::begins(const QVector<store::EgressRow> &rows, qsizetype at) const
{
    if (rows.size() - at != m_lines.size()) {
        return false;
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (rows[at + i].key != m_lines[i].row.key || rows[at + i].at != m_lines[i].row.at) {
            return false;
        }
    }
    return true;
}

void EgressModel::show(const QVector<store::EgressRow> &rows)
{
    const qsizetype fresh = rows.size() - m_lines.size();
    if (fresh < 0 || !begins(rows, fresh)) {
        beginResetModel();
        m_lines.clear();
        std::ranges::transform(rows, std::back_inserter(m_lines), lineOf);
        endResetModel();
        return;
    }
    if (fresh > 0) {
        beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
        for (qsizetype i = 0; i < fresh; ++i) {
            m_lines.insert(i, lineOf(rows[i]));
        }
        endInsertRows();
    }
    for (qsizetype i = fresh; i < rows.size(); ++i) {
        if (rows[i] != m_lines[i].row) {
            m_lines[i] = lineOf(rows[i]);
            Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), columns - 1));
        }
    }
}

int EgressModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int EgressModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant EgressModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size()) {
        return {};
    }
    const Line &line = m_lines[index.row()];
    const auto column = static_cast<Column>(index.column());
    const bool isNumber = column == Column::out || column == Column::in || column == Column::cost;
    switch (role) {
    case Qt::DisplayRole:
        return line.texts.value(index.column());
    case Qt::ToolTipRole:
        return column == Column::service ? line.toolTip : line.texts.value(index.column());
    case Qt::TextAlignmentRole:
        return isNumber ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ForegroundRole:
        return column == Column::outcome && isTrouble(line.row) ? QVariant(QBrush(colours().warn))
                                                                : QVariant();
    default:
        return {};
    }
}

QVariant EgressModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto column = static_cast<Column>(section);
    const bool isNumber = column == Column::out || column == Column::in || column == Column::cost;
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isNumber) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)); // over its numbers
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const QStringList titles {tr("When"), tr("To"),       tr("Why"),        tr("Personal data"),
                              tr("Sent"), tr("Received"), tr("Cost there"), tr("Outcome")};
    return titles.value(section);
}

} // namespace crema::ui
