//! Checking a daybook: what is found, what mends itself, and what somebody has to choose.

use crate::history;
use crate::session::Session;
use crate::wire::{CheckView, Choice, Finding, Nothing, SettleFinding};
use chrono::{Days, NaiveDate};
use daybook_domain::calendar::monday_of;
use daybook_domain::changed::Changed;
use daybook_domain::ids::SchoolId;
use daybook_domain::log::{BackupReason, Happening};
use daybook_domain::progress::Doing;
use daybook_domain::reconcile::{Blocker, still_adds_up};
use daybook_domain::story::{Private, WeekFacts, tell};
use daybook_domain::text::{count, long_date};
use daybook_domain::{Fault, Outcome};
use daybook_store::{Cells, Found, Reader, RowChange, RowKey, Settle};

/// What can be chosen, and what it is called.
const JOURNALLED: (&str, &str) = ("journal", "Put back what the daybook last wrote");
const STANDS: (&str, &str) = ("stands", "Keep what stands now");
const REMOVE: (&str, &str) = ("remove", "Take it away");

/// Looks at everything, mends what needs no choice, after a backup, and says what it found. It can be stopped until
/// something is mended.
pub(crate) fn check(session: &mut Session, _: Nothing) -> Outcome<CheckView> {
    let (now, today) = (session.now(), session.today());
    let school = match session.vault()?.read().schools().current() {
        Ok(school) => school.map(|school| school.id),
        // A school that cannot be read is found below.
        Err(_) => None,
    };
    let mut watch = session.config.onlooker.clone();
    watch.begin();
    let vault = session.vault()?;
    let mut found = vault.check(&watch)?;
    let mendable: Vec<Found> = found.iter().filter(|each| each.mends_itself()).cloned().collect();
    let mut findings = Vec::new();
    if !vault.is_read_only() && !mendable.is_empty() {
        // Where pages are damaged no backup can be made: the files are kept as they are instead.
        let kept = if mendable.iter().any(|each| matches!(each, Found::Pages { .. })) {
            Ok(())
        } else {
            vault.back_up(BackupReason::Repair, now).map(|_| ())
        };
        let mended = mend(&mendable, kept, |each| vault.mend(each, now))?;
        for each in &mended {
            // It is mended, whether or not the log takes its line.
            let _ = vault.note(&Happening::Mended { what: each.sentence.clone() }, now);
        }
        findings.extend(mended);
        // Something is changed by now, and whoever stopped it would be told that nothing was.
        watch = watch.steadfast();
        found = vault.check(&watch)?;
    }
    let read = vault.read();
    findings.extend(found.iter().map(|each| finding(each, &read, school, today)));
    // Where pages are damaged, a week may not be told for that alone.
    let pages = found.iter().any(|each| matches!(each, Found::Pages { .. }));
    let schools = if pages { Vec::new() } else { read.schools().list().unwrap_or_default() };
    for school in schools.iter().map(|school| school.id) {
        match read.weeks().closed(school) {
            Ok(closed) => {
                for (done, at) in closed.iter().enumerate() {
                    watch.tell(Doing::AddingUp, done as u64, closed.len() as u64)?;
                    findings.extend(week(*at, read.facts(school, *at)));
                }
            }
            Err(fault) => findings.push(told("check.week", format!("Closed weeks cannot be read. {}", fault.message))),
        }
    }
    if !vault.is_read_only() {
        let found = u32::try_from(findings.len()).unwrap_or(u32::MAX);
        // What was found is told, whether or not the log takes its line.
        let _ = vault.note(&Happening::Checked { found }, now);
    }
    Ok(CheckView { findings, checked_at: now })
}

/// Does what was chosen of a finding.
pub(crate) fn settle(session: &mut Session, ask: SettleFinding) -> Outcome<Changed<()>> {
    let now = session.now();
    let unknown = || {
        Fault::new("check.unknown", "That is no longer as it was found. Nothing was changed; check the daybook again.")
    };
    let how = match ask.choice.as_str() {
        "journal" => Settle::AsJournalled,
        "stands" => Settle::AsItStands,
        "remove" => Settle::Remove,
        _ => return Err(unknown()),
    };
    let watch = session.config.onlooker.clone();
    let vault = session.vault()?;
    // Only what a check finds now can be settled, in a way that is offered for it.
    let found = vault.check(&watch.steadfast())?;
    let settled = found.iter().find_map(|each| match each {
        Found::Strayed { row, .. } if id(row) == ask.id && how != Settle::Remove => Some(row),
        Found::Orphan { row, .. } if id(row) == ask.id && how == Settle::Remove => Some(row),
        _ => None,
    });
    let changed = vault.settle(settled.ok_or_else(unknown)?, how, now)?;
    let what = match how {
        Settle::AsJournalled => "a row was put back as the daybook last wrote it.",
        Settle::AsItStands => "a row was kept as it stood, and written into the journal.",
        Settle::Remove => "a row that belonged to nothing was taken away.",
    };
    // It is settled, whether or not the log takes its line.
    let _ = vault.note(&Happening::Mended { what: what.to_owned() }, now);
    Ok(changed)
}

