//! Who is due for erasing, a child erased, and what an erasing leaves to do.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::register::{provision, roll, save, sentences, with_roll};
use desk::{Desk, WORDS, entry};
use serde_json::{Value, json};
use std::path::Path;

#[test]
fn who_left_long_ago_is_due_by_the_schools_own_rule() {
    let mut desk = with_roll();
    for (pupil, born) in
        [(2, json!("1995-11-01")), (3, json!("1996-06-01")), (4, json!("2010-01-01")), (5, Value::Null)]
    {
        let mut details = desk.ask("pupil", json!({ "pupil": pupil }));
        desk.ask("provision_add", json!({ "pupil": pupil, "details": provision("Talk", "TA") }));
        details["born"] = born;
        details["on_roll_to"] = json!("2026-07-20");
        save(&mut desk, pupil, &details);
    }
    let count = |view: &Value, list: &str| view[list].as_array().unwrap().len();
    let view = desk.ask("retention", json!({}));
    assert_eq!(
        (&view["sen"]["years"], &view["sen"]["own"], &view["sen"]["ruled"]),
        (&json!(31), &json!(false), &json!(31))
    );
    assert!(view["sen"]["source"].as_str().unwrap().starts_with("IRMS"));
    assert_eq!(
        (count(&view, "due"), count(&view, "coming"), &view["later"], count(&view, "undated")),
        (1, 1, &json!(1), 1)
    );
    assert_eq!(view["due"][0]["due_on"], "2026-11-01");
    desk.ask("retention_save", json!({ "plain": false, "years": 30 }));
    let view = desk.ask("retention", json!({}));
    assert_eq!((count(&view, "due"), count(&view, "coming"), &view["sen"]["own"]), (2, 0, &json!(true)));
    assert_eq!(desk.refused("retention_save", json!({ "plain": false, "years": 3 })), "retention.years");
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("retention", json!({}))["sen"]["years"], 31);
}

