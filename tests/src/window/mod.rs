//! The real window, held through WebKit's driver: what a person at the keyboard could do, and what they would see.
//!
//! A [`Desk`] is a computer of the test's own (folders, clock, answers to dialogs); a [`Window`] is the app open on
//! it. Both are blocking, so that a journey reads from top to bottom. Nothing here knows what the app is for.

mod accessibility;
mod desk;
mod driver;
mod fields;
mod hands;
mod keyboard;
mod sight;

pub use accessibility::Violation;
pub use desk::Desk;
pub use driver::Window;
