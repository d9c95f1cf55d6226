//! The rest of a child's record: flags of the school's own, plans, provision, profile, results, documents.

use super::{asked, told};
use chrono::NaiveDate;
use daybook_domain::assessment::{Assessment, AssessmentDetails, Series};
use daybook_domain::documents::{Document, DocumentDetails};
use daybook_domain::flags::FlagDetails;
use daybook_domain::ids::{AssessmentId, DocumentId, FlagId, InterventionId, PlanId, PlanKindId, ProvisionId, PupilId};
use daybook_domain::profile::Profile;
use daybook_domain::provision::{Cost, InterventionDetails, Provision, ProvisionDetails, Running};
use daybook_domain::provision_map::{MapBy, ProvisionMap};
use daybook_domain::register::RegisterRow;
use daybook_domain::support::{PlanForm, PlanKindDetails, PlanReview, SupportPlan};

asked! {
    /// A flag of the school's own to keep.
    SaveFlag {
        /// Which; none: a new one.
        flag: Option<FlagId>,
        /// What is known of it.
        details: FlagDetails,
    }
    /// A kind of plan of the school's own to keep.
    SavePlanKind {
        /// Which; none: a new one.
        kind: Option<PlanKindId>,
        /// What is known of it.
        details: PlanKindDetails,
    }
    /// A plan to begin.
    AddPlan {
        /// Whose.
        pupil: PupilId,
        /// What it says.
        form: PlanForm,
    }
    /// A plan to keep, with its open round.
    SavePlan {
        /// Which.
        plan: PlanId,
        /// What it says.
        form: PlanForm,
    }
    /// A review of a plan's open round.
    ReviewPlan {
        /// Which plan.
        plan: PlanId,
        /// What came of the round, and what follows.
        review: PlanReview,
    }
    /// A plan whose last review is to be put right.
    ReopenPlan {
        /// Which.
        plan: PlanId,
        /// Why.
        why: String,
    }
    /// A plan to end, or to let go on.
    EndPlan {
        /// Which.
        plan: PlanId,
        /// The first day it no longer holds; none: it goes on.
        on: Option<NaiveDate>,
        /// Why; may be empty.
        why: String,
    }
    /// A plan.
    OfPlan {
        /// Which.
        plan: PlanId,
    }
    /// An intervention to keep, for everybody who has it.
    SaveIntervention {
        /// Which.
        intervention: InterventionId,
        /// What is known of it.
        details: InterventionDetails,
    }
    /// Provision to begin.
    AddProvision {
        /// Whose.
        pupil: PupilId,
        /// What is known of it.
        details: ProvisionDetails,
    }
    /// Provision to keep.
    SaveProvision {
        /// Which.
        provision: ProvisionId,
        /// What is known of it.
        details: ProvisionDetails,
    }
    /// Provision to end.
    EndProvision {
        /// Which.
        provision: ProvisionId,
        /// The first day it no longer runs.
        on: NaiveDate,
        /// The measure at the end.
        exit: String,
        /// What it changed.
        impact: String,
    }
    /// Provision.
    OfProvision {
        /// Which.
        provision: ProvisionId,
    }
    /// A provision map to draw.
    DrawProvisionMap {
        /// What it is grouped by.
        by: MapBy,
        /// Whether what has ended in this academic year stands in it too.
        ended: bool,
    }
    /// A profile to keep.
    SaveProfile {
        /// Whose.
        pupil: PupilId,
        /// What it says; one that says nothing is taken away.
        profile: Profile,
    }
    /// A result to add.
    AddAssessment {
        /// Whose.
        pupil: PupilId,
        /// What is known of it.
        details: AssessmentDetails,
    }
    /// A result to keep.
    SaveAssessment {
        /// Which.
        assessment: AssessmentId,
        /// What is known of it.
        details: AssessmentDetails,
    }
    /// A result.
    OfAssessment {
        /// Which.
        assessment: AssessmentId,
    }
    /// A document that lies outside.
    LinkDocument {
        /// Whose.
        pupil: PupilId,
        /// What it is called.
        details: DocumentDetails,
        /// Where it lies: a path or an address.
        link: String,
    }
    /// A small file to keep here.
    KeepDocument {
        /// Whose.
        pupil: PupilId,
        /// What it is called; without a name, what the file is called.
        details: DocumentDetails,
        /// Where the file is.
        path: String,
    }
    /// What a document is called, to keep.
    SaveDocument {
        /// Which.
        document: DocumentId,
        /// What it is called.
        details: DocumentDetails,
    }
    /// Where to save a file that is kept here.
    SaveDocumentAs {
        /// Which.
        document: DocumentId,
        /// Its path; the file is replaced if it is there.
        path: String,
    }
    /// A document.
    OfDocument {
        /// Which.
        document: DocumentId,
    }
}

told! {
    /// A plan with what is worth saying of it.
    PlanView {
        /// The plan.
        #[serde(flatten)]
        plan: SupportPlan,
        /// What its kind is called.
        kind_label: String,
        /// Weeks from one review to the next, proposed.
        review_weeks: u32,
        /// What is late or missing today, in sentences.
        notices: Vec<String>,
    }
    /// Provision with where it stands and what it costs.
    ProvisionView {
        /// The provision.
        #[serde(flatten)]
        provision: Provision,
        /// Where it stands today.
        running: Running,
        /// School weeks counted so far.
        weeks_to_date: u32,
        /// False where the school's dates of some weeks are not known, and those were counted as school weeks.
        dates_known: bool,
        /// The dose in words.
        dose: String,
        /// What it costs; none where nobody said what a session costs.
        cost: Option<Cost>,
    }
    /// A provision map with the children in it.
    ProvisionMapView {
        /// The map.
        #[serde(flatten)]
        map: ProvisionMap,
        /// The children in it.
        pupils: Vec<RegisterRow>,
    }
    /// A child's results, and the numbers among them to draw.
    AssessmentsView {
        /// Results, the newest first.
        assessments: Vec<Assessment>,
        /// Numbers, by test.
        series: Vec<Series>,
    }
    /// A child's documents, and how much can be kept.
    DocumentsView {
        /// Documents, the newest first.
        documents: Vec<Document>,
        /// The largest file that can be kept, in bytes.
        most_bytes: u64,
        /// How many files can be kept for one child.
        most_files: u32,
        /// How many are.
        kept: u32,
    }
}
