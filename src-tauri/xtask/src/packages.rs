//! System packages: installed where that is allowed, otherwise named in the exact command that installs them.

use anyhow::{Result, bail};

use crate::shell::{ask, program, run};

/// What building and opening the window needs.
pub const WINDOW: &[&str] =
    &["build-essential", "pkg-config", "perl", "libwebkit2gtk-4.1-dev", "libxdo-dev", "librsvg2-dev"];

/// What turning pages into pictures needs, and the compiler that everything needs.
pub const PAGE_PICTURES: &[&str] = &["build-essential", "pkg-config", "perl", "poppler-utils"];

/// What the tests need beyond [`WINDOW`]: a window without a screen, and readers of the PDFs.
pub const TESTS: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus",
    "dbus-x11",
    "poppler-utils",
    "qpdf",
    "python3",
    "python3-venv",
    "strace",
];

/// Makes sure that packages of a Debian-like system are there. Elsewhere it does nothing.
pub fn install(names: &[&str]) -> Result<()> {
    if ask("dpkg-query", &["--version"]).is_none() {
        return Ok(());
    }
    let missing: Vec<&str> = names.iter().copied().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let wanted = missing.join(" ");
    let Some(prefix) = installer() else {
        bail!(
            "Some system packages are missing, and this account may not install them. Run:\n\n  \
             sudo apt-get update && sudo apt-get install --yes --no-install-recommends {wanted}\n"
        );
    };
    println!("Installing system packages: {wanted}");
    apt(prefix, &["update", "--quiet=2"])?;
    let install = ["install", "--yes", "--quiet=2", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"];
    apt(prefix, &[&install[..], &missing].concat())
}

fn is_installed(name: &str) -> bool {
    ask("dpkg-query", &["--show", "--showformat=${db:Status-Status}", name]).as_deref() == Some("installed")
}

/// The words to put before apt-get: none for root, sudo where it asks for no password, `None` otherwise.
fn installer() -> Option<&'static [&'static str]> {
    if ask("id", &["-u"]).as_deref() == Some("0") {
        return Some(&["env"]);
    }
    ask("sudo", &["-n", "true"]).map(|_| &["sudo", "-n", "env"][..])
}

fn apt(prefix: &[&str], args: &[&str]) -> Result<()> {
    let (first, rest) = prefix.split_first().unwrap_or((&"env", &[]));
    run(program(first).args(rest).arg("DEBIAN_FRONTEND=noninteractive").arg("apt-get").args(args))
}
