//! Plans with their rounds, outcomes and strategies, and what is put on for a child, as they are read.

use super::record::{facts, labelled, lines, still};
use super::telling::{At, Telling};
use daybook_domain::codes::RulePack;
use daybook_domain::text::count;
use daybook_pack::blocks::{Row, Table};
use daybook_pack::{Block, Page};
use serde_json::Value;

/// Each plan under a heading of its own, round by round.
pub fn plans(page: &mut Page, telling: &mut Telling<'_, '_>) {
    for at in telling.rows("support_plan", &["from_date"]) {
        page.heading(&format!("Plan: {}", kind(telling, at)));
        let rows = [
            ("Called", telling.text(at, "title")),
            ("From", telling.day(at, "from_date")),
            ("To", still(telling.last_day(at, "to_date"))),
            ("Why it ended", telling.text(at, "why_ended")),
        ];
        facts("The plan", rows).into_iter().for_each(|block| page.add(block));
        for cycle in telling.rows_of("cycle", &["number"], "plan_id", at.id()) {
            round(page, telling, cycle);
        }
    }
}

fn kind<'h>(telling: &mut Telling<'h, '_>, at: At<'h>) -> String {
    let key = telling.code(at, "kind");
    let own = key.strip_prefix("own-").and_then(|own| own.parse::<i64>().ok());
    let name = own.map(|own| telling.name_in("plan_kind", &Value::from(own)));
    let known = || RulePack::england().plan_kind(key).map(|kind| kind.label.clone());
    name.or_else(known).filter(|name| !name.is_empty()).unwrap_or_else(|| key.to_owned())
}

fn round<'h>(page: &mut Page, telling: &mut Telling<'h, '_>, at: At<'h>) {
    let number = telling.number(at, "number").unwrap_or_default();
    let reviewed = telling.day(at, "reviewed_on");
    let mut top = Page::default();
    top.part(format!("Round {number} of assess, plan, do, review"));
    let rows = [
        ("From", telling.day(at, "from_date")),
        ("To be reviewed by", telling.day(at, "review_on")),
        ("Reviewed on", reviewed.clone()),
        ("What is known", telling.text(at, "assess")),
        ("The child’s views", telling.text(at, "child_views")),
        ("The family’s views", telling.text(at, "family_views")),
        ("How it goes", telling.text(at, "doing")),
        (if reviewed.is_empty() { "About the review" } else { "What the review found" }, telling.text(at, "review")),
    ];
    facts("This round", rows).into_iter().for_each(|block| top.add(block));
    page.append(top);
    let strategies = telling.rows_of("strategy", &["rank"], "cycle_id", at.id());
    let outcomes = telling.rows_of("outcome", &["rank"], "cycle_id", at.id());
    for (place, outcome) in outcomes.iter().enumerate() {
        let served = strategies.iter().filter(|one| one.cell("outcome_id") == Some(outcome.id()));
        let served: Vec<At<'_>> = served.copied().collect();
        page.together(an_outcome(telling, *outcome, (number, place + 1), &served));
    }
    let known = |one: &&At<'_>| outcomes.iter().any(|outcome| one.cell("outcome_id") == Some(outcome.id()));
    let for_all: Vec<At<'_>> = strategies.iter().filter(|one| !known(one)).copied().collect();
    if !for_all.is_empty() {
        let mut all = Page::default();
        all.part(format!("Done for all outcomes of round {number}"));
        all.add(Block::Table(done(telling, &for_all)));
        page.together(all);
    }
}

fn an_outcome<'h>(telling: &mut Telling<'h, '_>, at: At<'h>, (round, place): (i64, usize), served: &[At<'h>]) -> Page {
    let mut page = Page::default();
    let area = RulePack::england().area(telling.code(at, "area")).map(|area| format!(": {}", area.label));
    page.part(format!("Outcome {place} of round {round}{}", area.unwrap_or_default()));
    telling.pass(at, &["rank"]);
    page.say(telling.text(at, "text"));
    let progress = match telling.code(at, "progress") {
        "none" => "No progress yet.",
        "some" => "Some progress.",
        "met" => "Met.",
        _ => "",
    };
    let seen = telling.text(at, "came");
    let became = [progress, &seen].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let success = labelled("It will be known by: ", telling.text(at, "success"));
    if !success.is_empty() {
        page.say(success);
    }
    if !served.is_empty() {
        page.add(Block::Table(done(telling, served)));
    }
    if !became.is_empty() {
        page.say(format!("What became of it: {became}"));
    }
    page
}

fn done<'h>(telling: &mut Telling<'h, '_>, strategies: &[At<'h>]) -> Table {
    let table =
        Table::or("").words("What is done", 4.0).words("By whom", 2.0).words("Where", 1.6).words("How often", 1.8);
    let mut rows = Vec::new();
    for at in strategies {
        telling.pass(*at, &["rank", "outcome_id"]);
        rows.push(Row::of(["text", "who", "place", "how_often"].map(|column| telling.text(*at, column))));
    }
    table.rows(rows)
}

/// What is and was put on.
pub fn provision(page: &mut Page, telling: &mut Telling<'_, '_>) {
    let plans: Vec<(Value, String)> =
        telling.rows("support_plan", &[]).into_iter().map(|at| (at.id().clone(), kind(telling, at))).collect();
    let rows = telling.rows("provision", &["from_date"]);
    if !rows.is_empty() {
        page.heading("Provision");
    }
    for at in rows {
        let mut one = Page::default();
        one.part(telling.named(at, "intervention_id", "intervention"));
        let plan = plans.iter().find(|(id, _)| at.cell("plan_id") == Some(id)).map(|(_, name)| name.clone());
        telling.pass(at, &["plan_id"]);
        let minutes = count(whole(telling, at, "minutes"), "minute", "minutes");
        let weeks = match whole(telling, at, "every_weeks") {
            1 => "a week".to_owned(),
            weeks => format!("in {weeks} weeks"),
        };
        let sessions = count(whole(telling, at, "sessions"), "session", "sessions");
        let group = match whole(telling, at, "group_size") {
            1 => "alone".to_owned(),
            size => format!("{size} children in a session"),
        };
        let measure = telling.text(at, "measure");
        let (entry, exit) = (telling.text(at, "entry"), telling.text(at, "exit"));
        let cost = telling
            .number(at, "pence")
            .map(|pence| format!("£{}.{:02} a session, for the group", pence / 100, pence % 100));
        let rows = [
            ("From", telling.day(at, "from_date")),
            ("To", still(telling.last_day(at, "to_date"))),
            ("Meant to run", count(whole(telling, at, "weeks"), "school week", "school weeks")),
            ("How much", format!("{sessions} {weeks}, {minutes} each, {group}")),
            ("Group", telling.text(at, "group_name")),
            ("By whom", telling.text(at, "staff")),
            ("Part of the plan", plan.unwrap_or_default()),
            ("Measure", lines([measure, labelled("At the start: ", entry), labelled("At the end: ", exit)])),
            ("What it brought", telling.text(at, "impact")),
            ("Cost", cost.unwrap_or_default()),
        ];
        facts("The provision", rows).into_iter().for_each(|block| one.add(block));
        page.together(one);
    }
}

fn whole<'h>(telling: &mut Telling<'h, '_>, at: At<'h>, column: &str) -> u64 {
    telling.number(at, column).and_then(|number| u64::try_from(number).ok()).unwrap_or_default()
}
