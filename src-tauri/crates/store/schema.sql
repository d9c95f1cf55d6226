-- The schema of a daybook.db, journal triggers included.

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

CREATE TABLE block_outcome (
    block_id     INTEGER PRIMARY KEY REFERENCES block (id),
    state        TEXT NOT NULL CHECK (state IN ('as_planned', 'changed', 'not_done')),
    why          TEXT NOT NULL,
    still_needed INTEGER NOT NULL CHECK (still_needed IN (0, 1))
) STRICT;

CREATE TABLE block_pupil (
    block_id INTEGER NOT NULL REFERENCES block (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    PRIMARY KEY (block_id, pupil_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE burden (
    school_id INTEGER NOT NULL REFERENCES school (id),
    date      TEXT NOT NULL CHECK (date(date) IS date),
    part      TEXT NOT NULL CHECK (part IN ('capture', 'plan', 'reconcile', 'packs')),
    seconds   INTEGER NOT NULL CHECK (seconds >= 0),
    PRIMARY KEY (school_id, date, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    op_id      INTEGER NOT NULL REFERENCES op (id),
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    before     TEXT CHECK (before IS NULL OR json_valid(before)),
    after      TEXT CHECK (after IS NULL OR json_valid(after)),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

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

CREATE TABLE day_off (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    date      TEXT NOT NULL CHECK (date(date) IS date),
    kind      TEXT NOT NULL CHECK (kind IN ('inset', 'bank_holiday', 'closure')),
    name      TEXT NOT NULL,
    UNIQUE (school_id, date)
) STRICT;

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

CREATE TABLE draft (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value)),
    at    TEXT NOT NULL CHECK (datetime(at) IS at)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE entry_pupil (
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    PRIMARY KEY (entry_id, pupil_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE file (
    hash TEXT PRIMARY KEY CHECK (hash NOT GLOB '*[^0-9a-f]*'),
    body BLOB NOT NULL
) STRICT;

CREATE TABLE flag (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    name      TEXT NOT NULL,
    retired   INTEGER NOT NULL CHECK (retired IN (0, 1)),
    UNIQUE (school_id, name)
) STRICT;

CREATE TABLE half_term (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    name      TEXT NOT NULL,
    first_day TEXT NOT NULL CHECK (date(first_day) IS first_day),
    last_day  TEXT NOT NULL CHECK (date(last_day) IS last_day),
    CHECK (first_day <= last_day)
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

CREATE TABLE intervention (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    name      TEXT NOT NULL,
    area      TEXT NOT NULL, -- a key of the rules' broad areas; empty for none
    retired   INTEGER NOT NULL CHECK (retired IN (0, 1)),
    UNIQUE (school_id, name)
) STRICT;

CREATE TABLE log (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    at        TEXT NOT NULL CHECK (datetime(at) IS at),
    who       TEXT NOT NULL,
    computer  TEXT NOT NULL,
    happening TEXT NOT NULL CHECK (json_valid(happening))
) STRICT;

CREATE TABLE need (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    pupil_id  INTEGER NOT NULL REFERENCES pupil (id),
    code      TEXT NOT NULL,
    rank      INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 99),
    from_date TEXT NOT NULL CHECK (date(from_date) IS from_date),
    to_date   TEXT CHECK (to_date IS NULL OR date(to_date) IS to_date), -- the first day it no longer held
    CHECK (to_date IS NULL OR from_date < to_date)
) STRICT;

CREATE TABLE normal_block (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    normal_week_id INTEGER NOT NULL REFERENCES normal_week (id),
    weekday        INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6), -- 0 is Monday
    starts         INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439),
    minutes        INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    title          TEXT NOT NULL,
    activity_id    INTEGER NOT NULL REFERENCES activity (id),
    place          TEXT NOT NULL CHECK (place IN ('school', 'home', 'other_school', 'travel')),
    CHECK (starts + minutes <= 1440)
) STRICT;

CREATE TABLE normal_week (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    name      TEXT NOT NULL,
    UNIQUE (school_id, name)
) STRICT;

CREATE TABLE op (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    kind      TEXT NOT NULL,
    label     TEXT NOT NULL,
    at        TEXT NOT NULL CHECK (datetime(at) IS at),
    undoable  INTEGER NOT NULL CHECK (undoable IN (0, 1)),
    undone_at TEXT CHECK (undone_at IS NULL OR datetime(undone_at) IS undone_at)
, who TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE open_op (
    only_one  INTEGER PRIMARY KEY CHECK (only_one = 1),
    op_id     INTEGER NOT NULL,
    replaying INTEGER NOT NULL CHECK (replaying IN (0, 1))
) STRICT;

CREATE TABLE opening (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    mark     TEXT NOT NULL UNIQUE CHECK (mark NOT GLOB '*[^0-9a-f]*'), -- random
    at       TEXT NOT NULL CHECK (datetime(at) IS at),
    who      TEXT NOT NULL,
    computer TEXT NOT NULL,
    last_op  INTEGER NOT NULL -- the newest operation there was then, undone or not; 0 where there was none
) STRICT;

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

CREATE TABLE pack (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    kind      TEXT NOT NULL,
    monday    TEXT CHECK (monday IS NULL OR date(monday) IS monday),
    options   TEXT NOT NULL CHECK (json_valid(options)),
    hash      TEXT NOT NULL CHECK (hash NOT GLOB '*[^0-9a-f]*'),
    at        TEXT NOT NULL CHECK (datetime(at) IS at)
) STRICT;

CREATE TABLE pack_entry (
    pack_id  INTEGER NOT NULL REFERENCES pack (id),
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (pack_id, entry_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_kind (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id    INTEGER NOT NULL REFERENCES school (id),
    name         TEXT NOT NULL,
    review_weeks INTEGER NOT NULL CHECK (review_weeks BETWEEN 1 AND 104), -- from one review to the next, in weeks
    retired      INTEGER NOT NULL CHECK (retired IN (0, 1)),
    UNIQUE (school_id, name)
) STRICT;

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
, pronunciation TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE pupil_flag (
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    flag_id  INTEGER NOT NULL REFERENCES flag (id),
    PRIMARY KEY (pupil_id, flag_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    name      TEXT NOT NULL,
    view      TEXT NOT NULL CHECK (json_valid(view)), -- what is asked, its columns and its groups
    UNIQUE (school_id, name)
) STRICT;

CREATE TABLE school (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT NOT NULL,
    senco  TEXT NOT NULL,
    head   TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    key   TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE status (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    pupil_id  INTEGER NOT NULL REFERENCES pupil (id),
    code      TEXT NOT NULL,
    from_date TEXT NOT NULL CHECK (date(from_date) IS from_date),
    to_date   TEXT CHECK (to_date IS NULL OR date(to_date) IS to_date), -- the first day it no longer held
    reason    TEXT NOT NULL,
    CHECK (to_date IS NULL OR from_date < to_date)
) STRICT;

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

CREATE TABLE task (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id       INTEGER NOT NULL REFERENCES school (id),
    template_id     INTEGER REFERENCES task_template (id),
    occurs          TEXT CHECK (occurs IS NULL OR date(occurs) IS occurs), -- the day its template named
    pupil_id        INTEGER REFERENCES pupil (id),
    title           TEXT NOT NULL,
    activity_id     INTEGER REFERENCES activity (id),
    appeared        TEXT NOT NULL CHECK (date(appeared) IS appeared),
    due             TEXT CHECK (due IS NULL OR date(due) IS due),
    first_due       TEXT CHECK (first_due IS NULL OR date(first_due) IS first_due), -- before anybody moved it
    estimate        INTEGER CHECK (estimate IS NULL OR estimate BETWEEN 1 AND 6000), -- minutes
    carries         INTEGER NOT NULL CHECK (carries IN (0, 1)),
    stake          TEXT NOT NULL CHECK (stake IN ('law', 'child', 'family', 'school')),
    consequence     TEXT NOT NULL,
    note            TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('open', 'part', 'done', 'delegated', 'dropped', 'not_done')),
    percent         INTEGER CHECK ((state = 'part') = (percent IS NOT NULL) AND (percent IS NULL OR percent BETWEEN 1 AND 99)),
    delegated_to    TEXT CHECK ((state = 'delegated') = (delegated_to IS NOT NULL)),
    delegated_until TEXT CHECK (delegated_until IS NULL OR date(delegated_until) IS delegated_until),
    why             TEXT NOT NULL, -- of what was dropped or not done
    settled_on      TEXT CHECK (settled_on IS NULL OR date(settled_on) IS settled_on), -- done or dropped
    split_from_id   INTEGER REFERENCES task (id),
    CHECK ((state IN ('done', 'dropped')) = (settled_on IS NOT NULL)),
    CHECK (occurs IS NULL OR template_id IS NOT NULL)
) STRICT;

CREATE TABLE task_block (
    block_id INTEGER PRIMARY KEY REFERENCES block (id),
    task_id  INTEGER NOT NULL REFERENCES task (id)
) STRICT;

CREATE TABLE task_entry (
    entry_id INTEGER PRIMARY KEY REFERENCES entry (id),
    task_id  INTEGER NOT NULL REFERENCES task (id)
) STRICT;

CREATE TABLE task_template (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id   INTEGER NOT NULL REFERENCES school (id),
    title       TEXT NOT NULL,
    frequency   TEXT NOT NULL CHECK (frequency IN ('daily', 'weekly', 'half_termly', 'termly', 'yearly', 'ad_hoc')),
    estimate    INTEGER NOT NULL CHECK (estimate BETWEEN 1 AND 6000), -- minutes of one task
    basis       TEXT NOT NULL CHECK (basis IN ('published', 'proposed', 'own', 'measured')),
    source      TEXT NOT NULL, -- where the estimate is from, in words
    activity_id INTEGER NOT NULL REFERENCES activity (id),
    per         TEXT NOT NULL CHECK (per IN ('school', 'status', 'family', 'pupil')), -- one task for each of these
    per_status  TEXT CHECK ((per = 'status') = (per_status IS NOT NULL)),
    pupil_id    INTEGER REFERENCES pupil (id), -- the child where it is for one
    anchor      TEXT NOT NULL CHECK (json_valid(anchor)), -- the day it names
    lead_days   INTEGER NOT NULL CHECK (lead_days BETWEEN 0 AND 366), -- how long before its day it appears
    in_holidays INTEGER NOT NULL CHECK (in_holidays IN (0, 1)),
    carries     INTEGER NOT NULL CHECK (carries IN (0, 1)), -- stays on the list after its day
    stake      TEXT NOT NULL CHECK (stake IN ('law', 'child', 'family', 'school')), -- who is let down
    consequence TEXT NOT NULL,
    from_date   TEXT NOT NULL CHECK (date(from_date) IS from_date), -- nothing falls due before
    retired     INTEGER NOT NULL CHECK (retired IN (0, 1)),
    CHECK ((per = 'pupil') = (pupil_id IS NOT NULL))
) STRICT;

CREATE TABLE timer (
    school_id INTEGER PRIMARY KEY REFERENCES school (id),
    layers    TEXT NOT NULL CHECK (json_valid(layers))
) STRICT;

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

CREATE VIEW closed_week AS SELECT school_id, monday FROM week WHERE closed_at IS NOT NULL;

CREATE VIEW frozen_week AS
    SELECT school_id, monday FROM week WHERE frozen_at IS NOT NULL OR closed_at IS NOT NULL;

CREATE VIEW replay AS SELECT op_id FROM open_op WHERE replaying = 1;

CREATE VIEW reviewed_cycle AS SELECT id FROM cycle WHERE reviewed_on IS NOT NULL;

CREATE INDEX assessment_by_pupil ON assessment (pupil_id, name, date);

CREATE INDEX block_by_activity ON block (activity_id);

CREATE INDEX block_by_date ON block (school_id, date);

CREATE INDEX block_pupil_by_pupil ON block_pupil (pupil_id);

CREATE INDEX change_by_op ON change (op_id);

CREATE INDEX change_by_row ON change (table_name, row_id);

CREATE INDEX cycle_due ON cycle (review_on) WHERE reviewed_on IS NULL;

CREATE UNIQUE INDEX cycle_open ON cycle (plan_id) WHERE reviewed_on IS NULL;

CREATE INDEX document_by_hash ON document (hash);

CREATE INDEX document_by_pupil ON document (pupil_id);

CREATE INDEX entry_by_activity ON entry (activity_id);

CREATE INDEX entry_by_block ON entry (block_id);

CREATE INDEX entry_by_continues ON entry (continues_id);

CREATE INDEX entry_by_date ON entry (school_id, date);

CREATE INDEX entry_by_displaced ON entry (displaced_id);

CREATE INDEX entry_pupil_by_pupil ON entry_pupil (pupil_id);

CREATE INDEX entry_waiting ON entry (school_id, date) WHERE provisional = 1;

CREATE INDEX half_term_by_first_day ON half_term (school_id, first_day);

CREATE INDEX hours_span_by_hours ON hours_span (hours_id);

CREATE INDEX need_by_pupil ON need (pupil_id, from_date);

CREATE UNIQUE INDEX need_one_open ON need (pupil_id, code) WHERE to_date IS NULL;

CREATE INDEX normal_block_by_activity ON normal_block (activity_id);

CREATE INDEX normal_block_by_week ON normal_block (normal_week_id);

CREATE INDEX op_undone ON op (id) WHERE undone_at IS NOT NULL;

CREATE INDEX outcome_by_cycle ON outcome (cycle_id);

CREATE INDEX pack_by_time ON pack (school_id, at);

CREATE INDEX provision_by_intervention ON provision (intervention_id);

CREATE INDEX provision_by_plan ON provision (plan_id);

CREATE INDEX provision_by_pupil ON provision (pupil_id);

CREATE INDEX pupil_by_name ON pupil (school_id, sort_name);

CREATE INDEX pupil_flag_by_flag ON pupil_flag (flag_id);

CREATE INDEX status_by_pupil ON status (pupil_id, from_date);

CREATE UNIQUE INDEX status_one_open ON status (pupil_id) WHERE to_date IS NULL;

CREATE INDEX strategy_by_cycle ON strategy (cycle_id);

CREATE INDEX strategy_by_outcome ON strategy (outcome_id);

CREATE INDEX support_plan_by_pupil ON support_plan (pupil_id);

CREATE INDEX task_appeared ON task (school_id, appeared) WHERE occurs IS NOT NULL;

CREATE INDEX task_block_by_task ON task_block (task_id);

CREATE INDEX task_by_activity ON task (activity_id);

CREATE INDEX task_by_day ON task (school_id, settled_on, due);

CREATE INDEX task_by_pupil ON task (pupil_id);

CREATE INDEX task_by_split ON task (split_from_id);

CREATE INDEX task_by_template ON task (template_id, state, settled_on);

CREATE INDEX task_entry_by_task ON task_entry (task_id);

CREATE UNIQUE INDEX task_once ON task (template_id, occurs, ifnull(pupil_id, 0)) WHERE occurs IS NOT NULL;

CREATE INDEX task_template_by_activity ON task_template (activity_id);

CREATE INDEX task_template_by_pupil ON task_template (pupil_id);

CREATE INDEX task_template_by_school ON task_template (school_id, retired);

CREATE TRIGGER block_delete_unfrozen BEFORE DELETE ON block WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'block.frozen') FROM frozen_week
    WHERE school_id = OLD.school_id AND monday = date(OLD.date, 'weekday 0', '-6 days');
END;

CREATE TRIGGER block_insert_unfrozen BEFORE INSERT ON block WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'block.frozen') FROM frozen_week
    WHERE school_id = NEW.school_id AND monday = date(NEW.date, 'weekday 0', '-6 days');
END;

CREATE TRIGGER block_outcome_delete_unclosed BEFORE DELETE ON block_outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM block b JOIN closed_week w
        ON w.school_id = b.school_id AND w.monday = date(b.date, 'weekday 0', '-6 days')
    WHERE b.id = OLD.block_id;
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

CREATE TRIGGER block_pupil_delete_unfrozen BEFORE DELETE ON block_pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'block.frozen') FROM block b JOIN frozen_week w
        ON w.school_id = b.school_id AND w.monday = date(b.date, 'weekday 0', '-6 days')
    WHERE b.id = OLD.block_id;
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

CREATE TRIGGER block_update_unfrozen BEFORE UPDATE ON block WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'block.frozen') FROM frozen_week
    WHERE (school_id = OLD.school_id AND monday = date(OLD.date, 'weekday 0', '-6 days'))
       OR (school_id = NEW.school_id AND monday = date(NEW.date, 'weekday 0', '-6 days'));
END;

CREATE TRIGGER break_delete_unclosed BEFORE DELETE ON break_mark WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM closed_week
    WHERE school_id = OLD.school_id AND monday = date(OLD.date, 'weekday 0', '-6 days');
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

CREATE TRIGGER cycle_delete_reviewed BEFORE DELETE ON cycle WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') WHERE OLD.reviewed_on IS NOT NULL;
END;

CREATE TRIGGER cycle_update_reviewed BEFORE UPDATE ON cycle WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') WHERE OLD.reviewed_on IS NOT NULL;
END;

CREATE TRIGGER entry_delete_unclosed BEFORE DELETE ON entry WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM closed_week
    WHERE school_id = OLD.school_id AND monday = date(OLD.date, 'weekday 0', '-6 days');
END;

CREATE TRIGGER entry_insert_unclosed BEFORE INSERT ON entry WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM closed_week
    WHERE school_id = NEW.school_id AND monday = date(NEW.date, 'weekday 0', '-6 days');
END;

CREATE TRIGGER entry_pupil_delete_unclosed BEFORE DELETE ON entry_pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM entry e JOIN closed_week w
        ON w.school_id = e.school_id AND w.monday = date(e.date, 'weekday 0', '-6 days')
    WHERE e.id = OLD.entry_id;
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

CREATE TRIGGER entry_update_unclosed BEFORE UPDATE ON entry WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.closed') FROM closed_week
    WHERE (school_id = OLD.school_id AND monday = date(OLD.date, 'weekday 0', '-6 days'))
       OR (school_id = NEW.school_id AND monday = date(NEW.date, 'weekday 0', '-6 days'));
END;

CREATE TRIGGER journal_activity_delete AFTER DELETE ON activity WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'activity', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'purpose', OLD.purpose, 'statutory', OLD.statutory, 'administrative', OLD.administrative, 'with_pupils', OLD.with_pupils, 'other_role', OLD.other_role, 'own_burden', OLD.own_burden, 'retired', OLD.retired), NULL FROM open_op;
END;

CREATE TRIGGER journal_activity_insert AFTER INSERT ON activity WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'activity', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'purpose', NEW.purpose, 'statutory', NEW.statutory, 'administrative', NEW.administrative, 'with_pupils', NEW.with_pupils, 'other_role', NEW.other_role, 'own_burden', NEW.own_burden, 'retired', NEW.retired) FROM open_op;
END;

CREATE TRIGGER journal_activity_update AFTER UPDATE ON activity WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.name IS NOT NEW.name OR OLD.purpose IS NOT NEW.purpose OR OLD.statutory IS NOT NEW.statutory OR OLD.administrative IS NOT NEW.administrative OR OLD.with_pupils IS NOT NEW.with_pupils OR OLD.other_role IS NOT NEW.other_role OR OLD.own_burden IS NOT NEW.own_burden OR OLD.retired IS NOT NEW.retired)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'activity', NEW.id, json_object('id', OLD.id, 'name', OLD.name, 'purpose', OLD.purpose, 'statutory', OLD.statutory, 'administrative', OLD.administrative, 'with_pupils', OLD.with_pupils, 'other_role', OLD.other_role, 'own_burden', OLD.own_burden, 'retired', OLD.retired), json_object('id', NEW.id, 'name', NEW.name, 'purpose', NEW.purpose, 'statutory', NEW.statutory, 'administrative', NEW.administrative, 'with_pupils', NEW.with_pupils, 'other_role', NEW.other_role, 'own_burden', NEW.own_burden, 'retired', NEW.retired) FROM open_op;
END;

CREATE TRIGGER journal_assessment_delete AFTER DELETE ON assessment WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'assessment', OLD.id, json_object('id', OLD.id, 'pupil_id', OLD.pupil_id, 'date', OLD.date, 'kind', OLD.kind, 'name', OLD.name, 'score', OLD.score, 'scale', OLD.scale, 'done_by', OLD.done_by, 'note', OLD.note), NULL FROM open_op;
END;

CREATE TRIGGER journal_assessment_insert AFTER INSERT ON assessment WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'assessment', NEW.id, NULL, json_object('id', NEW.id, 'pupil_id', NEW.pupil_id, 'date', NEW.date, 'kind', NEW.kind, 'name', NEW.name, 'score', NEW.score, 'scale', NEW.scale, 'done_by', NEW.done_by, 'note', NEW.note) FROM open_op;
END;

CREATE TRIGGER journal_assessment_update AFTER UPDATE ON assessment WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.pupil_id IS NOT NEW.pupil_id OR OLD.date IS NOT NEW.date OR OLD.kind IS NOT NEW.kind OR OLD.name IS NOT NEW.name OR OLD.score IS NOT NEW.score OR OLD.scale IS NOT NEW.scale OR OLD.done_by IS NOT NEW.done_by OR OLD.note IS NOT NEW.note)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'assessment', NEW.id, json_object('id', OLD.id, 'pupil_id', OLD.pupil_id, 'date', OLD.date, 'kind', OLD.kind, 'name', OLD.name, 'score', OLD.score, 'scale', OLD.scale, 'done_by', OLD.done_by, 'note', OLD.note), json_object('id', NEW.id, 'pupil_id', NEW.pupil_id, 'date', NEW.date, 'kind', NEW.kind, 'name', NEW.name, 'score', NEW.score, 'scale', NEW.scale, 'done_by', NEW.done_by, 'note', NEW.note) FROM open_op;
END;

