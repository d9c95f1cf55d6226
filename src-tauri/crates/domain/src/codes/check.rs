//! What makes a rule pack fit to use.

use super::{FixedDay, RulePack};
use crate::fault::{Fault, Outcome};
use chrono::NaiveDate;

impl RulePack {
    /// Refuses a pack that names nothing, repeats a code, points nowhere or cites no source of its own.
    pub(super) fn check(&self) -> Outcome<()> {
        if self.name.trim().is_empty() || self.none.trim().is_empty() {
            return Err(bad("it has no name or no code for \"none\"", "name"));
        }
        for (list, is_empty) in [
            ("sources", self.sources.is_empty()),
            ("statuses", self.statuses.is_empty()),
            ("areas", self.areas.is_empty()),
            ("needs", self.needs.is_empty()),
            ("years", self.years.is_empty()),
            ("plan_kinds", self.plan_kinds.is_empty()),
        ] {
            if is_empty {
                return Err(bad(&format!("its list of {list} is empty"), list));
            }
        }
        self.check_codes()?;
        self.check_links()?;
        self.check_citations()
    }

    fn check_codes(&self) -> Outcome<()> {
        let statuses: Vec<Dated> = self.statuses.iter().map(|s| (s.code.as_str(), s.from, s.to)).collect();
        apart(&statuses, "statuses")?;
        apart(&self.needs.iter().map(|n| (n.code.as_str(), n.from, n.to)).collect::<Vec<_>>(), "needs")?;
        apart(&self.areas.iter().map(|a| (a.key.as_str(), None, None)).collect::<Vec<_>>(), "areas")?;
        apart(&self.years.iter().map(|y| (y.code.as_str(), None, None)).collect::<Vec<_>>(), "years")?;
        apart(&self.periods.iter().map(|p| (p.key.as_str(), None, None)).collect::<Vec<_>>(), "periods")?;
        apart(&self.fixed_days.iter().map(|d| (d.key.as_str(), None, None)).collect::<Vec<_>>(), "fixed_days")?;
        apart(&self.plan_kinds.iter().map(|k| (k.key.as_str(), k.from, k.to)).collect::<Vec<_>>(), "plan_kinds")?;
        // An old code that is also in use would be "changed" although nothing is wrong with it.
        let in_use =
            self.statuses.iter().map(|s| (s.code.as_str(), None, None)).chain([(self.none.as_str(), None, None)]);
        let old = self.legacy_statuses.iter().map(|l| (l.old.as_str(), None, None));
        apart(&in_use.chain(old).collect::<Vec<_>>(), "legacy_statuses")
    }

    fn check_links(&self) -> Outcome<()> {
        let is_status = |code: &String| self.statuses.iter().any(|status| status.code == *code);
        for (i, need) in self.needs.iter().enumerate() {
            if self.area(&need.area).is_none() {
                return Err(bad(
                    &format!("need {} names an area it does not have", need.code),
                    &format!("needs.{i}.area"),
                ));
            }
            if !need.statuses.iter().all(is_status) {
                let what = format!("need {} names a provision it does not have", need.code);
                return Err(bad(&what, &format!("needs.{i}.statuses")));
            }
        }
        for (i, legacy) in self.legacy_statuses.iter().enumerate() {
            if !is_status(&legacy.new) {
                let what = format!("old code {} becomes a provision it does not have", legacy.old);
                return Err(bad(&what, &format!("legacy_statuses.{i}.new")));
            }
        }
        for (i, period) in self.periods.iter().enumerate() {
            if period.amount == 0 {
                return Err(bad(&format!("period {} is empty", period.key), &format!("periods.{i}.amount")));
            }
        }
        for (i, kind) in self.plan_kinds.iter().enumerate() {
            let most = kind.most_weeks.unwrap_or(kind.review_weeks);
            if kind.review_weeks == 0 || kind.review_weeks > most || most > 104 {
                let what = format!("plan kind {} has weeks between reviews that cannot be", kind.key);
                return Err(bad(&what, &format!("plan_kinds.{i}.review_weeks")));
            }
        }
        for (i, census) in self.censuses.iter().enumerate() {
            if !(1..=12).contains(&census.month) || !(1..=4).contains(&census.thursday) {
                return Err(bad(&format!("{} census is on no day", census.key), &format!("censuses.{i}.month")));
            }
        }
        if self.retention.as_ref().is_some_and(|retention| {
            ![retention.years, retention.plain_years].iter().all(|years| (1..=100).contains(years))
        }) {
            return Err(bad("records are kept for no time or for ever", "retention.years"));
        }
        for (i, FixedDay { key, month, day, .. }) in self.fixed_days.iter().enumerate() {
            // 2027 has no 29 February: a day that exists only in some years is no yearly day.
            if NaiveDate::from_ymd_opt(2027, *month, *day).is_none() {
                return Err(bad(&format!("{key} is no day of the year"), &format!("fixed_days.{i}.day")));
            }
        }
        Ok(())
    }

    fn check_citations(&self) -> Outcome<()> {
        let statuses = self.statuses.iter().map(|s| (&s.code, &s.source));
        let needs = self.needs.iter().map(|n| (&n.code, &n.source));
        let areas = self.areas.iter().map(|a| (&a.key, &a.source));
        let legacy = self.legacy_statuses.iter().map(|l| (&l.old, &l.source));
        let kinds = self.plan_kinds.iter().map(|k| (&k.key, &k.source));
        let periods = self.periods.iter().map(|p| (&p.key, &p.source));
        let days = self.fixed_days.iter().map(|d| (&d.key, &d.source));
        let censuses = self.censuses.iter().map(|c| (&c.key, &c.source));
        let retention = self.retention.iter().map(|r| (&r.counted_from, &r.source));
        let days = days.chain(censuses).chain(retention).chain(kinds);
        for (code, source) in statuses.chain(needs).chain(areas).chain(legacy).chain(periods).chain(days) {
            let cited = |part: &str| self.sources.iter().any(|s| !s.key.is_empty() && part.trim().starts_with(&s.key));
            if !source.split(';').all(cited) {
                return Err(bad(&format!("{code} cites a source it does not list"), "sources"));
            }
        }
        Ok(())
    }
}

type Dated<'a> = (&'a str, Option<NaiveDate>, Option<NaiveDate>);

fn apart(codes: &[Dated<'_>], list: &str) -> Outcome<()> {
    for (i, (code, from, to)) in codes.iter().enumerate() {
        if code.trim().is_empty() {
            return Err(bad(&format!("a code in its list of {list} is empty"), &format!("{list}.{i}")));
        }
        if matches!((from, to), (Some(from), Some(to)) if to <= from) {
            return Err(bad(&format!("{code} ends before it begins"), &format!("{list}.{i}")));
        }
        let meets = |other: &&Dated<'_>| {
            other.0.eq_ignore_ascii_case(code)
                && other.1.is_none_or(|start| to.is_none_or(|end| start < end))
                && from.is_none_or(|start| other.2.is_none_or(|end| start < end))
        };
        if codes[..i].iter().any(|other| meets(&other)) {
            return Err(bad(&format!("{code} stands twice in its list of {list}"), &format!("{list}.{i}")));
        }
    }
    Ok(())
}

fn bad(what: &str, field: &str) -> Fault {
    Fault::new("rules.contradiction", format!("That rule pack cannot be used: {what}. The rules in use were kept."))
        .at(field)
}
