//! What children's stories are told from, read for all of them at once. What was done in the weeks is told on a child's own
//! page alone: private entries are in nothing that is printed, copied or handed on.

use daybook_domain::Outcome;
use daybook_domain::assessment::Assessment;
use daybook_domain::documents::Document;
use daybook_domain::entry::EntryDetails;
use daybook_domain::ids::{ActivityId, PupilId};
use daybook_domain::profile::Profile;
use daybook_domain::provision::Provision;
use daybook_domain::pupil::Pupil;
use daybook_domain::support::{PlanKindChoice, SupportPlan};
use daybook_domain::timeline::Record;
use daybook_store::Reader;
use std::collections::{BTreeMap, BTreeSet};

/// What one child's story is told from, beside who they are, provision and needs.
#[derive(Default)]
pub(crate) struct Story {
    plans: Vec<SupportPlan>,
    provisions: Vec<Provision>,
    assessments: Vec<Assessment>,
    documents: Vec<Document>,
    profile: Option<Profile>,
    done: Vec<(EntryDetails, String)>,
}

impl Story {
    /// All of it, to be told.
    pub fn record<'a>(&'a self, pupil: &'a Pupil, kinds: &'a [PlanKindChoice]) -> Record<'a> {
        Record {
            pupil,
            plans: &self.plans,
            kinds,
            provisions: &self.provisions,
            assessments: &self.assessments,
            documents: &self.documents,
            profile: self.profile.as_ref(),
            done: &self.done,
        }
    }

    /// With what was done and names the child, private entries among it: only for the screen of whoever wrote them.
    pub fn with_entries(mut self, read: &Reader<'_>, pupil: PupilId) -> Outcome<Self> {
        let work = read.activities().list()?;
        let name =
            |id: ActivityId| work.iter().find(|activity| activity.id == id).map(|activity| activity.name.clone());
        let entries = read.entries().of_pupil(pupil)?.into_iter();
        self.done = entries
            .map(|entry| {
                let work = entry.details.activity.and_then(name).unwrap_or_default();
                (entry.details, work)
            })
            .collect();
        Ok(self)
    }
}

/// The stories of these children, in as many queries as for one. Every child has one.
pub(crate) fn of(read: &Reader<'_>, pupils: &BTreeSet<PupilId>) -> Outcome<BTreeMap<PupilId, Story>> {
    let mut stories: BTreeMap<PupilId, Story> = pupils.iter().map(|pupil| (*pupil, Story::default())).collect();
    for plan in read.plans().told_of(pupils)? {
        stories.entry(plan.pupil).or_default().plans.push(plan);
    }
    for provision in read.provisions().of_pupils(pupils)? {
        stories.entry(provision.pupil).or_default().provisions.push(provision);
    }
    for assessment in read.assessments().of_pupils(pupils)? {
        stories.entry(assessment.pupil).or_default().assessments.push(assessment);
    }
    for document in read.documents().of_pupils(pupils)? {
        stories.entry(document.pupil).or_default().documents.push(document);
    }
    for (pupil, profile) in read.profiles().of_pupils(pupils)? {
        stories.entry(pupil).or_default().profile = Some(profile);
    }
    Ok(stories)
}
