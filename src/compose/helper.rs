//! The words of the template language: what may stand between `{{` and `}}`.

use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, JsonRender, JsonTruthy, Output, RenderContext, RenderError,
    RenderErrorReason, Renderable,
};
use serde_json::Value;

use super::error::Fault;
use super::escape::{inline, paragraphs};
use super::figure;
use super::items::{ITEMS, Items};
use super::token::GUARD;
use crate::address;
use crate::dutch::{capitalised, enumerated};

/// Shows a value; stands in for a bare `{{name}}`.
pub const SHOW: &str = "toon";
/// Checks that names are in the view; shows nothing.
pub const PRESENT: &str = "aanwezig";
/// What a helper makes of its value, which is there and not blank: text of a template.
type Write = fn(&Value) -> Result<String, Fault>;

/// What shows a value, each in its own way.
const WRITERS: [(&str, Write); 9] = [
    (SHOW, |value| text_of(value).map(|text| inline(&text))),
    ("veld", |value| text_of(value).map(|text| inline(&text))),
    ("alineas", |value| text_of(value).map(|text| paragraphs(&text))),
    ("hoofdletter", |value| text_of(value).map(|text| inline(&capitalised(text.trim_start())))),
    ("opsomming", enumeration),
    ("epost", |value| text_of(value).map(|text| linked(text.trim(), address::mail(text.trim())))),
    ("telefoon", |value| text_of(value).map(|text| linked(text.trim(), address::phone(text.trim())))),
    ("website", |value| text_of(value).map(|text| linked(text.trim(), address::site(text.trim())))),
    ("figuur", figure::line_of),
];

/// Registers our helpers, and takes away those of the engine that have no place here.
pub fn register(engine: &mut Handlebars<'_>) {
    for name in ["log", "raw"] {
        engine.unregister_helper(name);
    }
    for (name, write) in WRITERS {
        engine.register_helper(name, Box::new(Writer { name, write }));
    }
    engine.register_helper("gat", Box::new(write_gap));
    engine.register_helper(PRESENT, Box::new(check_present));
    engine.register_helper("als_is", Box::new(EqualsOneOf));
    engine.register_helper("if", Box::new(Condition { filled: true }));
    engine.register_helper("unless", Box::new(Condition { filled: false }));
    engine.register_helper(ITEMS, Box::new(Items));
}

/// Whether this helper looks by itself whether the names that it is given are in the view.
pub fn checks_names(name: &str) -> bool {
    WRITERS.iter().any(|(writer, _)| *writer == name) || ["als_is", "if", "unless", ITEMS].contains(&name)
}

/// A helper that shows its first value; a second one is what to ask for when the first is empty.
struct Writer {
    name: &'static str,
    write: Write,
}

impl HelperDef for Writer {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        refuse_missing(helper)?;
        out.write(&self.written(helper).map_err(raise)?)?;
        Ok(())
    }
}

impl Writer {
    fn written(&self, helper: &Helper<'_>) -> Result<String, Fault> {
        let value = helper.param(0).ok_or_else(|| Fault::new(format!("achter ‘{}’ ontbreekt een naam", self.name)))?;
        let path = value.relative_path().map_or("deze waarde", String::as_str);
        let label = helper.param(1).map(|label| text_of(label.value())).transpose()?.unwrap_or_default();
        if self.name == "veld" && label.trim().is_empty() {
            return Err(Fault::new("achter ‘veld’ ontbreekt wat er nog ingevuld moet worden")
                .help(format!("schrijf bijvoorbeeld ‘{{{{veld {path} \"KvK-nummer\"}}}}’")));
        }
        if !is_blank(value.value()) {
            return (self.write)(value.value()).map_err(|fault| Fault {
                message: format!("‘{path}’ kan hier niet: {}", fault.message),
                help: fault.help,
            });
        }
        if !label.trim().is_empty() {
            return Ok(gap(&label));
        }
        match value.value() {
            Value::String(_) if self.name != "figuur" => Ok(inline("")),
            _ => Err(Fault::new(format!("‘{path}’ is niet ingevuld, en het sjabloon zegt niet wat er dan moet staan"))
                .help(self.way_out(path))),
        }
    }

    fn way_out(&self, path: &str) -> String {
        let name = if self.name == SHOW { "veld" } else { self.name };
        format!("schrijf ‘{{{{{name} {path} \"wat er nog in moet\"}}}}’, of zet er ‘{{{{#if {path}}}}}’ omheen")
    }
}

