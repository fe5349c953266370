//! The sociale kaart with more and more organisations, as a document and in the forms for other programs.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use wep::document::Kind;
use wep::export::{self, Form};
use wep::render::{self, Format};
use wep_benches::with_organisations;

fn measure(criterion: &mut Criterion) {
    let kind = Kind::find("sociale-kaart").expect("there is one");
    let mut group = criterion.benchmark_group("sociale kaart");
    group.sample_size(10);
    for count in [10, 100, 1_000, 10_000] {
        let project = with_organisations(count);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_with_input(BenchmarkId::new("compose", count), &project, |bencher, project| {
            bencher.iter(|| kind.documents(project));
        });
        let documents = kind.documents(&project).expect("a good template");
        for format in [Format::Markdown, Format::Html, Format::Docx] {
            group.bench_with_input(BenchmarkId::new(format.extension(), count), &documents, |bencher, documents| {
                bencher.iter(|| documents.iter().map(|(_, one)| render::render(one, format)).collect::<Vec<_>>());
            });
        }
        for form in [Form::Xlsx, Form::Html] {
            group.bench_with_input(BenchmarkId::new(format!("for others {}", form.name()), count), &project, |bencher, project| {
                bencher.iter(|| export::export(project, form));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, measure);
criterion_main!(benches);
