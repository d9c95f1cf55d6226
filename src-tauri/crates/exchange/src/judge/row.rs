//! One row to a pupil as read, and what is wrong with its cells whoever the pupil is.

use super::Case;
use super::columns::Columns;
use crate::cell::date::{self, DateCell};
use crate::cell::flag::{self, FlagCell};
use crate::cell::name;
use crate::cell::need::{self, NeedsCell};
use crate::cell::provision::{self, ProvisionCell};
use crate::cell::spells::{self, NeedSpell, Spell};
use crate::cell::year;
use crate::cell::{note, own_flags};
use crate::mapping::Field;
use crate::problem::{Problem, ProblemCode, Severity};
use crate::table::Row;
use crate::words::{listed, same_written, short};
use chrono::{Datelike, NaiveDate};
use daybook_domain::upn;

/// The flags of a list.
pub const FLAGS: [Field; 5] =
    [Field::PupilPremium, Field::LookedAfter, Field::SocialCare, Field::Eal, Field::YoungCarer];
/// Characters a name or a number may have.
const MOST: usize = 100;
/// Characters a note may have.
const MOST_OF_A_NOTE: usize = 4_000;
/// Characters the name of a flag may have.
const MOST_OF_A_FLAG: usize = 60;
/// Nobody on a school's roll is older, in years.
const OLDEST: i32 = 25;
/// Nor is one who left that is written down, in years.
const OLDEST_LEAVER: i32 = 100;

/// A pupil as one row tells of them; what it leaves blank is empty.
pub struct ReadPupil {
    /// The row's number.
    pub row: u32,
    /// Legal surname.
    pub surname: String,
    /// Legal forename.
    pub forename: String,
    /// Preferred forename; empty where it is the legal one.
    pub preferred: String,
    /// How the name is said.
    pub pronunciation: String,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// Date of birth if the month stands first and nobody has accepted that.
    pub month_first: Option<NaiveDate>,
    /// UPN as written.
    pub upn: String,
    /// Admission number.
    pub admission: String,
    /// Curriculum year codes it may mean.
    pub years: Vec<String>,
    /// Class.
    pub class: String,
    /// The year they are taught in, where that is not the one of their age.
    pub taught_in: Option<String>,
    /// First day on roll.
    pub on_roll_from: Option<NaiveDate>,
    /// Last day on roll.
    pub on_roll_to: Option<NaiveDate>,
    /// The SENCO's note.
    pub note: String,
    /// Names of flags of the school's own; none where the list says nothing of them.
    pub own_flags: Vec<String>,
    /// Provision over time.
    pub spells: Vec<Spell>,
    /// Needs over time.
    pub need_spells: Vec<NeedSpell>,
    /// Provision.
    pub provision: ProvisionCell,
    /// When it began.
    pub since: Option<NaiveDate>,
    /// All needs, from a column that holds several.
    pub needs: NeedsCell,
    /// From a column of primary needs.
    pub primary: NeedsCell,
    /// From a column of secondary needs.
    pub secondary: NeedsCell,
    /// In the order of [`FLAGS`].
    pub flags: [FlagCell; 5],
    /// The cells that mean something.
    pub told: Vec<String>,
}

impl ReadPupil {
    /// "Surname, Forename", or whichever there is.
    pub fn name(&self) -> String {
        match (self.surname.as_str(), self.forename.as_str()) {
            (surname, "") => surname.to_owned(),
            ("", forename) => forename.to_owned(),
            (surname, forename) => format!("{surname}, {forename}"),
        }
    }

