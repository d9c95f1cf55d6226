//! The scriptable host. With no words: commands as lines of JSON (see `host::script`). Otherwise `demo OUT`, `bench`, `torture`, `types`.
#![allow(clippy::print_stdout, reason = "a developer's command speaks on standard output")]

use anyhow::{Result, bail};
use chrono::NaiveDateTime;
use daybook_tests::host::torture::{self, Rounds};
use daybook_tests::host::{Fixed, bench, demo, script, types};
use std::path::Path;

/// The window's own allocator, so that what is measured here is what she has.
#[global_allocator]
static HEAP: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

const NOON: &str = "2026-11-02T12:00:00";

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => {
            let scratch = tempfile::tempdir()?;
            let now: NaiveDateTime = NOON.parse()?;
            script::run(&mut Fixed::at(scratch.path(), now), std::io::stdin().lock(), std::io::stdout().lock())?;
            Ok(())
        }
        ["--dir", dir] => {
            let now: NaiveDateTime = NOON.parse()?;
            script::run(&mut Fixed::at(Path::new(dir), now), std::io::stdin().lock(), std::io::stdout().lock())?;
            Ok(())
        }
        ["demo", out] => demo::write(Path::new(out)),
        ["bench"] => bench::run(None),
        ["bench", "--json", file] => bench::run(Some(Path::new(file))),
        ["torture"] => torture::run(Rounds::LARGE),
        ["torture", "--drives", step] => torture::drives::run(step.parse()?),
        ["torture", "--small"] => torture::run(Rounds::SMALL),
        ["types"] => types::write(),
        ["types", "--check"] => types::check(),
        _ => bail!(
            "Use: daybook-host [--dir DIR | demo OUT | bench [--json FILE] | torture [--small] | types [--check]]"
        ),
    }
}
