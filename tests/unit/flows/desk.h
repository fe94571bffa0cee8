// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/importflow.h"
#include "flows/services.h"
#include "model/draft.h"
#include "model/prep.h"
#include "model/run.h"
#include "support/outside.h"
#include "support/spin.h"
#include "support/support.h"
#include "truth/knowledge.h"

#include <QTemporaryDir>

namespace crema::flows {

/// A workspace on disk with everything that works on it, as the program has it.
struct Desk
{
    /// In a folder of its own, or at `path`.
    explicit Desk(QString path = {});
    ~Desk();
    Q_DISABLE_COPY_MOVE(Desk)

    QTemporaryDir ownFolder;
    QString folder;
    FixedClock clock {QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC)};
    IdSource ids {nextSeed()};
    Deployment deployment;
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<store::Reader> reader;
    std::unique_ptr<jobs::JobEngine> engine;
    std::unique_ptr<test::Outside> outside;
    std::unique_ptr<Services> services;
    QUrl vendor {QStringLiteral("http://127.0.0.1:9/v5")}; ///< People Data Labs, or who stands in for it
    QString vendorKey;

    [[nodiscard]] Result<> open();
    void close();

    /// A file beside the workspace with this content; its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &content);
    [[nodiscard]] Result<ImportOutcome> import(const QString &path, bool dryRun = false);
    /// Imports `count` people of different firms and schools, with addresses; their ids by name.
    [[nodiscard]] QStringList people(int count);
    /// A sender with name, school, address; writes the profile.
    [[nodiscard]] Result<> sender();
    [[nodiscard]] Result<QString> resume(); ///< reads one in, its id
    [[nodiscard]] Result<store::UndoOutcome> undo();
    [[nodiscard]] Result<> trash(Kind kind, const QString &id);

    [[nodiscard]] QVector<Contact> contacts() const;
    [[nodiscard]] QVector<Draft> drafts() const { return reader->drafts().value_or(QVector<Draft>()); }
    [[nodiscard]] QVector<Prep> preps() const { return reader->preps().value_or(QVector<Prep>()); }
    [[nodiscard]] QVector<store::JobRow> jobs() const
    {
        return reader->jobs().value_or(QVector<store::JobRow>());
    }
    [[nodiscard]] qint64 number(const char *sql) const;
    [[nodiscard]] qint64 operations() const { return number("SELECT count(*) FROM operation"); }
    /// What is wrong with the workspace as a whole; empty when all is well.
    [[nodiscard]] QString unsound() const;

private:
    [[nodiscard]] static quint32 nextSeed();
};

/// The words of a PDF, white space as single blanks; empty when it is none.
[[nodiscard]] QString pdfText(QByteArray bytes);

/// Tasks that run beside each other and their results, in the order they were started.
template <typename T>
struct Together
{
    std::vector<std::optional<Result<T>>> results;
    TaskScope scope;

    void launch(Task<Result<T>> task)
    {
        const size_t index = results.size();
        results.emplace_back();
        scope.launch(std::move(task),
                     [this, index](Result<T> result) { results[index].emplace(std::move(result)); });
    }
    [[nodiscard]] bool wait()
    {
        return test::spinUntil([this] { return scope.running() == 0; });
    }
};

/// While it lives nothing can be kept in the workspace's files: a file stands where the folder belongs.
class FilesBlocked final
{
public:
    explicit FilesBlocked(const Desk &desk);
    ~FilesBlocked();
    Q_DISABLE_COPY_MOVE(FilesBlocked)

private:
    QString m_path;
    bool m_moved = false;
};

} // namespace crema::flows
