//! A child's plan and profile, and the provision map: an ordinary one, one that nobody has written yet, one with too much.

use crate::extremes::hold_page;
use crate::{imprint, keep, tags};
use daybook_pack::packs::{
    MapSheet, MapSheetGroup, OutcomeSheet, PlanSheet, ProfileSheet, profile, provision_map, support_plan,
};
use daybook_pack::set;

const LONG: &str = "Łukasz-Bartholomew Featherstonehaugh-Cholmondeley Ó Súilleabháin";

fn words(many: usize) -> String {
    "He finds his place again with a picture strip, and asks for a minute outside. ".repeat(many)
}

fn four(text: &str) -> [String; 4] {
    [format!("{text} a picture strip on the table"), "Mrs Okonjo".into(), "In class".into(), "Every lesson".into()]
}

fn outcome(number: usize, strategies: usize) -> OutcomeSheet {
    OutcomeSheet {
        heading: format!("Outcome {number} · Communication and interaction"),
        text: "He asks for help in words, without a prompt.".into(),
        success: "Seen four times out of five, by two adults".into(),
        came: String::new(),
        strategies: (0..strategies).map(|_| four("With")).collect(),
    }
}

fn plan(outcomes: usize) -> PlanSheet {
    PlanSheet {
        kind: "SEN support plan".into(),
        subtitle: format!("{LONG}  ·  C-0142  ·  Year 4  ·  Class 4A  ·  Confidential: names"),
        facts: vec![("1 Feb 2027".into(), "to be reviewed by".into()), ("2 Nov 2026".into(), "round 2 began".into())],
        needs: "Speech, language and communication needs (SLCN). SEN provision: SEN support (K).".into(),
        before: Some(("Round 1, reviewed on 30 October 2026".into(), words(2))),
        known: words(5),
        child_views: words(2),
        family_views: words(3),
        outcomes: (1..=outcomes).map(|number| outcome(number, 2)).collect(),
        for_all: vec![four("For all,")],
        provision: vec![
            ["Talk Boost", "Mrs Okonjo", "2 sessions of 20 minutes a week, group of 4", "7 Sep 2026"]
                .map(str::to_owned),
        ],
        review: "To be reviewed by 1 February 2027, with the child and the family.".into(),
        sign: ["Child", "Parent or carer", "SENCO"].map(|role| (role.to_owned(), String::new())).to_vec(),
        notes: vec!["Other children’s names are hidden.".into()],
        ..PlanSheet::default()
    }
}

fn one_profile(words: &dyn Fn(usize) -> String) -> ProfileSheet {
    let own = ["What people like and admire about me", "What is important to me", "How best to support me", "My hopes"];
    let staff = ["What works", "What to avoid", "Whom to ask"];
    ProfileSheet {
        who: if words(0).len() > 300 { LONG.into() } else { "Zoë Nguyễn".into() },
        beside: "Year 4  ·  Class 4A".into(),
        subtitle: "C-0142  ·  Agreed on 3 November 2026  ·  Confidential: names".into(),
        own: (0..).zip(own).map(|(at, heading)| (heading.to_owned(), words(at))).collect(),
        staff: (4..).zip(staff).map(|(at, heading)| (heading.to_owned(), words(at))).collect(),
        notes: Vec::new(),
    }
}

fn map(groups: usize, rows: usize, headed: bool) -> MapSheet {
    let three = ["1 h 20", "£1,234.50", "£12,345.67"].map(str::to_owned);
    let row = |at: usize| {
        let words = [format!("{LONG}, 4A"), format!("Intervention {at}"), "Mrs Okonjo".into(), four("")[0].clone()];
        (words, three.clone())
    };
    let group = |at: usize| MapSheetGroup {
        heading: if headed { format!("Class {at}A") } else { String::new() },
        rows: (0..rows).map(row).collect(),
        total: three.clone(),
    };
    MapSheet {
        subtitle: "By class, what runs on 2 November 2026".into(),
        facts: vec![("40".into(), "children".into()), ("£12,345.67".into(), "cost of the full run".into())],
        first: "Child".into(),
        groups: (0..groups).map(group).collect(),
        total: three.clone(),
        notes: vec!["Costs are each child's share.".into()],
    }
}

#[test]
fn a_plan_is_set_from_its_facts_to_its_signatures() {
    for (name, sheet) in [
        ("plan", plan(3)),
        ("plan-of-twelve", plan(12)),
        ("plan-empty", PlanSheet { kind: "One Plan".into(), sign: plan(0).sign, ..PlanSheet::default() }),
    ] {
        let document = support_plan(&sheet, imprint());
        set(&document).unwrap().pages.iter().for_each(hold_page);
        let read = tags(&document);
        for number in 1..=sheet.outcomes.len() {
            assert!(read.contains(&format!("Outcome {number} ·")), "{name}: {number}");
        }
        assert!(read.contains("Parent or carer, signed") && read.contains("Review"), "{name}: {read}");
        keep(name, &document);
    }
}

#[test]
fn a_profile_takes_one_page_however_it_is_filled() {
    let fills: [(&str, &dyn Fn(usize) -> String); 5] = [
        ("profile", &|_| words(3)),
        ("profile-empty", &|_| String::new()),
        ("profile-long", &|_| words(6)),
        ("profile-full", &|_| words(7).chars().take(540).collect()),
        ("profile-uneven", &|at| words(if at == 1 { 19 } else { 4 })),
    ];
    for (name, words) in fills {
        let document = profile(&one_profile(words), imprint());
        let galley = set(&document).unwrap();
        galley.pages.iter().for_each(hold_page);
        keep(name, &document);
        assert_eq!(galley.pages.len(), 1, "{name}");
    }
}

#[test]
fn a_map_of_forty_holds_and_says_every_row() {
    for (name, sheet) in [
        ("map-by-class", map(4, 10, true)),
        ("map-by-child", map(40, 1, false)),
        ("map-of-pairs", map(20, 2, false)),
        ("map-empty", map(0, 0, false)),
    ] {
        let document = provision_map(&sheet, imprint());
        set(&document).unwrap().pages.iter().for_each(hold_page);
        let read = tags(&document);
        assert_eq!(
            read.matches("Mrs Okonjo").count(),
            sheet.groups.iter().map(|group| group.rows.len()).sum::<usize>()
        );
        keep(name, &document);
    }
}
