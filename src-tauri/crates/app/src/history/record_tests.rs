//! What is said of plans, provision, profiles, results, documents and flags.

use super::tests::{change, check};
use serde_json::{Value, json};

const NO: Value = Value::Null;

fn plan(kind: &str, title: &str, to: Value) -> Value {
    json!({ "id": 1, "pupil_id": 4, "kind": kind, "title": title, "from_date": "2026-07-06", "to_date": to, "why_ended": "" })
}

fn cycle(number: u32, review_on: &str, reviewed_on: Value, review: &str) -> Value {
    json!({ "id": number, "plan_id": 1, "number": number, "from_date": "2026-07-06", "review_on": review_on,
        "reviewed_on": reviewed_on, "assess": "", "child_views": "", "family_views": "", "doing": "", "review": review })
}

fn outcome(text: &str, progress: &str) -> Value {
    json!({ "id": 1, "cycle_id": 1, "rank": 1, "text": text, "area": "", "success": "", "progress": progress, "came": "" })
}

#[test]
fn plans_and_their_rounds() {
    let first = || cycle(1, "2026-10-05", NO, "");
    check(
        &[
            change("support_plan", 1, NO, plan("support", "", NO)),
            change("cycle", 1, NO, first()),
            change("outcome", 1, NO, outcome("Asks for help", "")),
        ],
        &[
            "Plan begun: SEN support plan, from 6 July 2026, to be reviewed by 5 October 2026.",
            "Outcome added: “Asks for help”.",
        ],
    );
    check(
        &[change("cycle", 1, first(), cycle(1, "2026-10-12", NO, ""))],
        &["Day to review by changed from 5 October 2026 to 12 October 2026."],
    );
    check(
        &[
            change("outcome", 1, outcome("Asks for help", ""), outcome("Asks for help", "some")),
            change("cycle", 1, first(), cycle(1, "2026-10-05", json!("2026-10-01"), "A good summer")),
            change("cycle", 2, NO, cycle(2, "2026-12-31", NO, "")),
        ],
        &[
            "Round 1 reviewed on 1 October 2026: “A good summer”.",
            "Round 2 begun, from 6 July 2026, to be reviewed by 31 December 2026.",
            "Outcome “Asks for help”: Progress set to some progress.",
        ],
    );
    check(
        &[change("support_plan", 1, plan("own-4", "Talk", NO), plan("own-4", "Talk", json!("2026-10-01")))],
        &["Plan ended: Forest plan, “Talk”; its last day is 30 September 2026."],
    );
    check(
        &[change("support_plan", 1, plan("own-9", "", json!("2026-10-01")), plan("own-9", "", NO))],
        &["Plan goes on: a kind of plan that is gone."],
    );
    check(
        &[change("outcome", 1, outcome("A", ""), NO), change("support_plan", 1, plan("ehcp", "", NO), NO)],
        &["Plan taken away: EHC plan."],
    );
}

#[test]
fn provision_results_documents_profile_and_flags() {
    let provision = |pence: Value, to: Value| json!({ "id": 1, "pupil_id": 4, "intervention_id": 3, "from_date": "2026-09-14", "to_date": to, "pence": pence });
    check(
        &[change("provision", 1, NO, provision(NO, NO))],
        &["Provision begun: Language group, from 14 September 2026."],
    );
    check(
        &[change("provision", 1, provision(json!(1250), NO), provision(json!(900), json!("2026-10-05")))],
        &[
            "Provision ended: Language group; its last day is 4 October 2026.",
            "Language group: Cost of a session changed from £12.50 to £9.00.",
        ],
    );
    let result = |score: &str| json!({ "id": 1, "pupil_id": 4, "date": "2026-11-02", "kind": "screening", "name": "BPVS", "score": score });
    check(&[change("assessment", 1, NO, result("85"))], &["Result added: “BPVS”, “85”, 2 November 2026."]);
    check(
        &[change("assessment", 1, result("85"), result("86"))],
        &["Result “BPVS”: Result changed from “85” to “86”."],
    );
    let document =
        |name: &str| json!({ "id": 1, "pupil_id": 4, "name": name, "date": "2026-11-02", "hash": "ab", "bytes": 2 });
    check(&[change("document", 1, NO, document("EP.pdf"))], &["Document added: “EP.pdf”, 2 November 2026."]);
    let profile = |avoid: &str| json!({ "pupil_id": 4, "avoid": avoid });
    check(&[change("profile", 4, NO, profile(""))], &["Profile written."]);
    check(&[change("profile", 4, profile(""), profile("Noise"))], &["Profile: What to avoid set to “Noise”."]);
    let flag = json!({ "pupil_id": 4, "flag_id": 2 });
    check(&[change("pupil_flag", 4, NO, flag.clone())], &["Flag added: Forces family."]);
    check(&[change("pupil_flag", 4, flag, NO)], &["Flag taken away: Forces family."]);
    let kind =
        |weeks: u32| json!({ "id": 4, "school_id": 1, "name": "Forest plan", "review_weeks": weeks, "retired": 0 });
    check(&[change("plan_kind", 4, NO, kind(6))], &["Kind of plan added: Forest plan."]);
    check(&[change("plan_kind", 4, kind(6), kind(12))], &["Weeks from one review to the next changed from 6 to 12."]);
}
