//! The recipes of CONTRIBUTING.md: every line that they name stands where they say, and five steps are five. Whether what
//! comes of them is built and passes, `.ci/recepten` tries.

use std::fs;
use std::path::Path;

struct Edit {
    path: String,
    how: String,
    line: Option<String>,
}

fn read(path: &str) -> Option<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).ok()
}

fn edits(text: &str) -> Vec<Edit> {
    let comment = |line: &str| {
        let inner = line.strip_prefix("<!-- file: ")?.strip_suffix(" -->")?.to_owned();
        let (path, rest) = inner.split_once(' ')?;
        let (how, line) = match rest.split_once(": \"") {
            Some((how, line)) => (how, line.strip_suffix('"').map(str::to_owned)),
            None => (rest, None),
        };
        Some(Edit { path: path.to_owned(), how: how.to_owned(), line })
    };
    text.lines().filter_map(comment).collect()
}

/// Who follows an example itself sees this test fail.
const FOLLOWED: &str = "was the example of CONTRIBUTING.md followed itself? Then go on with -- --skip contributing::";

#[test]
fn the_recipes_name_lines_that_stand_there_once() {
    let text = read("CONTRIBUTING.md").unwrap();
    let edits = edits(&text);
    assert_eq!(edits.len(), text.matches("<!-- file:").count());
    assert!(edits.len() > 21);
    for Edit { path, how, line } in edits {
        let content = read(&path);
        match (how.as_str(), line) {
            ("new", None) => assert_eq!(content, None, "{path} is there already: {FOLLOWED}"),
            ("after" | "before", Some(line)) => {
                let content = content.unwrap_or_else(|| panic!("{path} is not there"));
                let times = content.lines().filter(|one| one.trim() == line.trim()).count();
                assert_eq!(
                    times, 1,
                    "a recipe of CONTRIBUTING.md puts something {how} a line of {path} that must stand there once. Name \
                     another line there, if this one is no longer what it was: {line}"
                );
            }
            (how, line) => panic!("{path}: {how} {line:?}"),
        }
    }
}

#[test]
fn a_recipe_has_five_steps() {
    let text = read("CONTRIBUTING.md").unwrap();
    let recipes: Vec<&str> = text.split("\n### ").skip(1).collect();
    assert_eq!(recipes.len(), 3);
    for recipe in recipes {
        let steps: Vec<&str> = recipe.lines().filter(|line| line.as_bytes().get(1) == Some(&b'.')).collect();
        let numbers: Vec<&str> =
            steps.iter().filter_map(|step| step.split_once(". **")).map(|(number, _)| number).collect();
        assert_eq!(numbers, ["1", "2", "3", "4", "5"], "{}", recipe.lines().next().unwrap_or_default());
    }
}
