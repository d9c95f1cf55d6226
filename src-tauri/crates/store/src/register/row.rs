//! One row of the list, out of the columns by place.

use super::query::Ask;
use chrono::NaiveDate;
use daybook_domain::calendar::AcademicYear;
use daybook_domain::ids::PupilId;
use daybook_domain::pupil::{Flags, age_on, year_of_age};
use daybook_domain::register::{ListColumn, RegisterRow};
use rusqlite::Row;
use rusqlite::types::{FromSqlError, Type};
use std::collections::BTreeMap;

/// What is read of each pupil, by place: looking names of columns up takes longer than reading two thousand rows.
pub(super) const COLUMNS: &str =
    "p.id, p.case_code, p.surname, p.forename, p.preferred, p.born, p.year_override, p.class,
    p.pupil_premium, p.looked_after, p.social_care, p.eal, p.young_carer, p.sort_name";

/// The place of the text that is searched in, and the first after it.
pub(super) const SEARCH: usize = 14;
const MORE: usize = 15;

/// A row without what stands in other tables.
pub(super) fn read_row(row: &Row<'_>, ask: &Ask<'_>) -> rusqlite::Result<RegisterRow> {
    let born = day(row, 5)?;
    let year = match text(row, 6)? {
        "" => born.map(|born| year_of_age(born, AcademicYear::of(ask.today))).unwrap_or_default(),
        year => year.to_owned(),
    };
    let forename = match text(row, 4)? {
        preferred if preferred.trim().is_empty() => text(row, 3)?,
        preferred => preferred,
    };
    let mut more = BTreeMap::new();
    for (at, column) in ask.more.iter().enumerate() {
        let cell = match column {
            ListColumn::Age => born.map(|born| age_on(born, ask.today)).unwrap_or_default(),
            _ => text(row, MORE + at)?.to_owned(),
        };
        more.insert(*column, cell);
    }
    Ok(RegisterRow {
        id: PupilId(row.get(0)?),
        case_code: row.get(1)?,
        surname: row.get(2)?,
        forename: forename.to_owned(),
        born,
        year,
        class: row.get(7)?,
        status: String::new(),
        since: None,
        needs: Vec::new(),
        own_flags: Vec::new(),
        flags: Flags {
            pupil_premium: row.get(8)?,
            looked_after: row.get(9)?,
            social_care: row.get(10)?,
            eal: row.get(11)?,
            young_carer: row.get(12)?,
        },
        more,
    })
}

/// A text, empty where there is none.
pub(super) fn text<'r>(row: &'r Row<'_>, place: usize) -> rusqlite::Result<&'r str> {
    Ok(row.get_ref(place)?.as_str_or_null()?.unwrap_or_default())
}

/// A day, from the one shape the tables let it have.
pub(super) fn day(row: &Row<'_>, place: usize) -> rusqlite::Result<Option<NaiveDate>> {
    let Some(iso) = row.get_ref(place)?.as_str_or_null()? else { return Ok(None) };
    let figure = |from: usize, to: usize| iso.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let date = match (figure(0, 4), figure(5, 7), figure(8, 10)) {
        (Some(year), Some(month), Some(day)) => {
            i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        }
        _ => None,
    };
    let broken = || rusqlite::Error::FromSqlConversionFailure(place, Type::Text, Box::new(FromSqlError::InvalidType));
    date.map(Some).ok_or_else(broken)
}
