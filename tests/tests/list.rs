//! The list as a whole: saved views, one change to many, what changed since, year's end, and the list on paper.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::Desk;
use serde_json::{Value, json};

/// A desk with so many pupils of Year 4, class 4A, the first on K with a need.
fn with_pupils(names: &[(&str, &str)]) -> Desk {
    let mut desk = Desk::set_up();
    for (forename, surname) in names {
        desk.ask("pupil_add", json!({ "details": details(forename, surname) }));
    }
    desk.ask("status_set", json!({ "pupil": 1, "code": "K", "from": "2026-09-01", "reason": "" }));
    desk.ask("needs_set", json!({ "pupil": 1, "codes": ["SLCN"], "from": "2026-09-01" }));
    desk
}

fn details(forename: &str, surname: &str) -> Value {
    json!({
        "surname": surname, "forename": forename, "preferred": "", "pronunciation": "", "born": "2018-02-01", "upn": "",
        "admission": "", "year_override": null, "class": "4A", "own_flags": [], "note": "", "on_roll_from": null,
        "on_roll_to": null,
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
    })
}

const THREE: [(&str, &str); 3] = [("Ada", "Moss"), ("Bo", "Reed"), ("Cy", "Fern")];

fn roll(desk: &mut Desk, query: Value) -> Value {
    let mut asked = json!({ "scope": "roll" });
    asked.as_object_mut().unwrap().extend(query.as_object().unwrap().clone());
    desk.ask("register", json!({ "query": asked }))
}

fn each<'v>(rows: &'v Value, cell: &str) -> Vec<&'v str> {
    rows.as_array().unwrap().iter().map(|row| row[cell].as_str().unwrap()).collect()
}

#[test]
fn a_view_is_kept_chosen_again_and_taken_away() {
    let mut desk = with_pupils(&THREE);
    let query = json!({ "scope": "roll", "group": "class", "columns": ["name", "age", "upn"] });
    let id = desk.ask("view_save", json!({ "name": " Year 4 ", "query": query }))["value"].clone();
    let views = desk.ask("views", json!({}));
    assert_eq!((&views["views"][0]["name"], &views["last"]), (&json!("Year 4"), &id));
    assert_eq!(views["views"][0]["query"]["columns"], json!(["name", "age", "upn"]));
    desk.ask("view_choose", json!({ "view": null }));
    assert_eq!(desk.ask("views", json!({}))["last"], Value::Null);
    desk.ask("view_choose", json!({ "view": id }));
    desk.ask("view_remove", json!({ "view": id }));
    assert_eq!(desk.ask("views", json!({})), json!({ "views": [], "last": null }));
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("views", json!({}))["views"][0]["id"], id);
    assert_eq!(desk.refused("view_save", json!({ "name": " ", "query": {} })), "view.no_name");
}

#[test]
fn choosing_another_view_stands_in_the_way_of_no_undo() {
    let mut desk = with_pupils(&THREE);
    desk.ask("view_save", json!({ "name": "Year 4", "query": {} }));
    desk.ask("view_choose", json!({ "view": null }));
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("views", json!({}))["views"], json!([]));
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("pupil", json!({ "pupil": 1 }))["needs"], json!([]), "what was done before it");
    desk.ask("redo", json!({}));
    desk.ask("redo", json!({}));
    assert_eq!(desk.ask("views", json!({}))["views"][0]["name"], "Year 4");
}

#[test]
fn the_list_is_grouped_counted_and_shows_the_columns_that_were_asked_for() {
    let mut desk = with_pupils(&THREE);
    desk.ask("pupils_set", json!({ "pupils": [2], "change": { "what": "class", "class": "10B" } }));
    let list = roll(&mut desk, json!({ "group": "class", "columns": ["name", "age"], "needs": ["SLCN"] }));
    assert_eq!(list["groups"], json!([{ "value": "4A", "count": 1 }]));
    assert_eq!(list["rows"][0]["more"], json!({ "age": "8y 9m" }));
    assert_eq!(list["classes"], json!([{ "value": "4A", "count": 1 }, { "value": "10B", "count": 0 }]));
    assert_eq!(list["in_scope"], 3);
}

