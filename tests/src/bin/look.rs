//! Looks at the app without a person at the screen: steps on standard input, one JSON object a line; pictures out.
//!
//! ```text
//! look [--sample] [--now 2026-11-02T09:00] [--desk FOLDER] [--env NAME=VALUE] < steps
//!
//! {"size": [1280, 800]}            {"wait": "main"}             {"gone": ".busy"}
//! {"click": "nav a"}               {"named": ["button", "As planned"]}
//! {"type": ["input", "text"]}      {"choose": ["select", "SLCN"]}
//! {"keys": "Ctrl+K Tab Enter"}     {"write": "into the focus"}  {"press": "button"}
//! {"drag": ["#a", 5, 5, "#b", 5, 90]}
//! {"text": "h1"}  {"js": "document.title"}  {"axe": true}       {"sleep": 300}
//! {"answer": "/path/for/the/next/dialog"}  {"invoke": ["call", {"name": "x", "args": {}}]}
//! {"shot": "today"}                {"restart": true}
//! ```
//!
//! Every step prints its result as one line of JSON. The first that fails ends the look with exit code 1.
#![allow(clippy::print_stdout, reason = "its results are its output")]

use std::io::BufRead;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use daybook_tests::window::{Desk, Window};
use serde_json::{Value, json};

fn main() -> Result<()> {
    let desk = desk(std::env::args().skip(1))?;
    let mut window = Some(desk.open()?);
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let step: Value = serde_json::from_str(&line).with_context(|| format!("not a step: {line}"))?;
        if step.get("restart").is_some() {
            // The old window must be gone before the new one opens.
            drop(window.take());
            window = Some(desk.open()?);
            println!("{}", json!({ "restart": true }));
            continue;
        }
        let window = window.as_ref().context("the window is closed")?;
        let (name, wish) = step.as_object().and_then(|step| step.iter().next()).context("a step names what to do")?;
        let result = take(&desk, window, name, wish).with_context(|| line.clone())?;
        println!("{}", json!({ name: result }));
    }
    Ok(())
}

fn desk(mut words: impl Iterator<Item = String>) -> Result<Desk> {
    let (mut folder, mut changes) = (None, Vec::new());
    while let Some(word) = words.next() {
        let mut value = || words.next().with_context(|| format!("{word} needs a value"));
        match word.as_str() {
            "--desk" => folder = Some(value()?),
            "--sample" => changes.push((word, String::new())),
            "--now" | "--env" => changes.push((word.clone(), value()?)),
            _ => bail!("unknown: {word}"),
        }
    }
    let desk = folder.map_or_else(Desk::new, |folder| Desk::at(Path::new(&folder)))?;
    Ok(changes.iter().fold(desk, |desk, (word, value)| match (word.as_str(), value.split_once('=')) {
        ("--now", _) => desk.on(value),
        ("--env", Some((name, value))) => desk.with(name, value),
        _ => desk.starting_with(word),
    }))
}

fn take(desk: &Desk, window: &Window, name: &str, wish: &Value) -> Result<Value> {
    let text = |value: &Value| value.as_str().map(str::to_owned).context("text is wanted");
    let number = |value: &Value| value.as_f64().context("a number is wanted");
    match name {
        "size" => {
            let side = |index: usize| {
                wish[index].as_u64().and_then(|side| u32::try_from(side).ok()).context("[width, height]")
            };
            window.size(side(0)?, side(1)?)?;
        }
        "wait" => window.wait(&text(wish)?)?,
        "gone" => window.wait_gone(&text(wish)?)?,
        "click" => window.click(&text(wish)?)?,
        "press" => window.press(&text(wish)?)?,
        "named" => window.click_named(&text(&wish[0])?, &text(&wish[1])?)?,
        "type" => window.fill(&text(&wish[0])?, &text(&wish[1])?)?,
        "choose" => window.choose(&text(&wish[0])?, &text(&wish[1])?)?,
        "write" => window.write(&text(wish)?)?,
        "keys" => window.keys(&text(wish)?)?,
        "drag" => {
            let from = text(&wish[0])?;
            let to = text(&wish[3])?;
            let (start, end) = ((number(&wish[1])?, number(&wish[2])?), (number(&wish[4])?, number(&wish[5])?));
            window.drag((&from, start), (&to, end))?;
        }
        "text" => return Ok(json!(window.texts(&text(wish)?)?)),
        "js" => return window.evaluate(&text(wish)?),
        "axe" => return Ok(json!(window.violations()?.iter().map(ToString::to_string).collect::<Vec<_>>())),
        "answer" => desk.answer_dialog(wish.as_str().map(Path::new))?,
        "invoke" => return window.invoke(&text(&wish[0])?, &wish[1]),
        "shot" => return Ok(json!(window.shot(&text(wish)?)?)),
        "sleep" => std::thread::sleep(Duration::from_millis(wish.as_u64().context("milliseconds are wanted")?)),
        _ => bail!("there is no such step"),
    }
    Ok(json!(true))
}
