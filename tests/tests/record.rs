//! A child's record beside their provision and needs: flags of the school's own, plans, provision, profile, results,
//! documents and the story told from them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;

use desk::Desk;
use serde_json::{Value, json};

/// A desk with one pupil, C-0001, on a Monday.
fn known() -> Desk {
    let mut desk = Desk::set_up();
    let details = json!({
        "surname": "Moss", "forename": "Ada", "preferred": "", "pronunciation": "AY-da", "born": "2018-02-01", "upn": "",
        "admission": "", "year_override": null, "class": "4A", "note": "", "on_roll_from": null, "on_roll_to": null,
        "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false },
        "own_flags": []
    });
    desk.ask("pupil_add", json!({ "details": details }));
    desk
}

fn outcome(text: &str) -> Value {
    json!({ "id": null, "text": text, "area": "communication", "success": "", "progress": "", "came": "" })
}

fn plan(kind: &str, from: &str, review_on: &str) -> Value {
    json!({ "kind": kind, "title": "", "cycle": {
        "from": from, "review_on": review_on, "assess": "Speaks in twos", "child_views": "", "family_views": "Talks at home",
        "doing": "", "outcomes": [outcome("Asks for help"), outcome("Joins a game")],
        "strategies": [{ "id": null, "outcome": 1, "text": "Turns", "who": "TA", "place": "Class", "how_often": "Daily" }]
    } })
}

fn provision(name: &str, from: &str) -> Value {
    json!({
        "intervention": name, "area": "communication", "plan": null, "staff": "Mrs Bellamy", "group_name": "", "group_size": 3,
        "sessions": 2, "every_weeks": 1, "minutes": 30, "from": from, "weeks": 10, "to": null, "pence": 1000,
        "measure": "Words", "entry": "12", "exit": "", "impact": ""
    })
}

