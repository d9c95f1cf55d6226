//! What a person does with the keyboard alone.

use anyhow::{Context, Result};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

use super::Window;

/// More stops than any page has.
const STOPS: usize = 200;

/// The name read aloud for what has the focus: its label, or the words on it.
const FOCUSED: &str = "const one = document.activeElement, copy = one.cloneNode(true);
    copy.querySelectorAll?.('[aria-hidden=true]').forEach((part) => part.remove());
    const name = one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? copy.textContent;
    const plain = (said) => said.replace(/\\s+/g, ' ').trim().toLowerCase();";

impl Window {
    /// Strikes keys one after another, wherever the focus is: `"Tab Tab Enter"`, `"Ctrl+K"`, `"Shift+ArrowDown"`, `"p"`.
    pub fn keys(&self, strokes: &str) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for stroke in strokes.split_whitespace() {
            for action in presses(stroke)? {
                actions = actions.then(action);
            }
        }
        Ok(self.runtime.block_on(self.client.perform_actions(actions))?)
    }

    /// Walks with Tab until what has the focus is called so, or begins so.
    pub fn tab_to(&self, name: &str) -> Result<()> {
        for _ in 0..STOPS {
            self.keys("Tab")?;
            if self.script(&format!("{FOCUSED} return plain(name).startsWith(plain(arguments[0]))"), &[json!(name)])?
                == true
            {
                return Ok(());
            }
        }
        anyhow::bail!("Tab never comes to \"{name}\"")
    }

    /// Waits until what has the focus is called so, or begins so.
    pub fn wait_focus(&self, name: &str) -> Result<()> {
        let called = format!("{FOCUSED} return plain(name).startsWith(plain(arguments[0]))");
        self.until(&format!("the focus is on \"{name}\""), &called, &[json!(name)])
    }

    /// Types text into whatever has the focus.
    pub fn write(&self, text: &str) -> Result<()> {
        let focused = self.runtime.block_on(self.client.active_element())?;
        Ok(self.runtime.block_on(focused.send_keys(text))?)
    }
}

/// Down in the order named, up in the reverse order.
fn presses(stroke: &str) -> Result<Vec<KeyAction>> {
    let names: Vec<&str> = if stroke == "+" { vec!["+"] } else { stroke.split('+').collect() };
    let values = names.into_iter().map(key).collect::<Result<Vec<char>>>()?;
    let down = values.iter().map(|&value| KeyAction::Down { value });
    let up = values.iter().rev().map(|&value| KeyAction::Up { value });
    Ok(down.chain(up).collect())
}

fn key(name: &str) -> Result<char> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Ok(letter);
    }
    let key = match name {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Tab" => Key::Tab,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Space" => return Ok(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F6" => Key::F6,
        "F8" => Key::F8,
        "F10" => Key::F10,
        _ => return Err(anyhow::anyhow!("no key is called {name}")).context("keys are named as in KeyboardEvent.key"),
    };
    Ok(key.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_is_let_go_in_reverse() {
        let said = format!("{:?}", presses("Ctrl+Shift+p").unwrap());
        let (control, shift) = (char::from(Key::Control), char::from(Key::Shift));
        let order = [("Down", control), ("Down", shift), ("Down", 'p'), ("Up", 'p'), ("Up", shift), ("Up", control)];
        let expected: Vec<String> = order.iter().map(|(way, value)| format!("{way} {{ value: {value:?} }}")).collect();
        assert_eq!(said, format!("[{}]", expected.join(", ")), "the modifiers hold while the letter is struck");
        assert!(presses("Ctrl+Nonsense").is_err(), "a key that does not exist is a mistake in the test");
    }
}
