//! Provision over time: one spell at a time, none on top of another.

use super::Pupils;
use super::read::read_status;
use crate::access::Write;
use crate::failure::gone;
use chrono::NaiveDate;
use daybook_domain::ids::{PupilId, StatusId};
use daybook_domain::pupil::Status;
use daybook_domain::{Fault, Outcome};
use rusqlite::params;
use std::cmp::Ordering;

impl Pupils<'_, Write> {
    /// Begins a spell of provision and ends the one it follows on that day.
    ///
    /// A spell in force that began the same day is corrected. One written down late ends where the next begins; inside a
    /// spell that has ended, it takes the rest of that. Refused is the first day of a spell that has ended:
    /// `status.overlap`, and the provision that held that day already: `status.same`.
    pub fn open_status(&self, pupil: PupilId, code: &str, from: NaiveDate, reason: &str) -> Outcome<StatusId> {
        let sql = self.0.sql();
        let holds = |spell: &Status| spell.from <= from && spell.to.is_none_or(|to| from < to);
        let spells = self.spells(pupil)?;
        let now = spells.iter().find(|spell| holds(spell));
        if now.is_some_and(|now| now.code == code) {
            return Err(Fault::new(
                "status.same",
                "That provision is already in force on that day. Nothing was changed.",
            )
            .at("code"));
        }
        match now {
            Some(now) if now.from == from && now.to.is_none() => {
                // Corrected to what came before: that never ended.
                if let Some(before) = spells.iter().find(|spell| spell.to == Some(from) && spell.code == code) {
                    sql.run("DELETE FROM status WHERE id = ?1", [now.id.0])?;
                    sql.run("UPDATE status SET to_date = NULL WHERE id = ?1", [before.id.0])?;
                    return Ok(before.id);
                }
                let correct = "UPDATE status SET code = ?2, reason = ?3 WHERE id = ?1";
                sql.run(correct, params![now.id.0, code, reason])?;
                return Ok(now.id);
            }
            Some(now) if now.from < from => {
                sql.run("UPDATE status SET to_date = ?2 WHERE id = ?1", params![now.id.0, from])?;
            }
            // The table refuses what would overlap.
            Some(_) | None => {}
        }
        let later = spells.iter().map(|spell| spell.from).filter(|begins| *begins > from);
        let next = later.chain(now.and_then(|now| now.to)).min();
        let insert = "INSERT INTO status (pupil_id, code, from_date, to_date, reason) VALUES (?1, ?2, ?3, ?4, ?5)";
        sql.insert(insert, params![pupil.0, code, from, next, reason]).map(StatusId)
    }

    /// Ends the spell in force; `on` is the first day it no longer holds. One that began that day never held, and goes.
    ///
    /// Faults: `status.none`, `status.backwards`.
    pub fn end_status(&self, pupil: PupilId, on: NaiveDate) -> Outcome<()> {
        let Some(open) = self.spells(pupil)?.into_iter().find(|spell| spell.to.is_none()) else {
            return Err(Fault::new("status.none", "There is no provision to end. Nothing was changed.").at("from"));
        };
        let sql = self.0.sql();
        match open.from.cmp(&on) {
            Ordering::Less => sql.run("UPDATE status SET to_date = ?2 WHERE id = ?1", params![open.id.0, on])?,
            Ordering::Equal => sql.run("DELETE FROM status WHERE id = ?1", [open.id.0])?,
            Ordering::Greater => {
                return Err(
                    Fault::new("status.backwards", "It cannot end before it began. Nothing was changed.").at("from")
                );
            }
        };
        Ok(())
    }

    /// Takes away a spell that should never have been written down. The one it followed on without a gap goes on in
    /// its place, as if it had not been. Fault: `store.gone`.
    pub fn remove_status(&self, pupil: PupilId, id: StatusId) -> Outcome<()> {
        let spells = self.spells(pupil)?;
        let Some(wrong) = spells.iter().find(|spell| spell.id == id) else { return Err(gone()) };
        let sql = self.0.sql();
        sql.run("DELETE FROM status WHERE id = ?1", [id.0])?;
        if let Some(before) = spells.iter().find(|spell| spell.to == Some(wrong.from)) {
            sql.run("UPDATE status SET to_date = ?2 WHERE id = ?1", params![before.id.0, wrong.to])?;
        }
        Ok(())
    }

    /// Corrects a spell that was written down wrongly: its code, its first day, its reason. The one it followed on
    /// without a gap ends where it begins now. Faults: `store.gone`, `status.overlap` where it would begin before another
    /// has ended, `status.backwards` where it would begin when it had ended, `status.same` beside a spell of the same code.
    pub fn correct_status(
        &self,
        pupil: PupilId,
        id: StatusId,
        code: &str,
        from: NaiveDate,
        reason: &str,
    ) -> Outcome<()> {
        let spells = self.spells(pupil)?;
        let Some(wrong) = spells.iter().find(|spell| spell.id == id) else { return Err(gone()) };
        let followed = spells.iter().find(|spell| spell.to == Some(wrong.from));
        if wrong.to.is_some_and(|to| to <= from) {
            let said = "It ended on that day or before. Nothing was changed; choose an earlier day.";
            return Err(Fault::new("status.backwards", said).at("from"));
        }
        let before = spells.iter().filter(|spell| spell.from < wrong.from);
        let taken = |spell: &Status| match followed {
            Some(followed) if followed.id == spell.id => from <= spell.from,
            _ => spell.to.is_none_or(|to| from < to),
        };
        if before.clone().any(taken) {
            let said = "The provision before it covers that day. Nothing was changed; choose a later day, or correct that one.";
            return Err(Fault::new("status.overlap", said).at("from"));
        }
        let next_to =
            |spell: &&Status| spell.to == Some(from) || wrong.to == Some(spell.from) || followed == Some(*spell);
        if spells.iter().filter(|spell| spell.id != id).filter(next_to).any(|spell| spell.code == code) {
            let said =
                "The same provision stands beside it without a gap. Nothing was changed; take this one away instead.";
            return Err(Fault::new("status.same", said).at("code"));
        }
        let sql = self.0.sql();
        let follow = || match followed {
            Some(spell) => {
                sql.run("UPDATE status SET to_date = ?2 WHERE id = ?1", params![spell.id.0, from]).map(|_| ())
            }
            None => Ok(()),
        };
        // The table lets no two overlap, not for a moment either.
        if from < wrong.from {
            follow()?;
        }
        let correct = "UPDATE status SET code = ?2, from_date = ?3, reason = ?4 WHERE id = ?1";
        sql.run(correct, params![id.0, code, from, reason])?;
        if wrong.from < from { follow() } else { Ok(()) }
    }

    fn spells(&self, pupil: PupilId) -> Outcome<Vec<Status>> {
        self.0.sql().all("SELECT * FROM status WHERE pupil_id = ?1 ORDER BY from_date", [pupil.0], read_status)
    }
}
