//! A half-term of a believable school, lived through the host and reconciled to the minute in every view.
//!
//! What is compared with is the plainest sum there is: the entries of each week as they stand, added up here.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod desk;
#[path = "half_term/story.rs"]
mod story;

use desk::Desk;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use story::{MONDAYS, Story, day};

const GROUPINGS: [&str; 7] = ["activity", "purpose", "role", "place", "child", "interrupter", "planned"];

fn choice(by: &str, private: bool) -> Value {
    json!({ "by": by, "stretch": { "is": "half_term" }, "private": private })
}

fn back(desk: &mut Desk, by: &str, private: bool) -> Value {
    desk.ask("look_back", json!({ "choice": choice(by, private) }))
}

fn sum<'a>(values: impl IntoIterator<Item = &'a Value>) -> u64 {
    values.into_iter().map(|value| value.as_u64().unwrap()).sum()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().unwrap_or_else(|| panic!("no list {name}"))
}

fn minutes(entries: &[Value], wanted: impl Fn(&Value) -> bool) -> u64 {
    sum(entries.iter().filter(|entry| wanted(entry)).map(|entry| &entry["minutes"]))
}

/// Seven weeks, and every entry of them.
struct Told {
    weeks: Vec<Value>,
    entries: Vec<Value>,
}

fn told(desk: &mut Desk) -> Told {
    let weeks: Vec<Value> = MONDAYS.iter().map(|monday| desk.ask("week", json!({ "date": monday }))).collect();
    let entries = weeks.iter().flat_map(|week| list(week, "entries").clone()).collect();
    Told { weeks, entries }
}

impl Told {
    /// A figure of every week's story, added up.
    fn in_all(&self, of: &str, figure: &str) -> u64 {
        let one = |week: &Value| match &week["story"][of][figure] {
            Value::Number(number) => number.as_u64().unwrap(),
            told => told["minutes"].as_u64().unwrap_or_else(|| panic!("no {figure}")),
        };
        self.weeks.iter().map(one).sum()
    }
}

#[test]
fn every_view_comes_to_the_same_minutes() {
    let mut story = Story::played();
    let told = told(&mut story.desk);
    assert!(told.entries.len() > 150, "{} entries are no half-term", told.entries.len());
    each_week_accounts_for_its_minutes(&mut story.desk, &told);
    looking_back_agrees_week_by_week(&mut story.desk, &told);
    each_grouping_agrees_with_the_stories(&mut story.desk, &told);
    each_figure_opens_what_it_was_summed_from(&mut story.desk);
    private_time_is_left_out_and_said(&mut story.desk, &told);
    tasks_know_the_time_that_went_on_them(&mut story);
    packs_are_summed_from_what_is_not_private(&mut story.desk, &told);
    story.desk.restart("2026-12-20T20:00:00");
    let again = back(&mut story.desk, "child", true);
    assert_eq!(again["minutes"], json!(minutes(&told.entries, |_| true)), "and so it is the next time");
}

fn each_week_accounts_for_its_minutes(desk: &mut Desk, told: &Told) {
    for (week, monday) in told.weeks.iter().zip(MONDAYS) {
        let (sums, happened) = (&week["story"]["sums"], minutes(list(week, "entries"), |_| true));
        assert_eq!(week["story"]["totals"]["happened"]["minutes"], json!(happened), "{monday}");
        let parts = ["teaching", "breaks_taken", "breaks_lost", "unaccounted"].map(|part| &sums[part]);
        assert_eq!(sum(parts) + sum([&sums["recorded"]["minutes"]]), sum([&sums["contracted"]]), "{monday}");
        let went = [&sums["recorded"]["minutes"], &sums["out_of_hours"]["minutes"], &sums["overlapped"]];
        assert_eq!(sum(went), happened, "{monday}");
        assert_eq!(sums["overlapped"], json!(0), "{monday} is settled");
        let days: Vec<Value> = (0..7).map(|at| desk.ask("day", json!({ "date": day(monday, at) }))).collect();
        assert_eq!(days.iter().map(|day| minutes(list(day, "entries"), |_| true)).sum::<u64>(), happened, "{monday}");
        for part in ["recorded", "out_of_hours"] {
            let of_days = days.iter().map(|day| &day["day"]["sums"][part]["minutes"]);
            assert_eq!(sum(of_days), sum([&sums[part]["minutes"]]), "{monday}, {part}");
        }
        assert!(week["story"]["week"]["closed_at"].is_string(), "{monday}");
    }
}

