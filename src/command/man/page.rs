//! One page of the manual: what clap_mangen makes of the options and the commands, with Dutch headings and the help in parts.

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

/// How every page begins: in which letters it is written, and who made it.
pub const MARK: &str = ".\\\" -*- coding: UTF-8 -*-\n.\\\" Gemaakt door: wep man\n";

/// What stands above the commands to copy, in the help of a command and in that of wep itself.
const EXAMPLES: [&str; 2] = ["Voorbeeld:", "Begin met:"];

/// A page and the name of its file, such as `wep-convenant.1`.
pub struct Page {
    pub name: String,
    pub text: String,
}

/// The pages of a command and of all below it, its own first.
pub fn all(mut command: Command) -> Vec<Page> {
    // Gives every command the options of those above it, and its full name.
    command.build();
    let source = format!("wep {}", command.get_version().unwrap_or_default());
    let mut pages = Vec::new();
    collect(&command, &source, &mut pages);
    pages
}

fn collect(command: &Command, source: &str, pages: &mut Vec<Page>) {
    pages.push(page(command, source));
    command.get_subcommands().filter(|inner| !inner.is_hide_set()).for_each(|inner| collect(inner, source, pages));
}

fn page(command: &Command, source: &str) -> Page {
    // A page has no date. An empty one would be left out, and then the source would stand in its place.
    let man = Man::new(command.clone()).date("\"\"").source(source).manual("Handleiding van wep");
    let mut text = String::from(MARK);
    text.push_str(&Roff::default().render());
    text.push_str(&part(|bytes| man.render_title(bytes)));
    text.push_str(&body(&name(command)));
    text.push_str(&body(&usage(command)));
    text.push_str(&body(&description(command)));
    text.push_str(&part(|bytes| man.render_options_section(bytes)));
    if command.has_subcommands() {
        text.push_str(&part(|bytes| man.render_subcommands_section(bytes)).replace(".SH Opdrachten", ".SH OPDRACHTEN"));
    }
    text.push_str(&body(&examples(command)));
    text.push_str(&body(&related(command)));
    Page { name: man.get_filename(), text }
}

/// A part that clap_mangen renders.
fn part(render: impl Fn(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    // Writing into memory does not fail.
    let _ = render(&mut bytes);
    without_beginning(&String::from_utf8_lossy(&bytes))
}

/// A part of our own.
fn body(roff: &Roff) -> String {
    without_beginning(&roff.render())
}

/// Every part begins with what belongs once above the page.
fn without_beginning(text: &str) -> String {
    text.strip_prefix(&Roff::default().render()).unwrap_or(text).to_owned()
}

fn full_name(command: &Command) -> &str {
    command.get_display_name().unwrap_or(command.get_name())
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn name(command: &Command) -> Roff {
    let mut roff = section("NAAM");
    roff.text([roman(full_name(command)), roman(" - "), roman(about(command).trim_end_matches('.'))]);
    roff
}

fn usage(command: &Command) -> Roff {
    let mut roff = section("GEBRUIK");
    let name = command.get_bin_name().unwrap_or(command.get_name());
    let usage = command.get_overridden_usage().map(ToString::to_string).unwrap_or_default();
    roff.text([bold(name), roman(usage.strip_prefix(name).unwrap_or(&usage))]);
    roff
}

/// The text below the help, apart from the examples.
fn description(command: &Command) -> Roff {
    let mut roff = section("BESCHRIJVING");
    roff.text([roman(format!("{}.", about(command).trim_end_matches('.')))]);
    for paragraph in paragraphs(command).iter().filter(|lines| !is_example(lines)) {
        roff.control("PP", []);
        lines(&mut roff, paragraph);
    }
    roff
}

fn examples(command: &Command) -> Roff {
    let mut roff = section("VOORBEELD");
    for paragraph in paragraphs(command).iter().filter(|lines| is_example(lines)) {
        lines(&mut roff, &paragraph[1..]);
    }
    roff
}

/// The page above this one, and those below the first.
fn related(command: &Command) -> Roff {
    let mut roff = section("ZIE OOK");
    let above = full_name(command).rsplit_once('-').map_or("wep", |(above, _)| above);
    let all: Vec<String> = match command.get_name() {
        "wep" => command.get_subcommands().map(|inner| format!("{}(1)", full_name(inner))).collect(),
        // A command of two words is below `wep` too.
        _ if command.get_bin_name().is_some_and(|name| name.split(' ').count() == 2) => vec!["wep(1)".to_owned()],
        _ => vec!["wep(1)".to_owned(), format!("{above}(1)")],
    };
    roff.text([roman(all.join(", "))]);
    roff
}

fn section(heading: &str) -> Roff {
    let mut roff = Roff::default();
    roff.control("SH", [heading]);
    roff
}

/// The text below the help, in the parts that an empty line divides it in.
fn paragraphs(command: &Command) -> Vec<Vec<String>> {
    let text = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    text.split("\n\n").map(|paragraph| paragraph.lines().map(str::to_owned).collect()).collect()
}

fn is_example(paragraph: &[String]) -> bool {
    paragraph.first().is_some_and(|line| EXAMPLES.contains(&line.as_str()))
}

/// Lines of running text; those that stand in stay lines of their own.
fn lines(roff: &mut Roff, lines: &[String]) {
    let mut kept = false;
    for line in lines {
        if line.starts_with(' ') != kept {
            kept = !kept;
            roff.control(if kept { "nf" } else { "fi" }, []);
        }
        roff.text([roman(line.as_str())]);
    }
    if kept {
        roff.control("fi", []);
    }
}
