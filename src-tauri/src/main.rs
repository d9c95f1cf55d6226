//! The shell: one window, the system's dialogs, one shortcut, around the core.
//!
//! The only place that knows Tauri. It must never know what a command means: it carries a name and its
//! arguments to the core and the answer back, and writes neither anywhere.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod autolock;
mod call;
mod capture;
mod core;
mod dialog;
#[cfg(feature = "drive")]
mod drive;
mod host;
mod platform;
mod saved;
mod start;
mod window;

use std::process::ExitCode;

use zeroizing_alloc::ZeroAlloc;

/// Wipes memory as it is given back, so that a locked daybook leaves nothing of itself behind.
#[global_allocator]
static HEAP: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    hush_panics();
    let start = start::read();
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _args, _folder| window::bring_forward(app)))
        .plugin(window::remembered_place())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(tauri::generate_handler![
            autolock::touch,
            call::call,
            call::cancel,
            dialog::pick_file,
            dialog::pick_folder,
            dialog::pick_save,
            host::host,
            host::print_page,
            saved::open_saved,
        ])
        .setup(move |app| window::set_up(app, &start))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| {
                if let tauri::RunEvent::Exit = event {
                    core::close(app);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("SENCO Daybook could not open its window: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A panic's message can quote what a person typed, so only the place in the code is printed.
fn hush_panics() {
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => eprintln!("SENCO Daybook: internal error at {}:{}", place.file(), place.line()),
        None => eprintln!("SENCO Daybook: internal error"),
    }));
}
