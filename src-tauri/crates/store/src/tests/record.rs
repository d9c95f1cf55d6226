//! Flags, provision, profiles, results and documents.

use super::*;
use daybook_domain::assessment::{AssessmentDetails, AssessmentKind};
use daybook_domain::documents::DocumentDetails;
use daybook_domain::flags::FlagDetails;
use daybook_domain::ids::{AssessmentId, DocumentId, FlagId, ProvisionId};
use daybook_domain::profile::Profile;
use daybook_domain::provision::{InterventionDetails, ProvisionDetails};

pub fn provision(name: &str, from: &str) -> ProvisionDetails {
    ProvisionDetails {
        intervention: name.into(),
        area: "communication".into(),
        plan: None,
        staff: "Mrs Bellamy".into(),
        group_name: "Reds".into(),
        group_size: 3,
        sessions: 2,
        every_weeks: 1,
        minutes: 30,
        from: day(from),
        weeks: 10,
        to: None,
        pence: Some(1_250),
        measure: "Words".into(),
        entry: "12".into(),
        exit: String::new(),
        impact: String::new(),
    }
}

#[test]
fn a_pupil_s_own_flags_come_and_go_with_the_record() {
    let mut here = Here::with_school();
    let flag = |name: &str| FlagDetails { name: name.into(), retired: false };
    let [forces, farm] = ["Forces family", "farm"].map(|name| here.does(|tx| tx.flags().insert(SCHOOL, &flag(name))));
    let names: Vec<String> =
        here.vault.read().flags().list(SCHOOL).unwrap().into_iter().map(|flag| flag.details.name).collect();
    assert_eq!(names, ["farm", "Forces family"], "by name, whatever its case");
    let own = |here: &Here| here.vault.read().pupils().get(PUPIL).unwrap().details;
    let details = PupilDetails { own_flags: vec![forces, farm], pronunciation: "ZOH-ee".into(), ..own(&here) };
    here.does(|tx| tx.pupils().update(PUPIL, &details));
    assert_eq!(own(&here), details);
    here.does(|tx| tx.pupils().set_own_flags(PUPIL, &[farm]));
    assert_eq!(own(&here).own_flags, [farm]);
    here.vault.undo(at("2026-11-02")).unwrap();
    assert_eq!(own(&here), details);
    assert_eq!(here.refuses(|tx| tx.pupils().set_own_flags(PUPIL, &[FlagId(9)])), "store.linked");
    here.does(|tx| tx.flags().update(farm, &FlagDetails { retired: true, ..flag("Farm") }));
    assert_eq!(own(&here).own_flags, [forces, farm], "one no longer offered stays with whom has it");
    assert_eq!(here.refuses(|tx| tx.flags().update(FlagId(9), &flag("x"))), "store.gone");
}

#[test]
fn an_intervention_is_made_on_first_use_and_shared_by_its_name() {
    let mut here = Here::with_school();
    let details = provision("Language group", "2026-09-14");
    let id = here.does(|tx| tx.provisions().insert(SCHOOL, PUPIL, &details));
    let other = ProvisionDetails { area: "semh".into(), ..provision(" language GROUP", "2026-01-05") };
    here.does(|tx| tx.provisions().insert(SCHOOL, PUPIL, &other));
    let read = |here: &Here| here.vault.read().provisions().of_pupil(PUPIL).unwrap();
    assert_eq!(read(&here)[0].details, details);
    assert_eq!(read(&here)[1].details.area, "communication", "it keeps its own area");
    let interventions = here.vault.read().interventions().list(SCHOOL).unwrap();
    assert_eq!(interventions.len(), 1);
    let renamed = InterventionDetails { name: "Talk time".into(), area: "semh".into(), retired: true };
    here.does(|tx| tx.interventions().update(interventions[0].id, &renamed));
    assert!(read(&here).iter().all(|each| each.details.intervention == "Talk time" && each.details.area == "semh"));
    let ended = ProvisionDetails { to: Some(day("2026-10-05")), exit: "30".into(), pence: None, ..details };
    here.does(|tx| tx.provisions().update(SCHOOL, id, &ended));
    assert_eq!(
        here.vault.read().provisions().get(id).unwrap().details,
        ProvisionDetails { area: "communication".into(), ..ended }
    );
    here.does(|tx| tx.provisions().remove(id));
    assert_eq!(here.refuses(|tx| tx.provisions().remove(id)), "store.gone");
    assert_eq!(here.vault.read().provisions().get(ProvisionId(9)).unwrap_err().code, "store.gone");
}

#[test]
fn provision_between_two_days_leaves_out_what_had_ended_and_who_had_left() {
    let mut here = Here::with_school();
    let left = PupilDetails { on_roll_to: Some(day("2026-08-31")), ..pupil("Left", "A") };
    let left = here.does(|tx| tx.pupils().insert(&left, SCHOOL));
    here.does(|tx| {
        let ended = ProvisionDetails { to: Some(day("2026-09-01")), ..provision("Ended", "2026-01-05") };
        let ends = ProvisionDetails { to: Some(day("2026-09-02")), ..provision("Ends", "2026-01-05") };
        for (who, details) in [
            (PUPIL, ended),
            (PUPIL, ends),
            (PUPIL, provision("Runs", "2026-09-14")),
            (PUPIL, provision("To come", "2027-09-01")),
            (left, provision("Left", "2026-01-05")),
        ] {
            tx.provisions().insert(SCHOOL, who, &details)?;
        }
        Ok(())
    });
    let found = here.vault.read().provisions().between(SCHOOL, day("2026-09-01"), day("2027-08-31")).unwrap();
    let names: Vec<&str> = found.iter().map(|each| each.details.intervention.as_str()).collect();
    assert_eq!(names, ["Runs", "Ends"]);
}

