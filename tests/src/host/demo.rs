//! The sample school's packs as PDF files and page pictures.

use super::Fixed;
use anyhow::{Context, Result, anyhow, bail};
use chrono::{Days, NaiveDateTime};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// The moment the sample is shown at: a Friday afternoon in autumn, so that the packs never depend on the day they are made.
pub const MOMENT: &str = "2026-11-20T16:30:00";

/// A child of the sample school with an EHC plan.
const SHOWN: i64 = 1;

/// Writes every pack of the sample school into a folder, and a picture of each page beside it.
///
/// # Errors
/// Where a pack cannot be made or `pdftoppm` is missing.
pub fn write(out: &Path) -> Result<()> {
    std::fs::create_dir_all(out).context("the folder could not be made")?;
    let scratch = tempfile::tempdir()?;
    let now: NaiveDateTime = MOMENT.parse()?;
    let mut host = Fixed::at(scratch.path(), now);
    call(&mut host, "sample_explore", json!({}))?;
    let next_week = now.date() + Days::new(3);
    for (kind, date, name) in
        [("week_plan", next_week, "week-plan"), ("week_as_it_happened", now.date(), "week-as-it-happened")]
    {
        if kind == "week_plan" {
            call(&mut host, "week_copy", json!({ "from": now.date(), "into": date }))?;
        }
        let pdf = out.join(format!("{name}.pdf"));
        let ask = json!({ "kind": kind, "date": date, "options": {}, "path": pdf });
        call(&mut host, "pack_save", ask)?;
        picture(&pdf, &out.join(name))?;
    }
    let plans = call(&mut host, "plans", json!({ "pupil": SHOWN }))?;
    for (of, names, name) in [
        (json!({ "what": "list", "query": { "group": "class" } }), false, "register-list"),
        (json!({ "what": "changes", "since": "2026-10-20", "scope": "register" }), false, "what-changed"),
        (json!({ "what": "plan", "plan": plans[0]["id"] }), true, "support-plan"),
        (json!({ "what": "profile", "pupil": SHOWN }), true, "profile"),
        (json!({ "what": "provision_map", "by": "class", "ended": false }), false, "provision-map"),
    ] {
        let pdf = out.join(format!("{name}.pdf"));
        call(&mut host, "paper_save", json!({ "of": of, "names": names, "path": pdf }))?;
        picture(&pdf, &out.join(name))?;
    }
    let within = out.join("whole file");
    std::fs::create_dir_all(&within).context("the folder could not be made")?;
    call(&mut host, "child_file", json!({ "pupil": SHOWN, "folder": within }))?;
    Ok(())
}

fn call(host: &mut Fixed, name: &str, args: Value) -> Result<Value> {
    host.session.call(name, args).map_err(|fault| anyhow!("{name}: {fault}"))
}

fn picture(pdf: &Path, prefix: &Path) -> Result<()> {
    let status = Command::new("pdftoppm").args(["-r", "100", "-png"]).arg(pdf).arg(prefix).status();
    match status.context("pdftoppm could not be started; it comes with poppler-utils")? {
        status if status.success() => Ok(()),
        status => bail!("pdftoppm ended with {status}"),
    }
}
