//! Tasks and the catalogue they come from.

use super::*;
use crate::NewTask;
use daybook_domain::ids::{TaskId, TemplateId};
use daybook_domain::plan::BlockState;
use daybook_domain::task::{
    Anchor, Basis, Event, Frequency, Per, Stake, Task, TaskDetails, TaskState, TemplateDetails,
};

pub(super) fn template(per: Per, anchor: Anchor) -> TemplateDetails {
    TemplateDetails {
        title: "Annual review".into(),
        frequency: Frequency::Yearly,
        estimate: 330,
        basis: Basis::Published,
        source: "a council".into(),
        activity: ActivityId(1),
        per,
        anchor,
        lead_days: 42,
        in_holidays: false,
        carries: true,
        stake: Stake::Law,
        consequence: "The plan lapses".into(),
        from: day("2026-09-01"),
    }
}

pub(super) fn details(title: &str, due: Option<&str>) -> TaskDetails {
    TaskDetails {
        title: title.into(),
        activity: Some(ActivityId(1)),
        due: due.map(day),
        estimate: Some(40),
        pupil: Some(PUPIL),
        stake: Stake::Child,
        consequence: String::new(),
        note: String::new(),
    }
}

pub(super) fn own() -> NewTask {
    NewTask { template: None, occurs: None, appeared: day("2026-11-02"), carries: true, split_from: None }
}

pub(super) fn made(template: TemplateId, occurs: &str) -> NewTask {
    NewTask { template: Some(template), occurs: Some(day(occurs)), ..own() }
}

impl Here {
    pub(super) fn task(&self, id: TaskId) -> Task {
        self.vault.read().tasks().get(id).unwrap()
    }

    fn steps(&mut self, query: &str) -> String {
        let mut plan = self.vault.connection().prepare(&format!("EXPLAIN QUERY PLAN {query}")).unwrap();
        let steps: Vec<String> = plan.query_map([], |row| row.get("detail")).unwrap().map(Result::unwrap).collect();
        steps.join("\n")
    }
}

#[test]
fn a_line_of_the_catalogue_is_read_back_as_it_was_written() {
    let mut here = Here::with_school();
    let lines = [
        template(Per::School, Anchor::Month { month: 6 }),
        template(Per::Status { code: "E".into() }, Anchor::Before { days: 14, event: Event::PlanReview }),
        template(Per::Pupil { pupil: PUPIL }, Anchor::Date { month: 2, day: 29 }),
        TemplateDetails { frequency: Frequency::Daily, ..template(Per::Family, Anchor::EachDay) },
    ];
    let ids: Vec<TemplateId> = lines.iter().map(|line| here.does(|tx| tx.templates().insert(SCHOOL, line))).collect();
    for (id, line) in ids.iter().zip(&lines) {
        assert_eq!(&here.vault.read().templates().get(*id).unwrap().details, line);
    }
    let list = here.vault.read().templates().list(SCHOOL).unwrap();
    let order: Vec<TemplateId> = list.iter().map(|line| line.id).collect();
    assert_eq!(order, [ids[3], ids[0], ids[1], ids[2]], "most often first");
    here.does(|tx| tx.templates().update(ids[0], &lines[2]));
    here.does(|tx| tx.templates().retire(ids[0], true));
    let changed = here.vault.read().templates().get(ids[0]).unwrap();
    assert_eq!((changed.details, changed.retired), (lines[2].clone(), true));
    assert_eq!(here.refuses(|tx| tx.templates().retire(TemplateId(99), true)), "store.gone");
    assert_eq!(here.refuses(|tx| tx.templates().update(TemplateId(99), &lines[0])), "store.gone");
}

