//! Each time the vault was opened: from these rows two copies of one daybook know where they parted.

use crate::keys::random;
use crate::sql::{Sql, seconds};
use daybook_domain::Outcome;
use daybook_domain::log::Sitting;
use rusqlite::{Connection, params};

/// Writes down that it was opened.
pub fn begin(connection: &Connection, sitting: &Sitting) -> Outcome<()> {
    let mut mark = [0; 16];
    random(&mut mark)?;
    Sql(connection)
        .run(
            "INSERT INTO opening (mark, at, who, computer, last_op)
             VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(id), 0) FROM op))",
            params![hex::encode(mark), seconds(sitting.at), sitting.who, sitting.computer],
        )
        .map(|_| ())
}