fn looking_back_agrees_week_by_week(desk: &mut Desk, told: &Told) {
    for by in GROUPINGS {
        let back = back(desk, by, true);
        assert_eq!(
            (&back["from"], &back["to"], &back["known"]),
            (&json!("2026-11-02"), &json!("2026-12-20"), &json!(true))
        );
        let weeks = list(&back, "weeks");
        assert_eq!(weeks.len(), MONDAYS.len());
        for ((at, week), told) in weeks.iter().enumerate().zip(&told.weeks) {
            let totals = &told["story"]["totals"];
            assert_eq!(week["minutes"], totals["happened"]["minutes"], "{by}, {}", week["monday"]);
            assert_eq!(week["interruptions"], totals["interruptions"]["minutes"], "{by}, {}", week["monday"]);
            assert_eq!(
                week["out_of_hours"], told["story"]["sums"]["out_of_hours"]["minutes"],
                "{by}, {}",
                week["monday"]
            );
            assert_eq!(week["given"], totals["protected"], "{by}, {}", week["monday"]);
            let groups = list(&back, "groups").iter().map(|group| &group["by_week"][at]);
            assert_eq!(sum(groups), sum([&week["minutes"]]), "{by}, {}", week["monday"]);
        }
        let groups = list(&back, "groups");
        assert_eq!(sum(groups.iter().map(|group| &group["minutes"])), sum([&back["minutes"]]), "{by}");
        for group in groups {
            assert_eq!(sum(list(group, "by_week")), sum([&group["minutes"]]), "{by}: {}", group["key"]);
        }
    }
}

fn each_grouping_agrees_with_the_stories(desk: &mut Desk, told: &Told) {
    let groups = |desk: &mut Desk, by: &str| list(&back(desk, by, true), "groups").clone();
    let of = |groups: &[Value], key: Value| {
        groups.iter().find(|group| group["key"] == key).map_or(0, |group| group["minutes"].as_u64().unwrap())
    };
    for (by, rows) in [("activity", "by_activity"), ("purpose", "by_purpose")] {
        let mut stories: BTreeMap<String, u64> = BTreeMap::new();
        for row in told.weeks.iter().flat_map(|week| list(&week["story"], rows)) {
            *stories.entry(row[by].to_string()).or_default() += row["actual"]["minutes"].as_u64().unwrap();
        }
        stories.retain(|_, minutes| *minutes > 0);
        let back: BTreeMap<String, u64> = groups(desk, by)
            .iter()
            .map(|group| (group["key"][by].to_string(), group["minutes"].as_u64().unwrap()))
            .collect();
        assert_eq!(back, stories, "{by}");
    }
    let roles = groups(desk, "role");
    assert_eq!(of(&roles, json!({ "of": "role", "role": "other" })), told.in_all("totals", "other_role"));
    assert_eq!(of(&roles, json!({ "of": "role", "role": "own_burden" })), told.in_all("totals", "own_burden"));
    let places = groups(desk, "place");
    assert_eq!(of(&places, json!({ "of": "place", "place": "home" })), told.in_all("totals", "at_home"));
    let planned = groups(desk, "planned");
    let in_plan = told.in_all("totals", "as_planned") + told.in_all("totals", "changed");
    assert_eq!(of(&planned, json!({ "of": "planned", "planned": true })), in_plan);
    let callers = groups(desk, "interrupter");
    assert_eq!(callers.iter().filter(|group| group["key"]["of"] == "interrupter").count(), 4, "two spellings of one");
    let in_turn: u64 =
        callers.iter().filter(|g| g["key"]["of"] == "interrupter").map(|g| g["minutes"].as_u64().unwrap()).sum();
    assert_eq!(in_turn, told.in_all("totals", "interruptions"));
    let children = groups(desk, "child");
    let about_none = minutes(&told.entries, |entry| list(entry, "pupils").is_empty());
    assert_eq!(of(&children, json!({ "of": "none" })), about_none);
    for child in children.iter().filter(|group| group["key"]["of"] == "child") {
        let named = |entry: &&Value| list(entry, "pupils").contains(&child["key"]["pupil"]);
        let about: Vec<&Value> = told.entries.iter().filter(named).collect();
        let share = |up: bool| -> u64 {
            let one = |entry: &&Value| {
                let (minutes, many) = (entry["minutes"].as_u64().unwrap(), list(entry, "pupils").len() as u64);
                if up { minutes.div_ceil(many) } else { minutes / many }
            };
            about.iter().map(one).sum()
        };
        let minutes = child["minutes"].as_u64().unwrap();
        assert!((share(false)..=share(true)).contains(&minutes), "an even split: {child}");
        assert_eq!(child["entries"], json!(about.len()));
    }
}

