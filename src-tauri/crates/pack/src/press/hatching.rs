//! The lines that a hatched panel and a dotted one are drawn with; whoever draws them clips them to the panel.

use crate::press::placed::{DOTS, HATCH, Panel, Rule, weight};

/// Slanting lines across a panel.
pub fn slants(panel: &Panel) -> impl Iterator<Item = Rule> {
    let Panel { x, y, width, height, .. } = *panel;
    steps(x - height, x + width, HATCH).map(move |x| Rule {
        from: (x, y + height),
        to: (x + height, y),
        weight: weight::FINE,
        dotted: false,
    })
}

/// Rows of dots across a panel.
pub fn dots(panel: &Panel) -> impl Iterator<Item = Rule> {
    let Panel { x, y, width, height, .. } = *panel;
    steps(y + DOTS / 2.0, y + height, DOTS).map(move |y| Rule {
        from: (x + DOTS / 2.0, y),
        to: (x + width, y),
        weight: 1.1,
        dotted: true,
    })
}

fn steps(from: f32, to: f32, step: f32) -> impl Iterator<Item = f32> {
    (0u16..).map(move |n| from + f32::from(n) * step).take_while(move |at| *at < to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::placed::Fill;

    #[test]
    fn a_panel_is_covered_from_edge_to_edge_and_no_panel_takes_forever() {
        let panel = Panel { x: 10.0, y: 20.0, width: 32.0, height: 16.0, fill: Fill::Hatched };
        let lines: Vec<Rule> = slants(&panel).collect();
        assert_eq!((lines[0].to, lines.len()), ((10.0, 20.0), 15));
        assert_eq!(dots(&panel).count(), 5);
        assert_eq!(slants(&Panel { width: -50.0, height: 0.0, ..panel }).count(), 0);
    }
}
