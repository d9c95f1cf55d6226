//! Provision and needs of a pupil who comes with a history: spells as they were, each with its own days.

use super::Pupils;
use crate::access::Write;
use chrono::NaiveDate;
use daybook_domain::Outcome;
use daybook_domain::ids::{NeedId, PupilId, StatusId};
use rusqlite::params;

impl Pupils<'_, Write> {
    /// Writes down a spell of provision; `to` is the first day it no longer held. Fault: `status.overlap`.
    pub fn add_spell(
        &self,
        pupil: PupilId,
        code: &str,
        (from, to): (NaiveDate, Option<NaiveDate>),
        reason: &str,
    ) -> Outcome<StatusId> {
        let insert = "INSERT INTO status (pupil_id, code, from_date, to_date, reason) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.0.sql().insert(insert, params![pupil.0, code, from, to, reason]).map(StatusId)
    }

    /// Writes down a need over a time; `to` is the first day it no longer held. Fault: `need.overlap`.
    pub fn add_need(
        &self,
        pupil: PupilId,
        (code, rank): (&str, u32),
        (from, to): (NaiveDate, Option<NaiveDate>),
    ) -> Outcome<NeedId> {
        let insert = "INSERT INTO need (pupil_id, code, rank, from_date, to_date) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.0.sql().insert(insert, params![pupil.0, code, rank, from, to]).map(NeedId)
    }
}