CREATE TRIGGER journal_block_delete AFTER DELETE ON block WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'block', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'date', OLD.date, 'starts', OLD.starts, 'minutes', OLD.minutes, 'title', OLD.title, 'activity_id', OLD.activity_id, 'place', OLD.place), NULL FROM open_op;
END;

CREATE TRIGGER journal_block_insert AFTER INSERT ON block WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'block', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'date', NEW.date, 'starts', NEW.starts, 'minutes', NEW.minutes, 'title', NEW.title, 'activity_id', NEW.activity_id, 'place', NEW.place) FROM open_op;
END;

CREATE TRIGGER journal_block_outcome_delete AFTER DELETE ON block_outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'block_outcome', OLD.block_id, json_object('block_id', OLD.block_id, 'state', OLD.state, 'why', OLD.why, 'still_needed', OLD.still_needed), NULL FROM open_op;
END;

CREATE TRIGGER journal_block_outcome_insert AFTER INSERT ON block_outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'block_outcome', NEW.block_id, NULL, json_object('block_id', NEW.block_id, 'state', NEW.state, 'why', NEW.why, 'still_needed', NEW.still_needed) FROM open_op;
END;

CREATE TRIGGER journal_block_outcome_update AFTER UPDATE ON block_outcome WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.block_id IS NOT NEW.block_id OR OLD.state IS NOT NEW.state OR OLD.why IS NOT NEW.why OR OLD.still_needed IS NOT NEW.still_needed)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'block_outcome', NEW.block_id, json_object('block_id', OLD.block_id, 'state', OLD.state, 'why', OLD.why, 'still_needed', OLD.still_needed), json_object('block_id', NEW.block_id, 'state', NEW.state, 'why', NEW.why, 'still_needed', NEW.still_needed) FROM open_op;
END;

