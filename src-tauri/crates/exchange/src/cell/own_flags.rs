//! Flags of the school's own in one cell, by name: parted by a bar, which is written as `\\|` where a name holds one.

/// Names as one cell.
pub fn joined<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let escaped = names.into_iter().map(|name| name.replace('\\', "\\\\").replace('|', "\\|"));
    escaped.collect::<Vec<_>>().join(" | ")
}

/// The names in a cell, each once.
pub fn read(cell: &str) -> Vec<String> {
    let (mut names, mut name, mut escaped) = (Vec::new(), String::new(), false);
    for letter in cell.chars() {
        match letter {
            _ if escaped => {
                name.push(letter);
                escaped = false;
            }
            '\\' => escaped = true,
            '|' => names.push(std::mem::take(&mut name)),
            _ => name.push(letter),
        }
    }
    names.push(name);
    let mut read: Vec<String> = Vec::new();
    for name in names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        if !read.iter().any(|known| daybook_domain::flags::same_name(known, name)) {
            read.push(name.to_owned());
        }
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back_as_they_were_written() {
        for names in [&[][..], &["Choir"], &["Forces family", "A|B", r"back\slash", "x, y; z"]] {
            assert_eq!(read(&joined(names.iter().copied())), names);
        }
        assert_eq!(read(" Choir |choir|| Breakfast club "), ["Choir", "Breakfast club"]);
    }
}
