//! Results of assessments and screenings.

use super::{trim, write};
use crate::session::Session;
use crate::wire::{AddAssessment, AssessmentsView, OfAssessment, OfPupil, SaveAssessment};
use daybook_domain::Outcome;
use daybook_domain::assessment::{AssessmentDetails, series};
use daybook_domain::changed::Changed;
use daybook_domain::ids::AssessmentId;

pub(crate) fn list(session: &mut Session, ask: OfPupil) -> Outcome<AssessmentsView> {
    let assessments = session.vault()?.read().assessments().of_pupil(ask.pupil)?;
    Ok(AssessmentsView { series: series(&assessments), assessments })
}

pub(crate) fn add(session: &mut Session, mut ask: AddAssessment) -> Outcome<Changed<AssessmentId>> {
    tidy(&mut ask.details);
    ask.details.check(session.today())?;
    write(session, ask.pupil, ("assessment_add", "Result of {} added"), |tx| {
        tx.assessments().insert(ask.pupil, &ask.details)
    })
}

pub(crate) fn save(session: &mut Session, mut ask: SaveAssessment) -> Outcome<Changed<()>> {
    tidy(&mut ask.details);
    ask.details.check(session.today())?;
    let pupil = session.vault()?.read().assessments().get(ask.assessment)?.pupil;
    write(session, pupil, ("assessment_save", "Result of {} changed"), |tx| {
        tx.assessments().update(ask.assessment, &ask.details)
    })
}

pub(crate) fn remove(session: &mut Session, ask: OfAssessment) -> Outcome<Changed<()>> {
    let pupil = session.vault()?.read().assessments().get(ask.assessment)?.pupil;
    write(session, pupil, ("assessment_remove", "Result of {} removed"), |tx| tx.assessments().remove(ask.assessment))
}

fn tidy(details: &mut AssessmentDetails) {
    trim([&mut details.name, &mut details.score, &mut details.scale, &mut details.done_by, &mut details.note]);
}
