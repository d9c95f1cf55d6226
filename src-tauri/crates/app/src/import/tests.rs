//! An import tells how far it is, and keeps nothing of one that is stopped.

use crate::{Config, Cost, Onlooker, Session};
use chrono::NaiveDateTime;
use daybook_domain::progress::Doing;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

#[test]
fn an_import_that_is_stopped_half_way_keeps_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let now: NaiveDateTime = "2026-11-04T09:40:00".parse().unwrap();
    let (cancelled, stops) = (Arc::<AtomicBool>::default(), Arc::new(AtomicBool::new(true)));
    let told = Arc::new(Mutex::new(Vec::new()));
    let (setter, stop, all) = (Arc::clone(&cancelled), Arc::clone(&stops), Arc::clone(&told));
    let onlooker = Onlooker::new(
        move |progress| {
            all.lock().unwrap().push(progress);
            if progress.doing == Doing::Importing && progress.done > 0 && stop.load(Ordering::Relaxed) {
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
    let mut list = String::from("Surname,Forename,DOB\n");
    for at in 0..90 {
        writeln!(list, "Listed{at},Child,01/02/2018").unwrap();
    }
    let path = dir.path().join("list.csv");
    std::fs::write(&path, list).unwrap();
    let choices = json!({ "left_out": [], "accepted": [], "refused": [], "as_at": "2026-11-04" });
    let ask = json!({ "path": path, "text": null, "mapping": null, "choices": choices });
    let view = session.call("import_preview", ask).unwrap();
    let columns = view["preview"]["columns"].as_array().unwrap();
    let columns: Vec<Value> =
        columns.iter().map(|column| json!({ "heading": column["heading"], "field": column["field"] })).collect();
    let commit = json!({
        "path": path, "text": null, "mapping": { "columns": columns }, "choices": choices,
        "fingerprint": view["fingerprint"], "leaving": null
    });
    let roll = |session: &mut Session| {
        session.call("register", json!({ "query": { "scope": "roll" } })).unwrap()["in_scope"].as_u64().unwrap()
    };
    let before = roll(&mut session);
    assert_eq!(session.call("import_commit", commit.clone()).unwrap_err().code, "work.cancelled");
    assert_eq!(roll(&mut session), before, "some were written, and all were taken back");
    stops.store(false, Ordering::Relaxed);
    told.lock().unwrap().clear();
    session.call("import_commit", commit).unwrap();
    assert_eq!(roll(&mut session), before + 90, "an earlier stop is forgotten");
    let told = told.lock().unwrap();
    let far: Vec<u64> = told.iter().filter(|each| each.doing == Doing::Importing).map(|each| each.done).collect();
    assert_eq!(far, [0, 20, 40, 60, 80]);
}
