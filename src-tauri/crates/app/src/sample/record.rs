//! What the records of invented pupils hold besides: plans with their rounds, provision, results, profiles, documents.

use super::people::Enrolled;
use super::record_phrases::{AREAS, HOPES, LIKED, Put, WORKS, Work};
use chrono::{Days, NaiveDate};
use daybook_domain::Outcome;
use daybook_domain::assessment::{AssessmentDetails, AssessmentKind};
use daybook_domain::codes::RulePack;
use daybook_domain::documents::DocumentDetails;
use daybook_domain::flags::FlagDetails;
use daybook_domain::ids::{PlanId, SchoolId};
use daybook_domain::profile::Profile;
use daybook_domain::provision::ProvisionDetails;
use daybook_domain::support::{
    CycleForm, Next, OutcomeProgress, OutcomeReview, PlanForm, PlanOutcome, PlanReview, Strategy,
};
use daybook_store::Writer;
use fastrand::Rng;

/// Fills the records of those with provision; the watch list has what a first look brought.
pub fn furnish(
    tx: &Writer<'_>,
    school: SchoolId,
    today: NaiveDate,
    pupils: &[Enrolled],
    chance: &mut Rng,
) -> Outcome<()> {
    let mut flags = Vec::new();
    for name in ["Forces family", "Breakfast club"] {
        flags.push(tx.flags().insert(school, &FlagDetails { name: name.to_owned(), retired: false })?);
    }
    for pupil in pupils {
        let area = area_of(&pupil.need);
        results(tx, pupil, area, today, chance)?;
        if chance.u8(..9) == 0 {
            tx.pupils().set_own_flags(pupil.id, &[flags[chance.usize(..flags.len())]])?;
        }
        if pupil.code == "W" {
            continue;
        }
        let plan = plan(tx, pupil, area, today, chance)?;
        put_on(tx, school, pupil, (area, plan), today, chance)?;
        if pupil.code == "E" || chance.u8(..3) == 0 {
            tx.profiles().set(pupil.id, &profile(area, today, chance))?;
        }
        if pupil.code == "E" {
            let details = DocumentDetails {
                name: "Educational psychologist's report".to_owned(),
                date: before(today, 60 + chance.u64(..300)),
                note: "On the school's drive; the signed copy is in the office".to_owned(),
            };
            tx.documents().link(pupil.id, &details, r"S:\SEND\Reports\EP report.pdf")?;
        }
    }
    Ok(())
}

/// The phrases that go with a need.
fn area_of(need: &str) -> &'static Work {
    let rules = RulePack::england();
    let key = rules.needs.iter().find(|known| known.code == need).map_or("", |known| known.area.as_str());
    AREAS.iter().find(|area| area.key == key).unwrap_or(&AREAS[0])
}

/// A plan that has gone on for a while: reviewed rounds behind it, one open, some of them late.
fn plan(tx: &Writer<'_>, pupil: &Enrolled, area: &Work, today: NaiveDate, chance: &mut Rng) -> Outcome<PlanId> {
    let statutory = pupil.code == "E";
    let (weeks, rounds) = if statutory { (52, u64::from(chance.bool())) } else { (13, chance.u64(..3)) };
    let into = chance.u64(1..if statutory { 50 } else { 15 });
    let from = before(today, (into + rounds * weeks) * 7);
    let form = PlanForm {
        kind: if statutory { "ehcp" } else { "support" }.to_owned(),
        title: String::new(),
        cycle: CycleForm {
            from,
            review_on: after(from, weeks * 7),
            assess: area.known.to_owned(),
            child_views: area.child.to_owned(),
            family_views: area.family.to_owned(),
            doing: String::new(),
            outcomes: area.outcomes.iter().map(|text| outcome(area.key, text)).collect(),
            strategies: area.strategies.iter().zip(0..).map(|(words, place)| strategy(place, *words)).collect(),
        },
    };
    let id = tx.plans().insert(pupil.id, &form)?;
    for round in 1..=rounds {
        let plan = tx.plans().get(id)?;
        let Some(cycle) = plan.open() else { break };
        let progress = [OutcomeProgress::Some, OutcomeProgress::Some, OutcomeProgress::None, OutcomeProgress::Met];
        let outcomes = cycle.form.outcomes.iter().filter_map(|outcome| {
            let progress = progress[chance.usize(..progress.len())];
            Some(OutcomeReview { outcome: outcome.id?, progress, came: came(progress).to_owned() })
        });
        let review = PlanReview {
            reviewed_on: after(from, round * weeks * 7),
            review: "Met with home and the class teacher. What helps is kept; what was met is let go.".to_owned(),
            outcomes: outcomes.collect(),
            next: Next::Goes { review_on: None },
        };
        let (reviewed, next) = (review.of(cycle), review.next(cycle, weeks as u32));
        let said = (review.reviewed_on, review.review.as_str());
        tx.plans().review(id, &reviewed, said, next.as_ref().ok_or(""))?;
    }
    Ok(id)
}

