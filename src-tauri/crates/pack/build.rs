//! Finds the typeface that every pack is set in and tells the compiler where it is.
//!
//! The font files are not in the repository. They come with the npm package `source-sans`, which the screens' own
//! dependencies name; `DAYBOOK_FONTS` may point at another folder that holds the same three files.

use std::path::{Path, PathBuf};
use std::{env, process};

const FACES: [(&str, &str); 3] = [
    ("DAYBOOK_FACE_REGULAR", "SourceSans3-Regular.ttf"),
    ("DAYBOOK_FACE_SEMIBOLD", "SourceSans3-Semibold.ttf"),
    ("DAYBOOK_FACE_ITALIC", "SourceSans3-It.ttf"),
];

fn main() {
    println!("cargo::rerun-if-env-changed=DAYBOOK_FONTS");
    let folder = folder();
    for (variable, file) in FACES {
        let path = folder.join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        if !path.is_file() {
            eprintln!(
                "The typeface Source Sans 3 is missing: {} was not found.\n\
                 Run `npm ci` in the folder ui and build again, or set DAYBOOK_FONTS to a folder that holds {}.",
                path.display(),
                FACES.map(|(_, file)| file).join(", ")
            );
            process::exit(1);
        }
        println!("cargo::rustc-env={variable}={}", path.display());
    }
}

fn folder() -> PathBuf {
    if let Some(named) = env::var_os("DAYBOOK_FONTS") {
        return PathBuf::from(named);
    }
    let here = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let root = here.ancestors().nth(3).map(Path::to_path_buf).unwrap_or_default();
    root.join("ui/node_modules/source-sans/TTF")
}
