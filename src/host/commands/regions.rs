//! `regions import`: a table of municipalities is compared with what is stored, and put in its place
//! when that is asked for.

use std::{
    fmt::Write as _,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand, ValueEnum};

use super::Failure;
use crate::{
    domain::region::{Changes, FAULTS_SHOWN, Faults},
    host::installation::{Installation, Mode},
    service::records::{self, read_table},
    ui::text::{Language, office::organisations::Organisations},
};

/// The largest file, in bytes.
const LONGEST: u64 = 1024 * 1024;

#[derive(Debug, Subcommand)]
pub enum Regions {
    /// Shows what a table of municipalities would change; changes it with --apply
    Import(Import),
}

#[derive(Debug, Args)]
pub struct Import {
    /// The table: CSV with the columns municipality, kind (current, former, alias) and region
    file: PathBuf,
    /// The folder with the data
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Which column to take from a file that has `organisation_26` and `organisation_25`
    #[arg(long, value_enum, default_value_t = Edition::TwentySix)]
    edition: Edition,
    /// Puts the table in the place of the one that is stored; no server may use the folder
    #[arg(long)]
    apply: bool,
}

/// Which division into organisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Edition {
    /// 26 organisations
    #[value(name = "26")]
    TwentySix,
    /// 25 organisations
    #[value(name = "25")]
    TwentyFive,
}

impl From<Edition> for records::Edition {
    fn from(edition: Edition) -> Self {
        match edition {
            Edition::TwentySix => Self::TwentySix,
            Edition::TwentyFive => Self::TwentyFive,
        }
    }
}

pub async fn import(asked: Import) -> Result<(), Failure> {
    let unreadable = |source| Failure::Table { file: asked.file.clone(), source };
    let file = read(&asked.file).map_err(unreadable)?;
    let refused = |faults: Faults| Failure::WrongTable(told(&asked.file, &faults));
    let table = read_table(&file, asked.edition.into()).map_err(refused)?;
    // To look at it first says whether there is anything, and makes nothing.
    let mut installation = Installation::open_existing(&asked.data)?;
    if asked.apply {
        drop(installation);
        installation = Installation::open(&asked.data, Mode::Real)?;
    }
    let before = installation.regions();
    let after = table.applied_to(&before).map_err(|wrong| refused(Faults::one(1, wrong)))?;
    let changes = Changes::between(&before, &after);
    if asked.apply && !changes.is_empty() {
        installation.set_regions(&before, after).await?;
    }
    // Nobody may be reading; what was asked is done all the same.
    let _ = say(&mut io::stdout().lock(), &changes, asked.apply);
    Ok(())
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if fs::metadata(file)?.len() > LONGEST {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than 1 MB"));
    }
    fs::read(file)
}

fn told(file: &Path, faults: &Faults) -> String {
    let text = Organisations::of(Language::English);
    let mut told = format!("{}: {}", file.display(), text.wrong(faults.total()));
    // Writing to a string never fails.
    for fault in faults.shown() {
        let _ = write!(told, "\n  {}", text.fault(fault));
    }
    if faults.total() > FAULTS_SHOWN {
        let more = (faults.total() - FAULTS_SHOWN).to_string();
        let _ = write!(told, "\n  {}", text.more.with(&[&more]));
    }
    told
}

fn say(out: &mut impl Write, changes: &Changes, applied: bool) -> io::Result<()> {
    let text = Organisations::of(Language::English);
    for change in &changes.regions {
        writeln!(out, "{}", text.of_region(change))?;
    }
    for change in &changes.places {
        writeln!(out, "{}", text.of_place(change))?;
    }
    let end = match (changes.is_empty(), applied) {
        (true, _) => text.nothing_changes,
        (false, true) => "Done.",
        (false, false) => "Nothing has changed yet: this is done with --apply.",
    };
    writeln!(out, "{end}")?;
    out.flush()
}
