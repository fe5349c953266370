//! From the cells of a row to the fields of an organisation, with everything that is wrong in it.

use std::ops::RangeInclusive;

use super::Unclear;
use super::value::Words;
use crate::check::shape::{self, LONGEST_NAME};
use crate::import::columns::{Column, Field, Purpose};
use crate::import::table::Row;
use crate::model::{Aanbod, Adres, Contactpersoon, Coordinaat, Datum, Organisatie};

/// What Excel puts in a cell that it could not work out, in Dutch and in English.
const EXCEL_ERRORS: [&str; 14] = [
    "#N/B", "#N/A", "#VERW!", "#REF!", "#WAARDE!", "#VALUE!", "#NAAM?", "#NAME?", "#DEEL/0!", "#DIV/0!", "#GETAL!",
    "#NUM!", "#LEEG!", "#NULL!",
];

/// One thing that keeps a row from being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The header of the column; none when it is about the whole row.
    pub column: Option<String>,
    pub message: String,
    pub help: String,
}

/// What a row says.
#[derive(Default)]
pub struct Read {
    pub organisatie: Organisatie,
    pub faults: Vec<Fault>,
    pub unclear: Vec<Unclear>,
    pub remarks: Vec<String>,
}

/// Why a cell cannot be read, and how to mend it.
type Wrong = (String, &'static str);

pub fn read(row: &Row, columns: &[Column], words: &Words) -> Read {
    let mut reader = Reader { row, columns, read: Read::default() };
    let mut one = Organisatie {
        id: reader.cell(Field::Id, id),
        naam: reader.cell(Field::Naam, name),
        korte_naam: reader.cell(Field::KorteNaam, name),
        beschrijving: reader.cell(Field::Beschrijving, free),
        kvk: reader.cell(Field::Kvk, kvk),
        zetel: reader.cell(Field::Zetel, line),
        telefoon: reader.phone(Field::Telefoon),
        email: reader.cell(Field::Email, email),
        website: reader.cell(Field::Website, website),
        nagekeken_op: reader.cell(Field::NagekekenOp, date),
        adres: reader.address(),
        ..Organisatie::default()
    };
    if one.naam.is_none() && reader.read.faults.iter().all(|fault| fault.column != reader.header(Field::Naam)) {
        let help = "Vul de naam van de organisatie in, of haal de rij weg.";
        reader.fault(Field::Naam, ("de naam van de organisatie ontbreekt".to_owned(), help));
    }
    let unclear = &mut Vec::new();
    if let Some(cell) = reader.text(Field::Sector) {
        match words.sector(&cell) {
            Ok(sector) => one.sector = sector,
            Err(found) => unclear.push(found),
        }
    }
    let text = |reader: &mut Reader, field| reader.text(field).unwrap_or_default();
    one.wijken = words.wijken(&text(&mut reader, Field::Wijken), unclear);
    one.rollen = words.rollen(&text(&mut reader, Field::Rollen), unclear);
    let person = Contactpersoon {
        naam: reader.cell(Field::ContactNaam, name),
        functie: reader.cell(Field::ContactFunctie, line),
        telefoon: reader.phone(Field::ContactTelefoon),
        email: reader.cell(Field::ContactEmail, email),
    };
    if person != Contactpersoon::default() {
        one.contactpersonen.push(person);
    }
    let offer = Aanbod {
        naam: reader.cell(Field::AanbodNaam, free),
        beschrijving: reader.cell(Field::AanbodBeschrijving, free),
        leefgebieden: words.leefgebieden(&text(&mut reader, Field::AanbodLeefgebieden), unclear),
        doelgroep: reader.cell(Field::AanbodDoelgroep, free),
        kosten: reader.cell(Field::AanbodKosten, free),
        aanmelden: reader.cell(Field::AanbodAanmelden, free),
        ..Aanbod::default()
    };
    if offer != Aanbod::default() {
        one.aanbod.push(offer);
    }
    reader.read.unclear = std::mem::take(unclear);
    Read { organisatie: one, ..reader.read }
}

struct Reader<'a> {
    row: &'a Row,
    columns: &'a [Column],
    read: Read,
}

