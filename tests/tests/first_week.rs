//! The main job from end to end, without a window: a school's export on Monday, evidence on Friday.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::{Desk, WORDS, entry, fixture, import};
use serde_json::{Value, json};

#[test]
fn from_a_schools_export_to_fridays_evidence() {
    let mut desk = Desk::set_up();

    // Imports the roll; again changes nothing and says so.
    let first = import(&mut desk, &fixture("primary-roll.csv"));
    assert_eq!(first["value"]["added"], 412);
    let again = import(&mut desk, &fixture("primary-roll.csv"));
    assert_eq!((&again["value"]["added"], &again["value"]["updated"]), (&json!(0), &json!(0)));
    assert_eq!((&again["changed"], &again["undo"]), (&json!([]), &Value::Null), "nothing was changed");

    // Monday: lays out the week and freezes it.
    let review = desk.lay("2026-11-03", 540, 90, "Annual review", "Annual reviews");
    let plans = desk.lay("2026-11-03", 660, 60, "Support plans", "SEN Support plans and reviews");
    let email = desk.lay("2026-11-04", 540, 30, "Email", "Email and messages");
    desk.ask("week_freeze", json!({ "date": "2026-11-02" }));
    let moved = json!({ "date": "2026-11-03", "start": 600, "minutes": 90, "title": "Annual review", "activity": 1, "place": "school", "pupils": [] });
    assert_eq!(desk.refused("block_save", json!({ "block": review, "details": moved })), "block.frozen");

    // Tuesday: as planned with one key, then Mrs Cook rings, and a block is pushed out.
    desk.at_time("2026-11-03T11:15:00");
    desk.ask("block_as_planned", json!({ "block": review }));
    let captured = desk
        .ask("capture", json!({ "line": "15m Mrs Cook phone about Jacob's provision", "minutes": null }))["value"]
        .clone();
    desk.ask("break_mark", json!({ "mark": { "date": "2026-11-03", "name": "Lunch", "state": "missed", "taken": 0, "why": "Parent came" } }));
    let parents = desk.activity("Calls and messages with families");
    let mut at_home = entry("2026-11-03", Some(1170), 45, "Review report typed up", parents, "extra");
    at_home["place"] = json!("home");
    desk.ask("entry_add", json!({ "details": at_home }));

    // Friday: the week cannot close before it is reconciled.
    desk.at_time("2026-11-06T15:30:00");
    assert_eq!(desk.refused("week_close", json!({ "date": "2026-11-06" })), "week.provisional");
    let mut call =
        entry("2026-11-03", Some(660), 15, "Mrs Cook phone about Jacob's provision", parents, "interruption");
    call["interrupted_by"] = json!("Mrs Cook");
    call["displaced"] = json!(plans);
    desk.ask("entry_save", json!({ "entry": captured, "details": call }));
    assert_eq!(desk.refused("week_close", json!({ "date": "2026-11-06" })), "week.open_blocks");
    desk.ask("block_not_done", json!({ "block": email, "why": "Head wanted figures", "still_needed": true }));
    desk.ask("week_close", json!({ "date": "2026-11-06" }));
    assert_eq!(desk.refused("entry_remove", json!({ "entry": captured })), "week.closed");

    let week = desk.ask("week", json!({ "date": "2026-11-06" }));
    check_sums(&week["story"]);
    assert_eq!(week["story"]["totals"]["interruptions"]["minutes"], 15);
    assert_eq!(week["story"]["totals"]["out_of_hours"], Value::Null, "out of hours stands in the sums");
    assert_eq!(week["story"]["sums"]["out_of_hours"]["minutes"], 45);
    assert_eq!(week["story"]["sums"]["breaks_lost"], 45);
    assert_eq!(week["story"]["not_done"].as_array().unwrap().len(), 2);

    // Prints the evidence.
    let path = desk.dir().join("evidence.pdf");
    let saved = desk
        .ask("pack_save", json!({ "kind": "week_as_it_happened", "date": "2026-11-06", "options": {}, "path": path }));
    assert!(saved["value"]["bytes"].as_u64().unwrap() < 120_000, "a week's pack is at most 120 KB");
    assert_eq!(desk.ask("packs", json!({})).as_array().unwrap().len(), 1);
}

#[test]
fn every_figure_opens_into_entries_that_add_up_to_it() {
    let mut desk = Desk::at("2026-11-20T16:30:00");
    desk.ask("sample_explore", json!({}));
    for date in ["2026-11-20", "2026-11-10", "2026-09-22"] {
        let view = desk.ask("week", json!({ "date": date }));
        check_sums(&view["story"]);
        check_figures(&view);
    }
}

/// Contracted minutes go somewhere, every one of them, each day and in the week.
fn check_sums(story: &Value) {
    let days = story["days"].as_array().unwrap();
    for sums in days.iter().map(|day| &day["sums"]).chain([&story["sums"]]) {
        let n = |key: &str| sums[key].as_u64().unwrap();
        let recorded = sums["recorded"]["minutes"].as_u64().unwrap();
        let parts = n("teaching") + n("breaks_taken") + n("breaks_lost") + recorded + n("unaccounted");
        assert_eq!(n("contracted"), parts, "{sums}");
    }
}

