//! What a row says put together with what is known: a blank never overwrites anything, nor does a lost letter.

mod provision;
mod year;

use super::Case;
use super::columns::Columns;
use super::row::{FLAGS, ReadPupil};
use crate::cell::flag::FlagCell;
use crate::cell::name;
use crate::cell::spells::{NeedSpell, Spell};
use crate::fate::FieldChange;
use crate::mapping::Field;
use crate::plan::{Opening, Ranked};
use crate::problem::{Problem, ProblemCode, Severity};
use crate::words::{could_be, listed, plain, same_written};
use daybook_domain::flags::same_name;
use daybook_domain::ids::FlagId;
use daybook_domain::pupil::{Flags, Pupil, PupilDetails};
use daybook_domain::upn::{self, Upn};

/// What would be written.
pub struct Merged {
    /// Everything known of the pupil, old and new.
    pub details: PupilDetails,
    /// Provision to open; none where it stays.
    pub status: Option<Opening>,
    /// Needs by rank; none where they stay.
    pub needs: Option<Ranked>,
    /// A new pupil's provision over time, in place of `status`; empty where the list knows of none.
    pub spells: Vec<Spell>,
    /// A new pupil's needs over time, in place of `needs`; empty where the list knows of none.
    pub need_spells: Vec<NeedSpell>,
    /// All flags of the school's own that the pupil is to have, by name; none where they stay. Some may be new.
    pub own_flags: Option<Vec<String>>,
    /// What of this is not so yet.
    pub changes: Vec<FieldChange>,
}

impl Merged {
    /// Nothing to write, upon what is known.
    pub fn onto(known: Option<&Pupil>) -> Self {
        let details = known.map_or_else(nobody, |pupil| pupil.details.clone());
        Self {
            details,
            status: None,
            needs: None,
            spells: Vec::new(),
            need_spells: Vec::new(),
            own_flags: None,
            changes: Vec::new(),
        }
    }

    /// Whether the daybook already says all of it.
    pub fn is_nothing(&self) -> bool {
        self.changes.is_empty()
    }
}

/// Puts a row together with the known pupil, if there is one, and says what is odd about the two together.
pub fn merge(
    read: &ReadPupil,
    known: Option<&Pupil>,
    columns: &Columns<'_>,
    case: Case<'_>,
    accepts: &dyn Fn(ProblemCode) -> bool,
    problems: &mut Vec<Problem>,
) -> Merged {
    let mut work = Work { read, known, columns, case, accepts, problems, merged: Merged::onto(known) };
    work.names();
    work.numbers();
    work.born();
    work.year();
    work.roll();
    work.flags();
    work.own_flags();
    work.provision();
    work.history();
    work.merged
}

struct Work<'a> {
    read: &'a ReadPupil,
    known: Option<&'a Pupil>,
    columns: &'a Columns<'a>,
    case: Case<'a>,
    accepts: &'a dyn Fn(ProblemCode) -> bool,
    problems: &'a mut Vec<Problem>,
    merged: Merged,
}

