//! A placed page as an SVG picture: the same page on the screen, and on paper through a webview.

use crate::press::face::{Face, Typeface};
use crate::press::fingerprint;
use crate::press::placed::{
    DOTS, Drawn, Fill, HATCH, INK, PAPER, Panel, PlacedPage, TINT, TextRun, rule_colour, weight,
};
use std::fmt::Write;

/// The picture of a page. Its pattern names are its own, so that several pages can stand in one document.
pub fn to_svg(page: &PlacedPage) -> String {
    let (width, height) = (page.width, page.height);
    let own = format!("p{:08x}-{}", fingerprint([page.title.as_bytes()]) as u32, page.number);
    let ink = colour(INK);
    let typeface = Typeface::open().ok();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{label}\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}pt\" height=\"{height}pt\" font-family=\"'Source Sans 3', 'Source Sans 3 Variable', sans-serif\" fill=\"{ink}\">\
         <defs>\
         <pattern id=\"{own}-hatched\" width=\"{HATCH}\" height=\"{HATCH}\" patternUnits=\"userSpaceOnUse\"><rect width=\"{HATCH}\" height=\"{HATCH}\" fill=\"#ffffff\"/>\
         <path d=\"M-1 1L1 -1M0 {HATCH}L{HATCH} 0M{over} {HATCH_UP}L{HATCH_UP} {over}\" stroke=\"{ink}\" stroke-width=\"{fine}\"/></pattern>\
         <pattern id=\"{own}-dotted\" width=\"{DOTS}\" height=\"{DOTS}\" patternUnits=\"userSpaceOnUse\"><rect width=\"{DOTS}\" height=\"{DOTS}\" fill=\"#ffffff\"/>\
         <circle cx=\"{dot}\" cy=\"{dot}\" r=\"0.55\" fill=\"{ink}\"/></pattern>\
         </defs><rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>",
        label = escape(&page.label()),
        over = HATCH - 1.0,
        HATCH_UP = HATCH + 1.0,
        dot = DOTS / 2.0,
        fine = weight::FINE,
    );
    for mark in &page.marks {
        match &mark.drawn {
            Drawn::Text(run) => {
                let style = match run.face {
                    Face::Regular => "",
                    Face::Semibold => " font-weight=\"600\"",
                    Face::Italic => " font-style=\"italic\"",
                };
                let _ = write!(out, "<text y=\"{}\" font-size=\"{}\"{style}>", run.y, run.size);
                // Each word where it stands on the paper and as wide as it is there: a viewer that rounds the widths of
                // letters may neither close the gaps between words nor widen them.
                for (x, width, word) in words(typeface.as_ref(), run) {
                    let _ = write!(
                        out,
                        "<tspan x=\"{x}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\">{}</tspan>",
                        escape(word)
                    );
                }
                out.push_str("</text>");
            }
            Drawn::Rule(rule) => {
                let dots = if rule.dotted {
                    format!(" stroke-dasharray=\"0 {DOTS}\" stroke-linecap=\"round\"")
                } else {
                    String::new()
                };
                let _ = write!(
                    out,
                    "<path d=\"M{} {}L{} {}\" stroke=\"{}\" stroke-width=\"{}\"{dots}/>",
                    rule.from.0,
                    rule.from.1,
                    rule.to.0,
                    rule.to.1,
                    colour(rule_colour(rule.weight)),
                    rule.weight
                );
            }
            Drawn::Panel(panel) => panel_svg(&mut out, panel, &own, &ink),
        }
    }
    out.push_str("</svg>");
    out
}

/// The words of a run, where each begins and how wide it is; without a typeface to measure with, the whole run as one.
fn words<'r>(typeface: Option<&'r Typeface>, run: &'r TextRun) -> impl Iterator<Item = (f32, f32, &'r str)> {
    let hundredth = |points: f32| (points * 100.0).round() / 100.0;
    let mut x = run.x;
    let pieces = run.text.split_inclusive(if typeface.is_some() { ' ' } else { '\n' });
    pieces.filter_map(move |piece| {
        let (begins, word) = (hundredth(x), piece.trim_end());
        let wide = |text: &str| typeface.map_or(run.width, |typeface| typeface.width(run.face, run.size, text));
        x += wide(piece);
        (!word.is_empty()).then(|| (begins, hundredth(wide(word)), word))
    })
}

fn panel_svg(out: &mut String, panel: &Panel, own: &str, ink: &str) {
    let Panel { x, y, width, height, fill } = *panel;
    let (ground, edge) = match fill {
        Fill::Outline | Fill::Struck => (colour(PAPER), true),
        Fill::Solid => (ink.to_owned(), false),
        Fill::Tint => (colour(TINT), false),
        Fill::Hatched => (format!("url(#{own}-hatched)"), true),
        Fill::Dotted => (format!("url(#{own}-dotted)"), true),
    };
    let edge = if edge { format!(" stroke=\"{ink}\" stroke-width=\"{}\"", weight::FINE) } else { String::new() };
    let _ = write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{ground}\"{edge}/>");
    if fill == Fill::Struck {
        let middle = y + height / 2.0;
        let _ =
            write!(out, "<path d=\"M{x} {middle}H{}\" stroke=\"{ink}\" stroke-width=\"{}\"/>", x + width, weight::FINE);
    }
}

fn colour((r, g, b): (u8, u8, u8)) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace(|c: char| c.is_control(), " ")
}
