//! What was done to the rest of a child's record: plans, provision, profile, results, documents, own flags; and to the
//! lists of the school's own that they choose from.

use super::fields::{Field, Say, changes, latest, text, whole};
use super::words::{Words, date, day_before, quoted};
use daybook_store::{Cells, RowChange};

const PLAN: &[Field] = &[
    Field("id", "", Say::Not),
    Field("pupil_id", "", Say::Not),
    Field("kind", "Kind of plan", Say::PlanKind),
    Field("title", "Title of the plan", Say::Text),
    Field("from_date", "First day of the plan", Say::Day),
    Field("to_date", "", Say::Not),
    Field("why_ended", "Why the plan ended", Say::Text),
];

const CYCLE: &[Field] = &[
    Field("id", "", Say::Not),
    Field("plan_id", "", Say::Not),
    Field("number", "", Say::Not),
    Field("from_date", "First day of the round", Say::Day),
    Field("review_on", "Day to review by", Say::Day),
    Field("reviewed_on", "", Say::Not),
    Field("assess", "What is known", Say::Text),
    Field("child_views", "The child's views", Say::Text),
    Field("family_views", "The family's views", Say::Text),
    Field("doing", "How it goes", Say::Text),
    Field("review", "", Say::Not),
];

const PROGRESS: &[(&str, &str)] = &[("none", "no progress yet"), ("some", "some progress"), ("met", "met")];

const OUTCOME: &[Field] = &[
    Field("id", "", Say::Not),
    Field("cycle_id", "", Say::Not),
    Field("rank", "", Say::Not),
    Field("text", "Words", Say::Text),
    Field("area", "Area", Say::Area),
    Field("success", "How it will be known", Say::Text),
    Field("progress", "Progress", Say::One(PROGRESS)),
    Field("came", "What was seen", Say::Text),
];

const STRATEGY: &[Field] = &[
    Field("id", "", Say::Not),
    Field("cycle_id", "", Say::Not),
    Field("outcome_id", "The outcome it serves", Say::Nothing),
    Field("rank", "", Say::Not),
    Field("text", "Words", Say::Text),
    Field("who", "Who", Say::Text),
    Field("place", "Where", Say::Text),
    Field("how_often", "How often", Say::Text),
];

const PROVISION: &[Field] = &[
    Field("id", "", Say::Not),
    Field("pupil_id", "", Say::Not),
    Field("intervention_id", "Intervention", Say::Intervention),
    Field("plan_id", "The plan it belongs to", Say::Nothing),
    Field("staff", "Staff", Say::Text),
    Field("group_name", "Group", Say::Text),
    Field("group_size", "Children in a session", Say::Number),
    Field("sessions", "Sessions", Say::Number),
    Field("every_weeks", "Weeks they come in", Say::Number),
    Field("minutes", "Length of a session", Say::Minutes),
    Field("from_date", "First day", Say::Day),
    Field("weeks", "School weeks it is meant to run", Say::Number),
    Field("to_date", "", Say::Not),
    Field("pence", "Cost of a session", Say::Pence),
    Field("measure", "Measure", Say::Text),
    Field("entry", "Measure at the start", Say::Text),
    Field("exit", "Measure at the end", Say::Text),
    Field("impact", "Impact", Say::Text),
];

const PROFILE: &[Field] = &[
    Field("pupil_id", "", Say::Not),
    Field("admire", "What people like and admire", Say::Text),
    Field("important", "What is important", Say::Text),
    Field("support", "How best to support", Say::Text),
    Field("hopes", "Hopes", Say::Text),
    Field("works", "What works", Say::Text),
    Field("avoid", "What to avoid", Say::Text),
    Field("ask", "Whom to ask", Say::Text),
    Field("agreed_on", "Agreed on", Say::Day),
];

