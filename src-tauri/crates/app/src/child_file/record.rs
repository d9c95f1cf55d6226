//! A child's record as it is read: who the child is, what was in place when, and what was found and done.

use super::Held;
use super::plans;
use super::telling::Telling;
use super::third::ThirdParties;
use chrono::NaiveDate;
use daybook_domain::codes::RulePack;
use daybook_domain::text::count;
use daybook_pack::blocks::{Row, Table};
use daybook_pack::{Block, Page};

/// Everything that is held, under its headings.
pub fn record(held: &Held, others: &mut ThirdParties, today: NaiveDate) -> Page {
    let mut telling = Telling::new(held, others);
    let mut page = Page::default();
    details(&mut page, &mut telling, held, today);
    spells(&mut page, &mut telling);
    needs(&mut page, &mut telling);
    plans::plans(&mut page, &mut telling);
    plans::provision(&mut page, &mut telling);
    results(&mut page, &mut telling);
    profile(&mut page, &mut telling);
    documents(&mut page, &mut telling);
    tasks(&mut page, &mut telling);
    time(&mut page, &mut telling);
    rest(&mut page, &mut telling);
    page
}

/// What is written down, each with what it is; what says nothing is left out.
pub(super) fn facts<const N: usize>(what: &str, rows: [(&str, String); N]) -> Option<Block> {
    let rows: Vec<Row> = rows
        .into_iter()
        .filter(|(_, says)| !says.trim().is_empty())
        .map(|(label, says)| Row::of([label, says.as_str()]))
        .collect();
    let table = Table::or("").words(what, 1.0).words("On record", 2.6);
    (!rows.is_empty()).then(|| Block::Table(table.rows(rows)))
}

fn details(page: &mut Page, telling: &mut Telling<'_, '_>, held: &Held, today: NaiveDate) {
    page.heading("Details");
    for at in telling.rows("pupil", &[]) {
        let name = format!("{} {}", telling.text(at, "forename"), telling.text(at, "surname"));
        let taught = telling.code(at, "year_override");
        let year = RulePack::england().say_year(&held.pupil.details.year_on(today));
        let year = if taught.is_empty() { year } else { format!("{year}, not the year of the child’s age") };
        let rows = [
            ("Name", name.trim().to_owned()),
            ("Called", telling.text(at, "preferred")),
            ("The name is said", telling.text(at, "pronunciation")),
            ("Date of birth", telling.day(at, "born")),
            ("Unique pupil number", telling.text(at, "upn")),
            ("Admission number", telling.text(at, "admission")),
            ("Code in the daybook", telling.text(at, "case_code")),
            ("Year", year),
            ("Class", telling.text(at, "class")),
            ("First day on roll", telling.day(at, "on_roll_from")),
            ("Last day on roll", telling.day(at, "on_roll_to")),
        ];
        facts("Detail", rows).into_iter().for_each(|block| page.add(block));
        let known = [
            ("pupil_premium", "Pupil premium"),
            ("looked_after", "Looked after by the local authority"),
            ("social_care", "Known to social care"),
            ("eal", "English as an additional language"),
            ("young_carer", "Young carer"),
        ];
        let mut flags: Vec<String> = known
            .into_iter()
            .filter(|(column, _)| telling.number(at, column) == Some(1))
            .map(|(_, label)| label.to_owned())
            .collect();
        let own = telling.rows("pupil_flag", &[]);
        flags.extend(own.into_iter().map(|flag| telling.named(flag, "flag_id", "flag")));
        if !flags.is_empty() {
            page.part("What else is known");
            page.list(flags);
        }
        let note = telling.text(at, "note");
        if !note.is_empty() {
            page.part("Note");
            page.say(note);
        }
    }
}

fn spells(page: &mut Page, telling: &mut Telling<'_, '_>) {
    let mut rows = Vec::new();
    for at in telling.rows("status", &["from_date"]) {
        let what = RulePack::england().say_status(telling.code(at, "code"));
        rows.push(Row::of([
            telling.day(at, "from_date"),
            still(telling.last_day(at, "to_date")),
            what,
            telling.text(at, "reason"),
        ]));
    }
    if !rows.is_empty() {
        let table = Table::or("").words("From", 1.2).words("To", 1.2).words("SEN provision", 2.2).words("Why", 2.6);
        page.section("SEN provision over time", table.rows(rows));
    }
}

