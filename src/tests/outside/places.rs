//! Where something could be left, and the table of what was.

use std::fs;

use super::{
    marks::{Counts, Found, Kind, Sought},
    program::Program,
    wire::{Way, Wire},
};

/// A place with everything that lies there.
pub struct Place {
    pub name: String,
    pub parts: Vec<Vec<u8>>,
}

/// Every file in the data folder, and its name.
pub fn files(program: &Program) -> Vec<Place> {
    let entries = fs::read_dir(program.data()).unwrap();
    let mut places: Vec<Place> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let parts = vec![fs::read(&path).unwrap(), name.clone().into_bytes()];
            Place { name, parts }
        })
        .collect();
    places.sort_by(|one, other| one.name.cmp(&other.name));
    places
}

/// All that the program said.
pub fn output(program: &Program) -> Place {
    Place { name: "output".to_owned(), parts: vec![program.output().lock().unwrap().clone()] }
}

/// All that travelled.
pub fn traffic(wire: &Wire) -> [Place; 2] {
    [("sent to the program", Way::Up), ("sent by the program", Way::Down)]
        .map(|(name, way)| Place { name: name.to_owned(), parts: vec![wire.carried(way)] })
}

/// The memory of the process.
pub fn memory(program: &Program) -> Place {
    Place { name: "memory".to_owned(), parts: program.memory() }
}

/// What was found in a place.
pub struct Row {
    pub place: String,
    size: usize,
    counts: Counts,
}

impl Row {
    pub fn of(place: &Place, sought: &Sought) -> Self {
        let mut counts = Counts::new();
        for part in &place.parts {
            sought.found_in(part, &mut counts);
        }
        let size = place.parts.iter().map(Vec::len).sum();
        Self { place: place.name.clone(), size, counts }
    }

    pub fn found(&self, kind: Kind) -> Found {
        self.counts.get(&kind).cloned().unwrap_or_default()
    }
}

/// Looks in all these places.
pub fn search(sought: &Sought, places: impl IntoIterator<Item = Place>) -> Vec<Row> {
    places.into_iter().map(|place| Row::of(&place, sought)).collect()
}

/// Prints what was found where.
pub fn print(title: &str, rows: &[Row]) {
    println!("\n{title}");
    print!("  {:<22}{:>12}", "place", "bytes");
    for kind in Kind::ALL {
        print!("{:>11}", format!("{kind:?}"));
    }
    println!();
    for row in rows {
        print!("  {:<22}{:>12}", row.place, row.size);
        for kind in Kind::ALL {
            print!("{:>11}", row.found(kind).hits);
        }
        println!();
    }
}

/// Fails when something of these kinds was found.
pub fn assert_none(when: &str, rows: &[Row], kinds: &[Kind]) {
    for row in rows {
        for kind in kinds {
            let hits = row.found(*kind).hits;
            assert_eq!(hits, 0, "{when}: {kind:?} in {}", row.place);
        }
    }
}