impl Reader<'_> {
    fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| matches!(column.purpose, Purpose::Fills(one, _) if one == field))
    }

    fn header(&self, field: Field) -> Option<String> {
        self.column(field).map(|index| match self.columns[index].header.as_str() {
            "" => self.columns[index].letter.clone(),
            header => header.to_owned(),
        })
    }

    fn fault(&mut self, field: Field, (message, help): Wrong) {
        let fault = Fault { column: self.header(field), message, help: help.to_owned() };
        self.read.faults.push(fault);
    }

    /// The text of the cell, without what programs put around it; nothing when it is empty or an error of Excel.
    fn text(&mut self, field: Field) -> Option<String> {
        let text = bare(self.row.cells.get(self.column(field)?)?);
        if EXCEL_ERRORS.contains(&text.to_uppercase().as_str()) {
            let help = "Open de lijst in Excel en zet in deze cel de goede waarde.";
            self.fault(field, (format!("‘{text}’ is een fout van Excel en geen waarde"), help));
            return None;
        }
        Some(text).filter(|text| !text.is_empty())
    }

    fn cell<T>(&mut self, field: Field, parse: fn(&str) -> Result<T, Wrong>) -> Option<T> {
        let text = self.text(field)?;
        match parse(&text) {
            Ok(value) => Some(value),
            Err(wrong) => {
                self.fault(field, wrong);
                None
            }
        }
    }

    fn phone(&mut self, field: Field) -> Option<String> {
        let (number, remark) = self.cell(field, phone)?;
        self.read.remarks.extend(remark);
        Some(number)
    }

    fn address(&mut self) -> Adres {
        let mut adres = Adres {
            straat: self.cell(Field::Straat, line),
            postcode: self.cell(Field::Postcode, postcode),
            plaats: self.cell(Field::Plaats, line),
            breedtegraad: self.cell(Field::Breedtegraad, |text| degrees(text, &shape::LATITUDES)),
            lengtegraad: self.cell(Field::Lengtegraad, |text| degrees(text, &shape::LONGITUDES)),
        };
        if let Some((code, town)) = self.cell(Field::PostcodePlaats, postcode_and_town) {
            adres.postcode = adres.postcode.or(Some(code));
            adres.plaats = adres.plaats.or(town);
        }
        let (number, rest) = (self.text(Field::Huisnummer), self.text(Field::Toevoeging));
        if let (Some(straat), Some(number)) = (&adres.straat, number) {
            let rest = rest.map_or(String::new(), |rest| if rest.len() > 2 { format!(" {rest}") } else { rest });
            adres.straat = Some(format!("{straat} {number}{rest}"));
        }
        adres
    }
}

/// The text without spaces around it, and without what keeps a spreadsheet from reckoning with it: `="012"`, `'=x`.
fn bare(cell: &str) -> String {
    let text = cell.trim();
    let text = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
    let guarded = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']) || is_number(rest));
    let visible = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t');
    guarded.unwrap_or(text).trim().chars().filter(visible).collect()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Text on one line.
fn line(text: &str) -> Result<String, Wrong> {
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn name(text: &str) -> Result<String, Wrong> {
    let name = line(text)?;
    if name.chars().count() > LONGEST_NAME {
        return Err((
            format!("de naam is langer dan {LONGEST_NAME} tekens"),
            "Maak de naam korter; de rest past bij de beschrijving.",
        ));
    }
    if !name.chars().any(char::is_alphanumeric) {
        return Err((format!("‘{name}’ is geen naam"), "Vul de naam in, of maak de cel leeg."));
    }
    Ok(name)
}

/// Free text, of one or more lines.
fn free(text: &str) -> Result<String, Wrong> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    Ok(text.lines().map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned())
}

fn id(text: &str) -> Result<String, Wrong> {
    match shape::is_id(text) {
        true => Ok(text.to_owned()),
        false => Err((
            format!("de id ‘{text}’ heeft tekens die niet kunnen"),
            "Gebruik alleen kleine letters, cijfers en streepjes, of maak de cel leeg: wep maakt dan zelf een id.",
        )),
    }
}

/// A whole number as Excel may have written it: `12345678.0`, `12345678,00`.
fn whole(text: &str) -> String {
    let (head, tail) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let noughts = !tail.is_empty() && tail.len() <= 2 && tail.bytes().all(|byte| byte == b'0');
    if noughts && is_number(head) { head.to_owned() } else { text.to_owned() }
}

/// `1E+08`, `9,9E+07`: Excel kept the size and threw the digits away.
fn rounded(text: &str) -> bool {
    text.to_lowercase().split_once('e').is_some_and(|(head, tail)| {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || b".,".contains(&byte));
        !head.is_empty() && digits(head) && tail.starts_with('+') && is_number(&tail[1..])
    })
}

fn rounded_away(text: &str) -> Wrong {
    let help = "Zoek het nummer op, maak in Excel de kolom op als Tekst en typ het opnieuw.";
    (format!("Excel heeft van dit nummer ‘{text}’ gemaakt; de cijfers zijn weg"), help)
}

fn kvk(text: &str) -> Result<String, Wrong> {
    if rounded(text) {
        return Err(rounded_away(text));
    }
    let number: String =
        whole(text).chars().filter(|letter| !letter.is_whitespace() && !".-".contains(*letter)).collect();
    if shape::is_kvk(&number) {
        return Ok(number);
    }
    let help = match is_number(&number) && number.len() == 7 {
        true => {
            "Een KvK-nummer heeft acht cijfers. Haalde Excel een 0 vooraan weg? Typ die erbij, met de kolom als Tekst."
        }
        false => "Een KvK-nummer heeft acht cijfers; u vindt het op kvk.nl. Weet u het niet? Maak de cel leeg.",
    };
    Err((format!("‘{text}’ is geen KvK-nummer"), help))
}

