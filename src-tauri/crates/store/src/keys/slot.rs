//! One slot: the database key, wrapped under one secret.

use super::{Cost, DatabaseKey, damaged, random};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use chrono::NaiveDateTime;
use daybook_domain::Outcome;
use daybook_domain::log::OpenedBy;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A wrapped key. Its header goes into the seal, so that none of it can be changed unnoticed.
#[derive(Debug, Serialize, Deserialize)]
pub struct Slot {
    #[serde(flatten)]
    header: Header,
    nonce: String,
    wrapped: String,
}

/// What a slot says of itself. `kind` stays text, so that an older version keeps a slot it does not know.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    kind: String,
    id: String,
    kdf: Kdf,
    /// None in slots of early versions, whose sealed bytes must stay what they were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    made_at: Option<NaiveDateTime>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Kdf {
    name: String,
    #[serde(flatten)]
    cost: Cost,
    salt: String,
}

/// How the one derivation there is so far is called in the file.
const ARGON2ID: &str = "argon2id";

impl Slot {
    /// Wraps the key under a secret, with a salt and a nonce of its own.
    pub fn wrap(
        key: &DatabaseKey,
        format: u32,
        kind: OpenedBy,
        secret: &str,
        cost: Cost,
        at: NaiveDateTime,
    ) -> Outcome<Self> {
        let (mut id, mut salt, mut nonce) = ([0; 8], [0; 16], [0; 24]);
        random(&mut id)?;
        random(&mut salt)?;
        random(&mut nonce)?;
        let kdf = Kdf { name: ARGON2ID.to_owned(), cost, salt: STANDARD.encode(salt) };
        let header = Header { kind: name(kind).to_owned(), id: hex::encode(id), kdf, made_at: Some(at) };
        let aad = header.sealed(format)?;
        let wrapped = cipher(secret, cost, &salt)?
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: key.as_slice(), aad: &aad })
            .map_err(|_| damaged())?;
        Ok(Self { header, nonce: STANDARD.encode(nonce), wrapped: STANDARD.encode(wrapped) })
    }

    /// Whether it is this kind of slot.
    pub fn is_kind(&self, kind: OpenedBy) -> bool {
        self.header.kind == name(kind)
    }

    /// When it was made, as far as it says.
    pub fn made_at(&self) -> Option<NaiveDateTime> {
        self.header.made_at
    }

    /// What tells it from every other slot.
    pub fn id(&self) -> String {
        self.header.id.clone()
    }

    /// The key, or nothing where the secret is not this slot's.
    pub fn unwrap(&self, format: u32, secret: &str) -> Outcome<Option<DatabaseKey>> {
        let decode = |text: &str| STANDARD.decode(text).map_err(|_| damaged());
        let (salt, nonce, wrapped) = (decode(&self.header.kdf.salt)?, decode(&self.nonce)?, decode(&self.wrapped)?);
        // 32 bytes of key and 16 of seal.
        if self.header.kdf.name != ARGON2ID || salt.len() != 16 || nonce.len() != 24 || wrapped.len() != 48 {
            return Err(damaged());
        }
        let aad = self.header.sealed(format)?;
        let opened = cipher(secret, self.header.kdf.cost, &salt)?
            .decrypt(XNonce::from_slice(&nonce), Payload { msg: &wrapped, aad: &aad });
        let Ok(opened) = opened.map(Zeroizing::new) else {
            return Ok(None);
        };
        let mut key = Zeroizing::new([0; 32]);
        key.copy_from_slice(&opened);
        Ok(Some(key))
    }
}

impl Header {
    /// The bytes that go into the seal beside the key: the file's format and this header.
    fn sealed(&self, format: u32) -> Outcome<Vec<u8>> {
        serde_json::to_vec(&(format, self)).map_err(|_| damaged())
    }
}

/// How a kind of slot is called in the file.
fn name(kind: OpenedBy) -> &'static str {
    match kind {
        OpenedBy::Passphrase => "passphrase",
        OpenedBy::Recovery => "recovery",
    }
}

/// The same passphrase typed on another keyboard may arrive as other code points, so it is normalised (NFKC) first.
fn cipher(secret: &str, cost: Cost, salt: &[u8]) -> Outcome<XChaCha20Poly1305> {
    let normal: Zeroizing<String> = Zeroizing::new(secret.nfkc().collect());
    let key = cost.derive(normal.as_bytes(), salt)?;
    Ok(XChaCha20Poly1305::new(key.as_slice().into()))
}
