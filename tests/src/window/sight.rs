//! What a person sees: what is there, what it says, and a picture of it.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Window;
use super::driver::target;

/// Visible elements of a selector, as an array.
const SHOWN: &str =
    "const shown = [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility());";

impl Window {
    /// Waits until something that matches can be seen.
    pub fn wait(&self, css: &str) -> Result<()> {
        self.until(&format!("`{css}` is there"), &format!("{SHOWN} return shown.length > 0"), &[json!(css)])
    }

    /// Waits until nothing that matches can be seen.
    pub fn wait_gone(&self, css: &str) -> Result<()> {
        self.until(&format!("`{css}` is gone"), &format!("{SHOWN} return shown.length === 0"), &[json!(css)])
    }

    /// Waits until something that matches says `text`, among other words and in any case.
    pub fn wait_text(&self, css: &str, text: &str) -> Result<()> {
        let says = format!(
            "{SHOWN} const text = arguments[1].toLowerCase();
             return shown.some((one) => one.innerText.replace(/\\s+/g, ' ').toLowerCase().includes(text))"
        );
        self.until(&format!("`{css}` says \"{text}\""), &says, &[json!(css), json!(text)])
    }

    /// The words of the first match, once it is there.
    pub fn text(&self, css: &str) -> Result<String> {
        self.wait(css)?;
        self.texts(css)?.into_iter().next().with_context(|| format!("`{css}` went away"))
    }

    /// The words of every visible match, in the order of the page. Does not wait.
    pub fn texts(&self, css: &str) -> Result<Vec<String>> {
        let texts = self.script(&format!("{SHOWN} return shown.map((one) => one.innerText.trim())"), &[json!(css)])?;
        Ok(serde_json::from_value(texts)?)
    }

    /// What a field holds.
    pub fn value(&self, css: &str) -> Result<String> {
        self.wait(css)?;
        let value = self.script("return String(document.querySelector(arguments[0]).value)", &[json!(css)])?;
        Ok(serde_json::from_value(value)?)
    }

    /// How many visible matches there are. Does not wait.
    pub fn count(&self, css: &str) -> Result<usize> {
        Ok(self.texts(css)?.len())
    }

    /// The title of the window, which must never name a child.
    pub fn title(&self) -> Result<String> {
        Ok(self.runtime.block_on(self.client.title())?)
    }

    /// Makes the window so large that its page measures `width` by `height` CSS pixels.
    pub fn size(&self, width: u32, height: u32) -> Result<()> {
        self.runtime.block_on(self.client.set_window_size(width, height))?;
        let fits = "return innerWidth === arguments[0] && innerHeight === arguments[1]";
        self.until(&format!("the window measures {width} by {height}"), fits, &[json!(width), json!(height)])
    }

    /// Lets one frame pass and takes a picture, as `target/screenshots/NAME.png` unless `name` is a whole path.
    pub fn shot(&self, name: &str) -> Result<PathBuf> {
        self.script_async("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0](true)))", &[])?;
        let path = target()?.join("screenshots").join(name).with_extension("png");
        std::fs::create_dir_all(path.parent().context("a picture is in a folder")?)?;
        std::fs::write(&path, self.runtime.block_on(self.client.screenshot())?)?;
        Ok(path)
    }

    /// What the page answers to an expression. For what is neither text nor value.
    pub fn evaluate(&self, expression: &str) -> Result<Value> {
        self.script(&format!("return ({expression})"), &[])
    }
}
