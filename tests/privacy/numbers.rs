//! Numbers: burgerservicenummers, IBANs and dates of birth, and the numbers that only look like them.

use proptest::prelude::*;
use wep::privacy::{Kind, in_text, masked};

fn kinds(label: &str, text: &str) -> Vec<Kind> {
    in_text(label, text).into_iter().map(|hit| hit.kind).collect()
}

/// Nine digits that pass the eleven-test: the last follows from the others, or there is none.
fn bsn(first: u32) -> Option<String> {
    let digits = format!("{first:08}");
    let sum: u32 =
        digits.bytes().zip([9, 8, 7, 6, 5, 4, 3, 2]).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    (sum % 11 < 10 && first > 0).then(|| format!("{digits}{}", sum % 11))
}

#[test]
fn a_bsn_is_found_however_it_is_written() {
    for text in [
        "123456782",
        "123 456 782",
        "123.456.782",
        "1234.56.782",
        "1234 56 782",
        "123-456-782",
        "123\u{a0}456\u{a0}782",
        "12\u{200b}3456782",
        "１２３４５６７８２",
        "in 2027 123 456 782 gezien",
        "(123456782)",
        "Jan,123456782;",
        "bsn123456782",
        "BSN: 12 34 56 78 2",
        "burgerservicenummer is 123/456-782",
        "BSN 1000.00.08",
        "sofinummer 10000008",
        "10000008",
        "het nummer 10000008 van Jan",
        "1 2 3 4 5 6 7 8 2",
        "tel 0199-123456, en dan 123456782",
    ] {
        assert_eq!(kinds("", text), [Kind::Bsn], "{text}");
    }
    assert_eq!(kinds("bsn", "123456789"), [Kind::Bsn], "under its own name a slip of the pen counts too");
    assert_eq!(kinds("kvk", "123456782"), [Kind::Bsn], "a KvK number has eight digits");
}

#[test]
fn a_number_of_something_else_is_left_alone() {
    for (label, text) in [
        ("", "123456789"),
        ("", "000000000"),
        ("", "0612345678"),
        ("", "06 123 456 78"),
        ("", "(0199) 12 34 56"),
        ("", "+31 123 456 782"),
        ("", "0031 123456782"),
        ("telefoon", "123456782"),
        ("Tel.nr.", "123456782"),
        ("contactpersoon.telefoon", "123 456 782"),
        ("", "tel. 123456782"),
        ("kvk", "10000008"),
        ("KvK-nummer", "10000008"),
        ("", "ingeschreven bij de Kamer van Koophandel onder 10000008"),
        ("", "(KvK 10000008)"),
        ("", "AGB-code 10000008"),
        ("rsin", "123456782"),
        ("", "RSIN 123456782"),
        ("", "NL123456782B01"),
        ("", "€ 123.456.782"),
        ("", "123456782 euro"),
        ("bedrag", "123456782"),
        ("", "1.123.456.782"),
        ("", "20270115"),
        ("", "15012027"),
        ("", "op 11-01-2027 9.00 uur"),
        ("", "08001204"),
        ("", "https://www.brug.example/nieuws/123456782"),
        ("postcode", "8911 AB"),
        ("", "1234567823"),
        ("", "in de weken 12 34 56 78 2"),
        ("", "breedte 53.2011, lengte 5.7929"),
    ] {
        assert_eq!(kinds(label, text), [], "{label}: {text}");
    }
}

#[test]
fn an_iban_is_found_and_what_only_looks_like_one_is_not() {
    for text in ["NL91ABNA0417164300", "nl91 abna 0417 1643 00", "BE68 5390 0754 7034.", "rek. DE89370400440532013000"]
    {
        assert_eq!(kinds("", text), [Kind::Iban], "{text}");
    }
    for text in
        ["NL92ABNA0417164300", "XX91ABNA0417164300", "NL91ABNA04171643001", "xNL91ABNA0417164300", "de 12 gasten"]
    {
        assert_eq!(kinds("", text), [], "{text}");
    }
}

#[test]
fn a_day_counts_only_beside_a_word_for_birth() {
    for (label, text) in [
        ("geboortedatum", "12-03-1984"),
        ("geboorte_datum", "1984"),
        ("Geb.datum", "30753"),
        ("geboren", "12 maart"),
        ("", "Jan, geb. 12-3-84"),
        ("", "geboren op 12 maart 1984 in Veldrijk"),
        ("", "1984-03-12 geboren"),
        ("", "Geboortedag: 12 mrt ’84"),
        ("", "geb 12031984"),
    ] {
        assert_eq!(kinds(label, text), [Kind::BirthDate], "{label}: {text}");
    }
    for (label, text) in [
        ("startdatum", "2027-01-11"),
        ("", "op 12 maart 2027 om 14.30 uur"),
        ("eigen_vragen", "Uw geboortedatum (mag leeg)"),
        ("", "Het idee is geboren in 2011"),
        ("", "gebouw 12-3-2027"),
        ("", "Nieuwgeborenen krijgen op 12 maart 2027 een boek"),
        ("", "Geboren en getogen in de wijk. De wandelgroep begint weer, elke week en voor iedereen, op 12 maart 2027"),
    ] {
        assert_eq!(kinds(label, text), [], "{label}: {text}");
    }
}

#[test]
fn what_is_quoted_is_masked() {
    assert_eq!(masked("‘jan 123456782’ is geen datum"), "‘jan █████████’ is geen datum");
    assert_eq!(masked("niets aan de hand"), "niets aan de hand");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Any number that passes the eleven-test, in a text without a word that says what else it is.
    #[test]
    fn every_bsn_is_found(
        first in 1_000_000_u32..100_000_000,
        form in 0..4,
        before in "[A-Z][a-z é,.]{0,30}[ (:]",
        behind in "([ ,.;)][a-z é,.]{0,30})?",
    ) {
        let Some(number) = bsn(first) else { return Ok(()) };
        let (a, b, c) = (&number[..3], &number[3..6], &number[6..]);
        let written = match form {
            0 => number.clone(),
            1 => format!("{a} {b} {c}"),
            2 => format!("{a}.{b}.{c}"),
            _ => format!("{}.{}.{}", &number[..4], &number[4..6], c),
        };
        for known in ["tel", "fax", "rsin", "btw", "euro", "graad", "kosten", "prijs", "anbi", "phone", "mobiel"] {
            prop_assume!(!before.to_lowercase().contains(known) && !behind.to_lowercase().contains(known));
        }
        let text = format!("{before}{written}{behind}");
        prop_assert!(kinds("", &text).contains(&Kind::Bsn), "{text}");
        prop_assert!(!masked(&text).contains(&written), "{text}");
    }

    /// A number with another last digit is none.
    #[test]
    fn no_other_number_is(first in 1_000_000_u32..100_000_000, last in 0..10_u32) {
        let digits = format!("{first:08}{last}");
        prop_assume!(bsn(first).as_deref() != Some(&digits));
        prop_assert_eq!(kinds("", &digits), []);
    }

    /// No text makes it stumble, and every place is one of the text.
    #[test]
    fn any_text_can_be_looked_at(label in any::<String>(), text in "\\PC{0,60}|[0-9 .NL-]{0,60}|(Jan|dhr\\.|heeft|PTSS|geb\\.|[0-9.\\- ]|é|█){0,12}") {
        for hit in in_text(&label, &text) {
            prop_assert!(text.get(hit.span.clone()).is_some_and(|part| !part.is_empty()));
        }
        prop_assert_eq!(masked(&text).chars().count(), text.chars().count());
    }
}
