//! All that a week's story is told from, gathered.

use crate::access::Access;
use crate::sql::json;
use chrono::{Days, NaiveDate};
use daybook_domain::Outcome;
use daybook_domain::ids::{PupilId, SchoolId};
use daybook_domain::story::WeekFacts;
use rusqlite::params;
use std::collections::{BTreeMap, BTreeSet};

impl<M> Access<'_, M> {
    /// The facts of the week that begins on this Monday.
    pub fn facts(&self, school: SchoolId, monday: NaiveDate) -> Outcome<WeekFacts> {
        let blocks = self.blocks().of_week(school, monday)?;
        let entries = self.entries().of_week(school, monday)?;
        let of_blocks = blocks.iter().flat_map(|block| &block.details.pupils);
        let of_entries = entries.iter().flat_map(|entry| &entry.details.pupils);
        let named: BTreeSet<PupilId> = of_blocks.chain(of_entries).copied().collect();
        Ok(WeekFacts {
            week: self.weeks().get(school, monday)?,
            calendar: self.calendar().of_week(school, monday)?,
            hours: self.hours().of_week(school, monday)?,
            breaks: self.breaks().of_week(school, monday)?,
            activities: self.activities().list()?,
            case_codes: self.case_codes(&named)?,
            registered: self.registered(school, monday.checked_add_days(Days::new(4)).unwrap_or(monday))?,
            blocks,
            entries,
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

    /// Pupils on roll with SEN provision on a day: SEN support (K) or an EHC plan (E), as the school census counts.
    fn registered(&self, school: SchoolId, day: NaiveDate) -> Outcome<u32> {
        self.sql().value(
            "SELECT count(*) FROM pupil p JOIN status s ON s.pupil_id = p.id
             WHERE p.school_id = ?1 AND s.code IN ('K', 'E')
               AND s.from_date <= ?2 AND (s.to_date IS NULL OR ?2 < s.to_date)
               AND (p.on_roll_from IS NULL OR p.on_roll_from <= ?2) AND (p.on_roll_to IS NULL OR ?2 <= p.on_roll_to)",
            params![school.0, day],
        )
    }
}
