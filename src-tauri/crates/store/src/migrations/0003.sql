-- Version 3: the whole record of a child, and saved views of the list.

ALTER TABLE pupil ADD COLUMN pronunciation TEXT NOT NULL DEFAULT ''; -- how the name is said

-- Flags of a school's own, beside those the law knows.
CREATE TABLE flag (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    name      TEXT NOT NULL,
    retired   INTEGER NOT NULL CHECK (retired IN (0, 1)),
    UNIQUE (school_id, name)
) STRICT;

CREATE TABLE pupil_flag (
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    flag_id  INTEGER NOT NULL REFERENCES flag (id),
    PRIMARY KEY (pupil_id, flag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pupil_flag_by_flag ON pupil_flag (flag_id);

-- Kinds of plan of a school's own, beside those of the rules.
CREATE TABLE plan_kind (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id    INTEGER NOT NULL REFERENCES school (id),
    name         TEXT NOT NULL,
    review_weeks INTEGER NOT NULL CHECK (review_weeks BETWEEN 1 AND 104), -- from one review to the next, in weeks
    retired      INTEGER NOT NULL CHECK (retired IN (0, 1)),
    UNIQUE (school_id, name)
) STRICT;

-- A child's plan. What it says stands in its cycles, one after another: each review closes one and begins the next.
CREATE TABLE support_plan (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    pupil_id  INTEGER NOT NULL REFERENCES pupil (id),
    kind      TEXT NOT NULL, -- a key of the rules' plan kinds, or own-ID of plan_kind
    title     TEXT NOT NULL,
    from_date TEXT NOT NULL CHECK (date(from_date) IS from_date),
    to_date   TEXT CHECK (to_date IS NULL OR date(to_date) IS to_date), -- the first day it no longer held
    why_ended TEXT NOT NULL,
    CHECK (to_date IS NULL OR from_date <= to_date)
) STRICT;
CREATE INDEX support_plan_by_pupil ON support_plan (pupil_id);

-- One round of assess, plan, do, review.
CREATE TABLE cycle (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id      INTEGER NOT NULL REFERENCES support_plan (id),
    number       INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
    from_date    TEXT NOT NULL CHECK (date(from_date) IS from_date),
    review_on    TEXT NOT NULL CHECK (date(review_on) IS review_on), -- the day it is to be reviewed by
    reviewed_on  TEXT CHECK (reviewed_on IS NULL OR date(reviewed_on) IS reviewed_on),
    assess       TEXT NOT NULL, -- what is known: strengths, needs, what was tried
    child_views  TEXT NOT NULL,
    family_views TEXT NOT NULL,
    doing        TEXT NOT NULL, -- how it goes, while it goes
    review       TEXT NOT NULL, -- what came of it
    UNIQUE (plan_id, number)
) STRICT;
CREATE UNIQUE INDEX cycle_open ON cycle (plan_id) WHERE reviewed_on IS NULL;
CREATE INDEX cycle_due ON cycle (review_on) WHERE reviewed_on IS NULL;

CREATE TABLE outcome (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    cycle_id INTEGER NOT NULL REFERENCES cycle (id),
    rank     INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 99),
    text     TEXT NOT NULL,
    area     TEXT NOT NULL, -- a key of the rules' broad areas; empty for none
    success  TEXT NOT NULL, -- how it will be known
    progress TEXT NOT NULL CHECK (progress IN ('', 'none', 'some', 'met')),
    came     TEXT NOT NULL  -- what was seen of it at the review
) STRICT;
CREATE INDEX outcome_by_cycle ON outcome (cycle_id);

CREATE TABLE strategy (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    cycle_id   INTEGER NOT NULL REFERENCES cycle (id),
    outcome_id INTEGER REFERENCES outcome (id), -- the outcome it serves; none for all of them
    rank       INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 99),
    text       TEXT NOT NULL,
    who        TEXT NOT NULL,
    place      TEXT NOT NULL,
    how_often  TEXT NOT NULL
) STRICT;
CREATE INDEX strategy_by_cycle ON strategy (cycle_id);
CREATE INDEX strategy_by_outcome ON strategy (outcome_id);

-- What a school puts on, by name, so that a provision map can group it.
CREATE TABLE intervention (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    name      TEXT NOT NULL,
    area      TEXT NOT NULL, -- a key of the rules' broad areas; empty for none
    retired   INTEGER NOT NULL CHECK (retired IN (0, 1)),
    UNIQUE (school_id, name)
) STRICT;

