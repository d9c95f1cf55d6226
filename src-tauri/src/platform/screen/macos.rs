//! macOS: what the window server says of the session.
#![allow(unsafe_code, reason = "the dictionary's types are known from the system's documentation alone")]

use objc2_core_foundation::{CFBoolean, CFDictionary, CFRetained, CFString, CFType};
use objc2_core_graphics::CGSessionCopyCurrentDictionary;

/// Asks whether the screen is locked.
pub struct Screen;

impl Screen {
    /// Finds whom to ask.
    pub fn new() -> Self {
        Self
    }

    /// Whether it is locked now. No answer counts as no.
    pub fn locked(&mut self) -> bool {
        let Some(session) = CGSessionCopyCurrentDictionary() else { return false };
        // SAFETY: its keys are strings and its values are objects.
        let session: CFRetained<CFDictionary<CFString, CFType>> = unsafe { CFRetained::cast_unchecked(session) };
        let locked = session.get(&CFString::from_static_str("CGSSessionScreenIsLocked"));
        locked.and_then(|value| value.downcast::<CFBoolean>().ok()).is_some_and(|value| value.as_bool())
    }
}
