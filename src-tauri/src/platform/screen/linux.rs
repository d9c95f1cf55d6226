//! Linux: the session manager's hint, over the system bus.

use zbus::blocking::{Connection, Proxy};

/// Asks whether the screen is locked.
pub struct Screen(Option<Proxy<'static>>);

impl Screen {
    /// Finds whom to ask. A desktop without a session manager never says that it is locked.
    pub fn new() -> Self {
        let session = || {
            let bus = Connection::system()?;
            let (service, session) = ("org.freedesktop.login1", "/org/freedesktop/login1/session/auto");
            zbus::blocking::proxy::Builder::new(&bus)
                .destination(service)?
                .path(session)?
                .interface("org.freedesktop.login1.Session")?
                .cache_properties(zbus::proxy::CacheProperties::No)
                .build()
        };
        Self(session().ok())
    }

    /// Whether it is locked now. No answer counts as no.
    pub fn locked(&mut self) -> bool {
        let Some(session) = &self.0 else { return false };
        match session.get_property("LockedHint") {
            Ok(locked) => locked,
            Err(_) => {
                self.0 = None;
                false
            }
        }
    }
}
