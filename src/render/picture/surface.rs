//! A picture while areas are painted on it, one over the other, each dot with the number of its colour.

use std::ops::Range;

use zeno::{Fill, Mask, Scratch, Vector};

use super::area::{Area, Contour};
use super::numbered::{Numbered, PALETTE, nearest};

/// As many steps as there are between what is below an edge and what covers it. More nobody sees.
const STEPS: usize = 15;

/// As many colours may a drawing have of itself, each as often as it can be seen through in another way: the others are for edges.
const MOST_COLOURS: usize = 64;

/// Two colours that differ no more than this in all are one for an edge.
const ALIKE: u32 = 3 * 3 * 3;

/// How many dots are looked at together: of most lines many are all the same.
const AT_ONCE: usize = 32;

/// How many dots are worked out together, so that they stay close to the processor.
const TOGETHER: usize = 1 << 14;

/// A picture that is being painted.
pub struct Surface {
    width: usize,
    height: usize,
    palette: Vec<[u8; 3]>,
    dots: Vec<u8>,
    mixtures: Vec<Mixture>,
    scratch: Scratch,
    /// How far each dot is covered, of those that are worked out together.
    covered: Vec<u8>,
}

/// The numbers of what comes of a colour over each of the palette, by how far it covers that; where they are known.
struct Mixture {
    colour: [u8; 3],
    opacity: u8,
    of: Box<[[Option<u8>; STEPS + 1]; PALETTE]>,
}

impl Surface {
    /// All of these on white. Nothing when there are too many colours.
    pub fn painted(areas: &[Area], width: u32, height: u32) -> Option<Numbered> {
        let (width, height) = (width as usize, height as usize);
        let mut surface = Surface {
            width,
            height,
            palette: vec![[u8::MAX; 3]],
            dots: vec![0; width * height],
            mixtures: Vec::new(),
            scratch: Scratch::new(),
            covered: Vec::with_capacity(TOGETHER),
        };
        for area in areas {
            if !surface.mixtures.iter().any(|mixture| mixture.is_of(area)) {
                surface.mixtures.push(Mixture::new(area));
            }
            if !surface.palette.contains(&area.colour) {
                surface.palette.push(area.colour);
            }
            if surface.mixtures.len() > MOST_COLOURS {
                return None;
            }
        }
        areas.iter().try_for_each(|area| surface.paint(area))?;
        Some(Numbered { palette: surface.palette.concat(), dots: surface.dots })
    }

    /// Puts an area over what is there. Nothing when its colour would have no number any more.
    fn paint(&mut self, area: &Area) -> Option<()> {
        let mixture = self.mixtures.iter().position(|mixture| mixture.is_of(area))?;
        // Letters beside each other are worked out one by one: in a long line every edge would be looked for among all others.
        let mut contours = area.contours();
        contours.sort_by(|one, other| one.left.total_cmp(&other.left));
        let mut contours = contours.into_iter();
        let Some(mut piece) = contours.next() else { return Some(()) };
        for contour in contours {
            if contour.left.floor() < piece.right.ceil() {
                piece.join(contour);
            } else {
                self.fill(&piece, area.rule, mixture)?;
                piece = contour;
            }
        }
        self.fill(&piece, area.rule, mixture)
    }

    /// The same for a piece of it, some rows at a time.
    fn fill(&mut self, piece: &Contour, rule: Fill, mixture: usize) -> Option<()> {
        let across = within(piece.left, piece.right, self.width);
        let down = within(piece.top, piece.bottom, self.height);
        if across.is_empty() {
            return Some(());
        }
        let rows = (TOGETHER / across.len()).max(1);
        for top in down.clone().step_by(rows) {
            let rows = top..down.end.min(top + rows);
            self.cover(piece, rule, &across, &rows);
            self.mix(mixture, &across, &rows)?;
        }
        Some(())
    }

    /// How far the piece covers each dot of these rows.
    fn cover(&mut self, piece: &Contour, rule: Fill, across: &Range<usize>, rows: &Range<usize>) {
        self.covered.clear();
        self.covered.resize(across.len() * rows.len(), 0);
        // No more than a picture has dots.
        let (width, height) = (across.len() as u32, rows.len() as u32);
        Mask::with_scratch(piece.commands.as_slice(), &mut self.scratch)
            .style(rule)
            .size(width, height)
            .offset(Vector::new(-(across.start as f32), -(rows.start as f32)))
            .render_into(&mut self.covered, None);
    }

    /// Puts the colour where the piece covers.
    fn mix(&mut self, mixture: usize, across: &Range<usize>, rows: &Range<usize>) -> Option<()> {
        let Surface { width, palette, dots, mixtures, covered, .. } = self;
        let mixture = &mut mixtures[mixture];
        for (row, covered) in rows.clone().zip(covered.chunks_exact(across.len())) {
            let begin = row * *width + across.start;
            let dots = &mut dots[begin..begin + across.len()];
            for (dots, covered) in dots.chunks_mut(AT_ONCE).zip(covered.chunks(AT_ONCE)) {
                // Without a way out in between, so that the processor takes them together.
                let differ = covered.iter().fold(0, |differ, cover| differ | (cover ^ covered[0]));
                match step(covered[0]) {
                    0 if differ == 0 => {}
                    STEPS if differ == 0 && mixture.opacity == u8::MAX => dots.fill(mixture.number(0, STEPS, palette)?),
                    _ => {
                        for (dot, cover) in dots.iter_mut().zip(covered) {
                            let step = step(*cover);
                            if step > 0 {
                                *dot = mixture.number(*dot, step, palette)?;
                            }
                        }
                    }
                }
            }
        }
        Some(())
    }
}

impl Mixture {
    fn new(area: &Area) -> Mixture {
        Mixture { colour: area.colour, opacity: area.opacity, of: Box::new([[None; STEPS + 1]; PALETTE]) }
    }

    fn is_of(&self, area: &Area) -> bool {
        (self.colour, self.opacity) == (area.colour, area.opacity)
    }

    /// The number of what comes of the colour over that of `below`.
    fn number(&mut self, below: u8, step: usize, palette: &mut Vec<[u8; 3]>) -> Option<u8> {
        let known = &mut self.of[usize::from(below)][step];
        if known.is_none() {
            let below = palette[usize::from(below)];
            let (all, over) = (STEPS * usize::from(u8::MAX), step * usize::from(self.opacity));
            let part =
                |at| (usize::from(below[at]) * (all - over) + usize::from(self.colour[at]) * over + all / 2) / all;
            // A mean of bytes is a byte.
            let colour = [0, 1, 2].map(|at| part(at) as u8);
            let (mut place, apart) = nearest(colour, palette)?;
            if apart > ALIKE && palette.len() < PALETTE {
                place = palette.len();
                palette.push(colour);
            } else if apart > ALIKE && step == STEPS {
                // At an edge nobody sees it, but here.
                return None;
            }
            *known = u8::try_from(place).ok();
        }
        *known
    }
}

/// The dots, of so many, that lie between these.
fn within(begin: f32, end: f32, most: usize) -> Range<usize> {
    // What is less than none becomes none.
    begin.floor() as usize..(end.ceil() as usize).min(most)
}

/// How many steps of all this is.
fn step(covered: u8) -> usize {
    const FULL: usize = u8::MAX as usize;
    (usize::from(covered) * STEPS + FULL / 2) / FULL
}
