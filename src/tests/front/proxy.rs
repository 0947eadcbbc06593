//! nginx with the configuration that is shipped, in front of the program: what it lets through, and
//! what it keeps to itself.

use std::{
    env, fs,
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    path::{Path, PathBuf},
    process::Command,
};

use axum::http::{StatusCode, header};
use rustls::pki_types::CertificateDer;
use tempfile::TempDir;
use veiligchat::{
    domain::ids::{ConnectionId, Seq},
    protocol::{Follow, SignUp, VisitorPush},
};

use super::{
    browser::{Browser, Stream, text},
    marks::{ADDRESS, SAID, said, traces},
    program::{Process, Program, certificate_in, free_port, key_in, renew},
};
use crate::edge::site::{UTRECHT, credential};

const SHIPPED: &str = include_str!("../../../deploy/nginx.conf");

/// nginx, as scripts/setup has put it beside the build, or as it is installed.
fn nginx() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/nginx/usr/sbin/nginx");
    let path = env::var_os("PATH").unwrap_or_default();
    let installed = env::split_paths(&path).map(|folder| folder.join("nginx"));
    let usual = [beside, "/usr/sbin/nginx".into()];
    usual.into_iter().chain(installed).find(|program| program.exists())
}

/// The program with nginx in front. Everything that either writes lies in the folder.
struct Behind {
    nginx: Process,
    program: Program,
    trusted: CertificateDer<'static>,
    address: SocketAddr,
    folder: TempDir,
}

