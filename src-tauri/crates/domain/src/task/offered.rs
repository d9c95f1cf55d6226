//! The lines a catalogue can start from: published times where there are any, else proposals of ours.

use super::{Anchor, Basis, Frequency, Per, Stake, TemplateDetails};
use crate::activity::Activity;
use crate::ids::ActivityId;
use crate::{Fault, Outcome};
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::LazyLock;

/// A line to start from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offered {
    /// What it is asked for by.
    pub key: String,
    /// What is to be done.
    pub title: String,
    /// How often.
    pub frequency: Frequency,
    /// How long one takes, in minutes.
    pub estimate: u32,
    /// Where that figure is from.
    pub basis: Basis,
    /// The same in words; empty where it is only proposed.
    #[serde(default)]
    pub source: String,
    /// The kind of work, by the name it has in a new daybook.
    pub activity: String,
    /// One task for each of these.
    pub per: Per,
    /// The day it names.
    pub anchor: Anchor,
    /// How many days before its day it appears; none: as is usual.
    #[serde(default)]
    pub lead_days: Option<u32>,
    /// Who is let down where it is not done.
    pub stake: Stake,
    /// What follows where it is not done.
    pub consequence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "name")]
    _name: String,
    lines: Vec<Offered>,
}

/// Every line there is to start from, as the app brings them; a test reads the file.
pub fn offered() -> &'static [Offered] {
    static LINES: LazyLock<Vec<Offered>> = LazyLock::new(|| {
        serde_json::from_str::<File>(include_str!("../../rules/catalogue.json"))
            .map(|file| file.lines)
            .unwrap_or_default()
    });
    &LINES
}

impl Offered {
    /// The line as one of a school's own, with the kind of work of that name, else the first that is still offered.
    pub fn details(&self, activities: &[Activity], from: NaiveDate) -> Outcome<TemplateDetails> {
        let mut current = activities.iter().filter(|activity| !activity.retired);
        let named = activities.iter().find(|activity| !activity.retired && activity.name == self.activity);
        let Some(activity) = named.or_else(|| current.next()) else {
            return Err(Fault::new(
                "activity.none",
                "There is no kind of work to put this under. Add one in Settings first; nothing was changed.",
            ));
        };
        Ok(TemplateDetails {
            title: self.title.clone(),
            frequency: self.frequency,
            estimate: self.estimate,
            basis: self.basis,
            source: if self.source.is_empty() { "Proposed by this app".to_owned() } else { self.source.clone() },
            activity: ActivityId(activity.id.0),
            per: self.per.clone(),
            anchor: self.anchor,
            lead_days: self.lead_days.unwrap_or_else(|| TemplateDetails::usual_lead(self.frequency)),
            in_holidays: false,
            carries: self.frequency != Frequency::Daily,
            stake: self.stake,
            consequence: self.consequence.clone(),
            from,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::starting_activities;
    use crate::codes::RulePack;
    use std::collections::BTreeSet;

    #[test]
    fn every_line_to_start_from_is_one_that_can_be_kept() {
        let (activities, today): (_, NaiveDate) = (starting_activities(), "2026-11-02".parse().unwrap());
        assert!(offered().len() >= 38, "the file is read");
        let keys: BTreeSet<&str> = offered().iter().map(|line| line.key.as_str()).collect();
        assert_eq!(keys.len(), offered().len(), "each key once");
        for frequency in Frequency::ALL {
            assert!(offered().iter().any(|line| line.frequency == frequency), "{frequency:?}");
        }
        for line in offered() {
            let details = line.details(&activities, today).unwrap();
            details.check().unwrap_or_else(|fault| panic!("{}: {fault}", line.key));
            assert!(
                activities.iter().any(|activity| activity.name == line.activity),
                "{}: {}",
                line.key,
                line.activity
            );
            assert!(!line.consequence.is_empty(), "{}", line.key);
            if let Per::Status { code } = &line.per {
                assert!(RulePack::england().status(code, today).is_some(), "{}", line.key);
            }
        }
    }

    #[test]
    fn a_line_finds_its_kind_of_work_or_another() {
        let today = "2026-11-02".parse().unwrap();
        let mut activities = starting_activities();
        let line = offered().iter().find(|line| line.key == "email").unwrap();
        let named = line.details(&activities, today).unwrap().activity;
        assert_eq!(activities.iter().find(|one| one.id == named).unwrap().name, "Email and messages");
        activities.iter_mut().for_each(|one| one.retired = one.id != ActivityId(3));
        assert_eq!(line.details(&activities, today).unwrap().activity, ActivityId(3));
        assert_eq!(line.details(&[], today).unwrap_err().code, "activity.none");
    }
}
