//! The templates that come with wep, as the engine reads them: they were read while wep was built.

mod stored;

use std::collections::HashMap;
use std::sync::LazyLock;

use handlebars::template::{
    DecoratorTemplate, ExpressionSpecBuilder, Parameter, Subexpression, TemplateElement, TemplateMapping,
};
use handlebars::{Path, PathSeg, Template};

use self::stored::{Argument, Call, Element, Stored};

// `const TEMPLATES: &[(&str, &[u8])]`: the text of each, with lines that end in \n, and what `build.rs` made of it.
include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// A place of the engine, which it alone can make.
static PLACE: LazyLock<Option<TemplateMapping>> =
    LazyLock::new(|| Template::compile("tekst").ok().and_then(|template| template.mapping.into_iter().next()));

/// The template of this text. Nothing when it did not come with wep.
pub fn find(text: &str) -> Option<Template> {
    let (_, bytes) = TEMPLATES.iter().find(|(known, _)| *known == text)?;
    template(postcard::from_bytes(bytes).ok()?)
}

fn template(stored: Stored) -> Option<Template> {
    let mut template = Template::new();
    template.elements = stored.elements.into_iter().map(element).collect::<Option<_>>()?;
    for (line, column) in stored.places {
        let mut place = PLACE.clone()?;
        (place.0, place.1) = (line, column);
        template.mapping.push(place);
    }
    Some(template)
}

fn element(element: Element) -> Option<TemplateElement> {
    Some(match element {
        Element::Text(text) => TemplateElement::RawString(text.to_owned()),
        Element::Comment(text) => TemplateElement::Comment(text.to_owned()),
        Element::Fill(call) => *expression(call)?.element,
        Element::FillAsIs(call) => {
            let TemplateElement::Expression(fill) = *expression(call)?.element else { return None };
            TemplateElement::HtmlExpression(fill)
        }
        Element::Block { call, inside, otherwise, chain } => {
            let TemplateElement::Expression(mut block) = *expression(call)?.element else { return None };
            block.block = true;
            block.chain = chain;
            block.template = inside.map_or(Some(None), |inside| template(inside).map(Some))?;
            block.inverse = otherwise.map_or(Some(None), |otherwise| template(otherwise).map(Some))?;
            TemplateElement::HelperBlock(block)
        }
        Element::Partial(call) => {
            let (name, params, hash) = parts(call)?;
            let specification = ExpressionSpecBuilder::default()
                .name(name)
                .params(params)
                .hash(hash)
                .omit_pre_ws(false)
                .omit_pro_ws(false)
                .build();
            TemplateElement::PartialExpression(Box::new(DecoratorTemplate::new(specification.ok()?, false)))
        }
    })
}

fn expression(call: Call) -> Option<Subexpression> {
    let (name, params, hash) = parts(call)?;
    Some(Subexpression::new(name, params, hash))
}

fn parts(call: Call) -> Option<(Parameter, Vec<Parameter>, HashMap<String, Parameter>)> {
    let params = call.arguments.into_iter().map(parameter).collect::<Option<_>>()?;
    let named = call.named.into_iter().map(|(name, argument)| Some((name.to_owned(), parameter(argument)?)));
    Some((parameter(call.name)?, params, named.collect::<Option<_>>()?))
}

fn parameter(argument: Argument) -> Option<Parameter> {
    Some(match argument {
        Argument::Name(name) => Parameter::Name(name.to_owned()),
        Argument::Path { raw, parts } => {
            let parts = parts.into_iter().map(|part| PathSeg::Named(part.to_owned())).collect();
            Parameter::Path(Path::Relative((parts, raw.to_owned())))
        }
        Argument::Local { raw, level, name } => Parameter::Path(Path::Local((level, name.to_owned(), raw.to_owned()))),
        Argument::Outward(raw) => Parameter::Path(Path::parse(raw).ok()?),
        Argument::Literal(json) => Parameter::Literal(serde_json::from_str(&json).ok()?),
        Argument::Call(call) => Parameter::Subexpression(expression(*call)?),
    })
}

#[cfg(test)]
mod tests {
    use handlebars::Handlebars;

    use super::*;
    use crate::document::meegeleverd;

    /// The texts of all templates, by name.
    fn all() -> impl Iterator<Item = (String, String)> {
        let documents = meegeleverd().map(|one| (one.naam.to_owned(), one.tekst.replace("\r\n", "\n")));
        let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/page")).unwrap();
        let pages = folder.map(|file| file.unwrap().path()).filter(|path| path.to_string_lossy().ends_with(".hbs"));
        documents.chain(
            pages.map(|path| {
                (path.display().to_string(), std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n"))
            }),
        )
    }

    /// What the engine keeps for itself, and uses only for text that a partial indents: ours do not.
    fn but_for_indents(template: &Template) -> String {
        format!("{template:#?}").replace("indent_before_write: true", "indent_before_write: false")
    }

    #[test]
    fn every_template_that_comes_with_wep_is_what_the_engine_reads() {
        for (name, text) in all() {
            let stored = find(&text).unwrap_or_else(|| panic!("{name} is not stored"));
            let mut engine = Handlebars::new();
            engine.set_prevent_indent(true);
            engine.register_template_string("x", &text).unwrap();
            let mut read = engine.get_template("x").unwrap().clone();
            read.name = None;
            assert_eq!(but_for_indents(&stored), but_for_indents(&read), "{name}");
        }
    }

    #[test]
    fn a_template_of_a_gemeente_is_not() {
        let (_, text) = all().next().unwrap();
        assert!(find(&text).is_some());
        assert!(find(&format!("{text}\nMeer.\n")).is_none());
    }
}
