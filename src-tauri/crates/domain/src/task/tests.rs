use super::*;
use crate::calendar::HalfTerm;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn task(due: &str) -> Task {
    Task {
        id: TaskId(1),
        details: TaskDetails {
            title: "Review".into(),
            activity: None,
            due: Some(day(due)),
            estimate: Some(45),
            pupil: None,
            stake: Stake::School,
            consequence: String::new(),
            note: String::new(),
        },
        state: TaskState::Open,
        template: None,
        occurs: None,
        appeared: day(due),
        first_due: Some(day(due)),
        settled_on: None,
        carries: true,
        split_from: None,
        spent: 0,
        planned: 0,
    }
}

fn calendar() -> Calendar {
    let term = |name: &str, first: &str, last: &str| HalfTerm { name: name.into(), first: day(first), last: day(last) };
    Calendar {
        half_terms: vec![term("Autumn 1", "2026-09-01", "2026-10-23"), term("Autumn 2", "2026-11-02", "2026-12-18")],
        days_off: vec![],
    }
}

#[test]
fn weeks_it_was_carried_into_are_school_weeks() {
    let calendar = calendar();
    for (due, today, weeks) in [
        ("2026-10-14", "2026-10-13", 0),
        ("2026-10-14", "2026-10-18", 0),
        ("2026-10-14", "2026-10-19", 1),
        ("2026-10-14", "2026-11-01", 1),
        ("2026-10-14", "2026-11-02", 2),
        ("2026-12-16", "2027-01-31", 0),
    ] {
        assert_eq!(task(due).carried(&calendar, day(today)), weeks, "{due} on {today}");
    }
    let settled = Task { settled_on: Some(day("2026-10-20")), state: TaskState::Done, ..task("2026-10-14") };
    assert_eq!(settled.carried(&calendar, day("2026-12-18")), 1, "it no longer counts once it is settled");
    let undated = Task { first_due: None, ..task("2026-10-14") };
    assert_eq!(undated.carried(&calendar, day("2026-12-18")), 0);
}

#[test]
fn what_does_not_carry_leaves_with_its_day() {
    let (before, after) = (day("2026-11-04"), day("2026-11-05"));
    let carries = task("2026-11-04");
    assert!(carries.is_on_the_list(after) && carries.is_late(after) && !carries.is_late(before));
    let daily = Task { carries: false, ..task("2026-11-04") };
    assert!(daily.is_on_the_list(before) && !daily.is_on_the_list(after));
    let spoken = Task { state: TaskState::NotDone { why: "cover".into() }, ..daily };
    assert!(spoken.is_on_the_list(after), "not done and still needed stays");
    let done = Task { state: TaskState::Done, ..task("2026-11-04") };
    assert!(!done.is_late(after) && !done.is_on_the_list(after));
}

#[test]
fn what_is_left_of_a_task() {
    let of = |state| Task { state, ..task("2026-11-04") }.left();
    assert_eq!(of(TaskState::Open), 45);
    assert_eq!(of(TaskState::Part { percent: 50 }), 23, "half a minute is not forgotten");
    assert_eq!(of(TaskState::Delegated { to: "TA".into(), until: None }), 45);
    assert_eq!(of(TaskState::Dropped { why: String::new() }), 0);
}

#[test]
fn what_cannot_be_is_refused_with_its_field() {
    let refused = |details: TaskDetails| details.check().unwrap_err().field.unwrap();
    let good = task("2026-11-04").details;
    assert!(good.check().is_ok());
    assert_eq!(refused(TaskDetails { title: " ".into(), ..good.clone() }), "details.title");
    assert_eq!(refused(TaskDetails { estimate: Some(0), ..good.clone() }), "details.estimate");
    assert_eq!(refused(TaskDetails { estimate: Some(6_001), ..good.clone() }), "details.estimate");
    assert!(TaskDetails { estimate: Some(6_000), ..good.clone() }.check().is_ok());
    assert_eq!(refused(TaskDetails { note: "x".repeat(1_001), ..good }), "details.note");
    for (state, field) in [
        (TaskState::Part { percent: 0 }, "state.percent"),
        (TaskState::Part { percent: 100 }, "state.percent"),
        (TaskState::Delegated { to: String::new(), until: None }, "state.to"),
        (TaskState::NotDone { why: "x".repeat(1_001) }, "state.why"),
    ] {
        assert_eq!(state.check().unwrap_err().field.as_deref(), Some(field));
    }
}

#[test]
fn where_a_task_stands_on_the_list() {
    let today = day("2026-11-04");
    let of = |due: &str, state| Task { state, ..task(due) }.group(today);
    for (due, group) in [
        ("2026-11-03", TaskGroup::Late),
        ("2026-11-04", TaskGroup::Today),
        ("2026-11-08", TaskGroup::ThisWeek),
        ("2026-11-09", TaskGroup::Later),
    ] {
        assert_eq!(of(due, TaskState::Open), group, "{due}");
        assert_eq!(of(due, TaskState::Part { percent: 5 }), group, "{due}");
        assert_eq!(of(due, TaskState::NotDone { why: String::new() }), TaskGroup::NotDone, "{due}");
        assert_eq!(of(due, TaskState::Delegated { to: "TA".into(), until: None }), TaskGroup::Delegated, "{due}");
    }
    let undated = Task { details: TaskDetails { due: None, ..task("2026-11-04").details }, ..task("2026-11-04") };
    assert_eq!(undated.group(today), TaskGroup::NoDay);
    let done = Task { settled_on: Some(today), ..task("2026-11-04") };
    assert_eq!(Task { state: TaskState::Done, ..done }.group(today), TaskGroup::Settled);
}