fn outcome(area: &str, text: &str) -> PlanOutcome {
    PlanOutcome {
        id: None,
        text: text.to_owned(),
        area: area.to_owned(),
        success: "Seen four times out of five, by two adults".to_owned(),
        progress: OutcomeProgress::Unsaid,
        came: String::new(),
    }
}

fn strategy(place: u32, [text, who, at, how_often]: [&str; 4]) -> Strategy {
    let [text, who, at, how_often] = [text, who, at, how_often].map(str::to_owned);
    Strategy { id: None, outcome: Some(place), text, who, place: at, how_often }
}

fn came(progress: OutcomeProgress) -> &'static str {
    match progress {
        OutcomeProgress::Met => "Seen every week since half-term, with no adult beside.",
        OutcomeProgress::Some => "With a prompt, and more often in the morning.",
        OutcomeProgress::None | OutcomeProgress::Unsaid => "Not yet; too much at once. A smaller step next.",
    }
}

/// One or two interventions: one that runs, and perhaps one that was ended with what it changed.
fn put_on(
    tx: &Writer<'_>,
    school: SchoolId,
    pupil: &Enrolled,
    (area, plan): (&Work, PlanId),
    today: NaiveDate,
    chance: &mut Rng,
) -> Outcome<()> {
    let put = &area.put[0];
    let begun = before(today, 7 * chance.u64(1..9));
    let entry = chance.u32(5..30);
    tx.provisions().insert(school, pupil.id, &provision(put, (area.key, plan), begun, entry))?;
    if chance.bool() {
        let put = &area.put[1];
        let begun = before(today, 7 * chance.u64(20..40));
        let ended = ProvisionDetails {
            to: Some(after(begun, 7 * 12)),
            exit: (entry + chance.u32(0..20)).to_string(),
            impact: "Kept what was learnt in class; no longer needs it as a group.".to_owned(),
            ..provision(put, (area.key, plan), begun, entry)
        };
        tx.provisions().insert(school, pupil.id, &ended)?;
    }
    Ok(())
}

fn provision(put: &Put, (area, plan): (&str, PlanId), from: NaiveDate, entry: u32) -> ProvisionDetails {
    let [intervention, staff, measure] = [put.name, put.staff, put.measure].map(str::to_owned);
    ProvisionDetails {
        intervention,
        area: area.to_owned(),
        plan: Some(plan),
        staff,
        group_name: String::new(),
        group_size: put.group,
        sessions: put.sessions,
        every_weeks: 1,
        minutes: put.minutes,
        from,
        weeks: 12,
        to: None,
        pence: Some(put.pence),
        measure,
        entry: entry.to_string(),
        exit: String::new(),
        impact: String::new(),
    }
}

/// The same test once a term, rising slowly, and not always.
fn results(tx: &Writer<'_>, pupil: &Enrolled, area: &Work, today: NaiveDate, chance: &mut Rng) -> Outcome<()> {
    let (name, scale) = area.test;
    let mut score = chance.u32(68..88);
    for terms_ago in (0..chance.u64(1..5)).rev() {
        let details = AssessmentDetails {
            date: before(today, 21 + terms_ago * 100),
            kind: if terms_ago == 0 { AssessmentKind::Assessment } else { AssessmentKind::Screening },
            name: name.to_owned(),
            score: score.to_string(),
            scale: scale.to_owned(),
            done_by: "SENCO".to_owned(),
            note: String::new(),
        };
        tx.assessments().insert(pupil.id, &details)?;
        score = (score + chance.u32(0..8)).saturating_sub(2);
    }
    Ok(())
}

fn profile(area: &Work, today: NaiveDate, chance: &mut Rng) -> Profile {
    let any = |list: &[&str], chance: &mut Rng| list[chance.usize(..list.len())].to_owned();
    Profile {
        admire: any(&LIKED, chance),
        important: area.child.to_owned(),
        support: any(&WORKS, chance),
        hopes: any(&HOPES, chance),
        works: area.strategies[0][0].to_owned(),
        avoid: "Changes of plan with no warning; being asked in front of everybody.".to_owned(),
        ask: "The class teacher first, then the SENCO.".to_owned(),
        agreed_on: Some(before(today, 10 + chance.u64(..120))),
    }
}

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
