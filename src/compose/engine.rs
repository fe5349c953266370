//! Filling in a template: the template engine, set so that nothing goes wrong in silence.

use handlebars::{Context, Handlebars, RenderError, RenderErrorReason, TemplateErrorReason};
use memchr::memmem;
use serde_json::Value;

use super::compiled::{Preparation, Spot};
use super::error::{ComposeError, Fault, Place, suggestion};
use super::helper::{self, Unknown};
use super::lines::Lines;
use super::pieces::{self, Refused};
use super::{Template, escape, syntax};
use crate::shipped;

/// The name under which the template itself is known; no partial can have it.
const MAIN: &str = " ";

/// A template that is filled in: Markdown with marks in it, and what the marks stand for.
pub struct Filled {
    pub text: String,
    pub spots: Vec<Spot>,
    /// The names of the files, by number.
    pub files: Vec<String>,
}

/// Fills in a template with a view.
pub fn fill(template: &Template, partials: &[Template], mut view: Value) -> Result<Filled, ComposeError> {
    let file = file_name(template.name);
    let mut engine = Handlebars::new();
    engine.set_strict_mode(true);
    engine.set_prevent_indent(true);
    engine.register_escape_fn(escape::inline);
    helper::register(&mut engine);

    let alone = ![template].into_iter().chain(partials).any(|one| names_things(one.text));
    let mut compiler = Compiler { engine, alone, spots: Vec::new(), files: Vec::new(), uses: Vec::new() };
    let names: Vec<&str> = partials.iter().map(Template::called).collect();
    compiler.add(MAIN, template, &names)?;
    // What is used by what was added last may have to be added too; the others are left alone.
    let mut at = 0;
    while let Some((_, uses)) = compiler.uses.get(at) {
        let used: Vec<&Template> =
            partials.iter().filter(|one| uses.iter().any(|(name, _)| name == one.called())).collect();
        for partial in used {
            if !compiler.uses.iter().any(|(known, _)| known == partial.called()) {
                compiler.add(partial.called(), partial, &names)?;
            }
        }
        at += 1;
    }
    compiler.refuse_circles()?;

    empty_what_is_blank(&mut view);
    let context = Context::from(view);
    let text = compiler
        .engine
        .render_with_context(MAIN, &context)
        .map_err(|error| render_fault(&error, context.data()).at(&render_place(&error, &file, partials)))?;
    Ok(Filled { text, spots: compiler.spots, files: compiler.files })
}

/// Whether a tag gives what it goes through a name: `{{#each partijen as |partij|}}`.
fn names_things(text: &str) -> bool {
    let ends = memmem::find_iter(text.as_bytes(), "}}");
    ends.map(|end| text[..end].trim_end_matches([' ', '\t', '\n', '\r', '~'])).any(|tag| tag.ends_with('|'))
}

/// Makes text of only white space empty text, so that `{{#if}}` and `{{veld}}` agree on what is there.
fn empty_what_is_blank(view: &mut Value) {
    match view {
        Value::String(text) if text.trim().is_empty() => text.clear(),
        Value::Array(items) => items.iter_mut().for_each(empty_what_is_blank),
        Value::Object(fields) => fields.values_mut().for_each(empty_what_is_blank),
        _ => {}
    }
}

fn file_name(name: &str) -> String {
    format!("{name}.md.hbs")
}

/// A template that was read.
pub struct Read {
    file: String,
    text: String,
    template: handlebars::Template,
}

/// Reads a template.
pub fn read(template: &Template) -> Result<Read, ComposeError> {
    let file = file_name(template.name);
    let text = template.text.strip_prefix('\u{feff}').unwrap_or(template.text).replace("\r\n", "\n");
    let template = match shipped::find(&text) {
        Some(template) => template,
        None => {
            let build = syntax::check(&file, &text)?;
            pieces::parse(&text, &build).map_err(|refused| template_fault(&refused, &file))?
        }
    };
    Ok(Read { file, text, template })
}

struct Compiler<'a> {
    engine: Handlebars<'a>,
    alone: bool,
    spots: Vec<Spot>,
    files: Vec<String>,
    /// Per file, by the same number: its name, and the partials it uses, each with where.
    uses: Vec<(String, Vec<(String, Place)>)>,
}

