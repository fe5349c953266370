//! Gives the program a mark of what it is built from, so that what another wep made is never taken for what this one would make;
//! the templates that come with it, as the engine reads them; the first names that the guard knows, in order, and how words
//! for a diagnosis begin; and, on Linux, a fixed place in memory, and what is needed first side by side.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use handlebars::{Handlebars, PathSeg, Template};

#[path = "src/privacy/beginning.rs"]
mod beginning;
#[path = "src/shipped/stored.rs"]
mod stored;

use beginning::{PLACES, SIGNS, listed, place};
use stored::{Argument, Call, Element, Stored};

/// Everything that decides what a document looks like: the code, the templates with the fonts, and the libraries.
const SOURCES: [&str; 4] = ["src", "templates", "Cargo.toml", "Cargo.lock"];

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        collect(Path::new(source), &mut files)?;
    }
    files.sort();
    let mut mark = DefaultHasher::new();
    for file in files {
        file.components().for_each(|part| part.as_os_str().to_string_lossy().hash(&mut mark));
        fs::read(&file)?.hash(&mut mark);
    }
    println!("cargo::rustc-env=WEP_BUILD={:016x}", mark.finish());
    fix_addresses();
    order_functions()?;
    sort_names()?;
    mark_beginnings()?;
    store_templates()
}

/// Writes down the first names that the guard knows as a list in order, for `src/privacy/name.rs`.
fn sort_names() -> io::Result<()> {
    let text = fs::read_to_string("src/privacy/voornamen.txt")?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let names: BTreeSet<&str> = lines.flat_map(str::split_whitespace).collect();
    fs::write(out().join("voornamen.rs"), format!("{:?}", Vec::from_iter(names)))
}

/// Writes down how the words for a diagnosis begin, a bit for each place, for `src/privacy/glance.rs`.
fn mark_beginnings() -> io::Result<()> {
    let text = fs::read_to_string("src/privacy/diagnosewoorden.txt")?;
    let mut begin = [0_u64; PLACES / 64];
    for word in listed(&text) {
        // Of more than one word the first; and what is shorter than what is looked at goes on in any way.
        let word = word.split(' ').next().unwrap_or_default().as_bytes();
        let first = &word[..word.len().min(SIGNS)];
        // A sign that is not ASCII is never looked up.
        if !first.is_ascii() {
            continue;
        }
        let mut signs = [0; SIGNS];
        signs[..first.len()].copy_from_slice(first);
        let ways = if first.len() < SIGNS { 0..32 } else { signs[SIGNS - 1]..signs[SIGNS - 1] + 1 };
        for last in ways {
            signs[SIGNS - 1] = last;
            let place = place(signs);
            begin[place / 64] |= 1 << (place % 64);
        }
    }
    fs::write(out().join("diagnosewoorden.rs"), format!("{begin:?}"))
}

/// What is written here, the program includes.
fn out() -> PathBuf {
    std::env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default()
}

/// Where the templates are that the engine reads.
const TEMPLATES: [&str; 3] = ["templates/document", "templates/partial", "templates/page"];

/// Writes down each template as the engine reads it, for `src/shipped.rs`. What cannot be stored is left out: it is
/// read when it is used, and a test tells.
fn store_templates() -> io::Result<()> {
    let out = out();
    let mut files = Vec::new();
    TEMPLATES.iter().try_for_each(|folder| collect(Path::new(folder), &mut files))?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "hbs"));
    files.sort();
    let mut table = String::from("const TEMPLATES: &[(&str, &[u8])] = &[\n");
    for (number, file) in files.iter().enumerate() {
        let text = fs::read_to_string(file)?.replace("\r\n", "\n");
        let mut engine = Handlebars::new();
        engine.set_prevent_indent(true);
        // What is wrong with a template, its user hears.
        let _ = engine.register_template_string("", &text);
        let stored = engine.get_template("").and_then(template);
        if let Some(bytes) = stored.and_then(|stored| postcard::to_extend(&stored, Vec::new()).ok()) {
            let name = format!("{number}.template");
            fs::write(out.join(&name), bytes)?;
            let _ = writeln!(table, "    ({text:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))),");
        }
    }
    table.push_str("];\n");
    fs::write(out.join("templates.rs"), table)
}

fn template(template: &Template) -> Option<Stored<'_>> {
    let elements = template.elements.iter().map(element).collect::<Option<_>>()?;
    Some(Stored { elements, places: template.mapping.iter().map(|place| (place.0, place.1)).collect() })
}

fn element(element: &TemplateElement) -> Option<Element<'_>> {
    Some(match element {
        TemplateElement::RawString(text) => Element::Text(text),
        TemplateElement::Comment(text) => Element::Comment(text),
        TemplateElement::Expression(expression) => Element::Fill(call(expression)?),
        TemplateElement::HtmlExpression(expression) => Element::FillAsIs(call(expression)?),
        TemplateElement::HelperBlock(block) if block.block_param.is_none() => Element::Block {
            call: call(block)?,
            inside: block.template.as_ref().map_or(Some(None), |inside| template(inside).map(Some))?,
            otherwise: block.inverse.as_ref().map_or(Some(None), |otherwise| template(otherwise).map(Some))?,
            chain: block.chain,
        },
        TemplateElement::PartialExpression(partial) if partial.template.is_none() && partial.indent.is_none() => {
            Element::Partial(parts(&partial.name, &partial.params, &partial.hash)?)
        }
        _ => return None,
    })
}

