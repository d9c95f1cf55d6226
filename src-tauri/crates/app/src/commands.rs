//! The one list of commands. The shell, the scriptable host and the TypeScript types all come from it.

#[macro_use]
mod calling;
mod writes;

pub(crate) use calling::Answer;
pub use calling::Command;
use calling::{answer, misread};
pub use writes::{Destination, KEEPS_DRAFT, writes};

use crate::safety::backups;
use crate::session::Session;
use crate::wire::{
    ActivityLine, AddAssessment, AddBlock, AddEntry, AddPlan, AddProvision, AddPupil, Appearance, AskCensus,
    AssessmentsView, BackupFile, BackupRow, BackupsView, BlockNotDone, CaptureLine, CaptureView, CensusView,
    ChangePassphrase, CheckUpn, CheckView, ChildFile, ClearBreak, CommitImport, CopyWeek, CreateVault, DatabaseKeyView,
    DayView, DocumentsView, DrawProvisionMap, EndPlan, EndProvision, EraseChild, EraseView, ErasedCopiesView,
    ErasedView, ExportRegister, Exported, FileSaved, FindPupils, HistoryLine, HistoryOf, ImportDone, ImportView,
    IntoFolder, KeepCapture, KeepDocument, KeepDraft, KeepRecords, KeptDrafts, KeysView, LinkDocument, ListRegister,
    LockSettings, MarkBreak, Nothing, OfAssessment, OfBlock, OfDocument, OfEntry, OfNeed, OfPlan, OfProvision, OfPupil,
    OfStatus, OfWeek, OfYear, OnDay, OpenVault, PackRow, PackSaved, PackView, PartingView, Passphrase, PlaceAdvice,
    PlanView, PreviewImport, PreviewPack, ProvisionMapView, ProvisionView, PupilView, RecoveryGroups, RecoveryKeyView,
    RecoverySheetView, RemoveHours, ReopenPlan, RestoreBackup, RetentionView, ReviewPlan, SaveActivity, SaveAs,
    SaveAssessment, SaveBlock, SaveCalendar, SaveChildFile, SaveDocument, SaveDocumentAs, SaveEntry, SaveFlag,
    SaveHours, SaveIntervention, SaveNeed, SavePack, SavePlan, SavePlanKind, SaveProfile, SaveProvision, SavePupil,
    SaveRecoverySheet, SaveSchool, SaveStatus, SessionView, SetNeeds, SetSecondPlace, SetStatus, SettleFinding,
    SettleOverlap, SetupView, Strength, VaultFolder, WeekView,
};
use crate::{
    block, breaks, burden, calendar, capture, census, child_file, entry, erase, export, history, import, lock,
    look_back, overlap, packs, pupil, record, retention, safety, schools, setup, tasks, timer, vaults, week,
};
use crate::{calendar_out, list, meetings, normal_week, wire};
use daybook_domain::activity::Activity;
use daybook_domain::calendar::Calendar;
use daybook_domain::changed::{Changed, UndoState};
use daybook_domain::codes::RulePack;
use daybook_domain::flags::Flag;
use daybook_domain::hours::WeekHours;
use daybook_domain::ids::{
    ActivityId, AssessmentId, BlockId, DocumentId, EntryId, FlagId, NormalWeekId, PlanId, PlanKindId, ProvisionId,
    PupilId, SchoolId, TaskId, TemplateId, ViewId,
};
use daybook_domain::normal_week::NormalWeek;
use daybook_domain::profile::Profile;
use daybook_domain::provision::Intervention;
use daybook_domain::register::{RegisterList, RegisterRow};
use daybook_domain::support::PlanKindChoice;
use daybook_domain::timeline::TimelineEvent;
use daybook_domain::{Fault, Outcome};
use daybook_exchange::ics::SchoolDates;
use serde_json::Value;

