//! What passes between the app and the computer around its window: its shortcut, pressed for no window in particular, and
//! the system's print dialog.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use daybook_tests::window::Desk;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MapState, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use crate::pages::{Shell, Start};

const FRIDAY: &str = "2026-11-20T14:20";
const LINE: &str = "20m office about the rota";
const CONTROL: u32 = 0xffe3;
const SHIFT: u32 = 0xffe1;
const SPACE: u32 = 0x0020;

#[test]
fn the_shortcut_captures_a_line_whatever_has_the_keyboard() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY);
    let window = desk.open()?;
    window.wait("main h1")?;
    Start(&window).explore()?;
    let computer = Computer::reach()?;
    ensure!(window.count("#capture")? == 0, "nothing is being captured yet");
    computer.press(&[CONTROL, SHIFT, SPACE])?;
    window.wait_text("[role=dialog] h2", "What just happened?")?;
    window.fill("#capture input[type=text]", LINE)?;
    window.keys("Enter")?;
    window.wait_gone("[role=dialog]")?;
    Shell(&window).undoes("Line captured")
}

#[test]
fn printing_opens_the_systems_own_dialog() -> Result<()> {
    let desk = Desk::new()?.on(FRIDAY).with("DAYBOOK_PRINT_DIALOG", "yes");
    let window = desk.open()?;
    window.wait("main h1")?;
    let computer = Computer::reach()?;
    ensure!(computer.named("Print")?.is_none(), "no such dialog is open yet");
    // It is answered only once the dialog is closed.
    window.script("setTimeout(() => window.__TAURI_INTERNALS__.invoke('print_page', {}))", &[])?;
    let dialog = computer.wait_for("Print")?;
    computer.close(dialog)?;
    window.wait("main h1")
}

/// The screen and the keyboard that all windows share.
struct Computer {
    connection: RustConnection,
    root: Window,
}

impl Computer {
    fn reach() -> Result<Self> {
        let (connection, screen) = x11rb::connect(None).context("there is no screen")?;
        let root = connection.setup().roots.get(screen).context("there is no screen")?.root;
        Ok(Self { connection, root })
    }

    /// Presses these keys one after another, and lets them go in reverse.
    fn press(&self, symbols: &[u32]) -> Result<()> {
        let keys = symbols.iter().map(|symbol| self.key_of(*symbol)).collect::<Result<Vec<u8>>>()?;
        let down = keys.iter().map(|key| (KEY_PRESS_EVENT, *key));
        let up = keys.iter().rev().map(|key| (KEY_RELEASE_EVENT, *key));
        for (event, key) in down.chain(up) {
            self.connection.xtest_fake_input(event, key, 0, self.root, 0, 0, 0)?.check()?;
        }
        Ok(())
    }

    fn key_of(&self, symbol: u32) -> Result<u8> {
        let (first, last) = (self.connection.setup().min_keycode, self.connection.setup().max_keycode);
        let keys = self.connection.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        let each = keys.keysyms.chunks(usize::from(keys.keysyms_per_keycode));
        let found = (first..=last).zip(each).find(|(_, symbols)| symbols.contains(&symbol));
        Ok(found.context("the keyboard has no such key")?.0)
    }

    /// The window with this title, if it is shown.
    fn named(&self, title: &str) -> Result<Option<Window>> {
        for window in self.connection.query_tree(self.root)?.reply()?.children {
            // A window may go while it is asked.
            let Ok(looks) = self.connection.get_window_attributes(window)?.reply() else { continue };
            let named = self.connection.get_property(false, window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 64)?;
            let Ok(named) = named.reply() else { continue };
            if looks.map_state == MapState::VIEWABLE && named.value == title.as_bytes() {
                return Ok(Some(window));
            }
        }
        Ok(None)
    }

    fn wait_for(&self, title: &str) -> Result<Window> {
        let begun = Instant::now();
        loop {
            if let Some(window) = self.named(title)? {
                return Ok(window);
            }
            if begun.elapsed() > Duration::from_secs(20) {
                bail!("no window called {title} was opened");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Asks a window to close, as its cross would, and waits until it has.
    fn close(&self, window: Window) -> Result<()> {
        let atom =
            |name: &str| -> Result<u32> { Ok(self.connection.intern_atom(false, name.as_bytes())?.reply()?.atom) };
        let message =
            ClientMessageEvent::new(32, window, atom("WM_PROTOCOLS")?, [atom("WM_DELETE_WINDOW")?, 0, 0, 0, 0]);
        self.connection.send_event(false, window, EventMask::NO_EVENT, message)?.check()?;
        let begun = Instant::now();
        while self.named("Print")?.is_some() {
            ensure!(begun.elapsed() < Duration::from_secs(20), "the dialog stayed open");
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}
