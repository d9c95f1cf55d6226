//! Tags, properties and identifiers into the drawn file, and the file into bytes. The only module that knows lopdf.

use crate::document::Document as Pack;
use crate::error::PackError;
use crate::press::placed::{Drawn, PlacedPage};
use crate::press::tags::{Node, NodeId, Tag, TagTree};
use crate::press::{Galley, fingerprint};
use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary, text_string};
use std::collections::BTreeMap;

/// Drawn pages that are not yet bound.
pub type Sheets = Document;

/// Binds drawn pages into a PDF/UA-1 file.
pub fn bind(mut sheets: Sheets, pack: &Pack, galley: &Galley) -> Result<Vec<u8>, PackError> {
    let pages: Vec<ObjectId> = sheets.get_pages().into_values().collect();
    sheets.version = "1.7".to_owned();
    let structure = structure(&mut sheets, &galley.tags, &galley.pages, &pages);
    for (number, page) in pages.iter().enumerate() {
        let page = sheets.get_dictionary_mut(*page).map_err(failed)?;
        page.remove(b"Annots");
        page.set("StructParents", number as i64);
        page.set("Tabs", "S");
    }
    let metadata = sheets
        .add_object(Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp(pack).into_bytes()));
    let catalog = sheets.catalog_mut().map_err(failed)?;
    catalog.remove(b"PageLayout");
    catalog.set("Lang", text_string(&pack.lang));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("StructTreeRoot", structure);
    catalog.set("Metadata", metadata);
    let info = sheets.add_object(dictionary! {
        "Title" => text_string(&pack.title),
        "Author" => text_string(&pack.imprint.school),
        "Creator" => text_string("SENCO Daybook"),
        "CreationDate" => Object::string_literal(pack.imprint.prepared_on.format("D:%Y%m%d000000Z").to_string()),
    });
    let replaced = sheets.trailer.get(b"Info").and_then(Object::as_reference).map_err(failed)?;
    sheets.objects.remove(&replaced);
    sheets.trailer.set("Info", info);
    press_small(&mut sheets, metadata)?;
    let id = identifier(&sheets);
    sheets.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = Vec::new();
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(200)
        .compression_level(6)
        .build();
    sheets.save_with_options(&mut bytes, options).map_err(|error| PackError::Binding(error.to_string()))?;
    Ok(bytes)
}

/// The structure tree and, for each page, which node each piece of marked content belongs to.
fn structure(sheets: &mut Sheets, tags: &TagTree, placed: &[PlacedPage], pages: &[ObjectId]) -> ObjectId {
    let root = sheets.new_object_id();
    let ids: Vec<ObjectId> = tags.nodes.iter().map(|_| sheets.new_object_id()).collect();
    let mut content: BTreeMap<NodeId, Vec<(usize, i64)>> = BTreeMap::new();
    let mut numbers = Vec::new();
    for (page, marks) in placed.iter().enumerate() {
        let owners: Vec<NodeId> = marks.runs().filter_map(|(tag, _)| tag).collect();
        for (number, node) in owners.iter().enumerate() {
            content.entry(*node).or_default().push((page, number as i64));
        }
        let owners: Vec<Object> = owners.into_iter().map(|node| ids[node.0].into()).collect();
        numbers.push(Object::Integer(page as i64));
        numbers.push(sheets.add_object(owners).into());
    }
    let homes = homes(tags, &content);
    for (index, node) in tags.nodes.iter().enumerate() {
        let content = content.get(&NodeId(index)).map(Vec::as_slice).unwrap_or_default();
        let mut element = element(NodeId(index), node, root, &ids, placed);
        if let Some(page) = homes[index] {
            element.set("Pg", pages[page]);
        }
        kids(&mut element, homes[index], node, content, &ids, pages);
        sheets.set_object(ids[index], element);
    }
    let parents = sheets.add_object(dictionary! { "Nums" => numbers });
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids[TagTree::ROOT.0],
        "ParentTree" => parents,
        "ParentTreeNextKey" => placed.len() as i64,
    };
    sheets.set_object(root, tree);
    root
}

fn element(id: NodeId, node: &Node, root: ObjectId, ids: &[ObjectId], placed: &[PlacedPage]) -> Dictionary {
    let mut element = dictionary! {
        "Type" => "StructElem",
        "S" => node.tag.name(),
        "P" => node.parent.map_or(root, |parent| ids[parent.0]),
    };
    let attributes = match node.tag {
        Tag::ColumnHead => dictionary! { "O" => "Table", "Scope" => "Column" },
        Tag::RowHead => dictionary! { "O" => "Table", "Scope" => "Row" },
        Tag::Figure => dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds(id, placed) },
        Tag::Document
        | Tag::Heading(_)
        | Tag::Paragraph
        | Tag::List
        | Tag::Item
        | Tag::Bullet
        | Tag::ItemBody
        | Tag::Table
        | Tag::Row
        | Tag::Cell => Dictionary::new(),
    };
    if !attributes.is_empty() {
        element.set("A", attributes);
    }
    if let Some(alt) = &node.alt {
        element.set("Alt", text_string(alt));
    }
    if let Some(spoken) = &node.spoken {
        element.set("ActualText", text_string(spoken));
    }
    element
}

