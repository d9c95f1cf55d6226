//! The system's own dialogs for choosing files and folders.
//!
//! Async, so that they run off the main thread: the dialog itself needs the main thread to be free.

use std::path::PathBuf;

use daybook_app::Fault;
use serde::Deserialize;
use tauri::{State, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::saved::Saved;

/// Which files a dialog offers, such as "Spreadsheets" with `csv` and `xlsx`.
#[derive(Debug, Deserialize)]
pub struct Filter {
    name: String,
    /// Without the dot.
    extensions: Vec<String>,
}

/// Asks for one file to read; `None` when the person cancels.
#[tauri::command]
pub async fn pick_file(window: WebviewWindow, title: String, filters: Vec<Filter>) -> Result<Option<String>, Fault> {
    #[cfg(feature = "drive")]
    if let Some(answer) = crate::drive::dialog_answer() {
        return Ok(answer);
    }
    spoken(offering(&window, title, &filters).blocking_pick_file())
}

/// Asks for a folder; `None` when the person cancels. Into what is chosen may be written later.
#[tauri::command]
pub async fn pick_folder(
    window: WebviewWindow,
    saved: State<'_, Saved>,
    title: String,
) -> Result<Option<String>, Fault> {
    #[cfg(feature = "drive")]
    if let Some(answer) = crate::drive::dialog_answer() {
        saved.remember(answer.as_deref());
        return Ok(answer);
    }
    let chosen = spoken(offering(&window, title, &[]).set_can_create_directories(true).blocking_pick_folder())?;
    saved.remember(chosen.as_deref());
    Ok(chosen)
}

/// Asks where to save, offering `file_name`; `None` when the person cancels. What is chosen may later be opened.
#[tauri::command]
pub async fn pick_save(
    window: WebviewWindow,
    saved: State<'_, Saved>,
    title: String,
    file_name: String,
    filters: Vec<Filter>,
) -> Result<Option<String>, Fault> {
    #[cfg(feature = "drive")]
    if let Some(answer) = crate::drive::dialog_answer() {
        saved.remember(answer.as_deref());
        return Ok(answer);
    }
    let chosen = spoken(offering(&window, title, &filters).set_file_name(file_name).blocking_save_file())?;
    saved.remember(chosen.as_deref());
    Ok(chosen)
}

fn offering(window: &WebviewWindow, title: String, filters: &[Filter]) -> FileDialogBuilder<tauri::Wry> {
    filters.iter().fold(window.dialog().file().set_parent(window).set_title(title), |dialog, filter| {
        let extensions: Vec<&str> = filter.extensions.iter().map(String::as_str).collect();
        dialog.add_filter(&filter.name, &extensions)
    })
}

/// The pages and the core speak of paths as text, so a name that is no text is turned down here.
fn spoken(chosen: Option<FilePath>) -> Result<Option<String>, Fault> {
    let Some(chosen) = chosen else { return Ok(None) };
    let path = chosen.into_path().map_err(|_| unusable())?;
    text(path).map(Some)
}

fn text(path: PathBuf) -> Result<String, Fault> {
    path.into_os_string().into_string().map_err(|_| unusable())
}

fn unusable() -> Fault {
    Fault::new(
        "dialog.path_unusable",
        "The app cannot use that place, because its name holds characters it cannot read. \
         Nothing was changed. Choose another, or rename it first.",
    )
}
