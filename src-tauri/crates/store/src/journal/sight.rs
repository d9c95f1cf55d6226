//! What an operation may name where a daybook holds several schools: rows of the one in sight, and of no other.
//!
//! Which school a row is of is read from the tables: its own `school_id`, or that of what it refers to. So whatever is
//! written is held against it here, at the end of the operation, however it came to be named.

use crate::schema::references;
use crate::sql::Sql;
use daybook_domain::ids::SchoolId;
use daybook_domain::{Fault, Outcome};

/// The school in sight, where there is another besides.
pub fn of(sql: Sql<'_>) -> Outcome<Option<SchoolId>> {
    let several: bool = sql.value("SELECT count(*) > 1 FROM school", [])?;
    if !several {
        return Ok(None);
    }
    Ok(crate::access::Reader::new(sql.0).schools().current()?.map(|school| school.id))
}

/// Refuses an operation that changed a row of another school, or one that refers to such a row. Fault: `school.other`.
pub fn check(sql: Sql<'_>, op: i64, school: SchoolId) -> Outcome<()> {
    let tables: Vec<String> =
        sql.all("SELECT DISTINCT table_name FROM change WHERE op_id = ?1", [op], |row| row.get(0))?;
    for table in tables {
        let mut strays = Vec::new();
        for (column, parent) in references(sql.0, &table)? {
            for row in ["before", "after"] {
                if let Some(school) = school_of(sql, &parent, &format!("({row} ->> '$.{column}')"))? {
                    strays.push(format!("{school} <> ?2"));
                }
            }
        }
        if strays.is_empty() {
            continue;
        }
        let strays = strays.join(" OR ");
        let query = format!("SELECT 1 FROM change WHERE op_id = ?1 AND table_name = '{table}' AND ({strays}) LIMIT 1");
        if sql.first(&query, [op, school.0], |_| Ok(()))?.is_some() {
            return Err(other());
        }
    }
    Ok(())
}

/// Refuses a row of another school, for what leaves the daybook or is kept without an operation. A row that is not there
/// is nobody's. Fault: `school.other`.
pub fn check_row(sql: Sql<'_>, table: &str, id: i64) -> Outcome<()> {
    let (Some(school), Some(whose)) = (of(sql)?, school_of(sql, table, "?1")?) else {
        return Ok(());
    };
    let whose: Option<i64> = sql.value(&format!("SELECT {whose}"), [id])?;
    match whose {
        Some(whose) if whose != school.0 => Err(other()),
        _ => Ok(()),
    }
}

/// The expression for the school that a row of a table is of, by the expression for the row's id; none for tables that
/// schools share.
fn school_of(sql: Sql<'_>, table: &str, id: &str) -> Outcome<Option<String>> {
    if table == "school" {
        return Ok(Some(id.to_owned()));
    }
    let mut owners = references(sql.0, table)?;
    if owners.iter().any(|(_, parent)| parent == "school") {
        owners.retain(|(_, parent)| parent == "school");
    }
    let mut schools = Vec::new();
    for (column, parent) in owners.iter().filter(|(_, parent)| parent != table) {
        schools.extend(school_of(sql, parent, &format!("t_{table}.{column}"))?);
    }
    let school = match schools.as_slice() {
        [] => return Ok(None),
        [one] => one.clone(),
        several => format!("coalesce({})", several.join(", ")),
    };
    Ok(Some(format!("(SELECT {school} FROM {table} t_{table} WHERE t_{table}.id = {id})")))
}

fn other() -> Fault {
    Fault::new(
        "school.other",
        "That belongs to another school of this daybook. Nothing was changed; go to that school first, or choose again here.",
    )
}