/// Mends each finding of which there is a backup to go back to; one that fails is found again, and keeps none from it.
fn mend(mendable: &[Found], kept: Outcome<()>, mut mends: impl FnMut(&Found) -> Outcome<()>) -> Outcome<Vec<Finding>> {
    match kept {
        Err(fault) if fault.code == "work.cancelled" => Err(fault),
        Err(_) => Ok(Vec::new()),
        Ok(()) => {
            let mended = mendable.iter().filter(|each| mends(each).is_ok());
            Ok(mended.map(|each| Finding { mended: true, ..plain(each) }).collect())
        }
    }
}

/// A finding with nothing to choose.
fn told(code: &str, sentence: String) -> Finding {
    Finding { id: String::new(), code: code.to_owned(), sentence, mended: false, choices: Vec::new() }
}

/// What would have mended itself and did not.
fn unmended(found: &Found) -> Finding {
    let wrong = match found {
        Found::Pages { .. } => "Part of the daybook's file is damaged, though every row can be read.".to_owned(),
        Found::Indexes => "The lists by which the daybook finds rows do not agree with the rows.".to_owned(),
        Found::Guards => "Guards that keep the journal and frozen weeks are missing or altered.".to_owned(),
        Found::Search { pupils } => format!("What {} found by in searches is wrong.", pupils_are(*pupils)),
        Found::Tables | Found::Strayed { .. } | Found::Orphan { .. } => return plain(found),
    };
    let to_do = "It was left as it is, because it could not be backed up or could not be mended. \
                 Make a backup and check again; if that fails, go back to a backup from before it.";
    Finding { sentence: format!("{wrong} {to_do}"), ..plain(found) }
}

fn id(row: &RowKey) -> String {
    format!("{} {}", row.table, row.key)
}

/// A finding about the file, which speaks of no row.
fn plain(found: &Found) -> Finding {
    let (code, sentence) = match found {
        Found::Pages { lost } if lost.is_empty() => (
            "check.pages",
            "Part of the daybook's file was damaged; every row could be read, and the file was built anew from them. \
             The damaged file is kept among the backups. Have the drive looked at."
                .to_owned(),
        ),
        Found::Pages { lost } => ("check.pages", damaged(lost)),
        Found::Indexes => (
            "check.indexes",
            "The lists by which the daybook finds rows did not agree with the rows; they were built anew.".to_owned(),
        ),
        Found::Guards => (
            "check.guards",
            "Guards that keep the journal and frozen weeks were missing or altered; they were put back.".to_owned(),
        ),
        Found::Tables => (
            "check.tables",
            "The daybook's file holds something this version did not write, and it was left as it is. Go back to a \
             backup from before it, or install the newest version."
                .to_owned(),
        ),
        Found::Search { pupils } => {
            ("check.search", format!("What {} found by in searches was wrong; it was put right.", pupils_are(*pupils)))
        }
        Found::Strayed { .. } => ("check.row", "A row is not as the daybook last wrote it.".to_owned()),
        Found::Orphan { .. } => ("check.orphan", "Something belongs to what is no longer in the daybook.".to_owned()),
    };
    told(code, sentence)
}

fn pupils_are(pupils: u32) -> String {
    format!("{} {}", count(pupils, "pupil", "pupils"), if pupils == 1 { "is" } else { "are" })
}

fn damaged(lost: &[String]) -> String {
    let mut nouns: Vec<&str> = lost.iter().map(|table| noun(table)).collect();
    nouns.sort_unstable();
    nouns.dedup();
    let nouns: Vec<String> = nouns.into_iter().map(str::to_owned).collect();
    format!(
        "Part of the daybook's file is damaged, and not everything can be read: {}. Nothing was changed. Go back to the \
         newest good backup, or open the daybook only to read and save what you need first.",
        history::listed(&nouns)
    )
}