fn postcode(text: &str) -> Result<String, Wrong> {
    let help = "Schrijf vier cijfers en twee letters, zoals 1234 AB.";
    shape::postcode(text).ok_or_else(|| (format!("‘{text}’ is geen postcode"), help))
}

fn postcode_and_town(text: &str) -> Result<(String, Option<String>), Wrong> {
    let compact: Vec<(usize, char)> =
        text.char_indices().filter(|(_, letter)| !letter.is_whitespace()).take(6).collect();
    let end = compact.last().map_or(0, |(at, letter)| at + letter.len_utf8());
    let town = line(&text[end..])?;
    Ok((postcode(&text[..end])?, Some(town).filter(|town| !town.is_empty())))
}

/// The number as it is written, and what was mended.
fn phone(text: &str) -> Result<(String, Option<String>), Wrong> {
    if rounded(text) {
        return Err(rounded_away(text));
    }
    let text = whole(&line(text)?);
    let known = |letter: char| letter.is_ascii_digit() || " +-()./\u{a0}\u{2010}\u{2011}\u{2013}".contains(letter);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let international = text.starts_with('+') || digits.starts_with("00");
    let right = match digits.as_bytes() {
        _ if !text.chars().all(known) || text.matches('+').count() > 1 => false,
        _ if international => (9..=15).contains(&digits.len()) && !text[1..].contains('+'),
        [b'0', ..] => digits.len() == 10 || (digits.starts_with("08") || digits.starts_with("09")) && digits.len() == 8,
        [b'1', b'4', b'0', ..] => digits.len() == 5 || digits.len() == 6,
        _ => false,
    };
    if right {
        return Ok((text, None));
    }
    // Excel takes a telephone number for a sum: the nought in front goes, and so does the plus.
    if is_number(&text) && digits.len() == 9 && !digits.starts_with('0') {
        let mended = format!("0{digits}");
        let remark = format!("telefoon {digits}: de 0 vooraan was weg en is teruggezet");
        return Ok((mended, Some(remark)));
    }
    if is_number(&text) && digits.len() == 11 && digits.starts_with("31") {
        return Ok((format!("+{digits}"), Some(format!("telefoon {digits}: de + vooraan was weg en is teruggezet"))));
    }
    Err((format!("‘{text}’ is geen telefoonnummer"), "Zet één nummer in de cel, met tien cijfers, zoals 0199-123456."))
}

fn email(text: &str) -> Result<String, Wrong> {
    let address = text.strip_prefix("mailto:").unwrap_or(text).trim();
    match shape::is_email(address) {
        true => Ok(address.to_owned()),
        false => Err((format!("‘{text}’ is geen e-mailadres"), "Zet één adres in de cel, zoals info@naam.nl.")),
    }
}

fn website(text: &str) -> Result<String, Wrong> {
    let wrong = || (format!("‘{text}’ is geen adres van een website"), "Schrijf het adres zoals www.naam.nl.");
    let small = text.to_lowercase();
    let rest = small.strip_prefix("https://").or_else(|| small.strip_prefix("http://")).unwrap_or(&small);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let letters = host.chars().all(|letter| letter.is_alphanumeric() || ".-".contains(letter));
    let parts = host.split('.').filter(|part| !part.is_empty()).count();
    let right = letters && parts > 1 && parts == host.split('.').count() && !text.contains(char::is_whitespace);
    if right { Ok(text.to_owned()) } else { Err(wrong()) }
}

fn date(text: &str) -> Result<Datum, Wrong> {
    // A moment of Excel has a time behind the day.
    let day = match text.rsplit_once([' ', 'T']) {
        Some((day, time)) if time.contains(':') => day,
        _ => text,
    };
    day.parse()
        .map_err(|message: String| (message, "Schrijf dag-maand-jaar met vier cijfers voor het jaar, zoals 11-1-2027."))
}

fn degrees(text: &str, netherlands: &RangeInclusive<f64>) -> Result<Coordinaat, Wrong> {
    let help = "Schrijf graden met een komma, zoals 53,2012. Weet u het niet? Maak de cel leeg.";
    let value: Coordinaat = text.parse().map_err(|message: String| (message, help))?;
    if netherlands.contains(&value.degrees()) {
        return Ok(value);
    }
    let message = format!("‘{text}’ ligt niet in Nederland: het ligt niet {} graden", shape::between(netherlands));
    Err((message, "Haalde Excel de komma weg, of zijn breedte en lengte verwisseld? Schrijf graden, zoals 53,2012."))
}
