//! Every document: from the model to the tree, and from the tree to each format; and all of them at once.

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use rayon::prelude::*;
use wep::document::KINDS;
use wep::render::{self, Format};
use wep::tree::Document;
use wep_benches::veldrijk;

const FORMATS: [Format; 4] = [Format::Markdown, Format::Html, Format::Docx, Format::Pdf];

fn each(criterion: &mut Criterion) {
    let project = veldrijk();
    for kind in KINDS {
        let mut group = criterion.benchmark_group(kind.slug);
        group.sample_size(10);
        group.bench_function("compose", |bencher| bencher.iter(|| kind.documents(&project)));
        let documents = kind.documents(&project).expect("a good template");
        for format in FORMATS {
            group.bench_function(format.extension(), |bencher| {
                bencher.iter(|| documents.iter().map(|(_, document)| render::render(document, format)).collect::<Vec<_>>());
            });
        }
        group.finish();
    }
}

/// The dossier without its disk: all documents in these formats, on all processors.
fn all(criterion: &mut Criterion) {
    let project = veldrijk();
    let mut group = criterion.benchmark_group("dossier");
    group.sample_size(10);
    for (name, formats) in [("without PDF", &FORMATS[..3]), ("with PDF", &FORMATS[..])] {
        group.bench_function(name, |bencher| {
            let documents = || -> Vec<Document> {
                let composed = KINDS.par_iter().flat_map_iter(|kind| kind.documents(&project).expect("a good template"));
                composed.map(|(_, document)| document).collect()
            };
            bencher.iter_batched(
                documents,
                |documents| {
                    let one = |document: &Document| formats.iter().map(|format| render::render(document, *format)).collect();
                    documents.par_iter().map(one).collect::<Vec<Vec<_>>>()
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, each, all);
criterion_main!(benches);