/// What the rows of a table are to a person.
fn noun(table: &str) -> &'static str {
    match table {
        "pupil" => "pupils",
        "status" => "SEN provision",
        "need" => "needs",
        "flag" | "pupil_flag" => "flags",
        "plan_kind" | "support_plan" | "cycle" | "outcome" | "strategy" => "children's plans",
        "intervention" | "provision" => "interventions",
        "profile" => "profiles",
        "assessment" => "assessment results",
        "document" | "file" => "documents",
        "saved_view" => "saved views",
        "week" => "weeks",
        "block" | "block_pupil" | "block_outcome" => "the plan",
        "entry" | "entry_pupil" => "entries",
        "break_mark" => "breaks",
        "task" | "task_template" | "task_block" | "task_entry" => "tasks",
        "normal_week" | "normal_block" => "normal weeks",
        "timer" => "the timer",
        "burden" => "what this daybook costs you",
        "school" | "setting" => "the school's settings",
        "half_term" | "day_off" => "school dates",
        "hours" | "hours_span" => "hours",
        "activity" => "kinds of work",
        "pack" | "pack_entry" => "the record of packs",
        "op" | "change" => "the history of changes",
        "log" | "opening" => "the activity log",
        "draft" => "unsaved forms",
        _ => "other details",
    }
}

fn finding(found: &Found, read: &Reader<'_>, school: Option<SchoolId>, today: NaiveDate) -> Finding {
    if found.mends_itself() {
        return unmended(found);
    }
    let (row, before, after, choices) = match found {
        Found::Strayed { row, known, stands } => (row, known, stands.clone(), [Some(JOURNALLED), Some(STANDS)]),
        Found::Orphan { row, stands } => (row, &None, Some(stands.clone()), [Some(REMOVE), None]),
        Found::Pages { .. } | Found::Indexes | Found::Guards | Found::Tables | Found::Search { .. } => {
            return plain(found);
        }
    };
    let change = RowChange { table: row.table.clone(), row: first(&row.key), before: before.clone(), after };
    // A row that cannot be told of can be settled all the same.
    let closed = if in_closed_week(&change, read, school).unwrap_or(false) { " It is in a closed week." } else { "" };
    let of = noun(&change.table);
    let said = history::tell_row(change, read, today)
        .unwrap_or_else(|_| format!("something among {of} that cannot be told of in words."));
    let sentence = match found {
        Found::Orphan { .. } => format!("This belongs to something that is no longer in the daybook: {said}{closed}"),
        _ => format!("This was not done by the daybook itself, and its history does not know it: {said}{closed}"),
    };
    let choices = choices.into_iter().flatten();
    let choices = choices.map(|(key, label)| Choice { key: key.to_owned(), label: label.to_owned() }).collect();
    Finding { id: id(row), sentence, choices, ..plain(found) }
}

fn first(key: &str) -> i64 {
    let values: Vec<serde_json::Value> = serde_json::from_str(key).unwrap_or_default();
    values.first().and_then(serde_json::Value::as_i64).unwrap_or_default()
}

fn in_closed_week(change: &RowChange, read: &Reader<'_>, school: Option<SchoolId>) -> Outcome<bool> {
    let day = |cells: &Cells| cells.get("date").and_then(|date| date.as_str()).and_then(|date| date.parse().ok());
    let days = change.before.iter().chain(&change.after).filter_map(day);
    for day in days {
        let day: NaiveDate = day;
        if let Some(school) = school
            && read.weeks().get(school, monday_of(day))?.closed_at.is_some()
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What is wrong with a closed week: it cannot be read, or its figures no longer are what a closed week's must be.
fn week(monday: NaiveDate, facts: Outcome<WeekFacts>) -> Vec<Finding> {
    let facts = match facts {
        Ok(facts) => facts,
        Err(_) => {
            let sentence = format!(
                "What the closed week of {} stood on cannot be read. It was left as it is; go back to a backup from \
                 before it, or install the newest version.",
                long_date(monday)
            );
            return vec![told("check.week", sentence)];
        }
    };
    let story = tell(&facts, Private::Shown);
    let over = monday.checked_add_days(Days::new(7)).unwrap_or(monday);
    let no_longer = |blocker: Blocker| {
        let sentence = format!(
            "The closed week of {} no longer adds up. {} Settle what else was found, and check again.",
            long_date(monday),
            blocker.message
        );
        told("check.week", sentence)
    };
    still_adds_up(&facts, &story, over).into_iter().map(no_longer).collect()
}

#[cfg(test)]
mod tests;
