//! What only the shell can know or do: the shortcut's fate, and printing.

use daybook_app::Fault;
use serde::Serialize;
use tauri::{State, WebviewWindow};

use crate::platform;

/// What the pages ask once, at their start.
#[derive(Debug, Clone, Serialize)]
pub struct Host {
    /// Whether quick capture answers from outside the window.
    pub shortcut_available: bool,
    /// The shortcut in the words of this system's keyboard.
    pub shortcut: &'static str,
    /// Whether the app was started to explore the sample school.
    pub sample: bool,
    /// The app's version.
    pub version: &'static str,
}

/// The facts about this start of the app.
#[tauri::command]
pub async fn host(host: State<'_, Host>) -> Result<Host, Fault> {
    Ok(host.inner().clone())
}

/// Opens the system's print dialog for what the window shows.
#[tauri::command]
pub async fn print_page(window: WebviewWindow) -> Result<(), Fault> {
    #[cfg(feature = "drive")]
    if crate::drive::prints_nothing() {
        return Ok(());
    }
    match tokio::task::spawn_blocking(move || platform::print(&window)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) | Err(_) => Err(Fault::new(
            "print.failed",
            "The print dialog did not open. Nothing was lost: save the pages as a PDF and print that.",
        )),
    }
}
