//! What a list may not decide by itself.

use super::rows::{ISLA, list, vault};
use super::*;
use crate::{Field, Severity};
use daybook_domain::upn::{Upn, check};

#[test]
fn what_is_newer_than_the_list_stays_until_somebody_says() {
    let mut known = vault(ISLA);
    known[0].statuses[0].from = today();
    known[0].needs.iter_mut().for_each(|need| need.from = today());
    for (row, field, took) in [
        (ISLA.replace(",K,", ",N,"), Field::SenStatus, ("", vec!["SLCN", "ASD"])),
        (ISLA.replace(",K,", ",E,"), Field::SenStatus, ("E", vec!["SLCN", "ASD"])),
        (ISLA.replace("SLCN,ASD", "SEMH,ASD"), Field::SenNeeds, ("K", vec!["SEMH", "ASD"])),
    ] {
        let import = list(&row).into(known.clone());
        let asked = import.row(2);
        assert_eq!((asked.fate, asked.problems[0].field), (Fate::Same, Some(field)), "{row}");
        assert_eq!((asked.problems[0].code, asked.problems[0].severity), (ProblemCode::NewerHere, Severity::Ask));
        assert_eq!(import.steps(&[]), Vec::new(), "{row}");
        let after = &import.applied(&[(2, ProblemCode::NewerHere)])[0];
        assert_eq!((status(after), needs(after)), took, "{row}");
    }
}

#[test]
fn two_permanent_upns_of_one_name_and_birthday_are_asked_about() {
    const OTHER: &str = "Nguyễn,Isla,,13/07/2018,B801200005002,Year 4,4C,N,,,,\n";
    let other = OTHER.replace("B801200005002", &permanent("801200005002"));
    let import = list(&other).into(vault(ISLA));
    let row = import.row(2);
    assert!(row.fate == Fate::Unsure && has(&row, ProblemCode::MaybeNewPupil), "{row:?}");
    assert_eq!(import.steps(&[]), Vec::new(), "nothing is written over the first one's record");
    assert_eq!(import.applied(&[(2, ProblemCode::MaybeNewPupil)]).len(), 2);
    // A temporary one that becomes permanent is the same child.
    let temporary = ISLA.replace("B801200005001", &temporary("80120000500"));
    assert_eq!(list(&other).into(vault(&temporary)).row(2).fate, Fate::Changed);
    // Both in the list: only one question is asked of the second.
    let both = list(&format!("{ISLA}{other}")).into(vault(ISLA));
    let second = both.row(3);
    assert_eq!(second.fate, Fate::Unsure);
    assert!(!has(&second, ProblemCode::ConflictingRepeat) && !has(&second, ProblemCode::SharedIdentity), "{second:?}");
    assert_eq!(both.applied(&[(3, ProblemCode::MaybeNewPupil)]).len(), 2);
}

/// A permanent UPN of these twelve digits, and a temporary one of these eleven, each with its check letter.
fn permanent(digits: &str) -> String {
    lettered(digits, "")
}

fn temporary(digits: &str) -> String {
    lettered(digits, "A")
}

fn lettered(digits: &str, last: &str) -> String {
    let all = ('A'..='Z').map(|letter| format!("{letter}{digits}{last}"));
    let good = |upn: &String| matches!(check(upn), Upn::Permanent | Upn::Temporary);
    all.into_iter().find(good).unwrap()
}
