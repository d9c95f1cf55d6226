//! What differs between Windows, macOS and Linux. Nothing else in the shell asks which system it runs on.

mod screen;

pub use screen::Screen;

use std::path::PathBuf;

use tauri::{Manager, WebviewWindow};

use crate::start::Start;

/// The folders the core is given.
pub struct Places {
    /// What is remembered between starts, never a pupil's data: `%APPDATA%` on Windows, `~/Library/Application Support`
    /// on macOS, `$XDG_CONFIG_HOME` or `~/.config` on Linux, with the app's name.
    pub config: PathBuf,
    /// Where new daybooks are offered: the person's documents, or their home where there is no such folder.
    pub home: PathBuf,
}

/// The system's places, but for those the app was started with.
pub fn places(app: &impl Manager<tauri::Wry>, start: &Start) -> tauri::Result<Places> {
    let path = app.path();
    Ok(Places {
        config: start.config_dir.clone().map_or_else(|| path.app_config_dir(), Ok)?,
        home: start.home.clone().map_or_else(|| path.document_dir().or_else(|_| path.home_dir()), Ok)?,
    })
}

/// How this system's keyboard names the capture shortcut.
pub const fn shortcut_name() -> &'static str {
    if cfg!(target_os = "macos") { "Cmd+Shift+Space" } else { "Ctrl+Shift+Space" }
}

/// Opens the print dialog. WebKitGTK runs it as a modal loop and WKWebView as a sheet, both of which belong
/// to the main thread; WebView2 opens its own preview and returns at once. Blocks until the main thread has said
/// whether it opened: call it off that thread. Whether anything was printed, no system says.
pub fn print(window: &WebviewWindow) -> tauri::Result<()> {
    let printed = window.clone();
    told(|work| window.run_on_main_thread(work), move || printed.print())
}

/// Has the work done elsewhere and waits for what came of it.
fn told(
    elsewhere: impl FnOnce(Box<dyn FnOnce() + Send>) -> tauri::Result<()>,
    work: impl FnOnce() -> tauri::Result<()> + Send + 'static,
) -> tauri::Result<()> {
    let (tells, hears) = std::sync::mpsc::channel();
    elsewhere(Box::new(move || {
        // Nobody hears it any more when the app is closing.
        let _ = tells.send(work());
    }))?;
    hears.recv().unwrap_or(Err(tauri::Error::FailedToReceiveMessage))
}

/// Whether a page may be shown: only the app's own, under the address each system gives to embedded pages.
pub fn is_own_page(url: &tauri::Url) -> bool {
    if cfg!(windows) {
        matches!(url.scheme(), "http" | "https") && url.host_str() == Some("tauri.localhost")
    } else {
        url.scheme() == "tauri" && url.host_str() == Some("localhost")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_on_the_main_thread_is_heard_of() {
        let thread = |work: Box<dyn FnOnce() + Send>| {
            std::thread::spawn(work);
            Ok(())
        };
        assert!(told(thread, || Err(tauri::Error::FailedToReceiveMessage)).is_err());
        assert!(told(thread, || Ok(())).is_ok());
        let closing = |work: Box<dyn FnOnce() + Send>| {
            drop(work);
            Ok(())
        };
        assert!(told(closing, || Ok(())).is_err(), "work that was never begun did not succeed");
    }
}
