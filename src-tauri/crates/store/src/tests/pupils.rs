//! Case codes, provision and needs over time.

use super::*;
use daybook_domain::ids::StatusId;

/// Spells, oldest first, as `code from to`.
fn spells(here: &Here) -> Vec<String> {
    let pupil = here.vault.read().pupils().get(PUPIL).unwrap();
    let text = |s: &daybook_domain::pupil::Status| {
        format!("{} {} {}", s.code, s.from, s.to.map_or("-".into(), |to| to.to_string()))
    };
    pupil.statuses.iter().rev().map(text).collect()
}

/// Needs, as `rank code from to`, current ones first.
fn needs(here: &Here) -> Vec<String> {
    let pupil = here.vault.read().pupils().get(PUPIL).unwrap();
    let text = |n: &daybook_domain::pupil::Need| {
        format!("{} {} {} {}", n.rank, n.code, n.from, n.to.map_or("-".into(), |to| to.to_string()))
    };
    pupil.needs.iter().map(text).collect()
}

fn opens(here: &mut Here, code: &str, from: &str) -> Result<(), String> {
    here.tries(|tx| tx.pupils().open_status(PUPIL, code, day(from), "")).map(|_| ()).map_err(|f| f.code.into_owned())
}

#[test]
fn a_case_code_is_never_given_twice() {
    let mut here = Here::with_school();
    let code = |here: &Here, id| here.vault.read().pupils().get(id).unwrap().case_code;
    assert_eq!(code(&here, PUPIL), "C-0001");
    here.does(|tx| tx.pupils().insert(&pupil("Second", "A"), SCHOOL));
    here.vault.undo(at("2026-11-02")).unwrap();
    let mut here = here.restart();
    let third = here.does(|tx| tx.pupils().insert(&pupil("Third", "A"), SCHOOL));
    assert_eq!(code(&here, third), "C-0003", "the undone one keeps its own");
}

#[test]
fn a_record_is_read_back_whole() {
    let mut here = Here::with_school();
    let details = PupilDetails {
        preferred: "Zo".into(),
        upn: "A123".into(),
        admission: "77".into(),
        year_override: Some("4".into()),
        flags: Flags { eal: true, young_carer: true, ..Flags::default() },
        on_roll_from: Some(day("2022-09-01")),
        on_roll_to: Some(day("2027-07-20")),
        note: "Ask about glasses".into(),
        ..pupil("Nguyễn", "Zoë")
    };
    here.does(|tx| tx.pupils().update(PUPIL, &details));
    assert_eq!(here.vault.read().pupils().get(PUPIL).unwrap().details, details);
    assert_eq!(here.vault.read().pupils().for_matching(SCHOOL).unwrap().len(), 1);
    assert_eq!(here.refuses(|tx| tx.pupils().update(PupilId(9), &details)), "store.gone");
}

#[test]
fn provision_is_one_spell_after_another() {
    let mut here = Here::with_school();
    opens(&mut here, "W", "2026-01-05").unwrap();
    opens(&mut here, "K", "2026-03-02").unwrap();
    assert_eq!(spells(&here), ["W 2026-01-05 2026-03-02", "K 2026-03-02 -"]);
    assert_eq!(opens(&mut here, "K", "2026-05-01"), Err("status.same".into()));
    opens(&mut here, "E", "2026-03-02").unwrap();
    assert_eq!(spells(&here), ["W 2026-01-05 2026-03-02", "E 2026-03-02 -"], "corrected on the day");
    opens(&mut here, "W", "2026-03-02").unwrap();
    assert_eq!(spells(&here), ["W 2026-01-05 -"], "corrected to what came before");
    opens(&mut here, "K", "2026-03-02").unwrap();
    here.does(|tx| tx.pupils().end_status(PUPIL, day("2026-06-01")));
    assert_eq!(here.refuses(|tx| tx.pupils().end_status(PUPIL, day("2026-06-01"))), "status.none");
    opens(&mut here, "K", "2026-09-01").unwrap();
    assert_eq!(here.refuses(|tx| tx.pupils().end_status(PUPIL, day("2026-08-31"))), "status.backwards");
    here.does(|tx| tx.pupils().end_status(PUPIL, day("2026-09-01")));
    assert_eq!(
        spells(&here),
        ["W 2026-01-05 2026-03-02", "K 2026-03-02 2026-06-01"],
        "what ends as it begins never held"
    );
}