#[test]
fn one_change_to_many_is_said_beforehand_and_undone_at_once() {
    let mut desk = with_pupils(&THREE);
    for (change, cell, all) in [
        (json!({ "what": "class", "class": "4B" }), "class", ["4B", "4B", "4B"]),
        (json!({ "what": "status", "code": "W", "from": "2026-11-02", "reason": "a talk" }), "status", ["W", "W", "W"]),
        (json!({ "what": "year", "year": "3" }), "year", ["3", "3", "3"]),
    ] {
        let before = roll(&mut desk, json!({}))["rows"].clone();
        let ask = json!({ "pupils": [1, 2, 3], "change": change });
        let view = desk.ask("pupils_set_preview", ask.clone());
        assert_eq!((&view["changes"], &view["refused"]), (&json!(3), &json!(0)), "{view}");
        assert_eq!(roll(&mut desk, json!({}))["rows"], before, "a look changes nothing");
        let changed = desk.ask("pupils_set", ask);
        assert_eq!(changed["value"], 3);
        assert_eq!(each(&roll(&mut desk, json!({}))["rows"], cell), all);
        desk.ask("undo", json!({}));
        assert_eq!(roll(&mut desk, json!({}))["rows"], before, "one step back");
    }
    let flagged =
        desk.ask("pupils_set", json!({ "pupils": [1, 2], "change": { "what": "flag", "flag": "eal", "on": true } }));
    assert_eq!(flagged["undo"], "Flag of 2 pupils changed");
    assert_eq!(roll(&mut desk, json!({ "flags": ["eal"] }))["rows"].as_array().unwrap().len(), 2);
    desk.ask("pupils_set", json!({ "pupils": [3], "change": { "what": "leave", "on": "2026-11-01" } }));
    assert_eq!(roll(&mut desk, json!({}))["in_scope"], 2);
}

#[test]
fn what_cannot_be_done_for_one_is_said_of_them_and_done_for_nobody() {
    let mut desk = with_pupils(&THREE);
    desk.ask("status_set", json!({ "pupil": 2, "code": "E", "from": "2026-09-01", "reason": "" }));
    let ask = json!({ "pupils": [1, 2, 1], "change": { "what": "add_need", "code": "NSA", "from": "2026-11-02" } });
    let view = desk.ask("pupils_set_preview", ask.clone());
    assert_eq!((&view["changes"], &view["refused"]), (&json!(1), &json!(1)), "{view}");
    assert_eq!((&view["lines"][0]["was"], &view["lines"][0]["becomes"]), (&json!("SLCN"), &json!("SLCN, NSA")));
    let why = view["lines"][1]["refused"].as_str().unwrap();
    assert!(why.starts_with("NSA goes only with SEN provision K") && !why.contains("Nothing was changed"), "{why}");
    let before = roll(&mut desk, json!({}));
    let fault = desk.tries("pupils_set", ask).unwrap_err();
    assert!(fault.message.starts_with("C-0002: "), "{fault}");
    assert_eq!(roll(&mut desk, json!({})), before, "all or nothing");
    let same =
        json!({ "pupils": [1], "change": { "what": "status", "code": "K", "from": "2026-11-02", "reason": "" } });
    assert_eq!(desk.ask("pupils_set_preview", same.clone())["same"], 1);
    assert_eq!(desk.ask("pupils_set", same)["changed"], json!([]), "what is so already is no change");
    assert_eq!(
        desk.refused("pupils_set", json!({ "pupils": [], "change": { "what": "class", "class": "" } })),
        "pupils.none"
    );
    assert_eq!(
        desk.refused("pupils_set", json!({ "pupils": [99], "change": { "what": "class", "class": "" } })),
        "pupils.gone"
    );
}

#[test]
fn what_changed_since_a_day_is_told_of_each_child_once() {
    let mut desk = with_pupils(&THREE);
    desk.at_time("2026-11-10T09:00:00");
    desk.ask("status_set", json!({ "pupil": 1, "code": "E", "from": "2026-11-09", "reason": "plan issued" }));
    desk.ask("status_set", json!({ "pupil": 2, "code": "W", "from": "2026-10-05", "reason": "written down late" }));
    desk.ask("pupils_set", json!({ "pupils": [1, 3], "change": { "what": "class", "class": "4B" } }));
    desk.ask("pupils_set", json!({ "pupils": [1], "change": { "what": "class", "class": "4C" } }));
    let told = |desk: &mut Desk, scope: &str| -> Vec<String> {
        let view = desk.ask("register_changes", json!({ "since": "2026-11-03", "scope": scope }));
        let lines = |child: &Value| -> Vec<String> {
            let lines = child["lines"].as_array().unwrap().iter();
            lines
                .map(|line| format!("{} {}", child["surname"].as_str().unwrap(), line["sentence"].as_str().unwrap()))
                .collect()
        };
        view["children"].as_array().unwrap().iter().flat_map(lines).collect()
    };
    let register = [
        "Moss SEN provision changed from SEN support (K) to Education, health and care plan (E), because “plan issued”.",
        "Moss Class changed from 4A to 4C.",
        "Reed SEN provision set to Watch list (W), from 5 October 2026, because “written down late”.",
    ];
    assert_eq!(told(&mut desk, "register"), register);
    assert_eq!(told(&mut desk, "roll")[0], "Fern Class changed from 4A to 4B.");
    desk.ask("undo", json!({}));
    assert!(told(&mut desk, "register").contains(&"Moss Class changed from 4A to 4B.".to_owned()));
    assert_eq!(desk.refused("register_changes", json!({ "since": "2026-11-11", "scope": "roll" })), "changes.since");
}

