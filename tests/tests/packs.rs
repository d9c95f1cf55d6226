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
    let columns =
        ["name", "year", "class", "status", "since", "needs", "flags", "born", "upn", "next_review", "plans", "note"];
    let wide = json!({ "what": "list", "query": { "scope": "roll", "group": "class", "columns": columns } });
    let changes = json!({ "what": "changes", "since": "2026-09-01", "scope": "register" });
    let usual = json!({ "what": "list", "query": {} });
    let nobody = json!({ "what": "list", "query": { "search": "nobody is called this" } });
    let plan = desk.ask("plans", json!({ "pupil": 1 }))[0]["id"].clone();
    let profile = json!({ "what": "profile", "pupil": 1 });
    let plan = json!({ "what": "plan", "plan": plan });
    let map = |by: &str, ended: bool| json!({ "what": "provision_map", "by": by, "ended": ended });
    let papers = [
        (usual, false),
        (wide, true),
        (changes.clone(), false),
        (changes, true),
        (nobody, false),
        (plan.clone(), true),
        (plan, false),
        (profile.clone(), true),
        (profile, false),
        (map("child", false), false),
        (map("class", true), true),
        (map("area", false), false),
    ];
    papers
        .into_iter()
        .enumerate()
        .map(|(i, (of, names))| {
            let path = folder.join(format!("list {i}.pdf"));
            desk.ask("paper_save", json!({ "of": of, "names": names, "path": path }));
            path
        })
        .collect()
}

#[test]
fn what_was_printed_of_the_register_is_found_again() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = Desk::at("2026-11-20T16:30:00");
    desk.ask("sample_explore", json!({}));
    let plan = desk.ask("plans", json!({ "pupil": 1 }))[0]["id"].clone();
    let search = json!({ "what": "list", "query": { "search": "nobody is called this" } });
    for (of, names, title) in [
        (json!({ "what": "list", "query": {} }), false, "Register list"),
        (search.clone(), false, "Register list"),
        (
            json!({ "what": "changes", "since": "2026-09-01", "scope": "roll" }),
            true,
            "What changed since 1 September 2026",
        ),
        (json!({ "what": "plan", "plan": plan }), true, "Plan, C-0001"),
        (json!({ "what": "profile", "pupil": 1 }), true, "One-page profile, C-0001"),
        (json!({ "what": "provision_map", "by": "area", "ended": false }), false, "Provision map"),
    ] {
        let view = desk.ask("paper_preview", json!({ "of": of, "names": names }));
        assert!(view["file"].as_str().unwrap().ends_with("2026-11-20.pdf"), "{}", view["file"]);
        desk.ask("paper_save", json!({ "of": of, "names": names, "path": dir.path().join("paper.pdf") }));
        let row = desk.ask("packs", json!({}))[0].clone();
        assert_eq!((&row["title"], &row["names"], &row["kind"]), (&json!(title), &json!(names), &json!(null)));
        if of == search {
            assert_eq!(row["of"], json!(null), "words that were searched for stay nowhere");
        } else {
            desk.ask("paper_preview", json!({ "of": row["of"], "names": names }));
        }
    }
    desk.ask("child_erase", json!({ "pupil": 1, "confirm": "C-0001", "delete_copies": true, "kept": [] }));
    let rows = desk.ask("packs", json!({}));
    let of_child: Vec<_> = rows.as_array().unwrap().iter().filter(|row| row["of"] == json!(null)).collect();
    assert_eq!(of_child.len(), 3, "the plan, the profile and the search: {rows}");
    assert!(!rows.to_string().contains("C-0001"), "{rows}");
}

#[test]
fn kinds_of_plans_are_printed_by_what_they_are_called() {
    let mut desk = Desk::at("2026-11-20T16:30:00");
    desk.ask("sample_explore", json!({}));
    let kind = desk.ask("plans", json!({ "pupil": 1 }))[0].clone();
    let query = json!({ "scope": "roll", "columns": ["name", "plans"], "plans": [kind["kind"]] });
    let rows = desk.ask("register", json!({ "query": query }));
    assert!(rows["rows"].as_array().unwrap().iter().any(|row| row["id"] == 1), "{rows}");
    assert!(rows["rows"].as_array().unwrap().len() < rows["in_scope"].as_u64().unwrap() as usize);
    let view = desk.ask("paper_preview", json!({ "of": { "what": "list", "query": query }, "names": false }));
    let pages = view["pages"].to_string();
    // Words are set one by one.
    let label = kind["kind_label"].as_str().unwrap();
    let bare = desk.ask(
        "paper_preview",
        json!({ "of": { "what": "list", "query": { "scope": "roll", "columns": ["year"] } }, "names": false }),
    );
    let times = |pages: &str| label.split(' ').map(|word| pages.matches(word).count()).min().unwrap();
    assert!(times(&pages) > times(&bare["pages"].to_string()), "{label}");
}

