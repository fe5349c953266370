//! Taking over a list of ten thousand organisations: read, its columns understood, laid beside what is there.

use std::fmt::Write;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use wep::import::columns::propose;
use wep::import::guard;
use wep::import::plan::{Meanings, plan};
use wep::import::table::read;
use wep_benches::veldrijk;

const ROWS: usize = 10_000;

fn list() -> String {
    let mut list = "Naam;Sector;Telefoon;E-mail;Postcode;Plaats\n".to_owned();
    for row in 0..ROWS {
        let _ = writeln!(
            list,
            "Stichting {row};welzijn;0199 {row:06};info@stichting-{row}.example;{} AB;Veldrijk",
            1_000 + row % 9_000
        );
    }
    list
}

fn measure(criterion: &mut Criterion) {
    let (list, project) = (list(), veldrijk());
    let table = read(list.as_bytes(), None).expect("a table");
    let columns = propose(&table.headers, &[]).expect("columns");
    let mut group = criterion.benchmark_group("import");
    group.sample_size(10).throughput(Throughput::Elements(ROWS as u64));
    group.bench_function("read", |bencher| bencher.iter(|| read(list.as_bytes(), None)));
    group.bench_function("guard", |bencher| bencher.iter(|| guard::look(&table, &[])));
    group.bench_function("plan", |bencher| {
        let known = &project.organisaties.organisaties;
        bencher.iter(|| plan(&table, &columns, &project.wep.wijken, known, &Meanings::new()));
    });
    group.finish();
}

criterion_group!(benches, measure);
criterion_main!(benches);
