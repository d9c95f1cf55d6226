//! Every reader of bytes from outside, fed with bytes that nobody meant to write.
//!
//! A reader is given a whole file, broken by chance or by a fuzzer. It may read it or refuse it with a sentence; it may not
//! panic, and it may not say one thing and do another.

use super::Fixed;
use super::torture::Load;
use anyhow::{Result, anyhow, ensure};
use daybook_app::Fault;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A term's end, an INSET day and a weekly meeting with one week left out, in a zone of its own.
const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261218\r\n\
    SUMMARY:Autumn term ends\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20261102\r\n\
    SUMMARY:INSET day\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:3\r\nDTSTART;TZID=Europe/London:20260908T151500\r\n\
    DTEND;TZID=Europe/London:20260908T160000\r\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=20\r\n\
    EXDATE;TZID=Europe/London:20261110T151500\r\nSUMMARY:Inclusion team\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// Something that reads bytes from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The key slots.
    Slots,
    /// A backup.
    Backup,
    /// A list from a school's system, as text.
    Csv,
    /// A list from a school's system, as a workbook.
    Workbook,
    /// A common transfer file.
    Transfer,
    /// Another program's calendar: school dates and meetings.
    Calendar,
    /// A line typed or pasted into quick capture or quick add.
    Pasted,
    /// A recovery key as it was typed.
    RecoveryKey,
}

impl Reader {
    /// Every reader.
    pub const ALL: [Self; 8] = [
        Self::Slots,
        Self::Backup,
        Self::Csv,
        Self::Workbook,
        Self::Transfer,
        Self::Calendar,
        Self::Pasted,
        Self::RecoveryKey,
    ];
}

/// A desk with an open daybook, at which readers are tried.
pub struct Bench {
    dir: TempDir,
    host: Fixed,
    load: Load,
    backup: Vec<u8>,
}

impl Bench {
    /// Makes the daybook and a backup of it.
    ///
    /// # Errors
    /// Where they cannot be made.
    pub fn set_up() -> Result<Self> {
        let load = Load::make(0)?;
        let dir = tempfile::tempdir()?;
        load.lay(dir.path())?;
        let mut host = super::torture::open(dir.path())?;
        ask(&mut host, "backup_now", json!({}))?;
        let mut bench = Self { dir, host, load, backup: Vec::new() };
        let kept = std::fs::read_dir(bench.folder().join("backups"))?.filter_map(Result::ok).map(|entry| entry.path());
        let newest = kept.filter(|path| path.is_file()).max().ok_or_else(|| anyhow!("no backup was made"))?;
        bench.backup = std::fs::read(newest)?;
        Ok(bench)
    }

    fn folder(&self) -> PathBuf {
        super::torture::folder(self.dir.path())
    }