#[test]
fn what_was_printed_of_a_child_stands_in_that_childs_history() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = Desk::at("2026-11-20T16:30:00");
    desk.ask("sample_explore", json!({}));
    let told = |desk: &mut Desk, pupil: i64| -> Vec<String> {
        let lines = desk.ask("history", json!({ "noun": "pupil", "id": pupil }));
        let said = lines.as_array().unwrap().iter().map(|line| line["sentence"].as_str().unwrap().to_owned());
        said.filter(|said| said.starts_with("Printed or saved")).collect()
    };
    let plan = desk.ask("plans", json!({ "pupil": 1 }))[0]["id"].clone();
    let before = told(&mut desk, 2);
    desk.ask("paper_printed", json!({ "of": { "what": "profile", "pupil": 1 }, "names": false }));
    let path = dir.path().join("plan.pdf");
    desk.ask("paper_save", json!({ "of": { "what": "plan", "plan": plan }, "names": true, "path": path }));
    desk.ask("paper_printed", json!({ "of": { "what": "list", "query": {}, "pupils": [1] }, "names": true }));
    desk.ask("child_file", json!({ "pupil": 1, "folder": dir.path() }));
    let said = [
        "Printed or saved: whole file, with names.",
        "Printed or saved: plan, with names.",
        "Printed or saved: one-page profile, without names.",
    ];
    assert_eq!(told(&mut desk, 1), said, "a list of several is nobody's own");
    assert_eq!(told(&mut desk, 2), before);
}

#[test]
fn a_childs_own_paper_names_the_child_and_nobody_else() {
    let mut desk = Desk::set_up();
    for (forename, surname) in [("Persephone", "Quartermain"), ("Ignatius", "Featherby")] {
        let details = json!({
            "surname": surname, "forename": forename, "preferred": "", "pronunciation": "", "born": "2018-02-01", "upn": "",
            "admission": "", "year_override": null, "class": "4A", "own_flags": [], "note": "", "on_roll_from": null,
            "on_roll_to": null,
            "flags": { "pupil_premium": false, "looked_after": false, "social_care": false, "eal": false, "young_carer": false }
        });
        desk.ask("pupil_add", json!({ "details": details }));
    }
    let said = "Persephone works well beside Ignatius Featherby.";
    let profile = json!({
        "admire": said, "important": "", "support": "", "hopes": "", "works": "", "avoid": "", "ask": "", "agreed_on": null
    });
    desk.ask("profile_save", json!({ "pupil": 1, "profile": profile }));
    let cycle = json!({
        "from": "2026-11-02", "review_on": "2027-01-18", "assess": said, "child_views": said, "family_views": "", "doing": "",
        "outcomes": [{ "id": null, "text": said, "area": "", "success": said, "progress": "", "came": "" }],
        "strategies": [
            { "id": null, "outcome": 0, "text": said, "who": "Ignatius", "place": "", "how_often": "" },
            { "id": null, "outcome": null, "text": said, "who": "", "place": "", "how_often": "" }
        ]
    });
    let form = json!({ "kind": "support", "title": said, "cycle": cycle });
    let plan = desk.ask("plan_add", json!({ "pupil": 1, "form": form }))["value"].clone();
    let provision = json!({
        "intervention": "Talk beside Ignatius", "area": "", "plan": plan, "staff": "Mrs Featherby", "group_name": "",
        "group_size": 2, "sessions": 1, "every_weeks": 1, "minutes": 20, "from": "2026-09-07", "weeks": 30, "to": null,
        "pence": 900, "measure": "", "entry": "", "exit": "", "impact": ""
    });
    desk.ask("provision_add", json!({ "pupil": 1, "details": provision }));
    let pages = |view: &serde_json::Value| view["pages"].to_string();
    for (of, own) in [
        (json!({ "what": "plan", "plan": plan }), true),
        (json!({ "what": "profile", "pupil": 1 }), true),
        (json!({ "what": "provision_map", "by": "class", "ended": false }), false),
    ] {
        let by_code = desk.ask("paper_preview", json!({ "of": of, "names": false }));
        assert!(pages(&by_code).contains("C-0001"), "{of}");
        for word in ["Persephone", "Quartermain", "Ignatius", "Featherby"] {
            assert!(!pages(&by_code).contains(word), "{word} stands in {of} by code");
        }
        assert!(!by_code["found"].as_array().unwrap().is_empty(), "{of}");
        let named = desk.ask("paper_preview", json!({ "of": of, "names": true }));
        assert!(pages(&named).contains("Persephone"), "{of}");
        if own {
            assert!(!pages(&named).contains("Ignatius"), "somebody else stands in {of}");
            assert!(named["found"].to_string().contains("C-0002") && !named["found"].to_string().contains("C-0001"));
        }
        assert!(
            !named["title"].as_str().unwrap().contains("Persephone") && !named["file"].to_string().contains("Pers")
        );
    }
    let keep = json!([{ "word": "Featherby", "case_codes": ["C-0002"] }]);
    let ask =
        json!({ "of": { "what": "plan", "plan": plan }, "names": true, "options": { "keep": keep, "hide": null } });
    assert!(pages(&desk.ask("paper_preview", ask)).contains("Featherby"), "a colleague is kept");
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