/// What hangs from a node: its own marked content, then the nodes under it.
fn kids(
    element: &mut Dictionary,
    home: Option<usize>,
    node: &Node,
    content: &[(usize, i64)],
    ids: &[ObjectId],
    pages: &[ObjectId],
) {
    let own = content.iter().map(|(page, number)| {
        if Some(*page) == home {
            Object::Integer(*number)
        } else {
            dictionary! { "Type" => "MCR", "Pg" => pages[*page], "MCID" => *number }.into()
        }
    });
    let mut kids: Vec<Object> = own.chain(node.kids.iter().map(|kid| Object::from(ids[kid.0]))).collect();
    match kids.len() {
        0 => {}
        1 => element.set("K", kids.swap_remove(0)),
        _ => element.set("K", kids),
    }
}

/// The page on which each node begins, that of its first content or of the first node under it: whoever asks where a
/// table stands finds it at the table. The whole and what is nowhere printed have none.
fn homes(tags: &TagTree, content: &BTreeMap<NodeId, Vec<(usize, i64)>>) -> Vec<Option<usize>> {
    let mut homes: Vec<Option<usize>> = vec![None; tags.nodes.len()];
    // A node is hung after the one it hangs from, so that from the last to the first each has heard of all under it.
    for index in (1..tags.nodes.len()).rev() {
        let own = content.get(&NodeId(index)).and_then(|content| content.first()).map(|(page, _)| *page);
        let under = tags.nodes[index].kids.iter().filter_map(|kid| homes[kid.0]).min();
        homes[index] = own.or(under);
    }
    homes
}

/// The edges of a figure on its page, from the bottom left corner up.
fn bounds(node: NodeId, placed: &[PlacedPage]) -> Vec<Object> {
    let mut edges = [f32::MAX, f32::MAX, f32::MIN, f32::MIN];
    for page in placed {
        for mark in page.marks.iter().filter(|mark| mark.tag == Some(node)) {
            let (left, top, right, bottom) = match &mark.drawn {
                Drawn::Text(run) => (run.x, run.y - run.size, run.x + run.width, run.y + run.size * 0.3),
                Drawn::Rule(rule) => (
                    rule.from.0.min(rule.to.0),
                    rule.from.1.min(rule.to.1),
                    rule.from.0.max(rule.to.0),
                    rule.from.1.max(rule.to.1),
                ),
                Drawn::Panel(panel) => (panel.x, panel.y, panel.x + panel.width, panel.y + panel.height),
            };
            edges = [
                edges[0].min(left),
                edges[1].min(page.height - bottom),
                edges[2].max(right),
                edges[3].max(page.height - top),
            ];
        }
    }
    edges.into_iter().map(|edge| Object::Real(if edge.abs() < 10_000.0 { edge.round() } else { 0.0 })).collect()
}

/// Compresses every stream but the properties, which anyone may read.
fn press_small(sheets: &mut Sheets, metadata: ObjectId) -> Result<(), PackError> {
    for (id, object) in &mut sheets.objects {
        if let (true, Object::Stream(stream)) = (*id != metadata, object) {
            stream.compress().map_err(failed)?;
        }
    }
    Ok(())
}

/// The file's identifier, from what is in it: the same data, the same file.
fn identifier(sheets: &Sheets) -> Object {
    let streams =
        sheets.objects.values().filter_map(|object| object.as_stream().ok()).map(|stream| stream.content.as_slice());
    let first = fingerprint(streams.clone());
    let second = fingerprint(streams.chain([b"SENCO Daybook".as_slice()]));
    Object::String([first.to_be_bytes(), second.to_be_bytes()].concat(), StringFormat::Hexadecimal)
}

fn xmp(pack: &Pack) -> String {
    let escape = |text: &str| {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace(|c: char| c.is_control(), " ")
    };
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:creator><rdf:Seq><rdf:li>{school}</rdf:li></rdf:Seq></dc:creator>\
         <dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>\
         <xmp:CreatorTool>SENCO Daybook</xmp:CreatorTool><xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate>\
         <pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>",
        title = escape(&pack.title),
        school = escape(&pack.imprint.school),
        lang = escape(&pack.lang),
        date = pack.imprint.prepared_on.format("%Y-%m-%d"),
    )
}

fn failed(error: lopdf::Error) -> PackError {
    PackError::Binding(error.to_string())
}
