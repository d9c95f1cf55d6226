// Generated from the command list of the core by `cargo xtask types`. Do not edit.

/**
 * The academic year that begins on 1 September of this year.
 */
export type AcademicYear = number;

/**
 * An offer that was accepted.
 */
export type Accepted = { 
/**
 * The row it was made for.
 */
row: number, 
/**
 * The kind of problem it answers. It answers every problem of that kind in the row.
 */
code: ProblemCode, };

/**
 * A kind of work, such as "Annual reviews".
 */
export type Activity = { 
/**
 * Its identity in the vault.
 */
id: ActivityId, 
/**
 * What it is called.
 */
name: string, 
/**
 * Which of the four areas it serves.
 */
purpose: Purpose, 
/**
 * The law asks for it.
 */
statutory: boolean, 
/**
 * Administration.
 */
administrative: boolean, 
/**
 * Spent with pupils.
 */
with_pupils: boolean, 
/**
 * Belongs to another role the SENCO also holds.
 */
other_role: boolean, 
/**
 * Keeping this daybook and being accountable.
 */
own_burden: boolean, 
/**
 * No longer offered for new blocks and entries.
 */
retired: boolean, };

/**
 * A kind of work.
 */
export type ActivityId = number;

/**
 * A line of the activity log.
 */
export type ActivityLine = { 
/**
 * When.
 */
at: string, 
/**
 * The computer account; empty where the system told none.
 */
who: string, 
/**
 * The computer; empty where the system told none.
 */
computer: string, 
/**
 * What happened. Never a pupil's name.
 */
sentence: string, };

/**
 * A result to add.
 */
export type AddAssessment = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * What is known of it.
 */
details: AssessmentDetails, };

/**
 * A block to lay.
 */
export type AddBlock = { 
/**
 * What, when, for how long.
 */
details: BlockDetails, };

/**
 * An entry to write.
 */
export type AddEntry = { 
/**
 * What happened.
 */
details: EntryDetails, };

/**
 * A plan to begin.
 */
export type AddPlan = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * What it says.
 */
form: PlanForm, };

/**
 * Provision to begin.
 */
export type AddProvision = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * What is known of it.
 */
details: ProvisionDetails, };

/**
 * A pupil to add to the roll.
 */
export type AddPupil = { 
/**
 * What is known of them.
 */
details: PupilDetails, };

/**
 * A task to add.
 */
export type AddTask = { 
/**
 * The line of the catalogue it is one of, where it is: its time teaches that line's estimate.
 */
template: TemplateId | null, 
/**
 * What it says.
 */
details: TaskDetails, };

/**
 * What day work hangs on.
 */
export type Anchor = { "on": "each_day" } | { "on": "weekday", 
/**
 * Which, 0 (Monday) to 6 (Sunday).
 */
weekday: number, } | { "on": "week", 
/**
 * Which school week: 1 is the first, -1 the last, -2 the last but one; never 0.
 */
week: number, 
/**
 * Which day of it, 0 (Monday) to 6 (Sunday).
 */
weekday: number, } | { "on": "month", 
/**
 * Which, 1 to 12.
 */
month: number, } | { "on": "date", 
/**
 * Its month, 1 to 12.
 */
month: number, 
/**
 * Its day, from 1.
 */
day: number, } | { "on": "before", 
/**
 * How many.
 */
days: number, 
/**
 * Before what.
 */
event: Event, } | { "on": "none" };

/**
 * What a stretch was that the timer asks about.
 */
export type AnswerTimer = { 
/**
 * The stretch, as it was asked.
 */
asked: Asked, 
/**
 * What it was.
 */
answer: Was, 
/**
 * How long from its beginning, in minutes; none: all of it.
 */
minutes: number | null, };

/**
 * How the app looks on this computer.
 */
export type Appearance = { 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * Stronger lines and colours.
 */
high_contrast: boolean, 
/**
 * Text size in per cent: 100 to 200.
 */
text_size: number, 
/**
 * The columns of the register's list, in their order; none: the usual ones.
 */
register_columns: Array<ListColumn>, 
/**
 * The steps of the week's timetable, in minutes: 15 or 5.
 */
grid: number, };

/**
 * A broad area of need.
 */
export type Area = { 
/**
 * What needs refer to it by.
 */
key: string, 
/**
 * Its name in print.
 */
label: string, 
/**
 * Where it stands.
 */
source: string, };

/**
 * A census to look ahead to.
 */
export type AskCensus = { 
/**
 * A day: the census of that day is meant, or the next one after it; none: from today.
 */
on: string | null, };

/**
 * Weeks to look back over.
 */
export type AskLookBack = { 
/**
 * How; none: as it was chosen last.
 */
choice: LookBackChoice | null, };

/**
 * Entries of one figure.
 */
export type AskLookBackEntries = { 
/**
 * How it was looked back.
 */
choice: LookBackChoice, 
/**
 * Of what.
 */
of: LookBackOf, 
/**
 * Only of the week that begins on this Monday.
 */
week: string | null, };

/**
 * A stretch to ask about.
 */
export type Asked = { 
/**
 * When it began.
 */
from: string, 
/**
 * When it ended; before `from` where the clock was set back.
 */
to: string, 
/**
 * Why.
 */
why: Why, };

/**
 * A result.
 */
export type Assessment = { 
/**
 * Its identity.
 */
id: AssessmentId, 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * The day it was done.
 */
date: string, 
/**
 * What it is of.
 */
kind: AssessmentKind, 
/**
 * The test or scale.
 */
name: string, 
/**
 * The result, as written; a number is drawn.
 */
score: string, 
/**
 * What the number counts, such as standard score.
 */
scale: string, 
/**
 * Who did it.
 */
done_by: string, 
/**
 * Note.
 */
note: string, };

/**
 * A result as a person types it.
 */
export type AssessmentDetails = { 
/**
 * The day it was done.
 */
date: string, 
/**
 * What it is of.
 */
kind: AssessmentKind, 
/**
 * The test or scale.
 */
name: string, 
/**
 * The result, as written; a number is drawn.
 */
score: string, 
/**
 * What the number counts, such as standard score.
 */
scale: string, 
/**
 * Who did it.
 */
done_by: string, 
/**
 * Note.
 */
note: string, };

/**
 * A result of an assessment or a screening.
 */
export type AssessmentId = number;

/**
 * What a result is of.
 */
export type AssessmentKind = "assessment" | "screening";

/**
 * A child's results, and the numbers among them to draw.
 */
export type AssessmentsView = { 
/**
 * Results, the newest first.
 */
assessments: Array<Assessment>, 
/**
 * Numbers, by test.
 */
series: Array<Series>, };

/**
 * A backup's file.
 */
export type BackupFile = { 
/**
 * Its path.
 */
path: string, };

/**
 * Where a backup lies.
 */
export type BackupPlace = "here" | "second" | "elsewhere";

/**
 * Why a backup was made.
 */
export type BackupReason = "first-change" | "lock" | "migration" | "import" | "restore" | "erase" | "repair" | "asked";

/**
 * A backup.
 */
export type BackupRow = { 
/**
 * The name of its file.
 */
file: string, 
/**
 * Its path.
 */
path: string, 
/**
 * When it was made; none where neither the file nor its name tells.
 */
made_at: string | null, 
/**
 * Why it was made; none where neither the file nor its name tells.
 */
reason: BackupReason | null, 
/**
 * How long it is, in bytes.
 */
bytes: number, 
/**
 * How many pupils it holds.
 */
pupils: number, 
/**
 * How many entries it holds.
 */
entries: number, 
/**
 * How many rows it holds, journal and log left out.
 */
total: number, 
/**
 * Where it lies.
 */
place: BackupPlace, 
/**
 * Whether it can be used.
 */
readable: boolean, 
/**
 * Whether it was read to its last byte to say so. Restoring does that in any case.
 */
read_through: boolean, 
/**
 * Why it cannot be used.
 */
trouble: string | null, 
/**
 * Whether the words that open the daybook today open it by itself. As a backup of this daybook it needs only today's.
 */
opens_with_current_words: boolean, 
/**
 * Whether it is of the daybook that is chosen; none while nobody can tell because that is locked.
 */
ours: boolean | null, };

/**
 * The backups of a daybook.
 */
export type BackupsView = { 
/**
 * The backups, newest first; those in the second place after those beside the daybook.
 */
rows: Array<BackupRow>, 
/**
 * How much room the next one needs while it is made, in bytes.
 */
needed_bytes: number, 
/**
 * How much room there is, in bytes; none where nobody can tell.
 */
free_bytes: number | null, 
/**
 * The second place; none where none is set, or while the daybook is locked.
 */
second: SecondPlaceView | null, 
/**
 * Why the last backup was not made.
 */
trouble: string | null, };

/**
 * Where an estimate is from. What others published is never mixed up with what we propose.
 */
export type Basis = "published" | "proposed" | "own" | "measured";

/**
 * What becomes of a pupil.
 */
export type Becomes = "moves_up" | "stays" | "leaves";

/**
 * Something to time from now on.
 */
export type BeginTimer = { 
/**
 * How it stands to what runs.
 */
how: TimerBegins, 
/**
 * What it is, in a line; empty: what its task or block is called.
 */
line: string, 
/**
 * Who interrupted; none: whom the line of an interruption names.
 */
who: string | null, 
/**
 * The kind of work; none: that of its task or block.
 */
activity: ActivityId | null, 
/**
 * The task it is for.
 */
task: TaskId | null, 
/**
 * The planned block it fulfils.
 */
block: BlockId | null, 
/**
 * Whom it is about; none: the child of its task or block, or the one pupil the line names.
 */
pupils: Array<PupilId> | null, };

/**
 * A block of the plan, with what became of it.
 */
export type Block = { 
/**
 * Its identity.
 */
id: BlockId, 
/**
 * What became of it.
 */
state: BlockState, 
/**
 * The day.
 */
date: string, 
/**
 * When it begins.
 */
start: Clock, 
/**
 * How long, in minutes; it ends by midnight.
 */
minutes: number, 
/**
 * What for.
 */
title: string, 
/**
 * The kind of work.
 */
activity: ActivityId, 
/**
 * Where.
 */
place: Place, 
/**
 * Which pupils it is about.
 */
pupils: Array<PupilId>, };

/**
 * A block as a person lays it: what, when, for how long.
 */
export type BlockDetails = { 
/**
 * The day.
 */
date: string, 
/**
 * When it begins.
 */
start: Clock, 
/**
 * How long, in minutes; it ends by midnight.
 */
minutes: number, 
/**
 * What for.
 */
title: string, 
/**
 * The kind of work.
 */
activity: ActivityId, 
/**
 * Where.
 */
place: Place, 
/**
 * Which pupils it is about.
 */
pupils: Array<PupilId>, };

/**
 * A block of Monday's plan.
 */
export type BlockId = number;

/**
 * A block that did not happen.
 */
export type BlockNotDone = { 
/**
 * Which.
 */
block: BlockId, 
/**
 * Because of what; may be empty.
 */
why: string, 
/**
 * Whether it still has to be done.
 */
still_needed: boolean, };

/**
 * What became of a planned block. The plan itself never changes.
 */
export type BlockState = { "is": "open" } | { "is": "as_planned" } | { "is": "changed" } | { "is": "not_done", 
/**
 * Because of what, in her words; may be empty.
 */
why: string, 
/**
 * Whether it still has to be done.
 */
still_needed: boolean, };

/**
 * A planned block in the story.
 */
export type BlockStory = { 
/**
 * Which block.
 */
id: BlockId, 
/**
 * When it begins.
 */
start: Clock, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * What for; the activity's name where no title was typed.
 */
title: string, 
/**
 * The kind of work.
 */
activity: string, 
/**
 * Where.
 */
place: Place, 
/**
 * What became of it.
 */
state: BlockState, 
/**
 * Case codes of the pupils it is about.
 */
case_codes: Array<string>, };

/**
 * Something to settle or to know before a week closes.
 */
export type Blocker = { 
/**
 * Stable code, such as `week.overlap`.
 */
code: string, 
/**
 * Whether it stops the week from closing.
 */
weight: Weight, 
/**
 * What it is and what to do, in plain English, without any pupil's name.
 */
message: string, 
/**
 * The day, where it is of one day.
 */
date: string | null, 
/**
 * Entries to open.
 */
entries: Array<EntryId>, 
/**
 * Blocks to open.
 */
blocks: Array<BlockId>, };

/**
 * What was said of one break of one day. A break nobody spoke of was taken, but for what timed entries cover of it.
 */
export type BreakMark = { 
/**
 * The day.
 */
date: string, 
/**
 * The break's name in that day's hours.
 */
name: string, 
/**
 * How much of it was had.
 */
state: BreakState, 
/**
 * Minutes had, where only a part was.
 */
taken: number, 
/**
 * Because of what; may be empty.
 */
why: string, };

/**
 * How much of a break was had.
 */
export type BreakState = "taken" | "part" | "missed";

/**
 * A break in the story.
 */
export type BreakStory = { 
/**
 * The day.
 */
date: string, 
/**
 * Its name.
 */
name: string, 
/**
 * When it should have been.
 */
span: Span, 
/**
 * How much of it was had.
 */
state: BreakState, 
/**
 * Minutes had.
 */
taken: number, 
/**
 * Minutes lost.
 */
lost: number, 
/**
 * Because of what; may be empty.
 */
why: string, 
/**
 * Whether she said so; otherwise it follows from what she wrote down of that time.
 */
said: boolean, };

/**
 * A break she is entitled to.
 */
export type BreakTime = { 
/**
 * What it is called, such as "Lunch".
 */
name: string, 
/**
 * When it is.
 */
span: Span, };

/**
 * A change to make to each of several pupils.
 */
export type BulkChange = { "what": "status", 
/**
 * The provision code; empty to end it.
 */
code: string, 
/**
 * The first day it holds, or no longer does.
 */
from: string, 
/**
 * Why; may be empty.
 */
reason: string, } | { "what": "add_need", 
/**
 * SEN type code.
 */
code: string, 
/**
 * The first day it holds.
 */
from: string, } | { "what": "class", 
/**
 * Which; empty for none.
 */
class: string, } | { "what": "flag", 
/**
 * Which, by the field names of [`Flags`].
 */
flag: string, 
/**
 * Whether it is set.
 */
on: boolean, } | { "what": "own_flag", 
/**
 * Which.
 */
flag: FlagId, 
/**
 * Whether it is set.
 */
on: boolean, } | { "what": "year", 
/**
 * The year's code; none for the year of their age.
 */
year: string | null, } | { "what": "leave", 
/**
 * The last day on roll.
 */
on: string, };

/**
 * What one change would do to one pupil.
 */
export type BulkLine = { 
/**
 * Who.
 */
pupil: PupilId, 
/**
 * Case code.
 */
case_code: string, 
/**
 * Legal surname.
 */
surname: string, 
/**
 * Preferred forename, or the legal one.
 */
forename: string, 
/**
 * What it is, in words.
 */
was: string, 
/**
 * What it would be, in words.
 */
becomes: string, 
/**
 * Whether it is so already.
 */
same: boolean, 
/**
 * Why it cannot be done; none where it can.
 */
refused: string | null, };

/**
 * What one change would do to each of several pupils.
 */
export type BulkView = { 
/**
 * One line for each, in the order they were asked for.
 */
lines: Array<BulkLine>, 
/**
 * How many would change.
 */
changes: number, 
/**
 * How many are so already.
 */
same: number, 
/**
 * For how many it cannot be done.
 */
refused: number, };

/**
 * A part of the daybook that is work for its own sake.
 */
export type BurdenPart = "capture" | "plan" | "reconcile" | "packs";

/**
 * What the daybook took of its user.
 */
export type BurdenView = { 
/**
 * This week.
 */
week: Array<Spent>, 
/**
 * In the weeks looked back over.
 */
stretch: Array<Spent>, 
/**
 * Working days of these weeks, up to today.
 */
days: number, 
/**
 * What it promises: minutes of a working day.
 */
promised: number, };

/**
 * Time by one kind of work: planned beside what happened.
 */
export type ByActivity = { 
/**
 * Which; none for entries still to be classified.
 */
activity: ActivityId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Which area it serves.
 */
purpose: Purpose | null, 
/**
 * What the plan gave it.
 */
planned: Figure, 
/**
 * What it took.
 */
actual: Figure, };

/**
 * Time by area.
 */
export type ByPurpose = { 
/**
 * Which; none for entries still to be classified.
 */
purpose: Purpose | null, 
/**
 * Its name in print.
 */
name: string, 
/**
 * What the plan gave it.
 */
planned: Figure, 
/**
 * What it took.
 */
actual: Figure, };

/**
 * A school's calendar for one academic year, or for the two that a week belongs to.
 */
export type Calendar = { 
/**
 * The half-terms, in order of their dates.
 */
half_terms: Array<HalfTerm>, 
/**
 * INSET days, bank holidays and closures.
 */
days_off: Array<DayOff>, };

/**
 * What is offered for a year's dates, and what is missing of those that are kept.
 */
export type CalendarOffer = { 
/**
 * By the pattern of the last year that has dates; empty where none has.
 */
calendar: Calendar, 
/**
 * The year's bank holidays in England and Wales, by rule; those proclaimed for one year are not among them.
 */
bank_holidays: Array<DayOff>, 
/**
 * What is missing or odd in the dates that are kept.
 */
gaps: Array<Gap>, };

/**
 * Something in a calendar file that was not understood.
 */
export type CalendarProblem = { 
/**
 * The line of the file it begins on, counted from 1.
 */
line: number, 
/**
 * The event's title, as far as it was read; may be empty.
 */
summary: string, 
/**
 * What was not understood, and what became of it.
 */
sentence: string, };

/**
 * A calendar file that was saved.
 */
export type CalendarSaved = { 
/**
 * Where.
 */
path: string, 
/**
 * How many dates it holds.
 */
items: number, };

/**
 * A line captured in haste, as it is being typed.
 */
export type CaptureLine = { 
/**
 * The line as typed.
 */
line: string, 
/**
 * Minutes, where the line names none.
 */
minutes: number | null, };

/**
 * What a captured line says, and whom it may be about.
 */
export type CaptureView = { 
/**
 * What was read in the line.
 */
captured: Captured, 
/**
 * Pupils whose names stand in the line.
 */
pupils: Array<RegisterRow>, 
/**
 * What a frozen plan had for that time and of which nothing is said yet, the most shared time first.
 */
planned: Array<PlannedThen>, };

/**
 * What one line says.
 */
export type Captured = { 
/**
 * How long, in minutes, 1 to 1440; none where the line does not say ([`OFFERED_MINUTES`] is then offered).
 */
minutes: number | null, 
/**
 * When it began, if the line says.
 */
start: Clock | null, 
/**
 * Who it was with or by, as written.
 */
who: string | null, 
/**
 * By what way: `phone`, `door`, `email`, `corridor` or `text`.
 */
way: string | null, 
/**
 * What about; may be empty.
 */
about: string, 
/**
 * Where; at school unless the line says otherwise.
 */
place: Place, 
/**
 * Kept to herself.
 */
private: boolean, 
/**
 * How it stands to the plan, as far as one can guess.
 */
kind: EntryKind, 
/**
 * The break it says was lost, such as `lunch`.
 */
missed_break: string | null, 
/**
 * The line without its time, its length and its tags.
 */
text: string, };

/**
 * A line of the catalogue as its screen shows it.
 */
export type CatalogueLine = { 
/**
 * The line.
 */
template: Template, 
/**
 * For how many there is one each time: 1 for the school.
 */
each: number, 
/**
 * How many tasks it makes in the academic year of today, as far as dates are known.
 */
a_year: number, 
/**
 * When the next falls due.
 */
next: Occurrence | null, 
/**
 * Why that is not the day it names, in a few words.
 */
moved: string | null, 
/**
 * What the last such tasks took.
 */
learned: Learned | null, };

