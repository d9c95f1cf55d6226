//! Placed pages in words, a line to a mark: for snapshots, and to see what was put where.

use crate::press::placed::{Drawn, PlacedPage};
use std::fmt::Write;

/// A page in words.
pub fn dump(page: &PlacedPage) -> String {
    let mut out = format!("{} ({} x {})\n", page.label(), page.width, page.height);
    for (tag, marks) in page.runs() {
        match tag {
            Some(node) => {
                let _ = writeln!(out, "#{}", node.0);
            }
            None => out.push_str("furniture\n"),
        }
        for mark in marks {
            let _ = match &mark.drawn {
                Drawn::Text(run) => writeln!(
                    out,
                    "  {:>6} {:>6}  {:?} {} “{}” {}",
                    run.x, run.y, run.face, run.size, run.text, run.width
                ),
                Drawn::Rule(rule) => {
                    let kind = if rule.dotted { "dots" } else { "rule" };
                    writeln!(
                        out,
                        "  {:>6} {:>6}  {kind} to {} {}, {}",
                        rule.from.0, rule.from.1, rule.to.0, rule.to.1, rule.weight
                    )
                }
                Drawn::Panel(panel) => writeln!(
                    out,
                    "  {:>6} {:>6}  {:?} {} x {}",
                    panel.x, panel.y, panel.fill, panel.width, panel.height
                ),
            };
        }
    }
    out
}
