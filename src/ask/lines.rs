//! Questions line by line, for a terminal that can only print: no colours, no cursor, choices by number.

use std::io::{BufRead, Write};

use wep::privacy::masked;

use super::{Ask, AskError, Check};

/// Asks through any reader and writer of lines.
pub struct Lines<R, W> {
    input: R,
    output: W,
}

impl<R: BufRead, W: Write> Lines<R, W> {
    pub fn new(input: R, output: W) -> Lines<R, W> {
        Lines { input, output }
    }

    fn line(&mut self, prompt: &str) -> Result<String, AskError> {
        write!(self.output, "{prompt}: ")?;
        self.output.flush()?;
        let mut bytes = Vec::new();
        if self.input.read_until(b'\n', &mut bytes)? == 0 {
            writeln!(self.output)?;
            return Err(AskError::Stopped);
        }
        Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
    }

    fn refuse(&mut self, why: &str) -> Result<(), AskError> {
        Ok(writeln!(self.output, "Dat kan niet: {}", masked(why))?)
    }
}

impl<R: BufRead, W: Write> Ask for Lines<R, W> {
    fn say(&mut self, text: &str) -> Result<(), AskError> {
        Ok(writeln!(self.output, "{text}")?)
    }

    fn text(&mut self, question: &str, initial: &str, check: Check) -> Result<String, AskError> {
        let prompt =
            if initial.is_empty() { question.to_owned() } else { format!("{question} [Enter voor ‘{initial}’]") };
        loop {
            let line = self.line(&prompt)?;
            let answer = if line.is_empty() { initial.to_owned() } else { line };
            match check(&answer) {
                Ok(()) => return Ok(answer),
                Err(why) => self.refuse(&why)?,
            }
        }
    }

    fn choice(&mut self, question: &str, choices: &[String], preset: usize) -> Result<usize, AskError> {
        writeln!(self.output, "{question}")?;
        for (position, choice) in choices.iter().enumerate() {
            writeln!(self.output, "  {}. {choice}", position + 1)?;
        }
        let prompt = format!("Nummer [Enter voor {}]", preset + 1);
        loop {
            let line = self.line(&prompt)?;
            match line.parse::<usize>() {
                _ if line.is_empty() => return Ok(preset),
                Ok(number) if (1..=choices.len()).contains(&number) => return Ok(number - 1),
                _ => self.refuse(&format!("kies een nummer van 1 tot en met {}", choices.len()))?,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked<T>(input: &str, ask: impl Fn(&mut dyn Ask) -> T) -> (T, String) {
        let mut output = Vec::new();
        let outcome = ask(&mut Lines::new(input.as_bytes(), &mut output));
        (outcome, String::from_utf8(output).unwrap())
    }

    fn not_empty(text: &str) -> Result<(), String> {
        if text.is_empty() { Err("vul iets in".into()) } else { Ok(()) }
    }

    #[test]
    fn an_answer_is_asked_again_until_it_is_right() {
        let (answer, said) = asked("\n Veldrijk \r\n", |ask| ask.text("Gemeente", "", &not_empty));
        assert_eq!(answer.unwrap(), "Veldrijk");
        assert_eq!(said, "Gemeente: Dat kan niet: vul iets in\nGemeente: ");
    }

    #[test]
    fn choices_go_by_number_with_a_preset() {
        let (answer, said) = asked("4\nx\n2\n", |ask| ask.choice("Wat?", &["a".into(), "b".into()], 0));
        assert_eq!(answer.unwrap(), 1);
        assert_eq!(said.matches("kies een nummer van 1 tot en met 2").count(), 2);
        assert!(!asked("\n", |ask| ask.confirm("Zeker?", false)).0.unwrap());
    }

    #[test]
    fn a_list_takes_lines_and_commas() {
        let (answer, _) = asked("\nNoord, Zuid\nWest\n\n", |ask| ask.list("Wijk", &not_empty));
        assert_eq!(answer.unwrap(), ["Noord", "Zuid", "West"]);
    }

    #[test]
    fn the_end_of_the_input_stops() {
        assert!(matches!(asked("", |ask| ask.text("Gemeente", "", &not_empty)).0, Err(AskError::Stopped)));
        assert!(matches!(asked("x", |ask| ask.choice("?", &["a".into()], 0)).0, Err(AskError::Stopped)));
    }
}