CREATE TRIGGER journal_block_pupil_delete AFTER DELETE ON block_pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'block_pupil', OLD.block_id, json_object('block_id', OLD.block_id, 'pupil_id', OLD.pupil_id), NULL FROM open_op;
END;

CREATE TRIGGER journal_block_pupil_insert AFTER INSERT ON block_pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'block_pupil', NEW.block_id, NULL, json_object('block_id', NEW.block_id, 'pupil_id', NEW.pupil_id) FROM open_op;
END;

CREATE TRIGGER journal_block_pupil_update AFTER UPDATE ON block_pupil WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.block_id IS NOT NEW.block_id OR OLD.pupil_id IS NOT NEW.pupil_id)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'block_pupil', NEW.block_id, json_object('block_id', OLD.block_id, 'pupil_id', OLD.pupil_id), json_object('block_id', NEW.block_id, 'pupil_id', NEW.pupil_id) FROM open_op;
END;

CREATE TRIGGER journal_block_update AFTER UPDATE ON block WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.date IS NOT NEW.date OR OLD.starts IS NOT NEW.starts OR OLD.minutes IS NOT NEW.minutes OR OLD.title IS NOT NEW.title OR OLD.activity_id IS NOT NEW.activity_id OR OLD.place IS NOT NEW.place)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'block', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'date', OLD.date, 'starts', OLD.starts, 'minutes', OLD.minutes, 'title', OLD.title, 'activity_id', OLD.activity_id, 'place', OLD.place), json_object('id', NEW.id, 'school_id', NEW.school_id, 'date', NEW.date, 'starts', NEW.starts, 'minutes', NEW.minutes, 'title', NEW.title, 'activity_id', NEW.activity_id, 'place', NEW.place) FROM open_op;
END;

CREATE TRIGGER journal_break_mark_delete AFTER DELETE ON break_mark WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'break_mark', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'date', OLD.date, 'name', OLD.name, 'state', OLD.state, 'taken', OLD.taken, 'why', OLD.why), NULL FROM open_op;
END;

CREATE TRIGGER journal_break_mark_insert AFTER INSERT ON break_mark WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'break_mark', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'date', NEW.date, 'name', NEW.name, 'state', NEW.state, 'taken', NEW.taken, 'why', NEW.why) FROM open_op;
END;

CREATE TRIGGER journal_break_mark_update AFTER UPDATE ON break_mark WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.date IS NOT NEW.date OR OLD.name IS NOT NEW.name OR OLD.state IS NOT NEW.state OR OLD.taken IS NOT NEW.taken OR OLD.why IS NOT NEW.why)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'break_mark', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'date', OLD.date, 'name', OLD.name, 'state', OLD.state, 'taken', OLD.taken, 'why', OLD.why), json_object('id', NEW.id, 'school_id', NEW.school_id, 'date', NEW.date, 'name', NEW.name, 'state', NEW.state, 'taken', NEW.taken, 'why', NEW.why) FROM open_op;
END;

CREATE TRIGGER journal_cycle_delete AFTER DELETE ON cycle WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'cycle', OLD.id, json_object('id', OLD.id, 'plan_id', OLD.plan_id, 'number', OLD.number, 'from_date', OLD.from_date, 'review_on', OLD.review_on, 'reviewed_on', OLD.reviewed_on, 'assess', OLD.assess, 'child_views', OLD.child_views, 'family_views', OLD.family_views, 'doing', OLD.doing, 'review', OLD.review), NULL FROM open_op;
END;

CREATE TRIGGER journal_cycle_insert AFTER INSERT ON cycle WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'cycle', NEW.id, NULL, json_object('id', NEW.id, 'plan_id', NEW.plan_id, 'number', NEW.number, 'from_date', NEW.from_date, 'review_on', NEW.review_on, 'reviewed_on', NEW.reviewed_on, 'assess', NEW.assess, 'child_views', NEW.child_views, 'family_views', NEW.family_views, 'doing', NEW.doing, 'review', NEW.review) FROM open_op;
END;

CREATE TRIGGER journal_cycle_update AFTER UPDATE ON cycle WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.plan_id IS NOT NEW.plan_id OR OLD.number IS NOT NEW.number OR OLD.from_date IS NOT NEW.from_date OR OLD.review_on IS NOT NEW.review_on OR OLD.reviewed_on IS NOT NEW.reviewed_on OR OLD.assess IS NOT NEW.assess OR OLD.child_views IS NOT NEW.child_views OR OLD.family_views IS NOT NEW.family_views OR OLD.doing IS NOT NEW.doing OR OLD.review IS NOT NEW.review)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'cycle', NEW.id, json_object('id', OLD.id, 'plan_id', OLD.plan_id, 'number', OLD.number, 'from_date', OLD.from_date, 'review_on', OLD.review_on, 'reviewed_on', OLD.reviewed_on, 'assess', OLD.assess, 'child_views', OLD.child_views, 'family_views', OLD.family_views, 'doing', OLD.doing, 'review', OLD.review), json_object('id', NEW.id, 'plan_id', NEW.plan_id, 'number', NEW.number, 'from_date', NEW.from_date, 'review_on', NEW.review_on, 'reviewed_on', NEW.reviewed_on, 'assess', NEW.assess, 'child_views', NEW.child_views, 'family_views', NEW.family_views, 'doing', NEW.doing, 'review', NEW.review) FROM open_op;
END;

CREATE TRIGGER journal_day_off_delete AFTER DELETE ON day_off WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'day_off', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'date', OLD.date, 'kind', OLD.kind, 'name', OLD.name), NULL FROM open_op;
END;

CREATE TRIGGER journal_day_off_insert AFTER INSERT ON day_off WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'day_off', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'date', NEW.date, 'kind', NEW.kind, 'name', NEW.name) FROM open_op;
END;

CREATE TRIGGER journal_day_off_update AFTER UPDATE ON day_off WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.date IS NOT NEW.date OR OLD.kind IS NOT NEW.kind OR OLD.name IS NOT NEW.name)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'day_off', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'date', OLD.date, 'kind', OLD.kind, 'name', OLD.name), json_object('id', NEW.id, 'school_id', NEW.school_id, 'date', NEW.date, 'kind', NEW.kind, 'name', NEW.name) FROM open_op;
END;

