//! Numbers of articles and clauses, and the references to them.

use std::collections::BTreeMap;

use super::error::{ComposeError, Fault, suggestion};
use super::output::Output;
use super::walk::each_content;
use crate::tree::{ArticleNumber, Block, Inline};

const LABEL: &str = "Artikel";

/// A reference as the template has it, and its offset in the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub anchor: String,
    pub at: usize,
}

/// Counts articles, and the clauses in the article at hand.
#[derive(Debug, Default)]
pub struct Counter {
    articles: u32,
    /// The last clause of the article at hand; none outside an article.
    clauses: Option<u32>,
}

impl Counter {
    /// A heading begins: of an article or not.
    pub fn heading(&mut self, article: bool) -> Option<ArticleNumber> {
        self.clauses = article.then_some(0);
        article.then(|| {
            self.articles += 1;
            ArticleNumber { label: LABEL.to_owned(), number: self.articles }
        })
    }

    pub fn in_article(&self) -> bool {
        self.clauses.is_some()
    }

    /// The article and the number of the next clause.
    pub fn next_clause(&mut self) -> (u32, u32) {
        let number = self.clauses.unwrap_or(0) + 1;
        self.clauses = Some(number);
        (self.articles, number)
    }
}

/// Gives every reference the number of the article that it points at.
pub fn resolve_references(blocks: &mut [Block], targets: &[Target], output: &Output) -> Result<(), ComposeError> {
    let anchors = anchors(blocks);
    for target in targets {
        let fault = match anchors.get(&target.anchor) {
            Some(Some(_)) => continue,
            Some(None) => Fault::new(format!("‘#{}’ is geen artikel en heeft dus geen nummer", target.anchor))
                .help("zet ‘.artikel’ tussen de accolades achter die kop, of haal de verwijzing weg"),
            None => {
                let near = suggestion(&target.anchor, anchors.keys().map(String::as_str));
                let help = if near.is_empty() {
                    "is het artikel vervallen? Zet de zin met de verwijzing dan in hetzelfde ‘{{#if …}}’".to_owned()
                } else {
                    near
                };
                Fault::new(format!("geen kop in dit document heeft het anker ‘#{}’", target.anchor)).help(help)
            }
        };
        return Err(fault.at(&output.place(target.at)));
    }
    each_content(blocks, &mut |content, _| fill_in(content, &anchors));
    Ok(())
}

fn anchors(blocks: &[Block]) -> BTreeMap<String, Option<u32>> {
    let mut anchors = BTreeMap::new();
    for block in blocks {
        if let Block::Heading(heading) = block
            && let Some(anchor) = &heading.anchor
        {
            anchors.insert(anchor.clone(), heading.number.as_ref().map(|number| number.number));
        }
    }
    anchors
}

fn fill_in(content: &mut [Inline], anchors: &BTreeMap<String, Option<u32>>) {
    for inline in content {
        match inline {
            Inline::Reference { anchor, number } => {
                if let Some(Some(found)) = anchors.get(anchor) {
                    *number = *found;
                }
            }
            Inline::Strong { content } | Inline::Emphasis { content } | Inline::Link { content, .. } => {
                fill_in(content, anchors);
            }
            _ => {}
        }
    }
}
