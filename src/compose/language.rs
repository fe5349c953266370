//! The words of the template language, each with an example and what it does, told to who writes a template. What may stand
//! in a template follows from these tables, so that what is told about it cannot differ.

/// Something that can stand in a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// What it is called by.
    pub name: &'static str,
    /// How it is written; more lines stand below each other.
    pub example: &'static str,
    /// What it does, in Dutch.
    pub meaning: &'static str,
}

const fn word(name: &'static str, example: &'static str, meaning: &'static str) -> Word {
    Word { name, example, meaning }
}

/// The names of these words.
const fn names<const N: usize>(words: &[Word; N]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut at = 0;
    while at < N {
        names[at] = words[at].name;
        at += 1;
    }
    names
}

/// What decides about a part of the template.
pub const BLOCK_WORDS: [Word; 5] = [
    word(
        "if",
        "{{#if trekker}}Trekker: {{trekker}}.{{else}}Er is geen trekker.{{/if}}",
        "Wat ertussen staat, komt er alleen als het gegeven is ingevuld. ‘{{else}}’ mag weg.",
    ),
    word("unless", "{{#unless trekker}}Er is nog geen trekker.{{/unless}}", "Het omgekeerde van ‘if’."),
    word(
        "each",
        "{{#each partijen}}\n- {{naam}} ({{../gemeente}})\n{{/each}}",
        "Herhaalt wat ertussen staat voor alles in een lijst. De namen zijn dan die binnen de lijst; ‘../’ gaat een stap terug, ‘{{this}}’ is het ding zelf als het alleen tekst is.",
    ),
    word(
        "with",
        "{{#with coordinator}}{{naam}} werkt {{uren}} uur.{{/with}}",
        "Binnen het blok zijn de namen die van deze groep.",
    ),
    word(
        "als_is",
        "{{#als_is soort \"pauze\" \"lunch\"}}Even rust.{{else}}Aan het werk.{{/als_is}}",
        "Wat ertussen staat, komt er als het gegeven een van deze woorden is.",
    ),
];

/// What shows a value.
pub const INLINE_WORDS: [Word; 11] = [
    word(
        "veld",
        "{{veld trekker \"organisatie die trekt\"}}",
        "Toont het gegeven, of als het er niet is: [nog invullen: organisatie die trekt]. Gebruik dit voor alles wat leeg kan zijn.",
    ),
    word("gat", "{{gat \"handtekening\"}}", "Altijd een plek om nog in te vullen."),
    word(
        "alineas",
        "{{alineas toelichting \"toelichting\"}}",
        "Een tekst met alinea’s: een lege regel begint een nieuwe.",
    ),
    word("opsomming", "{{opsomming wijken \"wijken\"}}", "Een lijst als zin: a, b en c."),
    word("epost", "{{epost email \"e-mailadres\"}}", "Een e-mailadres om op te klikken."),
    word("telefoon", "{{telefoon telefoon \"telefoonnummer\"}}", "Een telefoonnummer om op te klikken."),
    word("website", "{{website website \"website\"}}", "Een website om op te klikken."),
    word(
        "hoofdletter",
        "{{hoofdletter overleg \"naam van het overleg\"}}",
        "Het gegeven met een hoofdletter, voor het begin van een zin.",
    ),
    word("figuur", "{{figuur kaart \"de tekening\"}}", "Een tekening die wep maakt, op een regel alleen."),
    word("lookup", "{{lookup partijen 0}}", "Een ding uit een lijst, geteld vanaf 0, of uit een groep, met zijn naam."),
    word("len", "{{len partijen}}", "Hoeveel er in een lijst staan."),
];

/// What can stand between round brackets.
pub const VALUE_WORDS: [Word; 11] = [
    word("eq", "{{#if (eq gemeente \"Veldrijk\")}}ja{{/if}}", "Is gelijk aan."),
    word("ne", "{{#if (ne gemeente \"Veldrijk\")}}ja{{/if}}", "Is niet gelijk aan."),
    word("gt", "{{#if (gt (len partijen) 1)}}ja{{/if}}", "Is meer dan."),
    word("gte", "{{#if (gte (len partijen) 1)}}ja{{/if}}", "Is minstens."),
    word("lt", "{{#if (lt (len partijen) 9)}}ja{{/if}}", "Is minder dan."),
    word("lte", "{{#if (lte (len partijen) 9)}}ja{{/if}}", "Is hoogstens."),
    word("and", "{{#if (and trekker gemeente)}}ja{{/if}}", "Het een en het ander."),
    word("or", "{{#if (or trekker gemeente)}}ja{{/if}}", "Het een of het ander."),
    word("not", "{{#if (not trekker)}}ja{{/if}}", "Niet."),
    word("len", "{{#if (eq (len partijen) 2)}}ja{{/if}}", "Hoeveel er in een lijst staan."),
    word("lookup", "{{#with (lookup partijen 0)}}{{naam}}{{/with}}", "Een ding uit een lijst of een groep."),
];

