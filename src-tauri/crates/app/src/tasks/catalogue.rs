//! The catalogue: what the job holds, and what that comes to in a year.

use super::{calendar, due};
use crate::session::Session;
use crate::setup;
use crate::wire::{
    CatalogueLine, CatalogueSum, CatalogueView, Nothing, OfferedLine, RetireTemplate, SaveTemplate, StartCatalogue,
};
use chrono::NaiveDate;
use daybook_domain::calendar::{AcademicYear, Calendar};
use daybook_domain::changed::Changed;
use daybook_domain::ids::{SchoolId, TemplateId};
use daybook_domain::task::{Anchor, Event, Frequency, Template, TemplateDetails, learned, offered};
use daybook_domain::{Fault, Outcome};
use daybook_store::{Op, Reader, Subject};

pub(crate) fn get(session: &mut Session, _: Nothing) -> Outcome<CatalogueView> {
    let (school, today) = (session.school()?, session.today());
    let read = session.vault()?.read();
    let year = Year::of(&read, school, today)?;
    let mut lines = Vec::new();
    for template in read.templates().list(school)? {
        lines.push(line(&read, template, &year)?);
    }
    let sums = Frequency::ALL.into_iter().map(|frequency| sum(frequency, &lines)).collect();
    let dates = year.calendar.half_terms.iter().any(|term| AcademicYear::of(term.first) == AcademicYear::of(today));
    Ok(CatalogueView { lines, sums, dates })
}

/// What the catalogue can start from, and what each line would come to here.
pub(crate) fn offer(session: &mut Session, _: Nothing) -> Outcome<Vec<OfferedLine>> {
    let (school, today) = (session.school()?, session.today());
    let read = session.vault()?.read();
    let year = Year::of(&read, school, today)?;
    let activities = read.activities().list()?;
    let kept: Vec<String> = read.templates().list(school)?.into_iter().map(|line| line.details.title).collect();
    let mut lines = Vec::new();
    for line in offered() {
        let details = line.details(&activities, today)?;
        let (each, a_year) = (year.each(&details), year.times(&details));
        lines.push(OfferedLine { key: line.key.clone(), kept: kept.contains(&details.title), details, each, a_year });
    }
    Ok(lines)
}

/// Adds the lines chosen, and puts on the list what is to appear of them today.
pub(crate) fn start(session: &mut Session, ask: StartCatalogue) -> Outcome<Changed<u32>> {
    let (school, now, today) = (session.school()?, session.now(), session.today());
    let vault = session.vault()?;
    let activities = vault.read().activities().list()?;
    let kept: Vec<String> = vault.read().templates().list(school)?.into_iter().map(|line| line.details.title).collect();
    let mut lines: Vec<TemplateDetails> = Vec::new();
    for key in &ask.keys {
        let Some(line) = offered().iter().find(|line| line.key == *key) else {
            return Err(Fault::new("task.not_offered", "That line is not offered. Nothing was added.").at("keys"));
        };
        let details = line.details(&activities, today)?;
        if !kept.contains(&details.title) && !lines.iter().any(|line| line.title == details.title) {
            lines.push(details);
        }
    }
    vault.transact(Op::new("catalogue_start", "Lines added to the catalogue"), now, |tx| {
        for line in &lines {
            tx.templates().insert(school, line)?;
        }
        due::make(tx, school, today)?;
        Ok(u32::try_from(lines.len()).unwrap_or(u32::MAX))
    })
}

/// Keeps a line. Where its day or whom it is for changed, what it had made of days to come and nobody has touched is made
/// anew.
pub(crate) fn save(session: &mut Session, mut ask: SaveTemplate) -> Outcome<Changed<TemplateId>> {
    let d = &mut ask.details;
    for text in [&mut d.title, &mut d.source, &mut d.consequence] {
        *text = text.trim().to_owned();
    }
    d.check()?;
    let (school, now, today) = (session.school()?, session.now(), session.today());
    let label = if ask.template.is_some() { "Line of the catalogue changed" } else { "Line added to the catalogue" };
    session.vault()?.transact(Op::new("template_save", label), now, |tx| {
        let before = ask.template.map(|id| tx.templates().get(id)).transpose()?;
        let used = before.as_ref().map(|before| before.details.activity);
        setup::check_offered(tx, Some(ask.details.activity), used).map_err(|fault| fault.at("details.activity"))?;
        let id = match before {
            None => tx.templates().insert(school, &ask.details)?,
            Some(Template { id, details: before, .. }) => {
                if made_otherwise(&before, &ask.details) {
                    tx.tasks().delete_untouched(id, today)?;
                }
                tx.templates().update(id, &ask.details)?;
                id
            }
        };
        due::make(tx, school, today)?;
        Ok(id)
    })
}

