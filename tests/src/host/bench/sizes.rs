//! How large things are: a pack, the release binary, the most memory this run held.

use std::path::Path;

/// One size in bytes, and the most it should be.
pub(super) struct Size {
    pub what: &'static str,
    pub bytes: u64,
    pub limit: u64,
}

const MB: u64 = 1024 * 1024;

/// The sizes that can be told here. The binary's only where a release was built.
pub(super) fn sizes(pack: &Path) -> Vec<Size> {
    let binary = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../target/release")
        .join(format!("daybook{}", std::env::consts::EXE_SUFFIX));
    let of = |path: &Path| std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    [
        Size { what: "week as it happened, file", bytes: of(pack), limit: 120 * 1024 },
        Size { what: "release binary", bytes: of(&binary), limit: 25 * MB },
        Size { what: "most memory held, everything measured", bytes: most_memory(), limit: 0 },
    ]
    .into_iter()
    .filter(|size| size.bytes > 0)
    .collect()
}

/// The peak of resident memory as Linux counts it; elsewhere nothing.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.trim().trim_end_matches("kB").trim().parse::<u64>().ok()).map_or(0, |kib| kib * 1024)
}

/// A size in words; nothing where there is no limit to tell.
pub(super) fn shown(bytes: u64) -> String {
    match bytes {
        0 => String::new(),
        small if small < MB => format!("{} KB", small.div_ceil(1024)),
        large => format!("{:.1} MB", large as f64 / MB as f64),
    }
}
