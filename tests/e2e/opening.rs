//! The window opens, shows the app and nothing else, and opens again.

use anyhow::Result;
use daybook_tests::window::Desk;
use serde_json::json;

#[test]
fn the_window_opens_with_a_title_that_names_nobody() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    window.wait("main")?;
    assert_eq!(window.title()?, "SENCO Daybook");
    window.size(1280, 800)?;
    let picture = window.shot("opening")?;
    assert!(picture.metadata()?.len() > 2_000, "the picture shows more than an empty window");
    Ok(())
}

#[test]
fn nothing_is_fetched_from_anywhere_else() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    let fetch = "const done = arguments[0]; fetch('http://127.0.0.1:9/').then(() => done('fetched'), (why) => done(String(why)))";
    let heard = "window.refused = []; document.addEventListener('securitypolicyviolation', (event) =>
        window.refused.push(event.effectiveDirective))";
    window.script(heard, &[])?;
    assert_ne!(window.script_async(fetch, &[])?, "fetched");
    assert_eq!(window.evaluate("window.refused")?, json!(["connect-src"]), "the policy of the pages refused it");
    Ok(())
}

#[test]
fn dialogs_are_answered_in_order_and_only_saved_files_open() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    let saved = desk.folder().join("week.pdf");
    std::fs::write(&saved, b"%PDF-1.7")?;
    desk.answer_dialog(None)?;
    desk.answer_dialog(Some(&saved))?;
    assert_eq!(window.invoke("pick_folder", &json!({ "title": "Choose a folder" }))?, json!(null), "cancelled");
    let refused = window.invoke("open_saved", &json!({ "path": saved })).unwrap_err();
    assert!(refused.to_string().contains("file.not_saved_here"), "{refused}");
    let wish =
        json!({ "title": "Save", "fileName": "week.pdf", "filters": [{ "name": "PDF", "extensions": ["pdf"] }] });
    assert_eq!(window.invoke("pick_save", &wish)?, json!(saved));
    window.invoke("open_saved", &json!({ "path": saved }))?;
    Ok(())
}

#[test]
fn what_the_window_may_not_ask_is_refused() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.open()?;
    for command in ["plugin:dialog|open", "plugin:opener|open_path", "plugin:window|set_title"] {
        let refused = window.invoke(command, &json!({})).unwrap_err();
        assert!(refused.to_string().contains("not allowed"), "{command}: {refused}");
    }
    Ok(())
}

#[test]
fn a_window_opens_again_after_it_was_closed() -> Result<()> {
    let desk = Desk::new()?;
    desk.open()?.close();
    let again = desk.open()?;
    again.wait("main")
}