/**
 * What the catalogue of a frequency comes to in a year.
 */
export type CatalogueSum = { 
/**
 * How often.
 */
frequency: Frequency, 
/**
 * Lines that are not retired.
 */
lines: number, 
/**
 * Tasks in the academic year of today.
 */
tasks: number, 
/**
 * Minutes they come to.
 */
minutes: number, };

/**
 * The catalogue.
 */
export type CatalogueView = { 
/**
 * Every line, most often first.
 */
lines: Array<CatalogueLine>, 
/**
 * What they come to.
 */
sums: Array<CatalogueSum>, 
/**
 * Whether the academic year of today has dates: without them little can fall due.
 */
dates: boolean, };

/**
 * How many have a provision.
 */
export type CensusCount = { 
/**
 * Provision code; the code of none for those without.
 */
code: string, 
/**
 * How many.
 */
count: number, };

/**
 * A school census.
 */
export type CensusDay = { 
/**
 * What it is called by, such as `spring`.
 */
key: string, 
/**
 * Its name in print.
 */
label: string, 
/**
 * Month, 1 to 12.
 */
month: number, 
/**
 * Which Thursday of the month, 1 to 4.
 */
thursday: number, 
/**
 * Whether it asks for types of need, too.
 */
asks_needs: boolean, 
/**
 * Where it stands.
 */
source: string, };

/**
 * Something the census will ask about.
 */
export type CensusFinding = { 
/**
 * What part of the record it is about.
 */
part: CensusPart, 
/**
 * What is missing or odd, and what to do.
 */
sentence: string, 
/**
 * Where the rule stands.
 */
source: string, };

/**
 * What part of a record is to be looked at.
 */
export type CensusPart = "name" | "born" | "upn" | "year" | "provision" | "needs";

/**
 * A pupil in whose record something is missing or odd.
 */
export type CensusRow = { 
/**
 * Who.
 */
pupil: RegisterRow, 
/**
 * What.
 */
findings: Array<CensusFinding>, };

/**
 * What a census will ask.
 */
export type CensusView = { 
/**
 * Its name.
 */
label: string, 
/**
 * Its day.
 */
on: string, 
/**
 * Whether it asks for types of need.
 */
asks_needs: boolean, 
/**
 * Where that stands.
 */
source: string, 
/**
 * How many pupils will be on roll.
 */
on_roll: number, 
/**
 * How many of them the census will count with each provision, by its code.
 */
counts: Array<CensusCount>, 
/**
 * Pupils in whose record something is missing or odd.
 */
rows: Array<CensusRow>, };

/**
 * Something that happened.
 */
export type ChangeLine = { 
/**
 * The day; none for what was put right in the record, whatever day that speaks of.
 */
on: string | null, 
/**
 * What, in a sentence. It may hold names.
 */
sentence: string, };

/**
 * A passphrase to set.
 */
export type ChangePassphrase = { 
/**
 * The one there is now; none where the recovery key opened the daybook.
 */
old: string | null, 
/**
 * The new one.
 */
new: string, };

/**
 * The result of a write.
 */
export type Changed<T> = { 
/**
 * What the use-case returns.
 */
value: T, 
/**
 * What screens must read again; empty where nothing changed.
 */
changed: Array<Noun>, 
/**
 * What Undo would undo, such as "Week of 2 November frozen"; none where nothing changed.
 */
undo: string | null, };

/**
 * What happened since a day.
 */
export type ChangesSince = { 
/**
 * The first day.
 */
since: string, 
/**
 * Of whom: those who had a place on the register at any time since, everybody, or those who left.
 */
scope: Scope, };

/**
 * What happened to pupils over a time.
 */
export type ChangesView = { 
/**
 * The first day.
 */
since: string, 
/**
 * The last.
 */
until: string, 
/**
 * Those to whom something happened, by name.
 */
children: Array<ChildChanges>, 
/**
 * How many of those asked for nothing happened to.
 */
unchanged: number, };

/**
 * A UPN as written.
 */
export type CheckUpn = { 
/**
 * The number, good or bad.
 */
upn: string, };

/**
 * What a check found.
 */
export type CheckView = { 
/**
 * Mended ones first. None: the daybook is whole.
 */
findings: Array<Finding>, 
/**
 * When it was checked.
 */
checked_at: string, };

/**
 * What happened to one pupil.
 */
export type ChildChanges = { 
/**
 * Who.
 */
pupil: PupilId, 
/**
 * Case code.
 */
case_code: string, 
/**
 * Legal surname.
 */
surname: string, 
/**
 * Preferred forename, or the legal one.
 */
forename: string, 
/**
 * Curriculum year now.
 */
year: string, 
/**
 * Class now.
 */
class: string, 
/**
 * Provision code now; empty for none.
 */
status: string, 
/**
 * What happened, in order; then what was corrected.
 */
lines: Array<ChangeLine>, };

/**
 * A child's whole file that was saved.
 */
export type ChildFile = { 
/**
 * The folder it was written into.
 */
folder: string, 
/**
 * How many files it holds.
 */
files: number, 
/**
 * How many places name somebody else and are marked.
 */
marked: number, };

/**
 * What can be chosen of a finding.
 */
export type Choice = { 
/**
 * What to send back.
 */
key: string, 
/**
 * What a button says.
 */
label: string, };

/**
 * What a person decided about a preview.
 */
export type Choices = { 
/**
 * Rows to leave out, by their numbers.
 */
left_out: Array<number>, 
/**
 * Offers accepted.
 */
accepted: Array<Accepted>, 
/**
 * Changes refused, field by field: what the daybook has stays.
 */
refused: Array<Refused>, 
/**
 * The day from which changed provision and needs hold, where the list gives none.
 */
as_at: string, };

/**
 * The view to begin with the next time.
 */
export type ChooseView = { 
/**
 * Which; none: the usual list.
 */
view: ViewId | null, };

/**
 * What becomes of the pupils of one class and year.
 */
export type ClassMove = { 
/**
 * The class now.
 */
class: string, 
/**
 * The curriculum year now.
 */
year: string, 
/**
 * The class then.
 */
to: string, };

/**
 * A class before and after, and how many it is of.
 */
export type ClassProposal = { 
/**
 * The class now.
 */
class: string, 
/**
 * The curriculum year now.
 */
year: string, 
/**
 * The class then.
 */
to: string, 
/**
 * How many it is of.
 */
pupils: number, 
/**
 * Whether the name told it, or somebody said it; otherwise it is the present one, to be looked at.
 */
told: boolean, };

/**
 * A break whose mark is to be taken away.
 */
export type ClearBreak = { 
/**
 * The day.
 */
date: string, 
/**
 * The break's name.
 */
name: string, };

/**
 * A time of day, in minutes since midnight: 0 to 1440, where 1440 is the midnight that ends the day.
 */
export type Clock = number;

/**
 * A column as a person is shown it.
 */
export type Column = { 
/**
 * Heading as written.
 */
heading: string, 
/**
 * What it is taken for.
 */
field: Field, 
/**
 * Up to three different values from it.
 */
samples: Array<string>, };

/**
 * A preview to carry out.
 */
export type CommitImport = { 
/**
 * The file's path; it says nothing where there is text.
 */
path: string, 
/**
 * Cells pasted from a spreadsheet, instead of a file.
 */
text: string | null, 
/**
 * Which column is what.
 */
mapping: Mapping, 
/**
 * What was chosen.
 */
choices: Choices, 
/**
 * Who of those missing from the list has left; none: nobody.
 */
leaving: Leaving | null, 
/**
 * The fingerprint of the file that was previewed.
 */
fingerprint: string, };

/**
 * How everybody moves up.
 */
export type CommitYearEnd = { 
/**
 * How.
 */
plan: YearEnd, };

/**
 * A copy of the daybook.
 */
export type CopyRow = { 
/**
 * Where it is.
 */
path: string, 
/**
 * The name of its file or folder.
 */
file: string, 
/**
 * When it was made.
 */
made_at: string, 
/**
 * Whether it is in the second place.
 */
second: boolean, };

/**
 * A plan to copy into a week that is not frozen.
 */
export type CopyWeek = { 
/**
 * Any day in the week to copy from.
 */
from: string, 
/**
 * Any day in the week to copy into.
 */
into: string, };

/**
 * What a provision costs, in whole pence, and from what that is counted. Costs to date and for the full run are two
 * figures and are never added.
 */
export type Cost = { 
/**
 * Sessions counted until today.
 */
sessions_to_date: number, 
/**
 * Sessions of the full run.
 */
sessions_full_run: number, 
/**
 * Until today, for the whole group.
 */
to_date: number, 
/**
 * For the full run, for the whole group.
 */
full_run: number, 
/**
 * This child's share until today, rounded half up.
 */
share_to_date: number, 
/**
 * This child's share of the full run, rounded half up.
 */
share_full_run: number, };

/**
 * Seconds that a part of the daybook took today.
 */
export type CountBurden = { 
/**
 * Which part.
 */
part: BurdenPart, 
/**
 * How long, in seconds.
 */
seconds: number, };

/**
 * How a period is counted from its event.
 */
export type Counting = "after" | "beginning_with" | "before";

/**
 * How many rows there are of each fate.
 */
export type Counts = { 
/**
 * Rows that were read as pupils.
 */
rows: number, 
/**
 * Added.
 */
new: number, 
/**
 * Updated.
 */
changed: number, 
/**
 * Left as they are.
 */
same: number, 
/**
 * Left out as repeats.
 */
repeated: number, 
/**
 * Left out until somebody decides.
 */
unsure: number, 
/**
 * Not importable.
 */
stopped: number, 
/**
 * Problems by kind, the gravest first.
 */
problems: Array<ProblemCount>, };

/**
 * A daybook to make.
 */
export type CreateVault = { 
/**
 * The folder to make it in.
 */
within: string, 
/**
 * What to call it; its folder becomes `NAME.daybook`.
 */
name: string, 
/**
 * The words that will open it.
 */
passphrase: string, };

/**
 * One round of a plan.
 */
export type Cycle = { 
/**
 * Its identity.
 */
id: CycleId, 
/**
 * 1 for the first.
 */
number: number, 
/**
 * When it was reviewed; none while it is open.
 */
reviewed_on: string | null, 
/**
 * What came of it.
 */
review: string, 
/**
 * First day.
 */
from: string, 
/**
 * The day it is to be reviewed by.
 */
review_on: string, 
/**
 * What is known: strengths, needs, what was tried.
 */
assess: string, 
/**
 * The child's views.
 */
child_views: string, 
/**
 * The family's views.
 */
family_views: string, 
/**
 * How it goes, while it goes.
 */
doing: string, 
/**
 * What it is to bring about, most important first.
 */
outcomes: Array<PlanOutcome>, 
/**
 * What is done for it.
 */
strategies: Array<Strategy>, };

/**
 * One round as a person types it: assess, plan and do.
 */
export type CycleForm = { 
/**
 * First day.
 */
from: string, 
/**
 * The day it is to be reviewed by.
 */
review_on: string, 
/**
 * What is known: strengths, needs, what was tried.
 */
assess: string, 
/**
 * The child's views.
 */
child_views: string, 
/**
 * The family's views.
 */
family_views: string, 
/**
 * How it goes, while it goes.
 */
doing: string, 
/**
 * What it is to bring about, most important first.
 */
outcomes: Array<PlanOutcome>, 
/**
 * What is done for it.
 */
strategies: Array<Strategy>, };

/**
 * One round of assess, plan, do, review.
 */
export type CycleId = number;

/**
 * The key of the database, for who would open `daybook.db` with another program.
 */
export type DatabaseKeyView = { 
/**
 * 64 hexadecimal digits.
 */
key: string, 
/**
 * What to type into SQLCipher 4 before anything else.
 */
pragmas: Array<string>, };

/**
 * The hours of one weekday. No contracted span: not a working day.
 */
export type DayHours = { 
/**
 * From the time she has to be there to the time she may go.
 */
contracted: Span | null, 
/**
 * Lessons she teaches, inside the contracted span.
 */
teaching: Array<Span>, 
/**
 * Time set aside for SENCO work, inside the contracted span.
 */
protected: Array<Span>, 
/**
 * Breaks, inside the contracted span.
 */
breaks: Array<BreakTime>, };

/**
 * What kind of day it is at school.
 */
export type DayKind = "open" | "inset" | "weekend" | "bank_holiday" | "closure" | "holiday" | "unknown";

/**
 * A day inside a half-term that is not an ordinary school day.
 */
export type DayOff = { 
/**
 * Which day.
 */
date: string, 
/**
 * Why.
 */
kind: DayOffKind, 
/**
 * What the school calls it; may be empty.
 */
name: string, };

/**
 * Why a day inside a half-term is not an ordinary school day.
 */
export type DayOffKind = "inset" | "bank_holiday" | "closure";

/**
 * One day of the story.
 */
export type DayStory = { 
/**
 * The day.
 */
date: string, 
/**
 * What kind of day.
 */
kind: DayKind, 
/**
 * The hours that applied; empty on a day that is not worked.
 */
hours: DayHours, 
/**
 * The plan, by start.
 */
blocks: Array<BlockStory>, 
/**
 * What happened: timed entries by start, then the others.
 */
entries: Array<EntryStory>, 
/**
 * Breaks, by time.
 */
breaks: Array<BreakStory>, 
/**
 * Where its contracted minutes went.
 */
sums: Sums, 
/**
 * Contracted stretches that nothing covers; untimed entries are not taken off these.
 */
gaps: Array<Span>, };

/**
 * A day as its screen needs it.
 */
export type DayView = { 
/**
 * The day in the story of its week.
 */
day: DayStory, 
/**
 * Whether the plan of its week is frozen.
 */
frozen: boolean, 
/**
 * Whether its week is closed.
 */
closed: boolean, 
/**
 * The time now, if the day is today.
 */
now: Clock | null, 
/**
 * The block going on now.
 */
current: BlockId | null, 
/**
 * The next block of the day.
 */
next: BlockId | null, 
/**
 * The plan of the day as typed.
 */
blocks: Array<Block>, 
/**
 * What happened on the day, as written.
 */
entries: Array<Entry>, 
/**
 * Entries of any day that wait to be classified, newest first.
 */
waiting: Array<Entry>, 
/**
 * Kinds of work.
 */
activities: Array<Activity>, 
/**
 * Pupils that blocks and entries name.
 */
pupils: Array<RegisterRow>, };

/**
 * A document.
 */
export type Document = { 
/**
 * Its identity.
 */
id: DocumentId, 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * Where it lies outside; none for a file kept here.
 */
link: string | null, 
/**
 * The size of a file kept here, in bytes; 0 for a link.
 */
bytes: number, 
/**
 * What it is called.
 */
name: string, 
/**
 * The day of the document.
 */
date: string, 
/**
 * Note.
 */
note: string, };

/**
 * A document as a person names it.
 */
export type DocumentDetails = { 
/**
 * What it is called.
 */
name: string, 
/**
 * The day of the document.
 */
date: string, 
/**
 * Note.
 */
note: string, };

/**
 * A document of a child.
 */
export type DocumentId = number;

/**
 * A child's documents, and how much can be kept.
 */
export type DocumentsView = { 
/**
 * Documents, the newest first.
 */
documents: Array<Document>, 
/**
 * The largest file that can be kept, in bytes.
 */
most_bytes: number, 
/**
 * How many files can be kept for one child.
 */
most_files: number, 
/**
 * How many are.
 */
kept: number, };

/**
 * What is being done.
 */
export type Doing = { 
/**
 * What it is.
 */
text: string, 
/**
 * The kind of work, if it is known yet.
 */
activity: ActivityId | null, 
/**
 * Which pupils it is about.
 */
pupils: Array<PupilId>, 
/**
 * The task it is for.
 */
task: TaskId | null, 
/**
 * The planned block it fulfils; of an interruption, the one it pushes out.
 */
block: BlockId | null, 
/**
 * Who interrupted, where it is an interruption.
 */
who: string | null, 
/**
 * Where, if she said so; else where its block is, or at school.
 */
place: Place | null, 
/**
 * Kept to herself.
 */
private: boolean, };

/**
 * A provision map to draw.
 */
export type DrawProvisionMap = { 
/**
 * What it is grouped by.
 */
by: MapBy, 
/**
 * Whether what has ended in this academic year stands in it too.
 */
ended: boolean, };

/**
 * A plan to end, or to let go on.
 */
export type EndPlan = { 
/**
 * Which.
 */
plan: PlanId, 
/**
 * The first day it no longer holds; none: it goes on.
 */
on: string | null, 
/**
 * Why; may be empty.
 */
why: string, };

/**
 * Provision to end.
 */
export type EndProvision = { 
/**
 * Which.
 */
provision: ProvisionId, 
/**
 * The first day it no longer runs.
 */
on: string, 
/**
 * The measure at the end.
 */
exit: string, 
/**
 * What it changed.
 */
impact: string, };

/**
 * Something that happened.
 */
export type Entry = { 
/**
 * Its identity.
 */
id: EntryId, 
/**
 * The day.
 */
date: string, 
/**
 * When it began, if she knows.
 */
start: Clock | null, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * What it was.
 */
text: string, 
/**
 * The kind of work; none while the entry waits to be classified.
 */
activity: ActivityId | null, 
/**
 * Where.
 */
place: Place, 
/**
 * How it stands to the plan.
 */
kind: EntryKind, 
/**
 * The planned block it fulfils, for `as_planned` and `changed`.
 */
block: BlockId | null, 
/**
 * Who interrupted.
 */
interrupted_by: string | null, 
/**
 * The planned block it pushed out.
 */
displaced: BlockId | null, 
/**
 * Which pupils it was about.
 */
pupils: Array<PupilId>, 
/**
 * Kept to herself: in no pack.
 */
private: boolean, 
/**
 * Captured in haste, still to be classified.
 */
provisional: boolean, };

/**
 * An entry, and so many of its minutes.
 */
export type EntryBack = { 
/**
 * Its day.
 */
date: string, 
/**
 * Its minutes in the figure.
 */
minutes: number, 
/**
 * What it says.
 */
entry: EntryStory, };

/**
 * An entry as a person writes it.
 */
export type EntryDetails = { 
/**
 * The day.
 */
date: string, 
/**
 * When it began, if she knows.
 */
start: Clock | null, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * What it was.
 */
text: string, 
/**
 * The kind of work; none while the entry waits to be classified.
 */
activity: ActivityId | null, 
/**
 * Where.
 */
place: Place, 
/**
 * How it stands to the plan.
 */
kind: EntryKind, 
/**
 * The planned block it fulfils, for `as_planned` and `changed`.
 */
block: BlockId | null, 
/**
 * Who interrupted.
 */
interrupted_by: string | null, 
/**
 * The planned block it pushed out.
 */
displaced: BlockId | null, 
/**
 * Which pupils it was about.
 */
pupils: Array<PupilId>, 
/**
 * Kept to herself: in no pack.
 */
private: boolean, 
/**
 * Captured in haste, still to be classified.
 */
provisional: boolean, };

/**
 * Something that happened.
 */
export type EntryId = number;

/**
 * How an entry stands to the plan.
 */
export type EntryKind = "as_planned" | "changed" | "interruption" | "extra";

/**
 * An entry in the story.
 */
export type EntryStory = { 
/**
 * Which entry.
 */
id: EntryId, 
/**
 * When it began, if known.
 */
start: Clock | null, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * Of these, minutes outside contracted hours.
 */
out_of_hours: number, 
/**
 * What it was; the activity's name where nothing was written.
 */
text: string, 
/**
 * The kind of work; none while it waits to be classified.
 */
activity: string | null, 
/**
 * Where.
 */
place: Place, 
/**
 * How it stands to the plan.
 */
kind: EntryKind, 
/**
 * Who interrupted.
 */
interrupted_by: string | null, 
/**
 * Title of the block it pushed out.
 */
displaced: string | null, 
/**
 * Case codes of the pupils it was about.
 */
case_codes: Array<string>, 
/**
 * Kept to herself.
 */
private: boolean, 
/**
 * Still to be classified.
 */
provisional: boolean, };

