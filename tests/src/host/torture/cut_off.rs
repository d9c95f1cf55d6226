//! A file for outside the daybook, cut off at every place while it is written.
//!
//! The system is asked to end the process as soon as a file of it grows beyond a length, as a power cut would.

use super::{Load, Tally};
use anyhow::Result;
use std::path::Path;

/// Cuts the saving of a file off, so many kibibytes apart.
#[cfg(not(unix))]
pub fn at_every_place(_: &Path, _: &Load, _: u64) -> Result<Vec<Tally>> {
    Ok(Vec::new())
}

#[cfg(unix)]
pub use unix::at_every_place;

#[cfg(unix)]
mod unix {
    use super::super::{folder, load};
    use super::{Load, Path, Result, Tally};
    use anyhow::{Context, anyhow};
    use serde_json::{Value, json};
    use std::io::Write;
    use std::process::{Command, Stdio};

    /// How long the file is, in kibibytes. Nothing else that grows on opening comes near it.
    const KIBIBYTES: u64 = 4096;
    /// How much of it is written before it is first cut off.
    const FROM: u64 = 1024;

    /// Cuts the saving of a file off, so many kibibytes apart, until it is saved whole.
    pub fn at_every_place(host: &Path, load: &Load, step: u64) -> Result<Vec<Tally>> {
        let (mut times, mut lost, mut cut) = (0, 0, 0);
        let base = tempfile::tempdir()?;
        let document = with_document(load, base.path())?;
        for kibibytes in (FROM..=KIBIBYTES).step_by(usize::try_from(step)?).chain([KIBIBYTES * 2]) {
            let place = tempfile::tempdir()?;
            copy(&folder(base.path()), &folder(place.path()))?;
            let whole = saved(host, place.path(), &document, kibibytes)?;
            times += 1;
            cut += u32::from(!whole);
            lost += u32::from(!nothing_left(place.path(), whole).unwrap_or(false) || whole != (kibibytes >= KIBIBYTES));
        }
        let remark =
            format!("{cut} times cut off; at the next opening what was there before was there, and nothing beside it");
        Ok(vec![Tally { tried: "the saving of a file cut off after so many bytes".to_owned(), times, lost, remark }])
    }

    /// Lays the daybook with a long document in it; returns the document.
    fn with_document(load: &Load, place: &Path) -> Result<Value> {
        load.lay(place)?;
        let (mut host, from) = (load::open(place)?, place.join("report.pdf"));
        std::fs::write(&from, vec![7; usize::try_from(KIBIBYTES * 1024)?])?;
        let details = json!({ "name": "", "date": "2026-10-01", "note": "" });
        let mut ask = |name: &str, args| host.session.call(name, args).map_err(|fault| anyhow!("{name}: {fault}"));
        let kept = ask("document_keep", json!({ "pupil": 1, "details": details, "path": from }))?;
        ask("vault_close", json!({}))?;
        Ok(kept["value"].clone())
    }

    fn copy(from: &Path, to: &Path) -> Result<()> {
        std::fs::create_dir_all(to.join("backups"))?;
        for file in ["daybook.db", "keys.json"] {
            std::fs::copy(from.join(file), to.join(file))?;
        }
        Ok(())
    }

    /// Saves the document over an older one in a process that ends when a file grows beyond a length; whether it could.
    fn saved(host: &Path, place: &Path, document: &Value, kibibytes: u64) -> Result<bool> {
        let out = place.join("out");
        std::fs::create_dir(&out)?;
        std::fs::write(out.join("report.pdf"), "older")?;
        // The unit of `ulimit -f` in POSIX shells is 512 bytes.
        let script = format!("ulimit -c 0; ulimit -f {}; exec \"$0\" --dir \"$1\"", kibibytes * 2);
        let mut child = Command::new("sh")
            .args(["-c", &script])
            .args([host, place])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("the scriptable host does not start")?;
        let mut to = child.stdin.take().context("no standard input")?;
        let save =
            json!({ "call": "document_save_as", "args": { "document": document, "path": out.join("report.pdf") } });
        writeln!(to, "{}\n{save}", load::opening(place))?;
        drop(to);
        let said = String::from_utf8(child.wait_with_output()?.stdout)?;
        Ok(said.lines().filter(|line| line.contains("\"ok\"")).count() == 2)
    }

    /// Whether, once the daybook is opened again, only the file is there: the new one where it was saved, else the older.
    fn nothing_left(place: &Path, whole: bool) -> Result<bool> {
        let mut host = load::open(place)?;
        let log = host.session.call("activity_log", json!({})).map_err(|fault| anyhow!("{fault}"))?;
        let names: Vec<_> =
            std::fs::read_dir(place.join("out"))?.map(|entry| Ok(entry?.file_name())).collect::<Result<_>>()?;
        let there = std::fs::read(place.join("out").join("report.pdf"))?;
        Ok(names == ["report.pdf"]
            && (there == b"older") != whole
            && log.to_string().contains("cut off half-way") != whole)
    }
}