fn sentences(desk: &mut Desk, command: &str, args: Value) -> Vec<String> {
    let lines = desk.ask(command, args);
    lines.as_array().unwrap().iter().map(|line| line["sentence"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn flags_of_the_school_s_own_are_named_once_and_kept_with_the_child() {
    let mut desk = known();
    let save = |flag: Value, name: &str| json!({ "flag": flag, "details": { "name": name, "retired": false } });
    let flag = desk.ask("flag_save", save(Value::Null, " Forces family "))["value"].clone();
    assert_eq!(desk.refused("flag_save", save(Value::Null, "forces FAMILY")), "flag.twice");
    desk.ask("flag_save", save(flag.clone(), "Forces Family"));
    let mut details = desk.ask("pupil", json!({ "pupil": 1 }));
    assert_eq!(details["pronunciation"], "AY-da");
    for field in ["id", "case_code", "statuses", "needs", "notices"] {
        details.as_object_mut().unwrap().remove(field);
    }
    details["own_flags"] = json!([flag]);
    desk.ask("pupil_save", json!({ "pupil": 1, "details": details }));
    desk.restart("2026-11-03T08:00:00");
    assert_eq!(desk.ask("pupil", json!({ "pupil": 1 }))["own_flags"], json!([flag]));
    assert_eq!(desk.ask("flags", json!({}))[0]["name"], "Forces Family");
    let mut wrong = details.clone();
    wrong["own_flags"] = json!([77]);
    assert_eq!(desk.refused("pupil_save", json!({ "pupil": 1, "details": wrong })), "store.linked");
}

#[test]
fn a_plan_goes_round_after_round_and_every_round_stays_readable() {
    let mut desk = known();
    let added = desk.ask("plan_add", json!({ "pupil": 1, "form": plan("support", "2026-07-06", "2026-10-05") }));
    assert_eq!(added["undo"], "Plan of C-0001 begun");
    let before = desk.ask("plans", json!({ "pupil": 1 }));
    assert_eq!(before[0]["kind_label"], "SEN support plan");
    assert_eq!(
        before[0]["notices"],
        json!(["Its review was due on 5 October 2026.", "The child's views are not written down yet."])
    );
    let outcomes = before[0]["cycles"][0]["outcomes"].clone();
    let review = |progress: [&str; 2], next: Value| {
        let said = |i: usize| json!({ "outcome": outcomes[i]["id"], "progress": progress[i], "came": "" });
        json!({ "plan": 1, "review": { "reviewed_on": "2026-11-02", "review": "Later than meant", "outcomes": [said(0), said(1)], "next": next } })
    };
    let goes = json!({ "then": "goes", "review_on": null });
    assert_eq!(desk.refused("plan_review", review(["met", ""], goes.clone())), "review.progress");
    desk.ask("plan_review", review(["met", "some"], goes.clone()));
    let plans = desk.ask("plans", json!({ "pupil": 1 }));
    let cycles = plans[0]["cycles"].clone();
    assert_eq!((&cycles[0]["number"], &cycles[0]["review_on"]), (&json!(2), &json!("2027-02-01")));
    assert_eq!(
        (&cycles[1]["review"], &cycles[1]["outcomes"][0]["progress"]),
        (&json!("Later than meant"), &json!("met"))
    );
    assert_eq!(cycles[0]["outcomes"].as_array().unwrap().len(), 1, "what was met is not carried on");
    assert_eq!(desk.refused("plan_review", review(["met", "some"], goes)), "review.stale");
    let mut early = plan("support", "2026-11-01", "2027-01-11");
    early["cycle"]["strategies"] = json!([]);
    assert_eq!(desk.refused("plan_save", json!({ "plan": 1, "form": early })), "cycle.overlap");
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("plans", json!({ "pupil": 1 })), before);
    desk.ask("redo", json!({}));
    assert_eq!(desk.refused("plan_remove", json!({ "plan": 1 })), "cycle.reviewed");
    assert_eq!(desk.refused("plan_end", json!({ "plan": 1, "on": "2026-11-01", "why": "" })), "plan.backwards");
    desk.ask("plan_end", json!({ "plan": 1, "on": "2026-11-03", "why": "moved away" }));
    assert_eq!(desk.ask("plans", json!({ "pupil": 1 }))[0]["why_ended"], "moved away");
    desk.ask("plan_end", json!({ "plan": 1, "on": null, "why": "" }));
    assert_eq!(desk.ask("plans", json!({ "pupil": 1 })), plans);
}

#[test]
fn a_school_has_kinds_of_plan_of_its_own() {
    let mut desk = known();
    let save = |kind: Value, name: &str, retired: bool| json!({ "kind": kind, "details": { "name": name, "review_weeks": 6, "retired": retired } });
    assert_eq!(
        desk.refused("plan_add", json!({ "pupil": 1, "form": plan("own-1", "2026-11-02", "2026-12-14") })),
        "plan.kind"
    );
    let kind = desk.ask("plan_kind_save", save(Value::Null, "Forest plan", false))["value"].clone();
    assert_eq!(desk.refused("plan_kind_save", save(Value::Null, "One plan", false)), "plan_kind.twice");
    desk.ask("plan_add", json!({ "pupil": 1, "form": plan("own-1", "2026-11-02", "2026-12-14") }));
    desk.ask("plan_kind_save", save(kind, "Forest plan", true));
    let again = json!({ "pupil": 1, "form": plan("own-1", "2026-11-02", "2026-12-14") });
    assert_eq!(desk.refused("plan_add", again), "plan.kind", "no longer offered");
    let mut form = plan("own-1", "2026-11-02", "2026-12-07");
    form["cycle"]["outcomes"] = json!([]);
    form["cycle"]["strategies"] = json!([]);
    desk.ask("plan_save", json!({ "plan": 1, "form": form }));
    assert_eq!(desk.ask("plans", json!({ "pupil": 1 }))[0]["kind_label"], "Forest plan");
}

#[test]
fn provision_is_costed_to_date_and_for_the_full_run_and_the_map_adds_up() {
    let mut desk = known();
    desk.at_time("2026-11-06T16:00:00");
    let id =
        desk.ask("provision_add", json!({ "pupil": 1, "details": provision("Language group", "2026-09-14") }))["value"]
            .clone();
    desk.ask("provision_add", json!({ "pupil": 1, "details": provision("Garden club", "2027-01-04") }));
    let list = desk.ask("provisions", json!({ "pupil": 1 }));
    let first = &list[1];
    assert_eq!(
        (&first["running"], &first["weeks_to_date"], &first["dates_known"]),
        (&json!("now"), &json!(7), &json!(true))
    );
    assert_eq!(
        first["cost"],
        json!({ "sessions_to_date": 14, "sessions_full_run": 20, "to_date": 14000, "full_run": 20000, "share_to_date": 4667, "share_full_run": 6667 })
    );
    for by in ["child", "class", "area"] {
        let map = desk.ask("provision_map", json!({ "by": by, "ended": false }));
        assert_eq!(
            map["total"],
            json!({ "minutes_a_week": 60, "to_date": 4667, "full_run": 6667, "unpriced": 0 }),
            "{by}"
        );
        assert_eq!(map["groups"][0]["rows"].as_array().unwrap().len(), 1, "what is to come is not in it yet");
    }
    let end = |on: &str| json!({ "provision": id, "on": on, "exit": "30", "impact": "Asks by herself" });
    assert_eq!(desk.refused("provision_end", end("2026-09-13")), "provision.backwards");
    desk.ask("provision_end", end("2026-10-05"));
    let ended = desk.ask("provisions", json!({ "pupil": 1 }))[1].clone();
    assert_eq!((&ended["running"], &ended["cost"]["to_date"]), (&json!("ended"), &json!(6000)));
    let now = desk.ask("provision_map", json!({ "by": "child", "ended": false }));
    let year = desk.ask("provision_map", json!({ "by": "child", "ended": true }));
    assert_eq!((&now["groups"], &year["total"]["to_date"]), (&json!([]), &json!(2000)));
    let intervention = desk.ask("interventions", json!({}))[1].clone();
    assert_eq!(intervention["name"], "Language group");
    let renamed = json!({ "intervention": intervention["id"], "details": { "name": "garden CLUB", "area": "", "retired": false } });
    assert_eq!(desk.refused("intervention_save", renamed), "intervention.twice");
    let mut wrong = provision("Talk", "2026-09-14");
    wrong["sessions"] = json!(0);
    assert_eq!(desk.refused("provision_add", json!({ "pupil": 1, "details": wrong })), "provision.number");
}

#[test]
fn the_last_review_is_opened_again_with_a_reason() {
    let mut desk = known();
    desk.at_time("2026-11-06T16:00:00");
    let plan_id =
        desk.ask("plan_add", json!({ "pupil": 1, "form": plan("support", "2026-09-07", "2026-12-11") }))["value"]
            .clone();
    let reopen = |why: &str| json!({ "plan": plan_id, "why": why });
    assert_eq!(desk.refused("plan_reopen", reopen("wrong day")), "plan.not_reviewed");
    let review = |desk: &mut Desk, next: Value| {
        let open = desk.ask("plans", json!({ "pupil": 1 }))[0]["cycles"][0].clone();
        let outcomes: Vec<Value> = open["outcomes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|outcome| json!({ "outcome": outcome["id"], "progress": "some", "came": "Points" }))
            .collect();
        let review = json!({ "reviewed_on": "2026-11-05", "review": "Went well", "outcomes": outcomes, "next": next });
        desk.ask("plan_review", json!({ "plan": plan_id, "review": review }));
    };
    review(&mut desk, json!({ "then": "goes", "review_on": null }));
    let reviewed = desk.ask("plans", json!({ "pupil": 1 }));
    assert_eq!(desk.refused("plan_reopen", reopen("  ")), "plan.no_reason");
    desk.ask("plan_reopen", reopen("It was another child's"));
    let open = desk.ask("plans", json!({ "pupil": 1 }));
    let cycles = open[0]["cycles"].as_array().unwrap();
    assert_eq!((cycles.len(), &cycles[0]["reviewed_on"]), (1, &Value::Null));
    assert_eq!(cycles[0]["outcomes"][0]["came"], "Points", "what was said of an outcome stays, to be put right");
    assert!(
        desk.ask("history", json!({ "noun": "pupil", "id": 1 }))
            .to_string()
            .contains("Round 1 is open again: “It was another child's”."),
    );
    desk.ask("undo", json!({}));
    assert_eq!(desk.ask("plans", json!({ "pupil": 1 })), reviewed, "undone, everything stands as it was read out");
    desk.ask("redo", json!({}));
    review(&mut desk, json!({ "then": "ends", "why": "moved" }));
    desk.ask("plan_reopen", reopen("It goes on"));
    let plan = desk.ask("plans", json!({ "pupil": 1 }))[0].clone();
    assert_eq!((&plan["to"], &plan["why_ended"], &plan["cycles"][0]["number"]), (&Value::Null, &json!(""), &json!(1)));
    assert_eq!(desk.ask("check", json!({}))["findings"], json!([]));
}

#[test]
fn what_runs_stops_with_the_last_day_on_roll() {
    let mut desk = known();
    desk.at_time("2026-12-04T16:00:00");
    desk.ask("provision_add", json!({ "pupil": 1, "details": provision("Language group", "2026-09-14") }));
    desk.ask("plan_add", json!({ "pupil": 1, "form": plan("support", "2026-07-06", "2026-10-05") }));
    let mut details = desk.ask("pupil", json!({ "pupil": 1 }));
    for field in ["id", "case_code", "statuses", "needs", "notices"] {
        details.as_object_mut().unwrap().remove(field);
    }
    details["on_roll_to"] = json!("2026-10-23");
    desk.ask("pupil_save", json!({ "pupil": 1, "details": details }));
    let provision = desk.ask("provisions", json!({ "pupil": 1 }))[0].clone();
    // Six school weeks of two sessions at ten pounds.
    assert_eq!((&provision["running"], &provision["cost"]["to_date"]), (&json!("ended"), &json!(12_000)));
    assert_eq!(provision["to"], Value::Null, "the record keeps what was written down");
    let map = |desk: &mut Desk, ended: bool| desk.ask("provision_map", json!({ "by": "child", "ended": ended }));
    assert_eq!(map(&mut desk, true)["total"]["to_date"], json!(4_000));
    assert_eq!(map(&mut desk, false)["groups"], json!([]));
    let plans = desk.ask("plans", json!({ "pupil": 1 }));
    assert_eq!(plans[0]["notices"], json!([]), "nothing is asked of a plan whose child has left");
}

#[test]
fn a_plan_ends_on_a_day_that_has_come() {
    let mut desk = known();
    desk.at_time("2026-11-06T16:00:00");
    let plan =
        desk.ask("plan_add", json!({ "pupil": 1, "form": plan("support", "2026-09-07", "2026-12-11") }))["value"]
            .clone();
    let end = |on: &str| json!({ "plan": plan, "on": on, "why": "" });
    assert_eq!(desk.refused("plan_end", end("2026-11-08")), "plan.to_come");
    assert_eq!(desk.ask("plans", json!({ "pupil": 1 }))[0]["to"], Value::Null);
    desk.ask("plan_end", end("2026-11-07"));
}

#[test]
fn a_plan_s_provision_is_the_same_child_s() {
    let mut desk = known();
    desk.ask("plan_add", json!({ "pupil": 1, "form": plan("support", "2026-07-06", "2026-12-07") }));
    let mut other = desk.ask("pupil", json!({ "pupil": 1 }));
    for field in ["id", "case_code", "statuses", "needs", "notices"] {
        other.as_object_mut().unwrap().remove(field);
    }
    other["forename"] = json!("Bea");
    desk.ask("pupil_add", json!({ "details": other }));
    let mut details = provision("Talk", "2026-09-14");
    details["plan"] = json!(1);
    assert_eq!(desk.refused("provision_add", json!({ "pupil": 2, "details": details })), "provision.plan");
    desk.ask("provision_add", json!({ "pupil": 1, "details": details }));
    assert_eq!(desk.refused("plan_remove", json!({ "plan": 1 })), "plan.has_provision");
}

#[test]
fn a_small_file_is_kept_inside_and_read_back_where_it_was_asked_for() {
    let mut desk = known();
    let (from, to) = (desk.dir().join("EP report.pdf"), desk.dir().join("Copy.pdf"));
    std::fs::write(&from, b"%PDF-1.7 a report").unwrap();
    let details = json!({ "name": "", "date": "2026-10-01", "note": "" });
    let keep = |path: &std::path::Path| json!({ "pupil": 1, "details": details, "path": path });
    let id = desk.ask("document_keep", keep(&from))["value"].clone();
    std::fs::remove_file(&from).unwrap();
    assert_eq!(desk.refused("document_keep", keep(&from)), "document.unreadable");
    assert_eq!(desk.refused("document_keep", keep(desk.dir())), "document.unreadable");
    std::fs::write(&from, vec![0; 5_000_001]).unwrap();
    assert_eq!(desk.refused("document_keep", keep(&from)), "document.too_big");
    let link = |link: &str| json!({ "pupil": 1, "details": { "name": "Letter", "date": "2026-10-02", "note": "" }, "link": link });
    assert_eq!(desk.refused("document_link", link(" ")), "document.link");
    desk.ask("document_link", link("S:\\SEND\\letter.docx"));
    let view = desk.ask("documents", json!({ "pupil": 1 }));
    let names: Vec<&str> = view["documents"].as_array().unwrap().iter().map(|d| d["name"].as_str().unwrap()).collect();
    assert_eq!((names, &view["kept"]), (vec!["Letter", "EP report.pdf"], &json!(1)));
    let args = json!({ "document": id, "path": to });
    assert_eq!(
        daybook_app::commands::writes("document_save_as", &args).map(|to| to.path),
        to.to_str(),
        "the window knows where it writes"
    );
    desk.ask("document_save_as", args);
    assert_eq!(std::fs::read(&to).unwrap(), b"%PDF-1.7 a report");
    let said = sentences(&mut desk, "activity_log", json!({}));
    assert!(said.contains(&"Saved as a file outside the daybook: a document of a child.".to_owned()), "{said:?}");
    desk.ask("document_remove", json!({ "document": id }));
    desk.ask("undo", json!({}));
    desk.restart("2026-11-03T08:00:00");
    desk.ask("document_save_as", json!({ "document": id, "path": to }));
}

#[test]
fn results_draw_their_numbers_and_a_profile_keeps_to_its_page() {
    let mut desk = known();
    let result = |date: &str, score: &str| json!({ "date": date, "kind": "screening", "name": "BPVS", "score": score, "scale": "standard score", "done_by": "", "note": "" });
    let add = |date: &str, score: &str| json!({ "pupil": 1, "details": result(date, score) });
    desk.ask("assessment_add", add("2025-11-03", "85"));
    desk.ask("assessment_add", add("2026-11-02", "92.5"));
    assert_eq!(desk.refused("assessment_add", add("2026-11-03", "1")), "assessment.ahead");
    desk.ask("assessment_save", json!({ "assessment": 1, "details": result("2025-11-03", "86") }));
    let points = desk.ask("assessments", json!({ "pupil": 1 }))["series"][0]["points"].clone();
    assert_eq!(
        points,
        json!([{ "date": "2025-11-03", "hundredths": 8600 }, { "date": "2026-11-02", "hundredths": 9250 }])
    );
    desk.ask("assessment_remove", json!({ "assessment": 1 }));
    let mut profile = desk.ask("profile", json!({ "pupil": 1 }));
    profile["admire"] = json!("My drawings");
    profile["agreed_on"] = json!("2026-11-02");
    desk.ask("profile_save", json!({ "pupil": 1, "profile": profile }));
    assert_eq!(desk.ask("profile", json!({ "pupil": 1 })), profile);
    profile["avoid"] = json!("x".repeat(1501));
    assert_eq!(desk.refused("profile_save", json!({ "pupil": 1, "profile": profile })), "text.too_long");
}

#[test]
fn a_child_s_story_is_told_from_the_whole_record() {
    let mut desk = known();
    desk.ask("status_set", json!({ "pupil": 1, "code": "K", "from": "2026-07-06", "reason": "agreed with home" }));
    desk.ask("plan_add", json!({ "pupil": 1, "form": plan("support", "2026-07-06", "2026-10-05") }));
    desk.ask("provision_add", json!({ "pupil": 1, "details": provision("Language group", "2026-09-14") }));
    assert_eq!(
        sentences(&mut desk, "timeline", json!({ "pupil": 1 })),
        [
            "SEN support: agreed with home.",
            "SEN support plan: began, to be reviewed by 5 October 2026.",
            "Language group: began, twice a week, 30 minutes, with Mrs Bellamy.",
        ]
    );
}

#[test]
fn every_record_of_the_sample_school_reads_and_is_fit_to_save() {
    let mut desk = Desk::at("2026-11-20T16:00:00");
    desk.ask("sample_explore", json!({}));
    let roll = desk.ask("register", json!({ "query": { "scope": "register" } }));
    let (mut reviewed, mut late, mut points) = (0, 0, 0);
    for row in roll["rows"].as_array().unwrap() {
        let of = json!({ "pupil": row["id"] });
        for plan in desk.ask("plans", of.clone()).as_array().unwrap() {
            reviewed += plan["cycles"].as_array().unwrap().len() - 1;
            late += usize::from(plan["notices"].to_string().contains("was due"));
            let form = json!({ "kind": plan["kind"], "title": plan["title"], "cycle": plan["cycles"][0] });
            let kept = desk.ask("plan_save", json!({ "plan": plan["id"], "form": form }));
            assert_eq!(kept["changed"], json!([]), "what is the same is not written");
        }
        for provision in desk.ask("provisions", of.clone()).as_array().unwrap() {
            assert!(provision["cost"]["to_date"].as_u64() <= provision["cost"]["full_run"].as_u64());
        }
        let results = desk.ask("assessments", of.clone());
        points += results["series"][0]["points"].as_array().unwrap().len();
        assert!(!sentences(&mut desk, "timeline", of).is_empty());
    }
    assert!(reviewed > 20 && late > 0 && points > 80, "{reviewed} {late} {points}");
    let map = desk.ask("provision_map", json!({ "by": "area", "ended": true }));
    let sum = |figure: &str| map["groups"].as_array().unwrap().iter().map(|g| g[figure].as_u64().unwrap()).sum::<u64>();
    for figure in ["minutes_a_week", "to_date", "full_run"] {
        assert_eq!(Some(sum(figure)), map["total"][figure].as_u64(), "{figure}");
    }
}
