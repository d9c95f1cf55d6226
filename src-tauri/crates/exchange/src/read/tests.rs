use super::*;
use crate::table::FileKind;
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};

fn cells(table: &Table) -> Vec<(u32, Vec<&str>)> {
    table.rows.iter().map(|row| (row.number, row.cells.iter().map(String::as_str).collect())).collect()
}

fn code(name: &str, bytes: &[u8]) -> String {
    let fault = read(name, bytes).unwrap_err();
    assert!(fault.message.contains("Nothing was imported."), "{fault}: says what was kept");
    fault.code.into_owned()
}

#[test]
fn every_separator_is_found() {
    for separator in [",", ";", "\t", "|"] {
        let text = "Surname,Forename,DOB\nÓ Néill,Siân,01/02/2018\n".replace(',', separator);
        let table = read("roll.csv", text.as_bytes()).unwrap();
        assert_eq!(table.separator, separator.chars().next());
        assert_eq!(cells(&table), [(2, vec!["Ó Néill", "Siân", "01/02/2018"])], "{separator:?}");
    }
    let told = read("roll.csv", b"sep=;\r\nSurname;Forename\r\nA,B;C\r\n").unwrap();
    assert_eq!((told.separator, cells(&told)), (Some(';'), vec![(2, vec!["A,B", "C"])]));
}

#[test]
fn every_encoding_is_found() {
    let text = "Surname,Forename\nÓ Néill,Siân\nD’Souza,Zoë\n";
    let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let bom = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let little_bom = [&[0xFF, 0xFE][..], &little].concat();
    for (bytes, encoding) in [
        (text.as_bytes(), "UTF-8"),
        (&bom, "UTF-8"),
        (&windows, "windows-1252"),
        (&little, "UTF-16LE"),
        (&big, "UTF-16BE"),
        (&little_bom, "UTF-16LE"),
    ] {
        let table = read("roll.csv", bytes).unwrap();
        assert_eq!(table.encoding, encoding);
        assert_eq!(cells(&table), [(2, vec!["Ó Néill", "Siân"]), (3, vec!["D’Souza", "Zoë"])], "{encoding}");
    }
}

#[test]
fn rows_have_the_numbers_a_spreadsheet_shows() {
    let text = "Whole school\r\n\r\nSurname,Forename,Class\r\n\"Ng\r\nWei\",Li,1A\r\n\r\n,,\r\nKhan,Leo,1B,\r\nHall,Mei\r\n\
                Surname,Forename,Class\r\n\"O\"\"Neill\",Siân,=\"1C\",more";
    let table = read("roll.csv", text.as_bytes()).unwrap();
    assert_eq!(
        cells(&table),
        [
            (4, vec!["Ng Wei", "Li", "1A"]),
            (7, vec!["Khan", "Leo", "1B"]),
            (8, vec!["Hall", "Mei", ""]),
            (10, vec!["O\"Neill", "Siân", "1C", "more"]),
        ],
        "titles, blank rows and repeated headings are passed over, ragged rows evened, extra cells kept"
    );
    assert!(table.notices[0].contains("row 3"), "{:?}", table.notices);
}

#[test]
fn old_line_ends_are_read() {
    assert_eq!(cells(&read("roll.csv", b"Surname,Forename\rKhan,Leo\r").unwrap()), [(2, vec!["Khan", "Leo"])]);
}

