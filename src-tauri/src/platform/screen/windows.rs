//! Windows: the state of the session at the terminal.
#![allow(unsafe_code, reason = "the system's own call takes and returns raw memory")]

use windows::Win32::System::RemoteDesktop::{
    WTS_CURRENT_SESSION, WTS_SESSIONSTATE_LOCK, WTSFreeMemory, WTSINFOEXW, WTSQuerySessionInformationW,
    WTSSessionInfoEx,
};
use windows::core::PWSTR;

/// Asks whether the screen is locked.
pub struct Screen;

impl Screen {
    /// Finds whom to ask.
    pub fn new() -> Self {
        Self
    }

    /// Whether it is locked now. No answer counts as no.
    pub fn locked(&mut self) -> bool {
        let (mut answer, mut length) = (PWSTR::null(), 0);
        // SAFETY: both pointers outlive the call, which fills them in on success only.
        let asked = unsafe {
            WTSQuerySessionInformationW(None, WTS_CURRENT_SESSION, WTSSessionInfoEx, &mut answer, &mut length)
        };
        if asked.is_err() || answer.is_null() {
            return false;
        }
        let whole = length as usize >= size_of::<WTSINFOEXW>();
        // SAFETY: the call allocated at least this much, aligned for anything, and filled it in; only level 1 exists.
        let locked = whole
            && unsafe {
                let info = answer.0.cast::<WTSINFOEXW>().read_unaligned();
                info.Level == 1 && info.Data.WTSInfoExLevel1.SessionFlags == WTS_SESSIONSTATE_LOCK as i32
            };
        // SAFETY: what the call allocated is given back once.
        unsafe { WTSFreeMemory(answer.0.cast()) };
        locked
    }
}
