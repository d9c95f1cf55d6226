-- Version 1: the school, its register, the week and its packs.
--
-- Days are ISO text, lengths are whole minutes, times of day are minutes since midnight. Nothing cascades: whoever
-- deletes a row deletes what hangs on it first, so that the journal sees every row go.

PRAGMA application_id = 1145133378; -- the letters DAYB

-- The journal: what was done, and each row it touched before and after.

CREATE TABLE op (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    kind      TEXT NOT NULL,
    label     TEXT NOT NULL,
    at        TEXT NOT NULL CHECK (datetime(at) IS at),
    undoable  INTEGER NOT NULL CHECK (undoable IN (0, 1)),
    undone_at TEXT CHECK (undone_at IS NULL OR datetime(undone_at) IS undone_at)
) STRICT;
CREATE INDEX op_undone ON op (id) WHERE undone_at IS NOT NULL;

CREATE TABLE change (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    op_id      INTEGER NOT NULL REFERENCES op (id),
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    before     TEXT CHECK (before IS NULL OR json_valid(before)),
    after      TEXT CHECK (after IS NULL OR json_valid(after)),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX change_by_op ON change (op_id);
CREATE INDEX change_by_row ON change (table_name, row_id);

-- The operation under way. Empty outside one, and then every trigger refuses to write.
CREATE TABLE open_op (
    only_one  INTEGER PRIMARY KEY CHECK (only_one = 1),
    op_id     INTEGER NOT NULL,
    replaying INTEGER NOT NULL CHECK (replaying IN (0, 1))
) STRICT;

-- The school and its time.

CREATE TABLE school (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT NOT NULL,
    senco  TEXT NOT NULL,
    head   TEXT NOT NULL
) STRICT;

CREATE TABLE half_term (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    name      TEXT NOT NULL,
    first_day TEXT NOT NULL CHECK (date(first_day) IS first_day),
    last_day  TEXT NOT NULL CHECK (date(last_day) IS last_day),
    CHECK (first_day <= last_day)
) STRICT;
CREATE INDEX half_term_by_first_day ON half_term (school_id, first_day);

CREATE TABLE day_off (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    date      TEXT NOT NULL CHECK (date(date) IS date),
    kind      TEXT NOT NULL CHECK (kind IN ('inset', 'bank_holiday', 'closure')),
    name      TEXT NOT NULL,
    UNIQUE (school_id, date)
) STRICT;

CREATE TABLE hours (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    from_date TEXT NOT NULL CHECK (date(from_date) IS from_date),
    UNIQUE (school_id, from_date)
) STRICT;

CREATE TABLE hours_span (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    hours_id  INTEGER NOT NULL REFERENCES hours (id),
    weekday   INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6), -- 0 is Monday
    part      TEXT NOT NULL CHECK (part IN ('contracted', 'teaching', 'protected', 'break')),
    name      TEXT NOT NULL, -- of a break; empty otherwise
    starts    INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439),
    ends      INTEGER NOT NULL CHECK (ends BETWEEN 1 AND 1440),
    CHECK (starts < ends)
) STRICT;
CREATE INDEX hours_span_by_hours ON hours_span (hours_id);