commands! {
    /// Says where the session stands: which daybook, open or locked, today, what Undo would do.
    session(Nothing) -> SessionView = vaults::view;
    /// Judges how hard words are to guess.
    passphrase_strength(Passphrase) -> Strength = vaults::judge;
    /// Makes a daybook and opens it.
    vault_create(CreateVault) -> SessionView = vaults::create;
    /// Opens a daybook.
    vault_open(OpenVault) -> SessionView = vaults::open;
    /// Opens what can be read of a damaged daybook, only to look.
    vault_open_read_only(OpenVault) -> SessionView = vaults::open_read_only;
    /// Opens the daybook that is locked.
    vault_unlock(Passphrase) -> SessionView = vaults::unlock;
    /// Locks the open daybook: no key and no data stay behind.
    vault_lock(Nothing) -> SessionView = vaults::lock;
    /// When the open daybook locks by itself.
    lock_settings(Nothing) -> LockSettings = lock::settings;
    /// Keeps when the daybook locks by itself.
    lock_settings_save(LockSettings) -> Changed<()> = lock::save;
    /// Closes the daybook and goes back to the first screen.
    vault_close(Nothing) -> SessionView = vaults::close;
    /// Chooses a daybook to unlock.
    vault_choose(VaultFolder) -> SessionView = vaults::choose;
    /// Takes a daybook off the list of recent ones; its folder stays.
    vault_forget(VaultFolder) -> SessionView = vaults::forget;
    /// Makes a sample school of invented people afresh, and opens it.
    sample_explore(Nothing) -> SessionView = vaults::explore_sample;
    /// Keeps how the app looks on this computer.
    appearance_save(Appearance) -> Appearance = vaults::save_appearance;

    /// Says how far a new daybook is set up.
    setup(Nothing) -> SetupView = setup::progress;
    /// Keeps the school.
    school_save(SaveSchool) -> Changed<()> = setup::save_school;
    /// The schools of the daybook, and which is worked with.
    schools(Nothing) -> Vec<wire::SchoolRow> = schools::list;
    /// Adds a school and goes to it.
    school_add(SaveSchool) -> Changed<SchoolId> = schools::add;
    /// Goes to another school.
    school_choose(wire::OfSchool) -> Changed<()> = schools::choose;
    /// Takes a school away for which nothing but dates and hours was kept.
    school_remove(wire::OfSchool) -> Changed<()> = schools::remove;
    /// The dates of an academic year.
    calendar(OfYear) -> Calendar = setup::calendar;
    /// Keeps the dates of an academic year.
    calendar_save(SaveCalendar) -> Changed<()> = setup::save_calendar;
    /// What is offered for the dates of an academic year, and what is missing of those that are kept.
    calendar_offered(OfYear) -> wire::CalendarOffer = calendar::offer;
    /// Reads the dates of an academic year from a calendar file. Changes nothing.
    calendar_read(wire::ReadDates) -> SchoolDates = calendar::read_file;
    /// The hours in force on a day.
    hours(OnDay) -> Option<WeekHours> = setup::hours;
    /// Every pattern of hours there is, oldest first.
    hours_list(Nothing) -> Vec<WeekHours> = setup::list_hours;
    /// Takes hours away; those before them hold instead.
    hours_remove(RemoveHours) -> Changed<()> = setup::remove_hours;
    /// Keeps hours from a day on.
    hours_save(SaveHours) -> Changed<()> = setup::save_hours;
    /// Kinds of work.
    activities(Nothing) -> Vec<Activity> = setup::activities;
    /// Adds a kind of work.
    activity_add(SaveActivity) -> Changed<ActivityId> = setup::add_activity;
    /// Keeps a kind of work.
    activity_save(SaveActivity) -> Changed<()> = setup::save_activity;
    /// The codes and periods in force, with their sources.
    rules(Nothing) -> RulePack = setup::rules;

    /// Lists the register or the roll: search, filters, sort, counts.
    register(ListRegister) -> RegisterList = pupil::list;
    /// Finds pupils for a picker.
    pupil_find(FindPupils) -> Vec<RegisterRow> = pupil::find;
    /// Saved views of the list, and the one chosen last.
    views(Nothing) -> wire::ViewsView = list::views;
    /// Keeps a view of the list under a name.
    view_save(wire::SaveView) -> Changed<ViewId> = list::save_view;
    /// Takes a saved view away.
    view_remove(wire::OfView) -> Changed<()> = list::remove_view;
    /// Remembers which view to begin with.
    view_choose(wire::ChooseView) -> Changed<()> = list::choose_view;
    /// Says what one change would do to each of several pupils. Changes nothing.
    pupils_set_preview(wire::SetPupils) -> wire::BulkView = list::bulk_preview;
    /// Makes one change to several pupils, or to none; one step to undo. Says how many changed.
    pupils_set(wire::SetPupils) -> Changed<u32> = list::bulk_set;
    /// What happened to each child since a day, in sentences.
    register_changes(wire::ChangesSince) -> wire::ChangesView = list::changes_since;
    /// Sets a paper of the register in type: the list, what changed, the provision map, a child's plan or profile.
    paper_preview(wire::PreviewPaper) -> PackView = packs::paper_preview;
    /// Saves the list, or what changed, as a PDF and notes it.
    paper_save(wire::SavePaper) -> Changed<PackSaved> = packs::paper_save;
    /// Notes that the list, or what changed, was printed.
    paper_printed(wire::PreviewPaper) -> Changed<()> = packs::paper_printed;
    /// Says how everybody would move up at year's end. Changes nothing.
    year_end_preview(wire::PreviewYearEnd) -> wire::YearEndView = list::year_end_preview;
    /// Moves everybody up, with the exceptions; one step to undo.
    year_end(wire::CommitYearEnd) -> Changed<wire::YearEndDone> = list::year_end_commit;
    /// One pupil's record.
    pupil(OfPupil) -> PupilView = pupil::get;
    /// Adds a pupil to the roll.
    pupil_add(AddPupil) -> Changed<PupilId> = pupil::add;
    /// Keeps a pupil's details.
    pupil_save(SavePupil) -> Changed<()> = pupil::save;
    /// Says what is odd about a UPN, if anything: a bad one is kept all the same.
    upn_check(CheckUpn) -> Option<String> = pupil::check_upn;
    /// Changes a pupil's provision from a day on.
    status_set(SetStatus) -> Changed<()> = pupil::set_status;
    /// Changes a pupil's needs from a day on.
    needs_set(SetNeeds) -> Changed<()> = pupil::set_needs;
    /// Corrects a spell of provision: its code, its first day, its reason.
    status_save(SaveStatus) -> Changed<()> = pupil::save_status;
    /// Corrects the first day of a need.
    need_save(SaveNeed) -> Changed<()> = pupil::save_need;
    /// Takes away a spell of provision that should never have been written down.
    status_remove(OfStatus) -> Changed<()> = pupil::remove_status;
    /// Takes away a need that should never have been written down.
    need_remove(OfNeed) -> Changed<()> = pupil::remove_need;

    /// Flags of the school's own.
    flags(Nothing) -> Vec<Flag> = record::flags::list;
    /// Keeps a flag of the school's own.
    flag_save(SaveFlag) -> Changed<FlagId> = record::flags::save;
    /// Every kind of plan: those of the rules, and the school's own.
    plan_kinds(Nothing) -> Vec<PlanKindChoice> = record::plans::kinds;
    /// Keeps a kind of plan of the school's own.
    plan_kind_save(SavePlanKind) -> Changed<PlanKindId> = record::plans::save_kind;
    /// A child's plans with all their rounds.
    plans(OfPupil) -> Vec<PlanView> = record::plans::list;
    /// Begins a plan.
    plan_add(AddPlan) -> Changed<PlanId> = record::plans::add;
    /// Keeps a plan and its open round.
    plan_save(SavePlan) -> Changed<()> = record::plans::save;
    /// Closes a plan's open round for good, and begins the next from it or ends the plan.
    plan_review(ReviewPlan) -> Changed<()> = record::plans::review;
    /// Opens a plan's last reviewed round again, and says why.
    plan_reopen(ReopenPlan) -> Changed<()> = record::plans::reopen;
    /// Ends a plan without a review, or lets one go on that was ended so.
    plan_end(EndPlan) -> Changed<()> = record::plans::end;
    /// Takes away a plan that should never have been written down.
    plan_remove(OfPlan) -> Changed<()> = record::plans::remove;
    /// What the school puts on, by name.
    interventions(Nothing) -> Vec<Intervention> = record::provisions::interventions;
    /// Keeps an intervention, for everybody who has it.
    intervention_save(SaveIntervention) -> Changed<()> = record::provisions::save_intervention;
    /// What is put on for a child, and what it costs.
    provisions(OfPupil) -> Vec<ProvisionView> = record::provisions::list;
    /// Begins provision; an intervention nobody has used yet is made.
    provision_add(AddProvision) -> Changed<ProvisionId> = record::provisions::add;
    /// Keeps provision.
    provision_save(SaveProvision) -> Changed<()> = record::provisions::save;
    /// Ends provision with its exit measure and what it changed.
    provision_end(EndProvision) -> Changed<()> = record::provisions::end;
    /// Takes away provision that should never have been written down.
    provision_remove(OfProvision) -> Changed<()> = record::provisions::remove;
    /// Draws the provision map of the school.
    provision_map(DrawProvisionMap) -> ProvisionMapView = record::provision_map::get;
    /// A child's one-page profile; an empty one where there is none.
    profile(OfPupil) -> Profile = record::profile::get;
    /// Keeps a child's one-page profile.
    profile_save(SaveProfile) -> Changed<()> = record::profile::save;
    /// A child's results, and the numbers among them to draw.
    assessments(OfPupil) -> AssessmentsView = record::assessments::list;
    /// Adds a result.
    assessment_add(AddAssessment) -> Changed<AssessmentId> = record::assessments::add;
    /// Keeps a result.
    assessment_save(SaveAssessment) -> Changed<()> = record::assessments::save;
    /// Takes a result away.
    assessment_remove(OfAssessment) -> Changed<()> = record::assessments::remove;
    /// A child's documents.
    documents(OfPupil) -> DocumentsView = record::documents::list;
    /// Notes where a document lies. What lies there is not opened.
    document_link(LinkDocument) -> Changed<DocumentId> = record::documents::link;
    /// Keeps a small file, encrypted like everything else.
    document_keep(KeepDocument) -> Changed<DocumentId> = record::documents::keep;
    /// Keeps what a document is called.
    document_save(SaveDocument) -> Changed<()> = record::documents::save;
    /// Saves a file that is kept here outside the daybook.
    document_save_as(SaveDocumentAs) -> FileSaved = record::documents::save_as;
    /// Takes a document away.
    document_remove(OfDocument) -> Changed<()> = record::documents::remove;
    /// A child's story in the order of its days.
    timeline(OfPupil) -> Vec<TimelineEvent> = record::timeline::get;

    /// Saves pupils of the list as a file: CSV, an Excel workbook, or a common transfer file.
    register_export(ExportRegister) -> FileSaved = export::register;
    /// Saves a child's whole file into a new folder: as PDF, as open data, with the documents kept here.
    child_file(SaveChildFile) -> Changed<ChildFile> = child_file::save;
    /// What the school census will ask of special educational needs and miss, child by child.
    census_check(AskCensus) -> CensusView = census::check;
    /// Who left so long ago that the record is to be erased.
    retention(Nothing) -> RetentionView = retention::view;
    /// Keeps how long the school keeps records.
    retention_save(KeepRecords) -> Changed<()> = retention::save;
    /// What erasing a child would take away, and which copies of the daybook would still hold it.
    child_erase_look(OfPupil) -> EraseView = erase::look;
    /// Erases a child: no Undo brings it back.
    child_erase(EraseChild) -> Changed<ErasedView> = erase::erase;
    /// Which copies of the daybook still hold a child who was erased before.
    erased_copies(Nothing) -> ErasedCopiesView = erase::copies_left;
    /// Deletes them, as far as they can be reached.
    erased_copies_delete(Nothing) -> Changed<ErasedCopiesView> = erase::delete_copies;

    /// Reads a file and says, row by row, what importing it would do. Changes nothing.
    import_preview(PreviewImport) -> ImportView = import::preview;
    /// Imports what was accepted in a preview, or nothing at all.
    import_commit(CommitImport) -> Changed<ImportDone> = import::commit;

    /// A week: the plan beside what happened, and every figure.
    week(OfWeek) -> WeekView = week::get;
    /// A day: its plan, now and next, and what waits to be classified.
    day(OnDay) -> DayView = week::day;
    /// Copies another week's plan into a week that is not frozen.
    week_copy(CopyWeek) -> Changed<u32> = week::copy;
    /// Normal weeks to lay a plan from.
    normal_weeks(Nothing) -> Vec<NormalWeek> = normal_week::list;
    /// Keeps blocks of a week's plan as a normal week.
    normal_week_keep(wire::KeepNormalWeek) -> Changed<NormalWeekId> = normal_week::keep;
    /// Lays a normal week into a week that is not frozen, and says what it left out.
    normal_week_lay(wire::LayNormalWeek) -> Changed<wire::LaidView> = normal_week::lay;
    /// Calls a normal week something else.
    normal_week_rename(wire::RenameNormalWeek) -> Changed<()> = normal_week::rename;
    /// Takes a normal week away; plans laid from it stay.
    normal_week_remove(wire::OfNormalWeek) -> Changed<()> = normal_week::remove;
    /// Reads the meetings of a week from a calendar file, as suggestions. Changes nothing.
    meetings_read(wire::ReadMeetings) -> wire::MeetingsView = meetings::read;
    /// Takes meetings into a week: as blocks of a plan that is not frozen, or else as entries; one step to undo.
    meetings_take(wire::TakeMeetings) -> Changed<u32> = meetings::take;
    /// Saves tasks, reviews and planned blocks as a calendar file.
    calendar_file_save(wire::SaveCalendarFile) -> wire::CalendarSaved = calendar_out::save;
    /// Freezes a week's plan.
    week_freeze(OfWeek) -> Changed<()> = week::freeze;
    /// Closes a week that has been reconciled.
    week_close(OfWeek) -> Changed<()> = week::close;
    /// Lays a block of the plan.
    block_add(AddBlock) -> Changed<BlockId> = block::add;
    /// Changes a block while its week is not frozen.
    block_save(SaveBlock) -> Changed<()> = block::save;
    /// Takes a block out of a plan that is not frozen.
    block_remove(OfBlock) -> Changed<()> = block::remove;
    /// Says that a block happened as planned: the entry writes itself.
    block_as_planned(OfBlock) -> Changed<EntryId> = block::as_planned;
    /// Says that a block did not happen, and why.
    block_not_done(BlockNotDone) -> Changed<()> = block::not_done;
    /// Takes back what was said of a block, with the entries that say it.
    block_reopen(OfBlock) -> Changed<()> = block::reopen;

    /// Says what a captured line would become. Changes nothing.
    capture_read(CaptureLine) -> CaptureView = capture::read;
    /// Captures a line as a provisional entry, to be classified later.
    capture(KeepCapture) -> Changed<EntryId> = capture::keep;
    /// What the timer measures, and what it asks.
    timer(Nothing) -> wire::TimerView = timer::get;
    /// Begins to time something: at first, in the place of what runs, or breaking into it.
    timer_begin(wire::BeginTimer) -> Changed<wire::TimerView> = timer::begin;
    /// Stops what runs, or everything, and writes it down.
    timer_stop(wire::StopTimer) -> Changed<wire::TimerView> = timer::stop;
    /// Lets go of what runs and of the time it had.
    timer_discard(Nothing) -> wire::TimerView = timer::discard;
    /// Nobody touched the daybook for a while: that time is asked about.
    timer_untouched(wire::TimerUntouched) -> wire::TimerView = timer::untouched;
    /// Says what a stretch was that the timer asks about.
    timer_answer(wire::AnswerTimer) -> Changed<wire::TimerView> = timer::answer;
    /// Writes an entry.
    entry_add(AddEntry) -> Changed<EntryId> = entry::add;
    /// Changes an entry.
    entry_save(SaveEntry) -> Changed<()> = entry::save;
    /// Takes an entry away.
    entry_remove(OfEntry) -> Changed<()> = entry::remove;
    /// Settles two entries that claim the same minutes: one stands whole, the other gives way.
    overlap_settle(SettleOverlap) -> Changed<()> = overlap::settle;
    /// Says what became of a break.
    break_mark(MarkBreak) -> Changed<()> = breaks::mark;
    /// Takes away what was said of a break.
    break_clear(ClearBreak) -> Changed<()> = breaks::clear;

    /// Where the time of many weeks went, week by week against the hours given.
    look_back(wire::AskLookBack) -> wire::LookBackView = look_back::get;
    /// The entries that one figure of it was summed from.
    look_back_entries(wire::AskLookBackEntries) -> wire::LookBackEntries = look_back::entries;
    /// Remembers from when, by what and whether with private entries is looked back.
    look_back_choose(wire::LookBackChoice) -> Changed<()> = look_back::choose;
    /// Counts seconds that the daybook itself took of its user. No operation, and nothing for Undo.
    burden_count(wire::CountBurden) -> () = burden::count;

    /// The catalogue: what the job holds, and what it comes to in a year.
    catalogue(Nothing) -> wire::CatalogueView = tasks::catalogue::get;
    /// Lines a catalogue can start from, with where each figure is from.
    catalogue_offered(Nothing) -> Vec<wire::OfferedLine> = tasks::catalogue::offer;
    /// Adds lines that were offered; one step to undo. Says how many.
    catalogue_start(wire::StartCatalogue) -> Changed<u32> = tasks::catalogue::start;
    /// Keeps a line of the catalogue.
    template_save(wire::SaveTemplate) -> Changed<TemplateId> = tasks::catalogue::save;
    /// Retires a line of the catalogue, or takes it up again.
    template_retire(wire::RetireTemplate) -> Changed<()> = tasks::catalogue::retire;
    /// Puts on the list whatever is to appear by today. Says how many tasks came.
    tasks_fall_due(Nothing) -> Changed<u32> = tasks::due::fall_due;
    /// Lists tasks: what is to be done, what is not being done, or what is settled.
    tasks(wire::ListTasks) -> wire::TasksView = tasks::list::get;
    /// One task with its blocks, entries and pieces, and what such tasks took.
    task(wire::OfTask) -> wire::TaskView = tasks::list::one;
    /// Adds a task.
    task_add(wire::AddTask) -> Changed<TaskId> = tasks::change::add;
    /// Says what a task in one line would become. Changes nothing.
    task_quick_read(wire::QuickLine) -> wire::QuickView = tasks::quick::read;
    /// Adds the task that one line says.
    task_quick(wire::QuickLine) -> Changed<TaskId> = tasks::quick::add;
    /// Changes a task.
    task_save(wire::SaveTask) -> Changed<()> = tasks::change::save;
    /// Says what became of tasks; one step to undo. Says how many changed.
    tasks_set_state(wire::SetTasks) -> Changed<u32> = tasks::change::set_state;
    /// Moves tasks to another day; one step to undo. Says how many changed.
    tasks_move(wire::MoveTasks) -> Changed<u32> = tasks::change::reschedule;
    /// Splits a task; the first piece stays the task itself.
    task_split(wire::SplitTask) -> Changed<Vec<TaskId>> = tasks::change::split;
    /// Takes away a task that was typed by itself.
    task_remove(wire::OfTask) -> Changed<()> = tasks::change::remove;
    /// Lays a block for a task on a plan that is not frozen.
    task_plan(wire::PlanTask) -> Changed<BlockId> = tasks::change::plan;
    /// Says which task an entry was time for.
    entry_task(wire::LinkEntry) -> Changed<()> = tasks::against_time::link;

    /// Sets a pack as it would be printed, and says which names it found.
    pack_preview(PreviewPack) -> PackView = packs::preview;
    /// Saves a pack as a PDF file.
    pack_save(SavePack) -> Changed<PackSaved> = packs::save;
    /// Keeps a record that a pack was printed.
    pack_printed(PreviewPack) -> Changed<()> = packs::printed;
    /// Packs printed or saved before, newest first.
    packs(Nothing) -> Vec<PackRow> = packs::list;

    /// Says when the passphrase and the recovery key were set, and which of them opened the daybook.
    keys(Nothing) -> KeysView = safety::keys::view;
    /// Makes a recovery key and shows it this once; an earlier one opens the daybook no longer.
    recovery_key_make(Passphrase) -> RecoveryKeyView = safety::keys::make_recovery_key;
    /// Sets a recovery key as the sheet to print.
    recovery_sheet_preview(RecoveryGroups) -> RecoverySheetView = safety::sheet::preview;
    /// Saves the sheet of a recovery key as a PDF file.
    recovery_sheet_save(SaveRecoverySheet) -> FileSaved = safety::sheet::save;
    /// Sets another passphrase, without rewriting the daybook.
    passphrase_change(ChangePassphrase) -> KeysView = safety::keys::change_passphrase;
    /// Shows the key of the database file.
    database_key(Passphrase) -> DatabaseKeyView = safety::keys::show_database_key;
    /// Lists the backups of the daybook that is chosen, open or locked, and says how much room there is.
    backups(Nothing) -> BackupsView = backups::list;
    /// Makes a backup now.
    backup_now(Nothing) -> BackupRow = backups::make;
    /// Reads a backup through and says what it holds.
    backup_look(BackupFile) -> BackupRow = backups::look;
    /// Puts the daybook back from a backup, or makes a new one of it, and opens it. What was there is kept.
    backup_restore(RestoreBackup) -> SessionView = backups::restore;
    /// Chooses a folder that backups are copied to, or none.
    second_place_set(SetSecondPlace) -> BackupsView = backups::set_second_place;

    /// Undoes the last operation.
    undo(wire::StepBack) -> Changed<UndoState> = history::undo;
    /// Does the last undone operation again.
    redo(wire::StepBack) -> Changed<UndoState> = history::redo;
    /// What was done to a record, newest first, in sentences.
    history(HistoryOf) -> Vec<HistoryLine> = history::of;

    /// What happened to the daybook itself, newest first.
    activity_log(Nothing) -> Vec<ActivityLine> = safety::log::list;
    /// Saves the activity log as a CSV file.
    activity_log_save(SaveAs) -> FileSaved = safety::log::save;
    /// Checks the daybook, mends what needs no choice after a backup, and says what it found.
    check(Nothing) -> CheckView = safety::check::check;
    /// Does what was chosen of a finding. Undo passes over it.
    check_settle(SettleFinding) -> Changed<()> = safety::check::settle;
    /// Writes everything into a new folder inside the one that was chosen, as CSV and JSON with a description.
    export_everything(IntoFolder) -> Exported = safety::leave::export_everything;
    /// Compares the open daybook with another copy of it, closed: when they parted, and what was done in each since.
    parting(OpenVault) -> PartingView = safety::parting::compare;
    /// What is to be known of a place before a daybook is kept there.
    place_advice(VaultFolder) -> PlaceAdvice = safety::place::advise;
    /// Keeps what was typed into a form and not saved, or drops it. No operation, and nothing for Undo.
    draft_keep(KeepDraft) -> () = safety::drafts::keep;
    /// What was typed and not saved, by the name its form gave it.
    drafts(Nothing) -> KeptDrafts = safety::drafts::all;
}
