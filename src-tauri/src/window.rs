//! The one window: how it opens, and how it comes to the front.

use std::error::Error;

use tauri::webview::NewWindowResponse;
use tauri::{App, AppHandle, Emitter, Manager, WebviewWindowBuilder, Wry, plugin::TauriPlugin};
use tauri_plugin_window_state::StateFlags;

use crate::core::Core;
use crate::host::Host;
use crate::saved::Saved;
use crate::start::Start;
use crate::{autolock, capture, platform};

/// Tells the pages how far a long work is.
const PROGRESS: &str = "progress";

/// Opens the window, with everything its commands need already in place.
pub fn set_up(app: &mut App, start: &Start) -> Result<(), Box<dyn Error>> {
    let places = platform::places(app, start)?;
    let pages = app.handle().clone();
    // Nobody listening is no fault: only the pages that wait for something show how far it is.
    let tell = move |far| drop(pages.emit(PROGRESS, far));
    app.manage(Saved::new(&places.home));
    app.manage(Core::new(start, places, tell));
    app.manage(Host {
        shortcut_available: capture::listen(app.handle()),
        shortcut: platform::shortcut_name(),
        sample: start.sample,
        version: env!("CARGO_PKG_VERSION"),
    });
    autolock::start(app.handle(), start.minute);
    let described = app.config().app.windows.first().cloned().unwrap_or_default();
    WebviewWindowBuilder::from_config(app.handle(), &described)?
        // The system's web view would otherwise keep what is typed into forms, names among it, outside the vault.
        .incognito(!cfg!(feature = "drive"))
        .general_autofill_enabled(false)
        .on_navigation(platform::is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    Ok(())
}

/// Shows the window, in front of the others.
pub fn bring_forward(app: &AppHandle) {
    // Each step can be refused by the desktop, and none of them matters enough to trouble a person with.
    for window in app.webview_windows().values() {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Opens the window where and as large as it was left.
pub fn remembered_place() -> TauriPlugin<Wry> {
    let place = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    tauri_plugin_window_state::Builder::new().with_state_flags(place).build()
}
