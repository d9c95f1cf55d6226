//! The school, its year and its hours, as steps of the set-up or in Settings.

use anyhow::Result;
use daybook_tests::window::Window;

pub struct Settings<'a>(pub &'a Window);

impl Settings<'_> {
    /// Opens a section of Settings.
    pub fn open(&self, section: &str) -> Result<()> {
        self.0.click_named("nav[aria-label='Sections of Settings'] button", section)?;
        self.0.wait_text("#section-title", section)?;
        self.0.wait_gone("#screen .busy")
    }

    /// The heading of the step that is shown.
    pub fn at_step(&self, title: &str) -> Result<()> {
        self.0.wait_text("#screen h1", title)
    }

    pub fn save_and_go_on(&self) -> Result<()> {
        self.0.click_named("#screen button[type=submit]", "Save and go on")
    }

    pub fn type_half_term(&self, name: &str, first: &str, last: &str) -> Result<()> {
        self.0.type_in(&format!("First day of {name}"), first)?;
        self.0.type_in(&format!("Last day of {name}"), last)
    }

    /// Adds an INSET day; the field for its date takes the focus by itself.
    pub fn add_inset_day(&self, date: &str, name: &str) -> Result<()> {
        let before = self.0.count("ul.ruled li input")?;
        self.0.click_named("#screen button", "Add a day")?;
        self.0.wait(&format!("ul.ruled li:nth-child({})", before / 2 + 1))?;
        self.0.write(date)?;
        self.0.keys("Tab")?;
        let row = format!("ul.ruled li:nth-child({}) .what input", before / 2 + 1);
        self.0.fill(&row, name)?;
        self.0.keys("Tab")
    }

    pub fn open_weekday(&self, day: &str) -> Result<()> {
        self.0.click_named("[aria-label=Weekdays] button", day)?;
        self.0.wait(&format!("section[aria-label='{day}']"))
    }

    /// Types from when to when; `part` such as `Contracted` or `Teaching 2`.
    pub fn type_span(&self, part: &str, day: &str, from: &str, to: &str) -> Result<()> {
        self.0.type_in(&format!("{part}, {day}: from"), from)?;
        self.0.type_in(&format!("{part}, {day}: to"), to)
    }

    /// Adds a line to a part of the day, such as another break.
    pub fn add_span(&self, part: &str) -> Result<()> {
        let there = "const group = [...document.querySelectorAll('#screen fieldset')].find((one) =>
            one.querySelector('legend')?.innerText === arguments[0]);
            [...group.querySelectorAll('button')].at(-1).click()";
        self.0.script(there, &[part.into()]).map(drop)
    }

    /// Copies the hours of the open weekday to others, such as `Tuesday to Friday`.
    pub fn copy_to(&self, days: &str) -> Result<()> {
        self.0.press_named("#screen button", "Copy to")?;
        self.0.press_named("[role=menuitem]", days)?;
        self.0.wait_gone("[role=menu]")
    }
}
