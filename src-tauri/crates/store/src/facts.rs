//! All that a week's story is told from, gathered.

use crate::access::Access;
use crate::register::ON_ROLL;
use crate::sql::{json, read_json};
use chrono::{Days, NaiveDate};
use daybook_domain::Outcome;
use daybook_domain::activity::Activity;
use daybook_domain::calendar::{Calendar, days_of_week};
use daybook_domain::codes::RulePack;
use daybook_domain::entry::Entry;
use daybook_domain::hours::WeekHours;
use daybook_domain::ids::{ActivityId, PupilId, SchoolId};
use daybook_domain::look_back::GroundOfWeek;
use daybook_domain::plan::Block;
use daybook_domain::story::WeekFacts;
use rusqlite::{named_params, params};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a week stands on besides its plan and its entries. A closed week keeps its own, so that its story stays as it
/// was when hours, dates, kinds of work or the register change afterwards.
///
/// Kept as JSON in every closed week: a field that is added later needs a default.
#[derive(Debug, Serialize, Deserialize)]
pub struct Ground {
    calendar: Calendar,
    hours: Option<WeekHours>,
    activities: Vec<Activity>,
    case_codes: BTreeMap<PupilId, String>,
    registered: u32,
}

impl Ground {
    /// What these facts stand on: of days off and kinds of work, those that the week has to do with.
    pub fn of(facts: &WeekFacts) -> Self {
        let days = days_of_week(facts.week.monday);
        let mut calendar = facts.calendar.clone();
        calendar.days_off.retain(|off| days.contains(&off.date));
        let of_blocks = facts.blocks.iter().map(|block| block.details.activity);
        let of_entries = facts.entries.iter().filter_map(|entry| entry.details.activity);
        let named: BTreeSet<ActivityId> = of_blocks.chain(of_entries).collect();
        Self {
            calendar,
            hours: facts.hours.clone(),
            activities: facts.activities.iter().filter(|each| named.contains(&each.id)).cloned().collect(),
            case_codes: facts.case_codes.clone(),
            registered: facts.registered,
        }
    }
}

impl Ground {
    /// What of it looking back over many weeks stands on.
    pub fn of_week(self) -> GroundOfWeek {
        GroundOfWeek { calendar: self.calendar, hours: self.hours, activities: self.activities }
    }
}

impl<M> Access<'_, M> {
    /// The facts of the week that begins on this Monday: as they are now or, once it is closed, as they were then.
    pub fn facts(&self, school: SchoolId, monday: NaiveDate) -> Outcome<WeekFacts> {
        let blocks = self.blocks().of_week(school, monday)?;
        let entries = self.entries().of_week(school, monday)?;
        let Ground { calendar, hours, activities, case_codes, registered } = match self.kept_ground(school, monday)? {
            Some(kept) => kept,
            None => self.ground(school, monday, &blocks, &entries)?,
        };
        Ok(WeekFacts {
            week: self.weeks().get(school, monday)?,
            calendar,
            hours,
            breaks: self.breaks().of_week(school, monday)?,
            activities,
            case_codes,
            registered,
            blocks,
            entries,
        })
    }

    fn kept_ground(&self, school: SchoolId, monday: NaiveDate) -> Outcome<Option<Ground>> {
        self.sql().first(
            "SELECT ground FROM week WHERE school_id = ?1 AND monday = ?2 AND ground IS NOT NULL",
            params![school.0, monday],
            |row| read_json(row, "ground"),
        )
    }

    fn ground(&self, school: SchoolId, monday: NaiveDate, blocks: &[Block], entries: &[Entry]) -> Outcome<Ground> {
        let of_blocks = blocks.iter().flat_map(|block| &block.details.pupils);
        let of_entries = entries.iter().flat_map(|entry| &entry.details.pupils);
        let named: BTreeSet<PupilId> = of_blocks.chain(of_entries).copied().collect();
        Ok(Ground {
            calendar: self.calendar().of_week(school, monday)?,
            hours: self.hours().of_week(school, monday)?,
            activities: self.activities().list()?,
            case_codes: self.case_codes(&named)?,
            registered: self.registered(school, monday.checked_add_days(Days::new(4)).unwrap_or(monday))?,
        })
    }

    fn case_codes(&self, pupils: &BTreeSet<PupilId>) -> Outcome<BTreeMap<PupilId, String>> {
        let codes = self.sql().all(
            "SELECT id, case_code FROM pupil WHERE id IN (SELECT value FROM json_each(?1))",
            [json(pupils)],
            |row| Ok((PupilId(row.get(0)?), row.get(1)?)),
        )?;
        Ok(codes.into_iter().collect())
    }

    /// Pupils on roll on a day whose provision counts as such by the rules, as the school census counts.
    fn registered(&self, school: SchoolId, day: NaiveDate) -> Outcome<u32> {
        self.sql().value(
            &format!(
                "SELECT count(*) FROM pupil p JOIN status s ON s.pupil_id = p.id
                 WHERE p.school_id = :school AND {ON_ROLL} AND s.code IN (SELECT value FROM json_each(:registered))
                   AND s.from_date <= :today AND (s.to_date IS NULL OR :today < s.to_date)"
            ),
            named_params! {
                ":school": school.0, ":today": day, ":registered": json(&RulePack::england().registered(day)),
            },
        )
    }
}
