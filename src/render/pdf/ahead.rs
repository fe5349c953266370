//! The second half of a long document is set ahead by a processor that has nothing else to do. What typst remembers of its
//! paragraphs is then only put on the pages.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Map, Value};

use super::sheet;

/// Bytes of a sheet: what is shorter is ready before it is worth the trouble. What is longer takes half of the memory that the
/// longest PDF may take, and with its half once more no more than that.
const WORTH_IT: Range<usize> = 30_000..5_000_000;

/// Does `work`, and `ahead` beside it if there is a processor that waits for work before `work` is done. Nothing may depend on
/// `ahead`. Outside the threads of rayon there are none that wait.
pub fn beside<T: Send>(ahead: impl FnOnce() + Send, work: impl FnOnce() -> T + Send) -> T {
    if rayon::current_thread_index().is_none() {
        return work();
    }
    let ready = AtomicBool::new(false);
    let (result, ()) = rayon::join(
        || {
            let result = work();
            ready.store(true, Ordering::Relaxed);
            result
        },
        // Whoever is left with it when all is ready has nothing to do.
        || {
            if !ready.load(Ordering::Relaxed) {
                ahead();
            }
        },
    );
    result
}

/// The sheet with the second half of its text, and of the first half only what has no text; nothing for what is short or very
/// long, or in one piece. `blocks` are those of its text as JSON.
pub fn second_half(sheet: &Value, blocks: &[String]) -> Option<Vec<u8>> {
    let length = blocks.iter().map(String::len).sum();
    if !WORTH_IT.contains(&length) {
        return None;
    }
    let mut left = length / 2;
    let from = blocks.iter().rposition(|block| {
        left = left.saturating_sub(block.len());
        left == 0
    });
    from_block(sheet, blocks, from.filter(|from| *from > 0)?)
}

/// The sheet from its block of this number on, and of what is before it only what has no text.
pub(super) fn from_block(sheet: &Value, blocks: &[String], from: usize) -> Option<Vec<u8>> {
    let (before, half) = (sheet["body"].as_array()?.get(..from)?, blocks.get(from..)?);
    let hollow = before.iter().filter_map(hollow).map(|block| block.to_string());
    Some(sheet::with_body(sheet, &hollow.chain(half.iter().cloned()).collect::<Vec<_>>()))
}

/// The same, but for the fields for which there is something new.
fn with(object: &Value, new: impl Fn(&str) -> Option<Value>) -> Option<Value> {
    let field = |(name, value): (&String, &Value)| (name.clone(), new(name).unwrap_or_else(|| value.clone()));
    Some(object.as_object()?.iter().map(field).collect::<Map<_, _>>().into())
}

/// What holds the texts and the parts of a block.
const INSIDE: [&str; 7] = ["content", "items", "clauses", "header", "rows", "roles", "fields"];

/// A block without what is in it, which takes no time to set. Typst knows the pieces of a page by how many of their kind came
/// before: where there are as many, what it remembers of those behind them is of use. Headings are pointed at and stay; of
/// drawings and places to sign there are too few to count.
fn hollow(block: &Value) -> Option<Value> {
    match block["t"].as_str()? {
        "heading" => Some(block.clone()),
        "figure" | "signatures" => None,
        _ => with(block, |name| INSIDE.contains(&name).then(|| Value::Array(Vec::new()))),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use rayon::ThreadPoolBuilder;
    use serde_json::json;

    use super::*;

    #[test]
    fn who_has_nothing_to_do_helps_and_nobody_else() {
        let with = |threads: usize, ahead: &(dyn Fn() + Sync), work: &(dyn Fn() -> u8 + Sync)| {
            ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| beside(ahead, work))
        };
        let both = Barrier::new(2);
        let wait = || {
            both.wait();
        };
        assert_eq!(
            with(2, &wait, &|| {
                both.wait();
                7
            }),
            7
        );
        let nobody = || panic!("there is nobody");
        assert_eq!(with(1, &nobody, &|| 7), 7);
        assert_eq!(beside(nobody, || 7), 7);
    }

    #[test]
    fn half_of_a_text_is_its_end() {
        let block = |number: usize, text: &[String]| json!({ "t": "paragraph", "content": text, "n": number });
        let text = ["x".repeat(4_000)];
        let blocks: Vec<Value> = (0..9).map(|number| block(number, &text)).collect();
        let sheet = json!({ "meta": { "title": "a" }, "body": blocks });
        let written = |blocks: &[Value]| blocks.iter().map(Value::to_string).collect::<Vec<_>>();
        let half: Value = serde_json::from_slice(&second_half(&sheet, &written(&blocks)).unwrap()).unwrap();
        assert_eq!(half["meta"], sheet["meta"]);
        let (before, after) = half["body"].as_array().unwrap().split_at(4);
        assert_eq!(before, (0..4).map(|number| block(number, &[])).collect::<Vec<_>>());
        assert_eq!(after, &blocks[4..]);
        let long = block(0, &["x".repeat(6_000_000)]);
        for body in [&blocks[..2], &[block(0, &["x".repeat(40_000)])], &[blocks[0].clone(), long]] {
            assert_eq!(second_half(&json!({ "meta": {}, "body": body }), &written(body)), None);
        }
    }
}
