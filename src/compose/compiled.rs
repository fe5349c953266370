//! What we change in a template once it is parsed: every value goes through our own helpers, every name is checked, and
//! every piece of text says where in which file it comes from.

use std::collections::HashMap;
use std::fmt::Write as _;

use handlebars::template::{
    DecoratorTemplate, HelperTemplate, Parameter, Subexpression, TemplateElement, TemplateMapping,
};
use handlebars::{Path, Template};

use super::error::{ComposeError, Fault, Place, suggestion_or_list};
use super::helper::{PRESENT, SHOW, checks_names};
use super::items::{ITEMS, reach};
use super::language::{BLOCKS, INLINE, VALUES};
use super::lines::Lines;
use super::token::MARK;

/// As many bytes as a mark takes, nearly always.
const MARKED: usize = 12;

/// A spot in a template: what follows it in the output comes from there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Which file, by the order in which they were compiled.
    pub file: usize,
    pub line: usize,
    pub column: usize,
    /// How many characters come from there one by one; 0 for a value.
    pub length: usize,
}

/// Works on the templates of one composition.
pub struct Preparation<'a> {
    pub spots: &'a mut Vec<Spot>,
    pub partials: &'a [&'a str],
    pub file: usize,
    pub file_name: &'a str,
    pub source: Lines<'a>,
    /// What stands in an `each` may be filled in by itself: nothing got a name that is known in all that is inside it.
    pub alone: bool,
    /// The partials that this template uses, each with where.
    pub uses: Vec<(String, Place)>,
}

impl Preparation<'_> {
    pub fn prepare(&mut self, template: &mut Template) -> Result<(), ComposeError> {
        self.prepare_inside(template, None)
    }

    /// The engine gives no place to what follows an `{{else if …}}`: that of the block around it stands in.
    fn prepare_inside(&mut self, template: &mut Template, outer: Option<&TemplateMapping>) -> Result<(), ComposeError> {
        let elements = std::mem::take(&mut template.elements);
        let mapping = std::mem::take(&mut template.mapping);
        for (index, element) in elements.into_iter().enumerate() {
            let mut prepared = Vec::new();
            let mapping = mapping.get(index).or(outer);
            let (line, column) = mapping.map_or((1, 1), |mapping| (mapping.0, mapping.1));
            self.element(element, mapping, &mut prepared).map_err(|fault| match fault {
                Trouble::Here(fault) => fault.at(&self.place(line, column)),
                Trouble::Inside(error) => error,
            })?;
            for element in prepared {
                template.elements.push(element);
                template.mapping.extend(mapping.cloned());
            }
        }
        Ok(())
    }

    fn place(&self, line: usize, column: usize) -> Place {
        Place { file: self.file_name.to_owned(), line, column }
    }

    fn element(
        &mut self,
        element: TemplateElement,
        mapping: Option<&TemplateMapping>,
        prepared: &mut Vec<TemplateElement>,
    ) -> Result<(), Trouble> {
        let (line, column) = mapping.map_or((1, 1), |mapping| (mapping.0, mapping.1));
        match element {
            TemplateElement::RawString(text) => {
                prepared.push(TemplateElement::RawString(self.marked(&text, line, column)));
            }
            TemplateElement::Expression(mut expression) => {
                let mut mark = String::with_capacity(MARKED);
                self.mark(Spot { file: self.file, line, column, length: 0 }, &mut mark);
                prepared.push(TemplateElement::RawString(mark));
                show_value(&mut expression)?;
                check_helper(&expression.name, INLINE)?;
                demand(&expression, prepared)?;
                prepared.push(TemplateElement::Expression(expression));
            }
            TemplateElement::HelperBlock(mut block) => {
                check_helper(&block.name, BLOCKS)?;
                if block.params.is_empty() {
                    let name = block.name.as_name().unwrap_or_default();
                    return Err(Fault::new(format!("achter ‘#{name}’ ontbreekt een naam"))
                        .help(format!("schrijf bijvoorbeeld ‘{{{{#{name} naam}}}}’"))
                        .into());
                }
                let alone = || self.alone && block.template.as_ref().and_then(reach) == Some(0);
                if block.name.as_name() == Some("each") && alone() {
                    block.name = Parameter::Name(ITEMS.to_owned());
                }
                demand(&block, prepared)?;
                for template in [&mut block.template, &mut block.inverse].into_iter().flatten() {
                    self.prepare_inside(template, mapping).map_err(Trouble::Inside)?;
                }
                prepared.push(TemplateElement::HelperBlock(block));
            }
            TemplateElement::PartialExpression(partial) => {
                self.check_partial(&partial, line, column)?;
                let mut paths = Vec::new();
                collect_all_paths(&partial.params, &partial.hash, &mut paths)?;
                demand_all(paths, prepared);
                prepared.push(TemplateElement::PartialExpression(partial));
            }
            TemplateElement::Comment(_) => {}
            _ => return Err(Fault::new("deze soort tag kan niet in een sjabloon").into()),
        }
        Ok(())
    }

    fn check_partial(&mut self, partial: &DecoratorTemplate, line: usize, column: usize) -> Result<(), Trouble> {
        let Some(name) = partial.name.as_name() else {
            return Err(Fault::new("de naam van een deelsjabloon moet er letterlijk staan").into());
        };
        if !self.partials.contains(&name) {
            let help = if self.partials.is_empty() {
                "er zijn geen deelsjablonen".to_owned()
            } else {
                suggestion_or_list(name, self.partials)
            };
            return Err(Fault::new(format!("het deelsjabloon ‘{name}’ bestaat niet")).help(help).into());
        }
        self.uses.push((name.to_owned(), self.place(line, column)));
        Ok(())
    }

    /// The text with a mark before each line of it that is not empty.
    fn marked(&mut self, text: &str, line: usize, column: usize) -> String {
        let mut at = self.find(text, line, column);
        let lines = text.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let mut marked = String::with_capacity(text.len() + lines * MARKED);
        for piece in text.split_inclusive('\n') {
            if piece != "\n" {
                let (line, column) = self.source.place(at);
                let length = piece.trim_end_matches('\n').chars().count();
                let spot = Spot { file: self.file, line, column, length };
                self.mark(spot, &mut marked);
            }
            marked.push_str(piece);
            at += piece.len();
        }
        marked
    }

    fn mark(&mut self, spot: Spot, text: &mut String) {
        text.push(MARK);
        // A string takes whatever is written to it.
        let _ = write!(text, "{}", self.spots.len());
        text.push(MARK);
        self.spots.push(spot);
    }

    /// Where the text stands in the source, from the line and column that the engine gives: white space
    /// around tags can make the text begin a little before or after it.
    fn find(&self, text: &str, line: usize, column: usize) -> usize {
        let source = self.source.text;
        let line_start = self.source.start(line);
        let rest = source.get(line_start..).unwrap_or_default();
        let told = line_start + rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>();
        let first = text.split_inclusive('\n').next().unwrap_or_default();
        let from = source.get(..told).unwrap_or_default().trim_end().len();
        let rest = source.get(from..).unwrap_or_default();
        rest.char_indices()
            .take_while(|(at, _)| rest[..*at].ends_with(char::is_whitespace) || *at == 0)
            .find(|(at, _)| rest[*at..].starts_with(first))
            .map_or(told, |(at, _)| from + at)
    }
}