/**
 * A child to erase.
 */
export type EraseChild = { 
/**
 * Who.
 */
pupil: PupilId, 
/**
 * The child's case code, typed once more.
 */
confirm: string, 
/**
 * Whether to delete the copies of the daybook that still hold the child, once a new one is made.
 */
delete_copies: boolean, 
/**
 * Texts of others that are to stay as they are, though they seem to name the child.
 */
kept: Array<string>, };

/**
 * A kind of thing that would be erased.
 */
export type ErasePart = { 
/**
 * What, in words.
 */
what: string, 
/**
 * How many.
 */
count: number, };

/**
 * A text of others that names the child.
 */
export type EraseText = { 
/**
 * Where it stands, in words.
 */
what: string, 
/**
 * What it says.
 */
before: string, 
/**
 * What it will say.
 */
after: string, };

/**
 * What erasing a child would take away.
 */
export type EraseView = { 
/**
 * The case code to type.
 */
case_code: string, 
/**
 * What there is of the child.
 */
parts: Array<ErasePart>, 
/**
 * Entries that name the child. Their minutes stay.
 */
entries: number, 
/**
 * Texts of others in which the case code will stand instead of the name.
 */
texts: Array<EraseText>, 
/**
 * Copies of the daybook that hold the child, newest first.
 */
copies: Array<CopyRow>, 
/**
 * A second place is set and is not there now: what is in it cannot be told.
 */
second_unseen: boolean, 
/**
 * What has to be known before, in sentences.
 */
notices: Array<string>, };

/**
 * Copies of the daybook that still hold a child who was erased.
 */
export type ErasedCopiesView = { 
/**
 * Those that are there, newest first.
 */
copies: Array<CopyRow>, 
/**
 * How many were deleted just now.
 */
deleted: number, 
/**
 * A second place is set and is not there now: whether it holds any cannot be told.
 */
second_unseen: boolean, };

/**
 * What was erased.
 */
export type ErasedView = { 
/**
 * Rows of the child.
 */
rows: number, 
/**
 * What the journal knew of them, change by change.
 */
changes: number, 
/**
 * Small files.
 */
files: number, 
/**
 * Entries that named the child.
 */
entries: number, 
/**
 * Texts in which the name was replaced by the case code.
 */
texts: number, 
/**
 * Copies that were deleted.
 */
deleted: number, 
/**
 * Copies that still hold the child.
 */
copies: Array<CopyRow>, 
/**
 * A second place is set and was not there.
 */
second_unseen: boolean, 
/**
 * What did not go as it should, in a sentence; none where all did.
 */
trouble: string | null, };

/**
 * What work may have to be done before.
 */
export type Event = "plan_review" | "half_term_end" | "term_end" | "census";

/**
 * What part of the record an event is told from.
 */
export type EventKind = "roll" | "status" | "need" | "plan" | "provision" | "assessment" | "profile" | "document" | "entry";

/**
 * A pupil who does not move as the others do.
 */
export type Exception = { 
/**
 * Who.
 */
pupil: PupilId, 
/**
 * What becomes of them.
 */
becomes: Becomes, 
/**
 * The class then; none: as for others of their class, or the present one where they stay.
 */
class: string | null, };

/**
 * Pupils to save as a file.
 */
export type ExportRegister = { 
/**
 * Which, in this order.
 */
pupils: Array<PupilId>, 
/**
 * As what.
 */
format: FileKind, 
/**
 * The file's path; it is replaced if it is there.
 */
path: string, };

/**
 * Everything, written out.
 */
export type Exported = { 
/**
 * The folder it was written into.
 */
folder: string, 
/**
 * How many files it holds.
 */
files: number, 
/**
 * How many rows they hold.
 */
rows: number, };

/**
 * A value, and how many rows have it.
 */
export type Facet = { 
/**
 * The value; of a group, empty for those that have none.
 */
value: string, 
/**
 * How many rows have it.
 */
count: number, };

/**
 * What would become of a row if nothing is left out and nothing offered is accepted.
 */
export type Fate = "new" | "changed" | "same" | "repeated" | "unsure" | "stopped";

/**
 * What a person is told: a code for screens and tests, a sentence for them, the field where one applies.
 *
 * The sentence says what happened, what was kept and what to do. It never holds a pupil's name.
 */
export type Fault = { 
/**
 * Stable code, `noun.what`, such as `hours.past_midnight`.
 */
code: string, 
/**
 * One or two plain English sentences.
 */
message: string, 
/**
 * The name of the argument's field at fault, in dots (`days.2.contracted`), where there is one.
 */
field: string | null, };

/**
 * What a column can hold.
 */
export type Field = "surname" | "forename" | "preferred" | "pronunciation" | "full_name" | "born" | "upn" | "admission" | "year" | "class" | "taught_in" | "sen_status" | "sen_since" | "sen_needs" | "primary_need" | "secondary_need" | "pupil_premium" | "eal" | "looked_after" | "social_care" | "young_carer" | "on_roll_from" | "on_roll_to" | "own_flags" | "note" | "status_history" | "need_history" | "ignore";

/**
 * One thing that would change in a known pupil's record, as a person reads it.
 */
export type FieldChange = { 
/**
 * What changes.
 */
field: Field, 
/**
 * As it stands in the daybook; empty if nothing does. Dates are ISO text, flags `Yes` or `No`.
 */
from: string, 
/**
 * As it would stand.
 */
to: string, };

/**
 * A number of minutes, and what it was summed from.
 */
export type Figure = { 
/**
 * The sum.
 */
minutes: number, 
/**
 * Entries in it.
 */
entries: Array<EntryId>, 
/**
 * Blocks in it.
 */
blocks: Array<BlockId>, };

/**
 * What kind of file a list came from.
 */
export type FileKind = "csv" | "xlsx" | "ctf";

/**
 * A file that was saved.
 */
export type FileSaved = { 
/**
 * Where.
 */
path: string, 
/**
 * How large, in bytes.
 */
bytes: number, };

/**
 * Words to find pupils by, for pickers.
 */
export type FindPupils = { 
/**
 * Words in names, class or case code.
 */
search: string, 
/**
 * How many at most.
 */
limit: number, };

/**
 * Something a check found.
 */
export type Finding = { 
/**
 * Stable code, such as `check.row`.
 */
code: string, 
/**
 * What it is, in plain English. It may hold names.
 */
sentence: string, 
/**
 * Whether it has been mended.
 */
mended: boolean, 
/**
 * What can be chosen; empty where there is nothing to choose.
 */
choices: Array<Choice>, 
/**
 * What to settle it by; empty where there is nothing to choose.
 */
id: string, };

/**
 * A statutory day of the year.
 */
export type FixedDay = { 
/**
 * `process.step`.
 */
key: string, 
/**
 * What has to be done before it.
 */
label: string, 
/**
 * Month, 1 to 12.
 */
month: number, 
/**
 * Day of the month.
 */
day: number, 
/**
 * Where the rule stands.
 */
source: string, 
/**
 * How far it may be trusted.
 */
mark: Trust, };

/**
 * A flag of the school's own.
 */
export type Flag = { 
/**
 * Its identity.
 */
id: FlagId, 
/**
 * What it is called, such as "Forces family".
 */
name: string, 
/**
 * No longer offered; children who have it keep it.
 */
retired: boolean, };

/**
 * A flag as a person names it.
 */
export type FlagDetails = { 
/**
 * What it is called, such as "Forces family".
 */
name: string, 
/**
 * No longer offered; children who have it keep it.
 */
retired: boolean, };

/**
 * A flag of the school's own, and how many rows have it.
 */
export type FlagFacet = { 
/**
 * Which.
 */
flag: FlagId, 
/**
 * How many rows have it.
 */
count: number, };

/**
 * A flag of a school's own.
 */
export type FlagId = number;

/**
 * What a school flags about a pupil.
 */
export type Flags = { 
/**
 * Attracts the pupil premium.
 */
pupil_premium: boolean, 
/**
 * Looked after by a local authority.
 */
looked_after: boolean, 
/**
 * Known to social care.
 */
social_care: boolean, 
/**
 * English is an additional language.
 */
eal: boolean, 
/**
 * Cares for somebody at home.
 */
young_carer: boolean, };

/**
 * A name found in a number of texts.
 */
export type FoundName = { 
/**
 * As it was first written.
 */
word: string, 
/**
 * How many times it was found.
 */
times: number, 
/**
 * Case codes of the pupils it may be.
 */
case_codes: Array<string>, 
/**
 * It is an everyday English word too.
 */
common_word: boolean, 
/**
 * It is such a word in small letters, and nothing beside it says that it is a name: not hidden unless asked for.
 */
in_doubt: boolean, 
/**
 * It is hidden, at least once.
 */
hidden: boolean, 
/**
 * It was said to be no pupil's name, but fits other pupils than it did then: hidden until that is said again.
 */
asked_again: boolean, };

/**
 * How often work comes, in the six steps a SENCO counts in.
 */
export type Frequency = "daily" | "weekly" | "half_termly" | "termly" | "yearly" | "ad_hoc";

/**
 * Something to say of a year's dates.
 */
export type Gap = { 
/**
 * What about.
 */
kind: GapKind, 
/**
 * What it is and what to do, in a sentence or two.
 */
sentence: string, };

/**
 * What there is to say of a year's dates.
 */
export type GapKind = "no_dates" | "few_half_terms" | "long_gap" | "open_bank_holiday" | "few_days";

/**
 * One group.
 */
export type GroupBack = { 
/**
 * What it stands for.
 */
key: LookBackKey, 
/**
 * The name of a kind of work or an area; empty otherwise.
 */
name: string, 
/**
 * Minutes in all.
 */
minutes: number, 
/**
 * Of these, minutes of interruptions.
 */
interruptions: number, 
/**
 * Minutes of each week, in the order of the weeks.
 */
by_week: Array<number>, 
/**
 * How many entries.
 */
entries: number, };

/**
 * What the list is grouped by. A pupil is in one group: that of the primary need, where it is by need.
 */
export type GroupBy = "none" | "class" | "need" | "year" | "status";

/**
 * One of the six stretches of school days in a year.
 */
export type HalfTerm = { 
/**
 * Its name, such as "Autumn 1".
 */
name: string, 
/**
 * First day, included.
 */
first: string, 
/**
 * Last day, included.
 */
last: string, };

/**
 * Something that was done to a record.
 */
export type HistoryLine = { 
/**
 * When.
 */
at: string, 
/**
 * The computer account; empty where the system told none.
 */
who: string, 
/**
 * What was done. It may hold names.
 */
sentence: string, 
/**
 * Whether it is undone.
 */
undone: boolean, };

/**
 * The record whose history is asked for.
 */
export type HistoryOf = { "noun": "school", } | { "noun": "calendar", } | { "noun": "hours", } | { "noun": "activity", 
/**
 * Which.
 */
id: ActivityId, } | { "noun": "pupil", 
/**
 * Which.
 */
id: PupilId, } | { "noun": "week", 
/**
 * Any day in it.
 */
date: string, } | { "noun": "block", 
/**
 * Which.
 */
id: BlockId, } | { "noun": "entry", 
/**
 * Which.
 */
id: EntryId, } | { "noun": "task", 
/**
 * Which.
 */
id: TaskId, } | { "noun": "catalogue", };

/**
 * What an import did.
 */
export type ImportDone = { 
/**
 * Pupils added.
 */
added: number, 
/**
 * Pupils changed.
 */
updated: number, 
/**
 * Rows that said nothing new.
 */
same: number, 
/**
 * Rows left out.
 */
left_out: number, 
/**
 * Pupils marked as left.
 */
left: number, };

/**
 * What an import would do.
 */
export type ImportView = { 
/**
 * Row by row.
 */
preview: Preview, 
/**
 * What importing it with these choices would do.
 */
would: ImportDone, 
/**
 * The fingerprint of the file, so that what is carried out is what was shown.
 */
fingerprint: string, 
/**
 * The file's name.
 */
file: string, };

/**
 * Who or what interrupted, how often and for how long.
 */
export type Interrupter = { 
/**
 * As she wrote it; empty if she did not say.
 */
who: string, 
/**
 * How many times.
 */
times: number, 
/**
 * How long.
 */
figure: Figure, };

/**
 * What a school puts on.
 */
export type Intervention = { 
/**
 * Its identity.
 */
id: InterventionId, 
/**
 * What it is called.
 */
name: string, 
/**
 * A key of the rules' broad areas; empty for none.
 */
area: string, 
/**
 * No longer offered; provision of it stays.
 */
retired: boolean, };

/**
 * What a school puts on, as a person names it.
 */
export type InterventionDetails = { 
/**
 * What it is called.
 */
name: string, 
/**
 * A key of the rules' broad areas; empty for none.
 */
area: string, 
/**
 * No longer offered; provision of it stays.
 */
retired: boolean, };

/**
 * What a school puts on, by name.
 */
export type InterventionId = number;

/**
 * A folder to write into.
 */
export type IntoFolder = { 
/**
 * The folder; it is there already.
 */
folder: string, };

/**
 * A line captured in haste, to keep.
 */
export type KeepCapture = { 
/**
 * The line as typed.
 */
line: string, 
/**
 * Minutes, where the line names none.
 */
minutes: number | null, 
/**
 * Whom it is about, where that was chosen; left out, the one pupil whose name stands in the line, if there is just one.
 */
pupils?: Array<PupilId>, 
/**
 * The planned block it took the place of.
 */
displaced?: BlockId, };

/**
 * A small file to keep here.
 */
export type KeepDocument = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * What it is called; without a name, what the file is called.
 */
details: DocumentDetails, 
/**
 * Where the file is.
 */
path: string, };

/**
 * What was typed into a form and not saved.
 */
export type KeepDraft = { 
/**
 * The name its form gives it: 200 characters at most.
 */
key: string, 
/**
 * What was typed; none: drop it.
 */
value: unknown, };

/**
 * Blocks of a week to keep as a normal week.
 */
export type KeepNormalWeek = { 
/**
 * Any day in the week.
 */
date: string, 
/**
 * Which blocks of its plan.
 */
blocks: Array<BlockId>, 
/**
 * What to call it.
 */
name: string, 
/**
 * Whether it takes the place of the one that has this name already.
 */
replace: boolean, };

/**
 * How long the school keeps records.
 */
export type KeepRecords = { 
/**
 * Whether it is the rule for records without any provision, need or plan.
 */
plain: boolean, 
/**
 * Years from the date of birth; none: as the rules say.
 */
years: number | null, };

/**
 * What was typed and not saved, by the name its form gave it.
 */
export type KeptDrafts = Record<string, unknown>;

/**
 * A word that looks like a pupil's name and was said to be none.
 */
export type KeptWord = { 
/**
 * The word.
 */
word: string, 
/**
 * Case codes of the pupils it fitted when that was said. It says nothing of others.
 */
case_codes: Array<string>, };

/**
 * What opens the daybook.
 */
export type KeysView = { 
/**
 * When the recovery key was made; none where there is none.
 */
recovery_made_at: string | null, 
/**
 * When the passphrase was set; none where an early version of the app set it.
 */
passphrase_set_at: string | null, 
/**
 * What opened it this time. After the recovery key did, the passphrase is changed without the old one.
 */
opened_by: OpenedBy, };

/**
 * What was laid of a normal week.
 */
export type LaidView = { 
/**
 * How many blocks were laid.
 */
laid: number, 
/**
 * What was left out, by day and time.
 */
left_out: Array<LeftOut>, };

/**
 * A normal week to lay.
 */
export type LayNormalWeek = { 
/**
 * Which.
 */
week: NormalWeekId, 
/**
 * Any day in the week to lay it into.
 */
date: string, };

/**
 * What the last such tasks took.
 */
export type Learned = { 
/**
 * The median of them, in minutes.
 */
median: number, 
/**
 * The tasks it is the median of, newest first.
 */
of: Array<Took>, };

/**
 * Pupils who left.
 */
export type Leaving = { 
/**
 * Who: of those the preview calls missing.
 */
pupils: Array<PupilId>, 
/**
 * Their last day on roll.
 */
last_day: string, };

/**
 * A block that was not laid.
 */
export type LeftOut = { 
/**
 * The day it would have been on.
 */
date: string, 
/**
 * When it would have begun.
 */
start: Clock, 
/**
 * How long it would have been, in minutes.
 */
minutes: number, 
/**
 * What it is called; may be empty.
 */
title: string, 
/**
 * The kind of work.
 */
activity: ActivityId, 
/**
 * Why.
 */
why: WhyLeftOut, };

/**
 * A provision code of older files, and the one that took its place. Offered, never changed silently.
 */
export type Legacy = { 
/**
 * The old code.
 */
old: string, 
/**
 * The code to offer.
 */
new: string, 
/**
 * What the old one meant.
 */
label: string, 
/**
 * Where it stands.
 */
source: string, };

/**
 * What a period limits.
 */
export type Limit = "at_most" | "at_least";

/**
 * A document that lies outside.
 */
export type LinkDocument = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * What it is called.
 */
details: DocumentDetails, 
/**
 * Where it lies: a path or an address.
 */
link: string, };

/**
 * Time that went on a task, or did not.
 */
export type LinkEntry = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * The task it was time for; none: for none.
 */
task: TaskId | null, };

/**
 * A column of the list. Those that are not in every row are read only where they are asked for.
 */
export type ListColumn = "name" | "year" | "class" | "status" | "since" | "needs" | "flags" | "own_flags" | "case_code" | "forename" | "born" | "age" | "upn" | "admission" | "on_roll_from" | "on_roll_to" | "pronunciation" | "next_review" | "plans" | "note";

/**
 * What to list.
 */
export type ListRegister = { 
/**
 * What is asked of the list.
 */
query: RegisterQuery, };

/**
 * Which tasks to list.
 */
export type ListTasks = { 
/**
 * What became of them.
 */
scope: TaskScope, 
/**
 * Words that stand in the title, the child's name or case code; empty for all.
 */
search: string, };

/**
 * Why a daybook was locked.
 */
export type LockReason = "asked" | "idle" | "sleep" | "screen_locked" | "closed" | "changed";

/**
 * When an open daybook locks by itself.
 */
export type LockSettings = { 
/**
 * Minutes without a touch: 1 to 120.
 */
minutes: number, };

/**
 * By what time is grouped.
 */
export type LookBackBy = "activity" | "purpose" | "role" | "place" | "child" | "interrupter" | "planned";

/**
 * From when, by what and whether with private entries is looked back. It is remembered.
 */
export type LookBackChoice = { 
/**
 * By what time is grouped.
 */
by: LookBackBy, 
/**
 * From when to when.
 */
stretch: Stretch, 
/**
 * Whether private entries are counted.
 */
private: boolean, };

/**
 * The entries of one figure: they come to it exactly.
 */
export type LookBackEntries = { 
/**
 * The figure, in minutes.
 */
minutes: number, 
/**
 * By day and time; of very many, the latest.
 */
rows: Array<EntryBack>, 
/**
 * How many earlier ones are not listed.
 */
earlier: number, 
/**
 * Their minutes in the figure.
 */
earlier_minutes: number, };

/**
 * What a group stands for.
 */
export type LookBackKey = { "of": "activity", 
/**
 * Which.
 */
activity: ActivityId, } | { "of": "purpose", 
/**
 * Which.
 */
purpose: Purpose, } | { "of": "role", 
/**
 * Which.
 */
role: WorkRole, } | { "of": "place", 
/**
 * Which.
 */
place: Place, } | { "of": "child", 
/**
 * Which.
 */
pupil: PupilId, } | { "of": "interrupter", 
/**
 * As first written; empty if she did not say.
 */
who: string, } | { "of": "planned", 
/**
 * Whether it was.
 */
planned: boolean, } | { "of": "none" };

