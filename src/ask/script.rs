//! A scripted double: gives prepared answers and remembers what was asked and said.

use std::collections::VecDeque;

use super::{Ask, AskError, Check};

#[derive(Debug, Default)]
pub struct Script {
    answers: VecDeque<String>,
    /// Everything that the user would have read.
    pub seen: Vec<String>,
}

impl Script {
    /// One answer for each question; a choice is answered with the words of the choice. The end of the answers is Ctrl-C.
    pub fn new(answers: &[&str]) -> Script {
        Script { answers: answers.iter().map(|answer| (*answer).to_owned()).collect(), seen: Vec::new() }
    }

    /// Every answer has been given.
    pub fn is_done(&self) -> bool {
        self.answers.is_empty()
    }

    fn next(&mut self) -> Result<String, AskError> {
        self.answers.pop_front().ok_or(AskError::Stopped)
    }
}

impl Ask for Script {
    fn say(&mut self, text: &str) -> Result<(), AskError> {
        self.seen.push(text.to_owned());
        Ok(())
    }

    fn text(&mut self, question: &str, initial: &str, check: Check) -> Result<String, AskError> {
        loop {
            self.seen.push(format!("{question} [{initial}]"));
            let answer = self.next()?;
            match check(&answer) {
                Ok(()) => return Ok(answer),
                Err(why) => self.seen.push(why),
            }
        }
    }

    fn choice(&mut self, question: &str, choices: &[String], _: usize) -> Result<usize, AskError> {
        self.seen.push(question.to_owned());
        let answer = self.next()?;
        let place = choices.iter().position(|choice| choice.starts_with(&answer));
        Ok(place.unwrap_or_else(|| panic!("‘{answer}’ is none of {choices:?} at ‘{question}’")))
    }
}
