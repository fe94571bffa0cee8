// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/peoplereader.h"
#include "flows/services.h"

#include <functional>

namespace crema::flows {

/// An import as the user wants it.
struct ImportRequest
{
    QString path; ///< or what to call `bytes`
    std::optional<QByteArray> bytes; ///< instead of what the file holds: it came on standard input
    QString format = QStringLiteral("auto"); ///< "auto", "csv", "linkedin", "google", "outlook", "vcard"
    QString encoding; ///< of the text, as `crema::encodingNames` has it; empty to find out
    QString sheet; ///< of a workbook; empty to find out
    std::optional<exchange::ColumnMapping> mapping; ///< corrected by the user; else guessed
    bool dryRun = false;
};

struct InvalidRow
{
    int row = 0; ///< as a spreadsheet counts
    QString reason;
};

/// Two people who may be the same and were left apart.
struct PossibleDuplicate
{
    QString name;
    int row = 0;
    QString otherName;
    QString otherId; ///< empty when the other is in the same file
    QString reason;
};

/// A row about somebody of an earlier row of the same file.
struct RepeatedRow
{
    int row = 0;
    int sameAsRow = 0;
    QString reason;
};

/// What an import did, or would do.
struct ImportOutcome
{
    QString format;
    int rows = 0; ///< about people, usable or not
    int created = 0;
    int updated = 0;
    int skipped = 0; ///< rows that added nothing: the person is known with all of it
    QVector<InvalidRow> invalid;
    QVector<InvalidRow> warnings;
    QVector<RepeatedRow> repeated; ///< those of `skipped` whose person the file itself has
    QVector<PossibleDuplicate> possibleDuplicates;
    qint64 possibleBeyond = 0; ///< how many more there are; the search for duplicates lists all
    QStringList extraFields; ///< columns we have no field for, kept with the people all the same
    QString operationId; ///< empty for a dry run and when nothing changed
};

/// What the file seems to be, with its columns and first rows; reads on a worker. `mapping`, `encoding`
/// and `sheet`: as ReadOptions has them.
[[nodiscard]] Task<Result<exchange::Preview>> previewImport(
        QString path, Deployment deployment, std::optional<exchange::ColumnMapping> mapping = {},
        QString encoding = {}, QString sheet = {});

/// Reads the file on a worker, recognises people and writes all of it as one undoable operation, or nothing.
/// `progress` counts rows written.
[[nodiscard]] Task<Result<ImportOutcome>> importPeople(Services *services, ImportRequest request,
                                                       std::function<void(int done, int total)> progress,
                                                       std::stop_token stop);

} // namespace crema::flows
