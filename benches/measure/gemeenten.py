"""Invented gemeenten of any size, always the same ones: what all measuring is done on."""

SECTORS = ["welzijn", "vrijwilligers", "ggz", "woningcorporatie", "maatschappelijke_dienstverlening", "inloop",
           "ervaringsdeskundigheid", "zorg", "overig", "gemeente"]
DOMAINS = ["wonen", "werken", "leren", "recreeren", "gezondheid", "zelfzorg", "zingeving", "sociale_relaties"]
ELEMENTS = ["bereiken", "zorg", "dagelijks_leven", "rehabilitatie"]
RELATIONS = ["verwijst_naar", "deelt_plek", "werkt_samen"]
FIRST = ["Stichting", "Buurthuis", "Vereniging", "Werkplaats", "Inloop", "Steunpunt", "Zorggroep", "Kring"]
SECOND = ["De Linde", "Het Anker", "Zonzijde", "De Brug", "Samen Verder", "De Waterkant", "Het Baken", "Kompas",
          "De Eik", "Noorderlicht", "De Schakel"]
# Only the number of organisations grows: the gemeente stays as it is.
WIJKEN = ["Molenkwartier", "De Hoven", "Stationsbuurt", "Waterrand", "Oude Haven", "Vogelbuurt", "Lindehof", "Zuiderpark"]


def wijk_id(index):
    return WIJKEN[index % len(WIJKEN)].lower().replace(" ", "-")


def organisatie(index, count):
    """One entry of organisaties.yaml, with all that a well kept one has."""
    name = f"{FIRST[index % 8]} {SECOND[index % 11]} {index + 1}"
    site = f"organisatie-{index + 1}.example"
    here, also = wijk_id(index), wijk_id(index * 3 + 1)
    lines = [
        f"  - id: organisatie-{index + 1}",
        f"    naam: {name}",
        f"    sector: {SECTORS[index * 7 % 10]}",
        "    beschrijving: Helpt bewoners op weg en zoekt met hen naar een plek die past.",
        f"    rollen: [{'partner' if index < 8 else 'verwijst'}]",
        "    aanbod:",
    ]
    for offer in range(1 + index % 2):
        domain, element = DOMAINS[(index * 5 + offer) % 8], ELEMENTS[(index + offer) % 4]
        lines += [
            f"      - naam: {['Inloop', 'Maatje', 'Cursus', 'Eettafel'][(index + offer) % 4]} nummer {offer + 1}",
            "        beschrijving: Iedere week, met koffie en iemand die luistert.",
            f"        leefgebieden: [{domain}]",
            f"        steunsysteem: [{element}]",
            "        doelgroep: bewoners vanaf 18 jaar",
            "        kosten: gratis",
            "        aanmelden: bel of loop binnen",
        ]
    lines += [
        f"    wijken: [{here}]" if here == also else f"    wijken: [{here}, {also}]",
        f'    kvk: "{99_000_000 + index}"',
        "    zetel: Schaaldorp",
        "    adres:",
        f"      straat: Voorbeeldstraat {index % 900 + 1}",
        f"      postcode: 89{index % 90 + 10} AB",
        "      plaats: Schaaldorp",
        f'      breedtegraad: "53.{index % 9000 + 1000}"',
        f'      lengtegraad: "5.{index * 7 % 9000 + 1000}"',
        f'    telefoon: "(0199) {index // 10000 + 10:02} {index // 100 % 100:02} {index % 100:02}"',
        f"    email: info@{site}",
        f"    website: https://www.{site}",
        "    vertegenwoordiger:",
        f"      naam: B. de Vries-{index + 1}",
        "      functie: directeur",
        "    contactpersonen:",
        f"      - naam: A. Jansen-{index + 1}",
        "        functie: opbouwwerker",
        f"        email: a.jansen@{site}",
        "    relaties:",
    ]
    for step, kind in ((1, 0), (7, 1)):
        lines += [
            f"      - met: organisatie-{(index + step) % count + 1}",
            f"        soort: {RELATIONS[(index + kind) % 3]}",
        ]
    lines.append(f"    nagekeken_op: 2027-0{index % 9 + 1}-1{index % 10}")
    return "\n".join(lines)


def gemeente(folder, count):
    folder.mkdir(parents=True)
    wijken = "\n".join(f"  - id: {wijk_id(index)}\n    naam: {name}" for index, name in enumerate(WIJKEN))
    (folder / "wep.yaml").write_text(
        "gemeente: Schaaldorp\nprovincie: Fryslân\nnaam: Wijk en Psychiatrie Schaaldorp\nafkorting: WeP\n"
        f"wijken:\n{wijken}\ntrekker: organisatie-1\n"
        "contact:\n  naam: C. Coördinator\n  telefoon: (0199) 12 34 56\n  email: wep@schaaldorp.example\n"
        "startdatum: 2027-02-01\n", encoding="utf-8")
    entries = "\n\n".join(organisatie(index, count) for index in range(count))
    (folder / "organisaties.yaml").write_text(f"organisaties:\n{entries}\n", encoding="utf-8")
    return folder
