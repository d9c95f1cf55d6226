//! Every start of every event within the days asked for, one after the other.

use super::Problems;
use super::event::Event;
use super::repeat::{Budget, Named, starts};
use super::zone::When;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Takes place: an event at one of its starts.
pub(super) struct Held<'a> {
    pub event: &'a Event,
    pub start: When,
}

/// What takes place and is not called off, as far as it may touch the days asked for, in the order of the file.
pub(super) fn held<'a>(events: &'a [Event], days: (NaiveDate, NaiveDate), problems: &mut Problems) -> Vec<Held<'a>> {
    let mut replaced: HashMap<&str, Named> = HashMap::new();
    for event in events {
        if let Some(named) = event.instead_of {
            replaced.entry(&event.uid).or_default().add(named);
        }
    }
    let mut budget = Budget::new();
    let mut all = Vec::new();
    for event in events.iter().filter(|event| !event.cancelled) {
        if event.instead_of.is_some() {
            all.push(Held { event, start: event.start });
            continue;
        }
        let elsewhere = replaced.get(event.uid.as_str());
        for start in starts(event, days, &mut budget, problems) {
            if !elsewhere.is_some_and(|named| named.holds(start)) {
                all.push(Held { event, start });
            }
        }
    }
    all
}