#[test]
fn a_task_is_read_back_in_every_state() {
    let mut here = Here::with_school();
    let id = here.does(|tx| tx.tasks().insert(SCHOOL, own(), &details("Ring", Some("2026-11-06"))));
    for (state, settled) in [
        (TaskState::Part { percent: 40 }, None),
        (TaskState::Delegated { to: "Mr Ash".into(), until: Some(day("2026-11-09")) }, None),
        (TaskState::NotDone { why: "cover".into() }, None),
        (TaskState::Dropped { why: "moved away".into() }, Some(day("2026-11-05"))),
        (TaskState::Done, Some(day("2026-11-05"))),
        (TaskState::Open, None),
    ] {
        here.does(|tx| tx.tasks().set_state(id, &state, day("2026-11-05")));
        let task = here.task(id);
        assert_eq!((&task.state, task.settled_on), (&state, settled));
        let read = here.vault.read();
        assert_eq!(read.tasks().unsettled(SCHOOL).unwrap().is_empty(), settled.is_some(), "{state:?}");
        let settled_now = read.tasks().settled(SCHOOL, day("2026-11-05"), day("2026-11-05")).unwrap();
        assert_eq!(settled_now.len(), usize::from(settled.is_some()), "{state:?}");
    }
    here.does(|tx| tx.tasks().update(id, &details("Ring again", Some("2026-11-20"))));
    let moved = here.task(id);
    assert_eq!((moved.details.due, moved.first_due), (Some(day("2026-11-20")), Some(day("2026-11-06"))));
    here.vault.undo(at("2026-11-02")).unwrap();
    assert_eq!(here.task(id).details.title, "Ring");
    assert_eq!(here.refuses(|tx| tx.tasks().set_state(TaskId(9), &TaskState::Done, day("2026-11-05"))), "store.gone");
}

#[test]
fn the_list_is_by_day_then_by_who_is_let_down() {
    let mut here = Here::with_school();
    for (title, due, stake) in [
        ("no day", None, Stake::Law),
        ("friday, school", Some("2026-11-06"), Stake::School),
        ("friday, law", Some("2026-11-06"), Stake::Law),
        ("thursday", Some("2026-11-05"), Stake::School),
    ] {
        here.does(|tx| tx.tasks().insert(SCHOOL, own(), &TaskDetails { stake, ..details(title, due) }));
    }
    let list = here.vault.read().tasks().unsettled(SCHOOL).unwrap();
    let titles: Vec<&str> = list.iter().map(|task| task.details.title.as_str()).collect();
    assert_eq!(titles, ["thursday", "friday, law", "friday, school", "no day"]);
}

#[test]
fn the_catalogue_makes_a_task_of_a_day_once_for_each_child() {
    let mut here = Here::with_school();
    let line = here.does(|tx| tx.templates().insert(SCHOOL, &template(Per::School, Anchor::Month { month: 6 })));
    let school = TaskDetails { pupil: None, ..details("SEF", None) };
    here.does(|tx| tx.tasks().insert(SCHOOL, made(line, "2026-11-02"), &school));
    here.does(|tx| tx.tasks().insert(SCHOOL, made(line, "2026-11-02"), &details("SEF", None)));
    here.does(|tx| tx.tasks().insert(SCHOOL, made(line, "2026-11-03"), &school));
    assert!(here.tries(|tx| tx.tasks().insert(SCHOOL, made(line, "2026-11-02"), &school)).is_err(), "twice");
    let known = here.vault.read().tasks().made(SCHOOL, day("2026-11-03")).unwrap();
    assert_eq!(known, [(line, day("2026-11-03"), None)]);
    let touched = here.does(|tx| tx.tasks().insert(SCHOOL, made(line, "2026-12-01"), &school));
    here.does(|tx| tx.tasks().update(touched, &TaskDetails { due: Some(day("2026-12-04")), ..school.clone() }));
    here.does(|tx| tx.tasks().update(touched, &TaskDetails { due: Some(day("2026-12-05")), ..school.clone() }));
    assert_eq!(here.does(|tx| tx.tasks().delete_untouched(line, day("2026-11-03"))), 1);
    assert_eq!(here.vault.read().tasks().unsettled(SCHOOL).unwrap().len(), 3);
}

