//! The tables of the week as it happened.

use super::week::with_codes;
use super::words::{hours, short_day};
use crate::blocks::{Row, Table};
use daybook_domain::breaks::BreakState;
use daybook_domain::story::WeekStory;

/// Planned and actual time by kind of work, with what each is for where there is room for it.
pub fn by_activity(week: &WeekStory, areas: bool) -> Table {
    let row = |name: &str, area: &str, planned, actual| {
        let area = areas.then(|| area.to_owned());
        [name.to_owned()].into_iter().chain(area).chain([hours(planned), hours(actual)]).collect::<Vec<_>>()
    };
    let rows = week.by_activity.iter().map(|work| {
        let area = work.purpose.map_or("To be classified", |purpose| purpose.label());
        Row::of(row(&work.name, area, work.planned.minutes, work.actual.minutes))
    });
    let (planned, actual) = week
        .by_activity
        .iter()
        .fold((0, 0), |(planned, actual), work| (planned + work.planned.minutes, actual + work.actual.minutes));
    let table = Table::or("Nothing was planned and nothing was recorded.").words("Kind of work", 3.3);
    let table = if areas { table.words("What for", 2.9) } else { table };
    let table = table.figures("Planned", 0.8).figures("Happened", 0.8);
    if week.by_activity.is_empty() {
        return table;
    }
    table.rows(rows).rows([Row::total(row("In all", "", planned, actual))])
}

/// Who interrupted, how often and for how long.
pub fn interrupted_by(week: &WeekStory) -> Table {
    let rows = week.interrupters.iter().map(|each| {
        let who = if each.who.is_empty() { "Not said" } else { &each.who };
        Row::of([who.to_owned(), each.times.to_string(), hours(each.figure.minutes)])
    });
    let table = Table::or("Nobody interrupted this week, or it was not written down.")
        .words("Who", 5.0)
        .figures("Times", 1.0)
        .figures("Time", 1.4);
    if week.interrupters.is_empty() {
        return table;
    }
    let (count, minutes) = week
        .interrupters
        .iter()
        .fold((0, 0), |(count, minutes), each| (count + each.times, minutes + each.figure.minutes));
    table.rows(rows).rows([Row::total(["In all".to_owned(), count.to_string(), hours(minutes)])])
}

/// What was planned and did not happen, and why.
pub fn not_done(week: &WeekStory) -> Table {
    let rows = week.not_done.iter().map(|block| {
        let still = if block.still_needed { "to be done" } else { "dropped" };
        let why = if block.why.is_empty() { "not said" } else { &block.why };
        Row::of([short_day(block.date), block.title.clone(), why.to_owned(), still.to_owned(), hours(block.minutes)])
    });
    Table::or("Everything that was planned was done, or nothing has been said of it yet.")
        .words("Day", 1.1)
        .words("What", 3.4)
        .words("Why not", 3.4)
        .words("Now", 1.9)
        .figures("Planned", 1.1)
        .rows(rows)
}

/// Breaks of which anything was lost; those that were taken are in the sums.
pub fn breaks(week: &WeekStory) -> Table {
    let lost =
        week.days.iter().flat_map(|day| &day.breaks).filter(|each| each.lost > 0 || each.state != BreakState::Taken);
    let rows = lost.map(|each| {
        let state = match each.state {
            BreakState::Taken => "taken",
            BreakState::Part => "part",
            BreakState::Missed => "missed",
        };
        let when = format!("{}, {}", each.name, each.span.start);
        Row::of([short_day(each.date), when, state.to_owned(), each.why.clone(), hours(each.taken), hours(each.lost)])
    });
    Table::or("No break was cut short this week.")
        .words("Day", 1.1)
        .words("Break", 2.6)
        .words("Had", 1.0)
        .words("Why", 3.6)
        .figures("Taken", 1.1)
        .figures("Lost", 1.1)
        .rows(rows)
}

/// What was done outside contracted hours.
pub fn out_of_hours(week: &WeekStory) -> Table {
    let entries = week.days.iter().flat_map(|day| day.entries.iter().map(move |entry| (day.date, entry)));
    let mut rows: Vec<Row> = entries
        .filter(|(_, entry)| entry.out_of_hours > 0)
        .map(|(date, entry)| {
            let when = entry.start.map_or_else(|| "not\u{a0}said".to_owned(), |start| start.to_string());
            Row::of([short_day(date), when, with_codes(&entry.text, &entry.case_codes), hours(entry.out_of_hours)])
        })
        .collect();
    if rows.len() > 1 {
        rows.push(Row::total([
            "In all".to_owned(),
            String::new(),
            String::new(),
            hours(week.sums.out_of_hours.minutes),
        ]));
    }
    Table::or("Nothing was recorded out of hours.")
        .words("Day", 1.1)
        .words("From", 1.3)
        .words("What", 6.0)
        .figures("Time", 1.1)
        .rows(rows)
}