CREATE TRIGGER journal_document_delete AFTER DELETE ON document WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'document', OLD.id, json_object('id', OLD.id, 'pupil_id', OLD.pupil_id, 'name', OLD.name, 'date', OLD.date, 'note', OLD.note, 'link', OLD.link, 'hash', OLD.hash, 'bytes', OLD.bytes), NULL FROM open_op;
END;

CREATE TRIGGER journal_document_insert AFTER INSERT ON document WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'document', NEW.id, NULL, json_object('id', NEW.id, 'pupil_id', NEW.pupil_id, 'name', NEW.name, 'date', NEW.date, 'note', NEW.note, 'link', NEW.link, 'hash', NEW.hash, 'bytes', NEW.bytes) FROM open_op;
END;

CREATE TRIGGER journal_document_update AFTER UPDATE ON document WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.pupil_id IS NOT NEW.pupil_id OR OLD.name IS NOT NEW.name OR OLD.date IS NOT NEW.date OR OLD.note IS NOT NEW.note OR OLD.link IS NOT NEW.link OR OLD.hash IS NOT NEW.hash OR OLD.bytes IS NOT NEW.bytes)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'document', NEW.id, json_object('id', OLD.id, 'pupil_id', OLD.pupil_id, 'name', OLD.name, 'date', OLD.date, 'note', OLD.note, 'link', OLD.link, 'hash', OLD.hash, 'bytes', OLD.bytes), json_object('id', NEW.id, 'pupil_id', NEW.pupil_id, 'name', NEW.name, 'date', NEW.date, 'note', NEW.note, 'link', NEW.link, 'hash', NEW.hash, 'bytes', NEW.bytes) FROM open_op;
END;

CREATE TRIGGER journal_entry_delete AFTER DELETE ON entry WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'entry', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'date', OLD.date, 'starts', OLD.starts, 'minutes', OLD.minutes, 'text', OLD.text, 'activity_id', OLD.activity_id, 'place', OLD.place, 'kind', OLD.kind, 'block_id', OLD.block_id, 'interrupted_by', OLD.interrupted_by, 'displaced_id', OLD.displaced_id, 'continues_id', OLD.continues_id, 'private', OLD.private, 'provisional', OLD.provisional), NULL FROM open_op;
END;

CREATE TRIGGER journal_entry_insert AFTER INSERT ON entry WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'entry', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'date', NEW.date, 'starts', NEW.starts, 'minutes', NEW.minutes, 'text', NEW.text, 'activity_id', NEW.activity_id, 'place', NEW.place, 'kind', NEW.kind, 'block_id', NEW.block_id, 'interrupted_by', NEW.interrupted_by, 'displaced_id', NEW.displaced_id, 'continues_id', NEW.continues_id, 'private', NEW.private, 'provisional', NEW.provisional) FROM open_op;
END;

CREATE TRIGGER journal_entry_pupil_delete AFTER DELETE ON entry_pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'entry_pupil', OLD.entry_id, json_object('entry_id', OLD.entry_id, 'pupil_id', OLD.pupil_id), NULL FROM open_op;
END;

CREATE TRIGGER journal_entry_pupil_insert AFTER INSERT ON entry_pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'entry_pupil', NEW.entry_id, NULL, json_object('entry_id', NEW.entry_id, 'pupil_id', NEW.pupil_id) FROM open_op;
END;

CREATE TRIGGER journal_entry_pupil_update AFTER UPDATE ON entry_pupil WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.entry_id IS NOT NEW.entry_id OR OLD.pupil_id IS NOT NEW.pupil_id)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'entry_pupil', NEW.entry_id, json_object('entry_id', OLD.entry_id, 'pupil_id', OLD.pupil_id), json_object('entry_id', NEW.entry_id, 'pupil_id', NEW.pupil_id) FROM open_op;
END;

CREATE TRIGGER journal_entry_update AFTER UPDATE ON entry WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.date IS NOT NEW.date OR OLD.starts IS NOT NEW.starts OR OLD.minutes IS NOT NEW.minutes OR OLD.text IS NOT NEW.text OR OLD.activity_id IS NOT NEW.activity_id OR OLD.place IS NOT NEW.place OR OLD.kind IS NOT NEW.kind OR OLD.block_id IS NOT NEW.block_id OR OLD.interrupted_by IS NOT NEW.interrupted_by OR OLD.displaced_id IS NOT NEW.displaced_id OR OLD.continues_id IS NOT NEW.continues_id OR OLD.private IS NOT NEW.private OR OLD.provisional IS NOT NEW.provisional)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'entry', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'date', OLD.date, 'starts', OLD.starts, 'minutes', OLD.minutes, 'text', OLD.text, 'activity_id', OLD.activity_id, 'place', OLD.place, 'kind', OLD.kind, 'block_id', OLD.block_id, 'interrupted_by', OLD.interrupted_by, 'displaced_id', OLD.displaced_id, 'continues_id', OLD.continues_id, 'private', OLD.private, 'provisional', OLD.provisional), json_object('id', NEW.id, 'school_id', NEW.school_id, 'date', NEW.date, 'starts', NEW.starts, 'minutes', NEW.minutes, 'text', NEW.text, 'activity_id', NEW.activity_id, 'place', NEW.place, 'kind', NEW.kind, 'block_id', NEW.block_id, 'interrupted_by', NEW.interrupted_by, 'displaced_id', NEW.displaced_id, 'continues_id', NEW.continues_id, 'private', NEW.private, 'provisional', NEW.provisional) FROM open_op;
END;

CREATE TRIGGER journal_flag_delete AFTER DELETE ON flag WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'flag', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'name', OLD.name, 'retired', OLD.retired), NULL FROM open_op;
END;

CREATE TRIGGER journal_flag_insert AFTER INSERT ON flag WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'flag', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'name', NEW.name, 'retired', NEW.retired) FROM open_op;
END;

CREATE TRIGGER journal_flag_update AFTER UPDATE ON flag WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.name IS NOT NEW.name OR OLD.retired IS NOT NEW.retired)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'flag', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'name', OLD.name, 'retired', OLD.retired), json_object('id', NEW.id, 'school_id', NEW.school_id, 'name', NEW.name, 'retired', NEW.retired) FROM open_op;
END;

CREATE TRIGGER journal_half_term_delete AFTER DELETE ON half_term WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'half_term', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'name', OLD.name, 'first_day', OLD.first_day, 'last_day', OLD.last_day), NULL FROM open_op;
END;

CREATE TRIGGER journal_half_term_insert AFTER INSERT ON half_term WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'half_term', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'name', NEW.name, 'first_day', NEW.first_day, 'last_day', NEW.last_day) FROM open_op;
END;

CREATE TRIGGER journal_half_term_update AFTER UPDATE ON half_term WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.name IS NOT NEW.name OR OLD.first_day IS NOT NEW.first_day OR OLD.last_day IS NOT NEW.last_day)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'half_term', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'name', OLD.name, 'first_day', OLD.first_day, 'last_day', OLD.last_day), json_object('id', NEW.id, 'school_id', NEW.school_id, 'name', NEW.name, 'first_day', NEW.first_day, 'last_day', NEW.last_day) FROM open_op;
END;

CREATE TRIGGER journal_hours_delete AFTER DELETE ON hours WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'hours', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'from_date', OLD.from_date), NULL FROM open_op;
END;

CREATE TRIGGER journal_hours_insert AFTER INSERT ON hours WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'hours', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'from_date', NEW.from_date) FROM open_op;
END;

CREATE TRIGGER journal_hours_span_delete AFTER DELETE ON hours_span WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'hours_span', OLD.id, json_object('id', OLD.id, 'hours_id', OLD.hours_id, 'weekday', OLD.weekday, 'part', OLD.part, 'name', OLD.name, 'starts', OLD.starts, 'ends', OLD.ends), NULL FROM open_op;
END;

CREATE TRIGGER journal_hours_span_insert AFTER INSERT ON hours_span WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'hours_span', NEW.id, NULL, json_object('id', NEW.id, 'hours_id', NEW.hours_id, 'weekday', NEW.weekday, 'part', NEW.part, 'name', NEW.name, 'starts', NEW.starts, 'ends', NEW.ends) FROM open_op;
END;

CREATE TRIGGER journal_hours_span_update AFTER UPDATE ON hours_span WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.hours_id IS NOT NEW.hours_id OR OLD.weekday IS NOT NEW.weekday OR OLD.part IS NOT NEW.part OR OLD.name IS NOT NEW.name OR OLD.starts IS NOT NEW.starts OR OLD.ends IS NOT NEW.ends)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'hours_span', NEW.id, json_object('id', OLD.id, 'hours_id', OLD.hours_id, 'weekday', OLD.weekday, 'part', OLD.part, 'name', OLD.name, 'starts', OLD.starts, 'ends', OLD.ends), json_object('id', NEW.id, 'hours_id', NEW.hours_id, 'weekday', NEW.weekday, 'part', NEW.part, 'name', NEW.name, 'starts', NEW.starts, 'ends', NEW.ends) FROM open_op;
END;

CREATE TRIGGER journal_hours_update AFTER UPDATE ON hours WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.from_date IS NOT NEW.from_date)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'hours', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'from_date', OLD.from_date), json_object('id', NEW.id, 'school_id', NEW.school_id, 'from_date', NEW.from_date) FROM open_op;
END;

CREATE TRIGGER journal_intervention_delete AFTER DELETE ON intervention WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'intervention', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'name', OLD.name, 'area', OLD.area, 'retired', OLD.retired), NULL FROM open_op;
END;

CREATE TRIGGER journal_intervention_insert AFTER INSERT ON intervention WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'intervention', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'name', NEW.name, 'area', NEW.area, 'retired', NEW.retired) FROM open_op;
END;

CREATE TRIGGER journal_intervention_update AFTER UPDATE ON intervention WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.name IS NOT NEW.name OR OLD.area IS NOT NEW.area OR OLD.retired IS NOT NEW.retired)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'intervention', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'name', OLD.name, 'area', OLD.area, 'retired', OLD.retired), json_object('id', NEW.id, 'school_id', NEW.school_id, 'name', NEW.name, 'area', NEW.area, 'retired', NEW.retired) FROM open_op;
END;

