//! Codes, categories and statutory periods as dated data: rule packs that can be replaced without code.
//!
//! Nothing here knows a code by heart but the rule packs themselves; law changes by a new pack.

mod check;
mod fit;
mod said;

use crate::fault::{Fault, Outcome};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use ts_rs::TS;

/// The codes, categories and periods of one country over a time, each with its source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RulePack {
    /// What it is called.
    pub name: String,
    /// The first day it describes.
    pub in_force_from: NaiveDate,
    /// What its citations cite. Each citation begins with one of these keys.
    pub sources: Vec<Source>,
    /// The code files use for "no SEN provision". It is never kept as a status: no status is open.
    pub none: String,
    /// SEN provision, in order of support.
    pub statuses: Vec<StatusCode>,
    /// Broad areas of need, in print order.
    pub areas: Vec<Area>,
    /// SEN types, in order of their areas.
    pub needs: Vec<NeedCode>,
    /// Kinds of plan, in the order they are offered.
    pub plan_kinds: Vec<PlanKindCode>,
    /// Provision codes that older files still hold.
    pub legacy_statuses: Vec<Legacy>,
    /// Curriculum years, youngest first.
    pub years: Vec<YearCode>,
    /// Statutory periods.
    pub periods: Vec<Period>,
    /// Statutory days of the year.
    pub fixed_days: Vec<FixedDay>,
    /// School censuses of a year, in the order of the academic year.
    #[serde(default)]
    pub censuses: Vec<CensusDay>,
    /// How long records are kept; none: nobody says.
    #[serde(default)]
    pub retention: Option<Retention>,
}

/// A school census.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CensusDay {
    /// What it is called by, such as `spring`.
    pub key: String,
    /// Its name in print.
    pub label: String,
    /// Month, 1 to 12.
    pub month: u32,
    /// Which Thursday of the month, 1 to 4.
    pub thursday: u8,
    /// Whether it asks for types of need, too.
    pub asks_needs: bool,
    /// Where it stands.
    pub source: String,
}

/// How long the record of a pupil with special educational needs is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// Years, of a child with special educational needs.
    pub years: u32,
    /// Years, of a child of whom nothing of that kind was ever written down.
    pub plain_years: u32,
    /// Where that stands.
    pub plain_source: String,
    /// What they are counted from, in words.
    pub counted_from: String,
    /// Where it stands.
    pub source: String,
    /// How far it may be trusted.
    pub mark: Trust,
}

/// A thing that citations cite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What a citation begins with, such as "reg".
    pub key: String,
    /// Its title in full.
    pub title: String,
}

/// A kind of SEN provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StatusCode {
    /// The code, such as `K`.
    pub code: String,
    /// Its name in print.
    pub label: String,
    /// Pupils with it are on the school's SEND list.
    pub on_register: bool,
    /// Pupils with it count as having SEN provision; those on the watch list do not.
    pub registered: bool,
    /// It needs a primary need.
    pub needs_primary: bool,
    /// First day it may be used; none: since before the pack begins.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// The first day it may no longer be used.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// Where the rule stands.
    pub source: String,
}

/// A broad area of need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// What needs refer to it by.
    pub key: String,
    /// Its name in print.
    pub label: String,
    /// Where it stands.
    pub source: String,
}

/// A type of need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NeedCode {
    /// The code, such as `SLCN`.
    pub code: String,
    /// Its name in print.
    pub label: String,
    /// Key of its area.
    pub area: String,
    /// First day it may be used; none: since before the pack begins.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// The first day it may no longer be used.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// Provision it is only allowed with; empty: any.
    #[serde(default)]
    pub statuses: Vec<String>,
    /// Where it stands.
    pub source: String,
}

/// A kind of plan, and how often it is reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanKindCode {
    /// What plans refer to it by.
    pub key: String,
    /// Its name in print.
    pub label: String,
    /// Weeks from one review to the next, proposed.
    pub review_weeks: u32,
    /// The longest a review may wait, in weeks: the Code's three meetings a year are 17 weeks apart at most, rounded
    /// down. None where nothing is said.
    #[serde(default)]
    pub most_weeks: Option<u32>,
    /// The SEN provision whose plan it is, where it is that of one.
    #[serde(default)]
    pub status: Option<String>,
    /// First day it may be used; none: since before the pack begins.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// The first day it may no longer be used.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// Where the rule stands.
    pub source: String,
}

/// A provision code of older files, and the one that took its place. Offered, never changed silently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Legacy {
    /// The old code.
    pub old: String,
    /// The code to offer.
    pub new: String,
    /// What the old one meant.
    pub label: String,
    /// Where it stands.
    pub source: String,
}

/// A curriculum year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct YearCode {
    /// The code, such as `R`.
    pub code: String,
    /// Its name in print.
    pub label: String,
}

/// What a period is counted in. All are of the calendar: nothing here counts working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Weeks of seven days.
    Weeks,
    /// Calendar months.
    Months,
}

