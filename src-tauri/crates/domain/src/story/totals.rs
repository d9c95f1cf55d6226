//! The week's figures.

use super::rows::DayStory;
use super::{Told, Totals};
use crate::clock::{Span, Spans};
use crate::entry::{EntryKind, Place};
use crate::plan::BlockState;

/// The week's figures from what is told and its days.
pub(super) fn totals(told: &Told<'_>, days: &[DayStory]) -> Totals {
    let mut totals = Totals { registered: told.facts.registered, ..Totals::default() };
    add_blocks(&mut totals, told);
    add_entries(&mut totals, told);
    for day in days {
        add_protected(&mut totals, told, day);
        totals.breaks_lost += day.breaks.iter().map(|b| b.lost).sum::<u32>();
    }
    let own = totals.happened.minutes - totals.other_role.minutes;
    totals.tenths_per_pupil = tenths_per(own, totals.registered);
    totals
}

fn add_blocks(totals: &mut Totals, told: &Told<'_>) {
    for block in &told.blocks {
        let (id, minutes) = (block.id, block.details.minutes);
        totals.planned.add_block(id, minutes);
        match block.state {
            BlockState::Open => totals.open.add_block(id, minutes),
            BlockState::NotDone { .. } => totals.not_done.add_block(id, minutes),
            BlockState::AsPlanned | BlockState::Changed => {}
        }
    }
}

fn add_entries(totals: &mut Totals, told: &Told<'_>) {
    for entry in &told.entries {
        let (id, minutes) = (entry.id, entry.details.minutes);
        totals.happened.add_entry(id, minutes);
        match entry.details.kind {
            EntryKind::AsPlanned => totals.as_planned.add_entry(id, minutes),
            EntryKind::Changed => totals.changed.add_entry(id, minutes),
            EntryKind::Interruption => totals.interruptions.add_entry(id, minutes),
            EntryKind::Extra => totals.extra.add_entry(id, minutes),
        }
        if entry.details.place == Place::Home {
            totals.at_home.add_entry(id, minutes);
        }
        let Some(activity) = told.activity_of(entry) else { continue };
        if activity.other_role {
            totals.other_role.add_entry(id, minutes);
        }
        if activity.own_burden {
            totals.own_burden.add_entry(id, minutes);
        }
    }
}

fn add_protected(totals: &mut Totals, told: &Told<'_>, day: &DayStory) {
    let protected = day.hours.protected_time();
    totals.protected += protected.minutes();
    let mut lost: Vec<Span> = Vec::new();
    for entry in told.entries.iter().filter(|entry| entry.details.date == day.date) {
        let unplanned = matches!(entry.details.kind, EntryKind::Interruption | EntryKind::Extra);
        let Some(span) = entry.details.span().filter(|_| unplanned) else { continue };
        if protected.shared(&Spans::covering([span])).minutes() > 0 {
            totals.protected_lost.add_entry(entry.id, 0);
            lost.push(span);
        }
    }
    // Two interruptions at once take a protected minute only once.
    totals.protected_lost.minutes += protected.shared(&Spans::covering(lost)).minutes();
}

/// Tenths of a minute for each pupil, rounded half up; none without pupils.
fn tenths_per(minutes: u32, pupils: u32) -> Option<u32> {
    let (minutes, pupils) = (u64::from(minutes), u64::from(pupils));
    (20 * minutes + pupils).checked_div(2 * pupils).map(|tenths| u32::try_from(tenths).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_for_each_pupil_round_half_up() {
        for (minutes, pupils, tenths) in [
            (0, 10, Some(0)),
            (240, 60, Some(40)),
            (1, 20, Some(1)),
            (1, 21, Some(0)),
            (95, 100, Some(10)),
            (60, 0, None),
        ] {
            assert_eq!(tenths_per(minutes, pupils), tenths, "{minutes} minutes, {pupils} pupils");
        }
    }
}
