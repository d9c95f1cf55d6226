//! The words of a child's plan and one-page profile on paper.

use super::Mask;
use chrono::NaiveDate;
use daybook_domain::bulk::spell_on;
use daybook_domain::codes::RulePack;
use daybook_domain::profile::Profile;
use daybook_domain::provision::Provision;
use daybook_domain::pupil::Pupil;
use daybook_domain::school::SchoolDetails;
use daybook_domain::support::{Cycle, OutcomeProgress, Strategy, SupportPlan};
use daybook_domain::text::long_date;
use daybook_pack::packs::{OutcomeSheet, PlanSheet, ProfileSheet};

/// A plan as it is printed: the open round, or the last where it has ended.
pub(super) fn plan(
    (plan, kind): (&SupportPlan, &str),
    pupil: &Pupil,
    provisions: &[Provision],
    school: &SchoolDetails,
    mask: &mut Mask,
    today: NaiveDate,
) -> PlanSheet {
    let code = pupil.case_code.as_str();
    let Some(cycle) = plan.open().or_else(|| plan.cycles.first()) else { return PlanSheet::default() };
    let form = &cycle.form;
    let rules = RulePack::england();
    let of = |place: Option<u32>, mask: &mut Mask| -> Vec<[String; 4]> {
        let strategies = form.strategies.iter().filter(|strategy| strategy.outcome == place);
        strategies.map(|strategy| words(strategy, code, mask)).collect()
    };
    let outcomes = (0..).zip(&form.outcomes).map(|(place, outcome)| {
        let area = rules.areas.iter().find(|area| area.key == outcome.area).map(|area| area.label.as_str());
        let came = match (outcome.progress, outcome.came.trim()) {
            (OutcomeProgress::Unsaid, came) => came.to_owned(),
            (progress, "") => progress.words().to_owned(),
            (progress, came) => format!("{}. {came}", progress.words()),
        };
        OutcomeSheet {
            heading: ["Outcome", &(place + 1).to_string(), &area.map(|area| format!("· {area}")).unwrap_or_default()]
                .join(" ")
                .trim()
                .to_owned(),
            text: mask.text(&outcome.text, code),
            success: mask.text(&outcome.success, code),
            came: mask.text(&came, code),
            strategies: of(Some(place), mask),
        }
    });
    let outcomes = outcomes.collect::<Vec<_>>();
    let status = spell_on(pupil, today).map(|spell| rules.say_status(&spell.code));
    let mut facts = vec![
        (short(form.review_on), "to be reviewed by".to_owned()),
        (short(form.from), format!("round {} began", cycle.number)),
    ];
    facts.extend(plan.to.map(|to| (short(to), "ended".to_owned())));
    PlanSheet {
        kind: mask.text(kind, code),
        subtitle: whose(pupil, mask, today),
        called: mask.text(plan.title.trim(), code),
        facts,
        needs: needs(pupil, today, status),
        before: before(plan, cycle).map(|(when, said)| (when, mask.text(&said, code))),
        known: mask.text(&form.assess, code),
        child_views: mask.text(&form.child_views, code),
        family_views: mask.text(&form.family_views, code),
        outcomes,
        for_all: of(None, mask),
        provision: provisions.iter().map(|provision| put_on(provision, code, mask)).collect(),
        doing: mask.text(form.doing.trim(), code),
        review: match cycle.reviewed_on {
            Some(on) => format!("Reviewed on {}.", long_date(on)),
            None => format!("To be reviewed by {}, with the child and the family.", long_date(form.review_on)),
        },
        reviewed: mask.text(&cycle.review, code),
        sign: [("Child", String::new()), ("Parent or carer", String::new()), ("SENCO", school.senco.clone())]
            .map(|(role, name)| (role.to_owned(), name))
            .to_vec(),
        notes: hidden(mask),
    }
}