CREATE TABLE activity (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    name           TEXT NOT NULL,
    purpose        TEXT NOT NULL CHECK (purpose IN ('strategy', 'learning', 'staff', 'resources')),
    statutory      INTEGER NOT NULL CHECK (statutory IN (0, 1)),
    administrative INTEGER NOT NULL CHECK (administrative IN (0, 1)),
    with_pupils    INTEGER NOT NULL CHECK (with_pupils IN (0, 1)),
    other_role     INTEGER NOT NULL CHECK (other_role IN (0, 1)),
    own_burden     INTEGER NOT NULL CHECK (own_burden IN (0, 1)),
    retired        INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;

-- The register.

CREATE TABLE pupil (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id      INTEGER NOT NULL REFERENCES school (id),
    case_code      TEXT NOT NULL UNIQUE,
    surname        TEXT NOT NULL,
    forename       TEXT NOT NULL,
    preferred      TEXT NOT NULL,
    born           TEXT CHECK (born IS NULL OR date(born) IS born),
    upn            TEXT NOT NULL,
    admission      TEXT NOT NULL,
    year_override  TEXT,
    class          TEXT NOT NULL,
    pupil_premium  INTEGER NOT NULL CHECK (pupil_premium IN (0, 1)),
    looked_after   INTEGER NOT NULL CHECK (looked_after IN (0, 1)),
    social_care    INTEGER NOT NULL CHECK (social_care IN (0, 1)),
    eal            INTEGER NOT NULL CHECK (eal IN (0, 1)),
    young_carer    INTEGER NOT NULL CHECK (young_carer IN (0, 1)),
    on_roll_from   TEXT CHECK (on_roll_from IS NULL OR date(on_roll_from) IS on_roll_from),
    on_roll_to     TEXT CHECK (on_roll_to IS NULL OR date(on_roll_to) IS on_roll_to),
    note           TEXT NOT NULL,
    sort_name      TEXT NOT NULL, -- folded, kept by the writer
    search         TEXT NOT NULL  -- folded, kept by the writer
) STRICT;
CREATE INDEX pupil_by_name ON pupil (school_id, sort_name);

CREATE TABLE status (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    pupil_id  INTEGER NOT NULL REFERENCES pupil (id),
    code      TEXT NOT NULL,
    from_date TEXT NOT NULL CHECK (date(from_date) IS from_date),
    to_date   TEXT CHECK (to_date IS NULL OR date(to_date) IS to_date), -- the first day it no longer held
    reason    TEXT NOT NULL,
    CHECK (to_date IS NULL OR from_date < to_date)
) STRICT;
CREATE INDEX status_by_pupil ON status (pupil_id, from_date);
CREATE UNIQUE INDEX status_one_open ON status (pupil_id) WHERE to_date IS NULL;

CREATE TABLE need (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    pupil_id  INTEGER NOT NULL REFERENCES pupil (id),
    code      TEXT NOT NULL,
    rank      INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 99),
    from_date TEXT NOT NULL CHECK (date(from_date) IS from_date),
    to_date   TEXT CHECK (to_date IS NULL OR date(to_date) IS to_date), -- the first day it no longer held
    CHECK (to_date IS NULL OR from_date < to_date)
) STRICT;
CREATE INDEX need_by_pupil ON need (pupil_id, from_date);
CREATE UNIQUE INDEX need_one_open ON need (pupil_id, code) WHERE to_date IS NULL;

-- The week: its plan, what became of it, what happened.

CREATE TABLE week (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    monday    TEXT NOT NULL CHECK (date(monday, 'weekday 0', '-6 days') IS monday),
    frozen_at TEXT CHECK (frozen_at IS NULL OR datetime(frozen_at) IS frozen_at),
    closed_at TEXT CHECK (closed_at IS NULL OR datetime(closed_at) IS closed_at),
    -- Hours, calendar, kinds of work and register as they were when it closed: its story is told from these ever after.
    ground    TEXT CHECK (ground IS NULL OR json_valid(ground)),
    UNIQUE (school_id, monday),
    CHECK ((closed_at IS NULL) = (ground IS NULL))
) STRICT;

CREATE TABLE block (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id   INTEGER NOT NULL REFERENCES school (id),
    date        TEXT NOT NULL CHECK (date(date) IS date),
    starts      INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439),
    minutes     INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    title       TEXT NOT NULL,
    activity_id INTEGER NOT NULL REFERENCES activity (id),
    place       TEXT NOT NULL CHECK (place IN ('school', 'home', 'other_school', 'travel')),
    CHECK (starts + minutes <= 1440)
) STRICT;
CREATE INDEX block_by_date ON block (school_id, date);
CREATE INDEX block_by_activity ON block (activity_id);

