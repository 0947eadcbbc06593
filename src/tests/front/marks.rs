//! Who somebody is, as it stands in what they send, and the search for it in what was written.

use std::{fs, net::Ipv4Addr, path::Path};

/// Where the visitor of these tests connects from.
pub const ADDRESS: Ipv4Addr = Ipv4Addr::new(127, 77, 66, 55);

/// What the visitor's browser, or somebody on the way, says of who this is.
pub const SAID: [(&str, &str); 6] = [
    ("user-agent", "Gemerkt/7.7"),
    ("referer", "https://verwijzer.example/gemerkt"),
    ("forwarded", "for=198.51.100.71"),
    ("x-forwarded-for", "198.51.100.72"),
    ("x-real-ip", "198.51.100.73"),
    ("via", "1.1 gemerkt.example"),
];

/// The same, for a browser to send.
pub fn said() -> Vec<(&'static str, String)> {
    SAID.map(|(name, value)| (name, value.to_owned())).to_vec()
}

/// The files in a folder in which something of who visited stands.
pub fn traces(folder: &Path) -> Vec<String> {
    let address = ADDRESS.to_string();
    let marks: Vec<&str> = SAID.map(|(_, value)| value).into_iter().chain([&*address]).collect();
    let mut found = Vec::new();
    search(folder, &marks, &mut found);
    found
}

fn search(folder: &Path, marks: &[&str], found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            search(&path, marks, found);
        } else if let Ok(bytes) = fs::read(&path) {
            let holds =
                |mark: &&&str| bytes.windows(mark.len()).any(|part| part == mark.as_bytes());
            let held: Vec<_> = marks.iter().filter(holds).collect();
            if !held.is_empty() {
                found.push(format!("{}: {held:?}", path.display()));
            }
        }
    }
}
