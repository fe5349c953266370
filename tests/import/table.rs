//! Rows and cells: every way of writing a CSV, workbooks, and the numbers of rows.

use encoding_rs::{UTF_16LE, WINDOWS_1252};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use wep::import::table::{Row, read};

use super::table_of;

fn places(text: &str) -> Vec<(u32, u32)> {
    table_of(text).rows.iter().map(|row| (row.place.row, row.place.line.unwrap())).collect()
}

#[test]
fn rows_have_the_number_of_excel_and_the_line_of_the_file() {
    assert_eq!(places("a;b\r\n1;2\r\n\r\n3;4\r\n"), [(2, 2), (4, 4)], "Excel counts an empty line");
    assert_eq!(places("a;b\n\"een\ntwee\";2\n3;4\n"), [(2, 2), (3, 4)], "a line break in a cell makes no row");
    assert_eq!(places("sep=;\r\na;b\r\n1;2\r\n"), [(2, 3)], "Excel does not show the line with the separator");
    assert_eq!(places("a;b\r1;2\r"), [(2, 2)], "line ends of an old Mac");
    let titled = table_of("Lijst van 2026;\n;\nnaam;plaats\nx;y\n");
    assert_eq!((titled.header.row, titled.headers.join(" "), titled.rows[0].place.row), (3, "naam plaats".into(), 4));
}

#[test]
fn encoding_and_separator_are_found() {
    let text = "Naam;Plaats\r\nTaalcafé € ’t Hóf;Súdveld\r\n";
    let (windows, ..) = WINDOWS_1252.encode(text);
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let tabs: Vec<u8> = text.replace(';', "\t").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let unicode = [b"\xFF\xFE".to_vec(), tabs].concat();
    for (bytes, encoding, separator) in [
        (windows.to_vec(), "Windows-tekst (Windows-1252)", ';'),
        (marked, "UTF-8", ';'),
        (text.as_bytes().to_vec(), "UTF-8", ';'),
        (unicode, "Unicode-tekst (UTF-16)", '\t'),
        (text.replace(';', ",").into_bytes(), "UTF-8", ','),
    ] {
        let table = read(&bytes, None).unwrap();
        assert_eq!((table.form.encoding, table.form.separator), (Some(encoding), Some(separator)));
        assert_eq!(table.rows[0].cells, ["Taalcafé € ’t Hóf", "Súdveld"]);
    }
    assert_eq!(UTF_16LE.name(), "UTF-16LE");
}

/// As Excel saves them: é, ë, ö and ü in code page 850 (437 has the same), and on an old Mac.
#[test]
fn a_list_in_the_letters_of_dos_or_an_old_mac_is_refused_with_the_way_out() {
    let saved = |letters: [u8; 4]| {
        let text = "naam;plaats\r\nTaalcaf1;Veldrijk\r\nCo2peratie Zo3;S4dveld\r\n";
        let letter = |byte: u8| if matches!(byte, b'1'..=b'4') { letters[usize::from(byte - b'1')] } else { byte };
        text.bytes().map(letter).collect::<Vec<u8>>()
    };
    for (letters, form) in [([0x82, 0x94, 0x89, 0xA3], "MS-DOS"), ([0x8E, 0x9A, 0x91, 0x9C], "Macintosh")] {
        let error = read(&saved(letters), None).unwrap_err();
        assert!(error.message.contains(form) && error.help.contains("CSV UTF-8"), "{error:?}");
    }
    let table = read(&saved([0xE9, 0xF6, 0xEB, 0xFA]), None).unwrap();
    assert_eq!(table.rows[1].cells, ["Coöperatie Zoë", "Súdveld"]);
    let (text, ..) = WINDOWS_1252.encode("naam;plaats\nDe ‚Brug‘ – ‘t Huis 5‰ • „Zo” …;Škoda ƒ\n");
    assert_eq!(read(&text, None).unwrap().form.encoding, Some("Windows-tekst (Windows-1252)"), "signs are no letters");
}

