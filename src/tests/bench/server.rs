//! The server that is measured: the shipped program, in a process of its own, on a free port of this
//! machine, with data in a folder that is removed afterwards.

use std::{
    env, fs,
    io::{self, BufRead, BufReader, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
};

use veiligchat::{
    domain::ids::RegionId,
    service::{
        database::Database,
        records::{Records, SqliteRecords},
    },
};

/// The password of everybody who is added here.
pub const PASSWORD: &str = "een-lang-wachtwoord";

/// A region of the installation.
pub struct Region {
    pub id: RegionId,
    pub slug: String,
}

/// A folder for the data of one server.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> io::Result<Self> {
        let path = env::temp_dir().join(format!("veiligchat-bench-{}", process::id()));
        fs::create_dir(&path)?;
        Ok(Self(path))
    }

    /// The regions of a new installation, which this makes.
    pub fn regions(&self) -> io::Result<Vec<Region>> {
        let database = Database::open(&self.0).map_err(io::Error::other)?;
        let connection = database.connect().map_err(io::Error::other)?;
        let records = SqliteRecords::open(connection).map_err(io::Error::other)?;
        let published = records.published();
        let all = published.regions.all().iter();
        Ok(all.map(|region| Region { id: region.id, slug: region.slug.clone() }).collect())
    }

    /// Adds a worker, as the command line does it.
    pub fn add_worker(&self, program: &Path, name: &str, region: &Region) -> io::Result<()> {
        let mut adding = Command::new(program)
            .args(["staff", "add", name, "--shown", &format!("Medewerker {name}"), "--data"])
            .arg(&self.0)
            .args(["--region", &region.slug])
            .stdin(Stdio::piped())
            .spawn()?;
        if let Some(mut input) = adding.stdin.take() {
            writeln!(input, "{PASSWORD}")?;
        }
        if adding.wait()?.success() {
            Ok(())
        } else {
            Err(io::Error::other(format!("{name} could not be added")))
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left lies in the system's folder for temporary files.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A running server; dropping it kills it.
pub struct Server {
    process: Child,
    pub address: SocketAddr,
}

impl Server {
    /// Starts the demo, which is open around the clock, and waits for its first line. It takes whatever
    /// it is asked, since a handful of people stand for thousands here.
    pub fn start(program: &Path, folder: &Folder) -> io::Result<Self> {
        Self::start_with(program, folder, &["--without-limits"])
    }

    /// The same, with these further arguments.
    pub fn start_with(program: &Path, folder: &Folder, further: &[&str]) -> io::Result<Self> {
        let mut process = Command::new(program)
            .args(["demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(&folder.0)
            .args(further)
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        match address.and_then(|address| address.parse().ok()) {
            Some(address) => Ok(Self { process, address }),
            None => Err(io::Error::other("the server did not start")),
        }
    }

    /// How much memory the process holds, in kilobytes.
    pub fn memory(&self) -> io::Result<u32> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().next());
        number
            .and_then(|number| number.parse().ok())
            .ok_or_else(|| io::Error::other("the process does not tell its memory"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It is gone either way.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
