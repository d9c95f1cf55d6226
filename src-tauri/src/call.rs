//! The one command through which the pages reach the core.

use daybook_app::Fault;
use serde_json::Value;
use tauri::State;

use crate::core::Core;

/// Carries a command to the core and its answer back, off the main thread so that the window never freezes.
#[tauri::command]
pub async fn call(core: State<'_, Core>, name: String, args: Value) -> Result<Value, Fault> {
    let core = core.inner().clone();
    match tokio::task::spawn_blocking(move || core.call(&name, args)).await {
        Ok(Some(answer)) => answer,
        Ok(None) | Err(_) => Err(Fault::new(
            "app.internal",
            "Something went wrong inside the app, so this was not done. Everything recorded before it is kept. \
             Close the app and open it again.",
        )),
    }
}
