//! A timer that knows what it interrupted: each interruption lies over what it broke into, and what was left is taken up
//! again when it ends.
//!
//! Times are those of the clock on the wall, to the whole minute, as entries keep them: the hour that the clocks leave out
//! in spring counts as passed, and where a clock is set back nothing becomes negative. Time away from the computer counts
//! nothing by itself, nor does a stretch that no person works through: both are handed over to be asked about.

mod asking;
mod stopped;
#[cfg(test)]
mod tests;

pub use asking::{Kept, Question, Was};
pub use stopped::{Asked, Stopped, Why, Work, by_day};

use crate::entry::Place;
use crate::ids::{ActivityId, BlockId, PupilId, TaskId};
use crate::text::at_most;
use crate::{Fault, Outcome};
use chrono::{NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most characters of what is being done.
const MOST_OF_A_TEXT: usize = 1000;

/// Most characters of who interrupted.
const MOST_OF_A_NAME: usize = 120;

/// Most interruptions of interruptions.
const DEEPEST: usize = 20;

/// What is being done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Doing {
    /// What it is.
    pub text: String,
    /// The kind of work, if it is known yet.
    pub activity: Option<ActivityId>,
    /// Which pupils it is about.
    pub pupils: Vec<PupilId>,
    /// The task it is for.
    pub task: Option<TaskId>,
    /// The planned block it fulfils; of an interruption, the one it pushes out.
    pub block: Option<BlockId>,
    /// Who interrupted, where it is an interruption.
    pub who: Option<String>,
    /// Where, if she said so; else where its block is, or at school.
    #[serde(default)]
    pub place: Option<Place>,
    /// Kept to herself.
    #[serde(default)]
    pub private: bool,
}

/// Why nobody was at the computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Away {
    /// Nobody touched it.
    Idle,
    /// It slept.
    Sleep,
    /// It was locked.
    Lock,
    /// The daybook was closed.
    Closed,
}

/// A stretch of time on one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Piece {
    /// When it began.
    pub from: NaiveDateTime,
    /// When it ended; none while it runs.
    pub to: Option<NaiveDateTime>,
    /// Why nobody was there, if nobody was.
    pub away: Option<Away>,
}

/// One thing being done, and the time it had so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Layer {
    /// What.
    #[serde(flatten)]
    pub doing: Doing,
    /// Its time, in order.
    pub pieces: Vec<Piece>,
}

/// The timer. The last layer runs; each lies over the one it interrupted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Timer {
    /// What was begun first comes first.
    pub layers: Vec<Layer>,
}

impl Doing {
    /// Refuses texts that are too long.
    pub fn check(&self) -> Outcome<()> {
        at_most(&self.text, MOST_OF_A_TEXT, "text")?;
        at_most(self.who.as_deref().unwrap_or_default(), MOST_OF_A_NAME, "who")
    }
}

impl Layer {
    /// When it was begun.
    pub fn began(&self) -> Option<NaiveDateTime> {
        self.pieces.first().map(|piece| piece.from)
    }

    /// Minutes of work on it, up to now, as the clock on the wall counts them.
    pub fn minutes(&self, now: NaiveDateTime) -> u32 {
        let worked = self.pieces.iter().filter(|piece| piece.away.is_none());
        worked.map(|piece| stopped::minutes(piece.from, piece.to.unwrap_or_else(|| to_minute(now)))).sum()
    }
}

impl Timer {
    /// What runs now.
    pub fn running(&self) -> Option<&Layer> {
        self.layers.last()
    }

    /// Begins. Faults: `timer.running` where something runs already, `text.too_long`.
    pub fn start(&mut self, doing: Doing, now: NaiveDateTime) -> Outcome<()> {
        if !self.layers.is_empty() {
            return Err(Fault::new(
                "timer.running",
                "The timer runs already and goes on. Switch it, or say what interrupted.",
            ));
        }
        self.begin(doing, now)
    }