#[test]
fn what_changed_for_everybody_is_what_each_child_s_story_says() {
    let mut desk = Desk::at("2026-11-20T16:30:00");
    desk.ask("sample_explore", json!({}));
    let view = desk.ask("register_changes", json!({ "since": "2026-06-01", "scope": "register" }));
    let told_by_dates = |kind: &Value| matches!(kind.as_str(), Some("roll" | "status" | "need" | "entry"));
    let mut compared = 0;
    for child in view["children"].as_array().unwrap() {
        let story = desk.ask("timeline", json!({ "pupil": child["pupil"] }));
        assert_eq!(
            story[0]["kind"], "roll",
            "nothing is known of a child of the sample before they came: {}",
            story[0]
        );
        let dated: Vec<String> =
            child["lines"].as_array().unwrap().iter().map(|line| line["sentence"].to_string()).collect();
        for event in story.as_array().unwrap() {
            let within = ("2026-06-01"..="2026-11-20").contains(&event["date"].as_str().unwrap());
            if within && !told_by_dates(&event["kind"]) {
                assert!(dated.contains(&event["sentence"].to_string()), "{event} is not in {dated:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 50, "{compared}");
}

#[test]
fn who_came_on_roll_in_the_time_is_not_said_to_have_been_put_right() {
    let mut desk = with_pupils(&THREE);
    desk.ask("pupils_set", json!({ "pupils": [1], "change": { "what": "class", "class": "4B" } }));
    let ask = |since: &str| json!({ "since": since, "scope": "roll" });
    let told = desk.ask("register_changes", ask("2026-11-02"))["children"].to_string();
    assert!(!told.contains("Class changed"), "{told}");
    desk.at_time("2026-11-10T09:00:00");
    desk.ask("pupils_set", json!({ "pupils": [1], "change": { "what": "class", "class": "4C" } }));
    let told = desk.ask("register_changes", ask("2026-11-03"))["children"].to_string();
    assert!(told.contains("Class changed from 4B to 4C"), "{told}");
}

#[test]
fn somebody_who_left_long_ago_can_still_be_written_in() {
    let mut desk = with_pupils(&THREE);
    let mut details = desk.ask("pupil", json!({ "pupil": 1 }));
    let with = |details: &mut Value, born: &str, left: Option<&str>| {
        (details["born"], details["on_roll_from"], details["on_roll_to"]) = (json!(born), Value::Null, json!(left));
        json!({ "pupil": 1, "details": details })
    };
    let ask = with(&mut details, "1990-05-01", None);
    assert_eq!(desk.refused("pupil_save", ask), "pupil.born", "no pupil on roll is 36");
    let ask = with(&mut details, "1990-05-01", Some("2008-07-20"));
    desk.ask("pupil_save", ask);
    details["note"] = json!("The file went to the archive.");
    let ask = with(&mut details, "1990-05-01", None);
    desk.ask("pupil_save", ask);
    let move_up = json!({ "pupils": [1], "change": { "what": "class", "class": "Z" } });
    assert_eq!(desk.ask("pupils_set_preview", move_up)["refused"], 0, "what is there already may stay");
    let ask = with(&mut details, "1826-05-01", Some("1844-07-20"));
    assert_eq!(desk.refused("pupil_save", ask), "pupil.born");
}

#[test]
fn plans_and_flags_of_the_school_s_own_are_in_what_changed_and_in_the_list() {
    let mut desk = with_pupils(&THREE);
    let flag = desk.ask("flag_save", json!({ "flag": null, "details": { "name": "Forces family", "retired": false } }));
    let flag = flag["value"].clone();
    let ask = json!({ "pupils": [1, 2], "change": { "what": "own_flag", "flag": flag, "on": true } });
    assert_eq!(desk.ask("pupils_set_preview", ask.clone())["changes"], 2);
    desk.ask("pupils_set", ask);
    let list = roll(&mut desk, json!({ "own_flags": [flag] }));
    assert_eq!(each(&list["rows"], "surname"), ["Moss", "Reed"]);
    assert_eq!(list["own_flags"], json!([{ "flag": flag, "count": 2 }]));
    let paper = json!({ "what": "list", "query": { "scope": "roll", "columns": ["name", "own_flags"] } });
    let view = desk.ask("paper_preview", json!({ "of": paper, "names": false }));
    assert!(pages(&view).contains("Forces"), "{view}");
    let some = json!({ "what": "list", "query": { "scope": "roll", "group": "class" }, "pupils": [2] });
    let view = desk.ask("paper_preview", json!({ "of": some, "names": true }));
    assert!(pages(&view).contains("Reed") && !pages(&view).contains("Moss"), "only those who are marked: {view}");
    let missing = json!({ "pupils": [1], "change": { "what": "own_flag", "flag": 99, "on": true } });
    assert_eq!(desk.ask("pupils_set_preview", missing)["refused"], 1);
    let assessment = json!({
        "date": "2026-11-01", "kind": "screening", "name": "Reading age", "score": "6.4", "scale": "", "done_by": "", "note": ""
    });
    desk.ask("assessment_add", json!({ "pupil": 1, "details": assessment }));
    let view = desk.ask("register_changes", json!({ "since": "2026-10-30", "scope": "register" }));
    assert_eq!(view["children"][0]["lines"][0], json!({ "on": "2026-11-01", "sentence": "Reading age: 6.4." }));
    assert!(view["children"][0]["lines"].to_string().contains("Forces family"), "{view}");
}

#[test]
fn everybody_moves_up_with_the_exceptions_and_one_undo_brings_them_back() {
    let mut desk = with_pupils(&THREE);
    desk.at_time("2027-07-20T15:00:00");
    let proposed = desk.ask("year_end_preview", json!({ "plan": null }));
    assert_eq!((&proposed["plan"]["from"], &proposed["plan"]["top"]), (&json!("2027-09-01"), &json!("4")));
    assert_eq!((&proposed["leaving"], &proposed["moving"]), (&json!(3), &json!(0)), "nobody is above Year 4");
    let mut plan = proposed["plan"].clone();
    plan["top"] = json!("6");
    plan["exceptions"] = json!([{ "pupil": 3, "becomes": "stays", "class": null }]);
    let view = desk.ask("year_end_preview", json!({ "plan": plan }));
    assert_eq!(view["classes"], json!([{ "class": "4A", "year": "4", "to": "5A", "pupils": 2, "told": true }]));
    assert_eq!((&view["moving"], &view["staying"], &view["done"]), (&json!(2), &json!(1), &json!(false)));
    assert!(view["notices"][0].as_str().unwrap().starts_with("Classes change at once"), "{view}");
    let before = roll(&mut desk, json!({}));
    let done = desk.ask("year_end", json!({ "plan": plan }));
    assert_eq!(done["value"], json!({ "moved": 2, "left": 0, "stayed": 1 }));
    assert_eq!(done["undo"], "Everybody moved up into the year from 1 September 2027");
    assert_eq!(each(&roll(&mut desk, json!({}))["rows"], "class"), ["4A", "5A", "5A"]);
    assert_eq!(desk.refused("year_end", json!({ "plan": plan })), "year_end.done");
    assert_eq!(desk.ask("year_end_preview", json!({ "plan": plan }))["done"], true);
    desk.at_time("2027-09-06T08:00:00");
    assert_eq!(each(&roll(&mut desk, json!({}))["rows"], "year"), ["4", "5", "5"], "Fern stays in Year 4");
    desk.ask("undo", json!({}));
    desk.at_time("2027-07-20T15:00:00");
    assert_eq!(roll(&mut desk, json!({})), before);
    plan["exceptions"] = json!([{ "pupil": 1, "becomes": "leaves", "class": null }]);
    desk.ask("year_end", json!({ "plan": plan }));
    assert_eq!(desk.ask("pupil", json!({ "pupil": 1 }))["on_roll_to"], plan["last_day"]);
}

#[test]
fn a_year_s_end_is_next_summer_s_once_the_school_is_in_its_year_and_its_answers_follow_its_first_day() {
    let mut desk = with_pupils(&THREE);
    desk.at_time("2026-11-02T09:00:00");
    let view = desk.ask("year_end_preview", json!({ "plan": null }));
    assert_eq!((&view["plan"]["from"], &view["plan"]["top"]), (&json!("2027-09-01"), &json!("4")), "{view}");
    assert_eq!(view["notices"][0], "This school year began in September. The next year’s end is 1 September 2027.");
    // Another first day, with what she did not set following it.
    let mut plan = view["plan"].clone();
    plan["from"] = json!("2026-09-01");
    assert_eq!(desk.refused("year_end_preview", json!({ "plan": plan })), "year_end.last_day");
    let followed = desk.ask("year_end_preview", json!({ "plan": plan, "work_out": ["last_day", "top"] }));
    let (first, last) = (json!("2025-09-01"), &followed["plan"]["last_day"]);
    assert!(last.as_str() < plan["from"].as_str() && last.as_str() >= first.as_str(), "{last}");
    assert_eq!(followed["leaving"], 0, "those of the highest year before are gone: {followed}");
    assert!(followed["notices"][0].as_str().unwrap().contains("one class too far"), "{followed}");
    plan["last_day"] = json!("2026-07-17");
    plan["top"] = json!("3");
    let set = desk.ask("year_end_preview", json!({ "plan": plan, "work_out": [] }));
    assert_eq!((&set["plan"]["last_day"], &set["leaving"]), (&json!("2026-07-17"), &json!(3)));
    // Classes that are still called as last year's: the year that has begun is to be moved into, late as it is.
    desk.ask("pupils_set", json!({ "pupils": [1, 2, 3], "change": { "what": "class", "class": "3A" } }));
    let late = desk.ask("year_end_preview", json!({ "plan": null }));
    assert_eq!((&late["plan"]["from"], &late["plan"]["top"]), (&json!("2026-09-01"), &json!("3")), "{late}");
    // Once they are moved up, it is next summer's.
    plan["top"] = json!(null);
    desk.ask("year_end", json!({ "plan": plan }));
    assert_eq!(desk.ask("year_end_preview", json!({ "plan": null }))["plan"]["from"], "2027-09-01");
}

/// What the pages of a preview say.
fn pages(view: &Value) -> String {
    view["pages"].as_array().unwrap().iter().map(|page| page.as_str().unwrap()).collect()
}

#[test]
fn the_list_on_paper_holds_names_only_where_they_are_asked_for() {
    let mut desk = with_pupils(&[("Persephone", "Quartermain"), ("Bo", "Reed")]);
    desk.ask("status_set", json!({ "pupil": 2, "code": "W", "from": "2026-11-02", "reason": "sits with Persephone" }));
    let list = json!({ "what": "list", "query": { "columns": ["name", "born", "needs", "class"], "group": "status" } });
    let changes = json!({ "what": "changes", "since": "2026-08-01", "scope": "register" });
    // A class called by a name of a pupil's.
    desk.ask("pupils_set", json!({ "pupils": [1], "change": { "what": "class", "class": "Quartermain" } }));
    let by_class = json!({ "what": "list", "query": { "columns": ["name", "needs"], "group": "class" } });
    for of in [list, changes, by_class] {
        let by_code = desk.ask("paper_preview", json!({ "of": of, "names": false }));
        assert!(pages(&by_code).contains("C-0001"), "{of}");
        for word in ["Persephone", "Quartermain", "2018"] {
            assert!(!pages(&by_code).contains(word), "{word} stands in {of}");
        }
        let named = desk.ask("paper_preview", json!({ "of": of, "names": true }));
        assert!(pages(&named).contains("Quartermain") && !named["notes"].as_array().unwrap().is_empty(), "{of}");
        let path = desk.dir().join("list.pdf");
        let saved = desk.ask("paper_save", json!({ "of": of, "names": false, "path": path }));
        assert_eq!(saved["value"]["hash"], by_code["hash"]);
        assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
        assert_eq!(desk.ask("paper_printed", json!({ "of": of, "names": true }))["undo"], Value::Null);
    }
    let log = desk.ask("activity_log", json!({}));
    assert!(log.to_string().contains("Register list"), "that it was printed is known");
}
