//! Placed pages into page operations. The only module that knows printpdf.

use crate::error::PackError;
use crate::press::face::{Face, Typeface};
use crate::press::hatching::{dots, slants};
use crate::press::placed::{
    DOTS, Drawn, Fill, INK, Mark, PAPER, Panel, PlacedPage, Rule, TINT, TextRun, rule_colour, weight,
};
use crate::press::subset::{CutFace, cut};
use crate::press::tags_pdf::Sheets;
use printpdf::{
    Color, DictItem, FontId, FontMetrics, Line, LineCapStyle, LineDashPattern, LinePoint, Op, PaintMode, ParsedFont,
    PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rect, Rgb, TextItem, TextMatrix,
    to_lopdf_doc,
};
use std::collections::BTreeMap;

/// Draws the pages; marked content is numbered in the order of the runs of each page.
pub fn draw(typeface: &Typeface, pages: &[PlacedPage]) -> Result<Sheets, PackError> {
    let mut pdf = PdfDocument::new("");
    for (face, cut) in cut(typeface, pages)? {
        pdf.resources.fonts.map.insert(font_id(face), PdfFont::new(parsed(face, cut)));
    }
    pdf.pages = pages.iter().map(|page| Pen::new(typeface, page.height).page(page)).collect();
    let options = PdfSaveOptions { optimize: false, ..PdfSaveOptions::default() };
    let mut warnings = Vec::new();
    Ok(to_lopdf_doc(&pdf, &options, &mut warnings))
}

fn font_id(face: Face) -> FontId {
    FontId(match face {
        Face::Regular => "Regular".to_owned(),
        Face::Semibold => "Semibold".to_owned(),
        Face::Italic => "Italic".to_owned(),
    })
}

fn parsed(face: Face, cut: CutFace) -> ParsedFont {
    let metrics = FontMetrics { ascent: 1000, descent: -326 };
    let mut font = ParsedFont::with_glyph_data(cut.program, 0, Some(cut.name), cut.glyphs, cut.widths, 1000, metrics);
    let described = &mut font.pdf_font_metrics;
    (described.x_min, described.y_min, described.x_max, described.y_max) = (-454, -382, 2159, 1052);
    described.us_weight_class = if face == Face::Semibold { 600 } else { 400 };
    if face == Face::Italic {
        (described.caret_slope_rise, described.caret_slope_run) = (1000, 213);
    }
    font
}

/// What the page operations have set so far, so that nothing is set twice.
#[derive(Default, Clone, PartialEq)]
struct State {
    font: Option<(Face, f32)>,
    fill: Option<(u8, u8, u8)>,
    stroke: Option<(u8, u8, u8)>,
    weight: Option<f32>,
    dotted: bool,
}

struct Pen<'t> {
    typeface: &'t Typeface,
    height: f32,
    ops: Vec<Op>,
    state: State,
}

impl<'t> Pen<'t> {
    fn new(typeface: &'t Typeface, height: f32) -> Self {
        Self { typeface, height, ops: Vec::new(), state: State::default() }
    }

