//! The daybook that every trial starts from, the steps it does, and the state after each of them.

use crate::host::Fixed;
use anyhow::{Result, anyhow, ensure};
use chrono::NaiveDateTime;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Opens the daybook of every trial.
pub const WORDS: &str = "walnut tandem orbit cardigan";

const NOON: &str = "2026-11-02T12:00:00";
const NAME: &str = "Zoë";

/// A closed daybook and what is done to it.
pub struct Load {
    base: TempDir,
    /// The steps, as lines of the scriptable host.
    pub steps: Vec<Value>,
    /// What the daybook shows before the first step and after each.
    pub states: Vec<String>,
}

impl Load {
    /// Makes the daybook and finds out what each of so many steps makes of it.
    ///
    /// # Errors
    /// Where the daybook cannot be made, or too few of the steps can be done.
    pub fn make(steps: usize) -> Result<Self> {
        let base = tempfile::tempdir()?;
        let mut host = at(base.path())?;
        let mut ask =
            |name: &str, args: Value| host.session.call(name, args).map_err(|fault| anyhow!("{name}: {fault}"));
        ask("vault_create", json!({ "within": base.path(), "name": NAME, "passphrase": WORDS }))?;
        ask(
            "school_save",
            json!({ "details": { "name": "Example Primary", "senco": "A. Senco", "head": "A. Head" } }),
        )?;
        for (surname, forename) in [("Nguyễn", "Zoë"), ("Łukasz", "Ada"), ("Ó Súilleabháin", "Ġanni")] {
            ask("pupil_add", json!({ "details": pupil(surname, forename) }))?;
        }
        ask("vault_close", json!({}))?;
        drop(host);

        let trial = tempfile::tempdir()?;
        let mut made = Self { base, steps: Vec::new(), states: Vec::new() };
        made.lay(trial.path())?;
        let mut host = open(trial.path())?;
        made.states.push(picture(&mut host)?);
        for n in 0..steps * 2 {
            let step = step(n);
            let (name, args) = (step["call"].as_str().unwrap_or_default(), step["args"].clone());
            // Such as a redo with nothing to redo, or a block where there is one.
            let done = host.session.call(name, args).is_ok_and(|answer| answer["changed"] != json!([]));
            if done && made.steps.len() < steps {
                made.steps.push(step);
                made.states.push(picture(&mut host)?);
            }
        }
        ensure!(made.steps.len() == steps, "only {} of {steps} steps can be done", made.steps.len());
        Ok(made)
    }

    /// Lays a fresh copy of the daybook into a folder.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn lay(&self, into: &Path) -> Result<PathBuf> {
        let (from, to) = (folder(self.base.path()), folder(into));
        if to.exists() {
            std::fs::remove_dir_all(&to)?;
        }
        std::fs::create_dir_all(to.join("backups"))?;
        for file in ["daybook.db", "keys.json"] {
            std::fs::copy(from.join(file), to.join(file))?;
        }
        Ok(to)
    }

    /// Which states a picture is that of, from the one after so many steps on.
    pub fn is_after(&self, steps: usize, picture: &str) -> bool {
        self.states.iter().skip(steps).any(|state| state == picture)
    }
}

/// The folder of the daybook in a trial's folder.
pub fn folder(within: &Path) -> PathBuf {
    within.join(format!("{NAME}.daybook"))
}

/// The line that opens the daybook.
pub fn opening(within: &Path) -> Value {
    json!({ "call": "vault_open", "args": { "folder": folder(within), "passphrase": WORDS } })
}

/// A host in this folder with nothing open.
pub fn at(within: &Path) -> Result<Fixed> {
    let noon: NaiveDateTime = NOON.parse()?;
    Ok(Fixed::at(within, noon))
}

/// A host in this folder with the daybook open.
pub fn open(within: &Path) -> Result<Fixed> {
    let mut host = at(within)?;
    let args = opening(within)["args"].clone();
    host.session.call("vault_open", args).map_err(|fault| anyhow!("it does not open again: {fault}"))?;
    Ok(host)
}

/// All that a SENCO could see of the daybook.
pub fn picture(host: &mut Fixed) -> Result<String> {
    let mut all = Vec::new();
    for (name, args) in [
        ("register", json!({ "query": { "scope": "roll" } })),
        ("week", json!({ "date": "2026-11-02" })),
        ("setup", json!({})),
        ("pupil", json!({ "pupil": 1 })),
        ("pupil", json!({ "pupil": 2 })),
        ("packs", json!({})),
    ] {
        all.push(host.session.call(name, args).map_err(|fault| anyhow!("{name}: {fault}"))?);
    }
    let session = host.session.call("session", json!({})).map_err(|fault| anyhow!("session: {fault}"))?;
    all.push(session["undo"].clone());
    all.push(session["school"].clone());
    Ok(Value::from(all).to_string())
}

/// Whether the daybook's own check of its pages, its journal and its figures finds nothing.
pub fn is_sound(host: &mut Fixed) -> Result<bool> {
    let check = host.session.call("check", json!({})).map_err(|fault| anyhow!("check: {fault}"))?;
    Ok(check["findings"] == json!([]))
}

/// The steps, mixed as a day mixes them. Some cannot be done where they stand.
fn step(n: usize) -> Value {
    let start = 480 + (n * 7) % 400;
    let of = 1 + n % 3;
    let (name, args) = match n % 11 {
        0 => ("capture", json!({ "line": format!("15m office about step {n}"), "minutes": null })),
        1 => (
            "block_add",
            json!({ "details": {
            "date": "2026-11-02", "start": start, "minutes": 5, "title": format!("Step {n}"), "activity": 1, "place": "school", "pupils": [of] } }),
        ),
        2 => (
            "status_set",
            json!({ "pupil": of, "code": if n.is_multiple_of(2) { "K" } else { "E" }, "from": format!("2026-10-{:02}", 1 + n % 28), "reason": format!("Step {n}") }),
        ),
        3 => (
            "entry_add",
            json!({ "details": {
            "date": "2026-11-02", "start": null, "minutes": 5, "text": format!("Step {n}"), "activity": 2, "place": "home", "kind": "extra",
            "block": null, "interrupted_by": null, "displaced": null, "pupils": [of], "private": false, "provisional": false } }),
        ),
        4 | 8 => ("undo", json!({})),
        5 => ("redo", json!({})),
        6 => (
            "needs_set",
            json!({ "pupil": of, "codes": if n.is_multiple_of(2) { ["SLCN", "SEMH"] } else { ["ASD", "MLD"] }, "from": format!("2026-10-{:02}", 1 + n % 28) }),
        ),
        7 => ("pupil_add", json!({ "details": pupil("Ștefan", &format!("Step {n}")) })),
        9 => (
            "entry_save",
            json!({ "id": 1 + n % 4, "details": {
            "date": "2026-11-02", "start": null, "minutes": 5 + n % 9, "text": format!("Changed in step {n}"), "activity": 2, "place": "home", "kind": "extra",
            "block": null, "interrupted_by": null, "displaced": null, "pupils": [of], "private": false, "provisional": false } }),
        ),
        _ => (
            "school_save",
            json!({ "details": { "name": format!("Example Primary {n}"), "senco": "A. Senco", "head": "A. Head" } }),
        ),
    };
    json!({ "id": n, "call": name, "args": args })
}

fn pupil(surname: &str, forename: &str) -> Value {
    json!({
        "surname": surname, "forename": forename, "preferred": "", "born": "2018-03-04", "upn": "", "admission": "", "year_override": null,
        "class": "Oak", "on_roll_from": null, "on_roll_to": null, "note": "",
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
    })
}
