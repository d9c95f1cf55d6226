-- Version 4: tasks and the catalogue they come from, normal weeks, and a timer that runs.

-- The catalogue: what the job holds, how often, for what, and what follows where it is not done.
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
CREATE INDEX task_template_by_school ON task_template (school_id, retired);
CREATE INDEX task_template_by_activity ON task_template (activity_id);
CREATE INDEX task_template_by_pupil ON task_template (pupil_id);

-- One thing to do. What came from the catalogue keeps its own title and estimate: what was due stays true.
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
CREATE UNIQUE INDEX task_once ON task (template_id, occurs, ifnull(pupil_id, 0)) WHERE occurs IS NOT NULL;
CREATE INDEX task_by_day ON task (school_id, settled_on, due); -- what nobody has settled, and what was settled when
CREATE INDEX task_appeared ON task (school_id, appeared) WHERE occurs IS NOT NULL;
CREATE INDEX task_by_template ON task (template_id, state, settled_on);
CREATE INDEX task_by_pupil ON task (pupil_id);
CREATE INDEX task_by_activity ON task (activity_id);
CREATE INDEX task_by_split ON task (split_from_id);

-- The plan's blocks that were laid for a task, and the time that went on one. They stand beside blocks and entries: a
-- frozen plan says nothing of tasks, and a task that goes takes no minute with it.
CREATE TABLE task_block (
    block_id INTEGER PRIMARY KEY REFERENCES block (id),
    task_id  INTEGER NOT NULL REFERENCES task (id)
) STRICT;
CREATE INDEX task_block_by_task ON task_block (task_id);

CREATE TABLE task_entry (
    entry_id INTEGER PRIMARY KEY REFERENCES entry (id),
    task_id  INTEGER NOT NULL REFERENCES task (id)
) STRICT;
CREATE INDEX task_entry_by_task ON task_entry (task_id);

-- A normal week to lay a plan from: teaching, duties, meetings.
CREATE TABLE normal_week (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES school (id),
    name      TEXT NOT NULL,
    UNIQUE (school_id, name)
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
CREATE INDEX normal_block_by_week ON normal_block (normal_week_id);
CREATE INDEX normal_block_by_activity ON normal_block (activity_id);

-- The timer that runs, with what waits under it. Never undone: what it measured becomes entries, and those are.
CREATE TABLE timer (
    school_id INTEGER PRIMARY KEY REFERENCES school (id),
    layers    TEXT NOT NULL CHECK (json_valid(layers))
) STRICT;

-- What this daybook costs its own user, by day and by part of it. Counted by the app, never undone.
CREATE TABLE burden (
    school_id INTEGER NOT NULL REFERENCES school (id),
    date      TEXT NOT NULL CHECK (date(date) IS date),
    part      TEXT NOT NULL CHECK (part IN ('capture', 'plan', 'reconcile', 'packs')),
    seconds   INTEGER NOT NULL CHECK (seconds >= 0),
    PRIMARY KEY (school_id, date, part)
) STRICT, WITHOUT ROWID;
