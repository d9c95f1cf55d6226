//! Forms, by the labels people read. Inside an open dialog or panel only its own fields are meant.

use anyhow::{Context, Result};
use serde_json::json;

use super::Window;

/// Finds the control that a label names: the label that says just that, or else the first that begins so.
const LABELLED: &str = "const scope = [...document.querySelectorAll('[role=dialog]')].findLast((one) => one.checkVisibility()) ?? document;
    const labels = [...scope.querySelectorAll('label')].filter((one) => one.control?.checkVisibility()).map((one) =>
        [one.innerText.replace(/\\s+/g, ' ').trim().replace(/ needed$/, '').toLowerCase(), one.control]);
    const wanted = arguments[0].toLowerCase();
    const control = (labels.find(([said]) => said === wanted) ?? labels.find(([said]) => said.startsWith(wanted)))?.[1];";

impl Window {
    /// Waits for the field with this label; a selector of it.
    pub fn field(&self, label: &str) -> Result<String> {
        let there = format!("{LABELLED} return !!control && !control.disabled");
        self.until(&format!("a field is labelled \"{label}\""), &there, &[json!(label)])?;
        let id = self.script(&format!("{LABELLED} return control.id"), &[json!(label)])?;
        let id = id.as_str().filter(|id| !id.is_empty()).with_context(|| format!("\"{label}\" is no field"))?;
        Ok(format!("[id='{id}']"))
    }

    /// Types into the field with this label, in place of what it holds, and leaves it.
    pub fn type_in(&self, label: &str, text: &str) -> Result<()> {
        let field = self.field(label)?;
        self.fill(&field, text)?;
        self.keys("Tab")
    }

    /// What the field with this label holds.
    pub fn held_in(&self, label: &str) -> Result<String> {
        self.value(&self.field(label)?)
    }

    /// Chooses from the list of a field, with the pointer.
    pub fn pick(&self, label: &str, option: &str) -> Result<()> {
        self.press(&self.field(label)?)?;
        self.press_named(".select-list [role=option]", option)?;
        self.wait_gone(".select-list")
    }

    /// Types part of a name into a field that finds, and takes what it offers.
    pub fn find_in(&self, label: &str, typed: &str, option: &str) -> Result<()> {
        let field = self.field(label)?;
        self.fill(&field, typed)?;
        self.press_named(".combobox-list [role=option]", option)?;
        self.wait_gone(".combobox-list")
    }

    /// Ticks or unticks a box, or chooses one of a strip.
    pub fn turn(&self, label: &str) -> Result<()> {
        let there = format!("{LABELLED} return !!control && !control.disabled");
        self.until(&format!("\"{label}\" can be turned"), &there, &[json!(label)])?;
        self.script(&format!("{LABELLED} control.click()"), &[json!(label)]).map(drop)
    }
}
