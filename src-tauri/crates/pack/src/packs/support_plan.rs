//! A child's plan on paper, for the meeting and for the family: what is known, views, outcomes with what is done for each,
//! provision, the day of the review, and lines to sign. What nobody has written yet is left to be written by hand.

use crate::blocks::{Fact, Row, Table};
use crate::document::{Block, Document, Imprint};
use crate::page::Page;

/// A plan with its round, in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanSheet {
    /// What kind of plan it is. It is the title: no name is in it.
    pub kind: String,
    /// The line under the title: whose it is.
    pub subtitle: String,
    /// What it is called besides; may be empty.
    pub called: String,
    /// Days and codes that matter, each with what it is.
    pub facts: Vec<(String, String)>,
    /// The needs in words; may be empty.
    pub needs: String,
    /// What came of the round before, with its day; none in a first round.
    pub before: Option<(String, String)>,
    /// What is known.
    pub known: String,
    /// The child's views.
    pub child_views: String,
    /// The family's views.
    pub family_views: String,
    /// What it is to bring about, most important first.
    pub outcomes: Vec<OutcomeSheet>,
    /// What is done for all of it.
    pub for_all: Vec<[String; 4]>,
    /// Provision in place: what, by whom, how much, since when.
    pub provision: Vec<[String; 4]>,
    /// How it goes; may be empty.
    pub doing: String,
    /// The day of the review, as a sentence.
    pub review: String,
    /// What came of it; empty while it is to come.
    pub reviewed: String,
    /// Who signs, each with a role and a name that may be empty.
    pub sign: Vec<(String, String)>,
    /// Small print.
    pub notes: Vec<String>,
}

/// An outcome with what is done for it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OutcomeSheet {
    /// Its number and its area.
    pub heading: String,
    /// What the child will do, know or be able to.
    pub text: String,
    /// How it will be known; may be empty.
    pub success: String,
    /// How far it came, in words; empty while nobody said.
    pub came: String,
    /// What is done: what, by whom, where, how often.
    pub strategies: Vec<[String; 4]>,
}

/// The plan, in the order in which it is talked through.
pub fn support_plan(plan: &PlanSheet, imprint: Imprint) -> Document {
    let mut page = Page::titled(&plan.kind, &plan.subtitle);
    page.facts(plan.facts.iter().map(|(value, label)| Fact::new(value.clone(), label.clone())));
    if !plan.called.is_empty() {
        page.say(&plan.called);
    }
    if !plan.needs.is_empty() {
        page.say(format!("Needs: {}", plan.needs));
    }
    if let Some((when, said)) = &plan.before {
        page.heading("What came of the last round");
        page.note(when);
        page.say(said);
    }
    page.heading("What is known");
    said_or_lines(&mut page, &plan.known, "Strengths, needs, and what was tried", 3);
    page.heading("Views");
    page.beside([("The child", &plan.child_views), ("The family", &plan.family_views)].map(|(who, said)| {
        let mut column = Page::default();
        column.add(Block::Part(who.to_owned()));
        said_or_lines(&mut column, said, "In their own words", 3);
        (1.0, column)
    }));
    page.heading("Outcomes, and what is done for them");
    if plan.outcomes.is_empty() {
        page.ruled(
            &[("What the child will do, know or be able to", 3.0), ("What is done, by whom, how often", 3.0)],
            5,
        );
    }
    for outcome in &plan.outcomes {
        an_outcome(&mut page, outcome);
    }
    if !plan.for_all.is_empty() {
        page.add(Block::Part("For all of it".to_owned()));
        page.add(Block::Table(strategies(&plan.for_all)));
    }
    page.section("Provision in place", provision(&plan.provision));
    if !plan.doing.is_empty() {
        page.heading("How it goes");
        page.say(&plan.doing);
    }
    page.heading("Review");
    page.say(&plan.review);
    said_or_lines(&mut page, &plan.reviewed, "What came of it, and what comes next", 3);
    let sign: Vec<(&str, &str)> = plan.sign.iter().map(|(role, name)| (role.as_str(), name.as_str())).collect();
    page.signatures(&sign);
    for note in &plan.notes {
        page.note(note);
    }
    page.into_document(imprint)
}

/// What was written, or lines to write it on.
fn said_or_lines(page: &mut Page, text: &str, label: &str, lines: usize) {
    if text.trim().is_empty() {
        page.write_on(label, lines);
    } else {
        page.say(text.trim());
    }
}

fn an_outcome(page: &mut Page, outcome: &OutcomeSheet) {
    page.add(Block::Part(outcome.heading.clone()));
    page.say(&outcome.text);
    if !outcome.success.is_empty() {
        page.say(format!("We will know by: {}", outcome.success));
    }
    page.add(Block::Table(strategies(&outcome.strategies)));
    if outcome.came.is_empty() {
        page.ticks("At the review:", &["no progress yet", "some progress", "met"]);
    } else {
        page.say(format!("At the review: {}", outcome.came));
    }
}

fn strategies(rows: &[[String; 4]]) -> Table {
    Table::or("Nothing is written down yet for this outcome.")
        .words("What is done", 4.0)
        .words("By whom", 2.0)
        .words("Where", 1.6)
        .words("How often", 1.8)
        .rows(rows.iter().map(|row| Row::of(row.iter().map(String::as_str))))
}

fn provision(rows: &[[String; 4]]) -> Table {
    Table::or("No intervention runs now.")
        .words("Intervention", 2.6)
        .words("By whom", 2.2)
        .words("How much", 3.0)
        .words("Since", 1.6)
        .rows(rows.iter().map(|row| Row::of(row.iter().map(String::as_str))))
}
