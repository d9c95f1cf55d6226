//! A stretch of time in the timetable: where it is drawn, and how its words are made to fit.

use super::{Setter, run};
use crate::blocks::Slot;
use crate::pattern::Pattern;
use crate::press::face::Face;
use crate::press::line::{Line, clip, wrap};
use crate::press::piece::Piece;
use crate::press::placed::{Drawn, Fill, weight};
use crate::press::role::{Look, Role};
use crate::press::tags::NodeId;

/// The smallest words.
const SMALLEST: f32 = 7.5;
/// How much taller than its time a stretch may be drawn for the sake of its words, in points: less than three lines.
const GROWS: f32 = 24.0;
/// Between the edges of a stretch and its words, in points.
const PAD: f32 = 0.8;
/// How much of a line is white above and below its letters, in points.
const WHITE: f32 = 2.0;

/// Where a stretch of time is drawn: as tall as it is long, and how tall it may be where nothing follows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placing {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    pub room: f32,
}

/// The words of a stretch.
pub(super) type Words = Vec<(Look, Line)>;

impl Setter<'_> {
    /// Draws a stretch of time, as tall as its words need. What marks its kind is never taller than the time it took.
    pub(super) fn slot(&self, piece: &mut Piece, node: NodeId, pattern: Pattern, place: Placing, words: Words) {
        let Placing { x, y, width, height, room } = place;
        let deep = deep(&words);
        let (y, length) = (y + 0.5, height - 1.0);
        let height = length.max((deep + PAD).min(room - 1.0));
        let spine = spine(pattern, width);
        let ground = match pattern {
            Pattern::Fixed | Pattern::AsItHappened => Fill::Tint,
            Pattern::Planned | Pattern::Lost | Pattern::Interruption | Pattern::OutOfHours => Fill::Outline,
        };
        piece.draw(Drawn::panel(x, y, width, height, ground));
        if spine > 0.0 {
            piece.draw(Drawn::panel(x, y, spine, length, pattern.fill()));
        }
        let left = x + spine + 3.0;
        let mut top = y + ((height - deep) / 2.0).min(PAD);
        for (look, line) in words {
            if pattern == Pattern::Lost {
                piece.draw(Drawn::across(left, top + look.baseline() - look.size * 0.27, line.width, weight::FINE));
            }
            piece.say(run(look, left, top, &line), node);
            top += look.leading;
        }
    }

    /// The words of a stretch, whole and as large as they fit: the title over its figures, then both in one run, then in
    /// a taller box where nothing follows, then the title alone. None where even that does not fit.
    pub(super) fn fit(&self, slot: &Slot, place: Placing) -> Option<Words> {
        let (title, figures) = (Role::SlotTitle.look(), Role::SlotFigures.look());
        let width = inner(slot.pattern, place.width);
        let height = place.height - 1.0 - PAD;
        let grown = (place.room - 1.0 - PAD).min(height + GROWS).max(height);
        let face = face(slot.pattern);
        let set = |look: Look, text: &str| {
            let lines = wrap(self.typeface, look.face, look.size, text, width);
            whole_words(&lines, text).then(|| lines.into_iter().map(|line| (look, line)).collect::<Words>())
        };
        let stacked = |size: f32| {
            let (title, figures) =
                (set(at(face, size), &slot.title)?, set(at(figures.face, figures.size.min(size)), &slot.figures)?);
            Some([title, figures].concat())
        };
        let running = |size: f32| set(at(face, size), &with_figures(slot).replace(" · ", " ·\u{a0}"));
        let shorter = |size: f32| match (running(size), stacked(size)) {
            (Some(running), Some(stacked)) if running.len() < stacked.len() => Some(running),
            (running, stacked) => stacked.or(running),
        };
        let alone = || set(at(face, SMALLEST), &slot.title);
        let within = |words: Option<Words>, height: f32| {
            // A single line may use the white around its letters.
            words.filter(|words| deep(words) - if words.len() > 1 { 0.0 } else { WHITE } <= height + 0.01)
        };
        within(stacked(title.size), height)
            .or_else(|| within(stacked(8.0), height))
            .or_else(|| within(stacked(SMALLEST), height))
            .or_else(|| within(running(8.0), height))
            .or_else(|| within(running(SMALLEST), height))
            .or_else(|| within(shorter(8.0), grown))
            .or_else(|| within(shorter(SMALLEST), grown))
            .or_else(|| within(alone(), height))
            .or_else(|| within(alone(), grown))
    }

    /// The words of a stretch whose own do not fit: the number under which they stand below, and as much of the title as
    /// two lines or more have room for, or else the figures.
    pub(super) fn refer(&self, slot: &Slot, number: usize, place: Placing) -> Words {
        let look = at(Face::Semibold, SMALLEST);
        let width = inner(slot.pattern, place.width);
        let room = ((place.height - 1.0 - PAD) / look.leading).floor() as usize;
        let set = |text: &str| wrap(self.typeface, look.face, look.size, text, width);
        let (short, long) = (format!("{number} · {}", slot.figures), format!("{number}  {}", slot.title));
        let mut lines = match (set(&short), set(&long)) {
            (_, long_lines) if room > 1 && whole_words(&long_lines, &long) => long_lines,
            (short, _) if !slot.figures.is_empty() && short.len() == 1 => short,
            _ => set(&number.to_string()),
        };
        let room = room.max(1);
        if lines.len() > room {
            let rest: Vec<&str> = lines[room - 1..].iter().map(|line| line.text.as_str()).collect();
            let last = clip(self.typeface, look.face, look.size, &rest.join(" "), width);
            lines.truncate(room - 1);
            lines.push(last);
        }
        lines.into_iter().map(|line| (look, line)).collect()
    }
}

