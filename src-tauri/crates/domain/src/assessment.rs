//! Results of assessments and screenings over time, and the numbers among them to draw.

use crate::flags::same_name;
use crate::ids::{AssessmentId, PupilId};
use crate::text::{at_most, near};
use crate::{Fault, Outcome};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a result is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AssessmentKind {
    /// It looked closely at one child.
    Assessment,
    /// Everybody was looked at briefly.
    Screening,
}

/// A result as a person types it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssessmentDetails {
    /// The day it was done.
    pub date: NaiveDate,
    /// What it is of.
    pub kind: AssessmentKind,
    /// The test or scale.
    pub name: String,
    /// The result, as written; a number is drawn.
    pub score: String,
    /// What the number counts, such as standard score.
    pub scale: String,
    /// Who did it.
    pub done_by: String,
    /// Note.
    pub note: String,
}

/// A result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Assessment {
    /// Its identity.
    pub id: AssessmentId,
    /// Whose.
    pub pupil: PupilId,
    /// What is known of it.
    #[serde(flatten)]
    pub details: AssessmentDetails,
}

/// The numbers of one test over time, to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Series {
    /// The test or scale.
    pub name: String,
    /// What its numbers count; empty where they count different things.
    pub scale: String,
    /// Its numbers, oldest first.
    pub points: Vec<Point>,
}

/// One number of a test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Point {
    /// The day.
    pub date: NaiveDate,
    /// The number in hundredths: 104.5 is 10450.
    pub hundredths: i64,
}

impl AssessmentDetails {
    /// Refuses a result without a name or a day in the past, and texts that are too long.
    pub fn check(&self, today: NaiveDate) -> Outcome<()> {
        near(self.date, today, "date")?;
        if self.date > today {
            return Err(Fault::new(
                "assessment.ahead",
                "That day is still to come. A result is written down once it is there; nothing was changed.",
            )
            .at("date"));
        }
        if self.name.trim().is_empty() {
            return Err(
                Fault::new("assessment.no_name", "Say which test or scale it was. Nothing was changed.").at("name")
            );
        }
        for (text, most, field) in [
            (&self.name, 120, "name"),
            (&self.score, 60, "score"),
            (&self.scale, 60, "scale"),
            (&self.done_by, 120, "done_by"),
            (&self.note, 4_000, "note"),
        ] {
            at_most(text, most, field)?;
        }
        Ok(())
    }

    /// The number in hundredths, where the result is one: `104`, `12.5`, `-3`, `85%`. More than two decimals are cut off.
    pub fn hundredths(&self) -> Option<i64> {
        let text = self.score.trim().trim_end_matches('%').trim_end();
        let (negative, digits) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = digits.split_once(['.', '·']).unwrap_or((digits, "0"));
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(part) || whole.len() > 9 {
            return None;
        }
        let part: String = part.chars().chain("00".chars()).take(2).collect();
        let hundredths = whole.parse::<i64>().ok()? * 100 + part.parse::<i64>().ok()?;
        Some(if negative { -hundredths } else { hundredths })
    }
}

/// The numbers of each test on each scale that has any, tests by name, numbers by day.
pub fn series(assessments: &[Assessment]) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    let mut by_day: Vec<&Assessment> = assessments.iter().collect();
    by_day.sort_by_key(|assessment| (assessment.details.date, assessment.id));
    for Assessment { details, .. } in by_day {
        let Some(hundredths) = details.hundredths() else { continue };
        let point = Point { date: details.date, hundredths };
        // A raw score and a standard score of one test are no line.
        let same =
            |series: &&mut Series| same_name(&series.name, &details.name) && same_name(&series.scale, &details.scale);
        match all.iter_mut().find(same) {
            Some(series) => series.points.push(point),
            None => all.push(Series {
                name: details.name.trim().to_owned(),
                scale: details.scale.trim().to_owned(),
                points: vec![point],
            }),
        }
    }
    all.sort_by_key(|series| (series.name.to_lowercase(), series.scale.to_lowercase()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(name: &str, date: &str, score: &str) -> AssessmentDetails {
        AssessmentDetails {
            date: date.parse().unwrap(),
            kind: AssessmentKind::Assessment,
            name: name.into(),
            score: score.into(),
            scale: "standard score".into(),
            done_by: String::new(),
            note: String::new(),
        }
    }

    #[test]
    fn a_result_is_a_number_where_it_is_written_as_one() {
        for (score, hundredths) in [
            ("104", Some(10_400)),
            (" 12.5 ", Some(1_250)),
            ("-3", Some(-300)),
            ("−0.25", Some(-25)),
            ("85%", Some(8_500)),
            ("85 %", Some(8_500)),
            ("7.333", Some(733)),
            ("+2", Some(200)),
            ("", None),
            ("3b", None),
            ("1:04", None),
            ("12/20", None),
            (".5", None),
            ("5.", None),
            ("12345678901", None),
            ("Above", None),
        ] {
            assert_eq!(result("BPVS", "2026-11-02", score).hundredths(), hundredths, "{score:?}");
        }
    }

    #[test]
    fn numbers_of_one_test_make_a_series() {
        let of = |id, details| Assessment { id: AssessmentId(id), pupil: PupilId(1), details };
        let all = [
            of(3, result("bpvs ", "2026-10-01", "92")),
            of(1, result("BPVS", "2025-10-01", "85")),
            of(2, result("Reading", "2026-01-01", "WTS")),
            of(4, AssessmentDetails { scale: "percentile".into(), ..result("Spelling", "2026-01-01", "9") }),
            of(5, result("Spelling", "2026-02-01", "88")),
        ];
        let told: Vec<(String, String, Vec<i64>)> = series(&all)
            .into_iter()
            .map(|series| (series.name, series.scale, series.points.iter().map(|point| point.hundredths).collect()))
            .collect();
        assert_eq!(
            told,
            [
                ("BPVS".into(), "standard score".into(), vec![8_500, 9_200]),
                ("Spelling".into(), "percentile".into(), vec![900]),
                ("Spelling".into(), "standard score".into(), vec![8_800])
            ]
        );
    }

    #[test]
    fn a_result_has_a_name_and_a_day_that_has_been() {
        let today = "2026-11-02".parse().unwrap();
        for (name, date, code) in [
            ("BPVS", "2026-11-02", None),
            ("BPVS", "2026-11-03", Some("assessment.ahead")),
            ("BPVS", "1926-11-03", Some("record.date")),
            (" ", "2026-11-02", Some("assessment.no_name")),
            (&"x".repeat(121), "2026-11-02", Some("text.too_long")),
        ] {
            let fault = result(name, date, "").check(today).err();
            assert_eq!(fault.map(|fault| fault.code.into_owned()).as_deref(), code, "{name:?} {date}");
        }
    }
}