const ASSESSMENT: &[Field] = &[
    Field("id", "", Say::Not),
    Field("pupil_id", "", Say::Not),
    Field("date", "Day", Say::Day),
    Field("kind", "Kind", Say::One(&[("assessment", "assessment"), ("screening", "screening")])),
    Field("name", "Test or scale", Say::Text),
    Field("score", "Result", Say::Text),
    Field("scale", "What the number counts", Say::Text),
    Field("done_by", "Done by", Say::Text),
    Field("note", "Note", Say::Text),
];

const DOCUMENT: &[Field] = &[
    Field("id", "", Say::Not),
    Field("pupil_id", "", Say::Not),
    Field("name", "Name", Say::Text),
    Field("date", "Day", Say::Day),
    Field("note", "Note", Say::Text),
    Field("link", "Where it lies", Say::Text),
    Field("hash", "The file", Say::Nothing),
    Field("bytes", "", Say::Not),
];

/// Every list of columns told here, by table.
#[cfg(test)]
pub(super) const TABLES: &[(&str, &[Field])] = &[
    ("support_plan", PLAN),
    ("cycle", CYCLE),
    ("outcome", OUTCOME),
    ("strategy", STRATEGY),
    ("provision", PROVISION),
    ("profile", PROFILE),
    ("assessment", ASSESSMENT),
    ("document", DOCUMENT),
];

/// A plan and its rounds, outcomes and strategies, as one operation left them.
pub(super) fn tell_plan(rows: &[&RowChange], words: &Words) -> Vec<String> {
    let of = |table: &'static str| rows.iter().copied().filter(move |change| change.table == table);
    let mut said: Vec<String> = of("support_plan").flat_map(|change| plan(change, rows, words)).collect();
    let begun = said.len() == 1 && of("support_plan").any(|change| change.before.is_none());
    said.extend(
        of("cycle").filter(|change| !(begun && change.before.is_none())).flat_map(|change| cycle(change, words)),
    );
    // A plan that was taken away is told of as a whole.
    if !of("support_plan").any(|change| change.after.is_none()) {
        said.extend(of("outcome").flat_map(|change| part("Outcome", OUTCOME, change, words)));
        said.extend(of("strategy").flat_map(|change| part("Strategy", STRATEGY, change, words)));
    }
    said
}

fn plan(change: &RowChange, rows: &[&RowChange], words: &Words) -> Vec<String> {
    let called = |cells: &Cells| {
        let kind = words.plan_kind(text(cells, "kind"));
        match text(cells, "title").trim() {
            "" => kind,
            title => format!("{kind}, {}", quoted(title)),
        }
    };
    match (&change.before, &change.after) {
        (None, Some(after)) => {
            let first = rows.iter().find(|row| row.table == "cycle" && row.before.is_none()).map(|row| latest(row));
            let review = first.map(|cells| format!(", to be reviewed by {}", date(text(cells, "review_on"))));
            let from = date(text(after, "from_date"));
            vec![format!("Plan begun: {}, from {from}{}.", called(after), review.unwrap_or_default())]
        }
        (Some(before), None) => vec![format!("Plan taken away: {}.", called(before))],
        (Some(before), Some(after)) => {
            let ends = match (text(before, "to_date"), text(after, "to_date")) {
                (was, is) if was == is => None,
                (_, "") => Some(format!("Plan goes on: {}.", called(after))),
                (_, to) => Some(format!("Plan ended: {}; its last day is {}.", called(after), day_before(to))),
            };
            ends.into_iter().chain(changes(PLAN, before, after, words)).collect()
        }
        (None, None) => Vec::new(),
    }
}

