//! A child's whole file in a folder of its own: to be read (PDF), to be taken in elsewhere (open data), and the documents.
//!
//! For passing on when a child moves, and for whoever asks to see what is held of them. What names somebody else is
//! marked in what is read; the data is as it was written.

mod files;
mod plans;
mod record;
mod telling;
mod third;

use crate::safety::leave::{into_new_folder, put, unwritable};
use crate::safety::note_saved;
use crate::session::Session;
use crate::wire::{ChildFile, PaperOf, SaveChildFile};
use chrono::NaiveDateTime;
use daybook_domain::changed::Changed;
use daybook_domain::codes::RulePack;
use daybook_domain::flags::Flag;
use daybook_domain::ids::{EntryId, PlanKindId, PupilId};
use daybook_domain::pupil::Pupil;
use daybook_domain::support::own_key;
use daybook_domain::{Fault, Outcome};
use daybook_exchange::{FileKind, Sender, write_list};
use daybook_pack::{Imprint, packs, to_pdf};
use daybook_store::{Belonging, Op, PackDetails, Reader, Sheet, Vault};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::path::Path;
use third::ThirdParties;

pub(crate) fn save(session: &mut Session, ask: SaveChildFile) -> Outcome<Changed<ChildFile>> {
    let now = session.now();
    let names = session.everybodys_names()?;
    let vault = session.vault()?;
    vault.read().schools().check_in_sight(Belonging::Pupil(ask.pupil))?;
    let within = Path::new(&ask.folder);
    let held = Held::of(vault, ask.pupil)?;
    let mut others = ThirdParties::new(names, &held.staff, held.pupil.case_code.clone());
    let name = format!("SENCO Daybook {} {}", held.pupil.case_code, now.format("%Y-%m-%d %H-%M-%S"));
    let (folder, files) = into_new_folder(session, within, &name, |_, folder| write(folder, &held, &mut others, now))?;
    let school = session.school()?;
    let details = PackDetails {
        kind: "child_file".to_owned(),
        monday: None,
        options: json!({ "names": true, "of": PaperOf::ChildFile { pupil: ask.pupil } }),
        hash: held.fingerprint(),
        at: now,
        entries: Vec::new(),
    };
    let op = Op::lasting("pack", "Whole file saved");
    let noted = session.vault()?.transact(op, now, |tx| tx.packs().record(school, &details).map(|_| ()));
    note_saved(session.vault()?, "a child's whole file", now, || {
        Fault::new(
            "export.not_noted",
            format!(
                "The child's file is saved in “{}”, but the activity log could not note it. Save it once more to have it \
                 noted.",
                folder.display()
            ),
        )
    })?;
    let value = ChildFile { folder: folder.to_string_lossy().into_owned(), files, marked: others.marked() };
    // It lies there, whether or not it could be noted among what was printed.
    Ok(Changed { value, changed: noted.map(|noted| noted.changed).unwrap_or_default(), undo: None })
}

/// Everything that is held of a child.
struct Held {
    pupil: Pupil,
    school: String,
    /// The child's rows, table by table.
    sheets: Vec<Sheet>,
    /// Entries that name the child, each with the day, minutes and words.
    entries: Sheet,
    /// What the numbers of other tables stand for.
    lists: Vec<Sheet>,
    /// Flags of the school's own.
    flags: Vec<Flag>,
    /// What says in any record who somebody is, and who leads the school.
    staff: Vec<String>,
    /// Small files by their hash.
    files: Vec<(String, Vec<u8>)>,
}

impl Held {
    /// What it says, in one number.
    fn fingerprint(&self) -> String {
        let mut digest = Sha256::new();
        for sheet in self.sheets.iter().chain([&self.entries]) {
            digest.update(serde_json::to_vec(&rows(sheet)).unwrap_or_default());
        }
        hex::encode(digest.finalize())
    }

    /// What the numbers stand for that refer to the school's lists: of each list, the rows that are referred to.
    fn referred(&self) -> Map<String, Value> {
        let mut lists = Map::new();
        for list in &self.lists {
            let column = format!("{}_id", list.table);
            let sheets = || self.sheets.iter().chain([&self.entries]);
            let used = |id: &Value| {
                let of_list = sheets().any(|sheet| {
                    let at = sheet.columns.iter().position(|name| *name == column);
                    at.is_some_and(|at| sheet.rows.iter().any(|row| row.get(at) == Some(id)))
                });
                of_list || (list.table == "plan_kind" && self.has_plan_of(id))
            };
            let rows = rows(list);
            let rows = rows.as_array().into_iter().flatten().filter(|row| used(&row["id"]));
            lists.insert(list.table.clone(), rows.map(|row| json!({ "id": row["id"], "name": row["name"] })).collect());
        }
        lists
    }

    /// Whether a plan is of this kind of the school's own.
    fn has_plan_of(&self, kind: &Value) -> bool {
        let key = kind.as_i64().map(|id| Value::from(own_key(PlanKindId(id))));
        let plans = self.sheets.iter().filter(|sheet| sheet.table == "support_plan");
        plans.flat_map(|sheet| &sheet.rows).flatten().any(|cell| Some(cell) == key.as_ref())
    }

