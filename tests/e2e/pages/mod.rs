//! The screens as a person meets them: what can be done on each, in her words.

pub mod import;
pub mod packs;
pub mod register;
pub mod settings;
pub mod shell;
pub mod start;
pub mod tasks;
pub mod week;

pub use import::Import;
pub use packs::Packs;
pub use register::Register;
pub use settings::Settings;
pub use shell::Shell;
pub use start::Start;
pub use tasks::Tasks;
pub use week::Week;
