// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrationsteps.h"

namespace crema::store {

namespace {

constexpr const char *step1 = R"sql(
-- This installation and what it has done
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE device(num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL);
CREATE TABLE operation(
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, origin TEXT NOT NULL, at TEXT NOT NULL,
    reverts INTEGER,             -- the operation that this undo or redo works on
    undone INTEGER NOT NULL DEFAULT 0,
    keep INTEGER NOT NULL DEFAULT 0,
    pruned INTEGER NOT NULL DEFAULT 0); -- its field changes are gone: it says who and when, but cannot be undone
CREATE INDEX operation_by_reverts ON operation(reverts) WHERE reverts IS NOT NULL;
-- A create is one row for a range of rowids and holds no copy, and so is a state that a whole range took when a
-- create was undone; anything else is one changed field of one record
CREATE TABLE change(
    seq INTEGER PRIMARY KEY, op INTEGER NOT NULL, kind INTEGER NOT NULL, rid INTEGER NOT NULL, last_rid INTEGER NOT NULL,
    field TEXT, before TEXT, after TEXT);
CREATE INDEX change_by_op ON change(op);
CREATE INDEX change_by_record ON change(kind, rid);
CREATE INDEX change_by_range ON change(kind, rid) WHERE last_rid > rid AND field IS NOT NULL;
-- Bulk operations whose rows are written but not yet published; empty at rest
CREATE TABLE staging(op INTEGER PRIMARY KEY);

-- User records: history, undo, sync. Stamp, device and op are the defaults of all fields; field_mark has the
-- exceptions. Rowids are never used twice: history, marks and caches go by them. The body comes last, so that
-- a list never walks through a long one.
CREATE TABLE contact(
    rid INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, schema INTEGER NOT NULL, state TEXT NOT NULL, state_at TEXT,
    dirty INTEGER NOT NULL, stamp INTEGER NOT NULL, device INTEGER NOT NULL, op INTEGER NOT NULL,
    name TEXT, sort_name TEXT, email TEXT, company TEXT, job_title TEXT, college TEXT, place TEXT, linkedin TEXT,
    status TEXT, tags TEXT, next_action_date TEXT, last_contact_date TEXT, created_at TEXT, sample TEXT, body TEXT NOT NULL);
-- With what says that a row is visible (reader.h), so that lists and counts never touch the rows themselves
CREATE INDEX contact_by_name ON contact(sort_name, rid, state, op) WHERE state='live';
CREATE INDEX contact_by_company ON contact(company, rid, state, op) WHERE state='live';
CREATE INDEX contact_by_status ON contact(status, state, op) WHERE state='live';
CREATE INDEX contact_by_state ON contact(state) WHERE state <> 'live';
CREATE INDEX contact_by_action ON contact(next_action_date) WHERE next_action_date IS NOT NULL;
-- The words of the short fields in one narrow table: searched in memory, or read through in one sweep
CREATE TABLE contact_words(rid INTEGER PRIMARY KEY, words TEXT NOT NULL);
CREATE TABLE draft(
    rid INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, schema INTEGER NOT NULL, state TEXT NOT NULL, state_at TEXT,
    dirty INTEGER NOT NULL, stamp INTEGER NOT NULL, device INTEGER NOT NULL, op INTEGER NOT NULL,
    contact_id TEXT, run_id TEXT, mail_state TEXT, subject TEXT, created_at TEXT, body TEXT NOT NULL);
CREATE INDEX draft_by_contact ON draft(contact_id);
CREATE INDEX draft_by_run ON draft(run_id);
CREATE TABLE run(
    rid INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, schema INTEGER NOT NULL, state TEXT NOT NULL, state_at TEXT,
    dirty INTEGER NOT NULL, stamp INTEGER NOT NULL, device INTEGER NOT NULL, op INTEGER NOT NULL,
    provider TEXT, created_at TEXT, body TEXT NOT NULL);
CREATE TABLE prep(
    rid INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, schema INTEGER NOT NULL, state TEXT NOT NULL, state_at TEXT,
    dirty INTEGER NOT NULL, stamp INTEGER NOT NULL, device INTEGER NOT NULL, op INTEGER NOT NULL,
    contact_id TEXT, prep_status TEXT, created_at TEXT, body TEXT NOT NULL);
CREATE INDEX prep_by_contact ON prep(contact_id);
CREATE TABLE profile(
    rid INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, schema INTEGER NOT NULL, state TEXT NOT NULL, state_at TEXT,
    dirty INTEGER NOT NULL, stamp INTEGER NOT NULL, device INTEGER NOT NULL, op INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE resume(
    rid INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, schema INTEGER NOT NULL, state TEXT NOT NULL, state_at TEXT,
    dirty INTEGER NOT NULL, stamp INTEGER NOT NULL, device INTEGER NOT NULL, op INTEGER NOT NULL,
    file_name TEXT, created_at TEXT, body TEXT NOT NULL);
CREATE TABLE template(
    rid INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, schema INTEGER NOT NULL, state TEXT NOT NULL, state_at TEXT,
    dirty INTEGER NOT NULL, stamp INTEGER NOT NULL, device INTEGER NOT NULL, op INTEGER NOT NULL,
    name TEXT, body TEXT NOT NULL);
-- Where a field's stamp and source differ from the record's: who changed it last, and who said so
CREATE TABLE field_mark(
    kind INTEGER NOT NULL, rid INTEGER NOT NULL, field TEXT NOT NULL, stamp INTEGER NOT NULL, device INTEGER NOT NULL,
    op INTEGER NOT NULL, source TEXT, PRIMARY KEY(kind, rid, field)) WITHOUT ROWID;
-- Hashes of the keys by which records are recognised (identity of contacts)
CREATE TABLE lookup(key INTEGER NOT NULL, kind INTEGER NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY(key, kind, rid)) WITHOUT ROWID;
CREATE INDEX lookup_by_record ON lookup(kind, rid);
-- Words of the long texts, folded by us and separated by blanks; the short fields are in contact_words
CREATE VIRTUAL TABLE fulltext USING fts5(title, text,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* S* P* C*'", prefix='2 3');
-- Records whose long texts are still to be indexed, after a bulk operation
CREATE TABLE unindexed(kind INTEGER NOT NULL, rid INTEGER NOT NULL, last_rid INTEGER NOT NULL, PRIMARY KEY(kind, rid)) WITHOUT ROWID;
-- The last state the server is known to have, and deletions it must hear of
CREATE TABLE base(kind INTEGER NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL, deleted INTEGER NOT NULL, body TEXT,
    stamps TEXT, PRIMARY KEY(kind, id)) WITHOUT ROWID;
CREATE TABLE tombstone(kind INTEGER NOT NULL, id TEXT NOT NULL, rid INTEGER NOT NULL, stamp INTEGER NOT NULL, device INTEGER NOT NULL,
    dirty INTEGER NOT NULL DEFAULT 1, PRIMARY KEY(kind, id)) WITHOUT ROWID;

-- Facts: append or forward only, never undone
CREATE TABLE ledger_entry(
    seq INTEGER PRIMARY KEY, posting TEXT NOT NULL, account TEXT NOT NULL, amount INTEGER NOT NULL, job_id TEXT,
    note TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX ledger_by_job ON ledger_entry(job_id) WHERE job_id IS NOT NULL;
-- Only the outside world ('granted') may be below zero: it is where credits come from
CREATE TABLE ledger_account(
    account TEXT PRIMARY KEY, balance INTEGER NOT NULL CHECK(balance >= 0 OR account = 'granted')) WITHOUT ROWID;
CREATE TRIGGER ledger_posted AFTER INSERT ON ledger_entry BEGIN
    INSERT OR IGNORE INTO ledger_account(account, balance) VALUES(NEW.account, 0);
    UPDATE ledger_account SET balance = balance + NEW.amount WHERE account = NEW.account;
END;
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'ledger entries are never changed'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'ledger entries are never deleted'); END;
CREATE TABLE receipt(
    job_id TEXT PRIMARY KEY, kind TEXT NOT NULL, what TEXT NOT NULL, reserved INTEGER NOT NULL, charged INTEGER NOT NULL,
    released INTEGER NOT NULL, at TEXT NOT NULL,
    CHECK(reserved >= 0 AND charged >= 0 AND released >= 0 AND charged + released <= reserved)) WITHOUT ROWID;
-- Sent marks, mail ids, reply state: the newest row of a name is the present one
CREATE TABLE fact(seq INTEGER PRIMARY KEY, record_id TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX fact_by_record ON fact(record_id, name, seq);
CREATE TABLE egress(
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, host TEXT NOT NULL, why TEXT NOT NULL, job_id TEXT, personal TEXT NOT NULL,
    bytes_out INTEGER NOT NULL, bytes_in INTEGER NOT NULL, cost INTEGER NOT NULL, outcome TEXT NOT NULL);

-- Local: no history
CREATE TABLE job(
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL, stage TEXT NOT NULL,
    input TEXT NOT NULL, results TEXT NOT NULL, error TEXT, done INTEGER NOT NULL, total INTEGER NOT NULL,
    paid INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX job_by_state ON job(state);
CREATE TABLE cache(key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE view_state(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
)sql";

// The notes of contacts move from the full-text index into their words. Those of a bulk that was not yet
// indexed are still listed in `unindexed` and follow at the next start.
constexpr const char *step2 = R"sql(
UPDATE contact_words SET words = words || char(9) ||
    coalesce((SELECT text FROM fulltext WHERE fulltext.rowid = contact_words.rid * 16 + 1), '');
DELETE FROM fulltext WHERE rowid % 16 = 1;
)sql";

constexpr const char *step3 = R"sql(
-- Lists can be restricted to the people one search brought, and to those with a reply nobody has read. A body that
-- cannot be read is left for the check to report.
ALTER TABLE contact ADD COLUMN run_id TEXT;
ALTER TABLE contact ADD COLUMN unread_reply TEXT;
UPDATE contact SET run_id=nullif(json_extract(body,'$.runId'),'')
    WHERE CASE WHEN instr(body,'"runId"')>0 AND json_valid(body) THEN json_type(body,'$.runId')='text' ELSE 0 END;
UPDATE contact SET unread_reply='1'
    WHERE CASE WHEN instr(body,'"hasUnreadReply"')>0 AND json_valid(body)
        THEN json_type(body,'$.hasUnreadReply')='true' ELSE 0 END;
CREATE INDEX contact_by_run ON contact(run_id) WHERE run_id IS NOT NULL;
CREATE INDEX fact_by_name ON fact(name, record_id, seq);
)sql";

constexpr const char *step4 = R"sql(
-- A request is noted before it leaves and its end afterwards: `key` finds it again. What it was, for people, and the
-- status of the answer (0: none came)
ALTER TABLE egress ADD COLUMN key TEXT;
ALTER TABLE egress ADD COLUMN service TEXT NOT NULL DEFAULT '';
ALTER TABLE egress ADD COLUMN request TEXT NOT NULL DEFAULT '';
ALTER TABLE egress ADD COLUMN status INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX egress_by_key ON egress(key) WHERE key IS NOT NULL;
)sql";

// Keys are dropped one by one or in a sweep; an import paid for this index with every person.
constexpr const char *step5 = R"sql(
DROP INDEX lookup_by_record;
)sql";

constexpr const char *step6 = R"sql(
-- Whose word it was that a change replaced, so that what is put back is theirs again: the operation (0: the one that
-- made the record, null: not known) and what it knew more precisely
ALTER TABLE change ADD COLUMN said INTEGER;
ALTER TABLE change ADD COLUMN source TEXT;
)sql";

} // namespace

const std::vector<const char *> &migrationSteps()
{
    static const std::vector<const char *> steps {step1, step2, step3, step4, step5, step6};
    return steps;
}

} // namespace crema::store