CREATE TRIGGER journal_need_delete AFTER DELETE ON need WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'need', OLD.id, json_object('id', OLD.id, 'pupil_id', OLD.pupil_id, 'code', OLD.code, 'rank', OLD.rank, 'from_date', OLD.from_date, 'to_date', OLD.to_date), NULL FROM open_op;
END;

CREATE TRIGGER journal_need_insert AFTER INSERT ON need WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'need', NEW.id, NULL, json_object('id', NEW.id, 'pupil_id', NEW.pupil_id, 'code', NEW.code, 'rank', NEW.rank, 'from_date', NEW.from_date, 'to_date', NEW.to_date) FROM open_op;
END;

CREATE TRIGGER journal_need_update AFTER UPDATE ON need WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.pupil_id IS NOT NEW.pupil_id OR OLD.code IS NOT NEW.code OR OLD.rank IS NOT NEW.rank OR OLD.from_date IS NOT NEW.from_date OR OLD.to_date IS NOT NEW.to_date)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'need', NEW.id, json_object('id', OLD.id, 'pupil_id', OLD.pupil_id, 'code', OLD.code, 'rank', OLD.rank, 'from_date', OLD.from_date, 'to_date', OLD.to_date), json_object('id', NEW.id, 'pupil_id', NEW.pupil_id, 'code', NEW.code, 'rank', NEW.rank, 'from_date', NEW.from_date, 'to_date', NEW.to_date) FROM open_op;
END;

CREATE TRIGGER journal_normal_block_delete AFTER DELETE ON normal_block WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'normal_block', OLD.id, json_object('id', OLD.id, 'normal_week_id', OLD.normal_week_id, 'weekday', OLD.weekday, 'starts', OLD.starts, 'minutes', OLD.minutes, 'title', OLD.title, 'activity_id', OLD.activity_id, 'place', OLD.place), NULL FROM open_op;
END;

CREATE TRIGGER journal_normal_block_insert AFTER INSERT ON normal_block WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'normal_block', NEW.id, NULL, json_object('id', NEW.id, 'normal_week_id', NEW.normal_week_id, 'weekday', NEW.weekday, 'starts', NEW.starts, 'minutes', NEW.minutes, 'title', NEW.title, 'activity_id', NEW.activity_id, 'place', NEW.place) FROM open_op;
END;

CREATE TRIGGER journal_normal_block_update AFTER UPDATE ON normal_block WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.normal_week_id IS NOT NEW.normal_week_id OR OLD.weekday IS NOT NEW.weekday OR OLD.starts IS NOT NEW.starts OR OLD.minutes IS NOT NEW.minutes OR OLD.title IS NOT NEW.title OR OLD.activity_id IS NOT NEW.activity_id OR OLD.place IS NOT NEW.place)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'normal_block', NEW.id, json_object('id', OLD.id, 'normal_week_id', OLD.normal_week_id, 'weekday', OLD.weekday, 'starts', OLD.starts, 'minutes', OLD.minutes, 'title', OLD.title, 'activity_id', OLD.activity_id, 'place', OLD.place), json_object('id', NEW.id, 'normal_week_id', NEW.normal_week_id, 'weekday', NEW.weekday, 'starts', NEW.starts, 'minutes', NEW.minutes, 'title', NEW.title, 'activity_id', NEW.activity_id, 'place', NEW.place) FROM open_op;
END;

CREATE TRIGGER journal_normal_week_delete AFTER DELETE ON normal_week WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'normal_week', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'name', OLD.name), NULL FROM open_op;
END;

CREATE TRIGGER journal_normal_week_insert AFTER INSERT ON normal_week WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'normal_week', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'name', NEW.name) FROM open_op;
END;

CREATE TRIGGER journal_normal_week_update AFTER UPDATE ON normal_week WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.name IS NOT NEW.name)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'normal_week', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'name', OLD.name), json_object('id', NEW.id, 'school_id', NEW.school_id, 'name', NEW.name) FROM open_op;
END;

CREATE TRIGGER journal_outcome_delete AFTER DELETE ON outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'outcome', OLD.id, json_object('id', OLD.id, 'cycle_id', OLD.cycle_id, 'rank', OLD.rank, 'text', OLD.text, 'area', OLD.area, 'success', OLD.success, 'progress', OLD.progress, 'came', OLD.came), NULL FROM open_op;
END;

CREATE TRIGGER journal_outcome_insert AFTER INSERT ON outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'outcome', NEW.id, NULL, json_object('id', NEW.id, 'cycle_id', NEW.cycle_id, 'rank', NEW.rank, 'text', NEW.text, 'area', NEW.area, 'success', NEW.success, 'progress', NEW.progress, 'came', NEW.came) FROM open_op;
END;

CREATE TRIGGER journal_outcome_update AFTER UPDATE ON outcome WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.cycle_id IS NOT NEW.cycle_id OR OLD.rank IS NOT NEW.rank OR OLD.text IS NOT NEW.text OR OLD.area IS NOT NEW.area OR OLD.success IS NOT NEW.success OR OLD.progress IS NOT NEW.progress OR OLD.came IS NOT NEW.came)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'outcome', NEW.id, json_object('id', OLD.id, 'cycle_id', OLD.cycle_id, 'rank', OLD.rank, 'text', OLD.text, 'area', OLD.area, 'success', OLD.success, 'progress', OLD.progress, 'came', OLD.came), json_object('id', NEW.id, 'cycle_id', NEW.cycle_id, 'rank', NEW.rank, 'text', NEW.text, 'area', NEW.area, 'success', NEW.success, 'progress', NEW.progress, 'came', NEW.came) FROM open_op;
END;

CREATE TRIGGER journal_pack_delete AFTER DELETE ON pack WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'pack', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'kind', OLD.kind, 'monday', OLD.monday, 'options', OLD.options, 'hash', OLD.hash, 'at', OLD.at), NULL FROM open_op;
END;

CREATE TRIGGER journal_pack_entry_delete AFTER DELETE ON pack_entry WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'pack_entry', OLD.pack_id, json_object('pack_id', OLD.pack_id, 'entry_id', OLD.entry_id), NULL FROM open_op;
END;

CREATE TRIGGER journal_pack_entry_insert AFTER INSERT ON pack_entry WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'pack_entry', NEW.pack_id, NULL, json_object('pack_id', NEW.pack_id, 'entry_id', NEW.entry_id) FROM open_op;
END;

CREATE TRIGGER journal_pack_entry_update AFTER UPDATE ON pack_entry WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.pack_id IS NOT NEW.pack_id OR OLD.entry_id IS NOT NEW.entry_id)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'pack_entry', NEW.pack_id, json_object('pack_id', OLD.pack_id, 'entry_id', OLD.entry_id), json_object('pack_id', NEW.pack_id, 'entry_id', NEW.entry_id) FROM open_op;
END;

CREATE TRIGGER journal_pack_insert AFTER INSERT ON pack WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'pack', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'kind', NEW.kind, 'monday', NEW.monday, 'options', NEW.options, 'hash', NEW.hash, 'at', NEW.at) FROM open_op;
END;

CREATE TRIGGER journal_pack_update AFTER UPDATE ON pack WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.kind IS NOT NEW.kind OR OLD.monday IS NOT NEW.monday OR OLD.options IS NOT NEW.options OR OLD.hash IS NOT NEW.hash OR OLD.at IS NOT NEW.at)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'pack', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'kind', OLD.kind, 'monday', OLD.monday, 'options', OLD.options, 'hash', OLD.hash, 'at', OLD.at), json_object('id', NEW.id, 'school_id', NEW.school_id, 'kind', NEW.kind, 'monday', NEW.monday, 'options', NEW.options, 'hash', NEW.hash, 'at', NEW.at) FROM open_op;
END;

CREATE TRIGGER journal_plan_kind_delete AFTER DELETE ON plan_kind WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'plan_kind', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'name', OLD.name, 'review_weeks', OLD.review_weeks, 'retired', OLD.retired), NULL FROM open_op;
END;

CREATE TRIGGER journal_plan_kind_insert AFTER INSERT ON plan_kind WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'plan_kind', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'name', NEW.name, 'review_weeks', NEW.review_weeks, 'retired', NEW.retired) FROM open_op;
END;

CREATE TRIGGER journal_plan_kind_update AFTER UPDATE ON plan_kind WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.name IS NOT NEW.name OR OLD.review_weeks IS NOT NEW.review_weeks OR OLD.retired IS NOT NEW.retired)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'plan_kind', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'name', OLD.name, 'review_weeks', OLD.review_weeks, 'retired', OLD.retired), json_object('id', NEW.id, 'school_id', NEW.school_id, 'name', NEW.name, 'review_weeks', NEW.review_weeks, 'retired', NEW.retired) FROM open_op;
END;

CREATE TRIGGER journal_profile_delete AFTER DELETE ON profile WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'profile', OLD.pupil_id, json_object('pupil_id', OLD.pupil_id, 'admire', OLD.admire, 'important', OLD.important, 'support', OLD.support, 'hopes', OLD.hopes, 'works', OLD.works, 'avoid', OLD.avoid, 'ask', OLD.ask, 'agreed_on', OLD.agreed_on), NULL FROM open_op;
END;

CREATE TRIGGER journal_profile_insert AFTER INSERT ON profile WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'profile', NEW.pupil_id, NULL, json_object('pupil_id', NEW.pupil_id, 'admire', NEW.admire, 'important', NEW.important, 'support', NEW.support, 'hopes', NEW.hopes, 'works', NEW.works, 'avoid', NEW.avoid, 'ask', NEW.ask, 'agreed_on', NEW.agreed_on) FROM open_op;
END;