#[test]
fn what_is_no_list_is_refused_with_a_sentence() {
    let long = format!("Surname,Forename\nKhan,\"{}\n", "never closed\n".repeat(800));
    let rows = format!("Surname,Forename\n{}", "Khan,Leo\n".repeat(100_000));
    let columns = format!("Surname,Forename{}\nKhan,Leo\n", ",x".repeat(300));
    let noise: Vec<u8> = (0..50_000_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for (name, bytes, expected) in [
        ("a.csv", &b""[..], "import.empty"),
        ("a.csv", b" \r\n\t", "import.empty"),
        ("a.csv", &noise, "import.too_big"),
        ("a.csv", &noise[..100_000], "import.not_a_list"),
        ("a.pdf", b"%PDF-1.7 and more", "import.not_a_list"),
        ("a.csv", b"\x89PNG\r\n\x1a\n and more", "import.not_a_list"),
        ("a.xls", b"<html><table><tr><td>Surname</td></tr></table>", "import.not_a_list"),
        ("a.csv", b"\n<!DOCTYPE html><html></html>", "import.not_a_list"),
        ("a.xml", b"<?xml version=\"1.0\"?><other/>", "import.not_a_list"),
        ("a.xml", b"<CTfile><CTFpupilData><Pupil>", "import.broken"),
        ("a.xml", b"<CTfile><CTFpupilData/></CTfile>", "import.no_rows"),
        ("a.csv", b"Surname\nKhan\nHall\n", "import.one_column"),
        ("a.csv", b"Dear all, please find below\nthe list, as asked, of pupils\n", "import.no_headings"),
        ("a.csv", b"Khan,Leo,1A\nHall,Mei,1B\n", "import.no_headings"),
        ("a.csv", b"Surname,Forename,DOB\n,,\n", "import.no_rows"),
        ("a.csv", long.as_bytes(), "import.long_cell"),
        ("a.csv", rows.as_bytes(), "import.too_many_rows"),
        ("a.csv", columns.as_bytes(), "import.too_many_columns"),
        ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "import.old_excel"),
        ("a.xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "import.password"),
        ("a.xlsx", b"PK\x03\x04 cut short", "import.broken"),
    ] {
        assert_eq!(code(name, bytes), expected, "{name}: {:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(40)]));
    }
}

#[test]
fn a_quotation_mark_that_is_not_closed_swallows_no_pupil() {
    let roll = |mark: &str, after: &str| {
        let rows =
            |from: u32, to: u32| (from..to).map(|n| format!("Hall,Mei {n},1A,01/02/2018,quiet\n")).collect::<String>();
        format!(
            "Surname,Forename,Class,DOB,Comment\n{}Khan,Leo,1A,01/03/2018,{mark}\n{}{after}",
            rows(0, 4),
            rows(4, 9)
        )
    };
    for (text, said) in [
        (roll("\"never closed", ""), Err("import.long_cell")),
        (roll("\"never closed", "Ng,Li,1A,01/03/2018,\"is closed\"\n"), Err("import.long_cell")),
        (roll("\"two lines,\nof one note\"", ""), Ok(10)),
        (roll("a 5\" ruler", ""), Ok(10)),
    ] {
        match (read("roll.csv", text.as_bytes()), said) {
            (Ok(table), Ok(rows)) => assert_eq!(table.rows.len(), rows, "{text}"),
            (Err(fault), Err(code)) => {
                assert_eq!(fault.code, code);
                assert!(fault.message.contains("row 6"), "{}", fault.message);
            }
            (read, _) => panic!("{:?}\n{text}", read.map(|table| table.rows.len())),
        }
    }
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn archives_that_are_no_plain_workbook_are_refused() {
    for (files, expected) in [
        (&[("notes.txt", &b"x"[..])][..], "import.not_a_list"),
        (&[("word/document.xml", b"<x/>")], "import.not_a_list"),
        (&[("xl/workbook.xml", b"<x/>"), ("xl/vbaProject.bin", b"x")], "import.macros"),
        (&[("xl/workbook.xml", b"no xml at all")], "import.broken"),
    ] {
        assert_eq!(code("a.xlsx", &archive(files)), expected);
    }
}

#[test]
fn what_an_archive_unpacks_to_is_counted() {
    let bytes = archive(&[("xl/workbook.xml", b"<x/>"), ("xl/worksheets/sheet1.xml", &[b' '; 100_000])]);
    assert!(bytes.len() < 1_000);
    assert_eq!(xlsx::measure(&bytes, 100_004), Ok(()));
    assert_eq!(xlsx::measure(&bytes, 100_003).unwrap_err().code, "import.too_big");
}

#[test]
fn a_workbook_that_claims_more_texts_than_there_is_room_for_is_refused() {
    const SHEET: &str =
        r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
    for (claim, expected) in [("18446744073709551615", "import.broken"), ("1", "import.one_column")] {
        let strings = format!("<sst count = '1' uniqueCount = '{claim}'><si><t>Surname</t></si></sst>");
        assert_eq!(code("a.xlsx", &made_of(SHEET, &strings)), expected);
    }
}

/// A workbook of one sheet, made of these parts as they are.
fn made_of(sheet: &str, strings: &str) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book =
        format!(r#"<workbook xmlns:r="{kind}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#);
    let link = |id: &str, what: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{kind}/{what}" Target="{target}"/>"#)
    };
    let links = |links: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>"#
        )
    };
    let root = links(&link("rId1", "officeDocument", "xl/workbook.xml"));
    let parts = links(
        &(link("rId1", "worksheet", "worksheets/sheet1.xml") + &link("rId2", "sharedStrings", "sharedStrings.xml")),
    );
    archive(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", parts.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn a_workbook_is_read_with_its_dates_and_numbers() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notes").unwrap().write(0, 0, "Read me").unwrap();
    let sheet = book.add_worksheet();
    sheet.write(1, 0, "Our school").unwrap();
    for (at, heading) in ["Surname", "Forename", "DOB", "Adno", "EAL"].into_iter().enumerate() {
        sheet.write(3, at as u16, heading).unwrap();
    }
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write(4, 0, "Nguyễn").unwrap().write(4, 1, "Isla").unwrap();
    sheet.write_with_format(4, 2, 40722, &day).unwrap().write(4, 3, 4071).unwrap().write(4, 4, true).unwrap();
    sheet.write(6, 0, "Khan").unwrap().write(6, 1, "Leo").unwrap().write(6, 2, 40722).unwrap();
    // A cell in the last corner of the sheet takes no room.
    sheet.write(1_048_575, 16_383, "x").unwrap();
    let table = read("list.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(table.source, FileKind::Xlsx);
    assert_eq!(
        cells(&table),
        [(5, vec!["Nguyễn", "Isla", "2011-06-28", "4071", "Yes"]), (7, vec!["Khan", "Leo", "40722", "", ""])]
    );
    assert_eq!(table.notices.len(), 2, "the other sheet and the rows above the headings: {:?}", table.notices);
}

#[test]
fn merged_cells_and_formulas_are_told_by_their_rows() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, heading) in ["Surname", "Forename", "Class", "DOB"].into_iter().enumerate() {
        sheet.write(0, at as u16, heading).unwrap();
    }
    for (row, name) in ["Ng", "Khan", "Hall", "Li"].into_iter().enumerate() {
        sheet.write(row as u32 + 1, 0, name).unwrap().write(row as u32 + 1, 1, "Leo").unwrap();
    }
    sheet.merge_range(1, 2, 3, 2, "4A", &Format::new()).unwrap();
    sheet.write_formula(1, 3, rust_xlsxwriter::Formula::new("=A1").set_result("2018-01-31")).unwrap();
    sheet.write_formula(2, 3, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    let table = read("list.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let classes: Vec<&str> = table.rows.iter().map(|row| row.cells[2].as_str()).collect();
    assert_eq!(classes, ["4A", "4A", "4A", ""], "as it stands for whoever looks at it");
    assert_eq!(table.rows[0].cells[3], "2018-01-31", "a formula's result");
    assert!(table.notices.iter().any(|said| said.starts_with("Row 2 has merged cells")), "{:?}", table.notices);
}

#[test]
fn formulas_without_a_result_and_with_an_error_are_told_by_their_rows() {
    const SHEET: &str = r#"<worksheet><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>Surname</t></is></c><c r="B1" t="inlineStr"><is><t>DOB</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>Ng</t></is></c><c r="B2"><f>TODAY()</f></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>Khan</t></is></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>Hall</t></is></c><c r="B4" t="str"><f>IF(1,"","")</f><v></v></c></row>
        </sheetData></worksheet>"#;
    let table = read("a.xlsx", &made_of(SHEET, "<sst/>")).unwrap();
    assert_eq!(cells(&table), [(2, vec!["Ng", ""]), (3, vec!["Khan", ""]), (4, vec!["Hall", ""])]);
    let told: Vec<&str> = table.notices.iter().map(|said| said.split(" has ").next().unwrap()).collect();
    assert_eq!(told, ["Row 3", "Row 2"], "{:?}", table.notices);
}

#[test]
fn a_row_of_ten_thousand_characters_is_told_and_the_rest_is_read() {
    let long = "x".repeat(10_000);
    let wide = format!("Ng,Li,{}\n", "y".repeat(4_900));
    let text = format!("Surname,Forename,Notes\nKhan,Leo,{long}\n{wide}Hall,Mei,\n");
    let table = read("list.csv", text.as_bytes()).unwrap();
    assert_eq!(table.rows.len(), 3);
    assert_eq!(table.rows[0].cells[2].len(), MOST_CHARACTERS);
    assert!(table.notices[0].starts_with("Row 2 has a cell of more than 5,000 characters"), "{:?}", table.notices);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [["Surname", "Forename"], ["Khan", &long], ["Hall", "Mei"]].into_iter().enumerate() {
        sheet.write(row as u32, 0, cells[0]).unwrap().write(row as u32, 1, cells[1]).unwrap();
    }
    let table = read("list.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    assert_eq!((table.rows.len(), table.notices.len()), (2, 1));
}

#[test]
fn two_headings_alike_are_told() {
    let table = read("list.csv", b"Surname,Forename,Class,Class\nKhan,Leo,4A,Maths 2\n").unwrap();
    let preview = crate::preview(
        &table,
        &crate::guess(&table, None),
        &[],
        daybook_domain::codes::RulePack::england(),
        "2026-11-02".parse().unwrap(),
        "2026-11-02".parse().unwrap(),
    );
    let notices = preview.unwrap().notices;
    assert!(notices.iter().any(|said| said.starts_with("2 columns are headed \"Class\".")), "{notices:?}");
}

#[test]
fn a_cell_that_was_kept_from_running_is_as_it_was() {
    let table = read("list.csv", "Surname,Forename\n'-Ng,'=\"1\"\n'quoted',Li\n".as_bytes()).unwrap();
    assert_eq!(table.rows[0].cells[0], "-Ng");
    assert_eq!(table.rows[1].cells[0], "'quoted'");
}

const TRANSFER: &str = r#"<?xml version="1.0" encoding="UTF-16"?>
<c:CTfile xmlns:c="urn:example"><c:CTFpupilData><c:Pupil><c:UPN>B801200005001</c:UPN><c:Surname>O&apos;Brien &#38; Li</c:Surname>
<c:Forename><![CDATA[Zoë]]></c:Forename><c:DOB>2018-05-13</c:DOB><c:Odd><c:Surname>not hers</c:Surname></c:Odd>
<c:SENhistory><c:SEN><c:StartDate>2024-09-02</c:StartDate><c:SENprovision>K</c:SENprovision></c:SEN>
<c:SEN><c:StartDate>2022-09-01</c:StartDate><c:SENprovision>N</c:SENprovision></c:SEN>
<c:SENneeds><c:SENneed><c:SENtypeRank>2</c:SENtypeRank><c:SENtype>ASD</c:SENtype></c:SENneed>
<c:SENneed><c:NeedEndDate>2023-01-01</c:NeedEndDate><c:SENtypeRank>1</c:SENtypeRank><c:SENtype>MLD</c:SENtype></c:SENneed>
<c:SENneed><c:SENtypeRank>1</c:SENtypeRank><c:SENtype>SLCN</c:SENtype></c:SENneed></c:SENneeds></c:SENhistory>
</c:Pupil></c:CTFpupilData></c:CTfile>"#;

#[test]
fn a_transfer_file_is_read_with_its_history_of_provision() {
    let utf_16: Vec<u8> = [0xFEFF].into_iter().chain(TRANSFER.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [TRANSFER.as_bytes(), &utf_16] {
        let table = read("joiners.xml", bytes).unwrap();
        assert_eq!(table.source, FileKind::Ctf);
        let row = [
            "B801200005001",
            "O'Brien & Li",
            "Zoë",
            "",
            "2018-05-13",
            "",
            "",
            "K",
            "2024-09-02",
            "SLCN, ASD",
            "",
            "K 2024-09-02",
            "",
        ];
        assert_eq!(cells(&table), [(1, row.to_vec())], "the latest spell, the needs not ended, by rank");
    }
}

#[test]
fn a_transfer_file_that_declares_entities_is_refused() {
    let bomb =
        r#"<!DOCTYPE CTfile [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]><CTfile>&a;&x;</CTfile>"#;
    assert_eq!(code("joiners.xml", format!("<?xml version=\"1.0\"?>{bomb}").as_bytes()), "import.not_a_list");
    // Without a declaration there is nothing to expand or to fetch.
    let bare =
        "<CTfile><CTFpupilData><Pupil><Surname>Ng&x;</Surname><Forename>Li</Forename></Pupil></CTFpupilData></CTfile>";
    assert_eq!(read("joiners.xml", bare.as_bytes()).unwrap().rows[0].cells[1], "Ng?");
    let deep = format!("<CTfile>{}", "<a>".repeat(10_000));
    assert_eq!(code("joiners.xml", deep.as_bytes()), "import.broken");
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read("a.csv", &bytes);
        let _ = read("a.xlsx", &[b"PK\x03\x04", bytes.as_slice()].concat());
        let _ = read("a.xml", &[b"<CTfile>", bytes.as_slice()].concat());
    }

    #[test]
    fn no_damage_to_a_workbook_is_too_odd(at in 0..18_000_usize, with in proptest::collection::vec(any::<u8>(), 1..40)) {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/secondary-sen-list.xlsx");
        let mut bytes = std::fs::read(path).unwrap();
        let end = (at + with.len()).min(bytes.len());
        bytes[at..end].copy_from_slice(&with[..end - at]);
        let _ = read("a.xlsx", &bytes);
    }

    #[test]
    fn no_damaged_sheet_is_too_odd(sheet in "(<row r=\"[0-9]{1,9}\">|<c r=\"[A-Z]{0,4}[0-9]{0,8}\"( t=\"(s|n|b|e|d|str|inlineStr)\")?>|<v>[-0-9e.]{0,9}</v>|<is><t>[a-z]{0,9}</t></is>|</c>|</row>){0,40}") {
        let sheet = format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>");
        let _ = read("a.xlsx", &made_of(&sheet, "<sst><si><t>Surname</t></si></sst>"));
    }
}
