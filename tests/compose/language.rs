//! What the template language can say.

use serde_json::json;
use wep::compose::{Template, compose};
use wep::drawing::Shape;
use wep::tree::{Block, Meta};

use super::{body, outline};

const CONVENANT: &str = "\
# Afspraken
{{#if begrippen}}

## Begrippen {.artikel #begrippen}
1. Zie artikel [](#doel).
{{/if}}

## Doel {.artikel #doel}
1. Samen werken:
   1. in de wijk;
   2. met bewoners.

   ::: bron
   Handboek, § 3.3
   :::
1. Een tweede lid.

Tussentekst.

1. Een derde lid, zie artikel [](#doel).

# Slot
1. Gewoon genummerd.
";

#[test]
fn articles_and_clauses_are_numbered() {
    let blocks = body(CONVENANT, json!({"begrippen": true}));
    insta::assert_snapshot!(outline(&blocks), @r#"
    # Afspraken
    ## Artikel 1 Begrippen
    1.1
      Zie artikel~{#doel 2}.
    ## Artikel 2 Doel
    2.1
      Samen werken:
      Lettered
        in de wijk;
        met bewoners.
      Source
        Handboek, §~3.3
    2.2
      Een tweede lid.
    Tussentekst.
    2.3
      Een derde lid, zie artikel~{#doel 2}.
    # Slot
    Ordered
      Gewoon genummerd.
    "#);
}

#[test]
fn numbers_close_up_when_an_article_drops_out() {
    let blocks = body(CONVENANT, json!({"begrippen": false}));
    insta::assert_snapshot!(outline(&blocks), @r#"
    # Afspraken
    ## Artikel 1 Doel
    1.1
      Samen werken:
      Lettered
        in de wijk;
        met bewoners.
      Source
        Handboek, §~3.3
    1.2
      Een tweede lid.
    Tussentekst.
    1.3
      Een derde lid, zie artikel~{#doel 1}.
    # Slot
    Ordered
      Gewoon genummerd.
    "#);
}

#[test]
fn every_block_has_its_markdown() {
    let text = "\
# Kop met **vet** en *schuin*
Regel een
loopt door.\\
Regel twee met [link](https://voorbeeld.example/a?b=c) en <info@voorbeeld.example>.

- punt
  - dieper
- [ ] geen

";
    assert!(super::composed(text, &json!({})).is_err(), "sommige punten met een vakje");
    let text = &text.replace("- [ ] geen\n", "- punt twee\n\n* [ ] vakje\n\n  met tekst\n* [ ] nog een\n");
    let rest = "
| Tijd | Onderdeel | Bedrag |
|------|:---------:|-------:|
| 9.00 | Inloop met koffie en thee | € 12 |
| 9.30 uur | | |

::: tabel {breedte=\"1 4\" rijkop}
| a | b |
|---|---|
| c | d |
:::

::: let-op
Let op.

- punt
::: toevoeging
Binnen.
:::
:::

::schrijfregels 4
::pagina-einde

::: ondertekening
| Partij | Naam | Functie | Plaats | Datum |
|---|---|---|---|---|
| Gemeente | {{veld naam \"naam\"}} | wethouder | | 1 oktober 2026 |
:::
";
    let blocks = body(&format!("{text}{rest}"), json!({"naam": null}));
    insta::assert_snapshot!(outline(&blocks), @r#"
    # Kop met *vet* en _schuin_
    Regel een loopt door.⏎Regel twee met <https://voorbeeld.example/a?b=c link> en <mailto:info@voorbeeld.example info@voorbeeld.example>.
    Bullet
      punt
      Bullet
        dieper
      punt twee
    Checklist
      vakje
      met tekst
      nog een
    Table Left2 Center4 Right2
      Tijd | Onderdeel | Bedrag
      9.00 | Inloop met koffie en thee | €~12
      9.30~uur |  | 
    Table Left1 Left4 rijkop
      a | b
      c | d
    Attention
      Let op.
      Bullet
        punt
      Addition
        Binnen.
    WritingSpace 4
    PageBreak
    Signature Gemeente / [nog invullen: naam] / wethouder /  / 1~oktober~2026
    "#);
}

#[test]
fn helpers_show_values_and_gaps() {
    let text = "\
{{veld kvk \"KvK-nummer\"}}, {{veld naam \"naam\"}}, {{aantal}}, {{bedrag}}.

Let op!{{veld kvk \"{kvk}\"}}

{{opsomming partijen}}; {{opsomming niemand \"partijen\"}}; {{hoofdletter naam}}.

{{epost post}}, {{epost naam}}, {{telefoon nummer}}, {{telefoon naam}}, {{website web}}, {{website naam}}

- {{alineas verhaal}}

{{#each partijen as |partij|}}
{{#als_is partij \"A\" \"C\"}}
{{@index}} ja {{partij}} {{../naam}}
{{else}}
nee {{this}}
{{/als_is}}
{{/each}}
{{#if (and naam (not (eq naam \"x\")))}}Wel.{{/if}} {{#if (not naam)}}a{{else if naam}}b{{else if kvk}}c{{else}}d{{/if}}{{#if (not naam)}}a{{else if (not naam)}}b{{else}}d{{/if}} {{#unless kvk}}Geen.{{else}}Wel.{{/unless}}
{{#with groep}}{{plaats}}{{/with}}
";
    let view = json!({
        "kvk": " ", "naam": "de heer X", "aantal": 12, "bedrag": 1.5, "partijen": ["A", "B", "C"], "niemand": [],
        "post": "a.b@voorbeeld.example", "nummer": "(0512) 34 56-78", "web": "www.voorbeeld.example/x",
        "verhaal": "Een.\nTwee.\n\n1. Drie.", "groep": {"plaats": "Veldrijk"}
    });
    insta::assert_snapshot!(outline(&body(text, view)), @r#"
    [nog invullen: KvK-nummer], de heer X, 12, 1,5.
    Let op![nog invullen: {kvk}]
    A, B en C; [nog invullen: partijen]; De heer X.
    <mailto:a.b@voorbeeld.example a.b@voorbeeld.example>, de heer X, <tel:0512345678 (0512) 34 56-78>, de heer X, <https://www.voorbeeld.example/x www.voorbeeld.example/x>, de heer X
    Bullet
      Een.⏎Twee.
      1. Drie.
    0 ja A de heer X nee B 2 ja C de heer X Wel. bd Geen. Veldrijk
    "#);
}

#[test]
fn a_drawing_stands_on_a_line_of_its_own() {
    let drawing = |text: &str| {
        let at = json!({"x": 1.5, "y": 2});
        let shape =
            json!({"s": "text", "at": at, "anchor": "start", "size": 9, "bold": false, "colour": "ink", "text": text});
        let drawing = json!({"width": 100, "height": 50.25, "shapes": [shape]});
        json!({"drawing": drawing, "alternative": format!("alt {text}"), "caption": format!("bij {text}")})
    };
    let hostile = "# {{x}} | *a*\n::: bron \u{7}\u{2FFFF}0\u{2FFFF}\u{3FFFF}<b>\"\\";
    let text = "\
Vooraf.
{{figuur een}}
- punt

  {{figuur een}}
{{#each meer}}
{{figuur this}}
{{/each}}
{{figuur leeg \"de kaart\"}}
";
    let blocks = body(text, json!({"een": drawing("a"), "meer": [drawing("b"), drawing(hostile)], "leeg": null}));
    let literal = "# {{x}} | *a* ::: bron \u{fffd}0\u{fffd}\u{fffd}<b>\"\\";
    let wanted = format!(
        "Vooraf.\nFigure alt a [1]\n  bij a\nBullet\n  punt\n  Figure alt a [1]\n    bij a\nFigure alt b [1]\n  bij b\n\
         Figure alt {literal} [1]\n  bij {literal}\n[nog invullen: de kaart]"
    );
    assert_eq!(outline(&blocks), wanted);
    let Block::Figure(figure) = &blocks[4] else { panic!("{blocks:?}") };
    let Shape::Text { text, at, .. } = &figure.drawing.shapes[0] else { panic!("{figure:?}") };
    assert_eq!((text.as_str(), at.x, figure.drawing.height), (literal, 1.5, 50.25));
}

#[test]
fn partials_are_part_of_the_template() {
    let partials = [
        Template { name: "kop", text: "# {{titel}}\n{{> voet wie=naam}}\n" },
        Template { name: "voet", text: "Van {{wie}}.\n" },
    ];
    let text = "{{> kop}}\n\nSlot.\n";
    let view = json!({"titel": "T", "naam": "N"});
    let document =
        compose(&Template { name: "proef", text }, &partials, view, Meta::default()).expect("a good template");
    assert_eq!(outline(&document.body), "# T\nVan N.\nSlot.");
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_make_no_difference() {
    let windows = format!("\u{feff}{}", CONVENANT.replace('\n', "\r\n"));
    let view = json!({"begrippen": true});
    assert_eq!(body(&windows, view.clone()), body(CONVENANT, view));
}

#[test]
fn the_title_block_is_one_line_of_text() {
    let meta = Meta { title: " Een\n*titel*\u{7} ".to_owned(), draft: true, ..Meta::default() };
    let document = compose(&Template { name: "proef", text: "Tekst." }, &[], json!({}), meta).expect("a good template");
    assert_eq!(document.meta, Meta { title: "Een *titel*".to_owned(), draft: true, ..Meta::default() });
}

#[test]
fn long_tables_take_time_by_their_length() {
    let text =
        "| a | b | c |\n|---|---|---|\n{{#each rijen}}\n| {{naam}} | {{veld bedrag \"bedrag\"}} | vast |\n{{/each}}\n";
    let time = |count: usize| {
        let rows: Vec<_> = (0..count).map(|row| json!({"naam": format!("rij | {row}"), "bedrag": null})).collect();
        let view = json!({"rijen": rows});
        let start = std::time::Instant::now();
        assert_eq!(outline(&body(text, view)).lines().count(), count + 2);
        start.elapsed()
    };
    let (short, long) = (time(2_500), time(10_000));
    assert!(long.as_secs() < 10, "10.000 rijen: {long:?}");
    assert!(long < short * 12, "2.500 rijen {short:?}, 10.000 rijen {long:?}");
}
