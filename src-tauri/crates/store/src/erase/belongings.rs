//! Which rows are a pupil's: those that refer to the pupil, and those that refer to such, now or in the journal.

use crate::schema::{UNJOURNALLED, references, tables};
use crate::sql::Sql;
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use daybook_domain::ids::PupilId;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// What belongs to a pupil.
#[derive(Debug, Clone)]
pub struct Belongings {
    /// Whose.
    pub pupil: PupilId,
    /// When the pupil was first written down; none where the journal does not know.
    pub since: Option<NaiveDateTime>,
    /// Entries that name the pupil, or did.
    pub entries: BTreeSet<i64>,
    /// Blocks that name the pupil, or did.
    pub blocks: BTreeSet<i64>,
    /// The rows, by table: those that others refer to come first.
    pub(crate) tables: Vec<Owned>,
    /// Their first keys, by table.
    ids: BTreeMap<String, BTreeSet<i64>>,
}

/// The rows of one table that are a pupil's.
#[derive(Debug, Clone)]
pub(crate) struct Owned {
    /// The table.
    pub table: String,
    /// Columns that refer to rows of the pupil, and which rows those are.
    links: Vec<(String, BTreeSet<i64>)>,
}

impl Belongings {
    /// Looks through the tables and the journal.
    pub(crate) fn of(connection: &Connection, pupil: PupilId) -> Outcome<Self> {
        let sql = Sql(connection);
        let references = all_references(connection)?;
        let mut ids: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
        ids.insert("pupil".to_owned(), BTreeSet::from([pupil.0]));
        // Who refers to whom forms no ring, so a few rounds find everything.
        let mut order = vec!["pupil".to_owned()];
        loop {
            let mut grown = false;
            for (table, links) in &references {
                let owned = Owned { table: table.clone(), links: linked(links, &ids) };
                if owned.links.is_empty() {
                    continue;
                }
                if !order.contains(table) {
                    order.push(table.clone());
                }
                let found = owned.ids(sql)?;
                let known = ids.entry(table.clone()).or_default();
                grown |= !found.is_subset(known);
                known.extend(found);
            }
            if !grown {
                break;
            }
        }
        let of = |table: &str| ids.get(table).cloned().unwrap_or_default();
        let (entries, blocks) = (of("entry_pupil"), of("block_pupil"));
        let tables = order
            .into_iter()
            .map(|table| {
                let links = match table.as_str() {
                    "pupil" => vec![("id".to_owned(), of("pupil"))],
                    _ => linked(references.get(&table).map(Vec::as_slice).unwrap_or_default(), &ids),
                };
                Owned { table, links }
            })
            .collect();
        let since = sql.first(
            "SELECT o.at FROM change c JOIN op o ON o.id = c.op_id WHERE c.table_name = 'pupil' AND c.row_id = ?1
             ORDER BY c.id LIMIT 1",
            [pupil.0],
            |row| row.get(0),
        )?;
        Ok(Self { pupil, since, entries, blocks, tables, ids })
    }

    /// How many rows there are of each table, those that have none left out.
    pub(crate) fn counts(&self, sql: Sql<'_>) -> Outcome<Vec<(String, u64)>> {
        let mut counts = Vec::new();
        for owned in &self.tables {
            let rows: i64 =
                sql.value(&format!("SELECT count(*) FROM {} WHERE {}", owned.table, owned.condition("")), [])?;
            if rows > 0 {
                counts.push((owned.table.clone(), u64::try_from(rows).unwrap_or(0)));
            }
        }
        Ok(counts)
    }

    /// The newest operation that touched any of it.
    pub(super) fn last_op(&self, sql: Sql<'_>) -> Outcome<Option<i64>> {
        let mut last = None;
        for owned in &self.tables {
            let newest: Option<i64> =
                sql.value(&format!("SELECT max(op_id) FROM change WHERE {}", owned.journalled()), [])?;
            last = last.max(newest);
        }
        Ok(last)
    }

    /// The first keys of a table's rows that are the pupil's; none where no row of it is.
    pub(super) fn keys(&self, table: &str) -> Option<&BTreeSet<i64>> {
        self.ids.get(table)
    }

    /// Whether something of a row is linked with the pupil.
    pub(super) fn links(&self, table: &str, row: i64) -> bool {
        match table {
            "entry" => self.entries.contains(&row),
            "block" | "block_outcome" => self.blocks.contains(&row),
            _ => false,
        }
    }
}

impl Owned {
    /// Which rows, as a condition on the table.
    pub fn condition(&self, prefix: &str) -> String {
        self.links
            .iter()
            .map(|(column, ids)| format!("{prefix}{column} IN ({})", numbers(ids)))
            .collect::<Vec<_>>()
            .join(" OR ")
    }

    /// Takes the rows away and says how many there were.
    pub fn delete(&self, sql: Sql<'_>) -> Outcome<u64> {
        Ok(sql.run(&format!("DELETE FROM {} WHERE {}", self.table, self.condition("")), [])? as u64)
    }

    /// Takes away what the journal knows of them and says how many changes that was.
    pub fn delete_changes(&self, sql: Sql<'_>) -> Outcome<u64> {
        Ok(sql.run(&format!("DELETE FROM change WHERE {}", self.journalled()), [])? as u64)
    }

    /// Which changes of the journal are of such rows.
    fn journalled(&self) -> String {
        let of = |(column, ids): &(String, BTreeSet<i64>)| {
            let ids = numbers(ids);
            format!("before ->> '$.{column}' IN ({ids}) OR after ->> '$.{column}' IN ({ids})")
        };
        let links = self.links.iter().map(of).collect::<Vec<_>>().join(" OR ");
        format!("table_name = '{}' AND ({links})", self.table)
    }

    /// The first key of each such row, those that are gone and in the journal too.
    fn ids(&self, sql: Sql<'_>) -> Outcome<BTreeSet<i64>> {
        let key: Option<String> = sql.first(
            "SELECT name FROM pragma_table_info(?1) WHERE pk = 1 AND type = 'INTEGER'",
            [&self.table],
            |row| row.get(0),
        )?;
        let mut ids = BTreeSet::new();
        if let Some(key) = key {
            let live = format!("SELECT {key} FROM {} WHERE {}", self.table, self.condition(""));
            ids.extend(sql.all(&live, [], |row| row.get::<_, i64>(0))?);
        }
        let gone = format!("SELECT DISTINCT row_id FROM change WHERE {}", self.journalled());
        ids.extend(sql.all(&gone, [], |row| row.get::<_, i64>(0))?);
        Ok(ids)
    }
}

/// Of every journalled table, which columns refer to which other tables.
fn all_references(connection: &Connection) -> Outcome<BTreeMap<String, Vec<(String, String)>>> {
    let tables = tables(connection)?.into_iter().filter(|table| !UNJOURNALLED.contains(&table.as_str()));
    tables.map(|table| references(connection, &table).map(|links| (table, links))).collect()
}

/// Of these references, those to rows that are known to be the pupil's. An entry is nobody's, whoever it names, and so is
/// a block: what refers to one is no row of the pupil.
fn linked(links: &[(String, String)], ids: &BTreeMap<String, BTreeSet<i64>>) -> Vec<(String, BTreeSet<i64>)> {
    let known = |table: &String| ids.get(table).filter(|ids| !ids.is_empty());
    links.iter().filter_map(|(column, table)| Some((column.clone(), known(table)?.clone()))).collect()
}

/// Numbers only, so that they can stand in a statement.
fn numbers(ids: &BTreeSet<i64>) -> String {
    ids.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
}