impl Work<'_> {
    fn say(&mut self, severity: Severity, field: Field, code: ProblemCode, said: &str, offered: Option<String>) {
        let problem = self.columns.problem(self.read.row, Some(field), severity, code, said);
        self.problems.push(Problem { offered, ..problem });
    }

    fn change(&mut self, field: Field, from: &str, to: &str) {
        self.merged.changes.push(FieldChange { field, from: from.to_owned(), to: to.to_owned() });
    }

    /// The text to keep of a cell: the known one where the cell is blank, says the same, or lost letters or accents of it.
    fn text(&mut self, field: Field, known: &str, cell: &str) -> String {
        let lost = (cell.contains('?') && could_be(cell, known))
            || (cell.is_ascii() && !known.is_ascii() && plain(cell) == plain(known));
        if cell.is_empty() || same_written(cell, known) || lost {
            return known.to_owned();
        }
        self.change(field, known, cell);
        cell.to_owned()
    }

    fn names(&mut self) {
        let before = self.merged.details.clone();
        let surname = self.text(Field::Surname, &before.surname, &self.read.surname);
        let forename = self.text(Field::Forename, &before.forename, &self.read.forename);
        // A preferred name that had the same lost letters as the forename goes with them.
        let stale = same_written(&before.preferred, &before.forename) && !same_written(&before.forename, &forename);
        let preferred = if stale { String::new() } else { before.preferred.clone() };
        let preferred = self.text(Field::Preferred, &preferred, &self.read.preferred);
        let kept = [(Field::Surname, "surname", &surname), (Field::Forename, "forename", &forename)];
        let lost: Vec<(Field, String)> = kept
            .into_iter()
            .filter_map(|(field, what, name)| {
                let at: Vec<String> = name::lost(name).into_iter().map(nth).collect();
                let letters = if at.len() == 1 { "letter" } else { "letters" };
                (!at.is_empty()).then(|| (field, format!("the {} {letters} of the {what}", listed(&at))))
            })
            .collect();
        if let Some((field, _)) = lost.first() {
            let field = if self.columns.has(*field) { *field } else { Field::FullName };
            let which: Vec<String> = lost.iter().map(|(_, which)| which.clone()).collect();
            let one = which.len() == 1 && which.iter().all(|which| !which.contains("letters"));
            let said = format!(
                "{} {} lost when the list was exported, and stand{} as a question mark. The name is imported so; correct it \
                 on the pupil's record, and later imports will keep it.",
                listed(&which),
                if one { "was" } else { "were" },
                if one { "s" } else { "" }
            );
            self.say(Severity::Note, field, ProblemCode::LostLetter, &said, None);
        }
        let details = &mut self.merged.details;
        (details.surname, details.forename, details.preferred) = (surname, forename, preferred);
    }

    fn numbers(&mut self) {
        let before = self.merged.details.clone();
        let good = |upn: &str| matches!(upn::check(upn), Upn::Permanent | Upn::Temporary);
        // A good UPN is not given up for a bad one.
        if good(&self.read.upn) || !good(&before.upn) {
            self.merged.details.upn = self.text(Field::Upn, &before.upn, &self.read.upn);
        }
        self.merged.details.pronunciation =
            self.text(Field::Pronunciation, &before.pronunciation, &self.read.pronunciation);
        self.merged.details.admission = self.text(Field::Admission, &before.admission, &self.read.admission);
        self.merged.details.class = self.text(Field::Class, &before.class, &self.read.class);
        // Its lines are its own, and `text` sees none.
        if !self.read.note.is_empty() && self.read.note != before.note {
            self.change(Field::Note, &before.note, &self.read.note);
            self.merged.details.note = self.read.note.clone();
        }
        if self.read.on_roll_to.is_none() && before.on_roll_to.is_some_and(|last| last < self.case.today) {
            let field = if self.columns.has(Field::Surname) { Field::Surname } else { Field::FullName };
            self.say(
                Severity::Note,
                field,
                ProblemCode::HadLeft,
                "the daybook says that this pupil has left the school. That is not changed; if they are back, clear the \
                 last day on roll on the record.",
                None,
            );
        }
    }

    fn born(&mut self) {
        let before = self.merged.details.born;
        if let (Some(offered), None, true) = (self.read.month_first, self.read.born, before != self.read.month_first) {
            let said = "the date of birth reads as a day only with the month first, as in the United States. The row is \
                        imported without it unless you take it so.";
            let offer = format!("Take it as {}", offered.format("%-d %B %Y"));
            self.say(Severity::Ask, Field::Born, ProblemCode::BornMonthFirst, said, Some(offer));
        }
        match self.read.born {
            Some(born) if before != Some(born) => {
                let from = before.map(|day| day.to_string()).unwrap_or_default();
                self.change(Field::Born, &from, &born.to_string());
                self.merged.details.born = Some(born);
            }
            Some(_) => {}
            None => {
                let told = self.problems.iter().any(|problem| problem.field == Some(Field::Born));
                if before.is_none() && !told && self.columns.has(Field::Born) {
                    self.say(
                        Severity::Note,
                        Field::Born,
                        ProblemCode::NoBorn,
                        "there is no date of birth. The pupil is imported without one, in the year the list gives.",
                        None,
                    );
                }
            }
        }
    }

    /// The first and the last day on roll. A day of the list that contradicts the other one known is not taken.
    fn roll(&mut self) {
        let before = (self.merged.details.on_roll_from, self.merged.details.on_roll_to);
        let after = (self.read.on_roll_from.or(before.0), self.read.on_roll_to.or(before.1));
        if before == after {
            return;
        }
        if after.0.zip(after.1).is_some_and(|(from, to)| to < from) {
            let field = if self.read.on_roll_to.is_some() { Field::OnRollTo } else { Field::OnRollFrom };
            let said = "that day contradicts the other day on roll that the daybook has. It is not changed.";
            return self.say(Severity::Note, field, ProblemCode::RollUnreadable, said, None);
        }
        let text = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        for (field, from, to) in [(Field::OnRollFrom, before.0, after.0), (Field::OnRollTo, before.1, after.1)] {
            if from != to {
                self.change(field, &text(from), &text(to));
            }
        }
        (self.merged.details.on_roll_from, self.merged.details.on_roll_to) = after;
    }

    /// What a list knows of provision and needs over time is for pupils nobody knew; it has to agree with what it says
    /// of today.
    fn history(&mut self) {
        if self.known.is_some() {
            return;
        }
        let today = self.case.today;
        let holds = |from, to: Option<chrono::NaiveDate>| from <= today && to.is_none_or(|to| today < to);
        let held = self.read.spells.iter().find(|spell| holds(spell.from, spell.to)).map(|spell| &spell.code);
        let provision_agrees = held == self.merged.status.as_ref().map(|opening| &opening.code);
        if provision_agrees {
            self.merged.spells = self.read.spells.clone();
        }
        let mut held: Vec<&NeedSpell> = self.read.need_spells.iter().filter(|need| holds(need.from, need.to)).collect();
        held.sort_by_key(|need| need.rank);
        let wanted: Vec<&String> = self.merged.needs.iter().flat_map(|needs| &needs.codes).collect();
        let codes = |needs: &mut dyn Iterator<Item = &&NeedSpell>| -> Vec<String> {
            needs.map(|need| need.code.clone()).collect()
        };
        // A transfer file's needs of today leave out those that are to end some day.
        let all = wanted.iter().copied().eq(&codes(&mut held.iter()));
        let lasting = wanted.iter().copied().eq(&codes(&mut held.iter().filter(|need| need.to.is_none())));
        if all || lasting {
            self.merged.need_spells = self.read.need_spells.clone();
        }
        let lost = [
            (!provision_agrees && !self.read.spells.is_empty(), Field::SenStatus, "provision"),
            (!all && !lasting && !self.read.need_spells.is_empty(), Field::SenNeeds, "needs"),
        ];
        for (_, field, what) in lost.into_iter().filter(|(lost, ..)| *lost) {
            let said = format!(
                "{what} over time contradict what the list says of today. Only what holds today is imported; look at the \
                 record."
            );
            self.say(Severity::Note, field, ProblemCode::HistoryUnreadable, &said, None);
        }
    }

    fn flags(&mut self) {
        for (field, cell) in FLAGS.into_iter().zip(self.read.flags) {
            let Some(flag) = flag(&mut self.merged.details.flags, field) else { continue };
            let before = *flag;
            let unclear = cell == FlagCell::Unclear && !before;
            let after = match cell {
                FlagCell::Yes => true,
                FlagCell::No => false,
                FlagCell::Unclear => before || (self.accepts)(ProblemCode::FlagUnclear),
                FlagCell::Blank => before,
            };
            *flag = after;
            if unclear && !after {
                let said = "the cell says neither yes nor no. It is taken as no unless you say so.";
                self.say(Severity::Ask, field, ProblemCode::FlagUnclear, said, Some("Take it as yes".to_owned()));
            }
            if before != after {
                let word = |yes| if yes { "Yes" } else { "No" };
                self.change(field, word(before), word(after));
            }
        }
    }
}

