//! A child's one-page profile: in the child's own words, and beside them what staff need.

use crate::text::{at_most, near};
use crate::{Fault, Outcome};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Characters of each part.
const MOST: usize = 1_500;

/// Characters of all parts together: they still make one page.
const MOST_TOGETHER: usize = 3_800;

/// A one-page profile. The first four are the child's own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Profile {
    /// What people like and admire about me.
    pub admire: String,
    /// What is important to me.
    pub important: String,
    /// How best to support me.
    pub support: String,
    /// My hopes.
    pub hopes: String,
    /// For staff: what works.
    pub works: String,
    /// For staff: what to avoid.
    pub avoid: String,
    /// For staff: whom to ask.
    pub ask: String,
    /// When the child agreed to it, if they did.
    pub agreed_on: Option<NaiveDate>,
}

impl Profile {
    /// Refuses what [`Profile::check`] does, but not that it is longer than a page where it was longer still.
    pub fn check_change(&self, before: &Self, today: NaiveDate) -> Outcome<()> {
        match self.check(today) {
            Err(fault) if fault.code == "profile.long" && self.length() < before.length() => Ok(()),
            checked => checked,
        }
    }

    /// Refuses a part of more than 1,500 characters, more than 3,800 together, which is a page, and a date that cannot be.
    pub fn check(&self, today: NaiveDate) -> Outcome<()> {
        for (text, field) in self.parts() {
            at_most(text, MOST, field)?;
        }
        self.agreed_on.map_or(Ok(()), |day| near(day, today, "agreed_on"))?;
        let longest = self.parts().into_iter().max_by_key(|(text, _)| text.chars().count());
        if let Some((_, field)) = longest.filter(|_| self.length() > MOST_TOGETHER) {
            return Err(Fault::new(
                "profile.long",
                "All of it together is more than one page holds, about 3,800 characters. Nothing was changed; shorten this part.",
            )
            .at(field));
        }
        Ok(())
    }

    fn length(&self) -> usize {
        self.parts().iter().map(|(text, _)| text.chars().count()).sum()
    }

    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        self.agreed_on.is_none() && self.parts().iter().all(|(text, _)| text.trim().is_empty())
    }

    fn parts(&self) -> [(&str, &'static str); 7] {
        [
            (&self.admire, "admire"),
            (&self.important, "important"),
            (&self.support, "support"),
            (&self.hopes, "hopes"),
            (&self.works, "works"),
            (&self.avoid, "avoid"),
            (&self.ask, "ask"),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_stays_on_its_page() {
        let today = "2026-11-02".parse().unwrap();
        assert!(Profile::default().is_empty());
        let full = Profile { avoid: "x".repeat(1_500), ..Profile::default() };
        assert!(full.check(today).is_ok() && !full.is_empty());
        let long = Profile { avoid: "x".repeat(1_501), ..Profile::default() };
        assert_eq!(long.check(today).unwrap_err().field.as_deref(), Some("avoid"));
        let x = || "x".repeat(1_300);
        let two_pages = Profile { admire: x(), support: x(), works: x() + "x", ..Profile::default() };
        let fault = two_pages.check(today).unwrap_err();
        assert_eq!((fault.code.as_ref(), fault.field.as_deref()), ("profile.long", Some("works")));
        let longer = Profile { hopes: x(), ..two_pages.clone() };
        assert!(two_pages.check_change(&longer, today).is_ok(), "what is there already may be shortened step by step");
        assert!(two_pages.check_change(&two_pages, today).is_err());
        let old = Profile { agreed_on: "1926-11-02".parse().ok(), ..Profile::default() };
        assert_eq!((old.check(today).unwrap_err().code.as_ref(), old.is_empty()), ("record.date", false));
    }
}
