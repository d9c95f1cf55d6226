//! The school, its calendar, its hours and its kinds of work.

use super::{asked, told};
use chrono::NaiveDate;
use daybook_domain::activity::Activity;
use daybook_domain::calendar::gaps::Gap;
use daybook_domain::calendar::{AcademicYear, Calendar, DayOff};
use daybook_domain::hours::WeekHours;
use daybook_domain::ids::SchoolId;
use daybook_domain::school::{School, SchoolDetails};

asked! {
    /// The school to keep.
    SaveSchool {
        /// What was typed.
        details: SchoolDetails,
    }
    /// One of the schools.
    OfSchool {
        /// Which.
        school: SchoolId,
    }
    /// A year.
    OfYear {
        /// The academic year, by the calendar year it begins in.
        year: AcademicYear,
    }
    /// A calendar file to read a year's dates from.
    ReadDates {
        /// The academic year, by the calendar year it begins in.
        year: AcademicYear,
        /// Where the file lies.
        path: String,
    }
    /// A year's dates to keep: they replace that year's dates.
    SaveCalendar {
        /// The academic year.
        year: AcademicYear,
        /// Its dates.
        calendar: Calendar,
    }
    /// A day.
    OnDay {
        /// The day.
        date: NaiveDate,
    }
    /// Hours to keep: they replace a pattern that begins the same day.
    SaveHours {
        /// The pattern.
        hours: WeekHours,
    }
    /// Hours to take away.
    RemoveHours {
        /// The day they begin.
        from: NaiveDate,
    }
    /// A kind of work to keep.
    SaveActivity {
        /// The kind of work. To change one, its id must exist; to add one, its id is not looked at.
        activity: Activity,
    }
}

told! {
    /// A school among those of the daybook.
    SchoolRow {
        /// Which, and its names.
        school: School,
        /// Whether screens and packs speak of it now.
        chosen: bool,
        /// The weekdays with contracted hours there now: 0 is Monday.
        weekdays: Vec<u8>,
        /// Those of them on which its hours lie over another school's.
        clashes: Vec<u8>,
    }
    /// What is offered for a year's dates, and what is missing of those that are kept.
    CalendarOffer {
        /// By the pattern of the last year that has dates; empty where none has.
        calendar: Calendar,
        /// The year's bank holidays in England and Wales, by rule; those proclaimed for one year are not among them.
        bank_holidays: Vec<DayOff>,
        /// What is missing or odd in the dates that are kept.
        gaps: Vec<Gap>,
    }
    /// How far a new daybook is set up.
    SetupView {
        /// A school has been typed.
        school: bool,
        /// The present academic year has half-terms; in July and August the one to come will do.
        calendar: bool,
        /// Hours have been typed.
        hours: bool,
        /// Somebody is on roll.
        pupils: bool,
    }
}
