//! Whether the page can be used by everyone, as far as axe-core can tell.

use std::fmt;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;

use super::Window;

/// One rule that the page breaks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Violation {
    /// The rule, such as `color-contrast`.
    pub id: String,
    /// What the rule asks for.
    pub help: String,
    /// How badly it hurts: `minor`, `moderate`, `serious` or `critical`.
    pub impact: Option<String>,
    /// Where: a selector for each element, and why it fails.
    pub places: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.id, self.help)?;
        self.places.iter().try_for_each(|place| write!(f, "\n    {place}"))
    }
}

impl Window {
    /// Holds the page as it stands against the rules of WCAG 2.2 A and AA, and axe-core's best practices.
    pub fn violations(&self) -> Result<Vec<Violation>> {
        if self.evaluate("typeof window.axe === 'undefined'")? == true {
            self.script(&axe_core()?, &[]).context("axe-core could not be loaded into the page")?;
        }
        let run = "const done = arguments[arguments.length - 1];
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(
                (found) => done({ violations: found.violations.map(({ id, help, impact, nodes }) => ({ id, help, impact,
                    places: nodes.map((node) => node.target.join(' ') + ': ' + node.failureSummary) })) }),
                (error) => done({ error: String(error) }))";
        let found = self.script_async(run, &[json!(null)])?;
        match found.get("error") {
            Some(error) => bail!("axe-core could not finish: {error}"),
            None => Ok(serde_json::from_value(found["violations"].clone())?),
        }
    }
}

fn axe_core() -> Result<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&file).with_context(|| format!("{} is missing; run npm ci in ui", file.display()))
}
