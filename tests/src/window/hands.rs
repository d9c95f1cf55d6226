//! What a person does with the mouse, and with forms.

use anyhow::Result;
use fantoccini::Locator;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::{Value, json};

use super::Window;

/// Finds what a person would call by name: the words on it, or those read aloud for it.
const NAMED: &str = "const named = (css, name) => [...document.querySelectorAll(css)].find((one) =>
    one.checkVisibility() && [one.getAttribute('aria-label'), one.innerText].some((said) =>
        said && said.replace(/\\s+/g, ' ').trim().toLowerCase().includes(name.toLowerCase())));";

/// How far across and down an element a point lies, in CSS pixels from its top left corner.
pub type Point = (f64, f64);

impl Window {
    /// Waits for the first visible match and clicks it through the page, wherever it is scrolled to.
    pub fn click(&self, css: &str) -> Result<()> {
        self.wait(css)?;
        let click = "const one = [...document.querySelectorAll(arguments[0])].find((one) => one.checkVisibility());
            one.scrollIntoView({ block: 'center' }); one.click()";
        self.script(click, &[json!(css)]).map(drop)
    }

    /// As [`Window::click`], for the match whose words contain `name`, in any case.
    pub fn click_named(&self, css: &str, name: &str) -> Result<()> {
        let args = [json!(css), json!(name)];
        let there = format!("{NAMED} return !!named(...arguments)");
        self.until(&format!("`{css}` named \"{name}\" is there"), &there, &args)?;
        self.script(
            &format!("{NAMED} const one = named(...arguments); one.scrollIntoView({{ block: 'center' }}); one.click()"),
            &args,
        )
        .map(drop)
    }

    /// Replaces what a field holds, typing it key by key.
    pub fn fill(&self, css: &str, text: &str) -> Result<()> {
        self.wait(css)?;
        self.script("const one = document.querySelector(arguments[0]); one.focus(); one.select?.()", &[json!(css)])?;
        let field = self.runtime.block_on(self.client.find(Locator::Css(css)))?;
        if text.is_empty() {
            return self.keys("Backspace");
        }
        Ok(self.runtime.block_on(field.send_keys(text))?)
    }

    /// Sets a field whose value is not typed as text: a date, a time, a list, a slider.
    pub fn choose(&self, css: &str, value: &str) -> Result<()> {
        self.wait(css)?;
        let set = "const [css, value] = arguments; const one = document.querySelector(css);
            Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), 'value').set.call(one, value);
            one.dispatchEvent(new Event('input', { bubbles: true }));
            one.dispatchEvent(new Event('change', { bubbles: true }));
            return one.value === value";
        match self.script(set, &[json!(css), json!(value)])? {
            Value::Bool(true) => Ok(()),
            _ => anyhow::bail!("`{css}` does not offer {value}"),
        }
    }

    /// Presses with the real pointer, so that whatever lies on top gets it.
    pub fn press(&self, css: &str) -> Result<()> {
        self.wait(css)?;
        let one = self.runtime.block_on(self.client.find(Locator::Css(css)))?;
        Ok(self.runtime.block_on(one.click())?)
    }

    /// Drags with the real pointer from a point of one element to a point of another.
    pub fn drag(&self, from: (&str, Point), to: (&str, Point)) -> Result<()> {
        let (start, end) = (self.place(from)?, self.place(to)?);
        let steps = 8;
        let mut drag = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x: start.0, y: start.1 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for step in 1..=steps {
            let share = f64::from(step) / f64::from(steps);
            let (x, y) = (start.0 + (end.0 - start.0) * share, start.1 + (end.1 - start.1) * share);
            drag = drag.then(PointerAction::MoveTo { duration: Some(std::time::Duration::from_millis(20)), x, y });
        }
        let drag = drag.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.runtime.block_on(self.client.perform_actions(drag))?)
    }

    /// Where a point of an element lies in the window.
    fn place(&self, (css, (across, down)): (&str, Point)) -> Result<Point> {
        self.wait(css)?;
        let corner = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [box.x, box.y]";
        let corner = self.script(corner, &[json!(css)])?;
        let side = |index: usize| corner[index].as_f64().unwrap_or_default();
        Ok((side(0) + across, side(1) + down))
    }
}