/// How a period is counted from its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// The day after the event is day one.
    After,
    /// The day of the event is day one.
    BeginningWith,
    /// Backwards: the day before the event is day one.
    Before,
}

/// What a period limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// It must be done by then.
    AtMost,
    /// So much time has to be given.
    AtLeast,
}

/// How far a figure may be trusted, and so whether it may be printed as published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// The source's own words were read.
    Read,
    /// A council, a solicitor or a union says so.
    Secondary,
}

/// A statutory period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// `process.step`, such as `review.decision`.
    pub key: String,
    /// What has to be done.
    pub label: String,
    /// How many units.
    pub amount: u32,
    /// What it is counted in.
    pub unit: Unit,
    /// The event it is counted from.
    pub counted_from: String,
    /// How it is counted.
    pub way: Counting,
    /// What it limits.
    pub limit: Limit,
    /// Where the rule stands.
    pub source: String,
    /// How far it may be trusted.
    pub mark: Trust,
}

/// A statutory day of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FixedDay {
    /// `process.step`.
    pub key: String,
    /// What has to be done before it.
    pub label: String,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
    /// Where the rule stands.
    pub source: String,
    /// How far it may be trusted.
    pub mark: Trust,
}

static ENGLAND: LazyLock<RulePack> =
    // A broken pack of our own cannot reach anybody: a test reads it.
    LazyLock::new(|| RulePack::parse(include_str!("../rules/england.json")).unwrap_or_default());

impl RulePack {
    /// The pack for England that comes with the app.
    pub fn england() -> &'static Self {
        &ENGLAND
    }

    /// Reads a pack; refuses, with a sentence, one that is no pack or contradicts itself.
    pub fn parse(json: &str) -> Outcome<Self> {
        let pack: Self = serde_json::from_str(json).map_err(|error| {
            let line = error.line();
            Fault::new(
                "rules.unreadable",
                format!(
                    "That is not a rule pack: line {line} is not what one holds there. The rules in use were kept."
                ),
            )
        })?;
        pack.check()?;
        Ok(pack)
    }

    /// The kind of SEN provision with this code on a day; case and spaces around it do not matter.
    pub fn status(&self, code: &str, on: NaiveDate) -> Option<&StatusCode> {
        self.statuses.iter().find(|status| same(&status.code, code) && holds(status.from, status.to, on))
    }

    /// The type of need with this code on a day; case and spaces around it do not matter.
    pub fn need(&self, code: &str, on: NaiveDate) -> Option<&NeedCode> {
        self.needs.iter().find(|need| same(&need.code, code) && holds(need.from, need.to, on))
    }

    /// The provision codes that put a pupil on the school's SEND list on a day.
    pub fn on_register(&self, on: NaiveDate) -> Vec<&str> {
        self.codes(on, |status| status.on_register)
    }

    /// The provision codes with which a pupil counts as having SEN provision on a day.
    pub fn registered(&self, on: NaiveDate) -> Vec<&str> {
        self.codes(on, |status| status.registered)
    }

    fn codes(&self, on: NaiveDate, counts: impl Fn(&StatusCode) -> bool) -> Vec<&str> {
        let holding = self.statuses.iter().filter(|status| holds(status.from, status.to, on) && counts(status));
        holding.map(|status| status.code.as_str()).collect()
    }

    /// What an older provision code has become.
    pub fn legacy(&self, old: &str) -> Option<&Legacy> {
        self.legacy_statuses.iter().find(|legacy| same(&legacy.old, old))
    }

    /// Whether this is the code for "no SEN provision".
    pub fn is_none(&self, code: &str) -> bool {
        same(&self.none, code)
    }

    /// The curriculum year with this code.
    pub fn year(&self, code: &str) -> Option<&YearCode> {
        self.years.iter().find(|year| same(&year.code, code))
    }

    /// The kind of plan with this key, whenever it was in use.
    pub fn plan_kind(&self, key: &str) -> Option<&PlanKindCode> {
        self.plan_kinds.iter().find(|kind| kind.key == key)
    }

    /// The kinds of plan that may begin on a day.
    pub fn plan_kinds_on(&self, on: NaiveDate) -> impl Iterator<Item = &PlanKindCode> {
        self.plan_kinds.iter().filter(move |kind| holds(kind.from, kind.to, on))
    }

    /// The area with this key.
    pub fn area(&self, key: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.key == key)
    }
}

impl NeedCode {
    /// Whether it may stand beside this provision (NSA: SEN support only).
    pub fn allowed_with(&self, status: &str) -> bool {
        self.statuses.is_empty() || self.statuses.iter().any(|allowed| same(allowed, status))
    }
}

fn same(code: &str, written: &str) -> bool {
    code.eq_ignore_ascii_case(written.trim())
}

fn holds(from: Option<NaiveDate>, to: Option<NaiveDate>, on: NaiveDate) -> bool {
    from.is_none_or(|from| from <= on) && to.is_none_or(|to| on < to)
}

#[cfg(test)]
mod tests;
