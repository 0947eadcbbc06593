//! The program, running, with everything that it writes in one folder.

use std::{
    fs::{self, File},
    net::{SocketAddr, TcpListener, TcpStream},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use rcgen::{CertificateParams, KeyPair};
use rustls::pki_types::CertificateDer;

/// The name in the certificates.
pub const NAME: &str = "chat.example.org";

/// How long a program may take until it answers.
const START: Duration = Duration::from_secs(30);

/// A process that ends when it is dropped.
pub struct Process(Child);

impl Process {
    /// Starts it; what it says goes to `log`. Returns when something listens at `address`.
    pub fn start(command: &mut Command, log: &Path, address: SocketAddr) -> Self {
        let out = File::create(log).unwrap();
        let error = out.try_clone().unwrap();
        let child = command.stdin(Stdio::null()).stdout(out).stderr(error).spawn().unwrap();
        let mut process = Self(child);
        let begun = Instant::now();
        while TcpStream::connect(address).is_err() {
            let ended = process.0.try_wait().unwrap();
            let said = || fs::read_to_string(log).unwrap();
            assert!(ended.is_none(), "it ended at once: {}", said());
            assert!(begun.elapsed() < START, "it does not answer: {}", said());
            thread::sleep(Duration::from_millis(20));
        }
        process
    }

    /// Asks it to stop and waits for it.
    pub fn stop(&mut self) {
        let told = Command::new("kill").arg(self.0.id().to_string()).status().unwrap();
        assert!(told.success());
        self.0.wait().unwrap();
    }
}

impl Drop for Process {
    /// Politely at first: nginx has processes of its own, which outlive one that is killed.
    fn drop(&mut self) {
        if let Ok(Some(_)) = self.0.try_wait() {
            return;
        }
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(7) && matches!(self.0.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(20));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A port on this machine that nobody uses now.
pub fn free_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// A demo with everything in a folder.
pub struct Program {
    pub address: SocketAddr,
    pub process: Process,
    folder: PathBuf,
}

impl Program {
    /// Starts a demo with these further arguments.
    pub fn start(folder: &Path, more: &[&str]) -> Self {
        let address = free_port();
        let mut command = Command::new(env!("CARGO_BIN_EXE_veiligchat"));
        command.args(["demo", "--listen", &address.to_string(), "--data"]);
        command.arg(folder.join("data")).args(more).current_dir(folder);
        // Whatever it can be made to tell.
        command.env("RUST_LOG", "trace");
        let process = Process::start(&mut command, &folder.join("program.log"), address);
        Self { address, process, folder: folder.to_owned() }
    }

    /// Starts a demo with TLS, with the pair that lies in the folder.
    pub fn start_secured(folder: &Path) -> Self {
        let (certificate, key) = (certificate_in(folder), key_in(folder));
        let pair = ["--certificate", certificate.to_str().unwrap(), "--key", key.to_str().unwrap()];
        Self::start(folder, &pair)
    }

    /// What it said so far.
    pub fn said(&self) -> String {
        fs::read_to_string(self.folder.join("program.log")).unwrap()
    }
}

/// Where the certificate lies.
pub fn certificate_in(folder: &Path) -> PathBuf {
    folder.join("chat.pem")
}

/// Where its key lies.
pub fn key_in(folder: &Path) -> PathBuf {
    folder.join("chat.key")
}

/// Puts a new certificate and its key into a folder.
pub fn renew(folder: &Path) -> CertificateDer<'static> {
    let key = KeyPair::generate().unwrap();
    let certificate =
        CertificateParams::new(vec![NAME.to_owned()]).unwrap().self_signed(&key).unwrap();
    fs::write(certificate_in(folder), certificate.pem()).unwrap();
    fs::write(key_in(folder), key.serialize_pem()).unwrap();
    fs::set_permissions(key_in(folder), fs::Permissions::from_mode(0o600)).unwrap();
    certificate.der().clone()
}