impl Compiler<'_> {
    fn add(&mut self, name: &str, template: &Template, partials: &[&str]) -> Result<(), ComposeError> {
        let Read { file, text, template: mut compiled } = read(template)?;
        compiled.name = Some(name.to_owned());
        let mut preparation = Preparation {
            spots: &mut self.spots,
            partials,
            file: self.files.len(),
            file_name: &file,
            source: Lines::of(&text),
            alone: self.alone,
            uses: Vec::new(),
        };
        preparation.prepare(&mut compiled)?;
        self.uses.push((name.to_owned(), preparation.uses));
        self.files.push(file);
        self.engine.register_template(name, compiled);
        Ok(())
    }

    /// A partial that leads back to itself would go on for ever.
    fn refuse_circles(&self) -> Result<(), ComposeError> {
        self.uses.iter().try_for_each(|(name, _)| self.follow(name, &mut Vec::new()))
    }

    fn follow<'b>(&'b self, name: &'b str, path: &mut Vec<&'b str>) -> Result<(), ComposeError> {
        path.push(name);
        let uses = self.uses.iter().find(|(known, _)| known == name).map(|(_, uses)| uses.as_slice());
        for (used, place) in uses.unwrap_or_default() {
            if path.contains(&used.as_str()) {
                return Err(Fault::new(format!(
                    "het deelsjabloon ‘{used}’ gebruikt zichzelf, rechtstreeks of via een ander"
                ))
                .help("haal een van de verwijzingen weg")
                .at(place));
            }
            self.follow(used, path)?;
        }
        path.pop();
        Ok(())
    }
}

fn template_fault(refused: &Refused, file: &str) -> ComposeError {
    let fault = match refused.error.reason() {
        TemplateErrorReason::InvalidParam(param) => Fault::new(format!("‘{param}’ is geen naam en geen waarde"))
            .help("zet tekst tussen dubbele aanhalingstekens"),
        TemplateErrorReason::MismatchingClosedHelper(open, _) => {
            Fault::new(format!("hier sluit een ander blok dan ‘{open}’, dat nog open is"))
        }
        _ => Fault::new("wat tussen de accolades staat, is niet te lezen")
            .help("schrijf een naam zoals ‘{{gemeente.naam}}’, of een opdracht met namen erachter; tekst staat tussen aanhalingstekens"),
    };
    fault.at(&Place { file: file.to_owned(), line: refused.line, column: refused.column })
}

fn render_place(error: &RenderError, main: &str, partials: &[Template]) -> Place {
    let partial = error.template_name.as_deref().and_then(|name| partials.iter().find(|one| one.called() == name));
    let file = partial.map_or_else(|| main.to_owned(), |partial| file_name(partial.name));
    Place { file, line: error.line_no.unwrap_or(1), column: error.column_no.unwrap_or(1) }
}

fn render_fault(error: &RenderError, view: &Value) -> Fault {
    match error.reason() {
        RenderErrorReason::NestedError(inner) => {
            if let Some(fault) = inner.downcast_ref::<Fault>() {
                return fault.clone();
            }
            match inner.downcast_ref::<Unknown>() {
                Some(Unknown(path)) => unknown_name(path, view),
                None => Fault::new("het invullen lukte niet"),
            }
        }
        RenderErrorReason::MissingVariable(Some(path)) => {
            Fault::new(format!("‘{path}’ is geen lijst of groep gegevens, of is niet ingevuld"))
                .help(format!("zet er ‘{{{{#if {path}}}}}’ omheen als het leeg mag zijn"))
        }
        RenderErrorReason::MissingVariable(None) => Fault::new("wat ‘lookup’ zoekt, is er niet"),
        RenderErrorReason::InvalidJsonIndex(name) => {
            Fault::new(format!("‘{name}’ wordt gezocht in een lijst")).help("loop de lijst door met ‘{{#each …}}’")
        }
        RenderErrorReason::ParamNotFoundForIndex(name, index) => {
            Fault::new(format!("achter ‘{name}’ ontbreekt waarde nummer {}", index + 1))
        }
        RenderErrorReason::ParamNotFoundForName(name, _) => Fault::new(format!("achter ‘{name}’ ontbreekt een waarde")),
        RenderErrorReason::InvalidParamType(_)
        | RenderErrorReason::ParamTypeMismatchForName(..)
        | RenderErrorReason::HashTypeMismatchForName(..) => Fault::new("een waarde is hier van de verkeerde soort"),
        _ => Fault::new("het invullen lukte hier niet")
            .help("kijk de tag na, of vergelijk met het meegeleverde sjabloon"),
    }
}

fn unknown_name(path: &str, view: &Value) -> Fault {
    let mut names = Vec::new();
    collect_names(view, &mut names);
    names.sort_unstable();
    names.dedup();
    let mut parts = path.split(['.', '/']).filter(|part| !part.is_empty());
    let wrong = parts.clone().find(|part| !names.contains(part)).or(parts.next_back()).unwrap_or(path);
    let near = suggestion(wrong, names);
    let help = if near.is_empty() { "dit gegeven is er niet voor dit document".to_owned() } else { near };
    Fault::new(format!("de naam ‘{path}’ is hier niet bekend")).help(help)
}

fn collect_names<'a>(value: &'a Value, names: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                names.push(name);
                collect_names(value, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_names(item, names)),
        _ => {}
    }
}