/**
 * A figure of what was looked back on.
 */
export type LookBackOf = { "is": "all" } | { "is": "group", 
/**
 * What it stands for.
 */
key: LookBackKey, } | { "is": "interruptions" } | { "is": "out_of_hours" };

/**
 * Where the time of many weeks went. The weeks, the groups, and each group's weeks come to the same minutes.
 */
export type LookBackView = { 
/**
 * How it was looked back.
 */
choice: LookBackChoice, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * Whether the half-term that was asked for is known; otherwise these are the last twelve weeks.
 */
known: boolean, 
/**
 * Every week, in order.
 */
weeks: Array<WeekBack>, 
/**
 * Most time first; what belongs to none comes last.
 */
groups: Array<GroupBack>, 
/**
 * All minutes shown.
 */
minutes: number, 
/**
 * Protected SENCO minutes in the weeks of which hours are known.
 */
given: number, 
/**
 * Minutes of private entries, where these are left out.
 */
left_out: number, 
/**
 * The children that groups stand for.
 */
pupils: Array<RegisterRow>, 
/**
 * What the daybook itself took.
 */
burden: BurdenView, };

/**
 * What a provision map is grouped by.
 */
export type MapBy = "child" | "class" | "area";

/**
 * Minutes a week and a child's shares of costs, rounded so that a table of them adds up.
 */
export type MapFigures = { 
/**
 * Minutes of sessions a week, each child's counted.
 */
minutes_a_week: number, 
/**
 * Shares of the cost to date, in pence.
 */
to_date: number, 
/**
 * Shares of the cost of the full run, in pence.
 */
full_run: number, 
/**
 * Provisions of which nobody said what a session costs; they count nothing.
 */
unpriced: number, };

/**
 * A group of the map.
 */
export type MapGroup = { 
/**
 * The child, where it is grouped by child.
 */
pupil: PupilId | null, 
/**
 * The class or the area in words; empty where it is grouped by child.
 */
label: string, 
/**
 * Its rows.
 */
rows: Array<MapRow>, 
/**
 * Minutes of sessions a week, each child's counted.
 */
minutes_a_week: number, 
/**
 * Shares of the cost to date, in pence.
 */
to_date: number, 
/**
 * Shares of the cost of the full run, in pence.
 */
full_run: number, 
/**
 * Provisions of which nobody said what a session costs; they count nothing.
 */
unpriced: number, };

/**
 * One provision of one child in the map.
 */
export type MapRow = { 
/**
 * Which.
 */
provision: ProvisionId, 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * What it is of.
 */
intervention: string, 
/**
 * Key of its broad area; empty for none.
 */
area: string, 
/**
 * Who gives it.
 */
staff: string, 
/**
 * Children in a session.
 */
group_size: number, 
/**
 * The dose in words.
 */
dose: string, 
/**
 * Where it stands.
 */
running: Running, 
/**
 * Minutes of sessions a week, each child's counted.
 */
minutes_a_week: number, 
/**
 * Shares of the cost to date, in pence.
 */
to_date: number, 
/**
 * Shares of the cost of the full run, in pence.
 */
full_run: number, 
/**
 * Provisions of which nobody said what a session costs; they count nothing.
 */
unpriced: number, };

/**
 * What one column was taken for.
 */
export type MappedColumn = { 
/**
 * Its heading as written in the file; headings, not places, carry over to the next file.
 */
heading: string, 
/**
 * What it holds.
 */
field: Field, };

/**
 * What every column of a list means, in the order of its headings.
 */
export type Mapping = { 
/**
 * One for each heading.
 */
columns: Array<MappedColumn>, };

/**
 * What became of a break.
 */
export type MarkBreak = { 
/**
 * The day, the break and how much of it was had.
 */
mark: BreakMark, };

/**
 * The meetings a file has for a week.
 */
export type MeetingsView = { 
/**
 * What they would become.
 */
becomes: TakenAs, 
/**
 * Those that are not on the week yet, by day and time.
 */
meetings: Array<SuggestedMeeting>, 
/**
 * How many of the file are on it already.
 */
there: number, 
/**
 * The kind of work that was chosen the last time.
 */
activity: ActivityId | null, 
/**
 * What of the file was not understood.
 */
problems: Array<CalendarProblem>, 
/**
 * How many more problems there were.
 */
unlisted: number, };

/**
 * A pupil on roll in the daybook whom the list does not hold. For information: nothing is done about it.
 */
export type Missing = { 
/**
 * Who.
 */
id: PupilId, 
/**
 * "Surname, Forename".
 */
name: string, };

/**
 * Tasks to move to another day.
 */
export type MoveTasks = { 
/**
 * Which.
 */
tasks: Array<TaskId>, 
/**
 * The day they are to be done by; none: no day.
 */
due: string | null, };

/**
 * A pupil before and after.
 */
export type Moved = { 
/**
 * Who.
 */
pupil: PupilId, 
/**
 * Case code.
 */
case_code: string, 
/**
 * Legal surname.
 */
surname: string, 
/**
 * Preferred forename, or the legal one.
 */
forename: string, 
/**
 * Curriculum year now.
 */
year: string, 
/**
 * Curriculum year then; empty for those who leave.
 */
next_year: string, 
/**
 * Class now.
 */
class: string, 
/**
 * Class then; empty for those who leave.
 */
next_class: string, 
/**
 * What becomes of them.
 */
becomes: Becomes, 
/**
 * Whether it was said of them alone.
 */
exception: boolean, };

/**
 * A need over a time, ranked: 1 is the primary need.
 */
export type Need = { 
/**
 * Its identity.
 */
id: NeedId, 
/**
 * SEN type code, such as `SLCN`.
 */
code: string, 
/**
 * 1 for primary, 2 for secondary, and so on.
 */
rank: number, 
/**
 * First day.
 */
from: string, 
/**
 * The day it ended: the first day it no longer held.
 */
to: string | null, };

/**
 * A type of need.
 */
export type NeedCode = { 
/**
 * The code, such as `SLCN`.
 */
code: string, 
/**
 * Its name in print.
 */
label: string, 
/**
 * Key of its area.
 */
area: string, 
/**
 * First day it may be used; none: since before the pack begins.
 */
from: string | null, 
/**
 * The first day it may no longer be used.
 */
to: string | null, 
/**
 * Provision it is only allowed with; empty: any.
 */
statuses: Array<string>, 
/**
 * Where it stands.
 */
source: string, };

/**
 * A need of one pupil over a time.
 */
export type NeedId = number;

/**
 * What follows on a review.
 */
export type Next = { "then": "goes", 
/**
 * The day it is to be reviewed by; none: as many weeks on as the kind of plan proposes.
 */
review_on: string | null, } | { "then": "ends", 
/**
 * Why.
 */
why: string, };

/**
 * A block of a normal week.
 */
export type NormalBlock = { 
/**
 * The weekday: 0 for Monday to 6 for Sunday.
 */
weekday: number, 
/**
 * When it begins.
 */
start: Clock, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * What for; may be empty.
 */
title: string, 
/**
 * The kind of work.
 */
activity: ActivityId, 
/**
 * Where.
 */
place: Place, };

/**
 * A normal week.
 */
export type NormalWeek = { 
/**
 * Its identity.
 */
id: NormalWeekId, 
/**
 * What it is called.
 */
name: string, 
/**
 * Its blocks, by weekday and time.
 */
blocks: Array<NormalBlock>, };

/**
 * A normal week to lay a plan from.
 */
export type NormalWeekId = number;

/**
 * A planned block that did not happen.
 */
export type NotDone = { 
/**
 * The day.
 */
date: string, 
/**
 * Which block.
 */
block: BlockId, 
/**
 * Its title.
 */
title: string, 
/**
 * How long it should have been.
 */
minutes: number, 
/**
 * Because of what: her words, or what displaced it.
 */
why: string, 
/**
 * Whether it still has to be done.
 */
still_needed: boolean, };

/**
 * Why a meeting cannot be taken.
 */
export type NotTaken = "no_time" | "past_midnight" | "ahead";

/**
 * Nothing is asked.
 */
export type Nothing = Record<symbol, never>;

/**
 * A noun whose rows a write may touch.
 */
export type Noun = "school" | "calendar" | "hours" | "activity" | "pupil" | "plan" | "provision" | "view" | "week" | "block" | "entry" | "break" | "task" | "normal_week" | "pack" | "setting";

/**
 * One day on which work is due.
 */
export type Occurrence = { 
/**
 * The day it is due, at the latest.
 */
due: string, 
/**
 * The day its anchor names: its identity. For a month, the month's last day.
 */
named: string, 
/**
 * Why it is not due on the named day; none where it is, and where it is due on a month's last school day.
 */
moved: DayKind | null, };

/**
 * A result.
 */
export type OfAssessment = { 
/**
 * Which.
 */
assessment: AssessmentId, };

/**
 * One block.
 */
export type OfBlock = { 
/**
 * Which.
 */
block: BlockId, };

/**
 * A document.
 */
export type OfDocument = { 
/**
 * Which.
 */
document: DocumentId, };

/**
 * One entry.
 */
export type OfEntry = { 
/**
 * Which.
 */
entry: EntryId, };

/**
 * A need.
 */
export type OfNeed = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * Which.
 */
need: NeedId, };

/**
 * One normal week.
 */
export type OfNormalWeek = { 
/**
 * Which.
 */
week: NormalWeekId, };

/**
 * A plan.
 */
export type OfPlan = { 
/**
 * Which.
 */
plan: PlanId, };

/**
 * Provision.
 */
export type OfProvision = { 
/**
 * Which.
 */
provision: ProvisionId, };

/**
 * One pupil.
 */
export type OfPupil = { 
/**
 * Which.
 */
pupil: PupilId, };

/**
 * One of the schools.
 */
export type OfSchool = { 
/**
 * Which.
 */
school: SchoolId, };

/**
 * A spell of provision.
 */
export type OfStatus = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * Which.
 */
status: StatusId, };

/**
 * One task.
 */
export type OfTask = { 
/**
 * Which.
 */
task: TaskId, };

/**
 * A saved view.
 */
export type OfView = { 
/**
 * Which.
 */
view: ViewId, };

/**
 * A week.
 */
export type OfWeek = { 
/**
 * Any day in it.
 */
date: string, };

/**
 * A year.
 */
export type OfYear = { 
/**
 * The academic year, by the calendar year it begins in.
 */
year: AcademicYear, };

/**
 * A line a catalogue can start from.
 */
export type OfferedLine = { 
/**
 * What it is asked for by.
 */
key: string, 
/**
 * What it would say.
 */
details: TemplateDetails, 
/**
 * Whether the catalogue has it already.
 */
kept: boolean, 
/**
 * For how many there would be one each time.
 */
each: number, 
/**
 * How many tasks it would make in the academic year of today.
 */
a_year: number, };

/**
 * A day.
 */
export type OnDay = { 
/**
 * The day.
 */
date: string, };

/**
 * A daybook to open.
 */
export type OpenVault = { 
/**
 * Its folder, `NAME.daybook`.
 */
folder: string, 
/**
 * The words that open it.
 */
passphrase: string, };

/**
 * What opened a daybook.
 */
export type OpenedBy = "passphrase" | "recovery";

/**
 * What a plan is to bring about.
 */
export type OutcomeId = number;

/**
 * How far an outcome came.
 */
export type OutcomeProgress = "" | "none" | "some" | "met";

/**
 * How far an outcome came.
 */
export type OutcomeReview = { 
/**
 * Which.
 */
outcome: OutcomeId, 
/**
 * How far.
 */
progress: OutcomeProgress, 
/**
 * What was seen of it.
 */
came: string, };

/**
 * Two entries that claim the same minutes.
 */
export type Overlap = { 
/**
 * The day.
 */
date: string, 
/**
 * The minutes they share.
 */
span: Span, 
/**
 * The one that began first.
 */
first: EntryId, 
/**
 * The other.
 */
second: EntryId, };

/**
 * A pack that was printed or saved.
 */
export type PackId = number;

/**
 * Which pack.
 */
export type PackKind = "week_plan" | "week_as_it_happened";

/**
 * How a pack is made.
 */
export type PackOptions = { 
/**
 * Words that look like a pupil's name and were said not to be, with the pupils that was said of: printed as they
 * stand. 200 words of 100 characters at most. None: those said before.
 */
keep: Array<KeptWord> | null, 
/**
 * Everyday words to be hidden in small letters too, because a pupil is called so. 200 words of 100 characters at
 * most. None: those said before.
 */
hide: Array<string> | null, };

/**
 * A pack that was printed or saved before.
 */
export type PackRow = { 
/**
 * Which.
 */
id: PackId, 
/**
 * What it was, in words: its case code where it is of one child, never a name.
 */
title: string, 
/**
 * Which pack of a week; none where it speaks of no one week.
 */
kind: PackKind | null, 
/**
 * The Monday of its week.
 */
monday: string | null, 
/**
 * What of the register it was, to be looked at again as it stands now; none where that cannot be.
 */
of: PaperOf | null, 
/**
 * Whether it held names.
 */
names: boolean, 
/**
 * When.
 */
at: string, 
/**
 * Fingerprint of what it said.
 */
hash: string, };

/**
 * A pack that was saved.
 */
export type PackSaved = { 
/**
 * Where.
 */
path: string, 
/**
 * How large, in bytes.
 */
bytes: number, 
/**
 * Fingerprint of what it says.
 */
hash: string, };

/**
 * A pack as it would be printed.
 */
export type PackView = { 
/**
 * Its title.
 */
title: string, 
/**
 * The name offered for its file; it holds no pupil's name.
 */
file: string, 
/**
 * Its pages, each a picture in SVG.
 */
pages: Array<string>, 
/**
 * Names found in free text, and whether they are hidden.
 */
found: Array<FoundName>, 
/**
 * Words that look like a name and were said to be none, with the pupils that was said of.
 */
keep: Array<KeptWord>, 
/**
 * Everyday words that are hidden in small letters too.
 */
hide: Array<string>, 
/**
 * Anything to know before printing, in sentences.
 */
notes: Array<string>, 
/**
 * Entries its figures were summed from.
 */
entries: Array<EntryId>, 
/**
 * Fingerprint of what it says.
 */
hash: string, };

/**
 * What a list on paper lists.
 */
export type PaperOf = { "what": "list", 
/**
 * What is asked of it.
 */
query: RegisterQuery, 
/**
 * Only these of it; empty: everybody it shows.
 */
pupils: Array<PupilId>, } | { "what": "changes", 
/**
 * The first day.
 */
since: string, 
/**
 * Of whom.
 */
scope: Scope, } | { "what": "plan", 
/**
 * Which.
 */
plan: PlanId, } | { "what": "profile", 
/**
 * Whose.
 */
pupil: PupilId, } | { "what": "provision_map", 
/**
 * What it is grouped by.
 */
by: MapBy, 
/**
 * Whether what has ended or is to come in this academic year stands in it too.
 */
ended: boolean, } | { "what": "child_file", 
/**
 * Whose.
 */
pupil: PupilId, };

/**
 * The daybook that is open is a copy from before one that was open here.
 */
export type Parted = { 
/**
 * When the newest opening was that this copy does not know of.
 */
since: string, };

/**
 * An operation in one of two copies.
 */
export type PartedLine = { 
/**
 * When.
 */
at: string, 
/**
 * The computer account; empty where the system told none.
 */
who: string, 
/**
 * What was done, as the undo menu calls it. Never a pupil's name.
 */
sentence: string, };

/**
 * Two copies of a daybook, compared.
 */
export type PartingView = { 
/**
 * Whether they are copies of one daybook at all.
 */
same: boolean, 
/**
 * When one of them was first opened apart from the other; none where they are not of one daybook.
 */
parted_at: string | null, 
/**
 * What was done since in the one that is open, oldest first.
 */
here: Array<PartedLine>, 
/**
 * What was done since in the other, oldest first.
 */
there: Array<PartedLine>, };

/**
 * Words to judge.
 */
export type Passphrase = { 
/**
 * The words.
 */
passphrase: string, };

/**
 * What work is done once for, each time it comes.
 */
export type Per = { "each": "school" } | { "each": "status", 
/**
 * The code, such as K or E.
 */
code: string, } | { "each": "family" } | { "each": "pupil", 
/**
 * Which.
 */
pupil: PupilId, };

/**
 * A statutory period.
 */
export type Period = { 
/**
 * `process.step`, such as `review.decision`.
 */
key: string, 
/**
 * What has to be done.
 */
label: string, 
/**
 * How many units.
 */
amount: number, 
/**
 * What it is counted in.
 */
unit: Unit, 
/**
 * The event it is counted from.
 */
counted_from: string, 
/**
 * How it is counted.
 */
way: Counting, 
/**
 * What it limits.
 */
limit: Limit, 
/**
 * Where the rule stands.
 */
source: string, 
/**
 * How far it may be trusted.
 */
mark: Trust, };

/**
 * Where work was done.
 */
export type Place = "school" | "home" | "other_school" | "travel";

/**
 * What is to be known of a place.
 */
export type PlaceAdvice = { 
/**
 * Sentences; none where there is nothing to know.
 */
sentences: Array<string>, };

/**
 * A child's plan as a person types it, with its open round.
 */
export type PlanForm = { 
/**
 * A key of the rules' plan kinds, or `own-` and the number of one of the school's.
 */
kind: string, 
/**
 * What it is called; empty: what its kind is called.
 */
title: string, 
/**
 * The round that is open.
 */
cycle: CycleForm, };

/**
 * A child's plan.
 */
export type PlanId = number;

/**
 * A kind of plan as it is offered, whoever made it.
 */
export type PlanKindChoice = { 
/**
 * What plans refer to it by.
 */
key: string, 
/**
 * Its name.
 */
label: string, 
/**
 * Weeks from one review to the next, proposed.
 */
review_weeks: number, 
/**
 * The longest a review may wait, in weeks; none where no rule says.
 */
most_weeks: number | null, 
/**
 * Where the rule stands, or that it is the school's own.
 */
source: string, 
/**
 * Which of the school's own it is; none for one of the rules.
 */
own: PlanKindId | null, 
/**
 * Whether a plan of it may begin today.
 */
offered: boolean, };

/**
 * A kind of plan, and how often it is reviewed.
 */
export type PlanKindCode = { 
/**
 * What plans refer to it by.
 */
key: string, 
/**
 * Its name in print.
 */
label: string, 
/**
 * Weeks from one review to the next, proposed.
 */
review_weeks: number, 
/**
 * The longest a review may wait, in weeks: the Code's three meetings a year are 17 weeks apart at most, rounded
 * down. None where nothing is said.
 */
most_weeks: number | null, 
/**
 * The SEN provision whose plan it is, where it is that of one.
 */
status: string | null, 
/**
 * First day it may be used; none: since before the pack begins.
 */
from: string | null, 
/**
 * The first day it may no longer be used.
 */
to: string | null, 
/**
 * Where the rule stands.
 */
source: string, };

/**
 * A kind of plan of a school's own, as a person types it.
 */
export type PlanKindDetails = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Weeks from one review to the next.
 */
review_weeks: number, 
/**
 * No longer offered; plans of it stay.
 */
retired: boolean, };

/**
 * A kind of plan of a school's own.
 */
export type PlanKindId = number;

/**
 * What a plan is to bring about.
 */
export type PlanOutcome = { 
/**
 * Its identity; none while it is new.
 */
id: OutcomeId | null, 
/**
 * What the child will do, know or be able to.
 */
text: string, 
/**
 * A key of the rules' broad areas; empty for none.
 */
area: string, 
/**
 * How it will be known.
 */
success: string, 
/**
 * How far it came, once somebody said.
 */
progress: OutcomeProgress, 
/**
 * What was seen of it.
 */
came: string, };

