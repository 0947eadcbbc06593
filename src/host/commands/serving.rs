//! `serve` and `demo`: from the command line to a running server.

use std::{
    env, fs,
    io::{self, Write},
    net::SocketAddr,
    path::PathBuf,
    process,
    sync::Arc,
};

use jiff::SignedDuration;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;

use super::{Demo, Failure, Serve};
use crate::host::{
    assets,
    config::{Config, Transport},
    connections::{Places, as_many_as_possible},
    context::Edge,
    installation::{Installation, Mode},
    lifecycle::{self, Door},
    operations::{self, Measures, Operations},
    router,
    tls::{self, Certificate},
};

pub async fn serve(asked: Serve) -> Result<(), Failure> {
    site_is_inside()?;
    let config = Config::read(asked.config.as_deref())?.with(asked.options);
    let secured = secured(&config)?;
    let listeners = Listeners::open(asked.listen, &config).await?;
    let installation = Installation::open(&asked.data, Mode::Real)?;
    run(listeners, secured, &config, &installation, Asking::Limited).await
}

pub async fn demo(asked: Demo) -> Result<(), Failure> {
    site_is_inside()?;
    let config = Config::default().with(asked.options);
    let secured = secured(&config)?;
    let listeners = Listeners::open(asked.listen, &config).await?;
    let folder = DemoFolder::new(asked.data)?;
    let mode = Mode::Demo { opening: asked.hours, shift: asked.shift };
    let installation = Installation::open(folder.path(), mode)?;
    let address = listeners.people.local_addr().unwrap_or(asked.listen);
    let scheme = if secured.is_some() { "https" } else { "http" };
    // Nobody may be reading; the demo runs all the same.
    let _ = announce(&mut io::stdout().lock(), &format!("{scheme}://{address}"), asked.shift);
    let asking = if asked.without_limits { Asking::Unlimited } else { Asking::Limited };
    run(listeners, secured, &config, &installation, asking).await
}

/// How much whoever is here may ask.
enum Asking {
    /// As much as people do.
    Limited,
    /// As much as they want: for measurements.
    Unlimited,
}

fn announce(out: &mut impl Write, site: &str, shift: SignedDuration) -> io::Result<()> {
    writeln!(
        out,
        "Demo. Open the desk first:  {site}/inloggen  (anna, anna-demo-wachtwoord)\n\
         then be a visitor:          {site}/\n\
         or one on another website:  {site}/insluiten"
    )?;
    if shift != SignedDuration::ZERO {
        writeln!(out, "The clock is moved by {shift:#}.")?;
    }
    out.flush()
}

/// A development build reads the site from disk, and goes without it in tests of the command line.
fn site_is_inside() -> Result<(), Failure> {
    if assets::present() || cfg!(debug_assertions) { Ok(()) } else { Err(Failure::WithoutSite) }
}

/// The certificate that the settings name, and what secures connections with it.
fn secured(config: &Config) -> Result<Option<(Arc<Certificate>, TlsAcceptor)>, Failure> {
    let Some(files) = config.tls()? else { return Ok(None) };
    let certificate = Arc::new(Certificate::read(files)?);
    let acceptor = tls::acceptor(Arc::clone(&certificate))?;
    Ok(Some((certificate, acceptor)))
}

/// The ports that were taken.
struct Listeners {
    people: TcpListener,
    operations: Option<TcpListener>,
}

impl Listeners {
    /// Takes the ports. Comes before the data is opened: when one is busy, nothing was touched.
    async fn open(people: SocketAddr, config: &Config) -> Result<Self, Failure> {
        config.transport(people)?;
        let people = lifecycle::listen(people).await?;
        let operations = match config.operations {
            Some(address) => Some(lifecycle::listen(address).await?),
            None => None,
        };
        Ok(Self { people, operations })
    }
}

async fn run(
    listeners: Listeners,
    secured: Option<(Arc<Certificate>, TlsAcceptor)>,
    config: &Config,
    installation: &Installation,
    asking: Asking,
) -> Result<(), Failure> {
    let transport = match listeners.people.local_addr() {
        Ok(address) => config.transport(address)?,
        Err(error) => return Err(lifecycle::LifecycleError::Stopped(error).into()),
    };
    let (stopping, measures) = (CancellationToken::new(), Arc::new(Measures::default()));
    let rooms = installation.start(stopping.clone(), Arc::clone(&measures)).await?;
    if matches!(asking, Asking::Unlimited) {
        rooms.switchboard.lift_limits();
    }
    if let Some(listener) = listeners.operations {
        let operations = Operations {
            measures: Arc::clone(&measures),
            switchboard: Arc::clone(&rooms.switchboard),
            certificate: secured.as_ref().map(|(certificate, _)| Arc::clone(certificate)),
        };
        tokio::spawn(operations::serve(listener, operations, stopping.clone()));
    }
    let edge = Edge::new(assets::site(), config, transport, rooms).measured(measures);
    let door = if let Some((certificate, acceptor)) = secured {
        tokio::spawn(tls::keep_fresh(certificate, stopping.clone()));
        tracing::info!("started, with TLS");
        Door::secured(listeners.people, acceptor)
    } else {
        match transport {
            Transport::Https => tracing::info!("started, for a proxy in front that does TLS"),
            Transport::PlainLoopback => tracing::info!("started"),
        }
        Door::plain(listeners.people)
    };
    let places = Places::new(as_many_as_possible(config.connections));
    Ok(lifecycle::serve(door, router::router(edge), places, stopping).await?)
}

/// Where a demo keeps its data: a folder of the caller's, or one of its own that goes away with it.
struct DemoFolder {
    path: PathBuf,
    own: bool,
}

impl DemoFolder {
    fn new(given: Option<PathBuf>) -> Result<Self, Failure> {
        if let Some(path) = given {
            return Ok(Self { path, own: false });
        }
        let path = env::temp_dir().join(format!("veiligchat-demo-{}", process::id()));
        // A folder of that name is left from a demo that was killed.
        if path.exists() {
            fs::remove_dir_all(&path).map_err(Failure::DemoFolder)?;
        }
        fs::create_dir(&path).map_err(Failure::DemoFolder)?;
        Ok(Self { path, own: true })
    }

    fn path(&self) -> &std::path::Path {
        &self.path
    }
}

impl Drop for DemoFolder {
    fn drop(&mut self) {
        if self.own {
            // What is left lies in the system's folder for temporary files.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}