#[test]
fn a_plan_that_provision_belongs_to_stays() {
    let mut here = Here::with_school();
    let plan = here.does(|tx| tx.plans().insert(PUPIL, &plans::form()));
    let details = ProvisionDetails { plan: Some(plan), ..provision("Talk", "2026-09-14") };
    here.does(|tx| tx.provisions().insert(SCHOOL, PUPIL, &details));
    assert_eq!(here.refuses(|tx| tx.plans().remove(plan)), "plan.has_provision");
}

#[test]
fn a_profile_is_one_row_that_goes_when_it_says_nothing() {
    let mut here = Here::with_school();
    let read = |here: &Here| here.vault.read().profiles().get(PUPIL).unwrap();
    assert_eq!(read(&here), None);
    let profile = Profile { admire: "My drawings".into(), agreed_on: Some(day("2026-10-01")), ..Profile::default() };
    here.does(|tx| tx.profiles().set(PUPIL, &profile));
    let more = Profile { avoid: "Shouting".into(), ..profile.clone() };
    here.does(|tx| tx.profiles().set(PUPIL, &more));
    assert_eq!(read(&here), Some(more));
    here.does(|tx| tx.profiles().set(PUPIL, &Profile::default()));
    assert_eq!(read(&here), None);
    here.vault.undo(at("2026-11-02")).unwrap();
    here.vault.undo(at("2026-11-02")).unwrap();
    assert_eq!(read(&here), Some(profile));
}

#[test]
fn results_newest_first() {
    let mut here = Here::with_school();
    let result = |date: &str, score: &str| AssessmentDetails {
        date: day(date),
        kind: AssessmentKind::Screening,
        name: "BPVS".into(),
        score: score.into(),
        scale: "standard score".into(),
        done_by: "A. Senco".into(),
        note: "Quiet room".into(),
    };
    let ids = here.does(|tx| {
        Ok(["2026-01-05", "2026-10-05"].map(|date| tx.assessments().insert(PUPIL, &result(date, "85")).unwrap()))
    });
    let read = |here: &Here| here.vault.read().assessments().of_pupil(PUPIL).unwrap();
    assert_eq!(read(&here).iter().map(|each| each.id).collect::<Vec<_>>(), [ids[1], ids[0]]);
    here.does(|tx| tx.assessments().update(ids[0], &result("2026-01-05", "92")));
    assert_eq!(here.vault.read().assessments().get(ids[0]).unwrap().details, result("2026-01-05", "92"));
    here.does(|tx| tx.assessments().remove(ids[1]));
    assert_eq!(read(&here).len(), 1);
    assert_eq!(here.refuses(|tx| tx.assessments().remove(AssessmentId(9))), "store.gone");
}

#[test]
fn a_file_is_kept_once_unchanged_and_comes_back_with_what_names_it() {
    let mut here = Here::with_school();
    let named = |name: &str| DocumentDetails { name: name.into(), date: day("2026-10-01"), note: String::new() };
    let body: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    let first = here.does(|tx| tx.documents().keep(PUPIL, &named("EP report.pdf"), &body));
    let second = here.does(|tx| tx.documents().keep(PUPIL, &named("The same.pdf"), &body));
    let link = here.does(|tx| tx.documents().link(PUPIL, &named("Letter"), "S:\\SEND\\letter.docx"));
    let count = |here: &mut Here| -> i64 {
        here.vault.connection().query_row("SELECT count(*) FROM file", [], |row| row.get(0)).unwrap()
    };
    assert_eq!((count(&mut here), here.vault.read().documents().kept(PUPIL).unwrap()), (1, 2));
    here.does(|tx| tx.documents().remove(first));
    assert_eq!(here.vault.read().documents().body(first).unwrap_err().code, "store.gone");
    here.vault.undo(at("2026-11-02")).unwrap();
    let here = here.restart();
    let read = here.vault.read().documents();
    assert_eq!((read.body(first).unwrap(), read.body(second).unwrap()), (body.clone(), body));
    assert_eq!(read.body(link).unwrap_err().code, "store.gone", "a link has no bytes here");
    let linked = read.get(link).unwrap();
    assert_eq!((linked.link.as_deref(), linked.bytes), (Some("S:\\SEND\\letter.docx"), 0));
    assert_eq!((read.get(first).unwrap().link, read.get(first).unwrap().bytes), (None, 70_000));
    assert_eq!(read.get(DocumentId(9)).unwrap_err().code, "store.gone");
    let mut here = here;
    here.does(|tx| tx.documents().update(link, &named("Letter home")));
    here.vault.connection().execute("UPDATE file SET body = x'00'", []).unwrap();
    assert_eq!(here.vault.read().documents().body(first).unwrap_err().code, "vault.damaged");
}

#[test]
fn a_file_that_nothing_can_bring_back_goes() {
    let mut here = Here::with_school();
    let named = |name: &str| DocumentDetails { name: name.into(), date: day("2026-10-01"), note: String::new() };
    let count = |here: &mut Here| -> i64 {
        here.vault.connection().query_row("SELECT count(*) FROM file", [], |row| row.get(0)).unwrap()
    };
    here.does(|tx| tx.documents().keep(PUPIL, &named("Of another child.pdf"), b"bytes"));
    here.vault.undo(at("2026-11-02")).unwrap();
    assert_eq!(count(&mut here), 1, "Redo brings it back");
    here.vault.redo(at("2026-11-02")).unwrap();
    here.vault.undo(at("2026-11-02")).unwrap();
    here.does(|tx| tx.documents().link(PUPIL, &named("Letter"), "S:\\letter.docx"));
    assert_eq!(count(&mut here), 0, "nothing can bring it back any more, and no backup keeps it from now on");
}
