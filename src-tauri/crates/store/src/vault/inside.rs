//! Whether a place lies inside a vault's folder.

use super::DATABASE;
use std::path::{Path, PathBuf};

/// Whether a place lies inside the folder of a vault, whichever, by what it is on the disk: so no link and no other
/// spelling leads back in. A place still to be made lies where the nearest folder that is there does.
pub fn lies_in_vault(place: &Path) -> bool {
    let real = std::path::absolute(place).ok().and_then(|place| real(&place));
    real.is_some_and(|real| real.ancestors().any(|folder| folder.join(DATABASE).is_file()))
}

fn real(place: &Path) -> Option<PathBuf> {
    place.ancestors().find_map(|part| part.canonicalize().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Here;

    #[test]
    fn however_a_folder_is_spelt_what_lies_in_it_lies_in_it() {
        let here = Here::with_school();
        let (folder, outside) = (here.folder(), tempfile::tempdir().unwrap());
        let name = folder.file_name().unwrap();
        for inside in [
            folder.clone(),
            folder.join("backups"),
            folder.join("daybook.db"),
            folder.join("new").join("week.pdf"),
            folder.join("..").join(name).join("backups").join(".."),
        ] {
            assert!(lies_in_vault(&inside), "{}", inside.display());
        }
        #[cfg(unix)]
        {
            let link = outside.path().join("link");
            std::os::unix::fs::symlink(folder.join("backups"), &link).unwrap();
            assert!(lies_in_vault(&link.join("week.pdf")), "through a link");
        }
        for beside in [folder.with_file_name("week.pdf"), outside.path().to_owned(), "nowhere/at all".into()] {
            assert!(!lies_in_vault(&beside), "{}", beside.display());
        }
    }
}
