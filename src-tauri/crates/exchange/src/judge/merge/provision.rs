//! Provision and needs: what is open, what the row says, and what that leaves to change.

use super::Work;
use crate::cell::provision::ProvisionCell;
use crate::mapping::Field;
use crate::plan::{Opening, Ranked};
use crate::problem::{ProblemCode, Severity};
use crate::words::listed;
use chrono::NaiveDate;
use daybook_domain::text::long_date;
use std::collections::HashSet;

impl Work<'_> {
    /// Provision and needs, and what is odd about the two together.
    pub(super) fn provision(&mut self) {
        let open = self.open_status();
        let code = match &self.read.provision {
            ProvisionCell::Blank | ProvisionCell::Unknown => None,
            ProvisionCell::Code(code) => Some(code.clone()),
            ProvisionCell::Old { new, .. } if *new == open || (self.accepts)(ProblemCode::OldStatus) => {
                Some(new.clone())
            }
            ProvisionCell::Old { old, new, label } => {
                let said = format!(
                    "{old} ({label}) ended in 2014; {new} took its place. The row is imported without provision unless you \
                     take {new}."
                );
                self.say(Severity::Ask, Field::SenStatus, ProblemCode::OldStatus, &said, Some(format!("Take {new}")));
                None
            }
        };
        let needs = self.needs();
        let spoken = code.as_deref().or(match &self.read.provision {
            ProvisionCell::Old { new, .. } => Some(new),
            ProvisionCell::Blank | ProvisionCell::Unknown | ProvisionCell::Code(_) => None,
        });
        let rules = self.case.rules;
        let wants = spoken.and_then(|code| rules.status(code, self.case.today)).filter(|status| status.needs_primary);
        if let Some(status) = wants.filter(|_| needs.is_empty()) {
            let said = format!(
                "{} ({}) needs a primary need and the list gives none. The row is imported; add the need on the record.",
                status.code, status.label
            );
            let field = if self.columns.has(Field::PrimaryNeed) { Field::PrimaryNeed } else { Field::SenNeeds };
            let field = if self.columns.has(field) { field } else { Field::SenStatus };
            self.say(Severity::Note, field, ProblemCode::NoPrimaryNeed, &said, None);
        }
        let Some(code) = code else { return };
        // A list knows nothing of a watch list, so "no SEN" ends only provision that counts as such.
        let counts = rules.status(&open, self.case.today).is_none_or(|status| status.registered);
        let none = rules.is_none(&code);
        // Nor does a list of today know what is still to begin.
        let to_come = self.known.iter().flat_map(|pupil| &pupil.statuses);
        let to_come = to_come.filter(|spell| spell.to.is_none()).any(|spell| spell.from > self.case.today);
        if code == open || (none && (open.is_empty() || !counts || to_come)) {
            return;
        }
        let from = self.opens_on(if none { None } else { self.read.since });
        if let Some(began) = self.newer_status(from)
            && !(self.accepts)(ProblemCode::NewerHere)
        {
            let said = format!(
                "the daybook has {open} from {} on, which is newer than the list. It stays unless you take {code}.",
                long_date(began)
            );
            self.say(Severity::Ask, Field::SenStatus, ProblemCode::NewerHere, &said, Some(format!("Take {code}")));
            return;
        }
        self.change(Field::SenStatus, &open, &code);
        self.merged.status = Some(Opening { code, from });
    }

    fn open_status(&self) -> String {
        let open = self.known.and_then(|pupil| pupil.statuses.iter().find(|status| status.to.is_none()));
        open.map(|status| status.code.clone()).unwrap_or_default()
    }

    /// When provision in force began that a change from this day would take away rather than end.
    fn newer_status(&self, from: NaiveDate) -> Option<NaiveDate> {
        let spells = self.known.iter().flat_map(|pupil| &pupil.statuses);
        spells.filter(|spell| spell.to.is_none() && from <= spell.from).map(|spell| spell.from).max()
    }

    /// The day a change of provision holds from: the one the list gives where it comes after everything the daybook
    /// knows, else the day chosen. What is written down, ended or not, is never covered a second time.
    fn opens_on(&self, began: Option<NaiveDate>) -> NaiveDate {
        let spells = || self.known.iter().flat_map(|pupil| &pupil.statuses);
        let open = spells().filter(|spell| spell.to.is_none()).map(|spell| spell.from).max();
        let ended = spells().filter_map(|spell| spell.to).max();
        let free = |day: &NaiveDate| open.is_none_or(|from| from < *day) && ended.is_none_or(|to| to <= *day);
        let chosen = [Some(self.case.as_at), open, ended].into_iter().flatten().max();
        began.filter(free).or(chosen).unwrap_or(self.case.today)
    }

    /// The needs the pupil will have. A column of all needs replaces them all; columns of the primary and the secondary
    /// need replace those ranks; what cannot be read takes nothing away.
    fn needs(&mut self) -> Vec<String> {
        let mut known: Vec<_> =
            self.known.iter().flat_map(|pupil| &pupil.needs).filter(|need| need.to.is_none()).collect();
        known.sort_by_key(|need| need.rank);
        let known: Vec<String> = known.into_iter().map(|need| need.code.clone()).collect();
        let ranked = self.read.primary.codes.iter().chain(&self.read.secondary.codes).cloned();
        let mut needs: Vec<String> = Vec::new();
        let all = &self.read.needs;
        if all.codes.is_empty() {
            let (primary, secondary) = (self.read.primary.codes.first(), self.read.secondary.codes.first());
            needs.extend(primary.or(known.first()).cloned());
            needs.extend(secondary.or(known.get(1)).cloned());
            needs.extend(ranked);
            needs.extend(known.iter().skip(2).cloned());
        } else {
            needs.extend(ranked);
            needs.extend(all.codes.iter().cloned());
            if !all.unknown.is_empty() {
                needs.extend(known.iter().cloned());
            }
        }
        let mut seen = HashSet::new();
        needs.retain(|code| seen.insert(code.clone()));
        if needs != known {
            let from = self.needs_hold_from(&needs);
            let gone = self.newer_needs(&needs, from);
            if !gone.is_empty() && !(self.accepts)(ProblemCode::NewerHere) {
                let said = format!(
                    "the daybook has {} as a need from {} on, which is newer than the list. The needs stay unless you take \
                     those of the list.",
                    listed(&gone),
                    long_date(from)
                );
                let offer = format!("Take {}", listed(&needs));
                self.say(Severity::Ask, Field::SenNeeds, ProblemCode::NewerHere, &said, Some(offer));
                return known;
            }
            self.change(Field::SenNeeds, &known.join(", "), &needs.join(", "));
            self.merged.needs = Some(Ranked { codes: needs.clone(), from });
        }
        needs
    }

    /// Needs in force that these would take away rather than end, having begun no earlier than this day.
    fn newer_needs(&self, codes: &[String], from: NaiveDate) -> Vec<String> {
        let known = self.known.iter().flat_map(|pupil| &pupil.needs);
        let gone = known.filter(|need| need.to.is_none() && from <= need.from && !codes.contains(&need.code));
        gone.map(|need| need.code.clone()).collect()
    }

    /// The day changed needs hold from: the one chosen, but never before a need in force began, nor while one of these
    /// is down for an earlier time.
    fn needs_hold_from(&self, codes: &[String]) -> NaiveDate {
        let known = self.known.iter().flat_map(|pupil| &pupil.needs);
        let latest = known.filter_map(|need| match need.to {
            None => Some(need.from),
            Some(to) => codes.contains(&need.code).then_some(to),
        });
        latest.chain([self.case.as_at]).max().unwrap_or(self.case.today)
    }
}
