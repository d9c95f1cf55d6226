//! Half-terms and days off, one academic year at a time.

use crate::access::{Access, Write};
use crate::sql::{read_word, word};
use chrono::{Days, NaiveDate};
use daybook_domain::calendar::{AcademicYear, Calendar, DayOff, HalfTerm};
use daybook_domain::ids::SchoolId;
use daybook_domain::{Fault, Outcome};
use rusqlite::params;

/// The calendars of the vault's schools.
pub struct Calendars<'v, M>(pub(crate) Access<'v, M>);

impl<M> Calendars<'_, M> {
    /// One academic year: the half-terms that begin in it and the days off that lie in it, by date.
    pub fn get(&self, school: SchoolId, year: AcademicYear) -> Outcome<Calendar> {
        let (first, last) = bounds(year)?;
        let half_terms = self.0.sql().all(
            "SELECT name, first_day, last_day FROM half_term
             WHERE school_id = ?1 AND first_day BETWEEN ?2 AND ?3 ORDER BY first_day",
            params![school.0, first, last],
            |row| Ok(HalfTerm { name: row.get(0)?, first: row.get(1)?, last: row.get(2)? }),
        )?;
        let days_off = self.0.sql().all(
            "SELECT date, kind, name FROM day_off WHERE school_id = ?1 AND date BETWEEN ?2 AND ?3 ORDER BY date",
            params![school.0, first, last],
            |row| Ok(DayOff { date: row.get(0)?, kind: read_word(row, "kind")?, name: row.get(2)? }),
        )?;
        Ok(Calendar { half_terms, days_off })
    }

    /// The calendar of the week that begins on this Monday: of both academic years where one begins in it.
    pub fn of_week(&self, school: SchoolId, monday: NaiveDate) -> Outcome<Calendar> {
        let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
        let (first, last) = (AcademicYear::of(monday), AcademicYear::of(sunday));
        let calendar = self.get(school, first)?;
        if first == last { Ok(calendar) } else { Ok(calendar.followed_by(self.get(school, last)?)) }
    }
}

impl Calendars<'_, Write> {
    /// Makes one academic year what is given. Rows that stay the same are not touched.
    pub fn replace(&self, school: SchoolId, year: AcademicYear, calendar: &Calendar) -> Outcome<()> {
        let (first, last) = bounds(year)?;
        let outside = |day: NaiveDate| day < first || day > last;
        if calendar.half_terms.iter().any(|term| outside(term.first))
            || calendar.days_off.iter().any(|off| outside(off.date))
        {
            return Err(Fault::new(
                "calendar.outside_year",
                format!("A date lies outside the year from 1 September {}. No dates were changed.", year.0),
            ));
        }
        let before = self.get(school, year)?;
        let sql = self.0.sql();
        for HalfTerm { name, first, last } in before.half_terms.iter().filter(|t| !calendar.half_terms.contains(t)) {
            let sql_delete =
                "DELETE FROM half_term WHERE school_id = ?1 AND name = ?2 AND first_day = ?3 AND last_day = ?4";
            sql.run(sql_delete, params![school.0, name, first, last])?;
        }
        for HalfTerm { name, first, last } in calendar.half_terms.iter().filter(|t| !before.half_terms.contains(t)) {
            let sql_insert = "INSERT INTO half_term (school_id, name, first_day, last_day) VALUES (?1, ?2, ?3, ?4)";
            sql.insert(sql_insert, params![school.0, name, first, last])?;
        }
        for off in before.days_off.iter().filter(|off| !calendar.days_off.contains(off)) {
            sql.run("DELETE FROM day_off WHERE school_id = ?1 AND date = ?2", params![school.0, off.date])?;
        }
        for DayOff { date, kind, name } in calendar.days_off.iter().filter(|off| !before.days_off.contains(off)) {
            let sql_insert = "INSERT INTO day_off (school_id, date, kind, name) VALUES (?1, ?2, ?3, ?4)";
            sql.insert(sql_insert, params![school.0, date, word(kind), name])?;
        }
        Ok(())
    }
}

fn bounds(year: AcademicYear) -> Outcome<(NaiveDate, NaiveDate)> {
    match (year.first(), year.last()) {
        // Dates are compared as text, which needs years of four digits.
        (Some(first), Some(last)) if (1000..9999).contains(&year.0) => Ok((first, last)),
        _ => {
            Err(Fault::new("calendar.year", "That is not a year the calendar can hold. Nothing was changed.")
                .at("year"))
        }
    }
}
