//! The tag tree: what the parts of a document are, for whoever has it read aloud. Plain data; knows nothing of PDF.

use crate::press::placed::{Drawn, PlacedPage};
use std::fmt::Write;

/// A node of the tag tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub usize);

/// What a node is: the standard structure types of PDF 1.7 that packs need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// The whole.
    Document,
    /// A heading of this level, from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list.
    List,
    /// An item of a list.
    Item,
    /// Its bullet.
    Bullet,
    /// What it says.
    ItemBody,
    /// A table.
    Table,
    /// A row.
    Row,
    /// The heading of a column.
    ColumnHead,
    /// The heading of a row.
    RowHead,
    /// A cell.
    Cell,
    /// A picture with a description.
    Figure,
}

impl Tag {
    /// Its name as a structure type.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Heading(level) => ["H1", "H2", "H3", "H4", "H5", "H6"][usize::from(level.clamp(1, 6)) - 1],
            Self::Paragraph => "P",
            Self::List => "L",
            Self::Item => "LI",
            Self::Bullet => "Lbl",
            Self::ItemBody => "LBody",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::ColumnHead | Self::RowHead => "TH",
            Self::Cell => "TD",
            Self::Figure => "Figure",
        }
    }
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub tag: Tag,
    /// Where it hangs; only the whole hangs nowhere.
    pub parent: Option<NodeId>,
    /// What hangs from it, in reading order.
    pub kids: Vec<NodeId>,
    /// A description, for a figure.
    pub alt: Option<String>,
    /// What to read instead of what is printed.
    pub spoken: Option<String>,
}

/// The tags of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagTree {
    /// Every node; the first is the whole.
    pub nodes: Vec<Node>,
}

impl TagTree {
    /// The node that is the whole.
    pub const ROOT: NodeId = NodeId(0);

    /// A tree of nothing but the whole.
    pub fn new() -> Self {
        Self { nodes: vec![Node { tag: Tag::Document, parent: None, kids: Vec::new(), alt: None, spoken: None }] }
    }

    /// Hangs a node after its brothers and sisters.
    pub fn hang(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { tag, parent: Some(parent), kids: Vec::new(), alt: None, spoken: None });
        self.nodes[parent.0].kids.push(id);
        id
    }

    /// Takes the node that was hung last away again if nothing hangs from it and it says nothing of its own.
    pub fn drop_empty(&mut self, node: NodeId) {
        if node.0 + 1 == self.nodes.len() && self.nodes[node.0].kids.is_empty() {
            let parent = self.nodes.pop().and_then(|node| node.parent);
            if let Some(parent) = parent {
                self.nodes[parent.0].kids.pop();
            }
        }
    }

    /// Describes a figure.
    pub fn describe(&mut self, node: NodeId, alt: String) {
        self.nodes[node.0].alt = Some(alt.replace('\u{a0}', " "));
    }

    /// Says what to read instead of what is printed.
    pub fn speak(&mut self, node: NodeId, spoken: String) {
        self.nodes[node.0].spoken = Some(spoken.replace('\u{a0}', " "));
    }

    /// The tree in words, with what is printed under each node: for tests, and for whoever wants to know how a page reads.
    pub fn outline(&self, pages: &[PlacedPage]) -> String {
        let mut printed: Vec<Vec<&str>> = vec![Vec::new(); self.nodes.len()];
        for mark in pages.iter().flat_map(|page| &page.marks) {
            if let (Some(tag), Drawn::Text(run)) = (mark.tag, &mark.drawn) {
                printed[tag.0].push(&run.text);
            }
        }
        let mut out = String::new();
        self.tell(Self::ROOT, 0, &printed, &mut out);
        out
    }

    fn tell(&self, id: NodeId, depth: usize, printed: &[Vec<&str>], out: &mut String) {
        let node = &self.nodes[id.0];
        let scope = match node.tag {
            Tag::ColumnHead => " of column",
            Tag::RowHead => " of row",
            _ => "",
        };
        let _ = write!(out, "{}{}{scope}", "  ".repeat(depth), node.tag.name());
        if !printed[id.0].is_empty() {
            let _ = write!(out, " “{}”", printed[id.0].join(" "));
        }
        if let Some(alt) = &node.alt {
            let _ = write!(out, " alt “{alt}”");
        }
        if let Some(spoken) = &node.spoken {
            let _ = write!(out, " spoken “{spoken}”");
        }
        out.push('\n');
        for kid in &node.kids {
            self.tell(*kid, depth + 1, printed, out);
        }
    }
}

impl Default for TagTree {
    fn default() -> Self {
        Self::new()
    }
}
