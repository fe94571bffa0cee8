// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/draft.h"
#include "model/prep.h"
#include "model/profile.h"
#include "model/run.h"
#include "store/connection.h"
#include "store/jobrow.h"
#include "store/operation.h"

#include <functional>
#include <map>
#include <stop_token>

namespace crema::store {

enum class ContactSort {
    name,
    email,
    company,
    jobTitle,
    college,
    place,
    status,
    nextAction,
    lastContact,
    added
};

/// Which contacts, in which order. Empty members do not restrict.
struct ContactQuery
{
    QString status;
    QString company;
    QString college;
    QString tag;
    /// Words that must all begin a word of the contact, as PeopleSearch finds them.
    QString text;
    QString actionDueBy; ///< ISO date: contacts whose next action is due then or earlier
    bool hideSample = false;
    ContactSort sort = ContactSort::name;
    bool descending = false;

    [[nodiscard]] bool operator==(const ContactQuery &) const = default;
};

/// What a list shows of a contact; read without touching its JSON.
struct ContactRow
{
    qint64 rid = 0;
    QString id;
    QString name;
    QString email;
    QString company;
    QString jobTitle;
    QString college;
    QString place;
    QString linkedin;
    QString status;
    QString tags;
    QString nextActionDate;
    QString lastContactDate;
    QString createdAt;
    bool sample = false;

    [[nodiscard]] bool operator==(const ContactRow &) const = default;
};

/// One user record as it is stored.
struct StoredRecord
{
    qint64 rid = 0;
    QString id;
    QString state;
    Json body;
};

/// Restricts lists of drafts and preps.
struct RecordFilter
{
    QString contactId;
    QString runId;
    QString state; ///< of a draft ("draft", "handed_off"), or the status of a prep
};

struct TrashedRecord
{
    Kind kind = Kind::contact;
    QString id;
    QString title;
    QString trashedAt;
};

/// Reads the live records of a workspace on the thread that opened it; never sees half of an operation, never
/// waits for one. Cheap to open: workers open their own.
class Reader final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Reader>> open(const QString &databasePath);

    /// The one id of `kind` that begins with `prefix`: notFound, or rejectedInput when several do.
    [[nodiscard]] Result<QString> resolve(Kind kind, const QString &prefix) const;
    /// A live or trashed record.
    [[nodiscard]] Result<StoredRecord> record(Kind kind, const QString &id) const;

    [[nodiscard]] Result<Contact> contact(const QString &id) const;
    /// The contact without the sources of its values: finding them takes most of the time.
    [[nodiscard]] Result<Contact> contactValues(const QString &id) const;
    [[nodiscard]] Result<Draft> draft(const QString &id) const;
    [[nodiscard]] Result<Run> run(const QString &id) const;
    [[nodiscard]] Result<Prep> prep(const QString &id) const;
    [[nodiscard]] Result<Resume> resume(const QString &id) const;
    /// An empty profile when none was ever written.
    [[nodiscard]] Result<Profile> profile() const;
    [[nodiscard]] Result<std::optional<Resume>> defaultResume() const;

    /// Newest first.
    [[nodiscard]] Result<QVector<Draft>> drafts(const RecordFilter &filter = {}) const;
    [[nodiscard]] Result<QVector<Run>> runs(int limit = 1000) const;
    [[nodiscard]] Result<QVector<Prep>> preps(const RecordFilter &filter = {}) const;
    [[nodiscard]] Result<QVector<Resume>> resumes() const;

    [[nodiscard]] Result<qint64> countContacts(const ContactQuery &query) const;
    [[nodiscard]] Result<QVector<ContactRow>> contactPage(const ContactQuery &query, int limit,
                                                          int offset) const;
    /// All matching rowids in order: what a windowed model holds.
    [[nodiscard]] Result<QVector<qint64>> contactRowIds(const ContactQuery &query) const;
    /// The rows in the order of `rids`; rows that are gone are left out.
    [[nodiscard]] Result<QVector<ContactRow>> contactRows(const QVector<qint64> &rids) const;
    /// Calls `visit` for every live contact until it returns false.
    [[nodiscard]] Result<> forEachContact(const std::function<bool(const Contact &)> &visit) const;
    /// How many live contacts are in each status, in the order of contactStatuses(), then others; `query`
    /// restricts them by everything but the status.
    [[nodiscard]] Result<QVector<std::pair<QString, int>>> statusCounts(const ContactQuery &query = {}) const;
    /// Live records that have this key (see KeysOf). By a hash of it: compare before you take two for one.
    [[nodiscard]] Result<QStringList> withKey(Kind kind, const QString &key) const;
    /// Live contacts of this name (folded), at most `most`, the oldest first.
    [[nodiscard]] Result<QStringList> contactsNamed(const QString &foldedName, int most) const;

    [[nodiscard]] Result<QVector<TrashedRecord>> trash() const;

    /// Newest first; only open ones when `openOnly`.
    [[nodiscard]] Result<QVector<JobRow>> jobs(bool openOnly = false) const;
    [[nodiscard]] Result<JobRow> job(const QString &id) const;
    /// Credits on one account of the ledger; 0 when it was never used.
    [[nodiscard]] Result<int> balance(const QString &account) const;
    /// The sum that was ever posted under a note to an account; used for period grants.
    [[nodiscard]] Result<QVector<LedgerEntry>> ledger(const QString &account, int limit) const;
    [[nodiscard]] Result<QVector<Receipt>> receipts(int limit = 1000) const;
    [[nodiscard]] Result<QString> metaValue(const QString &key) const;
    /// The newest value of a fact; empty when there is none.
    [[nodiscard]] Result<QString> fact(const QString &recordId, const QString &name) const;

    [[nodiscard]] Connection &connection() const { return *m_connection; }

private:
    explicit Reader(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) { }
    [[nodiscard]] Statement &recordById(Kind kind) const;
    [[nodiscard]] Result<StoredRecord> live(Kind kind, const QString &id) const;
    [[nodiscard]] Result<QVector<StoredRecord>> list(Kind kind, const QByteArray &where,
                                                     const QStringList &values,
                                                     const QByteArray &order) const;

    std::unique_ptr<Connection> m_connection;
    mutable std::map<Kind, Statement> m_recordsById; ///< prepared when first asked for
};

/// While it lives, all answers of a reader are of one moment, and thousands of questions cost half: each
/// takes no lock of its own, and what was read is kept. Moving the log into the database waits for it.
class ReadTransaction final
{
public:
    explicit ReadTransaction(const Reader &reader);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

    [[nodiscard]] Result<> begun() const { return m_begun; }

private:
    Connection &m_connection;
    Result<> m_begun;
};

/// Rows that are live and published.
inline constexpr const char *liveRows = "state='live' AND op NOT IN (SELECT op FROM staging)";

} // namespace crema::store
