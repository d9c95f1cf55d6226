//! Whether this machine has what the project needs, said plainly when it has not.

use anyhow::{Context, Result, bail};

use crate::packages;
use crate::shell::ask;

/// The oldest Node.js that Vite 8 runs on, as major and minor.
const NODE: (u32, u32) = (20, 19);

/// Everything for building and opening the app.
pub fn check_for_running() -> Result<()> {
    packages::install(packages::WINDOW)?;
    check_web_view()?;
    check_node()
}

/// Everything for the tests as well.
pub fn check_for_testing() -> Result<()> {
    packages::install(&[packages::WINDOW, packages::TESTS].concat())?;
    check_web_view()?;
    check_node()
}

fn check_web_view() -> Result<()> {
    if cfg!(windows) {
        // Where Microsoft's documentation says to look for the runtime, for every user and for this one.
        let client = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
        let places = [format!(r"HKLM\SOFTWARE\WOW6432Node\{client}"), format!(r"HKCU\Software\{client}")];
        if !places.iter().any(|place| ask("reg", &["query", place, "/v", "pv"]).is_some()) {
            bail!(
                "The Microsoft Edge WebView2 runtime is missing. Install the Evergreen runtime from Microsoft, and the \
                 C++ build tools and Perl (Strawberry Perl) if they are missing too."
            );
        }
    } else if cfg!(target_os = "macos") {
        ask("xcode-select", &["-p"])
            .context("Apple's command line tools are missing. Run:\n\n  xcode-select --install\n")?;
    } else if ask("pkg-config", &["--exists", "webkit2gtk-4.1"]).is_none() {
        bail!(
            "The development files of WebKitGTK 4.1 are missing. Install them, with a C compiler, make, perl and \
             pkg-config, under the names your distribution gives them: `webkit2gtk4.1-devel` on Fedora, \
             `webkit2gtk-4.1` on Arch."
        );
    }
    Ok(())
}

fn check_node() -> Result<()> {
    let (major, minor) = NODE;
    let found = ask("node", &["--version"])
        .with_context(|| format!("Node.js is missing. Install {major}.{minor} or later from nodejs.org."))?;
    match version(&found) {
        Some(version) if version >= NODE => Ok(()),
        _ => bail!("Node.js {found} is too old. Install {major}.{minor} or later from nodejs.org."),
    }
}

fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim_start_matches('v').split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_of_node_is_compared_by_its_numbers() {
        for (text, enough) in [("v20.19.0", true), ("v22.3.1", true), ("v20.9.0", false), ("v18.20.4", false)] {
            assert_eq!(version(text).is_some_and(|version| version >= NODE), enough, "{text}");
        }
        assert_eq!(version("nonsense"), None, "what is no version is no version");
    }
}