fn each_figure_opens_what_it_was_summed_from(desk: &mut Desk) {
    for by in GROUPINGS {
        let back = back(desk, by, true);
        for group in list(&back, "groups") {
            let of = json!({ "is": "group", "key": group["key"] });
            let ask = json!({ "choice": choice(by, true), "of": of, "week": null });
            let opened = desk.ask("look_back_entries", ask);
            assert_eq!(opened["minutes"], group["minutes"], "{by}: {}", group["key"]);
            assert_eq!(json!(list(&opened, "rows").len()), group["entries"], "{by}: {}", group["key"]);
            let rows = sum(list(&opened, "rows").iter().map(|row| &row["minutes"]));
            assert_eq!(json!(rows + opened["earlier_minutes"].as_u64().unwrap()), group["minutes"]);
        }
        for week in list(&back, "weeks") {
            for (is, figure) in
                [("all", "minutes"), ("interruptions", "interruptions"), ("out_of_hours", "out_of_hours")]
            {
                let ask = json!({ "choice": choice(by, true), "of": { "is": is }, "week": week["monday"] });
                assert_eq!(
                    desk.ask("look_back_entries", ask)["minutes"],
                    week[figure],
                    "{by}, {is}, {}",
                    week["monday"]
                );
            }
        }
    }
}

fn private_time_is_left_out_and_said(desk: &mut Desk, told: &Told) {
    let hidden = minutes(&told.entries, |entry| entry["private"] == true);
    assert!(hidden > 0);
    for by in GROUPINGS {
        let back = back(desk, by, false);
        assert_eq!(back["left_out"], json!(hidden), "{by}");
        assert_eq!(back["minutes"], json!(minutes(&told.entries, |entry| entry["private"] == false)), "{by}");
    }
}

fn tasks_know_the_time_that_went_on_them(story: &mut Story) {
    let mut wanted: BTreeMap<i64, u64> = BTreeMap::new();
    for (task, _) in &story.tasks {
        let view = story.desk.ask("task", json!({ "task": task }));
        let spent = minutes(list(&view, "entries"), |_| true);
        assert!(spent > 0, "something went on it: {}", view["row"]["task"]["title"]);
        assert_eq!(view["row"]["task"]["spent"], json!(spent));
        wanted.insert(*task, spent);
    }
    for scope in ["open", "not_doing", "settled"] {
        let listed = story.desk.ask("tasks", json!({ "scope": scope, "search": "" }));
        for row in list(&listed, "rows") {
            let spent = wanted.remove(&row["task"]["id"].as_i64().unwrap()).unwrap_or_default();
            assert!(spent == 0 || row["task"]["spent"] == json!(spent), "{}", row["task"]["title"]);
        }
    }
    assert_eq!(wanted, BTreeMap::new(), "all of them are on one of the lists");
}