impl Behind {
    /// Starts both, with `change` made to what is shipped; `None` where there is no nginx.
    fn start(change: impl FnOnce(String, &Path) -> String) -> Option<Self> {
        let Some(nginx) = nginx() else {
            eprintln!("SKIPPED: there is no nginx here; scripts/setup test gets it from Debian");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let trusted = renew(folder.path());
        let program = Program::start(folder.path(), &[]);
        let (address, plain) = (free_port(), free_port());
        let run = folder.path().join("run");
        fs::create_dir(&run).unwrap();
        // Not every machine that tests has an IPv6 address.
        let lines = SHIPPED.lines().filter(|line| !line.contains("listen [::]"));
        let mut settings = lines.collect::<Vec<_>>().join("\n");
        for (shipped, here) in [
            ("user www-data;\n", String::new()),
            ("listen 443", format!("listen {address}")),
            ("listen 80", format!("listen {plain}")),
            ("127.0.0.1:3000", program.address.to_string()),
            ("/etc/ssl/chat/fullchain.pem", certificate_in(folder.path()).display().to_string()),
            ("/etc/ssl/chat/privkey.pem", key_in(folder.path()).display().to_string()),
            ("/run/", format!("{}/", run.display())),
        ] {
            assert!(settings.contains(shipped), "{shipped} is not in what is shipped");
            settings = settings.replace(shipped, &here);
        }
        let file = folder.path().join("nginx.conf");
        fs::write(&file, change(settings, folder.path())).unwrap();
        let mut command = Command::new(nginx);
        command.arg("-p").arg(folder.path()).arg("-c").arg(&file);
        command.args(["-e", "stderr", "-g", "daemon off;"]);
        let nginx = Process::start(&mut command, &folder.path().join("nginx.log"), address);
        Some(Self { nginx, program, trusted, address, folder })
    }

    async fn browser(&self) -> Browser {
        let mut browser = Browser::connect(ADDRESS, self.address, &self.trusted).await.unwrap();
        browser.headers = said();
        browser
    }

    /// A visit with everything that makes a proxy write: pages, a stream, a path that is none, a
    /// failed handshake, and the program gone.
    async fn is_visited(&mut self) {
        let mut browser = self.browser().await;
        assert_eq!(browser.get("/chat").await.status(), StatusCode::OK);
        assert_eq!(browser.get("/nergens").await.status(), StatusCode::NOT_FOUND);
        browser.puts_anna_on_duty().await;
        let sign_up = SignUp { credential: credential(1), region: UTRECHT, work: None };
        let signed_up = browser.call("/api/visitor/sign-up", &sign_up).await;
        assert_eq!(signed_up.status(), StatusCode::OK);
        let connection = ConnectionId::from_bytes([1; 16]);
        let follow = Follow { credential: credential(1), connection, after: Seq(0) };
        let answer = browser.call("/api/visitor/follow", &follow).await;
        let mut page = Stream::opened::<VisitorPush>(answer).await;
        assert!(page.is_open().await);
        self.fails_a_handshake();
        self.program.process.stop();
        let gone = browser.get("/chat").await;
        assert_eq!(gone.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(gone.headers()[header::CACHE_CONTROL], "no-store");
        let gone = text(gone).await;
        assert!(gone.contains("0800-2000") && gone.contains("112"), "{gone}");
        self.nginx.stop();
    }

    fn fails_a_handshake(&self) {
        let mut socket = socket_from(ADDRESS, self.address).unwrap();
        socket.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nuser-agent: Gemerkt/7.7\r\n\r\n").unwrap();
        let _ = socket.read_to_end(&mut Vec::new());
    }

    fn traces(&self) -> Vec<String> {
        traces(self.folder.path())
    }
}

fn socket_from(from: Ipv4Addr, to: SocketAddr) -> std::io::Result<TcpStream> {
    let socket = tokio::net::TcpSocket::new_v4()?;
    socket.bind((from, 0).into())?;
    let connecting = socket.connect(to);
    let connected =
        tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(connecting))?;
    let connected = connected.into_std()?;
    connected.set_nonblocking(false)?;
    Ok(connected)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shipped_proxy_keeps_no_stream_back_and_writes_nothing_about_anybody() {
    let Some(mut behind) = Behind::start(|settings, _| settings) else { return };
    behind.is_visited().await;
    assert_eq!(behind.traces(), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn with_its_logs_on_the_same_visit_is_found() {
    let logged = |settings: String, folder: &Path| {
        let access = format!("access_log {}/access.log;", folder.display());
        let error = format!("error_log {}/error.log crit;", folder.display());
        settings.replace("access_log off;", &access).replace("error_log /dev/null emerg;", &error)
    };
    let Some(mut behind) = Behind::start(logged) else { return };
    behind.is_visited().await;
    let traces = behind.traces().join("\n");
    assert!(traces.contains("access.log") && traces.contains("Gemerkt/7.7"), "{traces}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_proxy_passes_on_says_nothing_of_who_it_is() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let instead = listener.local_addr().unwrap();
    let Some(behind) = Behind::start(|settings, _| {
        let upstream = settings.lines().find(|line| line.contains("server 127.0.0.1:")).unwrap();
        settings.replace(upstream, &format!("server {instead};"))
    }) else {
        return;
    };
    let passed = std::thread::spawn(move || {
        let (mut connection, _) = listener.accept().unwrap();
        let mut head = vec![0; 16 * 1024];
        let length = connection.read(&mut head).unwrap();
        let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        connection.write_all(answer).unwrap();
        String::from_utf8(head[..length].to_vec()).unwrap()
    });
    let mut browser = behind.browser().await;
    browser.cookies = "__Host-sessie=x".to_owned();
    assert_eq!(browser.get("/chat?taal=en").await.status(), StatusCode::OK);
    let passed = passed.join().unwrap();
    assert!(passed.starts_with("GET /chat?taal=en HTTP/1.1\r\n"), "{passed}");
    for (name, value) in SAID {
        let passed = passed.to_lowercase();
        assert!(
            !passed.contains(&format!("{name}:")) && !passed.contains(&value.to_lowercase()),
            "{passed}"
        );
    }
    assert!(!passed.contains("127.77.66.55"), "{passed}");
    for needed in ["host: chat.example.org", "cookie: __host-sessie=x", "sec-fetch-site: same"] {
        assert!(passed.to_lowercase().contains(needed), "{needed}: {passed}");
    }
}
