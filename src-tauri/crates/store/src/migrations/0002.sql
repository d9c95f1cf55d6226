-- Version 2: what happened to the daybook itself, who did what, and what was typed and not yet saved.
--
-- These tables are not journalled: nothing of them is ever undone.

ALTER TABLE op ADD COLUMN who TEXT NOT NULL DEFAULT ''; -- the computer account it was done from

-- Each time it was opened. Two copies of one daybook share these rows up to the day they parted.
CREATE TABLE opening (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    mark     TEXT NOT NULL UNIQUE CHECK (mark NOT GLOB '*[^0-9a-f]*'), -- random
    at       TEXT NOT NULL CHECK (datetime(at) IS at),
    who      TEXT NOT NULL,
    computer TEXT NOT NULL,
    last_op  INTEGER NOT NULL -- the newest operation there was then, undone or not; 0 where there was none
) STRICT;

-- The activity log. Rows are only added.
CREATE TABLE log (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    at        TEXT NOT NULL CHECK (datetime(at) IS at),
    who       TEXT NOT NULL,
    computer  TEXT NOT NULL,
    happening TEXT NOT NULL CHECK (json_valid(happening))
) STRICT;
CREATE TRIGGER log_stays BEFORE UPDATE ON log
BEGIN
    SELECT RAISE(ABORT, 'log.stays');
END;

-- What was typed into a form and not saved, so that locking loses nothing.
CREATE TABLE draft (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value)),
    at    TEXT NOT NULL CHECK (datetime(at) IS at)
) STRICT, WITHOUT ROWID;
