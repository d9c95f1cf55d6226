//! What is mended, what is left, and how a check is stopped.

use super::*;
use crate::{Config, Cost, Onlooker};
use chrono::NaiveDateTime;
use serde_json::json;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

fn broken() -> Fault {
    Fault::new("store.unreadable", "It cannot be read.")
}

#[test]
fn one_that_cannot_be_mended_keeps_none_from_it_and_is_never_said_to_be() {
    let all = [Found::Indexes, Found::Guards, Found::Search { pupils: 2 }];
    let twice = |found: &Found| if *found == Found::Indexes { Err(broken()) } else { Ok(()) };
    let mended = mend(&all, Ok(()), twice).unwrap();
    assert_eq!(mended.iter().map(|each| each.code.as_str()).collect::<Vec<_>>(), ["check.guards", "check.search"]);
    for found in &all {
        let left = unmended(found);
        assert!(!left.mended && left.sentence.contains("left as it is"), "{}", left.sentence);
    }
}

#[test]
fn nothing_is_mended_without_a_backup_and_all_is_told() {
    let never = |_: &Found| -> Outcome<()> { panic!("there is no way back") };
    assert!(mend(&[Found::Guards], Err(broken()), never).unwrap().is_empty());
    let stopped = Fault::new("work.cancelled", "It was stopped as you asked. Nothing was changed.");
    assert_eq!(mend(&[Found::Guards], Err(stopped), never).unwrap_err().code, "work.cancelled");
}

#[test]
fn a_closed_week_that_cannot_be_read_is_a_finding() {
    let found = week("2026-11-02".parse().unwrap(), Err(broken()));
    assert_eq!(found.iter().map(|each| each.code.as_str()).collect::<Vec<_>>(), ["check.week"]);
    assert!(found[0].sentence.contains("2 November 2026"), "{}", found[0].sentence);
}

#[test]
fn a_check_tells_how_far_it_is_and_stops_at_any_part_with_nothing_changed() {
    let dir = tempfile::tempdir().unwrap();
    let now: NaiveDateTime = "2026-11-04T09:40:00".parse().unwrap();
    let (cancelled, stop_at) = (Arc::<AtomicBool>::default(), Arc::new(Mutex::new(None)));
    let told = Arc::new(Mutex::new(Vec::new()));
    let (setter, at, all) = (Arc::clone(&cancelled), Arc::clone(&stop_at), Arc::clone(&told));
    let onlooker = Onlooker::new(
        move |progress| {
            all.lock().unwrap().push(progress);
            if *at.lock().unwrap() == Some(progress.doing) {
                setter.store(true, Ordering::Relaxed);
            }
        },
        cancelled,
    );
    let mut session = Session::new(Config {
        config_dir: dir.path().join("config"),
        home: dir.path().to_path_buf(),
        now: Box::new(move || now),
        who: "asha".into(),
        computer: "OFFICE-7".into(),
        cost: Some(Cost::for_tests()),
        onlooker,
    });
    session.call("sample_explore", json!({})).unwrap();
    let log = |session: &mut Session| session.call("activity_log", json!({})).unwrap();
    let before = log(&mut session);
    for part in [Doing::ReadingPages, Doing::Auditing, Doing::AddingUp] {
        *stop_at.lock().unwrap() = Some(part);
        assert_eq!(session.call("check", json!({})).unwrap_err().code, "work.cancelled", "{part:?}");
        assert_eq!(log(&mut session), before, "{part:?}");
    }
    *stop_at.lock().unwrap() = None;
    told.lock().unwrap().clear();
    assert_eq!(session.call("check", json!({})).unwrap()["findings"], json!([]), "an earlier stop is forgotten");
    let told = told.lock().unwrap();
    let mut order: Vec<Doing> = told.iter().map(|progress| progress.doing).collect();
    order.dedup();
    assert_eq!(order, [Doing::ReadingPages, Doing::Auditing, Doing::AddingUp]);
    assert!(told.iter().all(|progress| progress.done <= progress.of));
}
