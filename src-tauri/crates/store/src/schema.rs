//! The shape of the file: which program wrote it, its version, its migrations, its tables.

use crate::failure::{damaged, plain};
use crate::journal;
use daybook_domain::changed::Noun;
use daybook_domain::{Fault, Outcome};
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

/// Says that the file is a daybook: the letters DAYB. The first migration writes it.
const APPLICATION: i32 = 0x4441_5942;

/// The migrations, oldest first. One that has been released is never changed again.
const MIGRATIONS: &[M<'static>] = &[
    M::up(include_str!("migrations/0001.sql")),
    M::up(include_str!("migrations/0002.sql")),
    M::up(include_str!("migrations/0003.sql")),
    M::up(include_str!("migrations/0004.sql")),
];

/// The newest version of the tables this program understands.
pub const NEWEST: u32 = MIGRATIONS.len() as u32;

/// Tables whose rows are not journalled: the journal itself, and what is never undone.
pub const UNJOURNALLED: [&str; 9] = ["op", "change", "open_op", "opening", "log", "draft", "file", "timer", "burden"];

/// Which noun a table's rows belong to, for screens that must read again.
pub const NOUNS: [(&str, Noun); 38] = [
    ("school", Noun::School),
    ("half_term", Noun::Calendar),
    ("day_off", Noun::Calendar),
    ("hours", Noun::Hours),
    ("hours_span", Noun::Hours),
    ("activity", Noun::Activity),
    ("pupil", Noun::Pupil),
    ("status", Noun::Pupil),
    ("need", Noun::Pupil),
    ("flag", Noun::Pupil),
    ("pupil_flag", Noun::Pupil),
    ("profile", Noun::Pupil),
    ("assessment", Noun::Pupil),
    ("document", Noun::Pupil),
    ("plan_kind", Noun::Plan),
    ("support_plan", Noun::Plan),
    ("cycle", Noun::Plan),
    ("outcome", Noun::Plan),
    ("strategy", Noun::Plan),
    ("intervention", Noun::Provision),
    ("provision", Noun::Provision),
    ("saved_view", Noun::View),
    ("week", Noun::Week),
    ("block", Noun::Block),
    ("block_pupil", Noun::Block),
    ("block_outcome", Noun::Block),
    ("entry", Noun::Entry),
    ("entry_pupil", Noun::Entry),
    ("break_mark", Noun::Break),
    ("task_template", Noun::Task),
    ("task", Noun::Task),
    ("task_block", Noun::Task),
    ("task_entry", Noun::Task),
    ("normal_week", Noun::NormalWeek),
    ("normal_block", Noun::NormalWeek),
    ("pack", Noun::Pack),
    ("pack_entry", Noun::Pack),
    ("setting", Noun::Setting),
];

/// How a file's version stands to this program's.
#[derive(Debug, PartialEq, Eq)]
pub enum Version {
    /// Nothing to do.
    Current,
    /// To be backed up and migrated, from this version.
    Older(usize),
}

/// The version of a daybook that exists. Refuses what is no daybook and what a newer version wrote.
pub fn version(connection: &Connection) -> Outcome<Version> {
    let number = |pragma: &str| connection.query_row(pragma, [], |row| row.get::<_, i32>(0)).map_err(plain);
    if number("PRAGMA application_id")? != APPLICATION {
        return Err(damaged());
    }
    let version = usize::try_from(number("PRAGMA user_version")?).map_err(|_| damaged())?;
    match version.cmp(&MIGRATIONS.len()) {
        std::cmp::Ordering::Less => Ok(Version::Older(version)),
        std::cmp::Ordering::Equal => Ok(Version::Current),
        std::cmp::Ordering::Greater => Err(Fault::new(
            "vault.newer",
            "This daybook was written by a newer version. Nothing was changed; install the newer version to open it.",
        )),
    }
}

/// Brings a database to the newest version in one transaction, and its journal to the tables it then has.
pub fn migrate(connection: &mut Connection) -> Outcome<()> {
    Migrations::from_slice(MIGRATIONS).to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => plain(err),
        _ => Fault::new(
            "vault.migration",
            "The daybook could not be brought to this version. It was left as it was, and a backup was kept.",
        ),
    })?;
    journal::keep_triggers(connection)
}

/// The tables of the file, by name.
pub fn tables(connection: &Connection) -> Outcome<Vec<String>> {
    crate::sql::Sql(connection).all(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY name",
        [],
        |row| row.get(0),
    )
}

/// Which columns of a table refer to which other tables.
pub fn references(connection: &Connection, table: &str) -> Outcome<Vec<(String, String)>> {
    crate::sql::Sql(connection).all(
        "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1) ORDER BY id DESC",
        [table],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// How many rows each table has: what a copy must have too.
pub fn count_rows(connection: &Connection) -> Outcome<Vec<(String, i64)>> {
    let count = |table: String| {
        let rows = crate::sql::Sql(connection).value(&format!("SELECT count(*) FROM {table}"), [])?;
        Ok((table, rows))
    };
    tables(connection)?.into_iter().map(count).collect()
}
