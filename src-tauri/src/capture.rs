//! Quick capture from anywhere on the computer.
//!
//! Another program may own the shortcut, and some desktops allow none; the app then works without it and says so.

use tauri::{AppHandle, Emitter};
use tauri_plugin_global_shortcut::{Builder, GlobalShortcutExt, ShortcutState};

use crate::window;

/// The shortcut, with Cmd in place of Ctrl on a Mac.
pub const SHORTCUT: &str = "CommandOrControl+Shift+Space";

/// The event the pages listen for.
const CAPTURE: &str = "capture";

/// Asks the system for the shortcut. Returns whether it was given.
pub fn listen(app: &AppHandle) -> bool {
    let registered = app.plugin(Builder::new().build()).and_then(|()| {
        app.global_shortcut()
            .on_shortcut(SHORTCUT, |app, _, event| {
                if event.state == ShortcutState::Pressed {
                    window::bring_forward(app);
                    // Nobody listening is no fault: the pages may still be loading.
                    let _ = app.emit(CAPTURE, ());
                }
            })
            .map_err(|error| tauri::Error::PluginInitialization("global-shortcut".into(), error.to_string()))
    });
    registered.is_ok()
}