CREATE TABLE provision (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    pupil_id        INTEGER NOT NULL REFERENCES pupil (id),
    intervention_id INTEGER NOT NULL REFERENCES intervention (id),
    plan_id         INTEGER REFERENCES support_plan (id),
    staff           TEXT NOT NULL,
    group_name      TEXT NOT NULL, -- empty where it has none
    group_size      INTEGER NOT NULL CHECK (group_size BETWEEN 1 AND 99), -- children in a session, this one among them
    sessions        INTEGER NOT NULL CHECK (sessions BETWEEN 1 AND 50), -- in every_weeks weeks
    every_weeks     INTEGER NOT NULL CHECK (every_weeks BETWEEN 1 AND 12),
    minutes         INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 480), -- of a session
    from_date       TEXT NOT NULL CHECK (date(from_date) IS from_date),
    weeks           INTEGER NOT NULL CHECK (weeks BETWEEN 1 AND 104), -- school weeks it is meant to run
    to_date         TEXT CHECK (to_date IS NULL OR date(to_date) IS to_date), -- the first day it no longer ran
    pence           INTEGER CHECK (pence IS NULL OR pence BETWEEN 0 AND 10000000), -- of a session, for the whole group
    measure         TEXT NOT NULL,
    entry           TEXT NOT NULL, -- the measure at the start
    exit            TEXT NOT NULL, -- and at the end
    impact          TEXT NOT NULL,
    CHECK (to_date IS NULL OR from_date <= to_date)
) STRICT;
CREATE INDEX provision_by_pupil ON provision (pupil_id);
CREATE INDEX provision_by_intervention ON provision (intervention_id);
CREATE INDEX provision_by_plan ON provision (plan_id);

-- A child's one-page profile. The first four are the child's own words.
CREATE TABLE profile (
    pupil_id  INTEGER PRIMARY KEY REFERENCES pupil (id),
    admire    TEXT NOT NULL, -- what people like and admire about me
    important TEXT NOT NULL, -- what is important to me
    support   TEXT NOT NULL, -- how best to support me
    hopes     TEXT NOT NULL,
    works     TEXT NOT NULL, -- for staff: what works
    avoid     TEXT NOT NULL, -- what to avoid
    ask       TEXT NOT NULL, -- whom to ask
    agreed_on TEXT CHECK (agreed_on IS NULL OR date(agreed_on) IS agreed_on)
) STRICT;

-- Results of assessments and screenings.
CREATE TABLE assessment (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    date     TEXT NOT NULL CHECK (date(date) IS date),
    kind     TEXT NOT NULL CHECK (kind IN ('assessment', 'screening')),
    name     TEXT NOT NULL, -- of the test or scale
    score    TEXT NOT NULL, -- as written; a number is drawn
    scale    TEXT NOT NULL, -- what the number counts, such as standard score
    done_by  TEXT NOT NULL,
    note     TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_by_pupil ON assessment (pupil_id, name, date);

-- Documents: where one lies outside, or the hash of one kept here.
CREATE TABLE document (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    name     TEXT NOT NULL,
    date     TEXT NOT NULL CHECK (date(date) IS date),
    note     TEXT NOT NULL,
    link     TEXT, -- a path or an address
    hash     TEXT CHECK (hash IS NULL OR hash NOT GLOB '*[^0-9a-f]*'),
    bytes    INTEGER NOT NULL CHECK (bytes BETWEEN 0 AND 5000000),
    CHECK ((link IS NULL) <> (hash IS NULL))
) STRICT;
CREATE INDEX document_by_pupil ON document (pupil_id);
CREATE INDEX document_by_hash ON document (hash);

-- The small files themselves, by SHA-256. Not journalled: a row never changes, and undoing brings back only what names it.
CREATE TABLE file (
    hash TEXT PRIMARY KEY CHECK (hash NOT GLOB '*[^0-9a-f]*'),
    body BLOB NOT NULL
) STRICT;

-- Views of the list that somebody wants again.
CREATE TABLE saved_view (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    name      TEXT NOT NULL,
    view      TEXT NOT NULL CHECK (json_valid(view)), -- what is asked, its columns and its groups
    UNIQUE (school_id, name)
) STRICT;

-- A cycle that was reviewed stays as it was read out. Replaying the journal passes.
CREATE VIEW reviewed_cycle AS SELECT id FROM cycle WHERE reviewed_on IS NOT NULL;

CREATE TRIGGER cycle_update_reviewed BEFORE UPDATE ON cycle WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') WHERE OLD.reviewed_on IS NOT NULL;
END;
CREATE TRIGGER cycle_delete_reviewed BEFORE DELETE ON cycle WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') WHERE OLD.reviewed_on IS NOT NULL;
END;
CREATE TRIGGER outcome_insert_reviewed BEFORE INSERT ON outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') FROM reviewed_cycle WHERE id = NEW.cycle_id;
END;
CREATE TRIGGER outcome_update_reviewed BEFORE UPDATE ON outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') FROM reviewed_cycle WHERE id IN (OLD.cycle_id, NEW.cycle_id);
END;
CREATE TRIGGER outcome_delete_reviewed BEFORE DELETE ON outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') FROM reviewed_cycle WHERE id = OLD.cycle_id;
END;
CREATE TRIGGER strategy_insert_reviewed BEFORE INSERT ON strategy WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') FROM reviewed_cycle WHERE id = NEW.cycle_id;
END;
CREATE TRIGGER strategy_update_reviewed BEFORE UPDATE ON strategy WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') FROM reviewed_cycle WHERE id IN (OLD.cycle_id, NEW.cycle_id);
END;
CREATE TRIGGER strategy_delete_reviewed BEFORE DELETE ON strategy WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') FROM reviewed_cycle WHERE id = OLD.cycle_id;
END;
