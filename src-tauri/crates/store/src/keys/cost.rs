//! What it costs to try a passphrase.

use super::damaged;
use argon2::{Algorithm, Argon2, Params, Version};
use daybook_domain::Outcome;
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// A guess must cost a thief at least as long as it costs this computer.
const AIM: Duration = Duration::from_millis(250);

/// 64 MiB, in KiB: the second choice of RFC 9106, section 4, for where memory is scarce.
const USUAL_MEMORY: u32 = 64 * 1024;

/// 512 MiB, in KiB. A file that asks for more was tampered with.
const MOST_MEMORY: u32 = 512 * 1024;
const MOST_PASSES: u32 = 32;
const MOST_LANES: u32 = 8;

/// The cost of deriving a key from a passphrase by Argon2id (RFC 9106).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// At least 64 MiB and two passes, and as many more passes as take this computer a quarter of a second.
    pub fn tuned() -> Self {
        let mut cost = Self { memory_kib: USUAL_MEMORY, passes: 2, lanes: 1 };
        while cost.passes < MOST_PASSES {
            let before = Instant::now();
            if cost.derive(b"a passphrase to time", &[7; 16]).is_err() {
                break;
            }
            let took = before.elapsed();
            if took >= AIM {
                break;
            }
            let wanted = f64::from(cost.passes) * AIM.as_secs_f64() / took.as_secs_f64().max(0.001);
            cost.passes = (wanted.ceil() as u32).clamp(cost.passes + 1, MOST_PASSES);
        }
        cost
    }

    /// Next to nothing. Protects nothing; for vaults made up by tests.
    pub fn for_tests() -> Self {
        Self { memory_kib: 64, passes: 1, lanes: 1 }
    }

    /// The key a secret gives with this salt. Refuses a cost that no version of this program would have written.
    pub(super) fn derive(self, secret: &[u8], salt: &[u8]) -> Outcome<Zeroizing<[u8; 32]>> {
        if self.memory_kib > MOST_MEMORY || self.passes > MOST_PASSES || self.lanes > MOST_LANES {
            return Err(damaged());
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|_| damaged())?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(secret, salt, key.as_mut_slice())
            .map_err(|_| damaged())?;
        Ok(key)
    }
}