fn check_figures(view: &Value) {
    let minutes = |list: &str, ids: &Value| -> u64 {
        ids.as_array()
            .unwrap()
            .iter()
            .map(|id| {
                let row = view[list].as_array().unwrap().iter().find(|row| row["id"] == *id);
                row.unwrap_or_else(|| panic!("{list} lacks {id}"))["minutes"].as_u64().unwrap()
            })
            .sum()
    };
    let totals = view["story"]["totals"].as_object().unwrap();
    for name in [
        "planned",
        "happened",
        "as_planned",
        "changed",
        "interruptions",
        "extra",
        "not_done",
        "open",
        "at_home",
        "other_role",
        "own_burden",
    ] {
        let figure = &totals[name];
        let opened = minutes("entries", &figure["entries"]) + minutes("blocks", &figure["blocks"]);
        assert_eq!(figure["minutes"].as_u64().unwrap(), opened, "{name} opens into what it was summed from");
    }
    let story = &view["story"];
    let rows = |list: &str| story[list].as_array().unwrap().clone();
    let groups = rows("by_activity").into_iter().chain(rows("by_purpose"));
    let groups = groups.flat_map(|row| [row["planned"].clone(), row["actual"].clone()]);
    for figure in groups.chain(rows("interrupters").into_iter().map(|row| row["figure"].clone())) {
        let opened = minutes("entries", &figure["entries"]) + minutes("blocks", &figure["blocks"]);
        assert_eq!(figure["minutes"].as_u64().unwrap(), opened, "{figure}");
    }
    for (name, figure) in [
        ("recorded", &story["sums"]["recorded"]),
        ("out_of_hours", &story["sums"]["out_of_hours"]),
        ("protected_lost", &totals["protected_lost"]),
    ] {
        let (figured, opened) = (figure["minutes"].as_u64().unwrap(), minutes("entries", &figure["entries"]));
        assert!(figured <= opened, "{name}: {figured} of {opened}; only parts of these entries count");
        assert_eq!(figured == 0, figure["entries"] == json!([]), "{name} opens if there is anything in it");
    }
}

#[test]
fn all_of_it_is_undone_and_done_again_across_a_restart() {
    let mut desk = Desk::set_up();
    let empty = desk.picture();
    import(&mut desk, &fixture("primary-roll.csv"));
    let pupil = desk.ask("register", json!({ "query": {} }))["rows"][0]["id"].clone();
    desk.ask("status_set", json!({ "pupil": pupil, "code": "E", "from": "2026-11-02", "reason": "Plan issued" }));
    desk.ask("needs_set", json!({ "pupil": pupil, "codes": ["ASD", "SLCN"], "from": "2026-11-02" }));
    let block = desk.lay("2026-11-02", 600, 60, "Email", "Email and messages");
    desk.ask("week_freeze", json!({ "date": "2026-11-02" }));
    desk.ask("block_as_planned", json!({ "block": block }));
    desk.ask("capture", json!({ "line": "10m door", "minutes": null }));
    desk.ask(
        "break_mark",
        json!({ "mark": { "date": "2026-11-02", "name": "Lunch", "state": "part", "taken": 10, "why": "" } }),
    );
    let full = desk.picture();

    desk.restart("2026-11-02T17:00:00");
    assert_eq!(desk.picture(), full, "everything saved is there after a restart");
    for step in 0..8 {
        desk.ask("undo", json!({}));
        if step == 3 {
            desk.restart("2026-11-02T17:30:00");
        }
    }
    assert_eq!(desk.picture(), empty, "undone to the beginning");
    desk.restart("2026-11-02T18:00:00");
    for _ in 0..8 {
        desk.ask("redo", json!({}));
    }
    assert_eq!(desk.picture(), full, "done again to the end");
}

#[test]
fn a_locked_daybook_opens_only_with_its_words() {
    let mut desk = Desk::set_up();
    desk.ask("vault_lock", json!({}));
    assert_eq!(desk.ask("session", json!({}))["state"], "locked");
    assert_eq!(desk.refused("register", json!({ "query": {} })), "session.locked");
    assert_eq!(
        desk.refused("vault_unlock", json!({ "passphrase": "walnut tandem orbit cardigans" })),
        "vault.wrong_passphrase"
    );
    assert_eq!(desk.ask("vault_unlock", json!({ "passphrase": WORDS }))["state"], "open");
}

#[test]
fn private_time_is_in_no_pack() {
    let mut desk = Desk::set_up();
    let activity = desk.activity("Email and messages");
    let mut secret = entry("2026-11-02", Some(600), 20, "Visit to occupational health", activity, "extra");
    let preview = |desk: &mut Desk| {
        desk.ask("pack_preview", json!({ "kind": "week_as_it_happened", "date": "2026-11-02", "options": {} }))
    };
    let without = preview(&mut desk);
    secret["private"] = json!(true);
    let id = desk.ask("entry_add", json!({ "details": secret }))["value"].clone();
    let with_private = preview(&mut desk);
    assert_eq!(without["pages"], with_private["pages"], "a private entry leaves no trace on the page");
    assert_eq!(with_private["entries"], json!([]));
    secret["private"] = json!(false);
    desk.ask("entry_save", json!({ "entry": id, "details": secret }));
    assert_ne!(without["pages"], preview(&mut desk)["pages"]);
}
