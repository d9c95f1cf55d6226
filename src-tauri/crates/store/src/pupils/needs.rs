//! Needs over time, ranked.

use super::Pupils;
use super::read::read_need;
use crate::access::Write;
use crate::failure::gone;
use crate::sql::Sql;
use chrono::NaiveDate;
use daybook_domain::ids::{NeedId, PupilId};
use daybook_domain::pupil::Need;
use daybook_domain::{Fault, Outcome};
use rusqlite::params;

impl Pupils<'_, Write> {
    /// Makes these the needs in force from a day on, the primary one first.
    ///
    /// Needs that are not among them end that day; those that stay where they are keep their dates; one that changes
    /// its rank ends and begins again, so that the order of needs has a history too. What began the same day is
    /// corrected, and what began later takes its new rank from its own first day. Faults: `need.twice`, `need.later` where a
    /// need that is to end began after that day, `need.overlap`.
    pub fn set_needs(&self, pupil: PupilId, codes: &[&str], from: NaiveDate) -> Outcome<()> {
        if let Some(i) = (0..codes.len()).find(|i| codes[..*i].contains(&codes[*i])) {
            return Err(
                Fault::new("need.twice", "The same need is named twice. Nothing was changed.").at(format!("codes.{i}"))
            );
        }
        let sql = self.0.sql();
        let open: Vec<Need> =
            sql.all("SELECT * FROM need WHERE pupil_id = ?1 AND to_date IS NULL ORDER BY rank", [pupil.0], read_need)?;
        let ranked: Vec<(&str, u32)> = codes.iter().copied().zip(1..).collect();
        let rank_of = |need: &Need| ranked.iter().find(|(code, _)| *code == need.code).map(|(_, rank)| *rank);
        for need in open.iter().filter(|need| rank_of(need) != Some(need.rank)) {
            match rank_of(need).filter(|_| from < need.from) {
                Some(rank) => {
                    sql.run("UPDATE need SET rank = ?2 WHERE id = ?1", params![need.id.0, rank])?;
                }
                None => end(sql, need, from)?,
            }
        }
        for (code, rank) in ranked {
            if open.iter().any(|need| need.code == code && (need.rank == rank || from < need.from)) {
                continue;
            }
            // What ended that day and begins again in the same place never ended.
            let reopen = "UPDATE need SET to_date = NULL
                          WHERE pupil_id = ?1 AND code = ?2 AND rank = ?3 AND to_date = ?4";
            if sql.run(reopen, params![pupil.0, code, rank, from])? == 0 {
                let insert = "INSERT INTO need (pupil_id, code, rank, from_date) VALUES (?1, ?2, ?3, ?4)";
                sql.insert(insert, params![pupil.0, code, rank, from])?;
            }
        }
        Ok(())
    }

    /// Corrects the first day of a need. One that took the place of another that day, or changed its rank then, moves
    /// with all that changed that day. Faults: `store.gone`, `need.backwards` where one would begin when it had ended,
    /// `need.overlap` where it or its place was taken on some of those days.
    pub fn correct_need(&self, pupil: PupilId, id: NeedId, from: NaiveDate) -> Outcome<()> {
        let sql = self.0.sql();
        let needs: Vec<Need> = sql.all("SELECT * FROM need WHERE pupil_id = ?1", [pupil.0], read_need)?;
        let Some(wrong) = needs.iter().find(|need| need.id == id) else { return Err(gone()) };
        let day = wrong.from;
        let gave_way = |need: &&Need| need.to == Some(day);
        let changeover = needs.iter().filter(gave_way).any(|need| need.rank == wrong.rank || need.code == wrong.code);
        let moves = |need: &&Need| if changeover { need.from == day } else { need.id == id };
        let ends = |need: &&Need| changeover && gave_way(need);
        if needs.iter().filter(moves).any(|need| need.to.is_some_and(|to| to <= from)) {
            let said = "It ended on that day or before. Nothing was changed; choose an earlier day.";
            return Err(Fault::new("need.backwards", said).at("from"));
        }
        let stays = |need: &&Need| !moves(need) && !ends(need);
        let clashes = |moved: &Need, other: &Need| {
            (other.rank == moved.rank || other.code == moved.code)
                && other.from < moved.to.unwrap_or(NaiveDate::MAX)
                && from < other.to.unwrap_or(NaiveDate::MAX)
        };
        let moved = || needs.iter().filter(moves);
        if needs.iter().filter(ends).any(|need| from <= need.from)
            || needs.iter().filter(stays).any(|other| moved().any(|moved| clashes(moved, other)))
        {
            let said = "Another need held its place on some of those days. Nothing was changed; choose a later day.";
            return Err(Fault::new("need.overlap", said).at("from"));
        }
        let follow = || {
            let mut ending = needs.iter().filter(ends);
            ending.try_for_each(|need| {
                sql.run("UPDATE need SET to_date = ?2 WHERE id = ?1", params![need.id.0, from]).map(|_| ())
            })
        };
        // The table lets no two of one code overlap, not for a moment either.
        if from < day {
            follow()?;
        }
        for need in moved() {
            sql.run("UPDATE need SET from_date = ?2 WHERE id = ?1", params![need.id.0, from])?;
        }
        if day < from { follow() } else { Ok(()) }
    }

    /// Takes away a need that should never have been written down. The one that gave its rank up to it that day holds
    /// on in its place, unless it came to hold at another rank later; those in force behind the place that falls free move
    /// up, so that there is a primary need as long as there is any. Fault: `store.gone`.
    pub fn remove_need(&self, pupil: PupilId, id: NeedId) -> Outcome<()> {
        let sql = self.0.sql();
        let needs: Vec<Need> = sql.all("SELECT * FROM need WHERE pupil_id = ?1", [pupil.0], read_need)?;
        let Some(wrong) = needs.iter().find(|need| need.id == id) else { return Err(gone()) };
        sql.run("DELETE FROM need WHERE id = ?1", [id.0])?;
        let before = needs.iter().find(|need| need.to == Some(wrong.from) && need.rank == wrong.rank);
        let moved = before.and_then(|before| {
            needs.iter().find(|need| {
                need.code == before.code && need.id != before.id && need.id != id && need.from >= wrong.from
            })
        });
        let restore = "UPDATE need SET to_date = ?2 WHERE id = ?1";
        let free = match (before, moved) {
            (Some(before), None) => {
                sql.run(restore, params![before.id.0, wrong.to])?;
                return Ok(());
            }
            // It made room for the wrong one and went behind it the same day, so it never moved.
            (Some(before), Some(moved)) if moved.from == wrong.from && moved.to == wrong.to => {
                sql.run("DELETE FROM need WHERE id = ?1", [moved.id.0])?;
                sql.run(restore, params![before.id.0, wrong.to])?;
                moved.rank
            }
            (Some(_), Some(_)) | (None, _) => wrong.rank,
        };
        if wrong.to.is_some() {
            return Ok(());
        }
        let mut behind: Vec<&Need> = needs.iter().filter(|need| need.to.is_none() && need.rank > free).collect();
        behind.sort_by_key(|need| need.rank);
        behind.into_iter().try_for_each(|need| move_up(sql, pupil, need, wrong.from))
    }
}