/// A fault at the element at hand, or one inside it that already knows its place.
enum Trouble {
    Here(Fault),
    Inside(ComposeError),
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        Trouble::Here(fault)
    }
}

/// Turns `{{name}}` into `{{toon name}}`, so that we see the value itself and not what the engine makes of it.
fn show_value(expression: &mut HelperTemplate) -> Result<(), Fault> {
    if !expression.params.is_empty() || !expression.hash.is_empty() {
        return Ok(());
    }
    let name = expression.name.as_name().unwrap_or_default();
    if INLINE.contains(&name) {
        return Err(Fault::new(format!("achter ‘{name}’ ontbreekt een naam"))
            .help(format!("schrijf bijvoorbeeld ‘{{{{{name} naam}}}}’")));
    }
    let value = std::mem::replace(&mut expression.name, Parameter::Name(SHOW.to_owned()));
    expression.params.push(value);
    Ok(())
}

fn check_helper(name: &Parameter, known: &[&str]) -> Result<(), Fault> {
    let name = name.as_name().unwrap_or_default();
    if name == SHOW || known.contains(&name) {
        return Ok(());
    }
    Err(Fault::new(format!("de opdracht ‘{name}’ bestaat niet")).help(suggestion_or_list(name, known)))
}

/// Puts before an element a check that each name it uses is in the view, but for those that its helper looks at itself.
fn demand(call: &HelperTemplate, prepared: &mut Vec<TemplateElement>) -> Result<(), Fault> {
    let mut paths = Vec::new();
    collect_all_paths(&call.params, &call.hash, &mut paths)?;
    if call.name.as_name().is_some_and(checks_names) {
        let own = |path: &Path| call.params.iter().any(|param| matches!(param, Parameter::Path(one) if one == path));
        paths.retain(|path| !own(path));
    }
    demand_all(paths, prepared);
    Ok(())
}

fn demand_all(paths: Vec<Path>, prepared: &mut Vec<TemplateElement>) {
    if !paths.is_empty() {
        let name = Parameter::Name(PRESENT.to_owned());
        let params = paths.into_iter().map(Parameter::Path).collect();
        prepared.push(*Subexpression::new(name, params, HashMap::new()).element);
    }
}

fn collect_all_paths(
    params: &[Parameter],
    hash: &HashMap<String, Parameter>,
    paths: &mut Vec<Path>,
) -> Result<(), Fault> {
    let mut named: Vec<(&String, &Parameter)> = hash.iter().collect();
    named.sort_by_key(|(name, _)| *name);
    let named = named.into_iter().map(|(_, parameter)| parameter);
    params.iter().chain(named).try_for_each(|parameter| collect_paths(parameter, paths))
}

fn collect_paths(parameter: &Parameter, paths: &mut Vec<Path>) -> Result<(), Fault> {
    match parameter {
        Parameter::Path(path) => paths.push(path.clone()),
        Parameter::Subexpression(expression) => {
            if let TemplateElement::Expression(inner) = expression.as_element() {
                check_helper(&inner.name, VALUES)?;
                collect_all_paths(&inner.params, &inner.hash, paths)?;
            }
        }
        _ => {}
    }
    Ok(())
}