CREATE TRIGGER journal_profile_update AFTER UPDATE ON profile WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.pupil_id IS NOT NEW.pupil_id OR OLD.admire IS NOT NEW.admire OR OLD.important IS NOT NEW.important OR OLD.support IS NOT NEW.support OR OLD.hopes IS NOT NEW.hopes OR OLD.works IS NOT NEW.works OR OLD.avoid IS NOT NEW.avoid OR OLD.ask IS NOT NEW.ask OR OLD.agreed_on IS NOT NEW.agreed_on)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'profile', NEW.pupil_id, json_object('pupil_id', OLD.pupil_id, 'admire', OLD.admire, 'important', OLD.important, 'support', OLD.support, 'hopes', OLD.hopes, 'works', OLD.works, 'avoid', OLD.avoid, 'ask', OLD.ask, 'agreed_on', OLD.agreed_on), json_object('pupil_id', NEW.pupil_id, 'admire', NEW.admire, 'important', NEW.important, 'support', NEW.support, 'hopes', NEW.hopes, 'works', NEW.works, 'avoid', NEW.avoid, 'ask', NEW.ask, 'agreed_on', NEW.agreed_on) FROM open_op;
END;

CREATE TRIGGER journal_provision_delete AFTER DELETE ON provision WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'provision', OLD.id, json_object('id', OLD.id, 'pupil_id', OLD.pupil_id, 'intervention_id', OLD.intervention_id, 'plan_id', OLD.plan_id, 'staff', OLD.staff, 'group_name', OLD.group_name, 'group_size', OLD.group_size, 'sessions', OLD.sessions, 'every_weeks', OLD.every_weeks, 'minutes', OLD.minutes, 'from_date', OLD.from_date, 'weeks', OLD.weeks, 'to_date', OLD.to_date, 'pence', OLD.pence, 'measure', OLD.measure, 'entry', OLD.entry, 'exit', OLD.exit, 'impact', OLD.impact), NULL FROM open_op;
END;

CREATE TRIGGER journal_provision_insert AFTER INSERT ON provision WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'provision', NEW.id, NULL, json_object('id', NEW.id, 'pupil_id', NEW.pupil_id, 'intervention_id', NEW.intervention_id, 'plan_id', NEW.plan_id, 'staff', NEW.staff, 'group_name', NEW.group_name, 'group_size', NEW.group_size, 'sessions', NEW.sessions, 'every_weeks', NEW.every_weeks, 'minutes', NEW.minutes, 'from_date', NEW.from_date, 'weeks', NEW.weeks, 'to_date', NEW.to_date, 'pence', NEW.pence, 'measure', NEW.measure, 'entry', NEW.entry, 'exit', NEW.exit, 'impact', NEW.impact) FROM open_op;
END;

CREATE TRIGGER journal_provision_update AFTER UPDATE ON provision WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.pupil_id IS NOT NEW.pupil_id OR OLD.intervention_id IS NOT NEW.intervention_id OR OLD.plan_id IS NOT NEW.plan_id OR OLD.staff IS NOT NEW.staff OR OLD.group_name IS NOT NEW.group_name OR OLD.group_size IS NOT NEW.group_size OR OLD.sessions IS NOT NEW.sessions OR OLD.every_weeks IS NOT NEW.every_weeks OR OLD.minutes IS NOT NEW.minutes OR OLD.from_date IS NOT NEW.from_date OR OLD.weeks IS NOT NEW.weeks OR OLD.to_date IS NOT NEW.to_date OR OLD.pence IS NOT NEW.pence OR OLD.measure IS NOT NEW.measure OR OLD.entry IS NOT NEW.entry OR OLD.exit IS NOT NEW.exit OR OLD.impact IS NOT NEW.impact)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'provision', NEW.id, json_object('id', OLD.id, 'pupil_id', OLD.pupil_id, 'intervention_id', OLD.intervention_id, 'plan_id', OLD.plan_id, 'staff', OLD.staff, 'group_name', OLD.group_name, 'group_size', OLD.group_size, 'sessions', OLD.sessions, 'every_weeks', OLD.every_weeks, 'minutes', OLD.minutes, 'from_date', OLD.from_date, 'weeks', OLD.weeks, 'to_date', OLD.to_date, 'pence', OLD.pence, 'measure', OLD.measure, 'entry', OLD.entry, 'exit', OLD.exit, 'impact', OLD.impact), json_object('id', NEW.id, 'pupil_id', NEW.pupil_id, 'intervention_id', NEW.intervention_id, 'plan_id', NEW.plan_id, 'staff', NEW.staff, 'group_name', NEW.group_name, 'group_size', NEW.group_size, 'sessions', NEW.sessions, 'every_weeks', NEW.every_weeks, 'minutes', NEW.minutes, 'from_date', NEW.from_date, 'weeks', NEW.weeks, 'to_date', NEW.to_date, 'pence', NEW.pence, 'measure', NEW.measure, 'entry', NEW.entry, 'exit', NEW.exit, 'impact', NEW.impact) FROM open_op;
END;

CREATE TRIGGER journal_pupil_delete AFTER DELETE ON pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'pupil', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'case_code', OLD.case_code, 'surname', OLD.surname, 'forename', OLD.forename, 'preferred', OLD.preferred, 'born', OLD.born, 'upn', OLD.upn, 'admission', OLD.admission, 'year_override', OLD.year_override, 'class', OLD.class, 'pupil_premium', OLD.pupil_premium, 'looked_after', OLD.looked_after, 'social_care', OLD.social_care, 'eal', OLD.eal, 'young_carer', OLD.young_carer, 'on_roll_from', OLD.on_roll_from, 'on_roll_to', OLD.on_roll_to, 'note', OLD.note, 'sort_name', OLD.sort_name, 'search', OLD.search, 'pronunciation', OLD.pronunciation), NULL FROM open_op;
END;

CREATE TRIGGER journal_pupil_flag_delete AFTER DELETE ON pupil_flag WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'pupil_flag', OLD.pupil_id, json_object('pupil_id', OLD.pupil_id, 'flag_id', OLD.flag_id), NULL FROM open_op;
END;

CREATE TRIGGER journal_pupil_flag_insert AFTER INSERT ON pupil_flag WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'pupil_flag', NEW.pupil_id, NULL, json_object('pupil_id', NEW.pupil_id, 'flag_id', NEW.flag_id) FROM open_op;
END;

CREATE TRIGGER journal_pupil_flag_update AFTER UPDATE ON pupil_flag WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.pupil_id IS NOT NEW.pupil_id OR OLD.flag_id IS NOT NEW.flag_id)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'pupil_flag', NEW.pupil_id, json_object('pupil_id', OLD.pupil_id, 'flag_id', OLD.flag_id), json_object('pupil_id', NEW.pupil_id, 'flag_id', NEW.flag_id) FROM open_op;
END;

CREATE TRIGGER journal_pupil_insert AFTER INSERT ON pupil WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'pupil', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'case_code', NEW.case_code, 'surname', NEW.surname, 'forename', NEW.forename, 'preferred', NEW.preferred, 'born', NEW.born, 'upn', NEW.upn, 'admission', NEW.admission, 'year_override', NEW.year_override, 'class', NEW.class, 'pupil_premium', NEW.pupil_premium, 'looked_after', NEW.looked_after, 'social_care', NEW.social_care, 'eal', NEW.eal, 'young_carer', NEW.young_carer, 'on_roll_from', NEW.on_roll_from, 'on_roll_to', NEW.on_roll_to, 'note', NEW.note, 'sort_name', NEW.sort_name, 'search', NEW.search, 'pronunciation', NEW.pronunciation) FROM open_op;
END;

CREATE TRIGGER journal_pupil_update AFTER UPDATE ON pupil WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.case_code IS NOT NEW.case_code OR OLD.surname IS NOT NEW.surname OR OLD.forename IS NOT NEW.forename OR OLD.preferred IS NOT NEW.preferred OR OLD.born IS NOT NEW.born OR OLD.upn IS NOT NEW.upn OR OLD.admission IS NOT NEW.admission OR OLD.year_override IS NOT NEW.year_override OR OLD.class IS NOT NEW.class OR OLD.pupil_premium IS NOT NEW.pupil_premium OR OLD.looked_after IS NOT NEW.looked_after OR OLD.social_care IS NOT NEW.social_care OR OLD.eal IS NOT NEW.eal OR OLD.young_carer IS NOT NEW.young_carer OR OLD.on_roll_from IS NOT NEW.on_roll_from OR OLD.on_roll_to IS NOT NEW.on_roll_to OR OLD.note IS NOT NEW.note OR OLD.sort_name IS NOT NEW.sort_name OR OLD.search IS NOT NEW.search OR OLD.pronunciation IS NOT NEW.pronunciation)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'pupil', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'case_code', OLD.case_code, 'surname', OLD.surname, 'forename', OLD.forename, 'preferred', OLD.preferred, 'born', OLD.born, 'upn', OLD.upn, 'admission', OLD.admission, 'year_override', OLD.year_override, 'class', OLD.class, 'pupil_premium', OLD.pupil_premium, 'looked_after', OLD.looked_after, 'social_care', OLD.social_care, 'eal', OLD.eal, 'young_carer', OLD.young_carer, 'on_roll_from', OLD.on_roll_from, 'on_roll_to', OLD.on_roll_to, 'note', OLD.note, 'sort_name', OLD.sort_name, 'search', OLD.search, 'pronunciation', OLD.pronunciation), json_object('id', NEW.id, 'school_id', NEW.school_id, 'case_code', NEW.case_code, 'surname', NEW.surname, 'forename', NEW.forename, 'preferred', NEW.preferred, 'born', NEW.born, 'upn', NEW.upn, 'admission', NEW.admission, 'year_override', NEW.year_override, 'class', NEW.class, 'pupil_premium', NEW.pupil_premium, 'looked_after', NEW.looked_after, 'social_care', NEW.social_care, 'eal', NEW.eal, 'young_carer', NEW.young_carer, 'on_roll_from', NEW.on_roll_from, 'on_roll_to', NEW.on_roll_to, 'note', NEW.note, 'sort_name', NEW.sort_name, 'search', NEW.search, 'pronunciation', NEW.pronunciation) FROM open_op;
END;