/// Retires a line, and takes off the list what it had made of days to come and nobody has touched; or takes it up again.
pub(crate) fn retire(session: &mut Session, ask: RetireTemplate) -> Outcome<Changed<()>> {
    let (school, now, today) = (session.school()?, session.now(), session.today());
    let label = if ask.retired { "Line of the catalogue retired" } else { "Line of the catalogue taken up again" };
    session.vault()?.transact(Op::new("template_retire", label), now, |tx| {
        tx.templates().retire(ask.template, ask.retired)?;
        if ask.retired {
            tx.tasks().delete_untouched(ask.template, today)?;
        }
        due::make(tx, school, today).map(|_| ())
    })
}

/// Whether tasks made of the one are not those that would be made of the other.
fn made_otherwise(before: &TemplateDetails, after: &TemplateDetails) -> bool {
    let made = |d: &TemplateDetails| {
        (d.frequency, d.anchor, d.per.clone(), d.in_holidays, d.from, d.title.clone(), d.estimate, d.activity)
    };
    made(before) != made(after)
}

/// The academic year of today, and for whom there is work in it.
struct Year {
    today: NaiveDate,
    first: NaiveDate,
    last: NaiveDate,
    calendar: Calendar,
    subjects: Vec<Subject>,
}

impl Year {
    fn of(read: &Reader<'_>, school: SchoolId, today: NaiveDate) -> Outcome<Self> {
        let year = AcademicYear::of(today);
        let (first, last) = (year.first().unwrap_or(today), year.last().unwrap_or(today));
        let calendar = calendar(read, school, first, last)?;
        Ok(Self { today, first, last, calendar, subjects: read.tasks().subjects(school, today)? })
    }

    fn each(&self, line: &TemplateDetails) -> u32 {
        count(due::whom(line, &self.subjects).len())
    }

    /// How many tasks a line makes in the whole year. Reviews are not all known yet: each plan has as many as its
    /// frequency says.
    fn times(&self, line: &TemplateDetails) -> u32 {
        if let Anchor::Before { event: Event::PlanReview, .. } = line.anchor {
            let each = match line.frequency {
                Frequency::HalfTermly => 6,
                Frequency::Termly => 3,
                _ => 1,
            };
            return self.each(line) * each;
        }
        // Of a year that has begun the whole is told, whenever the line was written.
        let whole = TemplateDetails { from: self.first, ..line.clone() };
        count(due::each(&whole, &self.calendar, &self.subjects, (self.first, self.last)).len())
    }
}

fn line(read: &Reader<'_>, template: Template, year: &Year) -> Outcome<CatalogueLine> {
    let d = &template.details;
    let ahead = due::each(d, &year.calendar, &year.subjects, (year.today, year.last));
    let next = ahead.into_iter().map(|(_, occurrence)| occurrence).min_by_key(|occurrence| occurrence.due);
    Ok(CatalogueLine {
        each: year.each(d),
        a_year: if template.retired { 0 } else { year.times(d) },
        moved: next.and_then(|next| next.why_moved()),
        next: next.filter(|_| !template.retired),
        learned: learned(read.tasks().took(template.id)?),
        template,
    })
}

fn sum(frequency: Frequency, lines: &[CatalogueLine]) -> CatalogueSum {
    let those = || lines.iter().filter(|line| line.template.details.frequency == frequency && !line.template.retired);
    CatalogueSum {
        frequency,
        lines: count(those().count()),
        tasks: those().map(|line| line.a_year).sum(),
        minutes: those().map(|line| line.a_year * line.template.details.estimate).sum(),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
