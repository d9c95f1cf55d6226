//! Lanes: stretches of time that overlap, put beside each other in a strip.

/// The least room that a line of words needs, in points: shorter stretches are drawn so tall.
pub(super) const SHORTEST: f32 = 8.4;
/// How far a stretch may begin below its time to make way for a short one above it, in points.
const GIVES_WAY: f32 = 3.5;
/// What counts as touching, in points.
const HAIR: f32 = 0.01;

/// Where in a strip a stretch is drawn: from which of how many lanes over how many of them, from where to where down the
/// page, and how far down nothing else is drawn, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lane {
    pub number: usize,
    pub span: usize,
    pub of: usize,
    pub from: f32,
    pub to: f32,
    pub room: f32,
}

impl Lane {
    fn shares_width(self, other: Self) -> bool {
        let edge = |lane: usize, of: usize| lane as f32 / of as f32;
        edge(self.number, self.of) < edge(other.number + other.span, other.of) - HAIR
            && edge(other.number, other.of) < edge(self.number + self.span, self.of) - HAIR
    }

    fn shares_height(self, other: Self) -> bool {
        self.from < other.to - HAIR && other.from < self.to - HAIR
    }
}

/// Puts stretches that overlap beside each other, in order of time, in at most so many lanes; what finds no lane is left
/// out. Each is at least as tall as a line of words, and as broad as the lanes beside it are empty.
pub(super) fn lanes(stretches: &[(f32, f32)], depth: f32, most: usize) -> Vec<(usize, Lane)> {
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
    let (mut begun, mut above, mut reach) = (0, f32::MIN, f32::MIN);
    let mut free: Vec<f32> = Vec::new();
    for (index, from, to) in order {
        if from > reach - GIVES_WAY && reach.max(from) + SHORTEST <= depth + HAIR {
            settle(&mut placed[begun..], free.len());
            begun = placed.len();
            (free, above) = (Vec::new(), reach);
        }
        let gives_way = |end: &f32| from > end - GIVES_WAY && from.max(*end) + SHORTEST <= depth + HAIR;
        let number = free.iter().position(gives_way).unwrap_or(free.len());
        if number >= most.max(1) {
            continue;
        }
        // The first in its lane makes way for what stands above all of them.
        let from = from.max(free.get(number).copied().unwrap_or(above));
        let to = to.max(from + SHORTEST);
        match free.get_mut(number) {
            Some(end) => *end = to,
            None => free.push(to),
        }
        reach = reach.max(to);
        placed.push((index, Lane { number, span: 1, of: 1, from, to, room: depth }));
    }
    settle(&mut placed[begun..], free.len());
    spread(&mut placed);
    placed
}

fn settle(cluster: &mut [(usize, Lane)], of: usize) {
    for (_, lane) in cluster {
        lane.of = of.max(1);
    }
}

/// Gives each stretch the empty lanes on its right, and the room below it.
fn spread(placed: &mut [(usize, Lane)]) {
    for index in 0..placed.len() {
        loop {
            let (_, lane) = placed[index];
            let wider = Lane { span: lane.span + 1, ..lane };
            let free = wider.number + wider.span <= wider.of
                && !placed.iter().enumerate().any(|(other, (_, lane))| {
                    other != index && wider.shares_width(*lane) && wider.shares_height(*lane)
                });
            if !free {
                break;
            }
            placed[index].1 = wider;
        }
    }
    for index in 0..placed.len() {
        let (_, lane) = placed[index];
        let below = placed.iter().map(|(_, other)| *other);
        let next = below.filter(|other| other.shares_width(lane) && other.from > lane.to - HAIR);
        placed[index].1.room = next.map(|other| other.from).fold(lane.room, f32::min);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places(stretches: &[(f32, f32)]) -> Vec<(usize, usize, usize, usize)> {
        let placed = lanes(stretches, 400.0, 9);
        placed.into_iter().map(|(index, lane)| (index, lane.number, lane.span, lane.of)).collect()
    }

    #[test]
    fn what_follows_stands_below_and_what_overlaps_stands_beside() {
        assert_eq!(places(&[(0.0, 40.0), (40.0, 80.0)]), [(0, 0, 1, 1), (1, 0, 1, 1)]);
        assert_eq!(places(&[(0.0, 40.0), (20.0, 60.0), (40.0, 90.0)]), [(0, 0, 1, 2), (1, 1, 1, 2), (2, 0, 1, 2)]);
    }

    #[test]
    fn an_empty_lane_beside_a_stretch_is_its_own() {
        let placed = places(&[(0.0, 40.0), (20.0, 90.0), (30.0, 60.0), (62.0, 90.0)]);
        assert_eq!(placed, [(0, 0, 1, 3), (1, 1, 1, 3), (2, 2, 1, 3), (3, 0, 1, 3)]);
        let placed = places(&[(0.0, 100.0), (0.0, 30.0), (0.0, 30.0), (50.0, 90.0)]);
        assert_eq!(placed.last(), Some(&(3, 0, 2, 3)));
    }

    #[test]
    fn the_room_below_reaches_to_the_next_stretch_or_to_the_end() {
        let placed = lanes(&[(0.0, 10.0), (30.0, 40.0)], 400.0, 9);
        assert_eq!(placed.iter().map(|(_, lane)| lane.room).collect::<Vec<_>>(), [30.0, 400.0]);
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_over_anything_else_or_past_the_end(
            stretches in prop::collection::vec((0.0f32..400.0, 0.0f32..120.0), 0..90),
            most in 1usize..5,
        ) {
            let stretches: Vec<(f32, f32)> = stretches.into_iter().map(|(from, tall)| (from, (from + tall).min(400.0))).collect();
            let placed = lanes(&stretches, 400.0, most);
            for (index, (_, lane)) in placed.iter().enumerate() {
                prop_assert!(lane.number + lane.span <= lane.of && lane.of <= most);
                prop_assert!(lane.from >= 0.0 && lane.to <= 400.02 && lane.room >= lane.to - 0.02, "{lane:?}");
                for (_, other) in &placed[index + 1..] {
                    prop_assert!(!(lane.shares_width(*other) && lane.shares_height(*other)), "{lane:?} {other:?}");
                }
            }
        }
    }
}