/**
 * What came of a round.
 */
export type PlanReview = { 
/**
 * The day it was reviewed.
 */
reviewed_on: string, 
/**
 * What came of it as a whole.
 */
review: string, 
/**
 * How far each of its outcomes came.
 */
outcomes: Array<OutcomeReview>, 
/**
 * What follows.
 */
next: Next, };

/**
 * A task to lay on the plan.
 */
export type PlanTask = { 
/**
 * Which.
 */
task: TaskId, 
/**
 * The day.
 */
date: string, 
/**
 * When it begins.
 */
start: Clock, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * The kind of work, of a task that has none yet; it becomes the task's.
 */
activity: ActivityId | null, };

/**
 * A plan with what is worth saying of it.
 */
export type PlanView = { 
/**
 * What its kind is called.
 */
kind_label: string, 
/**
 * Weeks from one review to the next, proposed.
 */
review_weeks: number, 
/**
 * What is late or missing today, in sentences.
 */
notices: Array<string>, 
/**
 * Its identity.
 */
id: PlanId, 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * A key of the rules' plan kinds, or `own-` and the number of one of the school's.
 */
kind: string, 
/**
 * What it is called; empty: what its kind is called.
 */
title: string, 
/**
 * First day.
 */
from: string, 
/**
 * The first day it no longer held.
 */
to: string | null, 
/**
 * Why it ended; may be empty.
 */
why_ended: string, 
/**
 * Its rounds, the newest first.
 */
cycles: Array<Cycle>, };

/**
 * A planned block that something may have taken the place of.
 */
export type PlannedThen = { 
/**
 * Which.
 */
block: BlockId, 
/**
 * What it is called; may be empty.
 */
title: string, 
/**
 * Its kind of work.
 */
work: string, 
/**
 * When it begins.
 */
start: Clock, 
/**
 * How long, in minutes.
 */
minutes: number, };

/**
 * One number of a test.
 */
export type Point = { 
/**
 * The day.
 */
date: string, 
/**
 * The number in hundredths: 104.5 is 10450.
 */
hundredths: number, };

/**
 * What an import would do.
 */
export type Preview = { 
/**
 * What kind of file it is.
 */
source: FileKind, 
/**
 * What its letters were read as.
 */
encoding: string, 
/**
 * What stands between cells, for text.
 */
separator: string | null, 
/**
 * Its columns.
 */
columns: Array<Column>, 
/**
 * How many rows of each fate.
 */
counts: Counts, 
/**
 * Every row, in the order of the file.
 */
rows: Array<PreviewRow>, 
/**
 * Who is on roll and not in the list; empty for a transfer file, which never holds a whole roll.
 */
missing: Array<Missing>, 
/**
 * What a person should know of the whole list, in sentences.
 */
notices: Array<string>, };

/**
 * A file to read, and how.
 */
export type PreviewImport = { 
/**
 * The file's path; it says nothing where there is text.
 */
path: string, 
/**
 * Cells pasted from a spreadsheet, instead of a file.
 */
text: string | null, 
/**
 * Which column is what; guessed, or remembered, where none is given.
 */
mapping: Mapping | null, 
/**
 * What was chosen so far.
 */
choices: Choices, };

/**
 * A pack to look at.
 */
export type PreviewPack = { 
/**
 * Which.
 */
kind: PackKind, 
/**
 * Any day in its week.
 */
date: string, 
/**
 * How.
 */
options: PackOptions, };

/**
 * A list to look at on paper.
 */
export type PreviewPaper = { 
/**
 * What it lists.
 */
of: PaperOf, 
/**
 * With names. Without them case codes stand for pupils, and what tells who they are is left out.
 */
names: boolean, 
/**
 * What was said of words that look like a name.
 */
options: PackOptions, };

/**
 * One row and what would become of it.
 */
export type PreviewRow = { 
/**
 * Its number in the file.
 */
row: number, 
/**
 * "Surname, Forename" as read; empty if there is none.
 */
name: string, 
/**
 * What would become of it.
 */
fate: Fate, 
/**
 * The known pupil it is about, if sure.
 */
pupil: PupilId | null, 
/**
 * What would change in a known pupil.
 */
changes: Array<FieldChange>, 
/**
 * What is odd about it.
 */
problems: Array<Problem>, 
/**
 * Whether something would be written for it as it stands.
 */
include_by_default: boolean, };

/**
 * How everybody would move up.
 */
export type PreviewYearEnd = { 
/**
 * How; none: as proposed.
 */
plan: YearEnd | null, 
/**
 * What of it nobody said, so that it is worked out for its first day.
 */
work_out: Array<WorkedOut>, };

/**
 * One problem of one row.
 */
export type Problem = { 
/**
 * The row's number in the file.
 */
row: number, 
/**
 * The field it is about; none where it is about the row.
 */
field: Field | null, 
/**
 * How much it matters.
 */
severity: Severity, 
/**
 * Its kind.
 */
code: ProblemCode, 
/**
 * What a person reads: it names the row and the column.
 */
sentence: string, 
/**
 * What may be accepted, in a few words for a tick box; none where there is nothing to accept.
 */
offered: string | null, };

/**
 * Which kind of problem it is, for counting, grouping and accepting.
 */
export type ProblemCode = "no_name" | "too_long" | "exact_repeat" | "conflicting_repeat" | "shared_identity" | "maybe_same_pupil" | "maybe_new_pupil" | "had_left" | "bad_upn" | "no_born" | "born_unreadable" | "born_month_first" | "born_unlikely" | "lost_letter" | "old_status" | "newer_here" | "unknown_status" | "unknown_need" | "no_primary_need" | "year_not_of_age" | "year_unreadable" | "flag_unclear" | "since_unreadable" | "roll_unreadable" | "history_unreadable" | "extra_cells";

/**
 * How many problems there are of one kind.
 */
export type ProblemCount = { 
/**
 * The kind.
 */
code: ProblemCode, 
/**
 * How much it matters.
 */
severity: Severity, 
/**
 * How many.
 */
count: number, };

/**
 * A one-page profile. The first four are the child's own words.
 */
export type Profile = { 
/**
 * What people like and admire about me.
 */
admire: string, 
/**
 * What is important to me.
 */
important: string, 
/**
 * How best to support me.
 */
support: string, 
/**
 * My hopes.
 */
hopes: string, 
/**
 * For staff: what works.
 */
works: string, 
/**
 * For staff: what to avoid.
 */
avoid: string, 
/**
 * For staff: whom to ask.
 */
ask: string, 
/**
 * When the child agreed to it, if they did.
 */
agreed_on: string | null, };

/**
 * What is put on for a child, as a person types it.
 */
export type ProvisionDetails = { 
/**
 * The intervention by its name; one nobody has used yet is made.
 */
intervention: string, 
/**
 * The broad area of an intervention that is new; one there is keeps its own.
 */
area: string, 
/**
 * The plan it belongs to, if it does.
 */
plan: PlanId | null, 
/**
 * Who gives it.
 */
staff: string, 
/**
 * What its group is called; empty where it has no name.
 */
group_name: string, 
/**
 * Children in a session, this one among them: 1 to 99.
 */
group_size: number, 
/**
 * Sessions in `every_weeks` weeks: 1 to 50.
 */
sessions: number, 
/**
 * 1 to 12.
 */
every_weeks: number, 
/**
 * Minutes of a session: 1 to 480.
 */
minutes: number, 
/**
 * First day.
 */
from: string, 
/**
 * School weeks it is meant to run: 1 to 104.
 */
weeks: number, 
/**
 * The first day it no longer ran, where it has ended.
 */
to: string | null, 
/**
 * What a session costs for the whole group, in pence; none where nobody said.
 */
pence: number | null, 
/**
 * What is measured.
 */
measure: string, 
/**
 * The measure at the start.
 */
entry: string, 
/**
 * The measure at the end.
 */
exit: string, 
/**
 * What it changed.
 */
impact: string, };

/**
 * What is put on for one child.
 */
export type ProvisionId = number;

/**
 * A provision map with the children in it.
 */
export type ProvisionMapView = { 
/**
 * The children in it.
 */
pupils: Array<RegisterRow>, 
/**
 * What it is grouped by.
 */
by: MapBy, 
/**
 * Its groups, in order.
 */
groups: Array<MapGroup>, 
/**
 * What all of them add up to.
 */
total: MapFigures, 
/**
 * How it was counted, in sentences.
 */
says: Array<string>, };

/**
 * Provision with where it stands and what it costs.
 */
export type ProvisionView = { 
/**
 * Where it stands today.
 */
running: Running, 
/**
 * School weeks counted so far.
 */
weeks_to_date: number, 
/**
 * False where the school's dates of some weeks are not known, and those were counted as school weeks.
 */
dates_known: boolean, 
/**
 * The dose in words.
 */
dose: string, 
/**
 * What it costs; none where nobody said what a session costs.
 */
cost: Cost | null, 
/**
 * Its identity.
 */
id: ProvisionId, 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * Which intervention it is of.
 */
intervention_id: InterventionId, 
/**
 * The intervention by its name; one nobody has used yet is made.
 */
intervention: string, 
/**
 * The broad area of an intervention that is new; one there is keeps its own.
 */
area: string, 
/**
 * The plan it belongs to, if it does.
 */
plan: PlanId | null, 
/**
 * Who gives it.
 */
staff: string, 
/**
 * What its group is called; empty where it has no name.
 */
group_name: string, 
/**
 * Children in a session, this one among them: 1 to 99.
 */
group_size: number, 
/**
 * Sessions in `every_weeks` weeks: 1 to 50.
 */
sessions: number, 
/**
 * 1 to 12.
 */
every_weeks: number, 
/**
 * Minutes of a session: 1 to 480.
 */
minutes: number, 
/**
 * First day.
 */
from: string, 
/**
 * School weeks it is meant to run: 1 to 104.
 */
weeks: number, 
/**
 * The first day it no longer ran, where it has ended.
 */
to: string | null, 
/**
 * What a session costs for the whole group, in pence; none where nobody said.
 */
pence: number | null, 
/**
 * What is measured.
 */
measure: string, 
/**
 * The measure at the start.
 */
entry: string, 
/**
 * The measure at the end.
 */
exit: string, 
/**
 * What it changed.
 */
impact: string, };

/**
 * A pupil as a person types, or a file brings, them.
 */
export type PupilDetails = { 
/**
 * Legal surname.
 */
surname: string, 
/**
 * Legal forename.
 */
forename: string, 
/**
 * The forename they go by; empty if the same.
 */
preferred: string, 
/**
 * How the name is said; empty if nobody asked.
 */
pronunciation: string, 
/**
 * Date of birth, if known.
 */
born: string | null, 
/**
 * Unique pupil number as written, good or bad; empty if none.
 */
upn: string, 
/**
 * The school's own admission number; empty if none.
 */
admission: string, 
/**
 * National curriculum year where the pupil is taught out of the year of their age.
 */
year_override: string | null, 
/**
 * Class or tutor group.
 */
class: string, 
/**
 * Flags.
 */
flags: Flags, 
/**
 * Flags of the school's own.
 */
own_flags: Array<FlagId>, 
/**
 * First day on roll, if known.
 */
on_roll_from: string | null, 
/**
 * Last day on roll; none while they are here.
 */
on_roll_to: string | null, 
/**
 * Anything the SENCO wants at hand.
 */
note: string, };

/**
 * A pupil on a school's roll, past or present.
 */
export type PupilId = number;

/**
 * A pupil's record, and what does not fit in it.
 */
export type PupilView = { 
/**
 * What does not fit in its provision and needs today, in sentences.
 */
notices: Array<string>, 
/**
 * Identity in the vault.
 */
id: PupilId, 
/**
 * Neutral code for packs, such as `C-0142`; the pupil's for life.
 */
case_code: string, 
/**
 * Provision over time, newest first.
 */
statuses: Array<Status>, 
/**
 * Needs over time, current ones first by rank.
 */
needs: Array<Need>, 
/**
 * Legal surname.
 */
surname: string, 
/**
 * Legal forename.
 */
forename: string, 
/**
 * The forename they go by; empty if the same.
 */
preferred: string, 
/**
 * How the name is said; empty if nobody asked.
 */
pronunciation: string, 
/**
 * Date of birth, if known.
 */
born: string | null, 
/**
 * Unique pupil number as written, good or bad; empty if none.
 */
upn: string, 
/**
 * The school's own admission number; empty if none.
 */
admission: string, 
/**
 * National curriculum year where the pupil is taught out of the year of their age.
 */
year_override: string | null, 
/**
 * Class or tutor group.
 */
class: string, 
/**
 * Flags.
 */
flags: Flags, 
/**
 * Flags of the school's own.
 */
own_flags: Array<FlagId>, 
/**
 * First day on roll, if known.
 */
on_roll_from: string | null, 
/**
 * Last day on roll; none while they are here.
 */
on_roll_to: string | null, 
/**
 * Anything the SENCO wants at hand.
 */
note: string, };

/**
 * The four areas a SENCO's time is for, which governors and heads know from the national standards.
 */
export type Purpose = "strategy" | "learning" | "staff" | "resources";

/**
 * A stretch of which nobody has said yet what it was.
 */
export type Question = { 
/**
 * What ran then.
 */
doing: Doing, 
/**
 * Whether that had broken into something else.
 */
interruption: boolean, 
/**
 * When, and why it is asked about.
 */
asked: Asked, };

/**
 * A task in one line.
 */
export type QuickLine = { 
/**
 * The line as typed.
 */
line: string, 
/**
 * The child it is for, where she chose one.
 */
pupil: PupilId | null, };

/**
 * What one line says.
 */
export type QuickTask = { 
/**
 * What is to be done: the line without its length, its day and its code.
 */
title: string, 
/**
 * How long, in minutes, if the line says.
 */
minutes: number | null, 
/**
 * By when, if the line says.
 */
due: string | null, 
/**
 * The code after `#`, in capitals: a provision or a child's case code.
 */
code: string | null, 
/**
 * What follows a `#` and is no code known here: it stays in the title.
 */
unknown: string | null, };

/**
 * What a line typed in haste says.
 */
export type QuickView = { 
/**
 * What was read in it.
 */
quick: QuickTask, 
/**
 * Children it may mean.
 */
children: Array<RegisterRow>, 
/**
 * What became of the code after `#`, in words.
 */
tag: string | null, };

/**
 * A calendar file to read a year's dates from.
 */
export type ReadDates = { 
/**
 * The academic year, by the calendar year it begins in.
 */
year: AcademicYear, 
/**
 * Where the file lies.
 */
path: string, };

/**
 * A calendar file to read the meetings of a week from.
 */
export type ReadMeetings = { 
/**
 * Any day in the week.
 */
date: string, 
/**
 * Where the file lies.
 */
path: string, };

/**
 * A recovery key to set as a sheet.
 */
export type RecoveryGroups = { 
/**
 * Its nine groups, as they were shown.
 */
groups: Array<string>, };

/**
 * A new recovery key. It is shown this once and kept nowhere.
 */
export type RecoveryKeyView = { 
/**
 * Nine groups of four characters; the last checks the others.
 */
groups: Array<string>, 
/**
 * When it was made.
 */
made_at: string, };

/**
 * The recovery sheet as it would be printed.
 */
export type RecoverySheetView = { 
/**
 * Its title.
 */
title: string, 
/**
 * The name offered for its file.
 */
file: string, 
/**
 * Its pages, each a picture in SVG.
 */
pages: Array<string>, };

/**
 * One thing of a row that is not to be changed.
 */
export type Refused = { 
/**
 * The row.
 */
row: number, 
/**
 * What is to stay as the daybook has it.
 */
field: Field, };

/**
 * The list and what it can be filtered by.
 *
 * Each value to filter by that anybody in scope has is there, with how many rows have it and pass every *other* filter;
 * flags narrow together, so each counts the rows that pass all filters and have it.
 */
export type RegisterList = { 
/**
 * Rows that answer the query: by group where they are grouped, then sorted.
 */
rows: Array<RegisterRow>, 
/**
 * The groups in the order of the rows, each with how many rows it has; none where they are not grouped.
 */
groups: Array<Facet>, 
/**
 * How many are in scope before any filter.
 */
in_scope: number, 
/**
 * Provision codes.
 */
statuses: Array<Facet>, 
/**
 * SEN type codes.
 */
needs: Array<Facet>, 
/**
 * Curriculum years, youngest first.
 */
years: Array<Facet>, 
/**
 * Classes.
 */
classes: Array<Facet>, 
/**
 * Kinds of the plans that are open, by key.
 */
plans: Array<Facet>, 
/**
 * Flags.
 */
flags: Array<Facet>, 
/**
 * Flags of the school's own, by identity.
 */
own_flags: Array<FlagFacet>, };

/**
 * What is asked of the list. Empty lists and an empty search ask for everybody in scope.
 */
export type RegisterQuery = { 
/**
 * Whom the list speaks of.
 */
scope: Scope, 
/**
 * Words to find in names, class, UPN and case code; accents and case do not matter.
 */
search: string, 
/**
 * Provision codes to show.
 */
statuses: Array<string>, 
/**
 * SEN type codes to show, of any rank.
 */
needs: Array<string>, 
/**
 * Curriculum years to show.
 */
years: Array<string>, 
/**
 * Classes to show.
 */
classes: Array<string>, 
/**
 * Kinds of plan to show: a pupil has an open plan of one of them.
 */
plans: Array<string>, 
/**
 * Flags a pupil must have, by the field names of [`Flags`].
 */
flags: Array<string>, 
/**
 * Flags of the school's own that a pupil must have.
 */
own_flags: Array<FlagId>, 
/**
 * What to sort by.
 */
sort: SortBy, 
/**
 * Last first.
 */
descending: boolean, 
/**
 * What to group by. Groups stand in their own order; the sort orders within them.
 */
group: GroupBy, 
/**
 * The columns to show, in order; none: the usual ones.
 */
columns: Array<ListColumn>, };

/**
 * One row of the list.
 */
export type RegisterRow = { 
/**
 * Whose row it is.
 */
id: PupilId, 
/**
 * Case code.
 */
case_code: string, 
/**
 * Legal surname.
 */
surname: string, 
/**
 * Preferred forename, or the legal one.
 */
forename: string, 
/**
 * Date of birth, if known.
 */
born: string | null, 
/**
 * Curriculum year.
 */
year: string, 
/**
 * Class.
 */
class: string, 
/**
 * Provision code in force; empty if none.
 */
status: string, 
/**
 * When it began.
 */
since: string | null, 
/**
 * SEN type codes in force, by rank.
 */
needs: Array<string>, 
/**
 * Flags.
 */
flags: Flags, 
/**
 * Flags of the school's own.
 */
own_flags: Array<FlagId>, 
/**
 * The cells of columns that were asked for and stand nowhere else in the row: days as ISO text, nothing for what is
 * not known.
 */
more: Partial<Record<ListColumn, string>>, };

/**
 * Hours to take away.
 */
export type RemoveHours = { 
/**
 * The day they begin.
 */
from: string, };

/**
 * A normal week to call something else.
 */
export type RenameNormalWeek = { 
/**
 * Which.
 */
week: NormalWeekId, 
/**
 * What to call it.
 */
name: string, };

/**
 * A plan whose last review is to be put right.
 */
export type ReopenPlan = { 
/**
 * Which.
 */
plan: PlanId, 
/**
 * Why.
 */
why: string, };

/**
 * A backup to restore.
 */
