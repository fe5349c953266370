//! `{{#each}}` of which the inside looks at nothing but the thing at hand: each thing is filled in by itself.
//!
//! The engine looks up every name from the top of the view, down through all lists around it; here it begins at the thing. And
//! things that know nothing of each other can be filled in at the same time.

use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, Path, RenderContext, RenderError, RenderErrorReason,
    Renderable, StringOutput, Template,
};
use rayon::prelude::*;
use serde_json::Value;

use super::helper::refuse_missing;

/// What such an `each` is called once its template is prepared. Nobody can write it.
pub const ITEMS: &str = "elk";

/// A list of so many is shared by the processors, in pieces of so many.
const MANY: usize = 64;
const PIECE: usize = 16;

/// How many blocks a part of a template looks outward for a name; nothing when that cannot be told.
pub fn reach(template: &Template) -> Option<usize> {
    template.elements.iter().try_fold(0, |far, element| Some(far.max(reach_of(element)?)))
}

fn reach_of(element: &TemplateElement) -> Option<usize> {
    match element {
        TemplateElement::RawString(_) | TemplateElement::Comment(_) => Some(0),
        TemplateElement::Expression(call) | TemplateElement::HtmlExpression(call) => reach_of_values(call),
        TemplateElement::HelperBlock(block) => {
            let goes_in = matches!(block.name.as_name(), Some("each" | "with" | ITEMS));
            let inside = block.template.as_ref().map_or(Some(0), reach)?;
            let inside = if goes_in { inside.saturating_sub(1) } else { inside };
            let otherwise = block.inverse.as_ref().map_or(Some(0), reach)?;
            Some(inside.max(otherwise).max(reach_of_values(block)?))
        }
        // Another template, that may look at anything.
        _ => None,
    }
}

fn reach_of_values(call: &HelperTemplate) -> Option<usize> {
    let values = [&call.name].into_iter().chain(&call.params).chain(call.hash.values());
    values.map(reach_of_value).try_fold(0, |far, one| Some(far.max(one?)))
}

fn reach_of_value(value: &Parameter) -> Option<usize> {
    match value {
        Parameter::Path(Path::Relative((_, raw)) | Path::Local((_, _, raw))) => {
            (!raw.contains("@root")).then(|| raw.matches("..").count())
        }
        Parameter::Subexpression(inner) => reach_of(inner.as_element()),
        Parameter::Name(_) | Parameter::Literal(_) => Some(0),
        _ => None,
    }
}

/// The helper.
pub struct Items;

impl HelperDef for Items {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        engine: &'reg Handlebars<'reg>,
        context: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        refuse_missing(helper)?;
        let Some((inside, value)) = helper.template().zip(helper.param(0)) else { return Ok(()) };
        let things: Vec<(Option<&str>, &Value)> = match value.value() {
            Value::Array(list) => list.iter().map(|thing| (None, thing)).collect(),
            Value::Object(fields) => fields.iter().map(|(name, thing)| (Some(name.as_str()), thing)).collect(),
            _ if helper.inverse().is_none() => {
                return Err(RenderErrorReason::MissingVariable(value.relative_path().cloned()).into());
            }
            _ => Vec::new(),
        };
        if things.is_empty() {
            return helper.inverse().map_or(Ok(()), |otherwise| otherwise.render(engine, context, render, out));
        }
        let scene = Scene { engine, inside, template: render.get_current_template_name(), things: &things };
        // Who calls decides whether there are processors to share with.
        if things.len() < MANY || rayon::current_thread_index().is_none() {
            return (0..things.len()).try_for_each(|at| scene.fill(at, out));
        }
        let piece = |from: usize| {
            let mut out = StringOutput::new();
            (from..things.len().min(from + PIECE)).try_for_each(|at| scene.fill(at, &mut out))?;
            Ok(out.into_string()?)
        };
        let pieces: Vec<Result<String, RenderError>> =
            (0..things.len().div_ceil(PIECE)).into_par_iter().map(|number| piece(number * PIECE)).collect();
        pieces.into_iter().try_for_each(|piece| Ok(out.write(&piece?)?))
    }
}

/// What all things of a list share.
struct Scene<'s, 'reg> {
    engine: &'reg Handlebars<'reg>,
    inside: &'s Template,
    template: Option<&'s String>,
    /// With their names, where they have one.
    things: &'s [(Option<&'s str>, &'s Value)],
}

impl Scene<'_, '_> {
    /// Fills in one thing, of which the context holds nothing else.
    fn fill(&self, at: usize, out: &mut dyn Output) -> HelperResult {
        let (name, thing) = self.things[at];
        let context = Context::from(thing.clone());
        let mut render = RenderContext::new(None);
        render.set_current_template_name(self.template);
        if let Some(block) = render.block_mut() {
            block.set_local_var("first", Value::from(at == 0));
            block.set_local_var("last", Value::from(at + 1 == self.things.len()));
            block.set_local_var("index", Value::from(at));
            if let Some(name) = name {
                block.set_local_var("key", Value::from(name));
            }
        }
        self.inside.render(self.engine, &context, &mut render, out)
    }
}