    /// Begins something else in the place of what runs, which ends; what lies under it goes on waiting.
    /// Faults: `timer.not_running`, `text.too_long`.
    pub fn switch(&mut self, doing: Doing, now: NaiveDateTime) -> Outcome<Stopped> {
        doing.check()?;
        let ended = self.end(now)?;
        self.begin(doing, now)?;
        Ok(ended)
    }

    /// Something breaks into what runs, which waits until it ends.
    /// Faults: `timer.not_running`, `timer.deep`, `text.too_long`.
    pub fn interrupt(&mut self, doing: Doing, now: NaiveDateTime) -> Outcome<()> {
        if self.layers.is_empty() {
            return Err(not_running());
        }
        if self.layers.len() > DEEPEST {
            let said =
                format!("That would be more than {DEEPEST} interruptions of each other. End some of them first.");
            return Err(Fault::new("timer.deep", said));
        }
        doing.check()?;
        self.close(now);
        self.begin(doing, now)
    }

    /// Nobody has been there since then. Nothing happens if the timer does not run, or knows already.
    pub fn away(&mut self, why: Away, since: NaiveDateTime) {
        let since = to_minute(since);
        if let Some(Piece { from, to: to @ None, away: None }) = self.last_piece() {
            let since = since.max(*from);
            *to = Some(since);
            self.open(since, Some(why));
        }
    }

    /// Somebody is there again, and goes on with what ran. Nothing happens if nobody was away.
    pub fn back(&mut self, now: NaiveDateTime) {
        if matches!(self.last_piece(), Some(Piece { to: None, away: Some(_), .. })) {
            self.close(now);
            self.open(to_minute(now), None);
        }
    }

    /// Ends what runs, and takes up again what it interrupted. Fault: `timer.not_running`.
    pub fn stop(&mut self, now: NaiveDateTime) -> Outcome<Stopped> {
        let ended = self.end(now)?;
        self.open(to_minute(now), None);
        Ok(ended)
    }

    /// Ends everything, as at the end of a day: what runs first, then what it interrupted.
    pub fn stop_all(&mut self, now: NaiveDateTime) -> Vec<Stopped> {
        std::iter::from_fn(|| self.end(now).ok()).collect()
    }

    /// Minutes of work on what runs, up to now, as the clock on the wall counts them.
    pub fn minutes(&self, now: NaiveDateTime) -> u32 {
        self.running().map_or(0, |layer| layer.minutes(now))
    }

    fn begin(&mut self, doing: Doing, now: NaiveDateTime) -> Outcome<()> {
        doing.check()?;
        self.layers.push(Layer { doing, pieces: Vec::new() });
        self.open(to_minute(now), None);
        Ok(())
    }

    fn end(&mut self, now: NaiveDateTime) -> Outcome<Stopped> {
        self.close(now);
        let layer = self.layers.pop().ok_or_else(not_running)?;
        Ok(stopped::told(layer, !self.layers.is_empty()))
    }

    fn open(&mut self, from: NaiveDateTime, away: Option<Away>) {
        if let Some(layer) = self.layers.last_mut() {
            layer.pieces.push(Piece { from, to: None, away });
        }
    }

    fn close(&mut self, now: NaiveDateTime) {
        if let Some(Piece { to: to @ None, .. }) = self.last_piece() {
            *to = Some(to_minute(now));
        }
    }

    fn last_piece(&mut self) -> Option<&mut Piece> {
        self.layers.last_mut()?.pieces.last_mut()
    }
}

fn not_running() -> Fault {
    Fault::new("timer.not_running", "The timer does not run, so nothing was changed. Start it first.")
}

/// The minute a moment lies in. What ends in a minute and what begins in it meet, so that none is counted twice.
fn to_minute(moment: NaiveDateTime) -> NaiveDateTime {
    moment.with_second(0).and_then(|moment| moment.with_nanosecond(0)).unwrap_or(moment)
}
