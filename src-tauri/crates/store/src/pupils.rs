//! Pupils: who they are. Their provision is in [`statuses`], their needs in [`needs`].

mod look_ups;
mod needs;
mod past;
mod read;
mod statuses;

use crate::access::{Access, Write};
use crate::failure::gone;
use crate::fold::fold;
use crate::sql::{Sql, json};
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::ids::{FlagId, PupilId, SchoolId};
use daybook_domain::pupil::{Flags, Pupil, PupilDetails};
pub use look_ups::Named;
use rusqlite::{named_params, params};
use std::collections::{BTreeMap, BTreeSet};

/// Whether a pupil `p` of the school `?1` had provision on any day from `?2` to `?3`, and had not left before.
pub(crate) const ON_REGISTER_BETWEEN: &str = "+p.school_id = ?1 AND (p.on_roll_to IS NULL OR ?2 <= p.on_roll_to)
    AND p.id IN (SELECT t.pupil_id FROM status t WHERE t.from_date <= ?3 AND (t.to_date IS NULL OR ?2 <= t.to_date))";

/// The pupils of the vault.
pub struct Pupils<'v, M>(pub(crate) Access<'v, M>);

impl<M> Pupils<'_, M> {
    /// A pupil's whole record.
    pub fn get(&self, id: PupilId) -> Outcome<Pupil> {
        read::records(self.0.sql(), "p.id = ?1", [id.0])?.pop().ok_or_else(gone)
    }

    /// Everybody a file may speak of: on roll or not, by case code.
    pub fn for_matching(&self, school: SchoolId) -> Outcome<Vec<Pupil>> {
        read::records(self.0.sql(), "p.school_id = ?1", [school.0])
    }

    /// The last day on roll of those of them for whom one is written down.
    pub fn last_days(&self, of: &BTreeSet<PupilId>) -> Outcome<BTreeMap<PupilId, NaiveDate>> {
        let statement = "SELECT id, on_roll_to FROM pupil
                         WHERE id IN (SELECT value FROM json_each(?1)) AND on_roll_to IS NOT NULL";
        let days = self.0.sql().all(statement, [json(of)], |row| Ok((PupilId(row.get(0)?), row.get(1)?)))?;
        Ok(days.into_iter().collect())
    }

    /// Those who had provision, the watch list among it, on any day of a time, both ends included, and had not left before
    /// it.
    pub fn on_register_between(&self, school: SchoolId, from: NaiveDate, to: NaiveDate) -> Outcome<Vec<Pupil>> {
        read::records(self.0.sql(), ON_REGISTER_BETWEEN, params![school.0, from, to])
    }
}