fn packs_are_summed_from_what_is_not_private(desk: &mut Desk, told: &Told) {
    for (week, monday) in told.weeks.iter().zip(MONDAYS) {
        let ask = json!({ "kind": "week_as_it_happened", "date": monday, "options": {} });
        let pack = desk.ask("pack_preview", ask);
        let mut summed: Vec<i64> = list(&pack, "entries").iter().map(|id| id.as_i64().unwrap()).collect();
        let open = list(week, "entries").iter().filter(|entry| entry["private"] == false);
        let mut entries: Vec<i64> = open.map(|entry| entry["id"].as_i64().unwrap()).collect();
        summed.sort_unstable();
        entries.sort_unstable();
        assert_eq!(summed, entries, "{monday}");
    }
}

#[test]
fn what_a_closed_week_stood_on_is_what_it_is_looked_back_by() {
    let mut story = Story::played();
    let before: Vec<Value> = GROUPINGS.map(|by| back(&mut story.desk, by, true)).into();
    let mut hours = desk::hours();
    for at in 0..5 {
        hours["days"][at] = json!({
            "contracted": { "start": 600, "end": 660 }, "teaching": [], "protected": [], "breaks": [],
        });
    }
    story.desk.ask("hours_save", json!({ "hours": hours }));
    let kinds = story.desk.ask("activities", json!({}));
    for kind in kinds.as_array().unwrap() {
        let mut changed = kind.clone();
        changed["other_role"] = json!(kind["other_role"] == false);
        changed["purpose"] = json!(if kind["purpose"] == "strategy" { "learning" } else { "strategy" });
        story.desk.ask("activity_save", json!({ "activity": changed }));
    }
    for (by, before) in GROUPINGS.iter().zip(before) {
        assert_eq!(back(&mut story.desk, by, true), before, "{by}");
    }
}

#[test]
fn the_way_of_looking_back_and_what_the_daybook_takes_are_remembered_and_no_step_of_undo() {
    let mut desk = Desk::set_up();
    desk.lay("2026-11-02", 600, 30, "Email", "Email and messages");
    let undo = desk.ask("session", json!({}))["undo"].clone();
    let usual = desk.ask("look_back", json!({ "choice": null }));
    assert_eq!(usual["choice"], json!({ "by": "activity", "stretch": { "is": "half_term" }, "private": false }));
    let own =
        json!({ "by": "place", "stretch": { "is": "own", "from": "2026-11-02", "to": "2026-11-03" }, "private": true });
    desk.ask("look_back_choose", own.clone());
    for (part, seconds) in [("capture", 200), ("capture", 40), ("packs", 300)] {
        desk.ask("burden_count", json!({ "part": part, "seconds": seconds }));
    }
    assert_eq!(desk.refused("burden_count", json!({ "part": "packs", "seconds": 301 })), "burden.too_much");
    desk.restart("2026-11-03T08:00:00");
    desk.ask("burden_count", json!({ "part": "capture", "seconds": 10 }));
    let back = desk.ask("look_back", json!({ "choice": null }));
    assert_eq!(back["choice"], own);
    let spent = json!([{ "part": "capture", "seconds": 250 }, { "part": "packs", "seconds": 300 }]);
    assert_eq!((&back["burden"]["week"], &back["burden"]["stretch"]), (&spent, &spent));
    assert_eq!((&back["burden"]["days"], &back["burden"]["promised"]), (&json!(2), &json!(5)));
    assert_eq!(desk.ask("session", json!({}))["undo"], undo, "nothing for Undo");
    let far =
        json!({ "by": "place", "stretch": { "is": "own", "from": "2026-11-03", "to": "2026-11-02" }, "private": true });
    assert_eq!(desk.refused("look_back", json!({ "choice": far })), "look_back.backwards");
    desk.at_time("2028-02-03T08:00:00");
    let unknown = desk.ask("look_back", json!({ "choice": choice("activity", false) }));
    assert_eq!((&unknown["known"], list(&unknown, "weeks").len()), (&json!(false), 12), "no half-term, twelve weeks");
}