fn cycle(change: &RowChange, words: &Words) -> Vec<String> {
    let round = format!("Round {}", whole(latest(change), "number").unwrap_or_default());
    match (&change.before, &change.after) {
        (None, Some(after)) => {
            let (from, by) = (date(text(after, "from_date")), date(text(after, "review_on")));
            vec![format!("{round} begun, from {from}, to be reviewed by {by}.")]
        }
        (Some(_), None) => Vec::new(),
        (Some(before), Some(after)) => {
            let reviewed = match (text(before, "reviewed_on"), text(after, "reviewed_on")) {
                (was, is) if was == is => None,
                (_, "") => {
                    let why = match text(after, "review").trim() {
                        "" => String::new(),
                        why => format!(": {}", quoted(why)),
                    };
                    Some(format!("{round} is open again{why}."))
                }
                (_, on) => {
                    let review = match text(after, "review").trim() {
                        "" => String::new(),
                        review => format!(": {}", quoted(review)),
                    };
                    Some(format!("{round} reviewed on {}{review}.", date(on)))
                }
            };
            reviewed.into_iter().chain(changes(CYCLE, before, after, words)).collect()
        }
        (None, None) => Vec::new(),
    }
}

/// An outcome or a strategy.
fn part(what: &str, fields: &[Field], change: &RowChange, words: &Words) -> Vec<String> {
    let called = quoted(text(latest(change), "text"));
    match (&change.before, &change.after) {
        (None, Some(_)) => vec![format!("{what} added: {called}.")],
        (Some(_), None) => vec![format!("{what} taken away: {called}.")],
        (Some(before), Some(after)) => said_of(&format!("{what} {called}"), changes(fields, before, after, words)),
        (None, None) => Vec::new(),
    }
}

/// What is put on, results, documents, the profile and flags of one child.
pub(super) fn tell(change: &RowChange, words: &Words) -> Vec<String> {
    match change.table.as_str() {
        "provision" => provision(change, words),
        "assessment" => thing("Result", ASSESSMENT, change, words),
        "document" => thing("Document", DOCUMENT, change, words),
        "pupil_flag" => {
            let flag = words.flag(whole(latest(change), "flag_id").unwrap_or_default());
            let became = if change.after.is_some() { "added" } else { "taken away" };
            vec![format!("Flag {became}: {flag}.")]
        }
        _ => match (&change.before, &change.after) {
            (None, Some(_)) => vec!["Profile written.".to_owned()],
            (Some(_), None) => vec!["Profile taken away.".to_owned()],
            (Some(before), Some(after)) => said_of("Profile", changes(PROFILE, before, after, words)),
            (None, None) => Vec::new(),
        },
    }
}

fn provision(change: &RowChange, words: &Words) -> Vec<String> {
    let name = words.intervention(whole(latest(change), "intervention_id").unwrap_or_default());
    match (&change.before, &change.after) {
        (None, Some(after)) => vec![format!("Provision begun: {name}, from {}.", date(text(after, "from_date")))],
        (Some(_), None) => vec![format!("Provision taken away: {name}.")],
        (Some(before), Some(after)) => {
            let ends = match (text(before, "to_date"), text(after, "to_date")) {
                (was, is) if was == is => None,
                (_, "") => Some(format!("Provision goes on: {name}.")),
                (_, to) => Some(format!("Provision ended: {name}; its last day is {}.", day_before(to))),
            };
            ends.into_iter().chain(said_of(&name, changes(PROVISION, before, after, words))).collect()
        }
        (None, None) => Vec::new(),
    }
}

fn thing(what: &str, fields: &[Field], change: &RowChange, words: &Words) -> Vec<String> {
    let cells = latest(change);
    let score = match text(cells, "score").trim() {
        "" => String::new(),
        score => format!(", {}", quoted(score)),
    };
    let (name, day) = (quoted(text(cells, "name")), date(text(cells, "date")));
    match (&change.before, &change.after) {
        (None, Some(_)) => vec![format!("{what} added: {name}{score}, {day}.")],
        (Some(_), None) => vec![format!("{what} taken away: {name}{score}, {day}.")],
        (Some(before), Some(after)) => said_of(&format!("{what} {name}"), changes(fields, before, after, words)),
        (None, None) => Vec::new(),
    }
}

fn said_of(what: &str, sentences: Vec<String>) -> Vec<String> {
    sentences.into_iter().map(|sentence| format!("{what}: {sentence}")).collect()
}
