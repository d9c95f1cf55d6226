//! Taking every row that can still be read out of a file that is damaged, into another of this version's shape.
//!
//! Tables are read by themselves and never through an index, so that a damaged index costs nothing. Where a page cannot
//! be read, the rows before and after it are. After SQLCipher has met such a page it reads nothing any more, so the file
//! is opened afresh each time.

use crate::failure::plain;
use crate::journal::Shape;
use crate::schema::{migrate, tables};
use crate::vault::{memory, reads_on};
use daybook_domain::Outcome;
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, ToSql, params_from_iter};

/// How often the file is opened afresh for the rows between those that can be read from both ends of a table.
const MOST_TRIES: usize = 200;

/// The operation under way, which a file that was closed never has, is not taken along.
const UNDER_WAY: &str = "open_op";

/// Where SQLite keeps the numbers that were given once.
const COUNTERS: &str = "sqlite_sequence";

/// How a file is opened afresh.
pub type Open<'a> = &'a dyn Fn() -> Outcome<Connection>;

/// A file that is read as far as it can be.
pub struct Source<'a> {
    connection: Connection,
    open: Open<'a>,
}

impl<'a> Source<'a> {
    /// Opens it. Nobody else may have it open.
    pub fn open(open: Open<'a>) -> Outcome<Self> {
        Ok(Self { connection: open()?, open })
    }

    fn again(&mut self) -> Outcome<()> {
        // Closed first: it is open for one at a time.
        self.connection = memory()?;
        self.connection = (self.open)()?;
        Ok(())
    }

    /// The tables of which a file built anew would not have every row.
    pub fn lost(&mut self) -> Outcome<Vec<String>> {
        let mut into = memory()?;
        migrate(&mut into)?;
        let mut lost = Vec::new();
        fill(&mut into, |transaction, names| {
            for table in parts(&self.connection)? {
                if !carries(&self.connection, transaction, names, &table)? {
                    lost.push(table);
                    self.again()?;
                }
            }
            Ok(())
        })?;
        Ok(lost)
    }

    /// As [`copy`], with what can be read around the pages that cannot.
    pub fn copy(&mut self, into: &mut Connection) -> Outcome<()> {
        fill(into, |transaction, names| {
            let present = tables(&self.connection)?;
            for table in names.iter().filter(|table| present.contains(table)) {
                let (shape, insert) = pair(&self.connection, transaction, table, "INSERT OR IGNORE")?;
                let mut statement = transaction.prepare(&insert).map_err(plain)?;
                self.read(&shape, &mut |row| statement.execute(params_from_iter(row)).map(|_| ()))?;
            }
            raise_counters(&self.connection, transaction)
        })
    }

    fn read(&mut self, shape: &Shape, take: &mut Take<'_>) -> Outcome<()> {
        let (before, whole) = run(&self.connection, shape, &forward(shape), &[], take)?;
        if whole {
            return Ok(());
        }
        self.again()?;
        let (after, _) = run(&self.connection, shape, &ordered(shape, "DESC"), &[], take)?;
        self.again()?;
        let (Some(last), [key]) = (after, shape.key.as_slice()) else { return Ok(()) };
        let one = format!("{} WHERE {key} = ?1", select(shape));
        let mut tries = 0;
        for id in before.map_or(1, |id| id + 1)..last {
            if !run(&self.connection, shape, &one, &[&id], take)?.1 {
                self.again()?;
                tries += 1;
                if tries == MOST_TRIES {
                    break;
                }
            }
        }
        Ok(())
    }
}

/// Copies every row of every table, by the names of columns, into this version's tables, which are empty. Gives whether it
/// can be said that every one was read and came out again; where not, `into` is not to be used.
pub fn copy(from: &Connection, into: &mut Connection) -> Outcome<bool> {
    let mut whole = true;
    fill(into, |transaction, names| {
        for table in parts(from)? {
            whole = whole && carries(from, transaction, names, &table)?;
        }
        Ok(())
    })?;
    Ok(whole)
}

/// What rows are copied of: the tables, and then the numbers that were given once.
fn parts(from: &Connection) -> Outcome<Vec<String>> {
    let tables = tables(from)?.into_iter().filter(|table| table != UNDER_WAY);
    Ok(tables.chain([COUNTERS.to_owned()]).collect())
}