/// Gives a need the rank before its own, from a day on or from its own first day where that is later.
fn move_up(sql: Sql<'_>, pupil: PupilId, need: &Need, from: NaiveDate) -> Outcome<()> {
    let rank = need.rank - 1;
    if need.from < from {
        end(sql, need, from)?;
        let insert = "INSERT INTO need (pupil_id, code, rank, from_date) VALUES (?1, ?2, ?3, ?4)";
        return sql.insert(insert, params![pupil.0, need.code, rank, from]).map(|_| ());
    }
    sql.run("UPDATE need SET rank = ?2 WHERE id = ?1", params![need.id.0, rank]).map(|_| ())
}

fn end(sql: Sql<'_>, need: &Need, on: NaiveDate) -> Outcome<()> {
    match need.from.cmp(&on) {
        std::cmp::Ordering::Less => {
            sql.run("UPDATE need SET to_date = ?2 WHERE id = ?1", params![need.id.0, on])?;
        }
        // Written down and corrected on one day: it never held.
        std::cmp::Ordering::Equal => {
            sql.run("DELETE FROM need WHERE id = ?1", [need.id.0])?;
        }
        std::cmp::Ordering::Greater => {
            return Err(Fault::new(
                "need.later",
                "A need in force began after that day. Nothing was changed; choose a later date.",
            )
            .at("from"));
        }
    }
    Ok(())
}
