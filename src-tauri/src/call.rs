//! The one command through which the pages reach the core.

use daybook_app::Fault;
use serde_json::Value;
use tauri::State;
use tauri::ipc::Response;

use crate::core::Core;
use crate::saved::Saved;

/// Stops the long work under way. What it was to write is not written.
#[tauri::command]
pub async fn cancel(core: State<'_, Core>) -> Result<(), Fault> {
    core.cancel();
    Ok(())
}

/// Carries a command to the core and its answer back, off the main thread so that the window never freezes.
///
/// What would write outside the daybook goes no further unless a person chose where.
#[tauri::command]
pub async fn call(
    core: State<'_, Core>,
    saved: State<'_, Saved>,
    name: String,
    args: Value,
) -> Result<Response, Fault> {
    if let Some(to) = daybook_app::commands::writes(&name, &args) {
        saved.check_chosen(&to)?;
    }
    let core = core.inner().clone();
    match tokio::task::spawn_blocking(move || core.call(&name, args)).await {
        Ok(Some(answer)) => answer.map(Response::new),
        Ok(None) | Err(_) => Err(Fault::new(
            "app.internal",
            "Something went wrong inside the app, so this was not done. Everything recorded before it is kept. \
             Close the app and open it again.",
        )),
    }
}
