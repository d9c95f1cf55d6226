//! Where two copies of one daybook parted, and what was done in each since.

use crate::access::Access;
use chrono::NaiveDateTime;
use daybook_domain::Outcome;

/// The openings and operations of the vault, as far as copies are compared by them.
pub struct Partings<'v, M>(pub(crate) Access<'v, M>);

/// A time the vault was opened. Copies share those up to the day they parted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// A random number.
    pub mark: String,
    /// When.
    pub at: NaiveDateTime,
    /// The newest operation there was then; 0 where there was none.
    pub last_op: i64,
}

/// An operation by what the undo menu calls it, which holds no pupil's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: NaiveDateTime,
    /// The computer account; empty where the system told none.
    pub who: String,
    /// What.
    pub label: String,
}

impl<M> Partings<'_, M> {
    /// Every opening, oldest first.
    pub fn openings(&self) -> Outcome<Vec<Opening>> {
        self.0.sql().all("SELECT mark, at, last_op FROM opening ORDER BY id", [], |row| {
            Ok(Opening { mark: row.get(0)?, at: row.get(1)?, last_op: row.get(2)? })
        })
    }

    /// What was done after this operation and stands, oldest first.
    pub fn done_since(&self, op: i64) -> Outcome<Vec<Done>> {
        self.0.sql().all("SELECT at, who, label FROM op WHERE id > ?1 AND undone_at IS NULL ORDER BY id", [op], |row| {
            Ok(Done { at: row.get(0)?, who: row.get(1)?, label: row.get(2)? })
        })
    }
}
