//! Kinds of plan: those of the rules, and a school's own.

use crate::codes::RulePack;
use crate::flags::same_name;
use crate::ids::PlanKindId;
use crate::text::at_most;
use crate::{Fault, Outcome};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the keys of a school's own kinds begin with.
const OWN: &str = "own-";

/// A kind of plan of a school's own, as a person types it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanKindDetails {
    /// What it is called.
    pub name: String,
    /// Weeks from one review to the next.
    pub review_weeks: u32,
    /// No longer offered; plans of it stay.
    pub retired: bool,
}

/// A kind of plan of a school's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanKind {
    /// Its identity.
    pub id: PlanKindId,
    /// What is known of it.
    #[serde(flatten)]
    pub details: PlanKindDetails,
}

/// A kind of plan as it is offered, whoever made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanKindChoice {
    /// What plans refer to it by.
    pub key: String,
    /// Its name.
    pub label: String,
    /// Weeks from one review to the next, proposed.
    pub review_weeks: u32,
    /// The longest a review may wait, in weeks; none where no rule says.
    pub most_weeks: Option<u32>,
    /// Where the rule stands, or that it is the school's own.
    pub source: String,
    /// Which of the school's own it is; none for one of the rules.
    pub own: Option<PlanKindId>,
    /// Whether a plan of it may begin today.
    pub offered: bool,
}

/// The key that plans refer to one of the school's own kinds by.
pub fn own_key(id: PlanKindId) -> String {
    format!("{OWN}{}", id.0)
}

/// Which of the school's own kinds a key means; none for one of the rules.
pub fn own_kind(key: &str) -> Option<PlanKindId> {
    key.strip_prefix(OWN)?.parse().ok().map(PlanKindId)
}

impl PlanKindDetails {
    /// Refuses a kind without a name, with one that another kind has, or with reviews that never come.
    pub fn check<'a>(&self, others: impl IntoIterator<Item = &'a str>) -> Outcome<()> {
        let name = self.name.trim();
        if name.is_empty() {
            return Err(Fault::new("plan_kind.no_name", "A kind of plan needs a name. Nothing was changed.").at("name"));
        }
        at_most(name, 60, "name")?;
        let of_rules = RulePack::england().plan_kinds.iter().map(|kind| kind.label.as_str());
        if others.into_iter().chain(of_rules).any(|other| same_name(other, name)) {
            return Err(Fault::new(
                "plan_kind.twice",
                "There is a kind of plan of that name already. Nothing was changed; choose another name.",
            )
            .at("name"));
        }
        if !(1..=104).contains(&self.review_weeks) {
            return Err(Fault::new(
                "plan_kind.weeks",
                "From one review to the next it can be 1 to 104 weeks. Nothing was changed.",
            )
            .at("review_weeks"));
        }
        Ok(())
    }
}

impl PlanKindChoice {
    /// Every kind there is, those of the rules first.
    pub fn all(own: &[PlanKind], today: NaiveDate) -> Vec<Self> {
        let rules = RulePack::england();
        let of_rules = rules.plan_kinds.iter().map(|kind| Self {
            key: kind.key.clone(),
            label: kind.label.clone(),
            review_weeks: kind.review_weeks,
            most_weeks: kind.most_weeks,
            source: kind.source.clone(),
            own: None,
            offered: rules.plan_kinds_on(today).any(|offered| offered.key == kind.key),
        });
        let own = own.iter().map(|PlanKind { id, details }| Self {
            key: own_key(*id),
            label: details.name.clone(),
            review_weeks: details.review_weeks,
            most_weeks: None,
            source: "the school".to_owned(),
            own: Some(*id),
            offered: !details.retired,
        });
        of_rules.chain(own).collect()
    }
}
