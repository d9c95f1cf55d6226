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

/// The least room that a line of words needs, in points: shorter stretches are drawn so tall.
pub(super) const SHORTEST: f32 = 8.4;
/// How far a stretch may begin below its time to make way for a short one above it, in points.
const GIVES_WAY: f32 = 3.5;
/// The smallest words.
const SMALLEST: f32 = 7.5;

/// Where a stretch of time is drawn.
#[derive(Clone, Copy)]
pub(super) struct Placing {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Which of how many strips beside each other a stretch is drawn in, and from where to where down the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lane {
    pub number: usize,
    pub of: usize,
    pub from: f32,
    pub to: f32,
}

/// Puts stretches that overlap beside each other, in order of time. Each is at least as tall as a line of words.
pub(super) fn lanes(stretches: &[(f32, f32)], depth: f32) -> Vec<(usize, Lane)> {
    let mut order: Vec<(usize, f32, f32)> = stretches
        .iter()
        .enumerate()
        .map(|(index, (from, to))| {
            let tall = (to - from).max(SHORTEST);
            let from = from.min(depth - tall).max(0.0);
            (index, from, from + tall)
        })
        .collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.2.total_cmp(&b.2)));
    let mut placed: Vec<(usize, Lane)> = Vec::new();
    let (mut begun, mut reach) = (0, f32::MIN);
    let mut free: Vec<f32> = Vec::new();
    for (index, from, to) in order {
        if from > reach - GIVES_WAY {
            settle(&mut placed[begun..], free.len());
            begun = placed.len();
            free = vec![reach];
        }
        let number = free.iter().position(|end| from > end - GIVES_WAY).unwrap_or(free.len());
        let from = free.get(number).map_or(from, |end| from.max(*end));
        let to = to.max(from + SHORTEST);
        match free.get_mut(number) {
            Some(end) => *end = to,
            None => free.push(to),
        }
        reach = reach.max(to);
        placed.push((index, Lane { number, of: 1, from, to }));
    }
    settle(&mut placed[begun..], free.len());
    placed
}

fn settle(cluster: &mut [(usize, Lane)], of: usize) {
    for (_, lane) in cluster {
        lane.of = of.max(1);
    }
}

impl Setter<'_> {
    /// Draws a stretch of time and says how it is read aloud: always in full, however little of it fits on the paper.
    pub(super) fn slot(&self, piece: &mut Piece, node: NodeId, slot: &Slot, place: Placing) -> String {
        let Placing { x, y, width, height } = place;
        let (y, height) = (y + 0.5, height - 1.0);
        let spine = match slot.pattern {
            Pattern::Planned | Pattern::Lost | Pattern::Fixed => 0.0,
            Pattern::AsItHappened => 3.5,
            Pattern::Interruption | Pattern::OutOfHours => {
                if width < 40.0 {
                    4.0
                } else {
                    7.5
                }
            }
        };
        let ground = match slot.pattern {
            Pattern::Fixed | Pattern::AsItHappened => Fill::Tint,
            Pattern::Planned | Pattern::Lost | Pattern::Interruption | Pattern::OutOfHours => Fill::Outline,
        };
        piece.draw(Drawn::panel(x, y, width, height, ground));
        if spine > 0.0 {
            piece.draw(Drawn::panel(x, y, spine, height, slot.pattern.fill()));
        }
        let left = x + spine + 3.0;
        let lines = self.fit(slot, (x + width - left - 2.0).max(4.0), height - 0.6);
        let deep: f32 = lines.iter().map(|(look, _)| look.leading).sum();
        let mut top = y + ((height - deep) / 2.0).min(0.6);
        for (look, line) in lines {
            if slot.pattern == Pattern::Lost {
                piece.draw(Drawn::across(left, top + look.baseline() - look.size * 0.27, line.width, weight::FINE));
            }
            piece.say(run(look, left, top, &line), node);
            top += look.leading;
        }
        let clock = |minutes: u32| format!("{}:{:02}", minutes / 60, minutes % 60);
        let mut spoken =
            format!("{} to {}, {}", clock(slot.start), clock(slot.start.saturating_add(slot.minutes)), slot.title);
        if !slot.figures.is_empty() {
            spoken = format!("{spoken}, {}", slot.figures);
        }
        format!("{spoken}, {}", slot.pattern.label())
    }

    /// The words of a stretch, as large as they fit: the title over its figures, then both in one run, then the title
    /// alone, then as many lines as there is room for, ended with an ellipsis.
    fn fit(&self, slot: &Slot, width: f32, height: f32) -> Vec<(Look, Line)> {
        let (title, figures) = (Role::SlotTitle.look(), Role::SlotFigures.look());
        let face = if slot.pattern == Pattern::Fixed { Face::Regular } else { title.face };
        let at = |face: Face, size: f32| Look { face, size, leading: size * 1.14 };
        let set = |look: Look, text: &str| wrap(self.typeface, look.face, look.size, text, width);
        let fits = |lines: &[Line], look: Look, text: &str, under: f32| {
            lines.len() as f32 * look.leading + under <= height && whole_words(lines, text)
        };
        for size in [title.size, 8.0, SMALLEST] {
            let (look, small) = (at(face, size), at(figures.face, figures.size.min(size)));
            let (titles, under) = (set(look, &slot.title), set(small, &slot.figures));
            if fits(&titles, look, &slot.title, under.len() as f32 * small.leading) {
                return titles
                    .into_iter()
                    .map(|line| (look, line))
                    .chain(under.into_iter().map(|line| (small, line)))
                    .collect();
            }
        }
        let look = at(face, SMALLEST);
        let both =
            if slot.figures.is_empty() { slot.title.clone() } else { format!("{} · {}", slot.title, slot.figures) };
        for text in [&both, &slot.title] {
            let lines = set(look, text);
            if fits(&lines, look, text, 0.0) {
                return lines.into_iter().map(|line| (look, line)).collect();
            }
        }
        let room = ((height / look.leading).floor() as usize).max(1);
        let mut lines = set(look, &slot.title);
        if lines.len() > room {
            let rest: Vec<&str> = lines[room - 1..].iter().map(|line| line.text.as_str()).collect();
            let last = clip(self.typeface, look.face, look.size, &rest.join(" "), width);
            lines.truncate(room - 1);
            lines.push(last);
        }
        lines.into_iter().map(|line| (look, line)).collect()
    }
}

/// Whether no word had to be broken to make these lines.
fn whole_words(lines: &[Line], text: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let broken: usize = lines.iter().map(|line| words(&line.text).len()).sum();
    broken <= words(text).len() + text.matches(['-', '/', '–']).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(stretches: &[(f32, f32)]) -> Vec<(usize, usize, usize)> {
        lanes(stretches, 400.0).into_iter().map(|(index, lane)| (index, lane.number, lane.of)).collect()
    }

    #[test]
    fn what_follows_stands_below_and_what_overlaps_stands_beside() {
        assert_eq!(places(&[(0.0, 40.0), (40.0, 80.0)]), [(0, 0, 1), (1, 0, 1)]);
        assert_eq!(places(&[(0.0, 40.0), (20.0, 60.0), (40.0, 90.0)]), [(0, 0, 2), (1, 1, 2), (2, 0, 2)]);
    }

    #[test]
    fn a_stretch_of_no_time_still_has_room_for_its_words() {
        let placed = lanes(&[(395.0, 395.0)], 400.0);
        assert!(placed[0].1.to - placed[0].1.from > SHORTEST - 0.01 && placed[0].1.to < 400.01);
    }
}
