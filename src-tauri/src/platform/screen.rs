//! Whether the computer's screen is locked, asked of each system in its own way.

#[cfg_attr(windows, path = "screen/windows.rs")]
#[cfg_attr(target_os = "macos", path = "screen/macos.rs")]
#[cfg_attr(not(any(windows, target_os = "macos")), path = "screen/linux.rs")]
mod system;

pub use system::Screen;