CREATE TRIGGER journal_saved_view_delete AFTER DELETE ON saved_view WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'saved_view', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'name', OLD.name, 'view', OLD.view), NULL FROM open_op;
END;

CREATE TRIGGER journal_saved_view_insert AFTER INSERT ON saved_view WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'saved_view', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'name', NEW.name, 'view', NEW.view) FROM open_op;
END;

CREATE TRIGGER journal_saved_view_update AFTER UPDATE ON saved_view WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.name IS NOT NEW.name OR OLD.view IS NOT NEW.view)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'saved_view', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'name', OLD.name, 'view', OLD.view), json_object('id', NEW.id, 'school_id', NEW.school_id, 'name', NEW.name, 'view', NEW.view) FROM open_op;
END;

CREATE TRIGGER journal_school_delete AFTER DELETE ON school WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'school', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'senco', OLD.senco, 'head', OLD.head), NULL FROM open_op;
END;

CREATE TRIGGER journal_school_insert AFTER INSERT ON school WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'school', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'senco', NEW.senco, 'head', NEW.head) FROM open_op;
END;

CREATE TRIGGER journal_school_update AFTER UPDATE ON school WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.name IS NOT NEW.name OR OLD.senco IS NOT NEW.senco OR OLD.head IS NOT NEW.head)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'school', NEW.id, json_object('id', OLD.id, 'name', OLD.name, 'senco', OLD.senco, 'head', OLD.head), json_object('id', NEW.id, 'name', NEW.name, 'senco', NEW.senco, 'head', NEW.head) FROM open_op;
END;

CREATE TRIGGER journal_setting_delete AFTER DELETE ON setting WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'setting', OLD.id, json_object('id', OLD.id, 'key', OLD.key, 'value', OLD.value), NULL FROM open_op;
END;

CREATE TRIGGER journal_setting_insert AFTER INSERT ON setting WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'setting', NEW.id, NULL, json_object('id', NEW.id, 'key', NEW.key, 'value', NEW.value) FROM open_op;
END;

CREATE TRIGGER journal_setting_update AFTER UPDATE ON setting WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.key IS NOT NEW.key OR OLD.value IS NOT NEW.value)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'setting', NEW.id, json_object('id', OLD.id, 'key', OLD.key, 'value', OLD.value), json_object('id', NEW.id, 'key', NEW.key, 'value', NEW.value) FROM open_op;
END;

CREATE TRIGGER journal_status_delete AFTER DELETE ON status WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'status', OLD.id, json_object('id', OLD.id, 'pupil_id', OLD.pupil_id, 'code', OLD.code, 'from_date', OLD.from_date, 'to_date', OLD.to_date, 'reason', OLD.reason), NULL FROM open_op;
END;

CREATE TRIGGER journal_status_insert AFTER INSERT ON status WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'status', NEW.id, NULL, json_object('id', NEW.id, 'pupil_id', NEW.pupil_id, 'code', NEW.code, 'from_date', NEW.from_date, 'to_date', NEW.to_date, 'reason', NEW.reason) FROM open_op;
END;

CREATE TRIGGER journal_status_update AFTER UPDATE ON status WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.pupil_id IS NOT NEW.pupil_id OR OLD.code IS NOT NEW.code OR OLD.from_date IS NOT NEW.from_date OR OLD.to_date IS NOT NEW.to_date OR OLD.reason IS NOT NEW.reason)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'status', NEW.id, json_object('id', OLD.id, 'pupil_id', OLD.pupil_id, 'code', OLD.code, 'from_date', OLD.from_date, 'to_date', OLD.to_date, 'reason', OLD.reason), json_object('id', NEW.id, 'pupil_id', NEW.pupil_id, 'code', NEW.code, 'from_date', NEW.from_date, 'to_date', NEW.to_date, 'reason', NEW.reason) FROM open_op;
END;

CREATE TRIGGER journal_strategy_delete AFTER DELETE ON strategy WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'strategy', OLD.id, json_object('id', OLD.id, 'cycle_id', OLD.cycle_id, 'outcome_id', OLD.outcome_id, 'rank', OLD.rank, 'text', OLD.text, 'who', OLD.who, 'place', OLD.place, 'how_often', OLD.how_often), NULL FROM open_op;
END;

CREATE TRIGGER journal_strategy_insert AFTER INSERT ON strategy WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'strategy', NEW.id, NULL, json_object('id', NEW.id, 'cycle_id', NEW.cycle_id, 'outcome_id', NEW.outcome_id, 'rank', NEW.rank, 'text', NEW.text, 'who', NEW.who, 'place', NEW.place, 'how_often', NEW.how_often) FROM open_op;
END;

CREATE TRIGGER journal_strategy_update AFTER UPDATE ON strategy WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.cycle_id IS NOT NEW.cycle_id OR OLD.outcome_id IS NOT NEW.outcome_id OR OLD.rank IS NOT NEW.rank OR OLD.text IS NOT NEW.text OR OLD.who IS NOT NEW.who OR OLD.place IS NOT NEW.place OR OLD.how_often IS NOT NEW.how_often)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'strategy', NEW.id, json_object('id', OLD.id, 'cycle_id', OLD.cycle_id, 'outcome_id', OLD.outcome_id, 'rank', OLD.rank, 'text', OLD.text, 'who', OLD.who, 'place', OLD.place, 'how_often', OLD.how_often), json_object('id', NEW.id, 'cycle_id', NEW.cycle_id, 'outcome_id', NEW.outcome_id, 'rank', NEW.rank, 'text', NEW.text, 'who', NEW.who, 'place', NEW.place, 'how_often', NEW.how_often) FROM open_op;
END;

CREATE TRIGGER journal_support_plan_delete AFTER DELETE ON support_plan WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'support_plan', OLD.id, json_object('id', OLD.id, 'pupil_id', OLD.pupil_id, 'kind', OLD.kind, 'title', OLD.title, 'from_date', OLD.from_date, 'to_date', OLD.to_date, 'why_ended', OLD.why_ended), NULL FROM open_op;
END;

CREATE TRIGGER journal_support_plan_insert AFTER INSERT ON support_plan WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'support_plan', NEW.id, NULL, json_object('id', NEW.id, 'pupil_id', NEW.pupil_id, 'kind', NEW.kind, 'title', NEW.title, 'from_date', NEW.from_date, 'to_date', NEW.to_date, 'why_ended', NEW.why_ended) FROM open_op;
END;

CREATE TRIGGER journal_support_plan_update AFTER UPDATE ON support_plan WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.pupil_id IS NOT NEW.pupil_id OR OLD.kind IS NOT NEW.kind OR OLD.title IS NOT NEW.title OR OLD.from_date IS NOT NEW.from_date OR OLD.to_date IS NOT NEW.to_date OR OLD.why_ended IS NOT NEW.why_ended)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'support_plan', NEW.id, json_object('id', OLD.id, 'pupil_id', OLD.pupil_id, 'kind', OLD.kind, 'title', OLD.title, 'from_date', OLD.from_date, 'to_date', OLD.to_date, 'why_ended', OLD.why_ended), json_object('id', NEW.id, 'pupil_id', NEW.pupil_id, 'kind', NEW.kind, 'title', NEW.title, 'from_date', NEW.from_date, 'to_date', NEW.to_date, 'why_ended', NEW.why_ended) FROM open_op;
END;

CREATE TRIGGER journal_task_block_delete AFTER DELETE ON task_block WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'task_block', OLD.block_id, json_object('block_id', OLD.block_id, 'task_id', OLD.task_id), NULL FROM open_op;
END;

CREATE TRIGGER journal_task_block_insert AFTER INSERT ON task_block WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'task_block', NEW.block_id, NULL, json_object('block_id', NEW.block_id, 'task_id', NEW.task_id) FROM open_op;
END;

CREATE TRIGGER journal_task_block_update AFTER UPDATE ON task_block WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.block_id IS NOT NEW.block_id OR OLD.task_id IS NOT NEW.task_id)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'task_block', NEW.block_id, json_object('block_id', OLD.block_id, 'task_id', OLD.task_id), json_object('block_id', NEW.block_id, 'task_id', NEW.task_id) FROM open_op;
END;

CREATE TRIGGER journal_task_delete AFTER DELETE ON task WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'task', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'template_id', OLD.template_id, 'occurs', OLD.occurs, 'pupil_id', OLD.pupil_id, 'title', OLD.title, 'activity_id', OLD.activity_id, 'appeared', OLD.appeared, 'due', OLD.due, 'first_due', OLD.first_due, 'estimate', OLD.estimate, 'carries', OLD.carries, 'stake', OLD.stake, 'consequence', OLD.consequence, 'note', OLD.note, 'state', OLD.state, 'percent', OLD.percent, 'delegated_to', OLD.delegated_to, 'delegated_until', OLD.delegated_until, 'why', OLD.why, 'settled_on', OLD.settled_on, 'split_from_id', OLD.split_from_id), NULL FROM open_op;
END;

CREATE TRIGGER journal_task_entry_delete AFTER DELETE ON task_entry WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'task_entry', OLD.entry_id, json_object('entry_id', OLD.entry_id, 'task_id', OLD.task_id), NULL FROM open_op;
END;

CREATE TRIGGER journal_task_entry_insert AFTER INSERT ON task_entry WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'task_entry', NEW.entry_id, NULL, json_object('entry_id', NEW.entry_id, 'task_id', NEW.task_id) FROM open_op;
END;

CREATE TRIGGER journal_task_entry_update AFTER UPDATE ON task_entry WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.entry_id IS NOT NEW.entry_id OR OLD.task_id IS NOT NEW.task_id)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'task_entry', NEW.entry_id, json_object('entry_id', OLD.entry_id, 'task_id', OLD.task_id), json_object('entry_id', NEW.entry_id, 'task_id', NEW.task_id) FROM open_op;
END;

