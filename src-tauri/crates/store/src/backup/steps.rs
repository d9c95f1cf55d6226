//! Where a crash would leave something on the disk. Nothing happens there but in tests, which look at what it would be.

/// A point after which the disk is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The database was copied, and the copy was checked.
    Copied,
    /// The copy was packed into one file and read back.
    Packed,
    /// The backup has its name.
    Named,
    /// The database was taken out of a backup and brought to the newest version.
    Unpacked,
    /// The file was built anew from its rows.
    Rebuilt,
    /// What was there is kept.
    Kept,
    /// The keys of the backup are in place, where there were none.
    Keyed,
    /// What was taken out is ready, and nothing is left beside the database that is there.
    Cleared,
    /// The database is in place.
    Placed,
}

/// Says that a step was reached.
pub fn reached(step: Step) {
    #[cfg(test)]
    WATCHED.with_borrow_mut(|watched| {
        if let Some(watched) = watched {
            watched(step);
        }
    });
    #[cfg(not(test))]
    let _ = step;
}

#[cfg(test)]
type Watched = Box<dyn FnMut(Step)>;

#[cfg(test)]
thread_local! {
    /// Called at each step of the thread under test.
    pub static WATCHED: std::cell::RefCell<Option<Watched>> = const { std::cell::RefCell::new(None) };
}