impl Pupils<'_, Write> {
    /// Adds a pupil and gives them a case code that nobody had before and nobody will have again.
    pub fn insert(&self, details: &PupilDetails, school: SchoolId) -> Outcome<PupilId> {
        let sql = self.0.sql();
        // The counter of AUTOINCREMENT never goes back, not even when an insertion is undone.
        let id = 1 + sql
            .first("SELECT seq FROM sqlite_sequence WHERE name = 'pupil'", [], |row| row.get::<_, i64>(0))?
            .unwrap_or(0);
        let case_code = format!("C-{id:04}");
        let (sort_name, search) = folded(details, &case_code);
        let PupilDetails { surname, forename, preferred, born, upn, admission, year_override, class, .. } = details;
        let Flags { pupil_premium, looked_after, social_care, eal, young_carer } = details.flags;
        sql.insert(
            "INSERT INTO pupil
                 (id, school_id, case_code, surname, forename, preferred, pronunciation, born, upn, admission,
                  year_override, class, pupil_premium, looked_after, social_care, eal, young_carer, on_roll_from,
                  on_roll_to, note, sort_name, search)
             VALUES
                 (:id, :school, :case_code, :surname, :forename, :preferred, :pronunciation, :born, :upn, :admission,
                  :year_override, :class, :pupil_premium, :looked_after, :social_care, :eal, :young_carer,
                  :on_roll_from, :on_roll_to, :note, :sort_name, :search)",
            named_params! {
                ":id": id, ":school": school.0, ":case_code": case_code, ":surname": surname, ":forename": forename,
                ":preferred": preferred, ":pronunciation": details.pronunciation, ":born": born, ":upn": upn,
                ":admission": admission, ":year_override": year_override, ":class": class,
                ":pupil_premium": pupil_premium, ":looked_after": looked_after, ":social_care": social_care, ":eal": eal, ":young_carer": young_carer,
                ":on_roll_from": details.on_roll_from, ":on_roll_to": details.on_roll_to, ":note": details.note,
                ":sort_name": sort_name, ":search": search,
            },
        )?;
        self.set_own_flags(PupilId(id), &details.own_flags)?;
        Ok(PupilId(id))
    }

    /// Changes what is known of a pupil.
    pub fn update(&self, id: PupilId, details: &PupilDetails) -> Outcome<()> {
        let sql = self.0.sql();
        let case_code: String =
            sql.first("SELECT case_code FROM pupil WHERE id = ?1", [id.0], |row| row.get(0))?.ok_or_else(gone)?;
        let (sort_name, search) = folded(details, &case_code);
        let PupilDetails { surname, forename, preferred, born, upn, admission, year_override, class, .. } = details;
        let Flags { pupil_premium, looked_after, social_care, eal, young_carer } = details.flags;
        sql.run(
            "UPDATE pupil SET
                 surname = :surname, forename = :forename, preferred = :preferred,
                 pronunciation = :pronunciation, born = :born, upn = :upn, admission = :admission,
                 year_override = :year_override, class = :class,
                 pupil_premium = :pupil_premium, looked_after = :looked_after, social_care = :social_care, eal = :eal,
                 young_carer = :young_carer, on_roll_from = :on_roll_from, on_roll_to = :on_roll_to, note = :note,
                 sort_name = :sort_name, search = :search
             WHERE id = :id",
            named_params! {
                ":id": id.0, ":surname": surname, ":forename": forename, ":preferred": preferred,
                ":pronunciation": details.pronunciation, ":born": born, ":upn": upn, ":admission": admission,
                ":year_override": year_override, ":class": class, ":pupil_premium": pupil_premium, ":looked_after": looked_after, ":social_care": social_care,
                ":eal": eal, ":young_carer": young_carer, ":on_roll_from": details.on_roll_from,
                ":on_roll_to": details.on_roll_to, ":note": details.note, ":sort_name": sort_name, ":search": search,
            },
        )?;
        self.set_own_flags(id, &details.own_flags)
    }

    /// Makes these the school's own flags that a pupil has. Fault: `store.linked` for a flag that there is not.
    pub fn set_own_flags(&self, id: PupilId, flags: &[FlagId]) -> Outcome<()> {
        let (sql, flags) = (self.0.sql(), json(&flags));
        sql.run(
            "DELETE FROM pupil_flag WHERE pupil_id = ?1 AND flag_id NOT IN (SELECT value FROM json_each(?2))",
            params![id.0, flags],
        )?;
        sql.run(
            "INSERT INTO pupil_flag (pupil_id, flag_id) SELECT DISTINCT ?1, value FROM json_each(?2) WHERE true
             ON CONFLICT (pupil_id, flag_id) DO NOTHING",
            params![id.0, flags],
        )?;
        Ok(())
    }
}

/// Pupils whose words to be sorted and found by are not what their names give: id, and what both should be.
pub fn refolded(connection: &rusqlite::Connection) -> Outcome<Vec<(i64, String, String)>> {
    let rows = Sql(connection).all("SELECT * FROM pupil", [], |row| {
        let kept: (String, String) = (row.get("sort_name")?, row.get("search")?);
        Ok((row.get::<_, i64>("id")?, row.get::<_, String>("case_code")?, read::read_details(row)?, kept))
    })?;
    let wrong = rows.into_iter().filter_map(|(id, case_code, details, kept)| {
        let right = folded(&details, &case_code);
        (right != kept).then_some((id, right.0, right.1))
    });
    Ok(wrong.collect())
}

/// What a pupil is sorted by, and where their words are looked for.
fn folded(details: &PupilDetails, case_code: &str) -> (String, String) {
    let PupilDetails { surname, forename, preferred, class, upn, .. } = details;
    let called = if preferred.trim().is_empty() { forename } else { preferred };
    // A line break parts surname and forename, so that "Ng" comes before "Ng Lee" whatever the forenames are.
    let sort_name = format!("{}\n{}", fold(surname), fold(called));
    let search = [surname, forename, preferred, class, upn, case_code].map(fold).join("\n");
    (sort_name, search)
}