/// Copies a table, and gives whether every row was read and came out again.
fn carries(from: &Connection, into: &Connection, names: &[String], table: &str) -> Outcome<bool> {
    if table == COUNTERS {
        raise_counters(from, into)?;
        return Ok(reads_on(from));
    }
    let rows = || count(from, table);
    if !names.iter().any(|name| name == table) {
        return Ok(rows() == Some(0));
    }
    let (shape, insert) = pair(from, into, table, "INSERT")?;
    let known = shape.columns == Shape::of(from, table)?.columns;
    let mut statement = into.prepare(&insert).map_err(plain)?;
    let mut refused = false;
    let mut take = |row: Vec<Value>| match statement.execute(params_from_iter(row)) {
        // What the tables of this version do not let in would be lost.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            refused = true;
            Ok(())
        }
        done => done.map(|_| ()),
    };
    let read = run(from, &shape, &forward(&shape), &[], &mut take)?.1;
    // The last page may have been given as zeros, which is told only at the next that is read.
    Ok(known && read && !refused && reads_on(from) && rows().is_some_and(|rows| Some(rows) == count(into, table)))
}

/// Where rows go.
type Take<'t> = dyn FnMut(Vec<Value>) -> rusqlite::Result<()> + 't;

/// Lets rows in as in a replay: no guard refuses one, and no trigger journals it again.
fn fill(into: &mut Connection, work: impl FnOnce(&Connection, &[String]) -> Outcome<()>) -> Outcome<()> {
    into.execute_batch("PRAGMA foreign_keys = OFF").map_err(plain)?;
    let names: Vec<String> = tables(into)?.into_iter().filter(|table| table != UNDER_WAY).collect();
    let transaction = into.transaction().map_err(plain)?;
    transaction.execute_batch("INSERT INTO open_op (only_one, op_id, replaying) VALUES (1, 0, 1)").map_err(plain)?;
    work(&transaction, &names)?;
    transaction.execute_batch("DELETE FROM open_op").map_err(plain)?;
    transaction.commit().map_err(plain)?;
    into.execute_batch("PRAGMA foreign_keys = ON").map_err(plain)
}

/// The columns that both have, and the statement that takes them in.
fn pair(from: &Connection, into: &Connection, table: &str, insert: &str) -> Outcome<(Shape, String)> {
    let mut shape = Shape::of(from, table)?;
    let known = Shape::of(into, table)?.columns;
    shape.columns.retain(|column| known.contains(column));
    let marks = vec!["?"; shape.columns.len()].join(", ");
    let insert = format!("{insert} INTO {table} ({}) VALUES ({marks})", shape.columns.join(", "));
    Ok((shape, insert))
}

/// How many rows a table has, whatever its indexes say; none where it cannot be read.
fn count(connection: &Connection, table: &str) -> Option<i64> {
    connection.query_row(&format!("SELECT count(*) FROM {table} NOT INDEXED"), [], |row| row.get(0)).ok()
}

/// Numbers that were given once are not given again.
fn raise_counters(from: &Connection, into: &Connection) -> Outcome<()> {
    let Ok(mut counters) = from.prepare("SELECT name, seq FROM sqlite_sequence") else { return Ok(()) };
    let rows = counters.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)));
    for (name, seq) in rows.into_iter().flatten().flatten() {
        let raise = "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1";
        if into.execute(raise, (&name, seq)).map_err(plain)? == 0 {
            into.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)", (&name, seq)).map_err(plain)?;
        }
    }
    Ok(())
}

fn select(shape: &Shape) -> String {
    let first = shape.key.first().map_or("rowid", String::as_str);
    format!("SELECT {first}, {} FROM {} NOT INDEXED", shape.columns.join(", "), shape.table)
}

fn ordered(shape: &Shape, way: &str) -> String {
    let order = shape.key.iter().map(|key| format!("{key} {way}")).collect::<Vec<_>>().join(", ");
    format!("{} ORDER BY {order}", select(shape))
}

fn forward(shape: &Shape) -> String {
    ordered(shape, "ASC")
}

/// Hands on rows until one cannot be read: the number of the last, and whether that was all. A fault is of what takes
/// them.
fn run(
    from: &Connection,
    shape: &Shape,
    sql: &str,
    params: &[&dyn ToSql],
    take: &mut Take<'_>,
) -> Outcome<(Option<i64>, bool)> {
    let mut last = None;
    let Ok(mut statement) = from.prepare(sql) else { return Ok((last, false)) };
    let Ok(mut rows) = statement.query(params) else { return Ok((last, false)) };
    loop {
        let row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => return Ok((last, true)),
            Err(_) => return Ok((last, false)),
        };
        let cells: rusqlite::Result<Vec<Value>> = (1..=shape.columns.len()).map(|i| row.get(i)).collect();
        let Ok(cells) = cells else { return Ok((last, false)) };
        last = row.get(0).ok().or(last);
        take(cells).map_err(plain)?;
    }
}