#[test]
fn time_of_a_task_is_that_of_its_entries_and_open_blocks() {
    let mut here = Here::with_school();
    let id = here.does(|tx| tx.tasks().insert(SCHOOL, own(), &details("Plan", None)));
    let laid = here.does(|tx| tx.blocks().insert(SCHOOL, &block("2026-11-02")));
    let later = here.does(|tx| tx.blocks().insert(SCHOOL, &block("2026-11-03")));
    let done = here.does(|tx| tx.entries().insert(SCHOOL, &entry("2026-11-02")));
    here.does(|tx| {
        tx.tasks().link_block(laid, Some(id))?;
        tx.tasks().link_block(later, Some(id))?;
        tx.tasks().link_entry(done, Some(id))
    });
    let (block_minutes, minutes) = (block("2026-11-02").minutes, entry("2026-11-02").minutes);
    assert_eq!((here.task(id).planned, here.task(id).spent), (2 * block_minutes, minutes));
    here.does(|tx| tx.weeks().freeze(SCHOOL, day("2026-11-02"), at("2026-11-02")));
    here.does(|tx| tx.blocks().set_state(laid, &BlockState::NotDone { why: String::new(), still_needed: true }));
    assert_eq!(here.task(id).planned, block_minutes, "nothing is to come of a block that was not done");
    let read = here.vault.read();
    assert_eq!((read.tasks().of_block(laid).unwrap(), read.tasks().of_entry(done).unwrap()), (Some(id), Some(id)));
    assert_eq!((read.tasks().blocks(id).unwrap(), read.tasks().entries(id).unwrap()), (vec![laid, later], vec![done]));
    here.does(|tx| tx.entries().delete(done));
    assert_eq!(here.task(id).spent, 0);
    here.does(|tx| tx.tasks().delete(id));
    assert_eq!(here.vault.read().tasks().of_block(laid).unwrap(), None, "the frozen plan stays, without it");
    here.vault.undo(at("2026-11-02")).unwrap();
    assert_eq!(here.task(id).planned, block_minutes);
}

#[test]
fn an_estimate_learns_from_what_was_done_and_took_time() {
    let mut here = Here::with_school();
    let line = here.does(|tx| tx.templates().insert(SCHOOL, &template(Per::School, Anchor::Month { month: 6 })));
    for (on, state, timed) in [
        ("2026-11-02", TaskState::Done, true),
        ("2026-11-03", TaskState::Done, false),
        ("2026-11-04", TaskState::Dropped { why: String::new() }, true),
        ("2026-11-05", TaskState::Done, true),
    ] {
        let id = here.does(|tx| tx.tasks().insert(SCHOOL, made(line, on), &details(on, None)));
        if timed {
            let entry = here.does(|tx| tx.entries().insert(SCHOOL, &entry(on)));
            here.does(|tx| tx.tasks().link_entry(entry, Some(id)));
        }
        here.does(|tx| tx.tasks().set_state(id, &state, day(on)));
    }
    let took = here.vault.read().tasks().took(line).unwrap();
    let titles: Vec<&str> = took.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["2026-11-05", "2026-11-02"], "newest first");
    assert_eq!(took[0].minutes, entry("2026-11-02").minutes);
}

#[test]
fn pieces_know_their_task_until_they_are_another_childs() {
    let mut here = Here::with_school();
    let other = here.does(|tx| tx.pupils().insert(&pupil("Ng", "Li"), SCHOOL));
    let whole = here.does(|tx| tx.tasks().insert(SCHOOL, own(), &details("Whole", None)));
    let piece = NewTask { split_from: Some(whole), ..own() };
    let id = here.does(|tx| tx.tasks().insert(SCHOOL, piece, &details("Piece", None)));
    assert_eq!(here.vault.read().tasks().split_from(whole).unwrap()[0].id, id);
    here.does(|tx| tx.tasks().update(id, &TaskDetails { pupil: Some(other), ..details("Piece", None) }));
    assert_eq!(here.task(id).split_from, None);
    assert_eq!(here.vault.read().tasks().of_pupil(other).unwrap()[0].id, id);
}

#[test]
fn lists_of_tasks_walk_no_whole_table() {
    let mut here = Here::with_school();
    for (query, index) in [
        ("SELECT 1 FROM task t WHERE t.school_id = 1 AND t.settled_on IS NULL", "task_by_day"),
        (
            "SELECT 1 FROM task t WHERE t.school_id = 1 AND t.settled_on BETWEEN '2026-09-01' AND '2026-11-01'
             AND t.settled_on IS NOT NULL",
            "task_by_day",
        ),
        ("SELECT 1 FROM task_entry l JOIN entry e ON e.id = l.entry_id WHERE l.task_id = 1", "task_entry_by_task"),
        (
            "SELECT 1 FROM task t WHERE t.template_id = 1 AND t.state = 'done' ORDER BY t.settled_on DESC",
            "task_by_template",
        ),
        (
            "SELECT max(appeared) FROM task WHERE school_id = 1 AND template_id IS NOT NULL AND occurs IS NOT NULL",
            "task_appeared",
        ),
    ] {
        let steps = here.steps(query);
        assert!(steps.contains(index) && !steps.contains("SCAN"), "{query}: {steps}");
    }
}