export type RestoreBackup = { 
/**
 * Its path.
 */
path: string, 
/**
 * What opens the daybook today; for a new daybook, what opened it when the backup was made.
 */
secret: string, 
/**
 * A new daybook to make of it; none: in the place of the daybook that is chosen.
 */
into: RestoreInto | null, 
/**
 * Whether it may hold less than half of what is there.
 */
confirm_smaller: boolean, };

/**
 * A daybook to make of a backup.
 */
export type RestoreInto = { 
/**
 * The folder to make it in.
 */
within: string, 
/**
 * What to call it; its folder becomes `NAME.daybook`.
 */
name: string, };

/**
 * How long the record of a pupil with special educational needs is kept.
 */
export type Retention = { 
/**
 * Years, of a child with special educational needs.
 */
years: number, 
/**
 * Years, of a child of whom nothing of that kind was ever written down.
 */
plain_years: number, 
/**
 * Where that stands.
 */
plain_source: string, 
/**
 * What they are counted from, in words.
 */
counted_from: string, 
/**
 * Where it stands.
 */
source: string, 
/**
 * How far it may be trusted.
 */
mark: Trust, };

/**
 * Somebody who left.
 */
export type RetentionRow = { 
/**
 * Who.
 */
pupil: RegisterRow, 
/**
 * When their record may be erased.
 */
due_on: string, 
/**
 * Their last day on roll.
 */
left_on: string | null, 
/**
 * Whether it is the record of a child with special educational needs.
 */
sen: boolean, };

/**
 * How long a kind of record is kept.
 */
export type RetentionRule = { 
/**
 * Years from the date of birth.
 */
years: number, 
/**
 * Whether that is the school's own rule.
 */
own: boolean, 
/**
 * What the rules say, in years.
 */
ruled: number, 
/**
 * Where that stands.
 */
source: string, };

/**
 * Who is due to be erased.
 */
export type RetentionView = { 
/**
 * For children with special educational needs.
 */
sen: RetentionRule, 
/**
 * For children of whom no provision, need, plan or anything like it was ever written down.
 */
plain: RetentionRule, 
/**
 * Those who are due, longest first.
 */
due: Array<RetentionRow>, 
/**
 * Those who will be within a year.
 */
coming: Array<RetentionRow>, 
/**
 * How many others have left.
 */
later: number, 
/**
 * Those who left and have no date of birth to count from.
 */
undated: Array<RegisterRow>, 
/**
 * How many on roll are 19 or older: their last day was most likely never written down, so they never become due.
 */
overstayed: number, };

/**
 * A line of the catalogue to retire, or to take up again.
 */
export type RetireTemplate = { 
/**
 * Which.
 */
template: TemplateId, 
/**
 * Whether nothing shall fall due of it any more.
 */
retired: boolean, };

/**
 * A review of a plan's open round.
 */
export type ReviewPlan = { 
/**
 * Which plan.
 */
plan: PlanId, 
/**
 * What came of the round, and what follows.
 */
review: PlanReview, };

/**
 * The codes, categories and periods of one country over a time, each with its source.
 */
export type RulePack = { 
/**
 * What it is called.
 */
name: string, 
/**
 * The first day it describes.
 */
in_force_from: string, 
/**
 * What its citations cite. Each citation begins with one of these keys.
 */
sources: Array<Source>, 
/**
 * The code files use for "no SEN provision". It is never kept as a status: no status is open.
 */
none: string, 
/**
 * SEN provision, in order of support.
 */
statuses: Array<StatusCode>, 
/**
 * Broad areas of need, in print order.
 */
areas: Array<Area>, 
/**
 * SEN types, in order of their areas.
 */
needs: Array<NeedCode>, 
/**
 * Kinds of plan, in the order they are offered.
 */
plan_kinds: Array<PlanKindCode>, 
/**
 * Provision codes that older files still hold.
 */
legacy_statuses: Array<Legacy>, 
/**
 * Curriculum years, youngest first.
 */
years: Array<YearCode>, 
/**
 * Statutory periods.
 */
periods: Array<Period>, 
/**
 * Statutory days of the year.
 */
fixed_days: Array<FixedDay>, 
/**
 * School censuses of a year, in the order of the academic year.
 */
censuses: Array<CensusDay>, 
/**
 * How long records are kept; none: nobody says.
 */
retention: Retention | null, };

/**
 * Where a provision stands.
 */
export type Running = "to_come" | "now" | "over" | "ended";

/**
 * A kind of work to keep.
 */
export type SaveActivity = { 
/**
 * The kind of work. To change one, its id must exist; to add one, its id is not looked at.
 */
activity: Activity, };

/**
 * Where to save a file.
 */
export type SaveAs = { 
/**
 * Its path; the file is replaced if it is there.
 */
path: string, };

/**
 * A result to keep.
 */
export type SaveAssessment = { 
/**
 * Which.
 */
assessment: AssessmentId, 
/**
 * What is known of it.
 */
details: AssessmentDetails, };

/**
 * A block to change, while its week is not frozen.
 */
export type SaveBlock = { 
/**
 * Which.
 */
block: BlockId, 
/**
 * What, when, for how long.
 */
details: BlockDetails, };

/**
 * A year's dates to keep: they replace that year's dates.
 */
export type SaveCalendar = { 
/**
 * The academic year.
 */
year: AcademicYear, 
/**
 * Its dates.
 */
calendar: Calendar, };

/**
 * Dates to save as a calendar file.
 */
export type SaveCalendarFile = { 
/**
 * Tasks that are not settled, on the day they are due.
 */
tasks: boolean, 
/**
 * Reviews of children's plans, on the day they are due.
 */
reviews: boolean, 
/**
 * Planned blocks, at their time.
 */
blocks: boolean, 
/**
 * First day.
 */
from: string, 
/**
 * Last day, included.
 */
to: string, 
/**
 * Whether children stand in it by name; otherwise by case code.
 */
names: boolean, 
/**
 * The file's path; it is replaced if it is there.
 */
path: string, };

/**
 * A child's whole file.
 */
export type SaveChildFile = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * The folder to make it in; it is there already.
 */
folder: string, };

/**
 * What a document is called, to keep.
 */
export type SaveDocument = { 
/**
 * Which.
 */
document: DocumentId, 
/**
 * What it is called.
 */
details: DocumentDetails, };

/**
 * Where to save a file that is kept here.
 */
export type SaveDocumentAs = { 
/**
 * Which.
 */
document: DocumentId, 
/**
 * Its path; the file is replaced if it is there.
 */
path: string, };

/**
 * An entry to change.
 */
export type SaveEntry = { 
/**
 * Which.
 */
entry: EntryId, 
/**
 * What happened.
 */
details: EntryDetails, };

/**
 * A flag of the school's own to keep.
 */
export type SaveFlag = { 
/**
 * Which; none: a new one.
 */
flag: FlagId | null, 
/**
 * What is known of it.
 */
details: FlagDetails, };

/**
 * Hours to keep: they replace a pattern that begins the same day.
 */
export type SaveHours = { 
/**
 * The pattern.
 */
hours: WeekHours, };

/**
 * An intervention to keep, for everybody who has it.
 */
export type SaveIntervention = { 
/**
 * Which.
 */
intervention: InterventionId, 
/**
 * What is known of it.
 */
details: InterventionDetails, };

/**
 * A need whose first day to correct.
 */
export type SaveNeed = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * Which.
 */
need: NeedId, 
/**
 * First day.
 */
from: string, };

/**
 * A pack to save.
 */
export type SavePack = { 
/**
 * Which.
 */
kind: PackKind, 
/**
 * Any day in its week.
 */
date: string, 
/**
 * How.
 */
options: PackOptions, 
/**
 * Where to; the file is replaced if it is there.
 */
path: string, };

/**
 * A list to save as a PDF.
 */
export type SavePaper = { 
/**
 * What it lists.
 */
of: PaperOf, 
/**
 * With names.
 */
names: boolean, 
/**
 * What was said of words that look like a name.
 */
options: PackOptions, 
/**
 * Where to; the file is replaced if it is there.
 */
path: string, };

/**
 * A plan to keep, with its open round.
 */
export type SavePlan = { 
/**
 * Which.
 */
plan: PlanId, 
/**
 * What it says.
 */
form: PlanForm, };

/**
 * A kind of plan of the school's own to keep.
 */
export type SavePlanKind = { 
/**
 * Which; none: a new one.
 */
kind: PlanKindId | null, 
/**
 * What is known of it.
 */
details: PlanKindDetails, };

/**
 * A profile to keep.
 */
export type SaveProfile = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * What it says; one that says nothing is taken away.
 */
profile: Profile, };

/**
 * Provision to keep.
 */
export type SaveProvision = { 
/**
 * Which.
 */
provision: ProvisionId, 
/**
 * What is known of it.
 */
details: ProvisionDetails, };

/**
 * A pupil's details to keep.
 */
export type SavePupil = { 
/**
 * Which.
 */
pupil: PupilId, 
/**
 * What is known of them.
 */
details: PupilDetails, };

/**
 * A recovery sheet to save.
 */
export type SaveRecoverySheet = { 
/**
 * The nine groups of the key, as they were shown.
 */
groups: Array<string>, 
/**
 * Where to; the file is replaced if it is there.
 */
path: string, };

/**
 * The school to keep.
 */
export type SaveSchool = { 
/**
 * What was typed.
 */
details: SchoolDetails, };

/**
 * A spell of provision to correct.
 */
export type SaveStatus = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * Which.
 */
status: StatusId, 
/**
 * Code.
 */
code: string, 
/**
 * First day.
 */
from: string, 
/**
 * Why, in a few words; may be empty.
 */
reason: string, };

/**
 * A task to change.
 */
export type SaveTask = { 
/**
 * Which.
 */
task: TaskId, 
/**
 * What it says.
 */
details: TaskDetails, };

/**
 * A line of the catalogue to keep.
 */
export type SaveTemplate = { 
/**
 * Which; none: a new one.
 */
template: TemplateId | null, 
/**
 * What it says.
 */
details: TemplateDetails, };

/**
 * A view of the list to keep under a name.
 */
export type SaveView = { 
/**
 * Its name; a view that has it already is changed.
 */
name: string, 
/**
 * What it asks for.
 */
query: RegisterQuery, };

/**
 * A view of the list that somebody wants again.
 */
export type SavedView = { 
/**
 * Its identity.
 */
id: ViewId, 
/**
 * Its name, unlike any other of the school's.
 */
name: string, 
/**
 * What it asks for: scope, filters, order, groups and columns.
 */
query: RegisterQuery, };

/**
 * A school.
 */
export type School = { 
/**
 * Its identity in the vault.
 */
id: SchoolId, 
/**
 * Its name, as it stands on a pack.
 */
name: string, 
/**
 * The SENCO's own name for signature lines; may be empty.
 */
senco: string, 
/**
 * The headteacher's name for signature lines; may be empty.
 */
head: string, };

/**
 * A year's dates as a file says them, and what of it was not understood.
 */
export type SchoolDates = { 
/**
 * What is proposed; it passes [`Calendar::check`].
 */
calendar: Calendar, 
/**
 * Bank holidays and closures that lie in none of these half-terms: they may lie in one that is typed.
 */
outside: Array<DayOff>, 
/**
 * What was not understood, in the order of the file.
 */
problems: Array<CalendarProblem>, 
/**
 * How many more problems there were.
 */
unlisted: number, };

/**
 * What a person types about a school.
 */
export type SchoolDetails = { 
/**
 * Its name, as it stands on a pack.
 */
name: string, 
/**
 * The SENCO's own name for signature lines; may be empty.
 */
senco: string, 
/**
 * The headteacher's name for signature lines; may be empty.
 */
head: string, };

/**
 * A school in the vault.
 */
export type SchoolId = number;

/**
 * A school among those of the daybook.
 */
export type SchoolRow = { 
/**
 * Which, and its names.
 */
school: School, 
/**
 * Whether screens and packs speak of it now.
 */
chosen: boolean, 
/**
 * The weekdays with contracted hours there now: 0 is Monday.
 */
weekdays: Array<number>, 
/**
 * Those of them on which its hours lie over another school's.
 */
clashes: Array<number>, };

/**
 * Whom the list speaks of.
 */
export type Scope = "register" | "roll" | "left";

/**
 * How the second place is.
 */
export type SecondPlaceState = "ready" | "behind" | "absent" | "full";

/**
 * The second place for backups.
 */
export type SecondPlaceView = { 
/**
 * The folder.
 */
folder: string, 
/**
 * How it is.
 */
state: SecondPlaceState, 
/**
 * When the newest backup there was made.
 */
last: string | null, };

/**
 * The numbers of one test over time, to be drawn.
 */
export type Series = { 
/**
 * The test or scale.
 */
name: string, 
/**
 * What its numbers count; empty where they count different things.
 */
scale: string, 
/**
 * Its numbers, oldest first.
 */
points: Array<Point>, };

/**
 * Whether a daybook is open.
 */
export type SessionState = "closed" | "locked" | "open";

/**
 * Where the session stands.
 */
export type SessionView = { 
/**
 * Whether a daybook is open.
 */
state: SessionState, 
/**
 * Which, unless closed.
 */
vault: VaultView | null, 
/**
 * Daybooks opened on this computer, last first.
 */
recent: Array<VaultView>, 
/**
 * The school, once it has been typed.
 */
school: School | null, 
/**
 * Today.
 */
today: string, 
/**
 * The time now.
 */
now: Clock, 
/**
 * What Undo and Redo would do.
 */
undo: UndoState, 
/**
 * It is a copy from before one that was open here; none where it is not, or it was said at an earlier opening.
 */
parted: Parted | null, 
/**
 * Whether it is damaged and open only to read: every write is refused.
 */
read_only: boolean, 
/**
 * Why it is locked; none where it was only chosen, or is open.
 */
locked_because: LockReason | null, 
/**
 * How the app looks.
 */
appearance: Appearance, 
/**
 * The folder new daybooks are offered in.
 */
home: string, 
/**
 * The app's version.
 */
version: string, };

/**
 * Needs to hold from a day, most important first.
 */
export type SetNeeds = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * SEN type codes in order of rank.
 */
codes: Array<string>, 
/**
 * The first day they hold.
 */
from: string, };

/**
 * One change to many pupils.
 */
export type SetPupils = { 
/**
 * Whom.
 */
pupils: Array<PupilId>, 
/**
 * What.
 */
change: BulkChange, };

/**
 * Where backups are copied to.
 */
export type SetSecondPlace = { 
/**
 * The folder; none: nowhere.
 */
folder: string | null, };

/**
 * A change of provision.
 */
export type SetStatus = { 
/**
 * Whose.
 */
pupil: PupilId, 
/**
 * The provision code from that day; empty to end it.
 */
code: string, 
/**
 * The first day it holds.
 */
from: string, 
/**
 * Why; may be empty.
 */
reason: string, };

/**
 * What became of tasks.
 */
export type SetTasks = { 
/**
 * Which.
 */
tasks: Array<TaskId>, 
/**
 * What became of them.
 */
state: TaskState, };

/**
 * What is chosen of a finding.
 */
export type SettleFinding = { 
/**
 * The finding's own id.
 */
id: string, 
/**
 * The key of one of its choices.
 */
choice: string, };

/**
 * Two entries that claim the same minutes.
 */
export type SettleOverlap = { 
/**
 * The one that stands whole.
 */
keep: EntryId, 
/**
 * The one that gives way.
 */
trim: EntryId, };

/**
 * How far a new daybook is set up.
 */
export type SetupView = { 
/**
 * A school has been typed.
 */
school: boolean, 
/**
 * The present academic year has half-terms; in July and August the one to come will do.
 */
calendar: boolean, 
/**
 * Hours have been typed.
 */
hours: boolean, 
/**
 * Somebody is on roll.
 */
pupils: boolean, };

/**
 * How much a problem matters.
 */
export type Severity = "stop" | "ask" | "note";

/**
 * What the list is sorted by.
 */
export type SortBy = "name" | "year" | "class" | "status" | "need" | "born" | "since" | "case_code";

/**
 * A thing that citations cite.
 */
export type Source = { 
/**
 * What a citation begins with, such as "reg".
 */
key: string, 
/**
 * Its title in full.
 */
title: string, };

/**
 * A half-open stretch of one day: `start` is in it, `end` is not.
 */
export type Span = { 
/**
 * First minute of the stretch.
 */
start: Clock, 
/**
 * The minute after its last.
 */
end: Clock, };

/**
 * What a part took.
 */
export type Spent = { 
/**
 * Which part.
 */
part: BurdenPart, 
/**
 * How long, in seconds.
 */
seconds: number, };

/**
 * A task to split.
 */
export type SplitTask = { 
/**
 * Which.
 */
task: TaskId, 
/**
 * What it is split into, two pieces at least: the first stays the task itself.
 */
pieces: Array<TaskPiece>, };

/**
 * Who is let down where a task is not done: the order of the not-doing list.
 */
export type Stake = "law" | "child" | "family" | "school";

/**
 * Lines to start a catalogue from.
 */
export type StartCatalogue = { 
/**
 * The keys of those chosen.
 */
keys: Array<string>, };

/**
 * A spell of SEN provision. Codes are data: see [`crate::codes`].
 */
export type Status = { 
/**
 * Its identity.
 */
id: StatusId, 
/**
 * Provision code in force, such as `K`, or `W` for the watch list.
 */
code: string, 
/**
 * First day.
 */
from: string, 
/**
 * The day it ended: the first day it no longer held.
 */
to: string | null, 
/**
 * Why it began; may be empty.
 */
reason: string, };

/**
 * A kind of SEN provision.
 */
export type StatusCode = { 
/**
 * The code, such as `K`.
 */
code: string, 
/**
 * Its name in print.
 */
label: string, 
/**
 * Pupils with it are on the school's SEND list.
 */
on_register: boolean, 
/**
 * Pupils with it count as having SEN provision; those on the watch list do not.
 */
registered: boolean, 
/**
 * It needs a primary need.
 */
needs_primary: boolean, 
/**
 * First day it may be used; none: since before the pack begins.
 */
from: string | null, 
/**
 * The first day it may no longer be used.
 */
to: string | null, 
/**
 * Where the rule stands.
 */
source: string, };

/**
 * A spell of SEN provision of one pupil.
 */
export type StatusId = number;

/**
 * A step through what was done.
 */
export type StepBack = { 
/**
 * Only if it leads to no other school: what is open on the screen is of this one.
 */
stay: boolean, };

/**
 * How much of the timer ends.
 */
export type StopTimer = { 
/**
 * Everything, as at the end of a day; else what runs, and what it interrupted goes on.
 */
all: boolean, };

/**
 * A strategy, or provision, that a plan names.
 */
export type Strategy = { 
/**
 * Its identity; none while it is new.
 */
id: StrategyId | null, 
/**
 * The outcome it serves, by its place in the list of outcomes from 0; none: all of them.
 */
outcome: number | null, 
/**
 * What is done.
 */
text: string, 
/**
 * By whom.
 */
who: string, 
/**
 * Where.
 */
place: string, 
/**
 * How often, and how long.
 */
how_often: string, };

/**
 * A strategy that a plan names.
 */
export type StrategyId = number;

/**
 * How hard words are to guess.
 */
export type Strength = { 
/**
 * 0 (guessed at once) to 4 (very hard).
 */
score: number, 
/**
 * Whether a daybook may be made with them.
 */
enough: boolean, 
/**
 * One sentence.
 */
advice: string, };

/**
 * From when to when is looked back, as it is chosen.
 */
export type Stretch = { "is": "half_term" } | { "is": "last_half_term" } | { "is": "year" } | { "is": "twelve_weeks" } | { "is": "own", 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, };

/**
 * A meeting that could be taken.
 */
export type SuggestedMeeting = { 
/**
 * The day.
 */
date: string, 
/**
 * When it begins; none of one that takes the whole day.
 */
start: Clock | null, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * What it is called.
 */
title: string, 
/**
 * The planned block it was, by its time.
 */
block: BlockId | null, 
/**
 * Another block or entry stands at that time.
 */
overlaps: boolean, 
/**
 * Why it cannot be taken; none where it can.
 */
not_taken: NotTaken | null, };

