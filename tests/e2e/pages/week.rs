//! The week's timetable, by mouse, and what stands under it.

use anyhow::{Context, Result};
use daybook_tests::window::Window;
use serde_json::json;

pub struct Week<'a>(pub &'a Window);

const AREA: &str = ".timetable [role=application]";

/// A weekday, counted from Monday, and a time of day such as `9:30`.
pub type Moment = (u8, &'static str);

impl Week<'_> {
    pub fn show(&self, face: &str) -> Result<()> {
        self.0.turn(face)?;
        self.0.wait(".timetable")
    }

    /// Draws a stretch of empty time with the mouse; the form for it opens.
    pub fn draw(&self, day: u8, from: &'static str, to: &'static str) -> Result<()> {
        let (from, to) = (self.point((day, from))?, self.point((day, to))?);
        self.0.drag((AREA, from), (AREA, to))?;
        self.0.wait_text("[role=dialog] h2", "Lay a block")
    }

    /// Draws a block and says what it is for.
    pub fn lay(&self, day: u8, from: &'static str, to: &'static str, title: &str, kind: &str) -> Result<()> {
        self.draw(day, from, to)?;
        self.0.type_in("What for", title)?;
        self.0.find_in("Kind of work", kind, kind)?;
        self.0.click_named("[role=dialog] button", "Lay it")?;
        self.0.wait_gone("[role=dialog]")?;
        self.has(title)
    }

    /// Takes hold of a block in the middle and puts its beginning at another moment.
    pub fn move_to(&self, title: &str, from: Moment, to: Moment) -> Result<()> {
        let (mut from, mut to) = (self.point(from)?, self.point(to)?);
        // A little below its beginning, clear of the edge that stretches it.
        from.1 += 6.0;
        to.1 += 6.0;
        self.0.drag((AREA, from), (AREA, to))?;
        self.has(title)
    }

    /// Pulls the lower edge of a block to another time of its day.
    pub fn stretch(&self, day: u8, end: &'static str, to: &'static str) -> Result<()> {
        let (mut from, to) = (self.point((day, end))?, self.point((day, to))?);
        from.1 -= 4.0;
        self.0.drag((AREA, from), (AREA, to))
    }

    /// Drags a task of those to plan onto a day, at a time low enough for both to be in sight.
    pub fn drag_task(&self, title: &str, to: Moment) -> Result<()> {
        let to = self.point(to)?;
        let here = "const rows = [...document.querySelectorAll('[aria-labelledby=to-plan] li')];
            const at = rows.findIndex((one) => one.innerText.includes(arguments[0]));
            rows[at]?.scrollIntoView({ block: 'end' }); return at";
        self.0.wait_text("[aria-labelledby=to-plan]", title)?;
        let at = self.0.script(here, &[json!(title)])?.as_i64().filter(|at| *at >= 0).context("it is to be planned")?;
        let row = format!("[aria-labelledby=to-plan] li:nth-child({})", at + 1);
        self.0.drag((&row, (24.0, 16.0)), (AREA, to))
    }

    /// Waits for a piece whose label contains this.
    pub fn has(&self, label: &str) -> Result<()> {
        self.0.wait_named(&format!("{AREA} [data-piece]"), label)
    }

    pub fn press(&self, button: &str) -> Result<()> {
        self.0.click_named("#screen button", button)
    }

    /// Goes to a pack of this week.
    pub fn print(&self, pack: &str) -> Result<()> {
        self.0.press_named("#screen button", "Print")?;
        self.0.press_named("[role=menuitem]", pack)?;
        self.0.wait_text("#screen h1", "Packs")
    }

    /// How far the week has come: `Plan frozen on ...`.
    pub fn stands(&self, words: &str) -> Result<()> {
        self.0.wait_text(".how-far", words)
    }

    /// What still stands in the way, in the words shown.
    pub fn blockers(&self) -> Result<Vec<String>> {
        self.0.texts(".blocker.blocks")
    }

    /// Opens a figure by its label; the minutes it shows, and those of each row and of the sum it opened.
    pub fn open_figure(&self, label: &str) -> Result<(u32, Vec<u32>, u32)> {
        let shown = self.0.script(
            "const one = [...document.querySelectorAll('.figures .figure')].find((one) =>
                one.querySelector('.label')?.innerText === arguments[0]); return one?.querySelector('.value').innerText",
            &[json!(label)],
        )?;
        self.0.click_named(".figures .figure", label)?;
        self.0.wait_text("[role=dialog] h2", label)?;
        let cells = self.0.texts("[role=dialog] tbody td.figure-text")?;
        let sum = self.0.text("[role=dialog] tfoot td.figure-text")?;
        let cells = cells.iter().map(|cell| minutes(cell)).collect::<Result<_>>()?;
        Ok((minutes(shown.as_str().unwrap_or_default())?, cells, minutes(&sum)?))
    }

    /// Where a moment lies in the timetable, once both ends of the working day are drawn.
    fn point(&self, (day, time): Moment) -> Result<(f64, f64)> {
        self.0.wait(AREA)?;
        self.0.script("document.querySelector(arguments[0]).scrollIntoView({ block: 'end' })", &[json!(AREA)])?;
        self.0.at_rest(AREA)?;
        let (hour, minute) = time.split_once(':').context("a time is written 9:30")?;
        let minutes: f64 = hour.parse::<f64>()? * 60.0 + minute.parse::<f64>()?;
        let place = "const [css, day, minute] = arguments;
            const area = document.querySelector(css);
            const box = area.getBoundingClientRect();
            const [days, hours] = ['--days', '--hours'].map((name) => Number(getComputedStyle(area).getPropertyValue(name)));
            const [first, past] = document.querySelector('.ruler span').innerText.split(':').map(Number);
            const across = box.width * (day + 0.25) / days;
            return [across, box.height * (minute - first * 60 - past) / (hours * 60)]";
        let said = self.0.script(place, &[json!(AREA), json!(day), json!(minutes)])?;
        Ok((said[0].as_f64().context("no place")?, said[1].as_f64().context("no place")?))
    }
}

/// Reads a length as it is shown: `1 h 25 min`, `45 min`, `2 h`, `−15 min`.
pub fn minutes(shown: &str) -> Result<u32> {
    let words: Vec<&str> = shown.split_whitespace().collect();
    words.chunks(2).try_fold(0, |sum, pair| match pair {
        [number, "h"] => Ok(sum + 60 * number.parse::<u32>()?),
        [number, "min"] => Ok(sum + number.parse::<u32>()?),
        _ => anyhow::bail!("not a length: {shown}"),
    })
}
