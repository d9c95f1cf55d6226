//! A text of several lines in one cell: a sign stands where a line ends, because cells are read on one line.

const SIGN: char = '¶';

/// The text on one line.
pub fn on_one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.join(&format!(" {SIGN} "))
}

/// The lines again. Space around them and runs of it are not kept.
pub fn in_lines(cell: &str) -> String {
    let lines: Vec<&str> = cell.split(SIGN).map(str::trim).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_again() {
        for text in ["", "one", "one\ntwo", "one\n\ntwo"] {
            assert_eq!(in_lines(&on_one_line(text)), text);
        }
    }
}
