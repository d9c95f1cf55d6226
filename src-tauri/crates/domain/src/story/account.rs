//! Where the minutes of one day went.

use super::rows::Overlap;
use super::{Sums, Told};
use crate::clock::{Span, Spans};
use crate::entry::Entry;
use crate::hours::DayHours;
use chrono::NaiveDate;

/// A day's minutes, accounted for.
pub(super) struct Account {
    /// Where the contracted minutes went.
    pub sums: Sums,
    /// Minutes out of hours of each entry, in the order they were given.
    pub out_of_hours: Vec<u32>,
    /// Contracted stretches that no timed entry, break or lesson covers.
    pub gaps: Vec<Span>,
}

/// Accounts for a day from the hours that applied, the minutes had of each break and its entries.
///
/// Each claim takes only what is still free, so that the parts always add up to the contracted minutes.
pub(super) fn account(hours: &DayHours, had: &[u32], entries: &[&Entry]) -> Account {
    let contracted = Spans::covering(hours.contracted);
    let timed = Spans::covering(entries.iter().filter_map(|entry| entry.details.span()));
    let mut sums = Sums { contracted: contracted.minutes(), ..Sums::default() };
    sums.recorded.minutes = timed.shared(&contracted).minutes();
    sums.out_of_hours.minutes = timed.without(&contracted).minutes();
    let mut free = contracted.without(&timed);
    for (time, had) in hours.breaks.iter().zip(had) {
        let rest = claim(&mut free, [time.span]);
        let taken = rest.min(*had);
        sums.breaks_taken += taken;
        sums.breaks_lost += rest - taken;
    }
    sums.teaching = claim(&mut free, hours.teaching.iter().copied());
    sums.unaccounted = free.minutes();
    let out_of_hours = entries.iter().map(|entry| add(&mut sums, hours, entry)).collect();
    let claimed: u32 = entries.iter().filter_map(|entry| entry.details.span()).map(Span::minutes).sum();
    sums.overlapped = sums.overlapped.saturating_add(claimed.saturating_sub(timed.minutes()));
    Account { sums, out_of_hours, gaps: free.iter().collect() }
}

/// Pairs of timed entries of a day that share minutes.
pub(super) fn overlaps(told: &Told<'_>, date: NaiveDate) -> Vec<Overlap> {
    let timed: Vec<(&Entry, Span)> = told
        .entries
        .iter()
        .filter(|entry| entry.details.date == date)
        .filter_map(|entry| entry.details.span().map(|span| (*entry, span)))
        .collect();
    let pairs =
        timed.iter().enumerate().flat_map(|(i, first)| timed[i + 1..].iter().map(move |second| (first, second)));
    pairs
        .filter_map(|((first, a), (second, b))| {
            a.shared(*b).map(|span| Overlap { date, span, first: first.id, second: second.id })
        })
        .collect()
}

/// Takes what is free of these stretches, and says how much that was.
fn claim(free: &mut Spans, spans: impl IntoIterator<Item = Span>) -> u32 {
    let wanted = Spans::covering(spans);
    let got = free.shared(&wanted).minutes();
    *free = free.without(&wanted);
    got
}

/// Lists an entry in the figures it belongs to, adds its minutes if it has no start, and says how many were out of hours.
fn add(sums: &mut Sums, hours: &DayHours, entry: &Entry) -> u32 {
    let (span, minutes) = (entry.details.span(), entry.details.minutes);
    let outside = hours.outside(span, minutes, entry.details.place);
    if let Some(span) = span {
        // The minutes are in the sums already, each of them once.
        if outside < span.minutes() {
            sums.recorded.add_entry(entry.id, 0);
        }
        if outside > 0 {
            sums.out_of_hours.add_entry(entry.id, 0);
        }
        return outside;
    }
    if outside > 0 {
        sums.out_of_hours.add_entry(entry.id, minutes);
        return outside;
    }
    let inside = minutes.min(sums.unaccounted);
    if inside > 0 {
        sums.recorded.add_entry(entry.id, inside);
        sums.unaccounted -= inside;
    }
    sums.overlapped = sums.overlapped.saturating_add(minutes - inside);
    0
}
