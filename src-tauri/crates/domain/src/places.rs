//! Where a daybook lies, and what is to be known of such a place.
//!
//! Pure: the path, the folders that the environment names and what is mounted are arguments. Says only what the words of
//! a path and a list of mounts can say; a place that nothing speaks of is taken for a disk of this computer.

/// What a computer says of its places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// Variables of the environment that name a synchronised folder, such as `OneDrive`, with their folders.
    pub synced: Vec<(String, String)>,
    /// What is mounted where: the folder and the kind of file system, as `/proc/mounts` says it.
    pub mounts: Vec<(String, String)>,
}

/// Something to know of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Advice {
    Synced(&'static str),
    Network,
    Removable,
}

/// Services that copy a folder to other computers, by how their folders are called.
const SERVICES: [(&str, &str); 9] = [
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("icloud drive", "iCloud"),
    ("icloud", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("nextcloud", "Nextcloud"),
];

/// File systems that lie on another computer.
const NETWORK: [&str; 8] = ["cifs", "smb3", "smbfs", "nfs", "nfs4", "afpfs", "webdav", "fuse.sshfs"];

/// Sentences to read before a daybook is kept in a folder; none where there is nothing to know.
pub fn advice(path: &str, around: &Surroundings) -> Vec<String> {
    found(path, around).into_iter().map(sentence).collect()
}

fn found(path: &str, around: &Surroundings) -> Vec<Advice> {
    let plain = path.replace('\\', "/").to_lowercase();
    let parts: Vec<&str> = plain.split('/').filter(|part| !part.is_empty()).collect();
    let mut found = Vec::new();
    let of_environment =
        around.synced.iter().find(|(_, folder)| within(&plain, &folder.replace('\\', "/").to_lowercase()));
    let named = |part: &str| {
        // `OneDrive - Larkfield Primary` is OneDrive too; `onedrive-notes` may be anybody's folder.
        let service = SERVICES.iter().find(|(word, _)| part == *word || part.starts_with(&format!("{word} -")));
        // Two of them have folders named by a service and an account, `Dropbox (School)`.
        service.or_else(|| SERVICES.iter().find(|(word, _)| part.starts_with(&format!("{word} ("))))
    };
    let of_name = parts.iter().find_map(|part| named(part)).map(|(_, service)| *service);
    match (of_environment, of_name) {
        (_, Some(service)) => found.push(Advice::Synced(service)),
        (Some((variable, _)), None) => {
            let known = SERVICES.iter().find(|(word, _)| variable.to_lowercase().starts_with(word));
            found.push(Advice::Synced(known.map_or("a service that copies folders", |(_, service)| *service)));
        }
        (None, None) => {}
    }
    let mount = around.mounts.iter().filter(|(folder, _)| within(path, folder)).max_by_key(|(folder, _)| folder.len());
    let share = path.starts_with("\\\\") && !path.starts_with("\\\\?\\") && !path.starts_with("\\\\.\\");
    let long_share = path.to_uppercase().starts_with("\\\\?\\UNC\\");
    if share || long_share || path.starts_with("//") || mount.is_some_and(|(_, kind)| NETWORK.contains(&kind.as_str()))
    {
        found.push(Advice::Network);
    } else if removable(&parts, path, mount) {
        found.push(Advice::Removable);
    }
    found
}

/// Where Linux and macOS put what is plugged in.
fn removable(parts: &[&str], path: &str, mount: Option<&(String, String)>) -> bool {
    let plugged = matches!(parts, ["media", _, _, ..] | ["run", "media", _, _, ..]) && path.starts_with('/');
    let volume = matches!(parts, ["volumes", name, ..] if *name != "macintosh hd") && path.starts_with('/');
    plugged || volume || mount.is_some_and(|(folder, kind)| folder != "/" && ["vfat", "exfat"].contains(&kind.as_str()))
}

/// Whether a path is a folder or lies in it.
fn within(path: &str, folder: &str) -> bool {
    let folder = folder.trim_end_matches('/');
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        && (!folder.is_empty() || path.starts_with('/'))
}

fn sentence(advice: Advice) -> String {
    match advice {
        Advice::Synced(service) => format!(
            "This folder is copied to other computers by {service}. What is copied is encrypted, but opening the daybook \
             on two computers makes two daybooks of it. Keep it on this computer, and let {service} copy its backups \
             instead."
        ),
        Advice::Network => "This folder lies on another computer. The daybook works there, but more slowly, and it can \
                            be damaged when the connection breaks. Keep it on this computer, and copy its backups there."
            .to_owned(),
        Advice::Removable => "This folder lies on a drive that can be unplugged. Close the daybook before you take it \
                              out, and keep a second place for backups: such drives are lost and wear out."
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around() -> Surroundings {
        let owned = |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        Surroundings {
            synced: owned(&[("OneDriveCommercial", r"C:\Users\asha\Work files"), ("Strange", r"D:\Copied")]),
            mounts: owned(&[
                ("/", "ext4"),
                ("/home", "ext4"),
                ("/mnt/school", "cifs"),
                ("/mnt/school/local", "ext4"),
                ("/srv/nfs", "nfs4"),
                ("/mnt/stick", "vfat"),
                ("/boot/efi", "vfat"),
            ]),
        }
    }

    #[test]
    fn a_place_is_known_by_its_path_the_environment_and_the_mounts() {
        for (path, expected) in [
            (r"C:\Users\asha\Documents", vec![]),
            (r"C:\Users\asha\OneDrive\Documents", vec![Advice::Synced("OneDrive")]),
            (r"C:\Users\asha\OneDrive - Larkfield Primary", vec![Advice::Synced("OneDrive")]),
            (r"C:\Users\asha\onedrive-notes", vec![]),
            (r"C:\Users\asha\Work files\Daybooks", vec![Advice::Synced("OneDrive")]),
            (r"C:\Users\asha\Work filesystem", vec![]),
            (r"D:\Copied\x", vec![Advice::Synced("a service that copies folders")]),
            ("/Users/asha/Dropbox (School)/x", vec![Advice::Synced("Dropbox")]),
            ("/Users/asha/Library/Mobile Documents/com~apple~CloudDocs/x", vec![Advice::Synced("iCloud")]),
            (r"G:\My Drive\x", vec![Advice::Synced("Google Drive")]),
            (r"\\SERVER\staff\asha", vec![Advice::Network]),
            (r"\\?\UNC\SERVER\staff", vec![Advice::Network]),
            (r"\\?\C:\Users\asha", vec![]),
            ("//server/staff", vec![Advice::Network]),
            ("/mnt/school/asha", vec![Advice::Network]),
            ("/mnt/school/local/asha", vec![]),
            ("/mnt/schools", vec![]),
            ("/srv/nfs", vec![Advice::Network]),
            ("/mnt/school/Dropbox", vec![Advice::Synced("Dropbox"), Advice::Network]),
            ("/media/asha/STICK/x", vec![Advice::Removable]),
            ("/run/media/asha/STICK", vec![Advice::Removable]),
            ("/Volumes/STICK/x", vec![Advice::Removable]),
            ("/Volumes/Macintosh HD/Users", vec![]),
            ("/mnt/stick/x", vec![Advice::Removable]),
            ("/home/asha/Documents", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(found(path, &around()), expected, "{path}");
        }
    }

    #[test]
    fn every_advice_says_what_to_do() {
        for each in [Advice::Synced("OneDrive"), Advice::Network, Advice::Removable] {
            let said = sentence(each);
            assert!(said.ends_with('.') && said.contains("eep "), "{said}");
        }
    }
}
