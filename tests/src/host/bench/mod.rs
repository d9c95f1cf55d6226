//! Measures the core at the size of a big school and prints a table: figures to read, never to assert.

mod press;
mod sizes;

use super::Fixed;
use anyhow::{Context, Result, anyhow};
use chrono::NaiveDateTime;
use daybook_app::sample;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

const MOMENT: &str = "2026-11-20T16:30:00";
const ROUNDS: usize = 60;

/// One measured thing.
struct Measure {
    what: &'static str,
    times: Vec<Duration>,
    limit: Option<Duration>,
}

/// Measures everything, prints a table, and writes JSON where a file is named.
///
/// # Errors
/// Where a command that is measured fails.
#[allow(clippy::print_stdout, reason = "a developer's command speaks on standard output")]
pub fn run(json_file: Option<&Path>) -> Result<()> {
    let scratch = tempfile::tempdir()?;
    let now: NaiveDateTime = MOMENT.parse()?;
    let folder = scratch.path().join("big.daybook");
    let mut measures = vec![fill(&folder, now)?];
    let mut host = Fixed::at(scratch.path(), now);
    measures.push(unlock(&mut host, &folder)?);
    measures.extend(reads(&mut host)?);
    measures.extend(writes(&mut host)?);
    measures.extend(packs(&mut host, scratch.path())?);
    measures.extend(import(scratch.path(), now)?);
    measures.extend(press::measures()?);
    println!("{:<44} {:>10} {:>10} {:>10} {:>10}", "what", "median", "p95", "most", "limit");
    for measure in &mut measures {
        measure.times.sort();
        let limit = measure.limit.map(shown).unwrap_or_default();
        println!(
            "{:<44} {:>10} {:>10} {:>10} {:>10}",
            measure.what,
            shown(measure.at(50)),
            shown(measure.at(95)),
            shown(measure.at(100)),
            limit
        );
    }
    let sizes = sizes::sizes(&scratch.path().join("pack.pdf"));
    for size in &sizes {
        println!("{:<44} {:>21} {:>21}", size.what, sizes::shown(size.bytes), sizes::shown(size.limit));
    }
    if let Some(file) = json_file {
        let rows: Vec<Value> = measures
            .iter()
            .map(|m| {
                let ms = |d: Duration| d.as_secs_f64() * 1000.0;
                json!({ "what": m.what, "median_ms": ms(m.at(50)), "p95_ms": ms(m.at(95)), "most_ms": ms(m.at(100)), "limit_ms": m.limit.map(ms) })
            })
            .collect();
        let sizes: Vec<Value> =
            sizes.iter().map(|s| json!({ "what": s.what, "bytes": s.bytes, "limit": s.limit })).collect();
        let told = json!({ "times": rows, "sizes": sizes });
        std::fs::write(file, serde_json::to_vec_pretty(&told)?).context("the figures could not be written")?;
    }
    Ok(())
}

impl Measure {
    fn at(&self, percent: usize) -> Duration {
        let last = self.times.len().saturating_sub(1);
        self.times.get(last * percent / 100).copied().unwrap_or_default()
    }
}

fn fill(folder: &Path, now: NaiveDateTime) -> Result<Measure> {
    let began = Instant::now();
    sample::big_vault(folder, WORDS, now, &sample::Scale::big()).map_err(|fault| anyhow!("{fault}"))?;
    Ok(Measure { what: "make the big school (not a command)", times: vec![began.elapsed()], limit: None })
}

const WORDS: &str = "measure the big school slowly";

fn unlock(host: &mut Fixed, folder: &Path) -> Result<Measure> {
    let times = (0..5)
        .map(|_| {
            let began = Instant::now();
            call(host, "vault_open", json!({ "folder": folder, "passphrase": WORDS }))?;
            let took = began.elapsed();
            call(host, "vault_close", json!({}))?;
            Ok(took)
        })
        .collect::<Result<Vec<_>>>()?;
    call(host, "vault_open", json!({ "folder": folder, "passphrase": WORDS }))?;
    Ok(Measure { what: "unlock, key derivation included", times, limit: Some(Duration::from_millis(600)) })
}

