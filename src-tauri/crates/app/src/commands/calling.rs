//! How a command of the list is called: its argument read, its answer written down.

use daybook_domain::{Fault, Outcome};

/// One command: its name, what it says of itself, and the TypeScript names of what goes in and comes out.
#[derive(Debug, Clone)]
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub says: &'static str,
    /// TypeScript type of its argument.
    pub args: String,
    /// TypeScript type of its result.
    pub result: String,
}

macro_rules! commands {
    ($(#[doc = $says:literal] $name:ident($args:ty) -> $result:ty = $run:path;)*) => {
        /// Every command, in order.
        pub fn all() -> Vec<Command> {
            let config = crate::types::config();
            vec![$(Command {
                name: stringify!($name),
                says: $says.trim_ascii(),
                args: <$args as ts_rs::TS>::name(&config),
                result: <$result as ts_rs::TS>::name(&config),
            }),*]
        }

        /// Shows the types of every command's argument and result to a visitor.
        pub(crate) fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            $(visitor.visit::<$args>(); visitor.visit::<$result>();)*
        }

        /// Runs a command. An unknown name and an argument of the wrong shape are faults like any other.
        pub(crate) fn call(session: &mut Session, name: &str, args: Value) -> Outcome<Answer> {
            match name {
                $(stringify!($name) => {
                    let args = serde_json::from_value::<$args>(args).map_err(|error| misread(name, &error))?;
                    answer(&$run(session, args)?, stringify!($result))
                })*
                _ => Err(Fault::new("command.unknown", "The app was asked for something it does not know. Nothing was changed.")),
            }
        }
    };
}

/// Says that an argument has the wrong shape. The parser's own words may quote what was typed, so they are not passed on.
pub(super) fn misread(name: &str, _error: &serde_json::Error) -> Fault {
    Fault::new(
        "command.misread",
        format!("The app could not understand what it was asked ({name}). Nothing was changed."),
    )
}

/// What a command answered, written down at once: two thousand rows are written faster than they are taken apart.
pub(crate) struct Answer {
    /// As JSON.
    pub json: String,
    /// Whether it is that of a write.
    pub wrote: bool,
}

/// Writes down what a command answered.
pub(super) fn answer<T: serde::Serialize>(value: &T, result: &str) -> Outcome<Answer> {
    let json = serde_json::to_string(value).map_err(|_| {
        Fault::new("command.answer", "The app could not write down its answer. What was saved is saved.")
    })?;
    Ok(Answer { json, wrote: result.starts_with("Changed") })
}
