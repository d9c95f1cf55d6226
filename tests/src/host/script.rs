//! Commands as lines of JSON: one object in, one object out.
//!
//! - `{"call": "register", "args": {"query": {}}}` runs a command; `args` may be left out where nothing is asked.
//! - `{"now": "2026-11-02T09:00:00"}` fixes the time.
//! - `{"lock": "idle", "since": "2026-11-02T09:00:00"}` locks as the computer does when nobody has been there since then;
//!   without `since`, since now.
//! - `{"commands": true}` tells every command with the TypeScript types of its argument and its result.
//!
//! The answer is `{"ok": ...}` or `{"error": {"code", "message", "field"}}`, with the `id` of the line where it had one.

use super::Fixed;
use chrono::NaiveDateTime;
use daybook_app::{Fault, LockReason, commands};
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{BufRead, Write};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: Option<Value>,
    call: Option<String>,
    args: Option<Value>,
    now: Option<NaiveDateTime>,
    lock: Option<LockReason>,
    since: Option<NaiveDateTime>,
    commands: Option<bool>,
}

/// Answers every line until there are no more. Ends at a line that cannot be read at all, never at a bad command.
///
/// # Errors
/// Where standard input or output breaks.
pub fn run(host: &mut Fixed, input: impl BufRead, mut output: impl Write) -> std::io::Result<()> {
    for line in input.lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        writeln!(output, "{}", answer(host, &line))?;
        output.flush()?;
    }
    host.session.lock(LockReason::Closed);
    Ok(())
}

fn answer(host: &mut Fixed, line: &str) -> Value {
    let line: Line = match serde_json::from_str(line) {
        Ok(line) => line,
        Err(error) => {
            return json!({ "error": Fault::new("host.misread", format!("That line is no command: {error}")) });
        }
    };
    let id = line.id.clone();
    let mut said = match obey(host, line) {
        Ok(value) => json!({ "ok": value }),
        Err(fault) => json!({ "error": fault }),
    };
    if let (Some(id), Value::Object(fields)) = (id, &mut said) {
        fields.insert("id".to_owned(), id);
    }
    said
}

fn obey(host: &mut Fixed, line: Line) -> Result<Value, Fault> {
    if let Some(now) = line.now {
        host.set_now(now);
    }
    match (line.lock, line.since) {
        (Some(why), Some(since)) => host.session.lock_since(why, since),
        (Some(why), None) => host.session.lock(why),
        (None, _) => {}
    }
    if line.commands == Some(true) {
        return Ok(described());
    }
    match line.call {
        Some(name) => host.session.call(&name, line.args.unwrap_or_else(|| json!({}))),
        None => Ok(Value::Null),
    }
}

fn described() -> Value {
    commands::all()
        .into_iter()
        .map(|command| json!({ "name": command.name, "says": command.says, "args": command.args, "result": command.result }))
        .collect()
}
