//! SEN provision by code or in words.

use crate::words::phrase_key;
use chrono::NaiveDate;
use daybook_domain::codes::RulePack;

/// What a provision cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProvisionCell {
    /// Nothing.
    Blank,
    /// A code in force, or the code of none.
    Code(String),
    /// A code of before, and the one that took its place.
    Old {
        /// As written then.
        old: String,
        /// What to offer.
        new: String,
        /// What the old one meant.
        label: String,
    },
    /// Something else.
    Unknown,
}

/// Words by the code they stand for, as [`phrase_key`] makes them. A code counts only if the rules know it.
const WORDS: &[(&str, &str)] = &[
    ("no", "N"),
    ("none", "N"),
    ("no sen", "N"),
    ("no send", "N"),
    ("non sen", "N"),
    ("not sen", "N"),
    ("no sen provision", "N"),
    ("no special educational need", "N"),
    ("no specified special educational need", "N"),
    ("n a", "N"),
    ("na", "N"),
    ("send support", "K"),
    ("sen support", "K"),
    ("support", "K"),
    ("school support", "K"),
    ("sen k", "K"),
    ("sens", "K"),
    ("ehcp", "E"),
    ("ehc", "E"),
    ("ehc plan", "E"),
    ("sen e", "E"),
    ("education health care plan", "E"),
    ("educational health care plan", "E"),
    ("education health care", "E"),
    ("watch", "W"),
    ("watch list", "W"),
    ("watchlist", "W"),
    ("monitor", "W"),
    ("monitoring", "W"),
    ("sen monitoring", "W"),
    ("school action", "A"),
    ("sa", "A"),
    ("school action plus", "P"),
    ("sa plus", "P"),
    ("sap", "P"),
    ("statement", "S"),
    ("statemented", "S"),
    ("statement special educational need", "S"),
    ("statement sen", "S"),
];

/// Reads a code, its name, a phrase schools use, or a code beside words: "K - SEN Support", "SEN support (K)".
pub fn read(cell: &str, rules: &RulePack, on: NaiveDate) -> ProvisionCell {
    let cell = cell.trim();
    if matches!(cell, "" | "-") {
        return ProvisionCell::Blank;
    }
    super::need::spellings(cell)
        .into_iter()
        .find_map(|spelling| by_code(spelling, rules, on).or_else(|| by_words(spelling, rules, on)))
        .unwrap_or(ProvisionCell::Unknown)
}

fn by_code(code: &str, rules: &RulePack, on: NaiveDate) -> Option<ProvisionCell> {
    if rules.is_none(code) {
        return Some(ProvisionCell::Code(rules.none.clone()));
    }
    if let Some(status) = rules.status(code, on) {
        return Some(ProvisionCell::Code(status.code.clone()));
    }
    rules.legacy(code).map(|legacy| ProvisionCell::Old {
        old: legacy.old.clone(),
        new: legacy.new.clone(),
        label: legacy.label.clone(),
    })
}

fn by_words(words: &str, rules: &RulePack, on: NaiveDate) -> Option<ProvisionCell> {
    let key = phrase_key(words);
    let labelled = rules.statuses.iter().find(|status| phrase_key(&status.label) == key);
    let code = labelled.map(|status| status.code.as_str());
    let code = code.or_else(|| WORDS.iter().find(|(phrase, _)| *phrase == key).map(|(_, code)| *code))?;
    by_code(code, rules, on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provision_is_read_by_code_and_by_words() {
        let on = "2026-11-02".parse().unwrap();
        for (cells, code) in [
            (&["N", "No", "None", "No SEN", "No Special Educational Need", "N - No SEN", "n/a"][..], "N"),
            (&["K", "k", "SEN Support", "SEN support (K)", "K - SEN Support", "SEND Support", "K: SEN support"], "K"),
            (&["E", "EHCP", "EHC plan", "EHC", "Education, Health and Care Plan", "EHCP (E)", "E - EHCP"], "E"),
            (&["W", "Monitoring", "Watch list"], "W"),
        ] {
            for cell in cells {
                let read = read(cell, RulePack::england(), on);
                assert_eq!(read, ProvisionCell::Code(code.to_owned()), "{cell}");
            }
        }
    }

    #[test]
    fn old_provision_is_offered_its_successor() {
        let on = "2026-11-02".parse().unwrap();
        for (cell, was, becomes) in [
            ("A", "A", "K"),
            ("School Action", "A", "K"),
            ("P", "P", "K"),
            ("School Action+", "P", "K"),
            ("School Action Plus", "P", "K"),
            ("S", "S", "E"),
            ("Statement", "S", "E"),
            ("Statement of SEN", "S", "E"),
        ] {
            let ProvisionCell::Old { old, new, .. } = read(cell, RulePack::england(), on) else { panic!("{cell}") };
            assert_eq!((old.as_str(), new.as_str()), (was, becomes), "{cell}");
        }
        for cell in ["Q", "gifted", "Yes"] {
            assert_eq!(read(cell, RulePack::england(), on), ProvisionCell::Unknown, "{cell}");
        }
    }
}
