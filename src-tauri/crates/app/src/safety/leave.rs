//! Leaving with everything: one folder with each table as CSV and as JSON, and what they mean.

use super::{described, half_written, note_saved};
use crate::session::Session;
use crate::wire::{Exported, IntoFolder};
use chrono::NaiveDateTime;
use daybook_domain::{Fault, Outcome};
use daybook_exchange::to_csv;
use daybook_store::{Reader, Sheet, rename_patiently};
use serde_json::{Map, Value};
use std::io;
use std::path::{Path, PathBuf};

/// Writes everything into a new folder inside the one that was chosen. Whole or not at all: it gets its name last.
pub(crate) fn export_everything(session: &mut Session, ask: IntoFolder) -> Outcome<Exported> {
    let now = session.now();
    let within = Path::new(&ask.folder);
    session.vault()?;
    let name = format!("SENCO Daybook export {}", now.format("%Y-%m-%d %H-%M-%S"));
    let (folder, (files, rows)) =
        into_new_folder(session, within, &name, |session, folder| write(&session.vault()?.read(), folder, now))?;
    note_saved(session.vault()?, "everything", now, || {
        Fault::new(
            "export.not_noted",
            format!(
                "Everything is saved in “{}”, but the activity log could not note it. Save it once more to have it noted.",
                folder.display()
            ),
        )
    })?;
    Ok(Exported { folder: folder.to_string_lossy().into_owned(), files, rows })
}

/// Makes a folder with everything in it that `write` puts there. Whole or not at all: it gets its name last, and what a
/// crash cuts off is taken away as a daybook is next opened.
pub(crate) fn into_new_folder<T>(
    session: &mut Session,
    within: &Path,
    name: &str,
    write: impl FnOnce(&mut Session, &Path) -> Outcome<T>,
) -> Outcome<(PathBuf, T)> {
    let building = half_written::begin(session, within)?;
    let written = write(session, building.path()).and_then(|written| {
        let folder = free_name(within, name);
        rename_patiently(building.path(), &folder).map_err(|_| unwritable())?;
        Ok((folder, written))
    });
    if written.is_ok() {
        // It has its real name now, so there is nothing left to clear away.
        building.keep();
    } else {
        drop(building);
    }
    half_written::forget(session);
    written
}

fn write(read: &Reader<'_>, folder: &Path, now: NaiveDateTime) -> Outcome<(u32, u64)> {
    let put = |name: String, bytes: &[u8]| put(&folder.join(name), bytes).map_err(|_| unwritable());
    let mut about = introduction(now);
    let (mut files, mut rows) = (1, 0);
    for table in read.export().tables()? {
        let sheet = read.export().sheet(&table)?;
        put(format!("{table}.csv"), &csv(&sheet))?;
        put(format!("{table}.json"), &json(&sheet))?;
        about.push_str(&description(&sheet));
        files += 2;
        rows += sheet.rows.len() as u64;
    }
    put("README.txt".to_owned(), about.as_bytes())?;
    Ok((files, rows))
}

/// Writes a file to the disk.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    std::fs::write(path, bytes)?;
    std::fs::OpenOptions::new().write(true).open(path)?.sync_all()
}

fn csv(sheet: &Sheet) -> Vec<u8> {
    let headings: Vec<&str> = sheet.columns.iter().map(String::as_str).collect();
    let cell = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    to_csv(&headings, sheet.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<String>>()))
}

fn json(sheet: &Sheet) -> Vec<u8> {
    let row =
        |row: &Vec<Value>| Value::Object(sheet.columns.iter().cloned().zip(row.iter().cloned()).collect::<Map<_, _>>());
    let rows: Vec<Value> = sheet.rows.iter().map(row).collect();
    serde_json::to_vec_pretty(&rows).unwrap_or_default()
}

fn introduction(now: NaiveDateTime) -> String {
    format!(
        "Everything in a SENCO Daybook, written {}.\r\n\r\n\
         It is not encrypted: keep it where nobody else can read it, and delete it when it is no longer needed.\r\n\r\n\
         Each table is here twice. The .csv files open in any spreadsheet; they are UTF-8, an empty cell may be an empty \
         text or none, and a text that a spreadsheet would take for a formula has an apostrophe before it. The .json \
         files hold every value as it is.\r\n",
        now.format("%-d %B %Y at %H:%M")
    )
}

