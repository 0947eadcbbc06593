//! The short form: everything that the fuzzers ever kept, and some seconds of garbage made from it.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use super::{ALL, Input};

/// How long garbage is made for each.
const TIME: Duration = Duration::from_millis(700);

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(name)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn survives(name: &str, input: Input, bytes: &[u8]) {
    let outcome = catch_unwind(AssertUnwindSafe(|| input(bytes)));
    assert!(outcome.is_ok(), "{name} does not survive {bytes:02x?}");
}

/// Numbers that are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }

    /// One of what was kept, with a few changes; or nothing but chance.
    fn garbage(&mut self, kept: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = match self.below(kept.len() + 1) {
            which if which < kept.len() => kept[which].clone(),
            _ => {
                let length = self.below(400);
                (0..length).map(|_| self.byte()).collect()
            }
        };
        for _ in 0..=self.below(4) {
            let (place, byte) = (self.below(bytes.len()), self.byte());
            match self.below(5) {
                0 if !bytes.is_empty() => bytes[place] = byte,
                1 if !bytes.is_empty() => bytes[place] ^= 1 << (byte % 8),
                2 => bytes.insert(place, byte),
                3 if !bytes.is_empty() => drop(bytes.drain(place..)),
                _ => {
                    let other = kept.get(self.below(kept.len())).map_or(&[][..], Vec::as_slice);
                    bytes.extend_from_slice(&other[self.below(other.len())..]);
                }
            }
        }
        bytes
    }
}

#[test]
fn what_was_kept_and_garbage_made_from_it_does_no_harm() {
    for (name, input) in ALL {
        let kept: Vec<_> = files(&folder("corpus").join(name))
            .iter()
            .map(|file| fs::read(file).unwrap())
            .collect();
        assert!(!kept.is_empty(), "nothing was kept for {name}");
        for bytes in &kept {
            survives(name, input, bytes);
        }
        let (mut chance, until) = (Chance(0x5eed), Instant::now() + TIME);
        let mut tried = 0;
        while Instant::now() < until {
            survives(name, input, &chance.garbage(&kept));
            tried += 1;
        }
        assert!(tried > 10, "{name} takes too long: {tried}");
    }
}

#[test]
fn there_is_a_fuzzer_for_each_and_for_nothing_else() {
    let fuzzers: Vec<_> = files(&folder("fuzz_targets"))
        .iter()
        .map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(fuzzers, ALL.map(|(name, _)| name));
    let manifest = fs::read_to_string(folder("Cargo.toml")).unwrap();
    for (name, _) in ALL {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
        let text = fs::read_to_string(folder("fuzz_targets").join(format!("{name}.rs"))).unwrap();
        assert!(text.contains(&format!("veiligchat::inputs::{name}")), "{name}");
    }
}
