//! Making, choosing and leaving daybooks: what fails leaves the one that is open as it was.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, WORDS};
use serde_json::json;

#[test]
fn a_sample_school_that_cannot_be_made_leaves_the_open_daybook_open() {
    let mut desk = Desk::set_up();
    let before = desk.picture();
    let (config, aside) = (desk.dir().join("config"), desk.dir().join("aside"));
    std::fs::rename(&config, &aside).unwrap();
    std::fs::write(&config, b"a file where the folder should be").unwrap();
    assert_eq!(desk.refused("sample_explore", json!({})), "sample.no_room");
    assert_eq!(desk.ask("session", json!({}))["state"], "open");
    assert_eq!(desk.picture(), before);
    std::fs::remove_file(&config).unwrap();
    std::fs::rename(&aside, &config).unwrap();

    let sample = desk.ask("sample_explore", json!({}));
    assert_eq!((&sample["state"], &sample["vault"]["sample"]), (&json!("open"), &json!(true)));
    let again = desk.ask("sample_explore", json!({}));
    assert_eq!((&again["state"], &again["vault"]["sample"]), (&json!("open"), &json!(true)), "afresh, from itself");
    let left: Vec<_> = std::fs::read_dir(&config).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "nothing half-made stays: {left:?}");
}

#[test]
fn a_daybook_that_cannot_be_made_leaves_the_open_one_open() {
    let mut desk = Desk::set_up();
    let within = desk.dir().to_path_buf();
    let ask = json!({ "within": within, "name": "My daybook", "passphrase": WORDS });
    assert_eq!(desk.refused("vault_create", ask), "vault.exists");
    assert_eq!(desk.ask("session", json!({}))["state"], "open");
}

#[test]
fn recent_daybooks_are_looked_for_only_to_choose_one() {
    let mut desk = Desk::set_up();
    desk.ask("vault_lock", json!({}));
    std::fs::rename(desk.vault(), desk.dir().join("elsewhere")).unwrap();
    let locked = desk.ask("session", json!({}));
    assert_eq!(locked["recent"][0]["found"], true, "a drive that does not answer must not hold up locking");
    let closed = desk.ask("vault_close", json!({}));
    assert_eq!(closed["recent"][0]["found"], false);
}

#[test]
fn a_name_is_one_that_every_system_can_keep() {
    let mut desk = Desk::at("2026-11-02T08:00:00");
    let within = desk.dir().to_path_buf();
    for name in ["COM1", "lpt9", "Com3.old", "aux.2026", "nul", &"ễ".repeat(70)] {
        let ask = json!({ "within": within, "name": name, "passphrase": WORDS });
        assert_eq!(desk.refused("vault_create", ask), "vault.bad_name", "{name}");
    }
    for name in ["COM10", "Lpt", "Console", "Nuala's"] {
        desk.ask("vault_create", json!({ "within": within, "name": name, "passphrase": WORDS }));
    }
}

#[test]
fn the_school_is_never_undone_so_undo_never_sticks_behind_a_pack() {
    let mut desk = Desk::at("2026-11-02T08:00:00");
    let within = desk.dir().to_path_buf();
    desk.ask("vault_create", json!({ "within": within, "name": "My daybook", "passphrase": WORDS }));
    let school = |name: &str| json!({ "details": { "name": name, "senco": "", "head": "" } });
    assert_eq!(desk.ask("school_save", school("Oak"))["undo"], json!(null));
    assert_eq!(desk.ask("school_save", school("Elm"))["undo"], "School's details changed");
    desk.ask("pack_printed", json!({ "kind": "week_plan", "date": "2026-11-02", "options": {} }));
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("undo", json!({}))["value"]["undo"], json!(null), "there is nothing more to undo");
    assert_eq!(desk.ask("session", json!({}))["school"]["name"], "Oak");
}

#[test]
fn a_kind_of_work_can_be_added() {
    let mut desk = Desk::set_up();
    let kind = |name: &str| {
        json!({ "activity": { "id": 0, "name": name, "purpose": "staff", "statutory": false, "administrative": false,
            "with_pupils": false, "other_role": false, "own_burden": false, "retired": false } })
    };
    let added = desk.ask("activity_add", kind(" Running the breakfast club "));
    assert_eq!(added["undo"], "Kind of work added");
    assert_eq!(desk.activity("Running the breakfast club"), added["value"].as_i64().unwrap());
    assert_eq!(desk.refused("activity_add", kind("  ")), "activity.name");
    desk.ask("undo", json!({}));
    let kinds = desk.ask("activities", json!({}));
    assert!(kinds.as_array().unwrap().iter().all(|kind| kind["name"] != "Running the breakfast club"));
}

#[test]
fn in_the_summer_the_year_to_come_is_calendar_enough() {
    let mut desk = Desk::set_up();
    for (now, enough) in [("2026-06-30T08:00:00", false), ("2026-07-20T08:00:00", true), ("2026-11-02T08:00:00", true)]
    {
        desk.at_time(now);
        assert_eq!(desk.ask("setup", json!({}))["calendar"], enough, "{now}");
    }
}

#[test]
fn the_sample_school_has_a_catalogue_and_a_list_that_can_be_read() {
    for day in ["2026-11-20T14:20:00", "2026-11-02T09:00:00", "2027-02-17T09:00:00", "2026-08-12T09:00:00"] {
        let mut desk = Desk::at(day);
        desk.ask("sample_explore", json!({}));
        let view = desk.ask("tasks", json!({ "scope": "open", "search": "" }));
        let rows = view["rows"].as_array().unwrap();
        assert!(view["catalogue"] == true && (7..=32).contains(&rows.len()), "{day}: {} on the list", rows.len());
        let of = |group: &str| rows.iter().filter(|row| row["group"] == group).collect::<Vec<_>>();
        for group in ["late", "today", "later", "no_day", "delegated", "not_done"] {
            assert!(!of(group).is_empty(), "{day}: {group}");
        }
        assert!(rows.iter().any(|row| row["task"]["state"]["is"] == "part"), "{day}");
        assert!(rows.iter().filter(|row| !row["child"].is_null()).count() >= 4, "{day}: for children");
        assert_eq!(desk.ask("tasks_fall_due", json!({}))["value"], 0, "{day}: all that was due has come");

        let catalogue = desk.ask("catalogue", json!({}));
        let lines = catalogue["lines"].as_array().unwrap();
        let taught = lines.iter().filter(|line| line["learned"]["of"].as_array().is_some_and(|of| of.len() > 1));
        assert!(lines.len() > 20 && taught.count() >= 2, "{day}: estimates have something to learn from");
    }
    let mut desk = Desk::at("2026-11-20T14:20:00");
    desk.ask("sample_explore", json!({}));
    let rows = desk.ask("tasks", json!({ "scope": "open", "search": "" }))["rows"].take();
    let late = rows.as_array().unwrap().iter().find(|row| row["group"] == "late").unwrap();
    assert!(late["carried"].as_u64().unwrap() > 0, "{late}");
    assert!(rows.as_array().unwrap().iter().any(|row| row["task"]["planned"] == 90), "the plan holds time for one");
}
