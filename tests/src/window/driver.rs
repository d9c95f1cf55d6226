//! Starting the app under its driver, and ending both.

use std::ffi::OsString;
use std::fs::File;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

/// How long anything may take before it counts as not happening. Generous, because two cores do everything.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

/// The app's window, until it is dropped.
pub struct Window {
    pub(super) client: Client,
    pub(super) runtime: Runtime,
    /// The driver, WebKit's driver, the app and its web process: one group, ended together.
    group: Group,
}

impl Window {
    pub(super) fn open(
        surroundings: &[(OsString, OsString)],
        args: &[String],
        folder: &Path,
        watch: Option<&Path>,
    ) -> Result<Self> {
        let app = built("daybook")?;
        let (port, native_port) = (free_port()?, free_port()?);
        let log = folder.join("driver.log");
        let driver = Command::new(driver_program())
            .args(["--port", &port.to_string(), "--native-port", &native_port.to_string()])
            .envs(surroundings.iter().map(|(name, value)| (name, value)))
            .env("DAYBOOK_WATCHED", &app)
            .stdout(Stdio::null())
            .stderr(File::create(&log)?)
            .process_group(0)
            .spawn()
            .context("tauri-driver cannot be started; `cargo xtask test` installs it")?;
        let group = Group(driver);
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let wishes = json!({ "tauri:options": { "application": watch.unwrap_or(&app), "args": args } });
        let client = await_listener(native_port)
            .and_then(|()| await_listener(port))
            .and_then(|()| runtime.block_on(connect(port, &wishes)))
            .with_context(|| {
                format!("the window did not open:\n{}", std::fs::read_to_string(&log).unwrap_or_default())
            })?;
        let window = Self { client, runtime, group };
        window.until("the page is there", "return document.readyState === 'complete'", &[])?;
        Ok(window)
    }

    /// Runs a script in the page; `arguments` holds `args`, and `return` gives the answer.
    pub fn script(&self, script: &str, args: &[Value]) -> Result<Value> {
        let ran = self.runtime.block_on(self.client.execute(script, args.to_vec()));
        ran.with_context(|| format!("the page could not run with {args:?}:\n{script}"))
    }

    /// As [`Window::script`], for a script that calls its last argument with the answer.
    pub fn script_async(&self, script: &str, args: &[Value]) -> Result<Value> {
        Ok(self.runtime.block_on(self.client.execute_async(script, args.to_vec()))?)
    }

    /// Asks the shell directly, as the pages do. For what a test must know and a person cannot see.
    pub fn invoke(&self, command: &str, args: &Value) -> Result<Value> {
        let script = "const [command, args, done] = arguments; window.__TAURI_INTERNALS__.invoke(command, args)
            .then((value) => done({ value }), (fault) => done({ fault }))";
        let answer = self.script_async(script, &[json!(command), args.clone()])?;
        match answer.get("fault") {
            Some(fault) => bail!("{command} was refused: {fault}"),
            None => Ok(answer["value"].clone()),
        }
    }

    /// Asks again and again until the script says so, or patience ends.
    pub fn until(&self, what: &str, script: &str, args: &[Value]) -> Result<()> {
        let started = Instant::now();
        while self.script(script, args)? != Value::Bool(true) {
            if started.elapsed() > PATIENCE {
                let page = self.script("return document.body.innerText.slice(-600)", &[])?;
                let picture = self.shot("last-failure").unwrap_or_default();
                bail!(
                    "waited in vain until {what}\npicture: {}\nthe page ends:\n{}",
                    picture.display(),
                    page.as_str().unwrap_or("nothing")
                );
            }
            std::thread::sleep(Duration::from_millis(40));
        }
        Ok(())
    }

    /// Ends the app as a power cut would, and waits until nothing of it is left.
    pub fn close(self) {
        drop(self);
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // Ending the session asks the app to go; the group is ended next in any case.
        let _ = self.runtime.block_on(self.client.clone().close());
        self.group.end();
    }
}

struct Group(Child);

impl Group {
    fn end(&mut self) {
        let Ok(raw) = i32::try_from(self.0.id()) else { return };
        let Some(group) = Pid::from_raw(raw) else { return };
        let _ = kill_process_group(group, Signal::KILL);
        let _ = self.0.wait();
        let started = Instant::now();
        while test_kill_process_group(group).is_ok() && started.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.end();
    }
}

fn await_listener(port: u16) -> Result<()> {
    let started = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if started.elapsed() > PATIENCE {
            bail!("nothing listens on port {port}");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

async fn connect(port: u16, wishes: &Value) -> Result<Client> {
    let wishes: Capabilities = wishes.as_object().cloned().unwrap_or_default();
    let address = format!("http://127.0.0.1:{port}");
    Ok(ClientBuilder::new(HttpConnector::new()).capabilities(wishes).connect(&address).await?)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// The folder that holds what cargo built for this profile, such as `target/debug`.
fn built_folder() -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    let folder = own.parent().context("a program is in a folder")?;
    // Tests lie one folder deeper than programs.
    Ok(if folder.ends_with("deps") { folder.parent().unwrap_or(folder) } else { folder }.to_path_buf())
}

fn built(program: &str) -> Result<PathBuf> {
    let path = built_folder()?.join(program);
    if !path.is_file() {
        bail!("{program} is not built; build it with the feature daybook/drive");
    }
    Ok(path)
}

fn driver_program() -> PathBuf {
    let own = target().ok().map(|target| target.join("tools/bin/tauri-driver"));
    own.filter(|path| path.is_file()).unwrap_or_else(|| "tauri-driver".into())
}

/// Cargo's target folder.
pub(super) fn target() -> Result<PathBuf> {
    Ok(built_folder()?.parent().context("a profile is in the target folder")?.to_path_buf())
}