fn needs(page: &mut Page, telling: &mut Telling<'_, '_>) {
    let mut rows = Vec::new();
    for at in telling.rows("need", &["from_date", "rank"]) {
        let what = RulePack::england().say_need(telling.code(at, "code"));
        let place = match telling.number(at, "rank") {
            Some(1) => "Main need",
            Some(2) => "Second need",
            _ => "Further need",
        };
        rows.push(Row::of([
            telling.day(at, "from_date"),
            still(telling.last_day(at, "to_date")),
            what,
            place.to_owned(),
        ]));
    }
    if !rows.is_empty() {
        let table = Table::or("").words("From", 1.2).words("To", 1.2).words("Need", 3.2).words("Place", 1.2);
        page.section("Needs", table.rows(rows));
    }
}

/// The last day, or that it goes on.
pub(super) fn still(last: String) -> String {
    if last.is_empty() { "goes on".to_owned() } else { last }
}

fn results(page: &mut Page, telling: &mut Telling<'_, '_>) {
    let mut rows = Vec::new();
    for at in telling.rows("assessment", &["date"]) {
        let day = telling.day(at, "date");
        let kind = if telling.code(at, "kind") == "screening" { " (screening)" } else { "" };
        let name = format!("{}{kind}", telling.text(at, "name"));
        let (score, scale) = (telling.text(at, "score"), telling.text(at, "scale"));
        let result = if scale.is_empty() { score } else { format!("{score} ({scale})") };
        rows.push(Row::of([day, name, result, telling.text(at, "done_by"), telling.text(at, "note")]));
    }
    if !rows.is_empty() {
        let table = Table::or("").words("Day", 1.2).words("Test or scale", 1.8).words("Result", 1.4);
        page.section("Results", table.words("Done by", 1.4).words("Note", 2.0).rows(rows));
    }
}

fn profile(page: &mut Page, telling: &mut Telling<'_, '_>) {
    for at in telling.rows("profile", &[]) {
        let rows = [
            ("What people like and admire about me", telling.text(at, "admire")),
            ("What is important to me", telling.text(at, "important")),
            ("How best to support me", telling.text(at, "support")),
            ("My hopes", telling.text(at, "hopes")),
            ("What works", telling.text(at, "works")),
            ("What to avoid", telling.text(at, "avoid")),
            ("Whom to ask", telling.text(at, "ask")),
            ("Agreed on", telling.day(at, "agreed_on")),
        ];
        if let Some(block) = facts("About me", rows) {
            page.heading("One-page profile");
            page.add(block);
        }
    }
}

fn documents(page: &mut Page, telling: &mut Telling<'_, '_>) {
    let mut rows = Vec::new();
    for at in telling.rows("document", &["date"]) {
        let (day, name, note) = (telling.day(at, "date"), telling.text(at, "name"), telling.text(at, "note"));
        telling.pass(at, &["bytes"]);
        let kept = at.cell("hash").is_some_and(serde_json::Value::is_string);
        let place = if kept {
            format!("documents/{}", super::files::file_name(at.cell("id"), at.cell("name")))
        } else {
            telling.text(at, "link")
        };
        rows.push(Row::of([day, name, place, note]));
    }
    if !rows.is_empty() {
        let table = Table::or("").words("Day", 1.2).words("Document", 2.0).words("Where it is", 2.2).words("Note", 2.0);
        page.section("Documents", table.rows(rows));
    }
}

