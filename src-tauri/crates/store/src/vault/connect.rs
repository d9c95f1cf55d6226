//! A keyed connection to a vault's database.

use crate::failure::{damaged, plain};
use crate::keys::DatabaseKey;
use daybook_domain::Outcome;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use zeroize::Zeroizing;

/// Opens a database that exists. A file that its key does not open is damaged.
pub fn connect(database: &Path, key: &DatabaseKey) -> Outcome<Connection> {
    keyed(database, key, OpenFlags::SQLITE_OPEN_READ_WRITE)
}

/// Makes an empty database.
pub fn make(database: &Path, key: &DatabaseKey) -> Outcome<Connection> {
    keyed(database, key, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
}

/// Makes an empty database for a copy to be written into. It needs no journal: until the copy is whole, it is nothing.
pub fn copy_target(database: &Path, key: &DatabaseKey) -> Outcome<Connection> {
    let connection = bare(database, key, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    connection
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        .map_err(plain)?;
    Ok(connection)
}

/// An empty database in memory, with which nothing is kept.
pub fn memory() -> Outcome<Connection> {
    let connection = Connection::open_in_memory().map_err(plain)?;
    connection
        .execute_batch("PRAGMA cipher_memory_security = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;")
        .map_err(plain)?;
    Ok(connection)
}

fn keyed(database: &Path, key: &DatabaseKey, flags: OpenFlags) -> Outcome<Connection> {
    let connection = bare(database, key, flags)?;
    connection.execute_batch(SETTINGS).map_err(plain)?;
    connection.set_prepared_statement_cache_capacity(200);
    Ok(connection)
}

fn bare(database: &Path, key: &DatabaseKey, flags: OpenFlags) -> Outcome<Connection> {
    let connection = Connection::open_with_flags(database, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(plain)?;
    // Before the key: what the library takes from here on, it wipes before giving it back.
    connection.execute_batch("PRAGMA cipher_memory_security = ON").map_err(plain)?;
    let digits = Zeroizing::new(hex::encode(key.as_slice()));
    let keying = Zeroizing::new(format!("PRAGMA key = \"x'{}'\"", digits.as_str()));
    // SQLCipher checks no key when it is given one: a wrong key shows at the first read of a page.
    connection.execute_batch(&keying).map_err(plain)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(plain)?;
    Ok(connection)
}

/// How the file is used. SQLCipher's own settings stay those of its version 4.
///
/// Exclusive locking needs no shared-memory file, which network drives cannot keep; a full sync on every commit because
/// an entry that was said to be kept must be there after the battery ran out.
const SETTINGS: &str = "
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cache_size = -32768;
";

/// Whether all pages that were read were what was written. After one that was not, SQLCipher gives zeros for it and reads
/// no other; so what is in memory is let go, and a page is read again.
pub fn reads_on(connection: &Connection) -> bool {
    let again = connection.execute_batch("PRAGMA shrink_memory");
    again.and_then(|()| connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))).is_ok()
}

/// Refuses a database that is shorter than it says: SQLite would notice only at the first missing page.
pub fn check_length(connection: &Connection, length: u64) -> Outcome<()> {
    let pages: u32 = connection.query_row("PRAGMA page_count", [], |row| row.get(0)).map_err(plain)?;
    // SQLCipher answers in text.
    let size: String = connection.query_row("PRAGMA cipher_page_size", [], |row| row.get(0)).map_err(plain)?;
    let size: u64 = size.parse().map_err(|_| damaged())?;
    if u64::from(pages) * size > length { Err(damaged()) } else { Ok(()) }
}
