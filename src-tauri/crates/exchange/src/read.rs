//! Bytes to a table: what kind of file it is, and what is refused before anybody looks inside.

mod csv;
mod ctf;
pub(crate) mod encoding;
mod headings;
mod xlsx;

use crate::table::Table;
use daybook_domain::{Fault, Outcome};

/// Bytes a file may have at most: 20 MB.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;
/// Rows a list may have at most; ten times the largest school.
pub const MOST_ROWS: usize = 20_000;
/// Columns a list may have at most.
pub const MOST_COLUMNS: usize = 200;
/// Characters a cell may have at most: a longer one is an unclosed quotation mark, not a cell.
pub const MOST_CHARACTERS: usize = 5_000;

/// Reads a list of pupils from a file's bytes: CSV, an Excel workbook or a common transfer file, told by content.
///
/// The file's name only helps to say what is wrong with it. Faults: `import.empty`, `import.too_big`,
/// `import.not_a_list`, `import.old_excel`, `import.password`, `import.macros`, `import.broken`, `import.one_column`,
/// `import.no_headings`, `import.no_rows`, `import.too_many_rows`, `import.too_many_columns`, `import.long_cell`.
pub fn read(name_hint: &str, bytes: &[u8]) -> Outcome<Table> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::new(
            "import.too_big",
            "That file is larger than 20 MB, which no list of pupils is. Nothing was imported. Export only the pupils' \
             names, dates of birth and SEN columns, and try again.",
        ));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Fault::new(
            "import.empty",
            "That file is empty. Nothing was imported. Export the list again and look that it holds pupils.",
        ));
    }
    match kind(bytes) {
        Kind::Zip => xlsx::read(bytes),
        Kind::Compound if name_hint.to_lowercase().ends_with(".xls") => Err(Fault::new(
            "import.old_excel",
            "That is a workbook of an older Excel (.xls). Nothing was imported. Open it in Excel, save it as .xlsx or \
             CSV, and choose the new file.",
        )),
        Kind::Compound => Err(password()),
        Kind::Other(what) => Err(not_a_list(what)),
        Kind::Text => {
            let text = encoding::decode(bytes)?;
            let start = text.text.trim_start().get(..9).map(str::to_ascii_lowercase).unwrap_or_default();
            match start.as_str() {
                start if start.starts_with("<!doctype") || start.starts_with("<html") => Err(not_a_list("a web page")),
                start if start.starts_with('<') => ctf::read(&text),
                start if start.starts_with("{\\rtf") => Err(not_a_list("a document")),
                _ => csv::read(text),
            }
        }
    }
}

/// "That is not a list I can read", because it is something else.
fn not_a_list(what: &str) -> Fault {
    Fault::new(
        "import.not_a_list",
        format!(
            "That is not a list I can read: it is {what}. Nothing was imported. Export the list of pupils as CSV, Excel \
             (.xlsx) or a common transfer file, and choose that."
        ),
    )
}

fn password() -> Fault {
    Fault::new(
        "import.password",
        "That workbook is protected by a password, or is of an older Excel. Nothing was imported. Open it in Excel, save \
         it as .xlsx without a password or as CSV, and choose the new file.",
    )
}

fn broken(what: &str) -> Fault {
    Fault::new(
        "import.broken",
        format!(
            "That {what} is damaged or cut short, so it cannot be read. Nothing was imported. Export it again, and if it \
             came by email, save it afresh."
        ),
    )
}

fn too_many_rows() -> Fault {
    Fault::new(
        "import.too_many_rows",
        "That list has more than 20,000 rows, which is more than any school has pupils. Nothing was imported. Export one \
         school's pupils only, one row each.",
    )
}

enum Kind {
    Zip,
    Compound,
    Text,
    Other(&'static str),
}

fn kind(bytes: &[u8]) -> Kind {
    const KNOWN: [(&[u8], &str); 9] = [
        (b"%PDF", "a PDF"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"BM\x00", "a picture"),
        (b"\x1F\x8B", "a compressed file"),
        (b"7z\xBC\xAF", "a compressed file"),
        (b"Rar!", "a compressed file"),
        (b"SQLite format 3", "a database"),
    ];
    match bytes {
        [b'P', b'K', 3 | 5, ..] => Kind::Zip,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Kind::Compound,
        _ => match KNOWN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
            Some((_, what)) => Kind::Other(what),
            None => Kind::Text,
        },
    }
}

#[cfg(test)]
mod tests;