/**
 * Where the contracted minutes of a day or a week went:
 * `contracted = teaching + breaks_taken + breaks_lost + recorded + unaccounted`, always.
 */
export type Sums = { 
/**
 * Contracted minutes on worked days.
 */
contracted: number, 
/**
 * Lessons, less whatever an entry says happened instead.
 */
teaching: number, 
/**
 * Minutes of breaks that were had, less whatever an entry says happened instead.
 */
breaks_taken: number, 
/**
 * Minutes of breaks that were lost and that no entry covers.
 */
breaks_lost: number, 
/**
 * Entries inside contracted time; each minute once, so that only parts of the entries it lists may count.
 */
recorded: Figure, 
/**
 * Contracted minutes nobody has accounted for.
 */
unaccounted: number, 
/**
 * Entries outside contracted time.
 */
out_of_hours: Figure, 
/**
 * Minutes claimed again: by a timed entry where another already is, or by untimed entries beyond what the
 * contracted day has free. `recorded + out_of_hours + overlapped` is all that happened.
 */
overlapped: number, };

/**
 * A meeting to take.
 */
export type TakeMeeting = { 
/**
 * The day.
 */
date: string, 
/**
 * When it begins.
 */
start: Clock, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * What it is called.
 */
title: string, 
/**
 * The planned block it was, where it was one.
 */
block: BlockId | null, };

/**
 * Meetings to take into a week.
 */
export type TakeMeetings = { 
/**
 * Any day in the week.
 */
date: string, 
/**
 * Which, as they were suggested.
 */
meetings: Array<TakeMeeting>, 
/**
 * The kind of work of those that match no block.
 */
activity: ActivityId, };

/**
 * What meetings would become in a week.
 */
export type TakenAs = "blocks" | "entries";

/**
 * One thing to do.
 */
export type Task = { 
/**
 * Its identity.
 */
id: TaskId, 
/**
 * What became of it.
 */
state: TaskState, 
/**
 * The line of the catalogue it came from; none where it was typed by itself.
 */
template: TemplateId | null, 
/**
 * The day that line named: it came because of that day, whatever day it is due now.
 */
occurs: string | null, 
/**
 * The day it came on the list.
 */
appeared: string, 
/**
 * The day it was due before anybody moved it.
 */
first_due: string | null, 
/**
 * The day it was done or dropped.
 */
settled_on: string | null, 
/**
 * It stays on the list after its day.
 */
carries: boolean, 
/**
 * The task it was split from.
 */
split_from: TaskId | null, 
/**
 * Minutes of the entries that were time for it.
 */
spent: number, 
/**
 * Minutes of the plan's blocks for it of which nothing has been said yet.
 */
planned: number, 
/**
 * What is to be done.
 */
title: string, 
/**
 * The kind of work, if she knows.
 */
activity: ActivityId | null, 
/**
 * The day it is to be done by.
 */
due: string | null, 
/**
 * How long it may take, in minutes.
 */
estimate: number | null, 
/**
 * The child it is for.
 */
pupil: PupilId | null, 
/**
 * Who is let down where it is not done.
 */
stake: Stake, 
/**
 * What follows where it is not done; may be empty.
 */
consequence: string, 
/**
 * A note; may be empty.
 */
note: string, };

/**
 * So many tasks and so many minutes.
 */
export type TaskCount = { 
/**
 * Where they stand on the list.
 */
group: TaskGroup, 
/**
 * How many.
 */
tasks: number, 
/**
 * Minutes they still need, of what was allowed for them.
 */
minutes: number, };

/**
 * A task as a person types it.
 */
export type TaskDetails = { 
/**
 * What is to be done.
 */
title: string, 
/**
 * The kind of work, if she knows.
 */
activity: ActivityId | null, 
/**
 * The day it is to be done by.
 */
due: string | null, 
/**
 * How long it may take, in minutes.
 */
estimate: number | null, 
/**
 * The child it is for.
 */
pupil: PupilId | null, 
/**
 * Who is let down where it is not done.
 */
stake: Stake, 
/**
 * What follows where it is not done; may be empty.
 */
consequence: string, 
/**
 * A note; may be empty.
 */
note: string, };

/**
 * Where a task stands on the list.
 */
export type TaskGroup = "late" | "today" | "this_week" | "later" | "no_day" | "delegated" | "not_done" | "settled";

/**
 * One thing to do.
 */
export type TaskId = number;

/**
 * A piece of a task that is split.
 */
export type TaskPiece = { 
/**
 * What is to be done.
 */
title: string, 
/**
 * How long it may take, in minutes.
 */
estimate: number | null, 
/**
 * The day it is to be done by.
 */
due: string | null, };

/**
 * A task as a list shows it.
 */
export type TaskRow = { 
/**
 * The task.
 */
task: Task, 
/**
 * Where it stands on the list.
 */
group: TaskGroup, 
/**
 * Into how many school weeks it was carried over.
 */
carried: number, 
/**
 * Why it is not due on the day its line of the catalogue names, in a few words.
 */
moved: string | null, 
/**
 * The child it is for.
 */
child: RegisterRow | null, };

/**
 * Which tasks to list.
 */
export type TaskScope = "open" | "not_doing" | "settled";

/**
 * What became of a task.
 */
export type TaskState = { "is": "open" } | { "is": "part", 
/**
 * How much, of 100: 1 to 99.
 */
percent: number, } | { "is": "done" } | { "is": "delegated", 
/**
 * To whom.
 */
to: string, 
/**
 * Until when, if that was said.
 */
until: string | null, } | { "is": "dropped", 
/**
 * Why; may be empty.
 */
why: string, } | { "is": "not_done", 
/**
 * Because of what; may be empty.
 */
why: string, };

/**
 * One task, whole.
 */
export type TaskView = { 
/**
 * The task as a list shows it.
 */
row: TaskRow, 
/**
 * Blocks laid for it.
 */
blocks: Array<Block>, 
/**
 * Entries that were time for it.
 */
entries: Array<Entry>, 
/**
 * What was split from it.
 */
pieces: Array<TaskRow>, 
/**
 * The line of the catalogue it came from.
 */
template: Template | null, 
/**
 * What the last such tasks took.
 */
learned: Learned | null, };

/**
 * Tasks as their screen needs them.
 */
export type TasksView = { 
/**
 * Those asked for.
 */
rows: Array<TaskRow>, 
/**
 * How many stand where, of all that nobody has settled.
 */
counts: Array<TaskCount>, 
/**
 * How many are not being done: late, or not done and still needed.
 */
not_doing: number, 
/**
 * Whether the catalogue has any line.
 */
catalogue: boolean, };

/**
 * A line of the catalogue.
 */
export type Template = { 
/**
 * Its identity.
 */
id: TemplateId, 
/**
 * Nothing falls due of it any more; what did stays.
 */
retired: boolean, 
/**
 * What is to be done.
 */
title: string, 
/**
 * How often.
 */
frequency: Frequency, 
/**
 * How long one takes, in minutes.
 */
estimate: number, 
/**
 * Where that figure is from.
 */
basis: Basis, 
/**
 * The same in words; may be empty where it is her own.
 */
source: string, 
/**
 * The kind of work.
 */
activity: ActivityId, 
/**
 * One task for each of these.
 */
per: Per, 
/**
 * The day it names.
 */
anchor: Anchor, 
/**
 * How many calendar days before its day it appears on the list.
 */
lead_days: number, 
/**
 * It falls due in holidays too.
 */
in_holidays: boolean, 
/**
 * It stays on the list after its day, until somebody says what became of it.
 */
carries: boolean, 
/**
 * Who is let down where it is not done.
 */
stake: Stake, 
/**
 * What follows where it is not done, in words.
 */
consequence: string, 
/**
 * Nothing falls due before this day.
 */
from: string, };

/**
 * A line of the catalogue as a person types it.
 */
export type TemplateDetails = { 
/**
 * What is to be done.
 */
title: string, 
/**
 * How often.
 */
frequency: Frequency, 
/**
 * How long one takes, in minutes.
 */
estimate: number, 
/**
 * Where that figure is from.
 */
basis: Basis, 
/**
 * The same in words; may be empty where it is her own.
 */
source: string, 
/**
 * The kind of work.
 */
activity: ActivityId, 
/**
 * One task for each of these.
 */
per: Per, 
/**
 * The day it names.
 */
anchor: Anchor, 
/**
 * How many calendar days before its day it appears on the list.
 */
lead_days: number, 
/**
 * It falls due in holidays too.
 */
in_holidays: boolean, 
/**
 * It stays on the list after its day, until somebody says what became of it.
 */
carries: boolean, 
/**
 * Who is let down where it is not done.
 */
stake: Stake, 
/**
 * What follows where it is not done, in words.
 */
consequence: string, 
/**
 * Nothing falls due before this day.
 */
from: string, };

/**
 * A line of the catalogue: what the job holds.
 */
export type TemplateId = number;

/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";

/**
 * Something that happened, or will, on a day.
 */
export type TimelineEvent = { 
/**
 * The day.
 */
date: string, 
/**
 * What part of the record it is told from.
 */
kind: EventKind, 
/**
 * What happened. It holds what was typed, and so perhaps names.
 */
sentence: string, };

/**
 * How something is begun.
 */
export type TimerBegins = "start" | "switch" | "interrupt";

/**
 * One thing the timer measures.
 */
export type TimerLayer = { 
/**
 * What it is.
 */
doing: Doing, 
/**
 * When it was begun.
 */
began: string | null, 
/**
 * Minutes of work on it so far; time away is not in them.
 */
minutes: number, 
/**
 * Its kind of work, by name, where it is known.
 */
work: string | null, 
/**
 * Whether it broke into something else.
 */
interruption: boolean, };

/**
 * Nobody touched the daybook for a while, and somebody does now.
 */
export type TimerUntouched = { 
/**
 * For how long, in minutes.
 */
minutes: number, };

/**
 * The timer as it stands.
 */
export type TimerView = { 
/**
 * What runs stands last, each over what it interrupted; empty where nothing runs.
 */
layers: Array<TimerLayer>, 
/**
 * What is to be answered, in the order it was.
 */
asking: Array<Question>, 
/**
 * When this was so, with its seconds.
 */
at: string, };

/**
 * A task that was done and the minutes that went on it.
 */
export type Took = { 
/**
 * Which.
 */
task: TaskId, 
/**
 * What it was.
 */
title: string, 
/**
 * The day it was done.
 */
on: string, 
/**
 * Minutes of the entries that were time for it.
 */
minutes: number, };

/**
 * The week's figures.
 */
export type Totals = { 
/**
 * The plan.
 */
planned: Figure, 
/**
 * Everything that happened; overlapping entries count twice until they are settled.
 */
happened: Figure, 
/**
 * Of that: as planned.
 */
as_planned: Figure, 
/**
 * Of that: planned, but at another time or length.
 */
changed: Figure, 
/**
 * Of that: interruptions.
 */
interruptions: Figure, 
/**
 * Of that: never in the plan.
 */
extra: Figure, 
/**
 * Planned blocks that did not happen.
 */
not_done: Figure, 
/**
 * Planned blocks of which nothing has been said.
 */
open: Figure, 
/**
 * Work at home.
 */
at_home: Figure, 
/**
 * Time for other roles.
 */
other_role: Figure, 
/**
 * Time spent being accountable: keeping this daybook and its packs.
 */
own_burden: Figure, 
/**
 * Protected SENCO minutes on the worked days of this week.
 */
protected: number, 
/**
 * Of the protected minutes, those that timed interruptions and extras took; only parts of the entries it lists
 * may lie in protected time.
 */
protected_lost: Figure, 
/**
 * Minutes of breaks lost, worked through or not.
 */
breaks_lost: number, 
/**
 * Pupils with SEN provision.
 */
registered: number, 
/**
 * Tenths of a minute of SENCO time (all that happened but other roles) per registered pupil; none without pupils.
 */
tenths_per_pupil: number | null, };

/**
 * How far a figure may be trusted, and so whether it may be printed as published.
 */
export type Trust = "read" | "secondary";

/**
 * What Undo and Redo would do now.
 */
export type UndoState = { 
/**
 * The operation Undo would undo.
 */
undo: string | null, 
/**
 * The operation Redo would do again.
 */
redo: string | null, };

/**
 * What a period is counted in. All are of the calendar: nothing here counts working days.
 */
export type Unit = "days" | "weeks" | "months";

/**
 * A daybook's folder.
 */
export type VaultFolder = { 
/**
 * Its folder, `NAME.daybook`.
 */
folder: string, };

/**
 * A daybook as the first screen lists it.
 */
export type VaultView = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its folder.
 */
folder: string, 
/**
 * Whether it is the sample school.
 */
sample: boolean, 
/**
 * Whether its folder is there. Looked for only while no daybook is chosen.
 */
found: boolean, };

/**
 * A saved view of the list.
 */
export type ViewId = number;

/**
 * Saved views, and which was chosen last.
 */
export type ViewsView = { 
/**
 * All of them, by name.
 */
views: Array<SavedView>, 
/**
 * The one to begin with; none: the usual list.
 */
last: ViewId | null, };

/**
 * What a stretch was.
 */
export type Was = { "was": "this_work" } | { "was": "break" } | { "was": "other", 
/**
 * What, in a line.
 */
line: string, } | { "was": "nothing" };

/**
 * A week and how far it has come. Its plan can change only while `frozen_at` is empty.
 */
export type Week = { 
/**
 * Its Monday.
 */
monday: string, 
/**
 * When the plan was frozen.
 */
frozen_at: string | null, 
/**
 * When what happened was reconciled and closed.
 */
closed_at: string | null, };

/**
 * A week, and what was given for it.
 */
export type WeekBack = { 
/**
 * Its Monday.
 */
monday: string, 
/**
 * All minutes of it that are shown.
 */
minutes: number, 
/**
 * Of these, minutes of interruptions.
 */
interruptions: number, 
/**
 * Of all of them, minutes outside contracted hours.
 */
out_of_hours: number, 
/**
 * Protected SENCO minutes on its worked days; none where no hours are known.
 */
given: number | null, };

/**
 * A week's hours, in force from a date until a later pattern takes over.
 */
export type WeekHours = { 
/**
 * First day this pattern holds.
 */
from: string, 
/**
 * Monday to Sunday, seven of them.
 */
days: Array<DayHours>, };

/**
 * A week: the plan beside what happened.
 */
export type WeekStory = { 
/**
 * The week and how far it has come.
 */
week: Week, 
/**
 * Monday to Sunday.
 */
days: Array<DayStory>, 
/**
 * The week's figures.
 */
totals: Totals, 
/**
 * Where the contracted minutes went.
 */
sums: Sums, 
/**
 * By kind of work, most time first.
 */
by_activity: Array<ByActivity>, 
/**
 * By area, in print order, then what is still to be classified.
 */
by_purpose: Array<ByPurpose>, 
/**
 * Who interrupted, most time first.
 */
interrupters: Array<Interrupter>, 
/**
 * Planned and not done.
 */
not_done: Array<NotDone>, 
/**
 * Entries that claim the same minutes.
 */
overlaps: Array<Overlap>, 
/**
 * Entries still to be classified.
 */
provisional: Array<EntryId>, 
/**
 * Whether private entries were left out.
 */
without_private: boolean, };

/**
 * A week as its screen needs it.
 */
export type WeekView = { 
/**
 * The plan beside what happened, and every figure.
 */
story: WeekStory, 
/**
 * The plan as typed, for editing.
 */
blocks: Array<Block>, 
/**
 * What happened as written, for editing.
 */
entries: Array<Entry>, 
/**
 * Kinds of work.
 */
activities: Array<Activity>, 
/**
 * Pupils that blocks and entries name.
 */
pupils: Array<RegisterRow>, 
/**
 * What stands in the way of closing the week.
 */
blockers: Array<Blocker>, };

/**
 * Whether something stops a week from closing.
 */
export type Weight = "blocks" | "notice";

/**
 * Why a stretch is asked about.
 */
export type Why = "idle" | "sleep" | "lock" | "closed" | "long" | "midnight" | "clock_set_back";

/**
 * Why a block was not laid.
 */
export type WhyLeftOut = { "is": "not_worked", 
/**
 * What kind of day it is.
 */
kind: DayKind, } | { "is": "taken", 
/**
 * What it is called; may be empty.
 */
title: string, } | { "is": "retired" };

/**
 * For whom work was done.
 */
export type WorkRole = "senco" | "own_burden" | "other";

/**
 * An answer that is worked out from the others for as long as nobody gave it.
 */
export type WorkedOut = "last_day" | "top";

/**
 * A curriculum year.
 */
export type YearCode = { 
/**
 * The code, such as `R`.
 */
code: string, 
/**
 * Its name in print.
 */
label: string, };

/**
 * How everybody is to move up.
 */
export type YearEnd = { 
/**
 * The first day of the new academic year.
 */
from: string, 
/**
 * The last day on roll of those who leave.
 */
last_day: string, 
/**
 * The year after which pupils leave; none where nobody does.
 */
top: string | null, 
/**
 * What becomes of classes, where it is not as proposed.
 */
classes: Array<ClassMove>, 
/**
 * Pupils who do not move as the others do.
 */
exceptions: Array<Exception>, };

/**
 * What was done at year's end.
 */
export type YearEndDone = { 
/**
 * How many moved up.
 */
moved: number, 
/**
 * How many left.
 */
left: number, 
/**
 * How many stay in their year.
 */
stayed: number, };

/**
 * How everybody would move up.
 */
export type YearEndView = { 
/**
 * How, as asked or as proposed.
 */
plan: YearEnd, 
/**
 * Everybody on roll on the day before, by name.
 */
children: Array<Moved>, 
/**
 * The classes of those who move up.
 */
classes: Array<ClassProposal>, 
/**
 * How many move up.
 */
moving: number, 
/**
 * How many leave.
 */
leaving: number, 
/**
 * How many stay in their year.
 */
staying: number, 
/**
 * What to know before it is done, in sentences.
 */
notices: Array<string>, 
/**
 * Whether it was done already; it is done once.
 */
done: boolean, };

