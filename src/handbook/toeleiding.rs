//! What goes with the protocol for participation (G3): the handbook asks for one (§1.3) and has no model.

/// House rules, for everybody who comes in. Ours.
pub const HUISREGELS: [&str; 6] = [
    "Wij zijn vriendelijk en behandelen elkaar met respect.",
    "Wij discrimineren niet, pesten niet en dreigen niet.",
    "Wat iemand over zichzelf vertelt, blijft hier.",
    "Wij gebruiken hier geen alcohol en geen drugs.",
    "Foto’s maken wij alleen als iemand dat goed vindt.",
    "Lukt het even niet? Dan mag u altijd apart zitten of naar huis gaan. U bent de volgende keer weer welkom.",
];