    /// Leaves one thing blank, as if the list said nothing of it.
    pub fn forget(&mut self, field: Field) {
        match field {
            Field::Surname => self.surname.clear(),
            Field::Forename => self.forename.clear(),
            Field::Preferred => self.preferred.clear(),
            Field::Pronunciation => self.pronunciation.clear(),
            Field::FullName => {
                self.surname.clear();
                self.forename.clear();
            }
            Field::Born => (self.born, self.month_first) = (None, None),
            Field::Upn => self.upn.clear(),
            Field::Admission => self.admission.clear(),
            Field::Class => self.class.clear(),
            Field::Year | Field::TaughtIn => {
                self.years.clear();
                self.taught_in = None;
            }
            Field::SenStatus | Field::SenSince => (self.provision, self.since) = (ProvisionCell::Blank, None),
            Field::SenNeeds | Field::PrimaryNeed | Field::SecondaryNeed => {
                let blank = NeedsCell::default;
                (self.needs, self.primary, self.secondary) = (blank(), blank(), blank());
            }
            Field::OnRollFrom => self.on_roll_from = None,
            Field::OnRollTo => self.on_roll_to = None,
            Field::Note => self.note.clear(),
            Field::OwnFlags => self.own_flags.clear(),
            Field::StatusHistory => self.spells.clear(),
            Field::NeedHistory => self.need_spells.clear(),
            Field::PupilPremium | Field::LookedAfter | Field::SocialCare | Field::Eal | Field::YoungCarer => {
                for (flag, cell) in FLAGS.into_iter().zip(&mut self.flags) {
                    if flag == field {
                        *cell = FlagCell::Blank;
                    }
                }
            }
            Field::Ignore => {}
        }
    }
}

/// What a row turned out to be.
pub enum Reading {
    /// A total, a note or a footer.
    Footer,
    /// A pupil, and what is wrong with the row.
    Pupil(Box<ReadPupil>, Vec<Problem>),
}

/// Reads one row.
pub fn read_row(row: &Row, columns: &Columns<'_>, case: Case<'_>, accepts: &dyn Fn(ProblemCode) -> bool) -> Reading {
    let cell = |field| columns.cell(row, field);
    let full = cell(Field::FullName);
    let numbered = [Field::Upn, Field::Born, Field::Admission].iter().any(|field| !cell(*field).is_empty());
    let named = [Field::Surname, Field::Forename, Field::FullName].iter().find(|field| !cell(**field).is_empty());
    let alone = row.cells.iter().filter(|cell| !cell.is_empty()).count() == 1 && columns.width() > 2;
    if !numbered && named.is_none_or(|field| alone || name::is_total(cell(*field))) {
        return Reading::Footer;
    }
    let mut wrong = Wrong { row: row.number, columns, problems: Vec::new() };
    let parts = name::split(full);
    let or = |first: &str, second: String| if first.is_empty() { second } else { first.to_owned() };
    let surname = name::ordinary(&or(cell(Field::Surname), parts.surname));
    let forename = name::ordinary_forename(&or(cell(Field::Forename), parts.forename));
    let preferred = name::ordinary_forename(&or(cell(Field::Preferred), parts.preferred));
    let preferred = if same_written(&preferred, &forename) { String::new() } else { preferred };
    let needs = |field| need::read(cell(field), case.rules, case.today);
    let (on_roll_from, on_roll_to) = wrong.roll(cell(Field::OnRollFrom), cell(Field::OnRollTo), case.today);
    let oldest = if on_roll_to.is_some_and(|last| last < case.today) { OLDEST_LEAVER } else { OLDEST };
    let (born, month_first) = wrong.born((cell(Field::Born), oldest), case.today, accepts);
    let spells = spells::read_statuses(cell(Field::StatusHistory), case.rules, case.today);
    let need_spells = spells::read_needs(cell(Field::NeedHistory), case.rules, case.today);
    wrong.history(spells.is_none(), need_spells.is_none());
    let read = ReadPupil {
        row: row.number,
        born,
        month_first,
        pronunciation: cell(Field::Pronunciation).to_owned(),
        upn: cell(Field::Upn).to_owned(),
        admission: cell(Field::Admission).to_owned(),
        years: year::read(cell(Field::Year), case.rules),
        class: cell(Field::Class).to_owned(),
        taught_in: year::read(cell(Field::TaughtIn), case.rules).into_iter().next(),
        on_roll_from,
        on_roll_to,
        note: note::in_lines(cell(Field::Note)),
        own_flags: own_flags::read(cell(Field::OwnFlags)),
        spells: spells.unwrap_or_default(),
        need_spells: need_spells.unwrap_or_default(),
        provision: provision::read(cell(Field::SenStatus), case.rules, case.today),
        since: wrong.since(cell(Field::SenSince), case.today),
        needs: needs(Field::SenNeeds),
        primary: needs(Field::PrimaryNeed),
        secondary: needs(Field::SecondaryNeed),
        flags: FLAGS.map(|field| flag::read(cell(field), field)),
        told: columns.told(row).into_iter().map(str::to_owned).collect(),
        surname,
        forename,
        preferred,
    };
    wrong.names(&read);
    wrong.upn(&read.upn);
    wrong.codes(&read, cell(Field::SenStatus), cell(Field::Year));
    if row.cells.len() > columns.width() {
        wrong.note(
            None,
            ProblemCode::ExtraCells,
            "it has more cells than there are headings, so a cell may hold a separator that is not in quotation marks. \
             Look whether its columns are right.",
        );
    }
    Reading::Pupil(Box::new(read), wrong.problems)
}

