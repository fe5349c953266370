//! A drawing as areas of one colour each, one over the other: what nearly every drawing and logo is.

use resvg::tiny_skia::{Path, PathSegment, PathStroker, Point, Transform};
use resvg::usvg::{self, FillRule, Group, Node, Paint, PaintOrder, Stroke, Tree};
use zeno::{Command, Fill, Vector};

/// What reaches further than this many dots is left to a library that can do with that: here lines are worked out in whole numbers
/// of four bytes.
const FAR: f32 = 5_000.0;

/// An area, in dots of the picture.
pub struct Area {
    pub outline: Path,
    pub rule: Fill,
    pub colour: [u8; 3],
    /// 255 where nothing can be seen through it.
    pub opacity: u8,
}

impl Area {
    /// All of them, the lowest first. Nothing when there is more to the drawing: colours that run into each other, pictures, what
    /// is cut off or seen through as a whole.
    pub fn all(tree: &Tree, fit: Transform) -> Option<Vec<Area>> {
        let mut found = Vec::new();
        add_group(tree.root(), fit, &mut found)?;
        Some(found)
    }

    fn new(outline: Path, transform: Transform, rule: Fill, paint: &Paint, opacity: usvg::Opacity) -> Option<Area> {
        let Paint::Color(colour) = paint else { return None };
        let outline = outline.transform(transform)?;
        let bounds = outline.bounds();
        let near = |side: f32| side.abs() < FAR;
        [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()].into_iter().all(near).then(|| Area {
            outline,
            rule,
            colour: [colour.red, colour.green, colour.blue],
            opacity: opacity.to_u8(),
        })
    }

    /// Its outline, each closed line by itself.
    pub fn contours(&self) -> Vec<Contour> {
        let mut contours: Vec<Contour> = Vec::new();
        for segment in self.outline.segments() {
            if matches!(segment, PathSegment::MoveTo(_)) {
                contours.push(Contour::default());
            }
            if let Some(contour) = contours.last_mut() {
                contour.add(segment);
            }
        }
        contours
    }
}

/// A line that is closed, with the box that it lies in.
pub struct Contour {
    pub commands: Vec<Command>,
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Default for Contour {
    fn default() -> Contour {
        Contour { commands: Vec::new(), left: f32::MAX, top: f32::MAX, right: f32::MIN, bottom: f32::MIN }
    }
}

impl Contour {
    fn add(&mut self, segment: PathSegment) {
        let mut reach = |point: Point| {
            (self.left, self.right) = (self.left.min(point.x), self.right.max(point.x));
            (self.top, self.bottom) = (self.top.min(point.y), self.bottom.max(point.y));
            Vector::new(point.x, point.y)
        };
        let command = match segment {
            PathSegment::MoveTo(to) => Command::MoveTo(reach(to)),
            PathSegment::LineTo(to) => Command::LineTo(reach(to)),
            PathSegment::QuadTo(by, to) => Command::QuadTo(reach(by), reach(to)),
            PathSegment::CubicTo(first, second, to) => Command::CurveTo(reach(first), reach(second), reach(to)),
            PathSegment::Close => Command::Close,
        };
        self.commands.push(command);
    }

    /// Takes up another one: both are filled as one.
    pub fn join(&mut self, other: Contour) {
        (self.left, self.right) = (self.left.min(other.left), self.right.max(other.right));
        (self.top, self.bottom) = (self.top.min(other.top), self.bottom.max(other.bottom));
        self.commands.extend(other.commands);
    }
}

fn add_group(group: &Group, transform: Transform, found: &mut Vec<Area>) -> Option<()> {
    if group.should_isolate() {
        return None;
    }
    let transform = transform.pre_concat(group.transform());
    group.children().iter().try_for_each(|node| match node {
        Node::Group(group) => add_group(group, transform, found),
        Node::Text(text) => add_group(text.flattened(), transform, found),
        Node::Path(path) => add_path(path, transform, found),
        Node::Image(_) => None,
    })
}

fn add_path(path: &usvg::Path, transform: Transform, found: &mut Vec<Area>) -> Option<()> {
    if !path.is_visible() {
        return Some(());
    }
    if !path.rendering_mode().use_shape_antialiasing() {
        return None;
    }
    let fill = path.fill().map(|fill| {
        let rule = match fill.rule() {
            FillRule::NonZero => Fill::NonZero,
            FillRule::EvenOdd => Fill::EvenOdd,
        };
        Area::new(path.data().clone(), transform, rule, fill.paint(), fill.opacity())
    });
    let stroke = path.stroke().map(|stroke| {
        let line = outline_of(path.data(), stroke, transform)?;
        Area::new(line, transform, Fill::NonZero, stroke.paint(), stroke.opacity())
    });
    let both = match path.paint_order() {
        PaintOrder::FillAndStroke => [fill, stroke],
        PaintOrder::StrokeAndFill => [stroke, fill],
    };
    both.into_iter().flatten().try_for_each(|area| {
        found.push(area?);
        Some(())
    })
}

/// What a line covers, along this path.
fn outline_of(path: &Path, stroke: &Stroke, transform: Transform) -> Option<Path> {
    let scale = PathStroker::compute_resolution_scale(&transform);
    let stroke = stroke.to_tiny_skia();
    match &stroke.dash {
        Some(dash) => path.dash(dash, scale)?.stroke(&stroke, scale),
        None => path.stroke(&stroke, scale),
    }
}