    fn of(vault: &Vault, id: PupilId) -> Outcome<Self> {
        let read = vault.read();
        let pupil = read.pupils().get(id)?;
        let school = read.schools().current()?.map(|school| school.details.name).unwrap_or_default();
        // An entry names several children; which ones is no business of this file.
        let mut sheets = read.export().pupil(id)?;
        sheets.retain(|sheet| !matches!(sheet.table.as_str(), "entry_pupil" | "block_pupil"));
        let known = read.export().tables()?;
        let list = |table: &&str| known.iter().any(|name| name == table);
        let lists = ["flag", "intervention", "plan_kind", "activity"].into_iter().filter(|table| list(table));
        let lists = lists.map(|table| read.export().sheet(table)).collect::<Outcome<Vec<Sheet>>>()?;
        let entries = entries(&read, vault.belongings(id)?.entries.into_iter().map(EntryId).collect(), id)?;
        let files = read.export().files(id)?;
        let flags = match read.schools().current()? {
            Some(school) => read.flags().list(school.id)?,
            None => Vec::new(),
        };
        let mut staff = read.export().staff()?;
        staff.extend(
            read.schools().current()?.into_iter().flat_map(|school| [school.details.senco, school.details.head]),
        );
        Ok(Self { pupil, school, sheets, entries, lists, flags, staff, files })
    }
}

/// The entries that still name the child.
fn entries(read: &Reader<'_>, ids: Vec<EntryId>, pupil: PupilId) -> Outcome<Sheet> {
    let columns = ["id", "date", "minutes", "text", "activity_id", "interrupted_by"];
    let mut rows = Vec::new();
    for id in ids {
        let entry = match read.entries().get(id) {
            // What is kept private is in nothing that is handed on.
            Ok(entry) if entry.details.pupils.contains(&pupil) && !entry.details.private => entry.details,
            Ok(_) => continue,
            Err(fault) if fault.code == "store.gone" => continue,
            Err(fault) => return Err(fault),
        };
        rows.push(vec![
            json!(id.0),
            json!(entry.date),
            json!(entry.minutes),
            json!(entry.text),
            json!(entry.activity.map(|id| id.0)),
            json!(entry.interrupted_by),
        ]);
    }
    rows.sort_by(|one, other| one[1].as_str().cmp(&other[1].as_str()));
    Ok(Sheet { table: "entry".to_owned(), columns: columns.map(str::to_owned).to_vec(), rows })
}

fn write(folder: &Path, held: &Held, others: &mut ThirdParties, now: NaiveDateTime) -> Outcome<u32> {
    let disk = |done: std::io::Result<()>| done.map_err(|_| unwritable());
    let code = &held.pupil.case_code;
    let record = record::record(held, others, now.date());
    let details = &held.pupil.details;
    let file = packs::ChildFile {
        case_code: code.clone(),
        name: format!("{} {}", details.forename, details.surname).trim().to_owned(),
        record,
        marked: others.marked(),
    };
    let imprint = Imprint { school: held.school.clone(), prepared_on: now.date(), provenance: String::new() };
    let pdf = to_pdf(&packs::child_file(&file, imprint)).map_err(|_| {
        Fault::new(
            "export.unset",
            "The child's file could not be set in type. Nothing was saved; the record is as it was.",
        )
    })?;
    disk(put(&folder.join(format!("{code}.pdf")), &pdf))?;
    let data = folder.join("data");
    disk(std::fs::create_dir(&data))?;
    let all = held.sheets.iter().chain([&held.entries]);
    let whole = json!({
        "about": "One child's record, as SENCO Daybook keeps it. Each key is a table; each row is as it was written.",
        "written": now.format("%Y-%m-%dT%H:%M:%S").to_string(),
        "case_code": code,
        "tables": all.clone().map(|sheet| (sheet.table.clone(), rows(sheet))).collect::<Map<String, Value>>(),
        "lists": held.referred(),
        "names_of_others": others.places(),
    });
    disk(put(&data.join("record.json"), &serde_json::to_vec_pretty(&whole).unwrap_or_default()))?;
    let sender = Sender { rules: RulePack::england(), school: &held.school, flags: &held.flags, now };
    let mut files = 2;
    for (name, kind) in [("transfer.xml", FileKind::Ctf), ("record.csv", FileKind::Csv)] {
        disk(put(&data.join(name), &write_list(kind, std::slice::from_ref(&held.pupil), sender)?))?;
        files += 1;
    }
    let documents = files::documents(held);
    if !documents.is_empty() {
        disk(std::fs::create_dir(folder.join("documents")))?;
    }
    for (name, bytes) in documents {
        disk(put(&folder.join("documents").join(name), bytes))?;
        files += 1;
    }
    Ok(files)
}

/// Rows as objects, by column.
fn rows(sheet: &Sheet) -> Value {
    let row = |row: &Vec<Value>| {
        Value::Object(sheet.columns.iter().cloned().zip(row.iter().cloned()).collect::<Map<String, Value>>())
    };
    Value::Array(sheet.rows.iter().map(row).collect())
}

#[cfg(test)]
mod tests;
