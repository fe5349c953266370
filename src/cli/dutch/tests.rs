//! Every kind of mistake, made on purpose.

use clap::value_parser;

use super::*;

/// Words that clap would say itself.
const ENGLISH: [&str; 14] = [
    "error",
    "Usage",
    "Options",
    "Commands",
    "Arguments",
    "Print",
    "help",
    "default",
    "possible",
    "tip:",
    "required",
    "unexpected",
    "invalid",
    "alias",
];

fn sample() -> Command {
    let numbered = |text: &str| text.parse::<u8>().map_err(|_| format!("‘{text}’ is geen getal"));
    let make = Command::new("maak")
        .about("Maakt iets.")
        .visible_alias("doe")
        .arg(Arg::new("naam").required(true).help("De naam"))
        .arg(Arg::new("vorm").long("vorm").value_parser(["rond", "vierkant"]).help("De vorm"))
        .arg(Arg::new("aantal").long("aantal").value_parser(numbered).default_value("1").help("Hoeveel"))
        .arg(Arg::new("twee").long("twee").num_args(2).help("Twee dingen"))
        .arg(Arg::new("veel").long("veel").num_args(2..).help("Veel dingen"))
        .arg(Arg::new("gelijk").long("gelijk").require_equals(true).help("Met een ="))
        .arg(Arg::new("stil").long("stil").action(ArgAction::SetTrue).conflicts_with("luid").help("Zacht"))
        .arg(Arg::new("luid").long("luid").action(ArgAction::SetTrue).help("Hard"))
        .arg(Arg::new("tekst").long("tekst").value_parser(value_parser!(String)).help("Tekst"));
    dutch(Command::new("wep").version("1.2.3").about("Proef.").subcommand_required(true).subcommand(make))
}

fn said(words: &[&str]) -> (ErrorKind, String) {
    let words: Vec<OsString> = words.iter().map(OsString::from).collect();
    explain(words)
}

fn explain(words: Vec<OsString>) -> (ErrorKind, String) {
    let error = sample().try_get_matches_from(words).unwrap_err();
    let kind = error.kind();
    let text = anstream::adapter::strip_str(&answer(error).text).to_string();
    for word in ENGLISH {
        assert!(!text.replace("--help", "").contains(word), "{word}: {text}");
    }
    (kind, text)
}

#[test]
fn every_mistake_is_explained_in_dutch() {
    for (words, kind, expected) in [
        (&["wep", "maak", "a", "--vrom"][..], ErrorKind::UnknownArgument, "Bedoelde u ‘--vorm’?"),
        (&["wep", "maak", "a", "b"], ErrorKind::UnknownArgument, "‘b’ is geen optie en hoort hier niet"),
        (&["wep", "mak"], ErrorKind::InvalidSubcommand, "Bedoelde u ‘maak’?"),
        (&["wep", "maak", "a", "--vorm"], ErrorKind::InvalidValue, "hoort een waarde"),
        (&["wep", "maak", "a", "--vorm", "plat"], ErrorKind::InvalidValue, "keuzes: rond, vierkant"),
        (&["wep", "maak", "a", "--aantal", "x"], ErrorKind::ValueValidation, "‘x’ is geen getal"),
        (&["wep", "maak"], ErrorKind::MissingRequiredArgument, "dit ontbreekt nog: <naam>"),
        (&["wep"], ErrorKind::MissingSubcommand, "de opdracht ontbreekt"),
        (
            &["wep", "maak", "a", "--stil", "--luid"],
            ErrorKind::ArgumentConflict,
            "‘--stil’ kan niet samen met ‘--luid’",
        ),
        (&["wep", "maak", "a", "--stil", "--stil"], ErrorKind::ArgumentConflict, "‘--stil’ mag maar één keer"),
        (&["wep", "maak", "a", "--gelijk", "x"], ErrorKind::NoEquals, "hoort een ="),
        (&["wep", "maak", "a", "--stil=ja"], ErrorKind::TooManyValues, "‘ja’ is te veel bij ‘--stil’"),
        (&["wep", "maak", "a", "--veel", "x"], ErrorKind::TooFewValues, "minstens 2 waarden; het zijn er 1"),
        (&["wep", "maak", "a", "--twee", "x"], ErrorKind::WrongNumberOfValues, "horen 2 waarden; het zijn er 1"),
    ] {
        let (actual, text) = said(words);
        assert_eq!(actual, kind, "{words:?}: {text}");
        assert!(text.starts_with("fout: ") && text.contains(expected), "{words:?}: {text}");
    }
}

#[cfg(unix)]
#[test]
fn text_that_is_no_text_is_explained_too() {
    use std::os::unix::ffi::OsStringExt;
    let words = vec!["wep".into(), "maak".into(), "a".into(), "--tekst".into(), OsString::from_vec(vec![0xff, 0xfe])];
    let (kind, text) = explain(words);
    assert_eq!(kind, ErrorKind::InvalidUtf8);
    assert!(text.contains("UTF-8"), "{text}");
}

#[test]
fn a_kind_without_words_of_its_own_still_speaks_dutch() {
    for kind in [ErrorKind::Io, ErrorKind::Format] {
        let text = answer(clap::Error::new(kind).with_cmd(&sample())).text;
        assert!(text.contains("niet te begrijpen"), "{text}");
    }
}

#[test]
fn help_has_dutch_headings_and_notes() {
    for words in
        [&["wep", "--help"][..], &["wep", "maak", "--help"], &["wep", "maak", "-h"], &["wep", "maak", "--hulp"]]
    {
        let (kind, text) = said(words);
        assert_eq!(kind, ErrorKind::DisplayHelp);
        assert!(text.contains("Gebruik: wep") && text.contains("Algemene opties:"), "{text}");
    }
    let (_, text) = said(&["wep", "maak", "--help"]);
    assert!(text.contains("Argumenten:") && text.contains("[keuzes: rond, vierkant]"), "{text}");
    assert!(text.contains("[anders: 1]") && text.contains("[OPTIES]"), "{text}");
    assert!(said(&["wep", "--help"]).1.contains("[ook: doe]"));
    assert_eq!(said(&["wep", "--versie"]).1, "wep 1.2.3\n");
}
