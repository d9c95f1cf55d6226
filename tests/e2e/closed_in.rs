//! What the page may ask of the computer: the app's own few commands, and nothing on any network.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use anyhow::{Result, ensure};
use daybook_tests::window::Desk;
use serde_json::{Value, json};

use crate::pages::Shell;

/// What a page that somebody took over might try, plugins that the shell itself uses among them.
const FORGED: &[&str] = &[
    "plugin:app|version",
    "plugin:dialog|open",
    "plugin:dialog|save",
    "plugin:event|emit",
    "plugin:event|emit_to",
    "plugin:fs|read_file",
    "plugin:fs|read_text_file",
    "plugin:global-shortcut|register",
    "plugin:http|fetch",
    "plugin:image|from_path",
    "plugin:menu|new",
    "plugin:opener|open_path",
    "plugin:opener|open_url",
    "plugin:opener|reveal_item_in_dir",
    "plugin:path|resolve_directory",
    "plugin:process|exit",
    "plugin:resources|close",
    "plugin:shell|execute",
    "plugin:tray|new",
    "plugin:webview|create_webview_window",
    "plugin:webview|print",
    "plugin:window|close",
    "plugin:window|create",
    "plugin:window|set_title",
    "plugin:window-state|save_window_state",
    "no_such_command",
];

#[test]
fn a_forged_call_for_anything_else_is_refused() -> Result<()> {
    let desk = Desk::new()?.starting_with("--sample");
    let window = desk.open()?;
    Shell(&window).go("Today")?;
    for command in FORGED {
        let asked = json!({ "path": "/etc/hostname", "url": "https://example.org", "event": "locked", "payload": null,
            "label": "other", "options": {}, "program": "id", "rid": 0, "directory": 1, "shortcuts": ["F1"], "value": "x" });
        ensure!(window.invoke(command, &asked).is_err(), "{command} was answered");
    }
    // What the page may call is held to what a person chose.
    let elsewhere = desk.folder().join("config/preferences.json");
    let before = fs::read(&elsewhere).ok();
    let save = json!({ "name": "pack_save", "args": {
        "kind": "week_as_it_happened", "date": "2026-11-02", "options": {}, "path": elsewhere } });
    let said = window.invoke("call", &save).expect_err("nobody chose that file").to_string();
    ensure!(said.contains("file.not_chosen"), "{said}");
    ensure!(fs::read(&elsewhere).ok() == before, "and nothing was written there");
    let said =
        window.invoke("open_saved", &json!({ "path": "/etc/hostname" })).expect_err("not saved here").to_string();
    ensure!(said.contains("file.not_saved_here"), "{said}");
    Ok(())
}

#[test]
fn the_page_reaches_no_network_and_runs_no_code_but_its_own() -> Result<()> {
    let desk = Desk::new()?.starting_with("--sample");
    let window = desk.open()?;
    Shell(&window).go("Today")?;
    let tried = window.script_async(
        "const done = arguments[0];
        const refused = [];
        document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        const attempt = (work) => { try { work() } catch { /* refused as it is made */ } };
        attempt(() => fetch('https://example.org/').catch(() => {}));
        attempt(() => new WebSocket('wss://example.org/'));
        attempt(() => { new Image().src = 'https://example.org/a.png' });
        attempt(() => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org/' })));
        attempt(() => document.body.append(Object.assign(document.createElement('script'), { src: 'https://example.org/a.js' })));
        attempt(() => document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' })));
        attempt(() => document.body.append(Object.assign(document.createElement('object'), { data: 'https://example.org/a' })));
        let made = true;
        try { new Function('return 1')() } catch { made = false }
        setTimeout(() => done({ refused, ran: window.ran === true, made }), 1500)",
        &[],
    )?;
    let refused: Vec<&str> = tried["refused"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for directive in ["connect-src", "img-src", "frame-src", "script-src-elem", "object-src"] {
        ensure!(refused.contains(&directive), "{directive} let something through: {tried}");
    }
    ensure!(tried["ran"] == json!(false), "a script was put into the page and ran");
    ensure!(tried["made"] == json!(false), "code was made from text");
    Ok(())
}

#[test]
fn nothing_the_app_does_speaks_to_a_network() -> Result<()> {
    if !Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).status().is_ok_and(|status| status.success()) {
        eprintln!("strace may watch nothing here, so the app was not watched");
        return Ok(());
    }
    let desk = Desk::new()?.starting_with("--sample");
    let (watch, heard) = (desk.folder().join("watched"), desk.folder().join("heard"));
    let script = format!(
        "#!/bin/sh\nexec strace -f -qq -e trace=network -o '{}' \"$DAYBOOK_WATCHED\" \"$@\"\n",
        heard.display()
    );
    fs::write(&watch, script)?;
    fs::set_permissions(&watch, fs::Permissions::from_mode(0o755))?;
    let desk = desk.watched_by(&watch);
    let window = desk.open()?;
    for screen in ["Today", "Week", "Register", "Packs", "Settings"] {
        Shell(&window).go(screen)?;
    }
    Shell(&window).lock()?;
    window.close();
    let heard = fs::read_to_string(heard)?;
    ensure!(heard.contains("AF_UNIX"), "the watch hears nothing at all");
    let abroad: Vec<&str> = heard.lines().filter(|line| leaves_this_computer(line)).collect();
    ensure!(abroad.is_empty(), "something spoke to a network:\n{}", abroad.join("\n"));
    Ok(())
}

/// Whether a call names an address that is not this computer's own, or asks anybody for one.
fn leaves_this_computer(line: &str) -> bool {
    let addressed = line.contains("sin_addr=") || line.contains("sin6_addr=") || line.contains("inet_pton(");
    let own = ["\"127.0.0.1\"", "\"::1\"", "\"0.0.0.0\"", "\"::\""].iter().any(|address| line.contains(address));
    // Names are asked for at port 53, which may be this computer's own.
    addressed && (!own || line.contains("htons(53)"))
}

#[test]
fn what_leaves_the_computer_is_told_from_what_stays() {
    for (line, leaves) in [
        (r#"connect(12, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("93.184.216.34")}, 16) = 0"#, true),
        (r#"connect(12, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("127.0.0.53")}, 16) = 0"#, true),
        (
            r#"connect(9, {sa_family=AF_INET6, sin6_port=htons(80), sin6_addr=inet_pton(AF_INET6, "2001:db8::1")}, 28) = 0"#,
            true,
        ),
        (r#"connect(7, {sa_family=AF_INET, sin_port=htons(4445), sin_addr=inet_addr("127.0.0.1")}, 16) = 0"#, false),
        (r#"connect(7, {sa_family=AF_UNIX, sun_path="/run/dbus/system_bus_socket"}, 30) = 0"#, false),
    ] {
        assert_eq!(leaves_this_computer(line), leaves, "{line}");
    }
}