fn tasks(page: &mut Page, telling: &mut Telling<'_, '_>) {
    let mut rows = Vec::new();
    for at in telling.rows("task", &["due", "appeared"]) {
        let state = match telling.code(at, "state") {
            "open" => "To be done".to_owned(),
            "part" => format!("{} per cent done", telling.number(at, "percent").unwrap_or_default()),
            "done" => format!("Done on {}", telling.day(at, "settled_on")),
            "dropped" => format!("Dropped on {}", telling.day(at, "settled_on")),
            "delegated" => "With somebody else".to_owned(),
            _ => "Not done".to_owned(),
        };
        let parts = [
            telling.text(at, "title"),
            telling.text(at, "note"),
            labelled("If it is not done: ", telling.text(at, "consequence")),
            labelled("Kind of work: ", telling.named(at, "activity_id", "activity")),
            labelled("Expected to take ", minutes(telling.number(at, "estimate"))),
        ];
        let became = [
            state,
            labelled("Done by ", telling.text(at, "delegated_to")),
            labelled("Until ", telling.day(at, "delegated_until")),
            labelled("Because: ", telling.text(at, "why")),
        ];
        let (first, due) = (telling.day(at, "first_due"), telling.day(at, "due"));
        let moved = if first == due { String::new() } else { labelled("First meant for ", first) };
        telling.pass(at, &["appeared", "stake"]);
        rows.push(Row::of([lines([due, moved]), lines(parts), lines(became)]));
    }
    for at in telling.rows("task_template", &["title"]) {
        let parts = [
            telling.text(at, "title"),
            labelled("If it is not done: ", telling.text(at, "consequence")),
            labelled("Kind of work: ", telling.named(at, "activity_id", "activity")),
            labelled("Expected to take ", minutes(telling.number(at, "estimate"))),
            labelled("Who says so: ", telling.text(at, "source")),
        ];
        let day = labelled("From ", telling.day(at, "from_date"));
        let often = match telling.code(at, "frequency") {
            "daily" => "Comes every day",
            "weekly" => "Comes every week",
            "half_termly" => "Comes every half-term",
            "termly" => "Comes every term",
            "yearly" => "Comes every year",
            _ => "Comes when it is needed",
        };
        telling.pass(at, &["basis", "per", "per_status", "anchor", "lead_days", "in_holidays", "stake", "retired"]);
        rows.push(Row::of([day, lines(parts), often.to_owned()]));
    }
    if !rows.is_empty() {
        let table = Table::or("").words("By", 1.2).words("What there was to do", 3.4).words("What became of it", 1.8);
        page.section("Work for this child", table.rows(rows));
    }
}

fn time(page: &mut Page, telling: &mut Telling<'_, '_>) {
    let mut rows = Vec::new();
    for at in telling.rows("entry", &["date"]) {
        let (day, took) = (telling.day(at, "date"), minutes(telling.number(at, "minutes")));
        let parts = [telling.text(at, "text"), labelled("Interrupted by ", telling.text(at, "interrupted_by"))];
        rows.push(Row::of([day, took, telling.named(at, "activity_id", "activity"), lines(parts)]));
    }
    if !rows.is_empty() {
        let table =
            Table::or("").words("Day", 1.3).words("Time", 0.9).words("Kind of work", 1.6).words("What was done", 3.4);
        page.section("Time spent for this child", table.rows(rows));
    }
}

/// What the daybook holds besides, in the words of its own.
fn rest(page: &mut Page, telling: &mut Telling<'_, '_>) {
    let left = telling.left();
    if left.is_empty() {
        return;
    }
    let mut rows = Vec::new();
    for (kind, cells) in left {
        let says: Vec<String> = cells.into_iter().map(|(label, says)| format!("{label}: {says}")).collect();
        rows.push(Row::of([kind, says.join("\n")]));
    }
    page.section("Also on record", Table::or("").words("Of", 1.0).words("On record", 3.6).rows(rows));
}

/// What says something, line by line.
pub(super) fn lines<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// With its label, where it says something.
pub(super) fn labelled(label: &str, says: String) -> String {
    if says.is_empty() { says } else { format!("{label}{says}") }
}

fn minutes(minutes: Option<i64>) -> String {
    let Some(minutes) = minutes.and_then(|minutes| u32::try_from(minutes).ok()) else { return String::new() };
    match (minutes / 60, minutes % 60) {
        (0, rest) => count(rest, "minute", "minutes"),
        (hours, 0) => count(hours, "hour", "hours"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}