#[test]
fn a_broken_row_costs_only_itself() {
    for (broken, why) in [
        ("\"open;x", "aanhalingsteken"),
        ("\"De \"Brug\"\";x", "achter een aanhalingsteken"),
        ("a;b;c", "3 cellen"),
        ("alleen", "maar 1 van de 2"),
        ("a\0b;c", "nulteken"),
        (&"x".repeat(40_000), "32.767"),
    ] {
        let good = "goed;ja\n".repeat(40);
        let table = table_of(&format!("naam;plaats\n{good}{broken}\n{good}\"laatste\";nee\n"));
        assert_eq!(table.rows.len(), 81, "{why}");
        assert_eq!(table.rows[80], Row { place: table.rows[80].place, cells: vec!["laatste".into(), "nee".into()] });
        let [row] = &table.unreadable[..] else { panic!("{why}: {:?}", table.unreadable) };
        assert_eq!(row.place.row, 42);
        assert!(row.message.contains(why), "{}", row.message);
    }
}

#[test]
fn separators_that_excel_leaves_out_are_no_fault() {
    // Excel leaves out the last separators where sixteen rows have nothing there.
    let full = "n;p;x\n".repeat(15);
    let short = "n;p\n".repeat(16);
    let table = table_of(&format!("naam;plaats;site\n{full}{short}{full}"));
    assert_eq!((table.rows.len(), table.unreadable.len()), (46, 0));
    assert_eq!(table.rows[20].cells, ["n", "p", ""]);
}

#[test]
fn a_workbook_gives_values_days_and_numbers_without_exponent() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Leeg").unwrap();
    let sheet = workbook.add_worksheet().set_name("Lijst").unwrap();
    for (column, header) in ["naam", "kvk", "datum", "lat"].iter().enumerate() {
        sheet.write_string(2, column as u16, *header).unwrap();
    }
    sheet.write_formula(4, 0, Formula::new("\"De \"&\"Brug\"").set_result("De Brug")).unwrap();
    sheet.write_number(4, 1, 99_000_105.0).unwrap();
    let day = ExcelDateTime::from_ymd(2026, 10, 1).unwrap();
    sheet.write_datetime_with_format(4, 2, &day, &Format::new().set_num_format("d-m-yyyy")).unwrap();
    sheet.write_number(4, 3, 53.2012).unwrap();
    workbook.add_worksheet().set_name("Oud").unwrap().write_string(0, 0, "weg").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let table = read(&bytes, None).unwrap();
    assert_eq!((table.form.sheet.as_deref(), table.header.row, table.rows[0].place.row), (Some("Lijst"), 3, 5));
    assert_eq!(table.rows[0].cells, ["De Brug", "99000105", "2026-10-01", "53,2012"]);
    assert_eq!(read(&bytes, Some("oud")).unwrap().headers, ["weg"]);
    assert!(read(&bytes, Some("Nieuw")).unwrap_err().help.contains("Leeg, Lijst, Oud"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_csv_writes_comes_back(rows in proptest::collection::vec(
        proptest::collection::vec("[ -~éëï€’;\"\n,\t]{0,12}", 3), 1..12))
    {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(["naam", "plaats", "site"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let (bytes, _, lost) = WINDOWS_1252.encode(&text);
        prop_assert!(!lost);
        // Bytes like those of “é’’” are good UTF-8 too, and then nobody can know which was meant.
        prop_assume!(text.is_ascii() || std::str::from_utf8(&bytes).is_err());
        let table = read(&bytes, None).unwrap();
        let expected: Vec<&Vec<String>> = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        prop_assert_eq!(table.unreadable, vec![]);
        prop_assert_eq!(table.rows.iter().map(|row| &row.cells).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2000), zip in any::<bool>()) {
        let bytes = if zip { [b"PK\x03\x04".to_vec(), bytes].concat() } else { bytes };
        let _ = read(&bytes, None);
    }
}