/** Every command of the core: its argument and its result. */
export interface Commands {
  /** Says where the session stands: which daybook, open or locked, today, what Undo would do. */
  session: { args: Nothing; result: SessionView };
  /** Judges how hard words are to guess. */
  passphrase_strength: { args: Passphrase; result: Strength };
  /** Makes a daybook and opens it. */
  vault_create: { args: CreateVault; result: SessionView };
  /** Opens a daybook. */
  vault_open: { args: OpenVault; result: SessionView };
  /** Opens what can be read of a damaged daybook, only to look. */
  vault_open_read_only: { args: OpenVault; result: SessionView };
  /** Opens the daybook that is locked. */
  vault_unlock: { args: Passphrase; result: SessionView };
  /** Locks the open daybook: no key and no data stay behind. */
  vault_lock: { args: Nothing; result: SessionView };
  /** When the open daybook locks by itself. */
  lock_settings: { args: Nothing; result: LockSettings };
  /** Keeps when the daybook locks by itself. */
  lock_settings_save: { args: LockSettings; result: Changed<null> };
  /** Closes the daybook and goes back to the first screen. */
  vault_close: { args: Nothing; result: SessionView };
  /** Chooses a daybook to unlock. */
  vault_choose: { args: VaultFolder; result: SessionView };
  /** Takes a daybook off the list of recent ones; its folder stays. */
  vault_forget: { args: VaultFolder; result: SessionView };
  /** Makes a sample school of invented people afresh, and opens it. */
  sample_explore: { args: Nothing; result: SessionView };
  /** Keeps how the app looks on this computer. */
  appearance_save: { args: Appearance; result: Appearance };
  /** Says how far a new daybook is set up. */
  setup: { args: Nothing; result: SetupView };
  /** Keeps the school. */
  school_save: { args: SaveSchool; result: Changed<null> };
  /** The schools of the daybook, and which is worked with. */
  schools: { args: Nothing; result: Array<SchoolRow> };
  /** Adds a school and goes to it. */
  school_add: { args: SaveSchool; result: Changed<SchoolId> };
  /** Goes to another school. */
  school_choose: { args: OfSchool; result: Changed<null> };
  /** Takes a school away for which nothing but dates and hours was kept. */
  school_remove: { args: OfSchool; result: Changed<null> };
  /** The dates of an academic year. */
  calendar: { args: OfYear; result: Calendar };
  /** Keeps the dates of an academic year. */
  calendar_save: { args: SaveCalendar; result: Changed<null> };
  /** What is offered for the dates of an academic year, and what is missing of those that are kept. */
  calendar_offered: { args: OfYear; result: CalendarOffer };
  /** Reads the dates of an academic year from a calendar file. Changes nothing. */
  calendar_read: { args: ReadDates; result: SchoolDates };
  /** The hours in force on a day. */
  hours: { args: OnDay; result: WeekHours | null };
  /** Every pattern of hours there is, oldest first. */
  hours_list: { args: Nothing; result: Array<WeekHours> };
  /** Takes hours away; those before them hold instead. */
  hours_remove: { args: RemoveHours; result: Changed<null> };
  /** Keeps hours from a day on. */
  hours_save: { args: SaveHours; result: Changed<null> };
  /** Kinds of work. */
  activities: { args: Nothing; result: Array<Activity> };
  /** Adds a kind of work. */
  activity_add: { args: SaveActivity; result: Changed<ActivityId> };
  /** Keeps a kind of work. */
  activity_save: { args: SaveActivity; result: Changed<null> };
  /** The codes and periods in force, with their sources. */
  rules: { args: Nothing; result: RulePack };
  /** Lists the register or the roll: search, filters, sort, counts. */
  register: { args: ListRegister; result: RegisterList };
  /** Finds pupils for a picker. */
  pupil_find: { args: FindPupils; result: Array<RegisterRow> };
  /** Saved views of the list, and the one chosen last. */
  views: { args: Nothing; result: ViewsView };
  /** Keeps a view of the list under a name. */
  view_save: { args: SaveView; result: Changed<ViewId> };
  /** Takes a saved view away. */
  view_remove: { args: OfView; result: Changed<null> };
  /** Remembers which view to begin with. */
  view_choose: { args: ChooseView; result: Changed<null> };
  /** Says what one change would do to each of several pupils. Changes nothing. */
  pupils_set_preview: { args: SetPupils; result: BulkView };
  /** Makes one change to several pupils, or to none; one step to undo. Says how many changed. */
  pupils_set: { args: SetPupils; result: Changed<number> };
  /** What happened to each child since a day, in sentences. */
  register_changes: { args: ChangesSince; result: ChangesView };
  /** Sets a paper of the register in type: the list, what changed, the provision map, a child's plan or profile. */
  paper_preview: { args: PreviewPaper; result: PackView };
  /** Saves the list, or what changed, as a PDF and notes it. */
  paper_save: { args: SavePaper; result: Changed<PackSaved> };
  /** Notes that the list, or what changed, was printed. */
  paper_printed: { args: PreviewPaper; result: Changed<null> };
  /** Says how everybody would move up at year's end. Changes nothing. */
  year_end_preview: { args: PreviewYearEnd; result: YearEndView };
  /** Moves everybody up, with the exceptions; one step to undo. */
  year_end: { args: CommitYearEnd; result: Changed<YearEndDone> };
  /** One pupil's record. */
  pupil: { args: OfPupil; result: PupilView };
  /** Adds a pupil to the roll. */
  pupil_add: { args: AddPupil; result: Changed<PupilId> };
  /** Keeps a pupil's details. */
  pupil_save: { args: SavePupil; result: Changed<null> };
  /** Says what is odd about a UPN, if anything: a bad one is kept all the same. */
  upn_check: { args: CheckUpn; result: string | null };
  /** Changes a pupil's provision from a day on. */
  status_set: { args: SetStatus; result: Changed<null> };
  /** Changes a pupil's needs from a day on. */
  needs_set: { args: SetNeeds; result: Changed<null> };
  /** Corrects a spell of provision: its code, its first day, its reason. */
  status_save: { args: SaveStatus; result: Changed<null> };
  /** Corrects the first day of a need. */
  need_save: { args: SaveNeed; result: Changed<null> };
  /** Takes away a spell of provision that should never have been written down. */
  status_remove: { args: OfStatus; result: Changed<null> };
  /** Takes away a need that should never have been written down. */
  need_remove: { args: OfNeed; result: Changed<null> };
  /** Flags of the school's own. */
  flags: { args: Nothing; result: Array<Flag> };
  /** Keeps a flag of the school's own. */
  flag_save: { args: SaveFlag; result: Changed<FlagId> };
  /** Every kind of plan: those of the rules, and the school's own. */
  plan_kinds: { args: Nothing; result: Array<PlanKindChoice> };
  /** Keeps a kind of plan of the school's own. */
  plan_kind_save: { args: SavePlanKind; result: Changed<PlanKindId> };
  /** A child's plans with all their rounds. */
  plans: { args: OfPupil; result: Array<PlanView> };
  /** Begins a plan. */
  plan_add: { args: AddPlan; result: Changed<PlanId> };
  /** Keeps a plan and its open round. */
  plan_save: { args: SavePlan; result: Changed<null> };
  /** Closes a plan's open round for good, and begins the next from it or ends the plan. */
  plan_review: { args: ReviewPlan; result: Changed<null> };
  /** Opens a plan's last reviewed round again, and says why. */
  plan_reopen: { args: ReopenPlan; result: Changed<null> };
  /** Ends a plan without a review, or lets one go on that was ended so. */
  plan_end: { args: EndPlan; result: Changed<null> };
  /** Takes away a plan that should never have been written down. */
  plan_remove: { args: OfPlan; result: Changed<null> };
  /** What the school puts on, by name. */
  interventions: { args: Nothing; result: Array<Intervention> };
  /** Keeps an intervention, for everybody who has it. */
  intervention_save: { args: SaveIntervention; result: Changed<null> };
  /** What is put on for a child, and what it costs. */
  provisions: { args: OfPupil; result: Array<ProvisionView> };
  /** Begins provision; an intervention nobody has used yet is made. */
  provision_add: { args: AddProvision; result: Changed<ProvisionId> };
  /** Keeps provision. */
  provision_save: { args: SaveProvision; result: Changed<null> };
  /** Ends provision with its exit measure and what it changed. */
  provision_end: { args: EndProvision; result: Changed<null> };
  /** Takes away provision that should never have been written down. */
  provision_remove: { args: OfProvision; result: Changed<null> };
  /** Draws the provision map of the school. */
  provision_map: { args: DrawProvisionMap; result: ProvisionMapView };
  /** A child's one-page profile; an empty one where there is none. */
  profile: { args: OfPupil; result: Profile };
  /** Keeps a child's one-page profile. */
  profile_save: { args: SaveProfile; result: Changed<null> };
  /** A child's results, and the numbers among them to draw. */
  assessments: { args: OfPupil; result: AssessmentsView };
  /** Adds a result. */
  assessment_add: { args: AddAssessment; result: Changed<AssessmentId> };
  /** Keeps a result. */
  assessment_save: { args: SaveAssessment; result: Changed<null> };
  /** Takes a result away. */
  assessment_remove: { args: OfAssessment; result: Changed<null> };
  /** A child's documents. */
  documents: { args: OfPupil; result: DocumentsView };
  /** Notes where a document lies. What lies there is not opened. */
  document_link: { args: LinkDocument; result: Changed<DocumentId> };
  /** Keeps a small file, encrypted like everything else. */
  document_keep: { args: KeepDocument; result: Changed<DocumentId> };
  /** Keeps what a document is called. */
  document_save: { args: SaveDocument; result: Changed<null> };
  /** Saves a file that is kept here outside the daybook. */
  document_save_as: { args: SaveDocumentAs; result: FileSaved };
  /** Takes a document away. */
  document_remove: { args: OfDocument; result: Changed<null> };
  /** A child's story in the order of its days. */
  timeline: { args: OfPupil; result: Array<TimelineEvent> };
  /** Saves pupils of the list as a file: CSV, an Excel workbook, or a common transfer file. */
  register_export: { args: ExportRegister; result: FileSaved };
  /** Saves a child's whole file into a new folder: as PDF, as open data, with the documents kept here. */
  child_file: { args: SaveChildFile; result: Changed<ChildFile> };
  /** What the school census will ask of special educational needs and miss, child by child. */
  census_check: { args: AskCensus; result: CensusView };
  /** Who left so long ago that the record is to be erased. */
  retention: { args: Nothing; result: RetentionView };
  /** Keeps how long the school keeps records. */
  retention_save: { args: KeepRecords; result: Changed<null> };
  /** What erasing a child would take away, and which copies of the daybook would still hold it. */
  child_erase_look: { args: OfPupil; result: EraseView };
  /** Erases a child: no Undo brings it back. */
  child_erase: { args: EraseChild; result: Changed<ErasedView> };
  /** Which copies of the daybook still hold a child who was erased before. */
  erased_copies: { args: Nothing; result: ErasedCopiesView };
  /** Deletes them, as far as they can be reached. */
  erased_copies_delete: { args: Nothing; result: Changed<ErasedCopiesView> };
  /** Reads a file and says, row by row, what importing it would do. Changes nothing. */
  import_preview: { args: PreviewImport; result: ImportView };
  /** Imports what was accepted in a preview, or nothing at all. */
  import_commit: { args: CommitImport; result: Changed<ImportDone> };
  /** A week: the plan beside what happened, and every figure. */
  week: { args: OfWeek; result: WeekView };
  /** A day: its plan, now and next, and what waits to be classified. */
  day: { args: OnDay; result: DayView };
  /** Copies another week's plan into a week that is not frozen. */
  week_copy: { args: CopyWeek; result: Changed<number> };
  /** Normal weeks to lay a plan from. */
  normal_weeks: { args: Nothing; result: Array<NormalWeek> };
  /** Keeps blocks of a week's plan as a normal week. */
  normal_week_keep: { args: KeepNormalWeek; result: Changed<NormalWeekId> };
  /** Lays a normal week into a week that is not frozen, and says what it left out. */
  normal_week_lay: { args: LayNormalWeek; result: Changed<LaidView> };
  /** Calls a normal week something else. */
  normal_week_rename: { args: RenameNormalWeek; result: Changed<null> };
  /** Takes a normal week away; plans laid from it stay. */
  normal_week_remove: { args: OfNormalWeek; result: Changed<null> };
  /** Reads the meetings of a week from a calendar file, as suggestions. Changes nothing. */
  meetings_read: { args: ReadMeetings; result: MeetingsView };
  /** Takes meetings into a week: as blocks of a plan that is not frozen, or else as entries; one step to undo. */
  meetings_take: { args: TakeMeetings; result: Changed<number> };
  /** Saves tasks, reviews and planned blocks as a calendar file. */
  calendar_file_save: { args: SaveCalendarFile; result: CalendarSaved };
  /** Freezes a week's plan. */
  week_freeze: { args: OfWeek; result: Changed<null> };
  /** Closes a week that has been reconciled. */
  week_close: { args: OfWeek; result: Changed<null> };
  /** Lays a block of the plan. */
  block_add: { args: AddBlock; result: Changed<BlockId> };
  /** Changes a block while its week is not frozen. */
  block_save: { args: SaveBlock; result: Changed<null> };
  /** Takes a block out of a plan that is not frozen. */
  block_remove: { args: OfBlock; result: Changed<null> };
  /** Says that a block happened as planned: the entry writes itself. */
  block_as_planned: { args: OfBlock; result: Changed<EntryId> };
  /** Says that a block did not happen, and why. */
  block_not_done: { args: BlockNotDone; result: Changed<null> };
  /** Takes back what was said of a block, with the entries that say it. */
  block_reopen: { args: OfBlock; result: Changed<null> };
  /** Says what a captured line would become. Changes nothing. */
  capture_read: { args: CaptureLine; result: CaptureView };
  /** Captures a line as a provisional entry, to be classified later. */
  capture: { args: KeepCapture; result: Changed<EntryId> };
  /** What the timer measures, and what it asks. */
  timer: { args: Nothing; result: TimerView };
  /** Begins to time something: at first, in the place of what runs, or breaking into it. */
  timer_begin: { args: BeginTimer; result: Changed<TimerView> };
  /** Stops what runs, or everything, and writes it down. */
  timer_stop: { args: StopTimer; result: Changed<TimerView> };
  /** Lets go of what runs and of the time it had. */
  timer_discard: { args: Nothing; result: TimerView };
  /** Nobody touched the daybook for a while: that time is asked about. */
  timer_untouched: { args: TimerUntouched; result: TimerView };
  /** Says what a stretch was that the timer asks about. */
  timer_answer: { args: AnswerTimer; result: Changed<TimerView> };
  /** Writes an entry. */
  entry_add: { args: AddEntry; result: Changed<EntryId> };
  /** Changes an entry. */
  entry_save: { args: SaveEntry; result: Changed<null> };
  /** Takes an entry away. */
  entry_remove: { args: OfEntry; result: Changed<null> };
  /** Settles two entries that claim the same minutes: one stands whole, the other gives way. */
  overlap_settle: { args: SettleOverlap; result: Changed<null> };
  /** Says what became of a break. */
  break_mark: { args: MarkBreak; result: Changed<null> };
  /** Takes away what was said of a break. */
  break_clear: { args: ClearBreak; result: Changed<null> };
  /** Where the time of many weeks went, week by week against the hours given. */
  look_back: { args: AskLookBack; result: LookBackView };
  /** The entries that one figure of it was summed from. */
  look_back_entries: { args: AskLookBackEntries; result: LookBackEntries };
  /** Remembers from when, by what and whether with private entries is looked back. */
  look_back_choose: { args: LookBackChoice; result: Changed<null> };
  /** Counts seconds that the daybook itself took of its user. No operation, and nothing for Undo. */
  burden_count: { args: CountBurden; result: null };
  /** The catalogue: what the job holds, and what it comes to in a year. */
  catalogue: { args: Nothing; result: CatalogueView };
  /** Lines a catalogue can start from, with where each figure is from. */
  catalogue_offered: { args: Nothing; result: Array<OfferedLine> };
  /** Adds lines that were offered; one step to undo. Says how many. */
  catalogue_start: { args: StartCatalogue; result: Changed<number> };
  /** Keeps a line of the catalogue. */
  template_save: { args: SaveTemplate; result: Changed<TemplateId> };
  /** Retires a line of the catalogue, or takes it up again. */
  template_retire: { args: RetireTemplate; result: Changed<null> };
  /** Puts on the list whatever is to appear by today. Says how many tasks came. */
  tasks_fall_due: { args: Nothing; result: Changed<number> };
  /** Lists tasks: what is to be done, what is not being done, or what is settled. */
  tasks: { args: ListTasks; result: TasksView };
  /** One task with its blocks, entries and pieces, and what such tasks took. */
  task: { args: OfTask; result: TaskView };
  /** Adds a task. */
  task_add: { args: AddTask; result: Changed<TaskId> };
  /** Says what a task in one line would become. Changes nothing. */
  task_quick_read: { args: QuickLine; result: QuickView };
  /** Adds the task that one line says. */
  task_quick: { args: QuickLine; result: Changed<TaskId> };
  /** Changes a task. */
  task_save: { args: SaveTask; result: Changed<null> };
  /** Says what became of tasks; one step to undo. Says how many changed. */
  tasks_set_state: { args: SetTasks; result: Changed<number> };
  /** Moves tasks to another day; one step to undo. Says how many changed. */
  tasks_move: { args: MoveTasks; result: Changed<number> };
  /** Splits a task; the first piece stays the task itself. */
  task_split: { args: SplitTask; result: Changed<Array<TaskId>> };
  /** Takes away a task that was typed by itself. */
  task_remove: { args: OfTask; result: Changed<null> };
  /** Lays a block for a task on a plan that is not frozen. */
  task_plan: { args: PlanTask; result: Changed<BlockId> };
  /** Says which task an entry was time for. */
  entry_task: { args: LinkEntry; result: Changed<null> };
  /** Sets a pack as it would be printed, and says which names it found. */
  pack_preview: { args: PreviewPack; result: PackView };
  /** Saves a pack as a PDF file. */
  pack_save: { args: SavePack; result: Changed<PackSaved> };
  /** Keeps a record that a pack was printed. */
  pack_printed: { args: PreviewPack; result: Changed<null> };
  /** Packs printed or saved before, newest first. */
  packs: { args: Nothing; result: Array<PackRow> };
  /** Says when the passphrase and the recovery key were set, and which of them opened the daybook. */
  keys: { args: Nothing; result: KeysView };
  /** Makes a recovery key and shows it this once; an earlier one opens the daybook no longer. */
  recovery_key_make: { args: Passphrase; result: RecoveryKeyView };
  /** Sets a recovery key as the sheet to print. */
  recovery_sheet_preview: { args: RecoveryGroups; result: RecoverySheetView };
  /** Saves the sheet of a recovery key as a PDF file. */
  recovery_sheet_save: { args: SaveRecoverySheet; result: FileSaved };
  /** Sets another passphrase, without rewriting the daybook. */
  passphrase_change: { args: ChangePassphrase; result: KeysView };
  /** Shows the key of the database file. */
  database_key: { args: Passphrase; result: DatabaseKeyView };
  /** Lists the backups of the daybook that is chosen, open or locked, and says how much room there is. */
  backups: { args: Nothing; result: BackupsView };
  /** Makes a backup now. */
  backup_now: { args: Nothing; result: BackupRow };
  /** Reads a backup through and says what it holds. */
  backup_look: { args: BackupFile; result: BackupRow };
  /** Puts the daybook back from a backup, or makes a new one of it, and opens it. What was there is kept. */
  backup_restore: { args: RestoreBackup; result: SessionView };
  /** Chooses a folder that backups are copied to, or none. */
  second_place_set: { args: SetSecondPlace; result: BackupsView };
  /** Undoes the last operation. */
  undo: { args: StepBack; result: Changed<UndoState> };
  /** Does the last undone operation again. */
  redo: { args: StepBack; result: Changed<UndoState> };
  /** What was done to a record, newest first, in sentences. */
  history: { args: HistoryOf; result: Array<HistoryLine> };
  /** What happened to the daybook itself, newest first. */
  activity_log: { args: Nothing; result: Array<ActivityLine> };
  /** Saves the activity log as a CSV file. */
  activity_log_save: { args: SaveAs; result: FileSaved };
  /** Checks the daybook, mends what needs no choice after a backup, and says what it found. */
  check: { args: Nothing; result: CheckView };
  /** Does what was chosen of a finding. Undo passes over it. */
  check_settle: { args: SettleFinding; result: Changed<null> };
  /** Writes everything into a new folder inside the one that was chosen, as CSV and JSON with a description. */
  export_everything: { args: IntoFolder; result: Exported };
  /** Compares the open daybook with another copy of it, closed: when they parted, and what was done in each since. */
  parting: { args: OpenVault; result: PartingView };
  /** What is to be known of a place before a daybook is kept there. */
  place_advice: { args: VaultFolder; result: PlaceAdvice };
  /** Keeps what was typed into a form and not saved, or drops it. No operation, and nothing for Undo. */
  draft_keep: { args: KeepDraft; result: null };
  /** What was typed and not saved, by the name its form gave it. */
  drafts: { args: Nothing; result: KeptDrafts };
}
