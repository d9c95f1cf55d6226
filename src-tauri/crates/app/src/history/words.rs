//! What rows refer to, by name: kinds of work, pupils, blocks; and how dates, times and codes are said.

use super::fields::{latest, text, whole};
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::clock::Clock;
use daybook_domain::codes::RulePack;
use daybook_domain::ids::{BlockId, PupilId};
use daybook_domain::support::own_key;
use daybook_domain::text::long_date;
use daybook_store::{Reader, Step};
use std::collections::{BTreeMap, BTreeSet};

/// Characters of a free text that a sentence repeats.
const MOST_REPEATED: usize = 160;

/// Names for the numbers that rows refer to others by.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub activities: BTreeMap<i64, String>,
    pub pupils: BTreeMap<i64, String>,
    pub blocks: BTreeMap<i64, String>,
    pub flags: BTreeMap<i64, String>,
    pub interventions: BTreeMap<i64, String>,
    /// The school's own kinds of plan, by the key that plans refer to them by.
    pub plan_kinds: BTreeMap<String, String>,
    /// The first day of patterns of hours, those that are gone too.
    pub hours: BTreeMap<i64, NaiveDate>,
}

impl Words {
    /// The names of everything these steps refer to.
    pub fn of(read: &Reader<'_>, steps: &[Step], today: NaiveDate) -> Outcome<Self> {
        let rows = || steps.iter().flat_map(|step| &step.changes);
        let referred = |columns: &[&str]| -> BTreeSet<i64> {
            let cells = rows().flat_map(|change| change.before.iter().chain(&change.after));
            cells.flat_map(|cells| columns.iter().filter_map(|column| whole(cells, column))).collect()
        };
        let mut words = Self::default();
        for activity in read.activities().list()? {
            words.activities.insert(activity.id.0, activity.name);
        }
        if let Some(school) = read.schools().current()? {
            let flags = read.flags().list(school.id)?;
            words.flags = flags.into_iter().map(|flag| (flag.id.0, flag.details.name)).collect();
            let interventions = read.interventions().list(school.id)?;
            words.interventions = interventions.into_iter().map(|each| (each.id.0, each.details.name)).collect();
            let kinds = read.plan_kinds().list(school.id)?;
            words.plan_kinds = kinds.into_iter().map(|kind| (own_key(kind.id), kind.details.name)).collect();
        }
        let pupils = referred(&["pupil_id"]).into_iter().map(PupilId).collect();
        for pupil in read.register().rows_of(&pupils, today)? {
            words.pupils.insert(pupil.id.0, name(&pupil.forename, &pupil.surname));
        }
        for id in referred(&["block_id", "displaced_id"]) {
            // One that has been taken out of the plan since is named from the journal below, or not at all.
            if let Ok(block) = read.blocks().get(BlockId(id)) {
                let details = block.details;
                let said = words.title(&details.title, details.activity.0);
                words.blocks.insert(id, format!("{said} on {}", long_date(details.date)));
            }
        }
        for change in rows() {
            words.learn(change);
        }
        Ok(words)
    }

    fn learn(&mut self, change: &daybook_store::RowChange) {
        let cells = latest(change);
        match change.table.as_str() {
            "block" if !self.blocks.contains_key(&change.row) => {
                let title = self.title(text(cells, "title"), whole(cells, "activity_id").unwrap_or_default());
                self.blocks.insert(change.row, format!("{title} on {}", date(text(cells, "date"))));
            }
            "hours" => {
                if let Ok(from) = text(cells, "from_date").parse() {
                    self.hours.entry(change.row).or_insert(from);
                }
            }
            _ => {}
        }
    }

    pub fn activity(&self, id: i64) -> String {
        self.activities.get(&id).cloned().unwrap_or_else(|| "a kind of work that is gone".to_owned())
    }

