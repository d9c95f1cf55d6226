//! The entries of many weeks, and what those weeks stand on: a few questions for all of them, never one for each.

use crate::access::Access;
use crate::facts::Ground as Kept;
use crate::sql::{read_json, read_maybe_clock};
use chrono::{Days, NaiveDate};
use daybook_domain::Outcome;
use daybook_domain::calendar::{AcademicYear, monday_of};
use daybook_domain::ids::{ActivityId, EntryId, PupilId, SchoolId};
use daybook_domain::look_back::{Ground, Noted};
use rusqlite::types::Type;
use rusqlite::{Row, params};
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// The entries of a school from one day to another.
pub(crate) const NOTED: &str = "SELECT id, date, starts, minutes, activity_id, place, kind, interrupted_by, private
     FROM entry WHERE school_id = ?1 AND date BETWEEN ?2 AND ?3";

/// Whom they are about.
pub(crate) const ABOUT: &str =
    "SELECT l.entry_id, l.pupil_id FROM entry e CROSS JOIN entry_pupil l ON l.entry_id = e.id
     WHERE e.school_id = ?1 AND e.date BETWEEN ?2 AND ?3";

/// What closed weeks kept.
pub(crate) const KEPT: &str =
    "SELECT monday, ground FROM week WHERE school_id = ?1 AND monday BETWEEN ?2 AND ?3 AND ground IS NOT NULL";

impl<M> Access<'_, M> {
    /// Every entry from one day to another, both included; whom each is about only where that is asked.
    pub fn noted(&self, school: SchoolId, days: (NaiveDate, NaiveDate), about: bool) -> Outcome<Vec<Noted>> {
        let (mut places, mut kinds) = (Words::new(), Words::new());
        let bound = params![school.0, days.0, days.1];
        let mut noted = self.sql().all(NOTED, bound, |row| {
            Ok(Noted {
                entry: EntryId(row.get("id")?),
                date: row.get("date")?,
                start: read_maybe_clock(row, "starts")?,
                minutes: row.get("minutes")?,
                activity: row.get::<_, Option<i64>>("activity_id")?.map(ActivityId),
                place: places.read(row, "place")?,
                kind: kinds.read(row, "kind")?,
                pupils: Vec::new(),
                interrupter: row.get("interrupted_by")?,
                private: row.get("private")?,
            })
        })?;
        if about {
            let mut pupils = self.about(school, days)?;
            for each in &mut noted {
                each.pupils = pupils.remove(&each.entry).unwrap_or_default();
            }
        }
        Ok(noted)
    }

    fn about(&self, school: SchoolId, days: (NaiveDate, NaiveDate)) -> Outcome<HashMap<EntryId, Vec<PupilId>>> {
        let mut pupils: HashMap<EntryId, Vec<PupilId>> = HashMap::new();
        self.sql().each(ABOUT, params![school.0, days.0, days.1], |row| {
            pupils.entry(EntryId(row.get(0)?)).or_default().push(PupilId(row.get(1)?));
            Ok(true)
        })?;
        Ok(pupils)
    }

    /// What the weeks from one day to another stand on.
    pub fn ground_of(&self, school: SchoolId, (first, last): (NaiveDate, NaiveDate)) -> Outcome<Ground> {
        let (monday, sunday) = (monday_of(first), monday_of(last).checked_add_days(Days::new(6)).unwrap_or(last));
        let years = AcademicYear::of(monday).0..=AcademicYear::of(sunday).0;
        let calendar = |year| Ok((AcademicYear(year), self.calendar().get(school, AcademicYear(year))?));
        let kept = self.sql().all(KEPT, params![school.0, monday, sunday], |row| {
            let kept: Kept = read_json(row, "ground")?;
            Ok((row.get("monday")?, kept.of_week()))
        })?;
        Ok(Ground {
            calendars: years.map(calendar).collect::<Outcome<_>>()?,
            hours: self.hours().list(school)?,
            activities: self.activities().list()?,
            kept: kept.into_iter().collect(),
        })
    }
}

/// Words of the domain's enums that were read before: of sixty thousand there are but four.
struct Words<T>(Vec<(String, T)>);

impl<T: Copy + DeserializeOwned> Words<T> {
    fn new() -> Self {
        Self(Vec::new())
    }

    fn read(&mut self, row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
        let word = row.get_ref(column)?.as_str()?;
        if let Some((_, value)) = self.0.iter().find(|(known, _)| known == word) {
            return Ok(*value);
        }
        let value = serde_json::from_value(serde_json::Value::String(word.to_owned()))
            .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))?;
        self.0.push((word.to_owned(), value));
        Ok(value)
    }
}
