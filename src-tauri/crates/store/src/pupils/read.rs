//! Reading pupils with their provision and needs, in four queries however many they are.

use crate::sql::Sql;
use daybook_domain::Outcome;
use daybook_domain::ids::{FlagId, NeedId, PupilId, StatusId};
use daybook_domain::pupil::{Flags, Need, Pupil, PupilDetails, Status};
use rusqlite::{Params, Row};
use std::collections::BTreeMap;

/// The pupils `p` for which a condition on what is bound holds, by id.
pub fn records(sql: Sql<'_>, condition: &str, of: impl Params + Copy) -> Outcome<Vec<Pupil>> {
    let pupils = sql.all(&format!("SELECT p.* FROM pupil p WHERE {condition} ORDER BY p.id"), of, read)?;
    let mut places: BTreeMap<PupilId, Pupil> = pupils.into_iter().map(|pupil| (pupil.id, pupil)).collect();
    let statuses = sql.all(
        &format!(
            "SELECT s.* FROM status s JOIN pupil p ON p.id = s.pupil_id WHERE {condition} ORDER BY s.from_date DESC"
        ),
        of,
        |row| Ok((PupilId(row.get("pupil_id")?), read_status(row)?)),
    )?;
    for (pupil, status) in statuses {
        if let Some(pupil) = places.get_mut(&pupil) {
            pupil.statuses.push(status);
        }
    }
    let needs = sql.all(
        &format!(
            "SELECT n.* FROM need n JOIN pupil p ON p.id = n.pupil_id WHERE {condition}
             ORDER BY n.to_date IS NOT NULL, n.to_date DESC, n.rank, n.id"
        ),
        of,
        |row| Ok((PupilId(row.get("pupil_id")?), read_need(row)?)),
    )?;
    for (pupil, need) in needs {
        if let Some(pupil) = places.get_mut(&pupil) {
            pupil.needs.push(need);
        }
    }
    let flags = sql.all(
        &format!(
            "SELECT f.pupil_id, f.flag_id FROM pupil_flag f JOIN pupil p ON p.id = f.pupil_id WHERE {condition}
             ORDER BY f.flag_id"
        ),
        of,
        |row| Ok((PupilId(row.get(0)?), FlagId(row.get(1)?))),
    )?;
    for (pupil, flag) in flags {
        if let Some(pupil) = places.get_mut(&pupil) {
            pupil.details.own_flags.push(flag);
        }
    }
    Ok(places.into_values().collect())
}

/// Reads a spell of provision.
pub fn read_status(row: &Row<'_>) -> rusqlite::Result<Status> {
    Ok(Status {
        id: StatusId(row.get("id")?),
        code: row.get("code")?,
        from: row.get("from_date")?,
        to: row.get("to_date")?,
        reason: row.get("reason")?,
    })
}

/// Reads a need.
pub fn read_need(row: &Row<'_>) -> rusqlite::Result<Need> {
    Ok(Need {
        id: NeedId(row.get("id")?),
        code: row.get("code")?,
        rank: row.get("rank")?,
        from: row.get("from_date")?,
        to: row.get("to_date")?,
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Pupil> {
    let details = read_details(row)?;
    Ok(Pupil {
        id: PupilId(row.get("id")?),
        case_code: row.get("case_code")?,
        details,
        statuses: Vec::new(),
        needs: Vec::new(),
    })
}

fn read_flags(row: &Row<'_>) -> rusqlite::Result<Flags> {
    Ok(Flags {
        pupil_premium: row.get("pupil_premium")?,
        looked_after: row.get("looked_after")?,
        social_care: row.get("social_care")?,
        eal: row.get("eal")?,
        young_carer: row.get("young_carer")?,
    })
}

/// Reads what is known of a pupil, but for the school's own flags, which have rows of their own.
pub fn read_details(row: &Row<'_>) -> rusqlite::Result<PupilDetails> {
    Ok(PupilDetails {
        surname: row.get("surname")?,
        forename: row.get("forename")?,
        preferred: row.get("preferred")?,
        pronunciation: row.get("pronunciation")?,
        born: row.get("born")?,
        upn: row.get("upn")?,
        admission: row.get("admission")?,
        year_override: row.get("year_override")?,
        class: row.get("class")?,
        flags: read_flags(row)?,
        own_flags: Vec::new(),
        on_roll_from: row.get("on_roll_from")?,
        on_roll_to: row.get("on_roll_to")?,
        note: row.get("note")?,
    })
}