    pub fn pupil(&self, id: i64) -> String {
        self.pupils.get(&id).cloned().unwrap_or_else(|| "a pupil who is no longer here".to_owned())
    }

    pub fn flag(&self, id: i64) -> String {
        self.flags.get(&id).cloned().unwrap_or_else(|| "one that is gone".to_owned())
    }

    pub fn intervention(&self, id: i64) -> String {
        self.interventions.get(&id).cloned().unwrap_or_else(|| "an intervention that is gone".to_owned())
    }

    /// A kind of plan by its key, whenever it was in use.
    pub fn plan_kind(&self, key: &str) -> String {
        match RulePack::england().plan_kind(key) {
            Some(kind) => kind.label.clone(),
            None => self.plan_kinds.get(key).cloned().unwrap_or_else(|| "a kind of plan that is gone".to_owned()),
        }
    }

    pub fn block(&self, id: i64) -> String {
        self.blocks.get(&id).cloned().unwrap_or_else(|| "A block that is no longer in the plan".to_owned())
    }

    /// The title of a block, or its kind of work where it has none.
    pub fn title(&self, title: &str, activity: i64) -> String {
        match title.trim() {
            "" => self.activity(activity),
            title => title.to_owned(),
        }
    }
}

/// A pupil's name as it is said.
pub(super) fn name(forename: &str, surname: &str) -> String {
    let name = format!("{} {}", forename.trim(), surname.trim()).trim().to_owned();
    if name.is_empty() { "a pupil without a name".to_owned() } else { name }
}

/// A free text as a sentence repeats it: on one line, in quotation marks, not too long.
pub(super) fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST_REPEATED) {
        Some((end, _)) => format!("“{}…”", line[..end].trim_end()),
        None => format!("“{line}”"),
    }
}

/// A day of the journal, `3 March 2026`; what is no day is repeated as it is.
pub(super) fn date(iso: &str) -> String {
    iso.parse().map_or_else(|_| quoted(iso), long_date)
}

/// The day before, the last on which something still held.
pub(super) fn day_before(iso: &str) -> String {
    let day: Option<NaiveDate> = iso.parse().ok();
    day.and_then(|day| day.pred_opt()).map_or_else(|| date(iso), long_date)
}

/// A day with its name, `Monday 3 March 2026`.
pub(super) fn weekday(iso: &str) -> String {
    let day: Option<NaiveDate> = iso.parse().ok();
    day.map_or_else(|| date(iso), |day| day.format("%A %-d %B %Y").to_string())
}

/// Minutes since midnight as a time of day.
pub(super) fn clock(minutes: i64) -> String {
    let clock = u32::try_from(minutes).ok().and_then(|minutes| Clock::new(minutes).ok());
    clock.map_or_else(|| "an unknown time".to_owned(), |clock| clock.to_string())
}

/// A kind of SEN provision by its code, whenever it was in force.
pub(super) fn provision(code: &str) -> String {
    let known = RulePack::england().statuses.iter().find(|status| status.code == code);
    known.map_or_else(|| quoted(code), |status| format!("{} ({code})", status.label))
}

/// A need by its code, whenever it was in use.
pub(super) fn need(code: &str) -> String {
    let known = RulePack::england().needs.iter().find(|need| need.code == code);
    known.map_or_else(|| quoted(code), |need| format!("{} ({code})", need.label))
}

/// A broad area of need by its key.
pub(super) fn area(key: &str) -> String {
    RulePack::england().area(key).map_or_else(|| quoted(key), |area| area.label.clone())
}

/// Pence as they are written: `£12.50`.
pub(super) fn pounds(pence: u64) -> String {
    format!("£{}.{:02}", pence / 100, pence % 100)
}

/// A curriculum year by its code.
pub(super) fn year(code: &str) -> String {
    RulePack::england().year(code).map_or_else(|| quoted(code), |year| year.label.clone())
}

/// Several names in a sentence: `A, B and C`.
pub(crate) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