/// What stands around blocks.
pub const CONTAINER_WORDS: [Word; 5] = [
    word("bron", "::: bron\n{{handleiding}} §3.3\n:::", "Waar een deel op rust, klein onder de tekst."),
    word(
        "toevoeging",
        "::: toevoeging\nDit is een afspraak van onze gemeente.\n:::",
        "Wat niet uit de handleiding komt.",
    ),
    word("let-op", "::: let-op\nLaat dit nakijken.\n:::", "Wat de lezer niet mag missen."),
    word(
        "ondertekening",
        "::: ondertekening\n| Partij | Naam | Functie | Plaats | Datum |\n|---|---|---|---|---|\n| Gemeente | | wethouder | | |\n:::",
        "Een vak om te tekenen voor elke rij van de tabel.",
    ),
    word(
        "tabel",
        "::: tabel {breedte=\"1 3\" rijkop}\n| Tijd | Wat |\n|---|---|\n| 9.00 uur | Inloop |\n:::",
        "Een tabel met de verhouding van de kolommen. Met ‘rijkop’ is de eerste kolom een opschrift. Beide mogen weg.",
    ),
];

/// What stands on a line of its own.
pub const LEAF_WORDS: [Word; 4] = [
    word("pagina-einde", "::pagina-einde", "Hier begint een nieuwe pagina."),
    word("schrijfregels", "::schrijfregels 4", "Zoveel lege regels om met een pen op te schrijven."),
    word(
        "invulveld",
        "::invulveld 2 Wat wilt u bespreken?",
        "Een vraag met zoveel regels om in te vullen, ook op de computer.",
    ),
    word(
        "keuzeveld",
        "::keuzeveld Hoe zullen wij contact houden? | bellen | mailen",
        "Een vraag met keuzes om aan te kruisen.",
    ),
];

/// What else a template can hold: the Markdown of documents.
pub const MARKDOWN_WORDS: [Word; 11] = [
    word("kop", "# Kop\n\n## Kleinere kop", "Een kop. De titel van het document staat er al boven."),
    word("alinea", "Een zin.\n\nEen nieuwe alinea.", "Een lege regel begint een nieuwe alinea."),
    word(
        "nieuwe regel",
        "Regel een\\\nRegel twee",
        "Een schuine streep aan het eind van de regel: de volgende begint op een nieuwe regel.",
    ),
    word("nadruk", "**vet** en *schuin*", "Woorden die opvallen."),
    word("link", "[de handleiding](https://handleiding.example)", "Een woord om op te klikken."),
    word("lijst", "- een\n- twee", "Een lijst met punten."),
    word("genummerde lijst", "1. een\n1. twee", "Een lijst met nummers; wep telt zelf."),
    word("vakjes", "* [ ] folders bestellen\n* [ ] zaal huren", "Een lijst om af te vinken."),
    word("tabel", "| Tijd | Wat |\n|---|---|\n| 9.00 uur | Inloop |", "Een tabel; ‘---:’ zet een kolom naar rechts."),
    word(
        "artikel",
        "# Afspraken\n\n## Doel {.artikel #doel}\n1. Dit is het eerste lid.",
        "Een genummerd artikel met leden, zoals in het convenant.",
    ),
    word(
        "verwijzing",
        "# Afspraken\n\n## Doel {.artikel #doel}\n1. Zie artikel [](#doel).",
        "Het nummer van een artikel met dat anker, ook als de nummers veranderen.",
    ),
];

pub(super) const BLOCKS: &[&str] = &names(&BLOCK_WORDS);
pub(super) const INLINE: &[&str] = &names(&INLINE_WORDS);
pub(super) const VALUES: &[&str] = &names(&VALUE_WORDS);
pub(super) const CONTAINERS: &[&str] = &names(&CONTAINER_WORDS);
pub(super) const LEAVES: &[&str] = &names(&LEAF_WORDS);

/// What goes between the files: parts and remarks.
pub const FILE_WORDS: [Word; 2] = [
    word("deel", "{{> slot}}", "De tekst van een deel, hier ‘sjablonen/deel/slot.md.hbs’."),
    word("opmerking", "{{!-- Alleen voor wie het sjabloon leest. --}}", "Komt niet in het document."),
];