    /// A file that the reader reads well, to be broken.
    ///
    /// # Errors
    /// Where a fixture is missing.
    pub fn good(&self, reader: Reader) -> Result<Vec<u8>> {
        let fixture = |name: &str| std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name));
        Ok(match reader {
            Reader::Slots => std::fs::read(self.folder().join("keys.json"))?,
            Reader::Backup => self.backup.clone(),
            Reader::Csv => fixture("primary-roll.csv")?,
            Reader::Workbook => fixture("secondary-sen-list.xlsx")?,
            Reader::Transfer => fixture("transfer-in.xml")?,
            Reader::Calendar => CALENDAR.into(),
            Reader::Pasted => "15m Mrs Cook phone about Jacob’s provision @home 9:15".into(),
            Reader::RecoveryKey => b"ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789-ABCD".to_vec(),
        })
    }

    /// Lets the reader read. Whether it read or refused is no matter; how it refuses is.
    ///
    /// # Errors
    /// Where it answers with something that is no sentence, or what was open is so no longer.
    pub fn read(&mut self, reader: Reader, bytes: &[u8]) -> Result<()> {
        let answer = match reader {
            Reader::Slots => self.unlock_with(bytes)?,
            Reader::Backup => {
                let path = self.put("broken.daybook-backup", bytes)?;
                let _ = self.host.session.call("backup_look", json!({ "path": path }));
                let _ = std::fs::remove_dir_all(self.dir.path().join("restored.daybook"));
                let into = json!({ "within": self.dir.path(), "name": "restored" });
                let restored = self.host.session.call(
                    "backup_restore",
                    json!({ "path": path, "secret": super::torture::WORDS, "into": into, "confirm_smaller": false }),
                );
                // What was restored is open now, and the others go on with what was open before.
                let args = super::torture::opening(self.dir.path())["args"].clone();
                ask(&mut self.host, "vault_open", args)?;
                restored
            }
            Reader::Csv => self.preview("roll.csv", bytes)?,
            Reader::Workbook => self.preview("roll.xlsx", bytes)?,
            Reader::Transfer => self.preview("roll.xml", bytes)?,
            Reader::Calendar => {
                let path = self.put("calendar.ics", bytes)?;
                let _ = self.host.session.call("calendar_read", json!({ "year": 2026, "path": path }));
                self.host.session.call("meetings_read", json!({ "date": "2026-11-03", "path": path }))
            }
            Reader::Pasted => {
                let line = String::from_utf8_lossy(bytes);
                let _ = self.host.session.call("task_quick_read", json!({ "line": line }));
                self.host.session.call("capture_read", json!({ "line": line, "minutes": null }))
            }
            Reader::RecoveryKey => {
                let words = String::from_utf8_lossy(bytes);
                self.host
                    .session
                    .call("recovery_sheet_preview", json!({ "groups": words.split('-').collect::<Vec<_>>() }))
            }
        };
        if let Err(fault) = answer {
            check(&fault)?;
        }
        let session = ask(&mut self.host, "session", json!({}))?;
        ensure!(session["state"] == "open", "{reader:?} left the daybook {}", session["state"]);
        Ok(())
    }

    /// Opens a copy of the daybook with these slots.
    fn unlock_with(&mut self, slots: &[u8]) -> Result<Result<Value, Fault>> {
        // A file can ask for half a gibibyte and many passes, which is allowed and slow.
        let text = String::from_utf8_lossy(slots);
        if ["\"memory_kib\": 64,", "\"passes\": 1,"].iter().any(|cheap| !text.contains(cheap)) {
            return Ok(Ok(Value::Null));
        }
        let place = tempfile::tempdir()?;
        let folder = self.load.lay(place.path())?;
        std::fs::write(folder.join("keys.json"), slots)?;
        let mut other = super::torture::at(place.path())?;
        Ok(other.session.call("vault_open", super::torture::opening(place.path())["args"].clone()))
    }

    fn preview(&mut self, name: &str, bytes: &[u8]) -> Result<Result<Value, Fault>> {
        let path = self.put(name, bytes)?;
        let choices = json!({ "left_out": [], "accepted": [], "as_at": "2026-11-02" });
        Ok(self.host.session.call("import_preview", json!({ "path": path, "mapping": null, "choices": choices })))
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let path = self.dir.path().join(name);
        std::fs::write(&path, bytes)?;
        Ok(path)
    }
}

fn ask(host: &mut Fixed, name: &str, args: Value) -> Result<Value> {
    host.session.call(name, args).map_err(|fault| anyhow!("{name}: {fault}"))
}

/// Whether a refusal is a sentence for a person.
fn check(fault: &Fault) -> Result<()> {
    ensure!(
        fault.message.ends_with('.') && fault.message.len() > 20,
        "{}: {:?} is no sentence",
        fault.code,
        fault.message
    );
    Ok(())
}

/// Breaks bytes as files get broken: bits flipped, pieces cut, doubled, swapped, filled with what readers trip over.
pub fn break_up(bytes: &mut Vec<u8>, chance: &mut fastrand::Rng) {
    const NASTY: [&[u8]; 10] = [
        b"\0",
        b"\xff\xfe",
        b"\"",
        b"&a;",
        b"<!DOCTYPE a [<!ENTITY b \"c\">]>",
        b"99999999999999999999",
        b"-1",
        b"\r\n",
        b"=1+1",
        b"\xed\xa0\x80",
    ];
    for _ in 0..chance.usize(1..6) {
        let (from, to) = (chance.usize(0..=bytes.len()), chance.usize(0..=bytes.len()));
        let piece = from.min(to)..from.max(to).min(from.min(to) + 512);
        match chance.u8(0..6) {
            0 if !bytes.is_empty() => {
                let at = chance.usize(0..bytes.len());
                bytes[at] ^= 1 << chance.u32(0..8);
            }
            1 => bytes.truncate(from),
            2 => drop(bytes.drain(piece)),
            3 => {
                let twice = bytes[piece].to_vec();
                bytes.splice(from..from, twice);
            }
            4 => drop(bytes.splice(from..from, NASTY[chance.usize(0..NASTY.len())].iter().copied())),
            _ => bytes[piece].iter_mut().for_each(|byte| *byte = chance.u8(..)),
        }
    }
}