#[test]
fn a_spell_that_has_ended_is_never_rewritten() {
    let mut here = Here::with_school();
    opens(&mut here, "K", "2024-09-01").unwrap();
    here.does(|tx| tx.pupils().end_status(PUPIL, day("2026-07-20")));
    assert_eq!(opens(&mut here, "E", "2024-09-01"), Err("status.overlap".into()));
    assert_eq!(spells(&here), ["K 2024-09-01 2026-07-20"]);
}

#[test]
fn a_spell_written_down_late_ends_where_the_next_begins() {
    let mut here = Here::with_school();
    opens(&mut here, "E", "2026-09-01").unwrap();
    opens(&mut here, "W", "2025-09-01").unwrap();
    assert_eq!(spells(&here), ["W 2025-09-01 2026-09-01", "E 2026-09-01 -"]);
}

#[test]
fn a_letter_that_turns_up_takes_the_rest_of_a_spell_that_has_ended() {
    let mut here = Here::with_school();
    opens(&mut here, "K", "2022-09-01").unwrap();
    here.does(|tx| tx.pupils().end_status(PUPIL, day("2025-07-20")));
    opens(&mut here, "W", "2026-01-05").unwrap();
    opens(&mut here, "E", "2024-03-04").unwrap();
    assert_eq!(spells(&here), ["K 2022-09-01 2024-03-04", "E 2024-03-04 2025-07-20", "W 2026-01-05 -"]);
    assert_eq!(opens(&mut here, "E", "2024-05-01"), Err("status.same".into()));
}

#[test]
fn no_statement_makes_two_spells_hold_at_once() {
    let mut here = Here::with_school();
    opens(&mut here, "K", "2026-09-01").unwrap();
    for statement in [
        "INSERT INTO status (pupil_id, code, from_date, reason) VALUES (1, 'E', '2026-10-01', '')",
        "INSERT INTO status (pupil_id, code, from_date, to_date, reason) VALUES (1, 'E', '2026-08-01', '2026-09-02', '')",
    ] {
        assert_eq!(here.refuses(|tx| tx.sql().run(statement, [])), "status.overlap");
    }
    let touching = "INSERT INTO status (pupil_id, code, from_date, to_date, reason) VALUES (1, 'W', '2026-08-01', '2026-09-01', '')";
    here.does(|tx| tx.sql().run(touching, []));
}

#[test]
fn needs_end_stay_and_change_rank_with_their_dates() {
    let mut here = Here::with_school();
    let set = |here: &mut Here, codes: &[&str], from: &str| {
        here.tries(|tx| tx.pupils().set_needs(PUPIL, codes, day(from))).map_err(|fault| fault.code.into_owned())
    };
    set(&mut here, &["SLCN", "MLD", "HI"], "2025-09-01").unwrap();
    set(&mut here, &["ASD", "MLD", "SLCN"], "2026-03-03").unwrap();
    assert_eq!(
        needs(&here),
        [
            "1 ASD 2026-03-03 -",
            "2 MLD 2025-09-01 -",
            "3 SLCN 2026-03-03 -",
            "1 SLCN 2025-09-01 2026-03-03",
            "3 HI 2025-09-01 2026-03-03"
        ]
    );
    assert_eq!(set(&mut here, &["ASD", "ASD"], "2026-04-01"), Err("need.twice".into()));
    assert_eq!(set(&mut here, &["MLD"], "2026-01-01"), Err("need.later".into()));
    set(&mut here, &["SLCN", "MLD"], "2026-03-03").unwrap();
    let now: Vec<_> = needs(&here).into_iter().filter(|need| need.ends_with('-')).collect();
    assert_eq!(now, ["1 SLCN 2025-09-01 -", "2 MLD 2025-09-01 -"], "corrected on the day");
}

