//! What a person does with the mouse, and with forms.

use anyhow::{Context, Result};
use fantoccini::Locator;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::{Value, json};

use super::Window;

/// Finds what a person would call by name, in any case: the words on it, or those read aloud for it. What is called
/// just that comes before what begins so, and that before what only contains it.
const NAMED: &str = "const named = (css, name) => {
    // Where a line breaks is no part of a name.
    const plain = (said) => said?.replace(/\\s+/g, '').toLowerCase();
    const wanted = plain(name);
    const rank = (said) => !said ? 0 : said === wanted ? 3 : said.startsWith(wanted) ? 2 : said.includes(wanted) ? 1 : 0;
    const spoken = (one) => {
        const copy = one.cloneNode(true);
        copy.querySelectorAll('[aria-hidden=true]').forEach((part) => part.remove());
        return copy.textContent;
    };
    const calls = (one) => Math.max(...[one.getAttribute('aria-label'), spoken(one)].map((said) => rank(plain(said))));
    const all = [...document.querySelectorAll(css)].filter((one) => one.checkVisibility() && !one.disabled);
    return all.map((one) => [calls(one), one]).filter(([rank]) => rank > 0)
        .reduce((best, one) => (best && best[0] >= one[0] ? best : one), null)?.[1];
};";

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

    /// Waits for a match called `name`.
    pub fn wait_named(&self, css: &str, name: &str) -> Result<()> {
        let there = format!("{NAMED} return !!named(...arguments)");
        self.until(&format!("`{css}` named \"{name}\" is there"), &there, &[json!(css), json!(name)])
    }

    /// As [`Window::click`], for the match called `name`.
    pub fn click_named(&self, css: &str, name: &str) -> Result<()> {
        self.wait_named(css, name)?;
        let click =
            format!("{NAMED} const one = named(...arguments); one.scrollIntoView({{ block: 'center' }}); one.click()");
        self.script(&click, &[json!(css), json!(name)]).map(drop)
    }

    /// Replaces what a field holds, typing it key by key.
    pub fn fill(&self, css: &str, text: &str) -> Result<()> {
        self.wait(css)?;
        self.script("const one = document.querySelector(arguments[0]); one.focus(); one.select?.()", &[json!(css)])?;
        let field = self.runtime.block_on(self.client.find(Locator::Css(css)))?;
        if text.is_empty() {
            return self.keys("Backspace");
        }
        self.runtime.block_on(field.send_keys(text)).with_context(|| format!("`{css}` does not take what is typed"))
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
        let first = "const one = [...document.querySelectorAll(arguments[0])].find((one) => one.checkVisibility());";
        self.press_found(first, &[json!(css)])
    }

    /// As [`Window::press`], for the match called `name`.
    pub fn press_named(&self, css: &str, name: &str) -> Result<()> {
        self.wait_named(css, name)?;
        self.press_found(&format!("{NAMED} const one = named(...arguments);"), &[json!(css), json!(name)])
    }

    /// Presses the middle of what a script calls `one`, once it has come to rest: lists move while they open.
    fn press_found(&self, found: &str, args: &[Value]) -> Result<()> {
        let rest = format!(
            "const done = arguments[arguments.length - 1], args = [...arguments].slice(0, -1); let [before, still] = ['', 0];
             const find = function () {{ {found} return one }};
             const look = () => {{
                 const one = find(...args);
                 one?.scrollIntoView({{ block: 'nearest' }});
                 const box = one?.getBoundingClientRect();
                 const now = box ? [box.x + box.width / 2, box.y + box.height / 2] : null;
                 still = now && String(now) === before ? still + 1 : 0;
                 before = String(now);
                 still > 5 ? done(now) : requestAnimationFrame(look);
             }};
             look()"
        );
        let (x, y) = point(&self.script_async(&rest, args)?);
        let press = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.runtime.block_on(self.client.perform_actions(press)).with_context(|| format!("{args:?} at {x}, {y}"))
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
        self.runtime.block_on(self.client.perform_actions(drag)).with_context(|| format!("from {start:?} to {end:?}"))
    }

    /// Waits until an element has neither moved nor grown for ten frames: what loads above it pushes it down.
    pub fn at_rest(&self, css: &str) -> Result<()> {
        self.wait(css)?;
        let rest = "const [css, done] = arguments; let [before, still] = ['', 0];
            const look = () => {
                const box = document.querySelector(css)?.getBoundingClientRect();
                const now = box ? [box.x, box.y, box.width, box.height].join() : '';
                still = now && now === before ? still + 1 : 0;
                before = now;
                still >= 10 ? done(true) : requestAnimationFrame(look);
            };
            look()";
        self.script_async(rest, &[json!(css)]).map(drop)
    }

    /// Where a point of an element lies in the window, once it has come to rest.
    fn place(&self, (css, (across, down)): (&str, Point)) -> Result<Point> {
        self.at_rest(css)?;
        let corner = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [box.x, box.y]";
        let (x, y) = point(&self.script(corner, &[json!(css)])?);
        Ok((x + across, y + down))
    }
}

/// A point as a script gives it.
fn point(said: &Value) -> Point {
    let side = |index: usize| said[index].as_f64().unwrap_or_default();
    (side(0), side(1))
}