/// What is wrong with one row so far.
struct Wrong<'a> {
    row: u32,
    columns: &'a Columns<'a>,
    problems: Vec<Problem>,
}

impl Wrong<'_> {
    fn say(&mut self, severity: Severity, field: Option<Field>, code: ProblemCode, said: &str) {
        self.problems.push(self.columns.problem(self.row, field, severity, code, said));
    }

    fn note(&mut self, field: Option<Field>, code: ProblemCode, said: &str) {
        self.say(Severity::Note, field, code, said);
    }

    fn names(&mut self, read: &ReadPupil) {
        if read.surname.is_empty() && read.forename.is_empty() {
            self.say(
                Severity::Stop,
                None,
                ProblemCode::NoName,
                "there is no name, so it cannot be imported. Add the name in the file, or type the pupil in.",
            );
        }
        let texts = [
            (Field::Surname, &read.surname),
            (Field::Forename, &read.forename),
            (Field::Preferred, &read.preferred),
            (Field::Pronunciation, &read.pronunciation),
            (Field::Upn, &read.upn),
            (Field::Admission, &read.admission),
            (Field::Class, &read.class),
        ];
        for (field, _) in texts.iter().filter(|(_, text)| text.chars().count() > MOST) {
            self.say(
                Severity::Stop,
                Some(*field),
                ProblemCode::TooLong,
                "the cell holds more than 100 characters, so it cannot be imported. Look whether the column is the right one.",
            );
        }
        if read.note.chars().count() > MOST_OF_A_NOTE {
            let said = "the note holds more than 4,000 characters, so the row cannot be imported. Make it shorter.";
            self.say(Severity::Stop, Some(Field::Note), ProblemCode::TooLong, said);
        }
        if read.own_flags.iter().any(|name| name.chars().count() > MOST_OF_A_FLAG) {
            let said = "a flag has more than 60 characters, so the row cannot be imported. Make its name shorter.";
            self.say(Severity::Stop, Some(Field::OwnFlags), ProblemCode::TooLong, said);
        }
    }

    fn upn(&mut self, written: &str) {
        if let Some(reason) = upn::check(written).warning() {
            let said = format!("\"{}\" is not a right UPN. {reason} It is imported as written.", short(written));
            self.note(Some(Field::Upn), ProblemCode::BadUpn, &said);
        }
    }

    /// The date of birth, and the one that would be read with the month first.
    fn born(
        &mut self,
        (cell, oldest): (&str, i32),
        today: NaiveDate,
        accepts: &dyn Fn(ProblemCode) -> bool,
    ) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let likely = |day: &NaiveDate| *day <= today && day.year() >= today.year() - oldest;
        match date::read(cell, today) {
            DateCell::Blank => (None, None),
            DateCell::Day(day) if likely(&day) => (Some(day), None),
            DateCell::MonthFirst(day) if likely(&day) && accepts(ProblemCode::BornMonthFirst) => (Some(day), Some(day)),
            DateCell::MonthFirst(day) if likely(&day) => (None, Some(day)),
            DateCell::Day(_) | DateCell::MonthFirst(_) => {
                let said = format!(
                    "{} cannot be a pupil's date of birth: it is in the future or more than {oldest} years ago. The row \
                     is imported without it.",
                    short(cell)
                );
                self.note(Some(Field::Born), ProblemCode::BornUnlikely, &said);
                (None, None)
            }
            DateCell::Unreadable => {
                let said =
                    format!("\"{}\" is not a date that can be read. The row is imported without it.", short(cell));
                self.note(Some(Field::Born), ProblemCode::BornUnreadable, &said);
                (None, None)
            }
        }
    }

    /// The first and the last day on roll; neither where they contradict each other.
    fn roll(&mut self, from: &str, to: &str, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let [from, to] =
            [(Field::OnRollFrom, from), (Field::OnRollTo, to)].map(|(field, cell)| match date::read(cell, today) {
                DateCell::Blank => None,
                DateCell::Day(day) => Some(day),
                DateCell::MonthFirst(_) | DateCell::Unreadable => {
                    let said =
                        format!("\"{}\" is not a date that can be read. The row is imported without it.", short(cell));
                    self.note(Some(field), ProblemCode::RollUnreadable, &said);
                    None
                }
            });
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            self.note(
                Some(Field::OnRollTo),
                ProblemCode::RollUnreadable,
                "the last day on roll is before the first. The row is imported without either.",
            );
            return (None, None);
        }
        (from, to)
    }

    fn history(&mut self, of_provision: bool, of_needs: bool) {
        for (field, unread) in [(Field::StatusHistory, of_provision), (Field::NeedHistory, of_needs)] {
            if unread {
                self.note(
                    Some(field),
                    ProblemCode::HistoryUnreadable,
                    "what held over time cannot be read, so only what holds today is imported.",
                );
            }
        }
    }

    fn since(&mut self, cell: &str, today: NaiveDate) -> Option<NaiveDate> {
        match date::read(cell, today) {
            DateCell::Blank => None,
            DateCell::Day(day) if day <= today => Some(day),
            DateCell::Day(_) | DateCell::MonthFirst(_) | DateCell::Unreadable => {
                let said = format!(
                    "\"{}\" cannot be the day provision began. The day chosen for this import is taken instead.",
                    short(cell)
                );
                self.note(Some(Field::SenSince), ProblemCode::SinceUnreadable, &said);
                None
            }
        }
    }

    fn codes(&mut self, read: &ReadPupil, provision: &str, year: &str) {
        if read.provision == ProvisionCell::Unknown {
            let said = format!(
                "\"{}\" is no SEN provision that is known. The row is imported without it; set it on the record.",
                short(provision)
            );
            self.say(Severity::Ask, Some(Field::SenStatus), ProblemCode::UnknownStatus, &said);
        }
        let cells = [
            (Field::SenNeeds, &read.needs),
            (Field::PrimaryNeed, &read.primary),
            (Field::SecondaryNeed, &read.secondary),
        ];
        for (field, needs) in cells {
            if !needs.unknown.is_empty() {
                let quoted: Vec<String> = needs.unknown.iter().map(|need| format!("\"{}\"", short(need))).collect();
                let said = format!(
                    "{} is no SEN need that is known. The row is imported without it; set it on the record.",
                    listed(&quoted)
                );
                self.say(Severity::Ask, Some(field), ProblemCode::UnknownNeed, &said);
            }
        }
        if read.years.is_empty() && !matches!(year, "" | "-") {
            let said = format!("\"{}\" is no curriculum year. The year of the pupil's age is taken.", short(year));
            self.note(Some(Field::Year), ProblemCode::YearUnreadable, &said);
        }
    }
}
