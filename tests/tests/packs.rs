//! The packs of the sample school: the same bytes each time, sound to outside checkers, small enough to send.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::Desk;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Weeks of the sample school: its first, one in the middle of the half term, one that is not closed, and one to come.
const WEEKS: [&str; 5] = ["2026-09-08", "2026-10-08", "2026-11-12", "2026-11-20", "2026-11-26"];

fn packs_in(folder: &Path, weeks: &[&str]) -> Vec<PathBuf> {
    std::fs::create_dir_all(folder).unwrap();
    let mut desk = Desk::at("2026-11-20T16:30:00");
    desk.ask("sample_explore", json!({}));
    let mut packs = Vec::new();
    for date in weeks {
        for kind in ["week_plan", "week_as_it_happened"] {
            let path = folder.join(format!("{kind} {date}.pdf"));
            let ask = json!({ "kind": kind, "date": date, "options": {}, "path": path });
            let saved = desk.ask("pack_save", ask);
            assert!(saved["value"]["bytes"].as_u64().unwrap() < 120_000, "{kind} of {date} is too large");
            packs.push(path);
        }
    }
    packs
}

/// The register of the sample school on paper, by code and by name, and what changed on it.
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "the outside checkers run on Linux"))]
fn lists_in(folder: &Path) -> Vec<PathBuf> {
    let mut desk = Desk::at("2026-11-20T16:30:00");
    desk.ask("sample_explore", json!({}));
    let columns = ["name", "year", "class", "status", "since", "needs", "flags", "born", "upn", "next_review", "note"];
    let wide = json!({ "what": "list", "query": { "scope": "roll", "group": "class", "columns": columns } });
    let changes = json!({ "what": "changes", "since": "2026-09-01", "scope": "register" });
    let usual = json!({ "what": "list", "query": {} });
    let nobody = json!({ "what": "list", "query": { "search": "nobody is called this" } });
    [(usual, false), (wide, true), (changes.clone(), false), (changes, true), (nobody, false)]
        .into_iter()
        .enumerate()
        .map(|(i, (of, names))| {
            let path = folder.join(format!("list {i}.pdf"));
            desk.ask("paper_save", json!({ "of": of, "names": names, "path": path }));
            path
        })
        .collect()
}

#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "the outside checkers run on Linux"))]
fn recovery_sheet_in(folder: &Path) -> PathBuf {
    let mut desk = Desk::set_up();
    let key = desk.ask("recovery_key_make", json!({ "passphrase": desk::WORDS }));
    let path = folder.join("recovery sheet.pdf");
    desk.ask("recovery_sheet_save", json!({ "groups": key["groups"], "path": path }));
    path
}

#[test]
fn every_week_of_the_sample_school_is_two_pages_to_plan_on_and_three_or_four_to_show() {
    let mut desk = Desk::at("2026-11-20T16:30:00");
    desk.ask("sample_explore", json!({}));
    let monday: chrono::NaiveDate = "2026-08-31".parse().unwrap();
    for week in 0..18 {
        let date = monday + chrono::Days::new(week * 7);
        for (kind, most) in [("week_plan", 2), ("week_as_it_happened", 4)] {
            let pack = desk.ask("pack_preview", json!({ "kind": kind, "date": date, "options": {} }));
            let pages = pack["pages"].as_array().unwrap().len();
            assert!(pages <= most, "{kind} of {date}: {pages} pages");
        }
    }
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let (first, second) =
        (packs_in(&dir.path().join("a"), &WEEKS[2..3]), packs_in(&dir.path().join("b"), &WEEKS[2..3]));
    for (a, b) in first.iter().zip(&second) {
        assert!(std::fs::read(a).unwrap() == std::fs::read(b).unwrap(), "{} differs between two runs", a.display());
    }
}

/// The checkers that nobody here wrote are kept beside the checkout; where they are not, this machine asks qpdf alone.
#[test]
#[cfg(target_os = "linux")]
fn outside_checkers_find_them_sound() {
    let dir = tempfile::tempdir().unwrap();
    let mut packs = packs_in(dir.path(), &WEEKS);
    packs.push(recovery_sheet_in(dir.path()));
    packs.extend(lists_in(dir.path()));
    let checker = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/check-pdf");
    if checker.is_file() {
        passes(Command::new("bash").arg(checker).args(&packs));
        return;
    }
    eprintln!("the outside checkers of tags and of PDF/UA are not on this machine: only qpdf is asked");
    for pack in &packs {
        passes(Command::new("qpdf").arg("--check").arg(pack));
    }
}

#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "the outside checkers run on Linux"))]
fn passes(check: &mut Command) {
    let output = check.output().unwrap();
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}
