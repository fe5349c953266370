//! The files of many documents, shared out over all processors: what takes longest first, so that none is waited for at the end.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use wep::document::Extra;
use wep::model::Project;
use wep::render::Format;
use wep::render::source::Source;
use wep::tree::Document;
use wep::write::{Output, TOGETHER};

use super::files::{Composed, Made};
use crate::exit::Failure;

/// What a PDF takes however short it is, in bytes of a document tree.
const START_OF_A_PDF: usize = 10_000;
/// How much longer a PDF takes than another format.
const TIMES_A_PDF: usize = 10;
/// What a workbook takes, in the same bytes.
const OF_A_WORKBOOK: usize = 150_000;

/// A file that is to be made of a document.
enum Task {
    Document(Format, Source),
    /// On a paper of this name, for which the document is laid out by itself.
    Sheet(String, Box<Document>, Format, Source),
    Extra(&'static Extra),
}

impl Task {
    fn is_pdf(&self) -> bool {
        matches!(self, Task::Document(Format::Pdf, _) | Task::Sheet(_, _, Format::Pdf, _))
    }

    /// About how long it takes, beside others.
    fn weight(&self) -> usize {
        match self {
            Task::Document(_, source) | Task::Sheet(_, _, _, source) if self.is_pdf() => {
                (source.size() + START_OF_A_PDF) * TIMES_A_PDF
            }
            Task::Document(_, source) | Task::Sheet(_, _, _, source) => source.size(),
            Task::Extra(_) => OF_A_WORKBOOK,
        }
    }
}

/// One file of these documents comes of it, and it is no PDF: that is sooner made than threads are.
pub fn is_one(documents: &[Composed], formats: &[Format]) -> bool {
    matches!((documents, formats), ([one], [Format::Docx | Format::Html | Format::Markdown]) if one.extras().is_empty())
}

/// What `ready` makes of the files of these documents in these formats, and of what goes with them, in order; each by itself, so
/// that one that fails stops no other. With a file it hears how many are still to come. What `output` holds already is not made
/// again. `begun` and `done` hear of each document. Outside the threads of rayon it is done by who asks.
pub fn files<T: Send>(
    documents: &[Composed],
    project: &Project,
    formats: &[Format],
    output: &Output,
    begun: impl Fn(&Composed) + Sync,
    done: impl Fn() + Sync,
    ready: impl Fn(Made, usize) -> T + Sync,
) -> Vec<Result<T, Failure>> {
    let shared = rayon::current_thread_index().is_some();
    let tasks: Vec<Vec<Task>> = match shared {
        true => documents.par_iter().map(|composed| tasks(composed, formats)).collect(),
        false => documents.iter().map(|composed| tasks(composed, formats)).collect(),
    };
    let left: Vec<AtomicUsize> = tasks.iter().map(|tasks| AtomicUsize::new(tasks.len())).collect();
    let mut order: Vec<(usize, usize, &Task)> = Vec::new();
    for (of, tasks) in tasks.iter().enumerate() {
        order.extend(tasks.iter().enumerate().map(|(at, task)| (of, at, task)));
    }
    order.sort_by_key(|(_, _, task)| Reverse(task.weight()));
    // First come some small ones, so that the disk has work too; they are not missed at the end, when all processors should be
    // ready together.
    let small = TOGETHER.min(order.len() / 2);
    order.rotate_right(small);
    // All else is ready long before a PDF is.
    let help = shared && order.iter().filter(|(_, _, task)| task.is_pdf()).count() < rayon::current_num_threads();
    let coming = AtomicUsize::new(order.len());
    let one = |(of, at, task): (usize, usize, &Task)| {
        begun(&documents[of]);
        let made = match task {
            Task::Document(format, source) => {
                documents[of].file("", &documents[of].document, *format, *source, output, help)
            }
            Task::Sheet(paper, document, format, source) => {
                documents[of].file(paper, document, *format, *source, output, help)
            }
            Task::Extra(extra) => documents[of].extra(extra, project),
        }
        .map(|made| ready(made, coming.fetch_sub(1, Ordering::Relaxed) - 1));
        if left[of].fetch_sub(1, Ordering::Relaxed) == 1 {
            done();
        }
        (of, at, made)
    };
    // One by one from the front: dividing the row beforehand would give one processor all that is large.
    let mut made: Vec<_> = match shared {
        true => order.into_iter().par_bridge().map(one).collect(),
        false => order.into_iter().map(one).collect(),
    };
    made.sort_unstable_by_key(|(of, at, _)| (*of, *at));
    made.into_iter().map(|(_, _, made)| made).collect()
}

fn tasks(composed: &Composed, formats: &[Format]) -> Vec<Task> {
    let source = Source::of(&composed.document);
    let mut tasks = Vec::new();
    for format in formats {
        // Only a PDF is ready for the printer; the others are changed or read, and have one size.
        let sheets = if *format == Format::Pdf { composed.sheets() } else { Vec::new() };
        if sheets.is_empty() {
            tasks.push(Task::Document(*format, source));
        }
        tasks.extend(sheets.into_iter().map(|(paper, sheet)| {
            let source = Source::of(&sheet);
            Task::Sheet(paper, Box::new(sheet), *format, source)
        }));
    }
    tasks.extend(composed.extras().iter().map(Task::Extra));
    tasks
}
