//! What the timer asks about, and what an answer makes of it.
//!
//! Time away is asked about as soon as somebody is back, while what it lies in may still run; whatever else is in doubt is
//! asked about when its work has ended. Nothing that is asked about is ever written before it is answered.

use super::stopped::reason;
use super::{Asked, Away, Doing, Piece, Stopped, Timer, by_day};
use crate::calendar::monday_of;
use crate::{Fault, Outcome};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The timer as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What runs, and what waits under it.
    #[serde(flatten)]
    pub timer: Timer,
    /// What is to be asked about of work that has ended.
    #[serde(default)]
    pub asking: Vec<Question>,
}

/// A stretch of which nobody has said yet what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Question {
    /// What ran then.
    pub doing: Doing,
    /// Whether that had broken into something else.
    pub interruption: bool,
    /// When, and why it is asked about.
    pub asked: Asked,
}

/// What a stretch was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "was", rename_all = "snake_case")]
pub enum Was {
    /// The work that ran.
    ThisWork,
    /// A break: breaks are taken unless work covers them, so nothing is written.
    Break,
    /// Something else.
    Other {
        /// What, in a line.
        line: String,
    },
    /// Nothing to be written down.
    Nothing,
}

impl Kept {
    /// Whether any time of the week that begins on this Monday is measured, or asked about, and not yet written down.
    pub fn has_time_in(&self, monday: NaiveDate) -> bool {
        let within = |moment: NaiveDateTime| monday_of(moment.date()) == monday;
        self.timer.layers.iter().flat_map(|layer| &layer.pieces).any(|piece| within(piece.from))
            || self.questions().iter().any(|question| within(question.asked.from))
    }

    /// Whether nothing runs and nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.timer.layers.is_empty() && self.asking.is_empty()
    }

    /// What is to be asked now, in the order it was.
    pub fn questions(&self) -> Vec<Question> {
        let mut all = self.asking.clone();
        for (i, layer) in self.timer.layers.iter().enumerate() {
            let asked = layer.pieces.iter().filter_map(asked_of);
            all.extend(asked.map(|asked| Question { doing: layer.doing.clone(), interruption: i > 0, asked }));
        }
        all.sort_by_key(|question| question.asked.from);
        all
    }

    /// Somebody is there again. Where nobody said that they went, as after a crash, they are taken to have gone when they
    /// were seen last, or when what runs began.
    pub fn back(&mut self, now: NaiveDateTime, seen: Option<NaiveDateTime>) {
        self.timer.away(Away::Closed, seen.unwrap_or(NaiveDateTime::MIN).min(now));
        self.timer.back(now);
    }

    /// Keeps what ended work asks about.
    pub fn ask_about(&mut self, ended: &[Stopped]) {
        for Stopped { doing, interruption, ask, .. } in ended {
            let question =
                |asked: &Asked| Question { doing: doing.clone(), interruption: *interruption, asked: *asked };
            self.asking.extend(ask.iter().map(question));
        }
    }

    /// Takes a stretch as the work that ran, or so many minutes from its beginning. What still runs goes on as if nobody had
    /// been away; what else it comes to is handed over to be written. Faults: `timer.answered`, `timer.minutes`.
    pub fn count(&mut self, asked: Asked, long: Option<u32>) -> Outcome<Option<Stopped>> {
        let until = asked.until(long)?;
        let innocent = reason(asked.from, asked.to, None).is_none() && until == asked.to;
        if let Some(piece) = self.piece(asked).filter(|_| innocent) {
            piece.away = None;
            return Ok(None);
        }
        let Question { doing, interruption, .. } = self.leave_out(asked)?;
        Ok(Some(Stopped { doing, interruption, work: by_day(asked.from, until), ask: Vec::new() }))
    }

    /// Leaves a stretch out, and says what ran then. Fault: `timer.answered`.
    pub fn leave_out(&mut self, asked: Asked) -> Outcome<Question> {
        let question = self.questions().into_iter().find(|question| question.asked == asked).ok_or_else(answered)?;
        match self.asking.iter().position(|each| each.asked == asked) {
            Some(at) => drop(self.asking.remove(at)),
            None => {
                for layer in &mut self.timer.layers {
                    layer.pieces.retain(|piece| asked_of(piece) != Some(asked));
                }
            }
        }
        Ok(question)
    }

    fn piece(&mut self, asked: Asked) -> Option<&mut Piece> {
        let mut pieces = self.timer.layers.iter_mut().flat_map(|layer| &mut layer.pieces);
        pieces.find(|piece| asked_of(piece) == Some(asked))
    }
}