/// Whether there is nothing to show: not filled in, only white space, or a list of such.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_blank),
        _ => false,
    }
}

fn text_of(value: &Value) -> Result<String, Fault> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string().replace('.', ",")),
        Value::Bool(yes) => Ok(if *yes { "ja" } else { "nee" }.to_owned()),
        Value::Null => Ok(String::new()),
        Value::Array(_) => Err(Fault::new("het is een lijst, geen tekst")
            .help("gebruik ‘{{#each …}}’ om de lijst door te lopen, of ‘{{opsomming …}}’")),
        Value::Object(_) => Err(Fault::new("het is een groep gegevens, geen tekst")
            .help("schrijf de naam van het gegeven erachter, met een punt ertussen")),
    }
}

/// ‘a, b en c’.
fn enumeration(value: &Value) -> Result<String, Fault> {
    let Value::Array(items) = value else {
        return Err(Fault::new("het is geen lijst").help("gebruik ‘opsomming’ alleen voor een lijst van teksten"));
    };
    let filled = items.iter().filter(|item| !is_blank(item));
    let texts = filled.map(|item| text_of(item).map(|text| inline(&text))).collect::<Result<Vec<String>, Fault>>()?;
    Ok(enumerated(&texts))
}

/// A gap, as a link with a scheme of our own. The guard keeps a `!` before it from making an image of it.
fn gap(label: &str) -> String {
    link(label, "gat:")
}

fn link(text: &str, url: &str) -> String {
    format!("{GUARD}[{}](<{url}>)", inline(text))
}

/// The text as a link to what it names, or as plain text when that is nothing to open.
fn linked(text: &str, target: Option<String>) -> String {
    target.map_or_else(|| inline(text), |url| link(text, &url))
}

fn raise(fault: Fault) -> RenderError {
    RenderErrorReason::NestedError(Box::new(fault)).into()
}

/// A name that is not in the view, found while the template is filled in.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unknown(pub String);

fn check_present(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    _: &mut dyn Output,
) -> HelperResult {
    refuse_missing(helper)
}

/// Fails at the first name that is not in the view.
pub fn refuse_missing(helper: &Helper<'_>) -> HelperResult {
    match helper.params().iter().find(|param| param.is_value_missing()) {
        Some(missing) => {
            let path = missing.relative_path().cloned().unwrap_or_default();
            Err(RenderErrorReason::NestedError(Box::new(Unknown(path))).into())
        }
        None => Ok(()),
    }
}

/// `{{gat "KvK-nummer"}}`: something that is missing however the view is filled in.
fn write_gap(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let label = helper.param(0).map(|label| text_of(label.value())).transpose().map_err(raise)?.unwrap_or_default();
    out.write(&gap(&label))?;
    Ok(())
}

/// `{{#if trekker}}` and `{{#unless trekker}}`, which also look whether the name is known.
struct Condition {
    filled: bool,
}

impl HelperDef for Condition {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        engine: &'reg Handlebars<'reg>,
        context: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        refuse_missing(helper)?;
        let zero = helper.hash_get("includeZero").and_then(|value| value.value().as_bool()).unwrap_or(false);
        let filled = helper.param(0).is_some_and(|value| value.value().is_truthy(zero));
        let part = if filled == self.filled { helper.template() } else { helper.inverse() };
        part.map_or(Ok(()), |part| part.render(engine, context, render, out))
    }
}

/// `{{#als_is soort "pauze" "lunch"}}`: whether the first value is one of the others.
struct EqualsOneOf;

impl HelperDef for EqualsOneOf {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        engine: &'reg Handlebars<'reg>,
        context: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        refuse_missing(helper)?;
        let Some((value, choices)) = helper.params().split_first().filter(|(_, choices)| !choices.is_empty()) else {
            return Err(raise(
                Fault::new("achter ‘als_is’ horen een naam en een waarde")
                    .help("schrijf bijvoorbeeld ‘{{#als_is soort \"pauze\"}}’"),
            ));
        };
        let equal = choices.iter().any(|choice| value.value().render() == choice.value().render());
        let part = if equal { helper.template() } else { helper.inverse() };
        part.map_or(Ok(()), |part| part.render(engine, context, render, out))
    }
}
