//! Documents of children: links, and small files kept here.
//!
//! A file is kept once, by its hash, however many documents are it. It stays when a document goes, so that undoing
//! brings it back; it goes with the child, or once nothing that can be undone or done again names it.

use crate::access::{Access, Write};
use crate::failure::{damaged, gone};
use crate::sql::{Sql, among, json};
use daybook_domain::Outcome;
use daybook_domain::documents::{Document, DocumentDetails};
use daybook_domain::ids::{DocumentId, PupilId};
use rusqlite::{Row, params};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The documents of the vault's children.
pub struct Documents<'v, M>(pub(crate) Access<'v, M>);

impl<M> Documents<'_, M> {
    /// A child's documents, the newest first.
    pub fn of_pupil(&self, pupil: PupilId) -> Outcome<Vec<Document>> {
        self.0.sql().all(&statement("pupil_id = ?1"), [pupil.0], read)
    }

    /// Those of these children, each child's in the same order.
    pub fn of_pupils(&self, pupils: &BTreeSet<PupilId>) -> Outcome<Vec<Document>> {
        self.0.sql().all(&statement(&among("pupil_id")), [json(pupils)], read)
    }

    /// One of them. Fault: `store.gone`.
    pub fn get(&self, id: DocumentId) -> Outcome<Document> {
        self.0.sql().first("SELECT * FROM document WHERE id = ?1", [id.0], read)?.ok_or_else(gone)
    }

    /// How many files are kept for a child.
    pub fn kept(&self, pupil: PupilId) -> Outcome<u32> {
        self.0.sql().value("SELECT count(*) FROM document WHERE pupil_id = ?1 AND hash IS NOT NULL", [pupil.0])
    }

    /// The bytes of a file kept here. Faults: `store.gone` where there is none, `vault.damaged` where they are not what
    /// was kept.
    pub fn body(&self, id: DocumentId) -> Outcome<Vec<u8>> {
        let sql = "SELECT f.hash, f.body FROM document d JOIN file f ON f.hash = d.hash WHERE d.id = ?1";
        let kept = self.0.sql().first(sql, [id.0], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?)))?;
        let (hash, body) = kept.ok_or_else(gone)?;
        if sha256(&body) == hash { Ok(body) } else { Err(damaged()) }
    }
}

impl Documents<'_, Write> {
    /// Notes where a document lies.
    pub fn link(&self, pupil: PupilId, details: &DocumentDetails, link: &str) -> Outcome<DocumentId> {
        self.insert(pupil, details, Some(link), None, 0)
    }

    /// Keeps a file.
    pub fn keep(&self, pupil: PupilId, details: &DocumentDetails, body: &[u8]) -> Outcome<DocumentId> {
        let hash = sha256(body);
        self.0.sql().run("INSERT OR IGNORE INTO file (hash, body) VALUES (?1, ?2)", params![hash, body])?;
        self.insert(pupil, details, None, Some(&hash), body.len() as u64)
    }

    /// Changes what a document is called. Fault: `store.gone`.
    pub fn update(&self, id: DocumentId, details: &DocumentDetails) -> Outcome<()> {
        let DocumentDetails { name, date, note } = details;
        let sql = "UPDATE document SET name = ?2, date = ?3, note = ?4 WHERE id = ?1";
        match self.0.sql().run(sql, params![id.0, name, date, note])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }

    /// Takes a document away. Fault: `store.gone`.
    pub fn remove(&self, id: DocumentId) -> Outcome<()> {
        match self.0.sql().run("DELETE FROM document WHERE id = ?1", [id.0])? {
            0 => Err(gone()),
            _ => Ok(()),
        }
    }

    fn insert(
        &self,
        pupil: PupilId,
        DocumentDetails { name, date, note }: &DocumentDetails,
        link: Option<&str>,
        hash: Option<&str>,
        bytes: u64,
    ) -> Outcome<DocumentId> {
        self.0
            .sql()
            .insert(
                "INSERT INTO document (pupil_id, name, date, note, link, hash, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![pupil.0, name, date, note, link, hash, bytes as i64],
            )
            .map(DocumentId)
    }
}

/// Drops the files that no document names, nor any that could come back by Undo or Redo; says how many.
pub(crate) fn drop_unnamed(sql: Sql<'_>) -> Outcome<usize> {
    sql.run(
        "DELETE FROM file WHERE hash NOT IN (SELECT hash FROM document WHERE hash IS NOT NULL)
             AND hash NOT IN (SELECT h.value FROM change, json_each(json_array(before ->> '$.hash', after ->> '$.hash')) h
                              WHERE table_name = 'document' AND h.value IS NOT NULL)",
        [],
    )
}

/// SHA-256 in hexadecimal, by which a file is kept.
fn sha256(body: &[u8]) -> String {
    hex::encode(Sha256::digest(body))
}

pub(crate) fn statement(condition: &str) -> String {
    format!("SELECT * FROM document WHERE {condition} ORDER BY date DESC, id DESC")
}

fn read(row: &Row<'_>) -> rusqlite::Result<Document> {
    let details = DocumentDetails { name: row.get("name")?, date: row.get("date")?, note: row.get("note")? };
    Ok(Document {
        id: DocumentId(row.get("id")?),
        pupil: PupilId(row.get("pupil_id")?),
        details,
        link: row.get("link")?,
        bytes: row.get::<_, i64>("bytes")?.unsigned_abs(),
    })
}
