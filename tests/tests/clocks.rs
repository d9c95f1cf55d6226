//! Moments at which clocks and calendars play tricks: nothing is lost, doubled or put on another day.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, WORDS};
use serde_json::{Value, json};

/// One after another as the computer's clock told them: midnight, a month's and a year's end, 29 February, the hour that is
/// skipped in spring and the one that comes twice in autumn, and a clock that somebody set back.
const MOMENTS: [&str; 16] = [
    "2026-11-02T23:59:00",
    "2026-11-03T00:00:00",
    "2026-11-30T23:59:59",
    "2026-12-01T00:00:01",
    "2026-12-31T23:59:59",
    "2027-01-01T00:00:00",
    "2027-03-28T00:59:59",
    "2027-03-28T02:00:00",
    "2027-10-31T01:59:59",
    "2027-10-31T01:00:00",
    "2027-10-31T01:59:59",
    "2028-02-28T12:00:00",
    "2028-02-29T00:00:00",
    "2028-02-29T23:59:59",
    "2026-11-02T09:00:00",
    "1999-12-31T23:59:59",
];

fn texts(desk: &mut Desk, date: &str) -> Vec<String> {
    let day = desk.ask("day", json!({ "date": date }));
    let mut texts = Vec::new();
    collect(&day, &mut texts);
    texts.sort();
    texts.dedup();
    texts
}

/// Every captured text somewhere in an answer.
fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) if text.contains("moment ") => texts.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|each| collect(each, texts)),
        Value::Object(all) => all.values().for_each(|each| collect(each, texts)),
        _ => {}
    }
}

#[test]
fn what_is_captured_stands_on_the_day_the_clock_told_whatever_the_clock_did_before() {
    let mut desk = Desk::set_up();
    for (n, moment) in MOMENTS.iter().enumerate() {
        desk.at_time(moment);
        desk.ask("capture", json!({ "line": format!("1m office about moment {n:02}."), "minutes": null }));
        let (date, mark) = (&moment[..10], format!("moment {n:02}."));
        assert!(texts(&mut desk, date).iter().any(|text| text.contains(&mark)), "{moment}");
        let session = desk.ask("session", json!({}));
        assert_eq!(session["today"], json!(date));
        // It locks and opens again at every one of them, and what is undone is the latest, not the last by the clock.
        desk.ask("vault_lock", json!({}));
        desk.ask("vault_unlock", json!({ "passphrase": WORDS }));
        desk.ask("undo", json!({}));
        assert!(!texts(&mut desk, date).iter().any(|text| text.contains(&mark)), "{moment}: undone");
        desk.ask("redo", json!({}));
        assert!(texts(&mut desk, date).iter().any(|text| text.contains(&mark)), "{moment}: done again");
    }
    for (n, moment) in MOMENTS.iter().enumerate() {
        let mark = format!("moment {n:02}.");
        assert!(texts(&mut desk, &moment[..10]).iter().any(|text| text.contains(&mark)), "{moment} is still there");
    }
}

#[test]
fn backups_made_at_such_moments_are_whole_and_each_stands_once() {
    let mut desk = Desk::set_up();
    for (n, moment) in MOMENTS.iter().enumerate() {
        desk.at_time(moment);
        desk.ask("capture", json!({ "line": format!("1m office about moment {n:02}."), "minutes": null }));
        desk.ask("backup_now", json!({}));
    }
    let view = desk.ask("backups", json!({}));
    let rows = view["rows"].as_array().unwrap();
    assert!(rows.len() >= 3, "{view}");
    assert!(rows.iter().all(|row| row["readable"] == true), "{view}");
    let mut files: Vec<&str> = rows.iter().filter_map(|row| row["file"].as_str()).collect();
    let all = files.len();
    files.sort_unstable();
    files.dedup();
    assert_eq!(files.len(), all, "no backup took another's place");
    // What the newest holds is all that was captured, however the clock was set when it was made.
    let most = rows.iter().filter_map(|row| row["entries"].as_u64()).max();
    assert_eq!(most, Some(MOMENTS.len() as u64));
}

#[test]
fn wrong_words_are_slowed_down_and_a_clock_set_back_locks_nobody_out() {
    let mut desk = Desk::set_up();
    desk.ask("vault_lock", json!({}));
    let mut codes = Vec::new();
    for _ in 0..6 {
        codes.push(desk.refused("vault_unlock", json!({ "passphrase": "not these words" })));
    }
    assert!(codes.contains(&"vault.wait".to_owned()), "{codes:?}");
    // The wait begins anew, once, and is never longer than a minute.
    desk.at_time("2026-11-02T07:00:00");
    assert_eq!(desk.refused("vault_unlock", json!({ "passphrase": WORDS })), "vault.wait");
    desk.at_time("2026-11-02T07:01:00");
    desk.ask("vault_unlock", json!({ "passphrase": WORDS }));
}