/// Of a stretch away that has ended, what is asked about it.
fn asked_of(piece: &Piece) -> Option<Asked> {
    let Piece { from, to: Some(to), away: Some(away) } = *piece else { return None };
    let why = reason(from, to, Some(away))?;
    (from != to).then_some(Asked { from, to, why })
}

fn answered() -> Fault {
    Fault::new("timer.answered", "That has been answered already. Nothing was changed.")
}

#[cfg(test)]
mod tests {
    use super::super::Why;
    use super::*;

    fn at(time: &str) -> NaiveDateTime {
        format!("2026-11-{time}:00").parse().unwrap()
    }

    /// Begun on Friday 6 November at nine, and left from ten until somebody was back.
    fn left_until(back: &str) -> Kept {
        let mut kept = Kept::default();
        kept.timer.start(Doing { text: "plan".into(), ..Doing::default() }, at("06T09:00")).unwrap();
        kept.timer.away(Away::Lock, at("06T10:00"));
        kept.back(at(back), None);
        kept
    }

    fn only(kept: &Kept) -> Asked {
        let questions = kept.questions();
        assert_eq!(questions.len(), 1, "{questions:?}");
        questions[0].asked
    }

    #[test]
    fn what_still_runs_goes_on_as_if_nobody_had_been_away() {
        let mut kept = left_until("06T10:45");
        let asked = only(&kept);
        assert_eq!((asked.from, asked.to, asked.why), (at("06T10:00"), at("06T10:45"), Why::Lock));
        assert_eq!(kept.count(asked, None).unwrap(), None, "nothing is written yet");
        assert_eq!((kept.questions(), kept.timer.minutes(at("06T11:00"))), (vec![], 120));
        assert_eq!(kept.count(asked, None).unwrap_err().code, "timer.answered");
    }

    #[test]
    fn a_weekend_is_never_taken_whole() {
        let mut kept = left_until("09T08:00");
        let asked = only(&kept);
        assert_eq!(kept.count(asked, None).unwrap_err().code, "timer.minutes");
        assert_eq!(kept.count(asked, Some(0)).unwrap_err().code, "timer.minutes");
        let written = kept.count(asked, Some(30)).unwrap().unwrap();
        assert_eq!(written.work, by_day(at("06T10:00"), at("06T10:30")));
        assert_eq!(kept.timer.minutes(at("09T08:10")), 70, "the hour before, and what has run since");
    }

    #[test]
    fn what_is_left_out_is_gone_and_asked_no_more() {
        let mut kept = left_until("06T10:45");
        let asked = only(&kept);
        assert_eq!(kept.leave_out(asked).unwrap().doing.text, "plan");
        assert_eq!((kept.questions(), kept.timer.minutes(at("06T11:00"))), (vec![], 75));
        assert_eq!(kept.leave_out(asked).unwrap_err().code, "timer.answered");
    }

    #[test]
    fn a_question_outlives_the_work_it_was_asked_of() {
        let mut kept = left_until("06T10:45");
        let ended = [kept.timer.stop(at("06T11:00")).unwrap()];
        kept.ask_about(&ended);
        assert!(!kept.is_empty());
        let again: Kept = serde_json::from_str(&serde_json::to_string(&kept).unwrap()).unwrap();
        assert_eq!(again, kept);
        let asked = only(&kept);
        let written = kept.count(asked, None).unwrap().unwrap();
        assert_eq!((written.doing.text.as_str(), written.work), ("plan", by_day(asked.from, asked.to)));
        assert!(kept.is_empty());
    }

    #[test]
    fn after_a_crash_nobody_was_there_since_they_were_seen() {
        for (seen, from) in [(None, "06T09:00"), (Some("06T09:20"), "06T09:20"), (Some("07T09:00"), "06T12:00")] {
            let mut kept = Kept::default();
            kept.timer.start(Doing::default(), at("06T09:00")).unwrap();
            kept.back(at("06T12:00"), seen.map(at));
            let asked: Vec<_> = kept.questions().iter().map(|question| question.asked.from).collect();
            let expected = if from == "06T12:00" { vec![] } else { vec![at(from)] };
            assert_eq!(asked, expected, "seen {seen:?}");
        }
    }

    #[test]
    fn where_a_clock_was_set_back_its_length_is_asked_for() {
        let mut kept = left_until("06T09:30");
        let asked = only(&kept);
        assert_eq!(asked.why, Why::ClockSetBack);
        assert_eq!(kept.count(asked, None).unwrap_err().code, "timer.minutes");
        assert_eq!(kept.count(asked, Some(10)).unwrap().unwrap().work, by_day(at("06T10:00"), at("06T10:10")));
    }
}