    fn page(mut self, page: &PlacedPage) -> PdfPage {
        let mut number = 0;
        for (tag, marks) in page.runs() {
            match tag {
                Some(_) => {
                    let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]);
                    self.ops.push(Op::BeginMarkedContentWithProperties {
                        tag: "Span".to_owned(),
                        properties: DictItem::Dict { map },
                    });
                    number += 1;
                }
                None => {
                    // Words that are not read aloud are repeated on every page or at every hour; the rest is decoration.
                    let words = marks.iter().any(|mark| matches!(mark.drawn, Drawn::Text(_)));
                    let kind = if words { "Pagination" } else { "Layout" };
                    let map = BTreeMap::from([("Type".to_owned(), DictItem::Name(kind.into()))]);
                    self.ops.push(Op::BeginMarkedContentWithProperties {
                        tag: "Artifact".to_owned(),
                        properties: DictItem::Dict { map },
                    });
                }
            }
            self.marks(marks);
            self.ops.push(Op::EndMarkedContent);
        }
        let mut sheet = PdfPage::new(Pt(page.width).into(), Pt(page.height).into(), self.ops);
        let edge = Rect {
            x: Pt(0.0),
            y: Pt(0.0),
            width: Pt(page.width),
            height: Pt(page.height),
            mode: None,
            winding_order: None,
        };
        (sheet.media_box, sheet.trim_box, sheet.crop_box) = (edge.clone(), edge.clone(), edge);
        sheet
    }

    fn marks(&mut self, marks: &[Mark]) {
        let mut writing = false;
        for mark in marks {
            let text = matches!(mark.drawn, Drawn::Text(_));
            if text != writing {
                self.ops.push(if text { Op::StartTextSection } else { Op::EndTextSection });
                writing = text;
            }
            match &mark.drawn {
                Drawn::Text(run) => self.text(run),
                Drawn::Rule(rule) => self.rule(rule),
                Drawn::Panel(panel) => self.panel(panel),
            }
        }
        if writing {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn text(&mut self, run: &TextRun) {
        if self.state.font != Some((run.face, run.size)) {
            self.state.font = Some((run.face, run.size));
            self.ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(run.face)), size: Pt(run.size) });
        }
        self.fill(INK);
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(run.x), Pt(self.up(run.y))) });
        let mut items = Vec::new();
        let mut text = String::new();
        for glyph in self.typeface.glyphs(run.face, &run.text) {
            text.push(glyph.character);
            if glyph.kern != 0 {
                items.push(TextItem::Text(std::mem::take(&mut text)));
                items.push(TextItem::Offset(-glyph.kern as f32));
            }
        }
        if !text.is_empty() {
            items.push(TextItem::Text(text));
        }
        self.ops.push(Op::ShowText { items });
    }

    fn rule(&mut self, rule: &Rule) {
        self.stroke(rule.weight, rule.dotted);
        self.segment(rule.from, rule.to);
    }

    fn panel(&mut self, panel: &Panel) {
        match panel.fill {
            Fill::Outline => {
                self.ground(panel, PAPER);
                self.outline(panel);
            }
            Fill::Solid => self.ground(panel, INK),
            Fill::Tint => self.ground(panel, TINT),
            Fill::Struck => {
                self.ground(panel, PAPER);
                self.outline(panel);
                let middle = panel.y + panel.height / 2.0;
                self.segment((panel.x, middle), (panel.x + panel.width, middle));
            }
            Fill::Hatched => self.filled_with(panel, slants(panel)),
            Fill::Dotted => self.filled_with(panel, dots(panel)),
        }
    }

    /// Draws lines within a panel's edges, forgets what was set meanwhile, and draws the edges.
    fn filled_with(&mut self, panel: &Panel, lines: impl Iterator<Item = Rule>) {
        self.ground(panel, PAPER);
        let before = self.state.clone();
        self.ops.push(Op::SaveGraphicsState);
        self.rectangle(panel, PaintMode::Clip);
        lines.for_each(|line| self.rule(&line));
        self.ops.push(Op::RestoreGraphicsState);
        self.state = before;
        self.outline(panel);
    }

    fn outline(&mut self, panel: &Panel) {
        self.stroke(weight::FINE, false);
        self.rectangle(panel, PaintMode::Stroke);
    }

    fn ground(&mut self, panel: &Panel, colour: (u8, u8, u8)) {
        self.fill(colour);
        self.rectangle(panel, PaintMode::Fill);
    }

    fn rectangle(&mut self, panel: &Panel, mode: PaintMode) {
        let rectangle = Rect {
            x: Pt(panel.x),
            y: Pt(self.up(panel.y + panel.height)),
            width: Pt(panel.width),
            height: Pt(panel.height),
            mode: Some(mode),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn segment(&mut self, from: (f32, f32), to: (f32, f32)) {
        let end = |(x, y): (f32, f32)| LinePoint { p: Point { x: Pt(round(x)), y: Pt(self.up(y)) }, bezier: false };
        let line = Line { points: vec![end(from), end(to)], is_closed: false };
        self.ops.push(Op::DrawLine { line });
    }

    fn fill(&mut self, colour: (u8, u8, u8)) {
        if self.state.fill.replace(colour) != Some(colour) {
            self.ops.push(Op::SetFillColor { col: shade(colour) });
        }
    }

    fn stroke(&mut self, weight: f32, dotted: bool) {
        let colour = rule_colour(weight);
        if self.state.stroke.replace(colour) != Some(colour) {
            self.ops.push(Op::SetOutlineColor { col: shade(colour) });
        }
        if self.state.weight.replace(weight) != Some(weight) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(weight) });
        }
        if self.state.dotted != dotted {
            self.state.dotted = dotted;
            // A dash of no length with a round cap is a dot.
            let (dash, cap) = if dotted {
                (LineDashPattern::new(0.0, &[0.0, DOTS]), LineCapStyle::Round)
            } else {
                (LineDashPattern::solid(), LineCapStyle::Butt)
            };
            self.ops.push(Op::SetLineDashPattern { dash });
            self.ops.push(Op::SetLineCapStyle { cap });
        }
    }

    /// From the top of the page down becomes from the bottom up.
    fn up(&self, y: f32) -> f32 {
        round(self.height - y)
    }
}

fn round(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

fn shade((r, g, b): (u8, u8, u8)) -> Color {
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: part(r), g: part(g), b: part(b), icc_profile: None })
}