CREATE TABLE block_pupil (
    block_id INTEGER NOT NULL REFERENCES block (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    PRIMARY KEY (block_id, pupil_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_pupil_by_pupil ON block_pupil (pupil_id);

-- What became of a block stands beside the plan, so that a frozen row never changes. No row: nothing said yet.
CREATE TABLE block_outcome (
    block_id     INTEGER PRIMARY KEY REFERENCES block (id),
    state        TEXT NOT NULL CHECK (state IN ('as_planned', 'changed', 'not_done')),
    why          TEXT NOT NULL,
    still_needed INTEGER NOT NULL CHECK (still_needed IN (0, 1))
) STRICT;

CREATE TABLE entry (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id      INTEGER NOT NULL REFERENCES school (id),
    date           TEXT NOT NULL CHECK (date(date) IS date),
    starts         INTEGER CHECK (starts IS NULL OR starts BETWEEN 0 AND 1439),
    minutes        INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    text           TEXT NOT NULL,
    activity_id    INTEGER REFERENCES activity (id),
    place          TEXT NOT NULL CHECK (place IN ('school', 'home', 'other_school', 'travel')),
    kind           TEXT NOT NULL CHECK (kind IN ('as_planned', 'changed', 'interruption', 'extra')),
    block_id       INTEGER REFERENCES block (id),
    interrupted_by TEXT,
    displaced_id   INTEGER REFERENCES block (id),
    continues_id   INTEGER REFERENCES entry (id), -- of which it is a later piece
    private        INTEGER NOT NULL CHECK (private IN (0, 1)),
    provisional    INTEGER NOT NULL CHECK (provisional IN (0, 1)),
    CHECK (starts IS NULL OR starts + minutes <= 1440),
    CHECK (provisional = 1 OR activity_id IS NOT NULL),
    CHECK (kind NOT IN ('as_planned', 'changed') OR block_id IS NOT NULL)
) STRICT;
CREATE INDEX entry_by_date ON entry (school_id, date);
CREATE INDEX entry_waiting ON entry (school_id, date) WHERE provisional = 1;
CREATE INDEX entry_by_activity ON entry (activity_id);
CREATE INDEX entry_by_block ON entry (block_id);
CREATE INDEX entry_by_displaced ON entry (displaced_id);
CREATE INDEX entry_by_continues ON entry (continues_id);

CREATE TABLE entry_pupil (
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    PRIMARY KEY (entry_id, pupil_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_pupil_by_pupil ON entry_pupil (pupil_id);

CREATE TABLE break_mark (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    date      TEXT NOT NULL CHECK (date(date) IS date),
    name      TEXT NOT NULL,
    state     TEXT NOT NULL CHECK (state IN ('taken', 'part', 'missed')),
    taken     INTEGER NOT NULL CHECK (taken BETWEEN 0 AND 1440), -- minutes had, of a part
    why       TEXT NOT NULL,
    UNIQUE (school_id, date, name)
) STRICT;

-- Packs that were printed or saved, and what was set.

CREATE TABLE pack (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    kind      TEXT NOT NULL,
    monday    TEXT CHECK (monday IS NULL OR date(monday) IS monday),
    options   TEXT NOT NULL CHECK (json_valid(options)),
    hash      TEXT NOT NULL CHECK (hash NOT GLOB '*[^0-9a-f]*'),
    at        TEXT NOT NULL CHECK (datetime(at) IS at)
) STRICT;
CREATE INDEX pack_by_time ON pack (school_id, at);

-- Which entries were in it. An entry may be corrected or deleted later; that it was printed stays true.
CREATE TABLE pack_entry (
    pack_id  INTEGER NOT NULL REFERENCES pack (id),
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (pack_id, entry_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    key   TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

-- Guards. Replaying the journal passes them, so that undoing a freeze opens the plan again.

CREATE VIEW frozen_week AS
    SELECT school_id, monday FROM week WHERE frozen_at IS NOT NULL OR closed_at IS NOT NULL;
CREATE VIEW closed_week AS SELECT school_id, monday FROM week WHERE closed_at IS NOT NULL;
CREATE VIEW replay AS SELECT op_id FROM open_op WHERE replaying = 1;

CREATE TRIGGER block_insert_unfrozen BEFORE INSERT ON block WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'block.frozen') FROM frozen_week
    WHERE school_id = NEW.school_id AND monday = date(NEW.date, 'weekday 0', '-6 days');
END;
CREATE TRIGGER block_update_unfrozen BEFORE UPDATE ON block WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'block.frozen') FROM frozen_week
    WHERE (school_id = OLD.school_id AND monday = date(OLD.date, 'weekday 0', '-6 days'))
       OR (school_id = NEW.school_id AND monday = date(NEW.date, 'weekday 0', '-6 days'));
END;
CREATE TRIGGER block_delete_unfrozen BEFORE DELETE ON block WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'block.frozen') FROM frozen_week
    WHERE school_id = OLD.school_id AND monday = date(OLD.date, 'weekday 0', '-6 days');
END;
CREATE TRIGGER block_pupil_insert_unfrozen BEFORE INSERT ON block_pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'block.frozen') FROM block b JOIN frozen_week w
        ON w.school_id = b.school_id AND w.monday = date(b.date, 'weekday 0', '-6 days')
    WHERE b.id = NEW.block_id;
END;
CREATE TRIGGER block_pupil_update_unfrozen BEFORE UPDATE ON block_pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'block.frozen') FROM block b JOIN frozen_week w
        ON w.school_id = b.school_id AND w.monday = date(b.date, 'weekday 0', '-6 days')
    WHERE b.id IN (OLD.block_id, NEW.block_id);
END;
CREATE TRIGGER block_pupil_delete_unfrozen BEFORE DELETE ON block_pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'block.frozen') FROM block b JOIN frozen_week w
        ON w.school_id = b.school_id AND w.monday = date(b.date, 'weekday 0', '-6 days')
    WHERE b.id = OLD.block_id;
END;

CREATE TRIGGER week_update_once BEFORE UPDATE ON week WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.frozen')
    WHERE OLD.frozen_at IS NOT NULL
      AND (NEW.frozen_at IS NOT OLD.frozen_at OR NEW.school_id <> OLD.school_id OR NEW.monday <> OLD.monday);
    SELECT RAISE(ABORT, 'week.closed') WHERE OLD.closed_at IS NOT NULL;
END;
CREATE TRIGGER week_delete_unfrozen BEFORE DELETE ON week WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.frozen') WHERE OLD.frozen_at IS NOT NULL;
    SELECT RAISE(ABORT, 'week.closed') WHERE OLD.closed_at IS NOT NULL;
END;

CREATE TRIGGER block_outcome_insert_unclosed BEFORE INSERT ON block_outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM block b JOIN closed_week w
        ON w.school_id = b.school_id AND w.monday = date(b.date, 'weekday 0', '-6 days')
    WHERE b.id = NEW.block_id;
END;
CREATE TRIGGER block_outcome_update_unclosed BEFORE UPDATE ON block_outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM block b JOIN closed_week w
        ON w.school_id = b.school_id AND w.monday = date(b.date, 'weekday 0', '-6 days')
    WHERE b.id IN (OLD.block_id, NEW.block_id);
END;
CREATE TRIGGER block_outcome_delete_unclosed BEFORE DELETE ON block_outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM block b JOIN closed_week w
        ON w.school_id = b.school_id AND w.monday = date(b.date, 'weekday 0', '-6 days')
    WHERE b.id = OLD.block_id;
END;

CREATE TRIGGER entry_insert_unclosed BEFORE INSERT ON entry WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM closed_week
    WHERE school_id = NEW.school_id AND monday = date(NEW.date, 'weekday 0', '-6 days');
END;
CREATE TRIGGER entry_update_unclosed BEFORE UPDATE ON entry WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM closed_week
    WHERE (school_id = OLD.school_id AND monday = date(OLD.date, 'weekday 0', '-6 days'))
       OR (school_id = NEW.school_id AND monday = date(NEW.date, 'weekday 0', '-6 days'));
END;
CREATE TRIGGER entry_delete_unclosed BEFORE DELETE ON entry WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM closed_week
    WHERE school_id = OLD.school_id AND monday = date(OLD.date, 'weekday 0', '-6 days');
END;
CREATE TRIGGER entry_pupil_insert_unclosed BEFORE INSERT ON entry_pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM entry e JOIN closed_week w
        ON w.school_id = e.school_id AND w.monday = date(e.date, 'weekday 0', '-6 days')
    WHERE e.id = NEW.entry_id;
END;
CREATE TRIGGER entry_pupil_update_unclosed BEFORE UPDATE ON entry_pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM entry e JOIN closed_week w
        ON w.school_id = e.school_id AND w.monday = date(e.date, 'weekday 0', '-6 days')
    WHERE e.id IN (OLD.entry_id, NEW.entry_id);
END;
CREATE TRIGGER entry_pupil_delete_unclosed BEFORE DELETE ON entry_pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM entry e JOIN closed_week w
        ON w.school_id = e.school_id AND w.monday = date(e.date, 'weekday 0', '-6 days')
    WHERE e.id = OLD.entry_id;
END;

CREATE TRIGGER break_insert_unclosed BEFORE INSERT ON break_mark WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM closed_week
    WHERE school_id = NEW.school_id AND monday = date(NEW.date, 'weekday 0', '-6 days');
END;
CREATE TRIGGER break_update_unclosed BEFORE UPDATE ON break_mark WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM closed_week
    WHERE (school_id = OLD.school_id AND monday = date(OLD.date, 'weekday 0', '-6 days'))
       OR (school_id = NEW.school_id AND monday = date(NEW.date, 'weekday 0', '-6 days'));
END;
CREATE TRIGGER break_delete_unclosed BEFORE DELETE ON break_mark WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM closed_week
    WHERE school_id = OLD.school_id AND monday = date(OLD.date, 'weekday 0', '-6 days');
END;

CREATE TRIGGER status_insert_apart BEFORE INSERT ON status WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'status.overlap') FROM status
    WHERE pupil_id = NEW.pupil_id
      AND from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(to_date, '9999-12-31');
END;
CREATE TRIGGER status_update_apart BEFORE UPDATE ON status WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'status.overlap') FROM status
    WHERE pupil_id = NEW.pupil_id AND id <> OLD.id
      AND from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(to_date, '9999-12-31');
END;
CREATE TRIGGER need_insert_apart BEFORE INSERT ON need WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'need.overlap') FROM need
    WHERE pupil_id = NEW.pupil_id AND code = NEW.code
      AND from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(to_date, '9999-12-31');
END;
CREATE TRIGGER need_update_apart BEFORE UPDATE ON need WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'need.overlap') FROM need
    WHERE pupil_id = NEW.pupil_id AND code = NEW.code AND id <> OLD.id
      AND from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(to_date, '9999-12-31');
END;
