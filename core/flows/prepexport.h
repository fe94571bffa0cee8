// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "model/prep.h"
#include "store/workspace.h"

namespace crema::flows {

/// A prep that was not exported, and why.
struct UnexportedPrep
{
    QString prepId;
    QString name;
    QString reason;
};

struct PrepExport
{
    QStringList files;
    QVector<UnexportedPrep> left;
};

/// Writes the PDFs of these preps into the folder, each under its own name; two of one name are numbered and
/// no file that is there is written over. Preps without a PDF are listed, not skipped in silence. The disk is
/// a worker's.
[[nodiscard]] Task<Result<PrepExport>> exportPreps(const store::Workspace *workspace, QVector<Prep> preps,
                                                   QString folder);

/// The same as one PDF with a bookmark for each prep. rejectedInput when none of them has a PDF.
[[nodiscard]] Task<Result<PrepExport>> exportJoined(const store::Workspace *workspace, QVector<Prep> preps,
                                                    QString path);

} // namespace crema::flows
