use super::*;
use crate::assessment::{AssessmentDetails, AssessmentKind};
use crate::documents::DocumentDetails;
use crate::ids::{AssessmentId, CycleId, DocumentId, InterventionId, NeedId, PlanId, ProvisionId, PupilId, StatusId};
use crate::provision::ProvisionDetails;
use crate::pupil::{Flags, Need, PupilDetails, Status};
use crate::support::{Cycle, CycleForm, PlanOutcome};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn ada() -> Pupil {
    let status = |id, code: &str, from, to: Option<&str>, reason: &str| Status {
        id: StatusId(id),
        code: code.into(),
        from: day(from),
        to: to.map(day),
        reason: reason.into(),
    };
    let need = |id, code: &str, rank, from, to: Option<&str>| Need {
        id: NeedId(id),
        code: code.into(),
        rank,
        from: day(from),
        to: to.map(day),
    };
    Pupil {
        id: PupilId(1),
        case_code: "C-0001".into(),
        details: PupilDetails {
            surname: "Moss".into(),
            forename: "Ada".into(),
            preferred: String::new(),
            pronunciation: String::new(),
            born: None,
            upn: String::new(),
            admission: String::new(),
            year_override: None,
            class: String::new(),
            flags: Flags::default(),
            own_flags: Vec::new(),
            on_roll_from: Some(day("2024-09-02")),
            on_roll_to: None,
            note: String::new(),
        },
        statuses: vec![
            status(2, "K", "2025-03-03", None, "two rounds in class"),
            status(1, "W", "2025-01-06", Some("2025-03-03"), ""),
        ],
        needs: vec![need(1, "SLCN", 1, "2025-03-03", None), need(2, "HI", 2, "2025-03-03", Some("2025-06-02"))],
    }
}

fn plan() -> SupportPlan {
    let outcome = |progress| PlanOutcome {
        id: None,
        text: "Asks for help".into(),
        area: String::new(),
        success: String::new(),
        progress,
        came: String::new(),
    };
    let cycle = |number: u32, from, review_on, reviewed_on: Option<&str>| Cycle {
        id: CycleId(number.into()),
        number,
        reviewed_on: reviewed_on.map(day),
        review: if reviewed_on.is_some() { "A good term,\nsays mum".into() } else { String::new() },
        form: CycleForm {
            from: day(from),
            review_on: day(review_on),
            assess: String::new(),
            child_views: String::new(),
            family_views: String::new(),
            doing: String::new(),
            outcomes: vec![outcome(OutcomeProgress::Met), outcome(OutcomeProgress::Some)],
            strategies: Vec::new(),
        },
    };
    SupportPlan {
        id: PlanId(1),
        pupil: PupilId(1),
        kind: "support".into(),
        title: String::new(),
        from: day("2025-03-10"),
        to: Some(day("2025-12-01")),
        why_ended: "an EHC plan took its place".into(),
        cycles: vec![
            cycle(2, "2025-06-09", "2025-09-08", None),
            cycle(1, "2025-03-10", "2025-06-09", Some("2025-06-09")),
        ],
    }
}

#[test]
fn a_story_is_told_in_the_order_of_its_days() {
    let (pupil, plans) = (ada(), [plan()]);
    let provisions = [Provision {
        id: ProvisionId(1),
        pupil: PupilId(1),
        intervention_id: InterventionId(1),
        details: ProvisionDetails {
            intervention: "Language group".into(),
            area: String::new(),
            plan: None,
            staff: "Mrs Bellamy".into(),
            group_name: String::new(),
            group_size: 3,
            sessions: 2,
            every_weeks: 1,
            minutes: 30,
            from: day("2025-03-17"),
            weeks: 10,
            to: Some(day("2025-06-02")),
            pence: None,
            measure: "words".into(),
            entry: "12".into(),
            exit: "30".into(),
            impact: "Asks by herself!".into(),
        },
    }];
    let assessments = [Assessment {
        id: AssessmentId(1),
        pupil: PupilId(1),
        details: AssessmentDetails {
            date: day("2025-02-10"),
            kind: AssessmentKind::Assessment,
            name: "BPVS".into(),
            score: "85".into(),
            scale: "standard score".into(),
            done_by: "the SENCO".into(),
            note: String::new(),
        },
    }];
    let documents = [Document {
        id: DocumentId(1),
        pupil: PupilId(1),
        details: DocumentDetails { name: "EP report.pdf".into(), date: day("2025-11-03"), note: String::new() },
        link: None,
        bytes: 10,
    }];
    let profile = Profile { agreed_on: Some(day("2025-06-09")), ..Profile::default() };
    let kinds = PlanKindChoice::all(&[], day("2026-11-02"));
    let told = tell(&Record {
        pupil: &pupil,
        plans: &plans,
        kinds: &kinds,
        provisions: &provisions,
        assessments: &assessments,
        documents: &documents,
        profile: Some(&profile),
        done: &[],
    });
    let lines: Vec<String> = told.iter().map(|event| format!("{} {}", event.date, event.sentence)).collect();
    assert_eq!(
        lines,
        [
            "2024-09-02 On roll from this day.",
            "2025-01-06 Watch list.",
            "2025-02-10 BPVS: 85 (standard score), by the SENCO.",
            "2025-03-03 SEN support: two rounds in class.",
            "2025-03-03 Speech, language and communication needs, the primary need.",
            "2025-03-03 Hearing impairment, need 2.",
            "2025-03-10 SEN support plan: began, to be reviewed by 9 June 2025.",
            "2025-03-17 Language group: began, twice a week, 30 minutes, with Mrs Bellamy.",
            "2025-06-02 Hearing impairment ended.",
            "2025-06-02 Language group: ended, from 12 to 30. Asks by herself!",
            "2025-06-09 SEN support plan: round 1 reviewed, 1 of 2 outcomes met. A good term, says mum.",
            "2025-06-09 One-page profile agreed.",
            "2025-11-03 Document: EP report.pdf.",
            "2025-12-01 SEN support plan: ended, an EHC plan took its place.",
        ]
    );
}

#[test]
fn what_was_done_is_told_with_its_minutes_and_private_time_as_such() {
    let entry = |text: &str, minutes, private| EntryDetails {
        date: day("2026-11-02"),
        start: None,
        minutes,
        text: text.into(),
        activity: None,
        place: crate::entry::Place::School,
        kind: crate::entry::EntryKind::Extra,
        block: None,
        interrupted_by: None,
        displaced: None,
        pupils: vec![PupilId(1)],
        private,
        provisional: false,
    };
    let done = [
        (entry("rang home.", 15, false), "Calls".to_owned()),
        (entry("", 5, true), String::new()),
        (entry("hard day", 10, true), String::new()),
    ];
    let pupil = Pupil { statuses: Vec::new(), needs: Vec::new(), ..ada() };
    let told = tell(&Record {
        pupil: &pupil,
        plans: &[],
        kinds: &[],
        provisions: &[],
        assessments: &[],
        documents: &[],
        profile: None,
        done: &done,
    });
    let sentences: Vec<&str> = told.iter().skip(1).map(|event| event.sentence.as_str()).collect();
    assert_eq!(
        sentences,
        ["Calls: rang home (15 min).", "Private. Something was done (5 min).", "Private. hard day (10 min)."]
    );
}
