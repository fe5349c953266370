//! Reading the files of a gemeente, and the rules that look at them.

use criterion::{Criterion, criterion_group, criterion_main};
use wep::{check, load, progress};
use wep_benches::{folder, veldrijk};

fn measure(criterion: &mut Criterion) {
    let (folder, project) = (folder(), veldrijk());
    criterion.bench_function("load", |bencher| bencher.iter(|| load::load(&folder)));
    criterion.bench_function("check", |bencher| bencher.iter(|| check::check(&project)));
    criterion.bench_function("load and check and walk", |bencher| {
        bencher.iter(|| {
            let loaded = load::load(&folder).expect("the example can be read");
            let findings = check::check(&loaded.project);
            progress::stand(&loaded.project, &findings)
        });
    });
}

criterion_group!(benches, measure);
criterion_main!(benches);
