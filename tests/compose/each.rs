//! `{{#each}}`: what is filled in by itself comes out as what can look at everything around it.

use serde_json::{Value, json};

use super::{body, composed, outline};

/// Inside it stands no name of outside; with `AROUND` in it, it could.
const INSIDE: &str = "\
{{#each dingen}}
- {{@index}}{{#if @first}} eerste{{/if}}{{#if @last}} laatste{{/if}}: **{{naam}}**{{#if delen}}, met {{#each delen}}{{#unless @first}}; {{/unless}}{{@index}} {{this}}{{/each}}{{else}}, heel{{/if}}AROUND
{{#with plek}}
   - in {{straat}}, {{#each namen}}{{@key}} {{this}} {{../nummer}} {{/each}}
{{/with}}
{{#each leeg}}
   - nooit
{{else}}
   - niets voor {{naam}}
{{/each}}
{{/each}}
";

fn things(count: usize) -> Value {
    let thing = |number: usize| {
        let parts: Vec<String> = (0..number % 3).map(|part| format!("deel {part} van {number}")).collect();
        let plek =
            json!({"straat": format!("Straat {number}"), "nummer": number, "namen": {"een": "Noord", "twee": "Zuid"}});
        json!({"naam": format!("ding *{number}*"), "delen": parts, "plek": plek, "leeg": []})
    };
    json!({"dingen": (0..count).map(thing).collect::<Vec<Value>>(), "slot": ""})
}

#[test]
fn what_knows_nothing_of_around_it_comes_out_the_same() {
    for count in [1, 3, 63, 64, 65, 200] {
        let alone = outline(&body(&INSIDE.replace("AROUND", ""), things(count)));
        let around = outline(&body(&INSIDE.replace("AROUND", "{{#if ../slot}}!{{/if}}"), things(count)));
        assert_eq!(alone, around);
        // With processors to share with.
        let shared = rayon::scope(|_| outline(&body(&INSIDE.replace("AROUND", ""), things(count))));
        assert_eq!(alone, shared);
        assert_eq!(alone.matches("niets voor").count(), count);
    }
    let three = outline(&body(&INSIDE.replace("AROUND", ""), things(3)));
    insta::assert_snapshot!(three, @r"
    Bullet
      0 eerste: *ding *0**, heel
      Bullet
        in Straat~0, een Noord 0 twee Zuid 0
        niets voor ding *0*
      1: *ding *1**, met 0 deel~0 van 1
      Bullet
        in Straat~1, een Noord 1 twee Zuid 1
        niets voor ding *1*
      2 laatste: *ding *2**, met 0 deel~0 van 2; 1 deel~1 van 2
      Bullet
        in Straat~2, een Noord 2 twee Zuid 2
        niets voor ding *2*
    ");
}

#[test]
fn a_name_that_a_thing_was_given_is_known_in_all_that_is_inside_it() {
    let text = "{{#each dingen as |ding|}}\n{{#each ding.delen}}\n- {{ding.naam}}: {{this}}\n{{/each}}\n{{/each}}\n";
    assert_eq!(outline(&body(text, things(3))).matches("van 2").count(), 2);
}

#[test]
fn a_name_that_one_thing_in_a_long_list_lacks_is_told() {
    let mut view = things(200);
    view["dingen"][150] = json!({"naam": "zonder delen"});
    let text = "Vooraf.\n\n{{#each dingen}}\n- {{naam}} {{#each delen}}{{this}}{{/each}}\n{{/each}}\n";
    for error in [composed(text, &view), rayon::scope(|_| composed(text, &view))].map(Result::unwrap_err) {
        assert_eq!(error.to_string(), "proef.md.hbs:4:12: de naam ‘delen’ is hier niet bekend");
    }
}
