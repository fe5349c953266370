//! The bar that shows how far the work is: only on a terminal, and not when quiet.

use std::fmt::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use wep::document::KINDS;

use crate::screen::Screen;

/// For the documents of one command, with the name of the one at hand.
const ONE: &str = "Bezig: {bar:20} {pos} van {len}  {msg}";
/// For everything of one or more gemeenten; on eighty columns, also when there are hundreds.
const ALL: &str = "Bezig: {bar:12} {pos}/{len} documenten{msg}{over}";

/// A bar for documents, which come from one gemeente or from more.
pub struct Bar {
    bar: ProgressBar,
    gemeenten: usize,
    ready: AtomicUsize,
}

impl Bar {
    /// For so many documents of one gemeente.
    pub fn of_documents(documents: usize, screen: Screen) -> Bar {
        Bar::new(ONE, documents, 1, screen)
    }

    /// For so many gemeenten, with as many documents as each may have.
    pub fn of_gemeenten(gemeenten: usize, screen: Screen) -> Bar {
        let bar = Bar::new(ALL, gemeenten * KINDS.len(), gemeenten, screen);
        bar.say_gemeenten(0);
        bar
    }

    /// That nobody sees, and that counts all the same.
    pub fn unseen() -> Bar {
        Bar { bar: ProgressBar::hidden(), gemeenten: 1, ready: AtomicUsize::new(0) }
    }

    fn new(template: &str, documents: usize, gemeenten: usize, screen: Screen) -> Bar {
        let target = if screen.quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(documents as u64), target);
        if let Ok(style) = ProgressStyle::with_template(template) {
            let over = |state: &ProgressState, out: &mut dyn Write| {
                let _ = out.write_str(&left(state.eta()));
            };
            bar.set_style(style.with_key("over", over).progress_chars("━━─"));
        }
        // A thread of its own, which a bar that nobody sees need not have.
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(120));
        }
        Bar { bar, gemeenten, ready: AtomicUsize::new(0) }
    }

    /// This document is being made.
    pub fn at(&self, name: &str) {
        self.bar.set_message(name.to_owned());
    }

    /// A document is done.
    pub fn document(&self) {
        self.bar.inc(1);
    }

    /// So many documents are done.
    pub fn done(&self) -> usize {
        usize::try_from(self.bar.position()).unwrap_or(usize::MAX)
    }

    /// All documents of a gemeente are done at once: so many as it turned out to have.
    pub fn made(&self, documents: usize) {
        self.expect(KINDS.len(), documents);
        self.bar.inc(documents as u64);
    }

    /// It turned out that a gemeente has not `expected` documents but `found`.
    pub fn expect(&self, expected: usize, found: usize) {
        if found >= expected {
            self.bar.inc_length((found - expected) as u64);
        } else {
            self.bar.dec_length((expected - found) as u64);
        }
    }

    /// A gemeente is done.
    pub fn gemeente(&self) {
        let ready = self.ready.fetch_add(1, Ordering::Relaxed) + 1;
        self.say_gemeenten(ready);
    }

    fn say_gemeenten(&self, ready: usize) {
        if self.gemeenten > 1 {
            self.bar.set_message(format!(", {ready}/{} gemeenten", self.gemeenten));
        }
    }

    /// Says something without the bar getting into it.
    pub fn aside(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }

    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// “, nog 3 min.”; nothing as long as nobody knows.
fn left(time: Duration) -> String {
    match time.as_secs() {
        0 => String::new(),
        seconds @ 1..=89 => format!(", nog {seconds} sec."),
        seconds => format!(", nog {} min.", (seconds + 30) / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_dutch() {
        for (seconds, said) in [(0, ""), (89, ", nog 89 sec."), (90, ", nog 2 min."), (3_000, ", nog 50 min.")] {
            assert_eq!(left(Duration::from_secs(seconds)), said);
        }
    }
}
