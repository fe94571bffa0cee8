// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/prepexport.h"

#include "async/worker.h"
#include "base/paths.h"
#include "flows/prepflow.h"
#include "prep/joinpdf.h"
#include "store/writingout.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

struct Gathered
{
    QVector<prep::NamedPdf> documents; ///< named as the people
    QStringList fileNames;
    QVector<UnexportedPrep> left;
};

Gathered gathered(const store::Workspace &workspace, const QVector<Prep> &preps)
{
    Gathered all;
    for (const Prep &prep : preps) {
        const auto pdf = prepPdf(workspace, prep);
        if (pdf) {
            all.documents << prep::NamedPdf {prep.title(), *pdf};
            all.fileNames << prepFileName(prep);
        } else {
            all.left << UnexportedPrep {prep.id, prep.title(), pdf.error().text};
        }
    }
    return all;
}

Result<PrepExport> writtenInto(const store::Workspace *workspace, QVector<Prep> preps, QString folder)
{
    const QDir target(folder);
    if (!target.exists() && !QDir().mkpath(folder)) {
        return failure(ErrorKind::storage, tr("The folder \"%1\" cannot be made.").arg(folder));
    }
    Gathered all = gathered(*workspace, preps);
    PrepExport outcome {{}, std::move(all.left)};
    for (qsizetype i = 0; i < all.documents.size(); ++i) {
        const QString path = freePath(folder, all.fileNames[i]);
        if (const auto written = store::writeOut(*workspace, path, all.documents[i].bytes); !written) {
            Error error = written.error();
            error.text += u' '
                    + tr("%1 of %2 were saved before.").arg(outcome.files.size()).arg(all.documents.size());
            return std::unexpected(error);
        }
        outcome.files << path;
    }
    return outcome;
}

Result<PrepExport> writtenJoined(const store::Workspace *workspace, QVector<Prep> preps, QString path)
{
    Gathered all = gathered(*workspace, preps);
    if (all.documents.isEmpty()) {
        return failure(ErrorKind::rejectedInput,
                       tr("None of these preps has a PDF yet. Nothing was written."));
    }
    const auto joined = prep::joinedPdf(all.documents);
    const auto written = joined ? store::writeOut(*workspace, path, *joined)
                                : std::unexpected(joined.error());
    if (!written) {
        return std::unexpected(written.error());
    }
    return PrepExport {{path}, std::move(all.left)};
}

} // namespace

Task<Result<PrepExport>> exportPreps(const store::Workspace *workspace, QVector<Prep> preps, QString folder)
{
    return runOnWorker(writtenInto, workspace, std::move(preps), std::move(folder));
}

Task<Result<PrepExport>> exportJoined(const store::Workspace *workspace, QVector<Prep> preps, QString path)
{
    return runOnWorker(writtenJoined, workspace, std::move(preps), std::move(path));
}

} // namespace crema::flows
