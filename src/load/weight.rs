//! How much work it is to draw a logo. A few bytes can ask for millions of shapes, where a mask or a pattern is made of
//! masks or patterns; only a count of what is really drawn shows it.

use resvg::usvg::{Group, Node, Paint, Path};

/// More shapes no logo has.
const MOST: usize = 20_000;

/// Drawing this takes more shapes than any logo has, each counted as often as it is drawn.
pub(super) fn too_heavy(root: &Group) -> bool {
    let mut left = MOST;
    !group(root, &mut left)
}

/// Takes a group from what is left; answers whether that was enough.
fn group(one: &Group, left: &mut usize) -> bool {
    let clips = std::iter::successors(one.clip_path(), |clip| clip.clip_path()).map(|clip| clip.root());
    let masks = std::iter::successors(one.mask(), |mask| mask.mask()).map(|mask| mask.root());
    let around: Vec<&Group> = clips.chain(masks).collect();
    around.into_iter().all(|around| group(around, left)) && one.children().iter().all(|child| node(child, left))
}

fn node(one: &Node, left: &mut usize) -> bool {
    let Some(rest) = left.checked_sub(1) else { return false };
    *left = rest;
    match one {
        Node::Group(inner) => group(inner, left),
        Node::Path(path) => path_painted(path, left),
        Node::Image(_) | Node::Text(_) => true,
    }
}

fn path_painted(path: &Path, left: &mut usize) -> bool {
    let paints = [path.fill().map(|fill| fill.paint()), path.stroke().map(|stroke| stroke.paint())];
    paints.into_iter().flatten().all(|paint| match paint {
        Paint::Pattern(pattern) => group(pattern.root(), left),
        _ => true,
    })
}
