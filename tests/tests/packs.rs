//! The packs of the sample school: the same bytes each time, sound to outside checkers, small enough to send.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::Desk;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;

fn packs_in(folder: &Path) -> Vec<PathBuf> {
    std::fs::create_dir_all(folder).unwrap();
    let mut desk = Desk::at("2026-11-20T16:30:00");
    desk.ask("sample_explore", json!({}));
    ["week_plan", "week_as_it_happened"]
        .into_iter()
        .map(|kind| {
            let path = folder.join(format!("{kind}.pdf"));
            let ask = json!({ "kind": kind, "date": "2026-11-12", "options": {}, "path": path });
            let saved = desk.ask("pack_save", ask);
            assert!(saved["value"]["bytes"].as_u64().unwrap() < 120_000, "{kind} is too large");
            path
        })
        .collect()
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let (first, second) = (packs_in(&dir.path().join("a")), packs_in(&dir.path().join("b")));
    for (a, b) in first.iter().zip(&second) {
        assert!(std::fs::read(a).unwrap() == std::fs::read(b).unwrap(), "{} differs between two runs", a.display());
    }
}

/// The checkers that nobody here wrote are kept beside the checkout; where they are not, this machine cannot ask them.
#[test]
#[cfg(target_os = "linux")]
fn outside_checkers_find_them_sound() {
    let dir = tempfile::tempdir().unwrap();
    let packs = packs_in(dir.path());
    let checker = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/check-pdf");
    let output = if checker.is_file() {
        Command::new("bash").arg(checker).args(&packs).output().unwrap()
    } else {
        Command::new("qpdf").arg("--check").arg(&packs[0]).output().unwrap()
    };
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}