/// How a stretch is read aloud: always in full, however little of it fits on the paper; where it is numbered, with its
/// number.
pub(super) fn spoken(slot: &Slot, number: Option<usize>) -> String {
    let number = number.map(|number| format!("number {number}, ")).unwrap_or_default();
    let said = with_figures(slot).replace(" · ", ", ");
    format!("{}, {number}{said}, {}", times(slot), slot.pattern.label())
}

/// From when to when: "19:30 to 20:15".
pub(super) fn times(slot: &Slot) -> String {
    format!("{} to {}", begins(slot), clock(slot.start.saturating_add(slot.minutes)))
}

/// From when: "19:30".
pub(super) fn begins(slot: &Slot) -> String {
    clock(slot.start)
}

fn clock(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// The title and the figures in one run.
pub(super) fn with_figures(slot: &Slot) -> String {
    if slot.figures.is_empty() { slot.title.clone() } else { format!("{} · {}", slot.title, slot.figures) }
}

/// How much room the words have beside what marks the kind of time, in points.
pub(super) fn inner(pattern: Pattern, width: f32) -> f32 {
    (width - spine(pattern, width) - 5.0).max(4.0)
}

/// How tall words are, in points.
pub(super) fn deep(words: &Words) -> f32 {
    words.iter().map(|(look, _)| look.leading).sum()
}

fn spine(pattern: Pattern, width: f32) -> f32 {
    match pattern {
        Pattern::Planned | Pattern::Lost | Pattern::Fixed => 0.0,
        Pattern::AsItHappened => 3.5,
        Pattern::Interruption | Pattern::OutOfHours if width < 40.0 => 4.0,
        Pattern::Interruption | Pattern::OutOfHours => 7.5,
    }
}

fn face(pattern: Pattern) -> Face {
    if pattern == Pattern::Fixed { Face::Regular } else { Role::SlotTitle.look().face }
}

fn at(face: Face, size: f32) -> Look {
    Look { face, size, leading: size * 1.14 }
}

/// Whether no word had to be broken to make these lines.
fn whole_words(lines: &[Line], text: &str) -> bool {
    let words = |text: &str| text.split_whitespace().count();
    let broken: usize = lines.iter().map(|line| words(&line.text)).sum();
    broken <= words(text) + text.matches(['-', '/', '–']).count()
}