#[test]
fn a_record_without_any_sen_is_kept_by_the_ordinary_rule() {
    let mut desk = with_roll();
    let everybody = roll(&mut desk, "roll");
    let of = |status: &str| everybody.iter().find(|row| row["status"] == status).unwrap()["id"].as_i64().unwrap();
    let (never, supported) = (of(""), of("K"));
    for pupil in [never, supported] {
        let mut details = desk.ask("pupil", json!({ "pupil": pupil }));
        (details["born"], details["on_roll_to"]) = (json!("2000-01-01"), json!("2018-07-20"));
        save(&mut desk, pupil, &details);
    }
    let due = |desk: &mut Desk| {
        let view = desk.ask("retention", json!({}));
        let rows = view["due"].as_array().unwrap();
        rows.iter().map(|row| (row["pupil"]["id"].as_i64().unwrap(), row["sen"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(due(&mut desk), [(never, json!(false))], "25 years, and 31 with special educational needs");
    assert_eq!(desk.ask("retention", json!({}))["overstayed"], 0);
    desk.ask("retention_save", json!({ "plain": true, "years": 31 }));
    assert_eq!(due(&mut desk), []);
    let mut details = desk.ask("pupil", json!({ "pupil": never }));
    details["on_roll_to"] = Value::Null;
    save(&mut desk, never, &details);
    assert_eq!(desk.ask("retention", json!({}))["overstayed"], 1);
}

#[test]
fn a_child_is_erased_only_by_the_code_and_leaves_minutes_behind() {
    let mut desk = with_roll();
    let record = desk.ask("pupil", json!({ "pupil": 1 }));
    let (surname, forename) = (record["surname"].as_str().unwrap(), record["forename"].as_str().unwrap());
    let activity = desk.activity("Annual reviews");
    let mut details =
        entry("2026-11-02", Some(600), 20, &format!("Rang home about {forename} {surname}"), activity, "extra");
    details["pupils"] = json!([1]);
    desk.ask("entry_add", json!({ "details": details }));
    let backup = desk.ask("backup_now", json!({}));
    let view = desk.ask("child_erase_look", json!({ "pupil": 1 }));
    assert_eq!((&view["case_code"], &view["entries"]), (&json!("C-0001"), &json!(1)));
    let part = |what: &str| {
        view["parts"].as_array().unwrap().iter().find(|part| part["what"] == what).map(|part| part["count"].clone())
    };
    assert_eq!(
        (part("name and details"), part("SEN provision over time"), part("needs")),
        (Some(json!(1)), Some(json!(2)), Some(json!(4)))
    );
    assert!(view["copies"].as_array().unwrap().iter().any(|copy| copy["path"] == backup["path"]));
    for wrong in ["", "C-0002", "yes", surname] {
        let ask = json!({ "pupil": 1, "confirm": wrong, "delete_copies": true, "kept": [] });
        assert_eq!(desk.refused("child_erase", ask), "erase.confirm");
    }
    assert_eq!(desk.ask("pupil", json!({ "pupil": 1 })), record);
    let done = desk.ask("child_erase", json!({ "pupil": 1, "confirm": " c-0001 ", "delete_copies": true, "kept": [] }));
    assert_eq!((&done["undo"], &done["value"]["trouble"]), (&Value::Null, &Value::Null));
    assert!(done["value"]["deleted"].as_u64().unwrap() >= 1 && done["value"]["copies"] == json!([]), "{done}");
    assert!(!Path::new(backup["path"].as_str().unwrap()).exists());
    assert_eq!(desk.refused("pupil", json!({ "pupil": 1 })), "store.gone");
    let week = desk.ask("week", json!({ "date": "2026-11-02" })).to_string();
    assert!(week.contains("Rang home about C-0001") && !week.contains(surname), "{surname}");
    assert_eq!(desk.ask("check", json!({}))["findings"], json!([]));
    let said = sentences(&mut desk);
    assert!(said.contains(&"A pupil was erased.".to_owned()) && !said.join(" ").contains(surname));
    let backups = desk.ask("backups", json!({}));
    let rows = backups["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["reason"], &rows[0]["pupils"]), (1, &json!("erase"), &json!(411)));
    assert_eq!(desk.ask("undo", json!({}))["changed"], json!([]), "nothing is left to undo");
    desk.restart("2026-11-03T08:00:00");
    assert_eq!(roll(&mut desk, "roll").len(), 411);
}

#[test]
fn erasing_a_child_leaves_grown_ups_halls_and_summers_alone() {
    let mut desk = with_roll();
    let mut details = desk.ask("pupil", json!({ "pupil": 1 }));
    (details["forename"], details["surname"], details["preferred"]) = (json!("Summer"), json!("Hall"), json!(""));
    save(&mut desk, 1, &details);
    for (name, staff) in [("PE in the Hall", "Mrs Hall"), ("Talk", "Mr Bell, with Summer Hall")] {
        desk.ask("provision_add", json!({ "pupil": 2, "details": provision(name, staff) }));
    }
    let view = desk.ask("child_erase_look", json!({ "pupil": 1 }));
    let told: Vec<_> = view["texts"].as_array().unwrap().iter().map(|text| (&text["before"], &text["after"])).collect();
    assert_eq!(told, [(&json!("Mr Bell, with Summer Hall"), &json!("Mr Bell, with C-0001"))]);
    desk.ask("provision_add", json!({ "pupil": 3, "details": provision("Choir", "Summer Hall's aunt") }));
    let kept = json!(["Summer Hall's aunt"]);
    desk.ask("child_erase", json!({ "pupil": 1, "confirm": "C-0001", "delete_copies": true, "kept": kept }));
    let kept = desk.ask("provisions", json!({ "pupil": 2 })).to_string();
    assert!(kept.contains("PE in the Hall") && kept.contains("Mrs Hall") && kept.contains("with C-0001"), "{kept}");
    let kept = desk.ask("provisions", json!({ "pupil": 3 }));
    assert_eq!(kept[0]["staff"], "Summer Hall's aunt", "what she said is no name of the child stays");
    let terms = desk.ask("calendar", json!({ "year": 2026 })).to_string();
    assert!(terms.contains("Summer 1") && terms.contains("Summer 2"), "{terms}");
}

#[test]
fn copies_stay_where_nobody_asked_for_them_to_go() {
    let mut desk = with_roll();
    let backup = desk.ask("backup_now", json!({}));
    let done = desk.ask("child_erase", json!({ "pupil": 2, "confirm": "C-0002", "delete_copies": false, "kept": [] }));
    assert!(Path::new(backup["path"].as_str().unwrap()).exists());
    let left = done["value"]["copies"].as_array().unwrap();
    assert!(left.iter().any(|copy| copy["path"] == backup["path"]), "what still holds the child is said");
    let back = json!({ "path": backup["path"], "secret": WORDS, "into": null, "confirm_smaller": true });
    desk.ask("backup_restore", back);
    assert_eq!(roll(&mut desk, "roll").len(), 412, "and so it does");
}

#[test]
fn copies_that_an_erasing_left_are_deleted_later() {
    let mut desk = with_roll();
    assert_eq!(desk.ask("erased_copies", json!({})), json!({ "copies": [], "deleted": 0, "second_unseen": false }));
    let backup = desk.ask("backup_now", json!({}));
    desk.restart("2026-11-03T08:00:00");
    desk.ask("child_erase", json!({ "pupil": 2, "confirm": "C-0002", "delete_copies": false, "kept": [] }));
    desk.restart("2026-11-04T08:00:00");
    let after = desk.ask("backup_now", json!({}));
    let left = desk.ask("erased_copies", json!({}));
    let paths: Vec<&Value> = left["copies"].as_array().unwrap().iter().map(|copy| &copy["path"]).collect();
    assert!(paths.contains(&&backup["path"]) && !paths.contains(&&after["path"]), "{left}");
    let done = desk.ask("erased_copies_delete", json!({}));
    assert_eq!((&done["value"]["copies"], &done["value"]["deleted"]), (&json!([]), &json!(paths.len())));
    assert!(!Path::new(backup["path"].as_str().unwrap()).exists());
    assert!(Path::new(after["path"].as_str().unwrap()).exists(), "what was made since the erasing stays");
    assert_eq!(desk.ask("erased_copies", json!({}))["copies"], json!([]));
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("erased_copies", json!({}))["copies"], json!([]), "it is no step that Undo takes back");
}
