//! Tests that see the whole, and what they are written with.

pub mod host;

#[cfg(all(feature = "window", target_os = "linux"))]
pub mod window;