fn reads(host: &mut Fixed) -> Result<Vec<Measure>> {
    let limit = Some(Duration::from_millis(10));
    let mut measures = Vec::new();
    for (what, name, args) in [
        ("register, 500 rows", "register", json!({ "query": {} })),
        ("register, everyone on roll", "register", json!({ "query": { "scope": "roll" } })),
        ("register, search", "register", json!({ "query": { "scope": "roll", "search": "zo ngu" } })),
        (
            "register, filters and sort",
            "register",
            json!({ "query": { "statuses": ["K"], "needs": ["SLCN"], "sort": "since", "descending": true } }),
        ),
        (
            "register, grouped, more columns",
            "register",
            json!({ "query": { "scope": "roll", "group": "class", "columns": ["name", "class", "age", "upn", "note"] } }),
        ),
        ("what changed since a month", "register_changes", json!({ "since": "2026-10-20", "scope": "register" })),
        ("find a pupil for a picker", "pupil_find", json!({ "search": "mai", "limit": 8 })),
        ("one record", "pupil", json!({ "pupil": 17 })),
        ("a week", "week", json!({ "date": "2026-11-10" })),
        ("a day", "day", json!({ "date": "2026-11-20" })),
        ("look back, a half-term by kind of work", "look_back", back("activity", "half_term")),
        ("look back, a half-term by child", "look_back", back("child", "half_term")),
        ("look back, a year by interrupter", "look_back", back("interrupter", "year")),
        (
            "look back, the entries of a figure",
            "look_back_entries",
            json!({ "choice": back("planned", "half_term")["choice"], "of": { "is": "out_of_hours" }, "week": null }),
        ),
        ("tasks to do, of 20,000", "tasks", json!({ "scope": "open", "search": "" })),
        ("tasks not being done", "tasks", json!({ "scope": "not_doing", "search": "" })),
        ("tasks settled, searched", "tasks", json!({ "scope": "settled", "search": "199" })),
        (
            "read a captured line",
            "capture_read",
            json!({ "line": "15m Mrs Cook phone about Maisie's provision", "minutes": null }),
        ),
    ] {
        measures.push(Measure { what, times: timed(ROUNDS, || tell(host, name, args.clone()))?, limit });
    }
    let five_years = json!({ "choice": {
        "by": "child", "stretch": { "is": "own", "from": "2021-11-22", "to": "2026-11-20" }, "private": true,
    } });
    let times = timed(ROUNDS / 6, || tell(host, "look_back", five_years.clone()))?;
    measures.push(Measure { what: "look back, five years by child (60,000 entries)", times, limit: None });
    Ok(measures)
}

/// The half-term or the year, grouped.
fn back(by: &str, stretch: &str) -> Value {
    json!({ "choice": { "by": by, "stretch": { "is": stretch }, "private": false } })
}

fn writes(host: &mut Fixed) -> Result<Vec<Measure>> {
    let limit = Some(Duration::from_millis(20));
    let line = json!({ "line": "15m Mrs Cook phone about provision", "minutes": null });
    let capture = timed(ROUNDS, || call(host, "capture", line.clone()))?;
    let undo = timed(ROUNDS / 2, || call(host, "undo", json!({})))?;
    let redo = timed(ROUNDS / 2, || call(host, "redo", json!({})))?;
    let status = timed(ROUNDS / 2, || {
        call(host, "status_set", json!({ "pupil": 900, "code": "K", "from": "2026-11-20", "reason": "measured" }))?;
        call(host, "undo", json!({}))
    })?;
    Ok(vec![
        Measure { what: "capture a line", times: capture, limit },
        Measure { what: "undo", times: undo, limit },
        Measure { what: "redo", times: redo, limit },
        Measure {
            what: "change provision, and undo it (two writes)",
            times: status,
            limit: Some(Duration::from_millis(40)),
        },
    ])
}

fn packs(host: &mut Fixed, scratch: &Path) -> Result<Vec<Measure>> {
    let path = scratch.join("pack.pdf");
    let mut measures = Vec::new();
    for (what, kind) in [("week plan pack", "week_plan"), ("week as it happened pack", "week_as_it_happened")] {
        let ask = json!({ "kind": kind, "date": "2026-11-10", "options": {}, "path": path });
        let times = timed(10, || call(host, "pack_save", ask.clone()))?;
        measures.push(Measure { what, times, limit: Some(Duration::from_millis(40)) });
    }
    Ok(measures)
}

fn import(scratch: &Path, now: NaiveDateTime) -> Result<Vec<Measure>> {
    let mut host = Fixed::at(&scratch.join("import"), now);
    call(&mut host, "vault_create", json!({ "within": scratch, "name": "import", "passphrase": WORDS }))?;
    call(&mut host, "school_save", json!({ "details": { "name": "Measured", "senco": "", "head": "" } }))?;
    let path = scratch.join("roll.csv");
    std::fs::write(&path, sample::roll_as_csv(2_000, now.date()))?;
    let choices = json!({ "left_out": [], "accepted": [], "as_at": now.date() });
    let ask = json!({ "path": path, "mapping": null, "choices": choices });
    let preview = timed(5, || call(&mut host, "import_preview", ask.clone()))?;
    let view = call(&mut host, "import_preview", ask)?;
    let columns: Vec<Value> = view["preview"]["columns"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|column| json!({ "heading": column["heading"], "field": column["field"] }))
        .collect();
    let commit = json!({ "path": path, "mapping": { "columns": columns }, "choices": choices, "fingerprint": view["fingerprint"] });
    let commit = timed(1, || call(&mut host, "import_commit", commit.clone()))?;
    Ok(vec![
        Measure { what: "import of 2,000 pupils: preview", times: preview, limit: Some(Duration::from_millis(300)) },
        Measure { what: "import of 2,000 pupils: commit", times: commit, limit: Some(Duration::from_secs(1)) },
    ])
}

fn timed<T>(rounds: usize, mut work: impl FnMut() -> Result<T>) -> Result<Vec<Duration>> {
    (0..rounds)
        .map(|_| {
            let began = Instant::now();
            work()?;
            Ok(began.elapsed())
        })
        .collect()
}

/// Runs a command as the window does, to the text that goes to the pages.
fn tell(host: &mut Fixed, name: &str, args: Value) -> Result<String> {
    host.session.tell(name, args).map_err(|fault| anyhow!("{name}: {fault}"))
}

fn call(host: &mut Fixed, name: &str, args: Value) -> Result<Value> {
    host.session.call(name, args).map_err(|fault| anyhow!("{name}: {fault}"))
}

fn shown(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}
