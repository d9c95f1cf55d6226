//! Hours by weekday, as patterns in force from a date on.

use crate::access::{Access, Write};
use crate::failure::gone;
use crate::sql::{Sql, read_clock};
use chrono::NaiveDate;
use daybook_domain::breaks::BreakMark;
use daybook_domain::clock::Span;
use daybook_domain::hours::{BreakTime, DayHours, WeekHours};
use daybook_domain::ids::{HoursId, SchoolId};
use daybook_domain::{Fault, Outcome};
use rusqlite::params;

/// The hours of the vault's schools.
pub struct HoursPatterns<'v, M>(pub(crate) Access<'v, M>);

/// One row of a pattern: weekday (0 is Monday), part, name, span.
type Part = (u8, &'static str, String, Span);

impl<M> HoursPatterns<'_, M> {
    /// The pattern in force on a day: the latest that began by then, or the earliest there is.
    pub fn on(&self, school: SchoolId, day: NaiveDate) -> Outcome<Option<WeekHours>> {
        Ok(WeekHours::in_force(&self.list(school)?, day).cloned())
    }

    /// The hours of the week that begins on this Monday, each day by the pattern in force on it.
    pub fn of_week(&self, school: SchoolId, monday: NaiveDate) -> Outcome<Option<WeekHours>> {
        Ok(WeekHours::of_week(&self.list(school)?, monday))
    }

    /// Every pattern, oldest first.
    pub fn list(&self, school: SchoolId) -> Outcome<Vec<WeekHours>> {
        let found: Vec<(HoursId, NaiveDate)> = self.0.sql().all(
            "SELECT id, from_date FROM hours WHERE school_id = ?1 ORDER BY from_date",
            [school.0],
            |row| Ok((HoursId(row.get(0)?), row.get(1)?)),
        )?;
        found.into_iter().map(|(id, from)| self.pattern(id, from)).collect()
    }

    fn pattern(&self, id: HoursId, from: NaiveDate) -> Outcome<WeekHours> {
        let mut days: Vec<DayHours> = vec![DayHours::default(); 7];
        for (weekday, part, name, span) in parts(self.0.sql(), id)? {
            let Some(day) = days.get_mut(usize::from(weekday)) else { continue };
            match part {
                "contracted" => day.contracted = Some(span),
                "teaching" => day.teaching.push(span),
                "protected" => day.protected.push(span),
                _ => day.breaks.push(BreakTime { name, span }),
            }
        }
        Ok(WeekHours { from, days })
    }
}

impl HoursPatterns<'_, Write> {
    /// Keeps a pattern, in place of one that begins the same day. Rows that stay the same are not touched.
    ///
    /// What was said of a break that keeps its time and gets another name goes with it, but in closed weeks.
    pub fn save(&self, school: SchoolId, hours: &WeekHours) -> Outcome<()> {
        let before = self.list(school)?;
        self.put(school, hours)?;
        self.rename_marks(school, &before, &self.list(school)?)
    }

    /// Takes the pattern away that begins on a day; the one before it holds instead. Faults: `store.gone`, and
    /// `hours.only` for the only one.
    pub fn remove(&self, school: SchoolId, from: NaiveDate) -> Outcome<()> {
        let (before, sql) = (self.list(school)?, self.0.sql());
        let id: i64 = sql
            .first("SELECT id FROM hours WHERE school_id = ?1 AND from_date = ?2", params![school.0, from], |row| {
                row.get(0)
            })?
            .ok_or_else(gone)?;
        if before.len() == 1 {
            return Err(Fault::new(
                "hours.only",
                "These are the only hours there are, so they stay. Change them instead; nothing was changed.",
            ));
        }
        sql.run("DELETE FROM hours_span WHERE hours_id = ?1", [id])?;
        sql.run("DELETE FROM hours WHERE id = ?1", [id])?;
        self.rename_marks(school, &before, &self.list(school)?)
    }

    fn put(&self, school: SchoolId, hours: &WeekHours) -> Outcome<()> {
        let sql = self.0.sql();
        let known = sql.first(
            "SELECT id FROM hours WHERE school_id = ?1 AND from_date = ?2",
            params![school.0, hours.from],
            |row| row.get(0),
        )?;
        let id = match known {
            Some(id) => id,
            None => {
                sql.insert("INSERT INTO hours (school_id, from_date) VALUES (?1, ?2)", params![school.0, hours.from])?
            }
        };
        let before = parts(sql, HoursId(id))?;
        let after = parts_of(hours);
        for (weekday, part, name, span) in before.iter().filter(|part| !after.contains(part)) {
            sql.run(
                "DELETE FROM hours_span
                 WHERE hours_id = ?1 AND weekday = ?2 AND part = ?3 AND name = ?4 AND starts = ?5 AND ends = ?6",
                params![id, weekday, part, name, span.start.minutes(), span.end.minutes()],
            )?;
        }
        for (weekday, part, name, span) in after.iter().filter(|part| !before.contains(part)) {
            sql.insert(
                "INSERT INTO hours_span (hours_id, weekday, part, name, starts, ends) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![id, weekday, part, name, span.start.minutes(), span.end.minutes()],
            )?;
        }
        Ok(())
    }

    /// Lets what was said of breaks follow those that have the same time under another name.
    fn rename_marks(&self, school: SchoolId, before: &[WeekHours], after: &[WeekHours]) -> Outcome<()> {
        let on = |patterns: &[WeekHours], day: NaiveDate| {
            WeekHours::in_force(patterns, day).map(|pattern| pattern.on(day).breaks).unwrap_or_default()
        };
        let breaks = self.0.breaks();
        let mut moved: Vec<BreakMark> = Vec::new();
        for mark in breaks.of_open_weeks(school)? {
            let Some(old) = on(before, mark.date).into_iter().find(|each| each.name == mark.name) else { continue };
            let renamed = on(after, mark.date).into_iter().find(|each| each.span == old.span && each.name != old.name);
            if let Some(BreakTime { name, .. }) = renamed {
                breaks.clear(school, mark.date, &mark.name)?;
                moved.push(BreakMark { name, ..mark });
            }
        }
        // All are gone before the first comes back: two breaks may have swapped their names.
        moved.iter().try_for_each(|mark| breaks.mark(school, mark))
    }
}

fn parts(sql: Sql<'_>, id: HoursId) -> Outcome<Vec<Part>> {
    sql.all(
        "SELECT weekday, part, name, starts, ends FROM hours_span WHERE hours_id = ?1 ORDER BY weekday, starts, id",
        [id.0],
        |row| {
            let part = match row.get_ref("part")?.as_str()? {
                "contracted" => "contracted",
                "teaching" => "teaching",
                "protected" => "protected",
                _ => "break",
            };
            let span = Span { start: read_clock(row, "starts")?, end: read_clock(row, "ends")? };
            Ok((row.get("weekday")?, part, row.get("name")?, span))
        },
    )
}

fn parts_of(hours: &WeekHours) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (weekday, day) in (0_u8..).zip(&hours.days) {
        let nameless = |part: &'static str| move |span: &Span| (weekday, part, String::new(), *span);
        parts.extend(day.contracted.iter().map(nameless("contracted")));
        parts.extend(day.teaching.iter().map(nameless("teaching")));
        parts.extend(day.protected.iter().map(nameless("protected")));
        parts.extend(day.breaks.iter().map(|b| (weekday, "break", b.name.clone(), b.span)));
    }
    parts
}