/// A profile as it is printed.
pub(super) fn profile(profile: &Profile, pupil: &Pupil, mask: &mut Mask, today: NaiveDate) -> ProfileSheet {
    let (code, details) = (pupil.case_code.as_str(), &pupil.details);
    let mut part = |heading: &str, text: &str| (heading.to_owned(), mask.text(text, code));
    let own = vec![
        part("What people like and admire about me", &profile.admire),
        part("What is important to me", &profile.important),
        part("How best to support me", &profile.support),
        part("My hopes", &profile.hopes),
    ];
    let staff = vec![
        part("What works", &profile.works),
        part("What to avoid", &profile.avoid),
        part("Whom to ask", &profile.ask),
    ];
    let said = match details.pronunciation.trim() {
        said if !said.is_empty() && mask.names => format!("said “{said}”"),
        _ => String::new(),
    };
    let agreed = profile.agreed_on.map(|on| format!("Agreed on {}", long_date(on)));
    ProfileSheet {
        who: if mask.names { name(pupil) } else { code.to_owned() },
        beside: listed([said, year(pupil, today), class(pupil, mask)]),
        subtitle: listed([
            if mask.names { code.to_owned() } else { String::new() },
            agreed.unwrap_or_default(),
            if mask.names { "Confidential: names".to_owned() } else { String::new() },
        ]),
        own,
        staff,
        // One page is short of room: what is hidden of others is said where it is looked at before.
        notes: if mask.names { Vec::new() } else { hidden(mask) },
    }
}

fn words(strategy: &Strategy, code: &str, mask: &mut Mask) -> [String; 4] {
    let Strategy { text, who, place, how_often, .. } = strategy;
    [text, who, place, how_often].map(|text| mask.text(text, code))
}

fn put_on(provision: &Provision, code: &str, mask: &mut Mask) -> [String; 4] {
    let details = &provision.details;
    let group = if details.group_size > 1 { format!(", group of {}", details.group_size) } else { String::new() };
    [
        mask.text(&details.intervention, code),
        mask.text(&details.staff, code),
        format!("{}{group}", details.dose()),
        short(details.from),
    ]
}

/// When the round before was reviewed, and what came of it.
fn before(plan: &SupportPlan, cycle: &Cycle) -> Option<(String, String)> {
    let before = plan.cycles.iter().find(|other| other.number + 1 == cycle.number)?;
    let said = before.review.trim();
    let on = before.reviewed_on.filter(|_| !said.is_empty())?;
    Some((format!("Round {}, reviewed on {}", before.number, long_date(on)), said.to_owned()))
}

fn needs(pupil: &Pupil, today: NaiveDate, status: Option<String>) -> String {
    let rules = RulePack::england();
    let held = pupil.needs.iter().filter(|need| need.from <= today && need.to.is_none_or(|to| today < to));
    let mut held: Vec<_> = held.map(|need| (need.rank, rules.say_need(&need.code))).collect();
    held.sort();
    let needs = held.into_iter().map(|(_, need)| need).collect::<Vec<_>>().join("; ");
    match (status, needs.as_str()) {
        (None, _) => needs,
        (Some(status), "") => format!("none recorded. SEN provision: {status}."),
        (Some(status), needs) => format!("{needs}. SEN provision: {status}."),
    }
}

fn whose(pupil: &Pupil, mask: &mut Mask, today: NaiveDate) -> String {
    let who = if mask.names { name(pupil) } else { String::new() };
    let confidential = if mask.names { "Confidential: names".to_owned() } else { String::new() };
    listed([who, pupil.case_code.clone(), year(pupil, today), class(pupil, mask), confidential])
}

/// The name they go by, and the surname.
pub(super) fn name(pupil: &Pupil) -> String {
    let details = &pupil.details;
    let forename = if details.preferred.is_empty() { &details.forename } else { &details.preferred };
    format!("{forename} {}", details.surname).trim().to_owned()
}

fn year(pupil: &Pupil, today: NaiveDate) -> String {
    match pupil.details.year_on(today).as_str() {
        "" => String::new(),
        year => RulePack::england().say_year(year),
    }
}

fn class(pupil: &Pupil, mask: &mut Mask) -> String {
    match pupil.details.class.trim() {
        "" => String::new(),
        class => format!("Class {}", mask.text(class, &pupil.case_code)),
    }
}

fn listed<const N: usize>(words: [String; N]) -> String {
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("  ·  ")
}

fn hidden(mask: &Mask) -> Vec<String> {
    let said = if mask.names {
        "Other children’s names are hidden."
    } else {
        "A case code stands for the child; names in the text are hidden."
    };
    vec![said.to_owned()]
}

fn short(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}