fn description(sheet: &Sheet) -> String {
    let mut text = format!("\r\n{}\r\n", sheet.table);
    if let Some(said) = described::table(&sheet.table) {
        text.push_str(&format!("{said}\r\n"));
    }
    for column in &sheet.columns {
        let said = described::column(&sheet.table, column).unwrap_or("Not described.");
        text.push_str(&format!("  {column}: {said}\r\n"));
    }
    text
}

fn free_name(within: &Path, name: &str) -> PathBuf {
    let named = |n: u32| if n == 1 { name.to_owned() } else { format!("{name} ({n})") };
    (1..)
        .map(|n| within.join(named(n)))
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or_else(|| within.join(name))
}

/// What is said where nothing can be written.
pub(crate) fn unwritable() -> Fault {
    Fault::new(
        "export.unwritable",
        "The folder could not be written to. Nothing was saved; choose another, or make some room on its drive.",
    )
    .at("folder")
}

#[cfg(test)]
mod tests {
    use super::*;
    use daybook_domain::log::Sitting;
    use daybook_exchange::original;
    use daybook_store::{Cost, Vault};

    fn vault(place: &Path) -> Vault {
        let now: NaiveDateTime = "2026-11-20T16:00:00".parse().unwrap();
        let sitting = Sitting { at: now, who: "asha".into(), computer: "OFFICE-7".into() };
        let mut vault =
            crate::vaults::begin(&place.join("x.daybook"), "walnut tandem orbit", Cost::for_tests(), &sitting).unwrap();
        crate::sample::fill(
            &mut vault,
            now,
            &crate::sample::Scale { school_weeks: 3, roll: 40, ..crate::sample::Scale::sample() },
        )
        .unwrap();
        vault
            .transact(daybook_store::Op::new("test", "Test"), now, |tx| tx.settings().set("=1+1", &"a,\"b\"\nc"))
            .unwrap();
        vault
    }

    #[test]
    fn rows_in_the_files_are_the_rows_in_the_tables_and_every_column_is_described() {
        let place = tempfile::tempdir().unwrap();
        let (vault, out) = (vault(place.path()), place.path().join("out"));
        std::fs::create_dir(&out).unwrap();
        let (files, rows) = write(&vault.read(), &out, "2026-11-20T16:00:00".parse().unwrap()).unwrap();
        assert_eq!(files as usize, std::fs::read_dir(&out).unwrap().count());
        let about = std::fs::read_to_string(out.join("README.txt")).unwrap();
        assert!(!about.contains("Not described."), "{about}");
        let mut seen = 0;
        for table in vault.read().export().tables().unwrap() {
            let sheet = vault.read().export().sheet(&table).unwrap();
            assert!(described::table(&table).is_some(), "{table}");
            seen += sheet.rows.len() as u64;
            let json: Vec<Map<String, Value>> =
                serde_json::from_slice(&std::fs::read(out.join(format!("{table}.json"))).unwrap()).unwrap();
            let values: Vec<Vec<Value>> =
                json.iter().map(|row| sheet.columns.iter().map(|column| row[column].clone()).collect()).collect();
            assert_eq!(values, sheet.rows, "{table}.json");
            let bytes = std::fs::read(out.join(format!("{table}.csv"))).unwrap();
            let text = std::str::from_utf8(&bytes).unwrap().strip_prefix('\u{feff}').unwrap();
            let cells = parse(text);
            assert_eq!(cells[0], sheet.columns, "{table}.csv");
            let written: Vec<Vec<String>> = sheet
                .rows
                .iter()
                .map(|row| {
                    row.iter()
                        .map(|value| {
                            value.as_str().map_or_else(
                                || if value.is_null() { String::new() } else { value.to_string() },
                                str::to_owned,
                            )
                        })
                        .collect()
                })
                .collect();
            let read: Vec<Vec<String>> =
                cells[1..].iter().map(|row| row.iter().map(|cell| original(cell).to_owned()).collect()).collect();
            assert_eq!(read, written, "{table}.csv");
            assert!(cells.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{table}.csv");
        }
        assert_eq!(rows, seen);
    }

    /// Reads CSV by its rules: fields in quotes may hold commas, doubled quotes and line breaks.
    fn parse(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match (letter, quoted) {
                ('"', true) if letters.peek() == Some(&'"') => cell.extend(letters.next()),
                ('"', _) => quoted = !quoted,
                (',', false) => row.push(std::mem::take(&mut cell)),
                ('\r', false) => {}
                ('\n', false) => {
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                (letter, _) => cell.push(letter),
            }
        }
        rows
    }
}