#[test]
fn a_need_learnt_of_late_goes_before_those_that_came_later() {
    let mut here = Here::with_school();
    here.does(|tx| tx.pupils().set_needs(PUPIL, &["SLCN"], day("2020-09-01")));
    here.does(|tx| tx.pupils().set_needs(PUPIL, &["SLCN", "ASD"], day("2026-09-01")));
    here.does(|tx| tx.pupils().set_needs(PUPIL, &["SEMH", "SLCN", "ASD"], day("2025-01-06")));
    assert_eq!(
        needs(&here),
        ["1 SEMH 2025-01-06 -", "2 SLCN 2025-01-06 -", "3 ASD 2026-09-01 -", "1 SLCN 2020-09-01 2025-01-06"]
    );
}

#[test]
fn a_primary_need_taken_away_leaves_the_next_one_primary() {
    let mut here = Here::with_school();
    here.does(|tx| tx.pupils().set_needs(PUPIL, &["SLCN", "ASD"], day("2025-09-01")));
    here.does(|tx| tx.pupils().set_needs(PUPIL, &["SLCN", "ASD", "HI"], day("2026-01-05")));
    let slip = here.vault.read().pupils().get(PUPIL).unwrap().needs[0].id;
    here.does(|tx| tx.pupils().remove_need(PUPIL, slip));
    assert_eq!(needs(&here), ["1 ASD 2025-09-01 -", "2 HI 2026-01-05 -"]);
}

#[test]
fn what_a_wrong_spell_took_the_place_of_goes_on() {
    let mut here = Here::with_school();
    let ids = |here: &Here| -> Vec<StatusId> {
        let pupil = here.vault.read().pupils().get(PUPIL).unwrap();
        pupil.statuses.iter().rev().map(|spell| spell.id).collect()
    };
    opens(&mut here, "W", "2026-01-05").unwrap();
    opens(&mut here, "E", "2026-03-02").unwrap();
    opens(&mut here, "K", "2026-06-01").unwrap();
    let middle = ids(&here)[1];
    here.does(|tx| tx.pupils().remove_status(PUPIL, middle));
    assert_eq!(spells(&here), ["W 2026-01-05 2026-06-01", "K 2026-06-01 -"]);
    let last = ids(&here)[1];
    here.does(|tx| tx.pupils().remove_status(PUPIL, last));
    assert_eq!(spells(&here), ["W 2026-01-05 -"]);
    assert_eq!(here.refuses(|tx| tx.pupils().remove_status(PUPIL, last)), "store.gone");
    let first = ids(&here)[0];
    assert_eq!(here.refuses(|tx| tx.pupils().remove_status(PupilId(9), first)), "store.gone", "another pupil's");
    here.does(|tx| tx.pupils().remove_status(PUPIL, first));
    assert_eq!(spells(&here), Vec::<String>::new());
}

#[test]
fn what_a_wrong_need_took_the_place_of_holds_on() {
    let mut here = Here::with_school();
    let id = |here: &Here, code: &str| {
        let pupil = here.vault.read().pupils().get(PUPIL).unwrap();
        pupil.needs.iter().find(|need| need.code == code && need.to.is_none()).unwrap().id
    };
    here.does(|tx| tx.pupils().set_needs(PUPIL, &["SLCN", "MLD"], day("2025-09-01")));
    here.does(|tx| tx.pupils().set_needs(PUPIL, &["ASD", "MLD", "SLCN"], day("2026-03-03")));
    let wrong = id(&here, "ASD");
    here.does(|tx| tx.pupils().remove_need(PUPIL, wrong));
    assert_eq!(
        needs(&here),
        ["1 SLCN 2025-09-01 -", "2 MLD 2025-09-01 -"],
        "what went behind it that day never did, and nothing holds twice at once"
    );
    assert_eq!(here.refuses(|tx| tx.pupils().remove_need(PUPIL, wrong)), "store.gone");
    here.does(|tx| tx.pupils().set_needs(PUPIL, &["SEMH", "MLD"], day("2026-05-01")));
    here.does(|tx| tx.pupils().set_needs(PUPIL, &["HI", "MLD"], day("2026-06-01")));
    let wrong = id(&here, "HI");
    here.does(|tx| tx.pupils().remove_need(PUPIL, wrong));
    assert!(needs(&here).contains(&"1 SEMH 2026-05-01 -".to_owned()), "{:?}", needs(&here));
}
