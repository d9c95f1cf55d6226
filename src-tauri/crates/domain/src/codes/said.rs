//! Codes in words, whenever they were in force: records keep codes of other years.

use super::{RulePack, same};

impl RulePack {
    /// SEN provision by its code: `SEN support (K)`; a code nobody knows is its own name.
    pub fn say_status(&self, code: &str) -> String {
        if code.is_empty() {
            return "no SEN provision".to_owned();
        }
        let known = self.statuses.iter().find(|status| same(&status.code, code));
        known.map_or_else(|| code.to_owned(), |status| format!("{} ({})", status.label, status.code))
    }

    /// A need by its code: `Hearing impairment (HI)`.
    pub fn say_need(&self, code: &str) -> String {
        let known = self.needs.iter().find(|need| same(&need.code, code));
        known.map_or_else(|| code.to_owned(), |need| format!("{} ({})", need.label, need.code))
    }

    /// A curriculum year by its code: `Year 4`.
    pub fn say_year(&self, code: &str) -> String {
        match code {
            "" => "no year".to_owned(),
            code => self.year(code).map_or_else(|| code.to_owned(), |year| year.label.clone()),
        }
    }
}