fn call(helper: &HelperTemplate) -> Option<Call<'_>> {
    parts(&helper.name, &helper.params, &helper.hash)
}

fn parts<'t>(
    name: &'t Parameter,
    arguments: &'t [Parameter],
    named: &'t HashMap<String, Parameter>,
) -> Option<Call<'t>> {
    let pairs = named.iter().map(|(name, value)| Some((name.as_str(), argument(value)?)));
    let mut named: Vec<(&str, Argument)> = pairs.collect::<Option<_>>()?;
    named.sort_by_key(|(name, _)| *name);
    Some(Call { name: argument(name)?, arguments: arguments.iter().map(argument).collect::<Option<_>>()?, named })
}

fn argument<'t>(parameter: &'t Parameter) -> Option<Argument<'t>> {
    Some(match parameter {
        Parameter::Name(name) => Argument::Name(name),
        Parameter::Path(handlebars::Path::Local((level, name, raw))) => Argument::Local { raw, level: *level, name },
        Parameter::Path(handlebars::Path::Relative((parts, raw))) => {
            let name = |part: &'t PathSeg| if let PathSeg::Named(name) = part { Some(name.as_str()) } else { None };
            match parts.iter().map(name).collect() {
                Some(parts) => Argument::Path { raw, parts },
                None => Argument::Outward(raw),
            }
        }
        Parameter::Literal(value) => Argument::Literal(value.to_string()),
        Parameter::Subexpression(inner) => match inner.as_element() {
            TemplateElement::Expression(expression) => Argument::Call(Box::new(call(expression)?)),
            _ => return None,
        },
        _ => return None,
    })
}

/// On Linux the program has its place in memory fixed when it is linked. Otherwise the system writes a hundred thousand
/// addresses at every start, which takes longer than most commands do. What is given up is that an attack on a fault in
/// memory, for which a library would have to be to blame as wep has no unsafe code, must guess where the code is; the stack,
/// the heap and the libraries of the system keep their places by chance.
///
/// A program that has the library of the system in it (`crt-static`) is linked in another way, which `-no-pie` would make a
/// broken program of: there `-C relocation-model=static` does the same, see `.ci/bouw`.
fn fix_addresses() {
    let built_for = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    let whole =
        std::env::var("CARGO_CFG_TARGET_FEATURE").is_ok_and(|all| all.split(',').any(|one| one == "crt-static"));
    if built_for("CARGO_CFG_TARGET_OS", "linux") && built_for("CARGO_CFG_TARGET_ENV", "gnu") && !whole {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

/// On Linux the functions that small commands call are laid beside each other in a release: they are a twentieth of the code, and
/// spread over all of it each would bring pages along that nobody needs. Not every linker can do that, so it is asked first
/// with an empty program.
fn order_functions() -> io::Result<()> {
    /// By `benches/order`: on each line a function, and what its name ends in, in a release as cargo makes it.
    const LIST: &str = "benches/order.txt";
    /// By `.ci/bouw`: a file with the functions of the very program that is built, but those of C and of the standard library.
    const COUNTED: &str = "WEP_ORDER";
    println!("cargo::rerun-if-changed={LIST}");
    println!("cargo::rerun-if-env-changed={COUNTED}");
    let value = |name: &str| std::env::var(name).unwrap_or_default();
    if value("PROFILE") != "release" || value("CARGO_CFG_TARGET_OS") != "linux" || !Path::new(LIST).is_file() {
        return Ok(());
    }
    let counted = value(COUNTED);
    let mut names = String::new();
    for line in fs::read_to_string(LIST)?.lines() {
        match line.split_once(' ') {
            Some((name, marks)) if counted.is_empty() => marks.split(' ').for_each(|mark| {
                let _ = writeln!(names, "{name}17h{mark}E");
            }),
            Some(_) => {}
            None => {
                let _ = writeln!(names, "{line}");
            }
        }
    }
    if !counted.is_empty() {
        println!("cargo::rerun-if-changed={counted}");
        names += &fs::read_to_string(&counted)?;
    }
    let (list, empty) = (out().join("order.txt"), out().join("empty.rs"));
    fs::write(&list, names)?;
    fs::write(&empty, "fn main() {}\n")?;
    let ordered =
        [format!("-Wl,--symbol-ordering-file={}", list.display()), "-Wl,--no-warn-symbol-ordering".to_owned()];
    let mut link = Command::new(value("RUSTC"));
    link.arg(&empty).arg("-o").arg(out().join("empty")).args(["--target", &value("TARGET")]);
    link.args(value("CARGO_ENCODED_RUSTFLAGS").split('\u{1f}').filter(|flag| !flag.is_empty()));
    link.args(std::env::var("RUSTC_LINKER").map(|linker| format!("-Clinker={linker}")));
    link.args(ordered.iter().map(|argument| format!("-Clink-arg={argument}")));
    if link.output().is_ok_and(|linked| linked.status.success()) {
        ordered.iter().for_each(|argument| println!("cargo::rustc-link-arg-bins={argument}"));
    }
    Ok(())
}

/// The files below a path. A package may lack Cargo.lock.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        fs::read_dir(path)?.try_for_each(|entry| collect(&entry?.path(), files))
    } else {
        if path.is_file() {
            files.push(path.to_owned());
        }
        Ok(())
    }
}
