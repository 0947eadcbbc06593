//! The program in a process of its own, with everything that it says kept.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, ChildStderr, Command, Stdio},
    sync::{Arc, Mutex},
    thread,
};

/// Everything that a program said on standard output and standard error, over all its lives.
pub type Output = Arc<Mutex<Vec<u8>>>;

/// Which program: the one that these tests were built with, unless another is named.
pub fn path() -> PathBuf {
    let named = env::var_os("VEILIGCHAT_TESTED").map(PathBuf::from);
    named.unwrap_or_else(|| env!("CARGO_BIN_EXE_veiligchat").into())
}

/// What the data lies on.
#[derive(Clone, Copy)]
pub enum Disk {
    /// Whatever is there.
    Usual,
    /// One of so many megabytes, which is there for this process alone and goes with it.
    Small(u32),
}

/// A running demo; dropping it kills it.
pub struct Program {
    data: PathBuf,
    disk: Disk,
    process: Child,
    output: Output,
    pub address: SocketAddr,
    /// Where it tells whoever runs it how it is.
    pub operations: SocketAddr,
}

impl Program {
    /// Starts a demo, which is open around the clock, and tells all that it can tell.
    pub fn start(data: &Path, disk: Disk) -> Self {
        let output = Output::default();
        let operations = free();
        let (process, address) = launch(data, disk, operations, &output);
        Self { data: data.to_owned(), disk, process, output, address, operations }
    }

    /// `kill -9`: no chance to write anything down.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Starts it again on the same data, at another address.
    pub fn start_again(&mut self) {
        (self.process, self.address) = launch(&self.data, self.disk, self.operations, &self.output);
    }

    /// Asks it to stop, and waits until it has.
    pub fn stop(&mut self) {
        let told = Command::new("kill").arg(self.id().to_string()).status().unwrap();
        assert!(told.success());
        assert!(self.process.wait().unwrap().success(), "the program ends well when it is told to");
    }

    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// The folder with the data, as it can be reached from here.
    pub fn data(&self) -> PathBuf {
        match self.disk {
            Disk::Usual => self.data.clone(),
            Disk::Small(_) => {
                let root = PathBuf::from(format!("/proc/{}/root", self.id()));
                root.join(self.data.strip_prefix("/").unwrap())
            }
        }
    }

    pub fn output(&self) -> &Output {
        &self.output
    }

    /// From here on no file of the process can grow beyond so many bytes; `None`: as it was. Writing
    /// fails as it does on a full disk.
    pub fn limits_files(&self, bytes: Option<u64>) {
        let limit = bytes.map_or("unlimited".to_owned(), |bytes| bytes.to_string());
        // The soft limit alone, which anybody may raise again.
        let (id, limit) = (self.id().to_string(), format!("--fsize={limit}:"));
        let set = Command::new("prlimit").args(["--pid", &id, &limit]).status().unwrap();
        assert!(set.success(), "prlimit sets the limit");
    }

    /// How much memory the process holds, in kilobytes.
    pub fn resident(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.split_whitespace().next().unwrap().parse().unwrap()
    }

    /// Every part of the process's memory that can be read.
    pub fn memory(&self) -> Vec<Vec<u8>> {
        use std::os::unix::fs::FileExt;
        let folder = PathBuf::from(format!("/proc/{}", self.id()));
        let memory = fs::File::open(folder.join("mem")).unwrap();
        let maps = fs::read_to_string(folder.join("maps")).unwrap();
        let readable = maps.lines().filter_map(readable).filter_map(|(from, to)| {
            let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
            // A part may be gone since it was listed.
            memory.read_exact_at(&mut bytes, from).ok().map(|()| bytes)
        });
        readable.collect()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It is gone either way.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The bounds of a part of the memory that can be read, from a line of `/proc/PID/maps`; not of what is
/// the same as in the program's own files.
fn readable(line: &str) -> Option<(u64, u64)> {
    let mut words = line.split_whitespace();
    let (from, to) = words.next()?.split_once('-')?;
    let may = words.next()?;
    let name = words.nth(3).unwrap_or_default();
    let is_a_files = name.starts_with('/') && !may.contains('w');
    let is_the_systems = name.starts_with("[v");
    if !may.starts_with('r') || is_a_files || is_the_systems {
        return None;
    }
    Some((u64::from_str_radix(from, 16).ok()?, u64::from_str_radix(to, 16).ok()?))
}

/// An address at which nothing listens.
fn free() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap()
}

fn launch(data: &Path, disk: Disk, operations: SocketAddr, output: &Output) -> (Child, SocketAddr) {
    let mut command = match disk {
        Disk::Usual => {
            // Without a deaf ear for this signal a full disk, played by a limit, would end the process.
            let mut command = Command::new("sh");
            command.args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"]);
            command
        }
        Disk::Small(megabytes) => {
            fs::create_dir(data).unwrap();
            let mount =
                format!("mount -t tmpfs -o size={megabytes}m disk \"$DISK\" && exec \"$@\"");
            let mut command = Command::new("unshare");
            command
                .args(["--map-root-user", "--mount", "sh", "-c", &mount, "sh"])
                .env("DISK", data);
            command
        }
    };
    let mut process = command
        .arg(path())
        // A handful of people stand for hundreds here.
        .args(["demo", "--without-limits", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .args(["--operations", &operations.to_string()])
        .env("RUST_LOG", "trace")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    keep(process.stderr.take().unwrap(), output);
    let mut said = BufReader::new(process.stdout.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    output.lock().unwrap().extend_from_slice(line.as_bytes());
    let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
    let address = address.unwrap_or_else(|| panic!("the program did not start: {line}"));
    let address = address.parse().unwrap();
    let output = Arc::clone(output);
    thread::spawn(move || {
        let mut rest = Vec::new();
        // It ends when the process does.
        let _ = said.read_to_end(&mut rest);
        output.lock().unwrap().extend(rest);
    });
    (process, address)
}

/// Keeps what is said, as it is said.
fn keep(said: ChildStderr, output: &Output) {
    let output = Arc::clone(output);
    thread::spawn(move || {
        let mut said = BufReader::new(said);
        let mut line = Vec::new();
        while said.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            output.lock().unwrap().append(&mut line);
        }
    });
}