CREATE TRIGGER journal_task_insert AFTER INSERT ON task WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'task', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'template_id', NEW.template_id, 'occurs', NEW.occurs, 'pupil_id', NEW.pupil_id, 'title', NEW.title, 'activity_id', NEW.activity_id, 'appeared', NEW.appeared, 'due', NEW.due, 'first_due', NEW.first_due, 'estimate', NEW.estimate, 'carries', NEW.carries, 'stake', NEW.stake, 'consequence', NEW.consequence, 'note', NEW.note, 'state', NEW.state, 'percent', NEW.percent, 'delegated_to', NEW.delegated_to, 'delegated_until', NEW.delegated_until, 'why', NEW.why, 'settled_on', NEW.settled_on, 'split_from_id', NEW.split_from_id) FROM open_op;
END;

CREATE TRIGGER journal_task_template_delete AFTER DELETE ON task_template WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'task_template', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'title', OLD.title, 'frequency', OLD.frequency, 'estimate', OLD.estimate, 'basis', OLD.basis, 'source', OLD.source, 'activity_id', OLD.activity_id, 'per', OLD.per, 'per_status', OLD.per_status, 'pupil_id', OLD.pupil_id, 'anchor', OLD.anchor, 'lead_days', OLD.lead_days, 'in_holidays', OLD.in_holidays, 'carries', OLD.carries, 'stake', OLD.stake, 'consequence', OLD.consequence, 'from_date', OLD.from_date, 'retired', OLD.retired), NULL FROM open_op;
END;

CREATE TRIGGER journal_task_template_insert AFTER INSERT ON task_template WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'task_template', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'title', NEW.title, 'frequency', NEW.frequency, 'estimate', NEW.estimate, 'basis', NEW.basis, 'source', NEW.source, 'activity_id', NEW.activity_id, 'per', NEW.per, 'per_status', NEW.per_status, 'pupil_id', NEW.pupil_id, 'anchor', NEW.anchor, 'lead_days', NEW.lead_days, 'in_holidays', NEW.in_holidays, 'carries', NEW.carries, 'stake', NEW.stake, 'consequence', NEW.consequence, 'from_date', NEW.from_date, 'retired', NEW.retired) FROM open_op;
END;

CREATE TRIGGER journal_task_template_update AFTER UPDATE ON task_template WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.title IS NOT NEW.title OR OLD.frequency IS NOT NEW.frequency OR OLD.estimate IS NOT NEW.estimate OR OLD.basis IS NOT NEW.basis OR OLD.source IS NOT NEW.source OR OLD.activity_id IS NOT NEW.activity_id OR OLD.per IS NOT NEW.per OR OLD.per_status IS NOT NEW.per_status OR OLD.pupil_id IS NOT NEW.pupil_id OR OLD.anchor IS NOT NEW.anchor OR OLD.lead_days IS NOT NEW.lead_days OR OLD.in_holidays IS NOT NEW.in_holidays OR OLD.carries IS NOT NEW.carries OR OLD.stake IS NOT NEW.stake OR OLD.consequence IS NOT NEW.consequence OR OLD.from_date IS NOT NEW.from_date OR OLD.retired IS NOT NEW.retired)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'task_template', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'title', OLD.title, 'frequency', OLD.frequency, 'estimate', OLD.estimate, 'basis', OLD.basis, 'source', OLD.source, 'activity_id', OLD.activity_id, 'per', OLD.per, 'per_status', OLD.per_status, 'pupil_id', OLD.pupil_id, 'anchor', OLD.anchor, 'lead_days', OLD.lead_days, 'in_holidays', OLD.in_holidays, 'carries', OLD.carries, 'stake', OLD.stake, 'consequence', OLD.consequence, 'from_date', OLD.from_date, 'retired', OLD.retired), json_object('id', NEW.id, 'school_id', NEW.school_id, 'title', NEW.title, 'frequency', NEW.frequency, 'estimate', NEW.estimate, 'basis', NEW.basis, 'source', NEW.source, 'activity_id', NEW.activity_id, 'per', NEW.per, 'per_status', NEW.per_status, 'pupil_id', NEW.pupil_id, 'anchor', NEW.anchor, 'lead_days', NEW.lead_days, 'in_holidays', NEW.in_holidays, 'carries', NEW.carries, 'stake', NEW.stake, 'consequence', NEW.consequence, 'from_date', NEW.from_date, 'retired', NEW.retired) FROM open_op;
END;

CREATE TRIGGER journal_task_update AFTER UPDATE ON task WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.template_id IS NOT NEW.template_id OR OLD.occurs IS NOT NEW.occurs OR OLD.pupil_id IS NOT NEW.pupil_id OR OLD.title IS NOT NEW.title OR OLD.activity_id IS NOT NEW.activity_id OR OLD.appeared IS NOT NEW.appeared OR OLD.due IS NOT NEW.due OR OLD.first_due IS NOT NEW.first_due OR OLD.estimate IS NOT NEW.estimate OR OLD.carries IS NOT NEW.carries OR OLD.stake IS NOT NEW.stake OR OLD.consequence IS NOT NEW.consequence OR OLD.note IS NOT NEW.note OR OLD.state IS NOT NEW.state OR OLD.percent IS NOT NEW.percent OR OLD.delegated_to IS NOT NEW.delegated_to OR OLD.delegated_until IS NOT NEW.delegated_until OR OLD.why IS NOT NEW.why OR OLD.settled_on IS NOT NEW.settled_on OR OLD.split_from_id IS NOT NEW.split_from_id)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'task', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'template_id', OLD.template_id, 'occurs', OLD.occurs, 'pupil_id', OLD.pupil_id, 'title', OLD.title, 'activity_id', OLD.activity_id, 'appeared', OLD.appeared, 'due', OLD.due, 'first_due', OLD.first_due, 'estimate', OLD.estimate, 'carries', OLD.carries, 'stake', OLD.stake, 'consequence', OLD.consequence, 'note', OLD.note, 'state', OLD.state, 'percent', OLD.percent, 'delegated_to', OLD.delegated_to, 'delegated_until', OLD.delegated_until, 'why', OLD.why, 'settled_on', OLD.settled_on, 'split_from_id', OLD.split_from_id), json_object('id', NEW.id, 'school_id', NEW.school_id, 'template_id', NEW.template_id, 'occurs', NEW.occurs, 'pupil_id', NEW.pupil_id, 'title', NEW.title, 'activity_id', NEW.activity_id, 'appeared', NEW.appeared, 'due', NEW.due, 'first_due', NEW.first_due, 'estimate', NEW.estimate, 'carries', NEW.carries, 'stake', NEW.stake, 'consequence', NEW.consequence, 'note', NEW.note, 'state', NEW.state, 'percent', NEW.percent, 'delegated_to', NEW.delegated_to, 'delegated_until', NEW.delegated_until, 'why', NEW.why, 'settled_on', NEW.settled_on, 'split_from_id', NEW.split_from_id) FROM open_op;
END;

CREATE TRIGGER journal_week_delete AFTER DELETE ON week WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'week', OLD.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'monday', OLD.monday, 'frozen_at', OLD.frozen_at, 'closed_at', OLD.closed_at, 'ground', OLD.ground), NULL FROM open_op;
END;

CREATE TRIGGER journal_week_insert AFTER INSERT ON week WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'week', NEW.id, NULL, json_object('id', NEW.id, 'school_id', NEW.school_id, 'monday', NEW.monday, 'frozen_at', NEW.frozen_at, 'closed_at', NEW.closed_at, 'ground', NEW.ground) FROM open_op;
END;

CREATE TRIGGER journal_week_update AFTER UPDATE ON week WHEN NOT EXISTS (SELECT 1 FROM replay) AND (OLD.id IS NOT NEW.id OR OLD.school_id IS NOT NEW.school_id OR OLD.monday IS NOT NEW.monday OR OLD.frozen_at IS NOT NEW.frozen_at OR OLD.closed_at IS NOT NEW.closed_at OR OLD.ground IS NOT NEW.ground)
BEGIN
    SELECT RAISE(ABORT, 'journal.no_operation') WHERE NOT EXISTS (SELECT 1 FROM open_op);
    INSERT INTO change (op_id, table_name, row_id, before, after)
    SELECT op_id, 'week', NEW.id, json_object('id', OLD.id, 'school_id', OLD.school_id, 'monday', OLD.monday, 'frozen_at', OLD.frozen_at, 'closed_at', OLD.closed_at, 'ground', OLD.ground), json_object('id', NEW.id, 'school_id', NEW.school_id, 'monday', NEW.monday, 'frozen_at', NEW.frozen_at, 'closed_at', NEW.closed_at, 'ground', NEW.ground) FROM open_op;
END;

CREATE TRIGGER log_stays BEFORE UPDATE ON log
BEGIN
    SELECT RAISE(ABORT, 'log.stays');
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

CREATE TRIGGER outcome_delete_reviewed BEFORE DELETE ON outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') FROM reviewed_cycle WHERE id = OLD.cycle_id;
END;

CREATE TRIGGER outcome_insert_reviewed BEFORE INSERT ON outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') FROM reviewed_cycle WHERE id = NEW.cycle_id;
END;

CREATE TRIGGER outcome_update_reviewed BEFORE UPDATE ON outcome WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'cycle.reviewed') FROM reviewed_cycle WHERE id IN (OLD.cycle_id, NEW.cycle_id);
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

CREATE TRIGGER strategy_delete_reviewed BEFORE DELETE ON strategy WHEN NOT EXISTS (SELECT 1 FROM replay)
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

CREATE TRIGGER week_delete_unfrozen BEFORE DELETE ON week WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.frozen') WHERE OLD.frozen_at IS NOT NULL;
    SELECT RAISE(ABORT, 'week.closed') WHERE OLD.closed_at IS NOT NULL;
END;

CREATE TRIGGER week_update_once BEFORE UPDATE ON week WHEN NOT EXISTS (SELECT 1 FROM replay)
BEGIN
    SELECT RAISE(ABORT, 'week.frozen')
    WHERE OLD.frozen_at IS NOT NULL
      AND (NEW.frozen_at IS NOT OLD.frozen_at OR NEW.school_id <> OLD.school_id OR NEW.monday <> OLD.monday);
    SELECT RAISE(ABORT, 'week.closed') WHERE OLD.closed_at IS NOT NULL;
END;