impl Work<'_> {
    /// The list says all of them, so one that it does not name is taken away; a blank takes nothing away.
    fn own_flags(&mut self) {
        let wanted = &self.read.own_flags;
        let of = |id: &FlagId| self.case.flags.iter().find(|flag| flag.id == *id).map(|flag| flag.details.name.clone());
        let before: Vec<String> = self.merged.details.own_flags.iter().filter_map(of).collect();
        let has = |list: &[String], name: &String| list.iter().any(|other| same_name(other, name));
        if wanted.is_empty() || (wanted.len() == before.len() && wanted.iter().all(|name| has(&before, name))) {
            return;
        }
        let known = self.case.flags.iter().filter(|flag| has(wanted, &flag.details.name));
        self.merged.details.own_flags = known.map(|flag| flag.id).collect();
        self.merged.own_flags = Some(wanted.clone());
        self.change(Field::OwnFlags, &before.join(", "), &wanted.join(", "));
    }
}

/// A pupil of whom nothing is known yet.
fn nobody() -> PupilDetails {
    PupilDetails {
        surname: String::new(),
        forename: String::new(),
        preferred: String::new(),
        pronunciation: String::new(),
        born: None,
        upn: String::new(),
        admission: String::new(),
        year_override: None,
        class: String::new(),
        flags: Flags::default(),
        own_flags: Vec::new(),
        on_roll_from: None,
        on_roll_to: None,
        note: String::new(),
    }
}

fn flag(flags: &mut Flags, field: Field) -> Option<&mut bool> {
    match field {
        Field::PupilPremium => Some(&mut flags.pupil_premium),
        Field::LookedAfter => Some(&mut flags.looked_after),
        Field::SocialCare => Some(&mut flags.social_care),
        Field::Eal => Some(&mut flags.eal),
        Field::YoungCarer => Some(&mut flags.young_carer),
        _ => None,
    }
}

fn nth(at: usize) -> String {
    let ending = match (at % 10, at % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{at}{ending}")
}
