//! Embeds the pages, the icon and the list of commands the window may call.

/// The shell's commands; `capabilities/main.json` lets the window call each of them and nothing else.
const COMMANDS: &[&str] =
    &["call", "cancel", "host", "open_saved", "pick_file", "pick_folder", "pick_save", "print_page", "touch"];

fn main() {
    // The pages are embedded by a macro, which cargo would not otherwise know to expand again.
    println!("cargo:rerun-if-changed=../ui/dist");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        eprintln!("The shell cannot be built: {error:#}. If ui/dist is missing, run `cargo xtask run` once.");
        std::process::exit(1);
    }
}
